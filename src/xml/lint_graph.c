/* A drill looked at as a graph, without playing it: what can be said at
 * once, while an author writes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/lint.h"

#include "base/str.h"

/* ---- Ways ---- */

struct spread {
	bool *seen;
	size_t *todo, ntodo;
};

static void
spread_to(struct spread *s, size_t to)
{
	if (to == DRILL_NONE || s->seen[to])
		return;
	s->seen[to] = true;
	s->todo[s->ntodo++] = to;
}

/* What is called returns, so both ways are open. */
static void
spread(struct spread *s, size_t call, const struct drill_goto *g, size_t n)
{
	spread_to(s, call);
	for (size_t i = 0; i < n; i++)
		spread_to(s, g[i].to);
}

bool *
lint_reach(struct arena *a, const struct drill *d)
{
	struct spread s = { .seen = ARENA_ARRAY(a, bool, d->nnodes),
			    .todo = ARENA_ARRAY(a, size_t, d->nnodes) };

	spread_to(&s, 0);
	while (s.ntodo > 0) {
		const struct drill_node *n = &d->nodes[s.todo[--s.ntodo]];

		spread(&s, n->call, n->gotos, n->ngotos);
		for (size_t i = 0; i < n->nchoices; i++)
			spread(&s, n->choices[i].call, n->choices[i].gotos,
			       n->choices[i].ngotos);
	}
	return s.seen;
}

static void
check_reach(struct lint *l)
{
	const struct drill *d = l->d;

	for (size_t i = 0; i < d->nnodes; i++) {
		if (!l->reach[i])
			report(&l->rep, lint_at_node(&d->nodes[i]), "D040",
			       N_("no way leads to the scene '%s'"),
			       d->nodes[i].id);
		else if (d->nodes[i].kind == NODE_END)
			l->reach_end = true;
	}
	if (!l->reach_end)
		report(&l->rep, lint_at_node(&d->nodes[0]), "D041",
		       N_("no way leads from the start '%s' to an end"),
		       d->nodes[0].id);
}

/* Where a node without choices always goes, or DRILL_NONE. A scene that closes
 * ends a circle. */
static size_t
always_next(const struct drill *d, const struct drill_node *n)
{
	size_t to = n->call;

	if (to == DRILL_NONE && n->nchoices == 0 && n->ngotos > 0 &&
	    n->gotos[0].cond == NULL && n->gotos[0].chance == 0)
		to = n->gotos[0].to;
	return to == DRILL_NONE || d->nodes[to].max_visits > 0 ? DRILL_NONE :
								  to;
}

/* Each node has at most one such successor, so following them from every
 * node, each once, finds all circles. */
static void
check_circles(struct lint *l)
{
	const struct drill *d = l->d;
	size_t *round = ARENA_ARRAY(l->rep.a, size_t, d->nnodes);

	for (size_t i = 0; i < d->nnodes; i++) {
		size_t n = i;

		while (n != DRILL_NONE && round[n] == 0) {
			round[n] = i + 1;
			n = always_next(d, &d->nodes[n]);
		}
		if (n != DRILL_NONE && round[n] == i + 1)
			report(&l->rep, lint_at_node(&d->nodes[n]), "D042",
			       N_("from '%s' the drill runs in a circle without a choice"),
			       d->nodes[n].id);
	}
}

static void
check_gotos(struct lint *l, const struct drill_goto *g, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++) {
		struct place at = { (int)g[i + 1].line, (int)g[i + 1].column };

		if (g[i].cond != NULL || g[i].chance > 0 ||
		    l->d->nodes[g[i].to].max_visits > 0)
			continue;
		report(&l->rep, at, "D060",
		       N_("this goto to '%s' is never taken: the one before it has no condition"),
		       g[i + 1].to_id);
		return;
	}
}

/* ---- Choices ---- */

static bool
same_expr(const struct expr *x, const struct expr *y)
{
	if (x == NULL || y == NULL)
		return x == y;
	return x->op == y->op && x->n == y->n &&
	       x->of_choice == y->of_choice && same_expr(x->a, y->a) &&
	       same_expr(x->b, y->b);
}

static bool
same_effect(const struct drill_choice *x, const struct drill_choice *y)
{
	if (x->call != y->call || x->required != y->required ||
	    x->leaves != y->leaves || x->ngotos != y->ngotos || x->nsets != y->nsets ||
	    x->nscores != y->nscores || x->critical != y->critical ||
	    x->once != y->once || !same_expr(x->cond, y->cond))
		return false;
	for (size_t i = 0; i < x->ngotos; i++)
		if (x->gotos[i].to != y->gotos[i].to ||
		    x->gotos[i].chance != y->gotos[i].chance ||
		    !same_expr(x->gotos[i].cond, y->gotos[i].cond))
			return false;
	for (size_t i = 0; i < x->nsets; i++)
		if (x->sets[i].var != y->sets[i].var ||
		    x->sets[i].op != y->sets[i].op ||
		    !same_expr(x->sets[i].value, y->sets[i].value))
			return false;
	for (size_t i = 0; i < x->nscores; i++)
		if (x->scores[i].competency != y->scores[i].competency ||
		    x->scores[i].points != y->scores[i].points)
			return false;
	return true;
}

static void
check_choice(struct lint *l, const struct drill_node *n, size_t i)
{
	const struct drill_choice *c = &n->choices[i];

	if (c->feedback == NULL)
		report(&l->rep, lint_at_choice(c), "D043",
		       N_("the choice '%s' has no feedback: say what it did to the customer"),
		       c->id);
	for (size_t k = 0; k < i; k++) {
		/* a choice that conditions ask for differs by being taken */
		if (l->d->choice_counted[c->n] ||
		    l->d->choice_counted[n->choices[k].n] ||
		    !same_effect(c, &n->choices[k]))
			continue;
		report(&l->rep, lint_at_choice(c), "D044",
		       N_("the choices '%s' and '%s' do the same"),
		       n->choices[k].id, c->id);
		return;
	}
	check_gotos(l, c->gotos, c->ngotos);
}

/* At 3.3 words a second, the way one reads aloud; conditions are not looked
 * at, so a scene of which only a part is shown has more time than is said. */
static void
check_timer(struct lint *l, const struct drill_node *n)
{
	size_t words = 0, seconds;

	for (size_t i = 0; i < n->nsays; i++)
		if (n->says[i].cond == NULL && n->says[i].group == NULL)
			words += text_words(n->says[i].t->s);
	for (size_t i = 0; i < n->nchoices; i++)
		if (n->choices[i].cond == NULL)
			words += text_words(n->choices[i].t->s);
	seconds = (10 * words + 32) / 33;
	if (n->timer.seconds > 0 && n->timer.seconds < seconds)
		report(&l->rep, lint_at_node(n), "D067",
		       N_("'%s' gives %u seconds, but its %zu words take %zu to read"),
		       n->id, n->timer.seconds, words, seconds);
}

static void
check_node(struct lint *l, const struct drill_node *n)
{
	for (size_t i = 0; i < n->nchoices; i++)
		check_choice(l, n, i);
	check_gotos(l, n->gotos, n->ngotos);
	check_timer(l, n);
	for (size_t i = 0; n->kind == NODE_NARRATE && i < n->nsays; i++)
		if (n->says[i].who >= 0)
			report(&l->rep, lint_at_node(n), "D068",
			       N_("in '%s' somebody speaks: make it a scene of the kind 'say'"),
			       n->id);
	if (n->nchoices > 0 && n->nhints == 0)
		report(&l->rep, lint_at_node(n), "D061",
		       N_("the scene '%s' has no hint"), n->id);
	if (n->kind == NODE_END && (n->title == NULL || n->told == NULL))
		report(&l->rep, lint_at_node(n), "D062",
		       N_("the end '%s' lacks a title, or what the customer would tell at home"),
		       n->id);
}

/* ---- What is declared ---- */

static void
check_competencies(struct lint *l)
{
	const struct drill *d = l->d;
	bool *scored = ARENA_ARRAY(l->rep.a, bool, d->ncompetencies);
	struct place top = { 1, 1 };

	for (size_t i = 0; i < d->nchoices; i++) {
		const struct drill_choice *c = drill_choice(d, i);

		for (size_t k = 0; k < c->nscores; k++)
			scored[c->scores[k].competency] = true;
	}
	for (size_t i = 0; i < d->ncompetencies; i++) {
		top.line = (int)d->competencies[i].name->line;
		if (top.line == 0)
			top.line = 1;
		if (!scored[i])
			report(&l->rep, top, "D045",
			       N_("no choice scores the competency '%s'"),
			       d->competencies[i].id);
	}
}

void
lint_graph(struct lint *l)
{
	const struct drill *d = l->d;
	struct place top = { 1, 1 };

	check_reach(l);
	check_circles(l);
	for (size_t i = 0; i < d->nnodes; i++)
		check_node(l, &d->nodes[i]);
	check_competencies(l);
	lint_expressions(l);
	if (d->ndebrief != 4)
		report(&l->rep, top, "D062",
		       N_("the debrief has %zu questions; four belong to it: what happened, how it felt, the gap to the commandment, what next shift"),
		       d->ndebrief);
}
