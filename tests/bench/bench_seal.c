/* Opening a key at the cost of a real house against libsodium's Argon2id
 * alone (RFC 9106).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bench.h"

#include <sodium.h>
#include <string.h>

#include "trust/key.h"

enum { ROUNDS = 5, MIB = 256, PASSES = 3 };

#define PASSPHRASE "kettle amber window frost"

static double
run_reference(void)
{
	static const uint8_t salt[crypto_pwhash_SALTBYTES];
	double began = bench_ms();
	uint8_t key[32];

	if (crypto_pwhash(key, sizeof(key), PASSPHRASE, strlen(PASSPHRASE),
			  salt, PASSES, (size_t)MIB << 20,
			  crypto_pwhash_ALG_ARGON2ID13) != 0)
		bench_stop("no %d MiB of memory", MIB);
	return bench_ms() - began;
}

static double
run_ours(const char *text, const struct secret *pass, struct err *e)
{
	OWN(signer_freep) struct signer *s = NULL;
	double began = bench_ms();
	enum unseal done;

	MUST(e, key_unseal(text, strlen(text), "bench", "3001", pass, 0, &done,
			   &s, e));
	if (done != UNSEAL_OK)
		bench_stop("the passphrase is not taken");
	return bench_ms() - began;
}

int
main(void)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(secret_freep) struct secret *pass = NULL;
	OWN(signer_freep) struct signer *s = NULL;
	struct bench b = { .name = "seal-256", .unit = "ms", .ratio = 1.1 };
	double ours[ROUNDS], reference[ROUNDS];
	const char *text;
	struct err e;

	err_init(&e, NULL);
	MUST(&e, trust_init(&e));
	pass = secret_new(64);
	secret_set(pass, PASSPHRASE, strlen(PASSPHRASE));
	s = signer_random();
	MUST(&e, key_seal(&a, "bench", "3001", s, pass,
			  (struct seal_cost){ MIB, PASSES }, &text, &e));
	for (size_t i = 0; i < ROUNDS; i++) {
		reference[i] = run_reference();
		ours[i] = run_ours(text, pass, &e);
	}
	b.ours = bench_least(ours, ROUNDS);
	b.reference = bench_least(reference, ROUNDS);
	return bench_report(&b);
}
