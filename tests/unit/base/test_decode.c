/* Text as other programs save it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/decode.h"
#include "base/str.h"

/* The N bytes at S are read as WANT. */
#define reads(s, cyrillic, want) reads_as(s, sizeof(s) - 1, cyrillic, want)
static void
reads_as(const char *s, size_t n, bool cyrillic, const char *want)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *got = decode_text(&a, s, n, cyrillic, &n);

	assert_string_equal(got, want);
	assert_int_equal(n, strlen(want));
}

static void
test_forms(void **state)
{
	(void)state;
	reads("", false, "");
	reads("plain", true, "plain");
	reads("\xef\xbb\xbfGr\xc3\xbc\xc3\x9f\x65", false, "Grüße");
	reads("Gr\xc3\xbc\xc3\x9f\x65", true, "Grüße");
	reads("Gr\xfc\xdf\x65 \x96 \x80 5 \x84ja\x93", false,
	      "Grüße – € 5 „ja“");
	reads("\xcf\xf0\xe8\xe2\xe5\xf2, \xb8\xeb\xea\xe0 \xb9 5", true,
	      "Привет, ёлка № 5");
	reads("\xff\xfe" "A\0\xe4\0\x16\x04\x3d\xd8\x00\xde", false, "AäЖ😀");
	reads("\xfe\xff" "\0A\0\xe4\x04\x16\xd8\x3d\xde\x00", false, "AäЖ😀");
}

/* What cannot be read stays to be seen: nothing is dropped in silence. */
static void
test_broken(void **state)
{
	(void)state;
	reads("\xff\xfe" "A\0\x3d\xd8", false, "A\xc2\x80");
	reads("\xff\xfe" "A\0\x3d\xd8" "B\0", false, "A\xc2\x80" "B");
	reads("\xff\xfe" "A\0\x00\xde", false, "A\xc2\x80");
	reads("\xff\xfe" "A\0B", false, "A\xc2\x80");
	reads("\x81\xe4", false, "\xc2\x80ä");
	/* One slip in a text of UTF-8 does not make it another. */
	reads("\xc3\xa4\xc3\xb6\xc3", false, "äö\xc3");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
