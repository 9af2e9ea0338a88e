/* One terminal: what stands on it, what is asked, what woke it. Private to
 * this room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_UI_TERMINAL_H
#define PRESHIFT_UI_TERMINAL_H

#include <signal.h>
#include <termios.h>
#include "base/str.h"
#include "ui/ui.h"

enum { UI_SIGNALS = 5 };

/* What is on the screen since it was last cleared. */
struct screen {
	struct arena a;          /* of `page` and its copies */
	const struct page *page; /* NULL: not ours (a result, a shell) */
	struct str under;        /* lines below the page, each with its \n */
	size_t rows;             /* rows in use */
	size_t clock_row;        /* from 1; 0: the clock is not to be seen */
	size_t clock_width;
};

/* What rang already, by the moment at which it began, and what was last said
 * aloud. */
struct bells {
	int64_t whole, last, slot; /* INT64_MIN: not yet */
	int64_t spoken_of, spoken_left;
};

struct ui {
	struct io io; /* first: io_ops get it */
	struct ui_options o;
	char *history;
	bool linear;
	size_t cols, room; /* columns and rows of the terminal */
	struct termios found, ours;
	struct sigaction before[UI_SIGNALS];
	bool taken;

	struct screen screen;
	struct bells bells;

	/* the question that is open */
	void (*hide)(struct ui *); /* takes its line away, or ends it */
	void (*show)(struct ui *); /* puts it back */
	const char *prompt;
	char *line;
	bool done;
	char *ahead;      /* the answer to the next choice or for the prompt,
			   * typed before its page was at its end */
	const char *keys; /* answer without Enter, NULL: none */
	bool by_key;      /* the last question was answered so */
	bool explains;    /* "?" is answered with help */
	bool num_lock_told;
	char *kept; /* typed, but not entered: it stands in the next line */
	bool kept_for_more; /* there, too, where more of a page is shown */
	bool till_resize; /* it ends when the window changes, */
	bool till_late;   /* when the time of a strict clock is over */
	bool seen;        /* passphrases are shown, till another question */
	const struct completer *completer;
	void *commands; /* readline's history while answers are typed */

	int64_t touched_ms; /* last key, or the question's begin */
	unsigned idle_after;
	bool warned, idle;

	volatile sig_atomic_t interrupted, hung_up;
	volatile sig_atomic_t resized; /* or stopped for a while */
};

/* ---- terminal.c ---- */
void terminal_mode(struct ui *u); /* ours, whoever changed it */

/* ---- screen.c ---- */
void screen_measure(struct ui *u);
void screen_forget(struct ui *u); /* somebody else wrote there */
void screen_free(struct ui *u);
/* Replaces what is shown by (a copy of) PAGE. */
void screen_page(struct ui *u, const struct page *p);
/* Lines under the page; they stay when it is drawn again. */
void screen_under(struct ui *u, const char *text);
/* Draws it all again without what came under the page after its first N
 * bytes. */
void screen_drop(struct ui *u, size_t n);
/* A line while a question may be open; KEEP: it stays. */
void screen_between(struct ui *u, const char *text, bool keep);
/* What the person typed below the page took N rows more. */
void screen_used(struct ui *u, const char *text);
/* Draws it all again so that N rows are free below. */
void screen_paint(struct ui *u, size_t n);
/* The same, but only if they are not free. */
void screen_make_room(struct ui *u, size_t n);
/* How a page is laid out in a window of this height. */
enum page_style screen_style(const struct ui *u);
/* Whether P and N rows below it find room without a word lost, or P is one
 * that may lose words (it has a clock), or is none. */
bool screen_has_room(const struct ui *u, const struct page *p, size_t n);
/* Whether all that can be chosen from P stays, with N lines below. */
bool screen_keeps_items(const struct ui *u, const struct page *p, size_t n);
/* How many lines of P's end are still to be seen when it stands there. */
size_t screen_end_kept(const struct ui *u, const struct page *p);
/* Lines that can stand between a page and N rows below them. */
size_t screen_talk_rows(const struct ui *u, size_t n);
/* TEXT cleaned and broken into lines that fit, each with its \n. */
void screen_wrap(struct ui *u, const char *text, struct str *out);
size_t count_lines(const char *s);
size_t text_rows(const char *text, size_t cols);
void put_text(const char *text);

/* ---- ticks.c ---- */
/* Moves the clock on the screen, rings; returns how many milliseconds nothing
 * will change, -1: for ever. */
int ticks_run(struct ui *u);
/* Whether the time of a strict clock is over. */
bool ticks_late(const struct ui *u);
/* The clock as it stands now, for the upper right corner; NULL: none. */
const char *ticks_right(struct ui *u, struct arena *a, const struct page *p);
/* "TIME, 10:00" if that rang for PAGE, else NULL. */
const char *ticks_time_line(struct ui *u, struct arena *a,
			    const struct page *p);

/* ---- wait.c ---- */
enum wake { WAKE_INPUT, WAKE_INTERRUPT, WAKE_HANG_UP, WAKE_IDLE, WAKE_RESIZED,
	    WAKE_LATE };
/* Until there is something to read on standard input; RESIZED and LATE only
 * where the question ends then. */
enum wake ui_wait(struct ui *u);
void signals_hold(sigset_t *ret_before);

/* ---- line.c ---- */
enum typed { TYPED_LINE, TYPED_END, TYPED_CANCEL, TYPED_RESIZED, TYPED_LATE };
/* One line, with C completion and history. *ret is malloc'd. */
enum typed line_read(struct ui *u, const char *prompt,
		     const struct completer *c, char **ret);
/* Shows the long beginning of PROMPT, returns what fits before the cursor. */
const char *line_lead(struct ui *u, struct arena *a, const char *prompt);

/* ---- ask.c ---- */
/* The next answer, cleaned, in A. One that can't be taken is asked again. */
enum typed answer_read(struct ui *u, struct arena *a, const char *prompt,
		       const struct completer *c, const char **ret);

/* ---- parts.c ---- */
enum onward { ON_ENTER, ON_TO_END, ON_ANEW, ON_TYPED };
/* What is typed before the end: who sees what is wanted types it here. */
struct early {
	const char *keys;  /* the page's `more`: 0 and Ctrl-C leave then;
			    * NULL: they are for who wants no more of it */
	const char *typed; /* NULL: nothing was */
};
/* Waits for Enter. ANEW: the window is another; TYPED: something else, if EARLY
 * (else NULL) takes it. The question leaves no trace under the page. */
int parts_wait(struct ui *u, struct arena *a, struct early *early,
	       enum onward *ret, struct err *e);
/* TEXT a screenful at a time, but for the LAST lines or fewer, which the caller
 * shows. *READ is how much of it was read before. *ret_how: the last answer;
 * ON_ANEW: TEXT is to be laid out and shown once more. */
int parts_show(struct ui *u, struct arena *a, const char *text, size_t last,
	       size_t *read, struct early *early, enum onward *ret_how,
	       struct err *e);
/* The page, read in parts first if it has more than the screen. *RET_TYPED not
 * NULL: that was typed before its end. */
int parts_page(struct ui *u, const struct page *p, struct arena *a,
	       const char **ret_typed, struct err *e);
/* TEXT below its page; what finds no room there is read in parts, but for its
 * end. */
int parts_say(struct ui *u, struct arena *a, const char *text, struct err *e);

/* ---- keys.c ---- */
#define KEYS_SAVED N_("All is saved up to your last Enter.")
#define KEYS_NUM_LOCK                                                 \
	N_("Arrows do nothing here. For the digits on the right press " \
	   "Num Lock.")
void keys_bind(void);
/* WORDS, translated, beside the question that is open. */
void keys_tell(struct ui *u, const char *words);
/* Looks at what begins a line before readline does: whether that was all. A
 * hand that is used to Enter presses it behind a key that answered alone as
 * well: HABIT, it is not the answer to the next question. */
bool keys_take(struct ui *u, bool habit);
/* What the keypad means by ESC O C; '\0': nothing. */
char keys_of_keypad(char c);

/* ---- callbacks.c ---- */
void callbacks_take(struct ui *u);
struct ui *callbacks_ui(void); /* the one that is taken */
/* What is typed goes into the next line. */
void callbacks_keep(struct ui *u);
void callbacks_give_back(struct ui *u);
/* Until u->done, or what else woke it. */
enum wake callbacks_line(struct ui *u, const char *prompt);
void callbacks_history_load(struct ui *u);
void callbacks_history_use(struct ui *u, bool on);
void callbacks_history_add(struct ui *u, const char *line);

/* ---- ask.c, secret_tty.c ---- */
extern const struct io_ops ui_ops;
int ui_ask_secret(struct io *io, const char *prompt,
		  const struct io_secret *how, struct secret **ret,
		  struct err *e) MUST_CHECK;

#endif
