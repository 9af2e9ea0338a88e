/* Making, opening, closing, checking and copying the database of a house.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/str.h"
#include "store/internal.h"

/* Each holds for the connection only; WAL is written into the file. */
static const char connection_sql[] =
	"PRAGMA synchronous = FULL;"
	"PRAGMA secure_delete = ON;"
	"PRAGMA temp_store = MEMORY;" /* an erasure does not reach /tmp */
	"PRAGMA foreign_keys = ON;"
	"PRAGMA recursive_triggers = ON;"
	"PRAGMA trusted_schema = OFF;"
	"PRAGMA cell_size_check = ON;";

static struct store *
store_new(const char *path, bool write)
{
	struct store *s = calloc(1, sizeof(*s));

	if (s == NULL)
		own_no_memory();
	s->path = strdup(path);
	if (s->path == NULL)
		own_no_memory();
	s->write = write;
	return s;
}

static void
disconnect(struct store *s)
{
	for (size_t i = 0; i < Q_LAST; i++) {
		sqlite3_finalize(s->stmt[i]);
		s->stmt[i] = NULL;
	}
	sqlite3_close_v2(s->db);
	s->db = NULL;
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	disconnect(s);
	free(s->path);
	free(s);
}

void
store_closep(struct store **s)
{
	store_close(*s);
	*s = NULL;
}

/* SQLite's URI of a file that nobody can change (sqlite.org/uri.html). */
static void
immutable_uri(struct str *out, const char *path)
{
	str_add(out, "file:");
	for (; *path != '\0'; path++) {
		if (strchr("?#%", *path) != NULL)
			str_printf(out, "%%%02X", (unsigned char)*path);
		else
			str_addc(out, *path);
	}
	str_add(out, "?immutable=1");
}

static int
connect_to(struct store *s, const char *name, int flags, struct err *e)
{
	int rc = sqlite3_open_v2(name, &s->db, flags, NULL);

	if (rc != SQLITE_OK)
		return db_fail(s, rc, e);
	/* Else told below as a file beside it that cannot be made. */
	if (s->write && sqlite3_db_readonly(s->db, "main") == 1)
		return db_fail(s, SQLITE_READONLY, e);
	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_timeout(s->db, STORE_BUSY_MS);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	if (s->alone && db_exec(s, "PRAGMA locking_mode = EXCLUSIVE", e) != 0)
		return -1;
	return db_exec(s, connection_sql, e);
}

static int
read_meta(struct store *s, const char *name, char *out, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	const void *p;
	int got, n;

	if (ROWS(s, Q_META, &r, e, ARG(name)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	p = got ? sqlite3_column_text(r.st, 0) : NULL;
	n = got ? sqlite3_column_bytes(r.st, 0) : 0;
	if (p == NULL || n > STORE_ID_MAX)
		return db_fail(s, SQLITE_CORRUPT, e);
	memcpy(out, p, (size_t)n);
	out[n] = '\0';
	return 0;
}

static int
read_in(struct store *s, struct err *e)
{
	if (schema_check(s, e) != 0 ||
	    read_meta(s, "house", s->house, e) != 0)
		return -1;
	return read_meta(s, "terminal", s->terminal, e);
}

static bool
has_unread_wal(const char *path)
{
	OWN(str_free) struct str wal = { 0 };
	struct stat st;

	str_printf(&wal, "%s-wal", path);
	return stat(str_text(&wal), &st) == 0 && st.st_size > 0;
}

/* Opened for writing where that is allowed, so that the last to close leaves
 * no -wal behind. */
static int
read_database(struct store *s, struct err *e)
{
	if (connect_to(s, s->path, SQLITE_OPEN_READWRITE, e) != 0 ||
	    db_exec(s, "PRAGMA query_only = ON", e) != 0)
		return -1;
	return read_in(s, e);
}

/* Where nothing can write, the file by itself is the whole truth. */
static int
read_immutable(struct store *s, struct err *e)
{
	OWN(str_free) struct str uri = { 0 };

	if (has_unread_wal(s->path))
		return err_set(e, ERR_FAILED,
			       "'%s' was not closed and its folder is "
			       "read-only: copy the whole folder to where you "
			       "may write and open the copy",
			       s->path);
	immutable_uri(&uri, s->path);
	if (connect_to(s, str_text(&uri),
		       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, e) != 0)
		return -1;
	return read_in(s, e);
}

/* Reading a WAL database needs its -shm file, which cannot be made
 * everywhere. */
static int
open_to_read(struct store *s, struct err *e)
{
	struct err first = *e;
	int rc;

	if (read_database(s, &first) == 0)
		return 0;
	rc = sqlite3_extended_errcode(s->db);
	disconnect(s);
	/* The disk is full: whoever is alone with a database needs no -shm
	 * (sqlite.org/wal.html, "Use of WAL Without Shared-Memory"). */
	if (rc == SQLITE_IOERR_SHMSIZE) {
		s->alone = true;
		return read_database(s, e);
	}
	switch (rc & 0xff) {
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return read_immutable(s, e);
	default:
		*e = first;
		return -1;
	}
}

static int
open_to_write(struct store *s, struct err *e)
{
	if (connect_to(s, s->path, SQLITE_OPEN_READWRITE, e) != 0 ||
	    read_in(s, e) != 0)
		return -1;
	/* A copy made by a backup comes without it. */
	return db_exec(s, "PRAGMA journal_mode = WAL", e);
}

int
store_open(const char *path, bool write, struct store **ret, struct err *e)
{
	OWN(store_closep) struct store *s = NULL;
	struct stat st;
	bool there = stat(path, &st) == 0;

	if (!there && errno == ENOENT)
		return err_set(e, ERR_FAILED,
			       "there is no house at '%s': choose another "
			       "folder, or make a house with init",
			       path);
	if (there && !S_ISREG(st.st_mode))
		return err_set(e, ERR_UNTRUE,
			       "'%s' is no file, so it holds no house: "
			       "restore the newest backup",
			       path);
	s = store_new(path, write);
	if ((write ? open_to_write(s, e) : open_to_read(s, e)) != 0)
		return -1;
	*ret = s;
	s = NULL;
	return 0;
}

static void
remove_new(const char *path)
{
	static const char *const endings[] = { "", "-wal", "-shm",
					       "-journal" };

	for (size_t i = 0; i < NELEM(endings); i++) {
		OWN(str_free) struct str name = { 0 };

		str_printf(&name, "%s%s", path, endings[i]);
		unlink(str_text(&name));
	}
}

static int
fill_new(struct store *s, struct err *e)
{
	if (connect_to(s, s->path, SQLITE_OPEN_READWRITE, e) != 0 ||
	    db_exec(s, "PRAGMA journal_mode = WAL", e) != 0)
		return -1;
	return schema_create(s, e);
}

int
store_create(const char *path, const char *house, const char *terminal,
	     struct store **ret, struct err *e)
{
	OWN(store_closep) struct store *s = NULL;
	int fd;

	if (strlen(house) > STORE_ID_MAX || strlen(terminal) > STORE_ID_MAX)
		return err_set(e, ERR_USAGE,
			       "the id '%s' is too long: at most %d letters",
			       strlen(house) > STORE_ID_MAX ? house : terminal,
			       STORE_ID_MAX);
	fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
	if (fd < 0 && errno == EEXIST)
		return err_set(e, ERR_REFUSED,
			       "'%s' exists already: a house is never made "
			       "over another",
			       path);
	if (fd < 0)
		return err_set(e, ERR_FAILED, "cannot make '%s': %s", path,
			       err_reason(e, errno));
	close(fd);
	s = store_new(path, true);
	snprintf(s->house, sizeof(s->house), "%s", house);
	snprintf(s->terminal, sizeof(s->terminal), "%s", terminal);
	if (fill_new(s, e) != 0) {
		store_closep(&s);
		remove_new(path);
		return -1;
	}
	*ret = s;
	s = NULL;
	return 0;
}

const char *
store_house_id(const struct store *s)
{
	return s->house;
}

const char *
store_terminal(const struct store *s)
{
	return s->terminal;
}

char *
store_origin(struct arena *a, const struct store *s)
{
	return arena_printf(a, "%s/%s", s->house, s->terminal);
}

int
store_check(struct store *s, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(s->db, "PRAGMA integrity_check(1)", -1,
				    &st, NULL);
	int out = 0;

	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		const char *said = (const char *)sqlite3_column_text(st, 0);

		if (said == NULL || strcmp(said, "ok") != 0)
			out = err_set(e, ERR_UNTRUE,
				      "the database '%s' is damaged (%s): "
				      "restore the newest backup",
				      s->path, said == NULL ? "?" : said);
	} else {
		out = db_fail(s, rc, e);
	}
	sqlite3_finalize(st);
	return out != 0 ? -1 : schema_check_triggers(s, e);
}

int
store_scrub(struct store *s, struct err *e)
{
	int rc = sqlite3_wal_checkpoint_v2(
		s->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

	return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

static int
sync_file(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int bad = fd < 0 || fsync(fd) != 0;

	if (bad)
		err_set(e, ERR_FAILED, "cannot write '%s': %s", path,
			err_reason(e, errno));
	if (fd >= 0)
		close(fd);
	return bad ? -1 : 0;
}

static int
copy_into(struct store *s, const char *path, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc;

	/* VACUUM counts as writing, though it only reads from here. */
	if (!s->write && db_exec(s, "PRAGMA query_only = OFF", e) != 0)
		return -1;
	rc = sqlite3_prepare_v2(s->db, "VACUUM INTO $1", -1, &st, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(st, 1, path, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	if (rc != SQLITE_DONE)
		db_fail(s, rc, e);
	sqlite3_finalize(st);
	if (!s->write)
		sqlite3_exec(s->db, "PRAGMA query_only = ON", NULL, NULL,
			     NULL);
	return rc == SQLITE_DONE ? 0 : -1;
}

int
store_backup(struct store *s, const char *path, struct err *e)
{
	if (file_exists(path))
		return err_set(e, ERR_REFUSED,
			       "'%s' exists already: choose a new name", path);
	/* Ours, and closed to others while it grows: an empty file is filled
	 * by VACUUM. */
	if (file_write_new(path, 0600, "", 0, e) != 0)
		return -1;
	if (copy_into(s, path, e) == 0 && sync_file(path, e) == 0)
		return 0;
	unlink(path);
	return -1;
}
