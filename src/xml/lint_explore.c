/* A drill played on every path: what only that shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/lint.h"

#include <string.h>

#include "model/explore.h"

#define TOP ((struct place){ 1, 1 })

/* Whether scene I is worth a finding of its own: where nothing leads to an
 * end, the start says so for all. */
static bool
is_trap(const struct lint *l, const struct explore_report *rep, size_t i)
{
	if (!rep->node_dead[i] || (rep->stuck && rep->stuck_node == i) ||
	    rep->lost_return != DRILL_NONE || rep->too_deep != DRILL_NONE)
		return false;
	return l->reach_end && (i == 0 || !rep->node_dead[0]);
}

static void
check_ways(struct lint *l, const struct explore_report *rep)
{
	const struct drill *d = l->d;

	for (size_t i = 0; i < d->nnodes; i++) {
		const struct drill_node *n = &d->nodes[i];

		if (!rep->node_reached[i] && l->reach[i])
			report(&l->rep, lint_at_node(n), "D059",
			       N_("no path reaches the scene '%s': the conditions on the way never hold"),
			       n->id);
		else if (rep->node_no_way[i])
			report(&l->rep, lint_at_node(n), "D051",
			       N_("from '%s' it may happen that no goto is open: add one without condition"),
			       n->id);
		else if (is_trap(l, rep, i))
			report(&l->rep, lint_at_node(n), "D051",
			       N_("from '%s' it may happen that no end can be reached any more"),
			       n->id);
	}
	if (rep->stuck)
		report(&l->rep, lint_at_node(&d->nodes[rep->stuck_node]),
		       "D052",
		       N_("in '%s' it may happen that every choice is blocked"),
		       d->nodes[rep->stuck_node].id);
	if (rep->lost_return != DRILL_NONE)
		report(&l->rep, lint_at_node(&d->nodes[rep->lost_return]),
		       "D064",
		       N_("'%s' returns, but it may be reached without a call"),
		       d->nodes[rep->lost_return].id);
	if (rep->too_deep != DRILL_NONE)
		report(&l->rep, lint_at_node(&d->nodes[rep->too_deep]),
		       "D064",
		       N_("in '%s' %d calls may be open already, which is the most: does one call itself?"),
		       d->nodes[rep->too_deep].id, DRILL_MAX_CALLS);
	for (size_t i = 0; i < d->nchoices; i++) {
		const struct drill_choice *c = drill_choice(d, i);

		if (rep->node_reached[d->places[i].node] &&
		    !rep->choice_enabled[i])
			report(&l->rep, lint_at_choice(c), "D050",
			       N_("the choice '%s' is never open"), c->id);
	}
}

/* ---- The extreme paths ---- */

static void
check_extremes(struct lint *l, const struct explore_report *rep)
{
	const struct drill *d = l->d;
	struct drill_outcome best = explore_judge(l->rep.a, d, rep, true);
	struct drill_outcome worst = explore_judge(l->rep.a, d, rep, false);

	for (size_t i = 0; i < d->ncompetencies; i++)
		if (rep->x.cmin[i] == rep->x.cmax[i])
			report(&l->rep, TOP, "D055",
			       N_("the competency '%s' has the same points on every path"),
			       d->competencies[i].id);
	for (size_t i = 0; i < best.nmissed; i++)
		report(&l->rep, lint_at_node(best.missed[i]), "D058",
		       N_("'%s' must be visited, but the path with most points passes it by"),
		       best.missed[i]->id);
	for (size_t i = 0; i < best.nmet; i++)
		report(&l->rep, lint_at_node(best.met[i]), "D058",
		       N_("'%s' must be avoided, but the path with most points goes through it"),
		       best.met[i]->id);
	if (best.result != RESULT_READY)
		report(&l->rep, TOP, "D056",
		       N_("the path with most points ends with '%s', not with 'ready'"),
		       drill_result_word(best.result));
	if (worst.result == RESULT_READY)
		report(&l->rep, TOP, "D057",
		       N_("even the path with fewest points ends with 'ready': nobody can fail"));
}

/* ---- Choices that can be guessed ---- */

/* The choice that is best most often, if one is ahead of all others; else
 * nchoices. */
static size_t
best_of(const struct drill_node *n, const struct explore_report *rep)
{
	size_t best = n->nchoices, most = 0;

	for (size_t i = 0; i < n->nchoices; i++) {
		size_t c = rep->choice_best[n->choices[i].n];

		if (c > most)
			best = i;
		else if (c == most)
			best = n->nchoices;
		if (c > most)
			most = c;
	}
	return best;
}

static size_t
longest_of(const struct drill_node *n)
{
	size_t longest = 0;

	for (size_t i = 1; i < n->nchoices; i++)
		if (strlen(n->choices[i].t->s) >
		    strlen(n->choices[longest].t->s))
			longest = i;
	return longest;
}

static void
check_guessing(struct lint *l, const struct explore_report *rep)
{
	const struct drill *d = l->d;
	size_t scenes = 0, same = 0, longest = 0, first = DRILL_NONE;

	for (size_t i = 0; i < d->nnodes; i++) {
		const struct drill_node *n = &d->nodes[i];
		size_t best;

		if (n->nchoices < 2 || !rep->node_reached[i])
			continue;
		best = best_of(n, rep);
		if (best == n->nchoices)
			continue;
		scenes++;
		if (first == DRILL_NONE)
			first = best;
		same += best == first;
		longest += best == longest_of(n);
	}
	if (scenes >= 3 && same == scenes)
		report(&l->rep, TOP, "D048",
		       N_("in all %zu scenes the best choice is number %zu: mix them"),
		       scenes, first + 1);
	if (scenes >= 3 && longest == scenes)
		report(&l->rep, TOP, "D049",
		       N_("in all %zu scenes the best choice is the longest text: it can be guessed"),
		       scenes);
}

void
lint_explore(struct lint *l)
{
	/* the states may be many; what is found is not */
	OWN(arena_free) struct arena tmp = { 0 };
	const struct explore *x;
	struct explore_report rep;
	struct err e;

	err_init(&e, l->rep.f->m);
	if (explore_run(&tmp, l->d, EXPLORE_MAX_STATES, &x, &rep, &e) != 0) {
		report(&l->rep, TOP, "D054", "%s", e.text);
		return;
	}
	if (!rep.complete) {
		report(&l->rep, TOP, "D054",
		       N_("the drill has more than %d states: no result can be recorded; use fewer variables or smaller ranges"),
		       EXPLORE_MAX_STATES);
		return;
	}
	check_ways(l, &rep);
	if (rep.score_loop)
		report(&l->rep, TOP, "D053",
		       N_("a circle changes the score, so there is no best path: make a choice in it once=\"yes\""));
	if (rep.x.complete) {
		check_extremes(l, &rep);
		check_guessing(l, &rep);
	}
}

void
lint_drill(struct arena *a, const struct drill *d, bool quick,
	   struct findings *f)
{
	struct lint l = { .rep = { .a = a, .f = f, .file = d->doc.path },
			  .d = d };

	l.reach = lint_reach(a, d);
	lint_graph(&l);
	if (!quick)
		lint_explore(&l);
}
