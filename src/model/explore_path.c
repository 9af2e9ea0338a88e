/* The best and the worst path through a drill, regret of a choice, and the
 * seed under which a path plays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/explore.h"

#include <string.h>

#include "base/str.h"
#include "model/explore_graph.h"

#define FAR UINT32_MAX

/* An extreme path: VALUE is what is still to come, times SIGN. */
struct extreme {
	const struct explore *x;
	const int64_t *value;
	int sign;
	uint32_t *steps; /* per state: edges to an end along such paths */
};

/* Whether edge E of state S keeps the value: it lies on an extreme path. */
static bool
keeps(const struct extreme *t, size_t s, const struct edge *e)
{
	int64_t w = e->choice == NO_CHOICE ? 0 : t->x->weight[e->choice];

	return t->value[e->to] != VALUE_NONE &&
	       t->value[e->to] + t->sign * w == t->value[s];
}

/* The first edge of S that is on a shortest extreme path, or DRILL_NONE. */
static size_t
next_edge(const struct extreme *t, size_t s)
{
	size_t found = DRILL_NONE;
	uint32_t least = FAR;

	for (size_t i = first_edge(t->x, s); i < first_edge(t->x, s + 1);
	     i++) {
		const struct edge *e = edge_at(t->x, i);

		if (keeps(t, s, e) && t->steps[e->to] < least) {
			least = t->steps[e->to];
			found = i;
		}
	}
	return found;
}

/* Distances from the ends. Components come in order, so one pass does for
 * states without loops; within a component it repeats until nothing gets
 * shorter. */
static void
measure_steps(struct extreme *t)
{
	const struct explore *x = t->x;
	size_t n = x->states.n, end;

	for (size_t b = 0; b < n; b = end) {
		uint32_t scc = x->scc[x->order[b]];
		bool shorter = true;

		for (end = b; end < n && x->scc[x->order[end]] == scc; end++)
			t->steps[x->order[end]] =
				explore_is_end(x, x->order[end]) ? 0 : FAR;
		while (shorter) {
			shorter = false;
			for (size_t i = b; i < end; i++) {
				uint32_t s = x->order[i];
				size_t k = next_edge(t, s);

				if (k == DRILL_NONE ||
				    t->steps[edge_at(x, k)->to] + 1 >=
				    t->steps[s])
					continue;
				t->steps[s] =
					t->steps[edge_at(x, k)->to] + 1;
				shorter = end > b + 1;
			}
		}
	}
}

static void
walk_path(struct arena *a, struct extreme *t, const char ***ret_ids,
	  size_t *ret_n, const struct drill_state **ret_end,
	  const bool **ret_visited)
{
	const struct explore *x = t->x;
	const struct drill *d = x->d;
	bool *visited = ARENA_ARRAY(a, bool, d->nnodes);
	size_t s = 0, k, cap = 0;

	measure_steps(t);
	visited[explore_node(x, 0)] = true;
	while (t->steps[s] > 0 && (k = next_edge(t, s)) != DRILL_NONE) {
		const struct edge *e = edge_at(x, k);

		if (e->choice != NO_CHOICE)
			ARENA_PUSH(a, *ret_ids, *ret_n, cap,
				   drill_choice(d, e->choice)->id);
		s = e->to;
		visited[explore_node(x, s)] = true;
	}
	explore_load(x, s);
	*ret_end = drill_state_copy(a, d, x->scratch);
	*ret_visited = visited;
}

void
explore_paths(struct arena *a, const struct explore *x,
	      struct explore_report *rep)
{
	OWN(arena_free) struct arena tmp = { 0 };
	struct extreme t = { .x = x, .value = x->best, .sign = 1 };

	if (!x->valued)
		return;
	t.steps = ARENA_ARRAY(&tmp, uint32_t, x->states.n);
	walk_path(a, &t, &rep->best, &rep->nbest, &rep->best_end,
		  &rep->best_visited);
	t.value = x->worst;
	t.sign = -1;
	walk_path(a, &t, &rep->worst, &rep->nworst, &rep->worst_end,
		  &rep->worst_visited);
}

/* ---- Asked from outside ---- */

struct drill_outcome
explore_judge(struct arena *a, const struct drill *d,
	      const struct explore_report *rep, bool best)
{
	size_t n = best ? rep->nbest : rep->nworst;
	struct drill_move *moves = ARENA_ARRAY(a, struct drill_move, n);
	struct drill_outcome o;

	for (size_t i = 0; i < n; i++)
		moves[i].choice = drill_choice_by_id(
			d, best ? rep->best[i] : rep->worst[i], NULL);
	drill_judge(a, d, &rep->x, best ? rep->best_end : rep->worst_end,
		    best ? rep->best_visited : rep->worst_visited, moves, n,
		    &o);
	return o;
}

static size_t
state_of(const struct explore *x, const struct drill_state *s)
{
	const struct drill *d = x->d;

	x->scratch->node = s->node;
	for (size_t i = 0; i < d->nvars; i++)
		x->scratch->vars[i] = s->vars[i];
	for (size_t i = 0; i < d->nnodes; i++)
		if (d->node_counted[i])
			x->scratch->node_count[i] = s->node_count[i];
	for (size_t i = 0; i < d->nchoices; i++)
		if (d->choice_counted[i])
			x->scratch->choice_count[i] = s->choice_count[i];
	memcpy(x->scratch->calls, s->calls, sizeof(s->calls));
	return explore_find(x);
}

bool
explore_best_from(const struct explore *x, const struct drill_state *s,
		  int64_t *ret)
{
	size_t n;

	if (!x->valued)
		return false;
	n = state_of(x, s);
	if (n == DRILL_NONE || x->best[n] == VALUE_NONE)
		return false;
	*ret = x->best[n];
	return true;
}

bool
explore_regret(struct arena *a, const struct explore *x,
	       const struct drill_state *s, size_t i, int64_t *ret)
{
	const struct drill_node *node = &x->d->nodes[s->node];
	int64_t best, after = VALUE_NONE;
	size_t n;

	(void)a;
	if (i >= node->nchoices || !explore_best_from(x, s, &best))
		return false;
	n = state_of(x, s);
	for (size_t k = first_edge(x, n); k < first_edge(x, n + 1); k++) {
		const struct edge *e = edge_at(x, k);

		if (e->choice == node->choices[i].n &&
		    x->best[e->to] > after)
			after = x->best[e->to];
	}
	if (after == VALUE_NONE)
		return false;
	*ret = best - (after + x->weight[node->choices[i].n]);
	return true;
}

static bool
has_chance(const struct drill *d)
{
	for (size_t i = 0; i < d->nnodes; i++) {
		const struct drill_node *n = &d->nodes[i];

		for (size_t k = 0; k < n->ngotos; k++)
			if (n->gotos[k].chance > 0)
				return true;
		for (size_t k = 0; k < n->nchoices; k++)
			for (size_t j = 0; j < n->choices[k].ngotos; j++)
				if (n->choices[k].gotos[j].chance > 0)
					return true;
	}
	return false;
}

/* Whether the choices play under SEED, to an end, with that total. */
static bool
plays(const struct drill *d, const char *const *ids, size_t n, int64_t total,
      uint64_t seed)
{
	OWN(arena_free) struct arena a = { 0 };
	struct chance c = { seed };
	struct drill_state *s = drill_state_new(&a, d);
	struct err e;

	err_init(&e, NULL);
	if (drill_start(&a, d, &c, s, NULL, &e) != 0)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct drill_node *node = &d->nodes[s->node];
		size_t k = 0;

		while (k < node->nchoices &&
		       !str_eq(node->choices[k].id, ids[i]))
			k++;
		if (k == node->nchoices)
			return false;
		total -= drill_points(d, &node->choices[k]);
		if (drill_step(&a, d, k, &c, s, NULL, &e) != 0)
			return false;
	}
	return total == 0 && d->nodes[s->node].kind == NODE_END;
}

bool
explore_seed(const struct drill *d, const char *const *ids, size_t n,
	     int64_t total, uint64_t limit, uint64_t *ret)
{
	if (!has_chance(d))
		limit = 1;
	for (uint64_t seed = 0; seed < limit; seed++) {
		if (plays(d, ids, n, total, seed)) {
			*ret = seed;
			return true;
		}
	}
	return false;
}
