/* From exec to the first prompt of PROGRAM in HOUSE, on a terminal, and to the
 * first question of a lineup, against sqlite3's count of the leaves of the
 * same file; and the memory it took.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bench.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 15, LINEUPS = 3, DEADLINE_MS = 30000, SEEN = 1 << 16 };

#define PROMPT "? for help: "

/* The exit code of a child; -1 if a signal ended it. */
static int
reap(pid_t pid, struct rusage *ret)
{
	int status;

	while (wait4(pid, &status, 0, ret) < 0)
		if (errno != EINTR)
			bench_stop("wait4: %s", strerror(errno));
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Reads until WORDS came (NULL: until nobody writes any more). */
static int
read_until(int fd, const char *words, char *seen)
{
	size_t n = 0;

	seen[0] = '\0';
	for (;;) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		ssize_t got;

		if (poll(&p, 1, DEADLINE_MS) <= 0)
			return -1;
		got = read(fd, seen + n, SEEN - 1 - n);
		if (got <= 0)
			return words == NULL ? 0 : -1;
		n += (size_t)got;
		seen[n] = '\0';
		if (words == NULL)
			n = 0;
		else if (strstr(seen, words) != NULL)
			return 0;
	}
}

static double
run_ours(const char *program, const char *house, double *ret_mib)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	struct rusage used;
	char seen[SEEN];
	double began, took;
	pid_t pid;
	int fd;

	began = bench_ms();
	pid = forkpty(&fd, NULL, NULL, &size);
	if (pid < 0)
		bench_stop("no terminal: %s", strerror(errno));
	if (pid == 0) {
		execl(program, program, "--site", house, "--lang", "en",
		      (char *)NULL);
		_exit(127);
	}
	if (read_until(fd, PROMPT, seen) != 0)
		bench_stop("no prompt came, but:\n%s", seen);
	took = bench_ms() - began;
	if (write(fd, "\004", 1) != 1 || read_until(fd, NULL, seen) != 0 ||
	    reap(pid, &used) != 0)
		bench_stop("'%s' does not leave at the end of input", program);
	close(fd);
	*ret_mib = (double)used.ru_maxrss / 1024;
	return took;
}

/* Runs A B C D with nothing to read and nowhere to write. 0 if it does not
 * leave with CODE. */
static double
run_to_end(const char *a, const char *b, const char *c, const char *d, int code)
{
	double began = bench_ms();
	struct rusage used;
	pid_t pid = fork();

	if (pid < 0)
		bench_stop("fork: %s", strerror(errno));
	if (pid == 0) {
		int null = open("/dev/null", O_RDWR | O_CLOEXEC);

		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execlp(a, a, b, c, d, (char *)NULL);
		_exit(127);
	}
	return reap(pid, &used) == code ? bench_ms() - began : 0;
}

/* None if there is no sqlite3: then only the limit in milliseconds counts. */
static double
run_reference(const char *house)
{
	OWN(arena_free) struct arena a = { 0 };

	return run_to_end("sqlite3", arena_printf(&a, "%s/house.db", house),
			  "select count(*) from leaf", NULL, 0);
}

/* A script without answers ends at the first question. */
static double
run_lineup(const char *program, const char *house)
{
	double took = run_to_end(program, "--site", house, "lineup", ERR_USAGE);

	if (took <= 0)
		bench_stop("a lineup does not begin");
	return took;
}

int
main(int argc, char **argv)
{
	struct bench b = {
		.name = "start", .unit = "ms", .ratio = 2, .floor = 30
	};
	struct bench l = { .name = "lineup-start", .unit = "ms", .floor = 300 };
	struct bench m = { .name = "start-memory", .unit = "MiB", .floor = 32 };
	double ours[ROUNDS], reference[ROUNDS], lineup[LINEUPS], mib[ROUNDS];

	if (argc != 3)
		bench_stop("bench_start PROGRAM HOUSE");
	setenv("TERM", "xterm", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	run_ours(argv[1], argv[2], &mib[0]); /* fills caches */
	for (size_t i = 0; i < ROUNDS; i++) {
		reference[i] = run_reference(argv[2]);
		ours[i] = run_ours(argv[1], argv[2], &mib[i]);
	}
	for (size_t i = 0; i < LINEUPS; i++)
		lineup[i] = run_lineup(argv[1], argv[2]);
	b.ours = bench_median(ours, ROUNDS);
	b.reference = bench_median(reference, ROUNDS);
	l.ours = bench_median(lineup, LINEUPS);
	l.reference = b.reference;
	m.ours = bench_median(mib, ROUNDS);
	return bench_report(&b) | bench_report(&m) | bench_report(&l);
}
