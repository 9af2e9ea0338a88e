/* Tests of trust/merkle.h: known answers, and a slow tree written straight
 * from RFC 6962 for every size up to 130.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <stdio.h>

#include "base/encode.h"
#include "trust/hash.h"
#include "trust/merkle.h"
#include "trust/note.h"

enum { SIZE_MAX_TESTED = 130, PROOF_MAX = 16 };

struct proof {
	uint8_t h[PROOF_MAX][32];
	size_t n;
};

/* The const that C does not add by itself to an array of arrays. */
static const uint8_t (*
rows(const struct proof *p))[32]
{
	return (const uint8_t (*)[32])p->h;
}

/* ---- the slow tree ---- */

static uint8_t leaves[SIZE_MAX_TESTED][32];

static const uint8_t (*
leaf_rows(void))[32]
{
	return (const uint8_t (*)[32])leaves;
}

static size_t
half(size_t n)
{
	size_t k = 1;

	while (k * 2 < n)
		k *= 2;
	return k;
}

/* RFC 6962 2.1: MTH(D[from:to]) */
static void
slow_root(size_t from, size_t to, uint8_t ret[32])
{
	uint8_t both[65] = { 1 };
	size_t k;

	if (from == to) {
		sha256(ret, "", 0);
		return;
	}
	if (to - from == 1) {
		memcpy(ret, leaves[from], 32);
		return;
	}
	k = half(to - from);
	slow_root(from, from + k, both + 1);
	slow_root(from + k, to, both + 33);
	sha256(ret, both, sizeof(both));
}

static void
append_root(struct proof *p, size_t from, size_t to)
{
	assert_true(p->n < PROOF_MAX);
	slow_root(from, to, p->h[p->n++]);
}

/* RFC 6962 2.1.1: PATH(m, D[from:to]), m from the whole tree's begin */
static void
slow_path(size_t m, size_t from, size_t to, struct proof *p)
{
	size_t k;

	if (to - from == 1)
		return;
	k = from + half(to - from);
	if (m < k) {
		slow_path(m, from, k, p);
		append_root(p, k, to);
	} else {
		slow_path(m, k, to, p);
		append_root(p, from, k);
	}
}

/* RFC 6962 2.1.2: SUBPROOF(m, D[from:to], whole) */
static void
slow_subproof(size_t m, size_t from, size_t to, int whole, struct proof *p)
{
	size_t k;

	if (m == to) {
		if (!whole)
			append_root(p, from, to);
		return;
	}
	k = from + half(to - from);
	if (m <= k) {
		slow_subproof(m, from, k, whole, p);
		append_root(p, k, to);
	} else {
		slow_subproof(m, k, to, 0, p);
		append_root(p, from, k);
	}
}

static int
make_leaves(void **state)
{
	for (size_t i = 0; i < SIZE_MAX_TESTED; i++) {
		uint8_t d = (uint8_t)i;

		merkle_leaf(&d, 1, leaves[i]);
	}
	return start_trust(state);
}

/* ---- tests ---- */

/* The trees of 0 to 8 leaves of RFC 6962's reference test data. */
static void
test_known_roots(void **state)
{
	static const char *const root[] = {
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b785"
		"2b855",
		"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617a"
		"fa01d",
		"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e"
		"3c125",
		"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e"
		"06e77",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209"
		"614b7",
		"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86"
		"264d4",
		"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2"
		"087ef",
		"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a"
		"74c8c",
		"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff46"
		"04328",
	};
	static const char *const leaf[] = {
		"", "00", "10", "2021", "3031", "40414243",
		"5051525354555657", "606162636465666768696a6b6c6d6e6f",
	};
	struct frontier f = { .size = 0 };
	uint8_t got[32], data[16];
	char hex[65];

	(void)state;
	for (size_t i = 0; i <= NELEM(leaf); i++) {
		size_t n;

		merkle_root(&f, got);
		hex_encode(hex, got, 32);
		assert_string_equal(hex, root[i]);
		if (i == NELEM(leaf))
			break;
		n = strlen(leaf[i]) / 2;
		assert_true(hex_decode(data, n, leaf[i]));
		merkle_leaf(data, n, got);
		merkle_push(&f, got);
		assert_int_equal(f.size, i + 1);
	}
}

static void
test_roots(void **state)
{
	struct frontier f = { .size = 0 };
	uint8_t fast[32], slow[32];

	(void)state;
	for (size_t n = 0;; n++) {
		merkle_root(&f, fast);
		slow_root(0, n, slow);
		assert_memory_equal(fast, slow, 32);
		if (n == SIZE_MAX_TESTED)
			break;
		merkle_push(&f, leaves[n]);
	}
}

static void
test_inclusion(void **state)
{
	(void)state;
	for (size_t n = 1; n <= SIZE_MAX_TESTED; n++) {
		OWN(arena_free) struct arena a = { 0 };
		uint8_t root[32];

		slow_root(0, n, root);
		for (size_t m = 0; m < n; m++) {
			struct proof p = { .n = 0 };
			uint8_t (*fast)[32];
			size_t k;

			slow_path(m, 0, n, &p);
			fast = merkle_proof(&a, leaf_rows(), n, m, &k);
			assert_int_equal(k, p.n);
			assert_memory_equal(fast, p.h, k * 32);
			assert_int_equal(merkle_included(leaves[m], m, n,
							 rows(&p), p.n,
							 root), 1);
		}
	}
}

/* Nothing but the leaf, at its place, with the whole proof. */
static void
test_inclusion_refused(void **state)
{
	(void)state;
	for (size_t n = 1; n <= 24; n++) {
		uint8_t root[32];

		slow_root(0, n, root);
		for (size_t m = 0; m < n; m++) {
			struct proof p = { .n = 0 };
			const uint8_t *leaf = leaves[m];

			slow_path(m, 0, n, &p);
			for (size_t i = 0; i < n + 3; i++)
				assert_true(i == m ||
					    !merkle_included(leaf, i, n,
							     rows(&p), p.n,
							     root));
			assert_false(merkle_included(leaves[(m + 1) % 25], m,
						     n, rows(&p), p.n, root));
			if (p.n > 0)
				assert_false(merkle_included(leaf, m, n,
							     rows(&p),
							     p.n - 1, root));
			assert_false(merkle_included(leaf, m, n, rows(&p),
						     p.n + 1, root));
			for (size_t b = 0; b < p.n * 256; b++) {
				p.h[b / 256][b / 8 % 32] ^=
					(uint8_t)(1 << b % 8);
				assert_false(merkle_included(leaf, m, n,
							     rows(&p), p.n,
							     root));
				p.h[b / 256][b / 8 % 32] ^=
					(uint8_t)(1 << b % 8);
			}
		}
	}
}

static void
test_inclusion_edges(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	size_t n = 9;

	(void)state;
	assert_null(merkle_proof(&a, leaf_rows(), 0, 0, &n));
	assert_int_equal(n, 0);
	assert_null(merkle_proof(&a, leaf_rows(), 5, 5, &n));
	assert_false(merkle_included(leaves[0], 0, 0, NULL, 0, leaves[0]));
	assert_true(merkle_included(leaves[0], 0, 1, NULL, 0, leaves[0]));
	assert_false(merkle_included(leaves[0], UINT64_MAX, UINT64_MAX, NULL,
				     0, leaves[0]));
}

static void
test_consistency(void **state)
{
	static uint8_t root[SIZE_MAX_TESTED + 1][32];

	(void)state;
	for (size_t n = 0; n <= SIZE_MAX_TESTED; n++)
		slow_root(0, n, root[n]);
	for (size_t n = 1; n <= SIZE_MAX_TESTED; n++) {
		for (size_t m = 1; m <= n; m++) {
			struct proof p = { .n = 0 };

			slow_subproof(m, 0, n, 1, &p);
			assert_int_equal(merkle_consistent(m, root[m], n,
							   root[n], rows(&p),
							   p.n), 1);
			/* another old or new tree, a longer proof */
			assert_false(merkle_consistent(m, root[m - 1], n,
						       root[n], rows(&p),
						       p.n));
			assert_false(merkle_consistent(m, root[m], n,
						       root[n - 1], rows(&p),
						       p.n));
			assert_false(merkle_consistent(m, root[m], n, root[n],
						       rows(&p), p.n + 1));
			if (p.n > 0)
				assert_false(merkle_consistent(
					m, root[m], n, root[n], rows(&p),
					p.n - 1));
		}
	}
}

static void
test_consistency_refused(void **state)
{
	uint8_t r0[32], r1[32], r3[32], r7[32];
	struct proof p = { .n = 0 };

	(void)state;
	slow_root(0, 0, r0);
	slow_root(0, 1, r1);
	slow_root(0, 3, r3);
	slow_root(0, 7, r7);
	assert_false(merkle_consistent(0, r0, 0, r0, NULL, 0));
	assert_false(merkle_consistent(0, r0, 1, r1, NULL, 0));
	assert_false(merkle_consistent(7, r7, 3, r3, NULL, 0));
	assert_false(merkle_consistent(3, r3, 7, r7, NULL, 0));
	slow_subproof(3, 0, 7, 1, &p);
	assert_true(merkle_consistent(3, r3, 7, r7, rows(&p), p.n));
	assert_false(merkle_consistent(2, r3, 7, r7, rows(&p), p.n));
	assert_false(merkle_consistent(3, r3, 9, r7, rows(&p), p.n));
	for (size_t b = 0; b < p.n * 256; b++) {
		p.h[b / 256][b / 8 % 32] ^= (uint8_t)(1 << b % 8);
		assert_false(merkle_consistent(3, r3, 7, r7, rows(&p), p.n));
		p.h[b / 256][b / 8 % 32] ^= (uint8_t)(1 << b % 8);
	}
}

/* What the store gets: the same tree, and a note only where a key is. */
static void
test_notary(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(SITE);
	OWN(arena_free) struct arena a = { 0 };
	struct frontier f = { .size = 0 };
	const char *note = NULL;
	struct checkpoint c;
	struct notary y;
	struct err e;
	uint8_t h[32];

	(void)state;
	err_init(&e, NULL);
	notary_init(&y, s);
	y.leaf_hash("x", 1, h);
	y.push(&f, h);
	y.root(&f, h);
	assert_int_equal(y.seal(&y, &a, "seeblick/office", 1, h, &note, &e),
			 0);
	assert_int_equal(checkpoint_verify(&a, note, strlen(note),
					   "seeblick/office",
					   signer_public(s), &c, &e), 0);
	assert_int_equal(c.size, 1);
	assert_memory_equal(c.root, h, 32);
	notary_init(&y, NULL);
	note = NULL;
	assert_int_equal(y.seal(&y, &a, "seeblick/office", 1, h, &note, &e),
			 -1);
	assert_int_equal(e.kind, ERR_FAILED);
	assert_null(note);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_roots),
		cmocka_unit_test(test_roots),
		cmocka_unit_test(test_inclusion),
		cmocka_unit_test(test_inclusion_refused),
		cmocka_unit_test(test_inclusion_edges),
		cmocka_unit_test(test_consistency),
		cmocka_unit_test(test_consistency_refused),
		cmocka_unit_test(test_notary),
	};

	return cmocka_run_group_tests_name("merkle", tests, make_leaves,
					   NULL);
}
