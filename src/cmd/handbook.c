/* handbook: reading it page by page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/handbook.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/contents.h"
#include "model/duty.h"

enum { WORDS_A_MINUTE = 110 }; /* read carefully in a foreign language */

unsigned
handbook_minutes(size_t words)
{
	return (unsigned)((words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
}

/* ---- what happened ---- */

static int
newest_first(const void *a, const void *b)
{
	const struct handbook_row *x = a, *y = b;

	if (x->at != y->at)
		return x->at > y->at ? -1 : 1;
	if (x->index != y->index)
		return x->index > y->index ? -1 : 1;
	return strcmp(x->terminal, y->terminal);
}

int
handbook_history(struct app *app, const char *number,
		 bool (*fit)(enum record_kind), struct handbook_row **ret,
		 size_t *ret_n, struct err *e)
{
	struct handbook_row *v;
	size_t n, k = 0;

	if (store_handbook_rows(app->store, app->a, number, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (fit(v[i].kind))
			v[k++] = v[i];
	if (k > 1)
		qsort(v, k, sizeof(*v), newest_first);
	*ret = v;
	*ret_n = k;
	return 0;
}

/* ---- what of an edition concerns somebody ---- */

/* What they acknowledged so far, as duty_covered() wants it; *RET_NEWEST: the
 * edition of the last, 0: none. */
static int
acks_of(struct app *app, const char *number, struct duty_ack **ret,
	size_t *ret_n, unsigned *ret_newest, struct err *e)
{
	struct handbook_row *rows;
	struct duty_ack *v;
	size_t nrows, n = 0;

	if (store_handbook_rows(app->store, app->a, number, &rows, &nrows,
				e) != 0)
		return -1;
	v = ARENA_ARRAY(app->a, struct duty_ack, nrows + 1);
	*ret_newest = 0;
	for (size_t i = 0; i < nrows; i++) {
		if (rows[i].kind != REC_ACK && rows[i].kind != REC_PAPER)
			continue;
		*ret_newest = rows[i].edition;
		v[n++] = (struct duty_ack){
			.edition = rows[i].edition,
			.sections = (const char *const *)rows[i].sections,
			.nsections = rows[i].nsections,
		};
	}
	*ret = v;
	*ret_n = n;
	return 0;
}

int
handbook_owed(struct app *app, const struct edition_row *row,
	      const char *number, struct owed *ret, struct err *e)
{
	struct duty_section *sections;
	struct owed all = { 0 }, v = { 0 };
	struct duty_ack *acks;
	unsigned newest;
	size_t nacks;

	if (app_sections(app, row, &sections, e) != 0 ||
	    acks_of(app, number, &acks, &nacks, &newest, e) != 0)
		return -1;
	all.must = ARENA_ARRAY(app->a, const char *, row->nsections + 1);
	v.must = ARENA_ARRAY(app->a, const char *, row->nsections + 1);
	v.fresh = ARENA_ARRAY(app->a, const char *, row->nsections + 1);
	for (size_t i = 0; i < row->nsections; i++) {
		const struct duty_section *s = &sections[i];

		if (s->must)
			all.must[all.nmust++] = s->id;
		if (s->must && !duty_covered(acks, nacks, s))
			v.must[v.nmust++] = s->id;
		if (newest > 0 && s->changed > newest)
			v.fresh[v.nfresh++] = s->id;
	}
	if (v.nmust == 0) {
		v.must = all.must;
		v.nmust = all.nmust;
	}
	v.newest = newest;
	*ret = v;
	return 0;
}

int
handbook_put(struct app *app, struct record *r, const char *number,
	     const struct app_edition *ed, struct err *e)
{
	struct arena *a = app->a;

	if (record_put(a, r, "number", number, e) != 0 ||
	    record_put_int(a, r, "edition", ed->row.edition, e) != 0 ||
	    record_put(a, r, "language", ed->lang, e) != 0)
		return -1;
	return record_put(a, r, "text", ed->sha, e);
}

int
handbook_edition(struct app *app, struct edition_row *ret, struct err *e)
{
	bool found;

	if (app_current_edition(app, ret, &found, e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_FAILED, "no edition of the handbook is "
			       "published yet: HR does it with 'handbook "
			       "publish --material'");
	return 0;
}

/* ---- read ---- */

/* NULL: there is none of that number. */
static int
find_edition(struct app *app, unsigned edition, const struct edition_row **ret,
	     struct err *e)
{
	struct edition_row *v;
	size_t n;

	*ret = NULL;
	if (store_editions(app->store, app->a, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (v[i].edition == edition)
			*ret = &v[i];
	return 0;
}

/* NULL: not published in that language, or lost: then what is new can't be
 * told, and all else can. */
static const struct edition_text *
text_of(struct app *app, const struct edition_row *row, const char *lang)
{
	struct app_edition *ed = ARENA_NEW(app->a, struct app_edition);
	struct err none;

	err_init(&none, NULL);
	if (row == NULL || app_edition_text(app, row, lang, ed, &none) != 0)
		return NULL;
	return str_eq(ed->lang, lang) ? &ed->text : NULL;
}

static int
open_langs(struct app *app, const struct edition_row *row, unsigned newest,
	   struct reading_lang **ret, struct app_edition **ret_eds,
	   size_t *ret_n, struct err *e)
{
	struct reading_lang *v = ARENA_ARRAY(app->a, struct reading_lang,
					     LANGS);
	struct app_edition *eds = ARENA_ARRAY(app->a, struct app_edition,
					      LANGS);
	size_t first = app_lang_index(app->lang), n = 0;
	const struct edition_row *was;

	if (find_edition(app, newest, &was, e) != 0)
		return -1;

	for (size_t k = 0; k < LANGS; k++) {
		const char *lang = app_langs[(first + k) % LANGS];

		if (app_edition_text(app, row, lang, &eds[n], e) != 0)
			return -1;
		if (!str_eq(eds[n].lang, lang))
			continue; /* not published in it */
		v[n].lang = lang;
		v[n].m = app_catalogue(app, lang);
		v[n].text = &eds[n].text;
		v[n].was = text_of(app, was, lang);
		n++;
	}
	*ret = v;
	*ret_eds = eds;
	*ret_n = n;
	return 0;
}

static int
put_shapes(struct app *app, struct record *r, const struct reading *rd,
	   struct err *e)
{
	struct arena *a = app->a;

	for (size_t i = 0; i < rd->nopened; i++)
		if (record_put(a, r, "opened", rd->opened[i], e) != 0)
			return -1;
	for (size_t i = 0; i < rd->nquiz; i++)
		if (record_put(a, r, "answered",
			       arena_printf(a, "%s %u %u",
					    rd->quiz[i].section,
					    rd->quiz[i].right,
					    rd->quiz[i].asked), e) != 0)
			return -1;
	return record_put(a, r, "bookmark",
			  arena_printf(a, "%s %u", rd->section, rd->line), e);
}

static int
keep(struct app *app, const struct app_edition *ed, const struct reading *rd,
     const char *draft_key, uint64_t *ret, struct err *e)
{
	struct side_draft draft = { .key = draft_key };
	struct append side = { .drafts = &draft, .ndrafts = 1 };
	struct arena *a = app->a;
	struct appended done;
	struct record *r;

	if (app_record(app, REC_READ, app->who, &r, e) != 0 ||
	    handbook_put(app, r, app->who, ed, e) != 0 ||
	    put_shapes(app, r, rd, e) != 0 ||
	    record_put_int(a, r, "seconds", rd->seconds, e) != 0 ||
	    record_put(a, r, "entry",
		       app->io->interactive ? "keyboard" : "script", e) != 0)
		return -1;

	struct endorsed v = { .r = r };

	if (app_append(app, &v, 1, &side, &done, e) != 0)
		return -1;
	*ret = done.first;
	return 0;
}

/* LEAF NULL: there was nothing to record. */
static int
show_kept(struct app *app, const struct app_edition *ed,
	  const struct reading *sitting, const struct owed *owed,
	  const uint64_t *leaf, struct err *e)
{
	struct value *d = leaf != NULL ? app_leaf_data(app, *leaf) :
					 app_data(app);
	struct page *p = app_page(app, T(app, "HANDBOOK"));
	struct standing st;
	struct reading all;
	const char **missing, *key;
	size_t n;

	if (store_reading(app->store, app->a, app->who, ed->row.edition, &all,
			  e) != 0 ||
	    app_standing(app, &ed->row, app->who, &st, e) != 0)
		return -1;
	n = reading_missing(app->a, &ed->text, owed->must, owed->nmust, &all,
			    &missing);
	if (leaf == NULL)
		value_put(app->a, d, "leaf", value_null(app->a));
	value_put_int(app->a, d, "edition", ed->row.edition);
	value_put_int(app->a, d, "seconds", sitting->seconds);
	value_put_int(app->a, d, "missing", (int64_t)n);
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Your place is kept. Must-read "
					      "parts opened: %zu of %zu."),
			       owed->nmust - n, owed->nmust));
	key = app_menu_key(app, app->role, "sign");
	if (st.status == DUTY_ACKNOWLEDGED)
		page_para(app->a, p, T(app, "You have signed: there is "
					    "nothing more to sign."));
	else if (n == 0)
		page_para(app->a, p, key == NULL ?
			  T(app, "You can sign now: 'sign'.") :
			  arena_printf(app->a, T(app, "You can sign now: "
						      "Enter, then %s."),
				       key));
	return app_result(app, d, NULL, p, e);
}

static int
read_on(struct app *app, const char *only, struct err *e)
{
	struct reading_setup s = { .trial = app->house.trial,
				   .clock = &app->clock,
				   .keeper = &app->keeper, .only = only };
	struct reading before, sitting = { 0 };
	struct reading_lang *langs;
	struct app_edition *eds;
	struct edition_row row;
	struct owed owed;
	struct person me;
	size_t lang = 0;
	uint64_t leaf;
	bool any;

	if (handbook_edition(app, &row, e) != 0 ||
	    app_person(app, app->who, &me, e) != 0 ||
	    handbook_owed(app, &row, app->who, &owed, e) != 0 ||
	    open_langs(app, &row, owed.newest, &langs, &eds, &s.nlangs, e) != 0 ||
	    store_reading(app->store, app->a, app->who, row.edition, &before,
			  e) != 0)
		return -1;
	s.name = app_short_name(app, me.name);
	s.langs = langs;
	s.before = &before;
	s.draft_key = arena_printf(app->a, "read %s %u", app->who,
				   row.edition);
	s.must = owed.must;
	s.nmust = owed.nmust;
	s.fresh = owed.fresh;
	s.nfresh = owed.nfresh;
	if (reading_run(app->io, app->a, &s, &sitting, &lang, e) != 0)
		return -1;
	any = sitting.nopened > 0 || sitting.seconds > 0 || sitting.nquiz > 0;
	if (any && keep(app, &eds[lang], &sitting, s.draft_key, &leaf, e) != 0)
		return -1;
	return show_kept(app, &eds[lang], &sitting, &owed,
			 any ? &leaf : NULL, e);
}

int
cmd_handbook(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const char *words[2];

	if (app_args(app, NULL, 0, argc, argv, 2, words, e) != 0)
		return -1;
	if (words[0] != NULL && !str_eq(words[0], "read"))
		return err_set(e, ERR_USAGE, "handbook: read, show SECTION, "
			       "edit SECTION or publish");
	return read_on(app, words[1], e);
}
