/* Changing what HR may change: settings and the handbook's values, which are
 * settings called value.ID.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_CHANGING_H
#define PRESHIFT_CMD_CHANGING_H

#include "cmd/app.h"

struct change {
	const char *name;
	const char *value; /* NULL: back to the default */
};

/* How a value is said; NULL as VALUE is the default's name. */
struct change_words {
	const char *(*say)(void *ctx, const char *value);
	void *ctx;
};

/* The log as it is now: whoever decides on a change has seen this. */
int changing_seen(struct app *, const char **ret, struct err *) MUST_CHECK;

/* Shows a person P, which says from what to what, and asks whether to sign:
 * cancelled, if not. Nobody is asked in a script. */
int changing_confirm(struct app *, struct page *p, struct err *) MUST_CHECK;

/* What the person saw who decides on it. */
struct change_seen {
	const char *log;         /* changing_seen() */
	const char *from, *said; /* the value, and as it was shown */
	const struct change_words *words;
};

/* Records N changes, the first of them of what was SEEN, as one list with one
 * signature: of who is logged in, or, for the one change of a setting house.…,
 * of the charter sheet. *RET_NEWS says what was done, *RET_D is for its result.
 * REFUSED if one of them was changed meanwhile; the sentence says by whom and
 * what it is now: at the prompt that is the news, and no error. */
int changing_record(struct app *, const struct change *v, size_t n,
		    const struct change_seen *, const char **ret_news,
		    struct value **ret_d, struct err *) MUST_CHECK;

/* The newest changes: a table on P, a list "changes" in D. */
int changing_history(struct app *, const char *name,
		     const struct change_words *, struct page *p,
		     struct value *d, struct err *) MUST_CHECK;

/* At the prompt: the next number on P, for a command line. Elsewhere
 * nothing. */
struct change_keys { struct page *p; unsigned n; };
void changing_key(struct app *, struct change_keys *, const char *label,
		  const char *line);

/* What was typed, short enough for a sentence. */
const char *changing_typed(struct app *, const char *typed);
/* A list of words that ends in NULL, with one space between; NULL: none. */
const char *changing_joined(struct app *, const char *const *words);

#endif
