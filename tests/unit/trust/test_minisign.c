/* Tests of trust/minisign.h: what preshift signs, minisign accepts; what is
 * not exactly that, preshift refuses.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <stdio.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/str.h"
#include "record/record.h"
#include "trust/minisign.h"

#define COMMENT "ack person E1042"

static const char text[] = "Guten Morgen\n";

static int
verify_as(const struct signer *s, const char *comment, const char *block,
	  size_t n)
{
	struct err e;

	err_init(&e, NULL);
	return outcome(minisign_verify(signer_public(s), comment, text,
				       strlen(text), block, n, &e), &e,
		       ERR_UNTRUE);
}

static int
verify(const struct signer *s, const char *block)
{
	return verify_as(s, COMMENT, block, strlen(block));
}

static void
test_sign(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	OWN(signer_freep) struct signer *other = fixed_signer(HR);
	OWN(arena_free) struct arena a = { 0 };
	const char *b = minisign_sign(&a, s, COMMENT, text, strlen(text));
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_string_equal(line_of(&a, b, 0), "untrusted comment: preshift "
			    "record signature");
	assert_string_equal(line_of(&a, b, 2), "trusted comment: " COMMENT);
	assert_int_equal(verify(s, b), 0);
	assert_int_equal(verify(other, b), -1);
	assert_int_equal(verify_as(s, "ack person E1043", b, strlen(b)), -1);
	assert_int_equal(verify_as(s, "", b, strlen(b)), -1);
	assert_int_equal(minisign_verify(signer_public(s), COMMENT, "other",
					 5, b, strlen(b), &e), -1);
	assert_non_null(strstr(e.text, "changed after signing"));
}

/* What stock minisign lets pass, or might: here each is another leaf. */
static void
test_one_form(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	OWN(arena_free) struct arena a = { 0 };
	const char *b = minisign_sign(&a, s, COMMENT, text, strlen(text));
	const char *l0 = line_of(&a, b, 0), *l1 = line_of(&a, b, 1);
	const char *l2 = line_of(&a, b, 2), *l3 = line_of(&a, b, 3);
	const char *const bad[] = {
		arena_printf(&a, "%s\r\n%s\r\n%s\r\n%s\r\n", l0, l1, l2, l3),
		arena_printf(&a, "%s\n%s\n%s\n%s", l0, l1, l2, l3),
		arena_printf(&a, "%s\n%s\n%s\n%s\n\n", l0, l1, l2, l3),
		arena_printf(&a, "%s\n%s\n%s\n%s\nmore\n", l0, l1, l2, l3),
		arena_printf(&a, "%s \n%s\n%s\n%s\n", l0, l1, l2, l3),
		arena_printf(&a, "untrusted comment: x\n%s\n%s\n%s\n", l1, l2,
			     l3),
		arena_printf(&a, "%s\n%s\n%s\n", l0, l1, l2),
		arena_printf(&a, "%s\n%s\n%s\n%s\n", l0, l3, l2, l1),
		arena_printf(&a, "%s\n%s\n%s \n%s\n", l0, l1, l2, l3), "",
	};

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++) {
		if (verify(s, bad[i]) == 0)
			fail_msg("was taken:\n%s", bad[i]);
	}
}

/* The block with RAW as its first signature and its comment's signature. */
static const char *
with_raw(struct arena *a, const char *b, const uint8_t raw[74],
	 const uint8_t global[64])
{
	char one[BASE64_SIZE(74)], two[BASE64_SIZE(64)];

	base64_encode(one, raw, 74);
	base64_encode(two, global, 64);
	return arena_printf(a, "%s\n%s\n%s\n%s\n", line_of(a, b, 0), one,
			    line_of(a, b, 2), two);
}

/* Adds the group's order to the half S of a signature (RFC 8032 5.1.7). */
static void
add_order(uint8_t s[32])
{
	static const uint8_t order[32] = {
		0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c,
		0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, [31] = 0x10,
	};
	unsigned carry = 0;

	for (int i = 0; i < 32; i++) {
		carry += (unsigned)s[i] + order[i];
		s[i] = (uint8_t)(carry & 255);
		carry >>= 8;
	}
}

static void
test_other_bytes(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	OWN(arena_free) struct arena a = { 0 };
	const char *b = minisign_sign(&a, s, COMMENT, text, strlen(text));
	const char *l1 = line_of(&a, b, 1), *l3 = line_of(&a, b, 3);
	uint8_t raw[74], global[64], all[64 + sizeof(COMMENT) - 1];

	(void)state;
	assert_true(base64_decode(raw, 74, l1, strlen(l1)));
	assert_true(base64_decode(global, 64, l3, strlen(l3)));
	assert_int_equal(verify(s, with_raw(&a, b, raw, global)), 0);
	raw[5] ^= 1; /* the keynum, which no signature covers */
	assert_int_equal(verify(s, with_raw(&a, b, raw, global)), -1);
	raw[5] ^= 1;
	add_order(global + 32);
	assert_int_equal(verify(s, with_raw(&a, b, raw, global)), -1);
	add_order(raw + 10 + 32);
	memcpy(all, raw + 10, 64);
	memcpy(all + 64, COMMENT, sizeof(COMMENT) - 1);
	signer_sign(s, all, sizeof(all), global);
	assert_int_equal(verify(s, with_raw(&a, b, raw, global)), -1);
	/* the older form without prehash */
	signer_sign(s, text, strlen(text), raw + 10);
	raw[1] = 'd';
	memcpy(all, raw + 10, 64);
	signer_sign(s, all, sizeof(all), global);
	assert_int_equal(verify(s, with_raw(&a, b, raw, global)), -1);
}

/* ---- a leaf ---- */

static void
put(struct arena *a, struct record *r, const char *field, const char *value)
{
	struct err e;

	err_init(&e, NULL);
	if (record_put(a, r, field, value, &e) != 0)
		fail_msg("%s", e.text);
}

static const char *
an_object(struct arena *a, const struct signer *s)
{
	struct record_context x = { .house = "seeblick", .terminal = "bar",
				    .by = "E1042", .at = 1795243800 };
	struct record *r = record_new(a, REC_OBJECT);
	const char *body = NULL, *comment;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	assert_int_equal(record_put_head(a, r, &x, &e), 0);
	put(a, r, "number", "E1042");
	put(a, r, "leaf", leaf_ref_print(a, "office", 12, x.after_root));
	put(a, r, "words", "Das war ich nicht.\n\nGr\xc3\xbc\xc3\x9f" "e");
	assert_int_equal(record_print(a, r, &body, &n, &e), 0);
	comment = record_sig_comment(a, r, SIG_PERSON,
				     record_signer(r, SIG_PERSON));
	return arena_printf(a, "%s%s", body,
			    minisign_sign(a, s, comment, body, n));
}

/* What a reader of the log does with a leaf signed by a person. */
static int
leaf_holds(const struct signer *s, const char *body, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct record *r = NULL;
	struct leaf_parts p;
	const char *who;
	struct err e;

	err_init(&e, NULL);
	if (leaf_split(body, n, &p, &e) != 0 || p.nsigs != 1 ||
	    record_parse(&a, p.record, p.nrecord, &r, &e) != 0 || r == NULL)
		return 0;
	who = record_signer(r, SIG_PERSON);
	if (who == NULL)
		return 0;
	return minisign_verify(signer_public(s),
			       record_sig_comment(&a, r, SIG_PERSON, who),
			       p.record, p.nrecord, p.sigs[0], p.nsig[0],
			       &e) == 0;
}

static void
test_leaf_flips(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	OWN(arena_free) struct arena a = { 0 };
	char *leaf = arena_strdup(&a, an_object(&a, s));
	size_t n = strlen(leaf);

	(void)state;
	assert_true(leaf_holds(s, leaf, n));
	for (size_t i = 0; i < 8 * n; i++) {
		leaf[i / 8] = (char)(leaf[i / 8] ^ (1 << i % 8));
		if (leaf_holds(s, leaf, n))
			fail_msg("bit %zu flipped and not seen", i);
		leaf[i / 8] = (char)(leaf[i / 8] ^ (1 << i % 8));
	}
	for (size_t i = 0; i < n; i++)
		assert_false(leaf_holds(s, leaf, i));
}

/* One byte more, one less, two swapped, at every place. */
static void
test_leaf_edits(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	OWN(arena_free) struct arena a = { 0 };
	const char *leaf = an_object(&a, s);
	size_t n = strlen(leaf);
	char *m = arena_alloc(&a, n + 2);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		memcpy(m, leaf, i);
		memcpy(m + i, leaf + i + 1, n - i - 1);
		assert_false(leaf_holds(s, m, n - 1));
		m[i] = '\n';
		memcpy(m + i + 1, leaf + i, n - i);
		assert_false(leaf_holds(s, m, n + 1));
		m[i] = leaf[i];
		assert_false(leaf_holds(s, m, n + 1));
		memcpy(m, leaf, n);
		if (i + 1 == n || leaf[i] == leaf[i + 1])
			continue;
		m[i] = leaf[i + 1];
		m[i + 1] = leaf[i];
		assert_false(leaf_holds(s, m, n));
	}
}

/* ---- stock minisign ---- */

static void
write_file(const char *dir, const char *name, const char *s, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	struct err e;

	err_init(&e, NULL);
	if (file_replace(path_join(&a, dir, name), 0600, s, n, &e) != 0)
		fail_msg("%s", e.text);
}

static int
run(const char *dir, const char *command)
{
	OWN(arena_free) struct arena a = { 0 };

	return system(arena_printf(&a, "cd '%s' && %s >/dev/null 2>&1", dir,
				   command));
}

static void
check_stock(const char *dir, const char *s, size_t n, const char *comment)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *key = signer_random();
	const char *b = minisign_sign(&a, key, comment, s, n);
	const char *pub = minisign_public_file(&a, signer_public(key));
	char *other = arena_printf(&a, "%.*sx", (int)n, s);
	struct err e;

	err_init(&e, NULL);
	write_file(dir, "f", s, n);
	write_file(dir, "f.minisig", b, strlen(b));
	write_file(dir, "k.pub", pub, strlen(pub));
	assert_int_equal(minisign_verify(signer_public(key), comment, s, n, b,
					 strlen(b), &e), 0);
	assert_int_equal(run(dir, "minisign -VHqm f -p k.pub"), 0);
	write_file(dir, "f", other, strlen(other));
	assert_int_not_equal(run(dir, "minisign -VHqm f -p k.pub"), 0);
}

static void
test_stock(void **state)
{
	static const char *const comments[] = {
		COMMENT, "enrol charter -", "x",
	};
	OWN(arena_free) struct arena a = { 0 };
	char dir[] = "/tmp/preshift-test-XXXXXX";
	char *big = arena_alloc(&a, RECORD_MAX + 1);

	(void)state;
	if (run("/", "command -v minisign") != 0)
		skip();
	assert_non_null(mkdtemp(dir));
	memset(big, 'x', RECORD_MAX);
	for (size_t i = 0; i < NELEM(comments); i++) {
		check_stock(dir, "", 0, comments[i]);
		check_stock(dir, "x", 1, comments[i]);
		check_stock(dir, text, strlen(text), comments[i]);
		check_stock(dir, big, RECORD_MAX, comments[i]);
	}
	assert_int_equal(run(dir, "rm -f f f.minisig k.pub"), 0);
	assert_int_equal(rmdir(dir), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sign),
		cmocka_unit_test(test_one_form),
		cmocka_unit_test(test_other_bytes),
		cmocka_unit_test(test_leaf_flips),
		cmocka_unit_test(test_leaf_edits),
		cmocka_unit_test(test_stock),
	};

	return cmocka_run_group_tests_name("minisign", tests, start_trust,
					   NULL);
}
