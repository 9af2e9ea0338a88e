/* What the tests of store share: a toy notary, a house that grows by whole
 * leaves with signatures of the right shape, a history of every kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TEST_STORE_FIXTURE_H
#define PRESHIFT_TEST_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/store.h"

enum { WORLD_KEYS = 64, DAY = 86400 };

/* Saturday 21 November 2026, 06:00 UTC. */
#define FIRST_MORNING ((int64_t)1795240800)

struct body {
	const char *text;
	size_t n;
};

/* One terminal of the house `harbour`. */
struct world {
	struct arena a;
	struct err e;
	char dir[64];
	char path[96];
	const char *terminal;
	struct store *s;
	struct notary n;
	int64_t now;
	unsigned serial;        /* nonces, keys, codes */
	struct body *pending;   /* not yet appended */
	size_t npending, cap;
	struct { char number[16], key[24], code[24]; } key[WORLD_KEYS];
	size_t nkeys;
	struct leaf_row *log;   /* every leaf as it was appended */
	size_t nlog, log_cap;
};

void toy_notary(struct notary *n);
/* Makes a folder and in it the database of TERMINAL; "office" begins with
 * house and terminal. */
struct world *world_new(const char *terminal);
void world_free(struct world *w);
void world_reopen(struct world *w);

/* A leaf: field, value … NULL. SLOT 0: unsigned; the key is the one the
 * signer has now. Optional fields not named are "-". */
struct body leaf(struct world *w, enum record_kind k, const char *by,
		 enum slot_bit slot, ...);
/* Signed with the key LABEL instead. */
struct body leaf_by(struct world *w, const char *label, enum record_kind k,
		    const char *by, enum slot_bit slot, ...);

int append_bodies(struct world *w, const struct body *v, size_t n, bool dry,
		  uint64_t *ret_first);
/* Appends one; the index, or the test fails. */
uint64_t put(struct world *w, struct body b);
/* REFUSED (or KIND), and the sentence is MSGID, in three languages; VALUE
 * (NULL: any) stands in it. */
void refuse_as(struct world *w, struct body b, enum err_kind kind,
	       const char *msgid, const char *value);
#define refuse(w, b, msgid) refuse_as((w), (b), ERR_REFUSED, (msgid), NULL)
#define refuse_naming(w, b, msgid, value) \
	refuse_as((w), (b), ERR_REFUSED, (msgid), (value))

const char *ref(struct world *w, const char *terminal, uint64_t idx);
const char *ref_own(struct world *w, uint64_t idx);
char *public_key(struct arena *a, const char *label);
char *vkey(struct world *w, const char *terminal);
uint64_t last(struct world *w); /* index of the newest leaf */
const char *sha(struct world *w, const char *of);

/* People. */
void enrol(struct world *w, const char *number, const char *role,
	   const char *at, bool charter);
uint64_t activate(struct world *w, const char *number, uint64_t code_leaf,
		  const char *code_terminal);
uint64_t new_code(struct world *w, const char *number, const char *at,
		  bool charter);
/* 2001 HR, 3001 supervisor, 1001 … 1003 staff, all active. */
void staff_the_house(struct world *w);
uint64_t publish(struct world *w, unsigned edition, const char *change);
uint64_t acknowledge(struct world *w, const char *number, unsigned edition);
uint64_t lineup(struct world *w, const char *date, const char *leader);
/* Every kind at least once, an erasure among them. */
void every_kind(struct world *w);

/* Setups of a test: *state is a world so far; and its teardown. */
int world_staffed(void **state);
int world_of_every_kind(void **state);
int world_gone(void **state);

/* PATH is no house that opens: KIND, and the sentence is MSGID. */
void cannot_open(const char *path, bool write, enum err_kind kind,
		 const char *msgid);

const char *dump(struct world *w);
/* Takes all leaves of FROM's own log into W, as a pack would. */
void take_log(struct world *w, const struct world *from);

#define ok(w, call)                                              \
	do {                                                     \
		if ((call) != 0)                                 \
			fail_msg("%s: %s", #call, (w)->e.text);  \
	} while (0)

#endif
