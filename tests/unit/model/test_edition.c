/* Tests of model/edition.h: what was published is read back, and nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "model/handbook.h"
#include "../said.h"
#include "published.h"

static void
test_parse(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct edition_text t = { 0 };
	const struct edition_section *s;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(edition_parse(&a, published, strlen(published), &t,
				       &e), 0);
	assert_string_equal(t.house, "Harbour House");
	assert_string_equal(t.title, "Service Handbook");
	assert_string_equal(t.lang, "en");
	assert_int_equal(t.edition, 3);
	assert_int_equal(t.nsections, 2);
	s = edition_section(&t, "H2");
	assert_non_null(s);
	assert_int_equal(s->nlines, 6);
	assert_int_equal(s->nquestions, 1);
	assert_false(s->questions[0].answers[0].right);
	assert_true(s->questions[0].answers[1].right);
	s = edition_section(&t, "H5");
	assert_string_equal(s->title, "Your authority");
	assert_string_equal(s->lines[0].easy, "You may give 15 EUR.");
	assert_int_equal(s->lines[1].kind, LINE_ITEM);
	assert_null(s->lines[1].easy);
	/* the easier wording is no reading beyond the text: 10 and 2 words */
	assert_int_equal(s->words, 12);
	assert_null(edition_section(&t, "H9"));
}

static void
not_read(const char *s, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	struct edition_text t = { .edition = 77 };
	struct err e;

	err_init(&e, NULL);
	assert_int_equal(edition_parse(&a, s, n, &t, &e), -1);
	assert_int_equal(e.kind, ERR_CONTENT);
	assert_int_equal(t.edition, 77);
}

/* PUBLISHED with OLD once replaced by NEW is no handbook text. */
static void
changed(const char *old, const char *new)
{
	OWN(str_free) struct str s = { 0 };
	const char *at = strstr(published, old);

	assert_non_null(at);
	str_addn(&s, published, (size_t)(at - published));
	str_add(&s, new);
	str_add(&s, at + strlen(old));
	not_read(s.s, s.n);
}

static void
test_not_read(void **state)
{
	(void)state;
	for (size_t n = 0; n < strlen(published); n++)
		not_read(published, n);
	not_read(published, strlen(published) + 1);
	changed("end\n", "end\n\n");
	changed("end\n", "\nend\n");
	changed("text/1", "text/2");
	changed("edition: 3", "edition: 03");
	changed("edition: 3", "edition: 0");
	changed("edition: 3", "edition: 99999999999");
	changed("language: en", "language: e");
	changed("language: en\n", "");
	changed("title: ", "title:  ");
	changed("document: handbook", "document: Hand Book");
	changed("== H5", "== H2");
	changed("== H5 Your authority", "== H5");
	changed("== H5", "==  H5");
	changed("\n\n== H5", "\n\n\n== H5");
	changed("\n\n== H5", "\n== H5");
	changed("\n", "\r\n");
	changed("They are short.\n", "They are short. \n");
	changed("They are short.\n", "They are\tshort.\n");
	changed("They are short.\n", "= They are short.\n");
	changed("They are short.\n", "\xef\xbb\xbfThey are short.\n");
	changed("They are short.\n", "u\xcc\x88" "ber\n");
	changed("They are short.\n", "\xff\n");
	changed("+ Yes.\n", "x Yes.\n");
	changed("x No.\n", "+ No.\n");
	changed("x No.\n", "");
	changed("x No.\n", "x No.\nA paragraph.\n");
	changed("? Up to 15 EUR?\n", "");
	changed("Every guest leaves with a yes.\n", "~ Every guest.\n");
	changed("~ Be there.\n", "~ Be there.\n~ Be there.\n");
}

/* One byte changed anywhere: refused, or read as exactly what it is. */
static void
test_every_byte(void **state)
{
	size_t n = strlen(published);
	char *s = malloc(n);

	(void)state;
	assert_non_null(s);
	memcpy(s, published, n);
	for (size_t i = 0; i < 8 * n; i++) {
		OWN(arena_free) struct arena a = { 0 };
		OWN(str_free) struct str again = { 0 };
		struct edition_text t;
		struct err e;

		err_init(&e, NULL);
		s[i / 8] = (char)(s[i / 8] ^ (1 << (i % 8)));
		if (edition_parse(&a, s, n, &t, &e) == 0) {
			edition_print(&again, &t);
			assert_int_equal(again.n, n);
			assert_memory_equal(again.s, s, n);
		}
		s[i / 8] = (char)(s[i / 8] ^ (1 << (i % 8)));
	}
	free(s);
}

static int
parse(const char *s, size_t n, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct edition_text t;

	return edition_parse(&a, s, n, &t, e);
}

/* PUBLISHED with OLD once replaced by NEW. */
static void
changed_said(const char *old, const char *new, const char *msgid)
{
	OWN(str_free) struct str s = { 0 };
	const char *at = strstr(published, old);
	struct err e;

	err_init(&e, NULL);
	assert_non_null(at);
	str_addn(&s, published, (size_t)(at - published));
	str_add(&s, new);
	str_add(&s, at + strlen(old));
	assert_said(&e, ERR_CONTENT, msgid, parse(s.s, s.n, &e));
}

static void
test_parse_told(void **state)
{
	OWN(str_free) struct str s = { 0 };
	struct err e;

	(void)state;
	err_init(&e, NULL);
	changed_said("text/1", "text/2",
		     "handbook text, line %u: %s; the file was changed after "
		     "it was published, please take it from a backup");
	changed_said("text/1", "text/2",
		     "this is no handbook text of this program");
	changed_said("document: ", "file: ", "a line of the head is missing");
	changed_said("title: ", "title:  ",
		     "a line of the head is not as it should be");
	changed_said("document: handbook", "document: Hand Book",
		     "this is no name of a document");
	changed_said("edition: 3", "edition: 0",
		     "this is no number of an edition");
	changed_said("language: en", "language: e", "this is no language");
	changed_said("\n\n== H2", "\n== H2", "an empty line is missing");
	changed_said("== H2", "H2", "a section must begin here");
	changed_said("Your authority", " Your authority",
		     "a title is not as it should be");
	changed_said("== H5 ", "== \xff ", "this is no name of a section");
	changed_said("== H5", "== H2", "the section is there twice");
	changed_said("? Up to 15 EUR?\n", "",
		     "an answer without a question");
	changed_said("x No.\n", "x No.\nA paragraph.\n",
		     "a paragraph after the questions");
	changed_said("Every guest leaves with a yes.\n", "~ Every guest.\n",
		     "an easier wording without its paragraph");
	changed_said("They are short.\n", "They are short. \n",
		     "this line is not as it should be");
	changed_said("x No.\n", "",
		     "a question above has not exactly one right answer and a "
		     "wrong one");
	changed_said("end\n", "", "the text stops before its end");
	changed_said("end\n", "end\n\n",
		     "this is not how the program prints it");
	assert_said(&e, ERR_CONTENT, "a zero byte", parse("\0\n", 2, &e));
	str_pad(&s, 'x', (size_t)2 << 20);
	assert_said(&e, ERR_CONTENT,
		    "a handbook text above 1 MiB; please take the published "
		    "file",
		    parse(s.s, s.n, &e));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_not_read),
		cmocka_unit_test(test_every_byte),
		cmocka_unit_test(test_parse_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
