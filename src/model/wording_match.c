/* What each line of a changed wording was before: so that ids, and with them
 * translations, stay with their words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/wording.h"

#include <stdlib.h>

/* In thousandths: less alike than SIMILAR are two texts; what stands elsewhere
 * must be more alike. */
enum { SAME = 1001, SIMILAR = 400, SIMILAR_MOVED = 600 };

/* A text as its words, by their hashes, sorted. */
struct bag {
	const char *s;
	uint32_t *words;
	size_t n, cap;
};

/* The texts that may be each other, as lines of their wordings. */
struct side {
	const struct wording *w;
	size_t *lines;
	struct bag *bags;
	size_t n, cap;
};

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static struct bag
bag_of(struct arena *a, const char *s)
{
	struct bag b = { .s = s };

	while (*s != '\0') {
		uint32_t h = 2166136261U; /* FNV-1a */

		for (; *s != '\0' && *s != ' '; s++)
			h = (h ^ (unsigned char)*s) * 16777619U;
		ARENA_PUSH(a, b.words, b.n, b.cap, h);
		s += *s == ' ';
	}
	if (b.n > 1)
		qsort(b.words, b.n, sizeof(*b.words), by_number);
	return b;
}

/* Dice's coefficient over the words. */
static unsigned
alike(const struct bag *a, const struct bag *b)
{
	size_t i = 0, j = 0, both = 0;

	if (str_eq(a->s, b->s))
		return SAME;
	while (i < a->n && j < b->n) {
		if (a->words[i] == b->words[j]) {
			both++;
			i++;
			j++;
		} else if (a->words[i] < b->words[j]) {
			i++;
		} else {
			j++;
		}
	}
	return a->n + b->n == 0 ? 0 :
				  (unsigned)(2000 * both / (a->n + b->n));
}

/* The lines of W in [FROM, TO) that are of one of KINDS (bits). */
static struct side
side_of(struct arena *a, const struct wording *w, size_t from, size_t to,
	unsigned kinds)
{
	struct side s = { .w = w, .lines = ARENA_ARRAY(a, size_t, w->n + 1) };

	for (size_t i = from; i < to; i++) {
		if ((kinds & 1U << w->v[i].kind) == 0 || w->v[i].s == NULL)
			continue;
		s.lines[s.n] = i;
		ARENA_PUSH(a, s.bags, s.n, s.cap, bag_of(a, w->v[i].s));
	}
	return s;
}

/* The pairs in order that are most alike together (a longest common
 * subsequence with weights). TO[j]: the place in O of N's j. */
static void
match_in_order(struct arena *a, const struct side *o, const struct side *n,
	       size_t *to)
{
	size_t wide = n->n + 1, i = o->n, j = n->n;
	unsigned *like = ARENA_ARRAY(a, unsigned, (o->n + 1) * wide);
	unsigned *sum = ARENA_ARRAY(a, unsigned, (o->n + 1) * wide);

	for (size_t x = 1; x <= o->n; x++) {
		for (size_t y = 1; y <= n->n; y++) {
			unsigned *p = &sum[x * wide + y];
			unsigned l = alike(&o->bags[x - 1], &n->bags[y - 1]);

			*p = p[-1] > *(p - wide) ? p[-1] : *(p - wide);
			if (l < SIMILAR)
				continue;
			like[x * wide + y] = l;
			if (*(p - wide - 1) + l > *p)
				*p = *(p - wide - 1) + l;
		}
	}
	while (i > 0 && j > 0) {
		const unsigned *p = &sum[i * wide + j];

		if (*p == *(p - wide)) {
			i--;
		} else if (*p == p[-1]) {
			j--;
		} else {
			i--;
			j--;
			to[j] = i;
		}
	}
}

/* What is left and most alike stands somewhere else now. */
static void
match_moved(struct arena *a, const struct side *o, const struct side *n,
	    size_t *to, bool *moved)
{
	bool *taken = ARENA_ARRAY(a, bool, o->n + 1);

	for (size_t j = 0; j < n->n; j++)
		if (to[j] != WORDING_NEW)
			taken[to[j]] = true;
	for (size_t j = 0; j < n->n; j++) {
		unsigned best = SIMILAR_MOVED - 1;
		size_t place = WORDING_NEW;

		for (size_t i = 0; to[j] == WORDING_NEW && i < o->n; i++) {
			unsigned l = taken[i] ? 0 : alike(&o->bags[i],
							  &n->bags[j]);

			if (l > best) {
				best = l;
				place = i;
			}
		}
		if (place == WORDING_NEW)
			continue;
		to[j] = place;
		taken[place] = moved[j] = true;
	}
}

/* Matches the lines of KINDS in [OF, OT) of WAS and [NF, NT) of NOW. */
static void
match_lines(const struct wording *was, size_t of, size_t ot,
	    struct wording *now, size_t nf, size_t nt, unsigned kinds)
{
	OWN(arena_free) struct arena own = { 0 };
	struct side o = side_of(&own, was, of, ot, kinds);
	struct side n = side_of(&own, now, nf, nt, kinds);
	size_t *to = ARENA_ARRAY(&own, size_t, n.n + 1);
	bool *moved = ARENA_ARRAY(&own, bool, n.n + 1);

	for (size_t j = 0; j < n.n; j++)
		to[j] = WORDING_NEW;
	match_in_order(&own, &o, &n, to);
	match_moved(&own, &o, &n, to, moved);
	for (size_t j = 0; j < n.n; j++) {
		struct wording_line *l = &now->v[n.lines[j]];

		l->was = to[j] == WORDING_NEW ? WORDING_NEW : o.lines[to[j]];
		l->moved = moved[j];
	}
}

/* What belongs to the block at J goes with it. */
static void
match_rest(const struct wording *was, struct wording *now,
	   size_t j)
{
	size_t i = now->v[j].was, end = wording_block_end(now, j);

	if (i == WORDING_NEW || end == j + 1)
		return;
	if (now->v[j].kind == WORD_ASK)
		match_lines(was, i + 1, wording_block_end(was, i), now,
			    j + 1, end, 1U << WORD_RIGHT | 1U << WORD_WRONG);
	else if (wording_block_end(was, i) > i + 1)
		now->v[j + 1].was = i + 1;
}

/* The Nth line of KIND, or WORDING_NEW. */
static size_t
nth(const struct wording *w, enum wording_kind kind, size_t n)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].kind == kind && n-- == 0)
			return i;
	return WORDING_NEW;
}

/* The parts of a commandment stand fast. */
static void
match_parts(const struct wording *was, struct wording *now)
{
	size_t seen[WORD_WRONG + 1] = { 0 };

	for (size_t j = 0; j < now->n; j++) {
		struct wording_line *l = &now->v[j];

		if (l->kind == WORD_TITLE || l->kind == WORD_PART ||
		    l->kind == WORD_ITEM || l->kind == WORD_EASY)
			l->was = nth(was, l->kind, seen[l->kind]++);
	}
}

void
wording_match(const struct wording *was, struct wording *now)
{
	for (size_t j = 0; j < now->n; j++) {
		now->v[j].was = now->translated && j < was->n ? j :
								WORDING_NEW;
		now->v[j].moved = false;
	}
	if (now->translated)
		return;
	if (now->commandment)
		match_parts(was, now);
	else
		match_lines(was, 0, was->n, now, 0, now->n,
			    1U << WORD_PARA | 1U << WORD_ITEM);
	match_lines(was, 0, was->n, now, 0, now->n, 1U << WORD_ASK);
	if (now->n > 0 && now->v[0].kind == WORD_TITLE)
		now->v[0].was = 0;
	for (size_t j = 0; j < now->n; j++)
		if (now->v[j].kind == WORD_ASK ||
		    (!now->commandment && now->v[j].kind <= WORD_ITEM))
			match_rest(was, now, j);
}
