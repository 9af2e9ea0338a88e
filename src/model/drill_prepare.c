/* What a drill needs before it is played: its ids findable, and which visit
 * counts its conditions read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/drill.h"

/* Where a count saturates that is not compared with a number. */
#define CAP_UNKNOWN 99
#define CAP_MAX (1 << 20)

void
drill_index(struct arena *a, struct drill *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->nnodes; i++)
		n += d->nodes[i].nchoices;
	d->nchoices = n;
	d->places = ARENA_ARRAY(a, struct drill_place, n);
	n = 0;
	for (size_t i = 0; i < d->nnodes; i++) {
		struct drill_node *node = &d->nodes[i];

		idmap_put(a, &d->node_ids, node->id, i);
		for (size_t k = 0; k < node->nchoices; k++) {
			node->choices[k].n = n;
			d->places[n] = (struct drill_place){ i, k };
			idmap_put(a, &d->choice_ids, node->choices[k].id, n++);
		}
	}
}

static void
read_count(struct drill *d, const struct expr *x, int64_t cap)
{
	bool *counted = x->of_choice ? d->choice_counted : d->node_counted;
	int *caps = x->of_choice ? d->choice_cap : d->node_cap;

	if (cap < 0)
		cap = 0;
	if (cap > CAP_MAX)
		cap = CAP_MAX;
	counted[x->n] = true;
	if (caps[x->n] < (int)cap)
		caps[x->n] = (int)cap;
}

static bool
compares(const struct expr *x)
{
	return x->op == EX_LT || x->op == EX_LE || x->op == EX_GT ||
	       x->op == EX_GE || x->op == EX_EQ || x->op == EX_NE;
}

/* A count saturates one above the largest number it is compared with: further
 * visits change no condition, so the states stay finite and few. */
static void
read_expr(struct drill *d, const struct expr *x)
{
	if (x == NULL)
		return;
	if (x->op == EX_SEEN) {
		read_count(d, x, 0);
	} else if (x->op == EX_COUNT) {
		read_count(d, x, CAP_UNKNOWN);
	} else if (compares(x) && x->a->op == EX_COUNT && x->b->op == EX_INT) {
		read_count(d, x->a, x->b->n);
	} else if (compares(x) && x->b->op == EX_COUNT && x->a->op == EX_INT) {
		read_count(d, x->b, x->a->n);
	} else {
		read_expr(d, x->a);
		read_expr(d, x->b);
	}
}

static void
read_sets(struct drill *d, const struct drill_set *sets, size_t n)
{
	for (size_t i = 0; i < n; i++)
		read_expr(d, sets[i].value);
}

static void
read_gotos(struct drill *d, const struct drill_goto *g, size_t n)
{
	for (size_t i = 0; i < n; i++)
		read_expr(d, g[i].cond);
}

static void
read_choice(struct drill *d, const struct drill_choice *c)
{
	if (c->once || c->required)
		d->choice_counted[c->n] = true;
	read_expr(d, c->cond);
	read_sets(d, c->sets, c->nsets);
	read_gotos(d, c->gotos, c->ngotos);
}

void
drill_prepare(struct arena *a, struct drill *d)
{
	d->node_counted = ARENA_ARRAY(a, bool, d->nnodes);
	d->node_cap = ARENA_ARRAY(a, int, d->nnodes);
	d->choice_counted = ARENA_ARRAY(a, bool, d->nchoices);
	d->choice_cap = ARENA_ARRAY(a, int, d->nchoices);
	for (size_t i = 0; i < d->nlets; i++)
		read_expr(d, d->lets[i].x);
	d->nsays = 0;
	for (size_t i = 0; i < d->nnodes; i++) {
		const struct drill_node *n = &d->nodes[i];

		if (n->max_visits > 0) {
			d->node_counted[i] = true;
			if (d->node_cap[i] < n->max_visits - 1)
				d->node_cap[i] = n->max_visits - 1;
		}
		read_sets(d, n->sets, n->nsets);
		read_gotos(d, n->gotos, n->ngotos);
		for (size_t k = 0; k < n->nsays; k++) {
			n->says[k].n = d->nsays++;
			read_expr(d, n->says[k].cond);
		}
		for (size_t k = 0; k < n->nchoices; k++)
			read_choice(d, &n->choices[k]);
	}
}
