/* Files that are no house, of a newer program, read-only, damaged; and what
 * the log itself does not let happen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"
#include "../said.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "store/internal.h"

/* Somebody with SQLite's own shell. */
static int
by_hand(const char *path, const char *sql)
{
	sqlite3 *db;
	int rc;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	sqlite3_close(db);
	return rc;
}

static void
test_triggers(void **state)
{
	struct world *w = *state;
	static const char *const refused[] = {
		"DELETE FROM leaf WHERE idx = 3",
		"DELETE FROM leaf",
		"UPDATE leaf SET hash = x'00' WHERE idx = 3",
		"UPDATE leaf SET body = 'x' WHERE idx = 3",
		"UPDATE leaf SET idx = 99 WHERE idx = 3",
		"UPDATE leaf SET terminal = 'floor' WHERE idx = 3",
		"UPDATE leaf SET blanked = 5 WHERE idx = 3",
		"UPDATE leaf SET body = NULL WHERE idx = 3",
		"UPDATE leaf SET body = NULL, blanked = 4 WHERE idx = 3",
		"UPDATE leaf SET body = NULL, blanked = 99 WHERE idx = 3",
		"REPLACE INTO leaf VALUES ('office', 3, x'00', 'x', NULL)",
		"REPLACE INTO leaf VALUES ('office', 3, x'00', NULL, 4)",
	};
	uint64_t ack;

	for (size_t i = 0; i < NELEM(refused); i++) {
		if (by_hand(w->path, refused[i]) != SQLITE_CONSTRAINT)
			fail_msg("was not refused: %s", refused[i]);
	}
	publish(w, 1, "material");
	ack = acknowledge(w, "1001", 1);
	put(w, leaf(w, REC_ERASE, "2001", SIG_HR, "leaf", ref_own(w, ack),
		    "why", "asked for", NULL));
	/* once blank, blank for ever; and nobody writes it back */
	assert_int_equal(by_hand(w->path, "UPDATE leaf SET body = 'x' "
					  "WHERE body IS NULL"),
			 SQLITE_CONSTRAINT);
	assert_int_equal(by_hand(w->path, "UPDATE leaf SET blanked = 1 "
					  "WHERE body IS NULL"),
			 SQLITE_CONSTRAINT);
	ok(w, store_check(w->s, &w->e));
}

static void
test_trigger_missing(void **state)
{
	struct world *w = *state;

	assert_int_equal(by_hand(w->path, "DROP TRIGGER leaf_same"),
			 SQLITE_OK);
	assert_said(&w->e, ERR_UNTRUE,
		    "the guard '%s' of the log is missing or changed: somebody "
		    "has altered the database; find out who",
		    store_check(w->s, &w->e));
	assert_non_null(strstr(w->e.text, "'leaf_same'"));
}

static void
test_exists(void **state)
{
	struct world *w = *state;
	struct store *s = NULL;
	const char *nowhere = arena_printf(&w->a, "%s/no/house.db", w->dir);
	struct stat st;
	char too_long[100];

	memset(too_long, 'x', sizeof(too_long) - 1);
	too_long[sizeof(too_long) - 1] = '\0';

	assert_said(&w->e, ERR_REFUSED,
		    "'%s' exists already: a house is never made over another",
		    store_create(w->path, "garden", "office", &s, &w->e));
	assert_null(s);
	assert_int_equal(stat(w->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_said(&w->e, ERR_FAILED, "cannot make '%s': %s",
		    store_create(nowhere, "garden", "office", &s, &w->e));
	assert_said(&w->e, ERR_USAGE,
		    "the id '%s' is too long: at most %d letters",
		    store_create(nowhere, too_long, "office", &s, &w->e));
	assert_said(&w->e, ERR_REFUSED,
		    "'%s' exists already: choose a new name",
		    store_backup(w->s, w->path, &w->e));
	world_reopen(w);
	assert_string_equal(store_house_id(w->s), "harbour");
	assert_string_equal(store_terminal(w->s), "office");
}

static void
test_no_house(void **state)
{
	struct world *w = *state;
	const char *path = arena_printf(&w->a, "%s/other.db", w->dir);
	int fd;

	cannot_open(path, true, ERR_FAILED,
		    "there is no house at '%s': choose another folder, or make "
		    "a house with init");
	cannot_open(w->dir, true, ERR_UNTRUE,
		    "'%s' is no file, so it holds no house: restore the "
		    "newest backup");
	cannot_open(w->dir, false, ERR_UNTRUE,
		    "'%s' is no file, so it holds no house: restore the "
		    "newest backup");
	fd = open(path, O_CREAT | O_WRONLY, 0600);
	assert_true(fd >= 0);
	close(fd);
	cannot_open(path, true, ERR_FAILED,
		    "'%s' holds no house: choose another folder, or make a house "
		    "with init");
	cannot_open(path, false, ERR_FAILED,
		    "'%s' holds no house: choose another folder, or make a house "
		    "with init");
	assert_int_equal(by_hand(path, "CREATE TABLE t (x)"), SQLITE_OK);
	cannot_open(path, true, ERR_FAILED,
		    "'%s' holds no house: choose another folder, or make a house "
		    "with init");
}

static void
overwrite(const char *path, off_t from, char c, size_t n)
{
	OWN(str_free) struct str junk = { 0 };
	int fd = open(path, O_WRONLY);

	str_pad(&junk, c, n);
	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, junk.s, n, from), (ssize_t)n);
	close(fd);
}

static void
test_not_a_database(void **state)
{
	struct world *w = *state;
	const char *path = arena_printf(&w->a, "%s/photo.db", w->dir);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	for (int i = 0; i < 5000; i++)
		fputs("not a database ", f);
	fclose(f);
	cannot_open(path, true, ERR_UNTRUE,
		    "'%s' is not a database, or its beginning is damaged: restore "
		    "the newest backup");
	cannot_open(path, false, ERR_UNTRUE,
		    "'%s' is not a database, or its beginning is damaged: restore "
		    "the newest backup");
}

static void
test_damaged(void **state)
{
	struct world *w = *state;
	struct person *v;
	struct log_head h;
	size_t n;

	store_closep(&w->s);
	overwrite(w->path, 4096, 'Z', 32768); /* the first tables */
	if (store_open(w->path, true, &w->s, &w->e) == 0 &&
	    store_head(w->s, &h, &w->e) == 0 &&
	    store_people(w->s, &w->a, &v, &n, &w->e) == 0 &&
	    store_check(w->s, &w->e) == 0)
		fail_msg("nobody noticed");
	assert_int_equal(w->e.kind, ERR_UNTRUE);
	assert_non_null(strstr(w->e.text, "restore the newest backup"));
}

static void
test_newer(void **state)
{
	struct world *w = *state;

	assert_int_equal(by_hand(w->path, "INSERT INTO schema VALUES (7)"),
			 SQLITE_OK);
	store_closep(&w->s);
	cannot_open(w->path, true, ERR_FAILED,
		    "this house was written by a newer preshift (its database has "
		    "version %lld, this program knows %d): update preshift");
	cannot_open(w->path, false, ERR_FAILED,
		    "this house was written by a newer preshift (its database has "
		    "version %lld, this program knows %d): update preshift");
	assert_int_equal(store_open(w->path, false, &w->s, &w->e), -1);
	assert_non_null(strstr(w->e.text,
			       "has version 7, this program knows 1)"));
}

/* ---- reading only ---- */

static void
test_opened_to_read(void **state)
{
	struct world *w = *state;
	struct store *s = NULL;
	struct person *v;
	struct body b = leaf(w, REC_REVIEW, NULL, SIG_NONE, "number", "1001",
			     "item", "x", "grade", "1", NULL);
	struct append ap = { .bodies = &b.text, .sizes = &b.n, .n = 1 };
	uint64_t first;
	size_t n;

	ok(w, store_open(w->path, false, &s, &w->e));
	ok(w, store_people(s, &w->a, &v, &n, &w->e));
	assert_int_equal(n, 5);
	assert_said(&w->e, ERR_FAILED,
		    "'%s' is read-only: nothing can be recorded",
		    store_append(s, &w->n, &ap, &first, &w->e));
	assert_int_equal(store_draft_put(s, "x", "y", &w->e), -1);
	assert_int_equal(store_rebuild(s, NULL, NULL, NULL, &w->e), -1);
	store_closep(&s);
	store_closep(&w->s);
	assert_int_equal(access(arena_printf(&w->a, "%s-wal", w->path), F_OK),
			 -1); /* whoever closes last leaves one file */
}

/* As somebody to whom permissions apply, in a folder that lets them read. */
static int
as_nobody(struct world *w, bool crashed, int lang)
{
	struct store *s = NULL;
	struct person *v;
	size_t n;
	int status;
	pid_t pid;

	assert_int_equal(chmod(w->path, 0444), 0);
	assert_int_equal(chmod(w->dir, 0555), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct err e;

		err_init(&e, said_catalogue(lang));
		if (geteuid() == 0 && (setegid(65534) || seteuid(65534)))
			_exit(9);
		if (store_open(w->path, true, &s, &e) == 0)
			_exit(2);
		if (!crashed &&
		    !said_in(&e, "'%s' is read-only: nothing can be recorded"))
			_exit(3);
		if (store_open(w->path, false, &s, &e) != 0)
			_exit(said_in(&e, "'%s' was not closed and its folder "
					  "is read-only: copy the whole folder "
					  "to where you may write and open the "
					  "copy") ? 4 : 5);
		if (store_people(s, &w->a, &v, &n, &e) != 0 || n != 5)
			_exit(6);
		store_closep(&s);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(chmod(w->dir, 0700), 0);
	assert_int_equal(chmod(w->path, 0600), 0);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
test_read_only_folder(void **state)
{
	struct world *w = *state;
	const char *wal = arena_printf(&w->a, "%s-wal", w->path);
	int fd;

	store_closep(&w->s);
	for (int i = 0; i < SAID_LANGS; i++)
		assert_int_equal(as_nobody(w, false, i), 0);
	/* Something is in the log beside it that cannot be read there. */
	fd = open(wal, O_CREAT | O_WRONLY, 0444);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, "not empty", 9), 9);
	close(fd);
	for (int i = 0; i < SAID_LANGS; i++)
		assert_int_equal(as_nobody(w, true, i), 4);
}

/* ---- what SQLite and the log say, in our words ---- */

static void
test_told(void **state)
{
	struct world *w = *state;
	const char *path = arena_printf(&w->a, "%s/new.db", w->dir);
	struct store *s;
	struct house h;
	uint8_t root[32];

	assert_said(&w->e, ERR_UNTRUE,
		    "the book ends at number %llu, before %llu: "
		    "records are missing; run verify",
		    store_root_at(w->s, &w->n, 4711, root, &w->e));
	ok(w, store_create(path, "garden", "office", &s, &w->e));
	assert_said(&w->e, ERR_FAILED,
		    "the house '%s' was never finished: make it again with "
		    "init, in an empty folder",
		    store_house(s, &w->a, &h, &w->e));
	store_closep(&s);
	/* test_fault.c lets the disk fail; here is each of its sentences */
	assert_said(&w->e, ERR_FAILED,
		    "the disk is full: nothing was recorded; make room, then "
		    "try again",
		    db_fail(w->s, SQLITE_FULL, &w->e));
	assert_said(&w->e, ERR_FAILED,
		    "the disk takes no more at '%s': nothing was recorded; "
		    "make room or ask for a larger quota, and check the disk",
		    db_fail(w->s, SQLITE_IOERR_WRITE, &w->e));
	assert_said(&w->e, ERR_FAILED,
		    "the disk does not obey at '%s': nothing was recorded; "
		    "check the disk, make a backup",
		    db_fail(w->s, SQLITE_IOERR_READ, &w->e));
	assert_said(&w->e, ERR_FAILED,
		    "the house is busy: wait a little, then try again",
		    db_fail(w->s, SQLITE_BUSY, &w->e));
	assert_said(&w->e, ERR_UNTRUE, "the log guards itself (%s): run verify",
		    db_exec(w->s, "DELETE FROM leaf", &w->e));
	assert_said(&w->e, ERR_FAILED, "the database '%s' reports: %s",
		    db_exec(w->s, "SELECT nonsense", &w->e));
}

static void
test_lost_page(void **state)
{
	struct world *w = *state;

	assert_int_equal(by_hand(w->path,
				 "PRAGMA writable_schema = ON;"
				 "DELETE FROM sqlite_schema WHERE name = "
				 "'drafts'"), SQLITE_OK);
	world_reopen(w);
	assert_said(&w->e, ERR_UNTRUE,
		    "the database '%s' is damaged (%s): restore the newest "
		    "backup", store_check(w->s, &w->e));
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, world_staffed, world_gone)
	const struct CMUnitTest tests[] = {
		CASE(test_triggers),	   CASE(test_trigger_missing),
		CASE(test_exists),	   CASE(test_no_house),
		CASE(test_not_a_database), CASE(test_damaged),
		CASE(test_newer),	   CASE(test_opened_to_read),
		CASE(test_read_only_folder), CASE(test_told),
		CASE(test_lost_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
