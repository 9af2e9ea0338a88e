/* Tests of model/passphrase.h: normal form without copies, and the rules.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/messages.h"
#include "base/own.h"
#include "model/passphrase.h"

enum { ROOM = 600 };

static void
normal(const char *in, const char *want)
{
	char s[ROOM], scratch[ROOM];
	size_t n = strlen(in);

	memcpy(s, in, n);
	memset(scratch, 'z', sizeof(scratch));
	assert_true(passphrase_normalise(s, &n, ROOM, scratch));
	assert_int_equal(n, strlen(want));
	assert_string_equal(s, want);
	for (size_t i = 0; n > 0 && i < ROOM; i++)
		assert_int_equal(scratch[i], 0);
}

static void
refused(const char *in, size_t n)
{
	char s[ROOM] = { 0 }, scratch[ROOM];
	size_t was = n;

	memcpy(s, in, n);
	assert_false(passphrase_normalise(s, &n, ROOM, scratch));
	assert_int_equal(n, was);
	assert_memory_equal(s, in, n);
}

static void
test_normalise(void **state)
{
	char many[ROOM / 3 + 1], marks[41] = "e";

	(void)state;
	normal("grey kettle on the wall", "grey kettle on the wall");
	normal("  grey\t kettle \xc2\xa0 wall ", "grey kettle wall");
	normal("u\xcc\x88" "ber", "\xc3\xbc" "ber"); /* u and a diaeresis */
	normal("\xd0\xb5\xcc\x88", "\xd1\x91");       /* е and a diaeresis */
	normal("\xcd\x84", "\xcc\x88\xcc\x81");       /* NFC is longer */
	normal(" 1234 5678  9012 3456", "1234567890123456");
	normal("1234-5678", "1234-5678");
	normal("   ", "");
	normal("", "");

	refused("\xff\xfe", 2);
	refused("\xc3", 1);
	memset(many, 'a', sizeof(many));
	refused(many, sizeof(many));
	/* more marks on a letter than the sorting buffer takes */
	for (size_t i = 1; i + 1 < sizeof(marks); i += 2)
		memcpy(marks + i, "\xcc\x81", 2);
	refused(marks, 39);
}

static const char *const common[] = {
	"correct horse battery staple", "iloveyou iloveyou", "qwertyuiop12",
	"йцукенгшщзхъ",
};

static enum passphrase_flaw
flaw(const char *s)
{
	return passphrase_check(s, strlen(s), "Ana-Maria Müller", "1042",
				common, NELEM(common));
}

static void
test_length(void **state)
{
	(void)state;
	assert_int_equal(flaw("grey kettle on the wall"), PASS_OK);
	assert_int_equal(flaw("Дом у синего моря"), PASS_OK);
	assert_int_equal(flaw("4817205936184027"), PASS_OK);
	assert_int_equal(flaw(""), PASS_SHORT);
	assert_int_equal(flaw("grey kettle"), PASS_SHORT);
	assert_int_equal(flaw("grey kettles"), PASS_OK);
	/* twelve characters, not twelve bytes */
	assert_int_equal(flaw("дом дерево"), PASS_SHORT);
	assert_int_equal(flaw("ababababababab"), PASS_FEW_LETTERS);
	assert_int_equal(flaw("............"), PASS_FEW_LETTERS);
	assert_int_equal(flaw("481720593618402"), PASS_DIGITS_SHORT);
	assert_int_equal(flaw("1111111111111111"), PASS_FEW_LETTERS);
}

static void
test_known(void **state)
{
	(void)state;
	assert_int_equal(flaw("Ana-Maria Müller"), PASS_NAME);
	assert_int_equal(flaw("müller ANA maria!"), PASS_NAME);
	assert_int_equal(flaw("anaanaanaanaana"), PASS_NAME);
	assert_int_equal(flaw("Ana-Maria Müller likes tea"), PASS_OK);
	assert_int_equal(flaw("1042"), PASS_NUMBER);
	assert_int_equal(flaw("Müller 1042 1042"), PASS_NUMBER);
	assert_int_equal(flaw("21112026"), PASS_DATE);
	assert_int_equal(flaw("2026-11-21"), PASS_DATE);
	assert_int_equal(flaw("21.11.2026"), PASS_DATE);
	assert_int_equal(flaw("11/21/2026 Maria"), PASS_DATE);
	assert_int_equal(flaw("Maria 21.11.26"), PASS_DATE);
	assert_int_equal(flaw("2111202621111988"), PASS_DATE);
	assert_int_equal(flaw("21.11.2026 a kettle"), PASS_OK);
	assert_int_equal(flaw("Correct Horse Battery Staple"), PASS_COMMON);
	assert_int_equal(flaw("ЙЦУКЕНгшщзхъ"), PASS_COMMON);
	assert_int_equal(flaw("qwertyuiop12"), PASS_COMMON);
	assert_int_equal(flaw("qwertyuiop123"), PASS_OK);
	/* nobody's name and number, no list */
	assert_int_equal(passphrase_check("qwertyuiop12", 12, "", "", NULL, 0),
			 PASS_OK);
	/* a name of one letter forbids nothing */
	assert_int_equal(passphrase_check("abcdefabcdef", 12, "A", "B", NULL,
					  0), PASS_OK);
}

static void
test_not_text(void **state)
{
	(void)state;
	assert_int_equal(flaw("grey kettle\x1b[2J wall"), PASS_NOT_TEXT);
	assert_int_equal(flaw("grey kettle \xc3 wall"), PASS_NOT_TEXT);
	assert_int_equal(passphrase_check("a\0bcdefghijklm", 14, "", "", NULL,
					  0), PASS_NOT_TEXT);
	for (int f = PASS_OK; f <= PASS_NOT_TEXT; f++)
		assert_true(passphrase_flaw_text((enum passphrase_flaw)f)[0]);
}

static void
test_letters(void **state)
{
	static const struct {
		const char *typed, *text;
		bool en, de, ru; /* usual for who reads that */
	} v[] = {
		{ "", "", true, true, true },
		{ "!? ", "", true, true, true },
		{ "4931 04", N_("(these are digits)"), true, true, true },
		{ "Anna", N_("(these are Latin letters)"), true, true, false },
		{ "Günter", N_("(these are Latin letters with ä, ö, ü or "
			       "ß)"), false, true, false },
		{ "ANNA 7", N_("(these are capitals only: is Caps Lock on?)"),
		  false, false, false },
		{ "GÜNTER", N_("(these are capitals only: is Caps Lock on?)"),
		  false, false, false },
		{ "A", N_("(these are Latin letters)"), true, true, false },
		{ "Рфттф", N_("(these are Russian letters)"), false, false,
		  false },
		{ "ДОМ", N_("(these are Russian letters, capitals only: is "
			    "Caps Lock on?)"), false, false, false },
		{ "дом house", N_("(these are Russian and Latin letters)"),
		  false, false, false },
		{ "\xff\xfe", "", true, true, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++) {
		enum letters x = passphrase_letters(v[i].typed,
						    strlen(v[i].typed));

		assert_string_equal(passphrase_letters_text(x), v[i].text);
		assert_int_equal(passphrase_letters_usual(x, "en"), v[i].en);
		assert_int_equal(passphrase_letters_usual(x, "de"), v[i].de);
		assert_int_equal(passphrase_letters_usual(x, "ru"), v[i].ru);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_normalise),
		cmocka_unit_test(test_length),
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_not_text),
		cmocka_unit_test(test_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
