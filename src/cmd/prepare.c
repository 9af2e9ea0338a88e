/* prepare: what is to be said in a coming lineup.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include "base/args.h"
#include "base/str.h"
#include "cmd/briefing.h"
#include "cmd/lineups.h"
#include "session/lineup_prepare.h"

enum { EVENING = 18, BACK_DAYS = 7 };

/* In the evening people prepare the next day. */
static int
which_day(struct app *app, const char *asked, int64_t *ret, struct err *e)
{
	int64_t today = app_today(app);
	struct local now;
	const struct io_option o[] = {
		{ .word = "today",
		  .label = arena_printf(app->a, T(app, "today, %s"),
					app_date_words(app, today)) },
		{ .word = "tomorrow",
		  .label = arena_printf(app->a, T(app, "tomorrow, %s"),
					app_date_words(app, today + 1)) },
	};
	size_t i;

	if (asked != NULL)
		return date_parse(asked, ret) ? 0 :
		       err_set(e, ERR_USAGE, "'%s' is no date: YYYY-MM-DD",
			       asked);
	zone_local(app->zone, clock_now(&app->clock), &now);
	i = now.hour >= EVENING;
	if (app->io->interactive &&
	    (io_tell(app->io, app_page(app, T(app, "PREPARE THE LINEUP")),
		     e) != 0 ||
	     io_choose(app->io, T(app, "For which day"), o, NELEM(o), i, &i,
		       e) != 0))
		return -1;
	*ret = today + (int64_t)i;
	return 0;
}

static void
offer(struct app *app, const char *item, struct prepare_setup *s, size_t *cap)
{
	const char **v = (const char **)(uintptr_t)s->open;

	for (size_t i = 0; i < s->nplanned; i++)
		if (str_eq(s->planned[i], item))
			return;
	for (size_t i = 0; i < s->nopen; i++)
		if (str_eq(v[i], item))
			return;
	ARENA_PUSH(app->a, v, s->nopen, *cap, item);
	s->open = v;
}

/* What the last lineup of the team before that day left over. */
static int
find_open(struct app *app, int64_t day, const char *team,
	  struct prepare_setup *s, struct err *e)
{
	char from[DATE_SIZE], to[DATE_SIZE];
	struct briefing_left left;
	struct lineup_row *v;
	size_t n, cap = 0;

	date_print(from, day - BACK_DAYS);
	date_print(to, day);
	if (store_lineups(app->store, app->a, from, to, team, &v, &n, e) != 0)
		return -1;
	if (n == 0)
		return 0;
	if (briefing_left_over(app, &v[n - 1], &left, e) != 0)
		return -1;
	for (size_t i = 0; i < left.nparked; i++)
		offer(app, left.parked[i], s, &cap);
	for (size_t i = 0; i < left.nunsaid; i++)
		offer(app, left.unsaid[i], s, &cap);
	return 0;
}

static int
append(struct app *app, int64_t day, const char *team,
       const struct prepare_setup *s, const struct prepare_result *res,
       struct appended *ret, struct err *e)
{
	struct side_draft draft = { .key = s->draft_key, .was = res->draft };
	struct append side = { .drafts = &draft,
			       .ndrafts = res->draft != NULL };
	struct record *r;

	if (briefing_plan(app, day, team, res->items, res->n, &r, e) != 0)
		return -1;

	struct endorsed v = { .r = r };

	return app_append(app, &v, 1, &side, ret, e);
}

/* The list may have stood open for an hour, and the newest plan is the whole
 * of it: what somebody else wrote down meanwhile must not be lost. */
static int
merge(struct app *app, int64_t day, const char *team,
      struct prepare_result *res, const char **ret_said, struct err *e)
{
	const char *const *now;
	size_t n, more;

	if (briefing_planned(app, day, team, &now, &n, e) != 0)
		return -1;
	more = lineup_prepare_merge(app->a, res, now, n);
	*ret_said = more == 0 ? NULL :
		    lineup_prepare_more(app->a, app->m, more);
	return 0;
}

static int
show_done(struct app *app, struct value *d, const char *place,
	  const struct prepare_result *res, const char *said,
	  const char *more, struct err *e)
{
	struct page *p = app_page(app, place);
	struct value *list = value_put(app->a, d, "items",
				       value_list(app->a));

	page_para(app->a, p, said);
	if (more != NULL)
		page_para(app->a, p, more);
	page_gap(app->a, p);
	for (size_t i = 0; i < res->n; i++) {
		value_add(app->a, list, value_text(app->a, res->items[i]));
		page_item(app->a, p, "-", res->items[i]);
	}
	return app_result(app, d, NULL, p, e);
}

static int
prepare(struct app *app, int64_t day, const char *team, struct err *e)
{
	const char *place = arena_printf(
		app->a, T(app, "PREPARE THE LINEUP   %s, %s"),
		lineups_day(app, day), app_team_words(app, team));
	struct page *head = app_page(app, place);
	char *date = arena_alloc(app->a, DATE_SIZE);
	struct prepare_setup s = {
		.m = app->m, .place = head->place, .right = head->right,
		.keeper = &app->keeper,
	};
	struct prepare_result res;
	struct appended done;
	const char *more;
	struct value *d;

	date_print(date, day);
	s.draft_key = arena_printf(app->a, "plan %s %s", date, team);
	if (briefing_planned(app, day, team, &s.planned, &s.nplanned,
			     e) != 0 ||
	    find_open(app, day, team, &s, e) != 0 ||
	    lineup_prepare(app->io, app->a, &s, &res, e) != 0 ||
	    merge(app, day, team, &res, &more, e) != 0)
		return -1;
	if (res.changed) {
		if (append(app, day, team, &s, &res, &done, e) != 0)
			return -1;
		d = app_leaf_data(app, done.first);
	} else {
		if (store_draft_put(app->store, s.draft_key, NULL, e) != 0)
			return -1;
		d = app_data(app);
	}
	value_put_text(app->a, d, "date", date);
	value_put_text(app->a, d, "team", team);
	return show_done(app, d, place, &res, res.changed ?
			 arena_printf(app->a,
				      T(app, "Recorded as number %llu. It "
					     "stands under \"Today\" in every "
					     "lineup of that day:"),
				      (unsigned long long)done.first) :
			 T(app, "Nothing was changed."), more, e);
}

int
cmd_prepare(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *asked_team = NULL, *asked_date = NULL, *team;
	const struct opt spec[] = {
		{ .name = "team", .type = OPT_TEXT, .text = &asked_team },
		{ .name = "date", .type = OPT_TEXT, .text = &asked_date },
	};
	int64_t day;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0 ||
	    briefing_team(app, asked_team, &team, e) != 0 ||
	    which_day(app, asked_date, &day, e) != 0)
		return -1;
	if (day < app_today(app))
		return err_set(e, ERR_USAGE, "%s is over: a coming lineup can "
			       "be prepared", asked_date);
	return prepare(app, day, team, e);
}
