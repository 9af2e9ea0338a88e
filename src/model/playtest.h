/* Play-tests: a path through a drill and what must come of it, as plain text
 * beside the drill.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_PLAYTEST_H
#define PRESHIFT_MODEL_PLAYTEST_H

#include "model/drill.h"

/* In the file:
 *
 *	test best
 *	 seed 7
 *	 select n1.wave
 *	 end good
 *	 score greet=4 own=3
 *	 mood 2
 *	 result ready
 *
 * `seed` is optional (0), `end`, `score`, `mood` and `result` each too; an
 * empty line, or the next test, ends one; a line that begins with # is
 * passed over. */

struct playtest_score {
	const char *competency;
	int64_t points;
};

struct playtest {
	const char *name;
	unsigned line;
	uint64_t seed;
	const char **choices;
	size_t nchoices, capchoices;
	const char *end;    /* NULL: not asked */
	struct playtest_score *scores;
	size_t nscores, capscores;
	bool has_mood;
	int mood;
	const char *result; /* NULL: not asked */
};

struct playtests {
	struct playtest *v;
	size_t n, cap;
};

/* Parses the N bytes at S; FILE is their name for messages. A line that is
 * not understood: CONTENT with its number. */
int playtest_parse(struct arena *a, const char *file, const char *s, size_t n,
		   struct playtests *ret, struct err *e) MUST_CHECK;

/* Plays T. CONTENT, and what differs, if something is not as the test says. X
 * are the drill's extremes (explore.h). */
int playtest_run(struct arena *a, const struct drill *d,
		 const struct drill_extremes *x, const struct playtest *t,
		 struct err *e) MUST_CHECK;

#endif
