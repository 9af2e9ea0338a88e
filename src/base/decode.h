/* Text from other programs, whatever they save it in, as UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_DECODE_H
#define PRESHIFT_BASE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* The N bytes at S without a byte order mark: UTF-16 if that says so; UTF-8 if
 * more of it is valid than not (its broken bytes stay); else Windows-1252, or
 * 1251 if CYRILLIC. Half a pair of UTF-16 and bytes without a meaning become
 * U+0080, which no text may have. NUL-terminated. */
const char *decode_text(struct arena *a, const char *s, size_t n,
			bool cyrillic, size_t *ret_n);

/* Appends code point C as UTF-8; how many bytes it took, at most 4. */
size_t decode_put(char *out, unsigned c);

#endif
