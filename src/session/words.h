/* Words that drills, reading and signing share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_WORDS_H
#define PRESHIFT_SESSION_WORDS_H

#include "base/messages.h"
#include "model/page.h"

#define T(m, s) messages_get((m), (s))

/* A page that says where you are, and that the house is a trial one. */
struct page *words_page(struct arena *a, const struct messages *m, bool trial,
			const char *place);

/* "Russian" in the language of M; an unknown code stands for itself. */
const char *words_lang(const struct messages *m, const char *lang);

/* "first, second" into *S, which may be NULL: the first. */
void words_list_add(struct arena *a, const char **s, const char *word);

/* How a mood of -3 … 3 looks, and the same as a scale. */
const char *words_mood(const struct messages *m, int mood);
const char *words_scale(struct arena *a, const struct messages *m, int mood);

/* One more key for the last lines of a page. */
void words_key(struct arena *a, const char **keys, const char *key);

/* Whether P fits a terminal of 80x24, with ROWS lines left for what is said
 * and asked under it. */
bool words_fit(const struct page *p, size_t rows);

#endif
