/* Errors travel as values: a kind for code, a sentence for people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_ERR_H
#define PRESHIFT_BASE_ERR_H

#include "base/own.h"

struct messages;

/* A kind exists because main maps it to another exit code; the value is that
 * code. */
enum err_kind {
	ERR_NONE = 0,
	ERR_FAILED = 1,  /* no house, newer schema, read-only, full, busy */
	ERR_USAGE = 2,   /* unknown word, missing argument or script answer */
	ERR_UNTRUE = 3,  /* what should hold does not: signature, proof, log */
	ERR_REFUSED = 4, /* rights, policy, locked, wrong passphrase or code */
	ERR_CONTENT = 5, /* XML, DOCTYPE, CSV line */
};

/* One error. `m` is the catalogue its sentences are translated with (NULL:
 * English); it is borrowed and must outlive the error. `text` is UTF-8, one
 * or more whole lines without a final newline, cut at a character boundary.
 * `cancelled` tells "the person put it away" (Ctrl-C, end of input, 0) from
 * a failure: nothing is printed then. `wrong_secret`: what was typed is not
 * the passphrase; it can be tried again. */
struct err {
	const struct messages *m;
	enum err_kind kind;
	unsigned cancelled;
	unsigned wrong_secret;
	char text[1024];
};

void err_init(struct err *e, const struct messages *m);
void err_clear(struct err *e);

/* Sets kind and text; FMT is an English msgid and is translated here.
 * Arguments may be UTF-8 from outside: control characters are replaced.
 * Returns -1, so that callers write `return err_set(...)`. */
int err_set(struct err *e, enum err_kind k, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

/* "CONTEXT: old text", keeps the kind. Returns -1. */
int err_wrap(struct err *e, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Why the system said no (an errno), and what to do, in the language of E: the
 * last argument of an err_set. Good until E is set. */
const char *err_reason(struct err *e, int number);

/* Marks that the person put the conversation away. Returns -1. */
int err_cancel(struct err *e);

/* The word of a kind in JSON: failed usage untrue refused content. */
const char *err_word(enum err_kind k);

#endif
