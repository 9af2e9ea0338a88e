/* From an id to a number: open addressing, grown at half full.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/idmap.h"

#include <string.h>

/* FNV-1a, folded once more so that the low bits depend on all. */
static uint32_t
hash_of(const char *s, size_t n)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x100000001b3);
	return (uint32_t)(h ^ (h >> 32));
}

/* The entry of that key, or the empty one where it belongs. */
static struct idmap_entry *
place(const struct idmap *m, const char *key, size_t n, uint32_t hash)
{
	size_t i = hash & (m->cap - 1);

	while (m->v[i].key != NULL) {
		if (m->v[i].hash == hash && m->v[i].len == n &&
		    memcmp(m->v[i].key, key, n) == 0)
			break;
		i = (i + 1) & (m->cap - 1);
	}
	return &m->v[i];
}

static void
grow(struct arena *a, struct idmap *m)
{
	struct idmap old = *m;

	m->cap = old.cap == 0 ? 64 : 4 * old.cap;
	m->v = ARENA_ARRAY(a, struct idmap_entry, m->cap);
	for (size_t i = 0; i < old.cap; i++) {
		const struct idmap_entry *e = &old.v[i];

		if (e->key != NULL)
			*place(m, e->key, e->len, e->hash) = *e;
	}
}

bool
idmap_put(struct arena *a, struct idmap *m, const char *key, size_t value)
{
	size_t n = strlen(key);
	uint32_t hash = hash_of(key, n);
	struct idmap_entry *e;

	if (2 * (m->n + 1) > m->cap)
		grow(a, m);
	e = place(m, key, n, hash);
	if (e->key != NULL)
		return false;
	*e = (struct idmap_entry){ key, (uint32_t)n, hash, value };
	m->n++;
	return true;
}

bool
idmap_get(const struct idmap *m, const char *key, size_t n, size_t *ret_value)
{
	const struct idmap_entry *e;

	if (m->cap == 0)
		return false;
	e = place(m, key, n, hash_of(key, n));
	if (e->key == NULL)
		return false;
	*ret_value = e->value;
	return true;
}
