/* Where somebody stands, and what comes next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_PROGRESSING_H
#define PRESHIFT_CMD_PROGRESSING_H

#include "cmd/app.h"

/* What can be done next: in words, and the command line that does it. */
struct progress_step { const char *words, *line; };

enum { STEPS_MOST = 3 };

/* The handbook, as far as it concerns somebody. */
struct progress_handbook {
	bool published;
	struct standing standing;
	size_t must, opened;     /* must-read parts */
	const char *first, *last; /* of those still to be read; NULL: none */
	unsigned minutes;        /* they take; 0: no text to count */
};

/* Drills by their best result; `once_more` is one that was tried, best one
 * that nearly succeeded. */
struct progress_drills {
	size_t all, ready, nearly, fresh_ones;
	const char *once_more, *fresh; /* ids, NULL */
};

struct progress {
	struct person p;
	struct progress_handbook handbook;
	struct progress_drills drills;
	struct progress_step next[STEPS_MOST];
	size_t nnext;
};

/* All of it for NUMBER. USAGE: nobody has that number. */
int progress_read(struct app *, const char *number, struct progress *ret,
		  struct err *) MUST_CHECK;

/* The first step of who is logged in, as a line for the home ("Next: read H7
 * to H9, 9 minutes"); NULL: nothing is to be done. It takes a few
 * milliseconds. */
int progress_next(struct app *, const char **ret, struct err *) MUST_CHECK;

#endif
