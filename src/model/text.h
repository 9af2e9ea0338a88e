/* Translatable text: one id, the source's words, and a language's words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_TEXT_H
#define PRESHIFT_MODEL_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* What a text must keep to in every language. */
struct text_rule {
	unsigned chars;    /* characters at most, 0: no limit */
	unsigned bytes;    /* bytes of UTF-8 at most, 0: no limit */
	bool edition_line; /* it becomes a line of an edition's text: it may not
			    * begin like a mark of that format */
};

/* One text of a document. `n` is its place in document.texts: a translation
 * is an array over the same places. White space in `s` is folded. */
struct text {
	const char *id;
	const char *s;
	size_t n;
	unsigned line;
	const struct text_rule *rule; /* NULL: none */
};

/* What every content document has. */
struct document {
	const char *id;
	const char *lang;    /* xml:lang of the source */
	unsigned version;
	const char *path;    /* the file read, for messages */
	struct text **texts; /* in document order */
	size_t ntexts, captexts;
};

/* A document's words in one language. targets[n] is NULL where the unit is
 * missing or stale (its source is not the text's any more). */
struct translation {
	const char *lang;
	const char *path;
	const char **targets;
	size_t n;
	size_t missing, stale;
	const unsigned *lines; /* of the unit in its file, 0: none; or NULL */
	const bool *is_stale;  /* or NULL */
	const char **old;      /* words of stale units; or NULL */
};

/* The text in that language, else in the source's. TR NULL: the source. */
const char *text_in(const struct text *t, const struct translation *tr);
/* Whether the words shown are in the language asked. */
bool text_is_fresh(const struct text *t, const struct translation *tr);

/* S in the quotation marks of LANG; quotations within it get the inner ones.
 * An unknown language quotes as English does. */
const char *text_quoted(struct arena *a, const char *lang, const char *s);

/* A copy in which every run of white space (XML 1.0, 2.3) is one space, none
 * at the ends. This is how sources are compared with translations. */
char *text_fold_space(struct arena *a, const char *s);

/* How many words S has: what spaces part. */
size_t text_words(const char *s);

/* Adds a text to the document; ID and S are copied, white space in S is
 * folded. Ids must be unique: the reader checks. */
struct text *document_add_text(struct arena *a, struct document *d,
			       const char *id, const char *s, unsigned line);

/* `[a-z0-9][a-z0-9.-]{0,63}` */
bool id_valid(const char *s);
/* Staff numbers: `[A-Z0-9]{1,12}` */
bool number_valid(const char *s);

#endif
