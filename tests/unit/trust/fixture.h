/* What the tests of trust share: data files, fixed keys, a quiet error.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TEST_TRUST_FIXTURE_H
#define PRESHIFT_TEST_TRUST_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "trust/key.h"

/* tests/data/trust/NAME, as a string. */
static inline const char *
data_file(struct arena *a, const char *name)
{
	const char *top = getenv("srcdir"), *s = NULL;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (file_read(a, arena_printf(a, "%s/tests/data/trust/%s",
				      top == NULL ? "." : top, name),
		      65536, &s, &n, &e) != 0)
		fail_msg("%s", e.text);
	return s;
}

/* The N-th line, from 0, without LF. */
static inline char *
line_of(struct arena *a, const char *s, int n)
{
	for (; n > 0; n--)
		s = strchr(s, '\n') + 1;
	return arena_strndup(a, s, strcspn(s, "\n"));
}

/* The keys of the example: the seed is 32 times the same byte. */
enum { EMPLOYEE = 1, HR = 2, SITE = 3, WITNESS = 4 };

static inline struct signer *
fixed_signer(uint8_t byte)
{
	uint8_t seed[32];

	memset(seed, byte, sizeof(seed));
	return signer_from_seed(seed);
}

/* RC is -1 and E says why, with KIND; or RC is 0 and E is clear. */
static inline int
outcome(int rc, const struct err *e, enum err_kind kind)
{
	assert_int_equal(e->kind, rc == 0 ? ERR_NONE : kind);
	assert_true((e->text[0] == '\0') == (rc == 0));
	return rc;
}

static inline int
start_trust(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	return trust_init(&e);
}

#endif
