/* A drill as a conversation: scenes, choices, result, debrief.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_PRACTICE_H
#define PRESHIFT_SESSION_PRACTICE_H

#include "base/clock.h"
#include "base/messages.h"
#include "model/explore.h"
#include "model/io.h"
#include "model/keeper.h"

/* How the clocks of a drill run: who needs more time has it (WCAG 2.2, success
 * criterion 2.2.1). */
enum practice_timers { TIMERS_OFF, TIMERS_ON, TIMERS_X2, TIMERS_X10,
		       TIMERS_COUNT };
const char *practice_timers_word(enum practice_timers t); /* off on x2 x10 */
bool practice_timers_parse(const char *s, enum practice_timers *ret);

struct practice_setup {
	const struct drill *drill;
	const struct explore *explore;
	const struct explore_report *report;
	const char *const *langs;              /* [0]: begins in it */
	const struct messages *const *m;       /* per language */
	const struct translation *const *tr;   /* per language, NULL: source */
	size_t nlangs;
	const char *name;    /* of the learner, NULL: nobody is logged in */
	const char *coach;   /* of the learner's coach, NULL: there is none */
	bool trial;
	uint64_t seed;
	enum practice_timers timers; /* a player may change it */
	struct clock *clock;
	struct keeper *keeper;   /* NULL: nothing is kept */
	const char *draft_key;
	const char *digest;      /* SHA-256 hex of the document */
	bool resume;             /* go on with the draft without asking */
	const char *const *choices; /* --choices: ids, no conversation */
	size_t nchoices;
	const char *from;        /* node to begin at, NULL */
	const struct practice_result *before; /* played again, NULL … */
	size_t keep;             /* … with so many of its moves */
	const char *of;          /* its leaf, NULL */
};

struct practice_result {
	struct drill_move *moves;
	size_t nmoves;
	struct drill_outcome outcome;
	size_t end;              /* the end node */
	unsigned hints;
	enum practice_timers timers;
	unsigned timeouts;       /* choices that the clock made */
	int sure_before, sure_after; /* 0: not said */
	uint64_t seed;           /* played with: the draft's if gone on */
	const char *from;        /* node it began at, NULL: the start */
	const char *lang;
	size_t kept;             /* moves that are another attempt's … */
	const char *of;          /* … the leaf of which this is, NULL */
	const char *draft;       /* to be dropped with the record if it still
				  * is this; NULL: none was made */
};

/* What somebody wants after a drill. */
struct practice_next {
	bool again;              /* the same once more … */
	size_t keep;             /* … with so many moves of it as they were */
	bool other;              /* another drill … */
	bool log_in;             /* to keep it, then to be asked again;
				  * nothing of these: home */
};

/* Plays to an end and shows the debrief. With `choices` plays
 * them without a word; too few, unknown or blocked ones: USAGE. A draft made
 * with another digest is replayed as far as its choices still exist and are
 * open; the person is told where it stopped. `resume` without a draft: USAGE.
 * Cancelled: the draft stays. */
int practice_run(struct io *io, struct arena *a,
		 const struct practice_setup *s, struct practice_result *ret,
		 struct err *e) MUST_CHECK;

/* Says what came of it, and as which LEAF it was recorded (NULL: it was not),
 * and asks what comes next, by numbers. */
int practice_next(struct io *io, struct arena *a,
		  const struct practice_setup *s,
		  const struct practice_result *r, const uint64_t *leaf,
		  struct practice_next *ret, struct err *e) MUST_CHECK;

/* The place of LANG among the setup's languages (their messages); 0 if it is
 * not there. */
size_t practice_lang(const struct practice_setup *s, const char *lang);

/* The debrief (S11) as a page: path with moods, the pivot (greatest regret),
 * what went well, what to try, the result. */
struct page *practice_debrief(struct arena *a, const struct practice_setup *s,
			      const struct practice_result *r, size_t lang);

#endif
