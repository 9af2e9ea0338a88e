/* The commandments' document.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/content.h"

#include <stddef.h>

#include "xml/documents.h"

enum { ROOT, MANTRA, COMMANDMENT, TOPIC, TITLE, DO, EASY, SAY, ANSWER, AVOID,
       STORY, QUESTION, HINT, PRACTICE, PRACTICE_T, MARK, RECALL, RECALL_ASK,
       RECALL_ANSWER, TRAIN };

enum { CUR_DOC, CUR_COMMANDMENT, CUR_QUIZ = QUIZ_CURSOR };

static struct commandment *
current(struct reader *r)
{
	return r->at[CUR_COMMANDMENT];
}

static void
start_commandment(struct reader *r, const struct attr *v)
{
	struct commandments *c = r->model;
	struct commandment x = { .id = v[0].s, .number = (unsigned)v[1].n,
				 .line = reader_top(r)->line };

	if (x.number != c->n + 1)
		report(&r->rep, place_of_attr(r, reader_top(r)->tag, "number"),
		       "D034",
		       N_("commandment '%s' has the number %u; in its place it must have %zu"),
		       x.id, x.number, c->n + 1);
	ARENA_PUSH(r->a, c->v, c->n, c->cap, x);
	r->at[CUR_COMMANDMENT] = &c->v[c->n - 1];
}

static void
start_practice(struct reader *r, const struct attr *v)
{
	current(r)->practice_seconds = v[1].s == NULL ? 120 : (unsigned)v[1].n;
}

static void
text_mark(struct reader *r, struct text *t)
{
	struct commandment *c = current(r);

	for (size_t i = 0; i < PRACTICE_MARKS; i++) {
		if (c->marks[i] == NULL) {
			c->marks[i] = t;
			return;
		}
	}
	report(&r->rep, place_of(r, reader_top(r)->tag), "D033",
	       N_("'%s' is one mark too many: a practice has exactly three"),
	       t->id);
}

static void
end_practice(struct reader *r)
{
	if (current(r)->marks[PRACTICE_MARKS - 1] == NULL)
		report(&r->rep, place_of(r, reader_top(r)->tag), "D033",
		       N_("the practice '%s' needs exactly three marks"),
		       reader_top(r)->id);
}

static void
start_recall(struct reader *r, const struct attr *v)
{
	struct commandment *c = current(r);
	struct quiz q = { .id = v[0].s };

	ARENA_PUSH(r->a, c->recall, c->nrecall, c->caprecall, q);
	r->at[CUR_QUIZ] = &c->recall[c->nrecall - 1];
}

static void
end_recall(struct reader *r)
{
	check_quiz(r, r->at[CUR_QUIZ], reader_top(r)->tag);
}

static void
start_train(struct reader *r, const struct attr *v)
{
	struct commandment *c = current(r);

	ARENA_PUSH(r->a, c->drills, c->ndrills, c->capdrills, v[0].s);
}

static const struct attr_spec root_attrs[] = { ROOT_ATTRS, { 0 } };
static const struct attr_spec id_attrs[] = {
	{ .name = "id", .type = AT_ID, .required = true }, { 0 } };
static const struct attr_spec ref_attrs[] = {
	{ .name = "ref", .type = AT_REF, .required = true }, { 0 } };
static const struct attr_spec commandment_attrs[] = {
	{ .name = "id", .type = AT_ID, .required = true },
	{ .name = "number", .type = AT_INT, .required = true, .min = 1,
	  .max = 1000 },
	{ 0 } };
static const struct attr_spec practice_attrs[] = {
	{ .name = "id", .type = AT_ID, .required = true },
	{ .name = "seconds", .type = AT_INT, .min = 10, .max = 3600 },
	{ 0 } };

static const struct text_rule short_line = { .chars = 40 };

/* A text of the commandment that goes to MEMBER. */
#define PART(word, field)                                                     \
	{ .name = (word), .parents = IN(COMMANDMENT), .attrs = id_attrs,      \
	  .flags = ELEM_TEXT, .occurs = '1',                                  \
	  FIELD(CUR_COMMANDMENT, struct commandment, field) }

static const struct elem_spec rows[] = {
	[ROOT] = { .name = "commandments", .attrs = root_attrs,
		   .start = start_document },
	[MANTRA] = { .name = "mantra", .parents = IN(ROOT), .attrs = id_attrs,
		     .flags = ELEM_TEXT, .occurs = '1',
		     FIELD(CUR_DOC, struct commandments, mantra) },
	[COMMANDMENT] = { .name = "commandment", .parents = IN(ROOT),
			  .attrs = commandment_attrs, .occurs = '+',
			  .start = start_commandment },
	[TOPIC] = PART("topic", topic),
	[TITLE] = { .name = "title", .parents = IN(COMMANDMENT),
		    .attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '1',
		    FIELD(CUR_COMMANDMENT, struct commandment, title),
		    .rule = &short_line },
	[DO] = PART("do", do_),
	[EASY] = PART("easy", easy),
	[SAY] = PART("say", say),
	[ANSWER] = PART("answer", answer),
	[AVOID] = PART("avoid", avoid),
	[STORY] = PART("story", story),
	[QUESTION] = PART("question", question),
	[HINT] = PART("hint", hint),
	[PRACTICE] = { .name = "practice", .parents = IN(COMMANDMENT),
		       .attrs = practice_attrs, .occurs = '1',
		       .start = start_practice, .end = end_practice },
	[PRACTICE_T] = { .name = "t", .parents = IN(PRACTICE),
			 .attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '1',
			 FIELD(CUR_COMMANDMENT, struct commandment, practice) },
	[MARK] = { .name = "mark", .parents = IN(PRACTICE), .attrs = id_attrs,
		   .flags = ELEM_TEXT, .occurs = '*', .text = text_mark,
		   .rule = &short_line },
	[RECALL] = { .name = "recall", .parents = IN(COMMANDMENT),
		     .attrs = id_attrs, .occurs = '*', .start = start_recall,
		     .end = end_recall },
	[RECALL_ASK] = { .name = "ask", .parents = IN(RECALL),
			 .attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '1',
			 FIELD(CUR_QUIZ, struct quiz, ask) },
	[RECALL_ANSWER] = { .name = "answer", .parents = IN(RECALL),
			    .attrs = answer_attrs, .flags = ELEM_TEXT,
			    .occurs = '*', .start = start_answer,
			    .text = text_answer },
	[TRAIN] = { .name = "train", .parents = IN(COMMANDMENT),
		    .attrs = ref_attrs, .occurs = '*', .start = start_train },
};

const struct doc_spec doc_commandments = {
	CONTENT_COMMANDMENTS, "urn:preshift:commandments:1", rows,
	NELEM(rows), false };

int
content_commandments(struct arena *a, const char *file, const char *s,
		     size_t n, struct findings *f, struct commandments **ret,
		     struct err *e)
{
	OWN(reader_free) struct reader *r = reader_new(a, file, s, n, f);
	struct commandments *c = ARENA_NEW(a, struct commandments);

	r->model = r->at[CUR_DOC] = c;
	reader_run(r, &doc_commandments, &c->doc);
	if (r->rep.errors == 0)
		check_values(r, NULL);
	if (r->rep.errors > 0)
		return report_fail(&r->rep, e);
	*ret = c;
	return 0;
}
