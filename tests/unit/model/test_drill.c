/* Tests of model/drill.h: the order of a step, chance, and how a path is
 * judged.
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

struct game {
	struct arena a;
	struct drill *d;
	struct drill_state *s;
	struct chance c;
	struct drill_events ev;
	struct drill_move moves[16];
	size_t nmoves;
	bool *visited;
	struct err e;
};

static void
game_free(struct game *g)
{
	arena_free(&g->a);
}

static void
note(struct game *g)
{
	for (size_t i = 0; i < g->ev.n; i++)
		g->visited[g->ev.v[i].node] = true;
}

static void
begin(struct game *g, const char *text)
{
	memset(g, 0, sizeof(*g));
	err_init(&g->e, NULL);
	g->d = mini_drill(&g->a, text);
	g->s = drill_state_new(&g->a, g->d);
	g->visited = ARENA_ARRAY(&g->a, bool, g->d->nnodes);
	if (drill_start(&g->a, g->d, &g->c, g->s, &g->ev, &g->e) != 0)
		fail_msg("%s", g->e.text);
	note(g);
}

static int
take(struct game *g, const char *id)
{
	const struct drill_node *n = &g->d->nodes[g->s->node];
	size_t i = 0;

	while (i < n->nchoices && !str_eq(n->choices[i].id, id))
		i++;
	g->moves[g->nmoves++] = (struct drill_move){ .node = g->s->node,
		.choice = &n->choices[i] };
	g->ev.n = 0;
	if (drill_step(&g->a, g->d, i, &g->c, g->s, &g->ev, &g->e) != 0)
		return -1;
	note(g);
	return 0;
}

static const char *
where(const struct game *g)
{
	return g->d->nodes[g->s->node].id;
}

static void
test_order(void **state)
{
	/* count, sets, says on entry; score, sets, target on a choice; each
	 * condition sees what came before it */
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "int v 0 9 1\n"
		  "int w 0 9 0\n"
		  "node n1 say\n"
		  " set w = count(n1)\n"
		  " set v += w\n"
		  " say | v == 2\n"
		  " say | v == 1\n"
		  " goto n2 | v == 2\n"
		  " goto bad\n"
		  "node n2 ask\n"
		  " choice c -\n"
		  "  set v = v+count(c)\n"
		  "  goto n1 | v == 3 and count(n1) < 2\n"
		  "  goto fin\n"
		  "node bad end\n"
		  "node fin end\n");
	assert_string_equal(where(&g), "n2");
	assert_int_equal(g.ev.n, 3); /* n1, one say, n2 */
	assert_int_equal(g.ev.v[0].kind, EV_ENTER);
	assert_int_equal(g.ev.v[1].kind, EV_SAY);
	assert_int_equal(g.ev.v[2].kind, EV_ENTER);
	/* v 2 → 3, back to n1, where w = 2 and v = 5: the bad end */
	assert_int_equal(take(&g, "c"), 0);
	assert_string_equal(where(&g), "bad");
	assert_int_equal(g.s->vars[0], 5);
	assert_int_equal(g.ev.v[g.ev.n - 1].kind, EV_END);
}

static void
test_saturating_sets(void **state)
{
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "int mood -3 3 2\n"
		  "node n1 ask\n"
		  " choice up fin\n"
		  "  set mood += 3\n"
		  "  set mood -= 1\n"
		  "node fin end\n");
	assert_int_equal(take(&g, "up"), 0);
	assert_int_equal(g.s->vars[0], 2); /* 2 → 3 at most → 2 */
}

static void
test_once_and_blocked(void **state)
{
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "bool off 0\n"
		  "node n1 ask\n"
		  " choice again n1 once\n"
		  "  set off = true\n"
		  " choice later fin | off\n"
		  "node fin end\n");
	assert_true(drill_open(g.d, g.s, 0));
	assert_false(drill_open(g.d, g.s, 1));
	assert_int_equal(take(&g, "later"), -1);
	assert_int_equal(g.e.kind, ERR_USAGE);
	assert_non_null(strstr(g.e.text, "'later'"));
	assert_int_equal(take(&g, "again"), 0);
	assert_false(drill_open(g.d, g.s, 0));
	assert_true(drill_open(g.d, g.s, 1));
	assert_int_equal(drill_step(&g.a, g.d, 7, &g.c, g.s, NULL, &g.e), -1);
	assert_int_equal(g.e.kind, ERR_USAGE);
}

static void
test_counts_stop(void **state)
{
	/* a count stops one above what it is compared with */
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "node n1 ask\n"
		  " choice c n1\n"
		  " choice out fin | count(c) == 3\n"
		  "node fin end\n");
	for (int i = 0; i < 3; i++)
		assert_int_equal(take(&g, "c"), 0);
	assert_true(drill_open(g.d, g.s, 1));
	for (int i = 0; i < 5; i++)
		assert_int_equal(take(&g, "c"), 0);
	assert_int_equal(g.s->choice_count[0], 4);
	assert_false(drill_open(g.d, g.s, 1));
	/* nobody reads how often n1 was entered */
	assert_int_equal(g.s->node_count[0], 0);
}

static void
test_chance(void **state)
{
	static const char lots[] =
		"bool off 0\n"
		"node n1 check\n"
		" goto a 1\n"
		" goto b 3\n"
		" goto c 5 | off\n"
		"node a end\n"
		"node b end\n"
		"node c end\n";
	unsigned a = 0, b = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 1000; seed++) {
		OWN(arena_free) struct arena ar = { 0 };
		struct drill *d = mini_drill(&ar, lots);
		struct drill_state *s = drill_state_new(&ar, d);
		struct chance c = { seed }, same = { seed };
		uint64_t lot = chance_draw(&same, 4);
		struct err e;

		err_init(&e, NULL);
		assert_int_equal(drill_start(&ar, d, &c, s, NULL, &e), 0);
		assert_string_equal(d->nodes[s->node].id, lot < 1 ? "a" : "b");
		assert_true(c.state == same.state); /* one draw */
		a += lot < 1;
		b += lot >= 1;
	}
	assert_in_range(a, 200, 300);
	assert_in_range(b, 700, 800);
}

static void
test_one_open_edge_draws_nothing(void **state)
{
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "bool off 0\n"
		  "node n1 check\n"
		  " goto a 1 | off\n"
		  " goto b 3\n"
		  "node a end\n"
		  "node b end\n");
	assert_string_equal(where(&g), "b");
	assert_true(g.c.state == 0);
	game_free(&g);
	/* the first open plain goto ends the lots before it, and wins alone */
	begin(&g, "bool off 0\n"
		  "node n1 check\n"
		  " goto a 1 | off\n"
		  " goto b 0\n"
		  " goto a 3\n"
		  "node a end\n"
		  "node b end\n");
	assert_string_equal(where(&g), "b");
	assert_true(g.c.state == 0);
}

static void
test_no_way(void **state)
{
	static const char *const bad[] = {
		"bool off 0\nnode n1 say\n goto n2 | off\nnode n2 end\n",
		"node n1 say\n goto n2\nnode n2 say\n goto n1\n",
	};

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++) {
		OWN(arena_free) struct arena a = { 0 };
		struct drill *d = mini_drill(&a, bad[i]);
		struct drill_state *s = drill_state_new(&a, d);
		struct chance c = { 0 };
		struct err e;

		err_init(&e, NULL);
		assert_int_equal(drill_start(&a, d, &c, s, NULL, &e), -1);
		assert_int_equal(e.kind, ERR_CONTENT);
		assert_non_null(strstr(e.text, "lint"));
	}
}

static const char judged[] =
	"comp k 2\n"
	"comp l 1 5000\n"
	"int mood -3 3 0\n"
	"int heat -3 3 0\n"
	"person guest mood\n"
	"person boss heat\n"
	"node n1 ask\n"
	" choice good n2\n"
	"  score k 2\n"
	"  score l 1\n"
	" choice fair bad\n"
	"  score k 1\n"
	"  score l 1\n"
	" choice rude n2\n"
	"  score k 2\n"
	"  score l 1\n"
	"  set mood = 0-1\n"
	" choice cold n2\n"
	"  score k 2\n"
	"  score l 1\n"
	"  set mood = 0-1\n"
	"  set heat = 0-1\n"
	" choice lie n2 critical\n"
	"  score k 2\n"
	"  score l 1\n"
	" choice silent n3\n"
	"node n2 say visit\n"
	" goto n3\n"
	"node bad say avoid\n"
	" goto n2\n"
	"node n3 end\n";

static struct drill_outcome
judge(struct game *g, const char *id)
{
	static int64_t cmin[2] = { 0, 0 }, cmax[2] = { 2, 1 };
	struct drill_extremes x = { true, 0, 5, cmin, cmax };
	struct drill_outcome o;

	begin(g, judged);
	assert_int_equal(take(g, id), 0);
	drill_judge(&g->a, g->d, &x, g->s, g->visited, g->moves, g->nmoves,
		    &o);
	return o;
}

static void
test_let(void **state)
{
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "int v 0 9 1\n"
		  "let twice 2 * v\n"
		  "let much twice > 5\n"
		  "node n1 ask\n"
		  " choice more n1\n"
		  "  set v += 1\n"
		  " choice done n2 | much and twice == 6\n"
		  "node n2 end\n");
	assert_false(drill_open(g.d, g.s, 1));
	assert_int_equal(take(&g, "more"), 0);
	assert_false(drill_open(g.d, g.s, 1));
	assert_int_equal(take(&g, "more"), 0);
	assert_true(drill_open(g.d, g.s, 1));
	assert_int_equal(take(&g, "more"), 0);
	assert_false(drill_open(g.d, g.s, 1));
}

static void
test_max_visits(void **state)
{
	/* n2 is open twice: then its way is closed, and so is what leads
	 * nowhere else */
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "node n1 ask\n"
		  " choice a n2\n"
		  " choice b -\n"
		  "  goto n2\n"
		  "  goto n3\n"
		  "node n2 check max 2\n"
		  " goto n1\n"
		  "node n3 end\n");
	assert_int_equal(take(&g, "a"), 0);
	assert_string_equal(where(&g), "n1");
	assert_int_equal(take(&g, "b"), 0);
	assert_string_equal(where(&g), "n1");
	assert_false(drill_open(g.d, g.s, 0));
	assert_int_equal(take(&g, "a"), -1);
	assert_string_equal(g.e.text, "the choice 'a' is not open now");
	assert_int_equal(take(&g, "b"), 0);
	assert_string_equal(where(&g), "n3");
}

static void
test_call(void **state)
{
	/* the same scene asked from two places goes back to each */
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "int v 0 9 0\n"
		  "node n1 check\n"
		  " call ask\n"
		  " goto n2 | v == 1\n"
		  "node n2 ask\n"
		  " choice a n3\n"
		  "  call ask\n"
		  "node n3 check\n"
		  " call ask\n"
		  " goto n4\n"
		  "node n4 end\n"
		  "node ask ask\n"
		  " choice more sum\n"
		  "node sum return\n"
		  " set v += 1\n");
	assert_string_equal(where(&g), "ask");
	assert_int_equal(take(&g, "more"), 0);
	assert_string_equal(where(&g), "n2");
	assert_int_equal(take(&g, "a"), 0);
	assert_string_equal(where(&g), "ask");
	assert_int_equal(take(&g, "more"), 0);
	assert_string_equal(where(&g), "ask");
	assert_int_equal(g.s->vars[0], 2);
	assert_int_equal(take(&g, "more"), 0);
	assert_string_equal(where(&g), "n4");
}

static void
test_call_lost(void **state)
{
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "node n1 ask\n"
		  " choice a n2\n"
		  "node n2 return\n");
	assert_int_equal(take(&g, "a"), -1);
	assert_int_equal(g.e.kind, ERR_CONTENT);
	assert_non_null(strstr(g.e.text, "cannot go on from 'n2'"));
}

static void
test_call_too_deep(void **state)
{
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "node n1 ask\n"
		  " choice a n2\n"
		  "node n2 check\n"
		  " call n2\n"
		  " goto n3\n"
		  "node n3 end\n");
	assert_int_equal(take(&g, "a"), -1);
	assert_int_equal(g.e.kind, ERR_CONTENT);
	assert_non_null(strstr(g.e.text, "cannot go on from 'n2'"));
}

static void
test_hub(void **state)
{
	/* the way out opens when what is required is done; a fall-through
	 * when nothing is left */
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "node hub hub\n"
		  " choice price say1 once required\n"
		  " choice time say1 once\n"
		  " choice away n2 leaves\n"
		  "node say1 say\n"
		  " goto hub\n"
		  "node n2 ask\n"
		  " choice only back once\n"
		  " goto n3\n"
		  "node back check\n"
		  " goto n2\n"
		  "node n3 end\n");
	assert_false(drill_open(g.d, g.s, 2));
	assert_int_equal(take(&g, "time"), 0);
	assert_false(drill_open(g.d, g.s, 1));
	assert_false(drill_open(g.d, g.s, 2));
	assert_int_equal(take(&g, "price"), 0);
	assert_true(drill_open(g.d, g.s, 2));
	assert_int_equal(take(&g, "away"), 0);
	assert_string_equal(where(&g), "n2");
	assert_int_equal(take(&g, "only"), 0);
	assert_string_equal(where(&g), "n3");
}

/* How many lines were said since the last choice. */
static size_t
nsaid(const struct game *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->ev.n; i++)
		n += g->ev.v[i].kind == EV_SAY;
	return n;
}

static void
test_said_once(void **state)
{
	OWN(game_free) struct game g;

	(void)state;
	begin(&g, "node n1 ask\n"
		  " say once\n"
		  " say\n"
		  " choice a n1\n");
	assert_int_equal(nsaid(&g), 2);
	assert_int_equal(take(&g, "a"), 0);
	assert_int_equal(nsaid(&g), 1);
}

/* Which of three lines of a group were said in four visits from SEED. */
static void
said_from(uint64_t seed, int said[3])
{
	OWN(game_free) struct game g;

	begin(&g, "node n1 ask\n"
		  " say hello\n"
		  " say hello\n"
		  " say hello\n"
		  " choice a n1\n");
	g.c.state = seed;
	g.s = drill_state_new(&g.a, g.d);
	g.ev.n = 0;
	assert_int_equal(drill_start(&g.a, g.d, &g.c, g.s, &g.ev, &g.e), 0);
	assert_int_equal(nsaid(&g), 1);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(take(&g, "a"), 0);
		assert_int_equal(nsaid(&g), 1);
	}
	memcpy(said, g.s->said, 3 * sizeof(*said));
}

static void
test_groups(void **state)
{
	/* each in turn, and another first in another attempt */
	int said[3];

	(void)state;
	said_from(0, said);
	assert_int_equal(said[0], 2);
	assert_int_equal(said[1], 1);
	assert_int_equal(said[2], 1);
	said_from(DRILL_VARIANTS + 1, said);
	assert_int_equal(said[0], 1);
	assert_int_equal(said[1], 2);
	assert_int_equal(said[2], 1);
}

static void
test_judge(void **state)
{
	static const struct {
		const char *id, *result;
		unsigned failing;
		int scaled, mood;
	} t[] = {
		{ "good", "ready", 0, 10000, 0 },
		{ "fair", "again", 2, 6000, 0 },   /* pass, avoid met */
		{ "rude", "nearly", 1, 10000, -1 },
		{ "cold", "again", 2, 10000, -1 }, /* two persons */
		{ "lie", "again", 0, 10000, 0 },
		{ "silent", "again", 3, 0, 0 }, /* pass, l's pass, missed */
	};

	(void)state;
	for (size_t i = 0; i < NELEM(t); i++) {
		OWN(game_free) struct game g;
		struct drill_outcome o = judge(&g, t[i].id);

		assert_string_equal(drill_result_word(o.result), t[i].result);
		assert_int_equal(o.failing, t[i].failing);
		assert_int_equal(o.scaled, t[i].scaled);
		assert_int_equal(o.mood, t[i].mood);
	}
}

static void
test_judge_rounds_half_up(void **state)
{
	OWN(game_free) struct game g;
	int64_t cmin[2] = { 0, 0 }, cmax[2] = { 2, 1 };
	struct drill_extremes x = { true, 0, 32, cmin, cmax };
	struct drill_outcome o;

	(void)state;
	begin(&g, judged);
	assert_int_equal(take(&g, "good"), 0);
	/* 5/32 is 0.15625: half up */
	drill_judge(&g.a, g.d, &x, g.s, g.visited, g.moves, 1, &o);
	assert_int_equal(o.scaled, 1563);
	/* no range: full marks */
	x.max = 0;
	drill_judge(&g.a, g.d, &x, g.s, g.visited, g.moves, 1, &o);
	assert_int_equal(o.scaled, 10000);
	/* unknown extremes count nothing */
	x.complete = false;
	drill_judge(&g.a, g.d, &x, g.s, g.visited, g.moves, 1, &o);
	assert_int_equal(o.scaled, -1);
	assert_int_equal(o.scaled_of[1], -1);
	assert_int_equal(o.failing, 0);
}

static void
test_ids(void **state)
{
	OWN(game_free) struct game g;
	size_t node;

	(void)state;
	begin(&g, judged);
	assert_int_equal(drill_node_by_id(g.d, "n3"), 3);
	assert_true(drill_node_by_id(g.d, "good") == DRILL_NONE);
	assert_string_equal(drill_choice_by_id(g.d, "lie", &node)->id, "lie");
	assert_int_equal(node, 0);
	assert_null(drill_choice_by_id(g.d, "n3", &node));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_saturating_sets),
		cmocka_unit_test(test_once_and_blocked),
		cmocka_unit_test(test_counts_stop),
		cmocka_unit_test(test_chance),
		cmocka_unit_test(test_one_open_edge_draws_nothing),
		cmocka_unit_test(test_no_way),
		cmocka_unit_test(test_let),
		cmocka_unit_test(test_max_visits),
		cmocka_unit_test(test_call),
		cmocka_unit_test(test_call_lost),
		cmocka_unit_test(test_call_too_deep),
		cmocka_unit_test(test_hub),
		cmocka_unit_test(test_said_once),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_judge),
		cmocka_unit_test(test_judge_rounds_half_up),
		cmocka_unit_test(test_ids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
