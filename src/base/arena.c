/* Memory that lives as long as one request, document or session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN
#endif
#endif

#ifdef ARENA_ASAN
/* Declared here because clang's header is a package of its own. */
void __asan_poison_memory_region(void const volatile *p, size_t n);
void __asan_unpoison_memory_region(void const volatile *p, size_t n);
#define POISON(p, n) __asan_poison_memory_region((p), (n))
#define UNPOISON(p, n) __asan_unpoison_memory_region((p), (n))
#define GAP ((size_t)16) /* stays poisoned: an overrun by one byte traps */
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#define GAP ((size_t)0)
#endif

#define BLOCK_MIN ((size_t)64 * 1024)
#define BLOCK_MAX ((size_t)1024 * 1024)
#define ALIGN _Alignof(max_align_t)

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	_Alignas(max_align_t) unsigned char bytes[];
};

static struct arena_block *
block_new(size_t size)
{
	struct arena_block *b;

	if (size > SIZE_MAX - sizeof(*b))
		own_no_memory();
	/* calloc: every byte is handed out once, so it is still zero then */
	b = calloc(1, sizeof(*b) + size);
	if (b == NULL)
		own_no_memory();
	b->size = size;
	POISON(b->bytes, size);
	return b;
}

static void *
block_take(struct arena_block *b, size_t n, size_t room)
{
	unsigned char *p = b->bytes + b->used;

	b->used += room;
	UNPOISON(p, n);
	return p;
}

static size_t
next_size(const struct arena *a)
{
	size_t size = a->head == NULL ? BLOCK_MIN : a->head->size;

	if (a->head != NULL)
		size = size > BLOCK_MAX / 2 ? BLOCK_MAX : 2 * size;
	return size < BLOCK_MIN ? BLOCK_MIN : size;
}

/* A block that can hold ROOM bytes. A big request gets a block of its own
 * behind the head, so that the head's free tail is not lost. */
static struct arena_block *
block_for(struct arena *a, size_t room)
{
	struct arena_block *b = a->head;
	size_t size = next_size(a);

	if (b != NULL && b->size - b->used >= room)
		return b;
	if (room <= size / 2) {
		b = block_new(size);
		b->next = a->head;
		a->head = b;
		return b;
	}
	b = block_new(room);
	if (a->head == NULL) {
		a->head = b;
	} else {
		b->next = a->head->next;
		a->head->next = b;
	}
	return b;
}

void
arena_free(struct arena *a)
{
	struct arena_block *b = a->head, *next;

	for (; b != NULL; b = next) {
		next = b->next;
		UNPOISON(b->bytes, b->size);
		/* What was shown, a code among it, was laid out here. */
		explicit_bzero(b->bytes, b->used);
		free(b);
	}
	a->head = NULL;
	a->used = 0;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	size_t room;

	if (n > SIZE_MAX - GAP - 2 * ALIGN)
		own_no_memory();
	/* zero bytes still get an address of their own */
	room = ((n == 0 ? 1 : n) + GAP + ALIGN - 1) / ALIGN * ALIGN;
	a->used += n;
	return block_take(block_for(a, room), n, room);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		own_no_memory();
	return arena_alloc(a, bytes);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *p = arena_alloc(a, len + 1);

	memcpy(p, s, len);
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	assert(n >= 0);
	p = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return p;
}

size_t
arena_words(struct arena *a, const char *s, const char **v, size_t max)
{
	for (size_t n = 0; n < max; s++) {
		size_t len = strcspn(s, " ");

		v[n++] = arena_strndup(a, s, len);
		s += len;
		if (*s == '\0')
			return n;
	}
	return max + 1;
}

void *
arena_grow(struct arena *a, void *p, size_t n, size_t *cap, size_t size)
{
	size_t more;
	void *q;

	if (n < *cap)
		return p;
	more = n < 4 ? 8 : n;
	if (__builtin_mul_overflow(more, 2, &more))
		own_no_memory();
	q = arena_array(a, more, size);
	if (n > 0)
		memcpy(q, p, n * size);
	*cap = more;
	return q;
}
