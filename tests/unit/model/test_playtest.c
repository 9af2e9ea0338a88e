/* Tests of model/playtest.h, and what a drill that cannot go on says: each
 * sentence in three languages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "mini_drill.h"
#include "model/explore.h"
#include "model/playtest.h"
#include "../said.h"

static const char small[] =
	"comp k 2\n"
	"int mood -3 3 0\n"
	"person guest mood\n"
	"node n1 ask\n"
	" choice a e1\n"
	"  score k 1\n"
	" choice b e2 | mood > 0\n"
	" choice c stuck\n"
	" choice d ring\n"
	"node stuck check\n"
	" goto e1 0 | mood > 0\n"
	"node ring check\n"
	" goto ring 0\n"
	"node e1 end\n"
	"node e2 end\n";

/* Parses and plays the one test in TEXT. */
static int
play(const char *text, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	int64_t least[] = { 0 }, most[] = { 1 };
	const struct drill_extremes x = { .max = 1, .cmin = least,
					  .cmax = most, .complete = true };
	struct drill *d = mini_drill(&a, small);
	struct playtests t;

	if (playtest_parse(&a, "x.tests", text, strlen(text), &t, e) != 0)
		return -1;
	return playtest_run(&a, d, &x, &t.v[0], e);
}

static void
test_told(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(play("test t\n select a\n end e1\n score k=1\n", &e),
			 0);
#define SAYS(text, msgid) \
	assert_said(&e, ERR_CONTENT, msgid, play(text, &e))
	SAYS("test t\n dance\n",
	     "%s:%u: this line of a play-test is not understood; a test has "
	     "the lines test, seed, select, end, score, mood, result");
	SAYS("test t\n select x\n",
	     "test '%s': there is no choice '%s' in the scene '%s'");
	SAYS("test t\n end e1\n",
	     "test '%s' stops in the scene '%s' and not at an end");
	SAYS("test t\n select a\n end e2\n",
	     "test '%s' ends at '%s', not at '%s'");
	SAYS("test t\n select a\n score l=1\n",
	     "test '%s': there is no competency '%s'");
	SAYS("test t\n select a\n score k=2\n",
	     "test '%s': '%s' is %lld, not %lld");
	SAYS("test t\n select a\n mood 2\n",
	     "test '%s': the mood is %d, not %d");
	SAYS("test t\n select a\n result nearly\n",
	     "test '%s': the result is '%s', not '%s'");
	SAYS("test t\n select c\n", "test '%s'");
	SAYS("test t\n select c\n",
	     "the drill '%s' cannot go on from '%s': no way is open; run lint "
	     "on it");
	SAYS("test t\n select d\n",
	     "the drill '%s' runs in a circle at '%s'; run lint on it");
#undef SAYS
}

static int
step(const struct drill *d, size_t choice, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill_state *s = drill_state_new(&a, d);
	struct drill_events ev = { 0 };
	struct chance c = { 0 };

	assert_int_equal(drill_start(&a, d, &c, s, &ev, e), 0);
	return drill_step(&a, d, choice, &c, s, &ev, e);
}

static void
test_step_told(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct drill *d = mini_drill(&a, small);
	const struct drill none = { .doc = { .id = "none" } };
	const struct explore *x;
	struct explore_report rep;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_said(&e, ERR_USAGE, "'%s' has %zu choices, not %zu",
		    step(d, 7, &e));
	assert_said(&e, ERR_USAGE, "the choice '%s' is not open now",
		    step(d, 1, &e));
	assert_said(&e, ERR_CONTENT, "the drill '%s' has no scenes",
		    explore_run(&a, &none, 10, &x, &rep, &e));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_told),
		cmocka_unit_test(test_step_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
