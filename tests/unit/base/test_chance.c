/* Tests of base/chance.h: the published sequence, and no bias.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/chance.h"

/* The first words of SplitMix64 with seed 1234567, as in the test vectors of
 * the Rosetta Code task and of many implementations. */
static void
test_sequence(void **state)
{
	static const uint64_t words[] = {
		UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
		UINT64_C(9817491932198370423), UINT64_C(4593380528125082431),
		UINT64_C(16408922859458223821),
	};
	struct chance c = { 1234567 };

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		assert_true(chance_next(&c) == words[i]);
}

static void
test_draw(void **state)
{
	struct chance c = { 42 };
	int hits[6] = { 0 };

	(void)state;
	for (int i = 0; i < 60000; i++)
		hits[chance_draw(&c, 6)]++;
	for (int i = 0; i < 6; i++)
		assert_in_range(hits[i], 9500, 10500);
	assert_int_equal(chance_draw(&c, 1), 0);
}

/* With n = 2^63 + 1 nearly half of all words are refused. */
static void
test_refusal(void **state)
{
	struct chance c = { 7 }, d = { 7 };
	uint64_t n = (UINT64_C(1) << 63) + 1, x;

	(void)state;
	for (int i = 0; i < 100; i++) {
		do {
			x = chance_next(&d);
		} while (x >= n);
		assert_true(chance_draw(&c, n) == x);
		assert_true(c.state == d.state);
	}
	/* a power of two refuses nothing */
	x = chance_next(&d);
	assert_true(chance_draw(&c, UINT64_C(1) << 32) == (uint32_t)x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sequence),
		cmocka_unit_test(test_draw),
		cmocka_unit_test(test_refusal),
	};

	return cmocka_run_group_tests_name("base/chance", tests, NULL, NULL);
}
