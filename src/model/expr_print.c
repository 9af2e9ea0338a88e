/* A condition as an author would write it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/expr.h"

#include "model/drill.h"

/* How tightly an operator binds; brackets go round what binds less. */
static const struct {
	const char *word;
	int level;
} ops[] = {
	[EX_OR] = { "or", 1 },	  [EX_AND] = { "and", 1 },
	[EX_EQ] = { "==", 2 },	  [EX_NE] = { "!=", 2 },
	[EX_LT] = { "<", 3 },	  [EX_LE] = { "<=", 3 },
	[EX_GT] = { ">", 3 },	  [EX_GE] = { ">=", 3 },
	[EX_ADD] = { "+", 4 },	  [EX_SUB] = { "-", 4 },
	[EX_MUL] = { "*", 5 },	  [EX_DIV] = { "/", 5 },
	[EX_MOD] = { "%", 5 },	  [EX_NOT] = { "not ", 6 },
	[EX_NEG] = { "-", 6 },	  [EX_INT] = { NULL, 7 },
	[EX_VAR] = { NULL, 7 },	  [EX_LET] = { NULL, 7 },
	[EX_SEEN] = { "seen", 7 }, [EX_COUNT] = { "count", 7 },
};

/* The variable whose names X takes, or DRILL_NONE. */
static size_t
names_of(const struct drill *d, const struct expr *x)
{
	if (x->op == EX_VAR && d->vars[x->n].type == VAR_ENUM)
		return (size_t)x->n;
	if (x->op == EX_LET && d->lets[x->n].type == EXT_ENUM)
		return d->lets[x->n].domain;
	return DRILL_NONE;
}

static const char *print(struct arena *a, const struct drill *d,
			 const struct expr *x, size_t names);

static const char *
part(struct arena *a, const struct drill *d, const struct expr *x, int least,
     size_t names)
{
	const char *s = print(a, d, x, names);

	return ops[x->op].level < least ? arena_printf(a, "(%s)", s) : s;
}

static const char *
two(struct arena *a, const struct drill *d, const struct expr *x)
{
	size_t names = names_of(d, x->a);
	/* `and` beside `or` needs brackets, so one of its own does not. */
	bool same = ops[x->op].level == 1 && x->a->op == x->op;
	int level = ops[x->op].level;

	if (names == DRILL_NONE)
		names = names_of(d, x->b);
	return arena_printf(a, "%s %s %s",
			    part(a, d, x->a, level + (level == 1 && !same),
				 names),
			    ops[x->op].word,
			    part(a, d, x->b, level + 1, names));
}

static const char *
print(struct arena *a, const struct drill *d, const struct expr *x,
      size_t names)
{
	switch (x->op) {
	case EX_INT:
		if (names != DRILL_NONE)
			return d->vars[names].values[x->n];
		return arena_printf(a, "%lld", (long long)x->n);
	case EX_VAR:
		return d->vars[x->n].id;
	case EX_LET:
		return d->lets[x->n].id;
	case EX_SEEN:
	case EX_COUNT:
		return arena_printf(a, "%s(%s)", ops[x->op].word,
				    x->of_choice ?
				    drill_choice(d, (size_t)x->n)->id :
				    d->nodes[x->n].id);
	case EX_NOT:
	case EX_NEG:
		return arena_printf(a, "%s%s", ops[x->op].word,
				    part(a, d, x->a, ops[x->op].level, names));
	case EX_MUL: case EX_DIV: case EX_MOD: case EX_ADD: case EX_SUB:
	case EX_LT: case EX_LE: case EX_GT: case EX_GE: case EX_EQ: case EX_NE:
	case EX_AND: case EX_OR:
		break;
	}
	return two(a, d, x);
}

const char *
expr_print(struct arena *a, const struct drill *d, const struct expr *x)
{
	return print(a, d, x, DRILL_NONE);
}
