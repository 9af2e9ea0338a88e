/* A lineup put together: who, which shift, which commandment, which items.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/briefing.h"

#include <string.h>

#include "base/str.h"
#include "trust/hash.h"

enum { NEW_LINEUPS = 3, USUAL_DAYS = 28 };

/* ---- when and who ---- */

int
briefing_starts(struct app *app, int starts[SHIFT_COUNT], struct err *e)
{
	for (int i = 0; i < SHIFT_COUNT; i++) {
		const char *v, *name = arena_printf(
			app->a, "shift.%s", shift_word((enum shift)i));

		if (app_setting(app, name, &v, e) != 0)
			return -1;
		if (!time_typed(v, &starts[i]))
			starts[i] = -1; /* the house has no such shift */
	}
	return 0;
}

static int
when(struct app *app, const struct briefing_words *w, struct lineup_setup *s,
     struct err *e)
{
	int starts[SHIFT_COUNT];
	enum shift asked = SHIFT_COUNT;

	if (briefing_starts(app, starts, e) != 0)
		return -1;
	if (w->shift != NULL && !shift_parse(w->shift, &asked))
		return err_set(e, ERR_USAGE, "'%s' is no shift: early, late or "
			       "night", w->shift);
	for (int i = 0; asked != SHIFT_COUNT && i < SHIFT_COUNT; i++)
		if (i != (int)asked)
			starts[i] = -1; /* no other one is near enough */
	shift_nearest(app->zone, starts, clock_now(&app->clock), &s->shift,
		      &s->day);
	if (asked != SHIFT_COUNT)
		s->shift = asked; /* also where it has no start */
	if (w->date != NULL && !date_parse(w->date, &s->day))
		return err_set(e, ERR_USAGE, "'%s' is no date: YYYY-MM-DD",
			       w->date);
	return 0;
}

int
briefing_shift(struct app *app, enum shift *ret, struct err *e)
{
	const struct briefing_words any = { 0 };
	struct lineup_setup s = { 0 };

	if (when(app, &any, &s, e) != 0)
		return -1;
	*ret = s.shift;
	return 0;
}

static int
which_form(struct app *app, const char *asked, unsigned *ret, struct err *e)
{
	const char *v = asked;
	uint64_t n;

	if (v == NULL && app_setting(app, "lineup.form", &v, e) != 0)
		return -1;
	if (!str_u64(v, 10, &n) || (n != 10 && n != 7 && n != 5))
		return err_set(e, ERR_USAGE, "'%s' is no form of a lineup: 10, "
			       "7 or 5 minutes", v);
	*ret = (unsigned)n;
	return 0;
}

static bool
belongs(const struct person *p, const char *team, bool any)
{
	if (p->state == PERSON_LEFT || p->state == PERSON_REVOKED)
		return false;
	if (str_eq(p->team, team))
		return true;
	return any && str_eq(p->team, "-") &&
	       (p->role == ROLE_STAFF || p->role == ROLE_SUPERVISOR);
}

/* The teams somebody is in: those of the settings first, in their order. */
static void
add_team(struct app *app, const char *team, const struct person *v, size_t n,
	 struct io_option **o, size_t *k, size_t *cap)
{
	struct io_option opt = {
		.word = team, .label = app_team_words(app, team),
	};
	size_t i = 0;

	for (size_t j = 0; j < *k; j++)
		if (str_eq((*o)[j].word, team))
			return;
	while (i < n && !belongs(&v[i], team, false))
		i++;
	if (i < n)
		ARENA_PUSH(app->a, *o, *k, *cap, opt);
}

/* Whose lineups it is about, where nobody said it: a person at a keyboard
 * picks one, where there is more than one. */
static int
ask_team(struct app *app, const char **ret, struct err *e)
{
	struct io_option *o = NULL;
	size_t n, k = 0, cap = 0, i;
	struct person *v;
	const char *teams;

	if (app_setting(app, "teams", &teams, e) != 0 ||
	    store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	*ret = arena_strndup(app->a, teams, strcspn(teams, " "));
	if (!app->io->interactive)
		return 0;
	for (const char *s = teams; *s != '\0';) {
		size_t len = strcspn(s, " ");

		add_team(app, arena_strndup(app->a, s, len), v, n, &o, &k,
			 &cap);
		s += len + (s[len] == ' ');
	}
	for (i = 0; i < n; i++)
		if (!str_eq(v[i].team, "-"))
			add_team(app, v[i].team, v, n, &o, &k, &cap);
	if (k < 2)
		return 0;
	if (io_tell(app->io, app_page(app, T(app, "LINEUP")), e) != 0 ||
	    io_choose(app->io, T(app, "Which team"), o, k, k, &i, e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

int
briefing_team(struct app *app, const char *asked, const char **ret,
	      struct err *e)
{
	struct person me;

	*ret = asked;
	if (asked != NULL)
		return id_valid(asked) ? 0 :
		       err_set(e, ERR_USAGE, "'%s' is no team: lower-case "
			       "letters, digits, hyphens", asked);
	if (app->who[0] != '\0') {
		if (app_person(app, app->who, &me, e) != 0)
			return -1;
		*ret = me.team;
		if (!str_eq(me.team, "-"))
			return 0;
	}
	return ask_team(app, ret, e);
}

static const struct person *
find(const struct briefing *b, const char *number)
{
	for (size_t i = 0; i < b->npeople; i++)
		if (str_eq(b->people[i].number, number))
			return &b->people[i];
	return NULL;
}

static void
add_to_roll(struct app *app, struct briefing *b, const struct person *p,
	    const struct heard_row *heard, size_t nheard)
{
	struct lineup_setup *s = &b->setup;
	struct roster_row *rows = (struct roster_row *)(uintptr_t)s->roster;
	const struct person *coach = find(b, p->coach);
	unsigned times = 0;

	for (size_t i = 0; i < s->nroster; i++)
		if (str_eq(rows[i].number, p->number))
			return;
	for (size_t i = 0; i < nheard; i++)
		if (str_eq(heard[i].number, p->number))
			times += heard[i].times;
	rows[s->nroster++] = (struct roster_row){
		.number = p->number,
		.name = app_short_name(app, p->name),
		.lang = p->lang,
		.is_new = times < NEW_LINEUPS,
		.coach = coach != NULL ? app_short_name(app, coach->name) :
					 NULL,
		.may_lead = p->state == PERSON_ACTIVE,
		.supervisor = p->role == ROLE_SUPERVISOR,
	};
}

/* Whether another row of the roll is called as row I is. */
static bool
has_twin(const struct lineup_setup *s, const char *const *names, size_t i)
{
	for (size_t k = 0; k < s->nroster; k++)
		if (k != i && str_eq(names[k], names[i]))
			return true;
	return false;
}

/* Two who are the same in short are called by their whole names, and if those
 * are the same too, with their numbers. */
static void
tell_apart(struct app *app, struct briefing *b)
{
	struct lineup_setup *s = &b->setup;
	struct roster_row *rows = (struct roster_row *)(uintptr_t)s->roster;
	const char **names = ARENA_ARRAY(app->a, const char *, s->nroster);

	for (size_t i = 0; i < s->nroster; i++)
		names[i] = rows[i].name;
	for (size_t i = 0; i < s->nroster; i++) {
		const struct person *p = find(b, rows[i].number);

		if (p != NULL && has_twin(s, names, i))
			rows[i].name = p->name;
	}
	for (size_t i = 0; i < s->nroster; i++)
		names[i] = rows[i].name;
	for (size_t i = 0; i < s->nroster; i++)
		if (has_twin(s, names, i))
			rows[i].name = arena_printf(app->a, "%s (%s)",
						    rows[i].name,
						    rows[i].number);
}

/* The roll lists the team; those seen on this weekday's shift in the last
 * four weeks come first, so that the usual crew has the low numbers. */
static int
fill_roll(struct app *app, struct briefing *b, struct err *e)
{
	struct lineup_setup *s = &b->setup;
	struct heard_row *heard;
	size_t nheard, nusual;
	char from[DATE_SIZE];
	const char **usual;
	struct person *v;
	bool any = true;

	if (store_people(app->store, app->a, &v, &b->npeople, e) != 0 ||
	    store_heard(app->store, app->a, NULL, &heard, &nheard, e) != 0)
		return -1;
	b->people = v;
	for (size_t i = 0; i < b->npeople; i++)
		if (belongs(&v[i], s->team, false))
			any = false; /* the team has people of its own */
	date_print(from, s->day - USUAL_DAYS);
	if (store_usual(app->store, app->a, s->team, shift_word(s->shift),
			weekday(s->day), from, &usual, &nusual, e) != 0)
		return -1;
	s->roster = ARENA_ARRAY(app->a, struct roster_row, b->npeople + 1);
	for (size_t i = 0; i < nusual; i++) {
		const struct person *p = find(b, usual[i]);

		if (p != NULL && belongs(p, s->team, any))
			add_to_roll(app, b, p, heard, nheard);
	}
	for (size_t i = 0; i < b->npeople; i++)
		if (belongs(&v[i], s->team, any))
			add_to_roll(app, b, &v[i], heard, nheard);
	if (s->nroster == 0)
		return err_set(e, ERR_FAILED,
			       "nobody is in the team '%s' yet: HR enrols "
			       "people with 'enrol'", s->team);
	tell_apart(app, b);
	return 0;
}

static void
fill_langs(struct app *app, struct briefing *b)
{
	struct lineup_lang *v = ARENA_ARRAY(app->a, struct lineup_lang,
					    LANGS);
	size_t first = app_lang_index(app->lang), n = 0;

	for (size_t k = 0; k < LANGS; k++) {
		size_t i = (first + k) % LANGS;

		if (k > 0 && strstr(app->house.languages,
				    app_langs[i]) == NULL)
			continue;
		v[n++] = (struct lineup_lang){
			.lang = app_langs[i],
			.m = app_catalogue(app, app_langs[i]),
			.tr = b->standards.ctr[i],
		};
	}
	b->setup.langs = v;
	b->setup.nlangs = n;
}

int
briefing_prepare(struct app *app, const struct briefing_words *w,
		 struct briefing *ret, struct err *e)
{
	struct lineup_setup *s = &ret->setup;
	struct log_head head;
	char date[DATE_SIZE];

	memset(ret, 0, sizeof(*ret));
	s->house = app->house.title;
	s->trial = app->house.trial;
	s->zone = app->zone;
	s->clock = &app->clock;
	s->keeper = &app->keeper;
	s->sha256 = sha256;
	if (when(app, w, s, e) != 0 || which_form(app, w->form, &s->form,
						  e) != 0 ||
	    briefing_team(app, w->team, &s->team, e) != 0 ||
	    app_standards(app, false, &ret->standards, e) != 0 ||
	    fill_roll(app, ret, e) != 0 ||
	    store_head(app->store, &head, e) != 0)
		return -1;
	s->team_title = app_team_words(app, s->team);
	s->commandments = ret->standards.c;
	s->today = commandment_of_date(ret->standards.c, s->day);
	s->after = head_print(app->a, head.size, head.root);
	date_print(date, s->day);
	s->draft_key = arena_printf(app->a, "lineup %s %s %s", date,
				    shift_word(s->shift), s->team);
	fill_langs(app, ret);
	return briefing_items(app, ret, e);
}
