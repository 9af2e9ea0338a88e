/* coverage: which lineups were held, heard and signed; counts, no score, no
 * ranking.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/coverage.h"
#include "cmd/vouching.h"

#include "base/args.h"
#include "base/str.h"

enum { SHORT_SPAN = 28, MISSING_MOST = 12 };

/* ---- words ---- */

/* "Sun 8": over four weeks at most, no other day is called so. */
static const char *
day_words(struct app *app, const struct coverage_span *span, int64_t day)
{
	static const char *const days[] = {
		N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"),
		N_("Sat"), N_("Sun"),
	};
	int y, m, d;

	civil_from_days(day, &y, &m, &d);
	if (span->to - span->from >= SHORT_SPAN)
		return app_date_short(app, day);
	/* translators: short weekday, day of the month */
	return arena_printf(app->a, T(app, "%s %d"),
			    T(app, days[weekday(day)]), d);
}

static const char *
coming_words(struct app *app, int64_t day)
{
	const struct coverage_span span = { 0 };
	int64_t in = day - app_today(app);

	return in == 0 ? T(app, "today") : in == 1 ? T(app, "tomorrow") :
	       day_words(app, &span, day);
}

/* "early": the page is about shifts. */
static const char *
shift_words(struct app *app, int shift)
{
	return messages_pget(app->m, "shift", shift_word((enum shift)shift));
}

static const char *
held_words(struct app *app, const struct coverage_team *t)
{
	const char *s = "", *one;

	for (int i = 0; i < SHIFT_COUNT; i++) {
		const struct coverage_shift *sh = &t->shifts[i];

		if (!sh->known)
			continue;
		one = arena_printf(app->a, T(app, "%s %zu of %zu"),
				   shift_words(app, i), sh->held,
				   sh->expected);
		s = arena_printf(app->a, "%s%s%s", s, *s != '\0' ? "   " : "",
				 one);
	}
	return *s != '\0' ? s : T(app, "the house has no shifts");
}

static const char *
missing_words(struct app *app, const struct coverage_span *span,
	      const struct coverage_shift *s)
{
	const char *out = "";

	if (s->held == 0)
		return T(app, "all of them");
	for (size_t i = 0; i < s->nmissing && i < MISSING_MOST; i++)
		out = arena_printf(app->a, "%s%s%s", out, i > 0 ? ", " : "",
				   day_words(app, span, s->missing[i]));
	if (s->nmissing > MISSING_MOST)
		out = arena_printf(app->a, T(app, "%s and %zu more"), out,
				   s->nmissing - MISSING_MOST);
	return out;
}

static const char *
least_words(struct app *app, const struct coverage_least *l)
{
	const char *name;

	if (l->p == NULL)
		return T(app, "nobody in this team can log in yet");
	name = *l->p->name != '\0' ? app_short_name(app, l->p->name) :
				     l->p->number;
	if (str_eq(l->p->contract, "part"))
		name = arena_printf(app->a, "%s (%s)", name,
				    T(app, "part-time"));
	if (l->next == NULL)
		return arena_printf(app->a, T(app, "everybody all %zu"),
				    l->of);
	/* translators: name, how many, of how many; day, commandment */
	return arena_printf(app->a, T(app, "least: %s %zu of %zu. The next "
					   "new one: %s, number %u"),
			    name, l->heard, l->of, coming_words(app, l->day),
			    l->next->number);
}

static const char *
signed_words(struct app *app, const struct coverage_team *t)
{
	return arena_printf(app->a,
			    T(app, "%zu of %zu lineups; second signature %zu, "
				   "skipped %zu, open %zu"), t->by_leader,
			    t->lineups, t->second, t->skipped, t->open);
}

/* ---- the page ---- */

static void
add_missing(struct app *app, struct page *p, const struct coverage_span *span,
	    const struct coverage_team *t)
{
	const char *label = T(app, "Missing");

	for (int i = 0; i < SHIFT_COUNT; i++) {
		const struct coverage_shift *s = &t->shifts[i];

		if (s->nmissing == 0)
			continue;
		page_field(app->a, p, label,
			   arena_printf(app->a, "%s: %s", shift_words(app, i),
					missing_words(app, span, s)));
		label = "";
	}
	if (*label != '\0')
		page_field(app->a, p, label, T(app, "none"));
}

static void
add_team(struct app *app, struct page *p, const struct coverage_span *span,
	 const struct coverage_team *t)
{
	page_field(app->a, p, T(app, "Lineups"), held_words(app, t));
	if (t->lineups == 0)
		page_field(app->a, p, T(app, "Missing"),
			   T(app, "no lineup at all in these days"));
	else
		add_missing(app, p, span, t);
	page_field(app->a, p, T(app, "Heard"), least_words(app, &t->least));
	if (t->lineups > 0)
		page_field(app->a, p, T(app, "Signed"), signed_words(app, t));
}

static const char *
span_words(struct app *app, const struct coverage_span *s)
{
	unsigned long n = (unsigned long)(s->to - s->from + 1);

	if (!s->asked)
		return arena_printf(app->a,
				    messages_nget(app->m, "last %lu day",
						  "last %lu days", n), n);
	return arena_printf(app->a, T(app, "%s to %s"),
			    app_date_short(app, s->from),
			    app_date_short(app, s->to));
}

/* `lineups` stands in the table of a house that can list them. */
static bool
may_run(const struct app *app, const char *verb)
{
	const struct cmd *c = cmd_find(verb);

	return c != NULL &&
	       (c->roles == 0 || (c->roles & ROLE_BIT(app->role)) != 0);
}

/* What is open may wait for somebody else. */
static bool
can_sign(struct app *app)
{
	struct err none;
	size_t n = 0;

	err_init(&none, NULL);
	return vouching_waiting(app, app->who, &n, &none) == 0 && n > 0;
}

static void
add_keys(struct app *app, struct page *p, const struct coverage_span *s,
	 const char *team)
{
	char from[DATE_SIZE], to[DATE_SIZE];
	bool sign = can_sign(app);

	if (sign) {
		p->keys = T(app, "1 sign what is open");
		app_follow(app, "1", "vouch");
	}
	if (!may_run(app, "lineups"))
		return;
	p->keys = !sign ? T(app, "1 lineups held") :
		  arena_printf(app->a, "%s   %s", p->keys,
			       T(app, "2 lineups held"));
	date_print(from, s->from);
	date_print(to, s->to);
	app_follow(app, sign ? "2" : "1",
		   arena_printf(app->a, "lineups --from %s --to %s%s%s", from,
				to, team != NULL ? " --team " : "",
				team != NULL ? team : ""));
}

static struct page *
coverage_page(struct app *app, const struct coverage_span *span,
	      const struct coverage_team *v, size_t n, const char *team)
{
	const char *who = n == 1 ? app_team_words(app, v[0].team) :
				   T(app, "all teams");
	struct page *p = app_page(app, arena_printf(
		app->a, T(app, "COVERAGE   %s, %s"), who,
		span_words(app, span)));

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			page_gap(app->a, p);
		if (n > 1)
			page_rule(app->a, p, app_team_words(app, v[i].team));
		add_team(app, p, span, &v[i]);
	}
	add_keys(app, p, span, team);
	return p;
}

/* ---- data ---- */

static const char *
date_text(struct app *app, int64_t day)
{
	char *s = arena_alloc(app->a, DATE_SIZE);

	date_print(s, day);
	return s;
}

static struct value *
shift_data(struct app *app, int shift, const struct coverage_shift *s)
{
	struct value *v = value_map(app->a), *list;

	value_put_text(app->a, v, "shift", shift_word((enum shift)shift));
	value_put_int(app->a, v, "held", (int64_t)s->held);
	value_put_int(app->a, v, "expected", (int64_t)s->expected);
	list = value_put(app->a, v, "missing", value_list(app->a));
	for (size_t i = 0; i < s->nmissing; i++)
		value_add(app->a, list,
			  value_text(app->a, date_text(app, s->missing[i])));
	return v;
}

static struct value *
least_data(struct app *app, const struct coverage_least *l)
{
	struct value *v = value_map(app->a);

	if (l->p == NULL)
		return value_null(app->a);
	value_put_text(app->a, v, "number", l->p->number);
	value_put_text(app->a, v, "contract", l->p->contract);
	value_put_int(app->a, v, "heard", (int64_t)l->heard);
	value_put_int(app->a, v, "of", (int64_t)l->of);
	value_put(app->a, v, "next", l->next == NULL ? value_null(app->a) :
		  value_int(app->a, l->next->number));
	value_put_text(app->a, v, "date",
		       l->next != NULL ? date_text(app, l->day) : NULL);
	return v;
}

static struct value *
team_data(struct app *app, const struct coverage_team *t)
{
	struct value *v = value_map(app->a), *list;

	value_put_text(app->a, v, "team", t->team);
	list = value_put(app->a, v, "shifts", value_list(app->a));
	for (int i = 0; i < SHIFT_COUNT; i++)
		if (t->shifts[i].known)
			value_add(app->a, list,
				  shift_data(app, i, &t->shifts[i]));
	value_put(app->a, v, "least", least_data(app, &t->least));
	value_put_int(app->a, v, "lineups", (int64_t)t->lineups);
	value_put_int(app->a, v, "signed", (int64_t)t->by_leader);
	value_put_int(app->a, v, "second", (int64_t)t->second);
	value_put_int(app->a, v, "skipped", (int64_t)t->skipped);
	value_put_int(app->a, v, "open", (int64_t)t->open);
	return v;
}

static void
add_row(struct app *app, struct value *list, const char *team,
	const char *shift, const char *date, const struct lineup_row *l)
{
	struct value *v = value_map(app->a);
	bool drawn = l != NULL && l->witness != NULL;

	value_put_text(app->a, v, "team", team);
	value_put_text(app->a, v, "shift", shift);
	value_put_text(app->a, v, "date", date);
	value_put_bool(app->a, v, "held", l != NULL);
	value_put(app->a, v, "signed", l == NULL ? value_null(app->a) :
		  value_bool(app->a, l->leader_vouched));
	value_put(app->a, v, "second", !drawn ? value_null(app->a) :
		  value_bool(app->a, l->witness_vouched));
	value_add(app->a, list, v);
}

/* A line for each lineup held, and for each that is missing. */
static void
add_rows(struct app *app, struct value *list, const struct coverage_team *t)
{
	for (size_t i = 0; i < t->lineups; i++)
		add_row(app, list, t->team, t->rows[i].shift, t->rows[i].date,
			&t->rows[i]);
	for (int i = 0; i < SHIFT_COUNT; i++)
		for (size_t k = 0; k < t->shifts[i].nmissing; k++)
			add_row(app, list, t->team, shift_word((enum shift)i),
				date_text(app, t->shifts[i].missing[k]), NULL);
}

int
cmd_coverage(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const char *team = NULL, *from = NULL, *to = NULL;
	const struct opt spec[] = {
		{ .name = "team", .type = OPT_TEXT, .text = &team },
		{ .name = "from", .type = OPT_TEXT, .text = &from },
		{ .name = "to", .type = OPT_TEXT, .text = &to },
	};
	struct value *d = app_data(app), *teams, *rows;
	struct coverage_span span;
	struct coverage_team *v;
	struct person me;
	size_t n;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0 ||
	    app_person(app, app->who, &me, e) != 0)
		return -1;
	if (team == NULL && me.role == ROLE_SUPERVISOR &&
	    !str_eq(me.team, "-"))
		team = me.team;
	if (coverage_count(app, team, from, to, &span, &v, &n, e) != 0)
		return -1;
	value_put_text(app->a, d, "from", date_text(app, span.from));
	value_put_text(app->a, d, "to", date_text(app, span.to));
	teams = value_put(app->a, d, "teams", value_list(app->a));
	rows = value_put(app->a, d, "lineups",
			 value_table(app->a, "team shift date held signed "
					     "second"));
	for (size_t i = 0; i < n; i++) {
		value_add(app->a, teams, team_data(app, &v[i]));
		add_rows(app, rows, &v[i]);
	}
	return app_result(app, d, rows, coverage_page(app, &span, v, n, team),
			  e);
}
