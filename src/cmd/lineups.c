/* lineups: those held, for supervisors and for payroll.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/lineups.h"

#include "base/args.h"
#include "base/str.h"

enum { SHOWN_DAYS = 28 };

/* What is listed. */
struct held {
	struct lineup_row *v; /* oldest first */
	size_t n;
	const struct person *people;
	size_t npeople;
	int64_t from, to;     /* local days */
	bool teams;           /* of more than one team */
};

unsigned long
lineups_minutes(const struct lineup_row *l)
{
	unsigned long min = (unsigned long)((l->end - l->start + 30) / 60);

	return min > 0 ? min : 1;
}

/* ---- words ---- */

static const char *
name_of(struct app *app, const struct held *h, const char *number)
{
	for (size_t i = 0; i < h->npeople; i++)
		if (str_eq(h->people[i].number, number) &&
		    *h->people[i].name != '\0')
			return app_short_name(app, h->people[i].name);
	return number;
}

static const char *
names_of(struct app *app, const struct held *h, const char *const *v,
	 size_t n)
{
	const char *list = "";

	for (size_t i = 0; i < n; i++)
		list = arena_printf(app->a, "%s%s%s", list,
				    i > 0 ? ", " : "",
				    name_of(app, h, v[i]));
	return list;
}

const char *
lineups_day(struct app *app, int64_t day)
{
	static const char *const days[] = {
		N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"),
		N_("Sat"), N_("Sun"),
	};

	return arena_printf(app->a, "%s %s", T(app, days[weekday(day)]),
			    app_date_short(app, day));
}

static const char *
day_words(struct app *app, const char *date)
{
	int64_t day;

	return date_parse(date, &day) ? lineups_day(app, day) : date;
}

static const char *
shift_only(struct app *app, const char *shift)
{
	return messages_pget(app->m, "shift", shift);
}

/* Both signatures can be given until the end of the day of the record. */
static bool
still_open(struct app *app, const struct lineup_row *l)
{
	return app_day_of(app, l->at) == app_today(app);
}

static const char *
signed_words(struct app *app, const struct lineup_row *l, bool given)
{
	if (given)
		return T(app, "yes");
	return still_open(app, l) ? T(app, "open") : T(app, "no");
}

static const char *
second_words(struct app *app, const struct held *h,
	     const struct lineup_row *l)
{
	if (l->witness == NULL)
		return "-";
	if (l->witness_vouched)
		return name_of(app, h, l->witness);
	return signed_words(app, l, false);
}

/* ---- as data ---- */

static void
put_time(struct app *app, struct value *v, const char *key, int64_t t)
{
	char *s = arena_alloc(app->a, UTC_SIZE);

	utc_print(s, t);
	value_put_text(app->a, v, key, s);
}

static struct value *
row_data(struct app *app, const struct lineup_row *l)
{
	struct value *v = value_map(app->a);

	value_put_int(app->a, v, "leaf", (int64_t)l->index);
	value_put_text(app->a, v, "terminal", l->terminal);
	value_put_text(app->a, v, "date", l->date);
	value_put_text(app->a, v, "shift", l->shift);
	value_put_text(app->a, v, "team", l->team);
	put_time(app, v, "start", l->start);
	put_time(app, v, "end", l->end);
	value_put_text(app->a, v, "from", app_time_words(app, l->start));
	value_put_text(app->a, v, "to", app_time_words(app, l->end));
	value_put_int(app->a, v, "minutes", (int64_t)lineups_minutes(l));
	return v;
}

static void
add_lineup(struct app *app, struct value *list, const struct lineup_row *l)
{
	struct value *v = row_data(app, l);

	value_put_text(app->a, v, "leader", l->leader);
	value_put_int(app->a, v, "present", (int64_t)l->npresent);
	value_put_int(app->a, v, "late", (int64_t)l->nlate);
	value_put_int(app->a, v, "off", (int64_t)l->noff);
	value_put_int(app->a, v, "guests", l->guests);
	value_put_bool(app->a, v, "signed", l->leader_vouched);
	value_put_text(app->a, v, "witness", l->witness);
	value_put_bool(app->a, v, "witness_signed", l->witness_vouched);
	value_add(app->a, list, v);
}

/* When somebody came late is not known: payroll sees that, and the whole
 * time. */
static void
add_people(struct app *app, struct value *list, const struct lineup_row *l)
{
	const struct {
		const char *word;
		const char **v;
		size_t n;
	} were[] = {
		{ "present", l->present, l->npresent },
		{ "late", l->late, l->nlate },
	};

	for (size_t k = 0; k < NELEM(were); k++) {
		for (size_t i = 0; i < were[k].n; i++) {
			struct value *v = row_data(app, l);

			value_put_text(app->a, v, "number", were[k].v[i]);
			value_put_text(app->a, v, "was", were[k].word);
			value_add(app->a, list, v);
		}
	}
}

static struct value *
held_data(struct app *app, const struct held *h, bool people,
	  const struct value **ret_rows)
{
	struct value *d = app_data(app), *list;

	list = value_put(app->a, d, people ? "people" : "lineups",
			 value_table(app->a, people ?
				     "leaf terminal date shift team start end "
				     "from to minutes number was" :
				     "leaf terminal date shift team start end "
				     "from to minutes leader present late off "
				     "guests signed witness witness_signed"));
	for (size_t i = h->n; i-- > 0;) {
		if (people)
			add_people(app, list, &h->v[i]);
		else
			add_lineup(app, list, &h->v[i]);
	}
	*ret_rows = list;
	return d;
}

/* ---- on the screen ---- */

static void
add_row(struct app *app, const struct held *h, const struct lineup_row *l,
	struct page *p)
{
	const char *cells[] = {
		/* a spreadsheet sorts by it, and needs the year */
		app->out.excel ? l->date : day_words(app, l->date),
		shift_only(app, l->shift),
		arena_printf(app->a, "%s-%s", app_time_words(app, l->start),
			     app_time_words(app, l->end)),
		arena_printf(app->a, "%lu", lineups_minutes(l)),
		name_of(app, h, l->leader),
		l->nlate == 0 ? arena_printf(app->a, "%zu", l->npresent) :
				arena_printf(app->a, "%zu+%zu", l->npresent,
					     l->nlate),
		signed_words(app, l, l->leader_vouched),
		second_words(app, h, l), l->team,
	};

	page_row(app->a, p, NELEM(cells) - !h->teams, cells);
}

static const char *
count_words(struct app *app, const struct held *h)
{
	size_t signed_ = 0, second = 0;
	unsigned long minutes = 0;

	for (size_t i = 0; i < h->n; i++) {
		signed_ += h->v[i].leader_vouched;
		second += h->v[i].witness_vouched;
		minutes += lineups_minutes(&h->v[i]);
	}
	return arena_printf(app->a,
			    T(app, "Lineups: %zu. Minutes of paid time: %lu. "
				   "Signed: %zu, second signature: %zu."),
			    h->n, minutes, signed_, second);
}

/* What can be signed today still, and how. */
static void
point_to_open(struct app *app, const struct held *h, struct page *p)
{
	const char *key = app_menu_key(app, app->role, "vouch");
	size_t open = 0;

	for (size_t i = 0; i < h->n; i++) {
		const struct lineup_row *l = &h->v[i];

		if (!still_open(app, l))
			continue;
		open += !l->leader_vouched;
		open += l->witness != NULL && !l->witness_vouched;
	}
	if (open == 0)
		return;
	page_gap(app->a, p);
	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Signatures that can be given until "
				      "midnight: %zu. Whose they are logs in, "
				      "then %s."),
			       open, key != NULL ? key : "'vouch'"));
}

static struct page *
held_page(struct app *app, const struct held *h)
{
	const char *head[] = { T(app, "Date"), T(app, "Shift"),
			       T(app, "Time"), T(app, "Min."),
			       T(app, "Led by"), T(app, "Here"),
			       messages_pget(app->m, "column", "Signed"),
			       T(app, "Second"), T(app, "Team") };
	struct page *p = app_page(app, arena_printf(
		app->a, T(app, "LINEUPS HELD   %s to %s"),
		app_date_short(app, h->from), app_date_short(app, h->to)));

	if (h->n == 0) {
		page_para(app->a, p, T(app, "No lineup was held in these "
					    "days."));
		return p;
	}
	page_para(app->a, p, count_words(app, h));
	page_gap(app->a, p);
	page_head(app->a, p, NELEM(head) - !h->teams, head);
	for (size_t i = h->n; i-- > 0;)
		add_row(app, h, &h->v[i], p);
	point_to_open(app, h, p);
	return p;
}

int
lineups_page(struct app *app, const struct lineup_row *l, struct page **ret,
	     struct err *e)
{
	struct arena *a = app->a;
	struct held h = { 0 };
	struct person *v;
	struct page *p;

	if (store_people(app->store, a, &v, &h.npeople, e) != 0)
		return -1;
	h.people = v;
	p = app_page(app, arena_printf(
		a, T(app, "LINEUP HELD   %s, %s"), day_words(app, l->date),
		app_shift_words(app, l->shift)));
	page_field(a, p, T(app, "Time"),
		   arena_printf(a, T(app, "%s to %s (%lu min)"),
				app_time_words(app, l->start),
				app_time_words(app, l->end),
				lineups_minutes(l)));
	page_field(a, p, T(app, "Led by"), name_of(app, &h, l->leader));
	page_field(a, p, T(app, "Here"),
		   names_of(app, &h, l->present, l->npresent));
	if (l->nlate > 0)
		page_field(a, p, T(app, "Late"),
			   names_of(app, &h, l->late, l->nlate));
	if (l->guests > 0)
		page_field(a, p, T(app, "Guests"),
			   arena_printf(a, "%u", l->guests));
	for (size_t i = 0; i < l->nparked; i++)
		page_field(a, p, T(app, "Parked"), l->parked[i]);
	page_field(a, p, T(app, "Signed"),
		   signed_words(app, l, l->leader_vouched));
	page_field(a, p, T(app, "Second"), second_words(app, &h, l));
	page_field(a, p, T(app, "Number"),
		   arena_printf(a, "%llu", (unsigned long long)l->index));
	*ret = p;
	return 0;
}

/* ---- the command ---- */

static int
read_day(const char *s, int64_t dflt, int64_t *ret, struct err *e)
{
	*ret = dflt;
	if (s != NULL && !date_parse(s, ret))
		return err_set(e, ERR_USAGE, "'%s' is no date: YYYY-MM-DD", s);
	return 0;
}

static int
find_held(struct app *app, const char *from, const char *to, const char *team,
	  struct held *ret, struct err *e)
{
	char first[DATE_SIZE], last[DATE_SIZE];
	struct person *people;

	if (read_day(to, app_today(app), &ret->to, e) != 0 ||
	    read_day(from, ret->to - SHOWN_DAYS + 1, &ret->from, e) != 0)
		return -1;
	if (ret->from > ret->to)
		return err_set(e, ERR_USAGE, "no days lie between %s and %s: "
			       "--from is the earlier one", from,
			       to != NULL ? to : T(app, "today"));
	if (team != NULL && !id_valid(team))
		return err_set(e, ERR_USAGE, "'%s' is no team: lower-case "
			       "letters, digits, hyphens", team);
	date_print(first, ret->from);
	date_print(last, ret->to);
	if (store_people(app->store, app->a, &people, &ret->npeople, e) != 0 ||
	    store_lineups(app->store, app->a, first, last, team, &ret->v,
			  &ret->n, e) != 0)
		return -1;
	ret->people = people;
	for (size_t i = 1; i < ret->n; i++)
		ret->teams |= !str_eq(ret->v[i].team, ret->v[0].team);
	return 0;
}

int
cmd_lineups(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *from = NULL, *to = NULL, *team = NULL;
	bool people = false;
	const struct opt spec[] = {
		{ .name = "from", .type = OPT_TEXT, .text = &from },
		{ .name = "to", .type = OPT_TEXT, .text = &to },
		{ .name = "team", .type = OPT_TEXT, .text = &team },
		{ .name = "people", .type = OPT_FLAG, .flag = &people },
	};
	const struct value *rows;
	struct held h = { 0 };
	struct value *d;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0 ||
	    find_held(app, from, to, team, &h, e) != 0)
		return -1;
	d = held_data(app, &h, people, &rows);
	return app_result(app, d, rows, held_page(app, &h), e);
}
