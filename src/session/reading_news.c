/* What is new on a page since the edition its reader has signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/reading_sitting.h"

#include <string.h>

#include "base/str.h"

enum { FEW = 4 }; /* words that are worth to be shown as they were */

static bool
same(const struct edition_line *a, const struct edition_line *b)
{
	return a->kind == b->kind && str_eq(a->s, b->s);
}

static bool
holds(const struct edition_section *sec, const struct edition_line *l)
{
	for (size_t i = 0; i < sec->nlines; i++)
		if (same(&sec->lines[i], l))
			return true;
	return false;
}

/* S as its words. */
static const char **
words_of(struct arena *a, const char *s, size_t *ret_n)
{
	const char **v = NULL;
	size_t n = 0, cap = 0;

	while (*(s += strspn(s, " ")) != '\0') {
		size_t len = strcspn(s, " ");

		ARENA_PUSH(a, v, n, cap, arena_strndup(a, s, len));
		s += len;
	}
	*ret_n = n;
	return v;
}

/* The few words of WAS in whose place NOW has others; NULL: they are none, or
 * too many. */
static const char *
words_before(struct arena *a, const char *was, const char *now)
{
	size_t n, m, from = 0, len;
	const char **v = words_of(a, was, &n), **w = words_of(a, now, &m);
	char *s = NULL;

	while (from < n && from < m && str_eq(v[from], w[from]))
		from++;
	while (n > from && m > from && str_eq(v[n - 1], w[m - 1])) {
		n--;
		m--;
	}
	if (n == from || n - from > FEW)
		return NULL;
	for (size_t i = from; i < n; i++)
		s = arena_printf(a, "%s%s%s", s != NULL ? s : "",
				 s != NULL ? " " : "", v[i]);
	len = strlen(s);
	while (len > 1 && strchr(".,;:", s[len - 1]) != NULL)
		s[--len] = '\0';
	return s;
}

/* "paragraph 4 (it was "10.00")", of line I. */
static const char *
one_change(const struct sitting *t, const struct edition_section *was,
	   const struct edition_section *now, size_t i, size_t number)
{
	const struct messages *m = sitting_m(t);
	const char *s = arena_printf(t->a, T(m, "paragraph %zu"),
				     number > 0 ? number : 1);
	const char *old = NULL;

	/* In its place another line, which is gone now. */
	if (i < was->nlines && was->lines[i].kind == now->lines[i].kind &&
	    !holds(now, &was->lines[i]))
		old = words_before(t->a, was->lines[i].s, now->lines[i].s);
	if (old == NULL)
		return s;
	return arena_printf(t->a, T(m, "%s (it was %s)"), s,
			    text_quoted(t->a, messages_lang(m), old));
}

static const char *
changes(const struct sitting *t, const struct edition_section *was,
	const struct edition_section *now, size_t from, size_t to)
{
	const char *list = NULL;
	size_t number = 0, told = SIZE_MAX;

	for (size_t i = 0; i < to; i++) {
		number += now->lines[i].kind == LINE_PARA;
		if (i < from || number == told || holds(was, &now->lines[i]))
			continue;
		words_list_add(t->a, &list,
			       one_change(t, was, now, i, number));
		told = number;
	}
	return list;
}

const char *
sitting_news(const struct sitting *t, size_t from, size_t to)
{
	const struct messages *m = sitting_m(t);
	const struct edition_section *now = sitting_section(t), *was = NULL;
	const struct edition_text *text = t->s->langs[t->lang].was;
	bool fresh = false;
	const char *list;

	for (size_t i = 0; i < t->s->nfresh; i++)
		fresh |= str_eq(t->s->fresh[i], now->id);
	if (!fresh)
		return NULL;
	if (text != NULL)
		was = edition_section(text, now->id);
	if (text != NULL && was == NULL)
		return from > 0 ? NULL :
		       T(m, "This whole part is new in this edition.");
	list = was != NULL ? changes(t, was, now, from, to) : NULL;
	if (list != NULL)
		return arena_printf(t->a, T(m, "New in this edition: %s."),
				    list);
	return from > 0 ? NULL : T(m, "New or changed in this edition.");
}
