/* Lineups that were held, as they are shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_LINEUPS_H
#define PRESHIFT_CMD_LINEUPS_H

#include "cmd/app.h"

/* "Sat 21 Nov" */
const char *lineups_day(struct app *, int64_t day);
/* Minutes of paid time: begun ones count from the half, one at least. */
unsigned long lineups_minutes(const struct lineup_row *l);
/* One of them on a page of its own: when, who, what was parked, who signed. */
int lineups_page(struct app *, const struct lineup_row *l, struct page **ret,
		 struct err *) MUST_CHECK;

#endif
