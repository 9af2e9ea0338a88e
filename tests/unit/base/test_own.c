/* Tests of base/own.h: cleanup runs, and running out of memory aborts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/own.h"

static void
count(int *v)
{
	++*v;
}

static void
forget(int **v)
{
	if (*v != NULL)
		count(*v);
}

static void
test_own(void **state)
{
	int released = 0;

	(void)state;
	{
		OWN(forget) int *kept = &released;
		OWN(forget) int *given = &released;

		assert_non_null(kept);
		given = NULL; /* transferred */
		(void)given;
	}
	assert_int_equal(released, 1);
}

static void
test_no_memory(void **state)
{
	char text[64] = "";
	int to[2], status;
	pid_t child;
	ssize_t n;

	(void)state;
	assert_int_equal(pipe(to), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		const struct rlimit none = { 0, 0 };

		signal(SIGABRT, SIG_DFL); /* cmocka's handler away */
		setrlimit(RLIMIT_CORE, &none);
		dup2(to[1], STDERR_FILENO);
		own_no_memory();
	}
	close(to[1]);
	n = read(to[0], text, sizeof(text) - 1);
	close(to[0]);
	assert_true(n > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
	assert_string_equal(text, "preshift: out of memory\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("base/own", tests, NULL, NULL);
}
