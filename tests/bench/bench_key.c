/* From a key to the screen, at the prompt and in a lineup of PROGRAM in HOUSE;
 * and what the clock of a lineup costs while nobody presses one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bench.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "pty.h"

enum { ROUNDS = 60, KEYS = 4 * ROUNDS, COUNTDOWN_SECONDS = 10 };

#define PAGE "goes on: "
#define BACKSPACE "\177"

struct times {
	double ms[KEYS];
	size_t n;
};

/* KEYS, and how long it takes until the screen says WORDS. */
static void
measure(struct pty *t, struct times *v, const char *keys, const char *words)
{
	double began;

	pty_drain(t, 1);
	began = bench_ms();
	pty_type(t, keys);
	if (pty_until(t, words) != 0)
		bench_stop("no '%s' came, but:\n%s", words, t->seen);
	v->ms[v->n++] = bench_ms() - began;
}

static void
go(struct pty *t, const char *keys, const char *words)
{
	pty_type(t, keys);
	if (pty_until(t, words) != 0)
		bench_stop("no '%s' came, but:\n%s", words, t->seen);
}

/* Letters that are only shown, and the menu, drawn again. */
static void
at_prompt(struct pty *t, struct times *v)
{
	for (size_t i = 0; i < ROUNDS; i++) {
		measure(t, v, "q", "q");
		pty_type(t, BACKSPACE);
		measure(t, v, "\r", PTY_PROMPT);
	}
}

/* A page on and back: each is saved. The Backspace says that what comes is no
 * habit. */
static void
in_lineup(struct pty *t, struct times *v)
{
	go(t, "lineup\r", "to the end): "); /* of all who can lead */
	go(t, "1\r", "Here> ");
	go(t, "1-20\r", "Here> ");
	go(t, "\r", PAGE);
	for (size_t i = 0; i < ROUNDS; i++) {
		measure(t, v, "\r", PAGE);
		measure(t, v, "b", PAGE);
		pty_type(t, BACKSPACE);
	}
}

static double
cpu_ms(pid_t pid)
{
	struct timespec s;
	clockid_t c;

	if (clock_getcpuclockid(pid, &c) != 0 || clock_gettime(c, &s) != 0)
		bench_stop("the time of process %d can't be read", (int)pid);
	return (double)s.tv_sec * 1e3 + (double)s.tv_nsec / 1e6;
}

/* Per cent of a core. */
static double
countdown(struct pty *t)
{
	double cpu, began;

	pty_drain(t, 100);
	cpu = cpu_ms(t->pid);
	began = bench_ms();
	while (bench_ms() - began < COUNTDOWN_SECONDS * 1e3)
		pty_drain(t, 100);
	return (cpu_ms(t->pid) - cpu) / (bench_ms() - began) * 100;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	struct bench key = { .name = "key", .unit = "ms", .floor = 50 };
	struct bench down = { .name = "countdown", .unit = "%", .floor = 1 };
	static struct pty t;
	struct times v = { .n = 0 };
	struct rusage used;

	if (argc != 3)
		bench_stop("bench_key PROGRAM HOUSE");
	setenv("TERM", "xterm", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	pty_preshift(&t, argv[1], argv[2]);
	at_prompt(&t, &v);
	in_lineup(&t, &v);
	down.ours = countdown(&t);
	go(&t, "0\r", PTY_PROMPT);
	pty_type(&t, "\004");
	if (pty_until(&t, NULL) != 0 || pty_reap(t.pid, &used) != 0)
		bench_stop("'%s' does not leave at the end of input", argv[1]);
	qsort(v.ms, v.n, sizeof(*v.ms), by_size);
	key.ours = v.ms[(v.n * 99 + 99) / 100 - 1];
	return bench_report(&key) | bench_report(&down);
}
