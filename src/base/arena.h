/* Memory that lives as long as one request, document or session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_ARENA_H
#define PRESHIFT_BASE_ARENA_H

#include <stddef.h>
#include "base/own.h"

struct arena_block;

/* Zero-initialised is empty and valid. A function that takes a
 * `struct arena *` returns results that point into it; nobody frees them one
 * by one. Holds no secrets but what is about to be shown (a code on paper):
 * freed memory is wiped. Out of memory: message and abort. */
struct arena {
	struct arena_block *head;
	size_t used; /* bytes handed out, for limits and tests */
};

void arena_free(struct arena *a); /* everything; `a` is empty afterwards */

/* N zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *a, size_t n)
	__attribute__((malloc, returns_nonnull, alloc_size(2)));
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The words of S, parted by one space each ("H5 3 must"), into V[MAX]. How
 * many there are; MAX + 1: more than that. Two spaces part an empty word; S ""
 * is one. */
size_t arena_words(struct arena *a, const char *s, const char **v, size_t max);

/* N zeroed elements of SIZE bytes; a product that overflows aborts. */
void *arena_array(struct arena *a, size_t n, size_t size)
	__attribute__((malloc, returns_nonnull, alloc_size(2, 3)));

/* Grows an array by doubling: room for one more element of SIZE bytes after
 * N. *CAP is the capacity; P may be NULL with *CAP 0. Returns the array. */
void *arena_grow(struct arena *a, void *p, size_t n, size_t *cap, size_t size);

/* Appends VALUE to the array ARR of length N (capacity CAP) in arena A. */
#define ARENA_PUSH(a, arr, n, cap, value)                                     \
	((arr) = arena_grow((a), (arr), (n), &(cap), sizeof(*(arr))),         \
	 (arr)[(n)++] = (value))

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) \
	((type *)arena_array((a), (n), sizeof(type)))

#endif
