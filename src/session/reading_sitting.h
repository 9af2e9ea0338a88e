/* A sitting with the handbook. Private to the reading….c files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_READING_SITTING_H
#define PRESHIFT_SESSION_READING_SITTING_H

#include "session/reading.h"
#include "session/words.h"

/* How far somebody is with a section. */
struct part {
	const char *id;
	bool *seen;       /* which of its lines were on the screen */
	size_t n;
	unsigned done;    /* so many of its questions are answered, */
	unsigned right;   /* so many of these at the first try; */
	bool tried;       /* and the next one was tried in vain */
};

struct sitting {
	struct io *io;
	struct arena *a;
	const struct reading_setup *s;
	size_t lang;
	const char **queue; /* ids, in the order they are read */
	size_t nqueue, capqueue, at;
	unsigned line;      /* first on the page */
	unsigned anchor;    /* where languages began to be flipped, */
	bool anchored;      /* until the next other key */
	bool easy;          /* the page in easier words */
	bool asking;        /* the section's questions, not its pages */
	bool done;          /* the end was reached */
	struct part *parts;
	size_t nparts, capparts;
	struct reading now; /* opened, quiz of this sitting */
	int64_t ms;         /* of this sitting */
	int64_t page_ms;    /* of the page on screen, up to `since_ms` */
	int64_t since_ms;
	unsigned *starts;   /* first lines of the section's pages */
	size_t nstarts, capstarts;
	const char *sought; /* the word found last, NULL: none */
	bool looking;       /* it is on the page; reading waits at */
	size_t left_at;     /* this place of the order, */
	unsigned left_line; /* this line, */
	size_t left_n;      /* and the order was so long */
	const char *note;   /* to be said with the next page, NULL */
	const char *saved;  /* the draft as it was left here, NULL: none */
};

static inline const struct messages *
sitting_m(const struct sitting *t)
{
	return t->s->langs[t->lang].m;
}

static inline const struct edition_text *
sitting_text(const struct sitting *t)
{
	return t->s->langs[t->lang].text;
}

/* ---- reading.c ---- */

const struct edition_section *sitting_section(const struct sitting *t);
/* To the page of section ID that holds LINE. */
void sitting_go(struct sitting *t, size_t at, unsigned line);
/* The place of section ID in the order, put behind the present one unless it
 * is the present one. */
size_t sitting_queue(struct sitting *t, const char *id);
bool sitting_must(const struct sitting *t, const char *id);
bool sitting_opened(const struct sitting *t, const char *id);
bool sitting_answered(const struct sitting *t, const char *id);
struct part *sitting_part(struct sitting *t, const char *id);
/* Behind the last page, or the last question, of a section. */
void sitting_section_over(struct sitting *t);
/* The next language in which the section is there. */
void sitting_flip(struct sitting *t);

/* ---- reading_page.c ---- */

/* The pages of the present section in the present language. */
void sitting_lay_out(struct sitting *t);
/* Which of them is on screen. */
size_t sitting_page_no(const struct sitting *t);
struct page *sitting_page(const struct sitting *t);
bool sitting_page_easy(const struct sitting *t);
/* Marks its lines as seen. */
void sitting_mark(struct sitting *t);
const char *sitting_place(const struct sitting *t, const char *what);

/* ---- reading_news.c ---- */

/* What is new in lines FROM … of the present section; NULL: nothing. */
const char *sitting_news(const struct sitting *t, size_t from, size_t to);

/* ---- reading_keys.c ---- */

/* Shows the page, takes one key; *ret_stop: it is put away. */
int sitting_read(struct sitting *t, bool *ret_stop, struct err *e) MUST_CHECK;
/* The same with one question. */
int sitting_ask(struct sitting *t, bool *ret_stop, struct err *e) MUST_CHECK;

/* ---- reading_draft.c ---- */

int sitting_save(struct sitting *t, struct err *e) MUST_CHECK;
int sitting_load(struct sitting *t, bool *ret_found, struct err *e)
	MUST_CHECK;

#endif
