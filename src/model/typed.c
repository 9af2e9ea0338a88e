/* Times and numbers as people type them (model/typed.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/typed.h"

#include <string.h>

#include "base/clock.h"
#include "base/str.h"

#define DIGITS "0123456789"

const char *
typed_time(struct arena *a, const char *s)
{
	size_t n = strspn(s, DIGITS);
	int min;

	if (n >= 1 && n <= 2 && s[n] == '\0')
		s = arena_printf(a, "%s:00", s);
	return time_typed(s, &min) ?
	       arena_printf(a, "%02d:%02d", min / 60, min % 60) : NULL;
}

const char *
typed_number(struct arena *a, const char *s, uint64_t most)
{
	size_t n = strspn(s, DIGITS);
	uint64_t v;

	if (s[n] == ' ' && strpbrk(s + n, DIGITS ".,-") == NULL)
		s = arena_strndup(a, s, n);
	return str_u64(s, most, &v) ? s : NULL;
}
