/* Merkle trees of RFC 6962: their right edge, proofs, and checking proofs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/merkle.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "trust/hash.h"
#include "trust/note.h"

/* RFC 6962 2.1: the prefixes keep a node from passing as a leaf. */
void
merkle_leaf(const void *p, size_t n, uint8_t ret[32])
{
	static const uint8_t prefix = 0;
	crypto_hash_sha256_state st;

	crypto_hash_sha256_init(&st);
	crypto_hash_sha256_update(&st, &prefix, 1);
	crypto_hash_sha256_update(&st, p, n);
	crypto_hash_sha256_final(&st, ret);
}

void
merkle_node(const uint8_t l[32], const uint8_t r[32], uint8_t ret[32])
{
	uint8_t both[65] = { 1 };

	memcpy(both + 1, l, 32);
	memcpy(both + 33, r, 32);
	sha256(ret, both, sizeof(both));
}

/* How many perfect subtrees a tree of SIZE leaves has. */
static size_t
edge_count(uint64_t size)
{
	return (size_t)__builtin_popcountll(size);
}

void
merkle_push(struct frontier *f, const uint8_t leaf_hash[32])
{
	size_t n = edge_count(f->size);
	uint8_t h[32];

	memcpy(h, leaf_hash, 32);
	/* as adding one carries: each one bit at the low end joins */
	for (uint64_t s = f->size; (s & 1) != 0; s >>= 1)
		merkle_node(f->node[--n], h, h);
	memcpy(f->node[n], h, 32);
	f->size++;
}

void
merkle_root(const struct frontier *f, uint8_t ret[32])
{
	size_t n = edge_count(f->size);
	uint8_t h[32];

	if (n == 0) {
		sha256(ret, "", 0);
		return;
	}
	memcpy(h, f->node[--n], 32);
	while (n > 0)
		merkle_node(f->node[--n], h, h);
	memcpy(ret, h, 32);
}

/* ---- proofs ---- */

static void
range_root(const uint8_t (*leaves)[32], size_t n, uint8_t ret[32])
{
	struct frontier f = { .size = 0 };

	for (size_t i = 0; i < n; i++)
		merkle_push(&f, leaves[i]);
	merkle_root(&f, ret);
}

/* The largest power of two below N > 1. */
static size_t
split_at(size_t n)
{
	size_t k = 1;

	while (k < n - k)
		k *= 2;
	return k;
}

uint8_t (*merkle_proof(struct arena *a, const uint8_t (*leaves)[32], size_t n,
		       size_t m, size_t *ret_n))[32]
{
	uint8_t down[64][32], (*proof)[32];
	size_t depth = 0;

	*ret_n = 0;
	if (m >= n)
		return NULL;
	/* RFC 6962 2.1.1, from the root down: keep the other half's root */
	while (n > 1) {
		size_t k = split_at(n);

		if (m < k) {
			range_root(leaves + k, n - k, down[depth++]);
			n = k;
		} else {
			range_root(leaves, k, down[depth++]);
			leaves += k;
			m -= k;
			n -= k;
		}
	}
	proof = arena_array(a, depth, sizeof(*proof));
	for (size_t i = 0; i < depth; i++)
		memcpy(proof[i], down[depth - 1 - i], 32);
	*ret_n = depth;
	return proof;
}

/* RFC 9162 2.1.3.2. */
int
merkle_included(const uint8_t leaf[32], uint64_t index, uint64_t size,
		const uint8_t (*proof)[32], size_t n, const uint8_t root[32])
{
	uint64_t fn = index, sn = size - 1;
	uint8_t h[32];

	if (index >= size)
		return 0;
	memcpy(h, leaf, 32);
	for (size_t i = 0; i < n; i++) {
		if (sn == 0)
			return 0;
		if ((fn & 1) != 0 || fn == sn) {
			merkle_node(proof[i], h, h);
			while ((fn & 1) == 0 && fn != 0) {
				fn >>= 1;
				sn >>= 1;
			}
		} else {
			merkle_node(h, proof[i], h);
		}
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && memcmp(h, root, 32) == 0;
}

/* The walk of RFC 9162 2.1.4.2, steps 3 to 6: both roots grow from FIRST. */
static int
walk(uint64_t fn, uint64_t sn, const uint8_t first[32],
     const uint8_t (*proof)[32], size_t n, const uint8_t root1[32],
     const uint8_t root2[32])
{
	uint8_t fr[32], sr[32];

	memcpy(fr, first, 32);
	memcpy(sr, first, 32);
	for (; (fn & 1) != 0; fn >>= 1)
		sn >>= 1;
	for (size_t i = 0; i < n; i++) {
		if (sn == 0)
			return 0;
		if ((fn & 1) != 0 || fn == sn) {
			merkle_node(proof[i], fr, fr);
			merkle_node(proof[i], sr, sr);
			while ((fn & 1) == 0 && fn != 0) {
				fn >>= 1;
				sn >>= 1;
			}
		} else {
			merkle_node(sr, proof[i], sr);
		}
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && memcmp(fr, root1, 32) == 0 &&
	       memcmp(sr, root2, 32) == 0;
}

int
merkle_consistent(uint64_t size1, const uint8_t root1[32], uint64_t size2,
		  const uint8_t root2[32], const uint8_t (*proof)[32],
		  size_t n)
{
	if (size1 == 0 || size1 > size2)
		return 0;
	if (size1 == size2)
		return n == 0 && memcmp(root1, root2, 32) == 0;
	if (n == 0)
		return 0;
	/* a perfect old tree is its own first node */
	if ((size1 & (size1 - 1)) == 0)
		return walk(size1 - 1, size2 - 1, root1, proof, n, root1,
			    root2);
	return walk(size1 - 1, size2 - 1, proof[0], proof + 1, n - 1, root1,
		    root2);
}

/* C2SP tlog-proof. */
const char *
tlog_proof_print(struct arena *a, uint64_t index, const uint8_t (*proof)[32],
		 size_t n, const char *checkpoint)
{
	OWN(str_free) struct str s = { 0 };
	char line[BASE64_SIZE(32)];

	str_printf(&s, "c2sp.org/tlog-proof@v1\nindex %" PRIu64 "\n", index);
	for (size_t i = 0; i < n; i++) {
		base64_encode(line, proof[i], 32);
		str_printf(&s, "%s\n", line);
	}
	str_printf(&s, "\n%s", checkpoint);
	return arena_strdup(a, str_text(&s));
}

/* ---- the notary ---- */

static int
seal(const struct notary *y, struct arena *a, const char *origin,
     uint64_t size, const uint8_t root[32], const char **ret_note,
     struct err *e)
{
	const struct signer *s = y->ctx;

	if (s == NULL)
		return err_set(e, ERR_FAILED, "this house is open for reading "
			       "only: nothing can be recorded here");
	*ret_note = checkpoint_sign(a, origin, size, root, s);
	return 0;
}

void
notary_init(struct notary *ret, const struct signer *s)
{
	*ret = (struct notary){
		.leaf_hash = merkle_leaf, .push = merkle_push,
		.root = merkle_root, .seal = seal, .ctx = s,
	};
}
