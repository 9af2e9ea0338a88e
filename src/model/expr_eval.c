/* What may be a name in conditions, and their value in a state of a drill.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/expr.h"

#include "base/str.h"
#include "model/drill.h"

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

bool
expr_name_valid(const char *s)
{
	static const char *const words[] = { "and", "or", "not", "true",
					     "false", "seen", "count" };
	size_t n = 0;

	if (!is_small(s[0]))
		return false;
	for (; s[n] != '\0'; n++)
		if (n >= 32 || (!is_small(s[n]) &&
				!(s[n] >= '0' && s[n] <= '9')))
			return false;
	for (size_t i = 0; i < NELEM(words); i++)
		if (str_eq(s, words[i]))
			return false;
	return true;
}

static int64_t
clamp(int64_t n)
{
	return n > INT32_MAX ? INT32_MAX : n < INT32_MIN ? INT32_MIN : n;
}

static int64_t
visits(const struct expr *x, const struct drill_state *s)
{
	return x->of_choice ? s->choice_count[x->n] : s->node_count[x->n];
}

int64_t
expr_eval(const struct expr *x, const struct drill *d,
	  const struct drill_state *s)
{
	int64_t l, r;

	if (x == NULL)
		return 1;
	switch (x->op) {
	case EX_INT:
		return x->n;
	case EX_VAR:
		return s->vars[x->n];
	case EX_LET:
		return expr_eval(d->lets[x->n].x, d, s);
	case EX_SEEN:
		return visits(x, s) > 0;
	case EX_COUNT:
		return visits(x, s);
	case EX_NOT:
		return !expr_eval(x->a, d, s);
	case EX_NEG:
		return clamp(-expr_eval(x->a, d, s));
	case EX_AND:
		return expr_eval(x->a, d, s) && expr_eval(x->b, d, s);
	case EX_OR:
		return expr_eval(x->a, d, s) || expr_eval(x->b, d, s);
	case EX_MUL: case EX_DIV: case EX_MOD: case EX_ADD: case EX_SUB:
	case EX_LT: case EX_LE: case EX_GT: case EX_GE: case EX_EQ: case EX_NE:
		break;
	}
	l = expr_eval(x->a, d, s);
	r = expr_eval(x->b, d, s);
	switch (x->op) {
	case EX_MUL:
		return clamp(l * r); /* both fit 32 bits */
	case EX_DIV:
		return r == 0 ? 0 : clamp(l / r);
	case EX_MOD:
		return r == 0 ? 0 : l % r;
	case EX_ADD:
		return clamp(l + r);
	case EX_SUB:
		return clamp(l - r);
	case EX_LT:
		return l < r;
	case EX_LE:
		return l <= r;
	case EX_GT:
		return l > r;
	case EX_GE:
		return l >= r;
	case EX_EQ:
		return l == r;
	case EX_NE:
		return l != r;
	case EX_INT: case EX_VAR: case EX_LET: case EX_SEEN: case EX_COUNT:
	case EX_NOT: case EX_NEG: case EX_AND: case EX_OR:
		break;
	}
	return 0;
}
