/* Keys by their place: a word typed while the Russian layout was on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_LAYOUT_H
#define PRESHIFT_BASE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

/* The Latin letters on the keys where a Russian keyboard (GOST 6431, as PCs
 * have it) has those of S, small ones; ASCII stays, in small letters. False if
 * S has no Cyrillic letter, has another character, or does not fit. */
bool layout_latin(const char *s, char *ret, size_t size);

#endif
