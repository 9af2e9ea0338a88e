/* check: whether the printer answers, as CUPS tells it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/checking.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"

/* Milliseconds; a printer that is off makes its server wait. */
enum { LPSTAT_WAITS = 5000, LPSTAT_SAYS = 4096 };

/* How a helper program ended. */
enum told { TOLD, TOLD_NOTHING, TOLD_NOT_THERE };

/* Reads what FD gives until its end; -1: it took too long. */
static int
read_answer(int fd, const struct clock *clock, char *buf, size_t size)
{
	int64_t until = clock_mono_ms(clock) + LPSTAT_WAITS, left;
	struct pollfd p = { .fd = fd, .events = POLLIN };
	ssize_t got = 1;
	size_t n = 0;

	while (got > 0 && n + 1 < size) {
		left = until - clock_mono_ms(clock);
		if (left <= 0)
			return -1;
		/* Else reading could wait for ever. */
		if (poll(&p, 1, (int)left) <= 0)
			continue;
		got = read(fd, buf + n, size - n - 1);
		if (got > 0)
			n += (size_t)got;
		else if (got < 0 && errno == EINTR)
			got = 1;
	}
	buf[n] = '\0';
	return 0;
}

/* Runs ARGV with OUT as its standard output, in English, without a shell. */
static int
start_program(struct app *app, const char *const *argv, int out, pid_t *ret)
{
	static const char *const kept[] = { "PATH", "HOME", "CUPS_SERVER" };
	const char *env[NELEM(kept) + 2] = { "LC_ALL=C" };
	posix_spawn_file_actions_t acts;
	size_t n = 1;
	int rc;

	for (size_t i = 0; i < NELEM(kept); i++) {
		const char *v = getenv(kept[i]);

		if (v != NULL)
			env[n++] = arena_printf(app->a, "%s=%s", kept[i], v);
	}
	if (posix_spawn_file_actions_init(&acts) != 0)
		return -1;
	rc = posix_spawn_file_actions_addopen(&acts, STDIN_FILENO, "/dev/null",
					      O_RDONLY, 0);
	if (rc == 0)
		rc = posix_spawn_file_actions_adddup2(&acts, out,
						      STDOUT_FILENO);
	if (rc == 0)
		rc = posix_spawn_file_actions_addopen(&acts, STDERR_FILENO,
						      "/dev/null", O_WRONLY,
						      0);
	if (rc == 0)
		rc = posix_spawnp(ret, argv[0], &acts, NULL,
				  (char *const *)(uintptr_t)argv,
				  (char *const *)(uintptr_t)env);
	posix_spawn_file_actions_destroy(&acts);
	return rc == 0 ? 0 : -1;
}

static enum told
run_program(struct app *app, const char *const *argv, char *buf, size_t size)
{
	int fds[2], status = 0, rc;
	pid_t pid;

	if (pipe2(fds, O_CLOEXEC) != 0)
		return TOLD_NOTHING;
	rc = start_program(app, argv, fds[1], &pid);
	close(fds[1]);
	if (rc != 0) {
		close(fds[0]);
		return TOLD_NOT_THERE;
	}
	rc = read_answer(fds[0], &app->clock, buf, size);
	close(fds[0]);
	if (rc != 0)
		(void)kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) == -1 && errno == EINTR)
		;
	return rc == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ?
		       TOLD : TOLD_NOTHING;
}

/* The house's printer, or that of the computer; "" none. */
static enum told
find_printer(struct app *app, const char **ret)
{
	static const char *const argv[] = { "lpstat", "-d", NULL };
	char said[LPSTAT_SAYS];
	const char *name = "none";
	enum told told;
	struct err e;

	err_init(&e, NULL);
	if (app->store != NULL &&
	    app_setting(app, "printer", &name, &e) != 0)
		name = "none";
	told = run_program(app, argv, said, sizeof(said));
	if (told == TOLD && str_eq(name, "none")) {
		/* "system default destination: Office" */
		name = strchr(said, ':');
		name = name == NULL ? "" : name + 1 + strspn(name + 1, " ");
		name = arena_strndup(app->a, name, strcspn(name, "\n/"));
	}
	*ret = str_eq(name, "none") ? "" : name;
	return told == TOLD_NOT_THERE ? told : TOLD;
}

void
check_printer(struct checks *c)
{
	struct app *app = c->app;
	const char *name;
	char said[LPSTAT_SAYS];

	if (find_printer(app, &name) == TOLD_NOT_THERE) {
		check_add(c, "printer", CHECK_LOOK,
			  T(app, "No printer: sudo apt install cups, then set "
				 "one up; until then nothing is printed"));
		return;
	}
	if (*name == '\0') {
		check_add(c, "printer", CHECK_LOOK,
			  T(app, "No printer is set up yet: nothing can be "
				 "printed"));
		return;
	}

	const char *const argv[] = { "lpstat", "-p", name, NULL };

	/* "printer Office is idle.  enabled since …" */
	if (run_program(app, argv, said, sizeof(said)) == TOLD &&
	    strstr(said, "enabled since") != NULL)
		check_add(c, "printer", CHECK_FINE,
			  arena_printf(app->a, T(app, "Printer '%s' answers"),
				       name));
	else
		check_add(c, "printer", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "Printer '%s' does not answer: "
					      "is it switched on? lpstat -p "
					      "tells more"), name));
}
