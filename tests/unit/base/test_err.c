/* Tests of base/err.h: sentences are clean, whole and translated.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include "base/err.h"
#include "base/utf8.h"
#include "../said.h"

static void
test_set(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(e.kind, ERR_NONE);
	assert_int_equal(err_set(&e, ERR_USAGE, "no '%s' (%d)", "x", 3), -1);
	assert_int_equal(e.kind, ERR_USAGE);
	assert_string_equal(e.text, "no 'x' (3)");
	err_clear(&e);
	assert_int_equal(e.kind, ERR_NONE);
	assert_string_equal(e.text, "");
}

static void
test_clean(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	err_set(&e, ERR_FAILED, "bad '%s'", "\033[31mred\a\x80\tК\r");
	assert_string_equal(e.text, "bad '\uFFFD[31mred\uFFFD\uFFFD К\uFFFD'");
	err_set(&e, ERR_FAILED, "one\ntwo%s", "\n\n");
	assert_string_equal(e.text, "one\ntwo");
	/* an override that would turn the line around */
	err_set(&e, ERR_FAILED, "%s", "a\u202Eb");
	assert_string_equal(e.text, "a\uFFFDb");
}

/* Whatever the length, the cut falls between characters. */
static void
test_cut(void **state)
{
	char text[3000];
	struct err e;

	(void)state;
	err_init(&e, NULL);
	for (size_t pad = 0; pad < 8; pad++) {
		memset(text, 'a', pad);
		text[pad] = '\0';
		for (size_t i = 0; i < 600; i++)
			strcat(text, i % 2 ? "ж" : "€");
		err_set(&e, ERR_FAILED, "%s", text);
		assert_true(utf8_valid(e.text, strlen(e.text)));
		assert_in_range(strlen(e.text), 1020, 1023);
		assert_memory_equal(e.text, text, strlen(e.text));
	}
	memset(text, '\1', 2000); /* grows threefold */
	text[2000] = '\0';
	err_set(&e, ERR_FAILED, "%s", text);
	assert_int_equal(strlen(e.text), 1023);
	assert_true(utf8_valid(e.text, 1023));
}

static void
test_wrap(void **state)
{
	char text[2000];
	struct err e;

	(void)state;
	err_init(&e, NULL);
	err_set(&e, ERR_CONTENT, "line 3: no end");
	assert_int_equal(err_wrap(&e, "cannot read '%s'", "a\033.xml"), -1);
	assert_int_equal(e.kind, ERR_CONTENT);
	assert_string_equal(e.text,
			    "cannot read 'a\uFFFD.xml': line 3: no end");
	err_set(&e, ERR_FAILED, "again: %s", e.text);
	assert_string_equal(
		e.text, "again: cannot read 'a\uFFFD.xml': line 3: no end");
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	err_wrap(&e, "%s", text);
	assert_int_equal(strlen(e.text), 1023);
}

/* The system's own words are English; ours are not. */
static void
test_reason(void **state)
{
	struct err e;

	(void)state;
#define REASON(number, msgid) \
	assert_said(&e, ERR_FAILED, msgid, \
		    err_set(&e, ERR_FAILED, "%s", err_reason(&e, number)))
	err_init(&e, NULL);
	REASON(EACCES,
	       "this account has no right to; ask whoever looks after the computer");
	REASON(EDQUOT,
	       "the disk is full; free some space and try again");
	REASON(EROFS,
	       "the disk is read-only; choose another place");
	REASON(ENOTDIR,
	       "a part of its path is a file, not a folder; check the name");
	REASON(ENOTEMPTY,
	       "it exists already; choose another name");
	REASON(ENAMETOOLONG,
	       "the name is too long; choose a shorter one");
	REASON(ELOOP,
	       "its links lead in a circle; check the name");
	REASON(EXDEV,
	       "it is on another disk; choose a place on the same one");
	REASON(EIO,
	       "the disk does not obey; have it checked, and make a backup");
	REASON(EBUSY,
	       "it is in use; try again in a moment");
	REASON(EINTR,
	       "it was interrupted; try again");
	REASON(EMFILE,
	       "too many files are open; close other programs and try again");
	REASON(ENOMEM,
	       "there is too little memory; close other programs and try again");
	REASON(EPIPE,
	       "the program that was to read it has ended");
	REASON(ENODEV,
	       "the device is not there; check the name");
	REASON(EBADF,
	       "it is not open");
	REASON(EILSEQ,
	       "error number %d");
#undef REASON
}

static void
test_cancel(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(err_cancel(&e), -1);
	assert_true(e.cancelled);
	assert_string_equal(e.text, "");
	assert_int_equal(err_wrap(&e, "cannot play"), -1);
	assert_string_equal(e.text, "");
	err_set(&e, ERR_FAILED, "real");
	assert_false(e.cancelled);
}

static void
test_word(void **state)
{
	(void)state;
	assert_string_equal(err_word(ERR_FAILED), "failed");
	assert_string_equal(err_word(ERR_USAGE), "usage");
	assert_string_equal(err_word(ERR_UNTRUE), "untrue");
	assert_string_equal(err_word(ERR_REFUSED), "refused");
	assert_string_equal(err_word(ERR_CONTENT), "content");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set),  cmocka_unit_test(test_clean),
		cmocka_unit_test(test_cut),  cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_reason),
		cmocka_unit_test(test_cancel), cmocka_unit_test(test_word),
	};

	return cmocka_run_group_tests_name("base/err", tests, NULL, NULL);
}
