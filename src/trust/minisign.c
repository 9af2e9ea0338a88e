/* Signatures on records: minisign's ED form in one canonical encoding.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/minisign.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "base/encode.h"
#include "trust/hash.h"

static const char untrusted[] = "untrusted comment: preshift record signature";
static const char trusted[] = "trusted comment: ";

enum {
	SIG = 64, DIGEST = 64,
	SIG_RAW = 2 + 8 + SIG, /* "ED" || keynum || signature */
};

/* minisign prehashes: BLAKE2b-512, no key. */
static void
prehash(uint8_t ret[DIGEST], const void *text, size_t n)
{
	crypto_generichash(ret, DIGEST, text, n, NULL, 0);
}

static void
sig_head(uint8_t raw[SIG_RAW], const struct pubkey *k)
{
	uint8_t h[32];

	sha256(h, k->pk, sizeof(k->pk));
	memcpy(raw, "ED", 2);
	memcpy(raw + 2, h, 8);
}

static const char *
print_block(struct arena *a, const uint8_t raw[SIG_RAW], const char *comment,
	    const uint8_t global[SIG])
{
	char first[BASE64_SIZE(SIG_RAW)], second[BASE64_SIZE(SIG)];

	base64_encode(first, raw, SIG_RAW);
	base64_encode(second, global, SIG);
	return arena_printf(a, "%s\n%s\n%s%s\n%s\n", untrusted, first,
			    trusted, comment, second);
}

/* What the second signature covers: the first, then the trusted comment. */
static const uint8_t *
global_text(struct arena *a, const uint8_t sig[SIG], const char *comment,
	    size_t *ret_n)
{
	size_t n = strlen(comment);
	uint8_t *p = arena_alloc(a, SIG + n);

	memcpy(p, sig, SIG);
	memcpy(p + SIG, comment, n);
	*ret_n = SIG + n;
	return p;
}

const char *
minisign_sign(struct arena *a, const struct signer *s, const char *comment,
	      const void *text, size_t n)
{
	uint8_t digest[DIGEST], raw[SIG_RAW], global[SIG];
	const uint8_t *all;
	size_t nall;

	assert(strchr(comment, '\n') == NULL);
	prehash(digest, text, n);
	sig_head(raw, signer_public(s));
	signer_sign(s, digest, sizeof(digest), raw + 10);
	all = global_text(a, raw + 10, comment, &nall);
	signer_sign(s, all, nall, global);
	return print_block(a, raw, comment, global);
}

/* Takes the line at *P (up to END) without its LF. */
static bool
take_line(const char **p, const char *end, const char **ret, size_t *ret_n)
{
	const char *lf = memchr(*p, '\n', (size_t)(end - *p));

	if (lf == NULL)
		return false;
	*ret = *p;
	*ret_n = (size_t)(lf - *p);
	*p = lf + 1;
	return true;
}

/* The two signatures of a block. */
static bool
read_block(const char *block, size_t nb, uint8_t raw[SIG_RAW],
	   uint8_t global[SIG])
{
	const char *p = block, *end = block + nb, *line[4];
	size_t n[4];

	for (int i = 0; i < 4; i++) {
		if (!take_line(&p, end, &line[i], &n[i]))
			return false;
	}
	return base64_decode(raw, SIG_RAW, line[1], n[1]) &&
	       base64_decode(global, SIG, line[3], n[3]);
}

/* Whether BLOCK is what minisign_sign() writes for K and COMMENT, whatever
 * its two signatures. */
static int
check_form(struct arena *a, const struct pubkey *k, const char *comment,
	   const char *block, size_t nb, uint8_t raw[SIG_RAW],
	   uint8_t global[SIG], struct err *e)
{
	uint8_t head[SIG_RAW];
	const char *again;

	if (!read_block(block, nb, raw, global))
		return err_set(e, ERR_UNTRUE, "this signature is damaged or "
			       "not written by preshift");
	sig_head(head, k);
	if (memcmp(raw, head, 10) != 0)
		return err_set(e, ERR_UNTRUE, "this signature was made with "
			       "another key than that of '%s'", comment);
	again = print_block(a, raw, comment, global);
	if (strlen(again) != nb || memcmp(again, block, nb) != 0)
		return err_set(e, ERR_UNTRUE, "this signature is not one of "
			       "'%s': its comments are others", comment);
	return 0;
}

int
minisign_verify(const struct pubkey *k, const char *comment, const void *text,
		size_t n, const char *block, size_t nb, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	uint8_t digest[DIGEST], raw[SIG_RAW] = { 0 }, global[SIG] = { 0 };
	const uint8_t *all;
	size_t nall;

	if (check_form(&a, k, comment, block, nb, raw, global, e) != 0)
		return -1;
	prehash(digest, text, n);
	if (crypto_sign_verify_detached(raw + 10, digest, sizeof(digest),
					k->pk) != 0)
		return err_set(e, ERR_UNTRUE, "the signature '%s' does not "
			       "hold: the text was changed after signing",
			       comment);
	all = global_text(&a, raw + 10, comment, &nall);
	if (crypto_sign_verify_detached(global, all, nall, k->pk) != 0)
		return err_set(e, ERR_UNTRUE, "the signature '%s' does not "
			       "hold: its comment was changed", comment);
	return 0;
}

const char *
minisign_public_file(struct arena *a, const struct pubkey *k)
{
	char text[PUBKEY_TEXT_SIZE];
	uint8_t h[32];

	pubkey_print(text, k);
	sha256(h, k->pk, sizeof(k->pk));
	/* people see the keynum as a little-endian number */
	return arena_printf(a, "untrusted comment: minisign public key "
			    "%02X%02X%02X%02X%02X%02X%02X%02X\n%s\n",
			    h[7], h[6], h[5], h[4], h[3], h[2], h[1], h[0],
			    text);
}
