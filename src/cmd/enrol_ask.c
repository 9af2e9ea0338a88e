/* enrol, asked step by step: one person, or a list, all by numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolling.h"

#include <string.h>

#include "base/str.h"
#include "model/text.h"

enum { PREVIEW = 5 };

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
	    (v->role == NULL && enrolment_ask_role(app, v, e) != 0) ||
	    (v->team == NULL && enrolment_ask_team(app, v, e) != 0) ||
	    (v->lang == NULL && enrolment_ask_lang(app, v, e) != 0) ||
	    (v->contract == NULL && enrolment_ask_contract(app, v, e) != 0))
		return -1;
	return v->coach != NULL ? 0 : enrolment_ask_coach(app, v, e);
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
