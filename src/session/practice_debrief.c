/* The debrief of a drill: what happened, how it felt, what it was worth, and
 * what to talk about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/practice_play.h"

#include <string.h>

#include "base/str.h"

enum { WELL = 8000 };  /* ten-thousandths from which a competency went well */
enum { UNDER = 2 };    /* lines under a page: a question, and room for it */

/* What all parts of the page need. */
struct debrief {
	struct arena *a;
	const struct practice_setup *s;
	const struct practice_result *r;
	const struct messages *m;
	size_t lang;
	size_t pivot; /* r->nmoves: none */
	struct page *page;
};

static const char *
words(const struct debrief *b, const struct text *t)
{
	return play_words(b->s, b->lang, t);
}

static const char *
did(const struct debrief *b, const struct drill_choice *c)
{
	return words(b, c->did != NULL ? c->did : c->t);
}

/* The person whose moods the moves carry, or NULL. */
static const struct drill_person *
moody(const struct drill *d)
{
	for (size_t i = 0; i < d->npersons; i++)
		if (d->persons[i].mood >= 0)
			return &d->persons[i];
	return NULL;
}

static void
add_path(const struct debrief *b)
{
	const struct drill_person *who = moody(b->s->drill);
	const char *cells[3] = { "", T(b->m, "What you did"), "" };
	size_t n = who != NULL ? 3 : 2;

	if (who != NULL)
		cells[2] = arena_printf(b->a, T(b->m, "%s after it"),
					words(b, who->name));
	page_head(b->a, b->page, n, cells);
	for (size_t i = 0; i < b->r->nmoves; i++) {
		const struct drill_move *m = &b->r->moves[i];
		const char *star = i == b->pivot ? " *" : "";

		cells[0] = arena_printf(b->a, "%zu", i + 1);
		cells[1] = did(b, m->choice);
		if (who != NULL)
			cells[2] = arena_printf(b->a, "%s%s",
						words_mood(b->m, m->mood),
						star);
		else
			cells[1] = arena_printf(b->a, "%s%s", cells[1], star);
		page_row(b->a, b->page, n, cells);
	}
	page_gap(b->a, b->page);
}

/* What the customer tells at home, and where it turned. */
static void
add_turn(const struct debrief *b)
{
	const struct drill *d = b->s->drill;
	const struct drill_node *end = &d->nodes[b->r->end], *n;

	if (end->told != NULL)
		page_para(b->a, b->page, words(b, end->told));
	if (b->pivot == b->r->nmoves)
		return;
	n = &d->nodes[b->r->moves[b->pivot].node];
	page_para(b->a, b->page,
		  n->title != NULL && n->must == MUST_NOT_CARE ?
			  arena_printf(b->a, T(b->m, "The moment it turned "
						     "(*): scene %zu, %s."),
				       b->pivot + 1, words(b, n->title)) :
			  arena_printf(b->a, T(b->m, "The moment it turned "
						     "(*): scene %zu."),
				       b->pivot + 1));
}

/* The competencies below their own pass mark; if there is none, the weakest,
 * unless that went well. */
static const char *
try_next(const struct debrief *b)
{
	const struct drill *d = b->s->drill;
	const int *of = b->r->outcome.scaled_of;
	const char *list = NULL;
	size_t least = 0;

	for (size_t i = 0; i < d->ncompetencies; i++) {
		if (of[i] < d->competencies[i].pass)
			words_list_add(b->a, &list,
				       words(b, d->competencies[i].name));
		if (of[i] < of[least])
			least = i;
	}
	if (list == NULL && d->ncompetencies > 0 && of[least] < WELL)
		list = words(b, d->competencies[least].name);
	return list;
}

static void
add_competencies(const struct debrief *b)
{
	const struct drill *d = b->s->drill;
	const struct drill_outcome *o = &b->r->outcome;
	const char *well = NULL, *next;

	if (o->scaled < 0) /* the extremes are not known */
		return;
	for (size_t i = 0; i < d->ncompetencies; i++)
		if (o->scaled_of[i] >= WELL &&
		    o->scaled_of[i] >= d->competencies[i].pass)
			words_list_add(b->a, &well,
				       words(b, d->competencies[i].name));
	next = try_next(b);
	if (well != NULL)
		page_para(b->a, b->page,
			  arena_printf(b->a, T(b->m, "You did well: %s."),
				       well));
	if (next != NULL)
		page_para(b->a, b->page,
			  arena_printf(b->a, T(b->m, "Try next time: %s."),
				       next));
}

static const char *
result_words(const struct messages *m, enum drill_result r)
{
	switch (r) {
	case RESULT_AGAIN:
		return T(m, "ONCE MORE");
	case RESULT_NEARLY:
		return T(m, "NEARLY READY");
	case RESULT_READY:
		break;
	}
	return T(m, "READY");
}

const char *
play_result_words(struct arena *a, const struct messages *m,
		  const struct practice_result *r)
{
	return arena_printf(a, T(m, "Result: %s."),
			    result_words(m, r->outcome.result));
}

static const char *
titles(const struct debrief *b, const struct drill_node **v, size_t n)
{
	const char *list = NULL;

	for (size_t i = 0; i < n; i++)
		words_list_add(b->a, &list, v[i]->title != NULL ?
						    words(b, v[i]->title) :
						    v[i]->id);
	return list;
}

static void
add_result(const struct debrief *b)
{
	const struct drill_outcome *o = &b->r->outcome;
	const char *s = play_result_words(b->a, b->m, b->r);

	if (o->nmissed > 0)
		s = arena_printf(b->a, "%s %s", s, arena_printf(
			b->a, T(b->m, "A must-have was missing: %s."),
			titles(b, o->missed, o->nmissed)));
	if (o->nmet > 0)
		s = arena_printf(b->a, "%s %s", s, arena_printf(
			b->a, T(b->m, "What must not happen did happen: %s."),
			titles(b, o->met, o->nmet)));
	for (size_t i = 0; i < b->r->nmoves; i++) {
		const struct drill_choice *c = b->r->moves[i].choice;

		if (c->critical)
			s = arena_printf(b->a, "%s %s", s, arena_printf(
				b->a, T(b->m, "Never do this: %s."),
				did(b, c)));
	}
	page_para(b->a, b->page, s);
}

/* The moves by what they cost, the dearest first; equal ones, and what is not
 * known, as they happened. */
static size_t *
by_regret(const struct debrief *b)
{
	size_t n = b->r->nmoves;
	size_t *v = ARENA_ARRAY(b->a, size_t, n);

	for (size_t i = 0; i < n; i++) {
		size_t k = i;

		for (; k > 0 && b->r->moves[v[k - 1]].regret <
					b->r->moves[i].regret; k--)
			v[k] = v[k - 1];
		v[k] = i;
	}
	return v;
}

/* What was not said at once is said now. */
static void
add_feedback(const struct debrief *b)
{
	const size_t *order = by_regret(b);
	const size_t n = b->page->n;

	for (size_t i = 0; i < b->r->nmoves; i++) {
		const struct drill_choice *c = b->r->moves[order[i]].choice;

		if (c->feedback != NULL && !c->feedback_now)
			page_item(b->a, b->page,
				  arena_printf(b->a, "%zu", order[i] + 1),
				  words(b, c->feedback));
	}
	if (b->page->n > n)
		page_gap(b->a, b->page);
}

static void
add_questions(const struct debrief *b)
{
	const struct drill *d = b->s->drill;

	if (d->ndebrief == 0)
		return;
	page_para(b->a, b->page, T(b->m, "To talk about, or to think about:"));
	for (size_t i = 0; i < d->ndebrief; i++)
		page_item(b->a, b->page, "-", words(b, d->debrief[i]));
}

/* *ret_half: the block from which it is the judgement in detail. */
static struct page *
whole(struct arena *a, const struct practice_setup *s,
      const struct practice_result *r, size_t lang, size_t *ret_half)
{
	struct debrief b = {
		.a = a, .s = s, .r = r, .m = s->m[lang], .lang = lang,
		.pivot = play_pivot(r->moves, r->nmoves),
	};

	b.page = play_page(a, s, lang,
			   arena_printf(a, T(b.m, "DEBRIEF  %s"),
					words(&b, s->drill->title)));
	add_path(&b);
	add_turn(&b);
	add_competencies(&b);
	add_result(&b);
	page_gap(a, b.page);
	*ret_half = b.page->n;
	add_feedback(&b);
	add_questions(&b);
	return b.page;
}

struct page *
practice_debrief(struct arena *a, const struct practice_setup *s,
		 const struct practice_result *r, size_t lang)
{
	size_t half;

	return whole(a, s, r, lang, &half);
}

/* A page with PAGE's head and the blocks FROM … of it. */
static struct page *
part_of(struct arena *a, const struct page *page, size_t from, size_t to)
{
	struct page *p = ARENA_NEW(a, struct page);

	*p = *page;
	p->blocks = page->blocks + from;
	p->n = to - from;
	p->cap = p->n; /* they are PAGE's: nothing is added to them */
	return p;
}

size_t
play_debrief(struct play *p, const struct practice_result *r,
	     struct page ***ret)
{
	size_t half, from = 0, to, n = 0, cap = 0;
	struct page *all = whole(p->a, p->s, r, p->lang, &half), **v = NULL;

	all->keys = T(play_m(p), "Enter goes on   0 to the end");
	/* Path and judgement on two pages, if that makes no third. */
	if (words_fit(all, UNDER) ||
	    !words_fit(part_of(p->a, all, half, all->n), UNDER))
		half = all->n;
	while (from < all->n) {
		size_t limit = from < half ? half : all->n;

		for (to = limit; to > from + 1; to--)
			if (words_fit(part_of(p->a, all, from, to), UNDER))
				break;
		ARENA_PUSH(p->a, v, n, cap, part_of(p->a, all, from, to));
		from = to;
	}
	*ret = v;
	return n;
}
