/* Results for people who look at a terminal, a file or a printed page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/writers.h"

#include "base/utf8.h"

static void
words_into(struct str *s, const struct value *v)
{
	if (v == NULL || v->kind == VAL_NULL) {
		str_add(s, "-");
	} else if (v->kind == VAL_TEXT) {
		str_add(s, v->s);
	} else if (v->kind == VAL_LIST) {
		for (size_t i = 0; i < v->n; i++) {
			if (i > 0)
				str_addc(s, ' ');
			words_into(s, v->v[i]);
		}
	} else {
		json_value(s, v);
	}
}

const char *
value_words(struct arena *a, const struct value *v)
{
	OWN(str_free) struct str s = { 0 };

	words_into(&s, v);
	return utf8_clean(a, str_text(&s), true);
}

/* The rows as a table, columns as in the first. */
static void
add_table(struct arena *a, struct page *p, const struct value *rows)
{
	const struct value *head = rows->n > 0 ? rows->v[0] : NULL;
	const char **cells;

	if (head == NULL || head->kind != VAL_MAP || head->n == 0)
		return;
	cells = ARENA_ARRAY(a, const char *, head->n);
	page_head(a, p, head->n, head->keys);
	for (size_t i = 0; i < rows->n; i++) {
		for (size_t k = 0; k < head->n; k++)
			cells[k] = value_words(a, value_get(rows->v[i],
							    head->keys[k]));
		page_row(a, p, head->n, cells);
	}
}

const struct page *
result_page(struct arena *a, const struct result *r)
{
	struct page *p;

	if (r->page != NULL)
		return r->page;
	p = page_new(a, "");
	for (size_t i = 0; r->data != NULL && i < r->data->n; i++) {
		const struct value *v = r->data->v[i];

		/* `format` is for programs, the rows come below */
		if (r->data->kind != VAL_MAP || v == r->rows ||
		    str_eq(r->data->keys[i], "format"))
			continue;
		page_field(a, p, r->data->keys[i], value_words(a, v));
	}
	if (r->rows != NULL)
		add_table(a, p, r->rows);
	return p;
}

enum { A4_COLS = 72 };

static void
render(struct str *s, const struct result *r, enum page_style style,
       size_t cols)
{
	OWN(arena_free) struct arena a = { 0 };

	page_render(s, result_page(&a, r), style, cols, 0, NULL);
}

void
write_screen(struct str *s, const struct out *o, const struct result *r)
{
	render(s, r, o->linear ? PAGE_LINEAR : PAGE_SCREEN,
	       o->cols != 0 ? o->cols : 80);
}

void
write_plain(struct str *s, const struct out *o, const struct result *r)
{
	size_t cols = o->cols != 0 ? o->cols : A4_COLS;

	if (r->page != NULL && r->page->paper != PAPER_LIST && cols > A4_COLS)
		cols = A4_COLS;
	render(s, r, o->linear ? PAGE_LINEAR : PAGE_PLAIN, cols);
}
