/* The house's memory: the append-only log, views of it, names and drafts.
 * The only user of SQLite.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_STORE_STORE_H
#define PRESHIFT_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>
#include "model/duty.h"
#include "model/handbook.h"
#include "model/person.h"
#include "record/notary.h"
#include "record/record.h"

enum { STORE_SCHEMA = 1 };

struct store;

/* Makes PATH (house.db, 0600) for this terminal; REFUSED if it exists. */
int store_create(const char *path, const char *house, const char *terminal,
		 struct store **ret, struct err *e) MUST_CHECK;
/* Opens it. WRITE false: nothing is changed (a read-only folder will do).
 * FAILED: not there, no house, newer schema (says both versions and that the
 * program is to be updated), read-only, busy; UNTRUE: the file is damaged. */
int store_open(const char *path, bool write, struct store **ret,
	       struct err *e) MUST_CHECK;
void store_close(struct store *s); /* NULL is fine */
void store_closep(struct store **s);

const char *store_house_id(const struct store *s);
const char *store_terminal(const struct store *s);
char *store_origin(struct arena *a, const struct store *s); /* HOUSE/TERMINAL */

/* ---- the log ---- */

struct log_head {
	uint64_t size;
	uint8_t root[32];
};
int store_head(struct store *s, struct log_head *ret, struct err *e)
	MUST_CHECK;
/* The newest note of ORIGIN's terminal; NULL for an empty log. */
int store_note(struct store *s, struct arena *a, const char *terminal,
	       const char **ret_note, struct err *e) MUST_CHECK;
/* The root our log had at SIZE (recomputed from leaf hashes; UNTRUE if it is
 * shorter). SIZE 0 is the empty root. */
int store_root_at(struct store *s, const struct notary *n, uint64_t size,
		  uint8_t ret[32], struct err *e) MUST_CHECK;

/* What else is written in the same transaction as the leaves. */
struct side_name { const char *hash, *number, *salt, *name; };
struct side_draft {
	const char *key;
	const char *text; /* NULL: drop */
	const char *was;  /* REFUSED if it is not that any more; NULL: all
			   * the same what it was */
};

struct append {
	const char *const *bodies; /* whole leaves: record and signatures */
	const size_t *sizes;
	size_t n;
	const struct side_name *names;
	size_t nnames;
	const struct side_draft *drafts;
	size_t ndrafts;
	const char *const *forget; /* staff numbers whose names are dropped
				    * (an erasure) */
	size_t nforget;
	int64_t now;               /* for admit (vouch's local day, code-until) */
	int64_t today;             /* local day of `now` */
	/* The local day of T in the house's zone; NULL: that of UTC. */
	int64_t (*day_of)(void *ctx, int64_t t);
	void *ctx;
	bool dry;                  /* admit only; nothing is written, and the
				    * signatures may still be missing */
};

/* One BEGIN IMMEDIATE transaction: head read inside, each record parsed and
 * admitted (may be REFUSED: revoked meanwhile, code used …), leaves,
 * frontier, one new signed note, view rows. All or none. Waits up to 10 s
 * for other writers. Signals are blocked until it ends. *ret_first is the
 * index of the first. An `erase` blanks the leaves it names in the same
 * transaction; call store_scrub() before saying that it is done. */
int store_append(struct store *s, const struct notary *n,
		 const struct append *ap, uint64_t *ret_first, struct err *e)
	MUST_CHECK;

struct leaf_row {
	const char *terminal;
	uint64_t index;
	uint8_t hash[32];
	const char *body; /* NULL: blanked or withheld */
	size_t n;
	int64_t blanked;  /* index of the `erase` that did it, -1 none */
};
/* Leaf INDEX of TERMINAL (NULL: our own); *ret_found false if none. */
int store_leaf(struct store *s, struct arena *a, const char *terminal,
	       uint64_t index, struct leaf_row *ret, bool *ret_found,
	       struct err *e) MUST_CHECK;
/* Every leaf of TERMINAL by index (NULL: of all, by terminal); FN returns
 * nonzero to stop (and fills e). `row` and its body live during the call
 * only. */
int store_each_leaf(struct store *s, const char *terminal,
		    int (*fn)(void *ctx, const struct leaf_row *row,
			      struct err *e),
		    void *ctx, struct err *e) MUST_CHECK;
/* Leaf hashes of TERMINAL, 32 bytes each. */
int store_hashes(struct store *s, struct arena *a, const char *terminal,
		 uint8_t (**ret)[32], size_t *ret_n, struct err *e) MUST_CHECK;

/* Drops and remakes every view from the leaves in one transaction. With A
 * also what they were and are now, as store_dump_views() tells it, with no
 * other writer in between; A NULL: only makes them. */
int store_rebuild(struct store *s, struct arena *a, const char **ret_before,
		  const char **ret_after, struct err *e) MUST_CHECK;
/* Every view ordered by key, as text: two stores with the same set of leaves
 * give the same bytes. */
int store_dump_views(struct store *s, struct arena *a, const char **ret,
		     struct err *e) MUST_CHECK;
/* SQLite's own integrity check and our triggers. UNTRUE names the first
 * fault. */
int store_check(struct store *s, struct err *e) MUST_CHECK;
/* Moves the write-ahead log into the database and empties it, so that what
 * was erased is in neither. FAILED (busy): somebody still reads. */
int store_scrub(struct store *s, struct err *e) MUST_CHECK;
/* One consistent copy in a new file (0600), while others read and write. */
int store_backup(struct store *s, const char *path, struct err *e) MUST_CHECK;

/* Every log that is held here, our own among them, by terminal. */
struct origin_row { const char *terminal; uint64_t size; };
int store_origins(struct store *s, struct arena *a, struct origin_row **ret,
		  size_t *ret_n, struct err *e) MUST_CHECK;

/* ---- house, people, settings ---- */

struct house {
	const char *id, *title, *zone, *languages, *charter_key;
	bool trial;
};
int store_house(struct store *s, struct arena *a, struct house *ret,
		struct err *e) MUST_CHECK;

/* Every person by number, with the name from `names` ("" if erased). `team`
 * and `coach` are "-" if there is none. A person with a code not yet used is
 * `enrolled` and has no key, also after a reset. `reset_at` is the newest
 * reset that came after a first activation (earlier ones need no second
 * person and mark nothing). */
int store_people(struct store *s, struct arena *a, struct person **ret,
		 size_t *ret_n, struct err *e) MUST_CHECK;
int store_person(struct store *s, struct arena *a, const char *number,
		 struct person *ret, bool *ret_found, struct err *e)
	MUST_CHECK;
/* The name with that hash; "" if it was erased. */
int store_name(struct store *s, struct arena *a, const char *hash,
	       const char **ret, struct err *e) MUST_CHECK;
/* The key that was NUMBER's when leaf INDEX of TERMINAL came; "" if none
 * held. `*ret_doubt`: revoked since before that. `*ret_attended` (or NULL):
 * somebody stood by when it was made. */
int store_key_at(struct store *s, struct arena *a, const char *number,
		 const char *terminal, uint64_t index, int64_t at,
		 const char **ret_key, bool *ret_doubt, bool *ret_attended,
		 struct err *e) MUST_CHECK;
/* The note key (vkey) of a terminal, NULL if none. */
int store_terminal_key(struct store *s, struct arena *a, const char *terminal,
		       const char **ret, struct err *e) MUST_CHECK;
/* Whether an erasure must leave NUMBER's records alone. */
int store_on_hold(struct store *s, const char *number, bool *ret,
		  struct err *e) MUST_CHECK;
/* The newest value of a setting, NULL if never set or taken back ("-"). */
int store_setting(struct store *s, struct arena *a, const char *name,
		  const char **ret, struct err *e) MUST_CHECK;

struct setting_row {
	const char *terminal;
	uint64_t index;
	int64_t at;
	const char *by;    /* NULL: the charter */
	const char *value; /* NULL: taken back */
};
/* What a setting was, newest first. Two names stand for what the record of the
 * house says, each of their rows for a change. */
#define SETTING_TITLE "house.title"
#define SETTING_LANGUAGES "house.languages"
int store_setting_rows(struct store *s, struct arena *a, const char *name,
		       struct setting_row **ret, size_t *ret_n,
		       struct err *e) MUST_CHECK;

/* ---- handbook ---- */

struct edition_file { const char *lang; uint64_t bytes; const char *sha; };
/* From the record's "LANG BYTES SHA256"; false: not that. */
bool edition_file_parse(struct arena *a, const char *line,
			struct edition_file *ret);

struct edition_row {
	unsigned edition;
	bool material;
	const char *from; /* YYYY-MM-DD */
	unsigned due_days;
	uint64_t index;
	struct edition_file *texts; /* texts/SHA256.txt, one a language */
	size_t ntexts;
	struct duty_section *sections;
	size_t nsections;
	const char *summary;
	const char *terminal;
	int64_t at;
	const char *by;
	bool seconded;         /* another person vouched for it */
};
/* All editions, oldest first. */
int store_editions(struct store *s, struct arena *a, struct edition_row **ret,
		   size_t *ret_n, struct err *e) MUST_CHECK;

/* One handbook event of a person: ack decline object refused explained paper
 * exempt remind ask read. */
struct handbook_row {
	enum record_kind kind;
	const char *number;
	uint64_t index;
	const char *terminal;
	int64_t at;
	const char *by;        /* NULL: nobody logged in */
	unsigned edition;      /* 0: object names a leaf instead */
	const char *lang, *text; /* NULL: the kind has none; so below */
	const char **sections; /* ack paper explained ask: ids; read: opened */
	size_t nsections;
	/* ack: meaning; ask: want; exempt, remind: until; paper: on; read:
	 * bookmark; object, explained: words; decline, refused: why */
	const char *detail;
	unsigned seconds;
	const char *entry;     /* keyboard script */
	const char *assisted;
	const char *clock;
	const char *ref_terminal; /* object: the leaf objected to; NULL: none */
	uint64_t ref_index;
	bool disputed;         /* the same person objects to this leaf */
	bool marked_reset;     /* ack: within 7 days after a reset */
	bool vouched_later;    /* a later leaf carries another's signature */
};
/* NUMBER NULL: everybody's, by number, then terminal and index. */
int store_handbook_rows(struct store *s, struct arena *a, const char *number,
			struct handbook_row **ret, size_t *ret_n,
			struct err *e) MUST_CHECK;

/* What somebody has read of an edition, over all their `read` records; of each
 * section's questions the first try counts. */
int store_reading(struct store *s, struct arena *a, const char *number,
		  unsigned edition, struct reading *ret, struct err *e)
	MUST_CHECK;

/* ---- lineups ---- */

/* Items somebody prepared for a coming lineup. */
struct plan_row {
	uint64_t index;
	const char *terminal, *date, *team;
	int64_t at;
	const char *by;    /* NULL: nobody logged in */
	const char **items;
	size_t nitems;
	const char *owner, *until, *leader; /* NULL: none */
};
int store_plans(struct store *s, struct arena *a, const char *date,
		const char *team, struct plan_row **ret, size_t *ret_n,
		struct err *e) MUST_CHECK;

struct lineup_row {
	uint64_t index;
	const char *terminal;
	int64_t at;
	const char *date, *shift, *team, *leader, *language, *commandment;
	unsigned form;
	int64_t start, end;
	const char **present, **late, **off;
	size_t npresent, nlate, noff;
	unsigned guests;
	const char *practice, *recall; /* "2 1 3", "5 7"; NULL: none */
	const char **parked;
	size_t nparked;
	const char *witness; /* the drawn one, NULL */
	bool leader_vouched, witness_vouched;
};
/* Between two dates inclusive (NULL: open), by date, shift, index. */
int store_lineups(struct store *s, struct arena *a, const char *from,
		  const char *to, const char *team, struct lineup_row **ret,
		  size_t *ret_n, struct err *e) MUST_CHECK;

/* Commandments a person has heard: distinct ids of lineups where present or
 * late, and of catch-ups. */
struct heard_row { const char *number, *commandment; unsigned times;
		   const char *last; /* date */ };
int store_heard(struct store *s, struct arena *a, const char *number,
		struct heard_row **ret, size_t *ret_n, struct err *e)
	MUST_CHECK;
/* Who was in lineups of TEAM, SHIFT on WEEKDAY (0 Monday) since date FROM:
 * numbers, most often first. */
int store_usual(struct store *s, struct arena *a, const char *team,
		const char *shift, int weekday, const char *from,
		const char ***ret, size_t *ret_n, struct err *e) MUST_CHECK;

/* ---- training ---- */

struct attempt_row {
	uint64_t index;
	const char *terminal;
	const char *number, *drill, *result, *language;
	int64_t at;
	int scaled, mood;
	unsigned hints;
};
/* NUMBER NULL, here and below: everybody's, by number; each person's by
 * terminal and index. */
int store_attempts(struct store *s, struct arena *a, const char *number,
		   struct attempt_row **ret, size_t *ret_n, struct err *e)
	MUST_CHECK;

struct observe_row {
	uint64_t index;
	const char *terminal;
	const char *number, *observer, *drill, *team, *result;
	int64_t at;
};
int store_observes(struct store *s, struct arena *a, const char *number,
		   struct observe_row **ret, size_t *ret_n, struct err *e)
	MUST_CHECK;

struct review_row {
	uint64_t index;
	const char *terminal;
	const char *number, *item;
	int64_t at;
	int grade;
};
int store_reviews(struct store *s, struct arena *a, const char *number,
		  struct review_row **ret, size_t *ret_n, struct err *e)
	MUST_CHECK;

struct ready_row {
	uint64_t index;
	const char *terminal;
	const char *number, *team, *coach;
	int64_t at;
};
int store_readies(struct store *s, struct arena *a, const char *number,
		  struct ready_row **ret, size_t *ret_n, struct err *e)
	MUST_CHECK;

/* ---- vouching and audits ---- */

/* Late as a leader's or witness's word: its local day is after that of the
 * leaf it vouches for. No view knows the zone: whoever shows it compares. */
struct vouch_row {
	uint64_t index;
	const char *terminal;
	const char *number, *as;
	const char *ref_terminal;
	uint64_t ref_index;
	int64_t at;
	bool held; /* the leaf is here and has the hash that was vouched for */
};
int store_vouches(struct store *s, struct arena *a, struct vouch_row **ret,
		  size_t *ret_n, struct err *e) MUST_CHECK;

/* The newest audit in our own log. */
struct audit_row {
	uint64_t index, size;
	int64_t at;
	const char *by, *root; /* base64 */
	unsigned signatures, bad, marked;
};
int store_audit(struct store *s, struct arena *a, struct audit_row *ret,
		bool *ret_found, struct err *e) MUST_CHECK;

/* ---- what is neither log nor view ---- */

int store_draft_get(struct store *s, struct arena *a, const char *key,
		    const char **ret_text, struct err *e) MUST_CHECK;
/* TEXT NULL drops it. Durable when it returns. */
int store_draft_put(struct store *s, const char *key, const char *text,
		    struct err *e) MUST_CHECK;
int store_draft_change(struct store *s, const struct side_draft *d,
		       struct err *e) MUST_CHECK;
/* Keys that begin with PREFIX. */
int store_drafts(struct store *s, struct arena *a, const char *prefix,
		 const char ***ret, size_t *ret_n, struct err *e) MUST_CHECK;

/* Wrong tries of one person at one seat: how many, and until when to wait.
 * FN sees them and changes them, in one transaction: two processes never
 * count on from the same number. */
struct tries { unsigned n; int64_t until; };
int store_tries(struct store *s, const char *who,
		void (*fn)(void *ctx, struct tries *t), void *ctx,
		struct err *e) MUST_CHECK;

#endif
