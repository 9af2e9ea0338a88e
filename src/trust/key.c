/* Ed25519 keys (RFC 8032): made, written, read, and signing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/key.h"

#include <sodium.h>
#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "model/code.h"
#include "trust/hash.h"

/* Lives in libsodium memory as a whole. `sk` is seed || public key. */
struct signer {
	uint8_t sk[crypto_sign_SECRETKEYBYTES];
	struct pubkey pk;
};

/* ---- public keys ---- */

enum { PUBKEY_RAW = 42 };

/* minisign's form: "Ed" || keynum || pk. The keynum is never chosen. */
static void
pubkey_raw(uint8_t ret[PUBKEY_RAW], const struct pubkey *k)
{
	uint8_t h[32];

	sha256(h, k->pk, sizeof(k->pk));
	memcpy(ret, "Ed", 2);
	memcpy(ret + 2, h, 8);
	memcpy(ret + 10, k->pk, sizeof(k->pk));
}

void
pubkey_print(char ret[PUBKEY_TEXT_SIZE], const struct pubkey *k)
{
	uint8_t raw[PUBKEY_RAW];

	pubkey_raw(raw, k);
	base64_encode(ret, raw, sizeof(raw));
}

int
pubkey_parse(const char *s, struct pubkey *ret, struct err *e)
{
	uint8_t raw[PUBKEY_RAW], again[PUBKEY_RAW];
	struct pubkey k;

	if (!base64_decode(raw, sizeof(raw), s, strlen(s)))
		return err_set(e, ERR_UNTRUE, "'%s' is not a public key: it "
			       "has 56 characters", s);
	memcpy(k.pk, raw + 10, sizeof(k.pk));
	pubkey_raw(again, &k);
	if (memcmp(raw, again, sizeof(raw)) != 0)
		return err_set(e, ERR_UNTRUE, "'%s' is not a public key of "
			       "preshift: its number is not that of the key",
			       s);
	/* canonical, on the curve, and of the large prime order: other keys
	 * let one signature hold for many texts */
	if (crypto_core_ed25519_is_valid_point(k.pk) != 1)
		return err_set(e, ERR_UNTRUE, "'%s' is a public key that "
			       "protects nothing: make a new key", s);
	*ret = k;
	return 0;
}

int
pubkey_equal(const struct pubkey *a, const struct pubkey *b)
{
	return memcmp(a->pk, b->pk, sizeof(a->pk)) == 0;
}

char *
charter_fingerprint(struct arena *a, const struct pubkey *k)
{
	char hex[65], *out = arena_alloc(a, 80), *p = out;

	sha256_hex(hex, k->pk, sizeof(k->pk));
	for (size_t i = 0; i < 64; i++) {
		if (i > 0 && i % 4 == 0)
			*p++ = ' ';
		*p++ = hex[i];
	}
	return out;
}

/* ---- key pairs ---- */

struct signer *
signer_from_seed(const uint8_t seed[32])
{
	struct signer *s = sodium_malloc(sizeof(*s));

	if (s == NULL)
		own_no_memory();
	crypto_sign_seed_keypair(s->pk.pk, s->sk, seed);
	return s;
}

struct signer *
signer_random(void)
{
	uint8_t seed[32];
	struct signer *s;

	trust_random(seed, sizeof(seed));
	s = signer_from_seed(seed);
	sodium_memzero(seed, sizeof(seed));
	return s;
}

static void
add_line(crypto_generichash_state *st, const char *line)
{
	crypto_generichash_update(st, (const uint8_t *)line, strlen(line));
	crypto_generichash_update(st, (const uint8_t *)"\n", 1);
}

/* seed = BLAKE2b-256 of the lines; NUMBER may be NULL. */
static struct signer *
from_lines(const char *first, const char *house, const char *number,
	   const char *digits)
{
	crypto_generichash_state st;
	uint8_t seed[32];
	struct signer *s;

	crypto_generichash_init(&st, NULL, 0, sizeof(seed));
	add_line(&st, first);
	add_line(&st, house);
	if (number != NULL)
		add_line(&st, number);
	add_line(&st, digits);
	crypto_generichash_final(&st, seed, sizeof(seed));
	s = signer_from_seed(seed);
	sodium_memzero(&st, sizeof(st));
	sodium_memzero(seed, sizeof(seed));
	return s;
}

struct signer *
signer_from_code(const char *house, const char *number, const char *digits)
{
	return from_lines("preshift-code/1", house, number, digits);
}

struct signer *
signer_from_charter(const char *house, const char *digits)
{
	return from_lines("preshift-charter/1", house, NULL, digits);
}

void
signer_free(struct signer *s)
{
	if (s != NULL)
		sodium_free(s); /* wipes */
}

void
signer_freep(struct signer **s)
{
	signer_free(*s);
	*s = NULL;
}

const struct pubkey *
signer_public(const struct signer *s)
{
	return &s->pk;
}

const uint8_t *
signer_seed(const struct signer *s)
{
	return s->sk;
}

void
signer_sign(const struct signer *s, const void *p, size_t n,
	    uint8_t ret_sig[64])
{
	crypto_sign_detached(ret_sig, NULL, p, n, s->sk);
}

/* ---- codes on paper ---- */

void
code_random(struct secret *s, size_t groups)
{
	char group[CODE_GROUP];

	if (groups * CODE_GROUP > s->cap)
		own_no_memory();
	secret_set(s, "", 0);
	for (size_t g = 0; g < groups; g++) {
		size_t n = CODE_GROUP - 1;

		for (size_t i = 0; i < n; i++)
			group[i] = (char)('0' + trust_uniform(10));
		group[n] = damm_digit(group, n);
		memcpy(s->s + s->n, group, sizeof(group));
		s->n += sizeof(group);
	}
	sodium_memzero(group, sizeof(group));
}

char *
code_show(struct arena *a, const char *digits)
{
	size_t n = strlen(digits);
	char *out = arena_alloc(a, n + n / CODE_GROUP + 1), *p = out;

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && i % CODE_GROUP == 0)
			*p++ = ' ';
		*p++ = digits[i];
	}
	return out;
}
