/* Lists in, as spreadsheets write them, and broken ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "cmd/csv.h"

static int
read_text(struct arena *a, const char *s, struct csv *ret, struct err *e)
{
	err_init(e, NULL);
	return csv_read(a, s, strlen(s), ret, e);
}

static void
test_separators(void **state)
{
	static const char *const same[] = {
		"number,name\n7,Ana\n", "number;name\r\n7;Ana\r\n",
		"number\tname\n7\tAna", "number;name\n\n7;Ana\n",
		"\"number\",\"name\"\n\"7\",\"Ana\"\n",
		"sep=;\r\nnumber;name\r\n7;Ana\r\n",
		"SEP=\t\nnumber\tname\n7\tAna\n",
		" number ; name\n\u00a07;Ana \t\n", "number;name\n7;Ana;;\n",
		"number;name\r7;Ana\r", "number;name\r\n7;Ana\r",
		"number;name\n  ; \n7;\"Ana \"\n",
	};

	(void)state;
	for (size_t i = 0; i < NELEM(same); i++) {
		OWN(arena_free) struct arena a = { 0 };
		struct csv c;
		struct err e;

		assert_int_equal(read_text(&a, same[i], &c, &e), 0);
		assert_int_equal(c.n, 2);
		assert_string_equal(c.rows[0].cells[1], "name");
		assert_string_equal(c.rows[1].cells[0], "7");
		assert_string_equal(c.rows[1].cells[1], "Ana");
	}
}

static void
test_quotes(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct csv c;
	struct err e;

	(void)state;
	assert_int_equal(read_text(&a, "\"a;,;\",b\n\"x \"\"y\"\", z\",q"
				   "\n\n1\n", &c, &e), 0);
	assert_string_equal(c.rows[1].cells[0], "x \"y\", z");
	assert_int_equal(c.rows[2].line, 4);
	assert_int_equal(c.rows[2].n, 2);
	assert_string_equal(c.rows[2].cells[1], "");
}

/* Each is refused, and the line is named. */
static void
test_broken(void **state)
{
	static const struct { const char *s, *line; } v[] = {
		{ "a,b\n1,\"open\n", "line 2" },
		{ "a,b\n1,\"x\"y\n", "line 2" },
		{ "a,b\n1,2\n1,2,3\n", "line 3" },
		{ "a,b\n1,\"two\nlines\"\n", "line 2" },
		{ "sep=;\na;b\n1;2;3\n", "line 3" },
		{ "a,b\n1,2,,3\n", "line 2" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++) {
		OWN(arena_free) struct arena a = { 0 };
		struct csv c;
		struct err e;

		assert_int_equal(read_text(&a, v[i].s, &c, &e), -1);
		assert_int_equal(e.kind, ERR_CONTENT);
		assert_non_null(strstr(e.text, v[i].line));
	}
}

static void
test_empty(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct csv c;
	struct err e;

	(void)state;
	assert_int_equal(read_text(&a, "", &c, &e), 0);
	assert_int_equal(c.n, 0);
	assert_int_equal(read_text(&a, "\n\n,,\n", &c, &e), 0);
	assert_int_equal(c.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_separators),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
