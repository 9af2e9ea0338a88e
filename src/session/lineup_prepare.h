/* Preparing a coming lineup: what is to be said that day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_LINEUP_PREPARE_H
#define PRESHIFT_SESSION_LINEUP_PREPARE_H

#include "base/messages.h"
#include "model/io.h"
#include "model/keeper.h"

enum { PREPARE_MOST = 5, PREPARE_CHARS = 120 };

struct prepare_setup {
	const struct messages *m;
	const char *place, *right;   /* line 1 */
	const char *const *planned;  /* recorded already */
	size_t nplanned;
	const char *const *open;     /* left over from before, none of them
				      * planned */
	size_t nopen;
	struct keeper *keeper;
	const char *draft_key;
};

struct prepare_result {
	const char **items;
	size_t n;
	bool changed;      /* they are not what was planned */
	const char *draft; /* as saved last: to be dropped if it still is that;
			    * NULL: none was made */
};

/* One line an item; a number strikes one, or takes over what is left over; an
 * empty line ends it. Scripts say "strike N" and "take N", each counted from
 * 1. Cancelled: the draft stays, and is gone on with. */
int lineup_prepare(struct io *io, struct arena *a,
		   const struct prepare_setup *s, struct prepare_result *ret,
		   struct err *e) MUST_CHECK;

#endif
