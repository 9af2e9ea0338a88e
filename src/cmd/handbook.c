/* handbook: reading it page by page; one section; publishing an edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/handbook.h"

#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "cmd/cmd.h"
#include "model/duty.h"

/* "H5 3 must": the id. */
static const char *
section_id(struct app *app, const char *line)
{
	return arena_strndup(app->a, line, strcspn(line, " "));
}

void
handbook_must(struct app *app, const struct edition_row *row,
	      const char ***ret, size_t *ret_n)
{
	const char **v = ARENA_ARRAY(app->a, const char *, row->nsections + 1);
	size_t n = 0;

	for (size_t i = 0; i < row->nsections; i++)
		if (str_ends(row->sections[i], " must"))
			v[n++] = section_id(app, row->sections[i]);
	*ret = v;
	*ret_n = n;
}

int
handbook_due(struct app *app, const struct edition_row *row,
	     const char *number, const char ***ret, size_t *ret_n,
	     struct err *e)
{
	struct duty_section *must;
	struct handbook_row *rows;
	struct duty_ack *acks;
	size_t nmust, nrows, nacks = 0, n = 0;
	const char **v;

	if (app_must_read(app, row, &must, &nmust, e) != 0 ||
	    store_handbook_rows(app->store, app->a, number, &rows, &nrows,
				e) != 0)
		return -1;
	acks = ARENA_ARRAY(app->a, struct duty_ack, nrows + 1);
	for (size_t i = 0; i < nrows; i++)
		if (rows[i].kind == REC_ACK || rows[i].kind == REC_PAPER)
			acks[nacks++] = (struct duty_ack){
				.edition = rows[i].edition,
				.sections = (const char *const *)
						    rows[i].sections,
				.nsections = rows[i].nsections,
			};
	v = ARENA_ARRAY(app->a, const char *, nmust + 1);
	for (size_t i = 0; i < nmust; i++)
		if (!duty_covered(acks, nacks, &must[i]))
			v[n++] = must[i].id;
	*ret = v;
	*ret_n = n;
	if (n == 0)
		handbook_must(app, row, ret, ret_n);
	return 0;
}

/* "H5 2 2" of the store as section, right, asked. */
static struct reading_quiz
quiz_of(struct app *app, const char *line)
{
	struct reading_quiz q = { .section = section_id(app, line) };
	uint64_t right = 0, asked = 0;
	const char *p = strchr(line, ' ');
	const char *sp = p != NULL ? strchr(p + 1, ' ') : NULL;

	if (sp != NULL &&
	    str_u64(arena_strndup(app->a, p + 1, (size_t)(sp - p - 1)), 999,
		    &right) &&
	    str_u64(sp + 1, 999, &asked)) {
		q.right = (unsigned)right;
		q.asked = (unsigned)asked;
	}
	return q;
}

int
handbook_read_before(struct app *app, const char *number, unsigned edition,
		     struct reading *ret, struct err *e)
{
	struct reading_state st;

	memset(ret, 0, sizeof(*ret));
	if (store_reading(app->store, app->a, number, edition, &st, e) != 0)
		return -1;
	for (size_t i = 0; i < st.nopened; i++)
		ARENA_PUSH(app->a, ret->opened, ret->nopened, ret->capopened,
			   st.opened[i]);
	for (size_t i = 0; i < st.nright; i++)
		ARENA_PUSH(app->a, ret->quiz, ret->nquiz, ret->capquiz,
			   quiz_of(app, st.right[i]));
	ret->section = st.section;
	ret->line = st.line;
	ret->seconds = st.seconds;
	return 0;
}

static int
edition_or_say(struct app *app, struct edition_row *ret, struct err *e)
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

static int
open_langs(struct app *app, const struct edition_row *row,
	   struct reading_lang **ret, struct app_edition **ret_eds,
	   size_t *ret_n, struct err *e)
{
	struct reading_lang *v = ARENA_ARRAY(app->a, struct reading_lang,
					     LANGS);
	struct app_edition *eds = ARENA_ARRAY(app->a, struct app_edition,
					      LANGS);
	size_t first = app_lang_index(app->lang), n = 0;

	for (size_t k = 0; k < LANGS; k++) {
		const char *lang = app_langs[(first + k) % LANGS];

		if (app_edition_text(app, row, lang, &eds[n], e) != 0)
			return -1;
		if (!str_eq(eds[n].lang, lang))
			continue; /* not published in it */
		v[n].lang = lang;
		v[n].m = app_catalogue(app, lang);
		v[n].text = &eds[n].text;
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
	    record_put(a, r, "number", app->who, e) != 0 ||
	    record_put_int(a, r, "edition", ed->row.edition, e) != 0 ||
	    record_put(a, r, "language", ed->lang, e) != 0 ||
	    record_put(a, r, "text", ed->sha, e) != 0 ||
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
show_kept(struct app *app, const struct edition_row *row,
	  const struct reading *sitting, const char *const *must,
	  size_t nmust, const struct edition_text *text, const uint64_t *leaf,
	  struct err *e)
{
	struct value *d = leaf != NULL ? app_leaf_data(app, *leaf) :
					 app_data(app);
	struct page *p = app_page(app, T(app, "HANDBOOK"));
	struct reading all;
	const char **missing;
	size_t n;

	if (handbook_read_before(app, app->who, row->edition, &all, e) != 0)
		return -1;
	n = reading_missing(app->a, text, must, nmust, &all, &missing);
	if (leaf == NULL)
		value_put(app->a, d, "leaf", value_null(app->a));
	value_put_int(app->a, d, "edition", row->edition);
	value_put_int(app->a, d, "seconds", sitting->seconds);
	value_put_int(app->a, d, "missing", (int64_t)n);
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Your place is kept. Must-read "
					      "parts opened: %zu of %zu."),
			       nmust - n, nmust));
	if (n == 0)
		page_para(app->a, p, T(app, "You can sign now: 'sign'."));
	return app_result(app, d, NULL, p, e);
}

/* Sections changed since what the person signed last; nothing was signed:
 * nothing is marked, all of it is new. */
static int
fresh_sections(struct app *app, const struct edition_row *row,
	       const char *const **ret, size_t *ret_n, struct err *e)
{
	const char **v = ARENA_ARRAY(app->a, const char *,
				     row->nsections + 1);
	struct handbook_row *rows;
	unsigned signed_edition = 0;
	size_t nrows, n = 0;

	if (store_handbook_rows(app->store, app->a, app->who, &rows, &nrows,
				e) != 0)
		return -1;
	for (size_t i = 0; i < nrows; i++)
		if (rows[i].kind == REC_ACK || rows[i].kind == REC_PAPER)
			signed_edition = rows[i].edition;
	for (size_t i = 0; signed_edition > 0 && i < row->nsections; i++) {
		const char *s = strchr(row->sections[i], ' ');
		unsigned changed = 0;

		for (; s != NULL && s[1] >= '0' && s[1] <= '9'; s++)
			changed = changed * 10 + (unsigned)(s[1] - '0');
		if (changed > signed_edition)
			v[n++] = section_id(app, row->sections[i]);
	}
	*ret = v;
	*ret_n = n;
	return 0;
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
	const char **must;
	size_t lang = 0;
	struct person me;
	uint64_t leaf;

	if (app_open_house(app, true, e) != 0 ||
	    edition_or_say(app, &row, e) != 0 ||
	    app_person(app, app->who, &me, e) != 0 ||
	    handbook_due(app, &row, app->who, &must, &s.nmust, e) != 0 ||
	    open_langs(app, &row, &langs, &eds, &s.nlangs, e) != 0 ||
	    fresh_sections(app, &row, &s.fresh, &s.nfresh, e) != 0 ||
	    handbook_read_before(app, app->who, row.edition, &before, e) != 0)
		return -1;
	s.name = app_short_name(app, me.name);
	s.langs = langs;
	s.before = &before;
	s.draft_key = arena_printf(app->a, "read %s %u", app->who,
				   row.edition);
	s.must = must;
	if (reading_run(app->io, app->a, &s, &sitting, &lang, e) != 0)
		return -1;
	if (sitting.nopened == 0 && sitting.seconds == 0 &&
	    sitting.nquiz == 0)
		return show_kept(app, &row, &sitting, must, s.nmust,
				 &eds[lang].text, NULL, e);
	if (keep(app, &eds[lang], &sitting, s.draft_key, &leaf, e) != 0)
		return -1;
	return show_kept(app, &row, &sitting, must, s.nmust, &eds[lang].text,
			 &leaf, e);
}

/* ---- show ---- */

static int
show_section(struct app *app, const char *id, struct err *e)
{
	const struct edition_section *sec = NULL;
	struct value *d = app_data(app);
	struct app_edition ed;
	struct edition_row row;
	struct page *p;

	if (edition_or_say(app, &row, e) != 0 ||
	    app_edition_text(app, &row, app->lang, &ed, e) != 0)
		return -1;
	for (size_t i = 0; i < ed.text.nsections; i++)
		if (strcasecmp(ed.text.sections[i].id, id) == 0)
			sec = &ed.text.sections[i];
	if (sec == NULL)
		return err_set(e, ERR_USAGE, "the handbook has no section "
			       "'%s'", id);
	p = app_page(app, arena_printf(app->a, "%s %u  %s %s",
				       T(app, "HANDBOOK edition"),
				       row.edition, sec->id, sec->title));
	value_put_text(app->a, d, "section", sec->id);
	value_put_text(app->a, d, "title", sec->title);
	value_put_text(app->a, d, "language", ed.lang);
	for (size_t i = 0; i < sec->nlines; i++) {
		if (sec->lines[i].kind == LINE_ITEM)
			page_item(app->a, p, "-", sec->lines[i].s);
		else
			page_para(app->a, p, sec->lines[i].s);
	}
	return app_result(app, d, NULL, p, e);
}

static int
need_session(struct app *app, unsigned roles, const char *what,
	     struct err *e)
{
	if (app_open_house(app, true, e) != 0)
		return -1;
	if (app->who[0] == '\0' && app->opt.as != NULL &&
	    app_login(app, app->opt.as, e) != 0)
		return -1;
	if (app->who[0] == '\0')
		return err_set(e, ERR_REFUSED,
			       "'%s' needs to know who you are: log in, or "
			       "give --as NUMBER", what);
	if (roles != 0 && !(roles & ROLE_BIT(app->role)))
		return err_set(e, ERR_REFUSED, "'%s' is for %s; %s is %s",
			       what, app_role_words(app, ROLE_HR), app->who,
			       app_role_words(app, app->role));
	return 0;
}

int
cmd_handbook(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const char *what = argc > 1 ? argv[1] : "read";

	if (str_eq(what, "show") && argc == 3)
		return show_section(app, argv[2], e);
	if (str_eq(what, "read") && argc <= 3) {
		if (need_session(app, 0, "handbook read", e) != 0)
			return -1;
		return read_on(app, argc == 3 ? argv[2] : NULL, e);
	}
	if (str_eq(what, "publish")) {
		if (need_session(app, ROLE_BIT(ROLE_HR), "handbook publish",
				 e) != 0)
			return -1;
		return handbook_publish(app, argc - 1, argv + 1, e);
	}
	return err_set(e, ERR_USAGE, "handbook: read, show SECTION or "
		       "publish");
}
