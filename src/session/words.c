/* Words that drills, reading and signing share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/words.h"

#include <string.h>

#include "base/str.h"

enum { COLS = 80, ROWS = 24 };

struct page *
words_page(struct arena *a, const struct messages *m, bool trial,
	   const char *place)
{
	if (trial)
		place = arena_printf(a, "%s  %s", T(m, "TRIAL"), place);
	return page_new(a, place);
}

const char *
words_lang(const struct messages *m, const char *lang)
{
	static const struct {
		const char *lang, *name;
	} names[] = {
		{ "en", N_("English") },
		{ "de", N_("German") },
		{ "ru", N_("Russian") },
	};

	for (size_t i = 0; i < NELEM(names); i++)
		if (str_eq(names[i].lang, lang))
			return messages_get(m, names[i].name);
	return lang;
}

void
words_list_add(struct arena *a, const char **s, const char *word)
{
	*s = *s == NULL ? word : arena_printf(a, "%s, %s", *s, word);
}

const char *
words_mood(const struct messages *m, int mood)
{
	static const char *const looks[] = {
		N_("very angry"), N_("angry"),	 N_("put out"),
		N_("calm"),	  N_("at ease"), N_("pleased"),
		N_("delighted"),
	};

	if (mood < -3)
		mood = -3;
	if (mood > 3)
		mood = 3;
	return messages_get(m, looks[mood + 3]);
}

const char *
words_scale(struct arena *a, const struct messages *m, int mood)
{
	char bar[] = "[ . . . . . . . ]";

	if (mood < -3 || mood > 3)
		return "";
	bar[2 * (mood + 4)] = '#';
	return arena_printf(a, "%s   %s", bar,
			    arena_printf(a, T(m, "(%s on a scale from -3 to "
						 "+3)"),
					 mood == 0 ? "0" :
					 arena_printf(a, "%+d", mood)));
}

void
words_key(struct arena *a, const char **keys, const char *key)
{
	*keys = *keys == NULL ? key : arena_printf(a, "%s   %s", *keys, key);
}

bool
words_fit(const struct page *p, size_t rows)
{
	OWN(str_free) struct str out = { 0 };
	size_t n = 0;

	page_render(&out, p, PAGE_SCREEN, COLS, 0, NULL);
	for (const char *s = str_text(&out); *s != '\0'; s++)
		n += *s == '\n';
	return n + rows <= ROWS;
}
