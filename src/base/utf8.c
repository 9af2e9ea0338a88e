/* Text as people see it: validity, normal form, columns, wrapping, folding.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#define ENCODING "UTF-8"
#define REPLACEMENT 0xfffd

static const uint8_t *
u8(const char *s)
{
	return (const uint8_t *)s;
}

static void
own_buffer(uint8_t **p)
{
	free(*p);
}

/* Decodes the character at S, of which N > 0 bytes are there. */
static size_t
decode(const char *s, size_t n, ucs4_t *c)
{
	int len = u8_mbtouc(c, u8(s), n);

	return len < 1 ? 1 : (size_t)len;
}

size_t
utf8_next(const char *s, uint32_t *ret_c)
{
	ucs4_t c;
	size_t len = decode(s, strnlen(s, 4), &c);

	*ret_c = c;
	return len;
}

size_t
utf8_decode(const char *s, size_t n, uint32_t *ret_c)
{
	ucs4_t c;
	size_t len = decode(s, n, &c);

	*ret_c = c;
	return len;
}

bool
utf8_is_sign(uint32_t c)
{
	return uc_is_general_category_withtable(
		c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

bool
utf8_is_blank(uint32_t c)
{
	return c == '\t' ||
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zs);
}

uint32_t
utf8_lower(uint32_t c)
{
	return uc_tolower(c);
}

/* u8_normalize() sorts marks in a buffer of 64 on its stack and takes the heap
 * for more, which nobody would wipe. UAX 15 (13, stream-safe text) allows 30
 * in a row; nobody types half of that. */
static bool
is_stream_safe(const char *s, size_t n)
{
	size_t marks = 0, len;
	ucs4_t c;

	for (; n > 0; s += len, n -= len) {
		len = decode(s, n, &c);
		marks = uc_combining_class(c) != 0 ? marks + 1 : 0;
		if (marks > 15)
			return false;
	}
	return true;
}

/* What the calls before left on the stack. */
static void __attribute__((noinline))
wipe_stack(void)
{
	char old[4096];

	explicit_bzero(old, sizeof(old));
}

bool
utf8_nfc_into(char *out, size_t cap, const char *s, size_t n, size_t *ret_n)
{
	size_t len = cap;
	uint8_t *p;

	/* NFC of UTF-8 grows by a factor of three at most (UAX 15, 12.1) */
	if (n > cap / 3 || !utf8_valid(s, n) || !is_stream_safe(s, n))
		return false;
	*ret_n = 0;
	if (n == 0)
		return true;
	p = u8_normalize(UNINORM_NFC, u8(s), n, (uint8_t *)out, &len);
	wipe_stack();
	if (p == (uint8_t *)out) {
		*ret_n = len;
		return true;
	}
	if (p != NULL) {
		explicit_bzero(p, len);
		free(p);
	}
	return false;
}

static bool
is_ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if ((unsigned char)s[i] >= 0x80)
			return false;
	}
	return true;
}

/* Characters that steer a terminal, hide or reorder text, or are none. */
static bool
is_hidden(ucs4_t c)
{
	const uint32_t mask = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf |
			      UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp |
			      UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Co;

	if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
		return true;
	return uc_is_general_category_withtable(c, mask);
}

bool
utf8_valid(const char *s, size_t n)
{
	return u8_check(u8(s), n) == NULL;
}

bool
utf8_printable(const char *s, size_t n, bool lf_ok)
{
	ucs4_t c;

	for (size_t i = 0; i < n; i += decode(s + i, n - i, &c)) {
		decode(s + i, n - i, &c);
		if (is_hidden(c) && !(lf_ok && c == '\n'))
			return false;
	}
	return true;
}

/* S in normal form C for free(), or NULL if S is not valid. */
static uint8_t *
to_nfc(const uint8_t *s, size_t n, size_t *ret_n)
{
	uint8_t *p = u8_normalize(UNINORM_NFC, s, n, NULL, ret_n);

	if (p == NULL && errno == ENOMEM)
		own_no_memory();
	return p;
}

bool
utf8_is_nfc(const char *s, size_t n)
{
	OWN(own_buffer) uint8_t *p = NULL;
	size_t len;

	if (is_ascii(s, n))
		return true;
	p = to_nfc(u8(s), n, &len);
	return p != NULL && len == n && memcmp(p, s, n) == 0;
}

char *
utf8_nfc(struct arena *a, const char *s)
{
	OWN(own_buffer) uint8_t *p = NULL;
	size_t n = strlen(s);

	if (is_ascii(s, n))
		return arena_strndup(a, s, n);
	p = to_nfc(u8(s), n, &n);
	if (p == NULL)
		return arena_strdup(a, s); /* the caller's mistake, not ours */
	return arena_strndup(a, (const char *)p, n);
}

size_t
utf8_clean_into(char *out, size_t size, const char *s, bool lf_ok)
{
	size_t n = strlen(s), done = 0;

	while (n > 0) {
		ucs4_t c;
		size_t len = decode(s, n, &c);
		uint8_t put[6];
		int k;

		if (c == '\t' || (c == '\n' && !lf_ok))
			c = ' ';
		else if (is_hidden(c) && c != '\n')
			c = REPLACEMENT;
		k = u8_uctomb(put, c, sizeof(put));
		if (k < 1 || (size_t)k > size - 1 - done)
			break;
		memcpy(out + done, put, (size_t)k);
		done += (size_t)k;
		s += len;
		n -= len;
	}
	out[done] = '\0';
	return done;
}

char *
utf8_clean(struct arena *a, const char *s, bool lf_ok)
{
	size_t n = strlen(s);
	char *out;

	if (utf8_valid(s, n) && utf8_printable(s, n, lf_ok))
		return arena_strndup(a, s, n);
	out = arena_array(a, n + 1, 3); /* a byte may become U+FFFD */
	utf8_clean_into(out, 3 * (n + 1), s, lf_ok);
	return out;
}

static size_t
columns(ucs4_t c)
{
	int w = uc_width(c, ENCODING);

	return w > 0 ? (size_t)w : 0;
}

size_t
utf8_width(const char *s)
{
	size_t n = strlen(s), w = 0;
	ucs4_t c;

	for (size_t i = 0; i < n;) {
		i += decode(s + i, n - i, &c);
		w += columns(c);
	}
	return w;
}

size_t
utf8_fit(const char *s, size_t cols)
{
	size_t n = strlen(s), w = 0, i = 0;
	ucs4_t c;

	while (i < n) {
		size_t len = decode(s + i, n - i, &c);

		w += columns(c);
		if (w > cols)
			break;
		i += len;
	}
	return i;
}

const char *
utf8_short(struct arena *a, const char *s, size_t cols)
{
	static const char more[] = "...";
	size_t room = cols > strlen(more) ? cols - strlen(more) : 0;

	if (s[utf8_fit(s, cols)] == '\0')
		return s;
	return arena_printf(a, "%.*s%s", (int)utf8_fit(s, room), s, more);
}

/* How many of the N > 0 bytes at S make the next line; BREAKS is what UAX 14
 * says of each byte. Spaces may hang over the edge, they are dropped. */
static size_t
line_end(const char *s, const char *breaks, size_t n, size_t cols)
{
	size_t i = 0, best = 0, w = 0, len;
	bool ink = false;
	ucs4_t c;

	for (; i < n; i += len) {
		len = decode(s + i, n - i, &c);
		/* a line of nothing but an indent helps nobody */
		if (ink && breaks[i] == UC_BREAK_POSSIBLE)
			best = i;
		w += columns(c);
		if (c == ' ')
			continue;
		if (w > cols && i > 0)
			return best > 0 ? best : i;
		ink = true;
	}
	return n;
}

struct lines {
	const char **v;
	size_t n, cap;
};

static void
wrap_paragraph(struct arena *a, struct lines *l, const char *s, size_t n,
	       size_t cols)
{
	OWN(own_buffer) uint8_t *mem = malloc(n + 1);
	char *breaks = (char *)mem;
	size_t at = 0;

	if (mem == NULL)
		own_no_memory();
	u8_possible_linebreaks(u8(s), n, ENCODING, breaks);
	do {
		size_t len = 0, ink;

		if (at < n)
			len = line_end(s + at, breaks + at, n - at, cols);
		for (ink = len; ink > 0 && s[at + ink - 1] == ' '; ink--)
			;
		ARENA_PUSH(a, l->v, l->n, l->cap,
			   arena_strndup(a, s + at, ink));
		at += len;
	} while (at < n);
}

const char **
utf8_wrap(struct arena *a, const char *s, size_t cols, size_t *ret_n)
{
	struct lines l = { 0 };

	do {
		size_t n = strcspn(s, "\n");

		wrap_paragraph(a, &l, s, n, cols);
		s += n + (s[n] == '\n');
	} while (*s != '\0');
	*ret_n = l.n;
	return l.v;
}

/* The short i is a letter of its own in the order of names. KEPT is what stands
 * before the mark. */
static bool
is_short_i(const uint8_t *kept, size_t n, ucs4_t mark)
{
	return mark == 0x0306 && n >= 2 && memcmp(kept + n - 2, "и", 2) == 0;
}

static char *
fold(struct arena *a, const char *s, bool keep_short_i)
{
	OWN(own_buffer) uint8_t *p = NULL, *q = NULL;
	size_t n = strlen(s), kept = 0, len;

	if (n == 0)
		return arena_strdup(a, "");
	/* decomposed, ё is е and a mark; folding makes ß two s */
	p = u8_casefold(u8(s), n, NULL, UNINORM_NFD, NULL, &n);
	if (p == NULL && errno == ENOMEM)
		own_no_memory();
	if (p == NULL)
		return arena_strdup(a, s);
	for (size_t i = 0; i < n; i += len) {
		ucs4_t c;

		len = decode((const char *)p + i, n - i, &c);
		if (uc_is_general_category_withtable(
			    c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me) &&
		    !(keep_short_i && is_short_i(p, kept, c)))
			continue;
		memmove(p + kept, p + i, len);
		kept += len;
	}
	if (kept == 0)
		return arena_strdup(a, "");
	q = to_nfc(p, kept, &n);
	if (q == NULL)
		return arena_strdup(a, s);
	return arena_strndup(a, (const char *)q, n);
}

char *
utf8_fold(struct arena *a, const char *s)
{
	return fold(a, s, false);
}

char *
utf8_sort_key(struct arena *a, const char *s)
{
	return fold(a, s, true);
}

const char *
utf8_capital(struct arena *a, const char *s)
{
	uint8_t put[6];
	uint32_t c;
	size_t n;
	int k;

	if (*s == '\0')
		return s;
	n = utf8_next(s, &c);
	if (uc_totitle(c) == c)
		return s;
	k = u8_uctomb(put, uc_totitle(c), sizeof(put));
	return arena_printf(a, "%.*s%s", k, (const char *)put, s + n);
}

size_t
utf8_words(const char *s)
{
	const uint32_t starts = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nd;
	size_t n = strlen(s), words = 0;
	bool inside = false;
	ucs4_t c;

	for (size_t i = 0; i < n;) {
		i += decode(s + i, n - i, &c);
		/* an accent written as a mark does not end its word */
		if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
			continue;
		if (!uc_is_general_category_withtable(c, starts)) {
			inside = false;
		} else if (!inside) {
			inside = true;
			words++;
		}
	}
	return words;
}

size_t
utf8_chars(const char *s)
{
	size_t n = strlen(s), chars = 0;
	ucs4_t c;

	for (size_t i = 0; i < n; chars++)
		i += decode(s + i, n - i, &c);
	return chars;
}
