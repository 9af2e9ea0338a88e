/* The charter sheet: the house's own key, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_CHARTER_H
#define PRESHIFT_CMD_CHARTER_H

#include "cmd/app.h"

/* Asks for the eight groups of the sheet; at a terminal a slip is asked again.
 * REFUSED: a slip, or another house's sheet. */
int app_charter(struct app *, struct signer **ret, struct err *) MUST_CHECK;

#endif
