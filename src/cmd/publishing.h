/* What the parts of `handbook publish` share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_PUBLISHING_H
#define PRESHIFT_CMD_PUBLISHING_H

#include "cmd/app.h"
#include "model/handbook.h"

/* What was asked for. */
struct publishing {
	const char *from, *due, *summary, *second;
	bool material, editorial;
	int64_t day;   /* of `from`, or today */
	uint64_t days; /* of `due`, or the house's */
	size_t people; /* who have to sign */
};

/* The text of an edition in one language. */
struct composed {
	const char *lang, *text, *sha;
	size_t n;
	struct edition_text parsed;
	/* What it was in the edition before; NULL: not published in it. */
	const struct edition_text *before;
};

/* Whether that section says something else than in the edition before. */
bool publish_differs(const struct composed *, const char *section);

/* ---- the pages (publish_page.c) ---- */

/* Shows what changed and who has to sign, and asks; cancelled: not now. */
int publish_confirm(struct app *, const struct publishing *, unsigned edition,
		    const struct composed *, size_t n, struct err *)
	MUST_CHECK;
int publish_show(struct app *, const struct publishing *, unsigned edition,
		 const struct composed *, size_t n, uint64_t leaf,
		 struct err *) MUST_CHECK;

#endif
