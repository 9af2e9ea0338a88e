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

/* What a scene may have besides, and must have, by its kind. */
enum { SAYS = 1, HINTS = 2, CHOICES = 4, GOTOS = 8, TELLS = 16, CALLS = 32,
       TIMES = 64, REPLIES = 128 };
static const struct {
	const char *word;
	unsigned may, must;
} kinds[] = {
	[NODE_SAY] = { "say", SAYS | CALLS | REPLIES, GOTOS },
	[NODE_NARRATE] = { "narrate", SAYS | CALLS, GOTOS },
	[NODE_ASK] = { "ask", SAYS | HINTS | TIMES | GOTOS, CHOICES },
	[NODE_HUB] = { "hub", SAYS | HINTS | TIMES | GOTOS, CHOICES },
	[NODE_CHECK] = { "check", CALLS, GOTOS },
	[NODE_RETURN] = { "return", SAYS, 0 },
	[NODE_END] = { "end", SAYS | TELLS, 0 },
};

static void
check_part(struct reader *r, const struct drill_node *n, const char *what,
	   unsigned part, bool has)
{
	if (has && !((kinds[n->kind].may | kinds[n->kind].must) & part))
		report(&r->rep, here(r), "D026",
		       N_("'%s' is of the kind '%s' and may not hold '%s'"),
		       n->id, kinds[n->kind].word, what);
	if (!has && (kinds[n->kind].must & part))
		report(&r->rep, here(r), "D026",
		       N_("'%s' is of the kind '%s' and must hold '%s'"),
		       n->id, kinds[n->kind].word, what);
}

static void
check_hub(struct reader *r, const struct drill_node *n)
{
	bool out = n->ngotos > 0;

	for (size_t i = 0; i < n->nchoices; i++) {
		const struct drill_choice *c = &n->choices[i];

		out = out || c->leaves;
		if (n->kind != NODE_HUB && (c->required || c->leaves))
			report(&r->rep, here(r), "D065",
			       N_("the choice '%s' is required or a way out, but '%s' is no hub"),
			       c->id, n->id);
	}
	if (n->kind == NODE_HUB && !out)
		report(&r->rep, here(r), "D065",
		       N_("nobody ever gets out of the hub '%s': give it a choice with leave=\"yes\", or a goto"),
		       n->id);
}

void
end_node(struct reader *r)
{
	const struct drill_node *n = build_node(r->model);

	check_part(r, n, "say", SAYS, n->nsays > 0);
	check_part(r, n, "hint", HINTS, n->nhints > 0);
	check_part(r, n, "timer", TIMES, n->timer.seconds > 0);
	check_part(r, n, "reply", REPLIES, n->reply.t != NULL);
	check_part(r, n, "call", CALLS, n->call != DRILL_NONE);
	check_part(r, n, "choice", CHOICES, n->nchoices > 0);
	check_part(r, n, "goto", GOTOS, n->ngotos > 0);
	check_part(r, n, "told", TELLS, n->told != NULL);
	check_hub(r, n);
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
