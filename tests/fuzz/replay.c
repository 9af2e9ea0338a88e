/* Without a fuzzer: every target with its seeds, and with some lies about
 * each. `make check` runs it; TAP.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include <dirent.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"

struct seeds {
	struct seed { const char *name, *s; size_t n; } *v;
	size_t n, cap;
};

static void
take_file(struct arena *a, struct seeds *to, const char *path)
{
	struct seed s = { .name = path };
	struct err e;

	err_init(&e, NULL);
	if (file_read(a, path, 8 << 20, &s.s, &s.n, &e) != 0) {
		printf("Bail out! %s\n", e.text);
		exit(1);
	}
	ARENA_PUSH(a, to->v, to->n, to->cap, s);
}

/* All files below PATH, in the order of their names. */
static void
take(struct arena *a, struct seeds *to, const char *path)
{
	struct dirent **v;
	int n = scandir(path, &v, NULL, alphasort);

	if (n < 0) {
		take_file(a, to, path);
		return;
	}
	for (int i = 0; i < n; i++) {
		if (v[i]->d_name[0] != '.')
			take(a, to, path_join(a, path, v[i]->d_name));
		free(v[i]);
	}
	free(v);
}

/* Bytes with a NUL behind them and nothing else, so that a sanitizer sees a
 * step too far. */
static void
run(const struct fuzz_target *t, const char *s, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	char *exact = malloc(n + 1);

	PROMISE(exact != NULL);
	memcpy(exact, s, n);
	exact[n] = '\0';
	t->run(&a, exact, n);
	free(exact);
}

static void
replay(const struct fuzz_target *t, const char *top, size_t number)
{
	OWN(arena_free) struct arena a = { 0 };
	struct seeds seeds = { 0 };

	for (size_t i = 0; i < NELEM(t->seeds) && t->seeds[i] != NULL; i++)
		take(&a, &seeds, path_join(&a, top, t->seeds[i]));
	for (size_t i = 0; i < seeds.n; i++)
		run(t, seeds.v[i].s, seeds.v[i].n);
	run(t, "", 0);
	for (unsigned k = 0; seeds.n > 0 && k < t->rounds; k++) {
		const struct seed *seed = &seeds.v[k % seeds.n];
		const struct seed *other = &seeds.v[(k / 3) % seeds.n];
		OWN(arena_free) struct arena scratch = { 0 };
		char *s;
		size_t n;

		s = fuzz_mutate(&scratch, seed->s, seed->n, other->s, other->n,
				k, &n);
		run(t, s, n);
	}
	printf("%s %zu - %s: %zu seeds, %u changed ones\n",
	       seeds.n > 0 ? "ok" : "not ok", number, t->name, seeds.n,
	       t->rounds);
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	const char *top = getenv("top_srcdir");
	size_t n = argc > 1 ? 1 : fuzz_target_count;

	if (top == NULL)
		top = ".";
	printf("1..%zu\n", n);
	if (argc > 1) {
		replay(fuzz_target_find(argv[1]), top, 1);
		return 0;
	}
	for (size_t i = 0; i < n; i++)
		replay(&fuzz_targets[i], top, i + 1);
	return 0;
}
