/* Tests of record/record.h: what may be put, the canonical text, and that
 * only that text is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "record/record.h"
#include "../said.h"

#define ROOT0 "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

static const char head_text[] =
	"house: seeblick\nterminal: office\nat: 2026-11-21T06:50:00Z\n"
	"clock: ntp\nby: E1042\nafter: 0 " ROOT0 "\n"
	"nonce: 00112233445566778899aabbccddeeff\n";

static const uint8_t empty_root[32] = {
	0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4,
	0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
	0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
};

static struct record *
begin(struct arena *a, enum record_kind k)
{
	struct record_context x = {
		.house = "seeblick", .terminal = "office", .by = "E1042",
		.at = 1795243800, .clock = CLOCK_NTP,
	};
	struct record *r = record_new(a, k);
	struct err e;

	err_init(&e, NULL);
	memcpy(x.after_root, empty_root, sizeof(empty_root));
	for (unsigned i = 0; i < 16; i++)
		x.nonce[i] = (uint8_t)(i * 17);
	assert_int_equal(record_put_head(a, r, &x, &e), 0);
	return r;
}

static void
put(struct arena *a, struct record *r, const char *field, const char *value)
{
	struct err e;

	err_init(&e, NULL);
	if (record_put(a, r, field, value, &e) != 0)
		fail_msg("%s", e.text);
}

/* What is said of a value. */
#define EMPTY \
	N_("'%s' is empty: it needs a value")
#define ONLY_DASH \
	N_("'%s' is only '-', which would mean that nothing is known: " \
	   "write a word")
#define NO_NUMBER \
	N_("'%s' is not a staff number (%s): it has 1 to 12 capital " \
	   "letters A-Z and digits")
#define SPACE \
	N_("'%s' begins or ends with a space: remove it")
#define NO_DATE \
	N_("'%s' is not a date (%s): write it like 2026-11-21")
#define NO_TIME \
	N_("'%s' is not a time (%s): write it like 2026-11-21T06:50:00Z")
#define NO_ID \
	N_("'%s' cannot be the %s: it has small letters a-z, digits, '.' " \
	   "and '-', at most 64, and begins with a letter or digit")
#define NO_WORD \
	N_("'%s' cannot be the %s: it is one of %s")
#define NO_INT \
	N_("'%s' is not a whole number (%s)")
#define NO_FORM \
	N_("'%s' does not have the form of '%s'")
#define UNSEEN \
	N_("'%s' holds a character that cannot be seen: type it again")
#define NO_UTF8 \
	N_("'%s' is not valid UTF-8 text")
#define TOO_LONG \
	N_("'%s' is too long: at most %d bytes")
#define TWICE \
	N_("'%s' already has a value")
#define NO_FIELD \
	N_("a record of the kind '%s' has no field '%s': this is a " \
	   "mistake in the program, please report it")

static void
refuse(struct record *r, const char *field, const char *value,
       const char *msgid)
{
	OWN(arena_free) struct arena a = { 0 };
	struct err e;

	err_init(&e, NULL);
	assert_said(&e, ERR_USAGE, msgid,
		    record_put(&a, r, field, value, &e));
}

/* Reading HEAD_TEXT between FIRST and REST. */
static int
read_back(struct arena *a, const char *first, const char *rest,
	  const struct record **ret)
{
	const char *s = arena_printf(a, "%s%s%s", first, head_text, rest);
	struct err e;
	int rc;

	err_init(&e, NULL);
	*ret = (const struct record *)a; /* to see that NULL is put */
	rc = record_parse(a, s, strlen(s), ret, &e);
	assert_int_equal(e.kind, rc == 0 ? ERR_NONE : ERR_UNTRUE);
	return rc;
}

static void
test_print(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = begin(&a, REC_REVIEW);
	const struct record *p;
	const char *text, *want;
	struct err e;
	size_t n;

	(void)state;
	err_init(&e, NULL);
	put(&a, r, "item", "bed-corners"); /* any order */
	put(&a, r, "number", "E7");
	assert_int_equal(record_put_int(&a, r, "grade", -3, &e), 0);
	assert_int_equal(record_print(&a, r, &text, &n, &e), 0);
	want = arena_printf(&a, "preshift-record/1 review 1\n%snumber: E7\n"
			    "item: bed-corners\ngrade: -3\nend\n", head_text);
	assert_string_equal(text, want);
	assert_int_equal(n, strlen(want));
	assert_int_equal(record_parse(&a, text, n, &p, &e), 0);
	assert_int_equal(p->form->kind, REC_REVIEW);
	assert_int_equal(record_int(p, "grade", 9), -3);
	assert_int_equal(record_int(p, "item", 9), 9);
	assert_int_equal(record_int(p, "seed", 9), 9);
	assert_int_equal(record_time(p, "at"), 1795243800);
	assert_int_equal(record_time(p, "nonce"), 0);
	assert_string_equal(record_get(p, "by"), "E1042");
	assert_null(record_get(p, "team"));
}

static void
test_missing(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = begin(&a, REC_REVIEW);
	const char *text = "untouched";
	struct err e;
	size_t n = 5;

	(void)state;
	err_init(&e, NULL);
	put(&a, r, "number", "E7");
	put(&a, r, "grade", "3");
	assert_said(&e, ERR_USAGE,
		    "a record of the kind '%s' needs a value for '%s'",
		    record_print(&a, r, &text, &n, &e));
	assert_non_null(strstr(e.text, "'item'"));
	assert_string_equal(text, "untouched");
	assert_int_equal(n, 5);
	refuse(r, "number", "E8", TWICE);
	refuse(r, "team", "hall", NO_FIELD);
}

static void
test_refused_values(void **state)
{
	static const struct { const char *field, *value, *said; } v[] = {
		{ "leader", "", EMPTY },
		{ "leader", NULL, EMPTY },
		{ "leader", "-", ONLY_DASH },
		{ "leader", "e7", NO_NUMBER },
		{ "leader", "E12345678901X", NO_NUMBER },
		{ "leader", "E7 ", SPACE },
		{ "date", "2026-02-30", NO_DATE },
		{ "date", "2026-2-3", NO_DATE },
		{ "start", "2026-11-21T06:50Z", NO_TIME },
		{ "start", "2026-11-21 06:50:00", NO_TIME },
		{ "team", "Hall", NO_ID },
		{ "team", "-hall", NO_ID },
		{ "shift", "noon", NO_WORD },
		{ "guests", "07", NO_INT },
		{ "guests", "-0", NO_INT },
		{ "guests", "9223372036854775808", NO_INT },
		{ "content", "ABC", NO_FORM },
		{ "practice", "1 2", NO_FORM },
		{ "practice", "1 2 3 4", NO_FORM },
		{ "practice", "1  2 3", NO_FORM },
		{ "shown", "-", ONLY_DASH },
		{ "shown", "", EMPTY },
		{ "shown", " x", SPACE },
		{ "shown", "x\xc2\xa0", SPACE },
		{ "shown", "\xe3\x80\x80x", SPACE },
		{ "shown", "a\tb", UNSEEN },
		{ "shown", "a\nb", UNSEEN },
		{ "shown", "a\x1b[2J", UNSEEN },
		{ "shown", "a\xe2\x80\xaez", UNSEEN }, /* U+202E */
		{ "shown", "a\xe2\x80\x8bz", UNSEEN }, /* U+200B */
		{ "shown", "a\xe2\x80\xa8z", UNSEEN }, /* U+2028 */
		{ "shown", "a\xee\x80\x80z", UNSEEN }, /* U+E000 */
		{ "shown", "a\xff", NO_UTF8 },
		{ "shown", "\xc0\xaf", NO_UTF8 },
		{ "shown", "\xed\xa0\x80", NO_UTF8 },
	};
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = begin(&a, REC_LINEUP);
	char longest[VALUE_MAX + 2];
	struct err e;

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++)
		refuse(r, v[i].field, v[i].value, v[i].said);
	err_init(&e, NULL);
	assert_int_equal(record_put(&a, r, "shift", "noon", &e), -1);
	assert_non_null(strstr(e.text, "early late night"));
	memset(longest, 'x', sizeof(longest));
	longest[VALUE_MAX + 1] = '\0';
	refuse(r, "shown", longest, TOO_LONG);
	longest[VALUE_MAX] = '\0';
	put(&a, r, "shown", longest);
	assert_string_equal(record_get(r, "shown"), longest);
}

/* "-" means nothing known; where text could be meant it cannot be said. */
static void
test_nothing(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = begin(&a, REC_SETTING);
	size_t n = 9;

	(void)state;
	refuse(r, "value", "-", ONLY_DASH);
	put(&a, r, "value", NULL);
	assert_null(record_get(r, "value"));
	assert_null(record_all(r, "value", &n));
	assert_int_equal(n, 0);
	r = begin(&a, REC_LINEUP);
	put(&a, r, "translation", "-");
	put(&a, r, "recall", "");
	assert_null(record_get(r, "translation"));
	assert_null(record_get(r, "recall"));
	refuse(r, "translation", "-", TWICE);
}

static void
test_normal_form(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = begin(&a, REC_SETTING);
	const struct record *p;

	(void)state;
	put(&a, r, "value", "Gru\xcc\x88\xc3\x9f" "e"); /* u, U+0308 */
	assert_string_equal(record_get(r, "value"), "Gr\xc3\xbc\xc3\x9f" "e");
	assert_int_equal(read_back(&a, "preshift-record/1 setting 1\n",
				   "name: x\nvalue: Gr\xc3\xbc\nend\n", &p),
			 0);
	assert_int_equal(read_back(&a, "preshift-record/1 setting 1\n",
				   "name: x\nvalue: Gru\xcc\x88\nend\n", &p),
			 -1);
}

static const char *
free_lines(struct arena *a, const char *text, size_t *n)
{
	struct record *r = begin(a, REC_REVOKE);
	const char *const *v;
	OWN(str_free) struct str s = { 0 };
	struct err e;

	err_init(&e, NULL);
	assert_int_equal(record_put_free(a, r, "why", text, &e), 0);
	v = record_all(r, "why", n);
	for (size_t i = 0; i < *n; i++)
		str_printf(&s, "[%s]", v[i]);
	return arena_strdup(a, str_text(&s));
}

static void
test_free_text(void **state)
{
	static const struct { const char *in, *lines; } v[] = {
		{ "", "" }, { NULL, "" }, { "\n \n", "" }, { "one", "[one]" },
		{ "one\ntwo\n", "[one][two]" },
		{ "one\r\ntwo\r\n", "[one][two]" },
		{ "a\n\nb", "[a][.][b]" }, { ".", "[..]" },
		{ "..\n.x", "[...][..x]" }, { "\nx", "[.][x]" },
		{ "  x\ty  ", "[x y]" }, { "end\nwhy: x", "[end][why: x]" },
	};
	OWN(arena_free) struct arena a = { 0 };
	size_t n;

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++)
		assert_string_equal(free_lines(&a, v[i].in, &n), v[i].lines);
}

static void
test_free_again(void **state)
{
	static const char text[] = "first\n\n.hidden\n..\nlast: end";
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = begin(&a, REC_REVOKE);
	const char *printed;
	const struct record *p;
	struct err e;
	size_t n;

	(void)state;
	err_init(&e, NULL);
	put(&a, r, "number", "E7");
	put(&a, r, "since", "2026-11-21T00:00:00Z");
	put(&a, r, "why", text); /* the same as record_put_free */
	assert_string_equal(record_free(&a, r, "why"), text);
	assert_int_equal(record_print(&a, r, &printed, &n, &e), 0);
	assert_int_equal(record_parse(&a, printed, n, &p, &e), 0);
	assert_string_equal(record_free(&a, p, "why"), text);
	assert_string_equal(record_free(&a, p, "summary"), "");
	/* all or nothing */
	assert_int_equal(record_put_free(&a, r, "why", "x\n-\ny", &e), -1);
	assert_int_equal(record_put_free(&a, r, "why", "x\ny\x01", &e), -1);
	assert_said(&e, ERR_USAGE, "'%s' takes one line of text",
		    record_put_free(&a, r, "number", "x", &e));
	assert_string_equal(record_free(&a, r, "why"), text);
}

/* A long line is broken at a space, one without any between characters. */
static void
test_long_lines(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str words = { 0 }, one = { 0 };
	struct record *r = begin(&a, REC_REVOKE);
	const char *const *v;
	size_t n, total = 0;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	for (int i = 0; i < 500; i++) {
		str_add(&words, "Gäste ");
		str_add(&one, "ж");
	}
	str_addc(&one, '.');
	for (int i = 0; i < 1500; i++)
		str_addc(&one, '.');
	assert_int_equal(record_put_free(&a, r, "why", words.s, &e), 0);
	v = record_all(r, "why", &n);
	assert_int_equal(n, 4);
	for (size_t i = 0; i < n; i++) {
		assert_true(strlen(v[i]) <= VALUE_MAX);
		assert_true(str_ends(v[i], "Gäste"));
		total += strlen(v[i]) + 1;
	}
	assert_int_equal(total, words.n);
	assert_int_equal(record_put_free(&a, r, "why", one.s, &e), 0);
	assert_non_null(strstr(record_free(&a, r, "why"), "жж"));
}

static void
test_too_long(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = begin(&a, REC_REVOKE);
	char line[VALUE_MAX + 1];
	const char *text;
	struct err e;
	size_t n;

	(void)state;
	err_init(&e, NULL);
	memset(line, 'x', VALUE_MAX);
	line[VALUE_MAX] = '\0';
	put(&a, r, "number", "E7");
	put(&a, r, "since", "2026-11-21T00:00:00Z");
	for (int i = 0; i < 17; i++) {
		line[0] = 'x';
		line[VALUE_MAX - 1] = '\0';
		put(&a, r, "why", line);
	}
	assert_said(&e, ERR_USAGE,
		    "the record '%s' is too long: at most %d KiB, shorten the "
		    "text", record_print(&a, r, &text, &n, &e));
	assert_non_null(strstr(e.text, "16 "));
}

static int
parse(const char *text, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct record *p;

	return record_parse(&a, text, strlen(text), &p, e);
}

/* What a log that was changed by hand is told. */
static void
test_told(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str longer = { 0 };
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_said(&e, ERR_UNTRUE,
		    "this is not a record as preshift writes it: %s",
		    parse("", &e));
	assert_said(&e, ERR_UNTRUE, "the first line is another",
		    parse("x\nend\n", &e));
	assert_said(&e, ERR_UNTRUE, "its last line is not 'end'",
		    parse("preshift-record/1 hold 1\n", &e));
	assert_said(&e, ERR_UNTRUE, "it holds other bytes than text",
		    parse("preshift-record/1 hold 1\n\xff\nend\n", &e));
	str_pad(&longer, 'x', RECORD_MAX);
	str_add(&longer, "\nend\n");
	assert_said(&e, ERR_UNTRUE, "it is longer than 16 KiB",
		    parse(longer.s, &e));
	assert_said(&e, ERR_UNTRUE,
		    "this is not a record as preshift writes it: the line '%s' "
		    "is missing or not in its place",
		    parse("preshift-record/1 hold 1\nend\n", &e));
	assert_said(&e, ERR_UNTRUE, "it would be printed in other words",
		    parse(arena_printf(&a, "preshift-record/1 review 1\n%s"
				       "number: E7\nitem: x\ngrade: 3\n"
				       "more: y\nend\n", head_text), &e));
	assert_said(&e, ERR_UNTRUE, "'%s' is not in Unicode's normal form C",
		    parse(arena_printf(&a, "preshift-record/1 setting 1\n%s"
				       "name: x\nvalue: cafe\u0301\nend\n",
				       head_text), &e));
}

static void
test_strict(void **state)
{
	static const char first[] = "preshift-record/1 hold 1\n";
	static const char *const bad[] = {
		"number: E7\nhold: on\n",               /* no end */
		"number: E7\nhold: on\nend",            /* no LF */
		"number: E7\nhold: on\nend\nend\n",     /* more */
		"number: E7\nhold: on\nend\n\n",
		"hold: on\nnumber: E7\nend\n",          /* order */
		"number: E7\nnumber: E8\nhold: on\nend\n",
		"number: E7\nend\n",                    /* missing */
		"number: E7\nhold: on\nwhen: x\nend\n", /* unknown */
		"number: E7\nhold: on\r\nend\n",
		"number:E7\nhold: on\nend\n",
		"number:  E7\nhold: on\nend\n",
		"number: E7 \nhold: on\nend\n",
		"number: -\nhold: on\nend\n",
		"number: E7\nhold: on\nwhy: \nend\n",
		"number: E7\nhold: on\nwhy: .x\nend\n", /* not escaped */
		"number: E7\nhold: on\nwhy: a\xe2\x80\x8f\nend\n",
		"number: E7\nhold: on\n\nend\n",
		" number: E7\nhold: on\nend\n",
	};
	OWN(arena_free) struct arena a = { 0 };
	const struct record *p;

	(void)state;
	assert_int_equal(read_back(&a, first, "number: E7\nhold: on\n"
				   "why: .\nwhy: ..x\nend\n", &p), 0);
	assert_string_equal(record_free(&a, p, "why"), "\n.x");
	for (size_t i = 0; i < NELEM(bad); i++) {
		if (read_back(&a, first, bad[i], &p) == 0)
			fail_msg("was read: %s", bad[i]);
	}
	assert_int_equal(read_back(&a, "\xef\xbb\xbfpreshift-record/1 hold "
				   "1\n", "number: E7\nhold: on\nend\n", &p),
			 -1);
}

/* A newer program's kinds are kept, if they keep the frame. */
static void
test_unknown(void **state)
{
	static const char *const good[] = {
		"preshift-record/1 hold 2\n", "preshift-record/1 dance 1\n",
		"preshift-record/1 idea-step 12\n",
	};
	static const char *const bad[] = {
		"preshift-record/2 hold 1\n", "preshift-record/1 hold 01\n",
		"preshift-record/1 hold 0\n", "preshift-record/1 hold\n",
		"preshift-record/1 Hold 1\n", "preshift-record/1  1\n",
		"preshift-record/1 hold 1 1\n", "preshift-record/1 hold 1 \n",
		"preshift-record/1 hold -1\n", "",
	};
	OWN(arena_free) struct arena a = { 0 };
	const struct record *p;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	for (size_t i = 0; i < NELEM(good); i++) {
		assert_int_equal(read_back(&a, good[i], "x: y\nend\n", &p),
				 0);
		assert_null(p);
		assert_int_equal(read_back(&a, good[i], "x: y\n", &p), -1);
		assert_int_equal(read_back(&a, good[i],
					   "end\nx: y\nend\n", &p), -1);
	}
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_int_equal(read_back(&a, bad[i],
					   "number: E7\nhold: on\nend\n", &p),
				 -1);
	assert_int_equal(record_parse(&a, "", 0, &p, &e), -1);
	assert_int_equal(record_parse(&a, "\nend\n", 5, &p, &e), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_refused_values),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_normal_form),
		cmocka_unit_test(test_free_text),
		cmocka_unit_test(test_told),
		cmocka_unit_test(test_free_again),
		cmocka_unit_test(test_long_lines),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_strict),
		cmocka_unit_test(test_unknown),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
