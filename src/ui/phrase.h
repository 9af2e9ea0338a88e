/* How questions look, at a terminal and in a script's transcript.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_UI_PHRASE_H
#define PRESHIFT_UI_PHRASE_H

#include "base/arena.h"
#include "base/err.h"
#include "model/io.h"

enum { ANSWER_MAX = 8000 };

/* "PROMPT [DFLT]: ", with the sign the prompt ends in, else a colon. */
const char *phrase_prompt(struct arena *a, const char *prompt,
			  const char *dflt);
/* Whether all of an answer is to be seen on a screen: no control characters
 * but tabs, none that turn the direction. */
bool phrase_can_be_seen(const char *line);
/* An answer as the rest of the program wants it: no control characters, NFC,
 * no spaces at the ends. */
const char *phrase_answer(struct arena *a, const char *line);

/* The key of option I: its own, or its place from 1. */
const char *phrase_key(struct arena *a, const struct io_option *o, size_t i);
/* "key key key" of all that can be chosen; WORDS: their words instead. */
const char *phrase_list(struct arena *a, const struct io_option *o, size_t n,
			bool words);
/* The lines that show the options which have a label, in COLS columns; ""
 * if there is none. WORDS: each by its word. LINEAR: without alignment. */
const char *phrase_options(struct arena *a, const struct io_option *o,
			   size_t n, size_t cols, bool words, bool linear);

/* A passphrase from FD, read byte by byte into the secret's own memory.
 * Nothing left: USAGE. */
int secret_from_fd(const struct secret_ops *ops, int fd, struct secret **ret,
		   struct err *e) MUST_CHECK;
enum { SECRET_BYTES = 1024 };

#endif
