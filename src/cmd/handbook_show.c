/* handbook show: the edition as it was published, or one section of it, to
 * look something up or to be printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/handbook.h"

#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/contents.h"

/* Whether it must be read is the record's to say, not the text's. */
static bool
is_must(const struct app_edition *ed, const struct edition_section *sec)
{
	for (size_t i = 0; i < ed->row.nsections; i++)
		if (str_eq(ed->row.sections[i].id, sec->id))
			return ed->row.sections[i].must;
	return false;
}

/* ---- for machines ---- */

/* Which answers are right is for `handbook read` to say, once they are
 * given. */
static void
section_data(struct app *app, struct value *d, const struct app_edition *ed,
	     const struct edition_section *sec)
{
	struct arena *a = app->a;
	struct value *list;

	value_put_text(a, d, "section", sec->id);
	value_put_text(a, d, "title", sec->title);
	value_put_bool(a, d, "must", is_must(ed, sec));
	list = value_put(a, d, "lines", value_list(a));
	for (size_t i = 0; i < sec->nlines; i++) {
		const struct edition_line *l = &sec->lines[i];
		struct value *v = value_map(a);

		value_put_text(a, v, "kind", l->kind == LINE_ITEM ?
					     "item" : "paragraph");
		value_put_text(a, v, "text", l->s);
		value_put_text(a, v, "easy", l->easy);
		value_add(a, list, v);
	}
	list = value_put(a, d, "questions", value_list(a));
	for (size_t i = 0; i < sec->nquestions; i++) {
		const struct edition_question *q = &sec->questions[i];
		struct value *v = value_map(a), *answers;

		value_put_text(a, v, "text", q->s);
		answers = value_put(a, v, "answers", value_list(a));
		for (size_t k = 0; k < q->nanswers; k++)
			value_add(a, answers, value_text(a, q->answers[k].s));
		value_add(a, list, v);
	}
}

static struct value *
edition_data(struct app *app, const struct app_edition *ed)
{
	struct value *d = app_data(app);

	value_put_int(app->a, d, "edition", ed->row.edition);
	value_put_text(app->a, d, "language", ed->lang);
	value_put_text(app->a, d, "sha256", ed->sha);
	return d;
}

/* ---- for people ---- */

/* "H5 Your authority (must-read)" */
static const char *
heading(struct app *app, const struct app_edition *ed,
	const struct edition_section *sec)
{
	const char *s = arena_printf(app->a, "%s %s", sec->id, sec->title);

	return is_must(ed, sec) ?
		       arena_printf(app->a, T(app, "%s (must-read)"), s) : s;
}

static void
add_lines(struct app *app, struct page *p, const struct edition_section *sec)
{
	size_t number = 0;

	for (size_t i = 0; i < sec->nlines; i++) {
		const struct edition_line *l = &sec->lines[i];

		number += l->kind == LINE_PARA;
		page_item(app->a, p, l->kind == LINE_ITEM ? "-" :
			  arena_printf(app->a, "%zu", number), l->s);
		if (l->easy != NULL)
			page_note(app->a, p, T(app, "In easier words"),
				  l->easy);
	}
}

static const char *
answer_key(struct app *app, size_t i)
{
	return arena_printf(app->a, "%c", (char)('a' + i));
}

static void
add_questions(struct app *app, struct page *p,
	      const struct edition_section *sec)
{
	if (sec->nquestions == 0)
		return;
	page_gap(app->a, p);
	page_title(app->a, p, T(app, "Questions"));
	for (size_t i = 0; i < sec->nquestions; i++) {
		const struct edition_question *q = &sec->questions[i];

		page_gap(app->a, p);
		page_para(app->a, p, arena_printf(app->a, "%zu. %s", i + 1,
						  q->s));
		for (size_t k = 0; k < q->nanswers; k++)
			page_item(app->a, p, answer_key(app, k),
				  q->answers[k].s);
	}
}

/* Which text this is, so that nobody mistakes it for another. */
static void
add_imprint(struct app *app, struct page *p, const struct app_edition *ed)
{
	struct arena *a = app->a;
	int64_t from;

	page_field(a, p, T(app, "House"), ed->text.house);
	page_field(a, p, T(app, "Edition"),
		   arena_printf(a, "%u", ed->row.edition));
	page_field(a, p, T(app, "Language"),
		   app_lang_names[app_lang_index(ed->lang)]);
	page_field(a, p, T(app, "Published"),
		   app_date_words(app, app_day_of(app, ed->row.at)));
	if (date_parse(ed->row.from, &from))
		page_field(a, p, T(app, "Holds from"),
			   app_date_words(app, from));
	page_gap(a, p);
	page_para(a, p, T(app, "Fingerprint of this text (SHA-256):"));
	page_para(a, p, ed->sha);
}

/* "2 c" for each question, behind everything else. */
static void
add_answers(struct app *app, struct page *p, const struct edition_text *t)
{
	page_gap(app->a, p);
	page_rule(app->a, p, T(app, "Answers to the questions"));
	for (size_t i = 0; i < t->nsections; i++) {
		const struct edition_section *sec = &t->sections[i];
		const char *all = "";

		for (size_t k = 0; k < sec->nquestions; k++) {
			const struct edition_question *q = &sec->questions[k];
			size_t right = 0;

			while (!q->answers[right].right)
				right++;
			all = arena_printf(app->a, "%s%s%zu %s", all,
					   k > 0 ? ",  " : "", k + 1,
					   answer_key(app, right));
		}
		if (sec->nquestions > 0)
			page_field(app->a, p, sec->id, all);
	}
}

static int
show_section(struct app *app, const struct app_edition *ed,
	     const struct edition_section *sec, struct err *e)
{
	struct value *d = edition_data(app, ed);
	struct page *p;

	section_data(app, d, ed, sec);
	p = app_page(app, arena_printf(app->a, "%s %u  %s",
				       T(app, "HANDBOOK edition"),
				       ed->row.edition, heading(app, ed, sec)));
	add_lines(app, p, sec);
	add_questions(app, p, sec);
	page_gap(app->a, p);
	page_rule(app->a, p, T(app, "About this text"));
	add_imprint(app, p, ed);
	return app_result(app, d, NULL, p, e);
}

static int
show_all(struct app *app, const struct app_edition *ed, struct err *e)
{
	const struct edition_text *t = &ed->text;
	struct arena *a = app->a;
	struct value *d = edition_data(app, ed), *list;
	struct page *p = app_page(app, arena_printf(a, T(app, "%s, edition "
							      "%u"),
						    t->title, t->edition));

	value_put_text(a, d, "house", t->house);
	value_put_text(a, d, "title", t->title);
	list = value_put(a, d, "sections", value_list(a));
	p->paper = PAPER_BOOK;
	p->contents = T(app, "Contents");
	p->right = NULL;
	add_imprint(app, p, ed);
	page_gap(a, p);
	page_para(a, p, T(app, "What counts is the numbered text; easier words "
			       "only help to understand it."));
	for (size_t i = 0; i < t->nsections; i++) {
		const struct edition_section *sec = &t->sections[i];
		struct value *v = value_map(a);

		section_data(app, v, ed, sec);
		value_add(a, list, v);
		page_gap(a, p);
		page_rule(a, p, heading(app, ed, sec));
		page_gap(a, p);
		add_lines(app, p, sec);
		add_questions(app, p, sec);
	}
	add_answers(app, p, t);
	return app_result(app, d, NULL, p, e);
}

/* All of it in the language of the text, also where the reader's own is not
 * among those it was published in: a document does not mix two. */
int
cmd_handbook_show(struct app *app, int argc, const char *const *argv,
		  struct err *e)
{
	const char *words[2], *id, *lang = app->lang;
	const struct edition_section *sec = NULL;
	struct app_edition ed;
	struct edition_row row;
	bool found;
	int rc;

	if (app_args(app, NULL, 0, argc, argv, 2, words, e) != 0)
		return -1;
	id = words[0];
	/* Who sits there opens a section by its number. */
	if (id == NULL && app_has_keys(app))
		return contents_list(app, e);
	if (words[1] != NULL)
		return contents_from(app, id, words[1], e);
	if (app_current_edition(app, &row, &found, e) != 0)
		return -1;
	/* What it will contain can be looked at before. */
	if (!found && id == NULL)
		return contents_list(app, e);
	if (handbook_edition(app, &row, e) != 0 ||
	    app_edition_text(app, &row, lang, &ed, e) != 0 ||
	    (id != NULL && contents_section(&ed.text, id, &sec, e) != 0) ||
	    app_set_lang(app, ed.lang, e) != 0)
		return -1;
	rc = sec == NULL ? show_all(app, &ed, e) :
			   show_section(app, &ed, sec, e);
	(void)!app_set_lang(app, lang, e); /* it was set before */
	return rc;
}
