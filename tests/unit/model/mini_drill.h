/* Drills for tests, written in a few words a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_MINI_DRILL_H
#define PRESHIFT_TESTS_MINI_DRILL_H

#include "model/drill.h"

/* TEXT is lines such as
 *
 *	comp k 2 5000            competency, weight, pass (optional)
 *	int mood -3 3 0          bool b 0          enum e a a,b,c
 *	person guest mood
 *	let rude mood < 0
 *	node n1 ask visit max 2  kind; visit or avoid; most visits
 *	 call n7
 *	 set mood += 1
 *	 say once hello | mood > 0   said once; of the group hello
 *	 goto n2 3 | mood > 0    chance 3; 0: none
 *	 choice c1 n2 once critical required leaves | mood > 0
 *	                         target - : gotos follow
 *	  call n8
 *	  score k 2
 *	  set mood -= 1
 *	  goto n3 0
 *
 * Fails the test if it is not understood. */
struct drill *mini_drill(struct arena *a, const char *text);

#endif
