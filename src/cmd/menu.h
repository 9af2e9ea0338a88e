/* What can be chosen where: first start, door, home by role.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_MENU_H
#define PRESHIFT_CMD_MENU_H

#include "cmd/app.h"

/* The page of a menu. NAME NULL: the one of who is here now. */
int menu_page(struct app *, const char *name, struct page **ret, struct err *)
	MUST_CHECK;
/* The command line a number stands for on it; one that begins with ':' ("de",
 * "next") is a language, with '@' the name of another menu. NULL: none. */
const char *menu_line(struct app *, const char *name, const char *number);

/* The number at which that command line stands in the menu of who is here; NULL:
 * nowhere, or nobody sits at the prompt. */
const char *menu_key(struct app *, const char *line);

/* The command line of entry I of all menus, NULL behind the last: a test looks
 * that each is one. */
const char *menu_entry(size_t i);

#endif
