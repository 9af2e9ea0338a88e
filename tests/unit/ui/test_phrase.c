/* Tests of ui/phrase.h: prompts, answers, lists of options.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/phrase.h"

static void
test_prompts(void **state)
{
	static const char *const rows[][3] = {
		{ "Your name", NULL, "Your name: " },
		{ "Your choice:", "2", "Your choice [2]: " },
		{ "Here> ", NULL, "Here> " },
		{ "Here>", "1-8", "Here [1-8]> " },
		{ "Who is here?", NULL, "Who is here? " },
		{ "Number, then Enter.", "1", "Number, then Enter. [1] " },
		{ "", "2", "[2]: " },
		{ "", NULL, "> " },
		{ "a\033[2Jb", NULL, "a\xef\xbf\xbd[2Jb: " },
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++)
		assert_string_equal(phrase_prompt(&a, rows[i][0], rows[i][1]),
				    rows[i][2]);
}

static void
test_answers(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(phrase_answer(&a, "  a b\t"), "a b");
	assert_string_equal(phrase_answer(&a, " \t "), "");
	assert_string_equal(phrase_answer(&a, "u\xcc\x88"), "ü"); /* NFC */
	assert_string_equal(phrase_answer(&a, "a\nb\033"), "a b\xef\xbf\xbd");
	assert_string_equal(phrase_answer(&a, "\xd0"), "\xef\xbf\xbd");
}

static const struct io_option options[] = {
	{ .word = "now", .label = "Sign now" },
	{ .word = "later", .label = "Sign later" },
	{ .word = "stop" }, /* the page shows it */
	{ .word = "paper",
	  .label = "On paper",
	  .key = "p",
	  .blocked = true,
	  .why = "no printer" },
};

static void
test_options(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(phrase_list(&a, options, 4, false), "1 2 3");
	assert_string_equal(phrase_list(&a, options, 4, true),
			    "now later stop");
	assert_string_equal(phrase_options(&a, options, 4, 78, false, false),
			    "  1  Sign now     2  Sign later     p  On paper "
			    "(no printer)\n");
	assert_string_equal(phrase_options(&a, options, 4, 22, false, false),
			    "  1  Sign now\n  2  Sign later\n"
			    "  p  On paper (no\n     printer)\n");
	assert_string_equal(phrase_options(&a, options, 2, 78, false, true),
			    "1: Sign now\n2: Sign later\n");
	assert_string_equal(phrase_options(&a, options, 2, 20, true, false),
			    "    now  Sign now\n  later  Sign later\n");
	assert_string_equal(
		phrase_options(&a, &options[2], 1, 78, false, false), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prompts),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_options),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
