/* The plan of a lineup: slots that always sum to 600, 420 or 300 seconds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_PLAN_H
#define PRESHIFT_MODEL_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/zone.h"

enum slot { SLOT_ROLL, SLOT_MANTRA, SLOT_YESTERDAY, SLOT_PRAISE, SLOT_TODAY,
	    SLOT_COMMANDMENT, SLOT_PRACTICE, SLOT_BOARD, SLOT_IDEAS,
	    SLOT_RECALL, SLOT_CLOSE, SLOT_COUNT };
const char *slot_word(enum slot s); /* roll mantra yesterday … as in JSON */

struct plan_slot {
	enum slot slot;
	unsigned start, seconds; /* from the lineup's start */
	bool folded;             /* or not in this form; seconds is 0 */
	const char **items;      /* what is to be said or done, one a line */
	size_t nitems, capitems;
};

struct plan {
	unsigned form; /* 10, 7 or 5 minutes */
	unsigned seconds;
	struct plan_slot slots[SLOT_COUNT];
};

/* Fills seconds and starts for FORM. A slot that is empty (no items) and may
 * fold is folded; its seconds go to the commandment. Which slots a form has,
 * their seconds, which may fold: one table in plan.c. Items must be set
 * before. False: FORM is not 10, 7 or 5. */
bool plan_lay_out(struct plan *p, unsigned form);

enum shift { SHIFT_EARLY, SHIFT_LATE, SHIFT_NIGHT, SHIFT_COUNT };
const char *shift_word(enum shift s); /* early late night */
bool shift_parse(const char *s, enum shift *ret);

/* The shift whose start is nearest to T, and the local date of that start.
 * STARTS are minutes after midnight; -1: the house has no such shift. Of two
 * equally near the one to come; with no shift at all, early today. */
void shift_nearest(const struct zone *z, const int starts[SHIFT_COUNT],
		   int64_t t, enum shift *ret_shift, int64_t *ret_days);

#endif
