/* Tests of base/args.h: words, quotes, options, slips of the finger.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/args.h"

/* The words of LINE, "|" around each; NULL if it is refused. */
static const char *
split(struct arena *a, const char *line)
{
	const char **argv = NULL, *all = "|";
	struct err e;
	int argc = -1;

	err_init(&e, NULL);
	if (args_split(a, line, &argv, &argc, &e) != 0) {
		assert_int_equal(e.kind, ERR_USAGE);
		assert_null(argv);
		assert_int_equal(argc, -1);
		return NULL;
	}
	assert_null(argv[argc]);
	for (int i = 0; i < argc; i++)
		all = arena_printf(a, "%s%s|", all, argv[i]);
	return all;
}

static void
test_split(void **state)
{
	static const char *const rows[][2] = {
		{ "", "|" },
		{ "  \t ", "|" },
		{ " play  fire ", "|play|fire|" },
		{ "say \"two words\"", "|say|two words|" },
		{ "say 'two words'", "|say|two words|" },
		{ "a\\ b", "|a b|" },
		{ "'a\\'", "|a\\|" },
		{ "\"a\\\"b\"", "|a\"b|" },
		{ "\"it's\"", "|it's|" },
		{ "'a \"b\"'", "|a \"b\"|" },
		{ "x\"\" '' y", "|x||y|" },
		{ "pre\"fix ed\"post", "|prefix edpost|" },
		{ "\\\\", "|\\|" },
		{ "Küche 'на кухне'", "|Küche|на кухне|" },
		{ "\"open", NULL },
		{ "'open", NULL },
		{ "end\\", NULL },
		{ "\"end\\", NULL },
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < NELEM(rows); i++) {
		const char *got = split(&a, rows[i][0]);

		if (rows[i][1] == NULL)
			assert_null(got);
		else
			assert_string_equal(got, rows[i][1]);
	}
}

struct result {
	bool json;
	const char *out, *save;
	struct opt_list tags;
	const char *rest; /* "|" around each */
	struct err e;
};

static int
parse(struct arena *a, const char *line, bool keep, struct result *r)
{
	const struct opt spec[] = {
		{ .name = "json", .letter = 'j', .type = OPT_FLAG,
		  .flag = &r->json },
		{ .name = "out", .letter = 'o', .type = OPT_TEXT,
		  .text = &r->out },
		{ .name = "save", .type = OPT_TEXT, .optional = true,
		  .text = &r->save },
		{ .name = "tag", .letter = 't', .type = OPT_LIST,
		  .list = &r->tags },
	};
	const char **argv, **rest;
	int argc, n;

	*r = (struct result){ .rest = "|" };
	err_init(&r->e, NULL);
	assert_int_equal(args_split(a, line, &argv, &argc, &r->e), 0);
	if (args_parse(a, spec, NELEM(spec), argv, argc, keep, &rest, &n,
		       &r->e) != 0)
		return -1;
	assert_null(rest[n]);
	for (int i = 0; i < n; i++)
		r->rest = arena_printf(a, "%s%s|", r->rest, rest[i]);
	return 0;
}

static void
test_options(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct result r;

	(void)state;
	assert_int_equal(parse(&a, "a --json b --out f -t x --tag=y c", false,
			       &r), 0);
	assert_true(r.json);
	assert_string_equal(r.out, "f");
	assert_null(r.save);
	assert_int_equal(r.tags.n, 2);
	assert_string_equal(r.tags.v[0], "x");
	assert_string_equal(r.tags.v[1], "y");
	assert_string_equal(r.rest, "|a|b|c|");
	assert_int_equal(parse(&a, "", false, &r), 0);
	assert_string_equal(r.rest, "|");
	assert_int_equal(parse(&a, "-j -5 - -1.5 -.5", false, &r), 0);
	assert_true(r.json);
	assert_string_equal(r.rest, "|-5|-|-1.5|-.5|");
	assert_int_equal(parse(&a, "--out=", false, &r), 0);
	assert_string_equal(r.out, "");
	assert_int_equal(parse(&a, "--out=a=b", false, &r), 0);
	assert_string_equal(r.out, "a=b");
	assert_int_equal(parse(&a, "--out -5", false, &r), 0);
	assert_string_equal(r.out, "-5");
	assert_int_equal(parse(&a, "x -- --json -o", false, &r), 0);
	assert_false(r.json);
	assert_string_equal(r.rest, "|x|--json|-o|");
}

static void
test_optional(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct result r;

	(void)state;
	assert_int_equal(parse(&a, "--save", false, &r), 0);
	assert_string_equal(r.save, "");
	assert_int_equal(parse(&a, "--save f.csv x", false, &r), 0);
	assert_string_equal(r.save, "f.csv");
	assert_string_equal(r.rest, "|x|");
	assert_int_equal(parse(&a, "--save ./f", false, &r), 0);
	assert_string_equal(r.save, "./f");
	assert_int_equal(parse(&a, "--save acks 1042", false, &r), 0);
	assert_string_equal(r.save, "");
	assert_string_equal(r.rest, "|acks|1042|");
	assert_int_equal(parse(&a, "--save=f acks", false, &r), 0);
	assert_string_equal(r.save, "f");
	assert_int_equal(parse(&a, "--save --json", false, &r), 0);
	assert_string_equal(r.save, "");
	assert_true(r.json);
	assert_int_equal(parse(&a, "--save -- f", false, &r), 0);
	assert_string_equal(r.save, "");
	assert_string_equal(r.rest, "|f|");
}

static void
refused(const char *line, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };
	struct result r;

	assert_int_equal(parse(&a, line, false, &r), -1);
	assert_int_equal(r.e.kind, ERR_USAGE);
	assert_string_equal(r.e.text, text);
}

static void
test_refused(void **state)
{
	(void)state;
	refused("--jsno", "unknown option '--jsno'; did you mean '--json'?");
	refused("--sav=x", "unknown option '--sav'; did you mean '--save'?");
	refused("--quite-else", "unknown option '--quite-else': see 'preshift --help', or "
		"'preshift help' and the command");
	refused("-q", "unknown option '-q': see 'preshift --help', or "
		"'preshift help' and the command");
	refused("--json=1", "option '--json' takes no value");
	refused("--out", "option '--out' needs a value");
	refused("--out --json", "option '--out' needs a value");
	refused("-o -- x", "option '--out' needs a value");
	refused("--out a -o b",
		"option '--out' is given twice; give it once");
}

static void
test_keep(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct result r;

	(void)state;
	assert_int_equal(parse(&a, "play --what 3 -j -z -- --json", true, &r),
			 0);
	assert_true(r.json);
	assert_string_equal(r.rest, "|play|--what|3|-z|--|--json|");
}

static void
test_distance(void **state)
{
	char long_a[200], long_b[300];

	(void)state;
	assert_int_equal(args_distance("", ""), 0);
	assert_int_equal(args_distance("abc", ""), 3);
	assert_int_equal(args_distance("", "abc"), 3);
	assert_int_equal(args_distance("kitten", "sitting"), 3);
	assert_int_equal(args_distance("paly", "play"), 1);
	assert_int_equal(args_distance("кухян", "кухня"), 1);
	assert_int_equal(args_distance("ж", "з"), 1);
	memset(long_a, 'x', sizeof(long_a));
	memset(long_b, 'x', sizeof(long_b));
	long_a[sizeof(long_a) - 1] = long_b[sizeof(long_b) - 1] = '\0';
	assert_int_equal(args_distance(long_a, long_b), 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_optional),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_keep),
		cmocka_unit_test(test_distance),
	};

	return cmocka_run_group_tests_name("base/args", tests, NULL, NULL);
}
