/* Drills for tests, written in a few words a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mini_drill.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/str.h"

#define WORDS 16

/* A line in words; what stands behind '|' is the condition. */
struct line {
	bool of_choice;
	const char *w[WORDS];
	size_t n;
	const char *cond;
};

struct mini {
	struct arena *a;
	struct drill *d;
	struct expr **cond; /* where it goes */
};

static struct drill_node *
node_of(const struct mini *m)
{
	assert_true(m->d->nnodes > 0);
	return &m->d->nodes[m->d->nnodes - 1];
}

static struct drill_choice *
choice_of(const struct mini *m)
{
	struct drill_node *n = node_of(m);

	assert_true(n->nchoices > 0);
	return &n->choices[n->nchoices - 1];
}

static int
number(const char *s)
{
	int64_t n;

	assert_true(str_i64(s, INT32_MIN, INT32_MAX, &n));
	return (int)n;
}

static size_t
var_of(const struct mini *m, const char *id)
{
	size_t i = 0;

	while (i < m->d->nvars && !str_eq(m->d->vars[i].id, id))
		i++;
	assert_true(i < m->d->nvars);
	return i;
}

static void
read_line(struct arena *a, const char *s, size_t n, struct line *ret)
{
	char *copy = arena_strndup(a, s, n), *bar = strchr(copy, '|'), *p;
	char *save = NULL;
	struct line l = { .of_choice = str_starts(copy, "  ") };

	if (bar != NULL) {
		*bar = '\0';
		l.cond = bar + 1;
	}
	for (p = strtok_r(copy, " \t", &save); p != NULL;
	     p = strtok_r(NULL, " \t", &save)) {
		assert_true(l.n < WORDS);
		l.w[l.n++] = p;
	}
	*ret = l;
}

static void
declare(struct mini *m, const struct line *l)
{
	struct drill *d = m->d;
	struct drill_competency c = { .id = l->w[1], .pass = -1 };
	struct drill_person p = { .id = l->w[1], .mood = -1 };
	struct drill_var v = { .id = l->w[1] };
	struct drill_let let = { .id = l->w[1] };
	size_t cap = 0;
	char *save = NULL;

	if (str_eq(l->w[0], "comp")) {
		c.weight = number(l->w[2]);
		if (l->n > 3)
			c.pass = number(l->w[3]);
		ARENA_PUSH(m->a, d->competencies, d->ncompetencies,
			   d->capcompetencies, c);
		return;
	}
	if (str_eq(l->w[0], "person")) {
		p.mood = (int)var_of(m, l->w[2]);
		ARENA_PUSH(m->a, d->persons, d->npersons, d->cappersons, p);
		return;
	}
	if (str_eq(l->w[0], "let")) {
		ARENA_PUSH(m->a, d->lets, d->nlets, d->caplets, let);
		return;
	}
	v.max = 1;
	if (str_eq(l->w[0], "int")) {
		v.min = number(l->w[2]);
		v.max = number(l->w[3]);
		v.initial = number(l->w[4]);
	} else if (str_eq(l->w[0], "bool")) {
		v.type = VAR_BOOL;
		v.initial = number(l->w[2]);
	} else {
		assert_string_equal(l->w[0], "enum");
		v.type = VAR_ENUM;
		for (char *s = strtok_r(arena_strdup(m->a, l->w[3]), ",",
					&save);
		     s != NULL; s = strtok_r(NULL, ",", &save)) {
			if (str_eq(s, l->w[2]))
				v.initial = (int)v.nvalues;
			ARENA_PUSH(m->a, v.values, v.nvalues, cap, s);
		}
		v.max = (int)v.nvalues - 1;
	}
	ARENA_PUSH(m->a, d->vars, d->nvars, d->capvars, v);
}

static void
add_node(struct mini *m, const struct line *l)
{
	static const char *const kinds[] = { "say", "narrate", "ask", "hub",
					     "check", "return", "end" };
	struct drill_node n = { .id = l->w[1], .call = DRILL_NONE };
	size_t k = 0;

	while (!str_eq(kinds[k], l->w[2]))
		assert_true(++k < NELEM(kinds));
	n.kind = (enum node_kind)k;
	for (k = 3; k < l->n; k++) {
		if (str_eq(l->w[k], "max"))
			n.max_visits = number(l->w[++k]);
		else
			n.must = str_eq(l->w[k], "visit") ? MUST_VISIT :
							    MUST_AVOID;
	}
	ARENA_PUSH(m->a, m->d->nodes, m->d->nnodes, m->d->capnodes, n);
}

static void
add_goto(struct mini *m, const struct line *l, bool of_choice)
{
	struct drill_goto g = { .to_id = l->w[1] };
	struct drill_node *n = node_of(m);
	struct drill_choice *c;

	if (l->n > 2)
		g.chance = (unsigned)number(l->w[2]);
	if (of_choice) {
		c = choice_of(m);
		ARENA_PUSH(m->a, c->gotos, c->ngotos, c->capgotos, g);
		m->cond = &c->gotos[c->ngotos - 1].cond;
	} else {
		ARENA_PUSH(m->a, n->gotos, n->ngotos, n->capgotos, g);
		m->cond = &n->gotos[n->ngotos - 1].cond;
	}
}

static void
add_choice(struct mini *m, const struct line *l)
{
	struct drill_choice c = { .id = l->w[1], .call = DRILL_NONE };
	struct line to = { .w = { "goto", l->w[2] }, .n = 2 };
	struct drill_node *n = node_of(m);

	for (size_t i = 3; i < l->n; i++) {
		c.once = c.once || str_eq(l->w[i], "once");
		c.critical = c.critical || str_eq(l->w[i], "critical");
		c.required = c.required || str_eq(l->w[i], "required");
		c.leaves = c.leaves || str_eq(l->w[i], "leaves");
	}
	ARENA_PUSH(m->a, n->choices, n->nchoices, n->capchoices, c);
	if (!str_eq(l->w[2], "-"))
		add_goto(m, &to, true);
	m->cond = &choice_of(m)->cond;
}

/* The first pass makes what has a name, the second what uses names. */
static void
first_pass(struct mini *m, const struct line *l)
{
	if (str_eq(l->w[0], "node"))
		add_node(m, l);
	else if (str_eq(l->w[0], "choice"))
		add_choice(m, l);
	else if (str_eq(l->w[0], "goto"))
		add_goto(m, l, l->of_choice);
	else if (!str_eq(l->w[0], "set") && !str_eq(l->w[0], "say") &&
		 !str_eq(l->w[0], "score") && !str_eq(l->w[0], "call"))
		declare(m, l);
}

static void
add_set(struct mini *m, const struct line *l, struct drill_node *n,
	struct drill_choice *c)
{
	struct drill_set s = { .var = var_of(m, l->w[1]) };
	struct err e;

	err_init(&e, NULL);
	s.op = l->w[2][0] == '+' ? SET_ADD : l->w[2][0] == '-' ? SET_SUB :
	       SET_TO;
	if (expr_parse_value(m->a, l->w[3], m->d, s.var, &s.value, &e) != 0)
		fail_msg("%s", e.text);
	if (l->of_choice)
		ARENA_PUSH(m->a, c->sets, c->nsets, c->capsets, s);
	else
		ARENA_PUSH(m->a, n->sets, n->nsets, n->capsets, s);
}

static void
add_score(struct mini *m, const struct line *l, struct drill_choice *c)
{
	struct drill_score s = { .points = number(l->w[2]) };

	while (!str_eq(m->d->competencies[s.competency].id, l->w[1]))
		assert_true(++s.competency < m->d->ncompetencies);
	ARENA_PUSH(m->a, c->scores, c->nscores, c->capscores, s);
}

struct place2 {
	struct drill_node *n;
	struct drill_choice *c;
	size_t node, choice, go, cgo, let;
};

/* What stands behind the name. */
static void
add_let(struct mini *m, const struct line *l, size_t i)
{
	const char *s = "";
	struct err e;

	err_init(&e, NULL);
	for (size_t k = 2; k < l->n; k++)
		s = arena_printf(m->a, "%s %s", s, l->w[k]);
	if (expr_parse_let(m->a, s, m->d, i, &e) != 0)
		fail_msg("%s", e.text);
}

static size_t
called(const struct mini *m, const struct line *l)
{
	size_t n = drill_node_by_id(m->d, l->w[1]);

	assert_true(n != DRILL_NONE);
	return n;
}

static void
add_say(struct mini *m, const struct line *l, struct drill_node *n)
{
	static const struct text some = { .id = "s", .s = "Some words." };
	struct drill_say say = { .t = &some, .who = -1 };

	for (size_t i = 1; i < l->n; i++) {
		if (str_eq(l->w[i], "once")) {
			say.once = true;
			continue;
		}
		say.group = l->w[i];
		for (size_t k = 0; k < n->nsays; k++)
			if (n->says[k].group != NULL &&
			    str_eq(n->says[k].group, say.group))
				say.group = n->says[k].group;
	}
	ARENA_PUSH(m->a, n->says, n->nsays, n->capsays, say);
	m->cond = &n->says[n->nsays - 1].cond;
}

static void
second_pass(struct mini *m, const struct line *l, struct place2 *p)
{
	struct err e;

	m->cond = NULL;
	if (str_eq(l->w[0], "node")) {
		p->n = &m->d->nodes[p->node++];
		p->choice = p->go = 0;
	} else if (str_eq(l->w[0], "choice")) {
		p->c = &p->n->choices[p->choice++];
		p->cgo = 0;
		m->cond = &p->c->cond;
	} else if (str_eq(l->w[0], "goto")) {
		m->cond = l->of_choice ? &p->c->gotos[p->cgo++].cond :
			  &p->n->gotos[p->go++].cond;
	} else if (str_eq(l->w[0], "set")) {
		add_set(m, l, p->n, p->c);
	} else if (str_eq(l->w[0], "score")) {
		add_score(m, l, p->c);
	} else if (str_eq(l->w[0], "say")) {
		add_say(m, l, p->n);
	} else if (str_eq(l->w[0], "let")) {
		add_let(m, l, p->let++);
	} else if (str_eq(l->w[0], "call") && l->of_choice) {
		p->c->call = called(m, l);
	} else if (str_eq(l->w[0], "call")) {
		p->n->call = called(m, l);
	}
	err_init(&e, NULL);
	if (l->cond != NULL &&
	    expr_parse(m->a, l->cond, m->d, EXT_BOOL, m->cond, &e) != 0)
		fail_msg("%s", e.text);
}

static void
resolve(struct drill *d, struct drill_goto *g, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		g[i].to = drill_node_by_id(d, g[i].to_id);
		assert_true(g[i].to != DRILL_NONE);
	}
}

static void
pass(struct mini *m, const char *text, bool second)
{
	struct place2 p = { 0 };
	struct line l;

	for (const char *s = text; *s != '\0';) {
		size_t n = strcspn(s, "\n");

		read_line(m->a, s, n, &l);
		if (l.n > 0 && second)
			second_pass(m, &l, &p);
		else if (l.n > 0)
			first_pass(m, &l);
		s += n;
		s += *s == '\n';
	}
}

struct drill *
mini_drill(struct arena *a, const char *text)
{
	struct mini m = { .a = a, .d = ARENA_NEW(a, struct drill) };
	struct drill *d = m.d;

	d->doc.id = "mini";
	d->pass = 7000;
	pass(&m, text, false);
	drill_index(a, d);
	pass(&m, text, true);
	for (size_t i = 0; i < d->nnodes; i++) {
		resolve(d, d->nodes[i].gotos, d->nodes[i].ngotos);
		for (size_t k = 0; k < d->nodes[i].nchoices; k++)
			resolve(d, d->nodes[i].choices[k].gotos,
				d->nodes[i].choices[k].ngotos);
	}
	drill_prepare(a, d);
	return d;
}
