/* Who held which key and which role when, from records alone: no view and no
 * store is asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_KEYCHAIN_H
#define PRESHIFT_CMD_KEYCHAIN_H

#include "model/person.h"
#include "record/record.h"
#include "trust/key.h"

enum { CHAIN_BUCKETS = 1024 };

/* One terminal's log. Those with the office's duty come first, in the order
 * in which they had it: the keys and roles of the others rest on them. */
struct chain_log {
	const char *terminal;
	unsigned order;
	bool office;
};

/* What makes or unmakes a person's key or role. */
struct chain_event {
	enum record_kind kind; /* enrol activate change reset revoke leave */
	const struct chain_log *log;
	uint64_t idx;
	uint8_t hash[32];
	int64_t at;
	const char *by;        /* NULL: nobody */
	struct pubkey key;     /* enrol, reset: the code's; activate: own */
	const char *code_at;   /* terminal where the code is valid */
	int64_t code_until;    /* local day */
	enum role role;        /* enrol, change */
	bool returns;          /* change: to active */
	int64_t since;         /* revoke */
	const struct chain_event *code; /* activate: the code used */
	bool used;             /* enrol, reset: the code */
	bool seconded;         /* a second person vouched for it */
	bool shaky;            /* its record does not hold */
	struct chain_event *next; /* of the same person, in order */
};

struct chain_person {
	const char *number;
	struct chain_event *first, *last;
	struct chain_person *next; /* of the same bucket */
};

/* Zero-initialised but for the arena is empty. */
struct keychain {
	struct arena *a;
	struct chain_person *bucket[CHAIN_BUCKETS];
	size_t revoked; /* events of that kind */
};

/* Where and when something is said: leaf IDX of LOG, at AT. */
struct chain_place {
	const struct chain_log *log;
	uint64_t idx;
	int64_t at;
};

/* NULL: no event of that number yet. */
struct chain_person *chain_person(const struct keychain *k,
				  const char *number);
/* Adds a copy of EV (strings too) to the end of NUMBER's events. */
struct chain_event *chain_add(struct keychain *k, const char *number,
			      const struct chain_event *ev);
/* The event that leaf IDX of TERMINAL is; NULL: none. P may be NULL. */
struct chain_event *chain_find(const struct chain_person *p,
			       const char *terminal, uint64_t idx);

/* The activation whose key was P's at that place; NULL: none held. In an
 * office's log the order of the logs decides; elsewhere a log's own activation
 * has the last word, for it may not have heard what the office did
 * meanwhile. */
const struct chain_event *chain_key(const struct chain_person *p,
				    const struct chain_place *at);
/* The newest code given to P before that place; NULL: none. */
const struct chain_event *chain_code(const struct chain_person *p,
				     const struct chain_place *at);

/* Whether EV is a reset that came after a first activation: earlier ones need
 * no second person and mark nothing. */
bool chain_again(const struct chain_person *p, const struct chain_event *ev);

struct chain_standing {
	bool known;    /* enrolled */
	bool left;
	enum role role;
	unsigned ever; /* ROLE_BITs held at any time, by all that is known */
	bool shaky;    /* rests on a record that does not hold */
};
void chain_standing(const struct chain_person *p,
		    const struct chain_place *at, struct chain_standing *ret);

#endif
