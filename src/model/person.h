/* People as every room sees them: number, role, state; never a secret.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_PERSON_H
#define PRESHIFT_MODEL_PERSON_H

#include <stdbool.h>
#include <stdint.h>

enum role { ROLE_STAFF, ROLE_SUPERVISOR, ROLE_HR, ROLE_COUNCIL };
#define ROLE_BIT(r) (1u << (r))

enum person_state { PERSON_ENROLLED, PERSON_ACTIVE, PERSON_LEFT,
		    PERSON_REVOKED };

#define NUMBER_MAX 12

struct person {
	const char *number;
	const char *name;      /* "" when erased */
	const char *name_hash; /* of the newest enrol or change */
	enum role role;
	const char *team;
	const char *contract; /* full part */
	const char *lang;
	const char *coach;    /* number or "-" */
	enum person_state state;
	const char *left_on;  /* YYYY-MM-DD, "": not left */
	const char *key;      /* minisign base64, "" before activation */
	int64_t activated;    /* first activation, UTC seconds, 0: never */
	bool attended;        /* somebody stood by the newest activation */
	int64_t reset_at;     /* newest reset, 0: none */
	int64_t reset_seconded; /* 1 if a second vouched it */
	int64_t enrol_index;  /* the newest enrol or reset leaf */
	const char *code_key; /* minisign base64 of the open code, "" none */
	const char *code_until; /* YYYY-MM-DD */
	const char *code_at;  /* terminal */
};

const char *role_word(enum role r);          /* staff supervisor hr council */
bool role_parse(const char *s, enum role *ret);
const char *person_state_word(enum person_state s); /* enrolled active … */

#endif
