/* Tests of model/setting.h: the table is sorted, defaults hold, bad values do
 * not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/setting.h"

static void
test_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < setting_count; i++) {
		const struct setting *s = &setting_table[i];

		assert_true(s->ok(s->dflt));
		assert_true(s->help[0] != '\0');
		assert_false(s->ok(""));
		assert_false(s->ok(" "));
		assert_false(s->ok("a\nb"));
		assert_false(s->ok("\xff"));
		assert_ptr_equal(setting_find(s->name), s);
		if (i > 0)
			assert_true(strcmp(setting_table[i - 1].name,
					   s->name) < 0);
	}
	assert_null(setting_find("shift"));
	assert_null(setting_find(""));
}

static bool
ok(const char *name, const char *value)
{
	return setting_find(name)->ok(value);
}

static void
test_values(void **state)
{
	int minutes = 7;

	(void)state;
	assert_string_equal(setting_find("shift.early")->dflt, "07:00");
	assert_string_equal(setting_find("shift.late")->dflt, "15:00");
	assert_string_equal(setting_find("shift.night")->dflt, "23:00");
	assert_string_equal(setting_find("statement")->dflt, "read");
	assert_string_equal(setting_find("due.days")->dflt, "14");

	assert_true(ok("shift.early", "00:00"));
	assert_true(ok("shift.early", "none"));
	assert_false(ok("shift.early", "7:00"));
	assert_false(ok("shift.early", "24:00"));
	assert_false(ok("shift.early", "12:60"));
	assert_false(ok("shift.early", "12.30"));
	assert_true(ok("lineup.form", "7"));
	assert_false(ok("lineup.form", "6"));
	assert_true(ok("lineup.witness", "no"));
	assert_false(ok("lineup.witness", "maybe"));
	assert_true(ok("statement", "agree"));
	assert_false(ok("statement", "Read"));
	assert_true(ok("due.days", "365"));
	assert_false(ok("due.days", "0"));
	assert_false(ok("due.days", "366"));
	assert_false(ok("due.days", "-1"));
	assert_false(ok("keep.training", "1.5"));
	assert_true(ok("teams", "front-desk kitchen bar"));
	assert_false(ok("teams", "front-desk  kitchen"));
	assert_false(ok("teams", "bar kitchen bar"));
	assert_false(ok("teams", "kitchen "));
	assert_false(ok("teams", "Küche"));
	assert_true(ok("printer", "Büro 2"));
	assert_false(ok("printer", "-"));

	assert_true(setting_minutes("23:59", &minutes));
	assert_int_equal(minutes, 23 * 60 + 59);
	assert_false(setting_minutes("23:5", &minutes));
	assert_int_equal(minutes, 23 * 60 + 59);
	assert_true(setting_minutes("none", &minutes));
	assert_int_equal(minutes, -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
