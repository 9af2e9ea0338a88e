/* Tests of HTML: one document, nothing from outside gets in unescaped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "printed.h"

static const char *
html(struct arena *a, const struct page *p)
{
	struct out o = { .format = OUT_HTML, .lang = "de" };

	return printed(a, &o, &(struct result){ .page = p });
}

#define assert_has(s, part) assert_non_null(strstr((s), (part)))
#define assert_lacks(s, part) assert_null(strstr((s), (part)))

static void
test_document(void **state)
{
	static const char *const head[] = { "Nr.", "Name" };
	static const char *const row[] = { "7", "<Bär & Söhne>" };
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "Wer unterschrieben hat");
	const char *s;

	(void)state;
	p->right = "Haus <am> Hafen";
	p->keys = "Enter weiter";
	page_title(&a, p, "Offen");
	page_para(&a, p, "Zeile eins\nZeile 'zwei'");
	page_head(&a, p, 2, head);
	page_row(&a, p, 2, row);
	page_row(&a, p, 2, row);
	page_gap(&a, p);
	page_field(&a, p, "Stand", "\"gut\"");
	page_item(&a, p, "1", "weiter");
	page_big(&a, p, "Groß");
	s = html(&a, p);
	assert_memory_equal(s, "<!doctype html>\n<html lang=\"de\">\n", 33);
	assert_has(s, "<title>Wer unterschrieben hat</title>");
	assert_has(s, "<h1>Wer unterschrieben hat</h1>");
	assert_has(s, "Haus &lt;am&gt; Hafen");
	assert_has(s, "<p>Zeile eins<br>\nZeile &#39;zwei&#39;</p>");
	assert_has(s, "<table>\n<thead><tr><th scope=\"col\">Nr.</th>"
		      "<th scope=\"col\">Name</th></tr>\n</thead>\n<tbody>\n"
		      "<tr><td>7</td><td>&lt;Bär &amp; Söhne&gt;</td></tr>\n"
		      "<tr>");
	assert_has(s, "<dt>Stand</dt><dd>&quot;gut&quot;</dd>");
	assert_has(s, "<p class=\"big\">Groß</p>");
	assert_has(s, "prefers-color-scheme:dark");
	assert_has(s, "@media print");
	assert_has(s, "<li><span class=\"key\">1</span><div>weiter</div>");
	assert_lacks(s, "Enter weiter"); /* nothing to press on paper */
	assert_lacks(s, "<script");
	assert_lacks(s, "http://");
	assert_lacks(s, "https://");
}

static void
test_hostile(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "</title><script>alert(1)</script>");
	struct out o = { .format = OUT_HTML, .lang = "\"><b>" };
	const char *s;

	(void)state;
	page_para(&a, p, "\033]0;x\a\xff<img src=x onerror=y>");
	s = printed(&a, &o, &(struct result){ .page = p });
	assert_lacks(s, "<script");
	assert_lacks(s, "<img");
	assert_lacks(s, "<b>");
	assert_lacks(s, "\033");
	assert_has(s, "&lt;img src=x onerror=y&gt;");
}

/* What a book and a sheet have besides. */
static void
test_paper(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "PROBE  \"Das\" </style>  Handbuch");
	const char *s;

	(void)state;
	p->paper = PAPER_BOOK;
	p->contents = "Inhalt";
	p->page_of = "Seite %s von %s";
	page_para(&a, p, "vorn");
	page_rule(&a, p, "H0 <Anfang>");
	page_item(&a, p, "1", "Satz");
	page_note(&a, p, "Leichter", "kurz");
	page_item(&a, p, "-", "Punkt");
	page_title(&a, p, "Fragen");
	page_rule(&a, p, "Liste");
	page_tick(&a, p, " 1", "Anna");
	page_blank(&a, p, "");
	page_blank(&a, p, "");
	page_blank(&a, p, "Ende: ____:__");
	s = html(&a, p);
	assert_has(s, "<h1>PROBE · &quot;Das&quot; &lt;/style&gt; · Handbuch");
	assert_has(s, "content:\"PROBE · \\22 Das\\22  \\3c \\2f style");
	assert_has(s, "\"Seite \" counter(page) \" von \" counter(pages) \"\"");
	assert_has(s, "<p>vorn</p>\n<nav aria-labelledby=\"contents\">\n"
		      "<h2 id=\"contents\">Inhalt</h2>\n<ul>\n"
		      "<li><a href=\"#part1\">H0 &lt;Anfang&gt;</a></li>\n"
		      "<li><a href=\"#part2\">Liste</a></li>\n");
	assert_has(s, "<section>\n<h2 id=\"part1\">H0 &lt;Anfang&gt;</h2>\n");
	assert_has(s, "<div>Satz<p class=\"note\"><b>Leichter:</b> kurz</p>\n"
		      "</div></li>\n<li class=\"dash\">");
	assert_has(s, "<h3>Fragen</h3>\n</section>\n<section>\n");
	assert_has(s, "<li><span class=\"box\"></span><span> 1</span>"
		      "<span>Anna</span></li>");
	assert_has(s, "Ende: </span><span class=\"line\" "
		      "style=\"flex:4 4ch\"></span><span>:</span>");
	assert_non_null(strstr(s, "<div class=\"rules\">"));
	assert_null(strstr(strstr(s, "<div class=\"rules\">") + 1,
			   "<div class=\"rules\">"));
}

/* Nothing makes the page wider than a telephone. */
static void
test_long_word(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "Haus");
	const char *s;

	(void)state;
	page_para(&a, p, "Überstundenausgleichsantrag");
	page_para(&a, p, "Jä"
			 "ääääääääääääääääääääääääääääääääääää kurz");
	s = html(&a, p);
	assert_has(s, "<p>Überstundenausgleichsantrag</p>");
	assert_has(s, "<p>Jäääääääääää<wbr>ääääääääääää<wbr>ääääääääääää<wbr>"
		      "ää kurz</p>");
}

static void
test_without_page(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *v = value_map(&a), *rows = value_list(&a), *row;
	struct out o = { .format = OUT_HTML };
	const char *s;

	(void)state;
	row = value_map(&a);
	value_put_text(&a, row, "number", "7");
	value_add(&a, rows, row);
	value_put_int(&a, v, "format", 1);
	value_put_int(&a, v, "leaves", 120);
	value_put(&a, v, "people", rows);
	s = printed(&a, &o, &(struct result){ .data = v, .rows = rows });
	assert_has(s, "<dt>leaves</dt><dd>120</dd>");
	assert_has(s, "<th scope=\"col\">number</th>");
	assert_has(s, "<td>7</td>");
	assert_lacks(s, "<dt>format</dt>");
	assert_lacks(s, "<dt>people</dt>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_document),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_paper),
		cmocka_unit_test(test_long_word),
		cmocka_unit_test(test_without_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
