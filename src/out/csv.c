/* CSV (RFC 4180) for programs, and in the dialect that spreadsheets open by a
 * double click.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/writers.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"

struct csv {
	struct str *s;
	struct arena a;
	char separator;
	bool excel;
};

char
out_separator(const char *lang)
{
	/* where the decimal sign is a comma, lists are separated otherwise */
	if (lang != NULL && (str_eq(lang, "de") || str_eq(lang, "ru")))
		return ';';
	return ',';
}

/* A spreadsheet would compute such a cell instead of showing it; a dash alone,
 * for nothing, it shows. */
static bool
is_formula(const char *text)
{
	return *text != '\0' && strchr("=+-@\t\r", *text) != NULL &&
	       !str_eq(text, "-");
}

static bool
all_digits(const char *s)
{
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
}

/* A spreadsheet would take such a text for a number and show another: 0042 as
 * 42, twelve digits and more as 1.2E+11, 12E3 as 12000. */
static bool
loses_digits(const char *text)
{
	size_t n = strspn(text, "0123456789");

	if (text[n] == '\0')
		return (n > 1 && text[0] == '0') || n > 11;
	return n > 0 && (text[n] == 'E' || text[n] == 'e') &&
	       all_digits(text + n + 1);
}

static bool
needs_quotes(const struct csv *c, const char *text)
{
	size_t n = strlen(text);

	if (n == 0)
		return false;
	return text[0] == ' ' || text[n - 1] == ' ' ||
	       strchr(text, c->separator) != NULL ||
	       strpbrk(text, "\"\r\n") != NULL;
}

static void
csv_cell(struct csv *c, const char *text, bool as_text)
{
	const char *clean = utf8_clean(&c->a, text, true);

	if (as_text && loses_digits(text))
		clean = arena_printf(&c->a, "=\"%s\"", text);
	else if (as_text && is_formula(text))
		clean = arena_printf(&c->a, "'%s", clean);
	if (!needs_quotes(c, clean)) {
		str_add(c->s, clean);
		return;
	}
	str_addc(c->s, '"');
	for (const char *p = clean; *p != '\0'; p++) {
		if (*p == '"')
			str_addc(c->s, '"');
		str_addc(c->s, *p);
	}
	str_addc(c->s, '"');
}

/* One value as it stands in a cell; maps as JSON. */
static void
csv_text(const struct csv *c, struct str *s, const struct value *v)
{
	if (v == NULL)
		return;
	switch (v->kind) {
	case VAL_NULL: break;
	case VAL_TEXT: str_add(s, v->s); break;
	case VAL_REAL:
		real_text(s, v, c->excel && c->separator == ';' ? ',' : '.');
		break;
	case VAL_LIST:
		for (size_t i = 0; i < v->n; i++) {
			if (i > 0)
				str_addc(s, ' ');
			csv_text(c, s, v->v[i]);
		}
		break;
	case VAL_BOOL:
	case VAL_INT:
	case VAL_MAP: json_value(s, v); break;
	}
}

static void
csv_value(struct csv *c, const struct value *v)
{
	OWN(str_free) struct str text = { 0 };
	bool number = v != NULL && (v->kind == VAL_INT || v->kind == VAL_REAL);

	csv_text(c, &text, v);
	csv_cell(c, str_text(&text), c->excel && !number);
}

/* The cells of ROW in the order of HEAD's keys; the keys themselves if ROW is
 * NULL. */
static void
csv_row(struct csv *c, const struct value *head, const struct value *row)
{
	for (size_t i = 0; i < head->n; i++) {
		if (i > 0)
			str_addc(c->s, c->separator);
		if (row == NULL)
			csv_cell(c, head->keys[i], false);
		else
			csv_value(c, value_get(row, head->keys[i]));
	}
	str_add(c->s, "\r\n");
}

/* A map with the keys of ROWS; NULL if nobody knows them. */
static const struct value *
heading(const struct value *rows)
{
	if (rows->head != NULL)
		return rows->head;
	return rows->n > 0 ? rows->v[0] : NULL;
}

/* ---- the table of a page ---- */

static const struct page_block *
head_of(const struct page *p)
{
	for (size_t i = 0; p != NULL && i < p->n; i++)
		if (p->blocks[i].kind == PB_HEAD)
			return &p->blocks[i];
	return NULL;
}

static void
seen_row(struct csv *c, const struct page_block *head,
	 const struct page_block *row)
{
	bool first = true;

	for (size_t i = 0; i < head->ncells; i++) {
		if (*head->cells[i] == '\0')
			continue;
		if (!first)
			str_addc(c->s, c->separator);
		first = false;
		if (i < row->ncells)
			csv_cell(c, row->cells[i], c->excel);
	}
	str_add(c->s, "\r\n");
}

static void
seen_table(struct csv *c, const struct page *p)
{
	const struct page_block *head = head_of(p);

	for (const struct page_block *b = head; b < p->blocks + p->n; b++)
		if (b == head || b->kind == PB_ROW)
			seen_row(c, head, b);
}

void
write_csv(struct str *s, const struct out *o, const struct result *r)
{
	struct csv c = { .s = s, .separator = ',', .excel = o->excel };
	const struct value *head = r->data;

	if (o->excel) {
		str_add(s, "\xef\xbb\xbf");
		c.separator = o->separator != 0 ? o->separator
						: out_separator(o->lang);
	}
	if (o->as_seen && head_of(r->page) != NULL) {
		seen_table(&c, r->page);
		arena_free(&c.a);
		return;
	}
	if (r->rows != NULL)
		head = heading(r->rows);
	if (head == NULL || head->kind != VAL_MAP)
		return;
	csv_row(&c, head, NULL);
	if (r->rows == NULL)
		csv_row(&c, head, head);
	else
		for (size_t i = 0; i < r->rows->n; i++)
			csv_row(&c, head, r->rows->v[i]);
	arena_free(&c.a);
}
