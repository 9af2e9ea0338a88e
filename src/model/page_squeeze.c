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
drop_gaps(struct sheet *sh, size_t rows)
{
	for (size_t i = sh->n; i-- > 0 && sh->n > rows;)
		if (sh->v[i].part == PART_GAP)
			take_out(sh, i, 1);
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

/* The first key (going on) and the last (help, by habit) tell the others. */
static void
shorten_keys(struct sheet *sh, size_t rows)
{
	const char *s = sheet_clean(sh, sh->p->keys), *first, *last;
	size_t from = sh->n, n;

	while (from > 0 && sh->v[from - 1].part == PART_KEYS)
		from--;
	if (sh->n <= rows || sh->n - from < 2)
		return;
	n = sheet_key(s);
	first = last = arena_strndup(sh->a, s, n);
	for (s += n; *s != '\0'; s += n) {
		s += strspn(s, " \n");
		n = sheet_key(s);
		if (n > 0)
			last = arena_strndup(sh->a, s, n);
	}
	sh->n = from;
	s = arena_printf(sh->a, "%s%s%s", first, BETWEEN_KEYS, last);
	sheet_add(sh, PART_KEYS, 0,
		  utf8_width(s) <= sh->wide ? s :
		  arena_strndup(sh->a, last, utf8_fit(last, sh->wide)));
}

void
sheet_squeeze(struct sheet *sh, size_t rows)
{
	drop_gaps(sh, rows);
	drop_blocks(sh, rows);
	shorten_keys(sh, rows);
	for (size_t i = 0; i < sh->n && sh->n > rows; i++)
		if (sh->v[i].part == PART_RULE)
			take_out(sh, i, 1);
}
