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
	s->said = ARENA_ARRAY(a, int, d->nsays);
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
	for (size_t i = 0; i < DRILL_MAX_CALLS; i++)
		c->calls[i] = s->calls[i];
	for (size_t i = 0; i < d->nsays; i++)
		c->said[i] = s->said[i];
	c->variant = s->variant;
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

/* A scene that was visited as often as it may be is closed. */
static bool
used_up(const struct drill *d, const struct drill_state *s, size_t n)
{
	return d->nodes[n].max_visits > 0 &&
	       s->node_count[n] >= d->nodes[n].max_visits;
}

static bool
leads_somewhere(const struct drill *d, const struct drill_state *s,
		const struct drill_choice *c)
{
	for (size_t i = 0; i < c->ngotos; i++)
		if (!used_up(d, s, c->gotos[i].to))
			return true;
	return false;
}

static bool
topics_done(const struct drill_state *s, const struct drill_node *hub)
{
	for (size_t i = 0; i < hub->nchoices; i++)
		if (hub->choices[i].required &&
		    s->choice_count[hub->choices[i].n] == 0)
			return false;
	return true;
}

bool
drill_open(const struct drill *d, const struct drill_state *s, size_t i)
{
	const struct drill_node *n = &d->nodes[s->node];
	const struct drill_choice *c = &n->choices[i];

	if ((c->once && s->choice_count[c->n] > 0) ||
	    (c->leaves && !topics_done(s, n)) || !leads_somewhere(d, s, c) ||
	    (c->call != DRILL_NONE && used_up(d, s, c->call)))
		return false;
	return expr_eval(c->cond, d, s) != 0;
}

bool
drill_waits(const struct drill *d, const struct drill_state *s)
{
	const struct drill_node *n = &d->nodes[s->node];

	if (n->kind == NODE_END)
		return true;
	if (n->kind != NODE_ASK && n->kind != NODE_HUB)
		return false;
	for (size_t i = 0; i < n->nchoices; i++)
		if (drill_open(d, s, i))
			return true;
	return n->ngotos == 0;
}

static bool
goto_open(const struct drill *d, const struct drill_state *s,
	  const struct drill_goto *g)
{
	return !used_up(d, s, g->to) && expr_eval(g->cond, d, s) != 0;
}

bool
drill_way_open(const struct drill *d, const struct drill_state *s,
	       const struct drill_goto *g)
{
	return g->chance > 0 && goto_open(d, s, g);
}

struct drill_ways
drill_ways(const struct drill *d, const struct drill_state *s,
	   const struct drill_goto *g, size_t ng)
{
	struct drill_ways w = { 0 };

	for (; w.stop < ng; w.stop++) {
		if (!goto_open(d, s, &g[w.stop]))
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

/* ---- Calls ---- */

bool
drill_call(struct drill_state *s, size_t caller)
{
	if (s->calls[DRILL_MAX_CALLS - 1] != 0)
		return false;
	memmove(s->calls + 1, s->calls,
		(DRILL_MAX_CALLS - 1) * sizeof(*s->calls));
	s->calls[0] = 1 + (int)caller;
	return true;
}

bool
drill_calls(const struct drill *d, const struct drill_state *s)
{
	size_t to = d->nodes[s->node].call;

	return to != DRILL_NONE && !used_up(d, s, to);
}

bool
drill_return(const struct drill *d, struct drill_state *s,
	     const struct drill_goto **ret, size_t *ret_n)
{
	size_t caller;

	if (s->calls[0] == 0)
		return false;
	caller = (size_t)s->calls[0] - 1;
	memmove(s->calls, s->calls + 1,
		(DRILL_MAX_CALLS - 1) * sizeof(*s->calls));
	s->calls[DRILL_MAX_CALLS - 1] = 0;
	if (caller < d->nnodes) {
		*ret = d->nodes[caller].gotos;
		*ret_n = d->nodes[caller].ngotos;
	} else {
		*ret = drill_choice(d, caller - d->nnodes)->gotos;
		*ret_n = drill_choice(d, caller - d->nnodes)->ngotos;
	}
	return true;
}

/* ---- What is said ---- */

static void
report(struct arena *a, struct drill_events *ev, enum drill_event_kind kind,
       size_t node, const struct text *t, int who)
{
	struct drill_event x = { kind, node, t, who };

	if (ev != NULL)
		ARENA_PUSH(a, ev->v, ev->n, ev->cap, x);
}

static bool
may_be_said(const struct drill *d, const struct drill_state *s,
	    const struct drill_say *x)
{
	return !(x->once && s->said[x->n] > 0) && expr_eval(x->cond, d, s);
}

/* The line of a group whose turn it is: of those that may be said the one that
 * was said least; of several the first from the attempt's variant on. */
static const struct drill_say *
turn_of(const struct drill *d, const struct drill_state *s,
	const struct drill_node *n, const char *group)
{
	const struct drill_say *best = NULL;
	size_t open = 0, at = 0, from;

	for (size_t i = 0; i < n->nsays; i++)
		open += n->says[i].group == group &&
			may_be_said(d, s, &n->says[i]);
	if (open == 0)
		return NULL;
	from = s->variant % open;
	for (size_t i = 0; i < 2 * n->nsays; i++) {
		const struct drill_say *x = &n->says[i % n->nsays];

		if (x->group != group || !may_be_said(d, s, x) || at++ < from)
			continue;
		if (best == NULL || s->said[x->n] < s->said[best->n])
			best = x;
	}
	return best;
}

/* A group is said where its first line stands. */
static bool
begins_group(const struct drill_node *n, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (n->says[k].group == n->says[i].group)
			return false;
	return true;
}

static void
report_node(struct arena *a, const struct drill *d, struct drill_state *s,
	    struct drill_events *ev)
{
	const struct drill_node *n = &d->nodes[s->node];

	report(a, ev, EV_ENTER, s->node, NULL, -1);
	for (size_t i = 0; i < n->nsays; i++) {
		const struct drill_say *x = &n->says[i];

		if (x->group != NULL)
			x = begins_group(n, i) ?
			    turn_of(d, s, n, x->group) : NULL;
		else if (!may_be_said(d, s, x))
			x = NULL;
		if (x == NULL)
			continue;
		s->said[x->n]++;
		report(a, ev, EV_SAY, s->node, x->t, x->who);
	}
	if (n->reply.t != NULL)
		report(a, ev, EV_REPLY, s->node, NULL, -1);
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

/* The node that CALL leads to, or DRILL_NONE: the calls lie too deep. */
static size_t
enter_call(struct drill_state *s, size_t caller, size_t call)
{
	return drill_call(s, caller) ? call : DRILL_NONE;
}

/* Where to from a scene at which nobody waits. */
static size_t
next_of(const struct drill *d, struct drill_state *s, struct chance *c)
{
	const struct drill_node *n = &d->nodes[s->node];
	const struct drill_goto *g = n->gotos;
	size_t ng = n->ngotos;

	if (drill_calls(d, s))
		return enter_call(s, s->node, n->call);
	if (n->kind == NODE_RETURN && !drill_return(d, s, &g, &ng))
		return DRILL_NONE;
	return pick_way(d, s, g, ng, c);
}

/* Enters node TO and goes on to the next ask or end. */
static int
go_on(struct arena *a, const struct drill *d, size_t to, struct chance *c,
      struct drill_state *s, struct drill_events *ev, struct err *e)
{
	size_t limit = 2 * d->nnodes + 64;

	for (size_t i = 0; i <= limit; i++) {
		drill_enter(d, s, to);
		report_node(a, d, s, ev);
		if (drill_waits(d, s))
			return 0;
		to = next_of(d, s, c);
		if (to == DRILL_NONE)
			return no_way(d, d->nodes[s->node].id, e);
	}
	return err_set(e, ERR_CONTENT,
		       N_("the drill '%s' runs in a circle at '%s'; run lint on it"),
		       d->doc.id, d->nodes[to].id);
}

int
drill_start(struct arena *a, const struct drill *d, struct chance *c,
	    struct drill_state *s, struct drill_events *ev, struct err *e)
{
	return drill_start_at(a, d, 0, c, s, ev, e);
}

int
drill_start_at(struct arena *a, const struct drill *d, size_t n,
	       struct chance *c, struct drill_state *s,
	       struct drill_events *ev, struct err *e)
{
	s->variant = (unsigned)(c->state % DRILL_VARIANTS);
	return go_on(a, d, n, c, s, ev, e);
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
	to = ch->call != DRILL_NONE ?
	     enter_call(s, d->nnodes + ch->n, ch->call) :
	     pick_way(d, s, ch->gotos, ch->ngotos, c);
	if (to == DRILL_NONE)
		return no_way(d, ch->id, e);
	return go_on(a, d, to, c, s, ev, e);
}
