/* What an acknowledgement is worth: status and proof of one person and one
 * edition, computed from what happened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_DUTY_H
#define PRESHIFT_MODEL_DUTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "model/person.h"

enum duty_status { DUTY_LEFT, DUTY_DISPUTED, DUTY_EXEMPT, DUTY_DECLINED,
		   DUTY_ACKNOWLEDGED, DUTY_OVERDUE, DUTY_OUTDATED, DUTY_DUE,
		   DUTY_ASKED, DUTY_NOT_ASKED };
const char *duty_word(enum duty_status s); /* as in JSON: not-asked … */

/* A section of an edition. */
struct duty_section {
	const char *id;
	unsigned changed; /* edition of its last material change */
	bool must;        /* must be read and signed */
};

/* An acknowledgement, as far as it counts. */
struct duty_ack {
	unsigned edition;
	const char *lang;
	int64_t at;
	int64_t index;
	const char *const *sections; /* ids it names */
	size_t nsections;
	bool assisted, script, paper;
	unsigned seconds;   /* reading time */
	unsigned words;     /* of the must-read text, 0: unknown */
	bool disputed;      /* an objection names it */
	bool reset_near;    /* a reset within 7 days before */
	bool attended;      /* somebody stood by the activation */
	bool vouched_later; /* later history vouched by another's signature */
	bool key_in_doubt;
};

struct duty_input {
	enum person_state state;
	int64_t activated;       /* UTC, 0: never */
	int64_t from;            /* UTC midnight of the edition's first day */
	int64_t today;           /* local days */
	int64_t first_day;       /* local date of max(from, activation) */
	unsigned due_days;
	unsigned edition;
	const struct duty_section *sections;
	size_t nsections;
	const struct duty_ack *acks; /* in log order */
	size_t nacks;
	int64_t declined;        /* log index of the newest decline, -1 none */
	bool exempt;             /* one stands and is not past */
	bool disputed;           /* newest ack has an open objection */
	bool reminded;           /* a remind names them for this edition */
};

/* Whether an acknowledgement names the section with an edition no older than
 * its last material change: editorial editions in between ask nobody again. */
bool duty_covered(const struct duty_ack *acks, size_t n,
		  const struct duty_section *s);

/* The first status that fits, in the order of the enum (preshift(1), `acks`).
 * *ret_ack: the newest acknowledgement, or NULL. *ret_due: the last local day
 * in time; before the first activation nobody is due or overdue, whatever it
 * says. A decline counts if no acknowledgement has a greater index. */
enum duty_status duty_of(const struct duty_input *in,
			 const struct duty_ack **ret_ack, int64_t *ret_due);

/* 'A' … 'D' (strong, fair, weak, in doubt). *ret_why, if not NULL: bits of
 * what is missing (PROOF_…). */
enum { PROOF_RESET = 1, PROOF_UNATTENDED = 2, PROOF_HASTY = 4,
       PROOF_UNVOUCHED = 8, PROOF_ASSISTED = 16, PROOF_SCRIPT = 32,
       PROOF_PAPER = 64, PROOF_DISPUTED = 128, PROOF_KEY = 256 };
char duty_proof(const struct duty_ack *a, unsigned *ret_why);

#endif
