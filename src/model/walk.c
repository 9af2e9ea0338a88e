/* Random walks through a drill (model/walk.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/walk.h"

struct walker {
	const struct drill *d;
	struct chance *lots; /* for the choices and the seeds */
	struct walk_report *rep;
};

/* One of the open choices; DRILL_NONE: there is none. */
static size_t
draw_choice(struct walker *w, const struct drill_state *s)
{
	const struct drill_node *n = &w->d->nodes[s->node];
	size_t open = 0, lot;

	for (size_t i = 0; i < n->nchoices; i++)
		open += drill_open(w->d, s, i);
	if (open == 0)
		return DRILL_NONE;
	lot = chance_draw(w->lots, open);
	for (size_t i = 0; i < n->nchoices; i++)
		if (drill_open(w->d, s, i) && lot-- == 0)
			return i;
	return DRILL_NONE;
}

static void
note_nodes(struct walker *w, struct drill_events *ev)
{
	for (size_t i = 0; i < ev->n; i++)
		w->rep->node_seen[ev->v[i].node] = true;
	ev->n = 0;
}

enum how { ENDED, STUCK, ENDLESS };

/* One walk in arena A; its path goes to *P. */
static enum how
walk_once(struct walker *w, struct arena *a, struct walk_path *p)
{
	const struct drill *d = w->d;
	struct drill_state *s = drill_state_new(a, d);
	struct chance c = { p->seed };
	struct drill_events ev = { 0 };
	struct err e;

	err_init(&e, NULL);
	if (drill_start(a, d, &c, s, &ev, &e) != 0)
		return STUCK;
	note_nodes(w, &ev);
	for (size_t steps = 0; d->nodes[s->node].kind != NODE_END; steps++) {
		size_t i = draw_choice(w, s);
		const struct drill_choice *ch;

		if (i == DRILL_NONE)
			return STUCK;
		if (steps == WALK_MAX_STEPS)
			return ENDLESS;
		ch = &d->nodes[s->node].choices[i];
		w->rep->taken[ch->n]++;
		w->rep->steps++;
		p->total += drill_points(d, ch);
		ARENA_PUSH(a, p->ids, p->n, p->cap, ch->id);
		if (drill_step(a, d, i, &c, s, &ev, &e) != 0)
			return STUCK;
		note_nodes(w, &ev);
	}
	return ENDED;
}

/* Ids belong to the drill, the list of them to the walk's arena. */
static void
keep(struct arena *a, struct walk_path *to, const struct walk_path *p)
{
	*to = *p;
	to->ids = ARENA_ARRAY(a, const char *, p->n);
	for (size_t i = 0; i < p->n; i++)
		to->ids[i] = p->ids[i];
}

void
walk_run(struct arena *a, const struct drill *d, uint64_t seed, size_t n,
	 struct walk_report *ret)
{
	struct chance lots = { seed };
	struct walk_report r = { .walks = n };
	struct walker w = { .d = d, .lots = &lots, .rep = &r };

	r.node_seen = ARENA_ARRAY(a, bool, d->nnodes);
	r.taken = ARENA_ARRAY(a, size_t, d->nchoices);
	for (size_t i = 0; i < n; i++) {
		OWN(arena_free) struct arena own = { 0 };
		struct walk_path p = { .seed = chance_next(&lots) };

		switch (walk_once(&w, &own, &p)) {
		case ENDED:
			if (r.ended == 0 || p.total > r.best.total)
				keep(a, &r.best, &p);
			if (r.ended == 0 || p.total < r.worst.total)
				keep(a, &r.worst, &p);
			r.ended++;
			break;
		case STUCK:
			r.stuck++;
			break;
		case ENDLESS:
			r.endless++;
			break;
		}
	}
	*ret = r;
}
