/* Results as files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_RESULT_H
#define PRESHIFT_CMD_RESULT_H

#include "cmd/app.h"

/* The line under a result that says in which file it is (`PATH`). */
int result_saved(struct app *, const char *path, struct err *) MUST_CHECK;
/* Where a file called NAME ("acks-2026-11-21") with EXT (".csv") goes, if
 * nobody said it: the folder DIR, or a stick that a person at a terminal
 * chooses. Never one that is there already. */
int result_place(struct app *, const char *dir, const char *name,
		 const char *ext, const char **ret, struct err *) MUST_CHECK;

/* At the prompt: the keys below what is no place of its own. */
const char *result_keys(struct app *);

#endif
