/* Comma-separated lists in (RFC 4180, and as spreadsheets write them).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_CSV_H
#define PRESHIFT_CMD_CSV_H

#include "base/arena.h"
#include "base/err.h"

enum { CSV_MAX_BYTES = 4 << 20, CSV_MAX_COLUMNS = 64, CSV_MAX_ROWS = 10000 };

struct csv_row {
	unsigned line;
	const char **cells;
	size_t n, cap;
};

struct csv {
	struct csv_row *rows; /* the first is the heading */
	size_t n, cap;
};

/* The separator is what a first line "sep=;" says, else the one of , ; TAB
 * that is most frequent in the first line; fields may be quoted; blanks at the
 * ends of a cell are dropped. S is UTF-8 without NUL or BOM. Every row gets as
 * many cells as the heading, empty ones are added or dropped at its end.
 * CONTENT, naming the line, for an open quote, text after a closing quote, a
 * cell of two lines, a row with more cells than the heading.
 * Empty lines are left out. */
int csv_read(struct arena *a, const char *s, size_t n, struct csv *ret,
	     struct err *e) MUST_CHECK;

#endif
