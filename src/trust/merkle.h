/* Merkle trees of RFC 6962 (SHA-256; leaf prefix 00, node prefix 01).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TRUST_MERKLE_H
#define PRESHIFT_TRUST_MERKLE_H

#include "record/notary.h"
#include "trust/key.h"

void merkle_leaf(const void *p, size_t n, uint8_t ret[32]);
void merkle_node(const uint8_t l[32], const uint8_t r[32], uint8_t ret[32]);
void merkle_push(struct frontier *f, const uint8_t leaf_hash[32]);
void merkle_root(const struct frontier *f, uint8_t ret[32]); /* empty: SHA-256("") */

/* Inclusion proof of leaf M in the tree of the N leaf hashes (RFC 6962
 * 2.1.1), leaf to root. */
uint8_t (*merkle_proof(struct arena *a, const uint8_t (*leaves)[32], size_t n,
		       size_t m, size_t *ret_n))[32];
int merkle_included(const uint8_t leaf[32], uint64_t index, uint64_t size,
		    const uint8_t (*proof)[32], size_t n,
		    const uint8_t root[32]); /* 1 or 0 */
/* Consistency of SIZE1/ROOT1 with SIZE2/ROOT2 (RFC 6962 2.1.2); size1 = 0 is
 * refused. */
int merkle_consistent(uint64_t size1, const uint8_t root1[32], uint64_t size2,
		      const uint8_t root2[32], const uint8_t (*proof)[32],
		      size_t n);

/* "c2sp.org/tlog-proof@v1": index, proof, checkpoint. */
const char *tlog_proof_print(struct arena *a, uint64_t index,
			     const uint8_t (*proof)[32], size_t n,
			     const char *checkpoint);

/* The notary the store appends with; S may be NULL (read only). */
void notary_init(struct notary *ret, const struct signer *s);

#endif
