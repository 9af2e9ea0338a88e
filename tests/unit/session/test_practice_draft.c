/* Tests of a drill that is put away, cut off and gone on with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "small_drill.h"

#define ANSWERS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static int
set_up(void **state)
{
	static struct small t;

	small_init(&t);
	*state = &t;
	return 0;
}

static int
tear_down(void **state)
{
	small_free(*state);
	return 0;
}

static const char *
draft(const struct small *t)
{
	return str_text(&t->keeper.text);
}

static void
set_draft(struct small *t, const char *text)
{
	str_clear(&t->keeper.text);
	str_add(&t->keeper.text, text);
	t->keeper.there = true;
}

/* Opened by somebody whose language is number FIRST of three. */
static void
begin_in(struct small *t, const struct practice_setup *s, size_t first)
{
	size_t n = s->nlangs;
	const char **langs = ARENA_ARRAY(&t->a, const char *, n);
	const struct messages **m = ARENA_ARRAY(&t->a,
						const struct messages *, n);
	const struct translation **tr = ARENA_ARRAY(
		&t->a, const struct translation *, n);

	for (size_t i = 0; i < n; i++) {
		langs[i] = s->langs[(first + i) % n];
		m[i] = s->m[(first + i) % n];
		tr[i] = s->tr[(first + i) % n];
	}
	t->s.langs = langs;
	t->s.m = m;
	t->s.tr = tr;
}

/* The power goes at each answer in turn; what comes of the rest is the same,
 * and the scene that was on the screen stands there again. */
static void
test_kill(void **state)
{
	static const char *const answers[] = {
		"3", "h", "l", "1", "r", "2", "l", "u", "2", "l", "",
		"l", "5", NULL
	};
	struct small *t = *state;
	const struct practice_setup s = t->s;
	size_t flips = 0;

	for (size_t k = 1; answers[k] != NULL; k++) {
		OWN(str_free) struct str before = { 0 };

		flips += str_eq(answers[k - 1], "l");
		begin_in(t, &s, 0);

		t->keeper.there = false;
		t->s.resume = false;
		t->io.answers = answers;
		t->io.power_after = k;
		assert_int_equal(small_run(t, answers, true), -1);
		assert_int_equal(t->e.kind, ERR_FAILED);
		assert_true(t->keeper.there);
		str_add(&before, t->io.screen.s);
		t->io.power_after = SIZE_MAX;
		t->s.resume = true;
		begin_in(t, &s, flips);
		assert_int_equal(small_run(t, answers + k, true), 0);
		if (k != 2) /* the hint was a line below, now it is on it */
			assert_string_equal(t->io.first.s, before.s);
		assert_int_equal(t->r.nmoves, 2);
		assert_string_equal(t->r.moves[0].choice->id, "n1.good");
		assert_string_equal(t->r.moves[1].choice->id, "n2.plain");
		assert_int_equal(t->r.moves[0].seconds, 9);
		assert_int_equal(t->r.hints, 2); /* one was taken back */
		assert_int_equal(t->r.sure_before, 3);
		assert_int_equal(t->r.sure_after, 5);
		assert_string_equal(t->r.lang, "de");
		assert_true(t->r.moves[1].regret > 0);
	}
}

/* Whoever comes back reads their own language, whatever was flipped to. */
static void
test_language_of_now(void **state)
{
	struct small *t = *state;

	assert_int_equal(small_run(t, ANSWERS("3", "l", "0"), true), -1);
	assert_true(t->e.cancelled);
	assert_ptr_equal(t->io.words, t->s.m[0]);
	t->s.resume = true;
	assert_int_equal(small_run(t, ANSWERS("1", "1", "", "", "4"), true),
			 0);
	assert_string_equal(t->r.lang, "en");
	assert_int_equal(t->r.sure_before, 3);
}

static void
test_kill_at_end(void **state)
{
	struct small *t = *state;

	/* behind the last choice */
	t->io.answers = ANSWERS("");
	t->io.power_after = 3;
	assert_int_equal(small_run(t, ANSWERS("1", "1", "1"), true), -1);
	t->io.power_after = SIZE_MAX;
	t->s.resume = true;
	/* and behind the last answer, before the caller has recorded it */
	assert_int_equal(small_run(t, ANSWERS("", "4"), true), 0);
	assert_non_null(strstr(draft(t), "sure 1 4\n"));
	assert_int_equal(small_run(t, ANSWERS(""), true), 0);
	assert_non_null(strstr(t->io.first.s, "DEBRIEF"));
	assert_int_equal(t->r.sure_after, 4);
	assert_int_equal(t->r.nmoves, 2);
	assert_int_equal(t->r.outcome.result, RESULT_READY);
	/* it is the caller who drops it, with the record */
	assert_true(t->keeper.there);
}

static void
test_put_away(void **state)
{
	struct small *t = *state;

	assert_int_equal(small_run(t, ANSWERS("2", "1", "0"), true), -1);
	assert_true(t->e.cancelled);
	assert_string_equal(draft(t),
			    "preshift-draft/1 drill\n"
			    "digest aa\nseed 0\nfrom -\nsure 2 0\n"
			    "hints 0 0\ntimers off 0\nspent 3000\npage 0\nkept 0 -\n"
			    "choice n1.good 3\nend\n");
	/* a terminal asks; Enter goes on */
	t->s.seed = 77;
	assert_int_equal(small_run(t, ANSWERS("", "1", "", ""), true), 0);
	assert_true(fake_io_showed(&t->io, "You put this drill away at scene "
					   "2."));
	assert_int_equal(t->r.moves[1].seconds, 6);
	assert_int_equal(t->r.seed, 0); /* it goes on with its own */
}

static void
test_anew(void **state)
{
	struct small *t = *state;

	assert_int_equal(small_run(t, ANSWERS("2", "1", "0"), true), -1);
	assert_int_equal(small_run(t, ANSWERS("2", "", "2", "2", "", ""),
				   true), 0);
	assert_string_equal(t->r.moves[0].choice->id, "n1.bad");
	/* a script starts anew unless told otherwise */
	assert_int_equal(small_run(t, ANSWERS("n1.good", "stop"), false), -1);
	assert_int_equal(small_run(t, ANSWERS("n1.bad", "n2.plain"), false),
			 0);
	assert_int_equal(small_run(t, ANSWERS("n1.good", "stop"), false), -1);
	t->s.resume = true;
	assert_int_equal(small_run(t, ANSWERS("n2.plain"), false), 0);
	assert_string_equal(t->r.moves[0].choice->id, "n1.good");
	t->keeper.there = false;
	assert_int_equal(small_run(t, ANSWERS("n1.bad", "n2.plain"), false),
			 -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
	assert_non_null(strstr(t->e.text, "nothing to go on with in the drill "
					  "'small'"));
}

static void
test_from_kept(void **state)
{
	struct small *t = *state;

	t->s.from = "n2";
	assert_int_equal(small_run(t, ANSWERS("stop"), false), -1);
	t->s.from = NULL;
	t->s.resume = true;
	assert_int_equal(small_run(t, ANSWERS("n2.plain"), false), 0);
	assert_string_equal(t->r.from, "n2");
	assert_int_equal(t->r.nmoves, 1);
}

/* A choice taken back, and again after the power went. */
static void
test_undo(void **state)
{
	struct small *t = *state;

	t->io.answers = ANSWERS("");
	t->io.power_after = 2;
	assert_int_equal(small_run(t, ANSWERS("", "2"), true), -1);
	t->io.power_after = SIZE_MAX;
	t->s.resume = true;
	assert_int_equal(small_run(t, ANSWERS("u", "u", "1", "1", "", ""),
				   true), 0);
	assert_non_null(strstr(t->io.first.s, "u take back (is noted)"));
	assert_true(fake_io_showed(&t->io, "Nothing is chosen yet"));
	assert_int_equal(t->r.nmoves, 2);
	assert_string_equal(t->r.moves[0].choice->id, "n1.good");
	assert_int_equal(t->r.outcome.result, RESULT_READY);
	/* what one saw of its way is a hint, and the time went by */
	assert_int_equal(t->r.hints, 1);
	assert_int_equal(t->r.moves[0].seconds, 12);
	/* the last one, too, until one has seen what it was worth */
	t->keeper.there = false;
	t->s.resume = false;
	assert_int_equal(small_run(t, ANSWERS("", "1", "3", "u", "1", "",
					      ""), true), 0);
	assert_string_equal(t->r.moves[1].choice->id, "n2.offer");
	assert_int_equal(t->r.moves[1].mood, 2);
}

/* Killed on whichever page of the debrief, it is that page again; what was
 * not recorded yet is said. */
static void
test_debrief_page(void **state)
{
	struct small *t = *state;

	for (int i = 0; i < 12; i++)
		ARENA_PUSH(&t->a, t->d.debrief, t->d.ndebrief,
			   t->d.capdebrief, t->d.debrief[0]);
	t->io.answers = ANSWERS("");
	t->io.power_after = 5;
	assert_int_equal(small_run(t, ANSWERS("", "1", "1", "", ""), true),
			 -1);
	assert_null(strstr(t->io.screen.s, "What you did"));
	assert_non_null(strstr(t->io.screen.s, "What happened?"));
	t->io.power_after = SIZE_MAX;
	assert_int_equal(small_run(t, ANSWERS("1", "4"), true), 0);
	assert_null(strstr(t->io.screen.s, "What you did"));
	assert_true(fake_io_showed(&t->io, "Only the debrief is left"));
	assert_false(fake_io_showed(&t->io, "scene 3"));
	assert_int_equal(t->r.sure_after, 4);
}

/* Gone on with in two windows: who comes second is told, and nothing of the
 * first is lost. */
static void
test_two_windows(void **state)
{
	struct small *t = *state;
	OWN(str_free) struct str first = { 0 };

	assert_int_equal(small_run(t, ANSWERS("", "1", "0"), true), -1);
	str_add(&first, draft(t));
	t->s.resume = true;
	t->keeper.swap_after = t->keeper.saves + 1;
	assert_int_equal(small_run(t, ANSWERS("h", "1", "", ""), true), -1);
	assert_int_equal(t->e.kind, ERR_REFUSED);
	assert_string_equal(draft(t), "the other window's\n");
}

#define HEAD                                                         \
	"preshift-draft/1 drill\ndigest bb\nseed 0\nfrom -\n" \
	"sure 2 0\nhints 1 1\nspent 5000\npage 0\nkept 0 -\n"

static void
test_changed(void **state)
{
	struct small *t = *state;

	/* the second choice is no more */
	set_draft(t, HEAD "choice n1.good 7\nchoice n2.gone 4\n"
			  "choice n2.plain 4\nend\n");
	t->s.resume = true;
	assert_int_equal(small_run(t, ANSWERS("n2.plain"), false), 0);
	assert_true(fake_io_showed(&t->io, "The drill was changed since"));
	assert_int_equal(t->r.nmoves, 2);
	assert_int_equal(t->r.moves[0].seconds, 7);
	assert_int_equal(t->r.moves[1].seconds, 3);
	/* it is closed now */
	set_draft(t, HEAD "choice n1.bad 7\nchoice n2.offer 4\nend\n");
	assert_int_equal(small_run(t, ANSWERS("n2.plain"), false), 0);
	assert_true(fake_io_showed(&t->io, "The drill was changed since"));
	/* it ends sooner now */
	set_draft(t, HEAD "choice n1.bad 7\nchoice n2.lie 4\n"
			  "choice n2.lie 4\nend\n");
	assert_int_equal(small_run(t, (const char *const[]){ NULL }, false),
			 0);
	/* what is different does not matter where they did not go */
	set_draft(t, HEAD "choice n1.good 7\nend\n");
	assert_int_equal(small_run(t, ANSWERS("n2.plain"), false), 0);
	assert_false(fake_io_showed(&t->io, "The drill was changed since"));
	assert_non_null(strstr(draft(t), "digest aa\n"));
}

static void
test_damaged(void **state)
{
	static const char *const bad[] = {
		"", "\n", "preshift-draft/1 drill", "preshift-draft/2 drill\n",
		"preshift-draft/1 read\n", HEAD, HEAD "end", HEAD "end\nx\n",
		HEAD "choice n1.good\nend\n", HEAD "choice n1.good x\nend\n",
		HEAD "choice  3\nend\n", HEAD "chance n1.good 3\nend\n",
		"preshift-draft/1 drill\ndigest bb\nseed x\n",
		"preshift-draft/1 drill\ndigest bb\nseed 0\nfrom -\n"
		"sure 9 0\nhints 1 1\nspent 5000\npage 0\n"
		"kept 0 -\nend\n",
		"preshift-draft/1 drill\ndigest bb\nseed 0\nfrom -\n"
		"sure 1\nhints 1 1\nspent 5000\npage 0\n"
		"kept 0 -\nend\n",
		"preshift-draft/1 drill\ndigest bb\nseed 0\nfrom -\n"
		"sure 1 0\nhints 1 1\nspent -5\npage 0\nkept 0 -\n"
		"end\n",
		"preshift-draft/1 drill\ndigest bb\nseed 0\nfrom -\n"
		"sure 1 0\nhints 1 1\nspent 5\npage x\nkept 0 -\n"
		"end\n",
		"preshift-draft/1 drill\ndigest bb\nseed 0\nfrom -\n"
		"sure 1 0\nhints 1 1\nspent 5\npage 0\nkept 0\nend\n",
	};
	struct small *t = *state;

	for (size_t i = 0; i < NELEM(bad); i++) {
		set_draft(t, bad[i]);
		assert_int_equal(small_run(t, ANSWERS("", "2", "2", "", ""),
					   true), 0);
		assert_int_equal(t->r.nmoves, 2);
		set_draft(t, bad[i]);
		t->s.resume = true;
		assert_int_equal(small_run(t, ANSWERS("n1.bad"), false), -1);
		assert_int_equal(t->e.kind, ERR_USAGE);
		t->s.resume = false;
	}
	/* only where it began is gone: what there is of it, from the start */
	set_draft(t, "preshift-draft/1 drill\ndigest bb\nseed 0\n"
		     "from nowhere\nsure 2 0\nhints 0 0\n"
		     "spent 5000\npage 0\nkept 0 -\nchoice n9 3\nend\n");
	t->s.resume = true;
	assert_int_equal(small_run(t, ANSWERS("n1.bad", "n2.plain"), false),
			 0);
	assert_true(fake_io_showed(&t->io, "The drill was changed since"));
}

/* An id longer than the drill's, a hint more than there is: nothing breaks. */
static void
test_strange(void **state)
{
	struct small *t = *state;

	t->s.resume = true;
	set_draft(t, "preshift-draft/1 drill\ndigest aa\nseed 0\nfrom -\n"
		     "sure 0 0\nhints 9 9\nspent 0\npage 9\n"
		     "kept 9 x\nend\n");
	assert_int_equal(small_run(t, ANSWERS("hint", "n1.bad", "n2.plain"),
				   false), 0);
	assert_string_equal(t->r.lang, "en");
	assert_int_equal(t->r.hints, 9);
}

static void
test_full_disk(void **state)
{
	struct small *t = *state;

	for (size_t i = 1; i <= 4; i++) {
		t->keeper.saves = 0;
		t->keeper.fail_save = i;
		assert_int_equal(small_run(t, ANSWERS("2", "h", "1", "1", "",
						      ""), true), -1);
		assert_string_equal(t->e.text, "the disk is full");
		t->keeper.there = false;
	}
}

/* Whichever call fails, the failure comes back and nothing else breaks. */
static void
test_broken_terminal(void **state)
{
	struct small *t = *state;
	const char *const answers[] = { "2", "h", "w", "u", "1", "1", "", "",
					NULL };
	size_t i = 1;
	int r;

	do {
		t->keeper.there = false;
		fake_io_free(&t->io);
		fake_io_init(&t->io, answers, true);
		t->io.clock = &t->clock;
		t->io.fail_call = i++;
		err_clear(&t->e);
		r = practice_run(&t->io.io, &t->a, &t->s, &t->r, &t->e);
		assert_true(r == 0 || t->e.kind == ERR_FAILED);
	} while (r != 0);
	assert_true(i > 12);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(test_kill), T(test_language_of_now), T(test_kill_at_end), T(test_put_away),
		T(test_anew), T(test_undo), T(test_debrief_page),
		T(test_two_windows), T(test_from_kept), T(test_changed),
		T(test_damaged), T(test_strange), T(test_full_disk),
		T(test_broken_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
