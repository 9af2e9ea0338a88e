/* The tables: what is true, what is seen of it, and older versions of both.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <string.h>
#include "base/str.h"

/* "preshift-record/1 erase " */
#define ERASE_LINE "x'70726573686966742d7265636f72642f3120657261736520'"

/* Appended to, never changed; each in one transaction, then the views are
 * made anew. A rowid table for leaves: bodies of a kilobyte would leave a
 * table without rowids one or two rows a page. */
static const struct migration {
	int version;
	const char *sql;
} migrations[] = {
	{ 1,
	  "CREATE TABLE schema ("
	  " version INTEGER PRIMARY KEY);"
	  "CREATE TABLE meta ("
	  " name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
	  "CREATE TABLE head ("
	  " terminal TEXT PRIMARY KEY, size INTEGER NOT NULL,"
	  " root BLOB NOT NULL, frontier BLOB NOT NULL, note TEXT)"
	  " WITHOUT ROWID;"
	  "CREATE TABLE leaf ("
	  " terminal TEXT NOT NULL, idx INTEGER NOT NULL,"
	  " hash BLOB NOT NULL, body BLOB, blanked INTEGER,"
	  " PRIMARY KEY (terminal, idx));"
	  "CREATE TABLE names ("
	  " hash TEXT PRIMARY KEY, number TEXT NOT NULL,"
	  " salt TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;"
	  "CREATE TABLE drafts ("
	  " name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;"
	  "CREATE TABLE tries ("
	  " who TEXT PRIMARY KEY, n INTEGER NOT NULL,"
	  " until INTEGER NOT NULL) WITHOUT ROWID;" },
};

/* Nothing in a log changes but that an erasure takes a body away. An INSERT
 * OR REPLACE would delete unseen, so inserting over a leaf is refused too. */
static const struct trigger {
	const char *name, *sql;
} triggers[] = {
	{ "leaf_stays",
	  "CREATE TRIGGER leaf_stays BEFORE DELETE ON leaf"
	  " BEGIN SELECT RAISE(ABORT, 'a leaf is never deleted'); END" },
	{ "leaf_once",
	  "CREATE TRIGGER leaf_once BEFORE INSERT ON leaf"
	  " WHEN EXISTS (SELECT 1 FROM leaf WHERE terminal = NEW.terminal"
	  " AND idx = NEW.idx)"
	  " BEGIN SELECT RAISE(ABORT, 'a leaf is never replaced'); END" },
	{ "leaf_same",
	  "CREATE TRIGGER leaf_same BEFORE UPDATE ON leaf"
	  " WHEN NOT (NEW.rowid IS OLD.rowid"
	  " AND NEW.terminal IS OLD.terminal AND NEW.idx IS OLD.idx"
	  " AND NEW.hash IS OLD.hash AND OLD.body IS NOT NULL"
	  " AND NEW.body IS NULL AND OLD.blanked IS NULL"
	  " AND NEW.blanked IS NOT NULL AND EXISTS ("
	  "SELECT 1 FROM leaf AS e"
	  " WHERE e.terminal IN (SELECT terminal FROM head)"
	  " AND e.idx = NEW.blanked"
	  " AND substr(e.body, 1, 24) = " ERASE_LINE "))"
	  " BEGIN SELECT RAISE(ABORT, 'a leaf is never changed'); END" },
};

#define AT " terminal TEXT, idx INTEGER, "

/* Of every row the key comes first and tells the leaf it follows from. */
const struct view store_views[] = {
	{ "v_attempt",
	  "number TEXT," AT "at INTEGER, drill TEXT, result TEXT,"
	  " language TEXT, scaled INTEGER, mood INTEGER, hints INTEGER", 3 },
	{ "v_audit",
	  AT "at INTEGER, by_number TEXT, size INTEGER, root TEXT,"
	  " signatures INTEGER, bad INTEGER, marked INTEGER", 2 },
	{ "v_correct",
	  "ref_terminal TEXT, ref_idx INTEGER," AT "at INTEGER,"
	  " ref_hash BLOB, number TEXT", 4 },
	{ "v_edition",
	  "edition INTEGER," AT "at INTEGER, by_number TEXT, change TEXT,"
	  " from_date TEXT, due INTEGER, texts TEXT, sections TEXT,"
	  " summary TEXT", 3 },
	{ "v_epoch", AT "at INTEGER, old TEXT, size INTEGER, root TEXT", 2 },
	{ "v_erase",
	  "ref_terminal TEXT, ref_idx INTEGER," AT "at INTEGER,"
	  " ref_hash BLOB, by_number TEXT", 4 },
	{ "v_handbook",
	  "number TEXT," AT "at INTEGER, kind TEXT, by_number TEXT,"
	  " edition INTEGER, language TEXT, text TEXT, sections TEXT,"
	  " detail TEXT, seconds INTEGER, entry TEXT, assisted TEXT,"
	  " clock TEXT, ref_terminal TEXT, ref_idx INTEGER,"
	  " answered TEXT", 3 },
	{ "v_heard",
	  "number TEXT," AT "commandment TEXT, date TEXT,"
	  " ref_terminal TEXT, ref_idx INTEGER", 3 },
	{ "v_house",
	  AT "at INTEGER, id TEXT, title TEXT, zone TEXT, languages TEXT,"
	  " charter_key TEXT, trial INTEGER", 2 },
	{ "v_lineup",
	  "date TEXT," AT "at INTEGER, shift TEXT, team TEXT, leader TEXT,"
	  " language TEXT, commandment TEXT, form INTEGER,"
	  " start_at INTEGER, end_at INTEGER, present TEXT, late TEXT,"
	  " off TEXT, guests INTEGER, practice TEXT, recall TEXT,"
	  " parked TEXT, witness TEXT", 3 },
	{ "v_observe",
	  "number TEXT," AT "at INTEGER, observer TEXT, drill TEXT,"
	  " team TEXT, result TEXT", 3 },
	{ "v_plan",
	  "date TEXT, team TEXT," AT "at INTEGER, by_number TEXT,"
	  " items TEXT, owner TEXT, until TEXT, leader TEXT", 4 },
	{ "v_ready", "number TEXT," AT "at INTEGER, team TEXT, coach TEXT",
	  3 },
	{ "v_review", "number TEXT," AT "at INTEGER, item TEXT, grade INTEGER",
	  3 },
	{ "v_roster",
	  "number TEXT," AT "at INTEGER, kind TEXT, by_number TEXT,"
	  " name_hash TEXT, role TEXT, team TEXT, contract TEXT,"
	  " language TEXT, coach TEXT, code_key TEXT, code_until TEXT,"
	  " code_at TEXT, key TEXT, attended TEXT, ref_terminal TEXT,"
	  " ref_idx INTEGER, since INTEGER, state TEXT", 3 },
	{ "v_setting", "name TEXT," AT "at INTEGER, value TEXT", 3 },
	{ "v_signed", "terminal TEXT, after_size INTEGER, idx INTEGER,"
	  " signer TEXT", 4 },
	{ "v_terminal", "id TEXT," AT "at INTEGER, note_key TEXT, duty TEXT",
	  3 },
	{ "v_vouch",
	  "ref_terminal TEXT, ref_idx INTEGER," AT "at INTEGER,"
	  " ref_hash BLOB, number TEXT, role TEXT", 4 },
};
const size_t store_view_count = NELEM(store_views);

/* What is looked up by something else than the key: a catch-up names its
 * lineup by the leaf. */
static const char indexes[] =
	"CREATE INDEX v_lineup_leaf ON v_lineup (terminal, idx)";

/* The names of the first N columns of DDL. */
static void
key_names(struct str *out, const char *ddl, int n)
{
	for (int i = 0; i < n; i++) {
		ddl += strspn(ddl, " ,");
		size_t len = strcspn(ddl, " ");

		if (i > 0)
			str_add(out, ", ");
		str_addn(out, ddl, len);
		ddl += strcspn(ddl, ",");
	}
}

int
schema_make_views(struct store *s, bool drop, struct err *e)
{
	OWN(str_free) struct str sql = { 0 };

	for (size_t i = 0; i < store_view_count; i++) {
		const struct view *v = &store_views[i];

		str_clear(&sql);
		if (drop)
			str_printf(&sql, "DROP TABLE IF EXISTS %s;", v->name);
		str_printf(&sql, "CREATE TABLE %s (%s, PRIMARY KEY (", v->name,
			   v->columns);
		key_names(&sql, v->columns, v->nkey);
		str_add(&sql, ")) WITHOUT ROWID;");
		if (db_exec(s, str_text(&sql), e) != 0)
			return -1;
	}
	return db_exec(s, indexes, e);
}

static int
migrate(struct store *s, int from, struct err *e)
{
	for (size_t i = 0; i < NELEM(migrations); i++) {
		const struct migration *m = &migrations[i];

		if (m->version <= from)
			continue;
		if (db_exec(s, m->sql, e) != 0 ||
		    RUN(s, Q_VERSION_PUT, e, ARG(m->version)) != 0)
			return -1;
	}
	return 0;
}

int
schema_create(struct store *s, struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };
	OWN(str_free) struct str sql = { 0 };

	str_printf(&sql, "PRAGMA application_id = %d", STORE_APPLICATION);
	if (txn_write(s, &t, e) != 0 || db_exec(s, str_text(&sql), e) != 0 ||
	    migrate(s, 0, e) != 0)
		return -1;
	for (size_t i = 0; i < NELEM(triggers); i++) {
		if (db_exec(s, triggers[i].sql, e) != 0)
			return -1;
	}
	if (schema_make_views(s, false, e) != 0 ||
	    RUN(s, Q_META_PUT, e, ARG("house"), ARG((const char *)s->house)) !=
		    0 ||
	    RUN(s, Q_META_PUT, e, ARG("terminal"),
		ARG((const char *)s->terminal)) != 0 ||
	    RUN(s, Q_HEAD_NEW, e, ARG((const char *)s->terminal)) != 0)
		return -1;
	return txn_commit(&t, e);
}

static int
pragma_int(struct store *s, const char *sql, int64_t *ret, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);

	if (rc == SQLITE_OK) {
		rc = sqlite3_step(st);
		if (rc == SQLITE_ROW) {
			*ret = sqlite3_column_int64(st, 0);
			rc = SQLITE_OK;
		}
	}
	sqlite3_finalize(st);
	return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

int
schema_check(struct store *s, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int64_t id = 0, version;

	if (pragma_int(s, "PRAGMA application_id", &id, e) != 0)
		return -1;
	if (id != STORE_APPLICATION)
		return err_set(e, ERR_FAILED,
			       "'%s' holds no house: choose another folder, "
			       "or make a house with init",
			       s->path);
	if (ROWS(s, Q_VERSION, &r, e) != 0 || rows_next(&r, e) < 0)
		return -1;
	version = row_int(&r, 0);
	if (version > STORE_SCHEMA)
		return err_set(e, ERR_FAILED,
			       "this house was written by a newer preshift "
			       "(its database has version %lld, this program "
			       "knows %d): update preshift",
			       (long long)version, STORE_SCHEMA);
	/* No older one exists yet: the second entry of migrations[] comes with
	 * a call here that runs it and makes the views anew. */
	_Static_assert(STORE_SCHEMA == 1, "say how an older house is opened");
	return version == STORE_SCHEMA ? 0 : db_fail(s, SQLITE_CORRUPT, e);
}

int
schema_check_triggers(struct store *s, struct err *e)
{
	for (size_t i = 0; i < NELEM(triggers); i++) {
		OWN(rows_done) struct rows r = { 0 };
		const unsigned char *sql;
		int got;

		if (ROWS(s, Q_TRIGGER, &r, e, ARG(triggers[i].name)) != 0)
			return -1;
		got = rows_next(&r, e);
		if (got < 0)
			return -1;
		sql = got ? sqlite3_column_text(r.st, 0) : NULL;
		if (sql == NULL ||
		    strcmp((const char *)sql, triggers[i].sql) != 0)
			return err_set(e, ERR_UNTRUE,
				       "the guard '%s' of the log is missing "
				       "or changed: somebody has altered the "
				       "database; find out who",
				       triggers[i].name);
	}
	return 0;
}
