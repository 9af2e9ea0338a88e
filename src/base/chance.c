/* Repeatable chance inside drills: SplitMix64.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/chance.h"

#include <assert.h>

uint64_t
chance_next(struct chance *c)
{
	uint64_t z = c->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

uint64_t
chance_draw(struct chance *c, uint64_t n)
{
	uint64_t rest, x;

	assert(n > 0);
	rest = (UINT64_MAX % n + 1) % n; /* 2^64 mod n */
	do {
		x = chance_next(c);
	} while (x > UINT64_MAX - rest);
	return x % n;
}
