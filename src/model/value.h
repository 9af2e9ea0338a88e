/* A result as data: what JSON and CSV print.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_VALUE_H
#define PRESHIFT_MODEL_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum value_kind { VAL_NULL, VAL_BOOL, VAL_INT, VAL_REAL, VAL_TEXT, VAL_LIST,
		  VAL_MAP };

/* A tree in an arena. Maps keep the order in which keys were put. */
struct value {
	enum value_kind kind;
	bool b;
	int64_t i;
	int64_t scale; /* VAL_REAL: i / scale, printed without binary floating
			* point noise (0.8235 is 8235/10000) */
	const char *s; /* borrowed; must outlive the tree */
	const char **keys;
	struct value **v;
	size_t n, cap, capkeys;
	const struct value *head; /* VAL_LIST: a map with the keys of its
				   * rows, also while there are none; NULL */
};

struct value *value_map(struct arena *a);
struct value *value_list(struct arena *a);
/* A list of rows with the keys COLUMNS ("number name team"). */
struct value *value_table(struct arena *a, const char *columns);
struct value *value_null(struct arena *a);
struct value *value_text(struct arena *a, const char *s); /* NULL: null */
struct value *value_int(struct arena *a, int64_t i);
struct value *value_bool(struct arena *a, bool b);
struct value *value_real(struct arena *a, int64_t num, int64_t scale);

/* Put into a map; returns the member. Keys are borrowed constants; a key put
 * again takes the new value and keeps its place. */
struct value *value_put(struct arena *a, struct value *map, const char *key,
			struct value *v);
void value_put_text(struct arena *a, struct value *map, const char *key,
		    const char *s);
void value_put_int(struct arena *a, struct value *map, const char *key,
		   int64_t i);
void value_put_bool(struct arena *a, struct value *map, const char *key,
		    bool b);
void value_add(struct arena *a, struct value *list, struct value *v);
/* The member, or NULL (also if MAP is NULL or no map). */
const struct value *value_get(const struct value *map, const char *key);

#endif
