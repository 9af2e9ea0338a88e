/* Digests: SHA-256 (FIPS 180-4).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/hash.h"

#include <sodium.h>
#include <string.h>

#include "base/encode.h"

void
sha256(uint8_t ret[32], const void *p, size_t n)
{
	crypto_hash_sha256(ret, p, n);
}

void
sha256_hex(char ret[65], const void *p, size_t n)
{
	uint8_t h[32];

	sha256(h, p, n);
	hex_encode(ret, h, sizeof(h));
}

static void
add_line(crypto_hash_sha256_state *st, const char *line)
{
	crypto_hash_sha256_update(st, (const uint8_t *)line, strlen(line));
	crypto_hash_sha256_update(st, (const uint8_t *)"\n", 1);
}

void
name_hash(char ret[65], const char *salt, const char *name)
{
	crypto_hash_sha256_state st;
	uint8_t h[32];

	crypto_hash_sha256_init(&st);
	add_line(&st, "preshift-name/1");
	add_line(&st, salt);
	add_line(&st, name);
	crypto_hash_sha256_final(&st, h);
	hex_encode(ret, h, sizeof(h));
}
