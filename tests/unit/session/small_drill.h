/* A drill of two scenes, made by hand, and all that is needed to play it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_SMALL_DRILL_H
#define PRESHIFT_TESTS_SMALL_DRILL_H

#include "fake_io.h"
#include "session/practice.h"

/* n1: n1.good, n1.bad (feedback at once); n2: n2.offer (closed after n1.bad,
 * and shown), n2.plain, n2.lie (critical). Ends: fine (must), gone. */
struct small {
	struct arena a;
	struct err e;
	struct clock clock;
	struct drill d;
	struct explore_report report;
	struct fake_keeper keeper;
	struct fake_io io;
	struct practice_setup s;
	struct practice_result r;
};

void small_init(struct small *t);
void small_free(struct small *t);
/* Plays with these answers, in a new conversation; what practice_run() says. */
int small_run(struct small *t, const char *const *answers, bool interactive);

#endif
