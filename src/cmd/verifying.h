/* What the files of verification share: one run, one log, one leaf.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_VERIFYING_H
#define PRESHIFT_CMD_VERIFYING_H

#include "base/zone.h"
#include "cmd/keychain.h"
#include "cmd/verification.h"
#include "record/notary.h"
#include "store/store.h"

/* A record that follows a root our tree did not have: it is wrong itself, or
 * the tree is; what comes later tells which. */
struct astray {
	uint64_t idx, after;
	const char *kind, *number;
	int64_t at;
};

struct log {
	struct chain_log id;
	uint64_t head_size;    /* as the database says */
	const char *note;      /* read before the leaves; NULL: none */
	bool own, certified;
	struct pubkey note_key;

	struct frontier f;
	uint64_t next;         /* index of the leaf to come */
	bool gap;              /* a leaf is missing: no roots beyond it */
	bool sealed;           /* the newest note has our root */
	uint64_t confirmed;    /* greatest size whose root a record names */
	struct astray *astray;
	size_t nastray, cap;
	uint64_t more_astray;
};

struct known_edition {
	const struct log *log;
	uint64_t idx;
	int64_t number, at;
	bool editorial, seconded;
	const char *by;
	struct edition_file *texts;
	size_t ntexts;
};
struct known_erasure {
	const struct log *log;
	uint64_t idx;
	int64_t at;
	const char *by;
	bool seconded;
};

/* The file terminal.head. */
struct noted {
	bool there, whole;
	uint64_t size;
	uint8_t root[32];
};

struct run {
	struct arena *a;       /* of the results */
	struct store *s;
	const char *site;
	const char *wanted;    /* fingerprint, NULL */
	struct verification *v;
	struct noted noted;
	struct err *e;

	struct log *logs;
	size_t nlogs;
	struct log *log;       /* the one gone through */
	uint8_t (*roots)[32];  /* of it, by size; on the heap */
	size_t nroots, caproots;

	struct keychain keys;
	bool founded;          /* the first house record was read */
	struct pubkey charter;
	bool charter_shaky, trial;
	bool torn;             /* a record is gone that others may rest on */
	const struct zone *zone; /* NULL: UTC */
	struct arena zones;
	struct known_edition *editions;
	size_t neditions, capeditions;
	struct known_erasure *erasures;
	size_t nerasures, caperasures;

	struct arena scratch;  /* of the leaf at hand */
	struct arena cached;
	uint64_t cached_idx;   /* of the erasure last looked up */
	const char *cached_log;
	const char *cached_body;
	size_t ncached;
};

/* One leaf at hand. */
struct leaf {
	struct run *run;
	struct log *log;
	const struct leaf_row *row;
	struct leaf_parts parts;
	const struct record *r; /* NULL: not read (yet), or unknown */
	struct chain_place place;
	const char *number;     /* whose it is, as far as it tells */
	unsigned slots;         /* whose signatures are there */
	bool blamed;            /* one bad finding a leaf is enough */
	bool rests;             /* its keys rest on what does not hold */
};

/* Says what is wrong with a leaf, or marks it. Only the first wrong counts. */
void leaf_blame(struct leaf *l, enum finding_code c, const char *detail);
void leaf_mark(struct leaf *l, enum finding_code c, const char *detail);
/* The word after "preshift-record/1", as far as it looks like one: for what
 * cannot be parsed. "-": none. */
const char *leaf_word(struct arena *a, const struct leaf_row *row);
void run_add(struct run *run, const struct finding *f);
bool run_blamed(const struct run *run, const struct log *log, uint64_t from,
		uint64_t to);
struct log *run_log(const struct run *run, const char *terminal);
int64_t run_day(const struct run *run, int64_t t);


/* What can fail fails only for what keeps it from looking. */

/* verify_leaf.c: the bytes, the tree, the head. */
int leaf_check(struct run *run, const struct leaf_row *row, struct err *e)
	MUST_CHECK;
void tree_begin(struct run *run);
/* The root at size UPTO is ours: who named another up to there was wrong. */
void astray_settle(struct run *run, struct log *log, uint64_t upto);

/* verify_sig.c: the signatures, and the leaves it names. */
void leaf_signatures(struct leaf *l);
int leaf_references(struct leaf *l, struct err *e) MUST_CHECK;
/* The event of the code that an activation names; NULL: none known. */
struct chain_event *leaf_code(const struct leaf *l);
/* After all: what was signed since a key was misused. */
int run_misused(struct run *run, struct err *e) MUST_CHECK;

/* verify_kind.c: what it says, and what follows from that for others. */
int leaf_meaning(struct leaf *l, struct err *e) MUST_CHECK;

#endif
