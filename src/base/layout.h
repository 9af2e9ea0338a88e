/* Keys by their place: what was typed while another layout was on, and the
 * keys that the screens have.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_LAYOUT_H
#define PRESHIFT_BASE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

/* The Latin letters on the keys where a Russian keyboard (GOST 6431, as PCs
 * have it) has those of S, small ones; ASCII stays, in small letters. False if
 * S has no Cyrillic letter, has another character, or does not fit. */
bool layout_latin(const char *s, char *ret, size_t size);

/* Which key of the screens (the table is in layout.c) the one character C is,
 * a small letter: by itself, as a capital, or by its place on a Russian or
 * German keyboard. '\0': none. */
char layout_key(const char *c);

#endif
