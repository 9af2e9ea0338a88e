/* Tests of model/code.h: every slip of one digit, every swap.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "model/code.h"

static void
test_known(void **state)
{
	(void)state;
	/* the example of Damm's thesis */
	assert_int_equal(damm_digit("572", 3), '4');
	assert_true(code_group_ok("493104", 6) ==
		    (damm_digit("49310", 5) == '4'));
	assert_false(code_group_ok("49310", 5));
	assert_false(code_group_ok("49310x", 6));
	assert_false(code_group_ok("", 0));
}

/* Every group there is: each wrong digit and each swap of two neighbours is
 * found. Every seventh of the hundred thousand is enough. */
static void
test_slips(void **state)
{
	(void)state;
	for (unsigned n = 0; n < 100000; n += 7) {
		char g[8];

		snprintf(g, sizeof(g), "%05u", n);
		g[5] = damm_digit(g, 5);
		g[6] = '\0';
		assert_true(code_group_ok(g, 6));
		for (size_t i = 0; i < 6; i++) {
			char was = g[i];

			for (char c = '0'; c <= '9'; c++) {
				g[i] = c;
				assert_int_equal(code_group_ok(g, 6),
						 c == was);
			}
			g[i] = was;
		}
		for (size_t i = 0; i + 1 < 6; i++) {
			char x = g[i], y = g[i + 1];

			g[i] = y, g[i + 1] = x;
			assert_int_equal(code_group_ok(g, 6), x == y);
			g[i] = x, g[i + 1] = y;
		}
	}
}

static void
test_read(void **state)
{
	char a[7] = "12345", b[7] = "67890", typed[64], out[13];

	(void)state;
	a[5] = damm_digit(a, 5);
	b[5] = damm_digit(b, 5);
	snprintf(typed, sizeof(typed), " %.3s.%s - %s ", a, a + 3, b);
	assert_int_equal(code_read(typed, 2, out), 0);
	assert_memory_equal(out, a, 6);
	assert_string_equal(out + 6, b);

	b[2] = b[2] == '1' ? '2' : '1';
	snprintf(typed, sizeof(typed), "%s %s", a, b);
	assert_int_equal(code_read(typed, 2, out), 2);
	assert_int_equal(code_read(a, 1, out), 0);
	assert_int_equal(code_read(b, 1, out), 1);

	assert_int_equal(code_read("", 1, out), -1);
	assert_int_equal(code_read("12345", 1, out), -1);
	assert_int_equal(code_read("1234567", 1, out), -1);
	assert_int_equal(code_read("12345o", 1, out), -1);
	assert_int_equal(code_read("١٢٣٤٥٦", 1, out), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
