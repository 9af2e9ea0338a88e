/* The words of lists of people, as HR writes them in three languages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "cmd/enrolling.h"

static void
test_headings(void **state)
{
	static const struct { const char *s; enum list_column column; } v[] = {
		{ "Number", LIST_NUMBER }, { "STAFF NO.", LIST_NUMBER },
		{ "Pers.-Nr.", LIST_NUMBER }, { "Nr.", LIST_NUMBER },
		{ "Personalnummer", LIST_NUMBER }, { "№", LIST_NUMBER },
		{ "Табельный номер", LIST_NUMBER }, { "Имя", LIST_NAME },
		{ "Ф.И.О.", LIST_NAME }, { "Vollständiger Name", LIST_NAME },
		{ "first_name", LIST_FIRST }, { "Nachname", LIST_LAST },
		{ "Rolle", LIST_ROLE }, { "Отдел", LIST_TEAM },
		{ "SPRACHE", LIST_LANG }, { "Язык", LIST_LANG },
		{ "Vertrag", LIST_CONTRACT }, { "Наставник", LIST_COACH },
		{ "Geburtstag", LIST_COLUMNS }, { "", LIST_COLUMNS },
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++)
		assert_int_equal(list_heading(&a, v[i].s), v[i].column);
}

static void
test_words(void **state)
{
	static const struct {
		enum list_column column;
		const char *s, *means;
	} v[] = {
		{ LIST_ROLE, "Mitarbeiterin", "staff" },
		{ LIST_ROLE, "сотрудник", "staff" },
		{ LIST_ROLE, "Старший смены", "supervisor" },
		{ LIST_ROLE, "Супервайзер", "supervisor" },
		{ LIST_ROLE, "Betriebsrätin", "council" },
		{ LIST_ROLE, "captain", "captain" },
		{ LIST_LANG, "Deutsch", "de" }, { LIST_LANG, "DE", "de" },
		{ LIST_LANG, "английский", "en" },
		{ LIST_LANG, "Русский", "ru" }, { LIST_LANG, "fr", "fr" },
		{ LIST_CONTRACT, "full-time", "full" },
		{ LIST_CONTRACT, "Teilzeit", "part" },
		{ LIST_CONTRACT, "Неполный день", "part" },
		{ LIST_CONTRACT, "Deutsch", "Deutsch" },
		{ LIST_TEAM, "Front Desk", "front-desk" },
		{ LIST_TEAM, "Küche", "kuche" }, { LIST_TEAM, "Кухня", "Кухня" },
		{ LIST_TEAM, "", "" },
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++)
		assert_string_equal(list_word(&a, v[i].column, v[i].s),
				    v[i].means);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
