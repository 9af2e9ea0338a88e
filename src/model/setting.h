/* The house's settings: names, defaults, what a value must look like.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_SETTING_H
#define PRESHIFT_MODEL_SETTING_H

#include <stdbool.h>
#include <stddef.h>

struct setting {
	const char *name;   /* "shift.early" */
	const char *dflt;
	const char *help;   /* msgid, one line */
	bool (*ok)(const char *value);
};

/* One table, sorted by name. `value.ID` is not in it: the handbook names
 * those. */
extern const struct setting setting_table[];
extern const size_t setting_count;

const struct setting *setting_find(const char *name);

/* The value of a shift.…: minutes after midnight of "HH:MM", or -1 for "none"
 * (the house has no such shift). False: neither. */
bool setting_minutes(const char *value, int *ret);

#endif
