/* Reading the handbook page by page, and the questions at its signing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_SESSION_READING_H
#define PRESHIFT_SESSION_READING_H

#include "base/clock.h"
#include "base/messages.h"
#include "model/handbook.h"
#include "model/io.h"
#include "model/keeper.h"

struct reading_lang {
	const char *lang;
	const struct messages *m;
	const struct edition_text *text;
	/* As its reader has signed it last; NULL: never, or not in this
	 * language. */
	const struct edition_text *was;
};

struct reading_setup {
	const char *name;
	bool trial;
	const struct reading_lang *langs; /* [0]: begins in it */
	size_t nlangs;
	const char *const *must;   /* ids of must-read sections */
	size_t nmust;
	const char *const *fresh;  /* ids changed since what they signed */
	size_t nfresh;
	const struct reading *before; /* earlier sittings */
	const char *only;          /* one section, NULL: from the bookmark on */
	struct clock *clock;
	struct keeper *keeper;
	const char *draft_key;
};

/* Pages, easier words, language flip, questions; `stop` or 0 puts away. *ret
 * is this sitting alone, to be recorded; nothing was read: nopened 0 and
 * seconds 0. The draft is dropped by the caller with the record. */
int reading_run(struct io *io, struct arena *a, const struct reading_setup *s,
		struct reading *ret, size_t *ret_lang, struct err *e)
	MUST_CHECK;

/* Which must-read sections are still to be opened, or have questions not
 * answered. */
size_t reading_missing(struct arena *a, const struct edition_text *t,
		       const char *const *must, size_t nmust,
		       const struct reading *all, const char ***ret);

/* ---- signing (S13) ---- */

enum sign_answer { SIGN_RECEIVED, SIGN_READ, SIGN_AGREE, SIGN_DECLINE,
		   SIGN_EXPLAIN, SIGN_PAPER };

struct signing_setup {
	const char *name;       /* as in the list */
	const char *lang_name;  /* "English" */
	unsigned edition;
	bool trial;
	enum sign_answer asked; /* what the house asks for */
	int given;              /* --received … : the answer, -1: ask */
	size_t nmust;
	const struct messages *m;
};

struct signing_result {
	enum sign_answer answer;
	const char *words;      /* the sentence shown, signed as it is */
	const char *name;       /* as typed */
	const char *why;        /* decline: may be "" */
};

/* The sentence a person confirms by SIGN_RECEIVED, SIGN_READ or SIGN_AGREE, in
 * the language of M: what is shown is what is signed. */
const char *signing_words(struct arena *a, const struct messages *m,
			  enum sign_answer answer, unsigned edition);

int signing_run(struct io *io, struct arena *a, const struct signing_setup *s,
		struct signing_result *ret, struct err *e) MUST_CHECK;

#endif
