/* What is said in a lineup: what was planned, what is left over from the last
 * one, what is recalled.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/briefing.h"

#include "base/str.h"

enum { BACK_DAYS = 28, RECALL_FROM = 3, RECALL_TO = 10 };

static void
add_item(struct app *app, struct plan *p, enum slot slot, const char *s)
{
	struct plan_slot *ps = &p->slots[slot];

	ARENA_PUSH(app->a, ps->items, ps->nitems, ps->capitems, s);
}

/* In one log the later plan is the newer one, whatever the clock said. */
static bool
is_superseded(const struct plan_row *v, size_t n, size_t i)
{
	for (size_t k = 0; k < n; k++)
		if (v[k].index > v[i].index &&
		    str_eq(v[k].terminal, v[i].terminal))
			return true;
	return false;
}

/* Whoever prepares sees what is planned already: the newest plan is the whole
 * of it. */
int
briefing_planned(struct app *app, int64_t day, const char *team,
		 const char *const **ret, size_t *ret_n, struct err *e)
{
	const struct plan_row *newest = NULL;
	struct plan_row *v;
	char date[DATE_SIZE];
	size_t n;

	date_print(date, day);
	if (store_plans(app->store, app->a, date, team, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (!is_superseded(v, n, i) &&
		    (newest == NULL || v[i].at >= newest->at))
			newest = &v[i];
	*ret = newest != NULL ? newest->items : NULL;
	*ret_n = newest != NULL ? newest->nitems : 0;
	return 0;
}

int
briefing_plan(struct app *app, int64_t day, const char *team,
	      const char *const *items, size_t n, struct record **ret,
	      struct err *e)
{
	struct arena *a = app->a;
	struct record *r;

	/* Nobody owns it, it ends with its day, and anybody may lead. */
	if (app_record(app, REC_PLAN, app->who, &r, e) != 0 ||
	    record_put_date(a, r, "date", day, e) != 0 ||
	    record_put(a, r, "team", team, e) != 0 ||
	    record_put_all(a, r, "item", items, n, e) != 0 ||
	    record_put(a, r, "owner", NULL, e) != 0 ||
	    record_put(a, r, "until", NULL, e) != 0 ||
	    record_put(a, r, "leader", NULL, e) != 0)
		return -1;
	*ret = r;
	return 0;
}

/* ---- what is left over ---- */

static bool
listed(const char *const *v, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(v[i], s))
			return true;
	return false;
}

/* What the lineup L had no time for, as its record says; nothing, if that was
 * erased. */
static int
dropped_of(struct app *app, const struct lineup_row *l,
	   const char *const **ret, size_t *ret_n, struct err *e)
{
	const struct record *r;

	*ret_n = 0;
	if (app_leaf_record(app, l->terminal, l->index, &r, e) != 0)
		return -1;
	if (r != NULL)
		*ret = record_all(r, "dropped", ret_n);
	return 0;
}

/* The place of the first item that was not said: they are said in their order.
 * A record holds the beginning of a long one, and none that has a name. */
static size_t
first_unsaid(const char *const *planned, size_t n, const char *const *dropped,
	     size_t ndropped)
{
	if (listed(dropped, ndropped, slot_word(SLOT_TODAY)))
		return 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < ndropped; k++)
			if (str_starts(planned[i], dropped[k]))
				return i;
	return n;
}

int
briefing_left_over(struct app *app, const struct lineup_row *l,
		   struct briefing_left *ret, struct err *e)
{
	const char *const *dropped = NULL, *const *planned;
	size_t ndropped, n, from;
	int64_t day;

	*ret = (struct briefing_left){ .parked = l->parked,
				       .nparked = l->nparked };
	if (!date_parse(l->date, &day))
		return 0;
	if (dropped_of(app, l, &dropped, &ndropped, e) != 0 ||
	    briefing_planned(app, day, l->team, &planned, &n, e) != 0)
		return -1;
	from = first_unsaid(planned, n, dropped, ndropped);
	ret->unsaid = n > 0 ? planned + from : NULL;
	ret->nunsaid = n - from;
	ret->more = listed(dropped, ndropped, slot_word(SLOT_YESTERDAY));
	return 0;
}

/* Parked yesterday is answered today, and what there was no time for is said;
 * of the lineups before that, if yesterday there was none for that either. */
static int
fill_yesterday(struct app *app, struct briefing *b,
	       const struct lineup_row *v, size_t n, struct err *e)
{
	struct plan *p = &b->setup.plan;
	struct briefing_left left = { .more = true };
	char today[DATE_SIZE];

	date_print(today, b->setup.day);
	for (size_t i = n; i-- > 0 && left.more;) {
		if (briefing_left_over(app, &v[i], &left, e) != 0)
			return -1;
		for (size_t k = 0; k < left.nparked; k++)
			add_item(app, p, SLOT_YESTERDAY,
				 arena_printf(app->a, T(app, "Parked last "
							     "time: %s"),
					      left.parked[k]));
		/* What is planned today is said today anyway. */
		for (size_t k = 0; k < left.nunsaid &&
				   !str_eq(v[i].date, today); k++)
			add_item(app, p, SLOT_YESTERDAY,
				 arena_printf(app->a, T(app, "Not said last "
							     "time: %s"),
					      left.unsaid[k]));
	}
	return 0;
}

/* ---- what is said ---- */

/* What was prepared, and who is new, by name. */
static void
fill_today(struct app *app, struct briefing *b, const char *const *planned,
	   size_t nplanned)
{
	struct plan *p = &b->setup.plan;

	for (size_t i = 0; i < nplanned; i++)
		add_item(app, p, SLOT_TODAY, planned[i]);
	for (size_t i = 0; i < b->setup.nroster; i++) {
		const struct roster_row *r = &b->setup.roster[i];

		if (r->is_new && r->coach != NULL)
			add_item(app, p, SLOT_TODAY,
				 arena_printf(app->a,
					      T(app, "New in the team: %s "
						     "(coach: %s)"),
					      r->name, r->coach));
	}
}

static const struct commandment *
recall_candidate(const struct briefing *b, const struct lineup_row *rows,
		 size_t n)
{
	size_t back = 0;

	for (size_t i = n; i-- > 0;) {
		const struct commandment *c;

		if (++back < RECALL_FROM)
			continue;
		if (back > RECALL_TO)
			break;
		c = commandment_by_id(b->standards.c, rows[i].commandment);
		if (c != NULL && c != b->setup.today && c->nrecall > 0)
			return c;
	}
	return NULL;
}

/* The newest lineup before this one gives what is open; one of three to ten
 * lineups ago the question to recall. */
int
briefing_items(struct app *app, struct briefing *b, struct err *e)
{
	struct lineup_setup *s = &b->setup;
	char from[DATE_SIZE], to[DATE_SIZE];
	const struct commandment *c;
	const char *const *planned;
	struct lineup_row *rows;
	size_t n, nplanned;

	date_print(from, s->day - BACK_DAYS);
	date_print(to, s->day);
	if (store_lineups(app->store, app->a, from, to, s->team, &rows, &n,
			  e) != 0 ||
	    briefing_planned(app, s->day, s->team, &planned, &nplanned,
			     e) != 0)
		return -1;
	while (n > 0 && str_eq(rows[n - 1].date, to) &&
	       str_eq(rows[n - 1].shift, shift_word(s->shift)))
		n--; /* this very lineup, held already */
	if (fill_yesterday(app, b, rows, n, e) != 0)
		return -1;
	fill_today(app, b, planned, nplanned);
	c = recall_candidate(b, rows, n);
	if (c != NULL) {
		s->recall_of = c;
		s->recall = &c->recall[(size_t)s->day % c->nrecall];
	}
	return 0;
}
