/* Tests of base/file.h: limits, replacing at once, locks, folders.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "../said.h"

struct box {
	struct arena a;
	struct err e;
	char dir[32];
};

static int
setup(void **state)
{
	struct box *b = calloc(1, sizeof(*b));

	strcpy(b->dir, "/tmp/preshift-file-XXXXXX");
	err_init(&b->e, NULL);
	*state = b;
	return mkdtemp(b->dir) == NULL;
}

static int
teardown(void **state)
{
	struct box *b = *state;
	char *line = arena_printf(&b->a, "rm -rf '%s'", b->dir);
	int rc = system(line);

	arena_free(&b->a);
	free(b);
	return rc;
}

static const char *
in(struct box *b, const char *name)
{
	return path_join(&b->a, b->dir, name);
}

static void
assert_contents(struct box *b, const char *path, const char *text)
{
	const char *s;
	size_t n;

	assert_int_equal(file_read(&b->a, path, 1 << 20, &s, &n, &b->e), 0);
	assert_int_equal(n, strlen(text));
	assert_string_equal(s, text);
}

static unsigned
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

/* How many names DIR holds, dot files too. */
static size_t
count(const char *dir)
{
	DIR *d = opendir(dir);
	size_t n = 0;

	assert_non_null(d);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n - 2; /* "." and ".." */
}

static void
test_read(void **state)
{
	struct box *b = *state;
	const char *path = in(b, "f"), *s = NULL;
	size_t n = 9;

	assert_int_equal(file_write_new(path, 0600, "a\0b", 3, &b->e), 0);
	assert_int_equal(mode_of(path), 0600);
	assert_said(&b->e, ERR_FAILED,
		    "cannot read '%s': it is larger than %zu bytes",
		    file_read(&b->a, path, 2, &s, &n, &b->e));
	assert_non_null(strstr(b->e.text, "'/tmp/"));
	assert_null(s);
	assert_int_equal(n, 9);
	assert_int_equal(file_read(&b->a, path, 3, &s, &n, &b->e), 0);
	assert_int_equal(n, 3);
	assert_memory_equal(s, "a\0b\0", 4);
	assert_said(&b->e, ERR_FAILED, "cannot read '%s': %s",
		    file_read(&b->a, b->dir, 99, &s, &n, &b->e));
	assert_said(&b->e, ERR_FAILED, "it is a folder; name a file",
		    file_read(&b->a, b->dir, 99, &s, &n, &b->e));
	assert_said(&b->e, ERR_FAILED, "cannot open '%s': %s",
		    file_read(&b->a, in(b, "x"), 9, &s, &n, &b->e));
	assert_said(&b->e, ERR_FAILED,
		    "it is not there, or its folder is not; check the name",
		    file_read(&b->a, in(b, "x"), 9, &s, &n, &b->e));
	assert_int_equal(file_write_new(in(b, "0"), 0600, "", 0, &b->e), 0);
	assert_contents(b, in(b, "0"), "");
}

/* A pipe into which nobody writes is empty; it is not waited for. */
static void
test_read_pipe(void **state)
{
	struct box *b = *state;
	const char *s;
	size_t n = 9;

	assert_int_equal(mkfifo(in(b, "pipe"), 0600), 0);
	alarm(10);
	assert_int_equal(file_read(&b->a, in(b, "pipe"), 99, &s, &n, &b->e), 0);
	alarm(0);
	assert_int_equal(n, 0);
}

/* A file without a size is read, but only as far as the limit. */
static void
test_read_stream(void **state)
{
	struct box *b = *state;
	const char *s;
	size_t n;

	assert_int_equal(file_read(&b->a, "/dev/zero", 100000, &s, &n, &b->e),
			 -1);
	assert_non_null(strstr(b->e.text, "larger than 100000"));
	assert_int_equal(file_read(&b->a, "/proc/self/status", 100000, &s, &n,
				   &b->e), 0);
	assert_true(n > 100 && strlen(s) == n);
}

static void
test_write_new(void **state)
{
	struct box *b = *state;
	const char *path = in(b, "f");

	assert_int_equal(file_write_new(path, 0644, "one", 3, &b->e), 0);
	assert_said(&b->e, ERR_FAILED, "it exists already; choose another name",
		    file_write_new(path, 0644, "two", 3, &b->e));
	assert_contents(b, path, "one");
	assert_said(&b->e, ERR_FAILED, "cannot write '%s': %s",
		    file_write_new(in(b, "no/f"), 0644, "", 0, &b->e));
}

static void
test_replace(void **state)
{
	struct box *b = *state;
	const char *path = in(b, "f"), *link = in(b, "l");
	struct stat st;

	assert_int_equal(file_replace(path, 0640, "one", 3, &b->e), 0);
	assert_contents(b, path, "one");
	assert_int_equal(file_replace(path, 0600, "three", 5, &b->e), 0);
	assert_contents(b, path, "three");
	assert_int_equal(mode_of(path), 0600);
	assert_int_equal(symlink("f", link), 0);
	assert_int_equal(file_replace(link, 0600, "4", 1, &b->e), 0);
	assert_contents(b, path, "4");
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(count(b->dir), 2); /* nothing is left behind */
}

static void
test_replace_refused(void **state)
{
	struct box *b = *state;
	const char *sub = in(b, "sub");

	assert_said(&b->e, ERR_FAILED,
		    "cannot write '%s': it is not an ordinary file",
		    file_replace("/dev/null", 0600, "x", 1, &b->e));
	assert_int_equal(mkdir(sub, 0700), 0);
	assert_int_equal(file_replace(sub, 0600, "x", 1, &b->e), -1);
	assert_int_equal(file_replace(in(b, "no/f"), 0600, "x", 1, &b->e), -1);
	assert_int_equal(count(b->dir), 1);
}

/* A leftover of an earlier process with the same number is no obstacle. */
static void
test_replace_leftover(void **state)
{
	struct box *b = *state;
	char *name = arena_printf(&b->a, ".preshift-%ld-0.tmp",
				  (long)getpid());

	assert_int_equal(file_write_new(in(b, name), 0600, "old", 3, &b->e),
			 0);
	assert_int_equal(file_replace(in(b, "f"), 0600, "x", 1, &b->e), 0);
	assert_contents(b, in(b, "f"), "x");
	assert_contents(b, in(b, name), "old");
}

/* In a child: tries to replace PATH by more than may be written. */
static void
replace_too_much(const char *path)
{
	static char big[1 << 16];
	const struct rlimit limit = { 4096, 4096 };
	struct err e;

	err_init(&e, NULL);
	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
		_exit(2);
	if (file_replace(path, 0600, big, sizeof(big), &e) != -1)
		_exit(1);
	_exit(strstr(e.text, "cannot write") == NULL);
}

/* A limit stands for the full disk: the old file stays, the half new one is
 * gone. */
static void
test_replace_full(void **state)
{
	struct box *b = *state;
	const char *path = in(b, "f");
	int status;

	assert_int_equal(file_replace(path, 0600, "old", 3, &b->e), 0);
	if (fork() == 0)
		replace_too_much(path);
	assert_true(wait(&status) > 0);
	assert_int_equal(status, 0);
	assert_contents(b, path, "old");
	assert_int_equal(count(b->dir), 1);
}

static void
test_dirs(void **state)
{
	struct box *b = *state;
	const char *deep = in(b, "a/b//c/");
	char name[300];

	assert_int_equal(file_make_dirs(deep, 0700, &b->e), 0);
	assert_true(file_is_dir(deep));
	assert_int_equal(mode_of(in(b, "a/b")), 0700);
	assert_int_equal(file_make_dirs(deep, 0700, &b->e), 0);
	assert_int_equal(file_write_new(in(b, "f"), 0600, "", 0, &b->e), 0);
	assert_true(file_exists(in(b, "f")));
	assert_false(file_is_dir(in(b, "f")));
	assert_false(file_exists(in(b, "g")));
	assert_int_equal(file_make_dirs(in(b, "f/x"), 0700, &b->e), -1);
	assert_non_null(strstr(b->e.text, "a file is in the way"));
	assert_said(&b->e, ERR_FAILED,
		    "cannot make the folder '%s': a file is in the way",
		    file_make_dirs(in(b, "f"), 0700, &b->e));
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_said(&b->e, ERR_FAILED, "cannot make the folder '%s': %s",
		    file_make_dirs(in(b, name), 0700, &b->e));
}

static void
test_list(void **state)
{
	static const char *const names[] = { "b.xml",  "a.xml", "ä.xml",
					     ".h.xml", "B.xml", "a.txt" };
	struct box *b = *state;
	const char **v;
	size_t n;

	for (size_t i = 0; i < NELEM(names); i++)
		assert_int_equal(file_write_new(in(b, names[i]), 0600, "", 0,
						&b->e), 0);
	assert_int_equal(file_list(&b->a, b->dir, ".xml", &v, &n, &b->e), 0);
	assert_int_equal(n, 4);
	assert_string_equal(v[0], "B.xml");
	assert_string_equal(v[1], "a.xml");
	assert_string_equal(v[2], "b.xml");
	assert_string_equal(v[3], "ä.xml");
	assert_int_equal(file_list(&b->a, b->dir, "", &v, &n, &b->e), 0);
	assert_int_equal(n, 5);
	assert_int_equal(file_list(&b->a, in(b, "no"), "", &v, &n, &b->e), 0);
	assert_int_equal(n, 0);
	assert_said(&b->e, ERR_FAILED, "cannot open the folder '%s': %s",
		    file_list(&b->a, in(b, "a.txt"), "", &v, &n, &b->e));
}

static void
test_lock(void **state)
{
	struct box *b = *state;
	const char *path = in(b, "lock");
	int fd = file_lock(path, 0, &b->e), other, none = -1;
	time_t begin = time(NULL);

	assert_true(fd >= 0);
	assert_int_equal(mode_of(path), 0600);
	assert_int_equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
	assert_said(&b->e, ERR_FAILED,
		    "'%s' is in use by another preshift; try again when that "
		    "one is done",
		    file_lock(path, 0, &b->e) < 0);
	assert_int_equal(file_lock(path, 1, &b->e), -1);
	assert_in_range(time(NULL) - begin, 0, 5);
	file_unlock(&fd);
	assert_int_equal(fd, -1);
	file_unlock(&none);
	other = file_lock(path, 0, &b->e);
	assert_true(other >= 0);
	file_unlock(&other);
	assert_int_equal(file_lock(in(b, "no/lock"), 0, &b->e), -1);
}

/* A lock that another process gives back within the time is got. */
static void
test_lock_waits(void **state)
{
	struct box *b = *state;
	const char *path = in(b, "lock");
	int ready[2], fd, status;
	char c;

	assert_int_equal(pipe(ready), 0);
	if (fork() == 0) {
		struct err e;

		err_init(&e, NULL);
		fd = file_lock(path, 0, &e);
		if (write(ready[1], "x", 1) != 1)
			_exit(1);
		usleep(300000);
		file_unlock(&fd);
		_exit(0);
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	fd = file_lock(path, 10, &b->e);
	assert_true(fd >= 0);
	file_unlock(&fd);
	assert_true(wait(&status) > 0);
	assert_int_equal(status, 0);
	close(ready[0]);
	close(ready[1]);
}

static void
test_paths(void **state)
{
	struct box *b = *state;

	assert_string_equal(path_join(&b->a, "a", "b"), "a/b");
	assert_string_equal(path_join(&b->a, "a/", "b"), "a/b");
	assert_string_equal(path_join(&b->a, "", "b"), "b");
	assert_string_equal(path_join(&b->a, "/", "b"), "/b");
	assert_false(file_is_remote("/proc"));
	assert_false(file_is_remote("/proc/none-of-this"));
	assert_false(file_is_remote("/nowhere/at/all"));
}

#define IN_BOX(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_BOX(test_read),
		IN_BOX(test_read_pipe),
		IN_BOX(test_read_stream),
		IN_BOX(test_write_new),
		IN_BOX(test_replace),
		IN_BOX(test_replace_refused),
		IN_BOX(test_replace_leftover),
		IN_BOX(test_replace_full),
		IN_BOX(test_dirs),
		IN_BOX(test_list),
		IN_BOX(test_lock),
		IN_BOX(test_lock_waits),
		IN_BOX(test_paths),
	};

	return cmocka_run_group_tests_name("base/file", tests, NULL, NULL);
}
