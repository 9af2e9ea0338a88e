/* Making a page fit a small screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/page_sheet.h"

#include <string.h>

#include "base/utf8.h"

static void
take_out(struct sheet *sh, size_t at, size_t n)
{
	memmove(&sh->v[at], &sh->v[at + n],
		(sh->n - at - n) * sizeof(*sh->v));
	sh->n -= n;
}

static void
drop_part(struct sheet *sh, enum sheet_part part, size_t rows)
{
	for (size_t i = sh->n; i-- > 0 && sh->n > rows;)
		if (sh->v[i].part == part)
			take_out(sh, i, 1);
}

bool
sheet_close_up(struct sheet *sh, size_t rows)
{
	drop_part(sh, PART_GAP, rows);
	return sh->n <= rows;
}

/* A page without anything big or to choose keeps what it begins with. */
static size_t
kept_anyway(const struct page *p)
{
	size_t first = p->n;

	for (size_t i = p->n; i-- > 0;) {
		enum page_block_kind k = p->blocks[i].kind;

		if (p->blocks[i].essential && k != PB_TITLE)
			return p->n;
		if (k == PB_PARA || k == PB_FIELD || k == PB_ROW)
			first = i;
	}
	return first;
}

/* Whole blocks from the end: half a paragraph is worse than none. The head of
 * a table goes with its last row. */
static void
drop_blocks(struct sheet *sh, size_t rows)
{
	size_t keep = kept_anyway(sh->p), end = sh->n;

	while (end > 0 && sh->n > rows) {
		size_t block, from = end - 1;

		if (sh->v[from].part != PART_BLOCK) {
			end--;
			continue;
		}
		block = sh->v[from].block;
		while (from > 0 && sh->v[from - 1].part == PART_BLOCK &&
		       sh->v[from - 1].block == block)
			from--;
		if (block != keep && !sh->p->blocks[block].essential)
			take_out(sh, from, end - from);
		end = from;
	}
}

/* How the keys S stand in one line: the last (help, by habit, tells the
 * others), the first (going on), then those between, as far as they fit. */
static const char *
one_line(struct sheet *sh, const char *s)
{
	OWN(str_free) struct str out = { 0 };
	const char **v = ARENA_ARRAY(sh->a, const char *, strlen(s) + 1);
	bool *in = ARENA_ARRAY(sh->a, bool, strlen(s) + 1);
	size_t n = 0, w = 0, len;

	for (s += strspn(s, " \n"); *s != '\0'; s += strspn(s, " \n")) {
		len = sheet_key(s);
		v[n++] = arena_strndup(sh->a, s, len);
		s += len;
	}
	for (size_t i = 0; i < n; i++) {
		size_t k = i == 0 ? n - 1 : i - 1;
		size_t more = utf8_width(v[k]) +
			      (w > 0 ? strlen(BETWEEN_KEYS) : 0);

		in[k] = w + more <= sh->wide;
		w += in[k] ? more : 0;
	}
	for (size_t k = 0; k < n; k++)
		if (in[k])
			str_printf(&out, "%s%s", out.n > 0 ? BETWEEN_KEYS : "",
				   v[k]);
	return arena_strdup(sh->a, str_text(&out));
}

/* Half a key is worse than a line too much: if none fits, they stay. */
static void
shorten_keys(struct sheet *sh, size_t rows)
{
	size_t from = sh->n;
	const char *s;

	while (from > 0 && sh->v[from - 1].part == PART_KEYS)
		from--;
	if (sh->n <= rows || sh->n - from < 2)
		return;
	s = one_line(sh, sheet_clean(sh, sh->p->keys));
	if (*s == '\0')
		return;
	sh->n = from;
	sheet_add(sh, PART_KEYS, 0, s);
}

/* What is left of the place S in COLS columns, given up from its front; "" if
 * even its last part is too long. */
static const char *
end_of_place(const char *s, size_t cols)
{
	while (*s != '\0' && utf8_width(s) > cols) {
		s += sheet_key(s);
		s += strspn(s, " ");
	}
	return s;
}

/* "LINEUP  6 of 11  COMMANDMENT 7" gives up words from its front until it
 * stands beside the clock, or if it can't, in one line above it. */
static void
shorten_place(struct sheet *sh, size_t rows)
{
	const char *place = sheet_clean(sh, sh->p->place), *s;
	size_t n = 0, r = utf8_width(sh->right);

	while (n < sh->n && sh->v[n].part == PART_PLACE)
		n++;
	if (sh->n <= rows || n < 2)
		return;
	s = end_of_place(place, sh->wide > r + 2 ? sh->wide - r - 2 : 0);
	if (*s != '\0') {
		take_out(sh, 0, n - 1);
		sh->v[0].s = arena_printf(sh->a, "%s%*s%s", s,
					  (int)(sh->wide - utf8_width(s) - r),
					  "", sh->right);
		return;
	}
	s = end_of_place(place, sh->wide);
	if (*s == '\0' || n < 3)
		return;
	take_out(sh, 0, n - 2); /* the clock's line stays */
	sh->v[0].s = s;
}

/* What tells where one is and what can be pressed is known by the second day;
 * the words of the page are new. Only what can't be missed may be more than
 * there is room for: then its end is, rather than its beginning. */
void
sheet_squeeze(struct sheet *sh, size_t rows)
{
	if (sheet_close_up(sh, rows))
		return;
	drop_part(sh, PART_RULE, rows);
	shorten_keys(sh, rows);
	shorten_place(sh, rows);
	drop_blocks(sh, rows);
}

size_t
sheet_pick_rows(const struct sheet *sh, size_t rows)
{
	size_t picks = 0;

	for (size_t i = 0; i < sh->n; i++)
		picks += sh->v[i].part == PART_BLOCK &&
			 sh->p->blocks[sh->v[i].block].kind == PB_PICK;
	return sh->n > rows && picks > sh->n - rows ? picks - (sh->n - rows) :
						      0;
}

void
sheet_cut(struct sheet *sh, size_t rows)
{
	drop_part(sh, PART_KEYS, rows);
	drop_part(sh, PART_BLOCK, rows);
}

void
sheet_brief(struct sheet *sh)
{
	drop_part(sh, PART_GAP, 0);
	drop_part(sh, PART_RULE, 0);
	shorten_keys(sh, 0);
}
