/* A drill while it is played: steps, regrets, seconds, the outcome.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/practice_play.h"

#include <string.h>

#include "base/str.h"

const struct drill_node *
play_node(const struct play *p)
{
	return &p->s->drill->nodes[p->state->node];
}

bool
play_over(const struct play *p)
{
	return play_node(p)->kind == NODE_END;
}

bool
play_find(const struct play *p, const char *id, size_t *ret)
{
	const struct drill_node *n = play_node(p);

	for (size_t i = 0; i < n->nchoices; i++) {
		if (str_eq(n->choices[i].id, id)) {
			*ret = i;
			return true;
		}
	}
	return false;
}

/* Of the first person in cast order who has one. */
static int
mood_of(const struct play *p)
{
	const struct drill *d = p->s->drill;

	for (size_t i = 0; i < d->npersons; i++)
		if (d->persons[i].mood >= 0)
			return p->state->vars[d->persons[i].mood];
	return 0;
}

static void
enter_scene(struct play *p, const struct drill_events *ev)
{
	p->scene = *ev;
	for (size_t i = 0; i < ev->n; i++)
		if (ev->v[i].kind == EV_ENTER)
			p->visited[ev->v[i].node] = true;
	p->hints_here = 0;
	p->replied = 0;
	p->spent_ms = 0;
	p->since_ms = p->clock_ms = clock_mono_ms(p->s->clock);
}

static int
start_at(struct play *p, const char *from, struct drill_events *ev,
	 struct err *e)
{
	const struct drill *d = p->s->drill;
	size_t n = drill_node_by_id(d, from);

	if (n == DRILL_NONE)
		return err_set(e, ERR_USAGE, "the drill '%s' has no scene "
			       "'%s' to begin at", d->doc.id, from);
	return drill_start_at(p->a, d, n, &p->chance, p->state, ev, e);
}

int
play_begin(struct play *p, uint64_t seed, const char *from, struct err *e)
{
	const struct drill *d = p->s->drill;
	struct drill_events ev = { 0 };
	int r;

	p->seed = seed;
	p->from = from;
	p->chance.state = seed;
	p->state = drill_state_new(p->a, d);
	p->visited = ARENA_ARRAY(p->a, bool, d->nnodes);
	p->nmoves = 0;
	r = from != NULL ?
		    start_at(p, from, &ev, e) :
		    drill_start(p->a, d, &p->chance, p->state, &ev, e);
	if (r != 0)
		return -1;
	enter_scene(p, &ev);
	return 0;
}

int
play_take(struct play *p, size_t i, unsigned seconds, struct err *e)
{
	const struct drill *d = p->s->drill;
	struct drill_move m = { .node = p->state->node, .seconds = seconds,
				.choice = &play_node(p)->choices[i] };
	struct drill_events ev = { 0 };

	if (p->s->explore == NULL ||
	    !explore_regret(p->a, p->s->explore, p->state, i, &m.regret))
		m.regret = -1;
	if (drill_step(p->a, d, i, &p->chance, p->state, &ev, e) != 0)
		return -1;
	m.mood = mood_of(p);
	ARENA_PUSH(p->a, p->moves, p->nmoves, p->capmoves, m);
	enter_scene(p, &ev);
	return 0;
}

bool
play_can_undo(const struct play *p)
{
	return p->nmoves > p->kept;
}

/* From the beginning, N moves as they were, as far as they still are there
 * (the drill may have been read anew). */
static int
take_over(struct play *p, const struct drill_move *was, size_t n,
	  struct err *e)
{
	p->moves = NULL;
	p->capmoves = 0;
	if (play_begin(p, p->seed, p->from, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		size_t k;

		if (!play_find(p, was[i].choice->id, &k) ||
		    !drill_open(p->s->drill, p->state, k))
			break;
		if (play_take(p, k, was[i].seconds, e) != 0)
			return -1;
	}
	return 0;
}

int
play_again(struct play *p, struct err *e)
{
	const struct practice_setup *s = p->s;

	p->seed = s->before->seed;
	p->from = s->before->from;
	p->sure_before = s->before->sure_after;
	p->of = s->of;
	p->note = T(play_m(p), "You are back where it turned; what came before "
			       "stays as it was.");
	if (take_over(p, s->before->moves, s->keep, e) != 0)
		return -1;
	p->kept = p->nmoves;
	return play_save(p, e);
}

int
play_undo(struct play *p, struct err *e)
{
	const struct drill_move *was = p->moves;
	size_t n = p->nmoves - 1;
	int64_t spent;

	play_seconds(p);
	spent = p->spent_ms;
	if (take_over(p, was, n, e) != 0)
		return -1;
	/* It all went by before the choice that will stand. */
	p->spent_ms = spent + (int64_t)was[n].seconds * 1000;
	p->hints++;
	return play_save(p, e);
}

unsigned
play_seconds(struct play *p)
{
	int64_t now = clock_mono_ms(p->s->clock);

	if (now > p->since_ms)
		p->spent_ms += now - p->since_ms;
	p->since_ms = now;
	return p->spent_ms / 1000 < UINT32_MAX ?
		       (unsigned)(p->spent_ms / 1000) : UINT32_MAX;
}

size_t
play_pivot(const struct drill_move *moves, size_t n)
{
	size_t pivot = n;

	for (size_t i = 0; i < n; i++)
		if (moves[i].regret > 0 &&
		    (pivot == n || moves[i].regret > moves[pivot].regret))
			pivot = i;
	return pivot;
}

void
play_result(const struct play *p, struct practice_result *ret)
{
	const struct practice_setup *s = p->s;
	struct practice_result r = {
		.moves = p->moves, .nmoves = p->nmoves,
		.end = p->state->node, .hints = p->hints,
		.timers = p->timers, .timeouts = p->timeouts,
		.sure_before = p->sure_before, .sure_after = p->sure_after,
		.seed = p->seed, .from = p->from, .lang = s->langs[p->lang],
		.kept = p->kept, .of = p->of, .draft = p->draft,
	};

	drill_judge(p->a, s->drill, s->report != NULL ? &s->report->x : NULL,
		    p->state, p->visited, p->moves, p->nmoves, &r.outcome);
	*ret = r;
}
