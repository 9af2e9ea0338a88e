/* Bytes nobody may see: guarded, locked, wiped when freed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TRUST_SECRET_H
#define PRESHIFT_TRUST_SECRET_H

#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

enum { SECRET_MAX = 4096 };

/* A secret text in libsodium memory: N bytes, NUL-terminated, room for CAP. */
struct secret {
	size_t n, cap;
	char *s;
};

/* Once before anything else of this room (idempotent): libsodium ready, core
 * dumps off. */
int trust_init(struct err *e) MUST_CHECK;

struct secret *secret_new(size_t cap); /* aborts without memory */
void secret_free(struct secret *s);    /* NULL is fine */
void secret_freep(struct secret **s);  /* for OWN() */
void secret_set(struct secret *s, const char *bytes, size_t n);

/* Random bytes for keys, nonces, codes, salts. */
void trust_random(void *p, size_t n);
uint32_t trust_uniform(uint32_t below);

#endif
