/* Times and numbers as people type them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_TYPED_H
#define PRESHIFT_MODEL_TYPED_H

#include <stdint.h>
#include "base/arena.h"

/* "7:00", "7.00" and "7" are 07:00; NULL: no time of a day. */
const char *typed_time(struct arena *a, const char *s);
/* "14" and "14 days" are 14; NULL: no whole number, or more than MOST. */
const char *typed_number(struct arena *a, const char *s, uint64_t most);

#endif
