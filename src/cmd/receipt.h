/* What a person signed, with all that proves it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_RECEIPT_H
#define PRESHIFT_CMD_RECEIPT_H

#include "cmd/app.h"
#include "trust/note.h"

enum { OBJECT_DAYS = 14 }; /* the value `object.days`, if HR set none */

struct receipt {
	const char *terminal;
	uint64_t index;
	uint8_t hash[32];
	const struct record *r;
	struct person p;             /* whose it is */
	const char *written;         /* their name as they typed it when they
				      * signed; "": not asked, or erased */
	const char *signer;          /* on paper: who took it in */
	const char *record, *signature; /* as they stand in the log */
	const char *key;             /* of that time, as minisign writes it */
	const char *note_key;        /* of the terminal */
	const char *note, *proof;    /* the newest; how the leaf is under it */
	struct checkpoint book;      /* the note's */
};

/* Whether one can object to it: an acknowledgement. */
bool receipt_disputable(enum record_kind);
/* What somebody signed about the handbook, newest first. */
int receipt_rows(struct app *, const char *number, struct handbook_row **ret,
		 size_t *ret_n, struct err *) MUST_CHECK;
/* "[TERMINAL:]INDEX" as people write a record's number. */
int receipt_place(struct app *, const char *word, const char **ret_terminal,
		  uint64_t *ret_index, struct err *) MUST_CHECK;
/* The record at that place, if who is logged in may read it (REFUSED):
 * without its proof. */
int receipt_find(struct app *, const char *terminal, uint64_t index,
		 struct receipt *ret, struct err *) MUST_CHECK;
/* "number 14", with its terminal if that is another one. */
const char *receipt_number(struct app *, const char *terminal, uint64_t index);
/* What was said, in a word or two: "signed, edition 3". */
const char *receipt_what(struct app *, enum record_kind, unsigned edition);
/* The last local day on which an objection is in time. */
int64_t receipt_until(struct app *, int64_t at);

/* DETAILS: with the texts that stock tools check. */
struct page *receipt_page(struct app *, const struct receipt *, bool details);
struct value *receipt_data(struct app *, const struct receipt *);

#endif
