/* What a value must look like, by the type of its field.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/shape.h"

#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "base/utf8.h"

enum { ID_MAX = 64, STAFF_MAX = 12 };

static bool
in_range(char c, char first, char last)
{
	return c >= first && c <= last;
}

static bool
is_digit(char c)
{
	return in_range(c, '0', '9');
}

static bool
is_lower(char c)
{
	return in_range(c, 'a', 'z');
}

bool
shape_is_id(const char *s, size_t n)
{
	if (n < 1 || n > ID_MAX || !(is_lower(s[0]) || is_digit(s[0])))
		return false;
	for (size_t i = 1; i < n; i++) {
		if (!is_lower(s[i]) && !is_digit(s[i]) && s[i] != '.' &&
		    s[i] != '-')
			return false;
	}
	return true;
}

static bool
is_number(const char *s, size_t n)
{
	if (n < 1 || n > STAFF_MAX)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!in_range(s[i], 'A', 'Z') && !is_digit(s[i]))
			return false;
	}
	return true;
}

/* A language as in the names of translations: de, ru, pt-br. */
static bool
is_lang(const char *s, size_t n)
{
	size_t i = 0, k;

	while (i < n && is_lower(s[i]))
		i++;
	if (i < 2 || i > 3)
		return false;
	if (i == n)
		return true;
	k = n - i - 1;
	if (s[i] != '-' || k < 2 || k > 8)
		return false;
	for (i++; i < n; i++) {
		if (!is_lower(s[i]) && !is_digit(s[i]))
			return false;
	}
	return true;
}

static bool
is_hex(const char *s, size_t n, size_t want)
{
	if (n != want)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!is_digit(s[i]) && !in_range(s[i], 'a', 'f'))
			return false;
	}
	return true;
}

/* S[0..n) has no NUL inside and is one decimal number of 64 bits. */
static bool
is_int(const char *s, size_t n)
{
	char copy[24];
	int64_t i;

	if (n >= sizeof(copy))
		return false;
	memcpy(copy, s, n);
	copy[n] = '\0';
	return str_i64(copy, INT64_MIN, INT64_MAX, &i);
}

static bool
is_section(const char *s, size_t n)
{
	return (n == 2 || n == 3) && s[0] == 'H' && is_digit(s[1]) &&
	       is_digit(s[n - 1]);
}

static bool
is_key(const char *s, size_t n)
{
	uint8_t raw[42];

	return base64_decode(raw, sizeof(raw), s, n) && raw[0] == 'E' &&
	       raw[1] == 'd';
}

/* C2SP signed-note: NAME+hex8+base64(type || key); 01 is Ed25519. */
static bool
is_vkey(const char *s)
{
	const char *id = strchr(s, '+'), *key;
	uint8_t raw[33];

	if (id == NULL || id == s || memchr(s, ' ', (size_t)(id - s)) != NULL)
		return false;
	key = strchr(++id, '+');
	if (key == NULL || !is_hex(id, (size_t)(key - id), 8))
		return false;
	key++;
	return base64_decode(raw, sizeof(raw), key, strlen(key)) &&
	       raw[0] == 1;
}

static bool
is_after(const char *s)
{
	const char *root = strchr(s, ' ');
	uint8_t raw[32];
	uint64_t size;
	char copy[24];

	if (root == NULL || (size_t)(root - s) >= sizeof(copy))
		return false;
	memcpy(copy, s, (size_t)(root - s));
	copy[root - s] = '\0';
	root++;
	return str_u64(copy, UINT64_MAX, &size) &&
	       base64_decode(raw, sizeof(raw), root, strlen(root));
}

/* The length of the word at S, up to a space or the end. */
static size_t
word_len(const char *s)
{
	return strcspn(s, " ");
}

static bool
is_one_of(const char *words, const char *s, size_t n)
{
	for (; *words != '\0'; words += strspn(words, " ")) {
		size_t k = word_len(words);

		if (k == n && memcmp(words, s, n) == 0)
			return true;
		words += k;
	}
	return false;
}

static bool
is_of_type(const char *type, size_t ntype, const char *s, size_t n)
{
	static const struct {
		const char *name;
		bool (*is)(const char *s, size_t n);
	} types[] = {
		{ "id", shape_is_id }, { "int", is_int },
		{ "lang", is_lang }, { "section", is_section },
	};

	if (is_one_of("sha256", type, ntype))
		return is_hex(s, n, 64);
	if (is_one_of("must", type, ntype))
		return is_one_of("must may", s, n);
	for (size_t i = 0; i < NELEM(types); i++) {
		if (is_one_of(types[i].name, type, ntype))
			return types[i].is(s, n);
	}
	return false;
}

/* Words of S, one space between them, each of the type of the same place. */
static bool
is_shape(const char *types, const char *s)
{
	for (;;) {
		size_t nt = word_len(types), ns = word_len(s);

		if (!is_of_type(types, nt, s, ns))
			return false;
		types += nt;
		s += ns;
		if (*types == '\0' || *s == '\0')
			return *types == *s;
		types++;
		s++;
	}
}

/* "." is an empty line; a line that begins with "." has one more. */
static bool
is_free(const char *s)
{
	return s[0] != '.' || s[1] == '\0' || s[1] == '.';
}

static bool
has_type(const struct record_field *f, const char *v)
{
	struct leaf_ref ref;
	int64_t i;

	switch (f->type) {
	case FT_ID:
		return shape_is_id(v, strlen(v));
	case FT_NUMBER:
		return is_number(v, strlen(v));
	case FT_TEXT:
		return true;
	case FT_FREE:
		return is_free(v);
	case FT_INT:
		return is_int(v, strlen(v));
	case FT_TIME:
		return utc_parse(v, &i);
	case FT_DATE:
		return date_parse(v, &i);
	case FT_SHA256:
		return is_hex(v, strlen(v), 64);
	case FT_NONCE:
		return is_hex(v, strlen(v), 32);
	case FT_KEY:
		return is_key(v, strlen(v));
	case FT_VKEY:
		return is_vkey(v);
	case FT_LEAF:
		return leaf_ref_parse(v, &ref);
	case FT_AFTER:
		return is_after(v);
	case FT_WORD:
		return is_one_of(f->words, v, strlen(v));
	case FT_WORDS:
		return is_shape(f->words, v);
	}
	return false;
}

/* A sentence for people: what such a field holds. */
static int
refuse_type(const struct record_field *f, const char *v, enum err_kind k,
	    struct err *e)
{
	switch (f->type) {
	case FT_ID:
		return err_set(e, k, "'%s' cannot be the %s: it has small "
			       "letters a-z, digits, '.' and '-', at most 64, "
			       "and begins with a letter or digit",
			       v, f->name);
	case FT_NUMBER:
		return err_set(e, k, "'%s' is not a staff number (%s): it "
			       "has 1 to 12 capital letters A-Z and digits",
			       v, f->name);
	case FT_INT:
		return err_set(e, k, "'%s' is not a whole number (%s)", v,
			       f->name);
	case FT_TIME:
		return err_set(e, k, "'%s' is not a time (%s): write it like "
			       "2026-11-21T06:50:00Z", v, f->name);
	case FT_DATE:
		return err_set(e, k, "'%s' is not a date (%s): write it like "
			       "2026-11-21", v, f->name);
	case FT_WORD:
		return err_set(e, k, "'%s' cannot be the %s: it is one of %s",
			       v, f->name, f->words);
	case FT_TEXT:
	case FT_FREE:
	case FT_SHA256:
	case FT_NONCE:
	case FT_KEY:
	case FT_VKEY:
	case FT_LEAF:
	case FT_AFTER:
	case FT_WORDS:
		break;
	}
	return err_set(e, k, "'%s' does not have the form of '%s'", v,
		       f->name);
}

/* U+0020, U+00A0, U+1680, U+2000-200A, U+202F, U+205F, U+3000: all of Zs. */
static size_t
space_len(const char *s, size_t n)
{
	static const char *const three[] = {
		"\xe1\x9a\x80", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80",
	};

	if (n >= 1 && s[0] == ' ')
		return 1;
	if (n >= 2 && memcmp(s, "\xc2\xa0", 2) == 0)
		return 2;
	if (n < 3)
		return 0;
	if (memcmp(s, "\xe2\x80", 2) == 0 && (unsigned char)s[2] >= 0x80 &&
	    (unsigned char)s[2] <= 0x8a)
		return 3;
	for (size_t i = 0; i < NELEM(three); i++) {
		if (memcmp(s, three[i], 3) == 0)
			return 3;
	}
	return 0;
}

size_t
shape_space_first(const char *s, size_t n)
{
	return space_len(s, n);
}

size_t
shape_space_last(const char *s, size_t n)
{
	for (size_t k = 1; k <= 3 && k <= n; k++) {
		if (space_len(s + n - k, k) == k)
			return k;
	}
	return 0;
}

/* The rules of every value. */
static int
check_value(const struct record_field *f, const char *v, enum err_kind k,
	    struct err *e)
{
	size_t n = strlen(v);

	if (n == 0)
		return err_set(e, k, "'%s' is empty: it needs a value",
			       f->name);
	if (n > VALUE_MAX)
		return err_set(e, k, "'%s' is too long: at most %d bytes",
			       f->name, (int)VALUE_MAX);
	if (!utf8_valid(v, n))
		return err_set(e, k, "'%s' is not valid UTF-8 text", f->name);
	if (!utf8_printable(v, n, false))
		return err_set(e, k, "'%s' holds a character that cannot be "
			       "seen: type it again", f->name);
	if (!utf8_is_nfc(v, n))
		return err_set(e, k, "'%s' is not in Unicode's normal form C",
			       f->name);
	if (shape_space_first(v, n) > 0 || shape_space_last(v, n) > 0)
		return err_set(e, k, "'%s' begins or ends with a space: "
			       "remove it", f->name);
	return 0;
}

int
shape_check(const struct record_field *f, const char *v, enum err_kind k,
	    struct err *e)
{
	if (check_value(f, v, k, e) != 0)
		return -1;
	if (str_eq(v, "-")) {
		if (f->optional)
			return 0;
		return err_set(e, k, "'%s' is only '-', which would mean "
			       "that nothing is known: write a word", f->name);
	}
	if (!has_type(f, v))
		return refuse_type(f, v, k, e);
	return 0;
}
