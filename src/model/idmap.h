/* From an id to a number, fast: ids of a document, units of a translation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_IDMAP_H
#define PRESHIFT_MODEL_IDMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

struct idmap_entry {
	const char *key; /* borrowed: it must outlive the map */
	uint32_t len, hash;
	size_t value;
};

/* Zero-initialised is empty and valid. */
struct idmap {
	struct idmap_entry *v;
	size_t n, cap; /* cap is a power of two or 0 */
};

/* False if KEY is there already (then nothing changes). */
bool idmap_put(struct arena *a, struct idmap *m, const char *key,
	       size_t value);
/* Finds the N bytes at KEY. */
bool idmap_get(const struct idmap *m, const char *key, size_t n,
	       size_t *ret_value);

#endif
