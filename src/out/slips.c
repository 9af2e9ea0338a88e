/* Slips of paper with one-time codes: to print, cut and hand out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/slips.h"

#include "base/utf8.h"
#include "out/writers.h"

/* Two columns of four, cut along the dashes; what does not fit a slip must not
 * push the next one off its place. */
static const char style[] =
	"*{box-sizing:border-box}\n"
	"body{margin:0;background:#fff;color:#000;"
	"font:8.5pt/1.25 system-ui,sans-serif}\n"
	"@page{size:A4;margin:8mm}\n"
	".sheet{display:grid;grid-template-columns:97mm 97mm;"
	"grid-auto-rows:70mm;break-after:page}\n"
	".sheet:last-child{break-after:auto}\n"
	".slip{border:1px dashed #777;padding:3mm 4mm;overflow:hidden;"
	"break-inside:avoid}\n"
	"p{margin:0 0 1.2mm}\n"
	".who{font-size:11pt;font-weight:700}\n"
	/* 34 characters of 0.6 em in 89 mm */
	".code{font:700 11.5pt/1.5 monospace;white-space:nowrap}\n"
	".other{font-size:7pt;line-height:1.2}\n";

static void
paragraph(struct str *s, const char *kind, const char *lang, const char *text)
{
	str_printf(s, "<p class=\"%s\"", kind);
	if (lang != NULL) {
		str_add(s, " lang=\"");
		html_text(s, lang);
		str_addc(s, '"');
	}
	str_addc(s, '>');
	html_text(s, text);
	str_add(s, "</p>\n");
}

static void
slip_html(struct str *s, const struct slip *v)
{
	str_add(s, "<section class=\"slip\" lang=\"");
	html_text(s, v->lang);
	str_add(s, "\">\n");
	paragraph(s, "house", NULL, v->house);
	str_add(s, "<p class=\"who\">");
	html_text(s, v->name);
	str_add(s, ", ");
	html_text(s, v->number);
	str_add(s, "</p>\n");
	paragraph(s, "code", NULL, v->code);
	paragraph(s, "todo", NULL, v->todo);
	for (size_t i = 0; i < SLIP_OTHERS; i++)
		if (v->other[i] != NULL)
			paragraph(s, "other", v->other_lang[i], v->other[i]);
	str_add(s, "</section>\n");
}

void
slips_html(struct str *s, const char *lang, const char *title,
	   const struct slip *v, size_t n)
{
	str_add(s, "<!doctype html>\n<html lang=\"");
	html_text(s, lang);
	str_add(s, "\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\""
		   "default-src 'none'; style-src 'unsafe-inline'\">\n"
		   "<title>");
	html_text(s, title);
	str_printf(s, "</title>\n<style>\n%s</style>\n</head>\n<body>\n",
		   style);
	for (size_t i = 0; i < n; i++) {
		if (i % SLIPS_A_PAGE == 0)
			str_add(s, "<div class=\"sheet\">\n");
		slip_html(s, &v[i]);
		if ((i + 1) % SLIPS_A_PAGE == 0 || i + 1 == n)
			str_add(s, "</div>\n");
	}
	str_add(s, "</body>\n</html>\n");
}

static void
wrapped(struct str *s, const char *text, size_t indent)
{
	OWN(arena_free) struct arena a = { 0 };
	const char **v;
	size_t n;

	v = utf8_wrap(&a, utf8_clean(&a, text, false), SLIPS_COLUMNS - indent,
		      &n);
	for (size_t i = 0; i < n; i++) {
		str_pad(s, ' ', indent);
		str_add(s, v[i]);
		str_addc(s, '\n');
	}
}

void
slips_text(struct str *s, const struct slip *v, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };

	for (size_t i = 0; i < n; i++) {
		str_pad(s, '-', SLIPS_COLUMNS);
		str_addc(s, '\n');
		wrapped(s, v[i].house, 0);
		wrapped(s, arena_printf(&a, "%s, %s", v[i].name, v[i].number),
			0);
		str_addc(s, '\n');
		wrapped(s, v[i].code, 4);
		str_addc(s, '\n');
		wrapped(s, v[i].todo, 0);
		for (size_t k = 0; k < SLIP_OTHERS; k++)
			if (v[i].other[k] != NULL)
				wrapped(s, v[i].other[k], 0);
	}
	str_pad(s, '-', SLIPS_COLUMNS);
	str_addc(s, '\n');
}
