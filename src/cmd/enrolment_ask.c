/* Enrolment: what HR says of a person, one question each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolment.h"

#include "base/str.h"
#include "cmd/person.h"

enum { TEAMS_MAX = 20 };

int
enrolment_ask_role(struct app *app, struct enrolment *v, struct err *e)
{
	const char *words[ROLE_COUNCIL + 1], *labels[ROLE_COUNCIL + 1];

	for (enum role r = ROLE_STAFF; r <= ROLE_COUNCIL; r++) {
		words[r] = role_word(r);
		labels[r] = app_role_words(app, r);
	}
	return person_ask_word(app, T(app, "Role"), words, labels,
			       NELEM(words),
			       v->role != NULL ? v->role : words[ROLE_STAFF],
			       &v->role, e);
}

int
enrolment_ask_contract(struct app *app, struct enrolment *v, struct err *e)
{
	static const char *const words[] = { "full", "part" };
	const char *const labels[] = {
		person_contract_words(app, words[0]),
		person_contract_words(app, words[1]),
	};

	return person_ask_word(app, T(app, "Contract"), words, labels,
			       NELEM(words),
			       v->contract != NULL ? v->contract : words[0],
			       &v->contract, e);
}

int
enrolment_ask_lang(struct app *app, struct enrolment *v, struct err *e)
{
	return person_ask_word(app, T(app, "Language"), app_langs,
			       app_lang_names, LANGS,
			       v->lang != NULL ? v->lang : app->lang,
			       &v->lang, e);
}

/* ---- the team ---- */

static int
check_team(struct app *app, const char *s, struct err *e)
{
	(void)app;
	return str_eq(s, "-") || id_valid(s) ? 0 :
	       err_set(e, ERR_USAGE, "'%s' is no team: lower-case letters, "
		       "digits, hyphens", s);
}

static void
add_team(const char **words, size_t *n, const char *team)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(words[i], team))
			return;
	if (*n < TEAMS_MAX && *team != '\0' && !str_eq(team, "-"))
		words[(*n)++] = team;
}

/* The teams of the house's setting, the one that a lineup is of when nobody
 * says which first; then those that people are in. */
static int
known_teams(struct app *app, const char **words, size_t *ret_n, struct err *e)
{
	const char *set[TEAMS_MAX], *teams;
	struct person *v;
	size_t n, nset;

	*ret_n = 0;
	if (app_setting(app, "teams", &teams, e) != 0 ||
	    store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	nset = arena_words(app->a, teams, set, TEAMS_MAX);
	for (size_t i = 0; i < nset && i < TEAMS_MAX; i++)
		add_team(words, ret_n, set[i]);
	for (size_t i = 0; i < n; i++)
		add_team(words, ret_n, v[i].team);
	return 0;
}

/* One that is known, none, or a new one. */
int
enrolment_ask_team(struct app *app, struct enrolment *v, struct err *e)
{
	const char *words[TEAMS_MAX + 2], *labels[TEAMS_MAX + 2];
	size_t n, i;

	if (!app->io->interactive)
		return app_ask_fit(app, T(app, "Team (- for none)"), "-",
				   check_team, &v->team, e);
	if (known_teams(app, words, &n, e) != 0)
		return -1;
	for (i = 0; i < n; i++)
		labels[i] = app_team_words(app, words[i]);
	words[n] = "-";
	labels[n++] = T(app, "no team");
	words[n] = "";
	labels[n++] = T(app, "another team: type its short name");
	if (person_ask_word(app, T(app, "Team"), words, labels, n,
			    v->team != NULL ? v->team : words[0], &v->team,
			    e) != 0)
		return -1;
	return *v->team != '\0' ? 0 :
	       app_ask_fit(app, T(app, "Short name of the team: "), NULL,
			   check_team, &v->team, e);
}

/* ---- the coach ---- */

static bool
may_coach(const struct person *p)
{
	return p->state == PERSON_ACTIVE;
}

static int
find_coach(struct app *app, const char *typed, const char **ret,
	   struct err *e)
{
	struct person p;

	*ret = typed;
	if (str_eq(typed, "-"))
		return 0;
	if (app_whom(app, typed, may_coach, ret, e) != 0)
		return -1;
	return app_person(app, *ret, &p, e);
}

int
enrolment_ask_coach(struct app *app, struct enrolment *v, struct err *e)
{
	const char *s;

	for (;;) {
		if (io_ask(app->io, app->a,
			   T(app, "Coach: number or name (- for none)"), "-",
			   &s, e) != 0)
			return -1;
		if (app->io->interactive && str_eq(s, "0"))
			return err_cancel(e);
		if (find_coach(app, s, &v->coach, e) == 0)
			return 0;
		if (io_again(app->io, app->a, e) != 0)
			return -1;
	}
}
