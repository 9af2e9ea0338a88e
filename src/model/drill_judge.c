/* How a path through a drill is judged: points scaled over what was
 * reachable, failing conditions counted, one word as the result.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/drill.h"

#define FULL 10000

const char *
drill_result_word(enum drill_result r)
{
	switch (r) {
	case RESULT_AGAIN:
		return "again";
	case RESULT_NEARLY:
		return "nearly";
	case RESULT_READY:
		return "ready";
	}
	return "?";
}

/* Ten-thousandths, half up; no range at all counts as full. */
static int
scale(int64_t n, int64_t min, int64_t max)
{
	if (max <= min)
		return FULL;
	return (int)((2 * FULL * (n - min) + (max - min)) / (2 * (max - min)));
}

int64_t
drill_points(const struct drill *d, const struct drill_choice *c)
{
	int64_t sum = 0;

	for (size_t i = 0; i < c->nscores; i++)
		sum += (int64_t)c->scores[i].points *
		       d->competencies[c->scores[i].competency].weight;
	return sum;
}

static void
add_points(const struct drill *d, const struct drill_move *moves,
	   size_t nmoves, struct drill_outcome *o)
{
	for (size_t i = 0; i < nmoves; i++) {
		const struct drill_choice *c = moves[i].choice;

		o->critical = o->critical || c->critical;
		for (size_t k = 0; k < c->nscores; k++)
			o->raw[c->scores[k].competency] += c->scores[k].points;
		o->total += drill_points(d, c);
	}
}

static void
judge_points(const struct drill *d, const struct drill_extremes *x,
	     struct drill_outcome *o)
{
	bool known = x != NULL && x->complete;

	o->scaled = known ? scale(o->total, x->min, x->max) : -1;
	if (known && o->scaled < d->pass)
		o->failing++;
	for (size_t i = 0; i < d->ncompetencies; i++) {
		o->scaled_of[i] = known ? scale(o->raw[i], x->cmin[i],
						x->cmax[i]) : -1;
		if (known && o->scaled_of[i] < d->competencies[i].pass)
			o->failing++;
	}
}

static void
judge_musts(struct arena *a, const struct drill *d, const bool *visited,
	    struct drill_outcome *o)
{
	size_t capmissed = 0, capmet = 0;

	for (size_t i = 0; i < d->nnodes; i++) {
		const struct drill_node *n = &d->nodes[i];

		if (n->must == MUST_VISIT && !visited[i])
			ARENA_PUSH(a, o->missed, o->nmissed, capmissed, n);
		if (n->must == MUST_AVOID && visited[i])
			ARENA_PUSH(a, o->met, o->nmet, capmet, n);
	}
	o->failing += (unsigned)(o->nmissed + o->nmet);
}

static void
judge_moods(const struct drill *d, const struct drill_state *s,
	    struct drill_outcome *o)
{
	bool first = true;

	for (size_t i = 0; i < d->npersons; i++) {
		int mood;

		if (d->persons[i].mood < 0)
			continue;
		mood = s->vars[d->persons[i].mood];
		if (first)
			o->mood = mood;
		first = false;
		if (mood < 0)
			o->failing++;
	}
}

void
drill_judge(struct arena *a, const struct drill *d,
	    const struct drill_extremes *x, const struct drill_state *s,
	    const bool *visited, const struct drill_move *moves,
	    size_t nmoves, struct drill_outcome *ret)
{
	struct drill_outcome o = { 0 };

	o.raw = ARENA_ARRAY(a, int64_t, d->ncompetencies);
	o.scaled_of = ARENA_ARRAY(a, int, d->ncompetencies);
	add_points(d, moves, nmoves, &o);
	judge_points(d, x, &o);
	judge_musts(a, d, visited, &o);
	judge_moods(d, s, &o);
	if (o.critical || o.failing > 1)
		o.result = RESULT_AGAIN;
	else
		o.result = o.failing == 1 ? RESULT_NEARLY : RESULT_READY;
	*ret = o;
}
