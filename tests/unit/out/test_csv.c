/* Tests of CSV: RFC 4180, and what spreadsheets want.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "printed.h"

static struct value *
person(struct arena *a, const char *number, const char *name)
{
	struct value *v = value_map(a);

	value_put_text(a, v, "number", number);
	value_put_text(a, v, "name", name);
	return v;
}

static void
test_rows(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *rows = value_list(&a), *v, *teams = value_list(&a);
	struct out o = { .format = OUT_CSV, .lang = "de" };

	(void)state;
	value_add(&a, rows, person(&a, "0042", "Kaya, Elif"));
	v = value_map(&a);
	value_put_text(&a, v, "name", "say \"yes\"\nor no");
	value_put_text(&a, v, "team", "is no column");
	value_add(&a, rows, v);
	v = person(&a, "7", NULL);
	value_add(&a, teams, value_text(&a, "front-desk"));
	value_add(&a, teams, value_int(&a, 3));
	value_put(&a, v, "name", teams);
	value_add(&a, rows, v);
	assert_string_equal(printed(&a, &o, &(struct result){ .rows = rows }),
			    "number,name\r\n"
			    "0042,\"Kaya, Elif\"\r\n"
			    ",\"say \"\"yes\"\"\nor no\"\r\n"
			    "7,front-desk 3\r\n");
}

/* What is on the screen, but for the numbers to press. */
static void
test_as_seen(void **state)
{
	static const char *const head[] = { "", "Nr.", "Name", "Team" };
	static const char *const row[] = { "1", "0042", "=Kaya", "-" };
	OWN(arena_free) struct arena a = { 0 };
	struct value *rows = value_list(&a);
	struct page *p = page_new(&a, "PLACE");
	struct out o = { .format = OUT_CSV, .lang = "de", .excel = true,
			 .as_seen = true };
	const struct result r = { .rows = rows, .page = p };

	(void)state;
	value_add(&a, rows, person(&a, "0042", "=Kaya"));
	page_para(&a, p, "one person");
	assert_string_equal(printed(&a, &o, &r),
			    "\xef\xbb\xbfnumber;name\r\n"
			    "\"=\"\"0042\"\"\";'=Kaya\r\n");
	page_head(&a, p, NELEM(head), head);
	page_row(&a, p, NELEM(row), row);
	assert_string_equal(printed(&a, &o, &r),
			    "\xef\xbb\xbfNr.;Name;Team\r\n"
			    "\"=\"\"0042\"\"\";'=Kaya;-\r\n");
}

static void
test_one_row(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *v = value_map(&a), *inner = value_map(&a);
	struct out o = { .format = OUT_CSV };

	(void)state;
	value_put_int(&a, inner, "min", -1);
	value_put_bool(&a, v, "ok", false);
	value_put(&a, v, "scaled", value_real(&a, 8235, 10000));
	value_put(&a, v, "hear", inner);
	assert_string_equal(printed(&a, &o, &(struct result){ .data = v }),
			    "ok,scaled,hear\r\n"
			    "false,0.8235,\"{\"\"min\"\":-1}\"\r\n");
	assert_string_equal(
		printed(&a, &o,
			&(struct result){ .data = v, .rows = value_list(&a) }),
		"");
}

static void
test_empty_table(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *rows = value_table(&a, "number name");
	struct result r = { .data = value_map(&a), .rows = rows };
	struct out o = { .format = OUT_CSV };

	(void)state;
	assert_string_equal(printed(&a, &o, &r), "number,name\r\n");
	value_add(&a, rows, person(&a, "7", "Ana"));
	assert_string_equal(printed(&a, &o, &r), "number,name\r\n7,Ana\r\n");
}

static void
test_excel(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *rows = value_list(&a), *v;
	struct out o = { .format = OUT_CSV, .excel = true, .lang = "ru" };

	(void)state;
	v = person(&a, "-5", "=1+1");
	value_put_int(&a, v, "points", -5);
	value_put(&a, v, "share", value_real(&a, 25, 10));
	value_add(&a, rows, v);
	value_add(&a, rows, person(&a, "\tx", "@a;b"));
	value_add(&a, rows, person(&a, "+49", "Жанна"));
	assert_string_equal(printed(&a, &o, &(struct result){ .rows = rows }),
			    "\xef\xbb\xbfnumber;name;points;share\r\n"
			    "'-5;'=1+1;-5;2,5\r\n"
			    "' x;\"'@a;b\";;\r\n"
			    "'+49;Жанна;;\r\n");
	o.lang = "en";
	rows = value_list(&a);
	value_add(&a, rows, person(&a, "1", "a;b"));
	assert_string_equal(printed(&a, &o, &(struct result){ .rows = rows }),
			    "\xef\xbb\xbfnumber,name\r\n1,a;b\r\n");
	o.separator = '\t';
	assert_string_equal(printed(&a, &o, &(struct result){ .rows = rows }),
			    "\xef\xbb\xbfnumber\tname\r\n1\ta;b\r\n");
}

/* Staff numbers are texts: as a spreadsheet opens the list, so they stay. */
static void
test_excel_numbers(void **state)
{
	static const struct { const char *number, *cell; } v[] = {
		{ "0042", "\"=\"\"0042\"\"\"" }, { "42", "42" },
		{ "0", "0" }, { "1E05", "\"=\"\"1E05\"\"\"" },
		{ "123456789012", "\"=\"\"123456789012\"\"\"" },
		{ "E05", "E05" }, { "1E", "1E" },
		{ "2026-11-21", "2026-11-21" }, { "=1E05", "'=1E05" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++) {
		OWN(arena_free) struct arena a = { 0 };
		struct value *rows = value_list(&a);
		struct out o = { .format = OUT_CSV, .excel = true };
		struct result r = { .rows = rows };

		value_add(&a, rows, person(&a, v[i].number, "A"));
		assert_string_equal(
			printed(&a, &o, &r),
			arena_printf(&a, "\xef\xbb\xbfnumber,name\r\n%s,A\r\n",
				     v[i].cell));
		o.excel = false;
		assert_string_equal(printed(&a, &o, &r),
				    arena_printf(&a, "number,name\r\n%s,A\r\n",
						 v[i].number));
	}
}

static void
test_control_characters(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *rows = value_list(&a);
	struct out o = { .format = OUT_CSV };

	(void)state;
	value_add(&a, rows, person(&a, "1", "\033[31m\xff"));
	assert_string_equal(printed(&a, &o, &(struct result){ .rows = rows }),
			    "number,name\r\n"
			    "1,\xef\xbf\xbd[31m\xef\xbf\xbd\r\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_as_seen),
		cmocka_unit_test(test_one_row),
		cmocka_unit_test(test_empty_table),
		cmocka_unit_test(test_excel),
		cmocka_unit_test(test_excel_numbers),
		cmocka_unit_test(test_control_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
