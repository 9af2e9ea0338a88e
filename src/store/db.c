/* One statement at a time: prepared once, bound by type, its faults said in
 * plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include "base/str.h"

/* WAL_WRITE_LOCK: the byte of the -shm file that a writer locks (SQLite's
 * "WAL-mode File Format", 2.3.1). */
enum { WAL_WRITE_BYTE = 120 };

struct arg
arg_int(int64_t i)
{
	return (struct arg){ .type = ARG_INT, .i = i };
}

struct arg
arg_u64(uint64_t u)
{
	assert(u <= INT64_MAX);
	return arg_int((int64_t)u);
}

struct arg
arg_text(const char *s)
{
	if (s == NULL)
		return (struct arg){ .type = ARG_NULL };
	return (struct arg){ .type = ARG_TEXT, .p = s, .n = strlen(s) };
}

struct arg
arg_blob(const void *p, size_t n)
{
	return (struct arg){ .type = ARG_BLOB, .p = p, .n = n };
}

/* The next word of *P, which is cut off behind it; "" at the end. */
static char *
lock_word(char **p)
{
	char *s = *p + strspn(*p, " \n");

	*p = s + strcspn(s, " \n");
	if (**p != '\0')
		*(*p)++ = '\0';
	return s;
}

/* "44: POSIX  ADVISORY  WRITE 4711 08:01:131090 120 120" (proc(5)): the
 * process, if it holds the lock that writers take on that file. */
static long
lock_line(char *line, const struct stat *st)
{
	char *p = line, *pid, *file, *from, want[64];
	uint64_t n;

	lock_word(&p);
	if (!str_eq(lock_word(&p), "POSIX"))
		return 0;
	lock_word(&p);
	if (!str_eq(lock_word(&p), "WRITE"))
		return 0;
	pid = lock_word(&p);
	file = lock_word(&p);
	from = lock_word(&p);
	snprintf(want, sizeof(want), "%02x:%02x:%llu", major(st->st_dev),
		 minor(st->st_dev), (unsigned long long)st->st_ino);
	if (!str_eq(file, want) || !str_u64(from, UINT64_MAX, &n) ||
	    n != WAL_WRITE_BYTE || !str_u64(pid, INT32_MAX, &n))
		return 0;
	return (long)n;
}

/* Opening the -shm file to ask it would drop our own locks when it is closed
 * again (fcntl(2), "Record locking"), so the kernel's list is read. */
long
db_holder(const struct store *s)
{
	OWN(str_free) struct str shm = { 0 };
	struct stat st;
	char line[256];
	long pid = 0;
	FILE *f;

	str_printf(&shm, "%s-shm", s->path);
	if (stat(str_text(&shm), &st) != 0)
		return 0;
	f = fopen("/proc/locks", "re");
	if (f == NULL)
		return 0;
	while (pid == 0 && fgets(line, sizeof(line), f) != NULL)
		pid = lock_line(line, &st);
	fclose(f);
	return pid;
}

static int
fail_busy(struct store *s, struct err *e)
{
	long pid = db_holder(s);

	if (pid > 0)
		return err_set(e, ERR_FAILED,
			       "the house is busy (process %ld): wait a "
			       "little, then try again",
			       pid);
	return err_set(e, ERR_FAILED,
		       "the house is busy: wait a little, then try again");
}

/* A quota or a limit comes from SQLite as any other failed write, and what
 * errno was then is lost by now; a disk plainly full has its own code. */
static int
fail_io(struct store *s, int rc, struct err *e)
{
	if (rc == SQLITE_IOERR_WRITE || rc == SQLITE_IOERR_SHMSIZE)
		return err_set(e, ERR_FAILED,
			       "the disk takes no more at '%s': nothing was "
			       "recorded; make room or ask for a larger quota, "
			       "and check the disk",
			       s->path);
	return err_set(e, ERR_FAILED,
		       "the disk does not obey at '%s': nothing was recorded; "
		       "check the disk, make a backup",
		       s->path);
}

int
db_fail(struct store *s, int rc, struct err *e)
{
	switch (rc & 0xff) {
	case SQLITE_NOMEM:
		own_no_memory();
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fail_busy(s, e);
	case SQLITE_FULL:
		return err_set(e, ERR_FAILED,
			       "the disk is full: nothing was recorded; make "
			       "room, then try again");
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return err_set(e, ERR_FAILED,
			       "'%s' is read-only: nothing can be recorded",
			       s->path);
	case SQLITE_CANTOPEN:
		return err_set(e, ERR_FAILED,
			       "'%s' cannot be opened: check that it is there "
			       "and that you may read it",
			       s->path);
	case SQLITE_IOERR:
		return fail_io(s, rc, e);
	case SQLITE_CORRUPT:
		return err_set(e, ERR_UNTRUE,
			       "the database '%s' is damaged: do not write to "
			       "it; restore the newest backup",
			       s->path);
	case SQLITE_NOTADB:
		return err_set(e, ERR_UNTRUE,
			       "'%s' is not a database, or its beginning is "
			       "damaged: restore the newest backup",
			       s->path);
	case SQLITE_CONSTRAINT:
		return err_set(e, ERR_UNTRUE,
			       "the log guards itself (%s): run verify",
			       sqlite3_errmsg(s->db));
	default:
		return err_set(e, ERR_FAILED,
			       "the database '%s' reports: %s", s->path,
			       s->db == NULL ? sqlite3_errstr(rc) :
					       sqlite3_errmsg(s->db));
	}
}

int
db_exec(struct store *s, const char *sql, struct err *e)
{
	int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

static int
bind_one(sqlite3_stmt *st, int i, const struct arg *a)
{
	switch (a->type) {
	case ARG_NULL:
		return sqlite3_bind_null(st, i);
	case ARG_INT:
		return sqlite3_bind_int64(st, i, a->i);
	case ARG_TEXT:
		return sqlite3_bind_text64(st, i, a->p, a->n, SQLITE_STATIC,
					   SQLITE_UTF8);
	case ARG_BLOB:
		return sqlite3_bind_blob64(st, i, a->n > 0 ? a->p : "", a->n,
					   SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

/* The prepared statement, or a second one if a caller's caller is still
 * stepping through the first. */
static int
statement(struct store *s, enum query q, struct rows *ret)
{
	sqlite3_stmt **kept = &s->stmt[q];
	int rc;

	if (*kept != NULL && !sqlite3_stmt_busy(*kept)) {
		*ret = (struct rows){ .s = s, .st = *kept };
		return SQLITE_OK;
	}
	*ret = (struct rows){ .s = s, .once = *kept != NULL };
	rc = sqlite3_prepare_v3(s->db, query_text[q], -1,
				ret->once ? 0 : SQLITE_PREPARE_PERSISTENT,
				&ret->st, NULL);
	if (rc == SQLITE_OK && !ret->once)
		*kept = ret->st;
	return rc;
}

int
rows_open(struct store *s, enum query q, const struct arg *v, size_t n,
	  struct rows *ret, struct err *e)
{
	struct rows r;
	int rc = statement(s, q, &r);

	if (rc == SQLITE_OK)
		assert((size_t)sqlite3_bind_parameter_count(r.st) == n);
	for (size_t i = 0; rc == SQLITE_OK && i < n; i++)
		rc = bind_one(r.st, (int)i + 1, &v[i]);
	if (rc != SQLITE_OK) {
		db_fail(s, rc, e);
		rows_done(&r);
		return -1;
	}
	*ret = r;
	return 0;
}

int
rows_next(struct rows *r, struct err *e)
{
	int rc = sqlite3_step(r->st);

	if (rc == SQLITE_ROW)
		return 1;
	if (rc == SQLITE_DONE)
		return 0;
	return db_fail(r->s, rc, e);
}

void
rows_done(struct rows *r)
{
	if (r->st != NULL && r->once) {
		sqlite3_finalize(r->st);
	} else if (r->st != NULL) {
		sqlite3_reset(r->st);
		sqlite3_clear_bindings(r->st);
	}
	*r = (struct rows){ 0 };
}

int
query_run(struct store *s, enum query q, const struct arg *v, size_t n,
	  struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };

	if (rows_open(s, q, v, n, &r, e) != 0)
		return -1;
	return rows_next(&r, e) < 0 ? -1 : 0;
}

int
query_run_key(struct store *s, enum query q, const struct arg *v, size_t n,
	      struct err *e)
{
	struct rows r;
	int rc = statement(s, q, &r);
	size_t places = 0;

	if (rc == SQLITE_OK) {
		places = (size_t)sqlite3_bind_parameter_count(r.st);
		assert(places <= n);
	}
	rows_done(&r);
	if (rc != SQLITE_OK)
		return db_fail(s, rc, e);
	return query_run(s, q, v, places, e);
}

int64_t
row_int(const struct rows *r, int col)
{
	return sqlite3_column_int64(r->st, col);
}

int
row_u64(const struct rows *r, int col, uint64_t *ret, struct err *e)
{
	int64_t i = row_int(r, col);

	if (sqlite3_column_type(r->st, col) != SQLITE_INTEGER || i < 0)
		return db_fail(r->s, SQLITE_CORRUPT, e);
	*ret = (uint64_t)i;
	return 0;
}

const char *
row_text(const struct rows *r, struct arena *a, int col)
{
	const void *p = sqlite3_column_text(r->st, col);

	if (p == NULL)
		return NULL;
	return arena_strndup(a, p, (size_t)sqlite3_column_bytes(r->st, col));
}

const char *
row_or(const struct rows *r, struct arena *a, int col, const char *none)
{
	const char *s = row_text(r, a, col);

	return s == NULL ? none : s;
}

const char **
row_list(const struct rows *r, struct arena *a, int col, size_t *ret_n)
{
	const char *s = row_text(r, a, col);
	const char **v = NULL;
	size_t n = 0, cap = 0;

	while (s != NULL && *s != '\0') {
		size_t len = strcspn(s, "\n");

		ARENA_PUSH(a, v, n, cap, arena_strndup(a, s, len));
		s += len + (s[len] == '\n');
	}
	*ret_n = n;
	return v;
}

int
row_bytes(const struct rows *r, int col, void *out, size_t n, struct err *e)
{
	const void *p = sqlite3_column_blob(r->st, col);

	if ((size_t)sqlite3_column_bytes(r->st, col) != n ||
	    (n > 0 && p == NULL))
		return db_fail(r->s, SQLITE_CORRUPT, e);
	if (n > 0)
		memcpy(out, p, n);
	return 0;
}
