/* From options to a program that can run commands, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_START_H
#define PRESHIFT_CMD_START_H

#include "cmd/app.h"

/* Takes the global options out of ARGV, wherever they stand; the command and
 * its own options are left in *ret_rest. */
int start_options(struct app *, int argc, const char *const *argv,
		  const char ***ret_rest, int *ret_nrest, struct err *)
	MUST_CHECK;
/* Language, clock, output, terminal or script, the house's folder. */
int start_open(struct app *, struct err *) MUST_CHECK;
void start_close(struct app *);

/* --now, which is "YYYY-MM-DDThh:mm[:ss]" in ZONE, or UTC with a Z: the clock
 * goes on from there. Without a house ZONE is the one to be. */
void start_set_now(struct app *, const struct zone *);

#endif
