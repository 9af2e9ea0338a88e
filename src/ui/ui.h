/* Where people type: the terminal, or a script that stands in for it. The only
 * user of readline.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_UI_UI_H
#define PRESHIFT_UI_UI_H

#include <stdio.h>
#include "base/clock.h"
#include "base/messages.h"
#include "model/io.h"

/* ---- terminal ---- */

/* What Tab offers: the words that can stand in LINE from byte AT on (those
 * that do not fit what is typed there are left out by ui), malloc'd and
 * NULL-terminated (malloc'd too), or NULL. A line whose first word is none of
 * words(ctx, line, 0) is no command and does not enter the history: it may be
 * a passphrase typed at the wrong place. */
struct completer {
	char **(*words)(void *ctx, const char *line, size_t at);
	void *ctx;
};

struct ui_options {
	const struct messages *m;
	struct clock *clock;
	bool linear;      /* new lines only; also where TERM can't do more */
	const struct secret_ops *secrets; /* NULL: none can be asked */
	int secrets_fd;   /* --passphrase-fd, -1: the terminal */
	const char *history; /* file, 0600, NULL: none kept */
};

struct ui; /* one terminal */
/* Takes the terminal: no echo, Ctrl-S and Ctrl-Z without effect, signals
 * answered. One at a time. What O points to must outlive it. */
int ui_new(const struct ui_options *o, struct ui **ret, struct err *e)
	MUST_CHECK;
void ui_free(struct ui *u); /* leaves the terminal as it was found */
struct io *ui_io(struct ui *u);
void ui_set_messages(struct ui *u, const struct messages *m);
/* Shows PAGE (NULL: what stands there stays) and asks for a command line; Tab
 * completes, history without answers and secrets. NULL at end of input or
 * when the terminal is gone. Ctrl-C begins the line anew. Cancelled only
 * when nobody came (ui_idle). */
int ui_command(struct ui *u, struct arena *a, const struct page *page,
	       const char *prompt, const struct completer *c,
	       const char **ret_line, struct err *e) MUST_CHECK;
/* Shows a page and waits for Enter. */
int ui_pause(struct ui *u, const struct page *page, struct err *e) MUST_CHECK;
void ui_size(const struct ui *u, size_t *ret_cols, size_t *ret_rows);
bool ui_hung_up(const struct ui *u); /* SIGHUP or SIGTERM came */
/* From now on a question that nobody touches for SECONDS is put away
 * (err_cancel; 0: never). From three minutes on, a line says so a minute
 * before. */
void ui_set_idle(struct ui *u, unsigned seconds);
bool ui_idle(const struct ui *u); /* the last question ended that way */
/* Somebody else wrote there: it can't be drawn again. */
void ui_written_over(struct ui *u);
/* Gives the terminal to another program (an editor), and takes it back. */
void ui_lend(struct ui *u);
void ui_take_back(struct ui *u);
/* Opens PATH in the person's editor ($VISUAL, $EDITOR, else nano; by sudo and
 * at a kiosk nano alone, which then opens nothing else) and waits for its end.
 * FAILED: there is none, or it says that it failed. */
int ui_edit(struct ui *u, const char *path, struct err *e) MUST_CHECK;

/* Standard input and output are terminals. */
bool ui_at_terminal(void);
/* Once, before anything else: a UTF-8 locale in the environment, or readline
 * loses letters (LC_ALL unset, LC_CTYPE=C.UTF-8). */
void ui_locale(void);

/* ---- script ---- */

struct script; /* command lines and their `> ` answers */

struct script_options {
	const struct messages *m;
	struct clock *clock;
	bool linear;       /* pages are printed linear */
	bool quiet;        /* nothing is printed (-o json) */
	const struct secret_ops *secrets;
	int secrets_fd;    /* -1: secrets can't be asked: USAGE */
	FILE *out;         /* where pages and answers are printed; NULL:
			    * standard output */
};

/* Reads FD (0: standard input) line by line, no sooner than asked. A line is
 * at most 8,000 bytes of UTF-8 (LF or CRLF). For a command given as arguments
 * the same serves: every line is an answer then. */
int script_new(int fd, const struct script_options *o, struct script **ret,
	       struct err *e) MUST_CHECK;
void script_free(struct script *s); /* FD stays open */
struct io *script_io(struct script *s);
void script_set_messages(struct script *s, const struct messages *m);
void script_allow_clock(struct script *s, bool trial); /* "> +SECONDS" */
/* The next command line (comments `#` and empty lines skipped); an answer
 * that nobody asked for: USAGE. NULL at the end. */
int script_command(struct script *s, struct arena *a, const char **ret_line,
		   int *ret_lineno, struct err *e) MUST_CHECK;
/* Whether the error that ended a command names the line it is about. */
bool script_told_line(const struct script *s);

#endif
