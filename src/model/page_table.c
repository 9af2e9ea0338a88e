/* Tables on a page: columns from their content, or sentences where there is
 * no room for columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/page_sheet.h"

#include <string.h>

#include "base/utf8.h"

#define NO_BREAK "\xc2\xa0"

enum { INDENT = 2, BETWEEN = 2 };
/* No word is cut, unless it is longer than this. */
enum { WORD_MOST = 16 };
/* A long list is narrowed by what its beginning looks like. */
enum { LOOKED_AT = 200, HARM = 100000 };

struct column {
	size_t natural, width;
	size_t least;  /* holds its words whole */
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

/* How long the day is that S begins with, "21 " or "21. "; 0: none. */
static size_t
day(const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (n == 0)
		return 0;
	n += s[n] == '.';
	return s[n] == ' ' ? n + 1 : 0;
}

/* The same for columns: a number stays with the word behind it, "21 Nov". */
static const char *
glued(const struct table *t, size_t block, size_t i)
{
	OWN(str_free) struct str out = { 0 };
	const char *s = cell(t, block, i);

	while (*s != '\0') {
		size_t n = day(s);

		if (n > 0) {
			str_addn(&out, s, n - 1);
			str_add(&out, NO_BREAK);
		} else {
			n = strcspn(s, " \n");
			n += s[n] != '\0';
			str_addn(&out, s, n);
		}
		s += n;
	}
	return arena_strdup(t->sh->a, str_text(&out));
}

static bool
is_figure(const char *s)
{
	return strspn(s, "0123456789") == strlen(s) || str_eq(s, "-");
}

/* The widest piece of S between any of ENDS. */
static size_t
widest(struct arena *a, const char *s, const char *ends)
{
	size_t best = 0;

	while (*s != '\0') {
		size_t n = strcspn(s, ends);
		size_t w = utf8_width(arena_strndup(a, s, n));

		best = w > best ? w : best;
		s += n + (s[n] != '\0');
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
			size_t w = widest(t->sh->a, s, "\n");

			c->natural = w > c->natural ? w : c->natural;
			w = widest(t->sh->a, glued(t, b, i), " \n");
			c->least = w > c->least ? w : c->least;
			if (blocks[b].kind != PB_ROW)
				continue;
			words |= !is_figure(s);
			c->right |= !str_eq(s, "-");
		}
		c->right &= !words;
		c->width = c->natural;
		c->least = c->least < WORD_MOST ? c->least : WORD_MOST;
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

/* How much worse column I reads in WIDTH than unbroken. A long cell is a text,
 * which may be broken; a short one is a name, a date, a word or two. */
static long
harm(const struct table *t, size_t i, size_t width)
{
	OWN(arena_free) struct arena a = { 0 };
	size_t to = t->to, breaks = 0;

	if (to - t->from > LOOKED_AT)
		to = t->from + LOOKED_AT;
	for (size_t b = t->from; b < to; b++) {
		const char *s = glued(t, b, i);
		size_t n = 1;

		if (utf8_width(s) > width)
			(void)utf8_wrap(&a, s, width, &n);
		breaks += n - 1;
	}
	return (long)(breaks * HARM / t->col[i].natural);
}

/* What column I may give up of MUCH, and the harm of that for each. */
static size_t
offer(const struct table *t, size_t i, size_t much, long *ret_harm)
{
	const struct column *c = &t->col[i];
	size_t width = c->width, spare = width - c->least;

	much = much < spare ? much : spare;
	if (much > 0)
		*ret_harm = (harm(t, i, width - much) - harm(t, i, width)) /
			    (long)much;
	return much;
}

/* Makes the table fit; the widest of equals gives. What is too much is halved
 * each time, so that long texts share it. False: words would be cut. */
static bool
fit(struct table *t)
{
	for (size_t sum = total(t); sum > t->sh->wide;) {
		size_t part = (sum - t->sh->wide + 1) / 2, give = 0;
		struct column *best = NULL;
		long least = 0, h = 0;

		for (size_t i = 0; i < t->n; i++) {
			struct column *c = &t->col[i];
			size_t n = offer(t, i, part, &h);

			if (n == 0 || (best != NULL && h > least) ||
			    (best != NULL && h == least &&
			     c->width <= best->width))
				continue;
			best = c;
			least = h;
			give = n;
		}
		if (best == NULL)
			return false;
		best->width -= give;
		sum -= give;
	}
	return true;
}

/* What is pressed for the row B: a first cell without a head; "": nothing. */
static const char *
key_of(const struct table *t, size_t head, size_t b)
{
	return head < t->to && *cell(t, head, 0) == '\0' ? cell(t, b, 0) : "";
}

/* "head: cell; head: cell." from cell FIRST on. */
static const char *
sentence(const struct table *t, size_t head, size_t row, size_t first)
{
	OWN(str_free) struct str out = { 0 };

	for (size_t i = first; i < t->n; i++) {
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

/* Row B: where it begins is to be seen, or heard. */
static void
print_sentence(struct table *t, size_t head, size_t b)
{
	const char *key = key_of(t, head, b), *text, *lead;
	bool keyed = *key != '\0';

	text = sentence(t, head, b, keyed);
	if (t->sh->style == PAGE_LINEAR) {
		lead = keyed ? arena_printf(t->sh->a, "%s: ", key) : "";
		sheet_hang(t->sh, b, "", 0,
			   arena_printf(t->sh->a, "%s%s", lead, text));
		return;
	}
	lead = arena_printf(t->sh->a, "  %s", keyed ? key : "-");
	sheet_hang(t->sh, b, lead, utf8_width(lead) + (keyed ? 2 : 1), text);
}

/* HEAD and T->to are equal while there is no head. */
static void
print_sentences(struct table *t)
{
	size_t head = t->to;

	for (size_t b = t->from; b < t->to; b++) {
		if (t->sh->p->blocks[b].kind == PB_HEAD)
			head = b;
		else
			print_sentence(t, head, b);
	}
}

/* One column of one line of a row, filled up to its width. */
static void
put_cell(struct str *out, const struct column *c, const char *s)
{
	size_t w = utf8_width(s), pad = w < c->width ? c->width - w : 0;

	if (c->right)
		str_pad(out, ' ', pad);
	for (; *s != '\0'; s++) {
		bool glue = str_starts(s, NO_BREAK);

		str_addc(out, glue ? ' ' : *s);
		s += glue;
	}
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

		wrapped[i] = utf8_wrap(t->sh->a, glued(t, block, i), w, &n[i]);
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
