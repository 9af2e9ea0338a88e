/* check's list of what was looked at, and its two halves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_CHECKING_H
#define PRESHIFT_CMD_CHECKING_H

#include "cmd/app.h"

/* Fine; to be looked at some time; or something that should hold does not. */
enum check_state { CHECK_FINE, CHECK_LOOK, CHECK_BROKEN };

struct checks {
	struct app *app;
	struct page *page;
	struct value *list;
	unsigned looks;
	bool broken;
	bool theirs; /* the house is another account's */
	enum err_kind kind; /* of the worst that is broken */
};

/* One line; NAME is for machines, TEXT in the reader's language. */
void check_add(struct checks *c, const char *name, enum check_state st,
	       const char *text);
/* Broken, for the reason WHY gives. */
void check_failed(struct checks *c, const char *name, const struct err *why);

/* check_computer.c: works without a house. */
void check_computer(struct checks *c);
/* check_printer.c: the one the house names, or the computer's own. */
void check_printer(struct checks *c);
/* check_house.c: the house that is open. AGAIN: old leftovers go. */
void check_house(struct checks *c, bool again);
/* Its backup place; without a house there is none yet. */
void check_backup(struct checks *c);
/* check_files.c: what lies beside its database. */
void check_files(struct checks *c, bool again);

#endif
