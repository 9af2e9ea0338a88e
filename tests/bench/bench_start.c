/* From exec to the first prompt of PROGRAM in HOUSE, on a terminal, and to the
 * first question of a lineup, against sqlite3's count of the leaves of the
 * same file; and the memory it took.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bench.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pty.h"

enum { ROUNDS = 15, LINEUPS = 3 };

static double
run_ours(char *program, char *house, double *ret_mib)
{
	static struct pty t;
	struct rusage used;
	double began, took;

	began = bench_ms();
	pty_preshift(&t, program, house);
	took = bench_ms() - began;
	pty_type(&t, "\004");
	if (pty_until(&t, NULL) != 0 || pty_reap(t.pid, &used) != 0)
		bench_stop("'%s' does not leave at the end of input", program);
	close(t.fd);
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
	return pty_reap(pid, &used) == code ? bench_ms() - began : 0;
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
