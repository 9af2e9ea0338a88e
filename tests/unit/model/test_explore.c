/* Tests of model/explore.h: against playing every path, and the cases that
 * make a drill unsound.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "mini_drill.h"
#include "model/explore.h"

static struct explore_report
run(struct arena *a, const struct drill *d, const struct explore **ret)
{
	const struct explore *x;
	struct explore_report rep;
	struct err e;

	err_init(&e, NULL);
	if (explore_run(a, d, EXPLORE_MAX_STATES, ret == NULL ? &x : ret, &rep,
			&e) != 0)
		fail_msg("%s", e.text);
	return rep;
}

static void
test_small(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct explore *x;
	struct drill *d = mini_drill(&a,
		"comp k 2\n"
		"comp l 1\n"
		"int mood -3 3 0\n"
		"node n1 ask\n"
		" choice a n2\n"
		"  score k 1\n"
		"  set mood += 1\n"
		" choice b n2\n"
		"  score l 3\n"
		"node n2 ask\n"
		" choice c e1 | mood > 0\n"
		"  score k 2\n"
		" choice d e2\n"
		"  score l -1\n"
		"node e1 end\n"
		"node e2 end\n");
	struct explore_report r = run(&a, d, &x);
	struct drill_state *s = drill_state_new(&a, d);
	int64_t n;

	(void)state;
	/* n1; n2 with either mood; e1; e2 with either mood */
	assert_int_equal(r.states, 6);
	assert_int_equal(r.transitions, 5);
	assert_true(r.complete && r.x.complete);
	assert_int_equal(r.x.max, 6); /* a c: 2 + 4 */
	assert_int_equal(r.x.min, 1); /* a d: 2 - 1 */
	assert_int_equal(r.x.cmax[0], 3);
	assert_int_equal(r.x.cmin[0], 0);
	assert_int_equal(r.x.cmax[1], 2);
	assert_int_equal(r.x.cmin[1], -1);
	assert_int_equal(r.nbest, 2);
	assert_string_equal(r.best[0], "a");
	assert_string_equal(r.best[1], "c");
	assert_string_equal(r.worst[0], "a");
	assert_string_equal(r.worst[1], "d");
	assert_true(r.choice_blocked[2] && r.choice_enabled[2]);
	assert_int_equal(r.choice_best[0], 1);
	assert_int_equal(r.choice_best[1], 0);
	/* regret of b at the start: 6 - (3 - 1) */
	drill_enter(d, s, 0);
	assert_true(explore_best_from(x, s, &n));
	assert_int_equal(n, 6);
	assert_true(explore_regret(&a, x, s, 0, &n));
	assert_int_equal(n, 0);
	assert_true(explore_regret(&a, x, s, 1, &n));
	assert_int_equal(n, 4);
	assert_false(explore_regret(&a, x, s, 2, &n));
	/* a state that is not reached */
	s->vars[0] = 3;
	assert_false(explore_best_from(x, s, &n));
}

static void
test_chance_at_its_best(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct explore *x;
	struct drill *d = mini_drill(&a,
		"comp k 1\n"
		"node n1 ask\n"
		" choice risk -\n"
		"  goto n2 1\n"
		"  goto e 7\n"
		" choice safe e\n"
		"  score k 2\n"
		"node n2 ask\n"
		" choice prize e\n"
		"  score k 5\n"
		"node e end\n");
	struct explore_report r = run(&a, d, &x);
	struct drill_state *s = drill_state_new(&a, d);
	struct chance c;
	uint64_t seed;
	int64_t n;

	(void)state;
	assert_int_equal(r.transitions, 4);
	assert_int_equal(r.x.max, 5);
	assert_int_equal(r.x.min, 0);
	drill_enter(d, s, 0);
	assert_true(explore_regret(&a, x, s, 0, &n));
	assert_int_equal(n, 0);
	assert_true(explore_regret(&a, x, s, 1, &n));
	assert_int_equal(n, 3);
	/* the least seed under which chance is kind: 1 of 8 */
	assert_true(explore_seed(d, r.best, r.nbest, 5, 1000, &seed));
	for (uint64_t i = 0; i <= seed; i++) {
		c.state = i;
		assert_int_equal(chance_draw(&c, 8) < 1, i == seed);
	}
	assert_true(explore_seed(d, r.worst, r.nworst, 0, 1000, &seed));
	assert_false(explore_seed(d, r.best, r.nbest, 99, 50, &seed));
}

static void
test_loops(void **state)
{
	static const char head[] = "comp k 1\nnode n1 ask\n";
	static const struct {
		const char *text;
		bool loop;
		int64_t max;
	} t[] = {
		/* asking again costs nothing */
		{ " choice a n1\n choice b e\n  score k 1\nnode e end\n",
		  false, 1 },
		/* a point each time round */
		{ " choice a n1\n  score k 1\n choice b e\nnode e end\n",
		  true, 0 },
		/* the point only once */
		{ " choice a n1 once\n  score k 1\n choice b e\nnode e end\n",
		  false, 1 },
		/* there and back is even: a state's own height counts */
		{ " choice a n2\n  score k 2\n choice b e\n"
		  "node n2 ask\n choice c n1\n  score k -2\n choice f e\n"
		  "node e end\n", false, 2 },
		/* two ways round that differ */
		{ " choice a n2\n  score k 2\n choice b e\n"
		  "node n2 ask\n choice c n1\n  score k -2\n"
		  " choice f n1\n  score k -1\n choice g e\n"
		  "node e end\n", true, 0 },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(t); i++) {
		OWN(arena_free) struct arena a = { 0 };
		struct drill *d = mini_drill(&a, arena_printf(&a, "%s%s", head,
							      t[i].text));
		struct explore_report r = run(&a, d, NULL);

		assert_true(r.complete);
		assert_int_equal(r.score_loop, t[i].loop);
		assert_int_equal(r.x.complete, !t[i].loop);
		if (!t[i].loop)
			assert_int_equal(r.x.max, t[i].max);
		assert_true((r.best == NULL) == t[i].loop);
	}
}

static void
test_loop_of_one_competency(void **state)
{
	/* weights cancel in the total, but one competency has no limit */
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a,
		"comp k 1\n"
		"comp l 1\n"
		"node n1 ask\n"
		" choice a n1\n"
		"  score k 1\n"
		"  score l -1\n"
		" choice b e\n"
		"node e end\n");

	(void)state;
	assert_true(run(&a, d, NULL).score_loop);
}

static void
test_dead_ends(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a,
		"comp k 1\n"
		"bool off 0\n"
		"node n1 ask\n"
		" choice trap t1\n"
		" choice stuck s1\n"
		" choice lost l1\n"
		" choice out e\n"
		" choice never u | off\n"
		"node t1 say\n"
		" goto t2\n"
		"node t2 say\n"
		" goto t1\n"
		"node s1 ask\n"
		" choice s1.a e | off\n"
		"node l1 say\n"
		" goto e | off\n"
		"node u end\n"
		"node e end\n");
	struct explore_report r = run(&a, d, NULL);

	(void)state;
	assert_true(r.x.complete);
	assert_false(r.node_dead[0]);
	assert_true(r.node_dead[1] && r.node_dead[2]);
	assert_true(r.stuck);
	assert_int_equal(r.stuck_node, 3);
	assert_true(r.node_no_way[4]);
	assert_false(r.node_no_way[1]);
	assert_false(r.node_reached[5]);
	assert_true(r.node_reached[6]);
	assert_false(r.choice_enabled[4]);
	assert_string_equal(r.best[0], "out");
}

static void
test_no_end(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a, "comp k 1\nnode n1 say\n goto n1\n");
	struct explore_report r = run(&a, d, NULL);

	(void)state;
	assert_true(r.complete);
	assert_false(r.x.complete);
	assert_false(r.score_loop);
	assert_true(r.node_dead[0]);
}

static void
test_limit(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a,
		"comp k 1\n"
		"int v 0 1000 0\n"
		"node n1 ask\n"
		" choice a n1\n"
		"  set v += 1\n"
		" choice b e\n"
		"node e end\n");
	const struct explore *x;
	struct drill_state *s = drill_state_new(&a, d);
	struct explore_report r;
	struct err e;
	int64_t n;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(explore_run(&a, d, 100, &x, &r, &e), 0);
	assert_int_equal(r.states, 100);
	assert_false(r.complete);
	assert_false(r.x.complete);
	drill_enter(d, s, 0);
	assert_false(explore_best_from(x, s, &n));
	assert_int_equal(run(&a, d, NULL).states, 2002);
}

/* ---- Against playing every path ---- */

struct brute {
	struct arena *a;
	const struct drill *d;
	int64_t min, max, cmin, cmax;
	size_t paths;
};

static void
play_all(struct brute *b, const struct drill_state *s, int64_t total,
	 int64_t first)
{
	const struct drill_node *n = &b->d->nodes[s->node];
	struct chance c = { 0 };
	struct err e;

	if (n->kind == NODE_END) {
		b->max = b->paths == 0 || total > b->max ? total : b->max;
		b->min = b->paths == 0 || total < b->min ? total : b->min;
		b->cmax = b->paths == 0 || first > b->cmax ? first : b->cmax;
		b->cmin = b->paths == 0 || first < b->cmin ? first : b->cmin;
		b->paths++;
		return;
	}
	err_init(&e, NULL);
	for (size_t i = 0; i < n->nchoices; i++) {
		const struct drill_choice *ch = &n->choices[i];
		struct drill_state *t = drill_state_copy(b->a, b->d, s);
		int64_t sum = total, one = first;

		if (!drill_open(b->d, s, i))
			continue;
		for (size_t k = 0; k < ch->nscores; k++) {
			size_t comp = ch->scores[k].competency;

			sum += (int64_t)ch->scores[k].points *
			       b->d->competencies[comp].weight;
			one += comp == 0 ? ch->scores[k].points : 0;
		}
		if (drill_step(b->a, b->d, i, &c, t, NULL, &e) != 0)
			fail_msg("%s", e.text);
		play_all(b, t, sum, one);
	}
}

/* A drill drawn by lot, without loops: choices lead forward only. */
static const char *
draw_drill(struct arena *a, struct chance *c)
{
	struct str s = { 0 };
	const char *out;
	unsigned last = 6;

	str_add(&s, "comp k 2\ncomp l 1\nint v 0 3 1\nbool b 0\n");
	for (unsigned i = 0; i < last; i++) {
		bool ask = i == 0 || chance_draw(c, 3) > 0;
		unsigned to = i + 1 + (unsigned)chance_draw(c, last - i);

		str_printf(&s, "node n%u %s\n", i, ask ? "ask" : "check");
		if (chance_draw(c, 2) == 0)
			str_printf(&s, " set v %s 1\n",
				   chance_draw(c, 2) == 0 ? "+=" : "-=");
		if (!ask) {
			str_printf(&s, " goto n%u | v > %u\n goto n%u\n", to,
				   (unsigned)chance_draw(c, 3), i + 1);
			continue;
		}
		for (unsigned k = 0; k < 3; k++) {
			to = i + 1 + (unsigned)chance_draw(c, last - i);
			str_printf(&s, " choice c%u.%u n%u", i, k, to);
			if (k == 1)
				str_printf(&s, " | v >= %u or seen(c0.0)",
					   (unsigned)chance_draw(c, 4));
			str_printf(&s, "\n  score %s %d\n",
				   chance_draw(c, 2) == 0 ? "k" : "l",
				   (int)chance_draw(c, 7) - 3);
			if (k == 2)
				str_add(&s, "  set b = not(b)\n");
		}
	}
	str_printf(&s, "node n%u end\n", last);
	out = arena_strdup(a, str_text(&s));
	str_free(&s);
	return out;
}

static void
test_against_every_path(void **state)
{
	struct chance c = { 42 };

	(void)state;
	for (int i = 0; i < 200; i++) {
		OWN(arena_free) struct arena a = { 0 };
		struct drill *d = mini_drill(&a, draw_drill(&a, &c));
		struct explore_report r = run(&a, d, NULL);
		struct brute b = { .a = &a, .d = d };
		struct drill_state *s = drill_state_new(&a, d);
		struct chance none = { 0 };
		uint64_t seed;
		struct err e;

		err_init(&e, NULL);
		assert_int_equal(drill_start(&a, d, &none, s, NULL, &e), 0);
		play_all(&b, s, 0, 0);
		assert_true(r.x.complete);
		assert_int_equal(r.x.max, b.max);
		assert_int_equal(r.x.min, b.min);
		assert_int_equal(r.x.cmax[0], b.cmax);
		assert_int_equal(r.x.cmin[0], b.cmin);
		assert_true(explore_seed(d, r.best, r.nbest, b.max, 1, &seed));
		assert_true(explore_seed(d, r.worst, r.nworst, b.min, 1,
					 &seed));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small),
		cmocka_unit_test(test_chance_at_its_best),
		cmocka_unit_test(test_loops),
		cmocka_unit_test(test_loop_of_one_competency),
		cmocka_unit_test(test_dead_ends),
		cmocka_unit_test(test_no_end),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_against_every_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
