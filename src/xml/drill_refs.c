/* What names others in a drill: names become places, conditions are parsed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/drill_build.h"

#include <string.h>

#include "base/str.h"
#include "model/expr.h"

static struct drill_choice *
choice_of(const struct drill *d, const struct pending *p)
{
	return p->choice == DRILL_NONE ? NULL :
	       &d->nodes[p->node].choices[p->choice];
}

static size_t
find_var(const struct drill *d, const char *id)
{
	for (size_t i = 0; i < d->nvars; i++)
		if (str_eq(d->vars[i].id, id))
			return i;
	return DRILL_NONE;
}

static void
unknown_var(struct reader *r, const struct pending *p, const char *attr)
{
	report(&r->rep, place_of_attr(r, p->tag, attr), "D022",
	       N_("there is no variable '%s': declare it with 'var'"), p->s);
}

static void
resolve_mood(struct reader *r, struct drill *d, const struct pending *p)
{
	size_t v = find_var(d, p->s);

	if (v == DRILL_NONE) {
		unknown_var(r, p, "mood");
		return;
	}
	if (d->vars[v].type != VAR_INT || d->vars[v].min != -3 ||
	    d->vars[v].max != 3)
		report(&r->rep, place_of_attr(r, p->tag, "mood"), "D031",
		       N_("the mood '%s' must be a variable of the type int from -3 to 3"),
		       p->s);
	d->persons[p->item].mood = (int)v;
}

static void
resolve_who(struct reader *r, struct drill *d, const struct pending *p)
{
	for (size_t i = 0; i < d->npersons; i++) {
		if (str_eq(d->persons[i].id, p->s)) {
			d->nodes[p->node].says[p->item].who = (int)i;
			return;
		}
	}
	report(&r->rep, place_of_attr(r, p->tag, "who"), "D021",
	       N_("there is no person '%s' in the cast"), p->s);
}

static void
resolve_score(struct reader *r, struct drill *d, const struct pending *p)
{
	for (size_t i = 0; i < d->ncompetencies; i++) {
		if (str_eq(d->competencies[i].id, p->s)) {
			d->nodes[p->node].choices[p->choice]
				.scores[p->item].competency = i;
			return;
		}
	}
	report(&r->rep, place_of_attr(r, p->tag, "in"), "D023",
	       N_("there is no competency '%s': declare it with 'competency'"),
	       p->s);
}

static void
bad_expr(struct reader *r, const struct pending *p, const char *attr,
	 const struct err *e)
{
	report(&r->rep, place_of_attr(r, p->tag, attr), "D024", "%s",
	       e->text);
}

static void
check_range(struct reader *r, const struct drill_var *v,
	    const struct drill_set *s, const struct pending *p)
{
	const struct expr *x = s->value;
	int64_t n = x->n;

	if (x->op == EX_NEG && x->a->op == EX_INT)
		n = -x->a->n;
	else if (x->op != EX_INT)
		return;
	if (v->type == VAR_INT && s->op == SET_TO &&
	    (n < v->min || n > v->max))
		report(&r->rep, place_of_attr(r, p->tag, "value"), "D047",
		       N_("'%s' cannot become %lld: it goes from %d to %d, so the nearest is taken"),
		       v->id, (long long)n, v->min, v->max);
}

static void
resolve_set(struct reader *r, struct drill *d, const struct pending *p)
{
	struct drill_choice *c = choice_of(d, p);
	struct drill_set *s = c != NULL ? &c->sets[p->item] :
			      &d->nodes[p->node].sets[p->item];
	struct err e;

	s->var = find_var(d, p->s);
	if (s->var == DRILL_NONE) {
		unknown_var(r, p, "var");
		return;
	}
	if (d->vars[s->var].type != VAR_INT && s->op != SET_TO) {
		report(&r->rep, place_of_attr(r, p->tag, "op"), "D028",
		       N_("'%s' is no number: it can only be set with '='"),
		       p->s);
		return;
	}
	err_init(&e, r->rep.f->m);
	if (expr_parse_value(r->a, p->value, d, s->var, &s->value, &e) != 0)
		bad_expr(r, p, "value", &e);
	else
		check_range(r, &d->vars[s->var], s, p);
}

static void
resolve_if(struct reader *r, struct drill *d, const struct pending *p)
{
	struct drill_node *n = &d->nodes[p->node];
	struct drill_choice *c = choice_of(d, p);
	struct expr *x;
	struct err e;

	err_init(&e, r->rep.f->m);
	if (expr_parse(r->a, p->s, d, EXT_BOOL, &x, &e) != 0) {
		bad_expr(r, p, "if", &e);
		return;
	}
	if (p->kind == PEND_SAY_IF)
		n->says[p->item].cond = x;
	else if (p->kind == PEND_CHOICE_IF)
		c->cond = x;
	else if (c != NULL)
		c->gotos[p->item].cond = x;
	else
		n->gotos[p->item].cond = x;
}

static void
resolve_let(struct reader *r, struct drill *d, const struct pending *p)
{
	struct err e;

	err_init(&e, r->rep.f->m);
	if (expr_parse_let(r->a, p->s, d, p->item, &e) != 0)
		bad_expr(r, p, "expr", &e);
}

static void
resolve_call(struct reader *r, struct drill *d, const struct pending *p)
{
	size_t to = drill_node_by_id(d, p->s);

	if (to == DRILL_NONE)
		report(&r->rep, place_of_attr(r, p->tag, "node"), "D020",
		       N_("there is no scene '%s' to go to"), p->s);
	else if (p->choice != DRILL_NONE)
		choice_of(d, p)->call = to;
	else
		d->nodes[p->node].call = to;
}

static void
resolve_timeout(struct reader *r, struct drill *d, const struct pending *p)
{
	struct drill_node *n = &d->nodes[p->node];

	while (n->timer.choice < n->nchoices &&
	       !str_eq(n->choices[n->timer.choice].id, p->s))
		n->timer.choice++;
	if (n->timer.choice == n->nchoices)
		report(&r->rep, place_of_attr(r, p->tag, "on-timeout"), "D066",
		       N_("'%s' is no choice of the scene '%s'"), p->s, n->id);
}

static void
resolve_pending(struct reader *r, struct drill *d, const struct pending *p)
{
	switch (p->kind) {
	case PEND_MOOD:
		resolve_mood(r, d, p);
		break;
	case PEND_WHO:
		resolve_who(r, d, p);
		break;
	case PEND_SAY_IF:
	case PEND_CHOICE_IF:
	case PEND_GOTO_IF:
		resolve_if(r, d, p);
		break;
	case PEND_SET:
		resolve_set(r, d, p);
		break;
	case PEND_SCORE:
		resolve_score(r, d, p);
		break;
	case PEND_LET:
		break; /* before all others */
	case PEND_CALL:
		resolve_call(r, d, p);
		break;
	case PEND_TIMEOUT:
		resolve_timeout(r, d, p);
		break;
	}
}

static void
resolve_gotos(struct reader *r, const struct drill *d, struct drill_goto *g,
	      size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct place at = { (int)g[i].line, (int)g[i].column };

		g[i].to = drill_node_by_id(d, g[i].to_id);
		if (g[i].to == DRILL_NONE)
			report(&r->rep, at, "D020",
			       N_("there is no scene '%s' to go to"),
			       g[i].to_id);
	}
}

/* A name must mean one thing. */
static void
check_names(struct reader *r, const struct drill *d)
{
	for (size_t i = 0; i < d->nvars; i++) {
		for (size_t k = 0; k < d->vars[i].nvalues; k++) {
			struct place at = { (int)d->vars[i].line, 1 };
			const char *name = d->vars[i].values[k];
			size_t l = 0;

			while (l < d->nlets && !str_eq(d->lets[l].id, name))
				l++;

			if (find_var(d, name) != DRILL_NONE || l < d->nlets)
				report(&r->rep, at, "D027",
				       N_("'%s' is a value of '%s' and also a variable: rename one"),
				       name, d->vars[i].id);
		}
	}
}

void
drill_resolve(struct reader *r, struct drill_build *b)
{
	struct drill *d = b->d;

	drill_index(r->a, d);
	check_names(r, d);
	for (size_t i = 0; i < d->nnodes; i++) {
		struct drill_node *n = &d->nodes[i];

		resolve_gotos(r, d, n->gotos, n->ngotos);
		for (size_t k = 0; k < n->nchoices; k++)
			resolve_gotos(r, d, n->choices[k].gotos,
				      n->choices[k].ngotos);
	}
	for (size_t i = 0; i < b->n; i++)
		if (b->v[i].kind == PEND_LET)
			resolve_let(r, d, &b->v[i]);
	for (size_t i = 0; i < b->n; i++)
		resolve_pending(r, d, &b->v[i]);
	if (r->rep.errors == 0)
		drill_prepare(r->a, d);
}
