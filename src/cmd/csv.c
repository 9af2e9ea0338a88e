/* Comma-separated lists in (RFC 4180, and as spreadsheets write them).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/csv.h"

#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "base/utf8.h"

struct reader {
	struct arena *a;
	const char *p, *end;
	char sep;
	unsigned line;
	struct str cell;
};

static char
guess_separator(const char *s, const char *end)
{
	size_t n[3] = { 0 };

	bool quoted = false;

	for (; s < end && (quoted || (*s != '\n' && *s != '\r')); s++) {
		quoted ^= *s == '"';
		n[0] += !quoted && *s == ',';
		n[1] += !quoted && *s == ';';
		n[2] += !quoted && *s == '\t';
	}
	if (n[1] > n[0] && n[1] >= n[2])
		return ';';
	return n[2] > n[0] ? '\t' : ',';
}

/* A first line "sep=;", by which a spreadsheet is told the separator. */
static bool
says_separator(struct reader *r)
{
	size_t n = (size_t)(r->end - r->p), k = 5;

	if (n < 5 || strncasecmp(r->p, "sep=", 4) != 0 ||
	    strchr(",;\t", r->p[4]) == NULL)
		return false;
	k += k < n && r->p[k] == '\r';
	if (k < n && r->p[k] != '\n')
		return false;
	r->sep = r->p[4];
	r->p += k < n ? k + 1 : n;
	r->line = 2;
	return true;
}

static int
quoted_cell(struct reader *r, struct err *e)
{
	unsigned from = r->line;
	bool broken = false;

	for (r->p++; r->p < r->end; r->p++) {
		if (*r->p == '"' && r->p + 1 < r->end && r->p[1] == '"') {
			str_addc(&r->cell, '"');
			r->p++;
		} else if (*r->p == '"') {
			r->p++;
			return !broken ? 0 :
			       err_set(e, ERR_CONTENT, "line %u: a cell goes "
				       "over two lines: put it on one", from);
		} else if (*r->p == '\n') {
			r->line++;
			broken = true;
		} else {
			str_addc(&r->cell, *r->p);
		}
	}
	return err_set(e, ERR_CONTENT, "line %u: a quotation mark is opened "
		       "and never closed", from);
}

static bool
at_line_end(const struct reader *r)
{
	return r->p == r->end || *r->p == '\n' || *r->p == '\r';
}

/* Without blanks at its ends: spaces, tabs, no-break spaces. */
static const char *
trimmed(struct arena *a, const char *s)
{
	size_t n, len, ink = 0;
	uint32_t c;

	for (; *s != '\0' && (n = utf8_next(s, &c)) > 0 && utf8_is_blank(c);)
		s += n;
	for (len = 0; s[len] != '\0'; len += n) {
		n = utf8_next(s + len, &c);
		if (!utf8_is_blank(c))
			ink = len + n;
	}
	return arena_strndup(a, s, ink);
}

static int
read_cell(struct reader *r, struct csv_row *row, struct err *e)
{
	str_clear(&r->cell);
	if (r->p < r->end && *r->p == '"') {
		if (quoted_cell(r, e) != 0)
			return -1;
		if (!at_line_end(r) && *r->p != r->sep)
			return err_set(e, ERR_CONTENT, "line %u: text after "
				       "a closing quotation mark", r->line);
	} else {
		for (; !at_line_end(r) && *r->p != r->sep; r->p++)
			str_addc(&r->cell, *r->p);
	}
	if (row->n >= CSV_MAX_COLUMNS)
		return err_set(e, ERR_CONTENT, "line %u: more than %d "
			       "columns", r->line, CSV_MAX_COLUMNS);
	ARENA_PUSH(r->a, row->cells, row->n, row->cap,
		   trimmed(r->a, str_text(&r->cell)));
	return 0;
}

static int
read_row(struct reader *r, struct csv_row *row, struct err *e)
{
	row->line = r->line;
	for (;;) {
		if (read_cell(r, row, e) != 0)
			return -1;
		if (at_line_end(r))
			break;
		r->p++; /* the separator */
	}
	/* LF, CRLF, or CR alone (Excel on a Mac) */
	if (r->p < r->end && *r->p == '\r')
		r->p++;
	if (r->p < r->end && *r->p == '\n')
		r->p++;
	r->line++;
	return 0;
}

static bool
is_empty(const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i][0] != '\0')
			return false;
	return true;
}

/* As wide as the heading: spreadsheets leave out empty cells at the end, or
 * add some. */
static int
make_even(struct arena *a, const struct csv_row *head, struct csv_row *row,
	  struct err *e)
{
	size_t n = row->n;

	while (row->n > head->n && row->cells[row->n - 1][0] == '\0')
		row->n--;
	if (row->n > head->n)
		return err_set(e, ERR_CONTENT, "line %u: %zu cells, the "
			       "heading has %zu", row->line, n, head->n);
	while (row->n < head->n)
		ARENA_PUSH(a, row->cells, row->n, row->cap, "");
	return 0;
}

int
csv_read(struct arena *a, const char *s, size_t n, struct csv *ret,
	 struct err *e)
{
	struct reader r = { .a = a, .p = s, .end = s + n, .line = 1 };
	int rc = 0;

	memset(ret, 0, sizeof(*ret));
	if (!says_separator(&r))
		r.sep = guess_separator(r.p, r.end);
	while (rc == 0 && r.p < r.end) {
		struct csv_row row = { 0 };

		rc = read_row(&r, &row, e);
		if (rc == 0 && is_empty(&row))
			continue;
		if (rc == 0 && ret->n > 0)
			rc = make_even(a, &ret->rows[0], &row, e);
		if (rc == 0 && ret->n >= CSV_MAX_ROWS)
			rc = err_set(e, ERR_CONTENT, "more than %d lines",
				     CSV_MAX_ROWS);
		if (rc == 0)
			ARENA_PUSH(a, ret->rows, ret->n, ret->cap, row);
	}
	str_free(&r.cell);
	return rc;
}
