/* The worked example in tests/data/trust, made by other programs, to the
 * byte: keys, a signature, a leaf, a tree of five, its note and a proof.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "base/encode.h"
#include "trust/hash.h"
#include "trust/merkle.h"
#include "trust/minisign.h"
#include "trust/note.h"

#define ORIGIN "acme.example/handbook/site-0412"
#define HEADQUARTERS "acme.example/handbook/witness-hq"

enum { SEEN_AT = 1767700000, INDEX = 2, TREE = 5 };

static void
test_keys(void **state)
{
	OWN(signer_freep) struct signer *employee = fixed_signer(EMPLOYEE);
	OWN(signer_freep) struct signer *hr = fixed_signer(HR);
	OWN(signer_freep) struct signer *site = fixed_signer(SITE);
	OWN(signer_freep) struct signer *witness = fixed_signer(WITNESS);
	OWN(arena_free) struct arena a = { 0 };
	const struct pubkey *k = signer_public(site);

	(void)state;
	assert_string_equal(minisign_public_file(&a, signer_public(employee)),
			    data_file(&a, "employee.pub"));
	assert_string_equal(minisign_public_file(&a, signer_public(hr)),
			    data_file(&a, "hr.pub"));
	assert_string_equal(note_vkey(&a, ORIGIN, k),
			    line_of(&a, data_file(&a, "site.vkey"), 0));
	assert_string_equal(cosigner_vkey(&a, HEADQUARTERS,
					  signer_public(witness)),
			    line_of(&a, data_file(&a, "witness.vkey"), 0));
}

/* But for the first line, which says who wrote the file, our signature is the
 * example's. */
static void
check_signature(const char *file, uint8_t seed)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = fixed_signer(seed);
	const char *text = data_file(&a, file), *comment, *ours, *theirs;
	struct err e;

	err_init(&e, NULL);
	theirs = data_file(&a, arena_printf(&a, "%s.minisig", file));
	comment = line_of(&a, theirs, 2) + strlen("trusted comment: ");
	ours = minisign_sign(&a, s, comment, text, strlen(text));
	assert_string_equal(line_of(&a, ours, 0),
			    "untrusted comment: preshift record signature");
	assert_string_equal(strchr(ours, '\n'), strchr(theirs, '\n'));
	assert_int_equal(minisign_verify(signer_public(s), comment, text,
					 strlen(text), ours, strlen(ours),
					 &e), 0);
	/* the file itself is not written as preshift writes */
	assert_int_equal(minisign_verify(signer_public(s), comment, text,
					 strlen(text), theirs, strlen(theirs),
					 &e), -1);
}

static void
test_signatures(void **state)
{
	(void)state;
	check_signature("ack.txt", EMPLOYEE);
	check_signature("edition.txt", HR);
	check_signature("enrol.txt", HR);
}

static void
test_digests(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *ack = data_file(&a, "ack.txt");
	const char *text = data_file(&a, "handbook.txt");
	char hex[65];

	(void)state;
	sha256_hex(hex, ack, strlen(ack));
	assert_string_equal(hex, "2dca87fd54b7233b20c56372c3bd61c558910dc7eef"
			    "34ec903f8103cd4fe84fb");
	sha256_hex(hex, text, strlen(text));
	assert_non_null(strstr(ack, arena_printf(&a, "content-sha256: %s\n",
						 hex)));
}

/* The leaf of ack.txt and the three hashes of its proof. */
static void
the_leaf(struct arena *a, uint8_t leaf[32], uint8_t proof[3][32])
{
	const char *p = data_file(a, "ack.tlog-proof");
	const char *body = arena_printf(a, "%s%s", data_file(a, "ack.txt"),
					data_file(a, "ack.txt.minisig"));

	assert_int_equal(strlen(body), 577);
	merkle_leaf(body, strlen(body), leaf);
	for (int i = 0; i < 3; i++)
		assert_true(base64_decode(proof[i], 32, line_of(a, p, 2 + i),
					  44));
}

/* The tree of five again, from what the proof gives away. */
static void
test_tree(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct frontier f = { .size = 2 };
	uint8_t leaf[32], proof[3][32], root[32];
	char hex[65], text[BASE64_SIZE(32)];

	(void)state;
	the_leaf(&a, leaf, proof);
	hex_encode(hex, leaf, 32);
	assert_string_equal(hex, "85668661411d899efb487cb6b9b5d84a16637993d1f"
			    "28f821ec8c38e826bc992");
	memcpy(f.node[0], proof[1], 32);
	merkle_push(&f, leaf);
	merkle_push(&f, proof[0]);
	merkle_push(&f, proof[2]);
	merkle_root(&f, root);
	base64_encode(text, root, 32);
	assert_string_equal(text, line_of(&a, data_file(&a, "checkpoint"), 2));
	assert_true(merkle_included(leaf, INDEX, TREE,
				    (const uint8_t (*)[32])proof, 3, root));
}

static void
test_note(void **state)
{
	OWN(signer_freep) struct signer *site = fixed_signer(SITE);
	OWN(signer_freep) struct signer *witness = fixed_signer(WITNESS);
	OWN(arena_free) struct arena a = { 0 };
	const char *want = data_file(&a, "checkpoint"), *note, *line;
	uint8_t leaf[32], proof[3][32], root[32];

	(void)state;
	assert_true(base64_decode(root, 32, line_of(&a, want, 2), 44));
	note = checkpoint_sign(&a, ORIGIN, TREE, root, site);
	line = cosignature_sign(&a, note, strlen(note), HEADQUARTERS, SEEN_AT,
				witness);
	note = arena_printf(&a, "%s%s", note, line);
	assert_string_equal(note, want);
	the_leaf(&a, leaf, proof);
	assert_string_equal(tlog_proof_print(&a, INDEX,
					     (const uint8_t (*)[32])proof, 3,
					     note),
			    data_file(&a, "ack.tlog-proof"));
}

static int
both_hold(const char *note, size_t n, const struct pubkey *site,
	  const struct pubkey *witness, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct checkpoint c;
	uint64_t t;

	if (checkpoint_verify(&a, note, n, ORIGIN, site, &c, e) != 0 ||
	    cosignature_verify(&a, note, n, HEADQUARTERS, witness, &t, e) !=
		    0)
		return -1;
	assert_int_equal(c.size, TREE);
	assert_int_equal(t, SEEN_AT);
	return 0;
}

static void
test_note_flips(void **state)
{
	OWN(signer_freep) struct signer *site = fixed_signer(SITE);
	OWN(signer_freep) struct signer *witness = fixed_signer(WITNESS);
	OWN(arena_free) struct arena a = { 0 };
	char *s = arena_strdup(&a, data_file(&a, "checkpoint"));
	size_t n = strlen(s);
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(both_hold(s, n, signer_public(site),
				   signer_public(witness), &e), 0);
	for (size_t i = 0; i < 8 * n; i++) {
		s[i / 8] = (char)(s[i / 8] ^ (1 << i % 8));
		err_clear(&e);
		if (both_hold(s, n, signer_public(site),
			      signer_public(witness), &e) == 0)
			fail_msg("bit %zu flipped and not seen", i);
		assert_int_equal(e.kind, ERR_UNTRUE);
		s[i / 8] = (char)(s[i / 8] ^ (1 << i % 8));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_signatures),
		cmocka_unit_test(test_digests),
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_note),
		cmocka_unit_test(test_note_flips),
	};

	return cmocka_run_group_tests_name("golden", tests, start_trust,
					   NULL);
}
