/* Sticks that are plugged in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_STICKS_H
#define PRESHIFT_CMD_STICKS_H

#include <stddef.h>
#include "base/arena.h"

struct sticks {
	const char **v; /* their folders */
	size_t n, cap;
};

/* Those that a desktop or the system mounted below /media or /run/media, or
 * below the folders in $PRESHIFT_MEDIA, parted by colons. */
void sticks_find(struct arena *a, struct sticks *ret);

#endif
