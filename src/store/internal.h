/* What the files of this room share: connection, statements, projections.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_STORE_INTERNAL_H
#define PRESHIFT_STORE_INTERNAL_H

#include <signal.h>
#include <sqlite3.h>
#include "store/query.h"
#include "store/store.h"

enum {
	STORE_APPLICATION = 0x50534654, /* "PSFT", at byte 68 of the file */
	STORE_BUSY_MS = 10000,
	STORE_ID_MAX = 64,
};

struct store {
	sqlite3 *db;
	sqlite3_stmt *stmt[Q_LAST]; /* prepared when first asked */
	char *path;
	char house[STORE_ID_MAX + 1], terminal[STORE_ID_MAX + 1];
	bool write;
	bool alone; /* nobody else may have it open, not even to read */
};

/* ---- one statement (db.c) ---- */

struct arg {
	enum arg_type { ARG_NULL, ARG_INT, ARG_TEXT, ARG_BLOB } type;
	int64_t i;
	const void *p; /* lives until the statement is done */
	size_t n;
};
struct arg arg_int(int64_t i);
struct arg arg_u64(uint64_t u);
struct arg arg_text(const char *s); /* NULL is SQL's NULL */
struct arg arg_blob(const void *p, size_t n);

/* clang-format off */
#define ARG(x) _Generic((x), \
	char *: arg_text, const char *: arg_text, \
	bool: arg_int, int: arg_int, unsigned: arg_int, \
	int64_t: arg_int, uint64_t: arg_u64)(x)
/* clang-format on */
#define ARGS(...) (const struct arg[]){ __VA_ARGS__ }
#define NARGS(...) NELEM(((const struct arg[]){ __VA_ARGS__ }))

/* A statement that runs; rows_done() gives it back. */
struct rows {
	struct store *s;
	sqlite3_stmt *st;
	bool once; /* not the prepared one: that was busy */
};
int rows_open(struct store *s, enum query q, const struct arg *v, size_t n,
	      struct rows *ret, struct err *e) MUST_CHECK;
int rows_next(struct rows *r, struct err *e) MUST_CHECK; /* 1, 0 end, -1 */
void rows_done(struct rows *r);
#define ROWS(s, q, r, e, ...) \
	rows_open((s), (q), ARGS(__VA_ARGS__), NARGS(__VA_ARGS__), (r), (e))

int query_run(struct store *s, enum query q, const struct arg *v, size_t n,
	      struct err *e) MUST_CHECK;
/* The same with only as many of V as the statement has places for. */
int query_run_key(struct store *s, enum query q, const struct arg *v, size_t n,
		  struct err *e) MUST_CHECK;
#define RUN(s, q, e, ...) \
	query_run((s), (q), ARGS(__VA_ARGS__), NARGS(__VA_ARGS__), (e))

/* Columns from 0. Text and lists are copied; SQL's NULL is NULL. */
int64_t row_int(const struct rows *r, int col);
const char *row_text(const struct rows *r, struct arena *a, int col);
const char *row_or(const struct rows *r, struct arena *a, int col,
		   const char *none);
const char **row_list(const struct rows *r, struct arena *a, int col,
		      size_t *ret_n);
/* A size or index, 0 … 2^63-1, or UNTRUE. */
int row_u64(const struct rows *r, int col, uint64_t *ret, struct err *e)
	MUST_CHECK;
/* Exactly N bytes, or UNTRUE. */
int row_bytes(const struct rows *r, int col, void *out, size_t n,
	      struct err *e) MUST_CHECK;

/* The sentence for a result code of SQLite. Returns -1. */
int db_fail(struct store *s, int rc, struct err *e);
/* Several statements without values, of schema.c. */
int db_exec(struct store *s, const char *sql, struct err *e) MUST_CHECK;
/* The process that holds the database, 0 if it cannot be told. */
long db_holder(const struct store *s);

/* ---- transactions (txn.c) ---- */

/* Zero is "none". txn_end rolls back what is still open; OWN(txn_end). */
struct txn {
	struct store *s;
	bool open, masked;
	sigset_t old;
};
int txn_write(struct store *s, struct txn *ret, struct err *e) MUST_CHECK;
/* One view of the database over several statements; nests. */
int txn_read(struct store *s, struct txn *ret, struct err *e) MUST_CHECK;
int txn_commit(struct txn *t, struct err *e) MUST_CHECK;
void txn_end(struct txn *t);

/* ---- tables (schema.c) ---- */

struct view {
	const char *name;
	const char *columns; /* key first */
	int nkey;
};
extern const struct view store_views[];
extern const size_t store_view_count;

int schema_create(struct store *s, struct err *e) MUST_CHECK;
/* Refuses what is no house, or a newer one. */
int schema_check(struct store *s, struct err *e) MUST_CHECK;
int schema_make_views(struct store *s, bool drop, struct err *e) MUST_CHECK;
int schema_check_triggers(struct store *s, struct err *e) MUST_CHECK;

/* ---- kinds (project.c): what a record must not be, what it becomes ---- */

struct projection {
	struct store *s;
	struct arena *a;
	const char *terminal;
	int64_t idx;
	int64_t at;
	const char *by; /* NULL: nobody */
	const struct record *r;
	const struct leaf_parts *parts;
	bool drop; /* take the rows away again: the leaf is blanked */
};

struct event;

struct admission {
	struct store *s;
	struct arena *a;
	const struct append *ap;
	const struct record *r;
	const struct leaf_parts *parts;
	uint64_t idx;
	const char *by;
	enum slot_bit slot; /* who signs; of a dry run: who would */
	const char *number; /* whose events were read last, NULL: none */
	struct event *events;
	size_t nevents;
};

struct kind {
	bool office; /* only in the log of the terminal with that duty */
	int (*admit)(struct admission *ad, struct err *e); /* NULL: always */
	int (*project)(const struct projection *p, struct err *e);
};
extern const struct kind store_kinds[REC_KINDS];

/* Puts the rows of one view, or drops them: the first arguments are the key
 * and all that a drop takes. */
int view_row(const struct projection *p, enum query put, enum query drop,
	     const struct arg *v, size_t n, struct err *e) MUST_CHECK;
#define VIEW(p, NAME, e, ...)                                              \
	view_row((p), Q_##NAME##_PUT, Q_##NAME##_DROP, ARGS(__VA_ARGS__), \
		 NARGS(__VA_ARGS__), (e))
#define WHERE(p) ARG((p)->terminal), ARG((p)->idx), ARG((p)->at)

struct arg arg_field(const struct projection *p, const char *field);
struct arg arg_number(const struct projection *p, const char *field);
struct arg arg_list(const struct projection *p, const char *field);
struct arg arg_free(const struct projection *p, const char *field);
bool projection_ref(const struct projection *p, const char *field,
		    struct leaf_ref *ret);

/* What leaf IDX of TERMINAL becomes; unknown kinds become nothing. */
int project_leaf(struct store *s, struct arena *a, const char *terminal,
		 uint64_t idx, const char *body, size_t n, bool drop,
		 struct err *e) MUST_CHECK;
int project_record(struct store *s, struct arena *a, const char *terminal,
		   uint64_t idx, const struct record *r,
		   const struct leaf_parts *parts, bool drop, struct err *e)
	MUST_CHECK;

/* Blanks what an erasure names, as far as it is here; takes its rows away. */
int erase_targets(const struct projection *p, struct err *e) MUST_CHECK;

/* One leaf of another terminal's log, inside a transaction; in any order. */
int store_take_leaf(struct store *s, const struct leaf_row *row,
		    struct err *e) MUST_CHECK;

/* Slot of signature I, 0: none of this record's. *ret_number: who. */
enum slot_bit sig_slot(struct arena *a, const struct record *r,
		       const struct leaf_parts *parts, size_t i,
		       const char **ret_number);

int admit_leaf(struct admission *ad, struct err *e) MUST_CHECK;

/* ---- for admit functions (admit.c) ---- */

/* The value of a field, "" if there is none. */
const char *admit_get(const struct admission *ad, const char *field);
int admit_known(struct admission *ad, const char *number, struct person *ret,
		struct err *e) MUST_CHECK;
int admit_active(struct admission *ad, const char *number, struct person *ret,
		 struct err *e) MUST_CHECK;
int admit_field_known(struct admission *ad, struct err *e) MUST_CHECK;
int admit_field_active(struct admission *ad, struct err *e) MUST_CHECK;
/* The leaf a field names: it must be here with that hash. *ret NULL: its
 * kind is unknown or its body gone. */
int admit_target(struct admission *ad, const char *field,
		 struct leaf_ref *ret_ref, const struct record **ret,
		 struct err *e) MUST_CHECK;

/* Only the terminal that has the office's duty. */
int admit_duty(struct admission *ad, struct err *e) MUST_CHECK;

int admit_house(struct admission *ad, struct err *e);
int admit_setting(struct admission *ad, struct err *e);
int admit_terminal(struct admission *ad, struct err *e);
int admit_enrol(struct admission *ad, struct err *e);
int admit_activate(struct admission *ad, struct err *e);
int admit_change(struct admission *ad, struct err *e);
int admit_reset(struct admission *ad, struct err *e);
int admit_revoke(struct admission *ad, struct err *e);
int admit_leave(struct admission *ad, struct err *e);
int admit_edition(struct admission *ad, struct err *e);
int admit_about_edition(struct admission *ad, struct err *e);
int admit_ack(struct admission *ad, struct err *e);
int admit_paper(struct admission *ad, struct err *e);
int admit_about(struct admission *ad, struct err *e);
int admit_lineup(struct admission *ad, struct err *e);
int admit_catchup(struct admission *ad, struct err *e);
int admit_vouch(struct admission *ad, struct err *e);
int admit_audit(struct admission *ad, struct err *e);
int admit_erase(struct admission *ad, struct err *e);

int project_house(const struct projection *p, struct err *e);
int project_terminal(const struct projection *p, struct err *e);
int project_epoch(const struct projection *p, struct err *e);
int project_setting(const struct projection *p, struct err *e);
int project_roster(const struct projection *p, struct err *e);
int project_edition(const struct projection *p, struct err *e);
int project_handbook(const struct projection *p, struct err *e);
int project_plan(const struct projection *p, struct err *e);
int project_lineup(const struct projection *p, struct err *e);
int project_catchup(const struct projection *p, struct err *e);
int project_attempt(const struct projection *p, struct err *e);
int project_observe(const struct projection *p, struct err *e);
int project_review(const struct projection *p, struct err *e);
int project_ready(const struct projection *p, struct err *e);
int project_vouch(const struct projection *p, struct err *e);
int project_correct(const struct projection *p, struct err *e);
int project_audit(const struct projection *p, struct err *e);
int project_erase(const struct projection *p, struct err *e);

/* The house as its newest record says; none yet: *ret_found false. */
int house_row(struct store *s, struct arena *a, struct house *ret,
	      bool *ret_found, struct err *e) MUST_CHECK;

/* ---- what happened to one person (roster.c) ---- */

struct event {
	const char *number, *terminal;
	int64_t idx, at;
	enum record_kind kind;
	int64_t office; /* since when its terminal is the office, -1: never */
	const char *by, *name_hash, *role, *team, *contract, *language, *coach;
	const char *code_key, *code_until, *code_at;
	const char *key, *attended, *ref_terminal;
	int64_t ref_idx;
	int64_t since;
	const char *state;
};

/* Of NUMBER, or of everybody (NULL): by number; the office's in the order of
 * its log. */
int roster_events(struct store *s, struct arena *a, const char *number,
		  struct event **ret, size_t *ret_n, struct err *e) MUST_CHECK;
/* How many of the N events at V are of the same person as the first. */
size_t roster_run(const struct event *v, size_t n);
/* The activation that used the code of C: the first in the log of the one
 * terminal where the code is valid; NULL: none yet. */
const struct event *roster_activation(const struct event *v, size_t n,
				      const struct event *c);
/* What the N events of one person add up to. */
int roster_person(struct store *s, struct arena *a, const struct event *v,
		  size_t n, struct person *ret, bool *ret_known,
		  struct err *e) MUST_CHECK;
/* As store_key_at. */
const char *roster_key(const struct event *v, size_t n, const char *terminal,
		       uint64_t index, int64_t at, bool *ret_doubt,
		       bool *ret_attended);

/* ---- drafts (read_house.c) ---- */

/* Inside a transaction. */
int draft_write(struct store *s, const struct side_draft *d, struct err *e)
	MUST_CHECK;

#endif
