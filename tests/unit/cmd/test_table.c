/* The command table: order, words, and what each row owes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/menu.h"

static void
test_sorted(void **state)
{
	(void)state;
	for (size_t i = 1; i < cmd_count; i++)
		assert_true(strcmp(cmd_table[i - 1].name,
				   cmd_table[i].name) < 0);
}

static void
test_menus_name_commands(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *line, **argv;
	struct err e;
	int argc, used;

	(void)state;
	err_init(&e, NULL);
	for (size_t i = 0; (line = menu_entry(i)) != NULL; i++) {
		if (*line == ':' || *line == '@')
			continue;
		assert_int_equal(args_split(&a, line, &argv, &argc, &e), 0);
		assert_non_null(cmd_of(argc, argv, &used));
	}
}

static void
test_every_row_is_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < cmd_count; i++) {
		const struct cmd *c = &cmd_table[i];

		assert_non_null(c->run);
		assert_non_null(c->options);
		assert_true(c->summary != NULL && c->summary[0] != '\0');
		/* A synopsis begins with the verb, each line of it. */
		for (const char *s = c->synopsis; s != NULL;) {
			const char *nl = strchr(s, '\n');

			assert_true(str_starts(s, c->name));
			s = nl != NULL ? nl + 1 : NULL;
		}
	}
}

/* Rights are a person's: without a session there is nobody to ask. */
static void
test_roles_need_a_session(void **state)
{
	(void)state;
	for (size_t i = 0; i < cmd_count; i++)
		if (cmd_table[i].roles != 0)
			assert_true(cmd_table[i].needs & NEED_SESSION);
}

static void
test_words_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < cmd_count; i++)
		assert_ptr_equal(cmd_find(cmd_table[i].name), &cmd_table[i]);
	assert_null(cmd_find("dril"));
	assert_string_equal(cmd_nearest("dril")->name, "drill");
	assert_string_equal(cmd_nearest("linuep")->name, "lineup");
	assert_null(cmd_nearest("photosynthesis"));
}

static void
expect_of(const char *first, const char *second, const char *name, int used)
{
	const char *const argv[] = { first, second, NULL };
	const struct cmd *c;
	int n = 0;

	c = cmd_of(second != NULL ? 2 : 1, argv, &n);
	assert_non_null(c);
	assert_string_equal(c->name, name);
	assert_int_equal(n, used);
}

/* Two words before one; what follows is the verb's own. */
static void
test_two_words(void **state)
{
	static const char *const no[] = { "handbok", "show" };
	int n;

	(void)state;
	expect_of("handbook", NULL, "handbook", 1);
	expect_of("handbook", "H5", "handbook", 1);
	expect_of("handbook", "publish", "handbook publish", 2);
	expect_of("рфтвищщл", "ырщц", "handbook show", 2);
	expect_of("people", "show", "people", 1);
	assert_null(cmd_of(2, no, &n));
}

/* "drill" typed with the Russian layout on. */
static void
test_words_by_position(void **state)
{
	(void)state;
	assert_string_equal(cmd_nearest("вкшдд")->name, "drill");
	assert_string_equal(cmd_nearest("дштугз")->name, "lineup");
	assert_string_equal(cmd_nearest("ЫШПТ")->name, "sign");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sorted),
		cmocka_unit_test(test_menus_name_commands),
		cmocka_unit_test(test_every_row_is_whole),
		cmocka_unit_test(test_roles_need_a_session),
		cmocka_unit_test(test_words_are_found),
		cmocka_unit_test(test_two_words),
		cmocka_unit_test(test_words_by_position),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
