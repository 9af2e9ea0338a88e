/* What the store needs of cryptography, as functions: it never sees a key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_RECORD_NOTARY_H
#define PRESHIFT_RECORD_NOTARY_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/err.h"

/* The right edge of a Merkle tree (RFC 6962 2.1): the roots of its perfect
 * subtrees, largest first; as many as SIZE has one bits. */
struct frontier {
	uint64_t size;
	uint8_t node[64][32];
};

struct notary {
	void (*leaf_hash)(const void *leaf, size_t n, uint8_t ret[32]);
	void (*push)(struct frontier *f, const uint8_t leaf_hash[32]);
	void (*root)(const struct frontier *f, uint8_t ret[32]);
	/* A signed checkpoint note (C2SP tlog-checkpoint) of ORIGIN. */
	int (*seal)(const struct notary *, struct arena *, const char *origin,
		    uint64_t size, const uint8_t root[32],
		    const char **ret_note, struct err *);
	const void *ctx; /* the terminal's key; NULL: read only */
};

#endif
