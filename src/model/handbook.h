/* The service handbook, and `preshift-text/1`: the one file per language and
 * edition that is read, shown, printed, hashed and signed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_HANDBOOK_H
#define PRESHIFT_MODEL_HANDBOOK_H

#include "base/err.h"
#include "base/str.h"
#include "model/commandments.h"

struct messages;

enum value_type { VALUE_MONEY, VALUE_NUMBER, VALUE_DAYS, VALUE_TEXT,
		  VALUE_PHONE, VALUE_MAIL, VALUE_TIME };

struct handbook_value {
	const char *id;
	enum value_type type;
	const char *dflt;
	const struct text *name;
};

enum block_kind { BLOCK_PARA, BLOCK_ITEM };

struct handbook_block {
	enum block_kind kind;
	const struct text *t;
	const struct text *easy; /* NULL: none */
};

struct handbook_section {
	const char *id; /* "H0" … */
	bool must;
	const struct text *title;
	struct handbook_block *blocks;
	size_t nblocks, capblocks;
	struct quiz *questions;
	size_t nquestions, capquestions;
	unsigned line;
};

struct handbook {
	struct document doc;
	const struct text *title;
	struct handbook_value *values;
	size_t nvalues, capvalues;
	struct handbook_section *sections;
	size_t nsections, capsections;
};

/* A value of the house: setting `value.ID`; NULL: the document's default. */
struct value_source {
	const char *(*get)(const struct value_source *, const char *id);
	const struct handbook *h;
	void *ctx;
};

const struct handbook_value *handbook_value_find(const struct handbook *h,
						 const char *id);

/* ---- values as people say and type them (handbook_value.c) ---- */

/* "20.50 EUR" as LANG writes it: "20,50 EUR". */
const char *value_said(struct arena *a, enum value_type type,
			const char *value, const char *lang);
/* What a value of that type must look like (msgid). */
const char *value_wants(enum value_type type);
/* What somebody means who types S, as it is kept: "20,50 €" is "20.50 EUR",
 * and "20" too where NOW, the present value, is one of euros. NULL: it will
 * not do. */
const char *value_read(struct arena *a, enum value_type type, const char *now,
		       const char *typed);

/* Where a value stands: a text of a section, once each, in order. The
 * commandments are part of the section HANDBOOK_COMMANDMENTS. */
struct value_use {
	const char *section;
	const struct text *t;
	bool commandment;
};
void handbook_value_uses(struct arena *a, const struct handbook *h,
			 const struct commandments *c, const char *id,
			 struct value_use **ret, size_t *ret_n);
/* The sentences of S that `${ID}` stands in, others left out. */
const char *value_sentences(struct arena *a, const char *s, const char *id);

/* S with every `${id}` replaced, in normal form C; ID names the text.
 * CONTENT: there is no such value. */
int handbook_fill(struct arena *a, const struct handbook *h,
		  const struct value_source *vs, const char *lang,
		  const char *id, const char *s, const char **ret,
		  struct err *e) MUST_CHECK;

/* The section that the commandments are part of. */
#define HANDBOOK_COMMANDMENTS "H2"

/* Composes the text of one edition in one language. HOUSE is the house's
 * title; M (NULL: English) labels what to say, answer and avoid in a
 * commandment, so its language should be LANG. HT and CT are NULL where LANG
 * is the document's own.
 *
 * `${id}` is the value of the house: VS's, or if that is NULL the document's
 * default. In section H2 the mantra comes first, then the section's own
 * paragraphs, then each commandment: a paragraph "N. Title - do" (an en dash)
 * with its easier wording, and items for say, answer, avoid.
 *
 * Fails (CONTENT) if a text is missing or stale in that language (the first
 * three places are named), a `${value}` is unknown, a paragraph begins like a
 * marker of the format or is "end", a line is longer than 1,000 bytes or not
 * printable, a question has not exactly one right answer, or the whole is
 * above 1 MiB. The result is UTF-8, NFC, LF. */
int handbook_compose(struct arena *a, const struct handbook *h,
		     const struct translation *ht,
		     const struct commandments *c,
		     const struct translation *ct, const struct messages *m,
		     const char *lang, const char *house,
		     unsigned edition, const struct value_source *vs,
		     const char **ret_text, size_t *ret_n, struct err *e)
	MUST_CHECK;

/* ---- preshift-text/1, read back ---- */

enum line_kind { LINE_PARA, LINE_ITEM };

struct edition_line {
	enum line_kind kind;
	const char *s;
	const char *easy; /* NULL: none */
};

struct edition_answer { const char *s; bool right; };

struct edition_question {
	const char *s;
	struct edition_answer *answers;
	size_t nanswers, capanswers;
};

struct edition_section {
	const char *id;    /* "H5" */
	const char *title;
	struct edition_line *lines;
	size_t nlines, caplines;
	struct edition_question *questions;
	size_t nquestions, capquestions;
	size_t words; /* of the main text */
};

struct edition_text {
	const char *house, *document, *lang, *title;
	unsigned edition;
	struct edition_section *sections;
	size_t nsections, capsections;
};

enum { EDITION_TEXT_MAX = 1024 * 1024, EDITION_LINE_MAX = 1000 };

/* What is wrong with S as a line (an English msgid), or NULL. MARKER is the
 * length of the marker before it; 0: a paragraph, which must not look like a
 * marked line. */
const char *edition_line_flaw(const char *s, size_t marker);

/* The bytes of T, unchecked. */
void edition_print(struct str *out, const struct edition_text *t);

/* Parses the N bytes at S strictly: whatever handbook_compose() would not
 * print is CONTENT. Points into A. */
int edition_parse(struct arena *a, const char *s, size_t n,
		  struct edition_text *ret, struct err *e) MUST_CHECK;

const struct edition_section *edition_section(const struct edition_text *t,
					      const char *id);
/* Whether they say the same, questions and answers too. NULL: a section that
 * is not there. */
bool edition_section_same(const struct edition_section *a,
			  const struct edition_section *b);

/* ---- what somebody has read of an edition ---- */

struct reading_quiz {
	const char *section;
	unsigned right, asked; /* at the first try */
};

struct reading {
	const char **opened;   /* section ids, all pages of which were shown */
	size_t nopened, capopened;
	struct reading_quiz *quiz;
	size_t nquiz, capquiz;
	const char *section;   /* bookmark: where to go on; NULL: none */
	unsigned line;         /* its line */
	unsigned seconds;
};

#endif
