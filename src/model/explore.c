/* Every reachable state of a drill, breadth first. A state is packed into a
 * few words: the node, the variables, the counts that conditions read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/explore.h"

#include <string.h>

#include "model/explore_graph.h"

static void *
pool_add(struct arena *a, struct pool *p)
{
	if (p->n == p->nchunks * POOL_CHUNK) {
		unsigned char *c = arena_array(a, POOL_CHUNK, p->size);

		ARENA_PUSH(a, p->chunk, p->nchunks, p->capchunks, c);
	}
	return pool_at(p, p->n++);
}

/* ---- Packing ---- */

static unsigned
bits_for(int64_t range)
{
	return range <= 0 ? 0 : 64 - (unsigned)__builtin_clzll(
						(unsigned long long)range);
}

/* A field lies within one word: no part straddles two. */
static void
add_field(struct arena *a, struct explore *x, size_t *cap, unsigned *used,
	  int *cell, int base, int64_t range)
{
	struct field f = { .cell = cell, .base = base,
			   .bits = bits_for(range) };

	if (f.bits == 0)
		return;
	if (*used + f.bits > 64) {
		x->nwords++;
		*used = 0;
	}
	f.word = (unsigned)x->nwords - 1;
	f.shift = *used;
	*used += f.bits;
	ARENA_PUSH(a, x->fields, x->nfields, *cap, f);
}

static bool
has_calls(const struct drill *d)
{
	for (size_t i = 0; i < d->nnodes; i++) {
		const struct drill_node *n = &d->nodes[i];

		if (n->call != DRILL_NONE)
			return true;
		for (size_t k = 0; k < n->nchoices; k++)
			if (n->choices[k].call != DRILL_NONE)
				return true;
	}
	return false;
}

static void
lay_out(struct arena *a, struct explore *x)
{
	const struct drill *d = x->d;
	struct drill_state *s = x->scratch;
	size_t cap = 0;
	unsigned used = 0;

	x->nwords = 1;
	add_field(a, x, &cap, &used, NULL, 0, (int64_t)d->nnodes);
	for (size_t i = 0; i < d->nvars; i++)
		add_field(a, x, &cap, &used, &s->vars[i], d->vars[i].min,
			  (int64_t)d->vars[i].max - d->vars[i].min);
	for (size_t i = 0; i < d->nnodes; i++)
		if (d->node_counted[i])
			add_field(a, x, &cap, &used, &s->node_count[i], 0,
				  (int64_t)d->node_cap[i] + 1);
	for (size_t i = 0; i < d->nchoices; i++)
		if (d->choice_counted[i])
			add_field(a, x, &cap, &used, &s->choice_count[i], 0,
				  (int64_t)d->choice_cap[i] + 1);
	for (size_t i = 0; has_calls(d) && i < DRILL_MAX_CALLS; i++)
		add_field(a, x, &cap, &used, &s->calls[i], 0,
			  (int64_t)(d->nnodes + d->nchoices));
	x->states.size = x->nwords * sizeof(uint64_t);
	x->edges.size = sizeof(struct edge);
	x->first.size = sizeof(uint32_t);
}

static void
pack(const struct explore *x, uint64_t *w)
{
	memset(w, 0, x->nwords * sizeof(*w));
	w[0] = x->scratch->node;
	for (size_t i = 1; i < x->nfields; i++) {
		const struct field *f = &x->fields[i];

		w[f->word] |= (uint64_t)((int64_t)*f->cell - f->base)
			      << f->shift;
	}
}

static uint64_t
field_of(const struct field *f, const uint64_t *w)
{
	return w[f->word] >> f->shift & (UINT64_MAX >> (64 - f->bits));
}

size_t
explore_node(const struct explore *x, size_t s)
{
	return field_of(&x->fields[0], pool_at(&x->states, s));
}

void
explore_load(const struct explore *x, size_t s)
{
	const uint64_t *w = pool_at(&x->states, s);

	x->scratch->node = field_of(&x->fields[0], w);
	for (size_t i = 1; i < x->nfields; i++) {
		const struct field *f = &x->fields[i];

		*f->cell = (int)((int64_t)field_of(f, w) + f->base);
	}
}

bool
explore_is_end(const struct explore *x, size_t s)
{
	return x->d->nodes[explore_node(x, s)].kind == NODE_END;
}

/* ---- The table of states ---- */

static size_t
hash_words(const uint64_t *w, size_t n)
{
	uint64_t h = 0;

	for (size_t i = 0; i < n; i++) {
		h = (h ^ w[i]) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 32;
	}
	return h * UINT64_C(0xff51afd7ed558ccd) >> 20;
}

/* The slot of the state W, or the empty one where it belongs. */
static size_t
slot_of(const struct explore *x, const uint64_t *w)
{
	size_t mask = x->captable - 1;
	size_t i = hash_words(w, x->nwords) & mask;

	while (x->table[i] != 0 &&
	       memcmp(pool_at(&x->states, x->table[i] - 1), w,
		      x->states.size) != 0)
		i = (i + 1) & mask;
	return i;
}

static void
grow_table(struct arena *a, struct explore *x)
{
	x->captable = x->captable == 0 ? 1024 : 4 * x->captable;
	x->table = ARENA_ARRAY(a, uint32_t, x->captable);
	for (size_t s = 0; s < x->states.n; s++)
		x->table[slot_of(x, pool_at(&x->states, s))] =
			(uint32_t)s + 1;
}

size_t
explore_find(const struct explore *x)
{
	pack(x, x->probe);
	return (size_t)x->table[slot_of(x, x->probe)] - 1;
}

/* The number of the scratch state, new or known; DRILL_NONE when the limit is
 * met. It is packed where the next state would lie, so a new one costs no
 * copy. */
static size_t
intern(struct arena *a, struct explore *x, size_t limit)
{
	uint64_t *w = pool_add(a, &x->states);
	size_t slot;

	x->states.n--;
	pack(x, w);
	slot = slot_of(x, w);
	if (x->table[slot] != 0)
		return x->table[slot] - 1;
	if (x->states.n >= limit)
		return DRILL_NONE;
	x->table[slot] = (uint32_t)++x->states.n;
	if (2 * x->states.n > x->captable)
		grow_table(a, x);
	return x->states.n - 1;
}

/* ---- The walk ---- */

struct walk {
	struct arena *a;
	struct explore *x;
	struct explore_report *rep;
	size_t limit;
	size_t s; /* the state whose ways are followed */
};

/* Enters node TO from the scratch state and notes the edge. */
static bool
arrive(struct walk *w, size_t to, uint32_t choice)
{
	size_t t;
	struct edge *e;

	drill_enter(w->x->d, w->x->scratch, to);
	t = intern(w->a, w->x, w->limit);
	if (t == DRILL_NONE)
		return false;
	w->rep->node_reached[to] = true;
	e = pool_add(w->a, &w->x->edges);
	*e = (struct edge){ (uint32_t)t, choice };
	return true;
}

/* The scratch state as it is before a way is followed: choice C taken (NULL:
 * none), or back from a call. */
static void
set_out(struct walk *w, const struct drill_choice *c)
{
	const struct drill *d = w->x->d;
	struct drill_state *s = w->x->scratch;
	const struct drill_goto *g;
	size_t ng;

	explore_load(w->x, w->s);
	if (c != NULL)
		drill_take(d, s, c);
	else if (d->nodes[s->node].kind == NODE_RETURN)
		(void)drill_return(d, s, &g, &ng);
}

/* Every way that gotos G may take; C is the choice already taken, or NULL.
 * False when the limit is met. */
static bool
follow(struct walk *w, const struct drill_goto *g, size_t ng,
       const struct drill_choice *c)
{
	const struct drill *d = w->x->d;
	struct drill_state *s = w->x->scratch;
	uint32_t by = c == NULL ? NO_CHOICE : (uint32_t)c->n;
	struct drill_ways ways = drill_ways(d, s, g, ng);

	if (ways.nchance == 0 && ways.stop == ng) {
		w->rep->node_no_way[s->node] = true;
		return true;
	}
	if (ways.nchance == 0)
		return arrive(w, g[ways.stop].to, by);
	for (size_t i = 0; i < ways.stop; i++) {
		set_out(w, c);
		if (drill_way_open(d, s, &g[i]) && !arrive(w, g[i].to, by))
			return false;
	}
	return true;
}

/* Into what CALLER calls. */
static bool
call(struct walk *w, size_t caller, size_t to, uint32_t choice)
{
	if (drill_call(w->x->scratch, caller))
		return arrive(w, to, choice);
	if (w->rep->too_deep == DRILL_NONE)
		w->rep->too_deep = w->x->scratch->node;
	return true;
}

/* A node at which nobody chooses. */
static bool
expand_on(struct walk *w, const struct drill_node *n)
{
	const struct drill *d = w->x->d;
	struct drill_state *s = w->x->scratch;
	const struct drill_goto *g = n->gotos;
	size_t ng = n->ngotos;

	if (drill_calls(d, s))
		return call(w, s->node, n->call, NO_CHOICE);
	if (n->kind == NODE_RETURN && !drill_return(d, s, &g, &ng)) {
		if (w->rep->lost_return == DRILL_NONE)
			w->rep->lost_return = s->node;
		return true;
	}
	return follow(w, g, ng, NULL);
}

static bool
expand_ask(struct walk *w, const struct drill_node *n)
{
	struct drill_state *s = w->x->scratch;
	size_t nopen = 0;
	bool moved = false;

	for (size_t i = 0; i < n->nchoices; i++) {
		const struct drill_choice *c = &n->choices[i];

		if (moved)
			explore_load(w->x, w->s);
		moved = false;
		if (!drill_open(w->x->d, s, i)) {
			w->rep->choice_blocked[c->n] = true;
			continue;
		}
		nopen++;
		moved = true;
		w->rep->choice_enabled[c->n] = true;
		drill_take(w->x->d, s, c);
		if (c->call != DRILL_NONE ?
		    !call(w, w->x->d->nnodes + c->n, c->call,
			  (uint32_t)c->n) :
		    !follow(w, c->gotos, c->ngotos, c))
			return false;
	}
	if (nopen == 0 && n->ngotos > 0)
		return expand_on(w, n);
	if (nopen == 0 && !w->rep->stuck) {
		w->rep->stuck = true;
		w->rep->stuck_node = explore_node(w->x, w->s);
	}
	return true;
}

static bool
expand(struct walk *w)
{
	struct explore *x = w->x;
	const struct drill_node *n;
	uint32_t *first = pool_add(w->a, &x->first);

	*first = (uint32_t)x->edges.n;
	explore_load(x, w->s);
	n = &x->d->nodes[x->scratch->node];
	switch (n->kind) {
	case NODE_END:
		return true;
	case NODE_ASK:
	case NODE_HUB:
		return expand_ask(w, n);
	case NODE_SAY:
	case NODE_NARRATE:
	case NODE_CHECK:
	case NODE_RETURN:
		return expand_on(w, n);
	}
	return true;
}

static void
walk_all(struct walk *w)
{
	struct explore *x = w->x;

	w->rep->complete = true;
	x->scratch->node = 0;
	drill_enter(x->d, x->scratch, 0);
	w->rep->node_reached[0] = true;
	if (intern(w->a, x, w->limit) == DRILL_NONE)
		w->rep->complete = false;
	/* states are numbered as they are met, so counting up is breadth
	 * first and the edges of one state lie together */
	for (w->s = 0; w->rep->complete && w->s < x->states.n; w->s++) {
		/* the edges of 2^32 would not be numbered any more */
		if (!expand(w) || x->edges.n > UINT32_MAX / 2)
			w->rep->complete = false;
	}
	w->rep->states = x->states.n;
	w->rep->transitions = x->edges.n;
}

int
explore_run(struct arena *a, const struct drill *d, size_t limit,
	    const struct explore **ret, struct explore_report *rep,
	    struct err *e)
{
	struct explore *x = ARENA_NEW(a, struct explore);
	struct explore_report r = { .lost_return = DRILL_NONE,
				    .too_deep = DRILL_NONE };
	struct walk w = { .a = a, .x = x, .rep = &r, .limit = limit };

	if (d->nnodes == 0)
		return err_set(e, ERR_CONTENT,
			       N_("the drill '%s' has no scenes"), d->doc.id);
	if (limit > UINT32_MAX / 2)
		w.limit = UINT32_MAX / 2;
	x->d = d;
	x->scratch = drill_state_new(a, d);
	lay_out(a, x);
	x->probe = ARENA_ARRAY(a, uint64_t, x->nwords);
	grow_table(a, x);
	r.node_reached = ARENA_ARRAY(a, bool, d->nnodes);
	r.node_dead = ARENA_ARRAY(a, bool, d->nnodes);
	r.node_no_way = ARENA_ARRAY(a, bool, d->nnodes);
	r.choice_enabled = ARENA_ARRAY(a, bool, d->nchoices);
	r.choice_blocked = ARENA_ARRAY(a, bool, d->nchoices);
	r.choice_best = ARENA_ARRAY(a, size_t, d->nchoices);
	walk_all(&w);
	if (r.complete) {
		explore_weigh(a, x, &r);
		explore_paths(a, x, &r);
	}
	*ret = x;
	*rep = r;
	return 0;
}
