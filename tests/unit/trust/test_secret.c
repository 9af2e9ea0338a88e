/* Tests of trust/secret.h and trust/hash.h.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include "trust/hash.h"
#include "trust/secret.h"

static void
test_init(void **state)
{
	struct rlimit r;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(trust_init(&e), 0); /* not the first time */
	assert_int_equal(getrlimit(RLIMIT_CORE, &r), 0);
	assert_int_equal(r.rlim_cur, 0);
	assert_int_equal(r.rlim_max, 0);
	assert_int_equal(prctl(PR_GET_DUMPABLE), 0);
}

static void
test_set(void **state)
{
	OWN(secret_freep) struct secret *s = secret_new(8);

	(void)state;
	assert_int_equal(s->n, 0);
	assert_int_equal(s->cap, 8);
	assert_string_equal(s->s, "");
	secret_set(s, "12345678", 8);
	assert_int_equal(s->n, 8);
	assert_string_equal(s->s, "12345678");
	secret_set(s, "ab", 2);
	assert_string_equal(s->s, "ab");
	assert_memory_equal(s->s, "ab\0\0\0\0\0\0", 9); /* the rest wiped */
	secret_free(NULL);
}

/* Where nothing may be locked, secrets still can be held. */
static void
test_no_mlock(void **state)
{
	struct rlimit old;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_MEMLOCK, &old), 0);
	assert_int_equal(setrlimit(RLIMIT_MEMLOCK,
				   &(struct rlimit){ 0, old.rlim_max }), 0);
	for (int i = 0; i < 8; i++) {
		OWN(secret_freep) struct secret *s = secret_new(SECRET_MAX);

		secret_set(s, "held", 4);
		assert_string_equal(s->s, "held");
	}
	assert_int_equal(setrlimit(RLIMIT_MEMLOCK, &old), 0);
}

static void
test_random(void **state)
{
	uint8_t a[32] = { 0 }, b[32] = { 0 };
	unsigned seen = 0;

	(void)state;
	trust_random(a, sizeof(a));
	trust_random(b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
	for (int i = 0; i < 1000; i++) {
		uint32_t n = trust_uniform(10);

		assert_true(n < 10);
		seen |= 1U << n;
	}
	assert_int_equal(seen, 1023);
}

/* FIPS 180-4's example, and the hash of a name by sha256sum. */
static void
test_hash(void **state)
{
	char hex[65];

	(void)state;
	sha256_hex(hex, "abc", 3);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a3961"
			    "77a9cb410ff61f20015ad");
	name_hash(hex, "00112233445566778899aabbccddeeff",
		  "Jos\xc3\xa9 M\xc3\xbcller");
	assert_string_equal(hex, "8afb5b8cebc2707f4f9fda8c460f5e0fde3b7998a32"
			    "1087cd3dbec9b33ba0bbf");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_init),
		cmocka_unit_test(test_set),
		cmocka_unit_test(test_no_mlock),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_hash),
	};

	return cmocka_run_group_tests_name("secret", tests, start_trust,
					   NULL);
}
