/* The wording of one section of the handbook, or of one commandment, in one
 * language, as people change it: a line for each text, in the notation of an
 * edition's text. XML is nobody's business but the program's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_WORDING_H
#define PRESHIFT_MODEL_WORDING_H

#include "base/str.h"
#include "model/handbook.h"

struct messages;

/* "== H5 Title", "Say: …", a paragraph, "- ", "~ ", "? ", "+ ", "x ". */
enum wording_kind { WORD_TITLE, WORD_PART, WORD_PARA, WORD_ITEM, WORD_EASY,
		    WORD_ASK, WORD_RIGHT, WORD_WRONG };

/* The named parts of a commandment, in this order. */
enum wording_part { PART_TOPIC, PART_DO, PART_SAY, PART_ANSWER, PART_AVOID,
		    PART_STORY, PART_QUESTION, PART_HINT, PART_PRACTICE,
		    WORDING_PARTS };
/* What stands before it, without the colon: a msgid. */
extern const char *const wording_labels[WORDING_PARTS];

#define WORDING_NEW SIZE_MAX

struct wording_line {
	enum wording_kind kind;
	enum wording_part part; /* of a WORD_PART */
	const char *s;          /* NULL: not translated yet */
	const struct text *t;   /* of the document; NULL in a text read */
	bool stale;             /* the source has changed since */
	unsigned line;          /* in the text read */
	size_t was;             /* what it was in the wording before, or
				 * WORDING_NEW: wording_match() */
	bool moved;             /* … and it stood elsewhere */
};

struct wording {
	bool commandment;
	const char *id;         /* "H5"; "7" */
	const char *lang;
	bool translated;        /* its lines are those of another language */
	struct wording_line *v;
	size_t n, cap;
};

/* Of the document as it stands; LANG is another language than its own if
 * TRANSLATED, and TR then its words (NULL: none yet). */
void wording_of_section(struct arena *a, const struct handbook_section *s,
			const struct translation *tr, const char *lang,
			bool translated, struct wording *ret);
void wording_of_commandment(struct arena *a, const struct commandment *c,
			    const struct translation *tr, const char *lang,
			    bool translated, struct wording *ret);

/* The lines of W, an empty one between paragraphs; M (NULL: English) names the
 * parts of a commandment. What is not translated is "…". Where W is stale or
 * not translated, a note says what SOURCE (of the same lines) has there, after
 * NOTE ("In English now:"); SOURCE NULL: none. */
void wording_print(struct str *out, const struct wording *w,
		   const struct messages *m, const struct wording *source,
		   const char *note);

/* Whether both say the same, line by line. */
bool wording_same(const struct wording *a, const struct wording *b);

/* One thing wrong in a text read, in the reader's language. */
struct wording_flaw {
	unsigned line;
	const char *text;
};
struct wording_flaws {
	struct wording_flaw *v; /* at most WORDING_FLAWS */
	size_t n, cap;
};

enum { WORDING_FLAWS = 20, WORDING_LINES = 600, WORDING_BYTES = 256 << 10 };

/* How a text is to be read: in place of WAS, with the values of H. NAMES are
 * the catalogues (NULL: English) whose names of parts are understood. */
struct wording_reading {
	const struct wording *was;
	const struct handbook *h;
	const struct messages *m; /* of the flaws */
	const struct messages *const *names;
	size_t nnames;
};

/* Reads the N bytes at S: UTF-8, LF or CRLF, marks as people and word
 * processors write them; lines that begin with # are notes. What is wrong
 * with it goes to F; true if nothing is. RET is matched against `was`. */
bool wording_read(struct arena *a, const char *s, size_t n,
		  const struct wording_reading *how, struct wording *ret,
		  struct wording_flaws *f);

/* Finds for each line of NOW what it was in WAS: what is the same, then what is
 * similar, in order; then what moved. What belongs to a paragraph or question
 * goes with it. Where the lines are fixed (a translation, the parts of a
 * commandment) a line was what stood in its place. */
void wording_match(const struct wording *was, struct wording *now);

/* The mark that S begins with, as people write it (also as word processors
 * change it); *ret_n is its length with the blank behind it. None: a
 * paragraph. */
enum wording_kind wording_mark(const char *s, size_t *ret_n);

/* The line after the block (paragraph, item, question, part) at I: easier
 * words and answers belong to it. */
size_t wording_block_end(const struct wording *w, size_t i);

#endif
