/* acks: what was asked for, and who is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_ACKS_H
#define PRESHIFT_CMD_ACKS_H

#include "cmd/app.h"

/* What was asked for, and what there is. */
struct acks {
	const char *status, *team, *sort;
	bool all, why, remind;
	struct edition_row ed;
	struct standing *v; /* everybody */
	size_t n;
	const struct standing **rows; /* those shown */
	size_t nrows, needed;         /* of which so many need somebody */
};

/* Whether nothing was asked for, so that few are shown: who needs somebody,
 * and who signed last. */
bool acks_few(const struct acks *);
/* Of the status and team that were asked for. */
bool acks_fits(const struct acks *, const struct standing *);
/* Fills rows, nrows, needed. */
void acks_choose(struct app *, struct acks *);

#endif
