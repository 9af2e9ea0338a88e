/* A result as one HTML document that needs nothing else: for a browser, the
 * reception screen, a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/writers.h"

#include <string.h>

#include "base/utf8.h"

/* A word of more letters than any language has may be broken after every so
 * many: the page must not grow with it. */
enum { LONG_WORD = 28, BROKEN_AFTER = 12 };

static bool
begins_char(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

/* The word at S has too many letters. */
static bool
is_long(const char *s)
{
	size_t letters = 0;

	for (; *s != '\0' && *s != ' ' && *s != '\n'; s++)
		letters += begins_char(*s);
	return letters > LONG_WORD;
}

/* What stands for a character in text and in attributes; NULL: itself. */
static const char *
entity(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

static void
escape_char(struct str *s, char c)
{
	if (entity(c) != NULL)
		str_add(s, entity(c));
	else
		str_addc(s, c);
}

/* The one way for text into an attribute or the title, */
void
html_plain(struct str *s, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };

	for (const char *p = utf8_clean(&a, text, false); *p != '\0'; p++)
		escape_char(s, *p);
}

/* and the one into the document. */
void
html_text(struct str *s, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };
	size_t letters = 0;
	bool word = false, breaks = false;

	if (text == NULL)
		return;
	for (const char *p = utf8_clean(&a, text, true); *p != '\0'; p++) {
		if (*p == ' ' || *p == '\n') {
			word = false;
		} else if (!word) {
			word = true;
			breaks = is_long(p);
			letters = 0;
		}
		if (word && breaks && begins_char(*p) &&
		    letters++ == BROKEN_AFTER) {
			str_add(s, "<wbr>");
			letters = 1;
		}
		if (*p == '\n')
			str_add(s, "<br>\n");
		else
			escape_char(s, *p);
	}
}

/* OPEN and CLOSE are ours: the tags around TEXT. */
static void
element(struct str *s, const char *open, const char *text, const char *close)
{
	str_add(s, open);
	html_text(s, text);
	str_add(s, close);
}

/* The cells of ROW; HEAD is what they stand below where a telephone shows each
 * row by itself, NULL: they don't. */
static void
cells(struct str *s, const struct page_block *row,
      const struct page_block *head, const char *tag)
{
	str_add(s, "<tr>");
	for (size_t i = 0; i < row->ncells; i++) {
		bool heads = str_eq(tag, "th") && row->cells[i][0] != '\0';

		/* a heading that says nothing is none */
		str_add(s, heads ? "<th scope=\"col\"" : "<td");
		if (head != NULL && i < head->ncells) {
			str_add(s, " data-label=\"");
			html_plain(s, head->cells[i]);
			str_addc(s, '"');
		}
		str_addc(s, '>');
		html_text(s, row->cells[i]);
		str_add(s, heads ? "</th>" : "</td>");
	}
	str_add(s, "</tr>\n");
}

/* How many blocks from I on are of the kind K1 or K2. */
static size_t
run_length(const struct page *p, size_t i, enum page_block_kind k1,
	   enum page_block_kind k2)
{
	size_t n = 0;

	while (i + n < p->n &&
	       (p->blocks[i + n].kind == k1 || p->blocks[i + n].kind == k2))
		n++;
	return n;
}

enum { MANY_COLUMNS = 2 };

static size_t
table(struct str *s, const struct page *p, size_t i)
{
	size_t n = run_length(p, i, PB_ROW, PB_HEAD), k = i;
	const struct page_block *head = NULL;
	bool many = p->blocks[i].ncells > MANY_COLUMNS;

	str_add(s, many ? "<table class=\"many\">\n" : "<table>\n");
	if (p->blocks[k].kind == PB_HEAD) {
		head = &p->blocks[k++];
		str_add(s, "<thead>");
		cells(s, head, NULL, "th");
		str_add(s, "</thead>\n");
	}
	str_add(s, "<tbody>\n");
	for (; k < i + n; k++)
		cells(s, &p->blocks[k], many ? head : NULL,
		      p->blocks[k].kind == PB_HEAD ? "th" : "td");
	str_add(s, "</tbody>\n</table>\n");
	return n;
}

static size_t
definitions(struct str *s, const struct page *p, size_t i)
{
	size_t n = run_length(p, i, p->blocks[i].kind, p->blocks[i].kind);

	str_add(s, "<dl>\n");
	for (size_t k = i; k < i + n; k++) {
		/* without a word of its own it goes with the one above */
		if (k == i || p->blocks[k].label[0] != '\0')
			element(s, "<dt>", p->blocks[k].label, "</dt>");
		element(s, "<dd>", p->blocks[k].text, "");
		if (p->blocks[k].kind == PB_PICK)
			element(s, " ", p->blocks[k].cells[0], "");
		str_add(s, "</dd>\n");
	}
	str_add(s, "</dl>\n");
	return n;
}

/* The text of an item; what stands behind a tab is beside it. */
static void
item_text(struct str *s, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *tab = strchr(text, '\t');

	if (tab == NULL) {
		html_text(s, text);
		return;
	}
	html_text(s, arena_strndup(&a, text, (size_t)(tab - text)));
	element(s, " <span class=\"rest\">", tab + 1, "</span>");
}

static void
note(struct str *s, const struct page_block *b)
{
	element(s, "<p class=\"note\"><b>", b->label, ":</b> ");
	element(s, "", b->text, "</p>\n");
}

/* Items, each with the notes that go with it. */
static size_t
items(struct str *s, const struct page *p, size_t i)
{
	size_t n = run_length(p, i, PB_ITEM, PB_NOTE), k = i;

	str_add(s, "<ul class=\"items\">\n");
	while (k < i + n) {
		const struct page_block *b = &p->blocks[k++];
		bool dash = str_eq(b->label, "-");

		str_add(s, dash ? "<li class=\"dash\">" : "<li>");
		element(s, "<span class=\"key\">", dash ? "–" : b->label,
			"</span><div>");
		item_text(s, b->text);
		for (; k < i + n && p->blocks[k].kind == PB_NOTE; k++)
			note(s, &p->blocks[k]);
		str_add(s, "</div></li>\n");
	}
	str_add(s, "</ul>\n");
	return n;
}

static size_t
ticks(struct str *s, const struct page *p, size_t i)
{
	size_t n = run_length(p, i, PB_TICK, PB_TICK);

	str_add(s, "<ul class=\"ticks\">\n");
	for (size_t k = i; k < i + n; k++) {
		element(s, "<li><span class=\"box\"></span><span>",
			p->blocks[k].label, "</span>");
		element(s, "<span>", p->blocks[k].text, "</span></li>\n");
	}
	str_add(s, "</ul>\n");
	return n;
}

/* Lines to write on, as long as the `_` that stand for them. */
static void
blank(struct str *s, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };

	str_add(s, "<p class=\"blank\">");
	while (*text != '\0') {
		size_t n = strcspn(text, "_"), line = strspn(text + n, "_");

		element(s, "<span>", arena_strndup(&a, text, n), "</span>");
		if (line > 0)
			str_printf(s, "<span class=\"line\" style=\""
				      "flex:%zu %zuch\"></span>", line, line);
		text += n + line;
	}
	str_add(s, "</p>\n");
}

/* More lines than any sheet has room for: it cuts them off. */
enum { RULES = 24 };

static void
rules(struct str *s)
{
	str_add(s, "<div class=\"rules\">");
	for (int i = 0; i < RULES; i++)
		str_add(s, "<span></span>");
	str_add(s, "</div>\n");
}

/* Lines without a word are room for notes: on a sheet what is left of it. */
static size_t
blanks(struct str *s, const struct page *p, size_t i)
{
	size_t n = run_length(p, i, PB_BLANK, PB_BLANK);
	bool room = false;

	for (size_t k = i; k < i + n; k++) {
		bool rule = p->blocks[k].text[0] == '\0';

		if (!rule)
			blank(s, p->blocks[k].text);
		else if (!room)
			rules(s);
		room = rule;
	}
	return n;
}

/* What is open while blocks are written. */
struct parts {
	size_t n;    /* headings of parts so far */
	bool open;   /* a part is */
};

static void
close_part(struct str *s, struct parts *at)
{
	if (at->open)
		str_add(s, "</section>\n");
	at->open = false;
}

static void
contents(struct str *s, const struct page *p)
{
	size_t part = 0;

	element(s, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">",
		p->contents, "</h2>\n<ul>\n");
	for (size_t i = 0; i < p->n; i++) {
		if (p->blocks[i].kind != PB_RULE)
			continue;
		str_printf(s, "<li><a href=\"#part%zu\">", ++part);
		element(s, "", p->blocks[i].text, "</a></li>\n");
	}
	str_add(s, "</ul>\n</nav>\n");
}

static void
open_part(struct str *s, const struct page *p, size_t i, struct parts *at)
{
	close_part(s, at);
	if (at->n++ == 0 && p->contents != NULL)
		contents(s, p);
	str_add(s, "<section>\n");
	str_printf(s, "<h2 id=\"part%zu\">", at->n);
	element(s, "", p->blocks[i].text, "</h2>\n");
	at->open = true;
}

/* Writes what begins with block I; returns how many blocks that was. */
static size_t
block(struct str *s, const struct page *p, size_t i, struct parts *at)
{
	const struct page_block *b = &p->blocks[i];

	switch (b->kind) {
	case PB_TITLE:
		element(s, at->open ? "<h3>" : "<h2>", b->text,
			at->open ? "</h3>\n" : "</h2>\n");
		return 1;
	case PB_RULE: open_part(s, p, i, at); return 1;
	case PB_PARA: element(s, "<p>", b->text, "</p>\n"); return 1;
	case PB_BIG:
		element(s, "<p class=\"big\">", b->text, "</p>\n");
		return 1;
	case PB_FIELD:
	case PB_PICK: return definitions(s, p, i);
	case PB_ITEM: return items(s, p, i);
	case PB_TICK: return ticks(s, p, i);
	case PB_NOTE: note(s, b); return 1;
	case PB_BLANK: return blanks(s, p, i);
	case PB_ROW:
	case PB_HEAD: return table(s, p, i);
	case PB_GAP: return 1;
	}
	return 1;
}

/* ---- the page on paper ---- */

enum { PAGE_NO = 1, PAGE_COUNT }; /* no text has these characters */

/* TEXT in a style sheet: whatever is no letter, digit or blank is escaped. */
static void
css_string(struct str *s, const char *text)
{
	str_addc(s, '"');
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == PAGE_NO || c == PAGE_COUNT)
			str_add(s, c == PAGE_NO ? "\" counter(page) \"" :
						  "\" counter(pages) \"");
		else if (c >= 0x80 || c == ' ' || (c >= '0' && c <= '9') ||
			 (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
			str_addc(s, *text);
		else
			str_printf(s, "\\%x ", c);
	}
	str_addc(s, '"');
}

/* What it is and which page of how many stand below each; a sheet is one. */
static void
at_the_foot(struct str *s, const struct page *p, const char *title)
{
	static const char *const numbers[] = { "\1", "\2" };
	OWN(arena_free) struct arena a = { 0 };

	if (p->paper == PAPER_SHEET) {
		str_add(s, "@page{size:A4;margin:12mm 14mm}\n");
		return;
	}
	str_add(s, "@page{size:A4;margin:16mm 18mm 20mm");
	if (p->page_of != NULL) {
		str_add(s, ";@bottom-left{font:8.5pt sans-serif;width:75%;"
			   "content:");
		css_string(s, utf8_clean(&a, title, false));
		str_add(s, "}@bottom-right{font:8.5pt sans-serif;content:");
		css_string(s, page_words(&a, p->page_of, numbers));
		str_addc(s, '}');
	}
	str_add(s, "}\n");
}

/* Where two blanks stand apart what is on a screen, a point does it here. */
static const char *
pointed(struct arena *a, const char *text)
{
	OWN(str_free) struct str s = { 0 };

	if (text == NULL)
		return "";
	for (const char *c = text; *c != '\0';) {
		size_t n = strspn(c, " ");

		if (n > 1)
			str_add(&s, " · ");
		else if (n == 1)
			str_addc(&s, ' ');
		else
			str_addc(&s, *c);
		c += n > 0 ? n : 1;
	}
	return arena_strdup(a, str_text(&s));
}

static void
head(struct str *s, const struct out *o, const struct page *p,
     const char *title)
{
	str_add(s, "<!doctype html>\n<html lang=\"");
	html_plain(s, o->lang != NULL ? o->lang : "en");
	str_add(s, "\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\""
		   "default-src 'none'; style-src 'unsafe-inline'; "
		   "base-uri 'none'; form-action 'none'\">\n"
		   "<meta name=\"viewport\" "
		   "content=\"width=device-width, initial-scale=1\">\n<title>");
	html_plain(s, title);
	str_add(s, "</title>\n<style>\n");
	html_style(s);
	at_the_foot(s, p, title);
	str_add(s, "</style>\n</head>\n");
}

void
write_html(struct str *s, const struct out *o, const struct result *r)
{
	static const char *const body[] = {
		[PAPER_LIST] = "<body>\n",
		[PAPER_SHEET] = "<body class=\"sheet\">\n",
		[PAPER_BOOK] = "<body class=\"book\">\n",
	};
	OWN(arena_free) struct arena a = { 0 };
	const struct page *p = result_page(&a, r);
	const char *title = pointed(&a, p->place);
	const char *right = pointed(&a, p->right);
	struct parts at = { 0 };

	if (*title == '\0')
		title = "preshift";
	head(s, o, p, title);
	str_add(s, body[p->paper]);
	element(s, "<header>\n<h1>", title, "</h1>\n");
	if (*right != '\0')
		element(s, "<p class=\"right\">", right, "</p>\n");
	str_add(s, "</header>\n<main>\n");
	for (size_t i = 0; i < p->n;)
		i += block(s, p, i, &at);
	close_part(s, &at);
	str_add(s, "</main>\n</body>\n</html>\n");
}
