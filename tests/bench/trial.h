/* A trial house that grows by whole signed leaves, as cmd would write them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BENCH_TRIAL_H
#define PRESHIFT_BENCH_TRIAL_H

#include "bench.h"
#include "store/store.h"
#include "trust/key.h"

enum { LIST = 1000 }; /* leaves appended in one transaction */

struct trial {
	struct arena a; /* of the list that is being made */
	struct err e;
	const char *dir;
	struct store *s;
	struct signer *terminal;
	struct notary notary;
	struct log_head head; /* when the list began */
	const char *bodies[LIST];
	size_t sizes[LIST];
	size_t n;
	int64_t now;
};

#define TRIAL_HOUSE "bench"

/* All must go well here, or the program ends. */
void trial_create(struct trial *t, const char *dir, int64_t now);
void trial_open(struct trial *t, const char *dir);
void trial_close(struct trial *t); /* writes terminal.head */

/* A record with its head and the fields FIELD, VALUE … NULL; optional fields
 * that are not named are "-". */
struct record *
trial_record(struct trial *t, enum record_kind k, const char *by, ...);

struct trial_sig {
	enum slot_bit slot;
	const struct signer *key;
};
/* Signs and adds to the list; the leaf's index. */
uint64_t trial_add(struct trial *t, const struct record *r,
		   const struct trial_sig *v, size_t n);
#define UNSIGNED NULL, 0
#define SIGNED(...)                                \
	(const struct trial_sig[]){ __VA_ARGS__ }, \
		NELEM(((const struct trial_sig[]){ __VA_ARGS__ }))
/* "office INDEX HASH" of a leaf of the list. */
char *trial_ref(struct trial *t, uint64_t index);
/* Appends the list, with names beside it, and begins a new one. */
void trial_append(struct trial *t, const struct side_name *names, size_t n);

#endif
