/* Texts that other programs wrote: in which character set, and as UTF-8. The
 * tables are here because iconv's modules may be missing on a small system.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/charset.h"

#include <stdint.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* Windows-1252 from 0x80 to 0x9f; above it is ISO 8859-1. 0: unassigned. */
static const uint16_t western[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* Windows-1251 from 0x80 to 0xbf; from 0xc0 on the alphabet as in Unicode. */
static const uint16_t cyrillic[64] = {
	0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021,
	0x20ac, 0x2030, 0x0409, 0x2039, 0x040a, 0x040c, 0x040b, 0x040f,
	0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0, 0x2122, 0x0459, 0x203a, 0x045a, 0x045c, 0x045b, 0x045f,
	0x00a0, 0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6, 0x00a7,
	0x0401, 0x00a9, 0x0404, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x0407,
	0x00b0, 0x00b1, 0x0406, 0x0456, 0x0491, 0x00b5, 0x00b6, 0x00b7,
	0x0451, 0x2116, 0x0454, 0x00bb, 0x0458, 0x0405, 0x0455, 0x0457,
};

static bool
begins(const char *s, size_t n, const char *mark)
{
	size_t k = strlen(mark);

	return n >= k && memcmp(s, mark, k) == 0;
}

static bool
is_latin(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* In Russian words such letters stand side by side; in those of western
 * languages one stands among plain ones. */
static bool
looks_cyrillic(const char *s, size_t n)
{
	size_t together = 0, among = 0;

	for (size_t i = 1; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		unsigned char before = (unsigned char)s[i - 1];

		together += c >= 0xc0 && before >= 0xc0;
		among += (c >= 0xc0 && is_latin(before)) ||
			 (before >= 0xc0 && is_latin(c));
	}
	return together > among;
}

/* Whether more characters beyond ASCII are well written than not. */
static bool
mostly_utf8(const char *s, size_t n)
{
	size_t good = 0, bad = 0;

	while (n > 0) {
		uint32_t c;
		size_t len = utf8_decode(s, n, &c);

		good += len > 1;
		bad += len == 1 && (unsigned char)*s >= 0x80;
		s += len;
		n -= len;
	}
	return good > bad || bad == 0;
}

enum charset
charset_guess(const char *s, size_t n, bool *ret_sure)
{
	*ret_sure = true;
	if (begins(s, n, "\xff\xfe"))
		return CHARSET_UTF16LE;
	if (begins(s, n, "\xfe\xff"))
		return CHARSET_UTF16BE;
	if (begins(s, n, "\xef\xbb\xbf") || mostly_utf8(s, n))
		return CHARSET_UTF8;
	*ret_sure = false;
	return looks_cyrillic(s, n) ? CHARSET_1251 : CHARSET_1252;
}

/* C as UTF-8; false if it is no character of a text. */
static bool
put(struct str *out, uint32_t c)
{
	if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return false;
	if (c < 0x80) {
		str_addc(out, (char)c);
	} else if (c < 0x800) {
		str_addc(out, (char)(0xc0 | c >> 6));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		str_addc(out, (char)(0xe0 | c >> 12));
		str_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	} else {
		str_addc(out, (char)(0xf0 | c >> 18));
		str_addc(out, (char)(0x80 | (c >> 12 & 0x3f)));
		str_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		str_addc(out, (char)(0x80 | (c & 0x3f)));
	}
	return true;
}

static uint32_t
unit(const char *s, bool little)
{
	unsigned char a = (unsigned char)s[0], b = (unsigned char)s[1];

	return little ? (uint32_t)(b << 8 | a) : (uint32_t)(a << 8 | b);
}

static bool
from_utf16(struct str *out, const char *s, size_t n, bool little)
{
	if (n % 2 != 0)
		return false;
	for (size_t i = 0; i < n; i += 2) {
		uint32_t c = unit(s + i, little), low;

		if (c >= 0xd800 && c <= 0xdbff && i + 4 <= n) {
			low = unit(s + i + 2, little);
			if (low < 0xdc00 || low > 0xdfff)
				return false;
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		}
		if (i == 0 && c == 0xfeff)
			continue;
		if (!put(out, c))
			return false;
	}
	return true;
}

static bool
from_windows(struct str *out, const char *s, size_t n, bool russian)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t c = (unsigned char)s[i];

		if (russian && c >= 0xc0)
			c += 0x0410 - 0xc0;
		else if (russian && c >= 0x80)
			c = cyrillic[c - 0x80];
		else if (c >= 0x80 && c < 0xa0)
			c = western[c - 0x80];
		if (!put(out, c))
			return false;
	}
	return true;
}

static bool
from_utf8(struct str *out, const char *s, size_t n)
{
	size_t mark = begins(s, n, "\xef\xbb\xbf") ? 3 : 0;

	if (!utf8_valid(s, n) || memchr(s, '\0', n) != NULL)
		return false;
	str_addn(out, s + mark, n - mark);
	return true;
}

const char *
charset_decode(struct arena *a, enum charset c, const char *s, size_t n,
	       size_t *ret_n)
{
	OWN(str_free) struct str out = { 0 };
	bool ok = false;

	switch (c) {
	case CHARSET_UTF8: ok = from_utf8(&out, s, n); break;
	case CHARSET_UTF16LE: ok = from_utf16(&out, s, n, true); break;
	case CHARSET_UTF16BE: ok = from_utf16(&out, s, n, false); break;
	case CHARSET_1252: ok = from_windows(&out, s, n, false); break;
	case CHARSET_1251: ok = from_windows(&out, s, n, true); break;
	}
	if (!ok)
		return NULL;
	*ret_n = out.n;
	return arena_strndup(a, str_text(&out), out.n);
}

const char *
charset_name(enum charset c)
{
	static const char *const names[] = {
		[CHARSET_UTF8] = "UTF-8",
		[CHARSET_UTF16LE] = "UTF-16",
		[CHARSET_UTF16BE] = "UTF-16",
		[CHARSET_1252] = "Windows-1252",
		[CHARSET_1251] = "Windows-1251",
	};

	return names[c];
}
