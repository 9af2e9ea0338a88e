/* Random walks through a drill: what many players who choose blindly would
 * see. For drills too large to explore, and against thoughtless paths.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_WALK_H
#define PRESHIFT_MODEL_WALK_H

#include "model/drill.h"

enum { WALK_MAX_STEPS = 10000 };

/* A path and what it came to. */
struct walk_path {
	int64_t total;      /* weighted */
	uint64_t seed;      /* of the drill's own chance */
	const char **ids;   /* choices */
	size_t n, cap;
};

struct walk_report {
	size_t walks, steps;
	size_t ended;       /* came to an end */
	size_t stuck;       /* every choice was blocked, or no way was open */
	size_t endless;     /* had not ended after WALK_MAX_STEPS choices */
	bool *node_seen;    /* nnodes */
	size_t *taken;      /* nchoices: how often */
	/* Of those that ended; meaningless if none did. */
	struct walk_path best, worst;
};

/* N walks; each draws its choices evenly among the open ones, and the drill's
 * seed, from SplitMix64(SEED), so that the same SEED walks the same. What is
 * returned lies in A. */
void walk_run(struct arena *a, const struct drill *d, uint64_t seed, size_t n,
	      struct walk_report *ret);

#endif
