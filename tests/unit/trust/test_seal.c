/* Tests of sealed keys: opened by the passphrase alone, in one form only.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "../said.h"

#include <sodium.h>
#include <sys/resource.h>

#include "base/encode.h"
#include "base/str.h"

/* AddressSanitizer needs more addresses than a limit could leave. */
#if defined(__SANITIZE_ADDRESS__)
#define HUGE_ADDRESS_SPACE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HUGE_ADDRESS_SPACE
#endif
#endif

#define PASSPHRASE "vier worte und mehr"

static const struct seal_cost trial = { 8, 1 };

static struct secret *
a_secret(const char *s)
{
	struct secret *p = secret_new(SECRET_MAX);

	secret_set(p, s, strlen(s));
	return p;
}

static const char *
sealed(struct arena *a, const struct signer *s, const char *passphrase,
       struct seal_cost cost)
{
	OWN(secret_freep) struct secret *p = a_secret(passphrase);
	const char *text = NULL;
	struct err e;

	err_init(&e, NULL);
	if (key_seal(a, "seeblick", "E1042", s, p, cost, &text, &e) != 0)
		fail_msg("%s", e.text);
	return text;
}

/* 1 if it opens to S, 0 if the passphrase is wrong, -1 if refused; KIND is
 * that of the refusal. */
static int
opens(const char *text, size_t n, const char *passphrase, int is_trial,
      const struct signer *s, enum err_kind kind)
{
	OWN(secret_freep) struct secret *p = a_secret(passphrase);
	OWN(signer_freep) struct signer *got = NULL;
	enum unseal how = UNSEAL_WRONG;
	struct err e;

	err_init(&e, NULL);
	if (outcome(key_unseal(text, n, "seeblick", "E1042", p, is_trial,
			       &how, &got, &e), &e, kind) != 0) {
		assert_null(got);
		return -1;
	}
	if (how == UNSEAL_WRONG) {
		assert_null(got);
		return 0;
	}
	assert_memory_equal(signer_seed(got), signer_seed(s), 32);
	assert_true(pubkey_equal(signer_public(got), signer_public(s)));
	return 1;
}

static void
test_round_trip(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = signer_random();
	const char *text = sealed(&a, s, PASSPHRASE, trial);
	const char *again = sealed(&a, s, PASSPHRASE, trial);
	size_t n = strlen(text);

	(void)state;
	assert_true(str_starts(text, "preshift-key/1\nhouse: seeblick\n"
			       "number: E1042\nkey: RW"));
	assert_non_null(strstr(text, "\nkdf: argon2id 8 1\nsalt: "));
	assert_true(str_ends(text, "\nend\n"));
	assert_string_not_equal(text, again); /* salt and nonce are new */
	assert_int_equal(opens(text, n, PASSPHRASE, 1, s, ERR_NONE), 1);
	assert_int_equal(opens(text, n, "vier worte und mehr ", 1, s,
			       ERR_NONE), 0);
	assert_int_equal(opens(text, n, "", 1, s, ERR_NONE), 0);
	text = sealed(&a, s, "", trial); /* length is not our rule */
	assert_int_equal(opens(text, strlen(text), "", 1, s, ERR_NONE), 1);
}

/* A file of the first release opens for ever. */
static void
test_kept_file(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	const char *text = data_file(&a, "E1042.key");

	(void)state;
	assert_int_equal(opens(text, strlen(text), PASSPHRASE, 1, s,
			       ERR_NONE), 1);
}

static void
test_owner(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = signer_random(), *got = NULL;
	OWN(secret_freep) struct secret *p = a_secret(PASSPHRASE);
	const char *text = sealed(&a, s, PASSPHRASE, trial);
	enum unseal how;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(key_unseal(text, strlen(text), "bergblick", "E1042",
				    p, 1, &how, &got, &e), -1);
	assert_int_equal(e.kind, ERR_UNTRUE);
	assert_non_null(strstr(e.text, "bergblick"));
	assert_int_equal(key_unseal(text, strlen(text), "seeblick", "E1043",
				    p, 1, &how, &got, &e), -1);
	assert_int_equal(e.kind, ERR_UNTRUE);
	assert_null(got);
}

/* TEXT with the first OLD replaced by NEW. */
static const char *
replaced(struct arena *a, const char *text, const char *old, const char *new)
{
	const char *p = strstr(text, old);

	assert_non_null(p);
	return arena_printf(a, "%.*s%s%s", (int)(p - text), text, new,
			    p + strlen(old));
}

static void
test_costs(void **state)
{
	static const char *const other[] = {
		"argon2id 9 1", "argon2id 8 2", "argon2id 64 1",
		"argon2id 0 0", "argon2id 65536 1000", "argon2id 512 3",
		"argon2id 64 3 ", "argon2id 064 3", "argon2id 64",
		"argon2i 8 1", "argon2id  8 1",
		"argon2id 99999999999999999999 1",
	};
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = signer_random();
	OWN(secret_freep) struct secret *p = a_secret(PASSPHRASE);
	const char *text = sealed(&a, s, PASSPHRASE, trial), *made = NULL;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	/* a real house does not open a trial's key */
	assert_int_equal(opens(text, strlen(text), PASSPHRASE, 0, s,
			       ERR_UNTRUE), -1);
	for (size_t i = 0; i < NELEM(other); i++) {
		const char *t = replaced(&a, text, "argon2id 8 1", other[i]);

		assert_int_equal(opens(t, strlen(t), PASSPHRASE, 1, s,
				       ERR_UNTRUE), -1);
	}
	/* what is sealed includes the cost */
	text = replaced(&a, text, "argon2id 8 1", "argon2id 64 3");
	assert_int_equal(opens(text, strlen(text), PASSPHRASE, 1, s,
			       ERR_NONE), 0);
	assert_int_equal(key_seal(&a, "seeblick", "E1042", s, p,
				  (struct seal_cost){ 32, 3 }, &made, &e),
			 -1);
	assert_null(made);
}

/* The format once more, from its description: SEED sealed under the lines
 * HEAD (up to `kdf`), salt and nonce all zero. */
static const char *
by_hand(struct arena *a, const char *head, const uint8_t seed[32])
{
	const uint8_t zero[24] = { 0 };
	char salt[33], nonce[49], box[BASE64_SIZE(48)];
	uint8_t key[32], sealed_seed[48];
	const char *ad;

	hex_encode(salt, zero, 16);
	hex_encode(nonce, zero, 24);
	ad = arena_printf(a, "%skdf: argon2id 8 1\nsalt: %s\nnonce: %s\n",
			  head, salt, nonce);
	assert_int_equal(crypto_pwhash(key, 32, PASSPHRASE,
				       strlen(PASSPHRASE), zero, 1, 8 << 20,
				       crypto_pwhash_ALG_ARGON2ID13), 0);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		sealed_seed, NULL, seed, 32, (const uint8_t *)ad, strlen(ad),
		NULL, zero, key);
	base64_encode(box, sealed_seed, 48);
	return arena_printf(a, "%sbox: %s\nend\n", ad, box);
}

static const char *
head_of(struct arena *a, const struct signer *s)
{
	char key[PUBKEY_TEXT_SIZE];

	pubkey_print(key, signer_public(s));
	return arena_printf(a, "preshift-key/1\nhouse: seeblick\n"
			    "number: E1042\nkey: %s\n", key);
}

static void
test_format(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = signer_random();
	OWN(signer_freep) struct signer *other = signer_random();
	const char *text = by_hand(&a, head_of(&a, s), signer_seed(s));

	(void)state;
	assert_int_equal(opens(text, strlen(text), PASSPHRASE, 1, s,
			       ERR_NONE), 1);
	/* another key's name over the same box */
	text = replaced(&a, text, head_of(&a, s), head_of(&a, other));
	assert_int_equal(opens(text, strlen(text), PASSPHRASE, 1, s,
			       ERR_NONE), 0);
	/* sealed like that by whoever knows the passphrase */
	text = by_hand(&a, head_of(&a, other), signer_seed(s));
	assert_int_equal(opens(text, strlen(text), PASSPHRASE, 1, s,
			       ERR_UNTRUE), -1);
}

static void
test_flips(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = signer_random();
	char *text = arena_strdup(&a, sealed(&a, s, PASSPHRASE, trial));
	size_t n = strlen(text);

	(void)state;
	for (size_t i = 0; i < 8 * n; i++) {
		text[i / 8] = (char)(text[i / 8] ^ (1 << i % 8));
		if (opens(text, n, PASSPHRASE, 1, s, ERR_UNTRUE) == 1)
			fail_msg("bit %zu flipped and not seen", i);
		text[i / 8] = (char)(text[i / 8] ^ (1 << i % 8));
	}
	for (size_t i = 0; i < n; i++)
		assert_int_equal(opens(text, i, PASSPHRASE, 1, s, ERR_UNTRUE),
				 -1);
	text = arena_printf(&a, "%s\n", text);
	assert_int_equal(opens(text, n + 1, PASSPHRASE, 1, s, ERR_UNTRUE),
			 -1);
	assert_int_equal(opens(text, n, PASSPHRASE, 1, s, ERR_NONE), 1);
}

/* The one test at a house's own cost. */
static void
test_real_cost(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = signer_random();
	struct seal_cost c = { 0, 0 };
	const char *text;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(seal_cost_measure(1, &c, &e), 0);
	assert_int_equal(c.mib, trial.mib);
	assert_int_equal(c.passes, trial.passes);
	if (seal_cost_measure(0, &c, &e) != 0) {
		assert_int_equal(e.kind, ERR_FAILED);
		skip();
	}
	assert_true(c.mib == 256 || c.mib == 128 || c.mib == 64);
	assert_int_equal(c.passes, 3);
	text = sealed(&a, s, PASSPHRASE, c);
	assert_int_equal(opens(text, strlen(text), PASSPHRASE, 0, s,
			       ERR_NONE), 1);
}

#ifndef HUGE_ADDRESS_SPACE
/* Too little memory is no wrong passphrase. */
static void
test_no_memory(void **state)
{
	const rlim_t little = 48 << 20;
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = signer_random();
	const char *text = replaced(&a, sealed(&a, s, PASSPHRASE, trial),
				    "argon2id 8 1", "argon2id 256 3");
	OWN(secret_freep) struct secret *p = a_secret(PASSPHRASE);
	struct seal_cost c = { 1, 1 };
	struct signer *got = NULL;
	enum unseal how;
	struct rlimit old;
	struct err e;
	int opened, measured;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(getrlimit(RLIMIT_AS, &old), 0);
	assert_int_equal(setrlimit(RLIMIT_AS,
				   &(struct rlimit){ little, old.rlim_max }),
			 0);
	opened = opens(text, strlen(text), PASSPHRASE, 0, s, ERR_FAILED);
	measured = seal_cost_measure(0, &c, &e);
	assert_said(&e, ERR_FAILED,
		    "there is too little memory for the passphrase: %u MiB are "
		    "needed, close other programs and try again (this try is "
		    "not counted)",
		    key_unseal(text, strlen(text), "seeblick", "E1042", p, 0,
			       &how, &got, &e));
	assert_said(&e, ERR_FAILED,
		    "there is too little memory to protect a key: %u MiB are "
		    "needed, close other programs",
		    seal_cost_measure(0, &c, &e));
	assert_int_equal(setrlimit(RLIMIT_AS, &old), 0);
	assert_int_equal(opened, -1);
	assert_int_equal(measured, -1);
	assert_int_equal(e.kind, ERR_FAILED);
	assert_int_equal(c.mib, 1); /* untouched */
}
#endif

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_kept_file),
		cmocka_unit_test(test_owner),
		cmocka_unit_test(test_costs),
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_flips),
		cmocka_unit_test(test_real_cost),
#ifndef HUGE_ADDRESS_SPACE
		cmocka_unit_test(test_no_memory),
#endif
	};

	return cmocka_run_group_tests_name("seal", tests, start_trust, NULL);
}
