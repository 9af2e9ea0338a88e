/* Results: to a screen, as plain text, JSON, CSV or HTML. The only writer of
 * results.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_OUT_OUT_H
#define PRESHIFT_OUT_OUT_H

#include <stdio.h>
#include "base/err.h"
#include "base/str.h"
#include "model/page.h"
#include "model/value.h"

enum out_format { OUT_SCREEN, OUT_PLAIN, OUT_JSON, OUT_CSV, OUT_HTML };
int out_format_parse(const char *s, enum out_format *ret, struct err *e)
	MUST_CHECK;

struct out {
	FILE *f;
	enum out_format format;
	size_t cols;         /* of the screen; 0: 80, plain text 72 */
	bool linear;
	bool excel;          /* CSV: BOM, `separator`, formula cells escaped */
	char separator;      /* with excel; 0: the one of `lang` */
	bool as_seen;        /* CSV: the table of the page, in its words, if
			      * it has one; columns without a heading are left
			      * out */
	const char *lang;    /* for HTML */
	bool wrote;          /* a result was written */
};

/* What spreadsheets in LANG take between cells: ';' or ','. */
char out_separator(const char *lang);

/* What a command found: for machines and for people. `rows` is the list that
 * CSV prints (its items are maps; columns in order of the first's keys);
 * NULL: the map `data` itself is the one row. */
struct result {
	const struct value *data;
	const struct value *rows;
	const struct page *page; /* NULL: the data, laid out plainly */
};

/* Writes one result in the format asked; flushed. FAILED if it can't be
 * written (disk full, pipe closed). */
int out_result(struct out *o, const struct result *r, struct err *e)
	MUST_CHECK;
/* The same as text, for a file: appended to S. */
void out_compose(const struct out *o, const struct result *r, struct str *s);
/* The same on paper, as plain text of 72 columns, by the system's `lp`
 * (CUPS). PRINTER NULL: the system's own. Waits at most SECONDS for the
 * printer to have it; FAILED says what keeps it. */
int out_print(const struct out *o, const struct result *r,
	      const char *printer, unsigned seconds, struct err *e) MUST_CHECK;
/* With JSON, the error as an object on stdout; else nothing. The sentence
 * itself goes to stderr by out_complain(). -1 if it can't be written. */
int out_error(struct out *o, const struct err *err);
/* "preshift: TEXT" on stderr; nothing for what was only put away. */
void out_complain(const struct err *err);
/* A note for people that is no result, on stderr. */
void out_note(const char *text);
/* Text as it is (help, a sheet, CSV template) on the result's stream. */
int out_text(struct out *o, const char *text, struct err *e) MUST_CHECK;

#endif
