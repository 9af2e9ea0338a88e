/* A flow chart as SVG and as DOT (out/chart.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/chart.h"

#include <string.h>

#include "base/utf8.h"
#include "out/writers.h"

/* ---- SVG ---- */

static void
svg_text(struct str *s, const char *sort, int x, int y, const char *text)
{
	/* SVG folds the blanks that indent a line. */
	size_t in = strspn(text, " ");
	int width = (int)utf8_width(text + in) * CHART_LETTER;

	if (width == 0)
		return;
	x += (int)in * CHART_LETTER;
	str_printf(s, "<text class=\"%s\" x=\"%d\" y=\"%d\" textLength=\"%d\" "
		    "lengthAdjust=\"spacingAndGlyphs\">", sort, x, y, width);
	html_plain(s, text + in);
	str_add(s, "</text>\n");
}

static void
svg_frame(struct str *s, const struct chart_box *b, int inset,
	  const char *sort)
{
	str_printf(s, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" "
		    "height=\"%d\"/>\n", sort, b->x + inset, b->y + inset,
		 b->w - 2 * inset, b->h - 2 * inset);
}

static void
svg_box(struct str *s, const struct chart_box *b)
{
	str_add(s, "<g class=\"box\" id=\"box-");
	html_plain(s, b->id);
	str_add(s, "\">\n");
	svg_frame(s, b, 0, b->marks & CHART_START ? "frame thick" : "frame");
	if (b->marks & CHART_END)
		svg_frame(s, b, 3, "frame");
	for (size_t i = 0; i < b->nlines; i++)
		svg_text(s, i == 0 ? "head" : "text", b->x + CHART_PAD,
			 b->y + CHART_PAD + (int)i * CHART_LINE +
			 CHART_LINE * 3 / 4, b->lines[i]);
	str_add(s, "</g>\n");
}

static const char *
svg_sort(unsigned marks)
{
	if ((marks & CHART_BEST) && (marks & CHART_CRITICAL))
		return "line best critical";
	return marks & CHART_BEST ? "line best" :
	       marks & CHART_CRITICAL ? "line critical" : "line";
}

static void
svg_line(struct str *s, const struct chart *c, const struct chart_line *l)
{
	str_printf(s, "<path class=\"%s\" data-from=\"", svg_sort(l->marks));
	html_plain(s, c->boxes[l->from].id);
	str_add(s, "\" data-to=\"");
	html_plain(s, c->boxes[l->to].id);
	str_add(s, "\" marker-end=\"url(#tip)\" d=\"");
	for (size_t i = 0; i < l->n; i++)
		str_printf(s, "%s%d %d", i == 0 ? "M" : " L", l->at[i].x,
			 l->at[i].y);
	str_add(s, "\"/>\n");
}

/* Beside the end where the line leaves: below its box, or above it if the
 * line leads up. */
static void
svg_label(struct str *s, const struct chart_line *l)
{
	bool up = l->n > 1 && l->at[l->n - 1].y < l->at[0].y;

	if (l->n > 0)
		svg_text(s, "label", l->at[0].x + 4,
			 l->at[0].y + (up ? -6 : CHART_LINE * 3 / 4),
			 l->label);
}

static void
svg_legend(struct str *s, const struct chart_legend *k, int y)
{
	const struct { const char *sort, *words; } signs[] = {
		{ "line best", k->best }, { "line critical", k->critical },
		{ "frame thick", k->start }, { "frame", k->end },
	};

	for (size_t i = 0; i < NELEM(signs); i++, y += CHART_LINE) {
		struct chart_box b = { .x = CHART_SPACE, .y = y + 2, .w = 32,
				       .h = 13 };

		if (i < 2)
			str_printf(s, "<path class=\"%s\" d=\"M%d %d L%d %d\"/>"
				    "\n", signs[i].sort, b.x, y + 8, b.x + b.w,
				 y + 8);
		else
			svg_frame(s, &b, 0, signs[i].sort);
		if (i == 3)
			svg_frame(s, &b, 3, "frame");
		svg_text(s, "text", b.x + b.w + 8, y + CHART_LINE * 3 / 4,
			 signs[i].words);
	}
}

static const char style[] =
	"<style>\n"
	"text { font: 13px monospace; fill: #000 }\n"
	".head { font-weight: bold }\n"
	".label { font-size: 12px; paint-order: stroke; stroke: #fff; "
	"stroke-width: 3 }\n"
	".frame { fill: #fff; stroke: #000; stroke-width: 1 }\n"
	".thick { stroke-width: 3 }\n"
	".line { fill: none; stroke: #444; stroke-width: 1 }\n"
	".best { stroke: #000; stroke-width: 4 }\n"
	".critical { stroke-dasharray: 5 4 }\n"
	"</style>\n"
	"<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" "
	"markerWidth=\"8\" markerHeight=\"8\" "
	"markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
	"<path d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n";

void
chart_svg(struct str *s, const struct chart *c, const struct chart_legend *k)
{
	int w = c->w < 480 ? 480 : c->w;
	int h = c->h + 4 * CHART_LINE + CHART_SPACE;

	str_add(s, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	str_printf(s, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
		    "xml:lang=\"%s\" width=\"%d\" height=\"%d\" "
		    "viewBox=\"0 0 %d %d\">\n<title>", k->lang, w, h, w, h);
	html_plain(s, k->title);
	str_add(s, "</title>\n");
	str_add(s, style);
	str_printf(s, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", w,
		 h);
	for (size_t i = 0; i < c->nlines; i++)
		svg_line(s, c, &c->lines[i]);
	for (size_t i = 0; i < c->nboxes; i++)
		svg_box(s, &c->boxes[i]);
	for (size_t i = 0; i < c->nlines; i++)
		svg_label(s, &c->lines[i]);
	svg_legend(s, k, c->h);
	str_add(s, "</svg>\n");
}

/* ---- DOT ---- */

/* A quoted string: only the quote and the backslash have a meaning in it. */
static void
dot_text(struct str *s, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };

	for (const char *p = utf8_clean(&a, text, false); *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			str_addc(s, '\\');
		str_addc(s, *p);
	}
}

static void
dot_box(struct str *s, const struct chart_box *b)
{
	str_add(s, "  \"");
	dot_text(s, b->id);
	str_add(s, "\" [label=\"");
	for (size_t i = 0; i < b->nlines; i++) {
		dot_text(s, b->lines[i]);
		str_add(s, "\\l");
	}
	str_printf(s, "\"%s%s];\n", b->marks & CHART_START ? ", penwidth=3" : "",
		 b->marks & CHART_END ? ", peripheries=2" : "");
}

static void
dot_line(struct str *s, const struct chart *c, const struct chart_line *l)
{
	str_add(s, "  \"");
	dot_text(s, c->boxes[l->from].id);
	str_add(s, "\" -> \"");
	dot_text(s, c->boxes[l->to].id);
	str_add(s, "\" [label=\"");
	dot_text(s, l->label);
	str_printf(s, "\"%s%s];\n", l->marks & CHART_BEST ? ", penwidth=4" : "",
		 l->marks & CHART_CRITICAL ? ", style=dashed" : "");
}

void
chart_dot(struct str *s, const struct chart *c, const struct chart_legend *k)
{
	str_add(s, "digraph \"");
	dot_text(s, k->title);
	str_add(s, "\" {\n  node [shape=box, fontname=monospace];\n");
	for (size_t i = 0; i < c->nboxes; i++)
		dot_box(s, &c->boxes[i]);
	for (size_t i = 0; i < c->nlines; i++)
		dot_line(s, c, &c->lines[i]);
	str_add(s, "}\n");
}
