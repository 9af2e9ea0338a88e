/* A drill while it is played. Private to the practice….c files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_PRACTICE_PLAY_H
#define PRESHIFT_SESSION_PRACTICE_PLAY_H

#include "session/practice.h"
#include "session/words.h"

struct play {
	struct io *io;
	struct arena *a;
	const struct practice_setup *s;
	size_t lang;            /* of the setup's */
	uint64_t seed;
	const char *from;       /* node it began at, NULL: the start */
	struct chance chance;
	struct drill_state *state;
	bool *visited;          /* nnodes */
	struct drill_events scene; /* since the last choice */
	struct drill_move *moves;
	size_t nmoves, capmoves;
	unsigned hints;         /* of the whole drill */
	enum practice_timers timers;
	unsigned timeouts;
	unsigned hints_here;    /* of this scene */
	size_t replied;         /* events of the scene up to the last reply that
				 * was given */
	int64_t spent_ms;       /* on this scene, up to `since_ms` */
	int64_t since_ms;
	int64_t clock_ms;       /* when the scene's clock began */
	int sure_before, sure_after;
	unsigned page;          /* of the debrief, from 1; 0: before it */
	size_t kept;            /* moves that are another attempt's … */
	const char *of;         /* … the leaf of which this is, NULL */
	const char *draft;      /* as saved or loaded last, NULL: not yet */
	const char *note;       /* to be said with the next page, NULL */
};

/* ---- practice_play.c: the drill itself, without a word ---- */

/* The next to be played again: as far as SETUP's `keep`, with what stood
 * there. */
int play_again(struct play *p, struct err *e) MUST_CHECK;
/* To the first question from the setup's start, or from node FROM. */
int play_begin(struct play *p, uint64_t seed, const char *from, struct err *e)
	MUST_CHECK;
/* Takes choice I of the scene, which must be open. */
int play_take(struct play *p, size_t i, unsigned seconds, struct err *e)
	MUST_CHECK;
/* Takes the last choice back. What one saw of its way stays seen: it counts
 * as a hint. */
int play_undo(struct play *p, struct err *e) MUST_CHECK;
bool play_can_undo(const struct play *p);
/* The place of the choice ID in the scene; false: it is not there. */
bool play_find(const struct play *p, const char *id, size_t *ret);
const struct drill_node *play_node(const struct play *p);
bool play_over(const struct play *p);
/* Counts the time since it was called last, at most as whole seconds. */
unsigned play_seconds(struct play *p);
void play_result(const struct play *p, struct practice_result *ret);
/* The choice that cost most, or nmoves: none cost anything. */
size_t play_pivot(const struct drill_move *moves, size_t n);

/* ---- practice_draft.c ---- */

struct play_draft {
	const char *text; /* the whole */
	const char *digest, *from;
	uint64_t seed;
	unsigned hints, hints_here;
	enum practice_timers timers;
	unsigned timeouts;
	int sure_before, sure_after;
	int64_t spent_ms;
	unsigned page;
	uint64_t kept;
	const char *of;
	const char **ids;
	unsigned *seconds;
	size_t n, capids, capseconds;
};

int play_save(struct play *p, struct err *e) MUST_CHECK;
int play_drop(struct play *p, struct err *e) MUST_CHECK;
/* *ret_found false: there is none that can be read. */
int play_load(struct play *p, struct play_draft *ret, bool *ret_found,
	      struct err *e) MUST_CHECK;
/* Begins, and plays again what the draft holds, as far as it goes. */
int play_replay(struct play *p, const struct play_draft *d, struct err *e)
	MUST_CHECK;

/* ---- practice_scene.c: a scene to the eye, and its question ---- */

/* Words of the drill in the language shown; of direct speech, marked as
 * such. */
const char *play_words(const struct practice_setup *s, size_t lang,
		       const struct text *t);
const char *play_quoted(struct arena *a, const struct practice_setup *s,
			size_t lang, const struct text *t);
struct page *play_page(struct arena *a, const struct practice_setup *s,
		       size_t lang, const char *place);
/* What was said since the last choice, and how everybody looks. */
void play_says(const struct play *p, struct page *page);
/* The first N of those events. */
void play_says_until(const struct play *p, struct page *page, size_t n);
/* Saves, and leaves. */
int play_put_away(struct play *p, struct err *e) MUST_CHECK;
/* Asks until a choice is taken. */
int play_scene(struct play *p, struct err *e) MUST_CHECK;
/* The other language, and the key for it; one language needs none. */
void play_flip(struct play *p);
void play_lang_key(const struct play *p, const char **keys);

/* ---- practice_reply.c ---- */

/* What is to be said in one's own words on the way to this scene, one after
 * the other. A script passes it over: nothing of it is kept. */
int play_replies(struct play *p, struct err *e) MUST_CHECK;

/* ---- practice_debrief.c ---- */

/* The same in as many pages as a terminal needs. */
size_t play_debrief(struct play *p, const struct practice_result *r,
		    struct page ***ret);
/* "Result: READY." */
const char *play_result_words(struct arena *a, const struct messages *m,
			      const struct practice_result *r);

/* ---- practice_end.c ---- */

/* ---- practice.c ---- */

bool play_can_be_recorded(const struct practice_setup *s);

/* What a page that waits was answered; from KEY_SURE: how sure, 1 to 5. */
enum play_key { KEY_ON, KEY_LANG, KEY_END, KEY_UNDO, KEY_SURE = KEY_UNDO,
		KEY_TIMERS = KEY_SURE + 5 };

/* *RET_SURE is only changed by KEY_SURE; KEY_TIMERS only if they are ASKED. */
int play_ask_sure(struct play *p, bool asked, int *ret_sure,
		  enum play_key *ret, struct err *e) MUST_CHECK;
/* The end and the debrief, from where p->page says. */
int play_end(struct play *p, struct practice_result *ret, bool *ret_undone,
	     struct err *e) MUST_CHECK;

static inline const struct messages *
play_m(const struct play *p)
{
	return p->s->m[p->lang];
}

#endif
