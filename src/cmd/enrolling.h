/* What the parts of `enrol` share: the people that are to be enrolled, the
 * list they come from, the words of such lists, slips of paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_ENROLLING_H
#define PRESHIFT_CMD_ENROLLING_H

#include "base/charset.h"
#include "cmd/enrolment.h"

struct batch {
	struct enrolment *v;
	size_t n, cap;
	const char **codes;
};

/* ---- a list (enrol_list.c) ---- */

struct people_list {
	const char *path;
	enum charset set;
	bool sure;           /* false: the set was guessed from the letters */
	struct batch b;      /* the new ones */
	size_t skipped;      /* there already, with this name */
	size_t examples;     /* lines that begin with # */
	const char *special; /* first name with a letter beyond A to Z, NULL */
	const char *shorter; /* first number shorter than all in the house */
};

/* Reads a list as a spreadsheet writes it; SET NULL: guessed. CONTENT if any
 * line is wrong: each is named with its number. */
int list_read(struct app *, const char *path, const enum charset *set,
	      struct people_list *ret, struct err *) MUST_CHECK;

/* ---- its words (enrol_words.c) ---- */

enum list_column { LIST_NUMBER, LIST_NAME, LIST_ROLE, LIST_TEAM, LIST_LANG,
		   LIST_CONTRACT, LIST_COACH, LIST_FIRST, LIST_LAST,
		   LIST_COLUMNS };

/* The column that a heading in any of the three languages names, and its usual
 * other names; LIST_COLUMNS: unknown. */
enum list_column list_heading(struct arena *a, const char *heading);
/* What a cell means: "Teilzeit" part, "Deutsch" de, "Front Desk" front-desk.
 * The cell itself if it is none of the words. */
const char *list_word(struct arena *a, enum list_column, const char *cell);
/* A file to fill in, for the spreadsheet of somebody who reads LANG. */
const char *list_template(struct app *, const char *lang);

/* ---- asking (enrol_ask.c, enrol_find.c) ---- */

enum enrol_way { WAY_ONE, WAY_LIST, WAY_TEMPLATE };
int enrol_ask_way(struct app *, enum enrol_way *ret, struct err *) MUST_CHECK;
/* What V lacks, one by one, each checked at once. */
int enrol_ask_person(struct app *, struct enrolment *v, struct err *)
	MUST_CHECK;
/* A file, by number among the newest lists of the usual places, or typed. */
int enrol_ask_file(struct app *, const char **ret_path, struct err *)
	MUST_CHECK;
/* Shows what is in the list before anything is recorded; it may be read again
 * in another character set. Cancelled: no. */
int enrol_ask_list(struct app *, struct people_list *, struct err *)
	MUST_CHECK;
/* Codes on the screen, or on slips? */
int enrol_ask_slips(struct app *, bool dflt, bool *ret, struct err *)
	MUST_CHECK;

/* ---- slips (enrol_slips.c) ---- */

/* All of them as one text: HTML of A4 pages, or plain of 72 columns. The
 * caller frees TEXT, which is wiped. */
void slips_print(struct app *, const struct batch *, bool html,
		 struct str *text);

#endif
