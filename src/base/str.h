/* A growing byte string on the heap, and small string helpers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_STR_H
#define PRESHIFT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/own.h"

/* Memory given back is wiped. `s` is never NULL after the first append and
 * always NUL-terminated; a zero-initialised one is empty (use str_text() to
 * read it). */
struct str {
	char *s;
	size_t n, cap;
};

void str_free(struct str *s);
void str_clear(struct str *s);
void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const void *bytes, size_t n);
void str_addc(struct str *s, char c);
void str_pad(struct str *s, char c, size_t n);
void str_printf(struct str *s, const char *fmt, ...) PRINTF_LIKE(2, 3);
const char *str_text(const struct str *s); /* "" when empty */

bool str_eq(const char *a, const char *b);      /* both non-NULL */
bool str_starts(const char *s, const char *prefix);
bool str_ends(const char *s, const char *suffix);

/* Decimal without sign, spaces or leading zero; false if it is anything else
 * or above MAX. *ret untouched on failure. */
bool str_u64(const char *s, uint64_t max, uint64_t *ret);
bool str_i64(const char *s, int64_t min, int64_t max, int64_t *ret);

#endif
