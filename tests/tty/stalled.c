/* A terminal that nobody reads for a while: stalled SECONDS FIRST KEYS LAST
 * PROGRAM ARG... types KEYS when the program has said FIRST, looks away, and
 * prints what came until it said LAST. Then the window is closed; exits as the
 * program does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/bench/pty.h"

int
main(int argc, char **argv)
{
	static struct pty t;
	struct rusage used;

	if (argc < 6)
		bench_stop("stalled SECONDS FIRST KEYS LAST PROGRAM ARG...");
	pty_start(&t, argv + 5);
	if (pty_until(&t, argv[2]) != 0)
		bench_stop("no '%s' came, but:\n%s", argv[2], t.seen);
	pty_type(&t, argv[3]);
	sleep((unsigned)strtoul(argv[1], NULL, 10));
	if (pty_until(&t, argv[4]) != 0)
		bench_stop("no '%s' came, but:\n%s", argv[4], t.seen);
	fputs(t.seen, stdout);
	close(t.fd);
	return pty_reap(t.pid, &used);
}
