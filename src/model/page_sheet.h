/* The lines of a page while it is laid out. Private to the page_….c files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_PAGE_SHEET_H
#define PRESHIFT_MODEL_PAGE_SHEET_H

#include "model/page.h"

enum sheet_part { PART_PLACE, PART_RULE, PART_GAP, PART_BLOCK, PART_KEYS };

struct sheet_line {
	enum sheet_part part;
	size_t block; /* PART_BLOCK: which */
	const char *s;
};

struct sheet {
	struct arena *a;
	const struct page *p;
	enum page_style style;
	size_t wide; /* columns of the whole */
	size_t text; /* columns of running text: long lines are hard to read */
	const char *right; /* of line 1 */
	bool tight;  /* short notes, few blanks */
	size_t pick_rows; /* picks take no more; 0: what they need */
	struct sheet_line *v;
	size_t n, cap;
};

void sheet_add(struct sheet *sh, enum sheet_part part, size_t block,
	       const char *s);
/* TEXT wrapped behind LEAD, all its lines INDENT columns in. */
void sheet_hang(struct sheet *sh, size_t block, const char *lead,
		size_t indent, const char *text);
/* Fit for a terminal. */
const char *sheet_clean(struct sheet *sh, const char *s);
/* The same with runs of blanks as ", " or one blank: to be read aloud. */
const char *sheet_spoken(struct sheet *sh, const char *s);

/* The whole page for the ear. */
void sheet_speak(struct sheet *sh);

/* The run of head and row blocks that begins at FROM; returns the block
 * behind it. */
size_t sheet_table(struct sheet *sh, size_t from);

/* The run of picks, or of ticks, that begins at FROM; returns the block behind
 * it. */
size_t sheet_picks(struct sheet *sh, size_t from);

/* How long the key at S is: up to two blanks or the end of the line. */
size_t sheet_key(const char *s);
#define BETWEEN_KEYS "   "

/* Takes out empty lines; whether there are at most ROWS lines then. */
bool sheet_close_up(struct sheet *sh, size_t rows);
/* Takes away what can be missed until there are at most ROWS lines. */
void sheet_squeeze(struct sheet *sh, size_t rows);
/* What is more than ROWS lines even so: the picks give way first. How many
 * lines they may take when all is laid out once more; 0: that is no help. */
size_t sheet_pick_rows(const struct sheet *sh, size_t rows);
/* At last the keys and the end of the text. */
void sheet_cut(struct sheet *sh, size_t rows);
/* For a window as small as letters are large: no rule, no empty lines, one
 * line of keys. */
void sheet_brief(struct sheet *sh);

#endif
