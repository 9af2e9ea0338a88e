/* Hex and base64 in their one canonical form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_ENCODE_H
#define PRESHIFT_BASE_ENCODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HEX_SIZE(n) (2 * (n) + 1)
#define BASE64_SIZE(n) (4 * (((n) + 2) / 3) + 1)

/* OUT holds HEX_SIZE(n) bytes; lower case. */
void hex_encode(char *out, const uint8_t *in, size_t n);
/* Exactly 2*N lower-case digits, then the end of the string. */
bool hex_decode(uint8_t *out, size_t n, const char *hex);

/* RFC 4648 section 4 with padding; OUT holds BASE64_SIZE(n) bytes. */
void base64_encode(char *out, const uint8_t *in, size_t n);
/* Exactly N bytes from a canonical text of LEN characters: padding present,
 * unused bits zero (RFC 4648 3.5), no other character. */
bool base64_decode(uint8_t *out, size_t n, const char *text, size_t len);

#endif
