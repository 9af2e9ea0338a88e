/* What a passphrase must be. The bytes lie in the caller's secret memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_PASSPHRASE_H
#define PRESHIFT_MODEL_PASSPHRASE_H

#include <stdbool.h>
#include <stddef.h>

enum passphrase_flaw { PASS_OK, PASS_SHORT, PASS_FEW_LETTERS, PASS_DIGITS_SHORT,
		       PASS_NAME, PASS_NUMBER, PASS_DATE, PASS_COMMON,
		       PASS_NOT_TEXT };

/* Normalises in place (S of *N bytes, room for CAP): NFC, runs of spaces one
 * U+0020, none at the ends; only digits and spaces: no spaces. Uses no memory
 * but S and a secret scratch of CAP bytes, which it wipes. False, and S as it
 * was: not UTF-8, or longer than a third of CAP (so much can NFC grow). A NUL
 * follows where there is room. */
bool passphrase_normalise(char *s, size_t *n, size_t cap, char *scratch);

/* S as passphrase_normalise() left it: at least 12 characters, 6 different;
 * digits alone at least 16; not one of COMMON (sorted by bytes, lower case);
 * not made only of words of the name, the number and dates, whatever case and
 * separators. A date is eight digits YYYYMMDD, DDMMYYYY or MMDDYYYY of 1900 to
 * 2099, or six YYMMDD, DDMMYY or MMDDYY. NAME and NUMBER may be "". */
enum passphrase_flaw passphrase_check(const char *s, size_t n,
				      const char *name, const char *number,
				      const char *const *common,
				      size_t ncommon);

/* The sentence that says what is wrong (an English msgid). */
const char *passphrase_flaw_text(enum passphrase_flaw f);

/* What kinds of characters came, for a keyboard tells nobody its layout. */
enum letters { LETTERS_NONE, LETTERS_DIGITS, LETTERS_LATIN, LETTERS_GERMAN,
	       LETTERS_CAPITALS, LETTERS_RUSSIAN, LETTERS_RUSSIAN_CAPITALS,
	       LETTERS_BOTH };

/* Of S, UTF-8 of N bytes. */
enum letters passphrase_letters(const char *s, size_t n);
/* "(these are Russian letters)", an English msgid; "" for NONE. */
const char *passphrase_letters_text(enum letters);
/* Whether somebody who reads LANG would take those for granted. */
bool passphrase_letters_usual(enum letters, const char *lang);

#endif
