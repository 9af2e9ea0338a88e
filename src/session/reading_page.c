/* The pages of a handbook section: whole paragraphs, as many as fit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/reading_sitting.h"

#include "base/str.h"

enum { UNDER = 1 }; /* lines under a page: where the key is typed */

const char *
sitting_place(const struct sitting *t, const char *what)
{
	const struct edition_section *sec = sitting_section(t);

	return arena_printf(t->a, T(sitting_m(t), "HANDBOOK edition %u   %s "
						  "%s   %s"),
			    sitting_text(t)->edition, sec->id, sec->title,
			    what);
}

static const char *
keys(const struct sitting *t, bool easy)
{
	const struct messages *m = sitting_m(t);
	size_t next = (t->lang + 1) % t->s->nlangs;
	const char *k = T(m, "Enter next");

	words_key(t->a, &k, T(m, "b back"));
	if (t->s->nlangs > 1)
		words_key(t->a, &k,
			  arena_printf(t->a, T(m, "l %s"),
				       words_lang(m,
						  t->s->langs[next].lang)));
	if (easy)
		words_key(t->a, &k, t->easy ? T(m, "e usual words") :
					      T(m, "e easier words"));
	words_key(t->a, &k, T(m, "/ find"));
	words_key(t->a, &k, T(m, "0 stop, keep place"));
	return k;
}

/* "Must-read part 7 of 12." */
static const char *
counter(const struct sitting *t)
{
	const struct messages *m = sitting_m(t);
	const char *id = t->queue[t->at];
	size_t n = 0;

	if (!sitting_must(t, id))
		return T(m, "This part is for looking things up. Take your "
			    "time, no clock limits you.");
	while (n < t->s->nmust && !str_eq(t->s->must[n], id))
		n++;
	return arena_printf(t->a, T(m, "Must-read part %zu of %zu. Your "
				       "place: here. Take your time, no clock "
				       "limits you."),
			    n + 1, t->s->nmust);
}

static void
add_lines(const struct sitting *t, struct page *p, size_t from, size_t to)
{
	const struct edition_section *sec = sitting_section(t);
	size_t number = 0;

	for (size_t i = 0; i < to; i++) {
		const struct edition_line *l = &sec->lines[i];
		bool easy = t->easy && l->easy != NULL;

		number += l->kind == LINE_PARA;
		if (i >= from)
			page_item(t->a, p, l->kind == LINE_ITEM ? "-" :
				  arena_printf(t->a, "%zu", number),
				  easy ? l->easy : l->s);
	}
}

static bool
any_easy(const struct edition_section *sec, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (sec->lines[i].easy != NULL)
			return true;
	return false;
}

/* Lines FROM … of the section as page NO of N. */
static struct page *
build(const struct sitting *t, size_t from, size_t to, size_t no, size_t n)
{
	const struct messages *m = sitting_m(t);
	const char *news = sitting_news(t, from, to);
	struct page *p = words_page(
		t->a, m, t->s->trial,
		sitting_place(t, arena_printf(t->a, T(m, "page %zu of %zu"),
					      no, n)));

	p->right = words_lang(m, t->s->langs[t->lang].lang);
	if (t->note != NULL)
		page_para(t->a, p, t->note);
	if (news != NULL)
		page_para(t->a, p, news);
	if (t->easy && any_easy(sitting_section(t), from, to))
		page_para(t->a, p, T(m, "In easier words. What counts is the "
					"usual wording."));
	add_lines(t, p, from, to);
	page_gap(t->a, p);
	page_para(t->a, p, counter(t));
	page_para(t->a, p, T(m, "(Pages and minutes are kept; you and your "
				"coach can see them: part H18.)"));
	p->keys = keys(t, any_easy(sitting_section(t), from, to));
	return p;
}

/* Whether those lines fit, with room for a line that is said with them. */
static bool
fits(const struct sitting *t, size_t from, size_t to, bool easy)
{
	OWN(arena_free) struct arena a = { 0 };
	struct sitting trial = *t;

	trial.a = &a;
	trial.note = "-";
	trial.easy = easy;
	return words_fit(build(&trial, from, to, 99, 99), UNDER);
}

/* How far a page goes that begins with line FROM, in usual and in easier
 * words. */
static size_t
page_end(const struct sitting *t, size_t from, size_t nlines)
{
	size_t to = from + 1;

	while (to < nlines && fits(t, from, to + 1, false) &&
	       (!any_easy(sitting_section(t), from, to + 1) ||
		fits(t, from, to + 1, true)))
		to++;
	return to;
}

void
sitting_lay_out(struct sitting *t)
{
	size_t n = sitting_section(t)->nlines;

	t->nstarts = 0;
	for (size_t from = 0; from < n; from = page_end(t, from, n))
		ARENA_PUSH(t->a, t->starts, t->nstarts, t->capstarts,
			   (unsigned)from);
}

size_t
sitting_page_no(const struct sitting *t)
{
	size_t i = 0;

	while (i + 1 < t->nstarts && t->starts[i + 1] <= t->line)
		i++;
	return i;
}

static size_t
end_of(const struct sitting *t, size_t i)
{
	return i + 1 < t->nstarts ? t->starts[i + 1] :
				    sitting_section(t)->nlines;
}

struct page *
sitting_page(const struct sitting *t)
{
	size_t i = sitting_page_no(t);

	return build(t, t->nstarts > 0 ? t->starts[i] : 0, end_of(t, i),
		     i + 1, t->nstarts > 0 ? t->nstarts : 1);
}

bool
sitting_page_easy(const struct sitting *t)
{
	return any_easy(sitting_section(t), t->line,
			end_of(t, sitting_page_no(t)));
}

void
sitting_mark(struct sitting *t)
{
	struct part *p = sitting_part(t, t->queue[t->at]);
	size_t end = end_of(t, sitting_page_no(t));

	for (size_t i = t->line; i < end && i < p->n; i++)
		p->seen[i] = true;
}
