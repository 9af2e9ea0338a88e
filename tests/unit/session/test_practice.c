/* Tests of session/practice.h: what is shown, asked, scored and said after it.
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
#define NO_ANSWERS ((const char *const[]){ NULL })

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

static void
check_path(const struct small *t, const char *first, const char *second)
{
	assert_int_equal(t->r.nmoves, 2);
	assert_string_equal(t->r.moves[0].choice->id, first);
	assert_string_equal(t->r.moves[1].choice->id, second);
}

static void
test_terminal(void **state)
{
	struct small *t = *state;

	assert_int_equal(small_run(t, ANSWERS("2", "h", "h", "1", "1", "",
					      "4"), true), 0);
	check_path(t, "n1.good", "n2.offer");
	assert_int_equal(t->r.outcome.result, RESULT_READY);
	assert_int_equal(t->r.sure_before, 2);
	assert_int_equal(t->r.sure_after, 4);
	assert_int_equal(t->r.hints, 1);
	assert_string_equal(t->r.lang, "en");
	/* two looks for a hint and one choice, of three seconds each */
	assert_int_equal(t->r.moves[0].seconds, 9);
	assert_int_equal(t->r.moves[1].seconds, 3);
	assert_int_equal(t->r.moves[1].mood, 2);
	assert_true(fake_io_showed(&t->io, "Hint: Look up."));
	assert_true(fake_io_showed(&t->io, "There is no further hint"));
	assert_true(fake_io_showed(&t->io, "Result: READY."));
	assert_true(fake_io_showed(&t->io, "You did well: owning it."));
	assert_true(fake_io_showed(&t->io, "(before: 2)"));
	assert_true(t->io.longest <= 23);
	assert_true(t->io.widest <= 80);
}

static void
test_scene_page(void **state)
{
	struct small *t = *state;

	t->s.trial = true;
	assert_int_equal(small_run(t, ANSWERS("", "2", "0"), true), -1);
	assert_true(fake_io_showed(&t->io, "TRIAL  DRILL  The small drill   "
					   "scene 1"));
	assert_true(fake_io_showed(&t->io, "for: Dmitri S."));
	assert_true(fake_io_showed(&t->io, "Somebody knocks."));
	assert_true(fake_io_showed(&t->io, "The guest: \"Hello?\""));
	assert_true(fake_io_showed(&t->io, "calm   [ . . . # . . . ]   (0 on a "
					   "scale from -3 to +3)"));
	assert_true(fake_io_showed(&t->io, "angry   [ . # . . . . . ]   (-2 on "
					   "a scale from -3 to +3)"));
	/* told at once, above the next scene */
	assert_true(fake_io_showed(&t->io, "Think about n1.bad."));
	assert_true(fake_io_showed(&t->io, "1  You choose n2.offer.   not open "
					   "to you: w says why"));
	assert_non_null(strstr(t->io.screen.s, "0 put away"));
	assert_non_null(strstr(t->io.screen.s, "l German"));
	assert_null(strstr(t->io.screen.s, "h hint"));
}

static void
test_blocked(void **state)
{
	struct small *t = *state;

	/* 1 is closed: it is refused, and nothing else happens */
	assert_int_equal(small_run(t, ANSWERS("", "w", "2", "1", "w", "2", "",
					      ""), true), 0);
	check_path(t, "n1.bad", "n2.plain");
	assert_true(fake_io_showed(&t->io, "Every choice here is open"));
	assert_true(fake_io_showed(&t->io, "1: The door is shut."));
	assert_int_equal(t->r.sure_before, 0);
	assert_int_equal(t->r.sure_after, 0);
}

static void
test_speech(void **state)
{
	struct small *t = *state;

	assert_int_equal(small_run(t, ANSWERS("", "l", "l", "r", "1", "1",
					      "0"), true), 0);
	assert_true(fake_io_showed(&t->io, "The guest: \"Hello?\""));
	assert_true(fake_io_showed(&t->io, "de The guest: „de Hello?“"));
	assert_true(fake_io_showed(&t->io, "ru The guest: «ru Hello?»"));
	/* a full stop stands after the marks in Russian, before them elsewhere */
	assert_true(fake_io_showed(&t->io, "ru The guest: «ru I wait»."));
	/* what is not translated stands in the source's words */
	assert_true(fake_io_showed(&t->io, "DRILL  The small drill"));
	assert_string_equal(t->r.lang, "ru");
	assert_int_equal(practice_lang(&t->s, "ru"), 2);
	assert_int_equal(practice_lang(&t->s, "xx"), 0);
}

static void
test_source_language(void **state)
{
	static const char *const langs[] = { "de" };
	struct small *t = *state;

	/* shown to a German, but in English words and marks */
	t->s.langs = langs;
	t->s.nlangs = 1;
	assert_int_equal(small_run(t, ANSWERS("", "l", "0"), true), 0 - 1);
	assert_true(fake_io_showed(&t->io, "The guest: \"Hello?\""));
	assert_null(strstr(t->io.screen.s, "l German"));
}

static void
test_debrief(void **state)
{
	struct small *t = *state;
	const char *star, *lie, *fine;

	assert_int_equal(small_run(t, ANSWERS("", "1", "3", "", ""),
				   true), 0);
	assert_true(fake_io_showed(&t->io, "DEBRIEF  The small drill"));
	star = strstr(t->io.all.s, "did n2.lie");
	assert_non_null(star);
	assert_non_null(strstr(star, "at ease *"));
	assert_true(fake_io_showed(&t->io, "He would say: never again."));
	assert_true(fake_io_showed(&t->io, "The moment it turned (*): scene 2, "
					   "The coffee."));
	assert_true(fake_io_showed(&t->io, "Result: ONCE MORE. A must-have was "
					   "missing: gives a coffee."));
	assert_true(fake_io_showed(&t->io, "Never"));
	assert_true(fake_io_showed(&t->io, "Try next time: owning it."));
	assert_true(fake_io_showed(&t->io, "What happened?"));
	/* the dearest first */
	lie = strstr(t->io.all.s, "Think about n2.lie.");
	fine = strstr(t->io.all.s, "Think about n1.good.");
	assert_non_null(lie);
	assert_non_null(fine);
	assert_true(lie < fine);
	assert_true(t->r.moves[1].regret > 0);
	assert_int_equal(t->r.moves[0].regret, 0);
}

static struct practice_next
choose_next(struct small *t, const char *answer)
{
	const uint64_t leaf = 12;
	struct practice_next next;

	fake_io_free(&t->io);
	fake_io_init(&t->io, ANSWERS(answer), true);
	assert_int_equal(practice_next(&t->io.io, &t->a, &t->s, &t->r, &leaf,
				       &next, &t->e), 0);
	assert_true(fake_io_showed(&t->io, "Kept as number 12."));
	return next;
}

static void
test_next(void **state)
{
	struct small *t = *state;
	struct practice_next next;

	assert_int_equal(small_run(t, ANSWERS("", "1", "3", "", ""), true), 0);
	next = choose_next(t, "1");
	assert_true(fake_io_showed(&t->io, "(pivot) Again from scene 2"));
	assert_true(fake_io_showed(&t->io, "(start) Again from the start"));
	assert_true(fake_io_showed(&t->io, "(other) Another drill"));
	assert_true(fake_io_showed(&t->io, "(home) Home"));
	assert_true(fake_io_showed(&t->io, "Result: ONCE MORE."));
	assert_true(next.again && !next.other && next.keep == 1);
	next = choose_next(t, "2");
	assert_true(next.again && !next.other && next.keep == 0);
	assert_true(fake_io_showed(&t->io, "(coach) Ask my coach"));
	next = choose_next(t, "4");
	assert_true(!next.again && next.other);
	next = choose_next(t, "");
	assert_true(!next.again && !next.other);
	/* where it turned at the first scene, that is the start */
	t->keeper.there = false;
	assert_int_equal(small_run(t, ANSWERS("", "2", "2", "", ""), true), 0);
	next = choose_next(t, "1");
	assert_true(next.again && next.keep == 0);
}

/* Again from where it turned: what came before stands, and counts. */
static void
test_again(void **state)
{
	struct practice_result before;
	struct small *t = *state;

	assert_int_equal(small_run(t, ANSWERS("2", "l", "1", "3", "", "3"),
				   true), 0);
	before = t->r;
	t->keeper.there = false; /* dropped with the record */
	t->s.before = &before;
	t->s.keep = 1;
	t->s.of = "office 3 x";
	assert_int_equal(small_run(t, ANSWERS("u", "1", "", ""), true), 0);
	assert_non_null(strstr(t->io.first.s, "scene 2"));
	assert_non_null(strstr(t->io.first.s, "„de A coffee?“"));
	check_path(t, "n1.good", "n2.offer");
	assert_int_equal(t->r.outcome.result, RESULT_READY);
	assert_int_equal(t->r.outcome.scaled, 10000);
	assert_int_equal(t->r.sure_before, 3);
	assert_int_equal(t->r.kept, 1);
	assert_string_equal(t->r.of, "office 3 x");
	/* also after the power went */
	t->keeper.there = false;
	assert_int_equal(small_run(t, ANSWERS("r"), true), -1);
	t->s.before = NULL;
	t->s.keep = 0;
	t->s.of = NULL;
	assert_int_equal(small_run(t, ANSWERS("", "u", "1", "", ""), true),
			 0);
	check_path(t, "n1.good", "n2.offer");
	assert_int_equal(t->r.kept, 1);
	assert_string_equal(t->r.of, "office 3 x");
}

static void
test_feedback_once(void **state)
{
	struct small *t = *state;
	const char *first;

	assert_int_equal(small_run(t, ANSWERS("", "2", "2", "", ""),
				   true), 0);
	first = strstr(t->io.all.s, "Think about n1.bad.");
	assert_non_null(first);
	assert_null(strstr(first + 1, "Think about n1.bad."));
}

static void
test_nothing_to_turn(void **state)
{
	struct small *t = *state;

	struct practice_next next;

	assert_int_equal(small_run(t, ANSWERS("", "1", "1", "", ""), true), 0);
	next = choose_next(t, "1"); /* from the start */
	assert_true(next.again && next.keep == 0);
	next = choose_next(t, "3");
	assert_true(next.other);
	small_run(t, ANSWERS("", "1", "1", "", ""), true);
	assert_false(fake_io_showed(&t->io, "The moment it turned"));
}

static void
test_leave_at_end(void **state)
{
	struct small *t = *state;

	/* without the debrief, too, it was played */
	assert_int_equal(small_run(t, ANSWERS("", "1", "1", "0"), true), 0);
	assert_false(fake_io_showed(&t->io, "DEBRIEF"));
	assert_int_equal(t->r.nmoves, 2);
	t->keeper.there = false;
	assert_int_equal(small_run(t, ANSWERS("2", "1", "1", "x", "", "9",
					      "sure 5"), true), 0);
	assert_int_equal(t->r.sure_after, 5);
	assert_non_null(strstr(t->io.screen.s, "1 (not at all) to 5"));
}

static void
test_script(void **state)
{
	struct small *t = *state;

	assert_int_equal(small_run(t, ANSWERS("sure 3", "hint", "n1.good",
					      "n2.offer", "sure 4"), false),
			 0);
	check_path(t, "n1.good", "n2.offer");
	assert_int_equal(t->r.sure_before, 3);
	assert_int_equal(t->r.sure_after, 4);
	assert_int_equal(t->r.hints, 1);
	assert_true(fake_io_showed(&t->io, "n1.good  You choose n1.good."));
	/* neither is needed, and the caller prints the debrief */
	assert_int_equal(small_run(t, ANSWERS("n1.bad", "n2.plain"), false),
			 0);
	check_path(t, "n1.bad", "n2.plain");
	assert_int_equal(t->r.sure_before, 0);
	assert_int_equal(t->r.sure_after, 0);
	assert_false(fake_io_showed(&t->io, "DEBRIEF"));
}

static void
check_usage(struct small *t, const char *const *answers)
{
	assert_int_equal(small_run(t, answers, false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
	assert_int_equal(t->e.cancelled, 0);
}

static void
test_script_wrong(void **state)
{
	struct small *t = *state;

	check_usage(t, ANSWERS("1"));               /* a number */
	check_usage(t, ANSWERS("n2.plain"));        /* of another scene */
	check_usage(t, ANSWERS("sure 6"));
	check_usage(t, ANSWERS("sure 1", "sure 2"));
	check_usage(t, ANSWERS("n1.good", "sure 2"));
	check_usage(t, ANSWERS("n1.bad", "n2.offer")); /* closed */
	check_usage(t, ANSWERS("n1.good"));         /* lacks one */
	check_usage(t, ANSWERS("n1.good", "n2.plain", "n2.plain"));
	check_usage(t, ANSWERS("n1.good", "n2.plain", "4"));
	check_usage(t, NO_ANSWERS);
	assert_int_equal(small_run(t, ANSWERS("n1.good", "stop"), false), -1);
	assert_true(t->e.cancelled);
}

static void
give(struct small *t, const char *const *choices)
{
	t->s.choices = choices;
	for (t->s.nchoices = 0; choices[t->s.nchoices] != NULL;)
		t->s.nchoices++;
}

static void
check_given(struct small *t, const char *const *choices, const char *says)
{
	give(t, choices);
	check_usage(t, NO_ANSWERS);
	assert_non_null(strstr(t->e.text, says));
}

static void
test_given(void **state)
{
	struct small *t = *state;

	give(t, ANSWERS("n1.good", "n2.offer"));
	assert_int_equal(small_run(t, NO_ANSWERS, false), 0);
	check_path(t, "n1.good", "n2.offer");
	assert_int_equal(t->r.outcome.result, RESULT_READY);
	assert_int_equal(t->r.outcome.scaled, 10000);
	assert_int_equal(t->io.calls, 0);
	assert_false(t->keeper.there);
	check_given(t, ANSWERS("n1.good", "n2.none"), "'n2.none'");
	check_given(t, ANSWERS("n1.good", "n2.none"), "scene 2 ('n2')");
	check_given(t, ANSWERS("n1.bad", "n2.offer"), "n2.plain, n2.lie");
	check_given(t, ANSWERS("n1.bad"), "scene 2");
	check_given(t, ANSWERS("n1.bad", "n2.lie", "n2.lie"), "one too many");
	check_given(t, NO_ANSWERS, "n1.good, n1.bad");
}

static void
test_from(void **state)
{
	struct small *t = *state;

	t->s.from = "n2";
	assert_int_equal(small_run(t, ANSWERS("n2.plain"), false), 0);
	assert_int_equal(t->r.nmoves, 1);
	assert_string_equal(t->r.from, "n2");
	assert_false(fake_io_showed(&t->io, "Somebody knocks."));
	check_usage(t, ANSWERS("n2.offer"));  /* n1.good was not seen */
	t->s.from = "fine";
	assert_int_equal(small_run(t, NO_ANSWERS, false), 0);
	assert_int_equal(t->r.nmoves, 0);
	assert_int_equal(t->r.end, 2);
	t->s.from = "nowhere";
	check_usage(t, NO_ANSWERS);
	assert_non_null(strstr(t->e.text, "'nowhere'"));
}

/* Without known extremes it is played all the same, and nothing is kept. */
static void
test_incomplete(void **state)
{
	struct small *t = *state;

	t->report.complete = false;
	t->report.x.complete = false;
	t->s.explore = NULL;
	assert_int_equal(small_run(t, ANSWERS("", "1", "3", "", ""),
				   true), 0);
	assert_int_equal(t->r.outcome.scaled, -1);
	assert_int_equal(t->r.moves[0].regret, -1);
	assert_false(fake_io_showed(&t->io, "You did well"));
	assert_false(t->keeper.there);
}

static void
test_nobody(void **state)
{
	struct small *t = *state;

	t->s.name = NULL;
	t->s.keeper = NULL;
	assert_int_equal(small_run(t, ANSWERS("", "1", "1", "", ""),
				   true), 0);
	assert_true(fake_io_showed(&t->io, "nothing is kept"));
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(test_terminal), T(test_scene_page), T(test_blocked),
		T(test_speech), T(test_source_language), T(test_debrief),
		T(test_next), T(test_again), T(test_feedback_once), T(test_nothing_to_turn),
		T(test_leave_at_end), T(test_script), T(test_script_wrong),
		T(test_given), T(test_from), T(test_incomplete),
		T(test_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
