/* Where the boxes and lines of a flow chart stand (model/chart.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/chart_layout.h"

enum { SWEEPS = 12 };

/* ---- order within a layer ---- */

/* The mean of ORDER (or x) over those that place P meets above or below. */
static double
mean_of(const struct layout *l, size_t p, bool above, bool x)
{
	const size_t *first = above ? l->hop_to : l->hop_from;
	const size_t *v = above ? l->up : l->down;
	double sum = 0;

	for (size_t i = first[p]; i < first[p + 1]; i++) {
		const struct hop *h = &l->hops[v[i]];
		const struct place *q = &l->places[above ? h->above :
							   h->below];

		sum += x ? q->x : (double)q->order;
	}
	if (first[p + 1] == first[p])
		return x ? l->places[p].x : (double)l->places[p].order;
	return sum / (double)(first[p + 1] - first[p]);
}

static void
order_layer(struct layout *l, size_t i, bool above)
{
	struct layer *y = &l->layers[i];

	for (size_t k = 0; k < y->n; k++)
		l->places[y->v[k]].bary = mean_of(l, y->v[k], above, false);
	/* Layers are short, and nearly in order from the sweep before. */
	for (size_t k = 1; k < y->n; k++) {
		size_t p = y->v[k], m = k;

		for (; m > 0 && l->places[y->v[m - 1]].bary >
				l->places[p].bary; m--)
			y->v[m] = y->v[m - 1];
		y->v[m] = p;
	}
	for (size_t k = 0; k < y->n; k++)
		l->places[y->v[k]].order = k;
}

void
chart_order(struct layout *l)
{
	for (int s = 0; s < SWEEPS; s++) {
		for (size_t i = 1; i < l->nlayers; i++)
			order_layer(l, i, true);
		for (size_t i = l->nlayers - 1; i-- > 0 && s < SWEEPS - 1;)
			order_layer(l, i, false);
	}
}

/* ---- where in a layer ---- */

static double
apart(const struct layout *l, size_t p, size_t q)
{
	return (l->places[p].w + l->places[q].w) / 2.0 + CHART_SPACE;
}

/* Each place as near to what it wants as its neighbours let it: least squares
 * with the order kept (pooling of adjacent violators, Ayer et al. 1955). */
static void
settle_layer(struct layout *l, struct layer *y)
{
	struct block { double want, weight; size_t n; } *b;
	size_t nb = 0, k = 0;
	double shift = 0;

	b = ARENA_ARRAY(l->a, struct block, y->n);
	for (size_t i = 0; i < y->n; i++) {
		struct place *p = &l->places[y->v[i]];

		if (i > 0)
			shift += apart(l, y->v[i - 1], y->v[i]);
		b[nb++] = (struct block){ p->want - shift, p->weight, 1 };
		while (nb > 1 && b[nb - 2].want > b[nb - 1].want) {
			struct block *m = &b[nb - 2], *n = &b[nb - 1];
			double w = m->weight + n->weight;

			m->want = (m->want * m->weight + n->want * n->weight) /
				  w;
			m->weight = w;
			m->n += n->n;
			nb--;
		}
	}
	shift = 0;
	for (size_t i = 0; i < nb; i++)
		for (size_t n = 0; n < b[i].n; n++, k++) {
			if (k > 0)
				shift += apart(l, y->v[k - 1], y->v[k]);
			l->places[y->v[k]].x = b[i].want + shift;
		}
}

/* A lane between two lanes is to be straight. */
static void
wish(struct layout *l, struct layer *y, bool above)
{
	for (size_t i = 0; i < y->n; i++) {
		struct place *p = &l->places[y->v[i]];

		p->want = mean_of(l, y->v[i], above, true);
		p->weight = p->box == LANE ? 8 : 1;
	}
}

static void
place_all(struct layout *l)
{
	for (size_t i = 0; i < l->nlayers; i++) {
		struct layer *y = &l->layers[i];

		for (size_t k = 1; k < y->n; k++)
			l->places[y->v[k]].x = l->places[y->v[k - 1]].x +
					       apart(l, y->v[k - 1], y->v[k]);
	}
	for (int s = 0; s < SWEEPS; s++) {
		for (size_t i = 1; i < l->nlayers; i++) {
			wish(l, &l->layers[i], true);
			settle_layer(l, &l->layers[i]);
		}
		for (size_t i = l->nlayers - 1; i-- > 0;) {
			wish(l, &l->layers[i], false);
			settle_layer(l, &l->layers[i]);
		}
	}
}

/* ---- from places to pixels ---- */

static void
put_boxes(struct layout *l)
{
	struct chart *c = l->c;
	double left = 0;
	int y = CHART_SPACE;

	for (size_t i = 0; i < l->nplaces; i++)
		if (i == 0 || l->places[i].x - l->places[i].w / 2.0 < left)
			left = l->places[i].x - l->places[i].w / 2.0;
	for (size_t i = 0; i < l->nlayers; i++) {
		struct layer *v = &l->layers[i];

		v->y = y;
		for (size_t k = 0; k < v->n; k++) {
			struct place *p = &l->places[v->v[k]];

			p->x += CHART_SPACE - left;
			if (p->box != LANE && c->boxes[p->box].h > v->h)
				v->h = c->boxes[p->box].h;
			if (p->x + p->w / 2.0 + CHART_SPACE > c->w)
				c->w = (int)(p->x + p->w / 2.0) + 1 +
				       CHART_SPACE;
		}
		y += v->h + CHART_GAP;
	}
	c->h = y - CHART_GAP + CHART_SPACE;
	for (size_t i = 0; i < c->nboxes; i++) {
		c->boxes[i].x = (int)(l->places[i].x - c->boxes[i].w / 2.0);
		c->boxes[i].y = l->layers[l->places[i].layer].y;
	}
}


/* The hops of box P on one side from left to right by where they lead. */
static size_t *
sorted_hops(struct layout *l, size_t p, bool above, size_t *ret_n)
{
	const size_t *first = above ? l->hop_to : l->hop_from;
	const size_t *all = above ? l->up : l->down;
	size_t n = first[p + 1] - first[p];
	size_t *v = ARENA_ARRAY(l->a, size_t, n);

	for (size_t i = 0; i < n; i++) {
		size_t h = all[first[p] + i], m = i;
		double x = l->places[above ? l->hops[h].above :
					     l->hops[h].below].x;

		for (; m > 0; m--) {
			const struct hop *o = &l->hops[v[m - 1]];

			if (l->places[above ? o->above : o->below].x <= x)
				break;
			v[m] = v[m - 1];
		}
		v[m] = h;
	}
	*ret_n = n;
	return v;
}

/* Where the hops of place P begin or end: evenly along a box's edge. */
static void
find_ports(struct layout *l, size_t p, bool above, int *x)
{
	const struct place *q = &l->places[p];
	size_t n;
	size_t *v = sorted_hops(l, p, above, &n);
	double step = q->w / ((double)n + 1);

	for (size_t i = 0; i < n; i++)
		x[v[i]] = q->box == LANE ? (int)q->x :
			  (int)(q->x - q->w / 2.0 + step * ((double)i + 1));
}

static void
add_point(struct arena *a, struct chart_line *x, int px, int py)
{
	struct chart_point p = { px, py };

	ARENA_PUSH(a, x->at, x->n, x->cap, p);
}

/* Hops of a line follow each other, from the upper end down. */
static void
put_lines(struct arena *a, struct layout *l)
{
	struct chart *c = l->c;
	int *out = ARENA_ARRAY(l->a, int, l->nhops);
	int *in = ARENA_ARRAY(l->a, int, l->nhops);

	for (size_t i = 0; i < l->nplaces; i++) {
		find_ports(l, i, false, out);
		find_ports(l, i, true, in);
	}
	for (size_t i = 0; i < l->nhops; i++) {
		const struct hop *h = &l->hops[i];
		struct chart_line *x = &c->lines[h->line];
		const struct place *p = &l->places[h->above];
		const struct layer *y = &l->layers[p->layer];

		if (p->box != LANE)
			add_point(a, x, out[i], y->y + c->boxes[p->box].h);
		add_point(a, x, out[i], y->y + y->h);
		add_point(a, x, in[i], y->y + y->h + CHART_GAP);
	}
	for (size_t i = 0; i < c->nlines; i++) {
		struct chart_line *x = &c->lines[i];

		for (size_t k = 0; l->turned[i] && k < x->n / 2; k++) {
			struct chart_point p = x->at[k];

			x->at[k] = x->at[x->n - 1 - k];
			x->at[x->n - 1 - k] = p;
		}
	}
}

void
chart_place(struct arena *a, struct layout *l)
{
	place_all(l);
	put_boxes(l);
	put_lines(a, l);
}
