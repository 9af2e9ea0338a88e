/* How somebody stands towards the handbook, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_STANDING_H
#define PRESHIFT_CMD_STANDING_H

#include "cmd/app.h"

/* "signed on 19 Nov", "asks to be explained": with its date, for lists. */
const char *standing_state(struct app *, const struct standing *);
/* strong, fair, weak, in doubt, "-". */
const char *standing_proof(struct app *, char proof);
/* With what it lacks: "weak (got a new code in the week before; …)". */
const char *standing_why(struct app *, const struct standing *);
/* The same as words that are never translated: reset, script … */
struct value *standing_why_data(struct app *, const struct standing *);

/* Who may be asked to sign and was not yet, for this edition. */
bool standing_to_remind(const struct standing *);
/* The last day that a reminder of today gives: somebody who is late has a
 * week. */
int64_t standing_until(struct app *, const struct standing *);
/* A record `remind`, until that day. */
int standing_remind(struct app *, const struct edition_row *,
		    const struct standing *, int64_t until,
		    struct record **ret, struct err *) MUST_CHECK;

#endif
