/* Signatures on records: minisign's ED form in one canonical encoding.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TRUST_MINISIGN_H
#define PRESHIFT_TRUST_MINISIGN_H

#include "trust/key.h"

/* Four lines: the untrusted comment "preshift record signature", base64 of
 * "ED" || keynum || Ed25519(BLAKE2b-512(text)), the trusted comment COMMENT,
 * base64 of Ed25519(sig || COMMENT). Stock `minisign -V` accepts it. */
const char *minisign_sign(struct arena *a, const struct signer *s,
			  const char *comment, const void *text, size_t n);

/* Verifies a block of NB bytes over TEXT. Stricter than minisign: exactly the
 * bytes minisign_sign() would write (LF, fixed untrusted comment, canonical
 * base64, keynum of this key, no fifth line). UNTRUE, saying what. */
int minisign_verify(const struct pubkey *k, const char *comment,
		    const void *text, size_t n, const char *block, size_t nb,
		    struct err *e) MUST_CHECK;

/* "untrusted comment: …\nBASE64\n": a public key file for minisign -p. */
const char *minisign_public_file(struct arena *a, const struct pubkey *k);

#endif
