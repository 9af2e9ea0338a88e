/* The folder that an account shares with the house (cmd/exchange.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/exchange.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "base/tool.h"

enum { TOOL_SECONDS = 10 };

/* Sudo says who came. It is a name of a folder here: nothing else is taken. */
static const char *
account(void)
{
	const char *who = getenv("SUDO_USER");

	if (who == NULL || *who == '\0' || *who == '.' ||
	    strchr(who, '/') != NULL)
		return NULL;
	return who;
}

/* Their number, for the rights; NULL: the house is opened by its own. */
static const char *
account_id(void)
{
	const char *id = getenv("SUDO_UID");

	return id == NULL || *id == '\0' ||
	       id[strspn(id, "0123456789")] != '\0' ? NULL : id;
}

const char *
exchange_dir(struct app *app)
{
	const char *dir = getenv("PRESHIFT_EXCHANGE");

	if (dir == NULL || *dir != '/' || account() == NULL ||
	    account_id() == NULL)
		return app_path(app, "out");
	return path_join(app->a, dir, account());
}

/* Rights for one account more, beside the owner's (POSIX.1e draft 17). */
static bool
allow(const char *rights, const char *path)
{
	OWN(str_free) struct str said = { 0 };
	const char *const argv[] = { "setfacl", "-m", rights, path, NULL };
	struct err none;

	err_init(&none, NULL);
	return tool_run(argv, "", 0, &said, TOOL_SECONDS, &none) == 0;
}

int
exchange_make(struct app *app, const char *dir, struct err *e)
{
	const char *id = account_id();

	if (file_make_dirs(dir, 0700, e) != 0)
		return -1;
	/* What either puts there later both can open. That it failed shows
	 * at the first file. */
	if (id != NULL && str_eq(dir, exchange_dir(app)))
		(void)allow(arena_printf(app->a, "u:%s:rwx,d:u:%s:rw,"
						 "d:u:%lu:rw", id, id,
					 (unsigned long)geteuid()), dir);
	return 0;
}

const char *
exchange_path(struct app *app, const char *path)
{
	char *real = realpath(path, NULL);

	if (real != NULL)
		path = arena_strdup(app->a, real);
	free(real);
	return path;
}

const char *
exchange_words(struct app *app, const char *path)
{
	const char *id = account_id();

	path = exchange_path(app, path);
	if (id == NULL || allow(arena_printf(app->a, "u:%s:rw", id), path))
		return path;
	return arena_printf(app->a, T(app, "%s (only the house's account can "
					   "open it: whoever looks after the "
					   "computer types sudo apt install "
					   "acl)"), path);
}
