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

/* The separator is the one of , ; TAB that is most frequent in the first
 * line; a BOM is skipped; fields may be quoted. UTF-8 only. CONTENT, naming
 * the line, for an open quote, text after a closing quote, invalid UTF-8, a
 * row with another number of cells than the heading. Empty lines are left
 * out. */
int csv_read(struct arena *a, const char *s, size_t n, struct csv *ret,
	     struct err *e) MUST_CHECK;

#endif
