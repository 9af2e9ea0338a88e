/* Tests of base/arena.h: alignment, growth, overruns that trap.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAVE_ASAN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ASAN
#endif
#endif

static void
test_alloc(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	size_t sum = 0;

	(void)state;
	for (size_t n = 0; n < 3000; n++) {
		unsigned char *p = arena_alloc(&a, n);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, n);
		sum += n;
	}
	assert_int_equal(a.used, sum);
	arena_free(&a);
	assert_null(a.head);
	assert_int_equal(a.used, 0);
	arena_free(&a); /* twice is fine */
}

static void
test_big(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	size_t n = 5 * 1024 * 1024;
	char *big = arena_alloc(&a, n), *small = arena_alloc(&a, 3);
	char *other, *near;

	(void)state;
	big[n - 1] = 'x';
	other = arena_alloc(&a, n);
	near = arena_alloc(&a, 3);
	/* the big one did not take the free rest of the block away */
	assert_true(near > small && near - small < 256);
	other[0] = other[n - 1] = 'y';
	assert_int_equal(big[n - 1], 'x');
}

static void
test_text(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	char *long_text;

	(void)state;
	assert_string_equal(arena_strdup(&a, ""), "");
	assert_string_equal(arena_strdup(&a, "Küche"), "Küche");
	assert_string_equal(arena_strndup(&a, "abc", 2), "ab");
	assert_string_equal(arena_strndup(&a, "abc", 9), "abc");
	long_text = arena_printf(&a, "%0200000d|%s", 7, "end");
	assert_int_equal(strlen(long_text), 200004);
	assert_string_equal(long_text + 199999, "7|end");
}

static void
test_push(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const char **names = NULL;
	int *v = NULL;
	size_t n = 0, cap = 0, k = 0, kcap = 0;

	(void)state;
	for (int i = 0; i < 10000; i++)
		ARENA_PUSH(&a, v, n, cap, i);
	assert_int_equal(n, 10000);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(v[i], i);
	ARENA_PUSH(&a, names, k, kcap, "one");
	assert_string_equal(names[0], "one");
	assert_non_null(ARENA_ARRAY(&a, int, 0));
}

#ifdef HAVE_ASAN
int __asan_address_is_poisoned(void const volatile *p);

static void
test_poison(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	char *p = arena_alloc(&a, 13), *q = arena_alloc(&a, 16);

	(void)state;
	assert_false(__asan_address_is_poisoned(p + 12));
	assert_true(__asan_address_is_poisoned(p + 13));
	assert_true(__asan_address_is_poisoned(q - 1));
	assert_true(__asan_address_is_poisoned(q + 16));
}
#endif

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc),
		cmocka_unit_test(test_big),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_push),
#ifdef HAVE_ASAN
		cmocka_unit_test(test_poison),
#endif
	};

	return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}
