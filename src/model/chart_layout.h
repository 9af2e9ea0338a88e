/* A flow chart while it is laid out: chart.c finds the layers and what stands
 * in them, chart_place.c where. Nobody else includes this.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_CHART_LAYOUT_H
#define PRESHIFT_MODEL_CHART_LAYOUT_H

#include "model/chart.h"

enum { LANE = -1 };

/* What stands in a layer: a box, or the lane of a line that passes. */
struct place {
	int box;            /* LANE: of a line that passes */
	int layer;
	int w;
	double x;           /* middle */
	double want, weight;
	size_t order;       /* within the layer */
	double bary;
};

/* A line's way from one layer to the next. */
struct hop {
	size_t above, below; /* places */
	size_t line;
};

struct layer {
	size_t *v; /* places, from left to right */
	size_t n;
	int y, h;
};

struct layout {
	struct arena *a;  /* scratch */
	struct chart *c;
	bool *turned;     /* per line: it leads upwards, so it is laid out as
			   * if it led down */
	struct place *places;
	size_t nplaces, capplaces;
	struct hop *hops;
	size_t nhops, caphops;
	size_t *hop_from, *hop_to; /* per place: its first hop, in these … */
	size_t *down, *up;         /* … lists of hops by upper, lower end */
	struct layer *layers;
	size_t nlayers;
};

/* Fewest crossings, as far as sweeping finds them. */
void chart_order(struct layout *l);
/* Then where each stands, in pixels; the points of the lines lie in A. */
void chart_place(struct arena *a, struct layout *l);

#endif
