/* A result as one HTML document that needs nothing else: for a browser, the
 * reception screen, a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/writers.h"

#include "base/utf8.h"

/* Colours follow what the reader has set; on paper black on white, and no
 * row is torn in two. */
static const char style[] =
	":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;"
	"--soft:#5a5a5a;--line:#c4c4c4}\n"
	"@media(prefers-color-scheme:dark){:root{--ink:#ececec;"
	"--paper:#161616;--soft:#adadad;--line:#4a4a4a}}\n"
	"body{margin:0;background:var(--paper);color:var(--ink);"
	"font:1rem/1.5 system-ui,sans-serif}\n"
	"main{max-width:60rem;margin:0 auto;padding:1.5rem}\n"
	"header{border-bottom:1px solid var(--line);margin-bottom:1rem}\n"
	"h1{font-size:1.5rem;margin:0}h2{font-size:1.15rem}\n"
	".right{color:var(--soft);margin:.25rem 0 .5rem}\n"
	".big{font-size:1.75rem;line-height:1.3;margin:1.5rem 0}\n"
	"table{border-collapse:collapse;width:100%;margin:1rem 0}\n"
	"th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;"
	"border-bottom:1px solid var(--line)}\n"
	"dl{display:grid;grid-template-columns:max-content 1fr;"
	"gap:.25rem 1rem}dt{font-weight:600}dd{margin:0}\n"
	"@media print{:root{--ink:#000;--paper:#fff;--soft:#000;--line:#777}\n"
	"@page{margin:18mm}main{max-width:none;padding:0}\n"
	"tr,dd,p{break-inside:avoid}h2{break-after:avoid}"
	"thead{display:table-header-group}}\n";

void
html_text(struct str *s, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };

	if (text == NULL)
		return;
	for (const char *p = utf8_clean(&a, text, true); *p != '\0'; p++) {
		switch (*p) {
		case '&': str_add(s, "&amp;"); break;
		case '<': str_add(s, "&lt;"); break;
		case '>': str_add(s, "&gt;"); break;
		case '"': str_add(s, "&quot;"); break;
		case '\'': str_add(s, "&#39;"); break;
		case '\n': str_add(s, "<br>\n"); break;
		default: str_addc(s, *p);
		}
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

static void
cells(struct str *s, const struct page_block *b, const char *open,
      const char *close)
{
	str_add(s, "<tr>");
	for (size_t i = 0; i < b->ncells; i++)
		element(s, open, b->cells[i], close);
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

static size_t
table(struct str *s, const struct page *p, size_t i)
{
	size_t n = run_length(p, i, PB_ROW, PB_HEAD), k = i;

	str_add(s, "<table>\n");
	if (p->blocks[k].kind == PB_HEAD) {
		str_add(s, "<thead>");
		cells(s, &p->blocks[k++], "<th scope=\"col\">", "</th>");
		str_add(s, "</thead>\n");
	}
	str_add(s, "<tbody>\n");
	for (; k < i + n; k++) {
		bool head = p->blocks[k].kind == PB_HEAD;

		cells(s, &p->blocks[k], head ? "<th>" : "<td>",
		      head ? "</th>" : "</td>");
	}
	str_add(s, "</tbody>\n</table>\n");
	return n;
}

static size_t
definitions(struct str *s, const struct page *p, size_t i)
{
	size_t n = p->blocks[i].kind == PB_PICK ?
			   run_length(p, i, PB_PICK, PB_PICK) :
			   run_length(p, i, PB_FIELD, PB_ITEM);

	str_add(s, "<dl>\n");
	for (size_t k = i; k < i + n; k++) {
		element(s, "<dt>", p->blocks[k].label, "</dt>");
		element(s, "<dd>", p->blocks[k].text, "");
		if (p->blocks[k].kind == PB_PICK)
			element(s, " ", p->blocks[k].cells[0], "");
		str_add(s, "</dd>\n");
	}
	str_add(s, "</dl>\n");
	return n;
}

/* Writes what begins with block I; returns how many blocks that was. */
static size_t
block(struct str *s, const struct page *p, size_t i)
{
	const struct page_block *b = &p->blocks[i];

	switch (b->kind) {
	case PB_TITLE:
	case PB_RULE: element(s, "<h2>", b->text, "</h2>\n"); return 1;
	case PB_PARA: element(s, "<p>", b->text, "</p>\n"); return 1;
	case PB_BIG:
		element(s, "<p class=\"big\">", b->text, "</p>\n");
		return 1;
	case PB_FIELD:
	case PB_PICK:
	case PB_ITEM: return definitions(s, p, i);
	case PB_ROW:
	case PB_HEAD: return table(s, p, i);
	case PB_GAP: return 1;
	}
	return 1;
}

void
write_html(struct str *s, const struct out *o, const struct result *r)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct page *p = result_page(&a, r);
	bool named = p->place != NULL && *p->place != '\0';
	const char *title = named ? p->place : "preshift";

	str_add(s, "<!doctype html>\n");
	element(s, "<html lang=\"", o->lang != NULL ? o->lang : "en", "\">\n");
	str_add(s, "<head>\n<meta charset=\"utf-8\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\""
		   "default-src 'none'; style-src 'unsafe-inline'\">\n"
		   "<meta name=\"viewport\" "
		   "content=\"width=device-width, initial-scale=1\">\n");
	element(s, "<title>", title, "</title>\n");
	str_printf(s, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
	element(s, "<header>\n<h1>", title, "</h1>\n");
	if (p->right != NULL && *p->right != '\0')
		element(s, "<p class=\"right\">", p->right, "</p>\n");
	str_add(s, "</header>\n");
	for (size_t i = 0; i < p->n;)
		i += block(s, p, i);
	str_add(s, "</main>\n</body>\n</html>\n");
}
