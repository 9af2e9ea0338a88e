/* The options that may stand before or after any command.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_OPTIONS_H
#define PRESHIFT_CMD_OPTIONS_H

#include "cmd/app.h"

/* Takes them out of the program's ARGV, wherever they stand, into app->opt;
 * the command and its own options are left in *ret_rest. */
int options_take(struct app *, int argc, const char *const *argv,
		 const char ***ret_rest, int *ret_nrest, struct err *)
	MUST_CHECK;
/* The same of one line at the prompt or in a script, where only those count
 * that are about its result. What the format says is in app->out; the caller
 * puts app->opt and app->out back. */
int options_of_line(struct app *, int argc, const char *const *argv,
		    const char ***ret_rest, int *ret_nrest, struct err *)
	MUST_CHECK;
/* How many words of ARGV stand before a verb with a --lang of its own: `enrol`
 * (the new person's), `edit` (the text's). */
int options_before_verb(int argc, const char *const *argv);
/* Sets app->out by app->opt; TERMINAL: what to write where no format is
 * asked. */
int options_format(struct app *, bool terminal, struct err *) MUST_CHECK;

#endif
