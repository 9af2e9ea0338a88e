/* Reading a document by a table of its elements: what may stand where, with
 * which attributes, and what is done with it. Adding an element is adding a
 * row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_READER_H
#define PRESHIFT_XML_READER_H

#include <stdint.h>
#include "xml/report.h"

struct reader;
struct _xmlParserCtxt;

enum attr_type {
	AT_ID,      /* an id, unique in the document */
	AT_REF,     /* the id of something */
	AT_SECTION, /* the id of a section: H0 … H19, unique */
	AT_SECTION_REF,
	AT_NAME,    /* a variable: letters and digits, unique as an id */
	AT_INT,     /* min … max */
	AT_SHARE,   /* 0 … 1 with up to four decimals; ten-thousandths */
	AT_WORD,    /* one of `words` */
	AT_EXPR,    /* a condition or value, understood later */
	AT_TEXT,    /* anything printable, not empty */
	AT_LANG,    /* de, pt-BR */
};

struct attr_spec {
	const char *name;
	enum attr_type type;
	bool required;
	int64_t min, max;
	const char *words; /* separated by spaces */
};

/* A value as read: `s` NULL is not given; `n` for numbers, and the place
 * among the words. */
struct attr {
	const char *s;
	int64_t n;
};

enum elem_flag {
	ELEM_TEXT = 1,  /* holds text with an id: a struct text */
	ELEM_RAW = 2,   /* holds text that its end handler takes */
	ELEM_LOOSE = 4, /* attributes not named are passed over */
	ELEM_SKIP = 8,  /* passed over with all that is in it */
	ELEM_INLINE = 16, /* its text belongs to the element around it */
};

enum { ELEM_ATTRS_MAX = 12, ELEM_ROWS_MAX = 64, CURSOR_MAX = 6 };

/* The bit of row N in `parents`. */
#define IN(n) (UINT64_C(1) << (n))

struct elem_spec {
	const char *name;
	uint64_t parents;
	const struct attr_spec *attrs; /* ends with a NULL name */
	unsigned flags;
	char occurs; /* in each parent: '1' '?' '*' '+' */
	/* where a text goes: a `const struct text *` at `offset` in what the
	 * cursor stands on; only if has_field */
	bool has_field;
	unsigned char cursor;
	size_t offset;
	const struct text_rule *rule;
	/* v[i] belongs to attrs[i] */
	void (*start)(struct reader *r, const struct attr *v);
	void (*text)(struct reader *r, struct text *t);
	void (*end)(struct reader *r);
};

#define FIELD(c, type, member) \
	.has_field = true, .cursor = (c), .offset = offsetof(type, member)

struct doc_spec {
	enum content_kind kind;
	const char *ns;
	const struct elem_spec *rows; /* the first is the root */
	size_t nrows;
	bool foreign; /* elements of other namespaces are passed over */
};

/* A place already worked out: counting goes on from there. */
struct mark {
	size_t offset;
	struct place at;
};

struct frame {
	const struct elem_spec *spec;
	uint64_t seen;  /* rows met in it */
	const char *id;
	size_t tag;     /* byte of its '<' */
	unsigned line, column;
	bool spoiled;   /* text where none may stand was reported */
};

struct reader {
	struct report rep;
	struct arena *a;
	const char *s; /* the file */
	size_t n;
	const struct doc_spec *spec;
	struct document *doc;
	struct _xmlParserCtxt *ctxt;
	struct idmap ids;     /* id → line */
	void *at[CURSOR_MAX]; /* what is being filled */
	void *model;
	struct mark mark;
	size_t depth, skip, elements;
	bool stopped;
	bool right; /* the answer being read is the right one */
	struct frame stack[CONTENT_MAX_DEPTH];
	size_t ntext;
	char text[CONTENT_MAX_TEXT + 1];
};

/* Parses; all that is wrong is in r->rep. S outlives the reader. */
void reader_run(struct reader *r, const struct doc_spec *spec,
		struct document *doc);

struct reader *reader_new(struct arena *a, const char *file, const char *s,
			  size_t n, struct findings *f);
void reader_free(struct reader **r);

/* The innermost element. */
static inline struct frame *
reader_top(struct reader *r)
{
	return &r->stack[r->depth - 1];
}

/* bytes.c: size, NUL, UTF-8, declared encoding; what is wrong is reported. */
bool bytes_ok(struct reader *r);

/* Line and column of byte OFFSET, both from 1; columns are characters. Quick
 * if asked in the order of the file. */
struct place place_of(struct reader *r, size_t offset);
/* Of the value of attribute NAME of the tag at byte TAG. */
struct place place_of_attr(struct reader *r, size_t tag,
			   const char *name);
struct place place_here(struct reader *r);

/* attrs.c: takes what libxml2 gives (five pointers an attribute). False if
 * something required is missing or wrong. */
bool attrs_read(struct reader *r, const struct elem_spec *spec, size_t tag,
		int n, const unsigned char **given, struct attr *ret);
/* "a, b, c" */
const char *attrs_allowed(struct arena *a, const struct attr_spec *attrs);

/* clean.c: N bytes at S, white space folded, in place; returns the length. */
size_t fold_space(char *s, size_t n);
/* A copy in normal form C; NULL if it has characters that no text may have.
 * *ret_changed: it was not in that form. S is valid UTF-8. */
const char *clean_text(struct arena *a, const char *s, size_t n,
		       bool *ret_changed);
/* Why S breaks the rule: a msgid with three %s (the text's id, what it
 * has, what it may have) or the first only; NULL: it does not. */
const char *rule_broken(const struct text_rule *rule, const char *s,
			unsigned *ret_has, unsigned *ret_may);
/* Reports that under CODE. */
void report_rule(struct report *r, struct place at, const char *code,
		 const char *id, const char *why, unsigned has, unsigned may);
/* Goes through the ${names} of S: *p is where to go on (start with S). NULL
 * at the end. *ret_ok: well written; then the name is *ret_n bytes. */
const char *next_value(const char **p, size_t *ret_n, bool *ret_ok);

/* Adds a text to the reader's document. S and ID lie in the arena. */
struct text *reader_add_text(struct reader *r, const char *id, const char *s,
			     unsigned line, const struct text_rule *rule);
/* A text for a part that is not there: not translated, not in the list. */
const struct text *no_text(struct reader *r, const char *id, const char *s);

#endif
