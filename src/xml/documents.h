/* The kinds of documents and what they share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_DOCUMENTS_H
#define PRESHIFT_XML_DOCUMENTS_H

#include "xml/reader.h"

extern const struct doc_spec doc_commandments, doc_handbook, doc_drill,
	doc_xliff;

/* The first three attributes of every document's root. */
#define ROOT_ATTRS                                                            \
	{ .name = "id", .type = AT_ID, .required = true },                    \
	{ .name = "version", .type = AT_INT, .required = true, .min = 1,      \
	  .max = 999999 },                                                    \
	{ .name = "xml:lang", .type = AT_LANG, .required = true }

void start_document(struct reader *r, const struct attr *v);

/* Checks ${names} of all texts; H NULL: only how they are written. */
void check_values(struct reader *r, const struct handbook *h);
void check_quiz(struct reader *r, const struct quiz *q, size_t tag);

/* An answer of a question: the cursor QUIZ_CURSOR stands on its quiz. */
enum { QUIZ_CURSOR = 2 };
extern const struct attr_spec answer_attrs[];
void start_answer(struct reader *r, const struct attr *v);
void text_answer(struct reader *r, struct text *t);

#endif
