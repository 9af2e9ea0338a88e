/* Tests of leaves: a record and its signatures, references, signers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "record/record.h"

#define RECORD "preshift-record/1 x 1\na: end\nb: c\nend\n"
#define BLOCK "untrusted comment: x\nAAAA\ntrusted comment: y\nBBBB\n"

static int
split(const char *s, size_t n, struct leaf_parts *p)
{
	struct err e;
	int rc;

	err_init(&e, NULL);
	rc = leaf_split(s, n, p, &e);
	assert_int_equal(e.kind, rc == 0 ? ERR_NONE : ERR_UNTRUE);
	return rc;
}

static void
test_split(void **state)
{
	static const char leaf[] = RECORD BLOCK BLOCK;
	struct leaf_parts p;

	(void)state;
	assert_int_equal(split(leaf, strlen(leaf), &p), 0);
	assert_ptr_equal(p.record, leaf);
	assert_int_equal(p.nrecord, strlen(RECORD));
	assert_int_equal(p.nsigs, 2);
	assert_ptr_equal(p.sigs[0], leaf + strlen(RECORD));
	assert_int_equal(p.nsig[0], strlen(BLOCK));
	assert_ptr_equal(p.sigs[1], p.sigs[0] + p.nsig[0]);
	assert_int_equal(p.nsig[1], strlen(BLOCK));
	assert_int_equal(split(leaf, strlen(RECORD), &p), 0);
	assert_int_equal(p.nsigs, 0);
	assert_int_equal(split(leaf, strlen(RECORD BLOCK), &p), 0);
	assert_int_equal(p.nsigs, 1);
}

static void
test_split_refused(void **state)
{
	static const char *const bad[] = {
		"", "x", "end\n", "preshift-record/1 x 1\n",
		RECORD "x", RECORD "\n", RECORD "untrusted comment: x\n",
		RECORD BLOCK "x", RECORD "a\nb\nc\nd\n",
		RECORD BLOCK BLOCK BLOCK, RECORD "end\n",
	};
	struct leaf_parts p;

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++) {
		if (split(bad[i], strlen(bad[i]), &p) == 0)
			fail_msg("was split: %s", bad[i]);
	}
	/* at every other length than the three good ones */
	for (size_t n = 0; n < strlen(RECORD BLOCK BLOCK); n++) {
		bool good = n == strlen(RECORD) || n == strlen(RECORD BLOCK);

		assert_int_equal(split(RECORD BLOCK BLOCK, n, &p),
				 good ? 0 : -1);
	}
}

static void
test_split_limits(void **state)
{
	OWN(str_free) struct str s = { 0 };
	struct leaf_parts p;

	(void)state;
	str_pad(&s, 'x', RECORD_MAX - 5);
	str_add(&s, "\nend\n");
	assert_int_equal(split(s.s, s.n, &p), 0);
	str_clear(&s);
	str_pad(&s, 'x', RECORD_MAX - 4);
	str_add(&s, "\nend\n");
	assert_int_equal(split(s.s, s.n, &p), -1);
	str_clear(&s);
	str_add(&s, RECORD "untrusted comment: ");
	str_pad(&s, 'x', LEAF_MAX);
	str_add(&s, "\na\nb\nc\n");
	assert_int_equal(split(s.s, s.n, &p), -1);
}

static void
test_ref(void **state)
{
	static const char *const bad[] = {
		"", "office", "office 7", "office 7 ",
		"office 07 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		"office -7 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		"office 7  AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		"office 7 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= ",
		"office 7 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
		"office 7 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
		"Office 7 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		" 7 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		"o 18446744073709551616 "
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		"o 000000000000000000000000000000000000000001 "
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
	};
	OWN(arena_free) struct arena a = { 0 };
	struct leaf_ref r;
	uint8_t hash[32];
	char *s;

	(void)state;
	for (unsigned i = 0; i < 32; i++)
		hash[i] = (uint8_t)(i * 8);
	s = leaf_ref_print(&a, "office.2", UINT64_MAX, hash);
	assert_string_equal(s, "office.2 18446744073709551615 AAgQGCAoMDhASF"
			    "BYYGhweICIkJigqLC4wMjQ2ODo8Pg=");
	assert_true(leaf_ref_parse(s, &r));
	assert_string_equal(r.terminal, "office.2");
	assert_true(r.index == UINT64_MAX);
	assert_memory_equal(r.hash, hash, 32);
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_false(leaf_ref_parse(bad[i], &r));
	assert_string_equal(r.terminal, "office.2"); /* untouched */
}

static void
put(struct arena *a, struct record *r, const char *field, const char *value)
{
	struct err e;

	err_init(&e, NULL);
	assert_int_equal(record_put(a, r, field, value, &e), 0);
}

static void
test_signer(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct record *r = record_new(&a, REC_OBSERVE);

	(void)state;
	put(&a, r, "by", "E1");
	put(&a, r, "number", "E2");
	put(&a, r, "observer", "E3");
	assert_string_equal(record_signer(r, SIG_OBSERVER), "E3");
	assert_null(record_signer(r, SIG_PERSON));
	assert_string_equal(record_sig_comment(&a, r, SIG_OBSERVER, "E3"),
			    "observe observer E3");
	r = record_new(&a, REC_ENROL);
	put(&a, r, "by", "E1");
	put(&a, r, "number", "E2");
	assert_string_equal(record_signer(r, SIG_HR), "E1");
	assert_string_equal(record_signer(r, SIG_CHARTER), "-");
	assert_string_equal(record_sig_comment(&a, r, SIG_CHARTER, "-"),
			    "enrol charter -");
	r = record_new(&a, REC_ACTIVATE);
	put(&a, r, "number", "E2");
	assert_string_equal(record_signer(r, SIG_CODE), "E2");
	assert_string_equal(record_signer(r, SIG_KEY), "E2");
	r = record_new(&a, REC_READY);
	put(&a, r, "coach", "E4");
	assert_string_equal(record_signer(r, SIG_COACH), "E4");
	r = record_new(&a, REC_PAPER);
	put(&a, r, "by", "E5");
	assert_string_equal(record_signer(r, SIG_SUPERVISOR), "E5");
	r = record_new(&a, REC_LINEUP);
	assert_null(record_signer(r, SIG_PERSON));
}

/* A log as it stood has one way to be written. */
static void
test_head(void **state)
{
	static const char nul[] = "21\0 6 ";
	OWN(arena_free) struct arena a = { 0 };
	uint8_t root[32] = { 7 }, got[32];
	OWN(str_free) struct str s = { 0 };
	uint64_t size = 0;
	const char *good;

	(void)state;
	good = head_print(&a, 216, root);
	assert_true(head_parse(good, strlen(good), &size, got));
	assert_int_equal(size, 216);
	assert_memory_equal(got, root, 32);
	for (size_t n = 0; n < strlen(good); n++)
		assert_false(head_parse(good, n, &size, got));
	assert_false(head_parse(arena_printf(&a, "0%s", good),
				strlen(good) + 1, &size, got));
	assert_false(head_parse(arena_printf(&a, "%s\n", good),
				strlen(good) + 1, &size, got));
	/* "21", a NUL and more: no number */
	str_addn(&s, nul, sizeof(nul) - 1);
	str_add(&s, strchr(good, ' ') + 1);
	assert_false(head_parse(s.s, s.n, &size, got));
	str_clear(&s);
	str_addn(&s, "21", 3);
	str_add(&s, strchr(good, ' '));
	assert_false(head_parse(s.s, s.n, &size, got));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_split_refused),
		cmocka_unit_test(test_split_limits),
		cmocka_unit_test(test_ref),
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_signer),
	};

	return cmocka_run_group_tests_name("leaf", tests, NULL, NULL);
}
