/* settings: asking for a new value.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_SETTING_ASK_H
#define PRESHIFT_CMD_SETTING_ASK_H

#include "cmd/changing.h"
#include "model/setting.h"

/* What somebody means by TYPED; USAGE: it will not do, and what is wanted. */
int setting_fit(struct app *, const struct setting *, const char *typed,
		const char **ret, struct err *) MUST_CHECK;
/* Asks until it will do; 0 puts away. */
int setting_ask(struct app *, const struct setting *, const char **ret,
		struct err *) MUST_CHECK;
/* A team for the list TEAMS: its name in it, and its title. */
int setting_ask_team(struct app *, const char *teams, struct change ret[2],
		     struct err *) MUST_CHECK;
/* A line that is not empty; 0 puts away. */
int setting_ask_line(struct app *, const char *prompt, const char *dflt,
		     const char **ret, struct err *) MUST_CHECK;

#endif
