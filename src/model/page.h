/* A page for people: blocks of text that a terminal, a printer or HTML lays
 * out. All text is already in the reader's language.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_PAGE_H
#define PRESHIFT_MODEL_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/str.h"

enum page_block_kind {
	PB_TITLE,  /* in capitals where the script has them; centred if big */
	PB_PARA,   /* wrapped */
	PB_FIELD,  /* label, text: hanging indent; labels of one run align */
	PB_ITEM,   /* label is what to press: "1", "L7"; text wraps hanging.
		    * A tab in a field's or item's text makes two parts, which
		    * align over the run where there is room */
	PB_PICK,   /* label is a number, text a word or two, cells[0] a note on
		    * it, cells[1] the same in short: a run stands in columns,
		    * with the short notes where room is scarce */
	PB_TICK,   /* a box to tick by hand, label is a number, text a name: a
		    * run stands in columns */
	PB_NOTE,   /* label, text: what goes with the item above it, marked as
		    * something else than the text itself */
	PB_BLANK,  /* to be filled in by hand where `_` stand; no text: a line
		    * as wide as the page */
	PB_ROW,    /* cells of a table; a run of rows aligns by columns */
	PB_HEAD,   /* the head row of a table */
	PB_GAP,    /* an empty line */
	PB_RULE,   /* a heading line between parts of a long text */
	PB_BIG,    /* one idea, large: indented, alone */
};

struct page_block {
	enum page_block_kind kind;
	const char *label;
	const char *text;
	const char **cells;
	size_t ncells;
	bool essential; /* stays at 40x12 */
};

/* A countdown in the upper right corner. */
struct page_clock {
	bool on;
	int64_t started_ms; /* clock_mono_ms() when it stood at zero */
	int64_t stood_ms;   /* how long it stood still since: not counted */
	bool paused;        /* it stands still … */
	int64_t paused_ms;  /* … since this clock_mono_ms() */
	unsigned seconds;   /* the whole */
	bool ended;         /* shows "ended at" instead of running */
	int64_t ended_ms;   /* clock_mono_ms() at the end */
	bool strict;        /* a choice under the page ends with it */
	unsigned warn;      /* seconds before that which are told; 0: not */
	unsigned slot_left_of; /* practice: seconds of the round, 0: none */
	int64_t slot_started_ms, slot_stood_ms;
};

/* How keys are told to the ear, translated; NULL: as they are shown. */
struct page_ear {
	const char *keys;  /* "Keys, each with Enter:" */
	const char *enter; /* what Enter alone is, "empty line" */
};
/* What it is when it lies on a table: a list of whatever length, a sheet that
 * must be one page of A4, a book with its contents in front. */
enum page_paper { PAPER_LIST, PAPER_SHEET, PAPER_BOOK };

struct page {
	const char *place;  /* line 1, left: where you are */
	const char *right;  /* line 1, right, when there is no clock */
	struct page_clock clock;
	struct page_block *blocks;
	size_t n, cap;
	const char *keys;   /* last lines: what can be pressed */
	const char *more;   /* the prompt comes behind the page, and takes what
			     * is typed before its end too: what that can be;
			     * NULL: no prompt comes */
	struct page_ear ear; /* of `keys`; the terminal sets it */
	const char *news;   /* the page was shown before, and this has changed
			     * since: where a page can't be replaced only this
			     * is told ("": nothing); NULL: all of it is new */
	enum page_paper paper;
	const char *contents; /* heading of a list of the parts, which stands
			       * before the first; NULL: none */
	const char *page_of;  /* "page %s of %s", at the foot of printed pages;
			       * NULL: no number */
};

/* The page_… functions append a block; strings are copied, NULL is "". Titles,
 * big lines, items and picks are essential, the others are not: set
 * `p->blocks[p->n - 1].essential` to change it. */
struct page *page_new(struct arena *a, const char *place);
void page_title(struct arena *a, struct page *p, const char *s);
void page_para(struct arena *a, struct page *p, const char *s);
void page_big(struct arena *a, struct page *p, const char *s);
void page_field(struct arena *a, struct page *p, const char *label,
		const char *s);
void page_item(struct arena *a, struct page *p, const char *key,
	       const char *s);
void page_pick(struct arena *a, struct page *p, const char *key,
	       const char *s, const char *note, const char *brief);
void page_tick(struct arena *a, struct page *p, const char *key,
	       const char *s);
void page_note(struct arena *a, struct page *p, const char *label,
	       const char *s);
void page_blank(struct arena *a, struct page *p, const char *s);
void page_head(struct arena *a, struct page *p, size_t n,
	       const char *const *cells);
void page_row(struct arena *a, struct page *p, size_t n,
	      const char *const *cells);
void page_gap(struct arena *a, struct page *p);
void page_rule(struct arena *a, struct page *p, const char *s);

/* FMT with V for its "%s" ("%1$s", "%2$s"). It comes from a catalogue: nothing
 * else is looked at, so that a bad translation can do no harm. */
const char *page_words(struct arena *a, const char *fmt,
		       const char *const v[2]);

/* Milliseconds that the clock, or its round, has run up to MONO_MS. */
int64_t page_clock_ran(const struct page_clock *c, int64_t mono_ms);
int64_t page_clock_slot_ran(const struct page_clock *c, int64_t mono_ms);

/* "m:ss of m:ss", or NULL without a clock. The formats are translated
 * sentences ("%s of %s", "ended at %s", "paused at %s"; "%2$s" style is
 * understood). */
const char *page_clock_text(struct arena *a, const struct page_clock *c,
			    int64_t mono_ms, const char *of_fmt,
			    const char *ended_fmt, const char *paused_fmt);

/* "m:ss" of the practice round that is left, or NULL without one. */
const char *page_clock_left(struct arena *a, const struct page_clock *c,
			    int64_t mono_ms);

enum page_style { PAGE_SCREEN, PAGE_SMALL, PAGE_PLAIN, PAGE_LINEAR };

/* Lines of at most COLS columns (0: 80). PAGE_SCREEN: line 1 with place and
 * clock, a rule, the blocks, the keys. PAGE_SMALL: the same without rule and
 * empty lines, and all keys but one line of them left out. PAGE_PLAIN: no rule,
 * no keys (a file, a printer). PAGE_LINEAR: sentences only, no alignment beyond
 * one blank, no rule, no bars (screen readers). ROWS > 0 and too small: empty
 * lines go first, then the picks' long notes, the rule, all keys but one line
 * (the last and the first before others), the beginning of a place that takes
 * more than a line, what is not essential from the end, the ends of the picks;
 * at last the keys and the end of the text: there are never more than ROWS.
 * RIGHT (NULL: the page's) stands at the right of line 1. Control characters do
 * not get through. */
void page_render(struct str *out, const struct page *p, enum page_style st,
		 size_t cols, size_t rows, const char *right);

#endif
