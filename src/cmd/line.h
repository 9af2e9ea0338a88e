/* One command line, as the prompt and scripts run it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_LINE_H
#define PRESHIFT_CMD_LINE_H

#include "cmd/app.h"

/* Its words, as messages and the manual write it too ("preshift help"). USAGE:
 * a quote that is open. */
int line_words(struct app *, const char *line, const char ***ret_argv,
	       int *ret_argc, struct err *) MUST_CHECK;
/* Runs it. What it says of its own result holds for that only. *RET_KEPT: the
 * result went to a file or the printer. */
int line_run(struct app *, int argc, const char *const *argv, bool *ret_kept,
	     struct err *) MUST_CHECK;

#endif
