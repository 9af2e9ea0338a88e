/* A lineup that is cut off at any moment goes on where it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "lineup_house.h"
#include "session/lineup_state.h"

static const char *const in_words[] = {
	"2003", "here 1-6 8 9 off 5", "", "", "", "park garage", "", "", "",
	"", "heard 1", "heard 2 3", "", "heard 3", "", "late 7", "short 7",
	"recall 5", "", "later", NULL,
};

/* The screen is in the language of who opens it, so what is compared whole
 * flips none; `l` has a test of its own. */
static const char *const in_keys[] = {
	"1", "1-6 8 9", "O5", "+ Tom", "", " ", "", "", " ", "", "p garage", "",
	"", "", "1", " ", "2", " ", "b", "", "3", "", "3", "", "L7", "", "", "5", "",
	"", "1", NULL,
};

/* Every answer takes 20 seconds, so the same answers give the same times. */
static const char *
uncut(const char *const *answers, bool interactive, size_t *ret_calls)
{
	static char text[4096];
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	struct err e;

	house_open(&h);
	if (house_run(&h, &f, answers, interactive, &r, &e) != 0)
		fail_msg("%s", e.text);
	assert_int_equal(f.at, f.n);
	snprintf(text, sizeof(text), "%s", house_result(&h, &r));
	*ret_calls = f.calls;
	fake_io_free(&f);
	house_close(&h);
	return text;
}

/* Goes on after what F took; another start of the machine, so the monotonic
 * clock is another. */
static void
go_on(struct house *h, const struct fake_io *f, const char *const *answers,
      const char *expected)
{
	struct lineup_result r;
	struct fake_io more;
	struct err e;

	h->clock.mono_ms = 77000;
	if (house_run(h, &more, answers + f->at, f->io.interactive, &r,
		      &e) != 0)
		fail_msg("after %zu: %s", f->at, e.text);
	assert_string_equal(house_result(h, &r), expected);
	/* In a script what is counted is said in a line, not shown anew. */
	if (f->io.interactive && f->screen.n > 0 && f->fail_call == 0)
		assert_string_equal(str_text(&more.first),
				    str_text(&f->screen));
	fake_io_free(&more);
}

static void
cut_after_each_answer(const char *const *answers, bool interactive)
{
	size_t calls;
	const char *expected = uncut(answers, interactive, &calls);

	for (size_t k = 0; answers[k] != NULL; k++) {
		struct lineup_result r;
		struct house h;
		struct fake_io f;
		struct err e;

		house_open(&h);
		fake_io_init(&f, answers, interactive);
		f.clock = &h.clock;
		f.step = 20;
		f.power_after = k;
		err_init(&e, NULL);
		assert_int_equal(lineup_run(&f.io, &h.a, &h.setup, &r, &e),
				 -1);
		assert_string_equal(e.text, "the power is gone");
		assert_int_equal(h.keeper.there, k > 0);
		go_on(&h, &f, answers, expected);
		fake_io_free(&f);
		house_close(&h);
	}
}

static void
cut_in_words(void **state)
{
	(void)state;
	cut_after_each_answer(in_words, false);
}

static void
cut_in_keys(void **state)
{
	(void)state;
	cut_after_each_answer(in_keys, true);
}

/* Whatever call fails, the error comes through and nothing answered is lost. */
static void
any_call_fails(const char *const *answers, bool interactive)
{
	size_t calls;
	const char *expected = uncut(answers, interactive, &calls);

	for (size_t n = 1; n <= calls; n++) {
		struct lineup_result r;
		struct house h;
		struct fake_io f;
		struct err e;

		house_open(&h);
		fake_io_init(&f, answers, interactive);
		f.clock = &h.clock;
		f.step = 20;
		f.fail_call = n;
		err_init(&e, NULL);
		assert_int_equal(lineup_run(&f.io, &h.a, &h.setup, &r, &e),
				 -1);
		assert_string_equal(e.text, "the terminal is gone");
		go_on(&h, &f, answers, expected);
		fake_io_free(&f);
		house_close(&h);
	}
}

static void
any_call_fails_in_words(void **state)
{
	(void)state;
	any_call_fails(in_words, false);
}

static void
any_call_fails_in_keys(void **state)
{
	(void)state;
	any_call_fails(in_keys, true);
}

static void
any_save_fails(void **state)
{
	size_t saves = 0;

	(void)state;
	for (size_t n = 1; saves == 0 || n <= saves; n++) {
		struct lineup_result r;
		struct house h;
		struct fake_io f;
		struct err e;

		house_open(&h);
		h.keeper.fail_save = n;
		if (house_run(&h, &f, in_keys, true, &r, &e) == 0)
			saves = n - 1;
		else
			assert_string_equal(e.text, "the disk is full");
		fake_io_free(&f);
		house_close(&h);
	}
	assert_true(saves >= NELEM(in_keys) - 1);
}

/* ---- time that passed meanwhile ---- */

static void
clock_after(int64_t away, const char *shown)
{
	static const char *const begin[] = { "1", "1-8", "", NULL };
	static const char *const none[] = { NULL };
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	struct err e;

	house_open(&h);
	assert_int_equal(house_run(&h, &f, begin, true, &r, &e), -1);
	assert_non_null(strstr(str_text(&f.screen), "0:40 of 10:00"));
	fake_io_free(&f);
	h.clock.wall += away;
	h.clock.mono_ms = 9000;
	assert_int_equal(house_run(&h, &f, none, true, &r, &e), -1);
	if (strstr(str_text(&f.first), shown) == NULL)
		fail_msg("%s", str_text(&f.first));
	fake_io_free(&f);
	house_close(&h);
}

static void
clock_runs_on(void **state)
{
	(void)state;
	clock_after(0, "0:40 of 10:00");
	clock_after(90, "2:10 of 10:00");
	clock_after(4 * 3600, "240:40 of 10:00");
	clock_after(4 * 3600 + 1, "0:40 of 10:00");
	clock_after(-60, "0:40 of 10:00"); /* set back */
}

/* Whatever passes in a pause makes the pause longer. */
static void
clock_that_stands_is_not_moved(void **state)
{
	static const char *const begin[] = { "1", "1-8", " ", "", NULL };
	static const char *const on[] = { " ", NULL };
	static const int64_t away[] = { 0, 90, 4 * 3600 + 1 };
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	struct err e;

	(void)state;
	for (size_t i = 0; i < NELEM(away); i++) {
		house_open(&h);
		assert_int_equal(house_run(&h, &f, begin, true, &r, &e), -1);
		fake_io_free(&f);
		h.clock.wall += away[i];
		h.clock.mono_ms = 9000;
		assert_int_equal(house_run(&h, &f, on, true, &r, &e), -1);
		assert_non_null(strstr(str_text(&f.first), "paused at 0:40"));
		assert_non_null(strstr(str_text(&f.screen), "0:40 of 10:00"));
		fake_io_free(&f);
		house_close(&h);
	}
}

static void
clock_set_back_ends_not_before(void **state)
{
	static const char *const begin[] = { "1", "1-8", "", NULL };
	static const char *const end[] = {
		"s 5", "", "", "", "", "", "", "", "2", NULL,
	};
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	struct err e;

	(void)state;
	house_open(&h);
	assert_int_equal(house_run(&h, &f, begin, true, &r, &e), -1);
	fake_io_free(&f);
	h.clock.wall -= 86400;
	assert_int_equal(house_run(&h, &f, end, true, &r, &e), 0);
	assert_int_equal(r.end - r.start, 40 + 8 * 20);
	fake_io_free(&f);
	house_close(&h);
}

/* ---- two at once ---- */

/* The one who goes on keeps the lineup. */
static void
two_seats_do_not_overwrite_each_other(void **state)
{
	static const char *const answers[] = { "1", "1-8", "u", "1-3", "1-4",
						"", NULL };
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	struct err e;

	(void)state;
	house_open(&h);
	h.keeper.swap_after = 4;
	assert_int_equal(house_run(&h, &f, answers, true, &r, &e), -1);
	assert_int_equal(e.kind, ERR_REFUSED);
	assert_string_equal(str_text(&h.keeper.text), "the other window's\n");
	fake_io_free(&f);
	house_close(&h);
}

/* ---- who opens it ---- */

/* The next leader reads in their own language; the record keeps the one it was
 * taught in. */
static void
opened_in_the_language_of_now(void **state)
{
	static const char *const begin[] = { "1", "1-8", "", "l", NULL };
	static const char *const none[] = { NULL };
	static const char *const rest[] = { "s 5", "", "", "", "l", "", "", "",
					    "", NULL };
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	struct err e;

	(void)state;
	house_open(&h);
	assert_int_equal(house_run(&h, &f, begin, true, &r, &e), -1);
	assert_non_null(strstr(str_text(&f.screen), "de: Every guest"));
	fake_io_free(&f);
	assert_int_equal(house_run(&h, &f, none, true, &r, &e), -1);
	assert_null(strstr(str_text(&f.first), "de: "));
	fake_io_free(&f);
	assert_int_equal(house_run(&h, &f, rest, true, &r, &e), -1);
	assert_non_null(strstr(str_text(&f.screen), "Held"));
	assert_non_null(strstr(str_text(&f.screen), "de: "));
	fake_io_free(&f);
	assert_int_equal(house_run(&h, &f, (const char *const[]){ "", NULL },
				   true, &r, &e), 0);
	assert_null(strstr(str_text(&f.first), "de: "));
	assert_string_equal(r.lang, "de");
	fake_io_free(&f);
	house_close(&h);
}

/* ---- scripts ---- */

static void
script_that_lacks_an_answer_takes_nothing(void **state)
{
	static const char *const some[] = { "here 2", "", NULL };
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	const char *before;
	struct err e;

	(void)state;
	for (size_t k = 0; in_words[k] != NULL; k++) {
		const char *cut[NELEM(in_words)] = { NULL };

		memcpy(cut, in_words, k * sizeof(*cut));
		house_open(&h);
		assert_int_equal(house_run(&h, &f, cut, false, &r, &e), -1);
		assert_int_equal(e.kind, ERR_USAGE);
		assert_false(h.keeper.there);
		fake_io_free(&f);
		house_close(&h);
	}
	/* and what a person had begun stays as it was */
	house_open(&h);
	assert_int_equal(house_run(&h, &f, (const char *const[]){ "1", "1-8",
								  NULL },
				   true, &r, &e), -1);
	fake_io_free(&f);
	before = arena_strdup(&h.a, str_text(&h.keeper.text));
	assert_int_equal(house_run(&h, &f, some, false, &r, &e), -1);
	assert_string_equal(str_text(&h.keeper.text), before);
	fake_io_free(&f);
	house_close(&h);
}

/* ---- recorded ---- */

static void
recorded_asks_nothing_again(void **state)
{
	static const char *const none[] = { NULL };
	struct lineup_result r, again;
	struct house h;
	struct fake_io f;
	const char *text;
	struct err e;

	(void)state;
	for (int is_signed = 0; is_signed < 2; is_signed++) {
		house_open(&h);
		assert_int_equal(house_run(&h, &f, in_keys, true, &r, &e), 0);
		fake_io_free(&f);
		/* before the leaf: shown again, not asked again */
		assert_int_equal(house_run(&h, &f, none, true, &again, &e), 0);
		assert_string_equal(house_result(&h, &again),
				    house_result(&h, &r));
		assert_int_equal(again.recorded, 0);
		assert_int_equal(f.asked, 0);
		assert_int_equal(f.tells, 1);
		fake_io_free(&f);
		text = lineup_draft_recorded(&h.a, &r, 213, is_signed);
		assert_null(strstr(text, "Tom")); /* a guest has no number */
		assert_int_equal(h.keeper.keeper.save(&h.keeper.keeper, "k",
						      NULL, text, &e), 0);
		assert_int_equal(house_run(&h, &f, none, false, &again, &e),
				 0);
		assert_string_equal(house_result(&h, &again),
				    house_result(&h, &r));
		assert_int_equal(again.recorded, 214);
		assert_int_equal(again.leader_signed, is_signed);
		assert_int_equal(f.calls, 0);
		fake_io_free(&f);
		house_close(&h);
	}
}

/* ---- damaged drafts ---- */

static void
damaged_draft_is_replaced(void **state)
{
	static const char *const begin[] = { "1", "1-8", NULL };
	struct lineup_result r;
	struct lineup_draft d;
	struct house h;
	struct fake_io f;
	const char *good;
	struct err e;

	(void)state;
	house_open(&h);
	assert_int_equal(house_run(&h, &f, in_keys, true, &r, &e), 0);
	fake_io_free(&f);
	good = arena_strdup(&h.a, str_text(&h.keeper.text));
	assert_true(lineup_draft_parse(&h.a, good, &d));
	for (size_t n = 0; n < strlen(good); n++)
		assert_false(lineup_draft_parse(
			&h.a, arena_strndup(&h.a, good, n), &d));
	str_clear(&h.keeper.text);
	str_add(&h.keeper.text, "preshift-draft/2 lineup\nend\n");
	assert_int_equal(house_run(&h, &f, begin, true, &r, &e), -1);
	assert_non_null(strstr(str_text(&f.first), "The clock starts"));
	assert_non_null(strstr(str_text(&h.keeper.text),
			       "preshift-draft/1 lineup\n"));
	fake_io_free(&f);
	house_close(&h);
}

/* Any byte may have changed: it is read, or it is not; nothing breaks. */
static void
changed_draft_does_no_harm(void **state)
{
	static const char bytes[] = { '9', 'x', '\n', ':', '-', '\x80' };
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	char *text;
	struct err e;

	(void)state;
	house_open(&h);
	assert_int_equal(house_run(&h, &f, (const char *const[]){
					"1", "1-6 8", "L7", "+ Tom", "",
					"p garage", "", NULL },
				   true, &r, &e), -1);
	fake_io_free(&f);
	text = arena_strdup(&h.a, str_text(&h.keeper.text));
	for (size_t i = 0; text[i] != '\0'; i++) {
		for (size_t k = 0; k < NELEM(bytes); k++) {
			char was = text[i];

			text[i] = bytes[k];
			str_clear(&h.keeper.text);
			str_add(&h.keeper.text, text);
			text[i] = was;
			h.keeper.there = true;
			assert_int_equal(
				house_run(&h, &f, (const char *const[]){
						"", "", NULL }, true, &r, &e),
				-1);
			assert_true(e.cancelled);
			fake_io_free(&f);
		}
	}
	house_close(&h);
}

/* Who left the team meanwhile is out of the roll; a leader who may lead no
 * longer is asked for anew, the clock stays. */
static void
people_who_left(void **state)
{
	struct lineup_result r;
	struct house h;
	struct fake_io f;
	struct err e;

	(void)state;
	house_open(&h);
	assert_int_equal(house_run(&h, &f, (const char *const[]){
					"2003", "here 1-9", "", "", NULL },
				   true, &r, &e), -1);
	fake_io_free(&f);
	h.setup.nroster = 7; /* 1008 and 2003 have gone */
	assert_int_equal(house_run(&h, &f, (const char *const[]){
					"1001", "short 5", "", "", "", "", "",
					"", "later", NULL }, false, &r, &e), 0);
	assert_string_equal(r.leader, "1001");
	assert_int_equal(r.npresent, 7);
	assert_int_equal(r.end - r.start, 60 + 8 * 20);
	fake_io_free(&f);
	house_close(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cut_in_words),
		cmocka_unit_test(cut_in_keys),
		cmocka_unit_test(any_call_fails_in_words),
		cmocka_unit_test(any_call_fails_in_keys),
		cmocka_unit_test(any_save_fails),
		cmocka_unit_test(clock_runs_on),
		cmocka_unit_test(clock_that_stands_is_not_moved),
		cmocka_unit_test(clock_set_back_ends_not_before),
		cmocka_unit_test(two_seats_do_not_overwrite_each_other),
		cmocka_unit_test(opened_in_the_language_of_now),
		cmocka_unit_test(script_that_lacks_an_answer_takes_nothing),
		cmocka_unit_test(recorded_asks_nothing_again),
		cmocka_unit_test(damaged_draft_is_replaced),
		cmocka_unit_test(changed_draft_does_no_harm),
		cmocka_unit_test(people_who_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
