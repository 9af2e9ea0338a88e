/* How questions look, at a terminal and in a script's transcript.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/phrase.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

#define BETWEEN "     "

const char *
phrase_prompt(struct arena *a, const char *prompt, const char *dflt)
{
	const char *clean = utf8_clean(a, prompt, false);
	size_t n = strlen(clean);
	char sign = ':';

	while (n > 0 && clean[n - 1] == ' ')
		n--;
	if (n == 0 && dflt == NULL)
		return "> ";
	if (n > 0 && strchr(":>", clean[n - 1]) != NULL)
		sign = clean[--n];
	else if (n > 0 && strchr("?.!", clean[n - 1]) != NULL)
		sign = '\0';
	clean = arena_strndup(a, clean, n);
	if (dflt != NULL)
		clean = arena_printf(a, "%s%s[%s]", clean, n > 0 ? " " : "",
				     utf8_clean(a, dflt, false));
	if (sign == '\0')
		return arena_printf(a, "%s ", clean);
	return arena_printf(a, "%s%c ", clean, sign);
}

/* What cannot be seen would be kept or lost without anybody's knowing; tabs
 * stand between the words of a command. */
bool
phrase_can_be_seen(const char *s)
{
	for (;;) {
		size_t n = strcspn(s, "\t");

		if (!utf8_printable(s, n, false))
			return false;
		if (s[n] == '\0')
			return true;
		s += n + 1;
	}
}

const char *
phrase_answer(struct arena *a, const char *line)
{
	char *s = utf8_nfc(a, utf8_clean(a, line, false));
	size_t n;

	s += strspn(s, " ");
	n = strlen(s);
	while (n > 0 && s[n - 1] == ' ')
		n--;
	s[n] = '\0';
	return s;
}

const char *
phrase_key(struct arena *a, const struct io_option *o, size_t i)
{
	return o[i].key != NULL ? o[i].key : arena_printf(a, "%zu", i + 1);
}

const char *
phrase_list(struct arena *a, const struct io_option *o, size_t n, bool words)
{
	OWN(str_free) struct str s = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (o[i].blocked)
			continue;
		if (s.n > 0)
			str_addc(&s, ' ');
		str_add(&s, words ? o[i].word : phrase_key(a, o, i));
	}
	return arena_strdup(a, str_text(&s));
}

struct shown {
	const char *key, *text;
	size_t width;
};

/* "label (why)" for what can't be chosen now. */
static const char *
label_of(struct arena *a, const struct io_option *o)
{
	const char *s = utf8_clean(a, o->label, false);

	if (o->blocked && o->why != NULL && *o->why != '\0')
		s = arena_printf(a, "%s (%s)", s, utf8_clean(a, o->why, false));
	return s;
}

static void
add_hanging(struct arena *a, struct str *s, const struct shown *v,
	    size_t widest, size_t cols)
{
	size_t indent = 2 + widest + 2, n;
	const char **lines = utf8_wrap(
		a, v->text, cols > indent + 10 ? cols - indent : 10, &n);

	str_addc(s, ' ');
	str_addc(s, ' ');
	str_pad(s, ' ', widest - v->width);
	str_printf(s, "%s  %s\n", v->key, lines[0]);
	for (size_t i = 1; i < n; i++) {
		str_pad(s, ' ', indent);
		str_printf(s, "%s\n", lines[i]);
	}
}

static void
add_spoken(struct arena *a, struct str *s, const struct shown *v, size_t cols)
{
	const char *text = arena_printf(a, "%s: %s", v->key, v->text), **lines;
	size_t n;

	lines = utf8_wrap(a, text, cols, &n);
	for (size_t i = 0; i < n; i++)
		str_printf(s, "%s\n", lines[i]);
}

/* All of them on one line, if there are two or more and they fit. */
static bool
add_one_line(struct str *s, const struct shown *v, size_t n, size_t cols)
{
	OWN(str_free) struct str line = { 0 };

	if (n < 2)
		return false;
	for (size_t i = 0; i < n; i++)
		str_printf(&line, "%s%s  %s", i == 0 ? "  " : BETWEEN, v[i].key,
			   v[i].text);
	if (utf8_width(line.s) > cols)
		return false;
	str_printf(s, "%s\n", line.s);
	return true;
}

const char *
phrase_options(struct arena *a, const struct io_option *o, size_t n,
	       size_t cols, bool words, bool linear)
{
	struct shown *v = ARENA_ARRAY(a, struct shown, n);
	OWN(str_free) struct str s = { 0 };
	size_t m = 0, widest = 0;

	for (size_t i = 0; i < n; i++) {
		if (o[i].label == NULL)
			continue;
		v[m].key = words ? o[i].word : phrase_key(a, o, i);
		v[m].text = label_of(a, &o[i]);
		v[m].width = utf8_width(v[m].key);
		widest = v[m].width > widest ? v[m].width : widest;
		m++;
	}
	if (!linear && add_one_line(&s, v, m, cols))
		return arena_strdup(a, s.s);
	for (size_t i = 0; i < m; i++) {
		if (linear)
			add_spoken(a, &s, &v[i], cols);
		else
			add_hanging(a, &s, &v[i], widest, cols);
	}
	return arena_strdup(a, str_text(&s));
}
