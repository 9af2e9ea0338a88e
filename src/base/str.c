/* A growing byte string on the heap, and small string helpers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* It may have held what was shown on paper or screen only. */
static void
str_wipe(struct str *s)
{
	if (s->s != NULL)
		explicit_bzero(s->s, s->cap);
	free(s->s);
}

/* Room for N more bytes and the NUL. */
static void
reserve(struct str *s, size_t n)
{
	size_t need, cap;
	char *p;

	if (n > SIZE_MAX / 2 - s->n - 1)
		own_no_memory();
	need = s->n + n + 1;
	if (need <= s->cap)
		return;
	cap = s->cap == 0 ? 64 : s->cap;
	while (cap < need)
		cap *= 2;
	/* not realloc: it leaves a copy behind */
	p = malloc(cap);
	if (p == NULL)
		own_no_memory();
	if (s->s != NULL)
		memcpy(p, s->s, s->n + 1);
	str_wipe(s);
	s->s = p;
	s->cap = cap;
}

void
str_free(struct str *s)
{
	str_wipe(s);
	*s = (struct str){ 0 };
}

void
str_clear(struct str *s)
{
	s->n = 0;
	if (s->s != NULL)
		s->s[0] = '\0';
}

void
str_addn(struct str *s, const void *bytes, size_t n)
{
	reserve(s, n);
	if (n > 0)
		memcpy(s->s + s->n, bytes, n);
	s->n += n;
	s->s[s->n] = '\0';
}

void
str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

void
str_addc(struct str *s, char c)
{
	str_addn(s, &c, 1);
}

void
str_pad(struct str *s, char c, size_t n)
{
	reserve(s, n);
	memset(s->s + s->n, c, n);
	s->n += n;
	s->s[s->n] = '\0';
}

void
str_printf(struct str *s, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	assert(n >= 0);
	reserve(s, (size_t)n);
	va_start(ap, fmt);
	vsnprintf(s->s + s->n, (size_t)n + 1, fmt, ap);
	va_end(ap);
	s->n += (size_t)n;
}

const char *
str_text(const struct str *s)
{
	return s->s == NULL ? "" : s->s;
}

bool
str_eq(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

bool
str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
str_ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), k = strlen(suffix);

	return n >= k && memcmp(s + n - k, suffix, k) == 0;
}

bool
str_u64(const char *s, uint64_t max, uint64_t *ret)
{
	uint64_t v = 0;

	if (*s == '\0' || (s[0] == '0' && s[1] != '\0'))
		return false;
	for (; *s != '\0'; s++) {
		if (*s < '0' || *s > '9')
			return false;
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, (uint64_t)(*s - '0'), &v))
			return false;
	}
	if (v > max)
		return false;
	*ret = v;
	return true;
}

bool
str_i64(const char *s, int64_t min, int64_t max, int64_t *ret)
{
	bool minus = *s == '-';
	uint64_t u;
	int64_t v;

	if (!str_u64(s + minus, (uint64_t)INT64_MAX + minus, &u))
		return false;
	if (minus && u == 0)
		return false; /* one spelling of zero */
	/* -1 - (u - 1) reaches INT64_MIN without overflow */
	v = minus ? -1 - (int64_t)(u - 1) : (int64_t)u;
	if (v < min || v > max)
		return false;
	*ret = v;
	return true;
}
