/* Enrolment: the record, its one-time code, the name beside the log.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_ENROLMENT_H
#define PRESHIFT_CMD_ENROLMENT_H

#include "cmd/app.h"

enum { CODE_DAYS = 14, NAME_MAX_BYTES = 200 };

/* What HR says of a new person; all but number and name have defaults. */
struct enrolment {
	const char *number, *name, *role, *lang, *team, *contract, *coach, *at;
	const char *from; /* date; NULL: today */
};

/* Checks the words: USAGE says which and what it may be. Puts defaults for
 * what is NULL; the name becomes NFC. */
int enrolment_check(struct app *, struct enrolment *, struct err *)
	MUST_CHECK;

/* The name alone; the number is there for the sentence. */
int enrolment_check_name(struct app *, struct enrolment *, struct err *)
	MUST_CHECK;

/* One question each (enrolment_ask.c); what V says is Enter's answer, else the
 * usual. */
int enrolment_ask_role(struct app *, struct enrolment *, struct err *)
	MUST_CHECK;
int enrolment_ask_team(struct app *, struct enrolment *, struct err *)
	MUST_CHECK;
int enrolment_ask_contract(struct app *, struct enrolment *, struct err *)
	MUST_CHECK;
int enrolment_ask_lang(struct app *, struct enrolment *, struct err *)
	MUST_CHECK;
int enrolment_ask_coach(struct app *, struct enrolment *, struct err *)
	MUST_CHECK;

/* A record `enrol` by BY with a fresh code; *ret_code is the code as it is to
 * be read out or printed ("493104 220842 …"); *ret_name goes beside the log. */
int enrolment_record(struct app *, const struct enrolment *, const char *by,
		     const struct record **ret, struct side_name *ret_name,
		     const char **ret_code, struct err *) MUST_CHECK;

/* A fresh code: its public key, and the digits as they are shown. */
void enrolment_code(struct app *, const char *number,
		    char key[PUBKEY_TEXT_SIZE], const char **ret_shown);

/* A name's row for the table beside the log. */
struct side_name enrolment_name(struct app *, const char *number,
				const char *name);

#endif
