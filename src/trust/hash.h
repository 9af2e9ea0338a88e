/* Digests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TRUST_HASH_H
#define PRESHIFT_TRUST_HASH_H

#include <stddef.h>
#include <stdint.h>

void sha256(uint8_t ret[32], const void *p, size_t n);
/* 64 lower-case digits and NUL. */
void sha256_hex(char ret[65], const void *p, size_t n);

/* name-hash = SHA-256("preshift-name/1\n" SALT "\n" NAME "\n"); SALT is 32 hex
 * digits. */
void name_hash(char ret[65], const char *salt, const char *name);

#endif
