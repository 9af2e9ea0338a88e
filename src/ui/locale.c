/* What must hold before readline starts: terminals, and a locale that knows
 * letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/ui.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/str.h"

bool
ui_at_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static bool
knows_utf8(void)
{
	return setlocale(LC_CTYPE, "") != NULL &&
	       str_eq(nl_langinfo(CODESET), "UTF-8");
}

/* setlocale(LC_CTYPE, "C.UTF-8") alone would not do: readline reads the
 * environment again, where LC_ALL goes before LC_CTYPE. */
void
ui_locale(void)
{
	if (knows_utf8())
		return;
	unsetenv("LC_ALL");
	setenv("LC_CTYPE", "C.UTF-8", 1);
	setlocale(LC_CTYPE, "");
}
