/* The parser of conditions, which is in two files: operators (expr.c) and
 * what they stand between (expr_operand.c). Nobody else includes this.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_EXPR_PARSER_H
#define PRESHIFT_MODEL_EXPR_PARSER_H

#include "model/expr.h"

#define DEPTH_MAX 64

/* A parsed part: its type, for an enum the variable whose names it takes
 * (DRILL_NONE: a bare name `lit` that no variable has claimed yet). */
struct part {
	struct expr *x;
	enum expr_type type;
	size_t domain;
	const char *lit;
	unsigned depth, cost;
};

struct parser {
	struct arena *a;
	const struct drill *d;
	size_t nlets; /* derived values that may be named */
	const char *start, *p;
	unsigned open; /* brackets and signs around p */
	struct err *e;
};

/* S as a message quotes it: not more than a line of it. */
const char *expr_brief(struct arena *a, const char *s);
void expr_skip_space(struct parser *ps);
/* Says that it is not understood from here on, or ends too early. */
int expr_fail(struct parser *ps);
/* Takes operator OP (letters: a whole word) if it stands here. */
bool expr_take(struct parser *ps, const char *op);
/* A number, a name, seen(ID) or count(ID). */
int expr_operand(struct parser *ps, struct part *ret);
/* Gives a bare name the number it has among the values of variable VAR. */
int expr_claim(struct parser *ps, struct part *p, size_t var);

#endif
