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
	/* Makes it TEXT, NULL: drops it; durable when it returns. REFUSED if it
	 * is not WAS any more: somebody goes on with it in another window. WAS
	 * NULL: whatever it was. */
	int (*save)(struct keeper *, const char *key, const char *was,
		    const char *text, struct err *);
	void *ctx;
};

#endif
