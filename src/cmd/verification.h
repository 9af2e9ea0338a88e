/* Every record of a house checked again from its own bytes: the text, the
 * signatures, the keys they need, the tree, the terminal's seal over all.
 * Nothing but the leaves is believed; the views are not looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_VERIFICATION_H
#define PRESHIFT_CMD_VERIFICATION_H

#include "cmd/app.h"

/* What can be found. Those before FINDING_MARKS are bad: something does not
 * hold. The others are only to be looked at. */
enum finding_code {
	BAD_CHANGED,     /* the text is not that of the log */
	BAD_SHAPE,       /* no record as we write them */
	BAD_ELSEWHERE,   /* of another house or terminal */
	BAD_AFTER,       /* follows another history */
	BAD_HISTORY,     /* changed, removed or put in, without its own trace */
	BAD_MISSING,
	BAD_UNSEALED,    /* behind the newest note, and no newer note came */
	BAD_SIGNATURES,  /* how many, in which slots */
	BAD_SIGNATURE,
	BAD_NO_KEY,
	BAD_RIGHTS,
	BAD_CHARTER,     /* HR where the charter has to sign */
	BAD_OFFICE,      /* an office's kind in another log */
	BAD_REFERENCE,
	BAD_CODE,
	BAD_NUMBER,
	BAD_EDITION,
	BAD_TEXT_MISSING,
	BAD_TEXT,
	BAD_TEXT_NAMED,
	BAD_AUDIT,
	BAD_BLANK,
	BAD_HOUSE,
	BAD_FINGERPRINT,
	BAD_TERMINAL,
	BAD_NOTE,
	BAD_STATE,       /* what is kept beside the leaves */
	BAD_HEAD,        /* terminal.head */
	BAD_DATABASE,
	FINDING_MARKS,
	MARK_STATED = FINDING_MARKS,
	MARK_SUSPECT,
	MARK_SET,
	MARK_NEAR_RESET,
	MARK_RESET_ALONE,
	MARK_CODE_LATE,
	MARK_CODE_TWICE,
	MARK_VOUCH_LATE,
	MARK_EDITORIAL,
	MARK_ERASE_ALONE,
	MARK_MISUSED,    /* before the key was reported misused */
	MARK_MEANWHILE,  /* the office had renewed or ended the key */
	MARK_ELSEWHERE,  /* refers to what is not here yet */
	FINDING_CODES,
};

struct finding {
	enum finding_code code;
	const char *terminal;
	bool of_leaf;          /* else of the whole log */
	uint64_t index, until; /* until: of a run, the last */
	const char *kind;      /* word of the record, "-": cannot be told */
	const char *number;    /* whose, NULL */
	int64_t at;            /* 0: not known */
	const char *detail;    /* language, days, sentence; NULL */
};

enum { FINDINGS_MAX = 10000 }; /* of each list; the rest is counted */
struct finding_list {
	struct finding *v;
	size_t n, cap;
	uint64_t more;
};

struct verification {
	const char *house, *title, *zone; /* NULL: not known */
	const char *terminal;    /* whose log is our own */
	const char *fingerprint; /* of the charter's key, NULL */
	uint64_t leaves, signatures, erased, withheld, unknown;
	uint64_t resting;   /* signatures that rest on what does not hold */
	uint64_t editions;  /* whose texts were re-hashed */
	struct finding_list bad, marked;
	bool whole;         /* nothing kept it from reading to the end */
	uint64_t size;      /* of our own log */
	uint8_t root[32];
};

/* Goes through all logs in S. SITE is the folder with texts/ and
 * terminal.head. CHARTER: 64 hex digits, what the auditor was given; NULL:
 * none. What does not hold is a finding, not a failure: it fails only for what
 * keeps it from looking (busy, no memory). */
int verification_run(struct arena *a, struct store *s, const char *site,
		     const char *charter, struct verification *ret,
		     struct err *e) MUST_CHECK;

/* Copies the finding; above FINDINGS_MAX it is only counted. */
void verification_add(struct arena *a, struct verification *v,
		      const struct finding *f);

/* In English, for machines: "clock stated". */
const char *finding_word(enum finding_code c);

/* The finding in the reader's words: which record ("Number 9", of another
 * terminal than OWN "Number bar:9"), what it is about, what is wrong. NAME is
 * that of the person, "" if unknown; DATE may be "". */
const char *finding_number(struct app *app, const struct finding *f,
			   const char *own);
const char *finding_title(struct app *app, const struct finding *f,
			  const char *own, const char *name,
			  const char *date);
const char *finding_sentence(struct app *app, const struct finding *f);

#endif
