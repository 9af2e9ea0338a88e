/* Drawing the witness by lot: anybody can draw again from the record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static int
by_number(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
may_witness(const struct lineup_setup *s, const char *number)
{
	for (size_t i = 0; i < s->nroster; i++)
		if (str_eq(s->roster[i].number, number))
			return s->roster[i].may_lead; /* active */
	return true;
}

/* The lot itself, from the root in AFTER ("SIZE ROOT"). */
static uint64_t
lot(const struct lineup_setup *s, const char *after)
{
	OWN(str_free) struct str in = { 0 };
	const char *root = strchr(after, ' ');
	char date[DATE_SIZE];
	uint8_t digest[32];
	uint64_t x = 0;

	date_print(date, s->day);
	str_printf(&in, "%s\n%s\n%s\n%s", root != NULL ? root + 1 : after,
		   date, shift_word(s->shift), s->team);
	s->sha256(digest, in.s, in.n);
	for (size_t i = 0; i < 8; i++)
		x = x << 8 | digest[i];
	return x;
}

const char *
lineup_draw(const struct lineup_setup *s, const char *after,
	    const char *leader, const char *const *present, size_t n,
	    struct arena *a)
{
	const char **v = ARENA_ARRAY(a, const char *, n + 1);
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (!str_eq(present[i], leader) &&
		    may_witness(s, present[i]))
			v[count++] = present[i];
	if (count == 0)
		return NULL;
	qsort(v, count, sizeof(*v), by_number);
	return arena_strdup(a, v[lot(s, after) % count]);
}
