/* An attempt at a drill, as a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_ATTEMPT_H
#define PRESHIFT_CMD_ATTEMPT_H

#include "cmd/app.h"
#include "session/practice.h"

/* Records RES as an attempt of who is logged in and drops its draft, both or
 * neither: REFUSED if the draft was gone on with in another window. *RET_LEAF
 * is the reference to it. */
int attempt_append(struct app *, const struct app_drill *dr,
		   const struct practice_result *res, const char *draft_key,
		   uint64_t *ret_index, const char **ret_leaf, struct err *)
	MUST_CHECK;

#endif
