/* Texts that other programs wrote: in which character set, and as UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_CHARSET_H
#define PRESHIFT_BASE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

enum charset { CHARSET_UTF8, CHARSET_UTF16LE, CHARSET_UTF16BE, CHARSET_1252,
	       CHARSET_1251 };

/* What the N bytes at S are: what a byte order mark says, else UTF-8 if more of
 * their letters are valid than not (one slip does not make it another), else
 * the Windows set, western or Cyrillic, that the letters look like: then
 * *ret_sure is false. */
enum charset charset_guess(const char *s, size_t n, bool *ret_sure);

/* The same bytes as UTF-8 without a byte order mark, NUL-terminated. NULL if
 * they are no text of that set: half a character, a NUL, a byte that the set
 * has no character for. */
const char *charset_decode(struct arena *a, enum charset c, const char *s,
			   size_t n, size_t *ret_n);

/* "UTF-8", "Windows-1252" … */
const char *charset_name(enum charset c);

#endif
