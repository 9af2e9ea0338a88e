/* A flow chart laid out in layers (model/chart.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/chart_layout.h"

#include <string.h>

#include "base/utf8.h"

/* ---- building ---- */

size_t
chart_box(struct arena *a, struct chart *c, const char *id, unsigned marks)
{
	struct chart_box b = { .id = id, .marks = marks };

	ARENA_PUSH(a, c->boxes, c->nboxes, c->capboxes, b);
	return c->nboxes - 1;
}

void
chart_text(struct arena *a, struct chart *c, size_t box, const char *s)
{
	struct chart_box *b = &c->boxes[box];

	ARENA_PUSH(a, b->lines, b->nlines, b->caplines, s);
}

void
chart_line(struct arena *a, struct chart *c, size_t from, size_t to,
	   const char *label, unsigned marks)
{
	struct chart_line l = { .from = from, .to = to, .label = label,
				.marks = marks };

	ARENA_PUSH(a, c->lines, c->nlines, c->caplines, l);
}

/* As wide as its text, and as the labels of PORTS lines side by side. */
static void
measure(struct chart_box *b, size_t ports)
{
	size_t cols = (ports + 1) * 3;

	for (size_t i = 0; i < b->nlines; i++)
		if (utf8_width(b->lines[i]) > cols)
			cols = utf8_width(b->lines[i]);
	b->w = (int)cols * CHART_LETTER + 2 * CHART_PAD;
	b->h = (int)b->nlines * CHART_LINE + 2 * CHART_PAD;
}

/* ---- layers ---- */

/* The lines of each box, as a list by box: FIRST[b] … FIRST[b + 1]. */
static size_t *
lines_by_box(struct layout *l, size_t **ret_first)
{
	const struct chart *c = l->c;
	size_t *first = ARENA_ARRAY(l->a, size_t, c->nboxes + 1);
	size_t *v = ARENA_ARRAY(l->a, size_t, c->nlines);
	size_t *at = ARENA_ARRAY(l->a, size_t, c->nboxes);

	for (size_t i = 0; i < c->nlines; i++)
		first[c->lines[i].from + 1]++;
	for (size_t i = 0; i < c->nboxes; i++) {
		first[i + 1] += first[i];
		at[i] = first[i];
	}
	for (size_t i = 0; i < c->nlines; i++)
		v[at[c->lines[i].from]++] = i;
	*ret_first = first;
	return v;
}

/* Lines that close a circle, seen depth first from the start, are turned. */
static void
turn_circles(struct layout *l, const size_t *v, const size_t *first)
{
	const struct chart *c = l->c;
	enum { NEW, OPEN, DONE };
	unsigned char *seen = ARENA_ARRAY(l->a, unsigned char, c->nboxes);
	size_t *stack = ARENA_ARRAY(l->a, size_t, c->nboxes);
	size_t *next = ARENA_ARRAY(l->a, size_t, c->nboxes), n = 0;

	for (size_t root = 0; root < c->nboxes; root++) {
		if (seen[root] != NEW)
			continue;
		seen[root] = OPEN;
		next[root] = first[root];
		stack[n++] = root;
		while (n > 0) {
			size_t b = stack[n - 1], to;

			if (next[b] == first[b + 1]) {
				seen[b] = DONE;
				n--;
				continue;
			}
			to = c->lines[v[next[b]]].to;
			if (seen[to] == OPEN)
				l->turned[v[next[b]]] = true;
			next[b]++;
			if (seen[to] != NEW)
				continue;
			seen[to] = OPEN;
			next[to] = first[to];
			stack[n++] = to;
		}
	}
}

static size_t
upper(const struct layout *l, size_t line)
{
	const struct chart_line *x = &l->c->lines[line];

	return l->turned[line] ? x->to : x->from;
}

static size_t
lower(const struct layout *l, size_t line)
{
	const struct chart_line *x = &l->c->lines[line];

	return l->turned[line] ? x->from : x->to;
}

/* Each box lies one layer below the lowest that leads to it. */
static void
find_layers(struct layout *l)
{
	const struct chart *c = l->c;
	size_t *in = ARENA_ARRAY(l->a, size_t, c->nboxes);
	size_t *todo = ARENA_ARRAY(l->a, size_t, c->nboxes), n = 0, done = 0;
	size_t *first = ARENA_ARRAY(l->a, size_t, c->nboxes + 1);
	size_t *at = ARENA_ARRAY(l->a, size_t, c->nboxes);
	size_t *v = ARENA_ARRAY(l->a, size_t, c->nlines);

	for (size_t i = 0; i < c->nlines; i++) {
		in[lower(l, i)]++;
		first[upper(l, i) + 1]++;
	}
	for (size_t i = 0; i < c->nboxes; i++) {
		first[i + 1] += first[i];
		at[i] = first[i];
		if (in[i] == 0)
			todo[n++] = i;
	}
	for (size_t i = 0; i < c->nlines; i++)
		v[at[upper(l, i)]++] = i;
	while (done < n) {
		size_t b = todo[done++];

		for (size_t i = first[b]; i < first[b + 1]; i++) {
			size_t to = lower(l, v[i]);

			if (l->places[to].layer <= l->places[b].layer)
				l->places[to].layer = l->places[b].layer + 1;
			if (--in[to] == 0)
				todo[n++] = to;
		}
	}
}

static size_t
add_place(struct layout *l, int box, int layer, int w)
{
	struct place p = { .box = box, .layer = layer, .w = w };

	ARENA_PUSH(l->a, l->places, l->nplaces, l->capplaces, p);
	return l->nplaces - 1;
}

static int
add_lanes(struct layout *l, struct err *e)
{
	for (size_t i = 0; i < l->c->nlines; i++) {
		size_t from = upper(l, i), to = lower(l, i);

		for (int k = l->places[from].layer + 1;
		     k <= l->places[to].layer; k++) {
			size_t p = k == l->places[to].layer ? to :
				   add_place(l, LANE, k, CHART_LETTER);
			struct hop h = { from, p, i };

			ARENA_PUSH(l->a, l->hops, l->nhops, l->caphops, h);
			from = p;
		}
		if (l->nplaces > CHART_MAX_LANES)
			return err_set(e, ERR_CONTENT,
				       N_("the graph is too large to be drawn: its lines are too long"));
	}
	return 0;
}

/* Hops by their upper and by their lower ends. */
static void
list_hops(struct layout *l)
{
	size_t n = l->nplaces, *at = ARENA_ARRAY(l->a, size_t, n);

	l->hop_from = ARENA_ARRAY(l->a, size_t, n + 1);
	l->hop_to = ARENA_ARRAY(l->a, size_t, n + 1);
	l->down = ARENA_ARRAY(l->a, size_t, l->nhops);
	l->up = ARENA_ARRAY(l->a, size_t, l->nhops);
	for (size_t i = 0; i < l->nhops; i++) {
		l->hop_from[l->hops[i].above + 1]++;
		l->hop_to[l->hops[i].below + 1]++;
	}
	for (size_t i = 0; i < n; i++) {
		l->hop_from[i + 1] += l->hop_from[i];
		l->hop_to[i + 1] += l->hop_to[i];
	}
	memcpy(at, l->hop_from, n * sizeof(*at));
	for (size_t i = 0; i < l->nhops; i++)
		l->down[at[l->hops[i].above]++] = i;
	memcpy(at, l->hop_to, n * sizeof(*at));
	for (size_t i = 0; i < l->nhops; i++)
		l->up[at[l->hops[i].below]++] = i;
}

static void
fill_layers(struct layout *l)
{
	for (size_t i = 0; i < l->nplaces; i++)
		if ((size_t)l->places[i].layer >= l->nlayers)
			l->nlayers = (size_t)l->places[i].layer + 1;
	l->layers = ARENA_ARRAY(l->a, struct layer, l->nlayers);
	for (size_t i = 0; i < l->nplaces; i++)
		l->layers[l->places[i].layer].n++;
	for (size_t i = 0; i < l->nlayers; i++) {
		l->layers[i].v = ARENA_ARRAY(l->a, size_t, l->layers[i].n);
		l->layers[i].n = 0;
	}
	for (size_t i = 0; i < l->nplaces; i++) {
		struct layer *y = &l->layers[l->places[i].layer];

		l->places[i].order = y->n;
		y->v[y->n++] = i;
	}
}

int
chart_lay_out(struct arena *a, struct chart *c, struct err *e)
{
	OWN(arena_free) struct arena tmp = { 0 };
	struct layout l = { .a = &tmp, .c = c };
	size_t *first, *v;

	if (c->nboxes > CHART_MAX_BOXES)
		return err_set(e, ERR_CONTENT,
			       N_("the graph has %zu boxes; more than %d are not drawn"),
			       c->nboxes, CHART_MAX_BOXES);
	l.turned = ARENA_ARRAY(&tmp, bool, c->nlines);
	v = lines_by_box(&l, &first);
	for (size_t i = 0; i < c->nboxes; i++) {
		measure(&c->boxes[i], first[i + 1] - first[i]);
		add_place(&l, (int)i, 0, c->boxes[i].w);
	}
	turn_circles(&l, v, first);
	find_layers(&l);
	if (add_lanes(&l, e) != 0)
		return -1;
	list_hops(&l);
	fill_layers(&l);
	chart_order(&l);
	chart_place(a, &l);
	return 0;
}
