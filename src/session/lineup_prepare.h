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
	const char *const *was; /* planned when they were last looked up */
	size_t nwas;
	bool changed;      /* they are not that */
	const char *draft; /* as saved last: to be dropped if it still is that;
			    * NULL: none was made */
};

/* One line an item; a number strikes one, or takes over what is left over; an
 * empty line ends it. Scripts say "strike N" and "take N", each counted from
 * 1. Cancelled: the draft stays, and is gone on with; what was planned by
 * somebody else since is added then. */
int lineup_prepare(struct io *io, struct arena *a,
		   const struct prepare_setup *s, struct prepare_result *ret,
		   struct err *e) MUST_CHECK;
/* Adds to the items of R what is planned NOW and was not before: somebody else
 * wrote it down meanwhile. Returns how many. */
size_t lineup_prepare_merge(struct arena *a, struct prepare_result *r,
			    const char *const *now, size_t n);
/* How that is told. */
const char *lineup_prepare_more(struct arena *a, const struct messages *m,
				size_t more);

#endif
