/* Lines of text from a descriptor, each no sooner than it is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_UI_LINES_H
#define PRESHIFT_UI_LINES_H

#include "base/err.h"
#include "base/str.h"

/* Zero-initialise and set `fd`. */
struct lines {
	int fd;
	unsigned number;  /* of the line last given, from 1 */
	bool ended;
	char buf[4096];
	size_t at, filled;
	struct str line;
};

/* The next line without its end; *ret NULL when there is none. It lives until
 * the next call. Too long, or no UTF-8: USAGE. */
int lines_next(struct lines *l, const char **ret, struct err *e) MUST_CHECK;
void lines_free(struct lines *l);

#endif
