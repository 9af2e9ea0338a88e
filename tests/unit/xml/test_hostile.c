/* Files that mean harm or are broken: refused with a sentence and a place,
 * quickly, without a crash.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read_any.h"
#include "../said.h"

#define NS "urn:preshift:drill:1"
#define HEAD "<drill xmlns=\"" NS "\" id=\"x\" version=\"1\" " \
	     "xml:lang=\"en\" pass=\"0.5\">"

static void
expect(const char *s, size_t n, const char *code, const char *says)
{
	OWN(arena_free) struct arena a = { 0 };
	struct findings f = { 0 };
	struct drill *d = NULL;
	struct any x = { 0 };
	struct err e;

	err_init(&e, NULL);
	assert_int_equal(content_drill(&a, "evil.xml", s, n, &f, &d, &e), -1);
	assert_null(d);
	assert_int_equal(e.kind, ERR_CONTENT);
	assert_true(str_starts(e.text, "evil.xml:"));
	x.f = f;
	if (strstr(first_of(&a, &x, code), says) == NULL) {
		show(&x);
		fail_msg("no %s that says '%s'", code, says);
	}
	for (size_t i = 0; i < f.n; i++)
		assert_true(utf8_valid(f.v[i].text, strlen(f.v[i].text)));
	/* nothing a file says makes reading dear */
	assert_true(a.used < ((size_t)64 << 20));
}

static void
expect_text(const char *s, const char *code, const char *says)
{
	expect(s, strlen(s), code, says);
}

static void
test_entity_bomb(void **state)
{
	(void)state;
	expect_text("<?xml version=\"1.0\"?>\n<!DOCTYPE drill [\n"
		    "<!ENTITY a \"aaaaaaaaaa\">\n"
		    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
		    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">\n"
		    "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">\n"
		    "]>\n" HEAD "<title id=\"t\">&d;</title></drill>",
		    "D002", "a DOCTYPE is not allowed");
}

static void
test_external_entity(void **state)
{
	(void)state;
	expect_text("<!DOCTYPE drill SYSTEM \"file:///etc/passwd\">" HEAD
		    "</drill>", "D002", "a DOCTYPE is not allowed");
	expect_text("<!DOCTYPE drill [<!ENTITY x SYSTEM \"/etc/passwd\">]>"
		    HEAD "<title id=\"t\">&x;</title></drill>", "D002",
		    "a DOCTYPE is not allowed");
	expect_text("<!DOCTYPE drill [<!ENTITY % p SYSTEM "
		    "\"http://127.0.0.1/x\"> %p;]>" HEAD "</drill>", "D002",
		    "a DOCTYPE is not allowed");
	/* without a DOCTYPE there is nothing it could mean */
	expect_text(HEAD "<title id=\"t\">&x;</title></drill>", "D002",
		    "'&x;' is not known here");
	expect_text("<drill xmlns=\"" NS "\" id=\"&x;\"/>", "D002",
		    "'&x;' is not known here");
}

static void
test_every_truncation(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *s;
	size_t n;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	if (file_read(&a, source_path(&a, "tests/data/xml/base.xml"), 1 << 20,
		      &s, &n, &e) != 0)
		fail_msg("%s", e.text);
	while (n > 0 && s[n - 1] == '\n')
		n--;
	for (size_t i = 0; i < n; i++) {
		OWN(arena_free) struct arena b = { 0 };
		struct findings f = { 0 };
		struct drill *d;
		/* an exact copy, so that reading past its end traps */
		char *copy = malloc(i == 0 ? 1 : i);

		assert_non_null(copy);
		memcpy(copy, s, i);
		assert_int_equal(content_drill(&b, "cut.xml", copy, i, &f, &d,
					       &e), -1);
		assert_true(f.errors > 0);
		content_kind_of(copy, i);
		free(copy);
	}
	expect(s, 400, "D001", "");
}

static void
test_flipped_bytes(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *s;
	size_t n;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	if (file_read(&a, source_path(&a, "tests/data/xml/base.xml"), 1 << 20,
		      &s, &n, &e) != 0)
		fail_msg("%s", e.text);
	for (size_t i = 0; i < n; i += 3) {
		OWN(arena_free) struct arena b = { 0 };
		char *copy = arena_strndup(&b, s, n);
		struct any x;

		copy[i] = (char)(copy[i] ^ (1 << i % 8));
		x = read_bytes(&b, "flip.xml", copy, n, NULL);
		assert_int_equal(x.rc == 0, x.drill != NULL);
	}
}

static void
test_deep(void **state)
{
	OWN(str_free) struct str s = { 0 };

	(void)state;
	str_add(&s, HEAD "<debrief>");
	for (int i = 0; i < 10000; i++)
		str_add(&s, "<q>");
	for (int i = 0; i < 10000; i++)
		str_add(&s, "</q>");
	str_add(&s, "</debrief></drill>");
	expect(str_text(&s), s.n, "D004", "nested deeper than 64");
}

static void
test_bytes_that_are_no_text(void **state)
{
	static const char nul[] = HEAD "<title id=\"t\">a\0b</title></drill>";
	static const char latin[] = HEAD
		"\n<title id=\"t\">T\xfcr</title></drill>";
	static const char utf16[] = "\xff\xfe<\0d\0r\0i\0l\0l\0/\0>\0";

	(void)state;
	expect(nul, sizeof(nul) - 1, "D003", "a NUL byte");
	expect(latin, sizeof(latin) - 1, "D003",
	       "2:16: these bytes are not UTF-8");
	expect(utf16, sizeof(utf16) - 1, "D003", "");
	expect_text("<?xml version='1.0' encoding='ISO-8859-1'?>" HEAD
		    "</drill>", "D003", "its encoding is 'ISO-8859-1'");
	expect_text("\xed\xa0\x80", "D003", "not UTF-8"); /* a surrogate */
	expect_text("", "D001", "empty");
	expect_text("   \n", "D001", "empty");
	expect_text("drill", "D001", "does not begin with '<'");
}

static void
test_control_characters(void **state)
{
	(void)state;
	expect_text(HEAD "<title id=\"t\">a\x1b[2Jb</title></drill>", "D001",
		    "control character");
	expect_text(HEAD "<title id=\"t\">a&#x9b;b</title></drill>", "D016",
		    "the text 't'");
	expect_text(HEAD "<title id=\"t\">a&#x202e;b</title></drill>", "D016",
		    "the text 't'");
	expect_text(HEAD "<title id=\"t\">a&#x200b;b</title></drill>", "D016",
		    "the text 't'");
	expect_text(HEAD "<title id=\"t\">a&#27;b</title></drill>", "D001",
		    "control character");
}

static void
test_too_large(void **state)
{
	OWN(str_free) struct str s = { 0 };

	(void)state;
	str_add(&s, HEAD "<title id=\"t\">");
	str_pad(&s, 'x', (size_t)9 << 20);
	str_add(&s, "</title></drill>");
	expect(str_text(&s), s.n, "D004",
	       "the text in 'title' is longer than 16384 bytes");
	str_clear(&s);
	str_add(&s, "<drill xmlns=\"" NS "\" id=\"");
	str_pad(&s, 'x', (size_t)9 << 20);
	str_add(&s, "\"/>");
	expect(str_text(&s), s.n, "D012", "is no id");
	str_clear(&s);
	str_add(&s, HEAD);
	str_pad(&s, ' ', (size_t)17 << 20);
	str_add(&s, "</drill>");
	expect(str_text(&s), s.n, "D004", "at most 16777216 are read");
}

static void
test_fifteen_megabytes_of_elements(void **state)
{
	OWN(str_free) struct str s = { 0 };

	(void)state;
	str_add(&s, HEAD);
	while (s.n < (size_t)15 << 20)
		str_add(&s, "<a/><a/><a/><a/><a/><a/><a/><a/><a/><a/>\n");
	str_add(&s, "</drill>");
	/* a thousand findings are enough: reading ends there */
	expect(str_text(&s), s.n, "D019", "more wrong");
	str_clear(&s);
	str_add(&s, HEAD "<title id=\"t\">T</title><x>");
	while (s.n < (size_t)15 << 20)
		str_add(&s, "<a/><a/><a/><a/><a/><a/><a/><a/><a/><a/>\n");
	str_add(&s, "</x></drill>");
	expect(str_text(&s), s.n, "D004", "more than 2000000 elements");
}

static void
test_not_well_formed(void **state)
{
	(void)state;
	expect_text("<drill xmlns=\"" NS "\" id=\"x\" id=\"y\"/>", "D001",
		    "the attribute 'id' stands twice");
	expect_text(HEAD "</drill><drill/>", "D001",
		    "behind the end of the document");
	expect_text(HEAD "<title id=t>", "D001", "must stand in quotes");
	expect_text(HEAD "<a:b/></drill>", "D001",
		    "the prefix 'a' has no namespace");
	expect_text(HEAD "<title id=\"t\">Salt & pepper</title></drill>",
		    "D001", "&amp;");
	expect_text(HEAD "<title id=\"t\">1 < 2</title></drill>", "D001",
		    "&lt;");
	expect_text(HEAD "<!-- a -- b --></drill>", "D001", "comment");
	expect_text(HEAD, "D001", "");
}

static void
test_wrong_namespace(void **state)
{
	(void)state;
	expect_text("<drill xmlns=\"urn:example\"/>", "D005",
		    "not 'drill' in 'urn:example'");
	expect_text("<drill/>", "D005", "");
	expect_text("<handbook xmlns=\"" NS "\"/>", "D005", "not 'handbook'");
	expect_text(HEAD "<t:title xmlns:t=\"urn:example\" id=\"t\">A"
		    "</t:title></drill>", "D006", "namespace 'urn:example'");
	expect_text("<drill xmlns=\"" NS "\" xmlns:a=\"urn:a\" a:id=\"x\" "
		    "version=\"1\" xml:lang=\"en\" pass=\"0.5\"/>", "D007",
		    "no attribute 'id'");
}

/* As whoever meets the file in a lineup or a drill is told. */
static int
read_drill_file(const struct str *s, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct findings f = { .m = e->m };
	struct drill *d = NULL;

	return content_drill(&a, "evil.xml", s->s, s->n, &f, &d, e);
}

static void
test_told(void **state)
{
	OWN(str_free) struct str s = { 0 };
	struct err e;

	(void)state;
	err_init(&e, NULL);
	str_pad(&s, ' ', (size_t)17 << 20);
	assert_said(&e, ERR_CONTENT,
		    "the file has %zu bytes; at most %d are read",
		    read_drill_file(&s, &e));
	/* An error behind more warnings than are written down. */
	str_clear(&s);
	str_add(&s, HEAD "<title id=\"t\">A</title><debrief>");
	for (int i = 0; i < 1100; i++)
		str_printf(&s, "<q id=\"q%d\">cafe\u0301</q>", i);
	str_add(&s, "<x/></debrief></drill>");
	assert_said(&e, ERR_CONTENT,
		    "'%s' has errors: 'preshift lint' and the file lists them",
		    read_drill_file(&s, &e));
}

static void
test_kind_of_anything(void **state)
{
	static const struct { const char *s; enum content_kind kind; } t[] = {
		{ HEAD, CONTENT_DRILL },
		{ "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2'>",
		  CONTENT_XLIFF },
		{ "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0'>",
		  CONTENT_UNKNOWN },
		{ "<h:handbook xmlns:h='urn:preshift:handbook:1'/>",
		  CONTENT_HANDBOOK },
		{ "<!DOCTYPE drill>" HEAD, CONTENT_UNKNOWN },
		{ "<drill/>", CONTENT_UNKNOWN },
		{ "", CONTENT_UNKNOWN },
		{ "<", CONTENT_UNKNOWN },
		{ "PK\x03\x04", CONTENT_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(t); i++)
		assert_int_equal(content_kind_of(t[i].s, strlen(t[i].s)),
				 t[i].kind);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entity_bomb),
		cmocka_unit_test(test_external_entity),
		cmocka_unit_test(test_every_truncation),
		cmocka_unit_test(test_flipped_bytes),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_bytes_that_are_no_text),
		cmocka_unit_test(test_control_characters),
		cmocka_unit_test(test_too_large),
		cmocka_unit_test(test_fifteen_megabytes_of_elements),
		cmocka_unit_test(test_not_well_formed),
		cmocka_unit_test(test_wrong_namespace),
		cmocka_unit_test(test_told),
		cmocka_unit_test(test_kind_of_anything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
