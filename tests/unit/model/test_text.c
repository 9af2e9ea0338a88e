/* Tests of model/text.h, commandments.h, person.h: words and ids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/clock.h"
#include "model/commandments.h"
#include "model/person.h"

static void
test_translation(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct document d = { .id = "d", .lang = "en" };
	struct text *one, *two, *late;
	const char *targets[] = { "Guten Morgen", NULL };
	struct translation de = { .lang = "de", .targets = targets, .n = 2 };

	(void)state;
	one = document_add_text(&a, &d, "a.1", "\n  Good\t\n morning ", 7);
	two = document_add_text(&a, &d, "a.2", "Good night", 8);
	late = document_add_text(&a, &d, "a.3", "", 9);
	assert_int_equal(d.ntexts, 3);
	assert_ptr_equal(d.texts[1], two);
	assert_string_equal(one->s, "Good morning");
	assert_int_equal(one->line, 7);
	assert_int_equal(late->n, 2);
	assert_string_equal(late->s, "");

	assert_string_equal(text_in(one, NULL), "Good morning");
	assert_string_equal(text_in(one, &de), "Guten Morgen");
	assert_string_equal(text_in(two, &de), "Good night");
	/* a text added after the translation was read */
	assert_string_equal(text_in(late, &de), "");
	assert_true(text_is_fresh(two, NULL));
	assert_true(text_is_fresh(one, &de));
	assert_false(text_is_fresh(two, &de));
	assert_false(text_is_fresh(late, &de));
}

static void
test_quotes(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(text_quoted(&a, "en", "a \"no\""), "\"a 'no'\"");
	assert_string_equal(text_quoted(&a, "de", "Einmal „Nein“, dann"),
			    "„Einmal ‚Nein‘, dann“");
	assert_string_equal(text_quoted(&a, "ru", "услышав «да»."),
			    "«услышав „да“.»");
	assert_string_equal(text_quoted(&a, "xx", ""), "\"\"");
}

static void
test_ids(void **state)
{
	char s[66];

	(void)state;
	memset(s, 'a', sizeof(s));
	s[64] = '\0';
	assert_true(id_valid(s));
	s[64] = 'a', s[65] = '\0';
	assert_false(id_valid(s));
	assert_true(id_valid("front-desk"));
	assert_true(id_valid("1.c"));
	assert_false(id_valid(""));
	assert_false(id_valid("-a"));
	assert_false(id_valid(".."));
	assert_false(id_valid("Front"));
	assert_false(id_valid("a b"));
	assert_false(id_valid("a/b"));
	assert_false(id_valid("süd"));

	assert_true(number_valid("1042"));
	assert_true(number_valid("A1"));
	assert_true(number_valid("ABCDEFGHIJKL"));
	assert_false(number_valid("ABCDEFGHIJKLM"));
	assert_false(number_valid(""));
	assert_false(number_valid("a1"));
	assert_false(number_valid("10 42"));
	assert_false(number_valid("../1"));
}

static void
test_commandment_of_date(void **state)
{
	struct commandment v[20] = { { .id = "opening", .number = 1 } };
	struct commandments c = { .v = v, .n = 20 };
	int64_t days = 0;

	(void)state;
	v[18].id = "cross-help";
	for (unsigned i = 0; i < 20; i++) {
		v[i].number = i + 1;
		if (v[i].id == NULL)
			v[i].id = "other";
	}
	assert_true(date_parse("2026-11-21", &days));
	assert_int_equal(commandment_of_date(&c, days)->number, 19);
	assert_int_equal(commandment_of_date(&c, days + 2)->number, 1);
	assert_int_equal(commandment_of_date(&c, 0)->number, 1);
	assert_int_equal(commandment_of_date(&c, -1)->number, 20);
	assert_int_equal(commandment_of_date(&c, -20)->number, 1);
	assert_ptr_equal(commandment_by_id(&c, "cross-help"), &v[18]);
	assert_null(commandment_by_id(&c, "nothing"));
}

static void
test_person_words(void **state)
{
	enum role r = ROLE_STAFF;

	(void)state;
	for (int i = ROLE_STAFF; i <= ROLE_COUNCIL; i++) {
		assert_true(role_parse(role_word((enum role)i), &r));
		assert_int_equal(r, i);
	}
	assert_string_equal(role_word(ROLE_HR), "hr");
	assert_false(role_parse("HR", &r));
	assert_false(role_parse("", &r));
	assert_int_equal(r, ROLE_COUNCIL);
	assert_string_equal(person_state_word(PERSON_ENROLLED), "enrolled");
	assert_string_equal(person_state_word(PERSON_ACTIVE), "active");
	assert_string_equal(person_state_word(PERSON_LEFT), "left");
	assert_string_equal(person_state_word(PERSON_REVOKED), "revoked");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_translation),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_ids),
		cmocka_unit_test(test_commandment_of_date),
		cmocka_unit_test(test_person_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
