/* enrol, asked step by step: one person, or a list, all by numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolling.h"

#include <string.h>

#include "base/str.h"
#include "model/text.h"

enum { TEAMS_MAX = 20, PREVIEW = 5 };

int
enrol_ask_way(struct app *app, enum enrol_way *ret, struct err *e)
{
	struct page *p = app_page(app, T(app, "ENROL SOMEBODY NEW"));
	const struct io_option o[] = {
		{ .word = "one", .label = T(app, "One person: seven short "
						 "questions") },
		{ .word = "list", .label = T(app, "A list from Excel") },
		{ .word = "template", .label = T(app, "An empty list to fill "
						      "in with Excel") },
		{ .word = "back", .label = T(app, "Back"), .key = "0" },
	};
	size_t i;

	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, "", o, NELEM(o), NELEM(o), &i, e) != 0)
		return -1;
	if (i == NELEM(o) - 1)
		return err_cancel(e);
	*ret = (enum enrol_way)i;
	return 0;
}

/* ---- one ---- */

/* A number that is free, before anything else is asked. */
static int
check_number(struct app *app, const char *s, struct err *e)
{
	struct person p;
	bool taken;

	if (!number_valid(s))
		return err_set(e, ERR_USAGE,
			       "'%s' is no staff number: 1 to 12 capital "
			       "letters and digits", s);
	if (store_person(app->store, app->a, s, &p, &taken, e) != 0)
		return -1;
	return !taken ? 0 :
	       err_set(e, ERR_REFUSED, "the number '%s' is somebody's "
		       "already: a number is never given twice; who returns "
		       "gets a new code under the old number", s);
}

static int
check_team(struct app *app, const char *s, struct err *e)
{
	(void)app;
	return id_valid(s) ? 0 :
	       err_set(e, ERR_USAGE, "'%s' is no team: lower-case letters, "
		       "digits, hyphens", s);
}

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
enrol_ask_coach(struct app *app, const char **ret, struct err *e)
{
	const char *s;

	for (;;) {
		if (io_ask(app->io, app->a,
			   T(app, "Coach: number or name (- for none)"), "-",
			   &s, e) != 0)
			return -1;
		if (app->io->interactive && str_eq(s, "0"))
			return err_cancel(e);
		if (find_coach(app, s, ret, e) == 0)
			return 0;
		if (io_again(app->io, app->a, e) != 0)
			return -1;
	}
}

static int
ask_name(struct app *app, struct enrolment *v, struct err *e)
{
	for (;;) {
		if (app_ask_fit(app, T(app, "Name: "), NULL, NULL, &v->name,
				e) != 0)
			return -1;
		if (enrolment_check_name(app, v, e) == 0)
			return 0;
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

static int
ask_role(struct app *app, const char **ret, struct err *e)
{
	struct io_option o[ROLE_COUNCIL + 1] = { 0 };
	size_t i;

	for (enum role r = ROLE_STAFF; r <= ROLE_COUNCIL; r++) {
		o[r].word = role_word(r);
		o[r].label = app_role_words(app, r);
	}
	if (io_choose(app->io, T(app, "Role"), o, NELEM(o), ROLE_STAFF, &i,
		      e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

static int
ask_lang(struct app *app, const char **ret, struct err *e)
{
	struct io_option o[LANGS] = { 0 };
	size_t i;

	for (i = 0; i < LANGS; i++) {
		o[i].word = app_langs[i];
		o[i].label = app_lang_names[i];
	}
	if (io_choose(app->io, T(app, "Language"), o, NELEM(o),
		      app_lang_index(app->lang), &i, e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

static int
ask_contract(struct app *app, const char **ret, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "full", .label = T(app, "full-time") },
		{ .word = "part", .label = T(app, "part-time") },
	};
	size_t i;

	if (io_choose(app->io, T(app, "Contract"), o, NELEM(o), 0, &i, e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

static void
add_team(struct app *app, struct io_option *o, size_t *n, const char *team)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(o[i].word, team))
			return;
	if (*n < TEAMS_MAX && *team != '\0' && !str_eq(team, "-"))
		o[(*n)++] = (struct io_option){
			.word = team, .label = app_team_words(app, team),
		};
}

/* The teams of the house's setting, the one that a lineup is of when nobody
 * says which first; then those that people are in. */
static int
known_teams(struct app *app, struct io_option *o, size_t *ret_n,
	    struct err *e)
{
	const char *words[TEAMS_MAX], *teams;
	struct person *v;
	size_t n, nteams;

	*ret_n = 0;
	if (app_setting(app, "teams", &teams, e) != 0 ||
	    store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	nteams = arena_words(app->a, teams, words, TEAMS_MAX);
	for (size_t i = 0; i < nteams && i < TEAMS_MAX; i++)
		add_team(app, o, ret_n, words[i]);
	for (size_t i = 0; i < n; i++)
		add_team(app, o, ret_n, v[i].team);
	return 0;
}

static int
ask_team(struct app *app, const char **ret, struct err *e)
{
	struct io_option o[TEAMS_MAX + 2] = { 0 };
	size_t n, i;

	if (known_teams(app, o, &n, e) != 0)
		return -1;
	o[n].word = "-";
	o[n].label = T(app, "no team");
	o[n + 1].word = "other";
	o[n + 1].label = T(app, "another team: type its short name");
	if (io_choose(app->io, T(app, "Team"), o, n + 2, 0, &i, e) != 0)
		return -1;
	*ret = o[i].word;
	if (i <= n)
		return 0;
	return app_ask_fit(app, T(app, "Short name of the team: "), NULL,
			 check_team, ret, e);
}

int
enrol_ask_person(struct app *app, struct enrolment *v, struct err *e)
{
	struct page *p = app_page(app, T(app, "ENROL ONE PERSON"));

	page_para(app->a, p,
		  T(app, "Enter takes what stands in brackets. 0 stops: "
			 "nothing is recorded before your passphrase."));
	if (io_tell(app->io, p, e) != 0)
		return -1;
	if (v->number == NULL &&
	    app_ask_fit(app, T(app, "Staff number: "), NULL, check_number,
			&v->number, e) != 0)
		return -1;
	if ((v->name == NULL && ask_name(app, v, e) != 0) ||
	    (v->role == NULL && ask_role(app, &v->role, e) != 0) ||
	    (v->team == NULL && ask_team(app, &v->team, e) != 0) ||
	    (v->lang == NULL && ask_lang(app, &v->lang, e) != 0) ||
	    (v->contract == NULL && ask_contract(app, &v->contract, e) != 0))
		return -1;
	return v->coach != NULL ? 0 : enrol_ask_coach(app, &v->coach, e);
}

int
enrol_ask_slips(struct app *app, bool dflt, bool *ret, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "screen", .label = T(app, "show it on the screen") },
		{ .word = "slips", .label = T(app, "write a page to print") },
	};
	size_t i;

	if (io_choose(app->io, T(app, "The code"), o, NELEM(o), dflt, &i,
		      e) != 0)
		return -1;
	*ret = i == 1;
	return 0;
}

/* ---- a list ---- */

static void
show_counts(struct app *app, struct page *p, const struct people_list *l)
{
	struct arena *a = app->a;

	page_field(a, p, T(app, "File"), l->path);
	page_field(a, p, T(app, "New"), arena_printf(a, "%zu", l->b.n));
	page_field(a, p, T(app, "On the list already"),
		   arena_printf(a, "%zu", l->skipped));
	if (l->examples > 0)
		page_field(a, p, T(app, "Examples and notes (#)"),
			   arena_printf(a, "%zu", l->examples));
	if (!l->sure)
		page_field(a, p, T(app, "Letters read as"),
			   l->special == NULL ?
				   charset_name(l->set) :
				   arena_printf(a, T(app, "%s; is this name "
							  "right: %s"),
						charset_name(l->set),
						l->special));
	if (l->shorter != NULL)
		page_para(a, p,
			  arena_printf(a, T(app, "The number %s is shorter "
						 "than all in the house. If "
						 "Excel has dropped zeros in "
						 "front: 0, format the column "
						 "as text, type them again."),
				       l->shorter));
}

static struct page *
preview(struct app *app, const struct people_list *l)
{
	struct page *p = app_page(app, T(app, "ENROL A LIST"));
	const char *head[] = { T(app, "No."), T(app, "Name"), T(app, "Role"),
			       T(app, "Team"), T(app, "Language") };
	struct arena *a = app->a;
	enum role role = ROLE_STAFF;

	show_counts(app, p, l);
	page_gap(a, p);
	page_head(a, p, NELEM(head), head);
	for (size_t i = 0; i < l->b.n && i < PREVIEW; i++) {
		const struct enrolment *v = &l->b.v[i];
		const char *row[] = { v->number, v->name, "",
				      str_eq(v->team, "-") ? "" :
					      app_team_words(app, v->team),
				      app_lang_words(app, v->lang) };

		if (role_parse(v->role, &role))
			row[2] = app_role_words(app, role);
		page_row(a, p, NELEM(row), row);
	}
	if (l->b.n > PREVIEW)
		page_para(a, p, arena_printf(a, T(app, "… and %zu more."),
					     l->b.n - PREVIEW));
	page_gap(a, p);
	return p;
}

int
enrol_ask_list(struct app *app, struct people_list *l, struct err *e)
{
	const struct io_option yes = { .word = "enrol",
				       .label = T(app, "Enrol them") };
	const struct io_option letters = {
		.word = "letters",
		.label = T(app, "The letters are wrong: read it another way"),
	};
	const struct io_option back = {
		.word = "back", .label = T(app, "Back: nobody is enrolled"),
		.key = "0",
	};
	const struct io_option sure[] = { yes, back };
	const struct io_option guessed[] = { yes, letters, back };
	const size_t n = l->sure ? NELEM(sure) : NELEM(guessed);
	enum charset other;
	size_t i;

	for (;;) {
		if (io_tell(app->io, preview(app, l), e) != 0 ||
		    io_choose(app->io, "", l->sure ? sure : guessed, n, n, &i,
			      e) != 0)
			return -1;
		if (i == 0)
			return 0;
		if (i == n - 1)
			return err_cancel(e);
		other = l->set == CHARSET_1251 ? CHARSET_1252 : CHARSET_1251;
		if (list_read(app, l->path, &other, l, e) != 0)
			return -1;
	}
}
