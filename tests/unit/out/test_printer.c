/* Tests of paper: a printer that is slow, full or not there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tool.h"
#include "tests/unit/said.h"
#include "out/out.h"

static char dir[] = "/tmp/preshift-printer.XXXXXX";

/* A program of the system, as the test wants it: a line of shell. */
static void
program(const char *name, const char *line)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *path = path_join(&a, dir, name);
	const char *s = arena_printf(&a, "#!/bin/sh\n%s\n", line);
	struct err e;

	err_init(&e, NULL);
	assert_int_equal(file_replace(path, 0700, s, strlen(s), &e), 0);
	assert_int_equal(chmod(path, 0700), 0);
}

static int
print(unsigned seconds, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct page *p = page_new(&a, "PLACE");
	struct result r = { .page = p };
	struct out o = { .format = OUT_SCREEN, .cols = 120 };

	page_para(&a, p, "one two");
	return out_print(&o, &r, "Office", seconds, e);
}

static void
test_taken(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	program("lp", "cat >/dev/null; echo 'request id is Office-1 (1 file)'");
	program("lpstat", "echo 'Office-10 ina 1024'");
	assert_int_equal(print(1, &e), 0);
	/* Who cannot say what waits is believed. */
	program("lpstat", "exit 1");
	assert_int_equal(print(1, &e), 0);
	program("lp", "cat >/dev/null");
	assert_int_equal(print(1, &e), 0);
}

static void
test_kept_waiting(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	program("lp", "cat >/dev/null; echo 'request id is Office-1 (1 file)'");
	program("lpstat", "echo 'Office-1 ina 1024'");
	assert_said(&e, ERR_FAILED, "the printer has it (%s) and does not "
		    "print: is it switched on, is there paper?",
		    print(1, &e));
	err_clear(&e);
	program("lp", "sleep 30");
	assert_said(&e, ERR_FAILED, "'%s' did not answer within %u seconds",
		    print(1, &e));
}

static void
test_refused(void **state)
{
	struct err e;

	(void)state;
	err_init(&e, NULL);
	program("lp", "echo one; echo 'lp: no such printer' >&2; exit 1");
	assert_said(&e, ERR_FAILED, "'%s' says: %s", print(1, &e));
	assert_non_null(strstr(e.text, "lp: no such printer"));
}

/* What it writes and what it is given is not limited by a pipe. */
static void
test_much(void **state)
{
	static const char *const argv[] = { "lp", NULL };
	OWN(str_free) struct str in = { 0 }, out = { 0 };
	struct err e;

	(void)state;
	err_init(&e, NULL);
	for (int i = 0; i < 200000; i++)
		str_add(&in, "x");
	program("lp", "wc -c; head -c 300000 /dev/zero | tr '\\0' y");
	assert_int_equal(tool_run(argv, in.s, in.n, &out, 10, &e), 0);
	assert_int_equal(strncmp(out.s, "200000\n", 7), 0);
	assert_true(out.n <= (64 << 10) + 4096);
}

static int
make(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	if (mkdtemp(dir) == NULL)
		return -1;
	return setenv("PATH", arena_printf(&a, "%s:%s", dir, getenv("PATH")),
		      1);
}

static int
clean(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	(void)!unlink(path_join(&a, dir, "lp"));
	(void)!unlink(path_join(&a, dir, "lpstat"));
	return rmdir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_kept_waiting),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_much),
	};

	return cmocka_run_group_tests(tests, make, clean);
}
