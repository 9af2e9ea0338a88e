/* What `handbook edit` and `commandments edit` are made of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_EDITING_H
#define PRESHIFT_CMD_EDITING_H

#include "cmd/app.h"
#include "model/wording.h"
#include "xml/edit.h"

/* The section or commandment that is edited, in one language. */
struct edit {
	bool commandments;
	const char *id;           /* "H5"; "7" */
	size_t lang;              /* by app_langs */
	bool translated;          /* that is not the document's own */

	/* As it stands in the house: edit_load(). */
	struct app_standards st;
	struct content_file doc;
	struct source src, trsrc[LANGS];
	struct translation *const *tr; /* by app_langs */
	struct wording was;
	struct wording source;    /* in the document's own language */
	const char *base;         /* names all that its editor looks at */

	/* As it is to be: edit_read(). */
	struct wording now;
	struct wording_flaws flaws;
	const char *read_base;    /* that it was made of; NULL: nobody knows */
	bool in_draft;            /* it is in the draft, and nowhere else */
};

/* ---- edit_save.c ---- */

/* Reads it from the house's content, or the shipped. USAGE: there is no such
 * section or commandment. */
int edit_load(struct app *, struct edit *, struct err *) MUST_CHECK;
/* Puts the wording NOW into the house's content: all of it or nothing, and
 * only over what it was compared with: *ret_late true, and nothing is written,
 * if somebody else was quicker; then E->was is theirs. */
int edit_save(struct app *, struct edit *, bool *ret_late, struct err *)
	MUST_CHECK;
/* How many of its lines are missing or stale in LANG. */
size_t edit_owed(struct app *, const struct edit *, size_t lang);

/* ---- edit_text.c ---- */

/* The text as somebody gets it, with notes on how to write it. */
const char *edit_text(struct app *, const struct edit *);
/* Reads such a text into now, flaws and read_base; REFUSED if it says that it
 * is another language's or section's. */
int edit_read(struct app *, struct edit *, const char *s, size_t n,
	      struct err *) MUST_CHECK;
/* For word processors: byte order mark, CRLF; FAILED if PATH is there.
 * edit_import(): CONTENT if it is no text, or empty. */
int edit_export(const char *path, const char *text, struct err *) MUST_CHECK;
int edit_import(struct app *, const struct edit *, const char *path,
		const char **ret, size_t *ret_n, struct err *) MUST_CHECK;
/* The text that this person has not finished, in the house's folder. */
const char *edit_draft(struct app *, const struct edit *);
/* Keeps TEXT as the draft; another one that was there is put aside. */
int edit_keep(struct app *, struct edit *, const char *text,
	      struct err *) MUST_CHECK;
/* Gives the draft the name *RET, which nothing had: nobody's words are lost. */
int edit_put_aside(struct app *, struct edit *, const char **ret,
		   struct err *) MUST_CHECK;
/* It is taken, or as it was: if it is the text that was read, it goes; else
 * aside. */
int edit_forget(struct app *, struct edit *, struct err *) MUST_CHECK;

/* ---- edit_page.c ---- */

struct edit_counts { unsigned changed, added, gone, moved, confirmed; };
struct edit_counts edit_count(const struct edit *);
bool edit_changes(const struct edit *);
/* "German" */
const char *edit_lang(struct app *, size_t lang);
/* "H5 Your authority   (German)" */
const char *edit_title(struct app *, const struct edit *);
/* What is changed, in words. */
struct page *edit_difference(struct app *, const struct edit *);
struct page *edit_wrong(struct app *, const struct edit *);

/* ---- edit_told.c ---- */

int edit_show_nothing(struct app *, const struct edit *, struct err *)
	MUST_CHECK;
/* The text is in PATH, for another program. */
int edit_show_file(struct app *, const struct edit *, const char *path,
		   struct err *) MUST_CHECK;
/* Saves it, forgets the draft, and says what is left to do; at a terminal that
 * is a number away. *RET_LATE: as edit_save(). */
int edit_take(struct app *, struct edit *, bool *ret_late, struct err *)
	MUST_CHECK;

/* ---- edit_desk.c ---- */

/* In the editor; IN (or NULL) is a file that comes back. */
int edit_at_terminal(struct app *, struct edit *, const char *in,
		     struct err *) MUST_CHECK;

#endif
