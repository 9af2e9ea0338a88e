/* What a passphrase must be; no copy of it is left anywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/passphrase.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/own.h"
#include "base/str.h"
#include "base/utf8.h"

enum { MIN_CHARS = 12, MIN_DIFFERENT = 6, MIN_DIGITS = 16 };

/* A place in a text that is not NUL-terminated. */
struct cursor {
	const char *s;
	size_t n;
};

static bool
next(struct cursor *k, uint32_t *ret)
{
	size_t len;

	if (k->n == 0)
		return false;
	len = utf8_decode(k->s, k->n, ret);
	k->s += len;
	k->n -= len;
	return true;
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* What the calls before left on the stack. */
static void __attribute__((noinline))
wipe_stack(void)
{
	char old[4096];

	explicit_bzero(old, sizeof(old));
}

static bool
only_digits_and_spaces(const char *s, size_t n)
{
	struct cursor k = { s, n };
	uint32_t c;

	while (next(&k, &c))
		if (!is_digit(c) && !utf8_is_blank(c))
			return false;
	return true;
}

/* Copies N bytes with the spaces put right. OUT may lack room: then nothing
 * is written behind CAP and false comes back. */
static bool
put_spaces_right(char *out, size_t cap, size_t *ret_n, const char *s, size_t n)
{
	bool digits = only_digits_and_spaces(s, n), gap = false;
	struct cursor k = { s, n };
	const char *at = s;
	size_t done = 0;
	uint32_t c;

	for (; next(&k, &c); at = k.s) {
		size_t len = (size_t)(k.s - at);

		if (utf8_is_blank(c)) {
			gap = done > 0 && !digits;
			continue;
		}
		if (len + gap > cap - done)
			return false;
		if (gap)
			out[done++] = ' ';
		gap = false;
		memcpy(out + done, at, len);
		done += len;
	}
	if (done < cap)
		out[done] = '\0';
	*ret_n = done;
	return true;
}

bool
passphrase_normalise(char *s, size_t *n, size_t cap, char *scratch)
{
	size_t len;
	bool done;

	/* with the spaces put right never longer than what fitted SCRATCH */
	done = utf8_nfc_into(scratch, cap, s, *n, &len) &&
	       put_spaces_right(s, cap, n, scratch, len);
	explicit_bzero(scratch, cap);
	wipe_stack();
	return done;
}

/* The next letter or digit, in small letters, ё as е. */
static bool
next_sign(struct cursor *k, uint32_t *ret)
{
	while (next(k, ret)) {
		if (!utf8_is_sign(*ret))
			continue;
		*ret = utf8_lower(*ret);
		if (*ret == 0x451)
			*ret = 0x435;
		return true;
	}
	return false;
}

/* Takes WORD off the front of K; words of one letter do not count. */
static bool
eat_word(struct cursor *k, const char *word, size_t n)
{
	struct cursor p = *k, w = { word, n };
	size_t signs = 0;
	uint32_t a = 0, b = 0;

	for (; next_sign(&w, &b); signs++)
		if (!next_sign(&p, &a) || a != b)
			return false;
	if (signs < 2)
		return false;
	*k = p;
	return true;
}

/* Takes the longest word of NAME that K begins with. */
static bool
eat_name(struct cursor *k, const char *name)
{
	struct cursor best = *k;

	while (*name != '\0') {
		size_t n = strcspn(name, " -");
		struct cursor p = *k;

		if (eat_word(&p, name, n) && p.n < best.n)
			best = p;
		name += n + (name[n] != '\0');
	}
	if (best.n == k->n)
		return false;
	*k = best;
	return true;
}

static unsigned
two(const char *d)
{
	return (unsigned)(d[0] - '0') * 10 + (unsigned)(d[1] - '0');
}

static bool
is_day(unsigned month, unsigned day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* YYYYMMDD, DDMMYYYY, MMDDYYYY of 1900 to 2099. */
static bool
is_long_date(const char *d)
{
	bool first = two(d) == 19 || two(d) == 20;
	bool last = two(d + 4) == 19 || two(d + 4) == 20;

	return (first && is_day(two(d + 4), two(d + 6))) ||
	       (last && (is_day(two(d + 2), two(d)) ||
			 is_day(two(d), two(d + 2))));
}

/* YYMMDD, DDMMYY, MMDDYY. */
static bool
is_short_date(const char *d)
{
	return is_day(two(d + 2), two(d + 4)) ||
	       is_day(two(d + 2), two(d)) || is_day(two(d), two(d + 2));
}

/* Takes a date written in eight digits, else in six. */
static bool
eat_date(struct cursor *k)
{
	struct cursor p = *k, after_six = *k;
	char d[8] = { 0 };
	size_t n = 0;
	uint32_t c = 0;
	bool found = true;

	while (n < sizeof(d) && next_sign(&p, &c) && is_digit(c)) {
		d[n++] = (char)c;
		if (n == 6)
			after_six = p;
	}
	if (n == 8 && is_long_date(d))
		*k = p;
	else if (n >= 6 && is_short_date(d))
		*k = after_six;
	else
		found = false;
	explicit_bzero(d, sizeof(d));
	return found;
}

/* Nothing but the person's name, number and dates, in any order, however
 * often and however separated. */
static enum passphrase_flaw
made_of(const char *s, size_t n, const char *name, const char *number)
{
	enum passphrase_flaw f = PASS_OK;
	struct cursor k = { s, n }, end;
	uint32_t c;

	for (;;) {
		end = k;
		if (!next_sign(&end, &c))
			return f;
		if (eat_name(&k, name))
			f = f == PASS_OK ? PASS_NAME : f;
		else if (eat_word(&k, number, strlen(number)))
			f = f == PASS_DATE ? f : PASS_NUMBER;
		else if (eat_date(&k))
			f = PASS_DATE;
		else
			return PASS_OK;
	}
}

/* <0, 0, >0: S in small letters against WORD, by code points, which is the
 * order of UTF-8's bytes. */
static int
compare(const char *s, size_t n, const char *word)
{
	struct cursor k = { s, n }, w = { word, strlen(word) };
	uint32_t a = 0, b = 0;

	for (;;) {
		bool more = next(&k, &a), more_word = next(&w, &b);

		if (!more || !more_word)
			return (int)more - (int)more_word;
		a = utf8_lower(a);
		if (a != b)
			return a < b ? -1 : 1;
	}
}

static bool
is_common(const char *s, size_t n, const char *const *common, size_t ncommon)
{
	size_t low = 0, high = ncommon;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = compare(s, n, common[mid]);

		if (order == 0)
			return true;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return false;
}

static enum passphrase_flaw
too_little(const char *s, size_t n)
{
	uint32_t seen[MIN_DIFFERENT] = { 0 }, c = 0;
	struct cursor k = { s, n };
	size_t chars = 0, different = 0, i;
	bool digits = true;

	for (; next(&k, &c); chars++) {
		digits = digits && (is_digit(c) || utf8_is_blank(c));
		for (i = 0; i < different && seen[i] != c; i++)
			;
		if (i == different && different < MIN_DIFFERENT)
			seen[different++] = c;
	}
	explicit_bzero(seen, sizeof(seen));
	if (digits && chars > 0 && chars < MIN_DIGITS)
		return PASS_DIGITS_SHORT;
	if (chars < MIN_CHARS)
		return PASS_SHORT;
	return different < MIN_DIFFERENT ? PASS_FEW_LETTERS : PASS_OK;
}

enum passphrase_flaw
passphrase_check(const char *s, size_t n, const char *name,
		 const char *number, const char *const *common, size_t ncommon)
{
	enum passphrase_flaw f;

	if (!utf8_valid(s, n) || !utf8_printable(s, n, false))
		return PASS_NOT_TEXT;
	/* What it is made of comes first: more of the same does not help. */
	f = made_of(s, n, name, number);
	if (f == PASS_OK && is_common(s, n, common, ncommon))
		f = PASS_COMMON;
	if (f == PASS_OK)
		f = too_little(s, n);
	wipe_stack();
	return f;
}

const char *
passphrase_flaw_text(enum passphrase_flaw f)
{
	switch (f) {
	case PASS_OK:
		return N_("long enough");
	case PASS_SHORT:
		return N_("too short: 12 characters or more, for example four "
			  "words");
	case PASS_FEW_LETTERS:
		return N_("too few different letters: 6 or more must differ");
	case PASS_DIGITS_SHORT:
		return N_("too short: of digits alone it takes 16 or more");
	case PASS_NAME:
		return N_("this is your name, which everybody knows; please "
			  "take something else");
	case PASS_NUMBER:
		return N_("this is your number, which everybody knows; please "
			  "take something else");
	case PASS_DATE:
		return N_("this is a date, which is easily guessed; please "
			  "take something else");
	case PASS_COMMON:
		return N_("many people take this one, it is tried first; "
			  "please take something else");
	case PASS_NOT_TEXT:
		return N_("there is something in it that is no letter, digit "
			  "or sign, or it is very long; please type "
			  "another");
	}
	return "";
}

enum letters
passphrase_letters(const char *s, size_t n)
{
	bool russian = false, latin = false, german = false, small = false;
	struct cursor k = { s, n };
	size_t capitals = 0, digits = 0;
	uint32_t c = 0;

	while (next(&k, &c)) {
		uint32_t lower = utf8_lower(c);

		digits += is_digit(c);
		russian |= c >= 0x400 && c < 0x500;
		german |= lower == 0xe4 || lower == 0xf6 || lower == 0xfc ||
			  lower == 0xdf;
		latin |= lower >= 'a' && lower <= 'z';
		small |= utf8_is_sign(c) && !is_digit(c) && c == lower;
		capitals += c != lower;
	}
	explicit_bzero(&c, sizeof(c));
	small |= capitals == 1; /* a name begins so */
	if (russian && (latin || german))
		return LETTERS_BOTH;
	if (russian)
		return small ? LETTERS_RUSSIAN : LETTERS_RUSSIAN_CAPITALS;
	if (latin || german)
		return !small ? LETTERS_CAPITALS :
		       german ? LETTERS_GERMAN : LETTERS_LATIN;
	return digits > 0 ? LETTERS_DIGITS : LETTERS_NONE;
}

const char *
passphrase_letters_text(enum letters x)
{
	static const char *const text[] = {
		[LETTERS_NONE] = "",
		[LETTERS_DIGITS] = N_("(these are digits)"),
		[LETTERS_LATIN] = N_("(these are Latin letters)"),
		[LETTERS_GERMAN] = N_("(these are Latin letters with ä, ö, ü "
				      "or ß)"),
		[LETTERS_CAPITALS] = N_("(these are capitals only: is Caps "
					"Lock on?)"),
		[LETTERS_RUSSIAN] = N_("(these are Russian letters)"),
		[LETTERS_RUSSIAN_CAPITALS] = N_("(these are Russian letters, "
						"capitals only: is Caps Lock "
						"on?)"),
		[LETTERS_BOTH] = N_("(these are Russian and Latin letters)"),
	};

	return text[x];
}

bool
passphrase_letters_usual(enum letters x, const char *lang)
{
	return x == LETTERS_NONE || x == LETTERS_DIGITS ||
	       (x == LETTERS_LATIN && !str_eq(lang, "ru")) ||
	       (x == LETTERS_GERMAN && str_eq(lang, "de"));
}
