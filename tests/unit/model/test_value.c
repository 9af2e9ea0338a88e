/* Tests of model/value.h: results as data.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/value.h"

static void
test_map(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct value *m = value_map(&a), *l = value_list(&a);

	(void)state;
	value_put_int(&a, m, "format", 1);
	value_put_text(&a, m, "name", "Ana");
	value_put_text(&a, m, "team", NULL);
	value_put_bool(&a, m, "ok", true);
	value_put(&a, m, "scaled", value_real(&a, 8235, 10000));
	assert_ptr_equal(value_put(&a, m, "list", l), l);
	for (int i = 0; i < 100; i++)
		value_add(&a, l, value_int(&a, i));
	value_put_int(&a, m, "format", 2);

	assert_int_equal(m->n, 6);
	assert_string_equal(m->keys[0], "format");
	assert_string_equal(m->keys[5], "list");
	assert_int_equal(value_get(m, "format")->i, 2);
	assert_string_equal(value_get(m, "name")->s, "Ana");
	assert_int_equal(value_get(m, "team")->kind, VAL_NULL);
	assert_true(value_get(m, "ok")->b);
	assert_int_equal(value_get(m, "scaled")->scale, 10000);
	assert_int_equal(value_get(m, "list")->n, 100);
	assert_int_equal(value_get(m, "list")->v[99]->i, 99);
	assert_int_equal(value_null(&a)->kind, VAL_NULL);

	assert_null(value_get(m, "nothing"));
	assert_null(value_get(l, "format"));
	assert_null(value_get(NULL, "format"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
