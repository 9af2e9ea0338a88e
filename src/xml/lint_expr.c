/* The conditions and values of a drill: variables nobody reads, divisions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/lint.h"

struct look {
	struct lint *l;
	bool *read;      /* per variable */
	bool *used;      /* per derived value */
	struct place at; /* the node or choice looked at */
};

/* Whether X is never zero, as far as one sees without playing. */
static bool
never_zero(const struct drill *d, const struct expr *x)
{
	const struct drill_var *v;

	if (x->op == EX_INT)
		return x->n != 0;
	if (x->op == EX_NEG)
		return never_zero(d, x->a);
	if (x->op != EX_VAR)
		return false;
	v = &d->vars[x->n];
	return v->min > 0 || v->max < 0;
}

static void
look_at(struct look *k, const struct expr *x)
{
	if (x == NULL)
		return;
	if (x->op == EX_VAR)
		k->read[x->n] = true;
	if (x->op == EX_LET)
		k->used[x->n] = true;
	if ((x->op == EX_DIV || x->op == EX_MOD) &&
	    !never_zero(k->l->d, x->b))
		report(&k->l->rep, k->at, "D063",
		       N_("a condition or value here may divide by zero"));
	look_at(k, x->a);
	look_at(k, x->b);
}

static void
look_at_sets(struct look *k, const struct drill_set *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		look_at(k, s[i].value);
}

static void
look_at_gotos(struct look *k, const struct drill_goto *g, size_t n)
{
	for (size_t i = 0; i < n; i++)
		look_at(k, g[i].cond);
}

static void
look_at_node(struct look *k, const struct drill_node *n)
{
	k->at = lint_at_node(n);
	look_at_sets(k, n->sets, n->nsets);
	look_at_gotos(k, n->gotos, n->ngotos);
	for (size_t i = 0; i < n->nsays; i++)
		look_at(k, n->says[i].cond);
	for (size_t i = 0; i < n->nchoices; i++) {
		const struct drill_choice *c = &n->choices[i];

		k->at = lint_at_choice(c);
		look_at(k, c->cond);
		look_at_sets(k, c->sets, c->nsets);
		look_at_gotos(k, c->gotos, c->ngotos);
	}
}

void
lint_expressions(struct lint *l)
{
	const struct drill *d = l->d;
	struct look k = { .l = l };

	k.read = ARENA_ARRAY(l->rep.a, bool, d->nvars);
	k.used = ARENA_ARRAY(l->rep.a, bool, d->nlets);
	for (size_t i = 0; i < d->nlets; i++) {
		k.at = (struct place){ (int)d->lets[i].line,
				       (int)d->lets[i].column };
		look_at(&k, d->lets[i].x);
	}
	for (size_t i = 0; i < d->nnodes; i++)
		look_at_node(&k, &d->nodes[i]);
	for (size_t i = 0; i < d->nlets; i++) {
		struct place at = { (int)d->lets[i].line,
				    (int)d->lets[i].column };

		if (!k.used[i])
			report(&l->rep, at, "D046",
			       N_("nothing reads the variable '%s'"),
			       d->lets[i].id);
	}
	for (size_t i = 0; i < d->npersons; i++)
		if (d->persons[i].mood >= 0)
			k.read[d->persons[i].mood] = true;
	for (size_t i = 0; i < d->nvars; i++) {
		struct place at = { (int)d->vars[i].line, 1 };

		if (!k.read[i] && d->vars[i].label == NULL)
			report(&l->rep, at, "D046",
			       N_("nothing reads the variable '%s'"),
			       d->vars[i].id);
	}
}
