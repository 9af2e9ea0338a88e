/* Finding words in the house's texts: what is searched, and how well it fits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_FINDING_H
#define PRESHIFT_CMD_FINDING_H

#include "cmd/app.h"

/* ---- what is asked ---- */

enum { FIND_TERMS = 16 };

/* One word that was asked for, folded as all texts are; `stem` without the
 * ending it may have in another place. */
struct find_term { const char *typed, *word, *stem; };

struct find_query {
	const char *lang;
	struct find_term v[FIND_TERMS];
	size_t n;
	const char *words; /* the terms as typed, one blank between them */
};

/* Takes WORDS apart. Small words ("what is my") are left out where others
 * stand beside them. n 0: there was no word in it. */
void find_query(struct arena *, const char *lang, const char *words,
		struct find_query *ret);

/* ---- what is searched ---- */

enum passage_kind { PASSAGE_VALUE, PASSAGE_SECTION, PASSAGE_COMMANDMENT };

struct passage {
	enum passage_kind kind;
	const char *id;      /* "H5", "opening", "limit.staff" */
	unsigned number;     /* of the commandment */
	unsigned paragraph;  /* 0: the heading */
	const char *heading; /* that it stands under; NULL: it is one */
	const char *text;
	const char *also;    /* words that find it and are not shown, NULL */
	const char *value;   /* of a value */
	bool must;
	const char *line;    /* the command line that opens it, NULL: none */
	int score;
	size_t place;        /* order of the texts */
};

struct passages {
	struct passage *v;
	size_t n, cap;
	unsigned edition;    /* 0: none is published, it is the shipped text */
};

/* All texts in the reader's language, values filled in. */
int find_passages(struct app *, struct passages *ret, struct err *) MUST_CHECK;

/* Leaves in P what fits Q, best first, of each paragraph and commandment one
 * place. *RET_ALL: each has all the words; false: some only. */
void find_best(struct arena *, const struct find_query *q, struct passages *p,
	       bool *ret_all);

/* The query with what stands in no text put right by the nearest word that
 * does; NULL: nothing is near. P is all that is searched. */
const char *find_meant(struct arena *, const struct find_query *q,
		       const struct passages *p);

/* S in at most COLS columns around the first of the words, each *marked*. */
const char *find_excerpt(struct arena *, const struct find_query *q,
			 const char *s, size_t cols);

#endif
