/* Tests of model/setting.h: defaults hold, bad values do not, what people type
 * is understood.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/setting.h"

static const char *
typed(const char *name, const char *words)
{
	static struct arena a;

	return setting_read(&a, setting_find(name), NULL, words);
}

static void
test_table(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < setting_count; i++) {
		const struct setting *s = &setting_table[i];

		assert_ptr_equal(setting_find(s->name), s);
		assert_true(s->title[0] != '\0' && s->help[0] != '\0');
		assert_true(s->where[0] != '\0' && s->wants[0] != '\0');
		assert_null(typed(s->name, ""));
		assert_null(typed(s->name, " "));
		assert_null(typed(s->name, "a\001b"));
		assert_null(typed(s->name, "\xff"));
		assert_null(typed(s->name, "-"));
		if (s->dflt != NULL) {
			const char *w = setting_words(&a, s, NULL, s->dflt);

			assert_string_equal(typed(s->name, s->dflt), s->dflt);
			assert_string_equal(typed(s->name, w), s->dflt);
		}
		if (i > 0)
			assert_true(s->group >= setting_table[i - 1].group);
	}
	assert_null(setting_find("shift"));
	assert_null(setting_find(""));
}

/* What people type, and what they read. */
static void
test_words(void **state)
{
	static const struct { const char *name, *typed, *want; } v[] = {
		{ "shift.early", "7:00", "07:00" },
		{ "shift.early", "6.30", "06:30" },
		{ "shift.early", " 7 ", "07:00" },
		{ "shift.early", "No such shift", "none" },
		{ "shift.early", "no", "none" },
		{ "shift.early", "700", NULL },
		{ "shift.early", "7:5", NULL },
		{ "shift.early", "7:000", NULL },
		{ "lineup.form", "7 Minutes", "7" },
		{ "lineup.witness", "YES", "yes" },
		{ "statement", "I read it and agree", "agree" },
		{ "due.days", "21 days", "21" },
		{ "due.days", "21.5 days", NULL },
		{ "due.days", "three", NULL },
		{ "teams", "Front desk, Bar,Küche", "front-desk bar kuche" },
		{ "teams", "bar,", "bar" },
		{ "teams", "Front desk", "front-desk" },
		{ "teams", "front desk", "front desk" },
		{ "teams", "Кухня", NULL },
		{ "house.languages", "Russian, english", "ru en" },
		{ "house.languages", "en fr", NULL },
		{ "team.bar.de", "Theke", "Theke" },
	};
	OWN(arena_free) struct arena a = { 0 };
	const char *team, *lang;

	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		const char *got = typed(v[i].name, v[i].typed);

		if (v[i].want == NULL)
			assert_null(got);
		else
			assert_string_equal(got, v[i].want);
	}
	assert_string_equal(setting_words(&a, setting_find("printer"), NULL,
					  "none"), "the one of the computer");
	assert_string_equal(setting_words(&a, setting_find("due.days"), NULL,
					  "1"), "1 day");
	assert_string_equal(setting_words(&a, setting_find("teams"), NULL,
					  "front-desk bar"), "Front desk, Bar");
	assert_true(setting_team(&a, "team.bar.ru", &team, &lang));
	assert_string_equal(team, "bar");
	assert_string_equal(lang, "ru");
	assert_true(setting_team(&a, "team.a.b", &team, &lang));
	assert_string_equal(team, "a.b");
	assert_null(lang);
	assert_false(setting_team(&a, "team..ru", &team, &lang));
	assert_false(setting_team(&a, "teams", &team, &lang));
	assert_null(team_id(&a, "!"));
	assert_string_equal(team_id(&a, " Bar & Grill "), "bar-grill");
}

static bool
ok(const char *name, const char *value)
{
	const char *v = typed(name, value);

	return v != NULL && strcmp(v, value) == 0;
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
	assert_string_equal(typed("statement", "Read"), "read");
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
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
