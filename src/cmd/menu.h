/* What can be chosen where: first start, door, home by role.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_MENU_H
#define PRESHIFT_CMD_MENU_H

#include "cmd/app.h"

/* The page of who is here now. */
int menu_page(struct app *, struct page **ret, struct err *) MUST_CHECK;
/* The command line a number stands for on it; a line that begins with ':'
 * ("de", "next") is a language. NULL: none. */
const char *menu_line(struct app *, const char *number);

#endif
