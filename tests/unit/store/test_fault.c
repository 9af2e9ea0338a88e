/* The disk fails, fills up; the process is killed; others write too. What
 * was recorded stays, what was not is not there in part.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/chance.h"
#include "base/file.h"
#include "base/str.h"
#include "failing_vfs.h"
#include "store/internal.h"

enum { WRITERS = 8, EACH = 20, KILLS = 25 };

static int
teardown(void **state)
{
	failing_vfs_arm(0, 0, false);
	world_free(*state);
	return 0;
}

static struct body
plan(struct world *w, const char *item)
{
	return leaf(w, REC_PLAN, NULL, SIG_NONE, "date", "2026-11-22", "team",
		    "front-desk", "item", item, NULL);
}

/* Head, leaves, note and views agree with each other. */
static uint64_t
sound(struct world *w)
{
	struct frontier f = { 0 };
	uint8_t (*hash)[32], root[32];
	const char *note = NULL, *before;
	struct log_head h;
	size_t n;

	ok(w, store_check(w->s, &w->e));
	ok(w, store_head(w->s, &h, &w->e));
	ok(w, store_hashes(w->s, &w->a, NULL, &hash, &n, &w->e));
	assert_int_equal(n, h.size);
	for (size_t i = 0; i < n; i++)
		w->n.push(&f, hash[i]);
	w->n.root(&f, root);
	assert_memory_equal(root, h.root, 32);
	ok(w, store_note(w->s, &w->a, NULL, &note, &w->e));
	assert_true(str_starts(note, arena_printf(&w->a,
						  "harbour/office\n%llu\n",
						  (unsigned long long)n)));
	before = dump(w);
	ok(w, store_rebuild(w->s, NULL, NULL, NULL, &w->e));
	assert_string_equal(dump(w), before);
	return h.size;
}

/* ---- the n-th write fails, for every n ---- */

static void
restore(struct world *w, const char *bytes, size_t n)
{
	store_closep(&w->s);
	unlink(arena_printf(&w->a, "%s-wal", w->path));
	unlink(arena_printf(&w->a, "%s-shm", w->path));
	ok(w, file_replace(w->path, 0600, bytes, n, &w->e));
}

static int
use_the_house(struct world *w, struct body b)
{
	struct append ap = { .bodies = &b.text, .sizes = &b.n, .n = 1,
			     .now = w->now, .today = w->now / DAY };
	uint64_t first;

	if (store_open(w->path, true, &w->s, &w->e) != 0 ||
	    store_draft_put(w->s, "lineup.1", "here 1-6", &w->e) != 0)
		return -1;
	return store_append(w->s, &w->n, &ap, &first, &w->e);
}

static unsigned
fail_each_write(struct world *w, int rc, bool for_ever, const char *words)
{
	struct log_head h;
	struct body b = plan(w, "the one that must not be lost");
	const char *bytes;
	size_t n;
	unsigned k = 1;

	ok(w, store_head(w->s, &h, &w->e));
	store_closep(&w->s);
	ok(w, file_read(&w->a, w->path, 1 << 24, &bytes, &n, &w->e));
	for (;; k++) {
		int got;

		restore(w, bytes, n);
		err_clear(&w->e);
		failing_vfs_arm(k, rc, for_ever);
		got = use_the_house(w, b);
		if (!failing_vfs_fired())
			break;
		failing_vfs_arm(0, 0, false);
		if (got != 0) {
			assert_int_equal(w->e.kind, ERR_FAILED);
			if (strstr(w->e.text, words) == NULL)
				fail_msg("write %u: %s", k, w->e.text);
		}
		world_reopen(w);
		assert_int_equal(sound(w), h.size + (got == 0));
		if (got != 0)
			put(w, b);
	}
	failing_vfs_arm(0, 0, false);
	assert_int_equal(sound(w), h.size + 1);
	return k - 1;
}

static void
test_write_errors(void **state)
{
	assert_true(fail_each_write(*state, SQLITE_IOERR_WRITE, false,
				    "nothing was recorded") > 5);
}

static void
test_dead_disk(void **state)
{
	assert_true(fail_each_write(*state, SQLITE_IOERR_FSYNC, true,
				    "the disk does not obey") > 5);
}

static void
test_full_disk(void **state)
{
	assert_true(fail_each_write(*state, SQLITE_FULL, true,
				    "the disk is full") > 5);
}

static void
test_create_fails(void **state)
{
	struct world *w = *state;
	const char *path = arena_printf(&w->a, "%s/new.db", w->dir);
	struct store *s = NULL;
	unsigned k = 1;

	for (;; k++) {
		int got;

		err_clear(&w->e);
		failing_vfs_arm(k, SQLITE_FULL, true);
		got = store_create(path, "garden", "office", &s, &w->e);
		if (!failing_vfs_fired())
			break;
		failing_vfs_arm(0, 0, false);
		if (got == 0) {
			store_closep(&s);
			unlink(path);
		}
		assert_false(file_exists(path));
		assert_true(got == 0 || w->e.kind == ERR_FAILED);
	}
	assert_non_null(s);
	store_closep(&s);
	assert_true(k > 5);
}

/* ---- full by limit ---- */

static void
test_page_limit(void **state)
{
	struct world *w = *state;
	char item[900];
	int64_t pages = 0;
	uint64_t first;
	struct body b;
	int rc = 0;

	memset(item, 'x', sizeof(item) - 1);
	item[sizeof(item) - 1] = '\0';
	ok(w, store_scrub(w->s, &w->e));
	assert_int_equal(sqlite3_exec(w->s->db, "PRAGMA max_page_count = 1",
				      NULL, NULL, NULL),
			 SQLITE_OK); /* means: no more than there are */
	for (; pages < 100 && rc == 0; pages++) {
		b = plan(w, item);
		rc = append_bodies(w, &b, 1, false, &first);
	}
	assert_int_equal(rc, -1);
	assert_int_equal(w->e.kind, ERR_FAILED);
	assert_non_null(strstr(w->e.text, "the disk is full"));
	assert_int_equal(sqlite3_exec(w->s->db,
				      "PRAGMA max_page_count = 100000", NULL,
				      NULL, NULL),
			 SQLITE_OK);
	put(w, b);
	sound(w);
}

static void
test_file_limit(void **state)
{
	struct world *w = *state;
	int status;
	pid_t pid;

	store_closep(&w->s);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct rlimit small = { 150000, 150000 };

		signal(SIGXFSZ, SIG_IGN);
		if (store_open(w->path, true, &w->s, &w->e) != 0 ||
		    setrlimit(RLIMIT_FSIZE, &small) != 0)
			_exit(2);
		for (int i = 0; i < 2000; i++) {
			struct body b = plan(w, "one more");
			uint64_t first;

			if (append_bodies(w, &b, 1, false, &first) == 0)
				continue;
			if (strstr(w->e.text, "the disk takes no more") ||
			    strstr(w->e.text, "the disk is full"))
				_exit(0);
			fprintf(stderr, "%s\n", w->e.text);
			_exit(3);
		}
		_exit(4);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	world_reopen(w);
	sound(w);
	put(w, plan(w, "room again"));
}

/* ---- others ---- */

static void
test_killed(void **state)
{
	struct world *w = *state;
	struct chance c = { 4711 };
	uint64_t grown, size = sound(w), begin = size;

	for (int i = 0; i < KILLS; i++) {
		useconds_t pause = (useconds_t)chance_draw(&c, 30000);
		pid_t pid;

		store_closep(&w->s);
		pid = fork();
		assert_true(pid >= 0);
		if (pid == 0) {
			world_reopen(w);
			for (;;)
				put(w, plan(w, "again and again"));
		}
		usleep(pause);
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, NULL, 0), pid);
		world_reopen(w);
		grown = sound(w);
		assert_true(grown >= size);
		size = grown;
	}
	assert_true(size > begin);
}

static void
write_along(struct world *w, unsigned who)
{
	world_reopen(w);
	w->serial = 10000 * (who + 1);
	for (int i = 0; i < EACH; i++) {
		struct body b = plan(w, "one of eight");
		uint64_t first;

		if (append_bodies(w, &b, 1, false, &first) != 0) {
			fprintf(stderr, "%s\n", w->e.text);
			_exit(1);
		}
	}
	_exit(0);
}

static void
test_eight_writers(void **state)
{
	struct world *w = *state;
	uint64_t before = w->nlog;
	pid_t pid[WRITERS];
	int status;

	store_closep(&w->s);
	for (unsigned i = 0; i < WRITERS; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0)
			write_along(w, i);
	}
	for (unsigned i = 0; i < WRITERS; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
	world_reopen(w);
	assert_int_equal(sound(w), before + WRITERS * EACH);
}

static void
test_busy(void **state)
{
	struct world *w = *state;
	struct body b = plan(w, "waits");
	int to_child[2], to_us[2], status;
	char c;
	pid_t pid;

	assert_int_equal(pipe(to_child), 0);
	assert_int_equal(pipe(to_us), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		sqlite3 *db;

		if (sqlite3_open(w->path, &db) != SQLITE_OK ||
		    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) !=
			    SQLITE_OK ||
		    write(to_us[1], "x", 1) != 1 ||
		    read(to_child[0], &c, 1) != 1)
			_exit(1);
		_exit(0);
	}
	assert_int_equal(read(to_us[0], &c, 1), 1);
	sqlite3_busy_timeout(w->s->db, 150); /* not the whole ten seconds */
	refuse_as(w, b, ERR_FAILED,
		  "the house is busy (process %ld): wait a little, then try "
		  "again", arena_printf(&w->a, " %ld)", (long)pid));
	assert_int_equal(write(to_child[1], "x", 1), 1);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	put(w, b);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, world_staffed, teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_write_errors), CASE(test_dead_disk),
		CASE(test_full_disk),	 CASE(test_create_fails),
		CASE(test_page_limit),	 CASE(test_file_limit),
		CASE(test_killed),	 CASE(test_eight_writers),
		CASE(test_busy),
	};

	failing_vfs_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
