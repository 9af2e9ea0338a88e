/* Tests of model/walk.h: blind walks find what there is, and the same again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "mini_drill.h"
#include "model/walk.h"

static void
test_extremes(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a, "comp k 2\n"
					 "node n1 ask\n"
					 " choice good n2\n"
					 "  score k 3\n"
					 " choice bad n2\n"
					 "  score k -1\n"
					 " choice never n2 | count(n1) > 5\n"
					 "node n2 say\n"
					 " goto n3 1\n"
					 " goto n4 1\n"
					 "node n3 end\n"
					 "node n4 end\n");
	struct walk_report w, again;

	(void)state;
	walk_run(&a, d, 5, 200, &w);
	assert_int_equal(w.walks, 200);
	assert_int_equal(w.ended, 200);
	assert_int_equal(w.steps, 200);
	assert_int_equal(w.stuck + w.endless, 0);
	assert_int_equal(w.best.total, 6);
	assert_int_equal(w.worst.total, -2);
	assert_string_equal(w.best.ids[0], "good");
	assert_int_equal(w.taken[0] + w.taken[1], 200);
	assert_true(w.taken[0] > 60 && w.taken[1] > 60);
	assert_int_equal(w.taken[2], 0);
	assert_true(w.node_seen[2] && w.node_seen[3]);
	walk_run(&a, d, 5, 200, &again);
	assert_int_equal(again.taken[0], w.taken[0]);
	assert_int_equal(again.best.seed, w.best.seed);
}

static void
test_no_end(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a, "node n1 ask\n"
					 " choice round n1\n"
					 "node n2 end\n");
	struct drill *s = mini_drill(&a, "bool b 0\n"
					 "node n1 ask\n"
					 " choice shut n2 | b\n"
					 "node n2 end\n");
	struct walk_report w;

	(void)state;
	walk_run(&a, d, 0, 2, &w);
	assert_int_equal(w.endless, 2);
	assert_int_equal(w.steps, 2 * WALK_MAX_STEPS);
	walk_run(&a, s, 0, 3, &w);
	assert_int_equal(w.stuck, 3);
	assert_int_equal(w.ended, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_extremes),
		cmocka_unit_test(test_no_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
