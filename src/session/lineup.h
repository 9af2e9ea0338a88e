/* The lineup as a conversation: from the roll to the close.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_LINEUP_H
#define PRESHIFT_SESSION_LINEUP_H

#include "base/clock.h"
#include "base/messages.h"
#include "base/zone.h"
#include "model/commandments.h"
#include "model/io.h"
#include "model/keeper.h"
#include "model/plan.h"

/* Somebody who may be there. */
struct roster_row {
	const char *number, *name, *lang;
	bool is_new;         /* first lineups: introduced by name */
	const char *coach;   /* the coach's name, NULL */
	bool may_lead;       /* active */
	bool supervisor;
};

/* One language the screen can be flipped to. */
struct lineup_lang {
	const char *lang;
	const struct messages *m;
	const struct translation *tr; /* of the commandments, NULL: source */
};

struct lineup_setup {
	const char *house;      /* title */
	bool trial;
	const char *team, *team_title;
	enum shift shift;
	int64_t day;            /* local date, days since 1970 */
	const struct zone *zone;
	struct clock *clock;
	const struct roster_row *roster; /* in the order of the roll */
	size_t nroster;
	const struct lineup_lang *langs; /* [0]: the language it begins in */
	size_t nlangs;
	const struct commandments *commandments;
	const struct commandment *today;
	const struct quiz *recall;       /* NULL: the mantra question */
	const struct commandment *recall_of;
	struct plan plan;                /* items set, not laid out */
	unsigned form;                   /* 10 7 5 */
	struct keeper *keeper;
	const char *draft_key;
	const char *after;  /* "SIZE ROOT" of the log at the start, for the
			     * draw; kept in the draft */
	/* Digest of S: SHA-256, given by the caller. */
	void (*sha256)(uint8_t ret[32], const void *p, size_t n);
};

enum sign_when { SIGN_NOW, SIGN_LATER, SIGN_NEVER };

struct lineup_result {
	const char *leader;   /* number */
	unsigned form;
	const char *lang;     /* the last one it was taught in */
	const char *screen;   /* the one it is shown in now */
	int64_t start, end;   /* UTC */
	int64_t stood_ms;     /* of that the countdown stood still */
	const char *after;    /* as at the start */
	const char **present, **late, **off;
	size_t npresent, nlate, noff;
	unsigned guests;
	const char **shown, **dropped; /* slot words and items */
	size_t nshown, ndropped;
	unsigned practice[PRACTICE_MARKS];
	int recall_right, recall_of;   /* -1: not asked */
	const char **parked;
	size_t nparked;
	bool paper;           /* what stands here is from a sheet */
	const char *witness;  /* drawn number, NULL: nobody to draw */
	enum sign_when leader_signs;
	uint64_t recorded;    /* leaf index + 1 when the record is in the log
			       * already (reopened after that), else 0 */
	bool leader_signed;
};

/* Leads the lineup to its close, and asks when the leader signs. A draft of
 * DRAFT_KEY is gone on with: same page, roll, counts, clock (what passed since
 * by the wall clock counts, unless it went back or the clock was paused). The
 * draft is kept until the caller drops it. A person who reopens one is asked
 * whether it goes on, is closed as it stands, or was held on paper.
 * Cancelled (0, Ctrl-C, hang-up): the draft stays. */
int lineup_run(struct io *io, struct arena *a, const struct lineup_setup *s,
	       struct lineup_result *ret, struct err *e) MUST_CHECK;

/* The draft's text once the record is leaf INDEX; the caller stores it in the
 * same transaction as the leaf. SIGNED: the leader's vouch is in too. */
const char *lineup_draft_recorded(struct arena *a,
				  const struct lineup_result *r,
				  uint64_t index, bool leader_signed);

/* Asks when the drawn witness signs: now, later or skip; in the language
 * shown. */
int lineup_ask_witness(struct io *io, struct arena *a,
		       const struct lineup_setup *s,
		       const struct lineup_result *r, enum sign_when *ret,
		       struct err *e) MUST_CHECK;

/* The witness: SHA-256(ROOT "\n" date "\n" shift "\n" team), first eight
 * bytes big-endian mod the number of present who are not the leader, sorted
 * by number (byte by byte). ROOT is the second word of AFTER, as it stands
 * there. Who is on the roster and may not lead is not active and not drawn.
 * NULL if there is nobody. */
const char *lineup_draw(const struct lineup_setup *s, const char *after,
			const char *leader, const char *const *present,
			size_t n, struct arena *a);

#endif
