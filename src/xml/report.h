/* Writing findings down.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_REPORT_H
#define PRESHIFT_XML_REPORT_H

#include "base/messages.h"
#include "xml/content.h"

struct place {
	int line, column;
};

/* The findings of one file. A thousand at most: one file full of slips shall
 * not bury the others. */
struct report {
	struct arena *a;
	struct findings *f;
	const char *file;
	size_t n;      /* written down */
	size_t errors; /* also those beyond the thousand */
	const struct finding *first; /* the first error; a copy */
};

enum { REPORT_MAX = 1000 };

/* Whether nothing more will be written down. */
static inline bool
report_full(const struct report *r)
{
	return r->n > REPORT_MAX;
}

/* FMT is an English msgid; it is translated here. CODE is one of
 * lint_codes. */
void report(struct report *r, struct place at, const char *code,
	    const char *fmt, ...) PRINTF_LIKE(4, 5);

/* The same where the msgid comes from a table: its %s are filled with WORDS in
 * order (at most three; NULL ends them). */
void report_words(struct report *r, struct place at, const char *code,
		  const char *msgid, const char *const words[3]);

/* Sets e to the first error: "file:line:column: sentence". Returns -1. */
int report_fail(const struct report *r, struct err *e);

const struct lint_code *lint_code_find(const char *code);

#endif
