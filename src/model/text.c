/* Translatable text: which words are shown, and what an id looks like.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/text.h"

#include <string.h>

#include "base/str.h"

bool
text_is_fresh(const struct text *t, const struct translation *tr)
{
	return tr == NULL || (t->n < tr->n && tr->targets[t->n] != NULL);
}

const char *
text_in(const struct text *t, const struct translation *tr)
{
	if (tr != NULL && text_is_fresh(t, tr))
		return tr->targets[t->n];
	return t->s;
}

struct marks {
	const char *lang, *open, *close, *inner_open, *inner_close;
};

static const struct marks *
marks_of(const char *lang)
{
	static const struct marks v[] = {
		{ "en", "\"", "\"", "'", "'" },
		{ "de", "„", "“", "‚", "‘" },
		{ "ru", "«", "»", "„", "“" },
	};

	for (size_t i = 0; i < NELEM(v); i++)
		if (str_eq(v[i].lang, lang))
			return &v[i];
	return &v[0];
}

const char *
text_quoted(struct arena *a, const char *lang, const char *s)
{
	const struct marks *q = marks_of(lang);
	OWN(str_free) struct str out = { 0 };

	str_add(&out, q->open);
	while (*s != '\0') {
		if (str_starts(s, q->open)) {
			str_add(&out, q->inner_open);
			s += strlen(q->open);
		} else if (str_starts(s, q->close)) {
			str_add(&out, q->inner_close);
			s += strlen(q->close);
		} else {
			str_addc(&out, *s++);
		}
	}
	str_add(&out, q->close);
	return arena_strdup(a, str_text(&out));
}

char *
text_fold_space(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) + 1);
	size_t n = 0;

	for (; *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) == NULL)
			out[n++] = *s;
		else if (n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	if (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return out;
}

size_t
text_words(const char *s)
{
	size_t n = 0;

	for (bool in = false; *s != '\0'; s++) {
		n += *s != ' ' && !in;
		in = *s != ' ';
	}
	return n;
}

struct text *
document_add_text(struct arena *a, struct document *d, const char *id,
		  const char *s, unsigned line)
{
	struct text *t = ARENA_NEW(a, struct text);

	t->id = arena_strdup(a, id);
	t->s = text_fold_space(a, s);
	t->n = d->ntexts;
	t->line = line;
	ARENA_PUSH(a, d->texts, d->ntexts, d->captexts, t);
	return t;
}

/* Plain ASCII on purpose: ids go into file names, records and scripts. */
static bool
small_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool
id_valid(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > 64 || !small_or_digit(s[0]))
		return false;
	for (size_t i = 1; i < n; i++)
		if (!small_or_digit(s[i]) && s[i] != '.' && s[i] != '-')
			return false;
	return true;
}

bool
number_valid(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > 12)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!(s[i] >= 'A' && s[i] <= 'Z') &&
		    !(s[i] >= '0' && s[i] <= '9'))
			return false;
	return true;
}
