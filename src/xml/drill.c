/* A drill's document: the table of its elements.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/content.h"

#include <stddef.h>

#include "base/str.h"
#include "xml/documents.h"
#include "xml/drill_build.h"

enum { ROOT, TITLE, GOAL, INTRO, COMMANDMENT, SECTION, COMPETENCY, COMP_NAME,
       CAST, PERSON, PERSON_NAME, VAR, LABEL, LET, NODE, NODE_TITLE, NODE_SET,
       NODE_CALL, SAY, TIMER, REPLY, REPLY_T, REPLY_MODEL, RUBRIC, HINT,
       CHOICE, CHOICE_T, DID, WHY, SCORE, CHOICE_SET, FEEDBACK, CHOICE_CALL,
       CHOICE_GOTO, NODE_GOTO, TOLD, DEBRIEF, DEBRIEF_Q };

enum { CUR_DOC, CUR_NODE, CUR_CHOICE, CUR_COMPETENCY, CUR_PERSON, CUR_VAR };

static struct drill *
drill_of(struct reader *r)
{
	return ((struct drill_build *)r->model)->d;
}

static void
wait_for(struct reader *r, enum pending_kind kind, bool of_choice,
	 size_t item, const char *s, const char *value)
{
	struct drill_build *b = r->model;
	struct pending p = { .kind = kind, .choice = DRILL_NONE, .item = item,
			     .s = s, .value = value,
			     .tag = reader_top(r)->tag };

	if (s == NULL)
		return;
	if (b->d->nnodes > 0) {
		p.node = b->d->nnodes - 1;
		if (of_choice)
			p.choice = build_node(b)->nchoices - 1;
	}
	ARENA_PUSH(r->a, b->v, b->n, b->cap, p);
}

/* Says that there are too many of WHAT and stops adding. */
static bool
full(struct reader *r, size_t n, int max)
{
	if (n < (size_t)max)
		return false;
	report(&r->rep, place_of(r, reader_top(r)->tag), "D004",
	       N_("there are more than %d of '%s'"), max,
	       reader_top(r)->spec->name);
	return true;
}

static bool
is_yes(const struct attr *v)
{
	return v->s != NULL && v->n == 0;
}

static void
start_drill(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);

	start_document(r, v);
	d->difficulty = v[3].s == NULL ? 1 : (int)v[3].n;
	d->minutes = v[4].s == NULL ? 5 : (int)v[4].n;
	d->pass = (int)v[5].n;
}

static void
start_commandment(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);

	ARENA_PUSH(r->a, d->commandments, d->ncommandments,
		   d->capcommandments, v[0].s);
}

static void
start_section(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);

	ARENA_PUSH(r->a, d->sections, d->nsections, d->capsections, v[0].s);
}

static void
start_competency(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);
	struct drill_competency x = { .id = v[0].s,
		.weight = v[1].s == NULL ? 1 : (int)v[1].n,
		.pass = v[2].s == NULL ? -1 : (int)v[2].n };

	if (full(r, d->ncompetencies, DRILL_MAX_COMPETENCIES))
		return;
	ARENA_PUSH(r->a, d->competencies, d->ncompetencies,
		   d->capcompetencies, x);
	r->at[CUR_COMPETENCY] = &d->competencies[d->ncompetencies - 1];
}

static void
end_competency(struct reader *r)
{
	struct drill_competency *c = r->at[CUR_COMPETENCY];

	if (c != NULL && c->name == NULL)
		c->name = no_text(r, c->id, c->id);
}

static void
start_person(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);
	struct drill_person x = { .id = v[0].s, .role = v[1].s, .mood = -1 };

	if (full(r, d->npersons, DRILL_MAX_PERSONS))
		return;
	ARENA_PUSH(r->a, d->persons, d->npersons, d->cappersons, x);
	r->at[CUR_PERSON] = &d->persons[d->npersons - 1];
	wait_for(r, PEND_MOOD, false, d->npersons - 1, v[2].s, NULL);
}

static void
end_person(struct reader *r)
{
	struct drill_person *p = r->at[CUR_PERSON];

	if (p != NULL && p->name == NULL)
		p->name = no_text(r, p->id, p->id);
}

static void
start_var(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);
	struct drill_var x = { .id = v[0].s, .type = (enum var_type)v[1].n,
			       .line = reader_top(r)->line };

	if (full(r, d->nvars, DRILL_MAX_VARS))
		return;
	check_var(r, &x, v);
	ARENA_PUSH(r->a, d->vars, d->nvars, d->capvars, x);
	r->at[CUR_VAR] = &d->vars[d->nvars - 1];
}

static void
start_let(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);
	struct frame *f = reader_top(r);
	struct drill_let x = { .id = v[0].s, .line = f->line,
			       .column = f->column };

	if (full(r, d->nlets, DRILL_MAX_LETS))
		return;
	ARENA_PUSH(r->a, d->lets, d->nlets, d->caplets, x);
	wait_for(r, PEND_LET, false, d->nlets - 1, v[1].s, NULL);
}

static void
start_node(struct reader *r, const struct attr *v)
{
	struct drill *d = drill_of(r);
	struct frame *f = reader_top(r);
	struct drill_node x = { .id = v[0].s, .line = f->line,
		.kind = (enum node_kind)v[1].n,
		.column = f->column, .call = DRILL_NONE,
		.must = v[2].s == NULL ? MUST_NOT_CARE :
			(enum node_must)(v[2].n + 1),
		.max_visits = is_yes(&v[3]) ? 1 : (int)v[4].n };

	if (full(r, d->nnodes, DRILL_MAX_NODES))
		return;
	ARENA_PUSH(r->a, d->nodes, d->nnodes, d->capnodes, x);
	r->at[CUR_NODE] = &d->nodes[d->nnodes - 1];
}

static void
add_set(struct reader *r, bool of_choice, const struct attr *v)
{
	struct drill_set x = { .op = (enum set_op)v[1].n };
	struct drill_node *n = r->at[CUR_NODE];
	struct drill_choice *c = r->at[CUR_CHOICE];

	if (of_choice)
		ARENA_PUSH(r->a, c->sets, c->nsets, c->capsets, x);
	else
		ARENA_PUSH(r->a, n->sets, n->nsets, n->capsets, x);
	wait_for(r, PEND_SET, of_choice, (of_choice ? c->nsets : n->nsets) - 1,
		 v[0].s, v[2].s);
}

static void
start_node_set(struct reader *r, const struct attr *v)
{
	add_set(r, false, v);
}

static void
start_choice_set(struct reader *r, const struct attr *v)
{
	add_set(r, true, v);
}

/* Lines of a group share its name by pointer. */
static const char *
group_of(const struct drill_node *n, const char *name)
{
	for (size_t i = 0; name != NULL && i < n->nsays; i++)
		if (n->says[i].group != NULL &&
		    str_eq(n->says[i].group, name))
			return n->says[i].group;
	return name;
}

static void
start_say(struct reader *r, const struct attr *v)
{
	struct drill_node *n = r->at[CUR_NODE];
	struct drill_say x = { .who = -1, .once = is_yes(&v[3]),
			       .group = group_of(n, v[4].s) };

	ARENA_PUSH(r->a, n->says, n->nsays, n->capsays, x);
	wait_for(r, PEND_WHO, false, n->nsays - 1, v[1].s, NULL);
	wait_for(r, PEND_SAY_IF, false, n->nsays - 1, v[2].s, NULL);
}

static void
text_say(struct reader *r, struct text *t)
{
	struct drill_node *n = r->at[CUR_NODE];

	n->says[n->nsays - 1].t = t;
}

static void
start_timer(struct reader *r, const struct attr *v)
{
	struct drill_node *n = r->at[CUR_NODE];

	n->timer = (struct drill_timer){ .seconds = (unsigned)v[0].n,
					 .warn = (unsigned)v[2].n };
	wait_for(r, PEND_TIMEOUT, false, 0, v[1].s, NULL);
}

static void
start_reply(struct reader *r, const struct attr *v)
{
	struct drill_node *n = r->at[CUR_NODE];

	n->reply.min_words = (unsigned)v[0].n;
}

static void
text_rubric(struct reader *r, struct text *t)
{
	struct drill_node *n = r->at[CUR_NODE];

	ARENA_PUSH(r->a, n->reply.rubric, n->reply.nrubric,
		   n->reply.caprubric, t);
}

static void
start_hint(struct reader *r, const struct attr *v)
{
	struct drill_node *n = r->at[CUR_NODE];
	struct drill_hint x = { .cost = v[1].s == NULL ? 1 :
					(unsigned)v[1].n };

	ARENA_PUSH(r->a, n->hints, n->nhints, n->caphints, x);
}

static void
text_hint(struct reader *r, struct text *t)
{
	struct drill_node *n = r->at[CUR_NODE];

	n->hints[n->nhints - 1].t = t;
}

static void
start_choice(struct reader *r, const struct attr *v)
{
	struct drill_build *b = r->model;
	struct drill_node *n = r->at[CUR_NODE];
	struct frame *f = reader_top(r);
	struct drill_choice x = { .id = v[0].s,
		.critical = is_yes(&v[2]), .show_blocked = is_yes(&v[4]),
		.required = is_yes(&v[6]), .leaves = is_yes(&v[7]),
		.line = f->line,
		.column = f->column, .call = DRILL_NONE };
	struct drill_goto g = { .to_id = v[1].s, .line = x.line,
				.column = x.column };

	/* A topic of a hub is talked about once, unless it says no. */
	x.once = n->kind == NODE_HUB && !x.leaves && v[5].s == NULL ?
		 true : is_yes(&v[5]);
	b->to_given = v[1].s != NULL;
	if (b->to_given)
		ARENA_PUSH(r->a, x.gotos, x.ngotos, x.capgotos, g);
	ARENA_PUSH(r->a, n->choices, n->nchoices, n->capchoices, x);
	r->at[CUR_CHOICE] = &n->choices[n->nchoices - 1];
	wait_for(r, PEND_CHOICE_IF, true, 0, v[3].s, NULL);
}

static void
start_score(struct reader *r, const struct attr *v)
{
	struct drill_choice *c = r->at[CUR_CHOICE];
	struct drill_score x = { .points = (int)v[1].n };

	ARENA_PUSH(r->a, c->scores, c->nscores, c->capscores, x);
	wait_for(r, PEND_SCORE, true, c->nscores - 1, v[0].s, NULL);
}

static void
start_feedback(struct reader *r, const struct attr *v)
{
	struct drill_choice *c = r->at[CUR_CHOICE];

	c->feedback_now = is_yes(&v[1]);
}

static void
add_goto(struct reader *r, bool of_choice, const struct attr *v)
{
	struct drill_build *b = r->model;
	struct drill_node *n = r->at[CUR_NODE];
	struct drill_choice *c = r->at[CUR_CHOICE];
	struct frame *f = reader_top(r);
	struct drill_goto g = { .to_id = v[0].s, .chance = (unsigned)v[2].n,
		.line = f->line, .column = f->column };

	if (of_choice && b->to_given) {
		report(&r->rep, place_of(r, f->tag), "D025",
		       N_("the choice '%s' has `to` and goto elements: keep one of the two"),
		       c->id);
		return;
	}
	if (of_choice)
		ARENA_PUSH(r->a, c->gotos, c->ngotos, c->capgotos, g);
	else
		ARENA_PUSH(r->a, n->gotos, n->ngotos, n->capgotos, g);
	wait_for(r, PEND_GOTO_IF, of_choice,
		 (of_choice ? c->ngotos : n->ngotos) - 1, v[1].s, NULL);
}

static void
start_choice_goto(struct reader *r, const struct attr *v)
{
	add_goto(r, true, v);
}

static void
start_node_goto(struct reader *r, const struct attr *v)
{
	add_goto(r, false, v);
}

static void
start_choice_call(struct reader *r, const struct attr *v)
{
	struct drill_choice *c = r->at[CUR_CHOICE];

	c->call = 0; /* resolved later */
	wait_for(r, PEND_CALL, true, 0, v[0].s, NULL);
}

static void
start_node_call(struct reader *r, const struct attr *v)
{
	struct drill_node *n = r->at[CUR_NODE];

	n->call = 0; /* resolved later */
	wait_for(r, PEND_CALL, false, 0, v[0].s, NULL);
}

static void
text_debrief(struct reader *r, struct text *t)
{
	struct drill *d = drill_of(r);

	ARENA_PUSH(r->a, d->debrief, d->ndebrief, d->capdebrief, t);
}

/* ---- The table ---- */

#define ID_ATTR { .name = "id", .type = AT_ID, .required = true }

static const struct attr_spec no_attrs[] = { { 0 } };
static const struct attr_spec id_attrs[] = { ID_ATTR, { 0 } };
static const struct attr_spec ref_attrs[] = {
	{ .name = "ref", .type = AT_REF, .required = true }, { 0 } };
static const struct attr_spec section_attrs[] = {
	{ .name = "ref", .type = AT_SECTION_REF, .required = true }, { 0 } };
static const struct attr_spec drill_attrs[] = {
	ROOT_ATTRS,
	{ .name = "difficulty", .type = AT_INT, .min = 1, .max = 5 },
	{ .name = "minutes", .type = AT_INT, .min = 1, .max = 120 },
	{ .name = "pass", .type = AT_SHARE, .required = true },
	{ 0 } };
static const struct attr_spec competency_attrs[] = {
	ID_ATTR,
	{ .name = "weight", .type = AT_INT, .min = 1, .max = 1000 },
	{ .name = "pass", .type = AT_SHARE },
	{ 0 } };
static const struct attr_spec person_attrs[] = {
	ID_ATTR,
	{ .name = "role", .type = AT_WORD, .required = true,
	  .words = "customer staff other" },
	{ .name = "mood", .type = AT_REF },
	{ 0 } };
static const struct attr_spec var_attrs[] = {
	{ .name = "id", .type = AT_NAME, .required = true },
	/* in the order of enum var_type */
	{ .name = "type", .type = AT_WORD, .required = true,
	  .words = "int bool enum" },
	{ .name = "min", .type = AT_INT, .min = -1000000, .max = 1000000 },
	{ .name = "max", .type = AT_INT, .min = -1000000, .max = 1000000 },
	{ .name = "initial", .type = AT_TEXT, .required = true },
	{ .name = "values", .type = AT_TEXT },
	{ 0 } };
static const struct attr_spec let_attrs[] = {
	{ .name = "id", .type = AT_NAME, .required = true },
	{ .name = "expr", .type = AT_EXPR, .required = true },
	{ 0 } };
static const struct attr_spec node_attrs[] = {
	ID_ATTR,
	/* in the order of enum node_kind */
	{ .name = "kind", .type = AT_WORD, .required = true,
	  .words = "say narrate ask hub check return end" },
	{ .name = "must", .type = AT_WORD, .words = "visit avoid" },
	{ .name = "once", .type = AT_WORD, .words = "yes no" },
	{ .name = "max-visits", .type = AT_INT, .min = 1,
	  .max = DRILL_MAX_VISITS },
	{ 0 } };
static const struct attr_spec set_attrs[] = {
	{ .name = "var", .type = AT_REF, .required = true },
	/* in the order of enum set_op */
	{ .name = "op", .type = AT_WORD, .required = true,
	  .words = "= += -=" },
	{ .name = "value", .type = AT_EXPR, .required = true },
	{ 0 } };
static const struct attr_spec say_attrs[] = {
	ID_ATTR,
	{ .name = "who", .type = AT_REF },
	{ .name = "if", .type = AT_EXPR },
	{ .name = "once", .type = AT_WORD, .words = "yes no" },
	{ .name = "group", .type = AT_REF },
	{ 0 } };
static const struct attr_spec timer_attrs[] = {
	{ .name = "seconds", .type = AT_INT, .required = true, .min = 5,
	  .max = 600 },
	{ .name = "on-timeout", .type = AT_REF, .required = true },
	{ .name = "warn", .type = AT_INT, .min = 1, .max = 600 },
	{ 0 } };
static const struct attr_spec reply_attrs[] = {
	{ .name = "min-words", .type = AT_INT, .min = 1, .max = 200 },
	{ 0 } };
static const struct attr_spec hint_attrs[] = {
	ID_ATTR,
	{ .name = "cost", .type = AT_INT, .min = 1, .max = 10 },
	{ 0 } };
static const struct attr_spec call_attrs[] = {
	{ .name = "node", .type = AT_REF, .required = true },
	{ 0 } };
static const struct attr_spec choice_attrs[] = {
	ID_ATTR,
	{ .name = "to", .type = AT_REF },
	{ .name = "critical", .type = AT_WORD, .words = "yes no" },
	{ .name = "if", .type = AT_EXPR },
	{ .name = "blocked", .type = AT_WORD, .words = "show hide" },
	{ .name = "once", .type = AT_WORD, .words = "yes no" },
	{ .name = "required", .type = AT_WORD, .words = "yes no" },
	{ .name = "leave", .type = AT_WORD, .words = "yes no" },
	{ 0 } };
static const struct attr_spec score_attrs[] = {
	{ .name = "in", .type = AT_REF, .required = true },
	{ .name = "points", .type = AT_INT, .required = true, .min = -1000,
	  .max = 1000 },
	{ 0 } };
static const struct attr_spec feedback_attrs[] = {
	ID_ATTR,
	{ .name = "when", .type = AT_WORD, .words = "now end" },
	{ 0 } };
static const struct attr_spec goto_attrs[] = {
	{ .name = "to", .type = AT_REF, .required = true },
	{ .name = "if", .type = AT_EXPR },
	{ .name = "chance", .type = AT_INT, .min = 1, .max = 1000000 },
	{ 0 } };

static const struct text_rule did_rule = { .chars = 45 };

#define TEXT(word, parent, occ, cur, type, member)                            \
	{ .name = (word), .parents = IN(parent), .attrs = id_attrs,           \
	  .flags = ELEM_TEXT, .occurs = (occ), FIELD(cur, type, member) }

static const struct elem_spec rows[] = {
	[ROOT] = { .name = "drill", .attrs = drill_attrs,
		   .start = start_drill, .end = end_drill },
	[TITLE] = TEXT("title", ROOT, '1', CUR_DOC, struct drill, title),
	[GOAL] = TEXT("goal", ROOT, '?', CUR_DOC, struct drill, goal),
	[INTRO] = TEXT("intro", ROOT, '?', CUR_DOC, struct drill, intro),
	[COMMANDMENT] = { .name = "commandment", .parents = IN(ROOT),
			  .attrs = ref_attrs, .occurs = '*',
			  .start = start_commandment },
	[SECTION] = { .name = "section", .parents = IN(ROOT),
		      .attrs = section_attrs, .occurs = '*',
		      .start = start_section },
	[COMPETENCY] = { .name = "competency", .parents = IN(ROOT),
			 .attrs = competency_attrs, .occurs = '+',
			 .start = start_competency, .end = end_competency },
	[COMP_NAME] = TEXT("name", COMPETENCY, '?', CUR_COMPETENCY,
			   struct drill_competency, name),
	[CAST] = { .name = "cast", .parents = IN(ROOT), .attrs = no_attrs,
		   .occurs = '?' },
	[PERSON] = { .name = "person", .parents = IN(CAST),
		     .attrs = person_attrs, .occurs = '+',
		     .start = start_person, .end = end_person },
	[PERSON_NAME] = TEXT("name", PERSON, '?', CUR_PERSON,
			     struct drill_person, name),
	[VAR] = { .name = "var", .parents = IN(ROOT), .attrs = var_attrs,
		  .occurs = '*', .start = start_var },
	[LABEL] = TEXT("label", VAR, '?', CUR_VAR, struct drill_var, label),
	[LET] = { .name = "let", .parents = IN(ROOT), .attrs = let_attrs,
		  .occurs = '*', .start = start_let },
	[NODE] = { .name = "node", .parents = IN(ROOT), .attrs = node_attrs,
		   .occurs = '+', .start = start_node, .end = end_node },
	[NODE_TITLE] = TEXT("title", NODE, '?', CUR_NODE, struct drill_node,
			    title),
	[NODE_SET] = { .name = "set", .parents = IN(NODE),
		       .attrs = set_attrs, .occurs = '*',
		       .start = start_node_set },
	[NODE_CALL] = { .name = "call", .parents = IN(NODE),
			.attrs = call_attrs, .occurs = '?',
			.start = start_node_call },
	[SAY] = { .name = "say", .parents = IN(NODE), .attrs = say_attrs,
		  .flags = ELEM_TEXT, .occurs = '*', .start = start_say,
		  .text = text_say },
	[TIMER] = { .name = "timer", .parents = IN(NODE),
		    .attrs = timer_attrs, .occurs = '?',
		    .start = start_timer },
	[REPLY] = { .name = "reply", .parents = IN(NODE),
		    .attrs = reply_attrs, .occurs = '?',
		    .start = start_reply },
	[REPLY_T] = TEXT("t", REPLY, '1', CUR_NODE, struct drill_node,
			 reply.t),
	[REPLY_MODEL] = TEXT("model", REPLY, '1', CUR_NODE,
			     struct drill_node, reply.model),
	[RUBRIC] = { .name = "rubric", .parents = IN(REPLY),
		     .attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '+',
		     .text = text_rubric },
	[HINT] = { .name = "hint", .parents = IN(NODE), .attrs = hint_attrs,
		   .flags = ELEM_TEXT, .occurs = '*', .start = start_hint,
		   .text = text_hint },
	[CHOICE] = { .name = "choice", .parents = IN(NODE),
		     .attrs = choice_attrs, .occurs = '*',
		     .start = start_choice, .end = end_choice },
	[CHOICE_T] = TEXT("t", CHOICE, '1', CUR_CHOICE, struct drill_choice,
			  t),
	[DID] = { .name = "did", .parents = IN(CHOICE), .attrs = id_attrs,
		  .flags = ELEM_TEXT, .occurs = '?', .rule = &did_rule,
		  FIELD(CUR_CHOICE, struct drill_choice, did) },
	[WHY] = TEXT("why", CHOICE, '?', CUR_CHOICE, struct drill_choice,
		     why),
	[SCORE] = { .name = "score", .parents = IN(CHOICE),
		    .attrs = score_attrs, .occurs = '*',
		    .start = start_score },
	[CHOICE_SET] = { .name = "set", .parents = IN(CHOICE),
			 .attrs = set_attrs, .occurs = '*',
			 .start = start_choice_set },
	[FEEDBACK] = { .name = "feedback", .parents = IN(CHOICE),
		       .attrs = feedback_attrs, .flags = ELEM_TEXT,
		       .occurs = '?', .start = start_feedback,
		       FIELD(CUR_CHOICE, struct drill_choice, feedback) },
	[CHOICE_CALL] = { .name = "call", .parents = IN(CHOICE),
			  .attrs = call_attrs, .occurs = '?',
			  .start = start_choice_call },
	[CHOICE_GOTO] = { .name = "goto", .parents = IN(CHOICE),
			  .attrs = goto_attrs, .occurs = '*',
			  .start = start_choice_goto },
	[NODE_GOTO] = { .name = "goto", .parents = IN(NODE),
			.attrs = goto_attrs, .occurs = '*',
			.start = start_node_goto },
	[TOLD] = TEXT("told", NODE, '?', CUR_NODE, struct drill_node, told),
	[DEBRIEF] = { .name = "debrief", .parents = IN(ROOT),
		      .attrs = no_attrs, .occurs = '?' },
	[DEBRIEF_Q] = { .name = "q", .parents = IN(DEBRIEF),
			.attrs = id_attrs, .flags = ELEM_TEXT, .occurs = '+',
			.text = text_debrief },
};

const struct doc_spec doc_drill = { CONTENT_DRILL, "urn:preshift:drill:1",
				    rows, NELEM(rows), false };

int
content_drill(struct arena *a, const char *file, const char *s, size_t n,
	      struct findings *f, struct drill **ret, struct err *e)
{
	OWN(reader_free) struct reader *r = reader_new(a, file, s, n, f);
	struct drill *d = ARENA_NEW(a, struct drill);
	struct drill_build b = { .d = d };

	r->model = &b;
	r->at[CUR_DOC] = d;
	reader_run(r, &doc_drill, &d->doc);
	if (r->rep.errors == 0)
		check_values(r, NULL);
	if (r->rep.errors == 0)
		drill_resolve(r, &b);
	if (r->rep.errors > 0)
		return report_fail(&r->rep, e);
	*ret = d;
	return 0;
}
