/* Bytes nobody may see: guarded, locked, wiped when freed; and chance that
 * nobody can guess.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/secret.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

int
trust_init(struct err *e)
{
	const struct rlimit none = { 0, 0 };

	if (sodium_init() < 0)
		return err_set(e, ERR_FAILED, "the library libsodium cannot "
			       "start: install it again");
	/* a core file or a debugger would show keys and passphrases */
	if (setrlimit(RLIMIT_CORE, &none) != 0 ||
	    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
		return err_set(e, ERR_FAILED, "this system does not let "
			       "preshift protect its memory: ask whoever "
			       "looks after the machine");
	return 0;
}

/* sodium_malloc works where locking fails (a small RLIMIT_MEMLOCK): then the
 * pages are guarded and wiped all the same, only not kept out of swap. */
struct secret *
secret_new(size_t cap)
{
	struct secret *s = sodium_malloc(sizeof(*s));

	if (s == NULL || cap > SECRET_MAX)
		own_no_memory();
	s->n = 0;
	s->cap = cap;
	s->s = sodium_malloc(cap + 1);
	if (s->s == NULL)
		own_no_memory();
	sodium_memzero(s->s, cap + 1);
	return s;
}

void
secret_free(struct secret *s)
{
	if (s == NULL)
		return;
	sodium_free(s->s);
	sodium_free(s);
}

void
secret_freep(struct secret **s)
{
	secret_free(*s);
	*s = NULL;
}

void
secret_set(struct secret *s, const char *bytes, size_t n)
{
	assert(n <= s->cap);
	memmove(s->s, bytes, n);
	sodium_memzero(s->s + n, s->cap + 1 - n);
	s->n = n;
}

void
trust_random(void *p, size_t n)
{
	randombytes_buf(p, n);
}

uint32_t
trust_uniform(uint32_t below)
{
	return randombytes_uniform(below);
}
