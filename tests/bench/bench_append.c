/* One durable record of HOUSE against the bare transaction of SQLite with the
 * same bytes into a log of the same size on the same disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "trial.h"

#include <linux/magic.h>
#include <sqlite3.h>
#include <sys/vfs.h>

#include "base/file.h"
#include "base/str.h"
#include "trust/merkle.h"

enum { BATCH = 50, BATCHES = 21 };

struct bare {
	sqlite3 *db;
	sqlite3_stmt *begin, *insert, *commit;
	int64_t idx;
};

static void
sql(sqlite3 *db, const char *text)
{
	if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
		bench_stop("%s: %s", text, sqlite3_errmsg(db));
}

static sqlite3_stmt *
prepare(sqlite3 *db, const char *text)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(db, text, -1, &st, NULL) != SQLITE_OK)
		bench_stop("%s: %s", text, sqlite3_errmsg(db));
	return st;
}

/* The house's own leaves in a table like its own, without guards. */
static void
bare_open(struct bare *b, struct trial *t)
{
	const char *path = path_join(&t->a, t->dir, "bare.db");

	if (sqlite3_open(path, &b->db) != SQLITE_OK)
		bench_stop("cannot make '%s'", path);
	sql(b->db, "PRAGMA journal_mode = WAL");
	sql(b->db, "PRAGMA synchronous = FULL");
	sql(b->db, "CREATE TABLE leaf (terminal TEXT NOT NULL,"
		   " idx INTEGER NOT NULL, hash BLOB NOT NULL, body BLOB,"
		   " blanked INTEGER, PRIMARY KEY (terminal, idx))");
	sql(b->db,
	    arena_printf(&t->a, "ATTACH '%s/house.db' AS house", t->dir));
	sql(b->db, "INSERT INTO leaf SELECT * FROM house.leaf");
	sql(b->db, "DETACH house");
	b->begin = prepare(b->db, "BEGIN IMMEDIATE");
	b->insert = prepare(b->db, "INSERT INTO leaf VALUES (?, ?, ?, ?, ?)");
	b->commit = prepare(b->db, "COMMIT");
	b->idx = (int64_t)t->head.size;
}

static void
bare_close(struct bare *b)
{
	sqlite3_finalize(b->begin);
	sqlite3_finalize(b->insert);
	sqlite3_finalize(b->commit);
	sqlite3_close(b->db);
}

static void
step(struct bare *b, sqlite3_stmt *st)
{
	if (sqlite3_step(st) != SQLITE_DONE)
		bench_stop("SQLite: %s", sqlite3_errmsg(b->db));
	sqlite3_reset(st);
}

/* Milliseconds a record, over the list of T. */
static double
run_bare(struct bare *b, struct trial *t, uint8_t (*hash)[32])
{
	double began = bench_ms();

	for (size_t i = 0; i < t->n; i++) {
		step(b, b->begin);
		sqlite3_bind_text(b->insert, 1, "office", -1, SQLITE_STATIC);
		sqlite3_bind_int64(b->insert, 2, b->idx++);
		sqlite3_bind_blob(b->insert, 3, hash[i], 32, SQLITE_STATIC);
		sqlite3_bind_blob(b->insert, 4, t->bodies[i], (int)t->sizes[i],
				  SQLITE_STATIC);
		step(b, b->insert);
		step(b, b->commit);
	}
	return (bench_ms() - began) / (double)t->n;
}

static double
run_ours(struct trial *t)
{
	double began = bench_ms();

	for (size_t i = 0; i < t->n; i++) {
		struct append ap = { .bodies = &t->bodies[i],
				     .sizes = &t->sizes[i],
				     .n = 1,
				     .now = t->now,
				     .today = t->now / 86400 };
		uint64_t first;

		MUST(&t->e, store_append(t->s, &t->notary, &ap, &first, &t->e));
	}
	return (bench_ms() - began) / (double)t->n;
}

/* In memory nothing waits for a disk: what is left to compare is a signature
 * with none. */
static bool
in_memory(const char *dir)
{
	struct statfs fs;

	return statfs(dir, &fs) == 0 && fs.f_type == TMPFS_MAGIC;
}

static void
make_batch(struct trial *t, uint8_t (*hash)[32])
{
	arena_free(&t->a);
	MUST(&t->e, store_head(t->s, &t->head, &t->e));
	t->n = 0;
	for (size_t i = 0; i < BATCH; i++) {
		trial_add(t,
			  trial_record(t, REC_REMIND, "2001", "number", "3001",
				       "edition", "1", "until", "2025-12-01",
				       NULL),
			  UNSIGNED);
		merkle_leaf(t->bodies[i], t->sizes[i], hash[i]);
	}
}

int
main(int argc, char **argv)
{
	struct bench b = { .name = "append", .unit = "ms", .ratio = 2 };
	double ours[BATCHES], reference[BATCHES];
	uint8_t hash[BATCH][32];
	struct bare bare;
	struct trial t;

	if (argc != 2)
		bench_stop("bench_append HOUSE");
	if (in_memory(argv[1]))
		b.ratio = 0;
	trial_open(&t, argv[1]);
	bare_open(&bare, &t);
	/* The first batch of each prepares statements and fills caches. */
	make_batch(&t, hash);
	run_bare(&bare, &t, hash);
	run_ours(&t);
	for (size_t i = 0; i < BATCHES; i++) {
		make_batch(&t, hash);
		if (i % 2 == 0)
			reference[i] = run_bare(&bare, &t, hash);
		ours[i] = run_ours(&t);
		if (i % 2 != 0)
			reference[i] = run_bare(&bare, &t, hash);
	}
	b.ours = bench_median(ours, BATCHES);
	b.reference = bench_median(reference, BATCHES);
	bare_close(&bare);
	MUST(&t.e, store_head(t.s, &t.head, &t.e));
	trial_close(&t);
	return bench_report(&b);
}
