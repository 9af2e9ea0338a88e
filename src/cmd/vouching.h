/* A vouch: somebody's signature about another record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_VOUCHING_H
#define PRESHIFT_CMD_VOUCHING_H

#include "cmd/app.h"

/* Appends `vouch` by NUMBER AS leader|witness|second|… about our leaf INDEX,
 * signed by KEY; DRAFT (or NULL) changes in the same transaction. */
int vouching_append(struct app *, const char *number, const char *as,
		    uint64_t index, const struct signer *key,
		    const struct side_draft *draft, struct appended *ret,
		    struct err *) MUST_CHECK;

/* How many lineups wait for a signature of NUMBER ("": of anybody), today. */
int vouching_waiting(struct app *, const char *number, size_t *ret,
		     struct err *) MUST_CHECK;

#endif
