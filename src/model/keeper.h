/* Where a conversation keeps its place, so that a power cut loses nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_KEEPER_H
#define PRESHIFT_MODEL_KEEPER_H

#include "base/arena.h"
#include "base/err.h"

struct keeper {
	/* The draft of KEY, or NULL. */
	int (*load)(struct keeper *, struct arena *, const char *key,
		    const char **ret_text, struct err *);
	/* Durable when it returns; TEXT NULL drops it. */
	int (*save)(struct keeper *, const char *key, const char *text,
		    struct err *);
	/* The same, but REFUSED if it is not WAS any more: somebody goes on
	 * with it in another window. WAS NULL: all the same what it was. */
	int (*change)(struct keeper *, const char *key, const char *was,
		      const char *text, struct err *);
	void *ctx;
};

#endif
