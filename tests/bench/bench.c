/* What the benches share: time, medians, copies of drills, the line that says
 * what was measured.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/str.h"

double
bench_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
bench_median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_size);
	return n % 2 != 0 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

double
bench_least(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_size);
	return v[0];
}

static void
print_amount(const char *what, double x, const char *unit)
{
	if (x > 0)
		printf("%s %.*f%s%s, ", what, x < 10 ? 3 : 1, x,
		       *unit != '\0' ? " " : "", unit);
	else
		printf("%s none, ", what);
}

int
bench_report(const struct bench *b)
{
	double ratio = b->reference > 0 ? b->ours / b->reference : 0;
	bool free = b->ratio <= 0 && b->floor <= 0;
	bool holds =
		free || (ratio > 0 && ratio <= b->ratio) || b->ours <= b->floor;

	printf("%s: ", b->name);
	print_amount("ours", b->ours, b->unit);
	print_amount("reference", b->reference, b->unit);
	print_amount("ratio", ratio, "");
	printf("limit ");
	if (b->ratio > 0)
		printf("%g", b->ratio);
	if (b->floor > 0)
		printf("%s%g %s", b->ratio > 0 ? " or " : "", b->floor,
		       b->unit);
	printf("%s, %s\n", free ? "none" : "", holds ? "holds" : "falls short");
	fflush(stdout);
	return holds ? 0 : 1;
}

void
bench_stop(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fputs("bench: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(1);
}

/* ---- drills ---- */

/* TEXT with the id OLD, and the file name OLD.xml, as NEW. */
static const char *
renamed(struct arena *a, const char *text, const char *old, const char *new,
	size_t *ret_n)
{
	OWN(str_free) struct str out = { 0 };
	const char *quoted = arena_printf(a, "\"%s", old);
	size_t skip = strlen(quoted);
	const char *p;

	while ((p = strstr(text, quoted)) != NULL) {
		bool whole = p[skip] == '"' || str_starts(p + skip, ".xml\"");

		str_addn(&out, text, (size_t)(p - text));
		str_printf(&out, "\"%s", whole ? new : old);
		text = p + skip;
	}
	str_add(&out, text);
	*ret_n = out.n;
	return arena_strndup(a, str_text(&out), out.n);
}

static void
name_paths(struct arena *a, struct bench_drill *d, const char *id)
{
	d->id = id;
	d->path[0] = arena_printf(a, "%s.xml", id);
	d->path[1] = arena_printf(a, "de/%s.xlf", id);
	d->path[2] = arena_printf(a, "ru/%s.xlf", id);
}

struct bench_drill *
bench_drills(struct arena *a, const char *dir, size_t n)
{
	struct bench_drill *v = ARENA_ARRAY(a, struct bench_drill, n);
	struct bench_drill *from;
	const char **names;
	struct err e;
	size_t have;

	err_init(&e, NULL);
	MUST(&e, file_list(a, dir, ".xml", &names, &have, &e));
	if (have == 0)
		bench_stop("no drills in '%s'", dir);
	from = ARENA_ARRAY(a, struct bench_drill, have);
	for (size_t i = 0; i < have; i++) {
		name_paths(a, &from[i],
			   arena_strndup(a, names[i], strlen(names[i]) - 4));
		for (size_t k = 0; k < DRILL_FILES; k++)
			MUST(&e,
			     file_read(a, path_join(a, dir, from[i].path[k]),
				       1 << 20, &from[i].text[k], &from[i].n[k],
				       &e));
	}
	for (size_t i = 0; i < n; i++) {
		const struct bench_drill *f = &from[i % have];

		name_paths(a, &v[i], arena_printf(a, "bench-%04zu", i));
		for (size_t k = 0; k < DRILL_FILES; k++)
			v[i].text[k] = renamed(a, f->text[k], f->id, v[i].id,
					       &v[i].n[k]);
	}
	return v;
}
