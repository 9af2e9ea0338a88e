/* Times and numbers as people type them (model/typed.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/typed.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

#define DIGITS "0123456789"

const char *
typed_time(struct arena *a, const char *s)
{
	size_t n = strspn(s, DIGITS);
	const char *min = "00";

	if (n < 1 || n > 2)
		return NULL;
	if (s[n] != '\0') {
		min = s + n + 1;
		if ((s[n] != ':' && s[n] != '.') || strspn(min, DIGITS) != 2 ||
		    min[2] != '\0')
			return NULL;
	}
	if (strtoul(s, NULL, 10) > 23 || strtoul(min, NULL, 10) > 59)
		return NULL;
	return arena_printf(a, "%s%.*s:%s", n == 1 ? "0" : "", (int)n, s, min);
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
