/* Tests of model/expr.h: what conditions mean, and what is refused.
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
#include "model/expr.h"

static const char small[] =
	"comp k 1\n"
	"int mood -3 3 2\n"
	"int big 0 1000000 1000000\n"
	"bool off 1\n"
	"enum tone calm calm,cross\n"
	"enum day tue mon,tue\n"
	"enum other calm cross,calm\n"
	"node n1 ask\n"
	" choice n1.a n-2\n"
	"node n-2 end\n";

static int64_t
value(const char *s, enum expr_type type)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a, small);
	struct drill_state *st = drill_state_new(&a, d);
	struct expr *x = NULL;
	struct err e;

	err_init(&e, NULL);
	st->node_count[0] = 2;
	st->choice_count[0] = 1;
	if (expr_parse(&a, s, d, type, &x, &e) != 0)
		fail_msg("%s", e.text);
	return expr_eval(x, d, st);
}

static void
test_numbers(void **state)
{
	(void)state;
	assert_int_equal(value("1 + 2 * 3", EXT_INT), 7);
	assert_int_equal(value("(1 + 2) * 3", EXT_INT), 9);
	assert_int_equal(value("7 - 2 - 1", EXT_INT), 4);
	assert_int_equal(value("-mood", EXT_INT), -2);
	assert_int_equal(value("- - 3", EXT_INT), 3);
	assert_int_equal(value("7 / 2", EXT_INT), 3);
	assert_int_equal(value("7 % 4", EXT_INT), 3);
	assert_int_equal(value("count(n1)", EXT_INT), 2);
	assert_int_equal(value("count( n1.a ) + count(n-2)", EXT_INT), 1);
}

static void
test_saturates(void **state)
{
	(void)state;
	assert_int_equal(value("big * big", EXT_INT), INT32_MAX);
	assert_int_equal(value("0 - big * big - big", EXT_INT), INT32_MIN);
	/* lint finds what may divide by zero; playing must not stop */
	assert_int_equal(value("5 / (mood - 2)", EXT_INT), 0);
	assert_int_equal(value("5 % (mood - 2)", EXT_INT), 0);
}

static void
test_truth(void **state)
{
	(void)state;
	assert_int_equal(value("mood >= 2", EXT_BOOL), 1);
	assert_int_equal(value("mood > 2", EXT_BOOL), 0);
	assert_int_equal(value("mood != 2 or off", EXT_BOOL), 1);
	assert_int_equal(value("not off", EXT_BOOL), 0);
	assert_int_equal(value("not (mood < 2) and off", EXT_BOOL), 1);
	assert_int_equal(value("off == true", EXT_BOOL), 1);
	assert_int_equal(value("1 < 2 == true", EXT_BOOL), 1);
	assert_int_equal(value("seen(n1)", EXT_BOOL), 1);
	assert_int_equal(value("not seen(n-2)", EXT_BOOL), 1);
	assert_int_equal(value("seen(n1.a) and (off or mood == 0)", EXT_BOOL),
			 1);
}

static void
test_names(void **state)
{
	(void)state;
	assert_int_equal(value("tone == calm", EXT_BOOL), 1);
	assert_int_equal(value("cross == tone", EXT_BOOL), 0);
	/* the same word has another place among the other's values */
	assert_int_equal(value("other == calm", EXT_BOOL), 1);
	assert_int_equal(value("other == cross", EXT_BOOL), 0);
	assert_int_equal(value("day != mon", EXT_BOOL), 1);
	assert_true(expr_name_valid("v1"));
	assert_false(expr_name_valid("1v"));
	assert_false(expr_name_valid("a-b"));
	assert_false(expr_name_valid("not"));
	assert_false(expr_name_valid(""));
}

static void
refuse(const char *s, enum expr_type type, const char *because)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a, small);
	struct expr *x = NULL;
	struct err e;

	err_init(&e, NULL);
	assert_int_equal(expr_parse(&a, s, d, type, &x, &e), -1);
	assert_int_equal(e.kind, ERR_CONTENT);
	if (strstr(e.text, because) == NULL)
		fail_msg("'%s': '%s' does not say '%s'", s, e.text, because);
	assert_null(x);
}

static void
test_refused(void **state)
{
	static const struct { const char *s, *because; } bad[] = {
		{ "", "too early" },
		{ "mood >=", "too early" },
		{ "(mood > 1", "too early" },
		{ "mood > 1)", "not understood from ')'" },
		{ "mood = 1", "not understood from '= 1'" },
		{ "mood > 1 && off", "not understood" },
		{ "moody", "'moody'" },
		{ "Mood > 1", "not understood" },
		{ "seen(n9)", "'n9'" },
		{ "seen n1", "not understood" },
		{ "off and off or off", "set brackets" },
		{ "off or off and off", "set brackets" },
		{ "mood", "neither true nor false" },
		{ "not mood > 1", "neither true nor false" },
		{ "off + 1 > 1", "where only a number can" },
		{ "mood == off", "where only a number can" },
		{ "1 < 2 < 3", "where only a number can" },
		{ "off == calm", "neither true nor false" },
		{ "tone == 1", "one of a variable's values" },
		{ "tone == mon", "'mon' is not a value of 'tone'" },
		{ "tone == other", "different values" },
		{ "calm == cross", "one must be a variable" },
		{ "tone > calm", "where only a number can" },
		{ "5 / 0 > 1", "divides by zero" },
		{ "mood % 0 == 1", "divides by zero" },
		{ "mood > 99999999999", "too large" },
		{ "mood > 1.5", "not understood" },
		{ "mood > \xc3\xa4", "not understood" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++)
		refuse(bad[i].s, EXT_BOOL, bad[i].because);
	refuse("true", EXT_INT, "where only a number can");
}

static void
test_deep(void **state)
{
	struct str s = { 0 };

	(void)state;
	str_pad(&s, '(', 100000);
	refuse(str_text(&s), EXT_BOOL, "too deeply");
	str_clear(&s);
	for (int i = 0; i < 100000; i++)
		str_add(&s, "not ");
	refuse(str_text(&s), EXT_BOOL, "too deeply");
	str_clear(&s);
	str_add(&s, "1");
	for (int i = 0; i < 100; i++)
		str_add(&s, "+1");
	refuse(str_text(&s), EXT_INT, "too deeply");
	str_free(&s);
}

static void
test_values_to_set(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct drill *d = mini_drill(&a, small);
	struct expr *x;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	/* variable 3 is tone, 5 is other: the same word, two numbers */
	assert_int_equal(expr_parse_value(&a, "calm", d, 3, &x, &e), 0);
	assert_int_equal(x->n, 0);
	assert_int_equal(expr_parse_value(&a, "calm", d, 5, &x, &e), 0);
	assert_int_equal(x->n, 1);
	assert_int_equal(expr_parse_value(&a, "mon", d, 3, &x, &e), -1);
	assert_int_equal(expr_parse_value(&a, "mood > 1", d, 2, &x, &e), 0);
	assert_int_equal(expr_parse_value(&a, "1", d, 2, &x, &e), -1);
}

static void
test_printed(void **state)
{
	static const struct { const char *in, *out; } rows[] = {
		{ "1+2*3", "1 + 2 * 3" },
		{ "(1 + 2) * 3", "(1 + 2) * 3" },
		{ "1 - (2 - 3)", "1 - (2 - 3)" },
		{ "(1 - 2) - 3", "1 - 2 - 3" },
		{ "-(mood + 1)", "-(mood + 1)" },
		{ "mood / (2 % 3)", "mood / (2 % 3)" },
		{ "not(off)", "not off" },
		{ "not (off and off)", "not (off and off)" },
		{ "off and off and off", "off and off and off" },
		{ "off and (off or off)", "off and (off or off)" },
		{ "(mood > 0) == off", "mood > 0 == off" },
		{ "tone == cross", "tone == cross" },
		{ "cross != other", "cross != other" },
		{ "seen(n1.a) or count(n-2) >= 2",
		  "seen(n1.a) or count(n-2) >= 2" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++) {
		OWN(arena_free) struct arena a = { 0 };
		struct drill *d = mini_drill(&a, small);
		struct expr *x;
		struct err e;
		const char *s;

		err_init(&e, NULL);
		if (expr_parse(&a, rows[i].in, d, EXT_BOOL, &x, &e) != 0) {
			err_clear(&e);
			assert_int_equal(expr_parse(&a, rows[i].in, d,
						    EXT_INT, &x, &e), 0);
		}
		s = expr_print(&a, d, x);
		assert_string_equal(s, rows[i].out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_saturates),
		cmocka_unit_test(test_truth),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_values_to_set),
		cmocka_unit_test(test_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
