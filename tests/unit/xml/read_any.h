/* Reads any document of ours and lints it, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_READ_ANY_H
#define PRESHIFT_TESTS_READ_ANY_H

#include "xml/content.h"

/* What was read; only one of them is set. */
struct any {
	int rc; /* of reading */
	struct drill *drill;
	struct commandments *commandments;
	struct handbook *handbook;
	struct translation *translation;
	struct err e;
	struct findings f;
};

/* The source folder: $top_srcdir, or the one above when it is not set. */
const char *source_path(struct arena *a, const char *rest);

/* Reads the N bytes at S and, if that goes well, lints them. OF: the document
 * that a translation belongs to. */
struct any read_bytes(struct arena *a, const char *file, const char *s,
		      size_t n, const struct document *of);
struct any read_path(struct arena *a, const char *path,
		     const struct document *of);
const struct document *any_document(const struct any *x);

/* How many findings have CODE (NULL: all). */
size_t count_code(const struct any *x, const char *code);
/* The first finding of CODE as "line:column: text"; "" if there is none. */
const char *first_of(struct arena *a, const struct any *x, const char *code);
/* Prints all findings. */
void show(const struct any *x);

#endif
