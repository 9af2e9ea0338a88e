/* What stands between the operators of a condition: numbers, names, visits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/expr_parser.h"

#include <string.h>

#include "base/str.h"
#include "model/drill.h"

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

const char *
expr_brief(struct arena *a, const char *s)
{
	size_t n = 60;

	if (strnlen(s, n + 1) <= n)
		return s;
	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return arena_printf(a, "%.*s …", (int)n, s);
}

void
expr_skip_space(struct parser *ps)
{
	while (*ps->p == ' ' || *ps->p == '\t' || *ps->p == '\n')
		ps->p++;
}

int
expr_fail(struct parser *ps)
{
	if (*ps->p == '\0')
		return err_set(ps->e, ERR_CONTENT,
			       N_("the condition '%s' ends too early"),
			       ps->start);
	return err_set(ps->e, ERR_CONTENT,
		       N_("the condition '%s' is not understood from '%s' on"),
		       ps->start, expr_brief(ps->a, ps->p));
}

bool
expr_take(struct parser *ps, const char *op)
{
	size_t n = strlen(op);

	expr_skip_space(ps);
	if (strncmp(ps->p, op, n) != 0)
		return false;
	if (is_letter(op[0]) && (is_letter(ps->p[n]) || is_digit(ps->p[n])))
		return false;
	ps->p += n;
	return true;
}

static int
leaf(struct parser *ps, enum expr_op op, int64_t n, enum expr_type type,
     size_t domain, struct part *ret)
{
	struct part out = { .type = type, .domain = domain, .depth = 1,
			    .cost = 1 };

	out.x = ARENA_NEW(ps->a, struct expr);
	out.x->op = op;
	out.x->n = n;
	*ret = out;
	return 0;
}

int
expr_claim(struct parser *ps, struct part *p, size_t var)
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

	if (!expr_take(ps, "("))
		return expr_fail(ps);
	expr_skip_space(ps);
	id = ps->p;
	while (is_letter(*ps->p) || is_digit(*ps->p) || *ps->p == '.' ||
	       *ps->p == '-')
		ps->p++;
	n = (size_t)(ps->p - id);
	if (!expr_take(ps, ")"))
		return expr_fail(ps);
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
			       expr_brief(ps->a, id), ps->start);
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
	for (size_t i = 0; i < ps->d->nlets; i++) {
		const struct drill_let *l = &ps->d->lets[i];

		if (!str_eq(l->id, name))
			continue;
		if (i >= ps->nlets)
			return err_set(ps->e, ERR_CONTENT,
				       N_("'%s' is derived below '%s': a 'let' may use only those above it, so that none goes round in a circle"),
				       name, ps->start);
		leaf(ps, EX_LET, (int64_t)i, l->type, l->domain, ret);
		ret->cost = l->cost;
		return 0;
	}
	if (!is_enum_name(ps->d, name))
		return err_set(ps->e, ERR_CONTENT,
			       N_("'%s' in '%s' is no variable of this drill"),
			       expr_brief(ps->a, name), ps->start);
	leaf(ps, EX_INT, 0, EXT_ENUM, DRILL_NONE, ret);
	ret->lit = name;
	return 0;
}

int
expr_operand(struct parser *ps, struct part *ret)
{
	expr_skip_space(ps);
	if (is_digit(*ps->p))
		return parse_number(ps, ret);
	if (expr_take(ps, "true"))
		return leaf(ps, EX_INT, 1, EXT_BOOL, DRILL_NONE, ret);
	if (expr_take(ps, "false"))
		return leaf(ps, EX_INT, 0, EXT_BOOL, DRILL_NONE, ret);
	if (expr_take(ps, "seen"))
		return parse_visit(ps, EX_SEEN, ret);
	if (expr_take(ps, "count"))
		return parse_visit(ps, EX_COUNT, ret);
	if (is_letter(*ps->p))
		return parse_name(ps, ret);
	return expr_fail(ps);
}
