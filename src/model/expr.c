/* Conditions of the drill language: a small typed parser by precedence, and
 * an evaluator that cannot overflow.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/expr.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "model/drill.h"

#define DEPTH_MAX 64

/* A parsed part: its type, for an enum the variable whose names it takes
 * (DRILL_NONE: a bare name `lit` that no variable has claimed yet). */
struct part {
	struct expr *x;
	enum expr_type type;
	size_t domain;
	const char *lit;
	unsigned depth;
};

struct parser {
	struct arena *a;
	const struct drill *d;
	const char *start, *p;
	unsigned open; /* brackets and signs around p */
	struct err *e;
};

static int parse_or(struct parser *ps, struct part *ret);

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* S as a message quotes it: not more than a line of it. */
static const char *
brief(struct arena *a, const char *s)
{
	size_t n = 60;

	if (strnlen(s, n + 1) <= n)
		return s;
	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return arena_printf(a, "%.*s …", (int)n, s);
}

static void
skip_space(struct parser *ps)
{
	while (*ps->p == ' ' || *ps->p == '\t' || *ps->p == '\n')
		ps->p++;
}

static int
fail_at(struct parser *ps)
{
	if (*ps->p == '\0')
		return err_set(ps->e, ERR_CONTENT,
			       N_("the condition '%s' ends too early"),
			       ps->start);
	return err_set(ps->e, ERR_CONTENT,
		       N_("the condition '%s' is not understood from '%s' on"),
		       ps->start, brief(ps->a, ps->p));
}

/* Takes operator OP (letters: a whole word) if it stands here. */
static bool
take(struct parser *ps, const char *op)
{
	size_t n = strlen(op);

	skip_space(ps);
	if (strncmp(ps->p, op, n) != 0)
		return false;
	if (is_letter(op[0]) && (is_letter(ps->p[n]) || is_digit(ps->p[n])))
		return false;
	ps->p += n;
	return true;
}

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
	out.x = ARENA_NEW(ps->a, struct expr);
	out.x->op = op;
	out.x->a = l->x;
	out.x->b = r == NULL ? NULL : r->x;
	*ret = out;
	return 0;
}

static int
leaf(struct parser *ps, enum expr_op op, int64_t n, enum expr_type type,
     size_t domain, struct part *ret)
{
	struct part out = { .type = type, .domain = domain, .depth = 1 };

	out.x = ARENA_NEW(ps->a, struct expr);
	out.x->op = op;
	out.x->n = n;
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

/* Gives a bare name the number it has among the values of variable VAR. */
static int
claim(struct parser *ps, struct part *p, size_t var)
{
	const struct drill_var *v = &ps->d->vars[var];

	if (p->domain == DRILL_NONE) {
		for (size_t i = 0; i < v->nvalues; i++) {
			if (str_eq(v->values[i], p->lit)) {
				p->x->n = (int64_t)i;
				p->domain = var;
				return 0;
			}
		}
		return err_set(ps->e, ERR_CONTENT,
			       N_("'%s' is not a value of '%s'"), p->lit,
			       v->id);
	}
	if (ps->d->vars[p->domain].nvalues != v->nvalues)
		goto differ;
	for (size_t i = 0; i < v->nvalues; i++)
		if (!str_eq(v->values[i], ps->d->vars[p->domain].values[i]))
			goto differ;
	return 0;
differ:
	return err_set(ps->e, ERR_CONTENT,
		       N_("'%s' and '%s' have different values and cannot be compared"),
		       ps->d->vars[p->domain].id, v->id);
}

static int
parse_number(struct parser *ps, struct part *ret)
{
	int64_t n = 0;

	for (; is_digit(*ps->p); ps->p++) {
		n = 10 * n + (*ps->p - '0');
		if (n > INT32_MAX)
			return err_set(ps->e, ERR_CONTENT,
				       N_("a number in '%s' is too large"),
				       ps->start);
	}
	return leaf(ps, EX_INT, n, EXT_INT, DRILL_NONE, ret);
}

/* seen(ID) and count(ID), after the word. */
static int
parse_visit(struct parser *ps, enum expr_op op, struct part *ret)
{
	const char *id;
	size_t n, node;
	const struct drill_choice *c;

	if (!take(ps, "("))
		return fail_at(ps);
	skip_space(ps);
	id = ps->p;
	while (is_letter(*ps->p) || is_digit(*ps->p) || *ps->p == '.' ||
	       *ps->p == '-')
		ps->p++;
	n = (size_t)(ps->p - id);
	if (!take(ps, ")"))
		return fail_at(ps);
	id = arena_strndup(ps->a, id, n);
	leaf(ps, op, 0, op == EX_SEEN ? EXT_BOOL : EXT_INT, DRILL_NONE, ret);
	node = drill_node_by_id(ps->d, id);
	if (node != DRILL_NONE) {
		ret->x->n = (int64_t)node;
		return 0;
	}
	c = drill_choice_by_id(ps->d, id, NULL);
	if (c == NULL)
		return err_set(ps->e, ERR_CONTENT,
			       N_("'%s' in '%s' is no scene and no choice of this drill"),
			       brief(ps->a, id), ps->start);
	ret->x->n = (int64_t)c->n;
	ret->x->of_choice = 1;
	return 0;
}

static bool
is_enum_name(const struct drill *d, const char *name)
{
	for (size_t i = 0; i < d->nvars; i++)
		for (size_t k = 0; k < d->vars[i].nvalues; k++)
			if (str_eq(d->vars[i].values[k], name))
				return true;
	return false;
}

static int
parse_name(struct parser *ps, struct part *ret)
{
	const char *s = ps->p, *name;

	while (is_letter(*ps->p) || is_digit(*ps->p))
		ps->p++;
	name = arena_strndup(ps->a, s, (size_t)(ps->p - s));
	for (size_t i = 0; i < ps->d->nvars; i++) {
		const struct drill_var *v = &ps->d->vars[i];

		if (!str_eq(v->id, name))
			continue;
		return leaf(ps, EX_VAR, (int64_t)i,
			    v->type == VAR_INT ? EXT_INT :
			    v->type == VAR_BOOL ? EXT_BOOL : EXT_ENUM,
			    v->type == VAR_ENUM ? i : DRILL_NONE, ret);
	}
	if (!is_enum_name(ps->d, name))
		return err_set(ps->e, ERR_CONTENT,
			       N_("'%s' in '%s' is no variable of this drill"),
			       brief(ps->a, name), ps->start);
	leaf(ps, EX_INT, 0, EXT_ENUM, DRILL_NONE, ret);
	ret->lit = name;
	return 0;
}

/* Operands, and what binds tightest: brackets, `not`, a sign. */
static int
parse_operand(struct parser *ps, struct part *ret)
{
	skip_space(ps);
	if (is_digit(*ps->p))
		return parse_number(ps, ret);
	if (take(ps, "true"))
		return leaf(ps, EX_INT, 1, EXT_BOOL, DRILL_NONE, ret);
	if (take(ps, "false"))
		return leaf(ps, EX_INT, 0, EXT_BOOL, DRILL_NONE, ret);
	if (take(ps, "seen"))
		return parse_visit(ps, EX_SEEN, ret);
	if (take(ps, "count"))
		return parse_visit(ps, EX_COUNT, ret);
	if (is_letter(*ps->p))
		return parse_name(ps, ret);
	return fail_at(ps);
}

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
	not = take(ps, "not");
	if (not || take(ps, "-")) {
		enum expr_type type = not ? EXT_BOOL : EXT_INT;

		r = parse_unary(ps, &p);
		if (r == 0)
			r = want(ps, &p, type);
		if (r == 0)
			r = make(ps, not ? EX_NOT : EX_NEG, &p, NULL, type,
				 ret);
	} else if (take(ps, "(")) {
		r = parse_or(ps, ret);
		if (r == 0 && !take(ps, ")"))
			r = fail_at(ps);
	} else {
		r = parse_operand(ps, ret);
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
		if (l->ops[i].word != NULL && take(ps, l->ops[i].word)) {
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
		return claim(ps, l, r->domain);
	if (l->domain != DRILL_NONE)
		return claim(ps, r, l->domain);
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
		bool and = take(ps, "and");
		enum expr_op next = and ? EX_AND : EX_OR;

		if (!and && !take(ps, "or"))
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
parse_whole(struct parser *ps, enum expr_type type, struct part *ret)
{
	if (parse_or(ps, ret) != 0)
		return -1;
	skip_space(ps);
	if (*ps->p != '\0')
		return fail_at(ps);
	return want(ps, ret, type);
}

int
expr_parse(struct arena *a, const char *s, const struct drill *d,
	   enum expr_type type, struct expr **ret, struct err *e)
{
	struct parser ps = { .a = a, .d = d, .start = brief(a, s), .p = s,
			     .e = e };
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
	struct parser ps = { .a = a, .d = d, .start = brief(a, s), .p = s,
			     .e = e };
	const struct drill_var *v = &d->vars[var];
	struct part p;

	if (parse_whole(&ps, v->type == VAR_INT ? EXT_INT :
			v->type == VAR_BOOL ? EXT_BOOL : EXT_ENUM, &p) != 0)
		return -1;
	if (v->type == VAR_ENUM && claim(&ps, &p, var) != 0)
		return -1;
	*ret = p.x;
	return 0;
}
