/* Reading and checking drills with their translations (lint --quick) against
 * libxml2's reading of the same bytes in the same process: SCENARIOS.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bench.h"

#include <libxml/parser.h>
#include <string.h>

#include "xml/content.h"

enum { DRILLS = 1000, ROUNDS = 5 };

static double
run_reference(const struct bench_drill *v)
{
	double began = bench_ms();

	for (size_t i = 0; i < DRILLS; i++) {
		for (size_t k = 0; k < DRILL_FILES; k++) {
			xmlDoc *doc =
				xmlReadMemory(v[i].text[k], (int)v[i].n[k],
					      v[i].path[k], NULL,
					      XML_PARSE_NONET);

			if (doc == NULL)
				bench_stop("libxml2 cannot read '%s'",
					   v[i].path[k]);
			xmlFreeDoc(doc);
		}
	}
	return bench_ms() - began;
}

static void
lint(const struct bench_drill *d, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct findings f = { 0 };
	struct translation *t;
	struct drill *drill;

	MUST(e,
	     content_drill(&a, d->path[0], d->text[0], d->n[0], &f, &drill, e));
	lint_drill(&a, drill, true, &f);
	for (size_t k = 1; k < DRILL_FILES; k++) {
		MUST(e, content_translation(&a, d->path[k], d->text[k], d->n[k],
					    &drill->doc, &f, &t, e));
		lint_translation(&a, &drill->doc, t, &f);
	}
	if (f.n > 0)
		bench_stop("%s: %s", f.v[0].file, f.v[0].text);
}

static double
run_ours(const struct bench_drill *v, struct err *e)
{
	double began = bench_ms();

	for (size_t i = 0; i < DRILLS; i++)
		lint(&v[i], e);
	return bench_ms() - began;
}

int
main(int argc, char **argv)
{
	OWN(arena_free) struct arena a = { 0 };
	struct bench b = { .name = "lint", .unit = "ms", .ratio = 2 };
	double ours[ROUNDS], reference[ROUNDS];
	const struct bench_drill *v;
	struct err e;

	if (argc != 2)
		bench_stop("bench_lint SCENARIOS");
	err_init(&e, NULL);
	v = bench_drills(&a, argv[1], DRILLS);
	for (size_t i = 0; i < ROUNDS; i++) {
		reference[i] = run_reference(v);
		ours[i] = run_ours(v, &e);
	}
	b.ours = bench_median(ours, ROUNDS);
	b.reference = bench_median(reference, ROUNDS);
	xmlCleanupParser();
	return bench_report(&b);
}
