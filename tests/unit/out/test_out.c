/* Tests of out/out.h: format words, pages as text, a disk that is full.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "printed.h"

static void
test_format_words(void **state)
{
	static const char *const words[] = { "screen", "plain", "json", "csv",
					     "html" };
	enum out_format f = OUT_HTML;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	for (size_t i = 0; i < NELEM(words); i++) {
		assert_int_equal(out_format_parse(words[i], &f, &e), 0);
		assert_int_equal(f, i);
	}
	assert_int_equal(out_format_parse("xml", &f, &e), -1);
	assert_int_equal(f, OUT_HTML);
	assert_int_equal(e.kind, ERR_USAGE);
	assert_string_equal(e.text, "'xml' is no format: screen, plain, json, "
				    "csv or html");
}

static void
test_text(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "PLACE");
	struct result r = { .page = p };
	struct out o = { .format = OUT_PLAIN };
	const char *s;

	(void)state;
	page_para(&a, p, "one two");
	p->keys = "Enter next";
	s = printed(&a, &o, &r);
	assert_true(o.wrote);
	assert_non_null(strstr(s, "PLACE\n"));
	assert_non_null(strstr(s, "one two\n"));
	assert_null(strstr(s, "---"));
	assert_null(strstr(s, "Enter next"));
	o.format = OUT_SCREEN;
	o.cols = 30;
	s = printed(&a, &o, &r);
	assert_non_null(strstr(s, "---"));
	for (size_t n; *s != '\0'; s += n + 1) {
		n = strcspn(s, "\n");
		assert_true(n <= 30);
	}
	o.linear = true;
	assert_null(strstr(printed(&a, &o, &r), "---"));
}

static void
test_full_disk(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct out o = { .format = OUT_JSON };
	struct result r = { .data = value_int(&a, 1) };
	struct err e;

	(void)state;
	err_init(&e, NULL);
	o.f = fopen("/dev/full", "w");
	if (o.f == NULL)
		skip();
	assert_int_equal(out_result(&o, &r, &e), -1);
	assert_int_equal(e.kind, ERR_FAILED);
	assert_string_equal(e.text, "the result can't be written: the disk is "
				    "full; free some space and try again");
	assert_false(o.wrote);
	err_clear(&e);
	assert_int_equal(out_text(&o, "help\n", &e), -1);
	assert_int_equal(e.kind, ERR_FAILED);
	assert_int_equal(out_error(&o, &e), -1);
	fclose(o.f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_format_words),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_full_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
