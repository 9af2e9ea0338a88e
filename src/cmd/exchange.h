/* The folder that an account of this computer shares with the house. Where all
 * accounts open one house, the program runs as the account that owns it: what
 * it writes nobody else could open, and what somebody else wrote it could not
 * read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_EXCHANGE_H
#define PRESHIFT_CMD_EXCHANGE_H

#include "cmd/app.h"

/* $PRESHIFT_EXCHANGE/$SUDO_USER where sudo opened the house, else the house's
 * folder out/. */
const char *exchange_dir(struct app *);
/* Makes DIR, and lets whoever sits there into it if it is theirs. */
int exchange_make(struct app *, const char *dir, struct err *) MUST_CHECK;
/* PATH from the root on: a person looks for it with another program. */
const char *exchange_path(struct app *, const char *path);
/* The same as a sentence names the file just written, which is given to whoever
 * sits there; who cannot open it is told so. */
const char *exchange_words(struct app *, const char *path);

#endif
