/* Conditions of the drill language: a small typed parser by precedence, and
 * an evaluator that cannot overflow.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/expr_parser.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "model/drill.h"

static int parse_or(struct parser *ps, struct part *ret);

static int
make(struct parser *ps, enum expr_op op, const struct part *l,
     const struct part *r, enum expr_type type, struct part *ret)
{
	struct part out = { .type = type, .domain = DRILL_NONE };

	out.depth = 1 + l->depth;
	if (r != NULL && r->depth >= l->depth)
		out.depth = 1 + r->depth;
	if (out.depth > DEPTH_MAX)
		return err_set(ps->e, ERR_CONTENT,
			       N_("the condition '%s' is nested too deeply"),
			       ps->start);
	out.cost = 1 + l->cost + (r == NULL ? 0 : r->cost);
	if (out.cost > EXPR_COST_MAX)
		return err_set(ps->e, ERR_CONTENT,
			       N_("'%s' takes more than %d steps with all derived values worked out"),
			       ps->start, EXPR_COST_MAX);
	out.x = ARENA_NEW(ps->a, struct expr);
	out.x->op = op;
	out.x->a = l->x;
	out.x->b = r == NULL ? NULL : r->x;
	*ret = out;
	return 0;
}

static int
want(struct parser *ps, const struct part *p, enum expr_type type)
{
	if (p->type == type)
		return 0;
	switch (type) {
	case EXT_INT:
		return err_set(ps->e, ERR_CONTENT,
			       N_("in '%s' something stands where only a number can"),
			       ps->start);
	case EXT_BOOL:
		return err_set(ps->e, ERR_CONTENT,
			       N_("in '%s' something stands that is neither true nor false, where a comparison belongs"),
			       ps->start);
	case EXT_ENUM:
		break;
	}
	return err_set(ps->e, ERR_CONTENT,
		       N_("in '%s' something stands where only one of a variable's values can"),
		       ps->start);
}

/* What binds tightest: brackets, `not`, a sign. */
static int
parse_unary(struct parser *ps, struct part *ret)
{
	struct part p;
	bool not;
	int r;

	if (++ps->open > DEPTH_MAX)
		return err_set(ps->e, ERR_CONTENT,
			       N_("the condition '%s' is nested too deeply"),
			       ps->start);
	not = expr_take(ps, "not");
	if (not || expr_take(ps, "-")) {
		enum expr_type type = not ? EXT_BOOL : EXT_INT;

		r = parse_unary(ps, &p);
		if (r == 0)
			r = want(ps, &p, type);
		if (r == 0)
			r = make(ps, not ? EX_NOT : EX_NEG, &p, NULL, type,
				 ret);
	} else if (expr_take(ps, "(")) {
		r = parse_or(ps, ret);
		if (r == 0 && !expr_take(ps, ")"))
			r = expr_fail(ps);
	} else {
		r = expr_operand(ps, ret);
	}
	ps->open--;
	return r;
}

/* One level of operators with two operands of the same type. */
struct level {
	enum expr_type in, out;
	struct { const char *word; enum expr_op op; } ops[4];
};

enum { LEVEL_EQUAL, LEVEL_LESS, LEVEL_SUM, LEVEL_PRODUCT, LEVEL_UNARY };

static const struct level levels[] = {
	[LEVEL_EQUAL] = { EXT_INT, EXT_BOOL,
			  { { "==", EX_EQ }, { "!=", EX_NE } } },
	[LEVEL_LESS] = { EXT_INT, EXT_BOOL,
			 { { "<=", EX_LE }, { "<", EX_LT }, { ">=", EX_GE },
			   { ">", EX_GT } } },
	[LEVEL_SUM] = { EXT_INT, EXT_INT,
			{ { "+", EX_ADD }, { "-", EX_SUB } } },
	[LEVEL_PRODUCT] = { EXT_INT, EXT_INT,
			    { { "*", EX_MUL }, { "/", EX_DIV },
			      { "%", EX_MOD } } },
};

static bool
take_level(struct parser *ps, const struct level *l, enum expr_op *ret)
{
	for (size_t i = 0; i < NELEM(l->ops); i++) {
		if (l->ops[i].word != NULL && expr_take(ps, l->ops[i].word)) {
			*ret = l->ops[i].op;
			return true;
		}
	}
	return false;
}

/* == and != compare anything with its like. */
static int
check_equal(struct parser *ps, struct part *l, struct part *r)
{
	if (want(ps, r, l->type) != 0)
		return -1;
	if (l->type != EXT_ENUM)
		return 0;
	if (r->domain != DRILL_NONE)
		return expr_claim(ps, l, r->domain);
	if (l->domain != DRILL_NONE)
		return expr_claim(ps, r, l->domain);
	return err_set(ps->e, ERR_CONTENT,
		       N_("'%s' compares two names: one must be a variable"),
		       ps->start);
}

static int
check_operands(struct parser *ps, size_t level, enum expr_op op,
	       struct part *l, struct part *r)
{
	if (level == LEVEL_EQUAL)
		return check_equal(ps, l, r);
	if (want(ps, l, levels[level].in) != 0 ||
	    want(ps, r, levels[level].in) != 0)
		return -1;
	if ((op == EX_DIV || op == EX_MOD) && r->x->op == EX_INT &&
	    r->x->n == 0)
		return err_set(ps->e, ERR_CONTENT,
			       N_("'%s' divides by zero"), ps->start);
	return 0;
}

static int
parse_level(struct parser *ps, size_t level, struct part *ret)
{
	struct part l, r;
	enum expr_op op;

	if (level == LEVEL_UNARY)
		return parse_unary(ps, ret);
	if (parse_level(ps, level + 1, &l) != 0)
		return -1;
	while (take_level(ps, &levels[level], &op)) {
		struct part both;

		if (parse_level(ps, level + 1, &r) != 0 ||
		    check_operands(ps, level, op, &l, &r) != 0 ||
		    make(ps, op, &l, &r, levels[level].out, &both) != 0)
			return -1;
		l = both;
	}
	*ret = l;
	return 0;
}

/* `and` and `or` have one level on purpose: most readers expect two, so
 * whoever mixes them must write brackets. */
static int
parse_or(struct parser *ps, struct part *ret)
{
	struct part l, r;
	int op = -1;

	if (parse_level(ps, LEVEL_EQUAL, &l) != 0)
		return -1;
	for (;;) {
		struct part both;
		bool and = expr_take(ps, "and");
		enum expr_op next = and ? EX_AND : EX_OR;

		if (!and && !expr_take(ps, "or"))
			break;
		if (op != -1 && op != (int)next)
			return err_set(ps->e, ERR_CONTENT,
				       N_("'%s' mixes and with or: set brackets"),
				       ps->start);
		op = (int)next;
		if (parse_level(ps, LEVEL_EQUAL, &r) != 0 ||
		    want(ps, &l, EXT_BOOL) != 0 ||
		    want(ps, &r, EXT_BOOL) != 0 ||
		    make(ps, next, &l, &r, EXT_BOOL, &both) != 0)
			return -1;
		l = both;
	}
	*ret = l;
	return 0;
}

static int
parse_all(struct parser *ps, struct part *ret)
{
	if (parse_or(ps, ret) != 0)
		return -1;
	expr_skip_space(ps);
	return *ps->p == '\0' ? 0 : expr_fail(ps);
}

static int
parse_whole(struct parser *ps, enum expr_type type, struct part *ret)
{
	return parse_all(ps, ret) != 0 ? -1 : want(ps, ret, type);
}

int
expr_parse(struct arena *a, const char *s, const struct drill *d,
	   enum expr_type type, struct expr **ret, struct err *e)
{
	struct parser ps = { .a = a, .d = d, .nlets = d->nlets,
			     .start = expr_brief(a, s), .p = s, .e = e };
	struct part p;

	if (parse_whole(&ps, type, &p) != 0)
		return -1;
	if (type == EXT_ENUM && p.domain == DRILL_NONE) {
		for (size_t i = 0; i < d->nvars; i++)
			for (size_t k = 0; k < d->vars[i].nvalues; k++)
				if (str_eq(d->vars[i].values[k], p.lit))
					p.x->n = (int64_t)k;
	}
	*ret = p.x;
	return 0;
}

int
expr_parse_value(struct arena *a, const char *s, const struct drill *d,
		 size_t var, struct expr **ret, struct err *e)
{
	struct parser ps = { .a = a, .d = d, .nlets = d->nlets,
			     .start = expr_brief(a, s), .p = s, .e = e };
	const struct drill_var *v = &d->vars[var];
	struct part p;

	if (parse_whole(&ps, v->type == VAR_INT ? EXT_INT :
			v->type == VAR_BOOL ? EXT_BOOL : EXT_ENUM, &p) != 0)
		return -1;
	if (v->type == VAR_ENUM && expr_claim(&ps, &p, var) != 0)
		return -1;
	*ret = p.x;
	return 0;
}

int
expr_parse_let(struct arena *a, const char *s, struct drill *d, size_t let,
	       struct err *e)
{
	struct drill_let *l = &d->lets[let];
	struct parser ps = { .a = a, .d = d, .nlets = let,
			     .start = expr_brief(a, s), .p = s, .e = e };
	struct part p;

	if (parse_all(&ps, &p) != 0)
		return -1;
	if (p.type == EXT_ENUM && p.domain == DRILL_NONE)
		return err_set(e, ERR_CONTENT,
			       N_("'%s' is only a name: derive a value from a variable"),
			       ps.start);
	l->x = p.x;
	l->type = p.type;
	l->domain = p.domain;
	l->cost = p.cost;
	return 0;
}
