/* A program on a terminal of its own, 80x24.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BENCH_PTY_H
#define PRESHIFT_BENCH_PTY_H

#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>

enum { PTY_SEEN = 1 << 20 };

struct pty {
	pid_t pid;
	int fd;
	char seen[PTY_SEEN]; /* what it wrote since pty_until was called */
};

void pty_start(struct pty *t, char *const argv[]);
/* The prompt of preshift at PROGRAM, in HOUSE. */
#define PTY_PROMPT "? for help: "
void pty_preshift(struct pty *t, char *program, char *house);
void pty_type(struct pty *t, const char *keys);
/* Reads until WORDS came (NULL: until nobody writes any more). -1 if they do
 * not. */
int pty_until(struct pty *t, const char *words);
/* Reads what is there, until nothing comes for MS. */
void pty_drain(struct pty *t, int ms);
/* Waits for the end; the exit code, -1 if a signal ended it. */
int pty_reap(pid_t pid, struct rusage *ret);

#endif
