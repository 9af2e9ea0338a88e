/* Activation: the code on paper becomes a person's own key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_ACTIVATION_H
#define PRESHIFT_CMD_ACTIVATION_H

#include "cmd/app.h"

/* Appends `activate` signed by CODE and OWN, and puts the sealed key (already
 * written by ownkey_seal) in its place. ATTENDED NULL: nobody stood by. */
int activation_append(struct app *, const struct person *, const char *lang,
		      const char *attended, const struct signer *code,
		      const struct signer *own, struct appended *ret,
		      struct err *) MUST_CHECK;

#endif
