/* The handbook's values as they stand in the house (cmd/value_state.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/value_state.h"

#include "base/str.h"

const char *
value_setting(struct app *app, const char *id)
{
	return arena_printf(app->a, "value.%s", id);
}

const char *
value_in_words(struct app *app, const struct value_state *s, const char *value)
{
	return value_said(app->a, s->v->type, value, app->lang);
}

bool
value_is_dflt(const struct value_state *s)
{
	return str_eq(s->value, s->v->dflt);
}

const char *
value_marked(struct app *app, const struct value_state *s)
{
	const char *w = value_in_words(app, s, s->value);

	return value_is_dflt(s) ? arena_printf(app->a, T(app, "%s (default)"), w) :
			    w;
}

/* ---- as it stands ---- */

int
values_read(struct app *app, struct values *ret, struct err *e)
{
	if (app_standards(app, true, &ret->st, e) != 0 ||
	    app_values(app, ret->st.h, &ret->now, e) != 0 ||
	    app_current_edition(app, &ret->edition, &ret->any, e) != 0)
		return -1;
	return 0;
}

/* What it was when the newest edition was published. */
static int
what_edition_tells(struct app *app, const struct values *x,
		   struct value_state *s, struct err *e)
{
	struct setting_row *v;
	size_t n, i = 0;

	s->told = NULL;
	if (!x->any)
		return 0;
	if (store_setting_rows(app->store, app->a, value_setting(app, s->v->id),
			       &v, &n, e) != 0)
		return -1;
	while (i < n && str_eq(v[i].terminal, x->edition.terminal) &&
	       v[i].index > x->edition.index)
		i++;
	s->told = i < n && v[i].value != NULL ? v[i].value : s->v->dflt;
	return 0;
}

int
value_look_at(struct app *app, const struct values *x,
	      const struct handbook_value *v, struct value_state *s,
	      struct err *e)
{
	*s = (struct value_state){ .v = v };
	s->name = text_in(v->name, x->st.htr[app_lang_index(app->lang)]);
	s->value = x->now.get(&x->now, v->id);
	handbook_value_uses(app->a, x->st.h, x->st.c, v->id, &s->uses,
			    &s->nuses);
	return what_edition_tells(app, x, s, e);
}

bool
value_waits(const struct value_state *s)
{
	return s->nuses > 0 && s->told != NULL && !str_eq(s->told, s->value);
}

/* "H5, H9" */
const char *
value_sections(struct app *app, const struct value_state *s)
{
	const char *out = "", *last = "";

	for (size_t i = 0; i < s->nuses; i++) {
		if (str_eq(s->uses[i].section, last))
			continue;
		last = s->uses[i].section;
		out = arena_printf(app->a, "%s%s%s", out,
				   *out != '\0' ? ", " : "", last);
	}
	return s->nuses > 0 ? out : T(app, "in no text");
}

void
value_put_state(struct app *app, const struct value_state *s, struct value *d)
{
	static const char *const types[] = {
		[VALUE_MONEY] = "money", [VALUE_NUMBER] = "number",
		[VALUE_DAYS] = "days", [VALUE_TEXT] = "text",
		[VALUE_PHONE] = "phone", [VALUE_MAIL] = "mail",
		[VALUE_TIME] = "time",
	};

	value_put_text(app->a, d, "id", s->v->id);
	value_put_text(app->a, d, "value", s->value);
	value_put_bool(app->a, d, "default", value_is_dflt(s));
	value_put_text(app->a, d, "name", s->name);
	value_put_text(app->a, d, "type", types[s->v->type]);
	value_put_text(app->a, d, "sections",
		       s->nuses > 0 ? value_sections(app, s) : NULL);
	value_put_text(app->a, d, "edition", s->told);
}
