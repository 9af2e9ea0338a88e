/* The handbook's words for those who look something up: no login, also before
 * an edition is published.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_CONTENTS_H
#define PRESHIFT_CMD_CONTENTS_H

#include "cmd/app.h"

struct contents {
	struct edition_text text;
	unsigned edition;        /* 0: none is published, it is the text that
				  * would be */
	const char *lang;
	struct app_standards st; /* the documents behind it */
};

/* The newest edition, re-hashed, in the reader's language or the house's
 * first; none: the document as it stands. */
int contents_open(struct app *, struct contents *ret, struct err *) MUST_CHECK;

/* What the house has set for a value, or the document's default; NULL: there
 * is no such value. */
const char *contents_value(struct app *, const struct handbook *,
			   const char *id);

/* The section of that id, also in small letters. USAGE: there is none. */
int contents_section(const struct edition_text *, const char *id,
		     const struct edition_section **ret, struct err *)
	MUST_CHECK;

/* Its sections and the commandments, by number. */
int contents_list(struct app *, struct err *) MUST_CHECK;

/* A section from a paragraph on. */
int contents_from(struct app *, const char *section, const char *paragraph,
		  struct err *) MUST_CHECK;

#endif
