/* What the verbs about the handbook share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_HANDBOOK_H
#define PRESHIFT_CMD_HANDBOOK_H

#include "cmd/app.h"
#include "session/reading.h"

/* Ids of the must-read sections of an edition. */
void handbook_must(struct app *, const struct edition_row *,
		   const char ***ret, size_t *ret_n);
/* Those of them that somebody still has to sign; all, if there is none. */
int handbook_due(struct app *, const struct edition_row *, const char *number,
		 const char ***ret, size_t *ret_n, struct err *) MUST_CHECK;
/* All that was read of an edition before, as the session wants it. */
int handbook_read_before(struct app *, const char *number, unsigned edition,
			 struct reading *ret, struct err *) MUST_CHECK;
/* handbook publish … */
int handbook_publish(struct app *, int argc, const char *const *argv,
		     struct err *) MUST_CHECK;

#endif
