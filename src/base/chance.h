/* Repeatable chance inside drills: SplitMix64. Keys, nonces and codes never
 * come from here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_CHANCE_H
#define PRESHIFT_BASE_CHANCE_H

#include <stdint.h>

struct chance { uint64_t state; };

uint64_t chance_next(struct chance *c);
/* 0 … n-1 without bias: a word x is refused while x >= 2^64 - (2^64 mod n). */
uint64_t chance_draw(struct chance *c, uint64_t n);

#endif
