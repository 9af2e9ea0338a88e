/* The words for roles and states, as records and JSON print them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/person.h"

#include <stddef.h>

#include "base/str.h"

static const char *const roles[] = {
	[ROLE_STAFF] = "staff",
	[ROLE_SUPERVISOR] = "supervisor",
	[ROLE_HR] = "hr",
	[ROLE_COUNCIL] = "council",
};

static const char *const states[] = {
	[PERSON_ENROLLED] = "enrolled",
	[PERSON_ACTIVE] = "active",
	[PERSON_LEFT] = "left",
	[PERSON_REVOKED] = "revoked",
};

const char *
role_word(enum role r)
{
	return roles[r];
}

bool
role_parse(const char *s, enum role *ret)
{
	for (size_t i = 0; i < NELEM(roles); i++) {
		if (str_eq(s, roles[i])) {
			*ret = (enum role)i;
			return true;
		}
	}
	return false;
}

const char *
person_state_word(enum person_state s)
{
	return states[s];
}
