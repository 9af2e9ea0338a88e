/* Conditions of the drill language: bounded integers, booleans, enums.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_EXPR_H
#define PRESHIFT_MODEL_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/err.h"

struct drill;
struct drill_state;

enum expr_op { EX_INT, EX_VAR, EX_LET, EX_SEEN, EX_COUNT, EX_NOT, EX_NEG, EX_MUL,
	       EX_DIV, EX_MOD, EX_ADD, EX_SUB, EX_LT, EX_LE, EX_GT, EX_GE,
	       EX_EQ, EX_NE, EX_AND, EX_OR };

/* Steps of one expression: derived values that double each other would grow
 * without end. */
enum { EXPR_COST_MAX = 10000 };

enum expr_type { EXT_INT, EXT_BOOL, EXT_ENUM };

/* A node of a checked expression. `n`: the constant, or the index of the
 * variable, derived value, node or choice it names; `of_choice` for
 * seen/count. */
struct expr {
	enum expr_op op;
	int64_t n;
	int of_choice;
	struct expr *a, *b;
};

/* Parses and type-checks S against the drill's declared names. The result
 * type must be WANT. Mixing `and` with `or` without brackets is an error, as
 * are unknown names, comparisons of different types, division by a constant
 * zero, depth above 64, and more than EXPR_COST_MAX steps with all derived
 * values worked out. CONTENT, text without place (the reader adds it). */
int expr_parse(struct arena *a, const char *s, const struct drill *d,
	       enum expr_type want, struct expr **ret, struct err *e)
	MUST_CHECK;

/* The same for what is set to variable VAR of the drill: its type, and for an
 * enum its names. */
int expr_parse_value(struct arena *a, const char *s, const struct drill *d,
		     size_t var, struct expr **ret, struct err *e) MUST_CHECK;

/* The same for derived value LET of the drill, of whatever type it is; it may
 * name those before it. Fills its expression, type, names and cost. */
int expr_parse_let(struct arena *a, const char *s, struct drill *d, size_t let,
		   struct err *e) MUST_CHECK;

/* Whether S may name a variable or a value of an enum: `[a-z][a-z0-9]{0,31}`
 * and no word of the language. */
bool expr_name_valid(const char *s);

/* X as an author would write it, in the fewest brackets. `true` and `false`
 * come back as 1 and 0. */
const char *expr_print(struct arena *a, const struct drill *d,
		       const struct expr *x);

/* Value in a state; booleans are 0 and 1. Saturates at int32 bounds; a
 * division by zero is 0 (lint finds it). NULL is true. */
int64_t expr_eval(const struct expr *x, const struct drill *d,
		  const struct drill_state *s);

#endif
