/* Programs of the system as a tool for one job (base/tool.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"

enum { OUTPUT_MAX = 64 << 10 };

extern char **environ;

/* The input as a file without a name: it can be read however slowly. */
static int
input_of(const char *in, size_t n, struct err *e)
{
	FILE *f = tmpfile();
	int fd = -1;

	if (f != NULL && fwrite(in, 1, n, f) == n && fflush(f) == 0 &&
	    lseek(fileno(f), 0, SEEK_SET) == 0)
		fd = fcntl(fileno(f), F_DUPFD_CLOEXEC, 3);
	if (fd < 0)
		(void)!err_set(e, ERR_FAILED, "cannot keep what is to be "
			       "printed: %s", err_reason(e, errno));
	if (f != NULL)
		fclose(f);
	return fd;
}

/* The environment as it is, but with messages in English: they are read. */
static const char **
environment(void)
{
	size_t n = 0, k = 0;
	const char **v;

	while (environ[n] != NULL)
		n++;
	v = calloc(n + 2, sizeof(*v));
	if (v == NULL)
		own_no_memory();
	for (size_t i = 0; i < n; i++)
		if (!str_starts(environ[i], "LC_ALL="))
			v[k++] = environ[i];
	v[k] = "LC_ALL=C.UTF-8";
	return v;
}

static int
start(const char *const *argv, int in, int out, pid_t *ret, struct err *e)
{
	posix_spawn_file_actions_t f;
	posix_spawnattr_t at;
	sigset_t none, usual;
	const char **env = environment();
	int rc;

	/* Signals that this program holds or passes over are as usual there. */
	sigemptyset(&none);
	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	sigaddset(&usual, SIGXFSZ);
	posix_spawn_file_actions_init(&f);
	posix_spawn_file_actions_adddup2(&f, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&f, out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&f, out, STDERR_FILENO);
	posix_spawnattr_init(&at);
	posix_spawnattr_setsigmask(&at, &none);
	posix_spawnattr_setsigdefault(&at, &usual);
	posix_spawnattr_setpgroup(&at, 0); /* Ctrl-C is not for it */
	posix_spawnattr_setflags(&at, POSIX_SPAWN_SETSIGMASK |
				 POSIX_SPAWN_SETSIGDEF |
				 POSIX_SPAWN_SETPGROUP);
	rc = posix_spawnp(ret, argv[0], &f, &at, (char *const *)(uintptr_t)argv,
			  (char *const *)(uintptr_t)env);
	posix_spawnattr_destroy(&at);
	posix_spawn_file_actions_destroy(&f);
	free((void *)env);
	if (rc == ENOENT)
		return err_set(e, ERR_FAILED, "there is no program '%s' on "
			       "this computer", argv[0]);
	if (rc != 0)
		return err_set(e, ERR_FAILED, "cannot start '%s': %s", argv[0],
			       err_reason(e, rc));
	return 0;
}

static int64_t
now_ms(void)
{
	const struct clock c = { 0 }; /* the system's */

	return clock_mono_ms(&c);
}

/* Until it closed its output, or UNTIL. */
static void
listen_to(int fd, struct str *out, int64_t until)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	char buf[4096];
	int64_t left;
	ssize_t k;

	for (;;) {
		left = until - now_ms();
		if (left <= 0)
			return;
		if (poll(&p, 1, (int)left) < 0 && errno != EINTR)
			return;
		if (p.revents == 0)
			continue;
		k = read(fd, buf, sizeof(buf));
		if (k == 0 || (k < 0 && errno != EINTR))
			return;
		if (k > 0 && out->n < OUTPUT_MAX)
			str_addn(out, buf, (size_t)k);
	}
}

/* Its end, or false at UNTIL. */
static bool
ended(pid_t pid, int *ret_status, int64_t until)
{
	static const struct timespec nap = { .tv_nsec = 5000000 };

	for (;;) {
		pid_t k = waitpid(pid, ret_status, WNOHANG);

		if (k == pid || (k < 0 && errno != EINTR))
			return true;
		if (now_ms() >= until)
			return false;
		nanosleep(&nap, NULL);
	}
}

/* The last line of what it said. */
static const char *
last_words(struct str *s)
{
	char *p;

	str_add(s, "");
	while (s->n > 0 && (s->s[s->n - 1] == '\n' || s->s[s->n - 1] == ' '))
		s->s[--s->n] = '\0';
	p = s->n > 0 ? strrchr(s->s, '\n') : NULL;
	return p != NULL ? p + 1 : str_text(s);
}

static int
wait_for_end(const char *name, pid_t pid, int fd, struct str *out,
	     unsigned seconds, struct err *e)
{
	OWN(str_free) struct str said = { 0 };
	int64_t until = now_ms() + (int64_t)seconds * 1000;
	int status = 0;

	listen_to(fd, &said, until);
	if (!ended(pid, &status, until)) {
		(void)kill(-pid, SIGKILL);
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			;
		return err_set(e, ERR_FAILED, "'%s' did not answer within %u "
			       "seconds", name, seconds);
	}
	if (said.n > 0)
		str_addn(out, said.s, said.n);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return err_set(e, ERR_FAILED, "'%s' says: %s", name,
			       said.n > 0 ? last_words(&said) : "-");
	return 0;
}

int
tool_run(const char *const *argv, const char *in, size_t n, struct str *out,
	 unsigned seconds, struct err *e)
{
	int fd = input_of(in, n, e), ends[2], rc;
	pid_t pid = 0;

	if (fd < 0)
		return -1;
	if (pipe2(ends, O_CLOEXEC) != 0) {
		close(fd);
		return err_set(e, ERR_FAILED, "cannot start '%s': %s", argv[0],
			       err_reason(e, errno));
	}
	rc = start(argv, fd, ends[1], &pid, e);
	close(fd);
	close(ends[1]);
	if (rc == 0)
		rc = wait_for_end(argv[0], pid, ends[0], out, seconds, e);
	close(ends[0]);
	return rc;
}
