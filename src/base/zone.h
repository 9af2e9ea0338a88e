/* Local time from the system's tzdata (TZif with footer, RFC 8536), never
 * from the process's TZ.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_ZONE_H
#define PRESHIFT_BASE_ZONE_H

#include <stdint.h>
#include "base/arena.h"
#include "base/err.h"

struct zone; /* in an arena */

struct local {
	int64_t days; /* since 1970-01-01, local date */
	int hour, minute, second;
};

/* NAME is an IANA name ("Europe/Berlin", "UTC"); unknown: USAGE. Looks in
 * $TZDIR, then /usr/share/zoneinfo. */
int zone_open(struct arena *a, const char *name, const struct zone **ret,
	      struct err *e) MUST_CHECK;
/* Z NULL: UTC. */
void zone_local(const struct zone *z, int64_t t, struct local *ret);
/* The earliest instant with that local time; in a gap, the instant as far
 * after the gap's begin as the time lies behind it. */
int64_t zone_utc(const struct zone *z, int64_t days, int hour, int minute,
		 int second);

#endif
