/* Short things to pick from, in as many columns as fit, read downwards.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/page_sheet.h"

#include <string.h>

#include "base/utf8.h"

enum { BETWEEN = 2, COLUMNS_MOST = 6, CROWDED_MOST = 40 };

/* The run of picks that is laid out. */
struct picks {
	struct sheet *sh;
	size_t from, n;
	size_t indent; /* what stands in front of the text */
	size_t columns, rows;
	size_t width[COLUMNS_MOST];
};

static const struct page_block *
pick(const struct picks *k, size_t i)
{
	return &k->sh->p->blocks[k->from + i];
}

/* "Dmitri S.  NEW (coach: Ana P.)", or "Dmitri S. NEW". */
static const char *
words(const struct picks *k, size_t i)
{
	const struct page_block *b = pick(k, i);
	const char *note = sheet_clean(k->sh, b->cells[k->sh->tight]);
	const char *text = sheet_clean(k->sh, b->text);

	if (*note == '\0')
		return text;
	return arena_printf(k->sh->a, "%s%s%s", text,
			    k->sh->tight ? " " : "  ", note);
}

static const char *
key(const struct picks *k, size_t i)
{
	const struct page_block *b = pick(k, i);
	const char *label = sheet_clean(k->sh, b->label);

	return b->kind == PB_TICK ?
		       arena_printf(k->sh->a, "[ ] %s", label) : label;
}

/* 9 and 10 end below each other. */
static const char *
lead(const struct picks *k, size_t i)
{
	const char *label = key(k, i);
	size_t w = utf8_width(label), behind = k->sh->tight ? 1 : 2;
	size_t pad = k->indent - behind - w;

	return arena_printf(k->sh->a, "%*s%s%*s", (int)pad, "", label,
			    (int)behind, "");
}

static size_t
width(const struct picks *k, size_t i)
{
	return k->indent + utf8_width(words(k, i));
}

static void
measure(struct picks *k)
{
	size_t label = 0;

	while (k->from + k->n < k->sh->p->n &&
	       pick(k, k->n)->kind == pick(k, 0)->kind) {
		size_t w = utf8_width(key(k, k->n));

		label = w > label ? w : label;
		k->n++;
	}
	k->indent = k->sh->tight ? label + 1 : 2 + label + 2;
}

/* Whether COLUMNS, or as many as are full then, find room. */
static bool
fit(struct picks *k, size_t columns)
{
	size_t sum = 0;

	k->rows = (k->n + columns - 1) / columns;
	k->columns = (k->n + k->rows - 1) / k->rows;
	for (size_t c = 0; c < k->columns; c++) {
		k->width[c] = 0;
		for (size_t i = c * k->rows;
		     i < k->n && i < (c + 1) * k->rows; i++)
			if (width(k, i) > k->width[c])
				k->width[c] = width(k, i);
		sum += k->width[c] + (c > 0 ? BETWEEN : 0);
	}
	return sum <= k->sh->wide;
}

static void
put_row(struct picks *k, size_t row)
{
	OWN(str_free) struct str out = { 0 };

	for (size_t c = 0; c < k->columns; c++) {
		size_t i = c * k->rows + row;

		if (i >= k->n)
			break;
		if (c > 0)
			str_pad(&out, ' ', BETWEEN);
		str_printf(&out, "%s%s", lead(k, i), words(k, i));
		str_pad(&out, ' ', k->width[c] - width(k, i));
	}
	sheet_add(k->sh, PART_BLOCK, k->from + row, str_text(&out));
}

/* Whether another pick looks like number I when only LEN bytes are shown. */
static bool
has_twin(const struct picks *k, size_t i, const char *s, size_t len)
{
	for (size_t j = 0; j < k->n; j++)
		if (j != i && strncmp(sheet_clean(k->sh, pick(k, j)->text), s,
				      len) == 0)
			return true;
	return false;
}

/* Number I in ROOM columns. Of two Dmitris the last letter of "Dmitri S."
 * tells which is meant: it stays, and the name loses letters before it. */
static const char *
cut_name(const struct picks *k, size_t i, size_t room)
{
	const char *s = sheet_clean(k->sh, pick(k, i)->text);
	const char *last = strrchr(s, ' ');
	size_t len = utf8_fit(s, room), gap = room > 3;

	if (s[len] == '\0' || last == NULL || last[1] == '\0' || room < 2 ||
	    len > (size_t)(last + 1 - s) || !has_twin(k, i, s, len))
		return arena_strndup(k->sh->a, s, len);
	return arena_printf(k->sh->a, "%.*s%s%.*s",
			    (int)utf8_fit(s, room - 1 - gap), s,
			    gap ? " " : "", (int)utf8_fit(last + 1, 1),
			    last + 1);
}

/* Too many for the window: the names lose their ends, and whatever stands
 * behind them, so that each number is still to be seen. */
static void
put_crowded(struct picks *k)
{
	size_t columns, wide;

	k->rows = k->sh->pick_rows;
	columns = (k->n + k->rows - 1) / k->rows;
	if (columns > CROWDED_MOST)
		columns = CROWDED_MOST;
	k->rows = (k->n + columns - 1) / columns;
	wide = (k->sh->wide + 1) / columns - 1;
	for (size_t row = 0; row < k->rows; row++) {
		OWN(str_free) struct str out = { 0 };

		for (size_t i = row; i < k->n; i += k->rows) {
			size_t room = wide > k->indent ? wide - k->indent : 0;
			const char *s = cut_name(k, i, room);

			str_printf(&out, "%s%s", lead(k, i), s);
			str_pad(&out, ' ', room - utf8_width(s) + 1);
		}
		sheet_add(k->sh, PART_BLOCK, k->from + row, str_text(&out));
	}
}

size_t
sheet_picks(struct sheet *sh, size_t from)
{
	struct picks k = { .sh = sh, .from = from };
	size_t columns = COLUMNS_MOST;

	measure(&k);
	while (columns > 1 && !fit(&k, columns))
		columns--;
	if (sh->pick_rows > 0 && k.rows > sh->pick_rows) {
		put_crowded(&k);
	} else if (columns == 1) {
		for (size_t i = 0; i < k.n; i++)
			sheet_hang(sh, from + i, lead(&k, i), k.indent,
				   words(&k, i));
	} else {
		for (size_t row = 0; row < k.rows; row++)
			put_row(&k, row);
	}
	return from + k.n;
}
