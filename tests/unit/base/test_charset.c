/* Texts as spreadsheets of Windows write them, and broken ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/charset.h"

/* The same words, whatever the set. */
static void
test_read(void **state)
{
	static const struct {
		const char *bytes, *text;
		size_t n;
		enum charset set;
		bool sure;
	} v[] = {
		{ "Ana", "Ana", 3, CHARSET_UTF8, true },
		{ "", "", 0, CHARSET_UTF8, true },
		{ "\xef\xbb\xbfJürgen", "Jürgen", 10, CHARSET_UTF8, true },
		{ "J\xfcrgen Wei\xdf\r\n\x80 5", "Jürgen Weiß\r\n€ 5", 16,
		  CHARSET_1252, false },
		{ "M\xfcller; \xd6zt\xfcrk; Ren\xe9", "Müller; Öztürk; René",
		  20, CHARSET_1252, false },
		{ "\xc0\xed\xed\xe0 \xb8\xeb\xea\xe0, Front", "Анна ёлка, Front",
		  16, CHARSET_1251, false },
		{ "\xff\xfe" "A\0\x16\x04" "\x3d\xd8\x00\xde", "AЖ😀", 10,
		  CHARSET_UTF16LE, true },
		{ "\xfe\xff\0A\x04\x16", "AЖ", 6, CHARSET_UTF16BE, true },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++) {
		OWN(arena_free) struct arena a = { 0 };
		const char *s;
		size_t n;
		bool sure;

		assert_int_equal(charset_guess(v[i].bytes, v[i].n, &sure),
				 v[i].set);
		assert_int_equal(sure, v[i].sure);
		s = charset_decode(&a, v[i].set, v[i].bytes, v[i].n, &n);
		assert_non_null(s);
		assert_string_equal(s, v[i].text);
		assert_int_equal(n, strlen(v[i].text));
		assert_true(strlen(charset_name(v[i].set)) > 0);
	}
}

static void
test_broken(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
		enum charset set;
	} v[] = {
		{ "\xff\xfe" "A", 3, CHARSET_UTF16LE },     /* half of one */
		{ "\xff\xfe\x3d\xd8", 4, CHARSET_UTF16LE }, /* half a pair */
		{ "\xff\xfe\x3d\xd8" "A\0", 6, CHARSET_UTF16LE },
		{ "\xff\xfe\0\0", 4, CHARSET_UTF16LE },
		{ "a\0b", 3, CHARSET_UTF8 },
		{ "a\xff", 2, CHARSET_UTF8 },
		/* one slip in a text of UTF-8 does not make it another */
		{ "\xc3\xa4\xc3\xb6\xc3", 5, CHARSET_UTF8 },
		{ "a\0\xff", 3, CHARSET_1252 },
		{ "a\x81", 2, CHARSET_1252 },
		{ "a\x98", 2, CHARSET_1251 },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++) {
		OWN(arena_free) struct arena a = { 0 };
		size_t n;

		assert_null(charset_decode(&a, v[i].set, v[i].bytes, v[i].n,
					   &n));
	}
}

static void
test_slip(void **state)
{
	bool sure;

	(void)state;
	assert_int_equal(charset_guess("\xc3\xa4\xc3\xb6\xc3", 5, &sure),
			 CHARSET_UTF8);
	assert_true(sure);
	assert_int_equal(charset_guess("Gr\xfc\xdf" "e", 5, &sure),
			 CHARSET_1252);
	assert_false(sure);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_slip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
