/* Hex and base64 in their one canonical form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/encode.h"

static const char hex_digits[] = "0123456789abcdef";
static const char base64_digits[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

void
hex_encode(char *out, const uint8_t *in, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		*out++ = hex_digits[in[i] >> 4];
		*out++ = hex_digits[in[i] & 15];
	}
	*out = '\0';
}

bool
hex_decode(uint8_t *out, size_t n, const char *hex)
{
	size_t i;

	for (i = 0; i < n; i++) {
		/* a NUL is no digit: this never reads behind the end */
		if (hex_value(hex[2 * i]) < 0 || hex_value(hex[2 * i + 1]) < 0)
			return false;
	}
	if (hex[2 * n] != '\0')
		return false;
	for (i = 0; i < n; i++)
		out[i] = (uint8_t)(hex_value(hex[2 * i]) << 4 |
				   hex_value(hex[2 * i + 1]));
	return true;
}

static int
base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	if (c == '+')
		return 62;
	return c == '/' ? 63 : -1;
}

/* Three bytes, or the last one or two of the input, as four characters. */
static void
base64_group(char *out, const uint8_t *in, size_t n)
{
	unsigned v = (unsigned)in[0] << 16;

	if (n > 1)
		v |= (unsigned)in[1] << 8;
	if (n > 2)
		v |= in[2];
	out[0] = base64_digits[v >> 18];
	out[1] = base64_digits[v >> 12 & 63];
	out[2] = n > 1 ? base64_digits[v >> 6 & 63] : '=';
	out[3] = n > 2 ? base64_digits[v & 63] : '=';
}

void
base64_encode(char *out, const uint8_t *in, size_t n)
{
	for (; n > 0; out += 4) {
		size_t k = n < 3 ? n : 3;

		base64_group(out, in, k);
		in += k;
		n -= k;
	}
	*out = '\0';
}

/* Whether TEXT is the canonical form of some N bytes. */
static bool
base64_canonical(size_t n, const char *text, size_t len)
{
	size_t digits, i;

	if (n > SIZE_MAX / 2 || len / 4 != (n + 2) / 3 || len % 4 != 0)
		return false;
	digits = len - (3 - n % 3) % 3;
	for (i = 0; i < digits; i++) {
		if (base64_value(text[i]) < 0)
			return false;
	}
	for (; i < len; i++) {
		if (text[i] != '=')
			return false;
	}
	/* RFC 4648 3.5: the bits that carry nothing are zero */
	if (n % 3 == 1)
		return (base64_value(text[digits - 1]) & 15) == 0;
	if (n % 3 == 2)
		return (base64_value(text[digits - 1]) & 3) == 0;
	return true;
}

bool
base64_decode(uint8_t *out, size_t n, const char *text, size_t len)
{
	unsigned bits = 0, held = 0;
	size_t done = 0;

	if (!base64_canonical(n, text, len))
		return false;
	for (size_t i = 0; done < n; i++) {
		bits = (bits << 6 | (unsigned)base64_value(text[i])) & 0xffff;
		held += 6;
		if (held >= 8) {
			held -= 8;
			out[done++] = (uint8_t)(bits >> held & 255);
		}
	}
	return true;
}
