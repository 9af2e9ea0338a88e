/* Tests of JSON: shapes, escapes, numbers without floating point.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "printed.h"

static const char *
json(struct arena *a, const struct value *v)
{
	struct out o = { .format = OUT_JSON };

	return printed(a, &o, &(struct result){ .data = v });
}

static void
test_shape(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *v = value_map(&a), *list = value_list(&a);

	(void)state;
	value_put_int(&a, v, "format", 1);
	value_put_text(&a, v, "name", "Ортис, Бен „ö“");
	value_put_text(&a, v, "wants", NULL);
	value_put_bool(&a, v, "ok", true);
	value_add(&a, list, value_int(&a, INT64_MIN));
	value_add(&a, list, value_map(&a));
	value_put(&a, v, "list", list);
	assert_string_equal(json(&a, v),
			    "{\"format\":1,\"name\":\"Ортис, Бен „ö“\","
			    "\"wants\":null,\"ok\":true,"
			    "\"list\":[-9223372036854775808,{}]}\n");
	assert_string_equal(json(&a, NULL), "{\"format\":1}\n");
}

static void
test_escapes(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(json(&a, value_text(&a, "a\"b\\c\n\t\r\001")),
			    "\"a\\\"b\\\\c\\n\\t\\r\\u0001\"\n");
	/* what would steer a terminal: ESC, DEL, C1 */
	assert_string_equal(json(&a, value_text(&a, "\033[2J\x7f\xc2\x9b")),
			    "\"\\u001b[2J\\u007f\\u009b\"\n");
	/* bytes that are no UTF-8 */
	assert_string_equal(json(&a, value_text(&a, "a\xff\xc3")),
			    "\"a\xef\xbf\xbd\xef\xbf\xbd\"\n");
}

static void
test_real(void **state)
{
	static const struct {
		int64_t i, scale;
		const char *text;
	} rows[] = {
		{ 8235, 10000, "0.8235" },
		{ 8000, 10000, "0.8" },
		{ 0, 10000, "0.0" },
		{ 10000, 10000, "1.0" },
		{ -25, 10, "-2.5" },
		{ 1, 3, "0.333333" },
		{ 2, 3, "0.666667" },
		{ 1, 10000000, "0.0" },
		{ -1, 10000000, "0.0" },
		{ 999999999, 1000000000, "1.0" },
		{ INT64_MIN, 1, "-9223372036854775808.0" },
		{ 5, 10000, "0.0005" },
		{ 12, 1, "12.0" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++) {
		OWN(arena_free) struct arena a = { 0 };
		const char *s =
			json(&a, value_real(&a, rows[i].i, rows[i].scale));

		assert_int_equal(strlen(s), strlen(rows[i].text) + 1);
		assert_memory_equal(s, rows[i].text, strlen(rows[i].text));
	}
}

static void
test_error(void **state)
{
	struct out o = { .format = OUT_JSON };
	struct err e;
	char *mem = NULL;
	size_t n = 0;

	(void)state;
	err_init(&e, NULL);
	err_set(&e, ERR_REFUSED, "'%s' is \"no\"", "x");
	o.f = open_memstream(&mem, &n);
	assert_int_equal(out_error(&o, &e), 0);
	o.format = OUT_PLAIN; /* then only the sentence on stderr */
	assert_int_equal(out_error(&o, &e), 0);
	fclose(o.f);
	assert_string_equal(mem, "{\"format\":1,\"error\":{\"kind\":"
				 "\"refused\",\"text\":"
				 "\"'x' is \\\"no\\\"\"}}\n");
	free(mem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shape),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_real),
		cmocka_unit_test(test_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
