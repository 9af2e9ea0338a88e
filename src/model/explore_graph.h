/* The state graph of a drill, as explore.c builds it and explore_value.c
 * and explore_path.c weigh it. Nobody else includes this.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_EXPLORE_GRAPH_H
#define PRESHIFT_MODEL_EXPLORE_GRAPH_H

#include "model/explore.h"

/* An array that grows by chunks, so that nothing is ever copied. */
enum { POOL_CHUNK = 1024 };
struct pool {
	unsigned char **chunk;
	size_t nchunks, capchunks;
	size_t n, size; /* elements, bytes of one */
};

static inline void *
pool_at(const struct pool *p, size_t i)
{
	return p->chunk[i / POOL_CHUNK] + i % POOL_CHUNK * p->size;
}

/* Where a part of a state lies in its packed words. */
struct field {
	int *cell;  /* in the scratch state; NULL: the node */
	unsigned word, shift, bits;
	int base;   /* subtracted before packing */
};

#define NO_CHOICE UINT32_MAX
struct edge {
	uint32_t to;
	uint32_t choice; /* its number, NO_CHOICE: a goto */
};

/* No way to an end from there. */
#define VALUE_NONE (INT64_MIN / 4)

struct explore {
	const struct drill *d;
	struct drill_state *scratch;
	struct field *fields;
	size_t nfields, nwords;
	struct pool states; /* nwords words each */
	struct pool edges;
	struct pool first;  /* uint32_t: a state's first edge */
	uint32_t *table;    /* state + 1, 0: empty */
	size_t captable;
	uint64_t *probe;    /* room for one packed state */
	/* explore_value.c */
	uint32_t *scc, *order; /* component of a state; states by component */
	int64_t *weight;    /* per choice, of the total; per choice and
			     * competency behind it */
	int64_t *best, *worst; /* still to come, per state; `worst` negated */
	bool valued;        /* they are known */
};

static inline const struct edge *
edge_at(const struct explore *x, size_t i)
{
	return pool_at(&x->edges, i);
}

static inline size_t
first_edge(const struct explore *x, size_t s)
{
	return s < x->first.n ? *(const uint32_t *)pool_at(&x->first, s)
			      : x->edges.n;
}

/* The node of a state; others of its parts into the scratch state. */
size_t explore_node(const struct explore *x, size_t s);
void explore_load(const struct explore *x, size_t s);
/* The number of the scratch state, or DRILL_NONE. */
size_t explore_find(const struct explore *x);
bool explore_is_end(const struct explore *x, size_t s);

/* Components and values; fills what the report says of them. */
void explore_weigh(struct arena *a, struct explore *x,
		   struct explore_report *rep);
/* The extreme paths. */
void explore_paths(struct arena *a, const struct explore *x,
		   struct explore_report *rep);

#endif
