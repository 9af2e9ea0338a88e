/* Text as people see it: validity, normal form, columns, wrapping, folding.
 * The only user of libunistring.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_UTF8_H
#define PRESHIFT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

bool utf8_valid(const char *s, size_t n);
/* No character of Cc, Cf, Zl, Zp, Cs, Co, Cn-noncharacters; LF allowed if
 * LF_OK. S is valid UTF-8. */
bool utf8_printable(const char *s, size_t n, bool lf_ok);
bool utf8_is_nfc(const char *s, size_t n);
/* Unicode normalisation form C (UAX 15). */
char *utf8_nfc(struct arena *a, const char *s);

/* A copy fit for a terminal: invalid bytes and characters of the categories
 * above become U+FFFD; LF and TAB become a space unless LF_OK keeps LF. */
char *utf8_clean(struct arena *a, const char *s, bool lf_ok);

/* The same into OUT of SIZE > 0 bytes, without memory of its own; what does
 * not fit is cut at a character boundary. Returns the length. */
size_t utf8_clean_into(char *out, size_t size, const char *s, bool lf_ok);

/* The length of the character that S (not "") begins with, 1 or more, and its
 * code point; U+FFFD for invalid bytes. */
size_t utf8_next(const char *s, uint32_t *ret_c);

/* The same for N > 0 bytes without a NUL behind them. */
size_t utf8_decode(const char *s, size_t n, uint32_t *ret_c);

/* For texts that must not be copied (passphrases): nothing below takes memory.
 * Letters and numbers of every script; blanks are Zs and TAB. */
bool utf8_is_sign(uint32_t c);
bool utf8_is_blank(uint32_t c);
uint32_t utf8_lower(uint32_t c);
/* Normal form C of N bytes into OUT of CAP. False, with OUT undefined: S is not
 * valid, longer than a third of CAP (so much can it grow), or has more than 15
 * marks in a row. The stack it used is wiped. */
bool utf8_nfc_into(char *out, size_t cap, const char *s, size_t n,
		   size_t *ret_n);

/* Columns on a terminal (UAX 11, wcwidth's habits); S is valid UTF-8. */
size_t utf8_width(const char *s);
/* The longest prefix of S of at most COLS columns, in bytes. */
size_t utf8_fit(const char *s, size_t cols);
/* S, or what fits of it into COLS columns with "..." behind it. */
const char *utf8_short(struct arena *a, const char *s, size_t cols);
/* Lines of at most COLS columns, broken as UAX 14 allows (a longer word is
 * cut); "\n" in S ends a line, spaces at a line's end are dropped. Returns the
 * array, *ret_n its length (>= 1). */
const char **utf8_wrap(struct arena *a, const char *s, size_t cols,
		       size_t *ret_n);
/* For search and names: case folded, marks removed, ß = ss, ё = е. */
char *utf8_fold(struct arena *a, const char *s);
/* The same, for the order of names by strcmp: ä stands with a, ё with е; й is
 * a letter of its own behind и. */
char *utf8_sort_key(struct arena *a, const char *s);
/* A sentence with a capital where it begins with a letter. */
const char *utf8_capital(struct arena *a, const char *s);
size_t utf8_words(const char *s); /* runs of letters or digits */
size_t utf8_chars(const char *s); /* characters */

#endif
