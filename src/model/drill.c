/* One pure step through a drill: what the player, the explorer, replay and
 * tests all call.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/drill.h"

#include <assert.h>
#include <string.h>

#include "base/str.h"

size_t
drill_node_by_id(const struct drill *d, const char *id)
{
	size_t n;

	return idmap_get(&d->node_ids, id, strlen(id), &n) ? n : DRILL_NONE;
}

const struct drill_choice *
drill_choice_by_id(const struct drill *d, const char *id, size_t *ret_node)
{
	const struct drill_place *p;
	size_t n;

	if (!idmap_get(&d->choice_ids, id, strlen(id), &n))
		return NULL;
	p = &d->places[n];
	if (ret_node != NULL)
		*ret_node = p->node;
	return &d->nodes[p->node].choices[p->i];
}

struct drill_state *
drill_state_new(struct arena *a, const struct drill *d)
{
	struct drill_state *s = ARENA_NEW(a, struct drill_state);

	s->vars = ARENA_ARRAY(a, int, d->nvars);
	s->node_count = ARENA_ARRAY(a, int, d->nnodes);
	s->choice_count = ARENA_ARRAY(a, int, d->nchoices);
	for (size_t i = 0; i < d->nvars; i++)
		s->vars[i] = d->vars[i].initial;
	return s;
}

struct drill_state *
drill_state_copy(struct arena *a, const struct drill *d,
		 const struct drill_state *s)
{
	struct drill_state *c = drill_state_new(a, d);

	c->node = s->node;
	for (size_t i = 0; i < d->nvars; i++)
		c->vars[i] = s->vars[i];
	for (size_t i = 0; i < d->nnodes; i++)
		c->node_count[i] = s->node_count[i];
	for (size_t i = 0; i < d->nchoices; i++)
		c->choice_count[i] = s->choice_count[i];
	return c;
}

static void
apply_sets(const struct drill *d, struct drill_state *s,
	   const struct drill_set *sets, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct drill_var *v = &d->vars[sets[i].var];
		int64_t value = expr_eval(sets[i].value, d, s);

		switch (sets[i].op) {
		case SET_TO:
			break;
		case SET_ADD:
			value = s->vars[sets[i].var] + value;
			break;
		case SET_SUB:
			value = s->vars[sets[i].var] - value;
			break;
		}
		if (value < v->min)
			value = v->min;
		if (value > v->max)
			value = v->max;
		s->vars[sets[i].var] = (int)value;
	}
}

void
drill_enter(const struct drill *d, struct drill_state *s, size_t n)
{
	s->node = n;
	if (d->node_counted[n] && s->node_count[n] <= d->node_cap[n])
		s->node_count[n]++;
	apply_sets(d, s, d->nodes[n].sets, d->nodes[n].nsets);
}

void
drill_take(const struct drill *d, struct drill_state *s,
	   const struct drill_choice *c)
{
	if (d->choice_counted[c->n] &&
	    s->choice_count[c->n] <= d->choice_cap[c->n])
		s->choice_count[c->n]++;
	apply_sets(d, s, c->sets, c->nsets);
}

bool
drill_open(const struct drill *d, const struct drill_state *s, size_t i)
{
	const struct drill_choice *c = &d->nodes[s->node].choices[i];

	if (c->once && s->choice_count[c->n] > 0)
		return false;
	return expr_eval(c->cond, d, s) != 0;
}

bool
drill_way_open(const struct drill *d, const struct drill_state *s,
	       const struct drill_goto *g)
{
	return g->chance > 0 && expr_eval(g->cond, d, s) != 0;
}

struct drill_ways
drill_ways(const struct drill *d, const struct drill_state *s,
	   const struct drill_goto *g, size_t ng)
{
	struct drill_ways w = { 0 };

	for (; w.stop < ng; w.stop++) {
		if (expr_eval(g[w.stop].cond, d, s) == 0)
			continue;
		if (g[w.stop].chance == 0)
			break;
		w.nchance++;
		w.weight += g[w.stop].chance;
	}
	return w;
}

/* The node that gotos G lead to now, or DRILL_NONE. Lots are drawn only where
 * there are two ways or more, so that the sequence of draws depends on the
 * path alone. */
static size_t
pick_way(const struct drill *d, const struct drill_state *s,
	 const struct drill_goto *g, size_t ng, struct chance *c)
{
	struct drill_ways w = drill_ways(d, s, g, ng);
	uint64_t lot = 0;

	if (w.nchance == 0)
		return w.stop < ng ? g[w.stop].to : DRILL_NONE;
	if (w.nchance > 1)
		lot = chance_draw(c, w.weight);
	for (size_t i = 0; i < w.stop; i++) {
		if (!drill_way_open(d, s, &g[i]))
			continue;
		if (lot < g[i].chance)
			return g[i].to;
		lot -= g[i].chance;
	}
	return DRILL_NONE;
}

static void
report(struct arena *a, struct drill_events *ev, enum drill_event_kind kind,
       size_t node, const struct text *t, int who)
{
	struct drill_event x = { kind, node, t, who };

	if (ev != NULL)
		ARENA_PUSH(a, ev->v, ev->n, ev->cap, x);
}

static void
report_node(struct arena *a, const struct drill *d,
	    const struct drill_state *s, struct drill_events *ev)
{
	const struct drill_node *n = &d->nodes[s->node];

	if (ev == NULL)
		return;
	report(a, ev, EV_ENTER, s->node, NULL, -1);
	for (size_t i = 0; i < n->nsays; i++)
		if (expr_eval(n->says[i].cond, d, s))
			report(a, ev, EV_SAY, s->node, n->says[i].t,
			       n->says[i].who);
	if (n->kind == NODE_END)
		report(a, ev, EV_END, s->node, NULL, -1);
}

static int
no_way(const struct drill *d, const char *id, struct err *e)
{
	return err_set(e, ERR_CONTENT,
		       N_("the drill '%s' cannot go on from '%s': no way is open; run lint on it"),
		       d->doc.id, id);
}

/* Enters node TO and goes on to the next ask or end. */
static int
go_on(struct arena *a, const struct drill *d, size_t to, struct chance *c,
      struct drill_state *s, struct drill_events *ev, struct err *e)
{
	size_t limit = 2 * d->nnodes + 64;

	for (size_t i = 0; i <= limit; i++) {
		const struct drill_node *n = &d->nodes[to];

		drill_enter(d, s, to);
		report_node(a, d, s, ev);
		if (n->kind == NODE_ASK || n->kind == NODE_END)
			return 0;
		to = pick_way(d, s, n->gotos, n->ngotos, c);
		if (to == DRILL_NONE)
			return no_way(d, n->id, e);
	}
	return err_set(e, ERR_CONTENT,
		       N_("the drill '%s' runs in a circle at '%s'; run lint on it"),
		       d->doc.id, d->nodes[to].id);
}

int
drill_start(struct arena *a, const struct drill *d, struct chance *c,
	    struct drill_state *s, struct drill_events *ev, struct err *e)
{
	return go_on(a, d, 0, c, s, ev, e);
}

int
drill_step(struct arena *a, const struct drill *d, size_t choice,
	   struct chance *c, struct drill_state *s, struct drill_events *ev,
	   struct err *e)
{
	const struct drill_node *n = &d->nodes[s->node];
	const struct drill_choice *ch;
	size_t to;

	if (choice >= n->nchoices)
		return err_set(e, ERR_USAGE,
			       N_("'%s' has %zu choices, not %zu"), n->id,
			       n->nchoices, choice + 1);
	ch = &n->choices[choice];
	if (!drill_open(d, s, choice))
		return err_set(e, ERR_USAGE,
			       N_("the choice '%s' is not open now"), ch->id);
	drill_take(d, s, ch);
	if (ch->feedback != NULL && ch->feedback_now)
		report(a, ev, EV_FEEDBACK, s->node, ch->feedback, -1);
	to = pick_way(d, s, ch->gotos, ch->ngotos, c);
	if (to == DRILL_NONE)
		return no_way(d, ch->id, e);
	return go_on(a, d, to, c, s, ev, e);
}
