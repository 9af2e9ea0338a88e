/* Another program writes: the person's editor, on a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Whether one of the folders of PATH has such a program. */
static bool
is_there(const char *name)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *path = getenv("PATH");

	while (path != NULL && *path != '\0') {
		size_t n = strcspn(path, ":");

		if (n > 0 && access(arena_printf(&a, "%.*s/%s", (int)n, path,
						 name), X_OK) == 0)
			return true;
		path += n + (path[n] == ':');
	}
	return false;
}

/* Whoever comes by sudo or sits at a kiosk is here as the account that owns the
 * house, and may not get a shell of it. */
static bool
is_lent(void)
{
	return getenv("SUDO_UID") != NULL || getenv("PRESHIFT_KIOSK") != NULL;
}

/* nano can be told to open nothing else, other editors cannot. Its own settings
 * could break lines, and a line is a paragraph. */
static const char *
chosen(void)
{
	static const char *const names[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; !is_lent() && i < NELEM(names); i++) {
		const char *s = getenv(names[i]);

		if (s != NULL && *s != '\0')
			return s;
	}
	if (!is_there("nano"))
		return NULL;
	/* Restricted it keeps no words when its window is closed. */
	return is_lent() ?
	       "nano --restricted --ignorercfiles --softwrap --atblanks" :
	       "nano --ignorercfiles --softwrap --atblanks";
}

/* What the program ignores the editor need not. */
static int
start(const char *command, const char *path, pid_t *ret)
{
	OWN(arena_free) struct arena a = { 0 };
	char *argv[] = { arena_strdup(&a, "sh"), arena_strdup(&a, "-c"),
			 arena_printf(&a, "%s \"$1\"", command),
			 arena_strdup(&a, "sh"), arena_strdup(&a, path),
			 NULL };
	posix_spawnattr_t attr;
	sigset_t defaults;
	int rc;

	sigemptyset(&defaults);
	sigaddset(&defaults, SIGXFSZ);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigdefault(&attr, &defaults);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
	rc = posix_spawnp(ret, "sh", NULL, &attr, argv, environ);
	posix_spawnattr_destroy(&attr);
	return rc;
}

int
ui_edit(struct ui *u, const char *path, struct err *e)
{
	const char *command = chosen();
	int rc, status = 0;
	pid_t pid;

	if (command == NULL)
		return err_set(e, ERR_FAILED, "there is no editor on this "
			       "computer: save the text as a file for Word, "
			       "or let somebody install nano");
	fflush(stdout);
	ui_lend(u);
	rc = start(command, path, &pid);
	while (rc == 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	ui_take_back(u);
	if (rc != 0)
		return err_set(e, ERR_FAILED, "the editor '%s' could not be "
			       "started: %s", command, err_reason(e, rc));
	if (status != 0)
		return err_set(e, ERR_FAILED, "the editor '%s' ended with an "
			       "error", command);
	return 0;
}
