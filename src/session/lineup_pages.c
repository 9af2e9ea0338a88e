/* The pages on which something is counted: practice, recall, close.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <string.h>

#include "base/utf8.h"

enum { GROUPS_ACROSS = 3 };

/* ---- practice ---- */

/* Who practises together. */
struct groups {
	struct words *v; /* names */
	size_t n;
};

static void
join_in(struct arena *a, struct words *w, const char *name)
{
	ARENA_PUSH(a, w->v, w->n, w->cap, name);
}

static void
swap_last(struct words *w)
{
	const char *s = w->v[w->n - 1];

	w->v[w->n - 1] = w->v[w->n - 2];
	w->v[w->n - 2] = s;
}

/* Two by two of W; who is left over makes the last pair a three, between the
 * two. */
static void
pair_up(struct arena *a, struct groups *g, const struct words *w)
{
	for (size_t i = 0; i < w->n; i += 2) {
		bool alone = i + 1 == w->n;
		size_t at = alone && g->n > 0 ? g->n - 1 : g->n++;

		join_in(a, &g->v[at], w->v[i]);
		if (!alone)
			join_in(a, &g->v[at], w->v[i + 1]);
		else if (g->v[at].n > 1)
			swap_last(&g->v[at]);
	}
}

/* Who was there at the roll is paired across the list, so that neighbours do
 * not always meet; who comes late makes a pair with who was left over, and
 * breaks none up. */
static void
make_groups(struct lineup *l, bool with_leader, struct groups *ret)
{
	struct words here = { 0 }, rest = { 0 };
	struct arena *a = l->a;
	size_t half, odd;

	for (size_t i = 0; i < l->s->nroster; i++)
		if (l->now.attend[i] == ATTEND_HERE &&
		    (i != l->leader || with_leader))
			join_in(a, &here, lineup_call(l, i));
	for (size_t i = 0; i < l->now.guests.n; i++)
		join_in(a, &here, l->now.guests.v[i]);
	half = (here.n + 1) / 2;
	odd = here.n % 2;
	ret->v = ARENA_ARRAY(a, struct words, here.n + l->s->nroster + 1);
	ret->n = 0;
	for (size_t i = 0; i + odd < half; i++) {
		join_in(a, &ret->v[ret->n], here.v[i]);
		join_in(a, &ret->v[ret->n++], here.v[i + half]);
	}
	if (odd)
		join_in(a, &rest, here.v[half - 1]);
	for (size_t i = 0; i < l->s->nroster; i++)
		if (l->now.attend[i] == ATTEND_LATE &&
		    (i != l->leader || with_leader))
			join_in(a, &rest, lineup_call(l, i));
	pair_up(a, ret, &rest);
}

/* The leader listens, unless somebody would be alone. */
static void
find_groups(struct lineup *l, struct groups *ret)
{
	enum attend leader = l->now.attend[l->leader];
	size_t n = lineup_in_room(l) + l->now.guests.n;
	bool there = leader == ATTEND_HERE || leader == ATTEND_LATE;

	make_groups(l, there && n <= 2, ret);
}

static const char *
group_words(struct arena *a, const struct words *w)
{
	OWN(str_free) struct str out = { 0 };

	for (size_t i = 0; i < w->n; i++)
		str_printf(&out, "%s%s", i > 0 ? " + " : "", w->v[i]);
	return arena_strdup(a, str_text(&out));
}

static void
show_groups(struct lineup *l, struct page *p)
{
	struct arena *a = l->a;
	struct groups g;

	find_groups(l, &g);
	if (g.n == 0 || (g.n == 1 && g.v[0].n < 2)) {
		page_para(a, p, messages_get(lineup_m(l),
					     "Only one is here: the leader "
					     "plays the guest."));
		return;
	}
	for (size_t i = 0; i < g.n; i += GROUPS_ACROSS) {
		const char *cells[GROUPS_ACROSS] = { 0 };
		size_t n = 0;

		while (n < GROUPS_ACROSS && i + n < g.n) {
			cells[n] = group_words(a, &g.v[i + n]);
			n++;
		}
		page_row(a, p, n, cells);
	}
}

void
lineup_practice_blocks(struct lineup *l, struct page *p)
{
	const struct commandment *c = l->s->today;
	const struct messages *m = lineup_m(l);
	struct arena *a = l->a;

	p->clock.slot_left_of = l->plan.slots[SLOT_PRACTICE].seconds / 2;
	p->clock.slot_started_ms = l->page_ms;
	p->clock.slot_stood_ms = l->stood_ms - l->page_stood_ms;
	page_title(a, p,
		   l->page == 0 ? messages_get(m, "ROUND 1 of 2, then swap "
						  "roles") :
				  messages_get(m, "ROUND 2 of 2, roles are "
						  "swapped"));
	show_groups(l, p);
	page_gap(a, p);
	page_para(a, p, lineup_text(l, c->practice));
	page_gap(a, p);
	page_para(a, p, messages_get(m, "Listen for:"));
	for (unsigned i = 0; i < PRACTICE_MARKS; i++) {
		unsigned n = l->now.practice[i];

		page_item(a, p, arena_printf(a, "%u", i + 1),
			  arena_printf(a, "%s\t%s", lineup_text(l, c->marks[i]),
				       arena_printf(a, messages_nget(m,
							"heard %u time",
							"heard %u times", n),
						    n)));
	}
}

/* ---- recall ---- */

static const char *
quoted(struct lineup *l, const char *s)
{
	return text_quoted(l->a, messages_lang(lineup_m(l)), s);
}

static void
recall_mantra(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);

	if (l->page == 0)
		page_big(l->a, p, messages_get(m, "What is our mantra? Each "
						  "says it in silence, then "
						  "aloud."));
	else
		page_big(l->a, p, lineup_text(l, l->s->commandments->mantra));
}

static void
recall_quiz(struct lineup *l, struct page *p)
{
	const struct quiz *q = l->s->recall;
	const struct messages *m = lineup_m(l);
	struct arena *a = l->a;

	if (l->page == 0)
		page_big(a, p, lineup_text(l, q->ask));
	else
		page_para(a, p, lineup_text(l, q->ask));
	page_gap(a, p);
	for (size_t i = 0; i < q->nanswers; i++) {
		const char key[] = { (char)('a' + i), '\0' };
		const char *s = lineup_text(l, q->answers[i].t);

		if (l->page > 0 && q->answers[i].right)
			s = arena_printf(a, messages_get(m, "RIGHT: %s"), s);
		page_item(a, p, key, s);
		/* In large letters how many knew it takes their place. */
		p->blocks[p->n - 1].essential = l->page == 0 ||
						q->answers[i].right;
	}
	if (l->page > 0 && l->s->recall_of != NULL) {
		page_gap(a, p);
		page_para(a, p,
			  arena_printf(a,
				       messages_get(m, "From commandment %u, "
						       "%s."),
				       l->s->recall_of->number,
				       quoted(l, lineup_text(
						l, l->s->recall_of->title))));
	}
}

void
lineup_recall_blocks(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);
	size_t n = lineup_in_room(l);
	const char *s;

	if (l->s->recall != NULL)
		recall_quiz(l, p);
	else
		recall_mantra(l, p);
	page_gap(l->a, p);
	if (l->now.recall_right >= 0)
		s = arena_printf(l->a, messages_get(m, "%d of %d knew it."),
				 l->now.recall_right, l->now.recall_of);
	else if (l->page == 0)
		s = messages_get(m, "Leader: read it aloud; each decides in "
				    "silence. Then Enter.");
	else
		s = arena_printf(l->a,
				 messages_get(m, "Hands up: how many of %zu "
						 "knew it?"), n);
	page_para(l->a, p, s);
	p->blocks[p->n - 1].essential = l->page > 0;
}

/* ---- close ---- */

static const char *
next_leader(struct lineup *l)
{
	for (size_t i = 1; i < l->s->nroster; i++) {
		size_t row = (l->leader + i) % l->s->nroster;
		enum attend how = l->now.attend[row];

		if (l->s->roster[row].may_lead &&
		    (how == ATTEND_HERE || how == ATTEND_LATE))
			return lineup_call(l, row);
	}
	return NULL;
}

static const char *
parked(struct lineup *l)
{
	const struct words *w = &l->now.parked;
	OWN(str_free) struct str out = { 0 };

	for (size_t i = 0; i < w->n; i++)
		str_printf(&out, "%s%s", i > 0 ? ", " : "",
			   quoted(l, w->v[i]));
	return arena_printf(l->a, messages_get(lineup_m(l), "Parked: %s"),
			    str_text(&out));
}

static void
task_of_the_day(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);
	const char *s = arena_printf(
		l->a,
		messages_get(m, "Task today, %s: ask one guest what we could "
				"do better there, and bring the answer."),
		quoted(l, lineup_text(l, l->s->today->topic)));

	if (l->stage == STAGE_SLOTS)
		page_big(l->a, p, s);
	else
		page_para(l->a, p, s);
	s = next_leader(l);
	if (s != NULL)
		page_para(l->a, p,
			  arena_printf(l->a,
				       messages_get(m, "Next leader: %s."),
				       s));
}

void
lineup_close_blocks(struct lineup *l, struct page *p)
{
	task_of_the_day(l, p);
	if (l->now.parked.n > 0)
		page_para(l->a, p, parked(l));
	page_gap(l->a, p);
	page_para(l->a, p,
		  messages_get(lineup_m(l), "Enter ends the lineup. Signing "
					    "comes after it and can wait."));
}

static const char *
time_words(struct lineup *l, int64_t t)
{
	struct local at;

	zone_local(l->s->zone, t, &at);
	return arena_printf(l->a, "%02d:%02d:%02d", at.hour, at.minute,
			    at.second);
}

static const char *
held(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	unsigned long min = (unsigned long)((l->end - l->start + 30) / 60);

	min = min > 0 ? min : 1;
	return arena_printf(l->a,
			    messages_nget(m, "Held %s to %s (%lu minute of "
					     "paid time).",
					  "Held %s to %s (%lu minutes of paid "
					  "time).", min),
			    time_words(l, l->start), time_words(l, l->end),
			    min);
}

static const char *
who_was_here(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	OWN(str_free) struct str off = { 0 };
	size_t n = 0;

	/* Who was not said is not here either. */
	for (size_t i = 0; i < l->s->nroster; i++) {
		if (l->now.attend[i] != ATTEND_OFF &&
		    l->now.attend[i] != ATTEND_UNSAID)
			continue;
		str_printf(&off, "%s%s", n++ > 0 ? ", " : "",
			   lineup_call(l, i));
	}
	if (n == 0)
		return arena_printf(l->a,
				    messages_get(m, "Here %zu, late %zu, not "
						    "here 0."),
				    lineup_count(l, ATTEND_HERE),
				    lineup_count(l, ATTEND_LATE));
	return arena_printf(l->a,
			    messages_get(m, "Here %zu, late %zu, not here "
					    "%zu: %s."),
			    lineup_count(l, ATTEND_HERE),
			    lineup_count(l, ATTEND_LATE), n, str_text(&off));
}

struct page *
lineup_page_ended(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	const unsigned *heard = l->now.practice;
	struct page *p = lineup_page(l);

	p->n = 0; /* the place and the clock stay, the words are others */
	p->keys = NULL;
	task_of_the_day(l, p);
	page_gap(l->a, p);
	page_para(l->a, p, held(l));
	page_para(l->a, p, who_was_here(l));
	if (l->now.guests.n > 0)
		page_para(l->a, p,
			  arena_printf(l->a, messages_get(m, "Guests: %zu."),
				       l->now.guests.n));
	if (!l->paper)
		page_para(l->a, p,
			  arena_printf(l->a,
			       messages_get(m, "Practice heard %u-%u-%u."),
			       heard[0], heard[1], heard[2]));
	if (l->now.recall_right >= 0)
		page_para(l->a, p,
			  arena_printf(l->a,
				       messages_get(m, "Recall %d of %d."),
				       l->now.recall_right,
				       l->now.recall_of));
	if (l->now.parked.n > 0)
		page_para(l->a, p, parked(l));
	return p;
}
