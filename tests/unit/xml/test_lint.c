/* Every lint code has a file in tests/data/xml that earns it: CODE-WHAT.xml,
 * or .xlf for what concerns a translation (of handbook.xml there).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "read_any.h"
#include "xml/report.h"

#define DATA "tests/data/xml"

struct files {
	const char **v;
	size_t n, cap;
};

static void
add_files(struct arena *a, struct files *fs, const char *dir,
	  const char *suffix)
{
	const char **names;
	size_t n;
	struct err e;

	err_init(&e, NULL);
	dir = source_path(a, dir);
	if (file_list(a, dir, suffix, &names, &n, &e) != 0)
		fail_msg("%s", e.text);
	for (size_t i = 0; i < n; i++)
		ARENA_PUSH(a, fs->v, fs->n, fs->cap,
			   path_join(a, dir, names[i]));
}

static struct files
all_files(struct arena *a)
{
	struct files fs = { 0 };

	add_files(a, &fs, DATA, ".xml");
	add_files(a, &fs, DATA, ".xlf");
	add_files(a, &fs, DATA "/de", ".xlf");
	return fs;
}

static const char *
name_of(const char *path)
{
	return strrchr(path, '/') + 1;
}

static struct any
read_fixture(struct arena *a, const char *path)
{
	struct any book = { 0 };

	if (str_ends(path, ".xlf"))
		book = read_path(a, source_path(a, DATA "/handbook.xml"),
				 NULL);
	return read_path(a, path, any_document(&book));
}

/* What a finding must look like, whatever it is. */
static void
check_findings(const struct any *x, const char *path)
{
	size_t errors = 0;

	for (size_t i = 0; i < x->f.n; i++) {
		const struct finding *f = &x->f.v[i];
		const struct lint_code *c = lint_code_find(f->code);

		assert_non_null(c);
		assert_int_equal(c->severity, f->severity);
		assert_string_equal(f->file, path);
		assert_true(f->line >= 1 && f->column >= 1);
		assert_true(strlen(f->text) > 8);
		assert_null(strchr(f->text, '%'));
		errors += f->severity == SEV_ERROR;
	}
	assert_int_equal(errors, x->f.errors);
	assert_int_equal(x->f.n - errors, x->f.warnings);
	if (x->rc != 0) {
		assert_true(errors > 0);
		assert_int_equal(x->e.kind, ERR_CONTENT);
	}
}

/* An error stands alone: nothing follows from it but warnings. A circle is
 * a trap as well, and a thousand findings are some of some code. */
static bool
belongs(const char *code, const struct finding *f)
{
	if (f->severity == SEV_WARNING || str_eq(f->code, code) ||
	    str_eq(code, "D019"))
		return true;
	return str_eq(code, "D042") && str_eq(f->code, "D051");
}

static void
check_fixture(const char *path, const struct lint_code *c)
{
	OWN(arena_free) struct arena a = { 0 };
	struct any x = read_fixture(&a, path);

	check_findings(&x, path);
	if (count_code(&x, c->code) == 0) {
		show(&x);
		fail_msg("%s does not earn %s", path, c->code);
	}
	if (c->severity == SEV_WARNING && x.rc != 0 &&
	    !str_eq(c->code, "D019"))
		fail_msg("%s: a warning must not stop reading: %s", path,
			 x.e.text);
	for (size_t i = 0; i < x.f.n; i++)
		if (!belongs(c->code, &x.f.v[i]))
			fail_msg("%s earns %s as well: %s", path,
				 x.f.v[i].code, x.f.v[i].text);
}

static void
test_every_code_has_a_file(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct files fs = all_files(&a);

	(void)state;
	for (size_t i = 0; i < lint_code_count; i++) {
		const struct lint_code *c = &lint_codes[i];
		size_t found = 0;

		for (size_t k = 0; k < fs.n; k++) {
			if (!str_starts(name_of(fs.v[k]), c->code))
				continue;
			found++;
			check_fixture(fs.v[k], c);
		}
		if (found == 0)
			fail_msg("no file in " DATA " earns %s (%s)", c->code,
				 c->meaning);
	}
}

static void
test_every_file_has_a_code(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct files fs = all_files(&a);

	(void)state;
	for (size_t k = 0; k < fs.n; k++) {
		const char *name = name_of(fs.v[k]);
		char code[5] = { 0 };
		struct any x;

		memcpy(code, name, 4);
		if (lint_code_find(code) != NULL)
			continue;
		x = read_fixture(&a, fs.v[k]);
		show(&x);
		assert_int_equal(x.rc, 0);
		assert_int_equal(x.f.n, 0); /* what fixtures are made from */
	}
}

static void
test_codes_are_a_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < lint_code_count; i++) {
		const struct lint_code *c = &lint_codes[i];

		assert_int_equal(strlen(c->code), 4);
		assert_true(c->code[0] == 'D' || c->code[0] == 'T');
		assert_true(strlen(c->meaning) > 8);
		if (i > 0)
			assert_true(strcmp(lint_codes[i - 1].code,
					   c->code) < 0);
	}
	assert_null(lint_code_find("D999"));
}

static void
test_sentences_and_places(void **state)
{
	static const struct { const char *file, *code, *says; } t[] = {
		{ "D001-end-tag.xml", "D001",
		  "4:61: the end tag does not fit: 'goal' was opened in line "
		  "4" },
		{ "D006-element.xml", "D006",
		  "4:2: 'subtitle' may not stand in 'drill'; allowed are: "
		  "title, goal, intro, commandment, section, competency, "
		  "cast, var, let, node, debrief" },
		{ "D007-attribute.xml", "D007",
		  "16:3: 'hint' has no attribute 'price'; it has: id, "
		  "cost" },
		{ "D009-value.xml", "D009",
		  "2:85: difficulty='9' is not a whole number from 1 to 5" },
		{ "D013-double-id.xml", "D013",
		  "34:13: the id 'n1.h' stands already in line 16" },
		{ "D020-goto.xml", "D020",
		  "35:3: there is no scene 'nowhere' to go to" },
		{ "D021-person.xml", "D021",
		  "15:23: there is no person 'chef' in the cast" },
		{ "D024-condition.xml", "D024",
		  "40:38: 'mood >= 0 and seen(n1) or seen(n2)' mixes and with "
		  "or: set brackets" },
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < NELEM(t); i++) {
		const char *path = source_path(&a, arena_printf(
			&a, DATA "/%s", t[i].file));
		struct any x = read_path(&a, path, NULL);

		assert_string_equal(first_of(&a, &x, t[i].code), t[i].says);
		/* the error a command prints names the place as well */
		assert_non_null(strstr(x.e.text, t[i].file));
		assert_non_null(strstr(x.e.text, t[i].says));
	}
}

static void
test_quick_does_not_explore(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct any x = read_path(&a, source_path(&a, DATA
					"/D050-never-open.xml"), NULL);
	struct findings f = { 0 };

	(void)state;
	assert_int_equal(x.rc, 0);
	lint_drill(&a, x.drill, true, &f);
	assert_int_equal(f.n, 0);
}

static void
test_a_thousand_and_no_more(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct any x = read_path(&a, source_path(&a, DATA "/D019-many.xml"),
				 NULL);

	(void)state;
	assert_int_equal(x.f.n, REPORT_MAX + 1);
	assert_string_equal(x.f.v[REPORT_MAX].code, "D019");
	assert_int_equal(count_code(&x, "D019"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_has_a_file),
		cmocka_unit_test(test_every_file_has_a_code),
		cmocka_unit_test(test_codes_are_a_table),
		cmocka_unit_test(test_sentences_and_places),
		cmocka_unit_test(test_quick_does_not_explore),
		cmocka_unit_test(test_a_thousand_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
