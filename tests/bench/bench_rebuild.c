/* Making all views of HOUSE anew against reading its leaves once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "trial.h"

static int
weigh(void *ctx, const struct leaf_row *row, struct err *e)
{
	size_t *sum = ctx;

	(void)e;
	for (size_t i = 0; i < row->n; i++)
		*sum += (unsigned char)row->body[i];
	return 0;
}

int
main(int argc, char **argv)
{
	struct bench b = { .name = "views-rebuild", .unit = "ms" };
	struct trial t;
	size_t sum = 0;
	double began;

	if (argc != 2)
		bench_stop("bench_rebuild HOUSE");
	trial_open(&t, argv[1]);
	MUST(&t.e, store_each_leaf(t.s, NULL, weigh, &sum, &t.e)); /* fills caches */
	began = bench_ms();
	MUST(&t.e, store_each_leaf(t.s, NULL, weigh, &sum, &t.e));
	b.reference = bench_ms() - began;
	began = bench_ms();
	MUST(&t.e, store_rebuild(t.s, NULL, NULL, NULL, &t.e));
	b.ours = bench_ms() - began;
	trial_close(&t);
	return bench_report(&b);
}
