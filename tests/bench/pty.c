/* A program on a terminal of its own, 80x24.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

enum { DEADLINE_MS = 30000 };

void
pty_start(struct pty *t, char *const argv[])
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };

	t->pid = forkpty(&t->fd, NULL, NULL, &size);
	if (t->pid < 0)
		bench_stop("no terminal: %s", strerror(errno));
	if (t->pid == 0) {
		execv(argv[0], argv);
		_exit(127);
	}
}

void
pty_preshift(struct pty *t, char *program, char *house)
{
	char site[] = "--site", lang[] = "--lang", en[] = "en";

	pty_start(t, (char *[]){ program, site, house, lang, en, NULL });
	if (pty_until(t, PTY_PROMPT) != 0)
		bench_stop("no prompt came, but:\n%s", t->seen);
}

void
pty_type(struct pty *t, const char *keys)
{
	size_t n = strlen(keys);

	if (write(t->fd, keys, n) != (ssize_t)n)
		bench_stop("the terminal takes no keys: %s", strerror(errno));
}

int
pty_until(struct pty *t, const char *words)
{
	size_t n = 0;

	t->seen[0] = '\0';
	for (;;) {
		struct pollfd p = { .fd = t->fd, .events = POLLIN };
		ssize_t got;

		if (poll(&p, 1, DEADLINE_MS) <= 0)
			return -1;
		got = read(t->fd, t->seen + n, PTY_SEEN - 1 - n);
		if (got <= 0)
			return words == NULL ? 0 : -1;
		n += (size_t)got;
		t->seen[n] = '\0';
		if (words == NULL)
			n = 0;
		else if (strstr(t->seen, words) != NULL)
			return 0;
	}
}

void
pty_drain(struct pty *t, int ms)
{
	struct pollfd p = { .fd = t->fd, .events = POLLIN };

	while (poll(&p, 1, ms) > 0 && read(t->fd, t->seen, PTY_SEEN) > 0)
		;
}

int
pty_reap(pid_t pid, struct rusage *ret)
{
	int status;

	while (wait4(pid, &status, 0, ret) < 0)
		if (errno != EINTR)
			bench_stop("wait4: %s", strerror(errno));
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
