/* A drill while it is read: what names others, and is understood when all is
 * there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_DRILL_BUILD_H
#define PRESHIFT_XML_DRILL_BUILD_H

#include "xml/reader.h"

enum pending_kind { PEND_MOOD, PEND_WHO, PEND_SAY_IF, PEND_CHOICE_IF,
		    PEND_GOTO_IF, PEND_SET, PEND_SCORE, PEND_LET, PEND_CALL,
		    PEND_TIMEOUT };

/* By places, not pointers: arrays move while they grow. */
struct pending {
	enum pending_kind kind;
	size_t node, choice; /* choice DRILL_NONE: of the node itself */
	size_t item;         /* person, say, goto, set, score, let */
	const char *s;       /* the name or the condition */
	const char *value;   /* PEND_SET */
	size_t tag;
};

struct drill_build {
	struct drill *d;
	struct pending *v;
	size_t n, cap;
	bool to_given; /* the choice being read has `to` */
};

/* drill_refs.c: names become places, conditions are parsed. For when the
 * elements were read without error. */
void drill_resolve(struct reader *r, struct drill_build *b);

/* drill_rules.c: rules that show when an element ends. */
void end_choice(struct reader *r);
void end_node(struct reader *r);
void end_drill(struct reader *r);
void check_var(struct reader *r, struct drill_var *v, const struct attr *at);

static inline struct drill_node *
build_node(const struct drill_build *b)
{
	return &b->d->nodes[b->d->nnodes - 1];
}

static inline struct drill_choice *
build_choice(const struct drill_build *b)
{
	struct drill_node *n = build_node(b);

	return &n->choices[n->nchoices - 1];
}

#endif
