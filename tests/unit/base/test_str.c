/* Tests of base/str.h: growth, and numbers read strictly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/str.h"

static void
test_grow(void **state)
{
	OWN(str_free) struct str s = { 0 };

	(void)state;
	assert_string_equal(str_text(&s), "");
	str_clear(&s);
	str_add(&s, "");
	assert_non_null(s.s);
	str_add(&s, "ab");
	str_addn(&s, "c\0d", 3);
	str_addc(&s, 'e');
	assert_int_equal(s.n, 6);
	assert_memory_equal(s.s, "abc\0de", 7);
	str_clear(&s);
	assert_string_equal(str_text(&s), "");
	str_pad(&s, '-', 1000);
	str_pad(&s, '-', 0);
	assert_int_equal(s.n, 1000);
	str_printf(&s, "%s %d", "x", 42);
	assert_string_equal(s.s + 1000, "x 42");
	str_free(&s);
	assert_null(s.s);
}

static void
test_ends(void **state)
{
	(void)state;
	assert_true(str_eq("a", "a"));
	assert_false(str_eq("a", "b"));
	assert_true(str_starts("abc", "ab"));
	assert_true(str_starts("abc", ""));
	assert_false(str_starts("a", "ab"));
	assert_true(str_ends("a.xml", ".xml"));
	assert_true(str_ends("a", ""));
	assert_false(str_ends("l", ".xml"));
}

static void
test_u64(void **state)
{
	static const char *const bad[] = { "", "-1", "+1", " 1", "1 ", "01",
					   "00", "1x", "0x1", "1.0",
					   "18446744073709551616",
					   "99999999999999999999999" };
	uint64_t v = 77;

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_false(str_u64(bad[i], UINT64_MAX, &v));
	assert_false(str_u64("101", 100, &v));
	assert_int_equal(v, 77);
	assert_true(str_u64("0", 0, &v));
	assert_int_equal(v, 0);
	assert_true(str_u64("18446744073709551615", UINT64_MAX, &v));
	assert_true(v == UINT64_MAX);
}

static void
test_i64(void **state)
{
	int64_t v = 77;

	(void)state;
	assert_false(str_i64("-0", INT64_MIN, INT64_MAX, &v));
	assert_false(str_i64("--1", INT64_MIN, INT64_MAX, &v));
	assert_false(str_i64("-", INT64_MIN, INT64_MAX, &v));
	assert_false(str_i64("9223372036854775808", INT64_MIN, INT64_MAX, &v));
	assert_false(str_i64("-9223372036854775809", INT64_MIN, INT64_MAX,
			     &v));
	assert_false(str_i64("-6", -5, 5, &v));
	assert_false(str_i64("6", -5, 5, &v));
	assert_int_equal(v, 77);
	assert_true(str_i64("-9223372036854775808", INT64_MIN, 0, &v));
	assert_true(v == INT64_MIN);
	assert_true(str_i64("9223372036854775807", 0, INT64_MAX, &v));
	assert_true(v == INT64_MAX);
	assert_true(str_i64("-5", -5, 5, &v));
	assert_true(v == -5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_u64),
		cmocka_unit_test(test_i64),
	};

	return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
