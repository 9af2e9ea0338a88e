/* A flow chart as a picture or for other programs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_OUT_CHART_H
#define PRESHIFT_OUT_CHART_H

#include "base/str.h"
#include "model/chart.h"

/* What the signs mean, in the reader's language. */
struct chart_legend {
	const char *title, *lang;
	const char *best, *critical, *start, *end;
};

/* SVG 1.1 that needs nothing else, of a chart that was laid out. Its letters
 * are held to the width they were given, whatever font there is. */
void chart_svg(struct str *s, const struct chart *c,
	       const struct chart_legend *k);
/* The same boxes and lines in DOT, the language of Graphviz. */
void chart_dot(struct str *s, const struct chart *c,
	       const struct chart_legend *k);

#endif
