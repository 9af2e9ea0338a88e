/* The handbook's document.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/content.h"

#include <stddef.h>
#include <string.h>

#include "base/str.h"
#include "xml/documents.h"

enum { ROOT, TITLE, VALUE, VALUE_NAME, SECTION, SECTION_TITLE, P, LI, BLOCK_T,
       BLOCK_EASY, QUESTION, ASK, ANSWER };

enum { CUR_DOC, CUR_SECTION, CUR_QUIZ = QUIZ_CURSOR, CUR_BLOCK, CUR_VALUE };

/* ---- Values ---- */

static bool
all_of(const char *s, const char *allowed)
{
	return s[0] != '\0' && s[strspn(s, allowed)] == '\0';
}

/* "15 EUR", "1,50 EUR" */
static bool
money_ok(const char *s)
{
	size_t n = strspn(s, "0123456789.,");
	size_t unit;

	if (n == 0 || s[n] != ' ')
		return false;
	unit = strspn(s + n + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	return unit == 3 && s[n + 4] == '\0';
}

static bool
time_ok(const char *s)
{
	return strlen(s) == 5 && s[2] == ':' && s[0] >= '0' && s[0] <= '2' &&
	       s[1] >= '0' && s[1] <= '9' && (s[0] < '2' || s[1] <= '3') &&
	       s[3] >= '0' && s[3] <= '5' && s[4] >= '0' && s[4] <= '9';
}

static bool
value_ok(enum value_type type, const char *s)
{
	const char *at;

	switch (type) {
	case VALUE_MONEY:
		return money_ok(s);
	case VALUE_NUMBER:
	case VALUE_DAYS:
		return all_of(s, "0123456789");
	case VALUE_PHONE:
		return all_of(s, "+0123456789 -/()");
	case VALUE_MAIL:
		at = strchr(s, '@');
		return at != NULL && at != s && at[1] != '\0' &&
		       strchr(s, ' ') == NULL;
	case VALUE_TIME:
		return time_ok(s);
	case VALUE_TEXT:
		return true;
	}
	return false;
}

static void
start_value(struct reader *r, const struct attr *v)
{
	struct handbook *h = r->model;
	struct handbook_value x = { .id = v[0].s,
				    .type = (enum value_type)v[1].n,
				    .dflt = v[2].s };

	if (!value_ok(x.type, x.dflt))
		report(&r->rep,
		       place_of_attr(r, reader_top(r)->tag, "default"),
		       "D038", N_("the value '%s' is of the type %s; '%s' is not"),
		       x.id, v[1].s, x.dflt);
	ARENA_PUSH(r->a, h->values, h->nvalues, h->capvalues, x);
	r->at[CUR_VALUE] = &h->values[h->nvalues - 1];
}

/* ---- Sections ---- */

static void
start_section(struct reader *r, const struct attr *v)
{
	struct handbook *h = r->model;
	struct handbook_section x = { .id = v[0].s, .must = v[1].n == 0,
				      .line = reader_top(r)->line };

	ARENA_PUSH(r->a, h->sections, h->nsections, h->capsections, x);
	r->at[CUR_SECTION] = &h->sections[h->nsections - 1];
}

static void
add_block(struct reader *r, enum block_kind kind)
{
	struct handbook_section *s = r->at[CUR_SECTION];
	struct handbook_block b = { .kind = kind };

	ARENA_PUSH(r->a, s->blocks, s->nblocks, s->capblocks, b);
	r->at[CUR_BLOCK] = &s->blocks[s->nblocks - 1];
}

static void
start_p(struct reader *r, const struct attr *v)
{
	(void)v;
	add_block(r, BLOCK_PARA);
}

static void
start_li(struct reader *r, const struct attr *v)
{
	(void)v;
	add_block(r, BLOCK_ITEM);
}

static void
start_question(struct reader *r, const struct attr *v)
{
	struct handbook_section *s = r->at[CUR_SECTION];
	struct quiz q = { .id = v[0].s };

	ARENA_PUSH(r->a, s->questions, s->nquestions, s->capquestions, q);
	r->at[CUR_QUIZ] = &s->questions[s->nquestions - 1];
}

static void
end_question(struct reader *r)
{
	check_quiz(r, r->at[CUR_QUIZ], reader_top(r)->tag);
}

/* ---- The table ---- */

static const struct attr_spec root_attrs[] = { ROOT_ATTRS, { 0 } };
static const struct attr_spec id_attrs[] = {
	{ .name = "id", .type = AT_ID, .required = true }, { 0 } };
static const struct attr_spec value_attrs[] = {
	{ .name = "id", .type = AT_ID, .required = true },
	/* in the order of enum value_type */
	{ .name = "type", .type = AT_WORD, .required = true,
	  .words = "money number days text phone mail time" },
	{ .name = "default", .type = AT_TEXT, .required = true },
	{ 0 } };
static const struct attr_spec section_attrs[] = {
	{ .name = "id", .type = AT_SECTION, .required = true },
	{ .name = "must", .type = AT_WORD, .required = true,
	  .words = "yes no" },
	{ 0 } };

/* A line of preshift-text/1 has at most 1,000 bytes; values grow in it. */
static const struct text_rule line_rule = { .bytes = 900,
					    .edition_line = true };
static const struct text_rule title_rule = { .bytes = 200 };

static const struct elem_spec rows[] = {
	[ROOT] = { .name = "handbook", .attrs = root_attrs,
		   .start = start_document },
	[TITLE] = { .name = "title", .parents = IN(ROOT), .attrs = id_attrs,
		    .flags = ELEM_TEXT, .occurs = '1', .rule = &title_rule,
		    FIELD(CUR_DOC, struct handbook, title) },
	[VALUE] = { .name = "value", .parents = IN(ROOT),
		    .attrs = value_attrs, .occurs = '*',
		    .start = start_value },
	[VALUE_NAME] = { .name = "name", .parents = IN(VALUE),
			 .attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '1',
			 FIELD(CUR_VALUE, struct handbook_value, name) },
	[SECTION] = { .name = "section", .parents = IN(ROOT),
		      .attrs = section_attrs, .occurs = '+',
		      .start = start_section },
	[SECTION_TITLE] = { .name = "title", .parents = IN(SECTION),
			    .attrs = id_attrs, .flags = ELEM_TEXT,
			    .occurs = '1', .rule = &title_rule,
			    FIELD(CUR_SECTION, struct handbook_section,
				  title) },
	[P] = { .name = "p", .parents = IN(SECTION), .attrs = id_attrs,
		.occurs = '*', .start = start_p },
	[LI] = { .name = "li", .parents = IN(SECTION), .attrs = id_attrs,
		 .occurs = '*', .start = start_li },
	[BLOCK_T] = { .name = "t", .parents = IN(P) | IN(LI),
		      .attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '1',
		      .rule = &line_rule,
		      FIELD(CUR_BLOCK, struct handbook_block, t) },
	[BLOCK_EASY] = { .name = "easy", .parents = IN(P) | IN(LI),
			 .attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '?',
			 .rule = &line_rule,
			 FIELD(CUR_BLOCK, struct handbook_block, easy) },
	[QUESTION] = { .name = "question", .parents = IN(SECTION),
		       .attrs = id_attrs, .occurs = '*',
		       .start = start_question, .end = end_question },
	[ASK] = { .name = "ask", .parents = IN(QUESTION), .attrs = id_attrs,
		  .flags = ELEM_TEXT, .occurs = '1', .rule = &line_rule,
		  FIELD(CUR_QUIZ, struct quiz, ask) },
	[ANSWER] = { .name = "answer", .parents = IN(QUESTION),
		     .attrs = answer_attrs, .flags = ELEM_TEXT, .occurs = '*',
		     .rule = &line_rule, .start = start_answer,
		     .text = text_answer },
};

const struct doc_spec doc_handbook = {
	CONTENT_HANDBOOK, "urn:preshift:handbook:1", rows, NELEM(rows),
	false };

int
content_handbook(struct arena *a, const char *file, const char *s, size_t n,
		 struct findings *f, struct handbook **ret, struct err *e)
{
	OWN(reader_free) struct reader *r = reader_new(a, file, s, n, f);
	struct handbook *h = ARENA_NEW(a, struct handbook);

	r->model = r->at[CUR_DOC] = h;
	reader_run(r, &doc_handbook, &h->doc);
	if (r->rep.errors == 0)
		check_values(r, h);
	if (r->rep.errors > 0)
		return report_fail(&r->rep, e);
	*ret = h;
	return 0;
}
