/* Comma-separated lists in (RFC 4180, and as spreadsheets write them).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/csv.h"

#include <string.h>

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

	for (; s < end && *s != '\n'; s++) {
		n[0] += *s == ',';
		n[1] += *s == ';';
		n[2] += *s == '\t';
	}
	if (n[1] > n[0] && n[1] >= n[2])
		return ';';
	return n[2] > n[0] ? '\t' : ',';
}

static int
quoted_cell(struct reader *r, struct err *e)
{
	unsigned from = r->line;

	for (r->p++; r->p < r->end; r->p++) {
		if (*r->p == '"' && r->p + 1 < r->end && r->p[1] == '"') {
			str_addc(&r->cell, '"');
			r->p++;
		} else if (*r->p == '"') {
			r->p++;
			return 0;
		} else {
			r->line += *r->p == '\n';
			str_addc(&r->cell, *r->p);
		}
	}
	return err_set(e, ERR_CONTENT, "line %u: a quotation mark is opened "
		       "and never closed", from);
}

static bool
at_line_end(const struct reader *r)
{
	return r->p == r->end || *r->p == '\n' ||
	       (*r->p == '\r' && (r->p + 1 == r->end || r->p[1] == '\n'));
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
		   arena_strdup(r->a, str_text(&r->cell)));
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
	while (r->p < r->end && *r->p == '\r')
		r->p++;
	if (r->p < r->end)
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

int
csv_read(struct arena *a, const char *s, size_t n, struct csv *ret,
	 struct err *e)
{
	struct reader r = { .a = a, .p = s, .end = s + n, .line = 1 };
	int rc = 0;

	memset(ret, 0, sizeof(*ret));
	if (memchr(s, '\0', n) != NULL || !utf8_valid(s, n))
		return err_set(e, ERR_CONTENT, "the list is not UTF-8 text: "
			       "save it as 'CSV UTF-8'");
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		r.p += 3;
	r.sep = guess_separator(r.p, r.end);
	while (rc == 0 && r.p < r.end) {
		struct csv_row row = { 0 };

		rc = read_row(&r, &row, e);
		if (rc == 0 && is_empty(&row))
			continue;
		if (rc == 0 && ret->n > 0 && row.n != ret->rows[0].n)
			rc = err_set(e, ERR_CONTENT, "line %u: %zu cells, the "
				     "heading has %zu", row.line, row.n,
				     ret->rows[0].n);
		if (rc == 0 && ret->n >= CSV_MAX_ROWS)
			rc = err_set(e, ERR_CONTENT, "more than %d lines",
				     CSV_MAX_ROWS);
		if (rc == 0)
			ARENA_PUSH(a, ret->rows, ret->n, ret->cap, row);
	}
	str_free(&r.cell);
	return rc;
}
