/* The program's own messages in a person's language: a reader of gettext's
 * compiled .mo files that does not depend on the process's locale.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_MESSAGES_H
#define PRESHIFT_BASE_MESSAGES_H

#include "base/err.h"

struct messages; /* immutable once open */

/* DIR/LANG.mo; "en" needs no file. The caller frees. A damaged file: FAILED
 * (GNU gettext manual 10.3 "The Format of GNU MO Files"). */
int messages_open(const char *dir, const char *lang, struct messages **ret,
		  struct err *e) MUST_CHECK;
void messages_free(struct messages *m); /* NULL is fine */
const char *messages_lang(const struct messages *m); /* NULL: "en" */

/* The translation of ID, or ID itself. M may be NULL. The result lives as
 * long as M (or ID). */
const char *messages_get(const struct messages *m, const char *id)
	__attribute__((format_arg(2)));
const char *messages_nget(const struct messages *m, const char *one,
			  const char *many, unsigned long n)
	__attribute__((format_arg(2), format_arg(3)));
/* With a context (msgctxt): the same word in two meanings. */
const char *messages_pget(const struct messages *m, const char *ctxt,
			  const char *id);

#endif
