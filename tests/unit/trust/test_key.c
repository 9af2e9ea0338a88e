/* Tests of trust/key.h: public keys as text, keys from codes, the charter's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "base/encode.h"
#include "base/str.h"
#include "model/code.h"

static const char employee[] =
	"RWQ0dQ+YvVn8/IqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";

static int
parse(const char *s, struct pubkey *k)
{
	struct err e;

	err_init(&e, NULL);
	return outcome(pubkey_parse(s, k, &e), &e, ERR_UNTRUE);
}

static void
test_pubkey(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	OWN(signer_freep) struct signer *other = signer_random();
	char text[PUBKEY_TEXT_SIZE];
	struct pubkey k;

	(void)state;
	pubkey_print(text, signer_public(s));
	assert_string_equal(text, employee);
	assert_int_equal(parse(text, &k), 0);
	assert_true(pubkey_equal(&k, signer_public(s)));
	assert_false(pubkey_equal(&k, signer_public(other)));
	pubkey_print(text, signer_public(other));
	assert_int_equal(parse(text, &k), 0);
	assert_true(pubkey_equal(&k, signer_public(other)));
}

static void
test_pubkey_changed(void **state)
{
	char text[PUBKEY_TEXT_SIZE + 1] = { 0 };
	struct pubkey k = { { 7 } }, before = k;

	(void)state;
	for (size_t i = 0; i < strlen(employee); i++) {
		for (int b = 0; b < 8; b++) {
			memcpy(text, employee, sizeof(employee));
			text[i] = (char)(text[i] ^ (1 << b));
			assert_int_equal(parse(text, &k), -1);
		}
		memcpy(text, employee, sizeof(employee));
		text[i] = '\0';
		assert_int_equal(parse(text, &k), -1);
	}
	memcpy(text, employee, sizeof(employee));
	text[strlen(employee)] = 'A';
	assert_int_equal(parse(text, &k), -1);
	assert_true(pubkey_equal(&k, &before));
}

/* The canonical text of any 32 bytes with their right keynum. */
static void
as_text(const char *hex, char text[PUBKEY_TEXT_SIZE])
{
	struct pubkey k;

	assert_true(hex_decode(k.pk, sizeof(k.pk), hex));
	pubkey_print(text, &k);
}

/* Points of small order, written canonically and not, a
 * point with a part of small order (CVE-2025-69277), and no point at all. */
static void
test_weak_keys(void **state)
{
	static const char *const weak[] = {
		"0000000000000000000000000000000000000000000000000000000000"
		"000000",
		"0000000000000000000000000000000000000000000000000000000000"
		"000080",
		"0100000000000000000000000000000000000000000000000000000000"
		"000000",
		"0100000000000000000000000000000000000000000000000000000000"
		"000080",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
		"ffff7f",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
		"ffffff",
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
		"ffff7f",
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
		"ffffff",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
		"ffff7f",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
		"ffffff",
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d"
		"53fc05",
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d"
		"53fc85",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792"
		"ac037a",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792"
		"ac03fa",
		"9599999999999999999999999999999999999999999999999999999999"
		"999999",
		"0200000000000000000000000000000000000000000000000000000000"
		"000000",
		"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
		"ffffff",
	};
	char text[PUBKEY_TEXT_SIZE];
	struct pubkey k;

	(void)state;
	for (size_t i = 0; i < NELEM(weak); i++) {
		as_text(weak[i], text);
		if (parse(text, &k) == 0)
			fail_msg("taken: %s", weak[i]);
	}
	/* the base point itself is a good one */
	as_text("5866666666666666666666666666666666666666666666666666666666"
		"666666", text);
	assert_int_equal(parse(text, &k), 0);
}

/* Known answers: b2sum -l 256 of the lines, openssl for the public key. */
static void
test_codes(void **state)
{
	OWN(signer_freep) struct signer *code = NULL, *charter = NULL;
	OWN(signer_freep) struct signer *other = NULL;
	OWN(arena_free) struct arena a = { 0 };
	char text[PUBKEY_TEXT_SIZE];

	(void)state;
	code = signer_from_code("seeblick", "E1042",
				"493104220842123450987651000000");
	pubkey_print(text, signer_public(code));
	assert_string_equal(text, "RWQ1m4afzNDqQle3+OfU7HLqwPdrda1WwI5Og7GAu4"
			    "RNWGAWJDl8ioI1");
	charter = signer_from_charter("seeblick",
				      "493104220842123450987651000000"
				      "493104220842123450");
	pubkey_print(text, signer_public(charter));
	assert_string_equal(text, "RWQenvVNJY+Lf6v9m3IIwDGAp/P8M82Izp+546zafu"
			    "h3hNcFqnZZFadt");
	assert_string_equal(charter_fingerprint(&a, signer_public(charter)),
			    "1e9e f54d 258f 8b7f 63f5 7b27 fc9d 37d3 e859 "
			    "0ea9 fcd2 6266 d4fb 3fc3 c5f4 4d85");
	other = signer_from_code("seeblick", "E1043",
				 "493104220842123450987651000000");
	assert_false(pubkey_equal(signer_public(code), signer_public(other)));
}

static void
test_code_random(void **state)
{
	OWN(secret_freep) struct secret *s = secret_new(48);
	OWN(arena_free) struct arena a = { 0 };
	char first[49];
	const char *shown;

	(void)state;
	code_random(s, CHARTER_GROUPS);
	assert_int_equal(s->n, 48);
	memcpy(first, s->s, 49);
	code_random(s, CODE_GROUPS);
	assert_int_equal(s->n, 30);
	assert_int_equal(strlen(s->s), 30);
	assert_memory_not_equal(first, s->s, 30);
	for (size_t i = 0; i < 30; i += CODE_GROUP)
		assert_true(code_group_ok(s->s + i, CODE_GROUP));
	shown = code_show(&a, "493104220842123450");
	assert_string_equal(shown, "493104 220842 123450");
	assert_string_equal(code_show(&a, ""), "");
}

/* RFC 8032 7.1, tests 1 and 3. */
static void
test_sign(void **state)
{
	static const char *const v[][4] = {
		{ "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031"
		  "cae7f60",
		  "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f"
		  "707511a", "",
		  "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e0652"
		  "24901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe2465"
		  "5141438e7a100b" },
		{ "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0"
		  "b4458f7",
		  "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb91154"
		  "8908025", "\xaf\x82",
		  "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7d"
		  "b5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc0"
		  "27beceea1ec40a" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++) {
		OWN(signer_freep) struct signer *s = NULL;
		uint8_t seed[32], pk[32], sig[64], got[64];

		assert_true(hex_decode(seed, 32, v[i][0]));
		assert_true(hex_decode(pk, 32, v[i][1]));
		assert_true(hex_decode(sig, 64, v[i][3]));
		s = signer_from_seed(seed);
		assert_memory_equal(signer_public(s)->pk, pk, 32);
		assert_memory_equal(signer_seed(s), seed, 32);
		signer_sign(s, v[i][2], strlen(v[i][2]), got);
		assert_memory_equal(got, sig, 64);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pubkey),
		cmocka_unit_test(test_pubkey_changed),
		cmocka_unit_test(test_weak_keys),
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_code_random),
		cmocka_unit_test(test_sign),
	};

	return cmocka_run_group_tests_name("key", tests, start_trust, NULL);
}
