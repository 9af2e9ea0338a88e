/* Tests of base/layout.h: words typed with the Russian layout on.
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
