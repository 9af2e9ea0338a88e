/* A flow chart laid out in layers: boxes of text, lines between them. By its
 * construction no two boxes overlap and no line crosses a box: lines slant only
 * in the gaps between layers, and within a layer each has a lane of its own.
 * After Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of
 * Hierarchical System Structures" (IEEE SMC-11, 1981).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_CHART_H
#define PRESHIFT_MODEL_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/err.h"

/* More than that nobody reads, and laying it out would take minutes. */
enum { CHART_MAX_BOXES = 5000, CHART_MAX_LANES = 200000 };

/* Sizes in pixels. A letter of the fixed-width font is CHART_LETTER wide. */
enum { CHART_LETTER = 8, CHART_LINE = 18, CHART_PAD = 8, CHART_GAP = 64,
       CHART_SPACE = 24 };

enum chart_mark {
	CHART_START = 1,    /* thick frame */
	CHART_END = 2,      /* double frame */
	CHART_BEST = 4,     /* of a line: thick */
	CHART_CRITICAL = 8, /* of a line: broken */
};

struct chart_box {
	const char *id;
	const char **lines; /* of text, as they stand */
	size_t nlines, caplines;
	unsigned marks;
	/* laid out: left, top, width, height */
	int x, y, w, h;
};

struct chart_point { int x, y; };

struct chart_line {
	size_t from, to;   /* boxes */
	const char *label; /* stands where it leaves; "" */
	unsigned marks;
	/* laid out, from the box it leaves to the one it enters */
	struct chart_point *at;
	size_t n, cap;
};

struct chart {
	struct chart_box *boxes;
	size_t nboxes, capboxes;
	struct chart_line *lines;
	size_t nlines, caplines;
	int w, h; /* laid out */
};

size_t chart_box(struct arena *a, struct chart *c, const char *id,
		 unsigned marks);
/* A line of text in box BOX; S is borrowed. */
void chart_text(struct arena *a, struct chart *c, size_t box, const char *s);
/* From FROM to TO, which must differ: who comes back to where he is needs no
 * line. */
void chart_line(struct arena *a, struct chart *c, size_t from, size_t to,
		const char *label, unsigned marks);

/* Places everything; the first box is on top. CONTENT: too large. */
int chart_lay_out(struct arena *a, struct chart *c, struct err *e) MUST_CHECK;

#endif
