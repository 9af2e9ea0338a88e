/* A conversation and a keeper for tests: answers from a list, pages as text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_FAKE_IO_H
#define PRESHIFT_TESTS_FAKE_IO_H

#include "base/clock.h"
#include "base/str.h"
#include "model/io.h"
#include "model/keeper.h"

/* Set up with fake_io_init(), then change what a test needs. An answer "+60"
 * is none: it moves the clock by that many seconds, as in a trial house. */
struct fake_io {
	struct io io; /* first; io.interactive as told to init */
	const char *const *answers;
	size_t n, at;       /* how many; the next one */
	struct clock *clock; /* NULL: none; else moved `step` seconds on at each
			      * answer */
	int64_t step;
	size_t power_after; /* answers after which every question fails
			     * (FAILED); SIZE_MAX: never */
	size_t fail_call;   /* the tell, say, choose or ask that fails, from
			     * 1; 0: none */
	size_t calls, tells, asked;
	struct str all;     /* everything shown and said, pages plain */
	struct str said;    /* the last line said */
	struct str first;   /* the first page, 80x24, with its clock */
	struct str screen;  /* the last one, as it stands when asked */
	const char *keys;   /* that answered alone, last */
	const struct messages *words; /* what io_speak() told last */
	const struct page *page; /* the same, lives as long as its arena */
	size_t longest;     /* lines of the longest page at 80 columns */
	size_t widest;      /* columns of the widest line of any page */
};

/* ANSWERS ends with NULL. */
void fake_io_init(struct fake_io *f, const char *const *answers,
		  bool interactive);
void fake_io_free(struct fake_io *f);
/* Whether TEXT was ever shown or said. */
bool fake_io_showed(const struct fake_io *f, const char *text);

/* One draft in memory. */
struct fake_keeper {
	struct keeper keeper; /* first */
	struct str text;
	bool there;
	size_t saves;
	size_t swap_after;    /* saves after which another window's draft
			       * stands there; 0: never */
	size_t fail_save;     /* the save that fails, from 1; 0: none */
};

void fake_keeper_init(struct fake_keeper *k);
void fake_keeper_free(struct fake_keeper *k);

#endif
