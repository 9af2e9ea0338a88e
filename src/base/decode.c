/* Text from other programs as UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/decode.h"

#include <string.h>

#include "base/utf8.h"

/* No text may have it: who reads on tells the line. */
#define NOTHING 0x80

/* The bytes 0x80 to 0x9f of Windows-1252, 0x80 to 0xbf of Windows-1251; the
 * others are those of Latin 1, and the alphabet in its order. */
static const unsigned short w1252[] = {
	0x20ac, NOTHING, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, NOTHING, 0x017d, NOTHING,
	NOTHING, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, NOTHING, 0x017e, 0x0178,
};
static const unsigned short w1251[] = {
	0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021,
	0x20ac, 0x2030, 0x0409, 0x2039, 0x040a, 0x040c, 0x040b, 0x040f,
	0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	NOTHING, 0x2122, 0x0459, 0x203a, 0x045a, 0x045c, 0x045b, 0x045f,
	0x00a0, 0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6, 0x00a7,
	0x0401, 0x00a9, 0x0404, 0x00ab, 0x00ac, 0x00ad, 0x00ae, 0x0407,
	0x00b0, 0x00b1, 0x0406, 0x0456, 0x0491, 0x00b5, 0x00b6, 0x00b7,
	0x0451, 0x2116, 0x0454, 0x00bb, 0x0458, 0x0405, 0x0455, 0x0457,
};

size_t
decode_put(char *out, unsigned c)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(lead[n == 1 ? 0 : n] | c);
	return n;
}

static unsigned
from_windows(unsigned char c, bool cyrillic)
{
	if (c < 0x80)
		return c;
	if (cyrillic)
		return c < 0xc0 ? w1251[c - 0x80] : 0x410U + (c - 0xc0U);
	return c < 0xa0 ? w1252[c - 0x80] : c;
}

static const char *
windows(struct arena *a, const char *s, size_t n, bool cyrillic,
	size_t *ret_n)
{
	char *out = arena_alloc(a, 3 * n + 1);
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		k += decode_put(out + k,
				from_windows((unsigned char)s[i], cyrillic));
	*ret_n = k;
	return out;
}

static const char *
utf16(struct arena *a, const char *bytes, size_t n, bool big, size_t *ret_n)
{
	const unsigned char *s = (const unsigned char *)bytes;
	char *out = arena_alloc(a, 3 * (n / 2 + 1) + 1);
	unsigned high = 0;
	size_t k = 0;

	for (size_t i = 0; i + 1 < n; i += 2) {
		unsigned c = (unsigned)s[i + big] |
			     (unsigned)s[i + !big] << 8;

		if (high != 0 && c >= 0xdc00 && c < 0xe000) {
			k += decode_put(out + k, 0x10000 +
					((high - 0xd800) << 10) + c - 0xdc00);
			high = 0;
			continue;
		}
		if (high != 0)
			k += decode_put(out + k, NOTHING);
		high = c >= 0xd800 && c < 0xdc00 ? c : 0;
		if (high == 0)
			k += decode_put(out + k, c >= 0xdc00 && c < 0xe000 ?
						 NOTHING : c);
	}
	if (high != 0 || n % 2 != 0)
		k += decode_put(out + k, NOTHING);
	*ret_n = k;
	return out;
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

const char *
decode_text(struct arena *a, const char *s, size_t n, bool cyrillic,
	    size_t *ret_n)
{
	if (n >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 ||
		       memcmp(s, "\xfe\xff", 2) == 0))
		return utf16(a, s + 2, n - 2, *s == '\xfe', ret_n);
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		n -= 3;
	} else if (!mostly_utf8(s, n)) {
		return windows(a, s, n, cyrillic, ret_n);
	}
	*ret_n = n;
	return arena_strndup(a, s, n);
}
