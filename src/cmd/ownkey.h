/* A person's own key: the passphrase page, sealing, the key's file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_OWNKEY_H
#define PRESHIFT_CMD_OWNKEY_H

#include "cmd/app.h"

/* Asks for a new passphrase (at a terminal with proposals, a try of the keys,
 * and twice) until it is fit; a script's unfit one is REFUSED. STEP stands in
 * line 1, "step 3 of 3", NULL: it is none. The caller frees. */
int ownkey_ask(struct app *, const char *step, const char *name,
	       const char *number, struct secret **ret, struct err *)
	MUST_CHECK;

/* Four groups of four digits, which every keyboard has (53 bits); they live as
 * long as the program. */
const char *ownkey_digits(struct app *);

/* Seals the key into a file that waits beside keys/NUMBER.key: it takes its
 * place once the activation is in the log (ownkey_settle), so that neither a
 * crash between nor two seats with one code can lose the right key. */
int ownkey_seal(struct app *, const char *number, const struct signer *,
		const struct secret *passphrase, struct err *) MUST_CHECK;
/* Seals the key anew in its place, at once: whatever happens, one of the two
 * passphrases opens it. */
int ownkey_reseal(struct app *, const char *number, const struct signer *,
		  const struct secret *passphrase, struct err *) MUST_CHECK;
/* The name of the file that waits. */
const char *ownkey_pending(struct app *, const char *number, const char *key);
int ownkey_settle(struct app *, const char *number, const char *key,
		  struct err *) MUST_CHECK;

#endif
