/* What reads bytes of others, each as one function from bytes to nothing that
 * must return whatever the bytes are, and aborts where a promise is broken.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TEST_FUZZ_H
#define PRESHIFT_TEST_FUZZ_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include "base/arena.h"
#include "base/err.h"

struct fuzz_target {
	const char *name;
	/* S has a NUL behind its N bytes. */
	void (*run)(struct arena *a, const char *s, size_t n);
	/* Where seeds lie, below the source's top: files or folders. */
	const char *seeds[8];
	unsigned rounds; /* changed seeds tried by `make check` */
};

extern const struct fuzz_target fuzz_targets[];
extern const size_t fuzz_target_count;
const struct fuzz_target *fuzz_target_find(const char *name); /* or exit */

/* A copy of SEED with some bytes changed, by chance number ROUND; may take
 * parts of OTHER. */
char *fuzz_mutate(struct arena *a, const char *seed, size_t nseed,
		  const char *other, size_t nother, unsigned round,
		  size_t *ret_n);

/* A promise of a header, not to be broken by any bytes. */
#define PROMISE(x)                                                            \
	do {                                                                  \
		if (!(x)) {                                                   \
			fprintf(stderr, "%s:%d: broken: %s\n", __FILE__,      \
				__LINE__, #x);                                \
			abort();                                              \
		}                                                             \
	} while (0)

#define TARGET(n) void fuzz_##n(struct arena *a, const char *s, size_t len)
TARGET(args);
TARGET(checkpoint);
TARGET(code);
TARGET(content);
TARGET(csv);
TARGET(edition);
TARGET(expr);
TARGET(keys);
TARGET(leaf);
TARGET(messages);
TARGET(minisign);
TARGET(passphrase);
TARGET(playtest);
TARGET(references);
TARGET(text);
TARGET(wording);

#endif
