/* A disk that is read-only, or full: what was recorded can be read, and who
 * wants to record is told why not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"
#include "../said.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "store/internal.h"

/* ---- what SQLite asks of the system ---- */

static int
denied_open(const char *path, int flags, int mode)
{
	(void)path, (void)flags, (void)mode;
	errno = EACCES;
	return -1;
}

static int
read_only_open(const char *path, int flags, int mode)
{
	(void)mode;
	if ((flags & O_ACCMODE) == O_RDONLY)
		return open(path, flags);
	errno = EROFS;
	return -1;
}

static ssize_t
full_write(int fd, const void *p, size_t n)
{
	(void)fd, (void)p, (void)n;
	errno = ENOSPC;
	return -1;
}

static ssize_t
full_pwrite(int fd, const void *p, size_t n, off_t at)
{
	(void)at;
	return full_write(fd, p, n);
}

/* F NULL: the system's own again. */
static void
sqlite_calls(const char *name, void (*f)(void))
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);

	(void)vfs->xSetSystemCall(vfs, name, (sqlite3_syscall_ptr)f);
}

static void
fill_disk(bool full)
{
	void (*pwrite_call)(void) = full ? (void (*)(void))full_pwrite : NULL;

	sqlite_calls("write", full ? (void (*)(void))full_write : NULL);
	sqlite_calls("pwrite", pwrite_call);
	sqlite_calls("pwrite64", pwrite_call);
}

static int
teardown(void **state)
{
	sqlite_calls("open", NULL);
	fill_disk(false);
	world_free(*state);
	return 0;
}

/* ---- the disk ---- */

static void
test_read_only_disk(void **state)
{
	struct world *w = *state;
	struct person *v;
	size_t n;

	store_closep(&w->s);
	sqlite_calls("open", (void (*)(void))denied_open);
	cannot_open(w->path, true, ERR_FAILED,
		    "'%s' cannot be opened: check that it is there and that "
		    "you may read it");
	sqlite_calls("open", (void (*)(void))read_only_open);
	cannot_open(w->path, true, ERR_FAILED,
		    "'%s' is read-only: nothing can be recorded");
	ok(w, store_open(w->path, false, &w->s, &w->e));
	ok(w, store_people(w->s, &w->a, &v, &n, &w->e));
	assert_int_equal(n, 5);
	sqlite_calls("open", NULL);
}

/* The file as it is now, and what is in the log beside it: as a crash leaves
 * them. */
static const char *
copy_of(struct world *w, const char *name)
{
	const char *to = arena_printf(&w->a, "%s/%s", w->dir, name);
	static const char *const ends[] = { "", "-wal" };

	for (size_t i = 0; i < NELEM(ends); i++) {
		const char *s;
		size_t len;

		ok(w, file_read(&w->a,
				arena_printf(&w->a, "%s%s", w->path, ends[i]),
				1 << 24, &s, &len, &w->e));
		assert_true(len > 0);
		ok(w, file_write_new(arena_printf(&w->a, "%s%s", to, ends[i]),
				     0600, s, len, &w->e));
	}
	return to;
}

static void
test_full_disk(void **state)
{
	struct world *w = *state;
	const char *crashed = copy_of(w, "crashed.db");
	const char *copy = arena_printf(&w->a, "%s/copy.db", w->dir);
	struct person *v;
	struct store *s;
	size_t n;

	store_closep(&w->s);
	fill_disk(true);
	ok(w, store_open(w->path, false, &w->s, &w->e));
	ok(w, store_people(w->s, &w->a, &v, &n, &w->e));
	assert_int_equal(n, 5);
	assert_int_equal(store_backup(w->s, copy, &w->e), -1);
	assert_int_equal(access(copy, F_OK), -1); /* no half of one */
	store_closep(&w->s);
	ok(w, store_open(crashed, false, &s, &w->e));
	ok(w, store_people(s, &w->a, &v, &n, &w->e));
	assert_int_equal(n, 5);
	store_closep(&s);
	cannot_open(crashed, true, ERR_FAILED,
		    "the disk takes no more at '%s': nothing was recorded; "
		    "make room or ask for a larger quota, and check the disk");
	fill_disk(false);
	ok(w, store_open(crashed, true, &s, &w->e));
	ok(w, store_people(s, &w->a, &v, &n, &w->e));
	assert_int_equal(n, 5);
	store_closep(&s);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, world_staffed, teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_read_only_disk), CASE(test_full_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
