/* Rules of a drill that show when an element of it ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/drill_build.h"

#include <string.h>

#include "base/str.h"
#include "model/expr.h"

static struct place
here(struct reader *r)
{
	return place_of(r, reader_top(r)->tag);
}

/* ---- Choices and scenes ---- */

void
end_choice(struct reader *r)
{
	struct drill_choice *c = build_choice(r->model);

	if (c->ngotos == 0)
		report(&r->rep, here(r), "D025",
		       N_("the choice '%s' leads nowhere: give it `to` or goto elements"),
		       c->id);
	if (c->show_blocked && c->why == NULL)
		report(&r->rep, here(r), "D030",
		       N_("the choice '%s' is shown when it is blocked, but 'why' is missing"),
		       c->id);
	if (!c->show_blocked && c->why != NULL)
		report(&r->rep, here(r), "D030",
		       N_("the choice '%s' has 'why' without blocked=\"show\""),
		       c->id);
	if (c->did == NULL) {
		report(&r->rep, here(r), "D018",
		       N_("the choice '%s' has no 'did': the debrief shows its whole text"),
		       c->id);
		c->did = c->t;
	}
}

/* What a kind of scene may and must have. */
static const struct {
	const char *word;
	bool says, hints, choices, gotos, told;
} kinds[] = {
	[NODE_SAY] = { "say", true, false, false, true, false },
	[NODE_ASK] = { "ask", true, true, true, false, false },
	[NODE_CHECK] = { "check", false, false, false, true, false },
	[NODE_END] = { "end", true, false, false, false, true },
};

static void
may_have(struct reader *r, const struct drill_node *n, const char *what,
	 size_t count, bool may)
{
	if (count > 0 && !may)
		report(&r->rep, here(r), "D026",
		       N_("'%s' is of the kind '%s' and may not hold '%s'"),
		       n->id, kinds[n->kind].word, what);
}

static void
must_have(struct reader *r, const struct drill_node *n, const char *what,
	  size_t count, bool must)
{
	if (count == 0 && must)
		report(&r->rep, here(r), "D026",
		       N_("'%s' is of the kind '%s' and must hold '%s'"),
		       n->id, kinds[n->kind].word, what);
}

void
end_node(struct reader *r)
{
	const struct drill_node *n = build_node(r->model);

	may_have(r, n, "say", n->nsays, kinds[n->kind].says);
	may_have(r, n, "hint", n->nhints, kinds[n->kind].hints);
	may_have(r, n, "choice", n->nchoices, kinds[n->kind].choices);
	may_have(r, n, "goto", n->ngotos, kinds[n->kind].gotos);
	may_have(r, n, "told", n->told != NULL, kinds[n->kind].told);
	must_have(r, n, "choice", n->nchoices, kinds[n->kind].choices);
	must_have(r, n, "goto", n->ngotos, kinds[n->kind].gotos);
	if (n->must != MUST_NOT_CARE && n->title == NULL)
		report(&r->rep, here(r), "D029",
		       N_("'%s' must be visited or avoided, so it needs a title that names the behaviour"),
		       n->id);
}

void
end_drill(struct reader *r)
{
	struct drill *d = ((struct drill_build *)r->model)->d;

	if (d->goal == NULL) {
		report(&r->rep, here(r), "D018",
		       N_("the drill has no 'goal': say what one can do after it"));
		d->goal = no_text(r, "goal", "");
	}
	if (d->intro == NULL) {
		report(&r->rep, here(r), "D018",
		       N_("the drill has no 'intro': say where one is and who one is"));
		d->intro = no_text(r, "intro", "");
	}
}

/* ---- Variables ---- */

static void
bad_var(struct reader *r, const char *msgid, const char *id, const char *what)
{
	report_words(&r->rep, here(r), "D027", msgid,
		     (const char *const[3]){ id, what });
}

static void
check_int(struct reader *r, struct drill_var *v, const struct attr *at)
{
	int64_t initial;

	if (at[2].s == NULL || at[3].s == NULL) {
		bad_var(r, N_("the variable '%s' is a number and needs min and max"),
			v->id, NULL);
		return;
	}
	v->min = (int)at[2].n;
	v->max = (int)at[3].n;
	if (v->min > v->max)
		bad_var(r, N_("the variable '%s' has a min above its max"),
			v->id, NULL);
	else if (!str_i64(at[4].s, v->min, v->max, &initial))
		bad_var(r, N_("the variable '%s' begins with '%s', which is not between its min and max"),
			v->id, at[4].s);
	else
		v->initial = (int)initial;
}

static void
check_bool(struct reader *r, struct drill_var *v, const struct attr *at)
{
	v->max = 1;
	v->initial = str_eq(at[4].s, "true");
	if (!str_eq(at[4].s, "true") && !str_eq(at[4].s, "false"))
		bad_var(r, N_("the variable '%s' begins with '%s'; it must be true or false"),
			v->id, at[4].s);
}

static bool
has_name(const struct drill_var *v, const char *name)
{
	for (size_t i = 0; i < v->nvalues; i++)
		if (str_eq(v->values[i], name))
			return true;
	return false;
}

static void
check_enum(struct reader *r, struct drill_var *v, const struct attr *at)
{
	size_t cap = 0;

	for (const char *p = at[5].s; p != NULL && *p != '\0';) {
		size_t n = strcspn(p, " ");
		const char *name = arena_strndup(r->a, p, n);

		p += n;
		p += strspn(p, " ");
		if (n == 0)
			continue;
		if (!expr_name_valid(name) || has_name(v, name)) {
			bad_var(r, N_("the variable '%s' has the value '%s' twice, or it is no name: a small letter, then letters and digits"),
				v->id, name);
			return;
		}
		if (str_eq(name, at[4].s))
			v->initial = (int)v->nvalues;
		ARENA_PUSH(r->a, v->values, v->nvalues, cap, name);
	}
	if (v->nvalues < 2)
		bad_var(r, N_("the variable '%s' needs two values or more: values=\"calm cross\""),
			v->id, NULL);
	else if (!has_name(v, at[4].s))
		bad_var(r, N_("the variable '%s' begins with '%s', which is not one of its values"),
			v->id, at[4].s);
	v->max = v->nvalues == 0 ? 0 : (int)v->nvalues - 1;
}

void
check_var(struct reader *r, struct drill_var *v, const struct attr *at)
{
	if (v->type != VAR_INT && (at[2].s != NULL || at[3].s != NULL))
		bad_var(r, N_("the variable '%s' is no number and has no min or max"),
			v->id, NULL);
	if (v->type != VAR_ENUM && at[5].s != NULL)
		bad_var(r, N_("only a variable of the type enum has values, not '%s'"),
			v->id, NULL);
	switch (v->type) {
	case VAR_INT:
		check_int(r, v, at);
		break;
	case VAR_BOOL:
		check_bool(r, v, at);
		break;
	case VAR_ENUM:
		check_enum(r, v, at);
		break;
	}
}
