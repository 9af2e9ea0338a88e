/* Tests of base/encode.h: one text for every value, and no other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/encode.h"
#include "base/own.h"

static void
test_hex(void **state)
{
	const uint8_t in[] = { 0x00, 0x0f, 0xa5, 0xff };
	char text[HEX_SIZE(sizeof(in))];
	uint8_t out[sizeof(in)];

	(void)state;
	hex_encode(text, in, sizeof(in));
	assert_string_equal(text, "000fa5ff");
	assert_true(hex_decode(out, sizeof(out), text));
	assert_memory_equal(out, in, sizeof(in));
	assert_true(hex_decode(out, 0, ""));
	assert_false(hex_decode(out, 4, "000FA5FF"));
	assert_false(hex_decode(out, 4, "000fa5f"));
	assert_false(hex_decode(out, 4, "000fa5ff0"));
	assert_false(hex_decode(out, 4, "000fa5fg"));
	assert_false(hex_decode(out, 4, ""));
	assert_false(hex_decode(out, 0, "0"));
	assert_memory_equal(out, in, sizeof(in)); /* untouched */
}

/* RFC 4648 section 10 */
static void
test_base64_vectors(void **state)
{
	static const char *const v[][2] = {
		{ "", "" },
		{ "f", "Zg==" },
		{ "fo", "Zm8=" },
		{ "foo", "Zm9v" },
		{ "foob", "Zm9vYg==" },
		{ "fooba", "Zm9vYmE=" },
		{ "foobar", "Zm9vYmFy" },
	};

	(void)state;
	for (size_t i = 0; i < NELEM(v); i++) {
		size_t n = strlen(v[i][0]);
		char text[BASE64_SIZE(6)];
		uint8_t out[6];

		base64_encode(text, (const uint8_t *)v[i][0], n);
		assert_string_equal(text, v[i][1]);
		assert_int_equal(strlen(text) + 1, BASE64_SIZE(n));
		assert_true(base64_decode(out, n, text, strlen(text)));
		assert_memory_equal(out, v[i][0], n);
	}
}

static void
test_base64_all(void **state)
{
	uint8_t in[256], out[256];
	char text[BASE64_SIZE(256)];

	(void)state;
	for (size_t i = 0; i < sizeof(in); i++)
		in[i] = (uint8_t)(255 - i * 7);
	for (size_t n = 0; n <= sizeof(in); n++) {
		base64_encode(text, in, n);
		memset(out, 0, sizeof(out));
		assert_true(base64_decode(out, n, text, strlen(text)));
		assert_memory_equal(out, in, n);
	}
}

static void
test_base64_refused(void **state)
{
	static const struct {
		size_t n;
		const char *text;
	} bad[] = {
		{ 1, "Zh==" },	   /* unused bits set */
		{ 1, "Zk==" },	   { 1, "Zv==" }, { 2, "Zm9=" },
		{ 2, "Zm+=" },	   { 1, "Zg=" },  { 1, "Zg" },
		{ 1, "Zg===" },	   { 1, "Z===" }, { 2, "Zm8" },
		{ 2, "Zg==" },	   { 1, "Zm8=" }, { 3, "Zm8=" },
		{ 3, "Zm9v\n" },   { 3, "Zm 9" }, { 3, " Zm9v" },
		{ 3, "Zm-_" },	   { 3, "" },	  { 0, "====" },
		{ 0, "Zm9v" },	   { 3, "=m9v" }, { 2, "Z=8=" },
		{ 6, "Zm8=Zm8=" },
	};
	uint8_t out[8] = { 1, 2, 3 };

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_false(base64_decode(out, bad[i].n, bad[i].text,
					   strlen(bad[i].text)));
	assert_false(base64_decode(out, 3, "Zm\0v", 4));
	assert_false(base64_decode(out, SIZE_MAX, "Zm9v", 4));
	assert_memory_equal(out, "\1\2\3", 3); /* untouched */
}

/* Of the 64 texts "Z?==" exactly four stand for a byte. */
static void
test_base64_only_one(void **state)
{
	const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      "abcdefghijklmnopqrstuvwxyz0123456789+/";
	int good = 0;

	(void)state;
	for (const char *d = digits; *d != '\0'; d++) {
		char text[] = { 'Z', *d, '=', '=' };
		uint8_t out;

		good += base64_decode(&out, 1, text, 4);
	}
	assert_int_equal(good, 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hex),
		cmocka_unit_test(test_base64_vectors),
		cmocka_unit_test(test_base64_all),
		cmocka_unit_test(test_base64_refused),
		cmocka_unit_test(test_base64_only_one),
	};

	return cmocka_run_group_tests_name("base/encode", tests, NULL, NULL);
}
