/* Tests of base/utf8.h: what a person sees, in three scripts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/own.h"
#include "base/utf8.h"

static void
test_valid(void **state)
{
	static const char *const bad[] = { "\x80", "\xc3", "\xc0\x80",
					   "\xed\xa0\x80", "\xf4\x90\x80\x80",
					   "a\xff", "\xe2\x82" };

	(void)state;
	assert_true(utf8_valid("", 0));
	assert_true(utf8_valid("aßж漢😀", strlen("aßж漢😀")));
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_false(utf8_valid(bad[i], strlen(bad[i])));
}

static void
test_printable(void **state)
{
	static const char *const bad[] = {
		"\t", "\r", "\033", "\x7f", "\xc2\x85", "\u00ad", "\u200b",
		"\u200e", "\u202e", "\u2066", "\u2028", "\u2029", "\ufeff",
		"\ue000", "\ufffe", "\ufdd0", "\U0001fffe", "\U000e0041",
	};

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_false(utf8_printable(bad[i], strlen(bad[i]), true));
	assert_true(utf8_printable("a b\u00a0ß漢", strlen("a b\u00a0ß漢"),
				   false));
	assert_true(utf8_printable("a\nb", 3, true));
	assert_false(utf8_printable("a\nb", 3, false));
	assert_false(utf8_printable("a\0b", 3, true));
}

static void
test_nfc(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(utf8_nfc(&a, ""), "");
	assert_string_equal(utf8_nfc(&a, "abc"), "abc");
	assert_string_equal(utf8_nfc(&a, "u\u0308и\u0306"), "\u00fc\u0439");
	assert_string_equal(utf8_nfc(&a, "\u212b"), "\u00c5");
	assert_true(utf8_is_nfc("", 0));
	assert_true(utf8_is_nfc("\u00fc", 2));
	assert_false(utf8_is_nfc("u\u0308", 3));
	assert_false(utf8_is_nfc("\xff", 1));
}

static void
test_clean(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	char small[6];

	(void)state;
	assert_string_equal(utf8_clean(&a, "a\tb\nc", false), "a b c");
	assert_string_equal(utf8_clean(&a, "a\tb\nc", true), "a b\nc");
	assert_string_equal(utf8_clean(&a, "\033[2J\xc3", true),
			    "\uFFFD[2J\uFFFD");
	assert_string_equal(utf8_clean(&a, "\xff\xfe", true), "\uFFFD\uFFFD");
	assert_string_equal(utf8_clean(&a, "Größe", true), "Größe");
	assert_int_equal(utf8_clean_into(small, sizeof(small), "ab€€", true),
			 5);
	assert_string_equal(small, "ab€");
	assert_int_equal(utf8_clean_into(small, 5, "ab€", true), 2);
	assert_int_equal(utf8_clean_into(small, 1, "ab", true), 0);
}

static void
test_width(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_int_equal(utf8_width(""), 0);
	assert_int_equal(utf8_width("Größe"), 5);
	assert_int_equal(utf8_width("Кухня"), 5);
	assert_int_equal(utf8_width("漢字"), 4);
	assert_int_equal(utf8_width("u\u0308"), 1);
	assert_int_equal(utf8_width("😀"), 2);
	assert_int_equal(utf8_fit("漢字", 3), 3);
	assert_int_equal(utf8_fit("漢字", 0), 0);
	assert_int_equal(utf8_fit("u\u0308b", 1), 3);
	assert_int_equal(utf8_fit("abc", 9), 3);
	assert_string_equal(utf8_short(&a, "abcdef", 6), "abcdef");
	assert_string_equal(utf8_short(&a, "abcdefg", 6), "abc...");
	assert_string_equal(utf8_short(&a, "漢字漢字", 6), "漢...");
}

/* The lines of S at COLS, a "|" between two. */
static const char *
wrapped(struct arena *a, const char *s, size_t cols)
{
	const char **lines;
	char *all;
	size_t n;

	lines = utf8_wrap(a, s, cols, &n);
	assert_true(n >= 1);
	all = arena_strdup(a, lines[0]);
	for (size_t i = 0; i < n; i++) {
		assert_true(utf8_valid(lines[i], strlen(lines[i])));
		if (i > 0)
			all = arena_printf(a, "%s|%s", all, lines[i]);
	}
	return all;
}

static void
test_wrap(void **state)
{
	static const struct {
		const char *text;
		size_t cols;
		const char *lines;
	} rows[] = {
		{ "", 10, "" },
		{ "short", 10, "short" },
		{ "one two three", 7, "one two|three" },
		{ "one two three", 8, "one two|three" },
		{ "one  two", 4, "one|two" },
		{ "exact fit", 5, "exact|fit" },
		{ "tail   ", 4, "tail" },
		{ "a\nb", 10, "a|b" },
		{ "a\n\nb\n", 10, "a||b" },
		{ "\n", 10, "" },
		{ "  in dent", 5, "  in|dent" },
		{ "  long", 3, "  l|ong" },
		{ "abcdefghij", 4, "abcd|efgh|ij" },
		{ "x abcdefghij", 4, "x|abcd|efgh|ij" },
		{ "Пожар на кухне", 8, "Пожар на|кухне" },
		{ "Электростанция", 5, "Элект|роста|нция" },
		{ "漢字仮名交じり文", 5, "漢字|仮名|交じ|り文" },
		{ "漢字。", 4, "漢|字。" }, /* none begins with a full stop */
		{ "漢", 1, "漢" },	    /* too wide, but never lost */
		{ "ab", 0, "a|b" },
		{ "well-known", 6, "well-|known" },
		{ "10\u00a0km far", 4, "10\u00a0k|m|far" },
		{ "u\u0308u\u0308u\u0308", 2, "u\u0308u\u0308|u\u0308" },
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++)
		assert_string_equal(wrapped(&a, rows[i].text, rows[i].cols),
				    rows[i].lines);
}

/* No line is too wide, and no ink is lost, at any width. */
static void
test_wrap_all(void **state)
{
	const char text[] = "Wer den Löschdecken-Schrank öffnet, хорошо знает "
			    "план эвакуации; 消火器は入口の右にあります。 "
			    "Donaudampfschifffahrtsgesellschaft!  (end)";
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t cols = 2; cols < 120; cols++) {
		const char *p = text, **lines;
		size_t n;

		lines = utf8_wrap(&a, text, cols, &n);
		for (size_t i = 0; i < n; i++) {
			size_t len = strlen(lines[i]);

			assert_in_range(utf8_width(lines[i]), 1, cols);
			p += strspn(p, " ");
			assert_memory_equal(p, lines[i], len);
			p += len;
		}
		assert_string_equal(p, "");
	}
}

/* Names in the order in which people look for them. */
static void
test_sort_key(void **state)
{
	static const char *const v[] = {
		"Ada Berg", "\u00c4nne Au", "anton Bo", "Stra\u00dfe", "Strauss",
		"\u0401лкин", "Ем", "Ильин", "Ия", "Йод", "Кот",
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 1; i < NELEM(v); i++)
		assert_true(strcmp(utf8_sort_key(&a, v[i - 1]),
				   utf8_sort_key(&a, v[i])) < 0);
}

static void
test_fold(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(utf8_fold(&a, ""), "");
	assert_string_equal(utf8_fold(&a, "STRASSE"), utf8_fold(&a, "Straße"));
	assert_string_equal(utf8_fold(&a, "Ёлка"), "елка");
	assert_string_equal(utf8_fold(&a, "Müller"), "muller");
	assert_string_equal(utf8_fold(&a, "Mu\u0308ller"), "muller");
	assert_string_equal(utf8_fold(&a, "한글"), "한글");
	assert_string_equal(utf8_fold(&a, "\u0301"), "");
	assert_string_equal(utf8_fold(&a, "ẞ"), "ss");
}

static void
test_count(void **state)
{
	uint32_t c;

	(void)state;
	assert_int_equal(utf8_words(""), 0);
	assert_int_equal(utf8_words(" — , "), 0);
	assert_int_equal(utf8_words("Ruf 112 an, sofort!"), 4);
	assert_int_equal(utf8_words("cafe\u0301s ouverts"), 2);
	assert_int_equal(utf8_words("план эвакуации"), 2);
	assert_int_equal(utf8_chars("aж漢😀"), 4);
	assert_int_equal(utf8_next("漢x", &c), 3);
	assert_int_equal(c, 0x6f22);
	assert_int_equal(utf8_next("\xe6", &c), 1);
	assert_int_equal(c, 0xfffd);
}

static void
test_capital(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(utf8_capital(&a, ""), "");
	assert_string_equal(utf8_capital(&a, "nobody is here"),
			    "Nobody is here");
	assert_string_equal(utf8_capital(&a, "öffnen"), "Öffnen");
	assert_string_equal(utf8_capital(&a, "нет числа"), "Нет числа");
	assert_string_equal(utf8_capital(&a, "Ёлка"), "Ёлка");
	assert_string_equal(utf8_capital(&a, "'x' is none"), "'x' is none");
	assert_string_equal(utf8_capital(&a, "7 days"), "7 days");
	assert_string_equal(utf8_capital(&a, "\xff is no text"),
			    "\xff is no text");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_valid), cmocka_unit_test(test_printable),
		cmocka_unit_test(test_nfc),   cmocka_unit_test(test_clean),
		cmocka_unit_test(test_width), cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_wrap_all), cmocka_unit_test(test_fold),
		cmocka_unit_test(test_sort_key),
		cmocka_unit_test(test_capital),
		cmocka_unit_test(test_count),
	};

	return cmocka_run_group_tests_name("base/utf8", tests, NULL, NULL);
}
