/* A lineup from the roll to the close, in a script and at a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "lineup_house.h"
#include "../said.h"

/* Leader, roll, mantra, yesterday, praise, today, commandment, practice,
 * board, recall, close. Ideas are empty and folded. */
static const char *const in_words[] = {
	"2003", "here 1-6 8 9 late 7 off 5", "", "", "", "", "", "", "",
	"heard 1", "heard 1", "heard 2", "", "heard 3", "",
	"park towel trolley", "", "", "recall 5", "", "", "unsigned", NULL,
};

static const char *const in_keys[] = {
	"1", "1-6 8 9", "O5", "+ Tom", "", "", "l", "", "", "", "", "", "1",
	"1", "b", "", "2", "", "3", "", "p towel trolley", "L7", "", "", "5",
	"", "", "", NULL,
};

static int
setup(void **state)
{
	static struct house h;

	house_open(&h);
	*state = &h;
	return 0;
}

static int
teardown(void **state)
{
	house_close(*state);
	return 0;
}

/* ---- the whole ---- */

static void
whole_in_words(void **state)
{
	struct house *h = *state;
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	assert_int_equal(house_run(h, &f, in_words, false, &r, &e), 0);
	assert_int_equal(f.at, f.n);
	assert_string_equal(
		house_result(h, &r),
		"2003 10 en 1795240220 1795240620 212 " EMPTY_ROOT "\n"
		"present: [1001] [1002] [1003] [1004] [1006] [1008] [2003]\n"
		"late: [1007]\n"
		"off: [1005]\n"
		"shown: [roll] [mantra] [yesterday] [locker 14] [praise] "
		"[today] [Coach party at nine] [Soup is out] "
		"[Wet floor by the lift] [New limit: 20 EUR] [commandment] "
		"[practice] [board] [breakfast queue at a quarter past] "
		"[recall] [close]\n"
		"dropped:\n"
		"parked: [towel trolley]\n"
		"0 2-1-1 5/8 1008 2\n");
	assert_int_equal(r.recorded, 0);
	assert_true(fake_io_showed(&f, "gave a time: heard 1 time"));
	assert_true(fake_io_showed(&f, "Parked: towel trolley"));
	assert_true(fake_io_showed(&f, "RIGHT: A time."));
	assert_true(fake_io_showed(&f, "Held 06:50:20 to 06:57:00 (7 minutes "
				       "of paid time)."));
	assert_true(fake_io_showed(&f, "Here 7, late 1, not here 1: Elif."));
	assert_true(f.longest <= 23);
	assert_true(f.widest <= 80);
	fake_io_free(&f);
}

static void
whole_in_keys(void **state)
{
	struct house *h = *state;
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	assert_int_equal(house_run(h, &f, in_keys, true, &r, &e), 0);
	assert_int_equal(f.at, f.n);
	assert_string_equal(r.leader, "2003");
	assert_string_equal(r.lang, "de");
	assert_int_equal(r.npresent, 7);
	assert_int_equal(r.nlate, 1);
	assert_int_equal(r.guests, 1);
	assert_int_equal(r.practice[0], 2);
	assert_int_equal(r.practice[2], 1);
	assert_int_equal(r.recall_right, 5);
	assert_int_equal(r.leader_signs, SIGN_LATER);
	assert_true(fake_io_showed(&f, "de: Which question do we bluff on?"));
	assert_true(fake_io_showed(&f, "Elif K.  NEW (coach: Ana P.)"));
	assert_true(f.longest <= 23);
	fake_io_free(&f);
}

/* What stands on the screen when the answers have run out. */
static const char *
screen_after(struct house *h, const char *const *answers)
{
	struct lineup_result r;
	struct fake_io f;
	const char *s;
	struct err e;

	h->keeper.there = false;
	assert_int_equal(house_run(h, &f, answers, true, &r, &e), -1);
	assert_true(e.cancelled);
	assert_int_equal(f.at, f.n);
	s = arena_strdup(&h->a, str_text(&f.screen));
	fake_io_free(&f);
	return s;
}

#define SHOWN(h, text, ...)                                                \
	assert_non_null(strstr(screen_after(h, (const char *const[]){      \
							__VA_ARGS__, NULL }), \
			       text))

static void
pages_say_where_you_are(void **state)
{
	struct house *h = *state;

	SHOWN(h, "LINEUP  early, Front desk   1 of 10  ROLL", "1");
	SHOWN(h, "0:20 of 10:00", "1", "1-8");
	SHOWN(h, "Here: 1 2 3 4 6 8 (6)   Late: 7   Off: none   Not said: 5 9",
	      "1", "1-6 8", "L7", "-5 9");
	SHOWN(h, "LINEUP  6 of 10  COMMANDMENT 7", "1", "1-8", "", "", "", "",
	      "");
	SHOWN(h, "      Which question do we bluff on?", "1", "1-8", "", "",
	      "", "", "");
	SHOWN(h, "Ana + Elif  Ben + Jonas  Chiara + Dmitri + Piet", "1",
	      "1-6 8", "", "", "", "", "", "", "");
	SHOWN(h, "1:00 left   2:40 of 10:00", "1", "1-6 8", "", "", "", "",
	      "", "", "");
	SHOWN(h, "  a  At once.", "1", "1-8", "", "", "", "", "", "", "", "",
	      "", "");
	h->setup.trial = true;
	SHOWN(h, "TRIAL  LINEUP  2 of 10  MANTRA", "1", "1-8", "");
}

/* What does not fit on a page is on the next one; a script has one page. */
static void
more_than_a_page(void **state)
{
	static const char *const script[] = {
		"2003", "here 1-3", "", "", "", "", "", "", "", "", "", "",
		"", "", "", "unsigned", NULL,
	};
	struct house *h = *state;
	struct plan_slot *s = &h->setup.plan.slots[SLOT_TODAY];
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	ARENA_PUSH(&h->a, s->items, s->nitems, s->capitems, "A sixth thing");
	ARENA_PUSH(&h->a, s->items, s->nitems, s->capitems, "Number seven");
	SHOWN(h, "  5  New limit: 20 EUR\n\n2 more on the next page.\n", "1",
	      "1-8", "", "", "", "");
	SHOWN(h, "  6  A sixth thing\n  7  Number seven\n", "1", "1-8", "", "",
	      "", "", "");
	SHOWN(h, "COMMANDMENT 7", "1", "1-8", "", "", "", "", "", "");
	SHOWN(h, "2 more on the next page.", "1", "1-8", "", "", "", "", "",
	      "b");
	SHOWN(h, "2 more on the next page.", "1", "1-8", "", "", "", "", "",
	      "a 1", "a 2", "a 3", "a 4", "u", "u", "u", "u", "b");

	h->keeper.there = false;
	assert_int_equal(house_run(h, &f, script, false, &r, &e), 0);
	assert_int_equal(f.at, f.n);
	assert_non_null(strstr(house_result(h, &r), "[Number seven] "));
	fake_io_free(&f);
}

static void
pairs_of_any_number(void **state)
{
	struct house *h = *state;

#define PRACTICE "", "", "", "", "", "", ""
	SHOWN(h, "Ana + Ben\n", "1", "1 2", PRACTICE);
	SHOWN(h, "Ana + Ben + Chiara\n", "1", "1-3", PRACTICE);
	SHOWN(h, "Ana + Maria\n", "1", "1 9", PRACTICE);
	SHOWN(h, "Ana + Ben\n", "1", "1 2 9", PRACTICE);
	SHOWN(h, "Ana + Chiara  Ben + Olga\n", "1", "1-3 L7", PRACTICE);
	SHOWN(h, "Ana + Olga + Ben\n", "1", "1-2 L7", PRACTICE);
	SHOWN(h, "Olga + Piet\n", "1", "L7-8", PRACTICE);
	SHOWN(h, "Ana + Tom\n", "1", "1", "+ Tom", PRACTICE);
	/* who leads is there without a word */
	SHOWN(h, "Ana + Maria\n", "1", "1", PRACTICE);
	SHOWN(h, "the leader plays the guest", "1", "1 O9", PRACTICE);
}

static void
empty_slots_fold_or_speak(void **state)
{
	struct house *h = *state;

	h->setup.recall = NULL;
	SHOWN(h, "What is our mantra?", "1", "1-8", PRACTICE, "", "", "");
	for (size_t i = 0; i < SLOT_COUNT; i++)
		h->setup.plan.slots[i].nitems = 0;
	SHOWN(h, "LINEUP  3 of 8  PRAISE", "1", "1-8", "", "");
	SHOWN(h, "Thank one person", "1", "1-8", "", "");
	SHOWN(h, "Three questions", "1", "1-8", "", "", "");
}

/* ---- the roll ---- */

static void
russian_keys_by_place(void **state)
{
	struct house *h = *state;

	SHOWN(h, "Late: 7   Off: 5", "1", "1-6 8", "Д7", "щ5");
	SHOWN(h, "ROLL", "1", "1-8", "", "и");
	SHOWN(h, "de: Every guest", "1", "1-8", "", "д");
	SHOWN(h, "of 5:00", "1", "1-8", "", "ы 5");
	SHOWN(h, "Parked: \"полотенца\"", "1", "1-8", "з полотенца", "s 5",
	      "", "", "", "", "", "", "");
}

static void
wrong_answers_are_told(void **state)
{
	static const struct { const char *answer, *told; } v[] = {
		{ "10", "no number of this roll: 1 to 9" },
		{ "0-3", "no number of this roll" },
		{ "1-99999999999999999999", "no number of this roll" },
		{ "6-1", "runs backwards" },
		{ "Ana", "say who is here" },
		{ "1,2,x", "say who is here" },
		{ "late", "names nobody" },
		{ "+", "a guest needs a name" },
		{ "b", "this is the first page" },
		{ "u", "nothing to take back" },
		{ "short 8", "no form of a lineup" },
		{ "heard 4", "three things to listen for" },
		{ "heard 1 4", "three things to listen for" },
		{ "heard", "three things to listen for" },
		{ "park", "say what is to be parked" },
		{ "p -", "say what is to be parked" },
		{ "recall 1", "0 are here" },
		{ "", "nobody is here yet" },
		{ "now", "say who is here" },
	};
	struct house *h = *state;

	for (size_t i = 0; i < NELEM(v); i++) {
		const char *const answers[] = { "1", v[i].answer, NULL };
		const char *const words[] = { "2003", v[i].answer, NULL };
		struct lineup_result r;
		struct fake_io f;
		struct err e;

		h->keeper.there = false;
		assert_int_equal(house_run(h, &f, answers, true, &r, &e), -1);
		assert_true(e.cancelled);
		if (!fake_io_showed(&f, v[i].told))
			fail_msg("'%s' said: %s", v[i].answer,
				 str_text(&f.said));
		fake_io_free(&f);
		h->keeper.there = false;
		assert_int_equal(house_run(h, &f, words, false, &r, &e), -1);
		assert_int_equal(e.kind, ERR_USAGE);
		assert_false(h->keeper.there);
		fake_io_free(&f);
	}
}

static void
numbers_are_no_words_of_scripts(void **state)
{
	static const char *const v[] = { "1-6", "-7", "p towel", "s 5", "5",
					 "0" };
	struct house *h = *state;

	for (size_t i = 0; i < NELEM(v); i++) {
		const char *const words[] = { "2003", v[i], NULL };
		struct lineup_result r;
		struct fake_io f;
		struct err e;

		assert_int_equal(house_run(h, &f, words, false, &r, &e), -1);
		assert_int_equal(e.kind, ERR_USAGE);
		fake_io_free(&f);
	}
}

static void
zero_puts_away(void **state)
{
	static const char *const zero[] = { "1", "1-8", "", "0", NULL };
	struct house *h = *state;
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	assert_int_equal(house_run(h, &f, zero, true, &r, &e), -1);
	assert_true(e.cancelled);
	assert_true(h->keeper.there);
	fake_io_free(&f);
	SHOWN(h, "0 of 9 knew it.", "1", "1-8", PRACTICE, "", "", "", "0");
}

/* ---- shortening and taking back ---- */

static void
shorter_keeps_the_clock(void **state)
{
	struct house *h = *state;
	static const char *const board[] = {
		"2003", "here 1-8", PRACTICE, "", "", "short 5", "", "later",
		NULL,
	};
	static const char *const early[] = {
		"2003", "here 1-8", "", "", "short 5", "", "", "", "", "", "",
		"now", NULL,
	};
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	SHOWN(h, "1:20 of 5:00", "1", "1-8", "", "s", "5");
	SHOWN(h, "1:20 of 10:00", "1", "1-8", "", "s", "");
	SHOWN(h, "LINEUP  2 of 6  MANTRA", "1", "1-8", "", "s 5");
	SHOWN(h, "0:40 left", "1", "1-8", "s 5", "", "", "", "", "");
	h->keeper.there = false;
	/* at the board: it is not in the short form, so the close comes */
	assert_int_equal(house_run(h, &f, board, false, &r, &e), 0);
	assert_int_equal(r.form, 5);
	assert_non_null(strstr(house_result(h, &r),
			       "[board] [breakfast queue at a quarter past] "
			       "[close]\n"
			       "dropped: [recall]\n"));
	fake_io_free(&f);
	h->keeper.there = false;
	assert_int_equal(house_run(h, &f, early, false, &r, &e), 0);
	assert_non_null(strstr(house_result(h, &r),
			       "dropped: [praise] [board] "
			       "[breakfast queue at a quarter past] "
			       "[recall]\n"));
	assert_int_equal(r.leader_signs, SIGN_NOW);
	fake_io_free(&f);
}

static void
space_stops_the_clock(void **state)
{
	static const char *const answers[] = {
		"1", "1-8", " ", "+300", " ", "s 5", "", "", "", " ", "", "",
		"", "", "", "", NULL,
	};
	struct house *h = *state;
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	SHOWN(h, "paused at 0:40", "1", "1-8", " ");
	SHOWN(h, "paused at 0:40", "1", "1-8", " ", "+300", "", "");
	SHOWN(h, "1:00 of 10:00", "1", "1-8", " ", "+300", "", " ", "");
	SHOWN(h, "0:40 left   paused at 3:00", "1", "1-8", PRACTICE, " ");
	SHOWN(h, "0:20 left   3:20 of 10:00", "1", "1-8", PRACTICE, " ",
	      "+300", "1", " ", "2");
	/* turned to in a pause, a round begins when the clock runs on */
	SHOWN(h, "0:40 left   1:00 of 10:00", "1", "1-8", " ", PRACTICE,
	      "+300", " ", "1");
	SHOWN(h, "Space runs on", "1", "1-8", " ");
	SHOWN(h, "Space pause", "1", "1-8", " ", " ");
	h->keeper.there = false;
	/* what was held is paid, paused or not; the countdown ends below */
	assert_int_equal(house_run(h, &f, answers, true, &r, &e), 0);
	assert_true(fake_io_showed(&f, "The clock stands still."));
	assert_true(fake_io_showed(&f, "The clock runs on."));
	assert_int_equal(r.end - r.start, 300 + 13 * 20);
	assert_int_equal(r.stood_ms, (300 + 20 + 100) * 1000);
	assert_non_null(strstr(str_text(&f.screen), "ended at 2:20"));
	fake_io_free(&f);
	/* in a script there is no such key */
	h->keeper.there = false;
	assert_int_equal(house_run(h, &f, in_words, false, &r, &e), 0);
	assert_int_equal(r.stood_ms, 0);
	fake_io_free(&f);
}

/* Keys that open a question let whoever pressed them by mistake go back. */
static void
questions_within_a_page(void **state)
{
	struct house *h = *state;

	SHOWN(h, "Parked: \"towels\"", "1", "1-8", "s 5", "", "p", "towels",
	      "", "", "", "", "", "");
	SHOWN(h, "MANTRA", "1", "1-8", "", "p", "");
	SHOWN(h, "MANTRA", "1", "1-8", "", "p", "0");
	SHOWN(h, "MANTRA", "1", "1-8", "", "s", "0");
}

static void
taking_back(void **state)
{
	struct house *h = *state;

	SHOWN(h, "Here: 1 2 3 (3)", "1", "1-3", "1-8", "u");
	SHOWN(h, "gave a time          heard 1 time\n", "1", "1-8", PRACTICE,
	      "2", "2", "u");
	SHOWN(h, "Parked: \"one\"", "1", "1-8", "s 5", "park one", "park two",
	      "u", "", "", "", "", "", "", "");
}

static void
only_one_language(void **state)
{
	static const char *const answers[] = { "1", "1", "", "l", NULL };
	struct house *h = *state;
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	h->setup.nlangs = 1;
	assert_int_equal(house_run(h, &f, answers, true, &r, &e), -1);
	assert_true(fake_io_showed(&f, "one language only"));
	fake_io_free(&f);
}

static void
nobody_can_lead(void **state)
{
	static const char *const answers[] = { "1005", NULL };
	struct house *h = *state;
	struct lineup_result r;
	struct fake_io f;
	struct err e;

	assert_int_equal(house_run(h, &f, answers, false, &r, &e), -1);
	assert_int_equal(e.kind, ERR_USAGE); /* Elif is not active yet */
	fake_io_free(&f);
	h->setup.nroster = 0;
	assert_int_equal(house_run(h, &f, answers, false, &r, &e), -1);
	assert_int_equal(e.kind, ERR_FAILED);
	fake_io_free(&f);
}

/* ---- the witness ---- */

/* By Python's hashlib: sorted(present)[int.from_bytes(sha256(
 * f"{root}\n{date}\n{shift}\n{team}".encode()).digest()[:8], "big") % n]. */
static void
draw_as_anybody_can(void **state)
{
	static const char *const all[] = { "1008", "1001", "1003", "1002",
					   "1004", "2003", "1006" };
	static const char *const others[] = { "1001", "1002", "1003", "1004",
					      "1006", "1008" };
	static const char other_root[] =
		"7 q3JDn5+uU8YJr1s0Wv6kV0W6J1y0o9z1p3K9S8e2m0A=";
	struct house *h = *state;
	struct lineup_setup *s = &h->setup;
	const char *after = "212 " EMPTY_ROOT;

	assert_string_equal(lineup_draw(s, after, "2003", all, 7, &h->a),
			    "1008");
	s->day++;
	assert_string_equal(lineup_draw(s, after, "2003", all, 7, &h->a),
			    "1006");
	s->day--;
	s->shift = SHIFT_LATE;
	assert_string_equal(lineup_draw(s, other_root, "2003", others, 6,
					&h->a), "1001");
	s->shift = SHIFT_EARLY;
	s->team = "bar";
	assert_string_equal(lineup_draw(s, after, "1001", all, 7, &h->a),
			    "1006");
	assert_null(lineup_draw(s, after, "2003", &all[5], 1, &h->a));
	assert_null(lineup_draw(s, after, "2003", NULL, 0, &h->a));
	/* 1005 is not active: the lot never falls there */
	assert_null(lineup_draw(s, after, "2003",
				(const char *const[]){ "1005" }, 1, &h->a));
}

static void
sha256_is_right(void **state)
{
	static const uint8_t abc[] = { 0xba, 0x78, 0x16, 0xbf };
	uint8_t d[32];

	(void)state;
	house_sha256(d, "abc", 3);
	assert_memory_equal(d, abc, sizeof(abc));
}

static void
witness_is_asked(void **state)
{
	static const struct {
		const char *word, *key;
		enum sign_when w;
	} v[] = {
		{ "now", "1", SIGN_NOW }, { "later", "2", SIGN_LATER },
		{ "skip", "3", SIGN_NEVER }, { "", "", SIGN_LATER },
	};
	struct lineup_result r = { .screen = "en", .witness = "1006" };
	struct house *h = *state;
	struct fake_io f;
	struct err e;

	err_init(&e, NULL);
	for (size_t i = 0; i < 2 * NELEM(v); i++) {
		const char *const answers[] = {
			i % 2 ? v[i / 2].key : v[i / 2].word, NULL,
		};
		enum sign_when w = SIGN_NEVER;

		fake_io_init(&f, answers, i % 2);
		assert_int_equal(lineup_ask_witness(&f.io, &h->a, &h->setup,
						    &r, &w, &e), 0);
		assert_int_equal(w, v[i / 2].w);
		assert_true(fake_io_showed(&f, "drawn by lot: Jonas W."));
		fake_io_free(&f);
	}
}

static int
run_said(struct house *h, const char *const *answers, struct err *e)
{
	struct lineup_lang lang = h->setup.langs[0];
	struct lineup_setup s = h->setup;
	struct lineup_result r;
	struct fake_io f;
	int rc;

	lang.m = e->m; /* the page's language is also that of its errors */
	s.langs = &lang;
	fake_io_init(&f, answers, false);
	rc = lineup_run(&f.io, &h->a, &s, &r, e);
	fake_io_free(&f);
	return rc;
}

/* What the tests of the command line cannot provoke in each language. */
static void
told(void **state)
{
	static const char *const flip[] = { "2003", "l", NULL };
	struct house *h = *state;
	struct err e;

	err_init(&e, NULL);
	h->setup.nlangs = 1;
	assert_said(&e, ERR_USAGE, "this house has one language only",
		    run_said(h, flip, &e));
	h->setup.form = 6;
	assert_said(&e, ERR_USAGE,
		    "'%u' is no form of a lineup: 10, 7 or 5 minutes",
		    run_said(h, flip, &e));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(whole_in_words),
		CASE(whole_in_keys),
		CASE(pages_say_where_you_are),
		CASE(more_than_a_page),
		CASE(pairs_of_any_number),
		CASE(empty_slots_fold_or_speak),
		CASE(russian_keys_by_place),
		CASE(wrong_answers_are_told),
		CASE(numbers_are_no_words_of_scripts),
		CASE(zero_puts_away),
		CASE(shorter_keeps_the_clock),
		CASE(space_stops_the_clock),
		CASE(questions_within_a_page),
		CASE(taking_back),
		CASE(only_one_language),
		CASE(nobody_can_lead),
		CASE(draw_as_anybody_can),
		CASE(sha256_is_right),
		CASE(witness_is_asked),
		CASE(told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
