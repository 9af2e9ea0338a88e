/* Settings as people say and type them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/text.h"
#include "model/typed.h"

/* The longest line that can be a title, and no number is larger. */
enum { LINE_CHARS = 200, NUMBER_MOST = 1000000 };

/* ---- teams ---- */

const char *
team_title(struct arena *a, const char *team)
{
	char *s = arena_strdup(a, team);

	if (*s >= 'a' && *s <= 'z')
		*s = (char)(*s - 'a' + 'A');
	for (char *p = s; *p != '\0'; p++)
		if (*p == '-' || *p == '.')
			*p = ' ';
	return s;
}

const char *
team_id(struct arena *a, const char *title)
{
	char *s = utf8_fold(a, title), *to = s;

	for (const char *p = s; *p != '\0'; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))
			*to++ = *p;
		else if ((unsigned char)*p >= 0x80)
			return NULL;
		else if (to > s && to[-1] != '-')
			*to++ = '-';
	}
	while (to > s && to[-1] == '-')
		to--;
	*to = '\0';
	return id_valid(s) ? s : NULL;
}

/* ---- said ---- */

static const char *
lang_name(const struct messages *m, const char *lang)
{
	return messages_get(m, str_eq(lang, "de") ? N_("German") :
			       str_eq(lang, "ru") ? N_("Russian") :
						    N_("English"));
}

/* "English, German" */
static const char *
list_words(struct arena *a, const struct setting *s, const struct messages *m,
	   const char *value)
{
	const char *out = "";

	while (*value != '\0') {
		size_t n = strcspn(value, " ");
		const char *word = arena_strndup(a, value, n);

		word = s->kind == SETTING_TEAMS ? team_title(a, word) :
						  lang_name(m, word);
		out = arena_printf(a, "%s%s%s", out, *out != '\0' ? ", " : "",
				   word);
		value += n + (value[n] == ' ');
	}
	return out;
}

const char *
setting_words(struct arena *a, const struct setting *s,
	      const struct messages *m, const char *value)
{
	unsigned long n = strtoul(value, NULL, 10);

	if (s->none != NULL && str_eq(value, "none"))
		return messages_get(m, s->none);
	for (const struct setting_choice *c = s->choices;
	     c != NULL && c->word != NULL; c++)
		if (str_eq(c->word, value))
			return messages_get(m, c->label);
	if (s->kind == SETTING_DAYS)
		return arena_printf(a, messages_nget(m, "%lu day", "%lu days",
						     n), n);
	if (s->kind == SETTING_MONTHS)
		return arena_printf(a, messages_nget(m, "%lu month",
						     "%lu months", n), n);
	if (s->kind == SETTING_TEAMS || s->kind == SETTING_LANGS)
		return list_words(a, s, m, value);
	return value;
}

/* ---- typed ---- */

static bool
same(struct arena *a, const char *x, const char *y)
{
	return str_eq(utf8_fold(a, x), utf8_fold(a, y));
}

/* Said in English or the language of M. */
static bool
means(struct arena *a, const struct messages *m, const char *typed,
      const char *msgid)
{
	return same(a, typed, msgid) || same(a, typed, messages_get(m, msgid));
}

static const char *
read_word(struct arena *a, const struct setting *s, const struct messages *m,
	  const char *word)
{
	static const char *const langs[] = { "en", "de", "ru" };

	if (s->kind == SETTING_TEAMS)
		return id_valid(word) ? word : team_id(a, word);
	for (size_t i = 0; i < NELEM(langs); i++)
		if (same(a, word, langs[i]) ||
		    same(a, word, lang_name(m, langs[i])) ||
		    same(a, word, lang_name(NULL, langs[i])))
			return langs[i];
	return NULL;
}

/* Parted by commas, or where there is none by spaces; one team may be of two
 * words. */
static const char *
read_list(struct arena *a, const struct setting *s, const struct messages *m,
	  const char *typed)
{
	bool words = strchr(typed, ',') == NULL &&
		     (s->kind != SETTING_TEAMS || s->ok(typed));
	const char *part = words ? " " : ",", *out = "";

	while (*typed != '\0') {
		size_t n = strcspn(typed, part);
		const char *word = text_fold_space(
			a, arena_strndup(a, typed, n));

		typed += n + (typed[n] != '\0');
		if (*word == '\0')
			continue;
		word = read_word(a, s, m, word);
		if (word == NULL)
			return NULL;
		out = arena_printf(a, "%s%s%s", out, *out != '\0' ? " " : "",
				   word);
	}
	return out;
}

static const char *
read_choice(struct arena *a, const struct setting *s,
	    const struct messages *m, const char *typed)
{
	for (const struct setting_choice *c = s->choices; c->word != NULL; c++)
		if (means(a, m, typed, c->word) ||
		    means(a, m, typed, c->label))
			return c->word;
	return NULL;
}

const char *
setting_read(struct arena *a, const struct setting *s,
	     const struct messages *m, const char *typed)
{
	const char *v;

	if (!utf8_valid(typed, strlen(typed)) ||
	    !utf8_printable(typed, strlen(typed), false))
		return NULL;
	v = text_fold_space(a, utf8_nfc(a, typed));
	if (s->none != NULL &&
	    (same(a, v, "none") || means(a, m, v, s->none) ||
	     means(a, m, v, N_("no"))))
		return "none";
	if (s->kind == SETTING_CHOICE)
		return read_choice(a, s, m, v);
	if (s->kind == SETTING_TIME)
		v = typed_time(a, v);
	else if (s->kind == SETTING_DAYS || s->kind == SETTING_MONTHS)
		v = typed_number(a, v, NUMBER_MOST);
	else if (s->kind == SETTING_TEAMS || s->kind == SETTING_LANGS)
		v = read_list(a, s, m, v);
	else if (utf8_chars(v) > LINE_CHARS)
		v = NULL;
	return v != NULL && s->ok(v) ? v : NULL;
}
