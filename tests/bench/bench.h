/* What the benches share: time, medians, copies of drills, the line that says
 * what was measured.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BENCH_H
#define PRESHIFT_BENCH_H

#include "base/arena.h"
#include "base/err.h"

double bench_ms(void);                    /* monotonic, milliseconds */
double bench_median(double *v, size_t n); /* sorts V */
/* For what takes so long that something else always runs beside it: that only
 * ever adds. Sorts V. */
double bench_least(double *v, size_t n);

/* OURS and REFERENCE (0: none) in UNIT, measured in one run, alternating. It
 * holds if their ratio is at most RATIO, or OURS at most FLOOR; 0: no such
 * limit, and without either it always holds. */
struct bench {
	const char *name, *unit;
	double ours, reference, ratio, floor;
};
/* Prints "NAME: ours A, reference B, ratio R, limit L, holds" (or "falls
 * short"). The program's exit code: 0 holds, 1 falls short. */
int bench_report(const struct bench *b);

/* A drill and its translations, or a copy of them under another id. */
enum { DRILL_FILES = 3 };
struct bench_drill {
	const char *id;
	const char *path[DRILL_FILES]; /* "ID.xml", "de/ID.xlf", "ru/ID.xlf" */
	const char *text[DRILL_FILES];
	size_t n[DRILL_FILES];
};
/* N copies of the drills in DIR, by turns. */
struct bench_drill *bench_drills(struct arena *a, const char *dir, size_t n);

/* Something that has nothing to do with speed went wrong: exit 1. */
_Noreturn void bench_stop(const char *fmt, ...) PRINTF_LIKE(1, 2);
#define MUST(e, call)                                           \
	do {                                                    \
		if ((call) != 0)                                \
			bench_stop("%s: %s", #call, (e)->text); \
	} while (0)

#endif
