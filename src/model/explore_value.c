/* What can still be reached from each state: strongly connected components
 * (Tarjan 1972, without recursion), then values from the ends backwards.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/explore.h"

#include <string.h>

#include "model/explore_graph.h"

/* ---- Components ---- */

struct frame {
	uint32_t s, edge;
};

struct tarjan {
	const struct explore *x;
	uint32_t *index, *low; /* 0: not met */
	uint32_t *stack;
	struct frame *path;
	size_t nstack, npath, nmet, nscc, ndone;
};

static void
tarjan_enter(struct tarjan *t, uint32_t s)
{
	t->index[s] = t->low[s] = (uint32_t)++t->nmet;
	t->stack[t->nstack++] = s;
	t->path[t->npath++] = (struct frame){ s,
		(uint32_t)first_edge(t->x, s) };
	t->x->scc[s] = UINT32_MAX; /* on the stack */
}

static void
tarjan_leave(struct tarjan *t)
{
	uint32_t s = t->path[--t->npath].s, u;

	if (t->npath > 0) {
		uint32_t p = t->path[t->npath - 1].s;

		if (t->low[s] < t->low[p])
			t->low[p] = t->low[s];
	}
	if (t->low[s] != t->index[s])
		return;
	do {
		u = t->stack[--t->nstack];
		t->x->scc[u] = (uint32_t)t->nscc;
		t->x->order[t->ndone++] = u;
	} while (u != s);
	t->nscc++;
}

/* Numbers components so that an edge never leads to a higher one, and lists
 * the states by component: ends come first. All are reached from state 0. */
static void
find_components(const struct explore *x)
{
	OWN(arena_free) struct arena tmp = { 0 };
	struct tarjan t = { .x = x };
	size_t n = x->states.n;

	t.index = ARENA_ARRAY(&tmp, uint32_t, n);
	t.low = ARENA_ARRAY(&tmp, uint32_t, n);
	t.stack = ARENA_ARRAY(&tmp, uint32_t, n);
	t.path = ARENA_ARRAY(&tmp, struct frame, n);
	tarjan_enter(&t, 0);
	while (t.npath > 0) {
		struct frame *f = &t.path[t.npath - 1];
		uint32_t to;

		if (f->edge == first_edge(x, (size_t)f->s + 1)) {
			tarjan_leave(&t);
			continue;
		}
		to = edge_at(x, f->edge++)->to;
		if (t.index[to] == 0)
			tarjan_enter(&t, to);
		else if (x->scc[to] == UINT32_MAX && t.index[to] < t.low[f->s])
			t.low[f->s] = t.index[to];
	}
}

/* ---- Values ---- */

/* One computation: the greatest sum of sign * weight still to come. */
struct sums {
	const struct explore *x;
	const int64_t *weight; /* per choice; NULL: all zero */
	int sign;
	int64_t *value;        /* per state */
	int64_t *height;       /* within a component, sum from its first */
	uint32_t *todo;
	size_t begin, end;     /* the component, in x->order */
};

static int64_t
edge_weight(const struct sums *v, const struct edge *e)
{
	if (v->weight == NULL || e->choice == NO_CHOICE)
		return 0;
	return v->sign * v->weight[e->choice];
}

/* Sums within the component from its first state. In it every cycle must sum
 * to zero, or there is no greatest sum: then two ways to one state differ. */
static bool
level_component(struct sums *v)
{
	const struct explore *x = v->x;
	uint32_t scc = x->scc[x->order[v->begin]];
	size_t ntodo = 0;

	for (size_t i = v->begin; i < v->end; i++)
		v->height[x->order[i]] = VALUE_NONE;
	v->height[x->order[v->begin]] = 0;
	v->todo[ntodo++] = x->order[v->begin];
	while (ntodo > 0) {
		uint32_t s = v->todo[--ntodo];

		for (size_t i = first_edge(x, s);
		     i < first_edge(x, (size_t)s + 1); i++) {
			const struct edge *e = edge_at(x, i);
			int64_t h = v->height[s] + edge_weight(v, e);

			if (x->scc[e->to] != scc)
				continue;
			if (v->height[e->to] == VALUE_NONE) {
				v->height[e->to] = h;
				v->todo[ntodo++] = e->to;
			} else if (v->height[e->to] != h) {
				return false;
			}
		}
	}
	return true;
}

/* The best way out of state S to a component that is done, or to an end. */
static int64_t
best_exit(const struct sums *v, uint32_t s)
{
	const struct explore *x = v->x;
	int64_t best = VALUE_NONE;
	size_t end = first_edge(x, (size_t)s + 1);

	if (first_edge(x, s) == end && explore_is_end(x, s))
		return 0;
	for (size_t i = first_edge(x, s); i < end; i++) {
		const struct edge *e = edge_at(x, i);

		if (x->scc[e->to] == x->scc[s] ||
		    v->value[e->to] == VALUE_NONE)
			continue;
		if (v->value[e->to] + edge_weight(v, e) > best)
			best = v->value[e->to] + edge_weight(v, e);
	}
	return best;
}

static void
value_component(struct sums *v)
{
	const struct explore *x = v->x;
	int64_t best = VALUE_NONE;

	for (size_t i = v->begin; i < v->end; i++) {
		uint32_t s = x->order[i];
		int64_t out = best_exit(v, s);

		if (out != VALUE_NONE && v->height[s] + out > best)
			best = v->height[s] + out;
	}
	for (size_t i = v->begin; i < v->end; i++) {
		uint32_t s = x->order[i];

		v->value[s] = best == VALUE_NONE ? best : best - v->height[s];
	}
}

static bool
has_own_loop(const struct sums *v, uint32_t s)
{
	for (size_t i = first_edge(v->x, s);
	     i < first_edge(v->x, (size_t)s + 1); i++)
		if (edge_at(v->x, i)->to == s)
			return true;
	return false;
}

/* False if a loop changes the sum. */
static bool
sum_up(struct sums *v)
{
	const struct explore *x = v->x;
	size_t n = x->states.n;

	for (v->begin = 0; v->begin < n; v->begin = v->end) {
		uint32_t s = x->order[v->begin];

		v->end = v->begin + 1;
		while (v->end < n && x->scc[x->order[v->end]] == x->scc[s])
			v->end++;
		if (v->end == v->begin + 1 && !has_own_loop(v, s)) {
			v->value[s] = best_exit(v, s);
			continue;
		}
		if (!level_component(v))
			return false;
		value_component(v);
	}
	return true;
}

/* ---- What the report says ---- */

static void
weigh_choices(struct arena *a, struct explore *x)
{
	const struct drill *d = x->d;
	size_t n = d->nchoices;

	x->weight = ARENA_ARRAY(a, int64_t, n * (1 + d->ncompetencies));
	for (size_t i = 0; i < n; i++) {
		const struct drill_choice *c = drill_choice(d, i);

		for (size_t k = 0; k < c->nscores; k++) {
			size_t comp = c->scores[k].competency;

			x->weight[(1 + comp) * n + i] += c->scores[k].points;
		}
		x->weight[i] = drill_points(d, c);
	}
}

/* Extremes of one measure: 0 the total, then the competencies. */
static bool
extremes_of(struct sums *v, size_t measure, int64_t *max, int64_t *min,
	    int64_t *ret_max, int64_t *ret_min)
{
	v->weight = v->x->weight + measure * v->x->d->nchoices;
	v->sign = 1;
	v->value = max;
	if (!sum_up(v))
		return false;
	v->sign = -1;
	v->value = min;
	if (!sum_up(v))
		return false;
	if (max[0] == VALUE_NONE)
		return false;
	*ret_max = max[0];
	*ret_min = -min[0];
	return true;
}

static void
find_dead(struct sums *v, struct explore_report *rep)
{
	v->weight = NULL;
	v->sign = 1;
	sum_up(v);
	for (size_t s = 0; s < v->x->states.n; s++)
		if (v->value[s] == VALUE_NONE)
			rep->node_dead[explore_node(v->x, s)] = true;
}

static void
count_best(const struct explore *x, struct explore_report *rep)
{
	for (size_t s = 0; s < x->states.n; s++) {
		size_t last = DRILL_NONE;

		for (size_t i = first_edge(x, s); i < first_edge(x, s + 1);
		     i++) {
			const struct edge *e = edge_at(x, i);

			if (e->choice == NO_CHOICE || e->choice == last ||
			    x->best[e->to] == VALUE_NONE)
				continue;
			if (x->best[e->to] + x->weight[e->choice] !=
			    x->best[s])
				continue;
			rep->choice_best[e->choice]++;
			last = e->choice;
		}
	}
}

void
explore_weigh(struct arena *a, struct explore *x, struct explore_report *rep)
{
	OWN(arena_free) struct arena tmp = { 0 };
	const struct drill *d = x->d;
	size_t n = x->states.n;
	struct sums v = { .x = x };
	int64_t *up = ARENA_ARRAY(&tmp, int64_t, n);
	int64_t *down = ARENA_ARRAY(&tmp, int64_t, n);
	bool ok;

	x->scc = ARENA_ARRAY(a, uint32_t, n);
	x->order = ARENA_ARRAY(a, uint32_t, n);
	x->best = ARENA_ARRAY(a, int64_t, n);
	x->worst = ARENA_ARRAY(a, int64_t, n);
	v.height = ARENA_ARRAY(&tmp, int64_t, n);
	v.todo = ARENA_ARRAY(&tmp, uint32_t, n);
	rep->x.cmin = ARENA_ARRAY(a, int64_t, d->ncompetencies);
	rep->x.cmax = ARENA_ARRAY(a, int64_t, d->ncompetencies);
	find_components(x);
	weigh_choices(a, x);
	v.value = up;
	find_dead(&v, rep);
	if (up[0] == VALUE_NONE)
		return; /* no end at all */
	ok = extremes_of(&v, 0, x->best, x->worst, &rep->x.max, &rep->x.min);
	for (size_t i = 0; ok && i < d->ncompetencies; i++)
		ok = extremes_of(&v, 1 + i, up, down, &rep->x.cmax[i],
				 &rep->x.cmin[i]);
	rep->score_loop = !ok;
	rep->x.complete = ok;
	x->valued = ok;
	if (ok)
		count_best(x, rep);
}
