/* Slips of paper with one-time codes: to print, cut and hand out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_OUT_SLIPS_H
#define PRESHIFT_OUT_SLIPS_H

#include <stddef.h>
#include "base/str.h"

enum { SLIP_OTHERS = 2, SLIPS_A_PAGE = 8, SLIPS_COLUMNS = 72 };

/* One person's; all texts are in the language LANG, but for the others, which
 * say the same in short. */
struct slip {
	const char *lang;
	const char *house, *name, *number; /* "No. 1042" */
	const char *code;
	const char *todo;
	const char *other[SLIP_OTHERS], *other_lang[SLIP_OTHERS];
};

/* A document of A4 pages, eight slips each, that needs nothing else; TITLE is
 * in the language LANG. */
void slips_html(struct str *s, const char *lang, const char *title,
		const struct slip *v, size_t n);
/* The same as text of 72 columns. */
void slips_text(struct str *s, const struct slip *v, size_t n);

#endif
