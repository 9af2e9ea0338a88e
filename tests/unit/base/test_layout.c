/* Tests of base/layout.h: what was typed with another layout on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/own.h"
#include "base/layout.h"

static void
test_words(void **state)
{
	static const char *const rows[][2] = {
		{ "вкшдд", "drill" },
		{ "РУДЗ", "help" },
		{ "и", "b" },
		{ "д", "l" },
		{ "Д7", "l7" },
		{ "ыщкефшт-2 Q", "sortain-2 q" },
		{ "ё", "`" },
		{ "йцукенгшщзхъ", "qwertyuiop[]" },
		{ "фывапролджэ", "asdfghjkl;'" },
		{ "ячсмитьбю", "zxcvbnm,." },
	};
	char latin[40];

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++) {
		assert_true(layout_latin(rows[i][0], latin, sizeof(latin)));
		assert_string_equal(latin, rows[i][1]);
	}
}

static void
test_refused(void **state)
{
	char latin[5] = "x";

	(void)state;
	assert_false(layout_latin("", latin, sizeof(latin)));
	assert_false(layout_latin("drill", latin, sizeof(latin)));
	assert_false(layout_latin("дü", latin, sizeof(latin)));
	assert_false(layout_latin("вкшдд", latin, sizeof(latin)));
	assert_true(layout_latin("вкшд", latin, sizeof(latin)));
	assert_string_equal(latin, "dril");
}

/* What an English, a German and a Russian keyboard send for the same place. */
static void
test_keys(void **state)
{
	static const struct { char key; const char *sent[5]; } rows[] = {
		{ 'b', { "b", "B", "и", "И" } },
		{ 'e', { "e", "E", "у", "У" } },
		{ 'h', { "h", "H", "р", "Р" } },
		{ 'l', { "l", "L", "д", "Д" } },
		{ 'p', { "p", "P", "з", "З" } },
		{ 'r', { "r", "R", "к", "К" } },
		{ 's', { "s", "S", "ы", "Ы" } },
		{ 'u', { "u", "U", "г", "Г" } },
		{ 'w', { "w", "W", "ц", "Ц" } },
		{ 'x', { "x", "X", "ч", "Ч" } },
		{ '/', { "/", "-", "." } },
		{ '?', { "?", "_", "," } },
		{ '+', { "+" } },
		{ ' ', { " " } },
		{ '0', { "0" } },
		{ '9', { "9" } },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++)
		for (size_t k = 0; rows[i].sent[k] != NULL; k++)
			assert_int_equal(layout_key(rows[i].sent[k]),
					 rows[i].key);
}

/* y and z change places; б and ю lie where comma and full stop do, not where
 * the Russian keyboard has its own. */
static void
test_no_keys(void **state)
{
	static const char *const rows[] = {
		"", "y", "z", "Y", "Z", "н", "я", "б", "ю", "ё", "ü", "bb",
		"l7", "\033", "\n", "ии", "€",
	};

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++)
		assert_int_equal(layout_key(rows[i]), '\0');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_no_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
