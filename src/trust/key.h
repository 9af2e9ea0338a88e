/* Ed25519 keys: persons', codes', the charter's; and how they are written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TRUST_KEY_H
#define PRESHIFT_TRUST_KEY_H

#include <stdint.h>
#include "base/arena.h"
#include "base/err.h"
#include "trust/secret.h"

struct pubkey { uint8_t pk[32]; };

/* 56 characters: base64 of "Ed" || keynum || pk, keynum = SHA-256(pk)[0..8]
 * (minisign's public key format). */
enum { PUBKEY_TEXT_SIZE = 57 };
void pubkey_print(char ret[PUBKEY_TEXT_SIZE], const struct pubkey *k);
/* Refuses (UNTRUE) another length, a non-canonical encoding, another keynum,
 * a point of small order or off the curve. */
int pubkey_parse(const char *s, struct pubkey *ret, struct err *e) MUST_CHECK;
/* Public keys are public: equality may take any time. */
int pubkey_equal(const struct pubkey *a, const struct pubkey *b);

/* A key pair, the secret half in libsodium memory. */
struct signer;
struct signer *signer_random(void);
struct signer *signer_from_seed(const uint8_t seed[32]);
/* seed = BLAKE2b-256("preshift-code/1\n" HOUSE "\n" NUMBER "\n" DIGITS "\n"),
 * DIGITS the 30 digits of a one-time code (CODE_GROUPS groups). */
struct signer *signer_from_code(const char *house, const char *number,
				const char *digits);
/* seed = BLAKE2b-256("preshift-charter/1\n" HOUSE "\n" 48 DIGITS "\n"). */
struct signer *signer_from_charter(const char *house, const char *digits);
void signer_free(struct signer *s); /* NULL is fine; wipes */
void signer_freep(struct signer **s);
const struct pubkey *signer_public(const struct signer *s);
const uint8_t *signer_seed(const struct signer *s); /* 32 bytes, secret */
void signer_sign(const struct signer *s, const void *p, size_t n,
		 uint8_t ret_sig[64]);

/* Fresh digits for GROUPS groups of five random digits and their check digit:
 * into S (6*GROUPS bytes). */
void code_random(struct secret *s, size_t groups);
/* "493104 220842 …": digits in groups of six. */
char *code_show(struct arena *a, const char *digits);

/* SHA-256 of the public key, 64 hex digits in fours: for the auditor. */
char *charter_fingerprint(struct arena *a, const struct pubkey *k);

/* ---- sealed at rest (keys/NUMBER.key, "preshift-key/1") ---- */

struct seal_cost { unsigned mib, passes; };

/* 256, 128 or 64 MiB with 3 passes: what this machine gives; a trial house:
 * 8 MiB, 1 pass. FAILED if not even the least can be had. */
int seal_cost_measure(int trial, struct seal_cost *ret, struct err *e)
	MUST_CHECK;

/* The file's text: Argon2id and XChaCha20-Poly1305, all lines before `box`
 * as associated data. */
int key_seal(struct arena *a, const char *house, const char *number,
	     const struct signer *s, const struct secret *passphrase,
	     struct seal_cost cost, const char **ret_text, struct err *e)
	MUST_CHECK;

/* Whose key the file holds, as it says. UNTRUE as below. */
int key_sealed_public(const char *text, size_t n, const char *house,
		      const char *number, int trial, struct pubkey *ret,
		      struct err *e) MUST_CHECK;

enum unseal { UNSEAL_OK, UNSEAL_WRONG };
/* -1 with e for what is not a wrong passphrase: a damaged file (UNTRUE), too
 * little memory (FAILED), a cost below what a real house allows (UNTRUE). */
int key_unseal(const char *text, size_t n, const char *house,
	       const char *number, const struct secret *passphrase, int trial,
	       enum unseal *ret, struct signer **ret_s, struct err *e)
	MUST_CHECK;

#endif
