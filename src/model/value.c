/* Results as data: a tree of maps, lists and leaves in an arena.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/value.h"

#include <assert.h>
#include <string.h>

#include "base/str.h"

static struct value *
value_new(struct arena *a, enum value_kind kind)
{
	struct value *v = ARENA_NEW(a, struct value);

	v->kind = kind;
	return v;
}

struct value *
value_map(struct arena *a)
{
	return value_new(a, VAL_MAP);
}

struct value *
value_list(struct arena *a)
{
	return value_new(a, VAL_LIST);
}

struct value *
value_table(struct arena *a, const char *columns)
{
	struct value *list = value_list(a), *head = value_map(a);
	size_t n;

	for (const char *s = columns; *s != '\0'; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		value_put(a, head, arena_strndup(a, s, n), value_null(a));
	}
	list->head = head;
	return list;
}

struct value *
value_null(struct arena *a)
{
	return value_new(a, VAL_NULL);
}

struct value *
value_text(struct arena *a, const char *s)
{
	struct value *v = value_new(a, s == NULL ? VAL_NULL : VAL_TEXT);

	v->s = s;
	return v;
}

struct value *
value_int(struct arena *a, int64_t i)
{
	struct value *v = value_new(a, VAL_INT);

	v->i = i;
	return v;
}

struct value *
value_bool(struct arena *a, bool b)
{
	struct value *v = value_new(a, VAL_BOOL);

	v->b = b;
	return v;
}

struct value *
value_real(struct arena *a, int64_t num, int64_t scale)
{
	struct value *v = value_new(a, VAL_REAL);

	assert(scale > 0);
	v->i = num;
	v->scale = scale;
	return v;
}

struct value *
value_put(struct arena *a, struct value *map, const char *key,
	  struct value *v)
{
	assert(map->kind == VAL_MAP);
	for (size_t i = 0; i < map->n; i++) {
		if (str_eq(map->keys[i], key)) {
			map->v[i] = v;
			return v;
		}
	}
	map->keys = arena_grow(a, map->keys, map->n, &map->capkeys,
			       sizeof(*map->keys));
	map->keys[map->n] = key;
	ARENA_PUSH(a, map->v, map->n, map->cap, v);
	return v;
}

void
value_put_text(struct arena *a, struct value *map, const char *key,
	       const char *s)
{
	value_put(a, map, key, value_text(a, s));
}

void
value_put_int(struct arena *a, struct value *map, const char *key, int64_t i)
{
	value_put(a, map, key, value_int(a, i));
}

void
value_put_bool(struct arena *a, struct value *map, const char *key, bool b)
{
	value_put(a, map, key, value_bool(a, b));
}

void
value_add(struct arena *a, struct value *list, struct value *v)
{
	assert(list->kind == VAL_LIST);
	assert(list->head == NULL || v->n == list->head->n);
	ARENA_PUSH(a, list->v, list->n, list->cap, v);
}

const struct value *
value_get(const struct value *map, const char *key)
{
	if (map == NULL || map->kind != VAL_MAP)
		return NULL;
	for (size_t i = 0; i < map->n; i++)
		if (str_eq(map->keys[i], key))
			return map->v[i];
	return NULL;
}
