/* Checks of translations, and of the commandments as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/content.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "xml/reader.h"

/* ---- Translations ---- */

static size_t
count_value(const char *s, const char *name, size_t n)
{
	const char *p = s, *v;
	size_t len, count = 0;
	bool ok;

	while ((v = next_value(&p, &len, &ok)) != NULL)
		count += ok && len == n && memcmp(v, name, n) == 0;
	return count;
}

static size_t
count_values(const char *s)
{
	const char *p = s;
	size_t len, count = 0;
	bool ok;

	while (next_value(&p, &len, &ok) != NULL)
		count++;
	return count;
}

static bool
same_values(const char *x, const char *y)
{
	const char *p = x, *v;
	size_t len;
	bool ok;

	if (count_values(x) != count_values(y))
		return false;
	while ((v = next_value(&p, &len, &ok)) != NULL)
		if (count_value(x, v, len) != count_value(y, v, len))
			return false;
	return true;
}

static void
check_target(struct report *r, struct place at, const struct text *t,
	     const char *s)
{
	unsigned has = 0, may = 0;
	const char *why = rule_broken(t->rule, s, &has, &may);

	if (why != NULL)
		report_rule(r, at, "T006", t->id, why, has, may);
	if (!same_values(t->s, s))
		report(r, at, "T004",
		       N_("the translation of '%s' must have the same ${values} as the text"),
		       t->id);
	if (str_eq(t->s, s) && utf8_words(s) >= 4)
		report(r, at, "T007",
		       N_("the translation of '%s' is the same as the text"),
		       t->id);
}

void
lint_translation(struct arena *a, const struct document *d,
		 const struct translation *t, struct findings *f)
{
	struct report r = { .a = a, .f = f, .file = t->path };

	for (size_t i = 0; i < d->ntexts && i < t->n; i++) {
		const struct text *x = d->texts[i];
		struct place at = { 1, 1 };

		if (t->lines != NULL && t->lines[i] != 0)
			at.line = (int)t->lines[i];
		if (t->targets[i] != NULL)
			check_target(&r, at, x, t->targets[i]);
		else if (t->is_stale != NULL && t->is_stale[i])
			report(&r, at, "T002",
			       N_("the text '%s' has changed since it was translated"),
			       x->id);
		else
			report(&r, at, "T003",
			       N_("the text '%s' is not translated"), x->id);
	}
}

/* ---- Commandments ---- */

static size_t
right_of(const struct quiz *q)
{
	size_t i = 0;

	while (i < q->nanswers && !q->answers[i].right)
		i++;
	return i;
}

/* Whether all recall questions have the right answer in one place. */
static bool
guessable(const struct commandments *c, size_t *ret_place)
{
	size_t n = 0, same = 0, first = 0;

	for (size_t i = 0; i < c->n; i++) {
		for (size_t k = 0; k < c->v[i].nrecall; k++) {
			size_t right = right_of(&c->v[i].recall[k]);

			if (n++ == 0)
				first = right;
			same += right == first;
		}
	}
	*ret_place = first + 1;
	return n >= 3 && same == n;
}

void
lint_commandments(struct arena *a, const struct commandments *c,
		  struct findings *f)
{
	struct report r = { .a = a, .f = f, .file = c->doc.path };
	struct place top = { 1, 1 };
	size_t place;

	if (c->n % 7 == 0)
		report(&r, top, "D070",
		       N_("there are %zu commandments, a multiple of seven: each falls always on the same weekday"),
		       c->n);
	if (guessable(c, &place))
		report(&r, top, "D071",
		       N_("the right answer of every recall question is number %zu: mix them"),
		       place);
	for (size_t i = 0; i < c->n; i++) {
		struct place at = { (int)c->v[i].line, 1 };

		if (c->v[i].nrecall != 2)
			report(&r, at, "D072",
			       N_("commandment '%s' has %zu recall questions; two belong to it"),
			       c->v[i].id, c->v[i].nrecall);
	}
}
