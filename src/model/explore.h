/* Exact analysis of a drill: every reachable state, extremes, regret.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_EXPLORE_H
#define PRESHIFT_MODEL_EXPLORE_H

#include "model/drill.h"

enum { EXPLORE_MAX_STATES = 1 << 20 };

struct explore; /* the state graph, in an arena */

struct explore_report {
	size_t states, transitions;
	bool complete;     /* false: the limit was met */
	bool score_loop;   /* a loop changes a score: no extremes */
	struct drill_extremes x;
	bool *node_reached;    /* nnodes */
	bool *choice_enabled;  /* nchoices: open in some reachable state */
	bool *choice_blocked;  /* nchoices: blocked in some reachable state */
	bool *node_dead;       /* reached, no way to an end from some state */
	bool *node_no_way;     /* nnodes: in some state no goto was open, its
				* own or that of an open choice */
	bool stuck;            /* an ask with every choice blocked */
	size_t stuck_node;     /* the first such */
	size_t lost_return;    /* a return that nothing called; DRILL_NONE */
	size_t too_deep;       /* a node whose call, or a choice's of it, finds
				* DRILL_MAX_CALLS open; DRILL_NONE */
	size_t *choice_best;   /* nchoices: states in which none is better */
	const char **best, **worst; /* choice ids of the extreme paths */
	size_t nbest, nworst;
	/* How those paths end, for drill_judge(); NULL without extremes. */
	const struct drill_state *best_end, *worst_end;
	const bool *best_visited, *worst_visited;
};

/* Walks every state from the start (after entry effects); chance edges are
 * each taken. LIMIT states at most. */
int explore_run(struct arena *a, const struct drill *d, size_t limit,
		const struct explore **ret, struct explore_report *rep,
		struct err *e) MUST_CHECK;

/* What the BEST path, or the worst, comes to; REP has extremes. */
struct drill_outcome explore_judge(struct arena *a, const struct drill *d,
				   const struct explore_report *rep,
				   bool best);

/* Best weighted total still to come from S (chance at its best); what was
 * scored before is not in it. False if S is unknown or extremes are. */
bool explore_best_from(const struct explore *x, const struct drill_state *s,
		       int64_t *ret);

/* Regret in weighted points of choice I in state S: best from S minus (its
 * own points + best after it). Not negative. */
bool explore_regret(struct arena *a, const struct explore *x,
		    const struct drill_state *s, size_t i, int64_t *ret);

/* The least seed below LIMIT under which the choices IDS play to an end with
 * that weighted total. Without chance edges it is 0. */
bool explore_seed(const struct drill *d, const char *const *ids, size_t n,
		  int64_t total, uint64_t limit, uint64_t *ret);

#endif
