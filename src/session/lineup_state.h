/* What the files of the lineup share: its state, its draft, its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_LINEUP_STATE_H
#define PRESHIFT_SESSION_LINEUP_STATE_H

#include "session/lineup.h"

enum { ADDED_MOST = 5, PAGES_MOST = 99,
       ADDED_CHARS = 120, PARKED_MOST = 20, PARKED_CHARS = 60,
       GUESTS_MOST = 50, GUEST_CHARS = 60, COUNT_MOST = 999 };

struct words {
	const char **v;
	size_t n, cap;
};

/* ---- the state ---- */

enum attend { ATTEND_UNSAID, ATTEND_HERE, ATTEND_LATE, ATTEND_OFF };

enum lineup_stage { STAGE_SLOTS, STAGE_ENDED, STAGE_RECORDED };

/* What can be taken back: one of these is kept for each change. */
struct tally {
	enum attend *attend; /* per row of the roster */
	struct words guests; /* names: they stay on this computer */
	struct words parked;
	struct words added; /* to what is said today */
	unsigned practice[PRACTICE_MARKS];
	int recall_right, recall_of; /* -1: not asked */
};

struct undo {
	struct undo *before;
	struct tally tally;
	const char *what; /* that changed it, as it is told */
};

struct lineup_draft;

struct lineup {
	struct io *io;
	struct arena *a;
	const struct lineup_setup *s;
	struct plan plan;
	enum lineup_stage stage;
	size_t leader; /* row of the roster; its length: nobody yet */
	size_t lang;   /* place in s->langs */
	enum slot slot;
	unsigned page; /* of the slot, from 0 */
	unsigned seen[SLOT_COUNT]; /* pages of it that were shown */
	struct tally now;
	struct undo *undo;
	int64_t start, end;              /* UTC */
	int64_t started_ms, ended_ms;    /* monotonic */
	int64_t page_ms;                 /* when this page was turned to */
	bool paused;                     /* the countdown stands still … */
	int64_t paused_ms;               /* … since then */
	int64_t stood_ms, page_stood_ms; /* pauses before; up to this page */
	const char *after;
	const char *taught;              /* language, once it has ended … */
	const char *witness;             /* … and who is to sign too */
	bool paper;                      /* held on paper */
	bool answered;                   /* when the leader signs */
	enum sign_when signs;
	const char *saved; /* the draft as it was left here, NULL: none */
	const char *said; /* what the last answer did, in a sentence … */
	bool said_too;    /* … worth saying under a new page as well */
};

const struct messages *lineup_m(const struct lineup *l);
/* T in the language of the screen. */
const char *lineup_text(const struct lineup *l, const struct text *t);
/* What a person is called aloud: the first name, while no other on the roll
 * has the same. */
const char *lineup_call(const struct lineup *l, size_t row);
const char *lineup_name(const struct lineup_setup *s, size_t row);
size_t lineup_row(const struct lineup_setup *s, const char *number);
/* How many are marked so; ATTEND_HERE and ATTEND_LATE are in the room. */
size_t lineup_count(const struct lineup *l, enum attend how);
size_t lineup_in_room(const struct lineup *l);

/* ---- moving through it ---- */

unsigned lineup_pages(const struct lineup *l, enum slot s);
void lineup_turn(struct lineup *l, enum slot s, unsigned page);
/* The next page; behind the last the lineup has ended. */
void lineup_advance(struct lineup *l);
bool lineup_back(struct lineup *l); /* false: this is the first page */
/* It has ended AT that time. */
void lineup_end(struct lineup *l, int64_t at);
/* The countdown stands still, or runs on. */
void lineup_pause(struct lineup *l, bool on);
/* Lays the plan out anew; a slot that is no longer in it is left. */
bool lineup_form(struct lineup *l, unsigned form);

/* ---- before the first page ---- */

/* Asks who leads. SHEET: one held on paper is offered too, then l->leader is
 * what it was and l->paper set. */
int lineup_ask_leader(struct lineup *l, bool sheet, struct err *e) MUST_CHECK;
/* Asks a person what becomes of one that was put away as D. */
int lineup_reopen(struct lineup *l, const struct lineup_draft *d,
		  struct err *e) MUST_CHECK;
/* Asks what stands on the sheet of one that was held; it has ended then. */
int lineup_paper(struct lineup *l, struct err *e) MUST_CHECK;

/* ---- answers ---- */

enum outcome {
	OUT_STAY,   /* the page stands as it is */
	OUT_REDRAW, /* what it shows has changed */
	OUT_MOVED,  /* another page, or the same one in other words */
	OUT_FORM,   /* the new form is to be asked */
	OUT_PARK,   /* the word to be parked is to be asked */
	OUT_ADD,    /* what else is to be said today is to be asked */
};

/* Takes one answer to the page that is shown. What can't be taken is USAGE and
 * changes nothing; 0 at a terminal is err_cancel. */
int lineup_answer(struct lineup *l, const char *line, enum outcome *ret,
		  struct err *e) MUST_CHECK;
/* The Latin letter, small, on the key of the first character of S ('\0': no
 * key of ours), *ret_rest behind it. */
char lineup_key(const char *s, const char **ret_rest);
/* Keeps what is about to be changed by WHAT, in words of the person's own. */
void lineup_remember(struct lineup *l, const char *what);
/* "here 1-6 8 late 7 off 5", and at a terminal "1-6 8", "-7", "L7", "O7". */
int lineup_roll_line(struct lineup *l, const char *line, struct err *e)
	MUST_CHECK;
/* Who leads is there, also where a person did not say so. A script says all it
 * means. */
void lineup_leader_here(struct lineup *l);
/* Fails: nobody is on the roll yet, and how that is said. */
int lineup_nobody(const struct lineup *l, struct err *e) MUST_CHECK;
int lineup_guest(struct lineup *l, const char *name, struct err *e)
	MUST_CHECK;

/* ---- pages ---- */

/* "LINEUP  early, Front desk"; "TODAY" */
const char *lineup_which(struct lineup *l);
const char *lineup_slot_title(struct lineup *l);
struct page *lineup_page(struct lineup *l);
/* A page before the clock runs: its right tells the time of day. */
struct page *lineup_page_before(struct lineup *l);
struct page *lineup_page_leader(struct lineup *l, bool begins);
struct page *lineup_page_ended(struct lineup *l);
void lineup_roll_blocks(struct lineup *l, struct page *p);
void lineup_practice_blocks(struct lineup *l, struct page *p);
void lineup_recall_blocks(struct lineup *l, struct page *p);
void lineup_close_blocks(struct lineup *l, struct page *p);
const char *lineup_keys(struct lineup *l);
/* Those that answer alone. */
const char *lineup_single_keys(const struct lineup *l);
const char *lineup_help(struct lineup *l);
/* What is in the plan as it is and still to come, and not in that of FORM
 * minutes: "recall, ideas and tools", or "". */
const char *lineup_without(struct lineup *l, unsigned form);
/* The same of the plan as it is now, in a sentence. */
const char *lineup_falls_away(struct lineup *l, unsigned form);
/* "Gave a time: heard 2 times." */
const char *lineup_heard(struct lineup *l, unsigned mark);

/* ---- what stays of it ---- */

/* Everything a draft says, in numbers and words. */
struct lineup_draft {
	enum lineup_stage stage;
	const char *leader, *lang, *after, *witness;
	unsigned form;
	enum slot slot;
	unsigned page;
	unsigned seen[SLOT_COUNT];
	int64_t start, end, saved;   /* UTC; end: once it has ended */
	int64_t elapsed_ms, page_ms; /* run by the countdown at `saved` */
	int64_t stood_ms;            /* pauses, but for one that lasts … */
	int64_t pause_ms;            /* … so long already, -1: none does */
	struct words present, late, off, guests, parked, added, shown, dropped;
	unsigned guest_count;
	unsigned practice[PRACTICE_MARKS];
	int recall_right, recall_of;
	bool paper;
	bool answered;
	enum sign_when signs;
	uint64_t recorded; /* leaf index + 1, 0: not yet */
	bool leader_signed;
};

void lineup_draft_print(struct str *out, const struct lineup_draft *d);
/* False: not a draft of ours, or damaged. */
bool lineup_draft_parse(struct arena *a, const char *s,
			struct lineup_draft *ret);
void lineup_to_draft(struct lineup *l, struct arena *a,
		     struct lineup_draft *ret);
void lineup_from_draft(struct lineup *l, const struct lineup_draft *d);
void lineup_to_result(const struct lineup_draft *d, struct lineup_result *ret);
/* How many things are to be said in a slot, of the plan and added, and each of
 * them. */
size_t lineup_items(const struct lineup *l, enum slot s);
/* How many of them are on a page; a script has one page for all. */
size_t lineup_on_page(const struct lineup *l);
const char *lineup_item(const struct lineup *l, enum slot s, size_t i);
/* Slots and items shown, and those there was no time for. */
void lineup_shown(const struct lineup *l, struct arena *a,
		  struct words *ret_shown, struct words *ret_dropped);

#endif
