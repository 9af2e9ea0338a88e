/* What verify shows of what it found, and what can be done with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_VERIFY_H
#define PRESHIFT_CMD_VERIFY_H

#include "cmd/verification.h"

struct showing {
	struct app *app;
	const struct verification *v;
	const char *folder;      /* of the house, as it was named */
	bool own;                /* it is the house at hand */
	bool charter;            /* a fingerprint was given to compare */
	const struct zone *zone; /* NULL: UTC */
	struct person *people;
	size_t npeople;
};

/* In plain words; at the prompt with its keys. */
struct page *verify_page(const struct showing *);
/* For an expert: what the other page says in words is named here as it is
 * computed. */
struct page *verify_details(const struct showing *);

/* An HR person who is logged in signs that all holds, as it does: an `audit`.
 * D, what verify answers, gets the number of the record. */
int verify_vouch(const struct showing *, struct value *d, struct err *)
	MUST_CHECK;

/* Copies the house as it is, but for the terminal's key, into a new folder:
 * evidence. */
int verify_copy(struct app *, struct err *) MUST_CHECK;

#endif
