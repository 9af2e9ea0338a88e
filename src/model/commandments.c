/* The commandment of a day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/commandments.h"

#include "base/str.h"

const struct commandment *
commandment_of_date(const struct commandments *c, int64_t days)
{
	int64_t n = (int64_t)c->n;

	/* Dates before 1970 count backwards through the same circle. */
	return &c->v[(size_t)(((days % n) + n) % n)];
}

const struct commandment *
commandment_by_id(const struct commandments *c, const char *id)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->v[i].id, id))
			return &c->v[i];
	return NULL;
}
