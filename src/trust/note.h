/* Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TRUST_NOTE_H
#define PRESHIFT_TRUST_NOTE_H

#include <stdint.h>
#include "trust/key.h"

struct checkpoint {
	const char *origin;
	uint64_t size;
	uint8_t root[32];
};

/* "NAME+hex8+base64(01 || pk)"; NAME has no space and no "+". */
char *note_vkey(struct arena *a, const char *name, const struct pubkey *k);
int note_vkey_parse(struct arena *a, const char *vkey, const char **ret_name,
		    struct pubkey *ret_k, struct err *e) MUST_CHECK;

/* "ORIGIN\nSIZE\nROOT\n\n— ORIGIN BASE64\n" */
const char *checkpoint_sign(struct arena *a, const char *origin,
			    uint64_t size, const uint8_t root[32],
			    const struct signer *s);
/* Strict; the signature of NAME by K must be there and hold. Lines of others
 * are kept apart and ignored here. UNTRUE otherwise. */
int checkpoint_verify(struct arena *a, const char *note, size_t n,
		      const char *name, const struct pubkey *k,
		      struct checkpoint *ret, struct err *e) MUST_CHECK;

/* A witness's line under a checkpoint note (C2SP tlog-cosignature, v1): that
 * NAME saw it at TIME (seconds since 1970). Its key signs nothing else. The
 * result is one line to add at the end of NOTE; NULL if NOTE is no note. */
const char *cosignature_sign(struct arena *a, const char *note, size_t n,
			     const char *name, uint64_t time,
			     const struct signer *s);
/* The cosignature of NAME by K must be there and hold: *ret_time. UNTRUE
 * otherwise. */
int cosignature_verify(struct arena *a, const char *note, size_t n,
		       const char *name, const struct pubkey *k,
		       uint64_t *ret_time, struct err *e) MUST_CHECK;
/* "NAME+hex8+base64(04 || pk)" */
char *cosigner_vkey(struct arena *a, const char *name,
		    const struct pubkey *k);

/* The terminal's own key: a 0600 file of the lines
 * "preshift-terminal/1", origin, key (its vkey), seed, end. */
struct secret *terminal_key_print(const char *origin, const struct signer *s);
int terminal_key_parse(const struct secret *text, const char *origin,
		       struct signer **ret, struct err *e) MUST_CHECK;

#endif
