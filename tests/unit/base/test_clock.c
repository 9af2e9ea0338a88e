/* Tests of base/clock.h: the calendar, its texts, and a clock that is moved.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/own.h"

static void
test_calendar(void **state)
{
	int y, m, d;

	(void)state;
	assert_int_equal(days_from_civil(1970, 1, 1), 0);
	assert_int_equal(days_from_civil(2000, 2, 29), 11016);
	assert_true(days_from_civil(1969, 12, 31) == -1);
	assert_true(days_from_civil(1, 1, 1) == -719162);
	/* every day of 1200 years against the C library */
	for (int64_t days = -300000; days < 140000; days++) {
		time_t t = (time_t)days * 86400;
		struct tm tm;

		gmtime_r(&t, &tm);
		civil_from_days(days, &y, &m, &d);
		if (y != tm.tm_year + 1900 || m != tm.tm_mon + 1 ||
		    d != tm.tm_mday || weekday(days) != (tm.tm_wday + 6) % 7 ||
		    days_from_civil(y, m, d) != days)
			fail_msg("day %ld", (long)days);
	}
}

static void
test_date(void **state)
{
	static const char *const bad[] = {
		"",	      "2026-1-01",   "2026-00-01", "2026-13-01",
		"2026-02-29", "1900-02-29",  "2026-04-31", "2026-04-00",
		"0000-01-01", "2026-04-01 ", "26-04-01",   "2026/04/01",
		"2026-04",    "+026-04-01",  "2026-04-1x",
	};
	char text[DATE_SIZE];
	int64_t days = 5;

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_false(date_parse(bad[i], &days));
	assert_int_equal(days, 5);
	assert_true(date_parse("2024-02-29", &days));
	date_print(text, days);
	assert_string_equal(text, "2024-02-29");
	date_print(text, INT64_MAX);
	assert_string_equal(text, "9999-12-31");
	date_print(text, INT64_MIN);
	assert_string_equal(text, "0001-01-01");
}

static void
test_utc(void **state)
{
	static const char *const bad[] = {
		"",
		"2026-11-21",
		"2026-11-21T10:00:00",
		"2026-11-21T10:00:00z",
		"2026-11-21t10:00:00Z",
		"2026-11-21 10:00:00Z",
		"2026-11-21T24:00:00Z",
		"2026-11-21T10:60:00Z",
		"2026-11-21T10:00:60Z",
		"2026-11-21T10:00:00ZZ",
		"2026-11-21T10:00:00+00:00",
		"2026-11-31T10:00:00Z",
		"1969-12-31T23:59:59Z",
	};
	char text[UTC_SIZE];
	int64_t t = 5;

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_false(utc_parse(bad[i], &t));
	assert_int_equal(t, 5);
	assert_true(utc_parse("1970-01-01T00:00:00Z", &t));
	assert_int_equal(t, 0);
	assert_true(utc_parse("9999-12-31T23:59:59Z", &t));
	assert_int_equal(t, 253402300799);
	utc_print(text, t);
	assert_string_equal(text, "9999-12-31T23:59:59Z");
	utc_print(text, INT64_MAX);
	assert_string_equal(text, "9999-12-31T23:59:59Z");
	utc_print(text, 1795255506);
	assert_string_equal(text, "2026-11-21T10:05:06Z");
	utc_print(text, -1);
	assert_string_equal(text, "1969-12-31T23:59:59Z");
	utc_print(text, INT64_MIN);
	assert_string_equal(text, "0001-01-01T00:00:00Z");
}

static void
test_fixed(void **state)
{
	struct clock c = { .fixed = true, .wall = 1000, .mono_ms = 5 };

	(void)state;
	clock_advance(&c, 60);
	assert_int_equal(clock_now(&c), 1060);
	assert_int_equal(clock_mono_ms(&c), 60005);
	clock_set(&c, 7, CLOCK_STATED);
	assert_int_equal(clock_now(&c), 7);
	assert_int_equal(clock_mono_ms(&c), 60005);
	assert_string_equal(clock_word(c.quality), "stated");
}

static void
test_typed(void **state)
{
	static const struct {
		const char *s, *want;
	} days[] = {
		{ "21.11.2026", "2026-11-21" }, { "21.11.26", "2026-11-21" },
		{ "21.11.", "2026-11-21" },	{ "21.11", "2026-11-21" },
		{ "20.11.", "2027-11-20" },	{ "1.2.", "2027-02-01" },
		{ "29.2.", "2028-02-29" },	{ "21/11/2026", "2026-11-21" },
		{ "21. 11. 2026", "2026-11-21" }, { "21 11", "2026-11-21" },
		{ "2026-11-21", "2026-11-21" },
	};
	static const char *const bad_days[] = {
		"", "21", "21.", "32.1.", "30.2.", "29.2.2027", "0.1.", "1.0.",
		"1.13.", "21.11.1999", "21.11.20266", "x", "21.11.x", "-1.1.",
		"21.11.2026.", "1999-01-01", "21..11.", "999999999999.1.",
	};
	static const char *const bad_times[] = {
		"", "6", "6:", "6:4", "24:00", "6:60", "6:488", "006:48",
		"648", "06488", "2400", "x", "6:48x", ":48", "6::48",
	};
	int64_t from = days_from_civil(2026, 11, 21), day = 5;
	char text[DATE_SIZE];
	int minutes = 5;

	(void)state;
	for (size_t i = 0; i < NELEM(days); i++) {
		assert_true(date_typed(days[i].s, from, &day));
		date_print(text, day);
		assert_string_equal(text, days[i].want);
	}
	day = 5;
	for (size_t i = 0; i < NELEM(bad_days); i++)
		assert_false(date_typed(bad_days[i], from, &day));
	assert_int_equal(day, 5);
	for (size_t i = 0; i < NELEM(bad_times); i++)
		assert_false(time_typed(bad_times[i], &minutes));
	assert_int_equal(minutes, 5);
	assert_true(time_typed("6:48", &minutes) && minutes == 408);
	assert_true(time_typed("06.48", &minutes) && minutes == 408);
	assert_true(time_typed("6 48", &minutes) && minutes == 408);
	assert_true(time_typed("0648", &minutes) && minutes == 408);
	assert_true(time_typed("0:00", &minutes) && minutes == 0);
	assert_true(time_typed("23:59", &minutes) && minutes == 1439);
}

/* A stated time stays until the network knows it better; --now for ever. */
static void
test_look_again(void **state)
{
	struct clock c;
	enum clock_quality system;

	(void)state;
	clock_real(&c);
	system = c.quality;
	c.quality = CLOCK_SUSPECT;
	clock_look_again(&c);
	assert_int_equal(c.quality, system);
	clock_set(&c, 86400, CLOCK_STATED);
	clock_look_again(&c);
	if (system == CLOCK_NTP)
		assert_int_equal(c.shift, 0);
	else
		assert_in_range(clock_now(&c), 86400, 86405);
	clock_set(&c, 86400, CLOCK_SET);
	clock_look_again(&c);
	assert_int_equal(c.quality, CLOCK_SET);
	assert_in_range(clock_now(&c), 86400, 86405);
}

static void
test_real(void **state)
{
	struct clock c;
	int64_t before, mono;

	(void)state;
	clock_real(&c);
	assert_true(c.quality == CLOCK_NTP || c.quality == CLOCK_RTC);
	before = (int64_t)time(NULL);
	assert_in_range(clock_now(&c), before, before + 5);
	clock_set(&c, 86400, CLOCK_SET);
	assert_in_range(clock_now(&c), 86400, 86405);
	mono = clock_mono_ms(&c);
	clock_advance(&c, 3600);
	assert_in_range(clock_now(&c), 90000, 90005);
	assert_in_range(clock_mono_ms(&c), mono + 3600000, mono + 3605000);
	assert_string_equal(clock_word(CLOCK_NTP), "ntp");
	assert_string_equal(clock_word(CLOCK_RTC), "rtc");
	assert_string_equal(clock_word(CLOCK_SUSPECT), "suspect");
	assert_string_equal(clock_word(CLOCK_SET), "set");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calendar), cmocka_unit_test(test_date),
		cmocka_unit_test(test_utc),	 cmocka_unit_test(test_fixed),
		cmocka_unit_test(test_real),	 cmocka_unit_test(test_typed),
		cmocka_unit_test(test_look_again),
	};

	return cmocka_run_group_tests_name("base/clock", tests, NULL, NULL);
}
