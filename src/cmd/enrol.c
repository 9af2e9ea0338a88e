/* enrol: one person, or a list; prints their one-time codes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stddef.h>
#include <string.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/csv.h"
#include "cmd/enrolment.h"
#include "model/code.h"

struct batch {
	struct enrolment *v;
	size_t n, cap;
	const char **codes;
};

/* ---- a list ---- */

/* Where each column stands; -1: it is not there. */
struct columns { int number, name, role, team, contract, lang, coach; };

/* Headings in the three languages of the program, as utf8_fold makes them. */
static const struct {
	const char *word;
	size_t offset;
} headings[] = {
	{ "number", offsetof(struct columns, number) },
	{ "nummer", offsetof(struct columns, number) },
	{ "номер", offsetof(struct columns, number) },
	{ "name", offsetof(struct columns, name) },
	{ "имя", offsetof(struct columns, name) },
	{ "role", offsetof(struct columns, role) },
	{ "rolle", offsetof(struct columns, role) },
	{ "роль", offsetof(struct columns, role) },
	{ "team", offsetof(struct columns, team) },
	{ "команда", offsetof(struct columns, team) },
	{ "contract", offsetof(struct columns, contract) },
	{ "vertrag", offsetof(struct columns, contract) },
	{ "договор", offsetof(struct columns, contract) },
	{ "lang", offsetof(struct columns, lang) },
	{ "language", offsetof(struct columns, lang) },
	{ "sprache", offsetof(struct columns, lang) },
	{ "язык", offsetof(struct columns, lang) },
	{ "coach", offsetof(struct columns, coach) },
	{ "pate", offsetof(struct columns, coach) },
	{ "наставник", offsetof(struct columns, coach) },
};

static int *
find_heading(struct arena *a, struct columns *c, const char *word)
{
	word = utf8_fold(a, word);
	for (size_t i = 0; i < NELEM(headings); i++)
		if (str_eq(word, headings[i].word))
			return (int *)((char *)c + headings[i].offset);
	return NULL;
}

static int
read_headings(struct arena *a, const struct csv_row *row, struct columns *c,
	      struct err *e)
{
	*c = (struct columns){ -1, -1, -1, -1, -1, -1, -1 };
	for (size_t i = 0; i < row->n; i++) {
		int *column = find_heading(a, c, row->cells[i]);

		if (column == NULL)
			return err_set(e, ERR_CONTENT,
				       "line %u: unknown heading '%s': number, "
				       "name, role, team, contract, language "
				       "and coach are known", row->line,
				       row->cells[i]);
		if (*column >= 0)
			return err_set(e, ERR_CONTENT,
				       "line %u: the heading '%s' stands there "
				       "twice", row->line, row->cells[i]);
		*column = (int)i;
	}
	if (c->number < 0 || c->name < 0)
		return err_set(e, ERR_CONTENT, "line %u: the headings number "
			       "and name are missing", row->line);
	return 0;
}

static const char *
cell(const struct csv_row *row, int i)
{
	return i < 0 ? NULL : row->cells[i];
}

/* Every bad line is named, and then nothing is imported. */
static int
check_line(struct app *app, const struct batch *b, struct enrolment *v,
	   unsigned line, struct str *bad, unsigned *nbad)
{
	struct person p;
	struct err e;
	bool found = false;

	err_init(&e, app->m);
	if (enrolment_check(app, v, &e) == 0) {
		if (str_eq(v->role, "hr"))
			err_set(&e, ERR_CONTENT, "HR persons are enrolled one "
				"by one");
		for (size_t i = 0; i < b->n && e.kind == ERR_NONE; i++)
			if (str_eq(b->v[i].number, v->number))
				err_set(&e, ERR_CONTENT, "the number %s "
					"stands in the list twice",
					v->number);
		if (e.kind == ERR_NONE &&
		    store_person(app->store, app->a, v->number, &p, &found,
				 &e) == 0 && found)
			return 1; /* enrolled already: left out */
	}
	if (e.kind == ERR_NONE)
		return 0;
	if ((*nbad)++ < 5)
		str_printf(bad, "%s%s", bad->n > 0 ? "\n" : "",
			   arena_printf(app->a, T(app, "line %u: %s"), line,
					e.text));
	return -1;
}

static int
read_list(struct app *app, const char *path, struct batch *b,
	  size_t *ret_skipped, struct err *e)
{
	OWN(str_free) struct str bad = { 0 };
	struct columns c;
	struct csv csv;
	unsigned nbad = 0;
	const char *s;
	size_t n;

	*ret_skipped = 0;
	if (file_read(app->a, path, CSV_MAX_BYTES, &s, &n, e) != 0)
		return -1;
	if (csv_read(app->a, s, n, &csv, e) != 0)
		return err_wrap(e, "%s", path);
	if (csv.n == 0)
		return err_set(e, ERR_CONTENT, "'%s' is empty", path);
	if (read_headings(app->a, &csv.rows[0], &c, e) != 0)
		return err_wrap(e, "%s", path);
	for (size_t i = 1; i < csv.n; i++) {
		const struct csv_row *r = &csv.rows[i];
		struct enrolment v = {
			.number = cell(r, c.number), .name = cell(r, c.name),
			.role = cell(r, c.role), .team = cell(r, c.team),
			.contract = cell(r, c.contract),
			.lang = cell(r, c.lang), .coach = cell(r, c.coach),
		};
		int rc = check_line(app, b, &v, r->line, &bad, &nbad);

		if (rc == 1)
			++*ret_skipped;
		else if (rc == 0)
			ARENA_PUSH(app->a, b->v, b->n, b->cap, v);
	}
	if (nbad > 0)
		return err_set(e, ERR_CONTENT,
			       "'%s': wrong lines: %u; nobody was "
			       "enrolled.\n%s", path, nbad, str_text(&bad));
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
	return str_eq(s, "-") || id_valid(s) ? 0 :
	       err_set(e, ERR_USAGE, "'%s' is no team: lower-case letters, "
		       "digits, hyphens", s);
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
	static const char *const names[LANGS] = { "English", "Deutsch",
						  "Русский" };
	struct io_option o[LANGS] = { 0 };
	size_t i;

	for (i = 0; i < LANGS; i++) {
		o[i].word = app_langs[i];
		o[i].label = names[i];
	}
	if (io_choose(app->io, T(app, "Language"), o, NELEM(o),
		      app_lang_index(app->lang), &i, e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

/* The team that a lineup is of when nobody says which: the house's first. */
static int
ask_team(struct app *app, const char **ret, struct err *e)
{
	const char *teams;

	if (app_setting(app, "teams", &teams, e) != 0)
		return -1;
	return app_ask_fit(app, T(app, "Team (- for none)"),
			   arena_strndup(app->a, teams, strcspn(teams, " ")),
			   check_team, ret, e);
}

static int
ask_one(struct app *app, struct enrolment *v, struct err *e)
{
	bool asked;

	if (!app->io->interactive && (v->number == NULL || v->name == NULL))
		return err_set(e, ERR_USAGE, "enrol needs a number and a "
			       "name, or --csv FILE");
	asked = v->number == NULL || v->name == NULL || v->role == NULL ||
		v->lang == NULL;
	if (!app->io->interactive || !asked)
		return 0;
	if (v->number == NULL &&
	    app_ask_fit(app, T(app, "Staff number: "), NULL, check_number,
			&v->number, e) != 0)
		return -1;
	if (v->name == NULL &&
	    app_ask_fit(app, T(app, "Name: "), NULL, NULL, &v->name, e) != 0)
		return -1;
	if ((v->role == NULL && ask_role(app, &v->role, e) != 0) ||
	    (v->lang == NULL && ask_lang(app, &v->lang, e) != 0) ||
	    (v->team == NULL && ask_team(app, &v->team, e) != 0))
		return -1;
	return 0;
}

/* ---- signing and showing ---- */

static int
charter_signer(struct app *app, struct signer **ret, struct err *e)
{
	OWN(secret_freep) struct secret *typed = NULL;
	OWN(secret_freep) struct secret *digits = secret_new(64);
	OWN(signer_freep) struct signer *s = NULL;
	char key[PUBKEY_TEXT_SIZE];
	int bad;

	if (io_ask_secret(app->io,
			  T(app, "An HR person is appointed with the charter "
				 "sheet. Its eight groups (not shown): "),
			  &typed, e) != 0)
		return -1;
	bad = code_read(typed->s, CHARTER_GROUPS, digits->s);
	if (bad > 0)
		return err_set(e, ERR_REFUSED, "group %d holds a slip: please "
			       "look at the paper again", bad);
	if (bad < 0)
		return err_set(e, ERR_REFUSED, "the charter sheet has 48 "
			       "digits, in eight groups of six");
	s = signer_from_charter(app->house.id, digits->s);
	pubkey_print(key, signer_public(s));
	if (!str_eq(key, app->house.charter_key))
		return err_set(e, ERR_REFUSED, "this is not the charter sheet "
			       "of this house");
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}

static int
append(struct app *app, struct batch *b, struct appended *ret, struct err *e)
{
	bool hr = b->n == 1 && str_eq(b->v[0].role, "hr");
	OWN(signer_freep) struct signer *s = NULL;
	struct endorsed *v = ARENA_ARRAY(app->a, struct endorsed, b->n);
	struct side_name *names = ARENA_ARRAY(app->a, struct side_name, b->n);
	struct append side = { .names = names, .nnames = b->n };

	if (hr ? charter_signer(app, &s, e) != 0 :
		 app_unseal(app, app->who, NULL, &s, e) != 0)
		return -1;
	b->codes = ARENA_ARRAY(app->a, const char *, b->n);
	for (size_t i = 0; i < b->n; i++) {
		if (enrolment_record(app, &b->v[i], app->who, &v[i].r,
				     &names[i], &b->codes[i], e) != 0)
			return -1;
		v[i].sig[0].slot = hr ? SIG_CHARTER : SIG_HR;
		v[i].sig[0].key = s;
		v[i].nsig = 1;
	}
	return app_append(app, v, b->n, &side, ret, e);
}

static int
show(struct app *app, const struct batch *b, size_t skipped,
     const struct appended *done, struct err *e)
{
	struct value *d = b->n > 0 ? app_leaf_data(app, done->first) :
				     app_data(app);
	struct value *list = value_put(app->a, d, "people",
				       value_table(app->a, "number code"));
	struct page *page = app_page(app, T(app, "NEW PEOPLE"));
	const char *head[] = { T(app, "No."), T(app, "Name"),
			       T(app, "Code, good for 14 days") };

	value_put_int(app->a, d, "skipped", (int64_t)skipped);
	page_para(app->a, page,
		  arena_printf(app->a,
			       messages_nget(app->m,
					     "%lu person enrolled.",
					     "%lu people enrolled.", b->n),
			       (unsigned long)b->n));
	if (skipped > 0)
		page_para(app->a, page,
			  arena_printf(app->a,
				       T(app, "Left out, on the list already: "
					      "%zu."), skipped));
	if (b->n > 0)
		page_head(app->a, page, NELEM(head), head);
	for (size_t i = 0; i < b->n; i++) {
		struct value *p = value_map(app->a);
		const char *row[] = { b->v[i].number, b->v[i].name,
				      b->codes[i] };

		value_put_text(app->a, p, "number", b->v[i].number);
		value_put_text(app->a, p, "code", b->codes[i]);
		value_add(app->a, list, p);
		page_row(app->a, page, NELEM(row), row);
	}
	page_para(app->a, page,
		  T(app, "Give each person their own code on paper. It is "
			 "shown only now."));
	return app_result(app, d, list, page, e);
}

int
cmd_enrol(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct enrolment v = { 0 };
	struct batch b = { 0 };
	struct appended done = { 0 };
	struct person coach;
	const char *csv = NULL;
	const struct opt spec[] = {
		{ .name = "role", .type = OPT_TEXT, .text = &v.role },
		{ .name = "lang", .letter = 'l', .type = OPT_TEXT,
		  .text = &v.lang },
		{ .name = "team", .type = OPT_TEXT, .text = &v.team },
		{ .name = "contract", .type = OPT_TEXT,
		  .text = &v.contract },
		{ .name = "coach", .type = OPT_TEXT, .text = &v.coach },
		{ .name = "at", .type = OPT_TEXT, .text = &v.at },
		{ .name = "csv", .type = OPT_TEXT, .text = &csv },
	};
	const char **rest;
	size_t skipped = 0;
	bool whole;
	int nrest;

	if (args_parse(app->a, spec, NELEM(spec), argv + 1, argc - 1, false,
		       &rest, &nrest, e) != 0)
		return -1;
	if (nrest > (csv != NULL ? 0 : 2))
		return err_set(e, ERR_USAGE, "'%s' was not expected here: a "
			       "name of several words needs quotation marks",
			       rest[csv != NULL ? 0 : 2]);
	if (csv != NULL) {
		if (read_list(app, csv, &b, &skipped, e) != 0)
			return -1;
	} else {
		v.number = nrest > 0 ? rest[0] : NULL;
		v.name = nrest > 1 ? rest[1] : NULL;
		if (ask_one(app, &v, e) != 0)
			return -1;
		whole = v.role != NULL && v.lang != NULL;
		if (enrolment_check(app, &v, e) != 0)
			return -1;
		if (!whole)
			return err_set(e, ERR_USAGE, "enrol needs --role and "
				       "--lang of %s", v.number);
		/* A slip here, and nobody would see the person's progress. In
		 * a list the coach may stand further down. */
		if (!str_eq(v.coach, "-") &&
		    app_person(app, v.coach, &coach, e) != 0)
			return -1;
		ARENA_PUSH(app->a, b.v, b.n, b.cap, v);
	}
	if (b.n > 0 && append(app, &b, &done, e) != 0)
		return -1;
	return show(app, &b, skipped, &done, e);
}
