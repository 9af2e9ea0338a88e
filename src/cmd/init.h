/* What a house is made from, as words or as answers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_INIT_H
#define PRESHIFT_CMD_INIT_H

#include "cmd/founding.h"

struct init_words {
	const char *name, *id, *langs, *zone, *sheet;
	struct opt_list hr; /* "NUMBER:NAME" */
};

/* ---- init.c: whether an answer will do; USAGE says why not ---- */

int init_check_name(struct app *, const char *s, struct err *) MUST_CHECK;
int init_check_id(struct app *, const char *s, struct err *) MUST_CHECK;
/* "en,de,ru" as "en de ru", each known, none twice. */
int init_read_langs(struct app *, const char *s, const char **ret,
		    struct err *) MUST_CHECK;

/* ---- init_ask.c ---- */

/* At a terminal: asks for what the words leave out, each answer checked at
 * once, and whether all of it is right. */
int init_ask(struct app *, struct init_words *, struct err *) MUST_CHECK;

#endif
