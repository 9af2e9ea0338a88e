/* Counting lineups (cmd/coverage.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/coverage.h"

#include <string.h>

#include "base/str.h"
#include "model/setting.h"

enum { DAYS = 14, DAYS_MOST = 366, TEAMS_MOST = 64 };

struct counting {
	struct app *app;
	struct coverage_span span;
	int starts[SHIFT_COUNT]; /* minutes; -1: the house has none */
	const struct commandments *all;
	struct person *people;
	size_t npeople;
	struct heard_row *heard;
	size_t nheard;
};

/* ---- which days ---- */

static int
read_day(struct app *app, const char *typed, int64_t *ret, struct err *e)
{
	if (date_typed(typed, app_today(app) - DAYS_MOST + 1, ret))
		return 0;
	return err_set(e, ERR_USAGE, "'%s' is no date: YYYY-MM-DD", typed);
}

/* Before anybody was there nothing could be held. */
static int64_t
first_day(const struct counting *c, int64_t from)
{
	int64_t first = INT64_MAX;

	for (size_t i = 0; i < c->npeople; i++) {
		const struct person *p = &c->people[i];
		int64_t day;

		if (p->activated == 0)
			continue;
		day = app_day_of(c->app, p->activated);
		first = day < first ? day : first;
	}
	return first != INT64_MAX && first > from ? first : from;
}

static int
read_span(struct counting *c, const char *from, const char *to, struct err *e)
{
	struct coverage_span *s = &c->span;

	s->asked = from != NULL || to != NULL;
	s->to = app_today(c->app);
	if (to != NULL && read_day(c->app, to, &s->to, e) != 0)
		return -1;
	s->from = s->to - DAYS + 1;
	if (from != NULL && read_day(c->app, from, &s->from, e) != 0)
		return -1;
	if (from == NULL && s->to >= first_day(c, s->from))
		s->from = first_day(c, s->from);
	if (s->from > s->to)
		return err_set(e, ERR_USAGE, "the first day, %s, comes after "
			       "the last", from);
	if (s->to - s->from >= DAYS_MOST)
		return err_set(e, ERR_USAGE, "that is more than a year: "
			       "%d days at most", DAYS_MOST);
	return 0;
}

static int
read_starts(struct counting *c, struct err *e)
{
	for (int i = 0; i < SHIFT_COUNT; i++) {
		const char *v;

		c->starts[i] = -1;
		if (app_setting(c->app, arena_printf(c->app->a, "shift.%s",
						     shift_word((enum shift)i)),
				&v, e) != 0)
			return -1;
		(void)!setting_minutes(v, &c->starts[i]);
	}
	return 0;
}

/* ---- lineups ---- */

static bool
has_begun(const struct counting *c, int shift, int64_t day)
{
	int start = c->starts[shift];

	return start >= 0 &&
	       zone_utc(c->app->zone, day, start / 60, start % 60, 0) <=
	       clock_now(&c->app->clock);
}

static bool
was_held(const struct coverage_team *t, int shift, const char *date)
{
	for (size_t i = 0; i < t->lineups; i++)
		if (str_eq(t->rows[i].date, date) &&
		    str_eq(t->rows[i].shift, shift_word((enum shift)shift)))
			return true;
	return false;
}

/* What has not begun yet is not missing, but counts if it was held. */
static void
count_shift(const struct counting *c, struct coverage_team *t, int shift)
{
	struct coverage_shift *s = &t->shifts[shift];

	s->known = c->starts[shift] >= 0;
	for (int64_t day = c->span.from; day <= c->span.to; day++) {
		char date[DATE_SIZE];
		bool held;

		date_print(date, day);
		held = was_held(t, shift, date);
		s->known |= held;
		s->held += held;
		if (held || has_begun(c, shift, day))
			s->expected++;
		if (!held && has_begun(c, shift, day))
			ARENA_PUSH(c->app->a, s->missing, s->nmissing, s->cap,
				   day);
	}
}

/* Signatures can be given until midnight of the day of the record. */
static void
count_signed(const struct counting *c, struct coverage_team *t)
{
	for (size_t i = 0; i < t->lineups; i++) {
		const struct lineup_row *l = &t->rows[i];
		bool drawn = l->witness != NULL && !l->witness_vouched;
		bool today = app_day_of(c->app, l->at) == app_today(c->app);

		t->by_leader += l->leader_vouched;
		t->second += l->witness_vouched;
		t->skipped += drawn && !today;
		t->open += today && (drawn || !l->leader_vouched);
	}
}

/* ---- who has heard least ---- */

static bool
has_heard(const struct counting *c, const struct person *p,
	  const struct commandment *cm)
{
	for (size_t i = 0; i < c->nheard; i++)
		if (str_eq(c->heard[i].number, p->number) &&
		    str_eq(c->heard[i].commandment, cm->id))
			return true;
	return false;
}

static size_t
count_heard(const struct counting *c, const struct person *p)
{
	size_t n = 0;

	for (size_t i = 0; i < c->all->n; i++)
		n += has_heard(c, p, &c->all->v[i]);
	return n;
}

static bool
comes_to_lineups(const struct person *p, const char *team)
{
	return str_eq(p->team, team) && p->state == PERSON_ACTIVE &&
	       (p->role == ROLE_STAFF || p->role == ROLE_SUPERVISOR);
}

/* Today's can still be heard while a shift is to begin. */
static int64_t
first_to_come(const struct counting *c)
{
	int64_t today = app_today(c->app);

	for (int i = 0; i < SHIFT_COUNT; i++)
		if (c->starts[i] >= 0 && !has_begun(c, i, today))
			return today;
	return today + 1;
}

static void
find_least(const struct counting *c, struct coverage_team *t)
{
	struct coverage_least *l = &t->least;
	int64_t day = first_to_come(c);

	l->of = c->all->n;
	for (size_t i = 0; i < c->npeople; i++) {
		size_t n;

		if (!comes_to_lineups(&c->people[i], t->team))
			continue;
		n = count_heard(c, &c->people[i]);
		if (l->p == NULL || n < l->heard) {
			l->p = &c->people[i];
			l->heard = n;
		}
	}
	for (size_t i = 0; l->p != NULL && i < c->all->n && l->next == NULL;
	     i++) {
		const struct commandment *cm = commandment_of_date(
			c->all, day + (int64_t)i);

		if (has_heard(c, l->p, cm))
			continue;
		l->next = cm;
		l->day = day + (int64_t)i;
	}
}

/* ---- teams ---- */

static void
add_team(const char **v, size_t *n, const char *team)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(v[i], team))
			return;
	if (*n < TEAMS_MOST && *team != '\0' && !str_eq(team, "-"))
		v[(*n)++] = team;
}

/* Those of the setting, then those that people are in. */
static int
read_teams(struct counting *c, const char **v, size_t *ret_n, struct err *e)
{
	const char *words[TEAMS_MOST + 1], *teams;
	size_t n;

	*ret_n = 0;
	if (app_setting(c->app, "teams", &teams, e) != 0)
		return -1;
	n = arena_words(c->app->a, teams, words, TEAMS_MOST);
	for (size_t i = 0; i < n && i < TEAMS_MOST; i++)
		add_team(v, ret_n, words[i]);
	for (size_t i = 0; i < c->npeople; i++)
		if (c->people[i].state == PERSON_ACTIVE)
			add_team(v, ret_n, c->people[i].team);
	return 0;
}

static int
one_team(struct counting *c, const char **v, size_t *n, const char *team,
	 struct err *e)
{
	const char *all = "";

	for (size_t i = 0; i < *n; i++) {
		if (str_eq(v[i], team)) {
			v[0] = team;
			*n = 1;
			return 0;
		}
		all = arena_printf(c->app->a, "%s%s%s", all,
				   i > 0 ? ", " : "", v[i]);
	}
	return err_set(e, ERR_USAGE, "there is no team '%s'; the house has: "
		       "%s", team, all);
}

static int
count_team(struct counting *c, const char *team, struct coverage_team *ret,
	   struct err *e)
{
	char from[DATE_SIZE], to[DATE_SIZE];

	memset(ret, 0, sizeof(*ret));
	ret->team = team;
	date_print(from, c->span.from);
	date_print(to, c->span.to);
	if (store_lineups(c->app->store, c->app->a, from, to, team, &ret->rows,
			  &ret->lineups, e) != 0)
		return -1;
	for (int i = 0; i < SHIFT_COUNT; i++)
		count_shift(c, ret, i);
	count_signed(c, ret);
	find_least(c, ret);
	return 0;
}

int
coverage_count(struct app *app, const char *team, const char *from,
	       const char *to, struct coverage_span *ret_span,
	       struct coverage_team **ret, size_t *ret_n, struct err *e)
{
	struct counting c = { .app = app };
	const struct translation *tr;
	const char *teams[TEAMS_MOST];
	size_t n;

	if (app_commandments(app, &c.all, &tr, e) != 0 ||
	    store_people(app->store, app->a, &c.people, &c.npeople, e) != 0 ||
	    store_heard(app->store, app->a, NULL, &c.heard, &c.nheard,
			e) != 0 ||
	    read_starts(&c, e) != 0 || read_span(&c, from, to, e) != 0 ||
	    read_teams(&c, teams, &n, e) != 0 ||
	    (team != NULL && one_team(&c, teams, &n, team, e) != 0))
		return -1;
	*ret = ARENA_ARRAY(app->a, struct coverage_team, n + 1);
	for (size_t i = 0; i < n; i++)
		if (count_team(&c, teams[i], &(*ret)[i], e) != 0)
			return -1;
	*ret_n = n;
	*ret_span = c.span;
	return 0;
}
