/* Tables on a page: columns from their content, or sentences where there is
 * no room for columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/page_sheet.h"

#include <string.h>

#include "base/utf8.h"

enum { INDENT = 2, BETWEEN = 2 };
/* A column is not made narrower than this, unless its content is. */
enum { NARROW = 7, NARROW_LAST = 16 };

struct column {
	size_t natural, width;
	size_t word; /* the longest one */
	bool right; /* figures stand under each other */
};

struct table {
	struct sheet *sh;
	size_t from, to;
	struct column *col;
	size_t n;
};

static const char *
cell(const struct table *t, size_t block, size_t i)
{
	const struct page_block *b = &t->sh->p->blocks[block];

	return i < b->ncells ? sheet_clean(t->sh, b->cells[i]) : "";
}

static bool
is_figure(const char *s)
{
	return strspn(s, "0123456789") == strlen(s) || str_eq(s, "-");
}

static size_t
widest_line(struct arena *a, const char *s)
{
	size_t best = 0;

	while (*s != '\0') {
		size_t n = strcspn(s, "\n");
		size_t w = utf8_width(arena_strndup(a, s, n));

		best = w > best ? w : best;
		s += n + (s[n] == '\n');
	}
	return best;
}

static size_t
longest_word(struct arena *a, const char *s)
{
	size_t best = 0;

	while (*(s += strspn(s, " \n")) != '\0') {
		size_t n = strcspn(s, " \n");
		size_t w = utf8_width(arena_strndup(a, s, n));

		best = w > best ? w : best;
		s += n;
	}
	return best;
}

static void
measure(struct table *t)
{
	const struct page_block *blocks = t->sh->p->blocks;

	for (size_t b = t->from; b < t->to; b++)
		t->n = blocks[b].ncells > t->n ? blocks[b].ncells : t->n;
	t->col = ARENA_ARRAY(t->sh->a, struct column, t->n);
	for (size_t i = 0; i < t->n; i++) {
		struct column *c = &t->col[i];
		bool words = false;

		for (size_t b = t->from; b < t->to; b++) {
			const char *s = cell(t, b, i);
			size_t w = widest_line(t->sh->a, s);
			size_t word = longest_word(t->sh->a, s);

			c->natural = w > c->natural ? w : c->natural;
			c->word = word > c->word ? word : c->word;
			if (blocks[b].kind != PB_ROW)
				continue;
			words |= !is_figure(s);
			c->right |= !str_eq(s, "-");
		}
		c->right &= !words;
		c->width = c->natural;
	}
}

static size_t
total(const struct table *t)
{
	size_t sum = INDENT + BETWEEN * (t->n - 1);

	for (size_t i = 0; i < t->n; i++)
		sum += t->col[i].width;
	return sum;
}

/* The widest column that has something to give; WHOLE: without breaking a
 * word. NULL: none has. */
static struct column *
widest(struct table *t, bool whole)
{
	struct column *best = NULL;

	for (size_t i = 0; i < t->n; i++) {
		struct column *c = &t->col[i];
		size_t least = whole && c->word > NARROW ? c->word : NARROW;

		if (c->width > least &&
		    (best == NULL || c->width > best->width))
			best = c;
	}
	return best;
}

/* Makes the table fit: the last column gives first, it wraps best; then the
 * widest, words last. False: it would become a heap of letters. */
static bool
fit(struct table *t)
{
	struct column *last = &t->col[t->n - 1];
	size_t sum = total(t), room = t->sh->wide;

	if (sum > room && last->width > NARROW_LAST) {
		size_t give = last->width - NARROW_LAST;

		give = give < sum - room ? give : sum - room;
		last->width -= give;
		sum -= give;
	}
	for (; sum > room; sum--) {
		struct column *c = widest(t, true);

		if (c == NULL)
			c = widest(t, false);
		if (c == NULL)
			return false;
		c->width--;
	}
	return true;
}

/* "head: cell; head: cell." */
static const char *
sentence(const struct table *t, size_t head, size_t row)
{
	OWN(str_free) struct str out = { 0 };

	for (size_t i = 0; i < t->n; i++) {
		const char *s = sheet_spoken(t->sh, cell(t, row, i));
		const char *h = "";

		if (s[0] == '\0')
			continue;
		if (head < t->to)
			h = sheet_spoken(t->sh, cell(t, head, i));
		if (out.n > 0)
			str_add(&out, "; ");
		if (h[0] != '\0')
			str_printf(&out, "%s: ", h);
		str_add(&out, s);
	}
	if (out.n > 0 && strchr(".!?", out.s[out.n - 1]) == NULL)
		str_addc(&out, '.');
	return arena_strdup(t->sh->a, str_text(&out));
}

/* HEAD and T->to are equal while there is no head. */
static void
print_sentences(struct table *t)
{
	size_t indent = t->sh->style == PAGE_LINEAR ? 0 : INDENT;
	size_t head = t->to;

	for (size_t b = t->from; b < t->to; b++) {
		if (t->sh->p->blocks[b].kind == PB_HEAD)
			head = b;
		else
			sheet_hang(t->sh, b, "", indent,
				   sentence(t, head, b));
	}
}

/* One column of one line of a row, filled up to its width. */
static void
put_cell(struct str *out, const struct column *c, const char *s)
{
	size_t w = utf8_width(s), pad = w < c->width ? c->width - w : 0;

	if (c->right)
		str_pad(out, ' ', pad);
	str_add(out, s);
	if (!c->right)
		str_pad(out, ' ', pad);
}

static void
print_row(struct table *t, size_t block)
{
	const char ***wrapped = ARENA_ARRAY(t->sh->a, const char **, t->n);
	size_t *n = ARENA_ARRAY(t->sh->a, size_t, t->n), lines = 1;

	for (size_t i = 0; i < t->n; i++) {
		size_t w = t->col[i].width > 0 ? t->col[i].width : 1;

		wrapped[i] = utf8_wrap(t->sh->a, cell(t, block, i), w, &n[i]);
		lines = n[i] > lines ? n[i] : lines;
	}
	for (size_t l = 0; l < lines; l++) {
		OWN(str_free) struct str out = { 0 };

		str_pad(&out, ' ', INDENT);
		for (size_t i = 0; i < t->n; i++) {
			if (i > 0)
				str_pad(&out, ' ', BETWEEN);
			put_cell(&out, &t->col[i],
				 l < n[i] ? wrapped[i][l] : "");
		}
		sheet_add(t->sh, PART_BLOCK, block, str_text(&out));
	}
}

size_t
sheet_table(struct sheet *sh, size_t from)
{
	struct table t = { .sh = sh, .from = from, .to = from };
	const struct page *p = sh->p;

	while (t.to < p->n && (p->blocks[t.to].kind == PB_ROW ||
			       p->blocks[t.to].kind == PB_HEAD))
		t.to++;
	measure(&t);
	if (t.n == 0)
		return t.to;
	if (sh->style == PAGE_LINEAR || !fit(&t)) {
		print_sentences(&t);
		return t.to;
	}
	for (size_t b = t.from; b < t.to; b++)
		print_row(&t, b);
	return t.to;
}
