/* Records: everything that happened, as canonical text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_RECORD_RECORD_H
#define PRESHIFT_RECORD_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"

enum { RECORD_MAX = 16384, VALUE_MAX = 1000, LEAF_MAX = 20480 };

/* Order is that of the table in kinds.c. */
enum record_kind {
	REC_HOUSE, REC_TERMINAL, REC_EPOCH, REC_SETTING,
	REC_ENROL, REC_ACTIVATE, REC_CHANGE, REC_RESET, REC_REVOKE,
	REC_LEAVE, REC_HOLD,
	REC_EDITION, REC_READ, REC_REMIND, REC_ASK, REC_ACK, REC_DECLINE,
	REC_OBJECT, REC_REFUSED, REC_EXPLAINED, REC_PAPER, REC_EXEMPT,
	REC_PLAN, REC_LINEUP, REC_CATCHUP,
	REC_ATTEMPT, REC_OBSERVE, REC_REVIEW, REC_READY,
	REC_VOUCH, REC_CORRECT,
	REC_AUDIT, REC_ERASE,
	REC_KINDS,
	REC_UNKNOWN = REC_KINDS,
};

/* What a value must look like. Unless a type says otherwise, `-` stands for
 * "nothing known" where the field is optional. */
enum field_type {
	FT_ID,      /* [a-z0-9][a-z0-9.-]{0,63} */
	FT_NUMBER,  /* staff number [A-Z0-9]{1,12} */
	FT_TEXT,    /* one line of text */
	FT_FREE,    /* free text: one value a line (always repeated) */
	FT_INT,     /* decimal, may be negative, no leading zero */
	FT_TIME,    /* YYYY-MM-DDThh:mm:ssZ */
	FT_DATE,    /* YYYY-MM-DD */
	FT_SHA256,  /* 64 lower-case hex digits */
	FT_NONCE,   /* 32 lower-case hex digits */
	FT_KEY,     /* minisign public key, 56 characters of base64 */
	FT_VKEY,    /* C2SP signed-note verifier key */
	FT_LEAF,    /* TERMINAL SP INDEX SP base64 leaf hash */
	FT_AFTER,   /* SIZE SP base64 root */
	FT_WORD,    /* one of `words` */
	FT_WORDS,   /* a shape of words separated by one space: `words` names
		     * the types: "id int", "lang int sha256", … */
};

struct record_field {
	const char *name;
	enum field_type type;
	bool optional;  /* may be "-" */
	bool repeated;  /* 0 … n lines */
	const char *words;
};

/* Who signs: a set of slots; each signature block fills one. */
enum slot_bit {
	SIG_NONE = 0,
	SIG_CHARTER = 1, SIG_HR = 2, SIG_CODE = 4, SIG_KEY = 8,
	SIG_PERSON = 16, SIG_SUPERVISOR = 32, SIG_OBSERVER = 64,
	SIG_COACH = 128,
};
const char *slot_name(enum slot_bit s); /* charter hr code key person … */

enum reader_bit {
	READ_SELF = 1, READ_COACH = 2, READ_LEADER = 4, READ_SUPERVISOR = 8,
	READ_HR = 16, READ_COUNCIL = 32, READ_ALL = 63,
};

enum keeping { KEEP_CHAIN, KEEP_AFTER_LEAVING, KEEP_AFTER_DATE };

/* One kind and version: the only place that knows its fields. */
struct record_form {
	enum record_kind kind;
	const char *word;
	unsigned version;
	const struct record_field *fields; /* after the head's */
	size_t nfields;
	unsigned slots;   /* one of these signs; activate: both of CODE, KEY */
	unsigned nsigs;   /* how many blocks: 0, 1, 2 */
	unsigned readers;
	enum keeping keep;
	unsigned months;  /* of KEEP_AFTER_… */
	bool travels;     /* the body goes into packs */
};

extern const struct record_form record_forms[];
extern const size_t record_form_count;
extern const struct record_field record_head[]; /* house terminal at … */
extern const size_t record_head_count;

/* The newest form of a kind; the form of a word and version (NULL: not
 * known). */
const struct record_form *record_form_of(enum record_kind k);
const struct record_form *record_form_find(const char *word, unsigned version);

struct record_values {
	const char **v;
	size_t n, cap;
};

/* A record: values by place (head first, then the form's fields). */
struct record {
	const struct record_form *form;
	struct record_values *values; /* record_head_count + form->nfields */
};

struct record *record_new(struct arena *a, enum record_kind k);

/* Appends VALUE to the field (copied, NFC). USAGE if the field is not of this
 * kind (a bug, said plainly), already has its value, or the value does not
 * have the field's shape: empty, only "-" where that would mean "nothing",
 * spaces at an end, control characters, above 1,000 bytes. NULL or "" puts
 * "-" where the field is optional. */
int record_put(struct arena *a, struct record *r, const char *field,
	       const char *value, struct err *e) MUST_CHECK;
int record_put_int(struct arena *a, struct record *r, const char *field,
		   int64_t n, struct err *e) MUST_CHECK;
/* A moment; a local day (days since 1970). */
int record_put_time(struct arena *a, struct record *r, const char *field,
		    int64_t t, struct err *e) MUST_CHECK;
int record_put_date(struct arena *a, struct record *r, const char *field,
		    int64_t day, struct err *e) MUST_CHECK;
/* Each of N values of a repeated field. */
int record_put_all(struct arena *a, struct record *r, const char *field,
		   const char *const *v, size_t n, struct err *e) MUST_CHECK;
/* Free text with LF: a line that begins with "." gets one more, an empty line
 * is ".", a longer line is broken at a space. */
int record_put_free(struct arena *a, struct record *r, const char *field,
		    const char *text, struct err *e) MUST_CHECK;

/* What every record begins with. `after_*`: this terminal's log when the text
 * was made. `nonce`: 16 random bytes. */
struct record_context {
	const char *house, *terminal;
	const char *by; /* staff number or NULL */
	int64_t at;
	enum clock_quality clock;
	uint64_t after_size;
	uint8_t after_root[32];
	uint8_t nonce[16];
};
int record_put_head(struct arena *a, struct record *r,
		    const struct record_context *x, struct err *e) MUST_CHECK;

/* The value of a field: NULL if absent or "-". Asking for a field that the
 * form lacks is NULL (an older version may lack it). */
const char *record_get(const struct record *r, const char *field);
const char *const *record_all(const struct record *r, const char *field,
			      size_t *ret_n);
int64_t record_int(const struct record *r, const char *field, int64_t dflt);
int64_t record_time(const struct record *r, const char *field); /* 0: none */
/* Free text put together again. */
const char *record_free(struct arena *a, const struct record *r,
			const char *field);

/* The canonical text: fixed order, every single field there. Fails if a field
 * has no value or the whole is above 16 KiB. */
int record_print(struct arena *a, const struct record *r,
		 const char **ret_text, size_t *ret_n, struct err *e)
	MUST_CHECK;

/* Strict: accepted only if printing gives the same bytes. UNTRUE otherwise;
 * an unknown kind or version: *ret NULL and 0, if the first line has the
 * right shape and the last is `end`. */
int record_parse(struct arena *a, const char *text, size_t n,
		 const struct record **ret, struct err *e) MUST_CHECK;

/* ---- leaves: record bytes, then signature blocks in slot order ---- */

enum { LEAF_SIGS_MAX = 2 };

struct leaf_parts {
	const char *record;
	size_t nrecord;
	const char *sigs[LEAF_SIGS_MAX]; /* each four lines */
	size_t nsig[LEAF_SIGS_MAX];
	size_t nsigs;
};

/* Splits at the line `end` and at each fourth line. UNTRUE if the shape is
 * not that. Points into BODY. */
int leaf_split(const char *body, size_t n, struct leaf_parts *ret,
	       struct err *e) MUST_CHECK;

/* A reference `TERMINAL INDEX HASH`. */
struct leaf_ref {
	char terminal[65];
	uint64_t index;
	uint8_t hash[32];
};
bool leaf_ref_parse(const char *s, struct leaf_ref *ret);
char *leaf_ref_print(struct arena *a, const char *terminal, uint64_t index,
		     const uint8_t hash[32]);

/* A log as it stood, "SIZE ROOT" (decimal, base64): field `after`, the head a
 * terminal notes, the draft of a lineup. N bytes at S, nothing else. */
bool head_parse(const char *s, size_t n, uint64_t *ret_size,
		uint8_t ret_root[32]);
char *head_print(struct arena *a, uint64_t size, const uint8_t root[32]);

/* The trusted comment of a signature: "KIND SLOT NUMBER"; the charter's
 * NUMBER is "-". */
char *record_sig_comment(struct arena *a, const struct record *r,
			 enum slot_bit slot, const char *number);

/* Whose signature fills SLOT of this record: the staff number, "-" for the
 * charter; NULL: SLOT cannot sign it. HR's and a supervisor's is `by`. */
const char *record_signer(const struct record *r, enum slot_bit slot);

#endif
