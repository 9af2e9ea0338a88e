/* values: the handbook's numbers and names, where each stands, changing them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/changing.h"
#include "cmd/setting_ask.h"
#include "cmd/value_state.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"

enum { WORDS_MAX = 64 };

struct speaker { struct app *app; const struct value_state *s; };

static const char *
say(void *ctx, const char *value)
{
	const struct speaker *k = ctx;
	const char *w = value_in_words(k->app, k->s,
				 value != NULL ? value : k->s->v->dflt);

	return value != NULL ? w :
	       arena_printf(k->app->a, T(k->app, "%s (default)"), w);
}

/* ---- the list ---- */

static int
list(struct app *app, const struct values *x, struct err *e)
{
	struct page *p = app_page(app, T(app, "NUMBERS AND NAMES IN THE "
					      "HANDBOOK"));
	const char *head[] = { T(app, "No."), T(app, "Name"), T(app, "Now"),
			       T(app, "Stands in") };
	struct value *d = app_data(app), *rows;
	bool some = false;

	rows = value_put(app->a, d, "values",
			 value_table(app->a, "id value default name type "
					     "sections edition"));
	page_head(app->a, p, NELEM(head), head);
	for (size_t i = 0; i < x->st.h->nvalues; i++) {
		struct value *row = value_map(app->a);
		const char *cells[NELEM(head)];
		struct value_state s;

		if (value_look_at(app, x, &x->st.h->values[i], &s, e) != 0)
			return -1;
		value_put_state(app, &s, row);
		value_add(app->a, rows, row);
		some |= value_waits(&s);
		cells[0] = app->shown == NULL ? s.v->id :
			   arena_printf(app->a, "%zu", i + 1);
		cells[1] = s.name;
		cells[2] = arena_printf(app->a, "%s%s",
					value_in_words(app, &s, s.value),
					value_waits(&s) ? " *" : "");
		cells[3] = value_sections(app, &s);
		page_row(app->a, p, NELEM(cells), cells);
		app_follow(app, cells[0],
			   arena_printf(app->a, "values %s", s.v->id));
	}
	if (some)
		page_para(app->a, p, T(app, "* reaches the staff with the next "
					    "edition"));
	p->keys = app->shown != NULL ? T(app, "A number opens one.") : NULL;
	return app_result(app, d, rows, p, e);
}

/* ---- one ---- */

/* Values as they are, but for one. */
struct other {
	const struct value_source *now;
	const char *id, *value;
};

static const char *
get_other(const struct value_source *vs, const char *id)
{
	const struct other *o = vs->ctx;

	return str_eq(id, o->id) ? o->value : o->now->get(o->now, id);
}

/* The words of a use with VALUE in it: its sentence in the language of now. */
static int
use_words(struct app *app, const struct values *x, const struct value_state *s,
	  const struct value_use *u, const char *value, const char **ret,
	  struct err *e)
{
	struct other o = { &x->now, s->v->id, value };
	const struct value_source vs = { get_other, x->st.h, &o };
	size_t i = app_lang_index(app->lang);
	const char *t = text_in(u->t, u->commandment ? x->st.ctr[i] :
						       x->st.htr[i]);

	return handbook_fill(app->a, x->st.h, &vs, app->lang, u->t->id,
			     value_sentences(app->a, t, s->v->id), ret, e);
}

/* Every sentence it stands in; AFTER (or NULL): each a second time, with
 * that. */
static int
add_uses(struct app *app, const struct values *x, const struct value_state *s,
	 const char *after, struct page *p, struct err *e)
{
	for (size_t i = 0; i < s->nuses; i++) {
		const struct value_use *u = &s->uses[i];
		const char *was, *is;

		if (use_words(app, x, s, u, s->value, &was, e) != 0 ||
		    use_words(app, x, s, u, after != NULL ? after : s->value,
			      &is, e) != 0)
			return -1;
		if (after == NULL) {
			page_field(app->a, p, u->section, was);
			continue;
		}
		page_field(app->a, p, arena_printf(app->a, T(app, "%s before"),
						   u->section), was);
		page_field(app->a, p, arena_printf(app->a, T(app, "%s after"),
						   u->section), is);
	}
	return 0;
}

/* What is not told yet, and how it will be. */
static void
add_edition(struct app *app, const struct values *x,
	    const struct value_state *s, struct page *p)
{
	const char *line = "handbook publish --material";
	const char *key = app_menu_key(app, ROLE_HR, line);

	if (!value_waits(s))
		return;
	page_field(app->a, p, T(app, "Handbook"),
		   arena_printf(app->a, T(app, "edition %u says %s"),
				x->edition.edition,
				value_in_words(app, s, s->told)));
	page_para(app->a, p,
		  key != NULL ?
		  arena_printf(app->a, T(app, "The staff read it with the next "
					      "edition: numbers %s of the "
					      "menu."), key) :
		  arena_printf(app->a, T(app, "The staff read it with the next "
					      "edition: '%s'."), line));
}

static void
add_keys(struct app *app, const struct value_state *s, struct page *p)
{
	struct change_keys k = { .p = p };

	page_gap(app->a, p);
	changing_key(app, &k, T(app, "Change it"),
		     arena_printf(app->a, "values %s --ask", s->v->id));
	if (!value_is_dflt(s))
		changing_key(app, &k,
			     arena_printf(app->a, T(app, "Back to the default: "
							 "%s"),
					  value_in_words(app, s, s->v->dflt)),
			     arena_printf(app->a, "values %s -", s->v->id));
}

/* NEWS (or NULL) was done just now; D has what is told of it. */
static int
show(struct app *app, const char *id, const char *news, struct value *d,
     struct err *e)
{
	struct values x;
	struct value_state s;
	struct speaker k = { .app = app, .s = &s };
	const struct change_words words = { say, &k };
	struct page *p;

	if (values_read(app, &x, e) != 0 ||
	    value_look_at(app, &x, handbook_value_find(x.st.h, id), &s, e) != 0)
		return -1;
	p = app_page(app, T(app, "NUMBER OR NAME IN THE HANDBOOK"));
	if (news != NULL) {
		page_para(app->a, p, news);
		page_gap(app->a, p);
	}
	page_para(app->a, p, s.name);
	page_gap(app->a, p);
	page_field(app->a, p, T(app, "Now"), value_marked(app, &s));
	page_field(app->a, p, T(app, "Wanted is"),
		   T(app, value_wants(s.v->type)));
	if (s.nuses == 0)
		page_field(app->a, p, T(app, "Stands in"),
			   T(app, "no text: nobody reads it"));
	if (add_uses(app, &x, &s, NULL, p, e) != 0)
		return -1;
	add_edition(app, &x, &s, p);
	value_put_state(app, &s, d);
	if (changing_history(app, value_setting(app, id), &words, p, d, e) != 0)
		return -1;
	add_keys(app, &s, p);
	/* Whoever comes back here wants to see it, not to change it again. */
	app_show_as(app, arena_printf(app->a, "values %s", id));
	return app_result(app, d, NULL, p, e);
}

/* ---- changing ---- */

/* A text of an edition has room for so much only, in every language. */
static int
check_room(struct app *app, const struct values *x, const struct value_state *s,
	   const char *value, struct err *e)
{
	struct other o = { &x->now, s->v->id, value };
	const struct value_source vs = { get_other, x->st.h, &o };

	for (size_t i = 0; i < s->nuses * LANGS; i++) {
		const struct value_use *u = &s->uses[i / LANGS];
		const char *filled, *flaw;
		size_t l = i % LANGS;

		if (handbook_fill(app->a, x->st.h, &vs, app_langs[l],
				  u->t->id,
				  text_in(u->t, u->commandment ?
							x->st.ctr[l] :
							x->st.htr[l]),
				  &filled, e) != 0)
			return -1;
		flaw = edition_line_flaw(filled, 2);
		if (flaw != NULL)
			return err_set(e, ERR_USAGE, "'%s' will not do: with "
				       "it the text '%s' (%s) %s",
				       changing_typed(app, value), u->t->id,
				       app_langs[l], T(app, flaw));
	}
	return 0;
}

static int
fit(struct app *app, const struct values *x, const struct value_state *s,
    const char *typed, const char **ret, struct err *e)
{
	const char *v = value_read(app->a, s->v->type, s->value, typed);

	if (v == NULL)
		return err_set(e, ERR_USAGE,
			       "'%s' will not do for '%s': wanted is %s",
			       changing_typed(app, typed), s->name,
			       T(app, value_wants(s->v->type)));
	if (check_room(app, x, s, v, e) != 0)
		return -1;
	*ret = v;
	return 0;
}

static int
confirm(struct app *app, const struct values *x, const struct value_state *s,
	const struct change *c, struct err *e)
{
	struct page *p = app_page(app, T(app, "CHANGE A NUMBER OR NAME IN THE "
				      "HANDBOOK"));
	struct speaker k = { .app = app, .s = s };

	page_field(app->a, p, T(app, "Value"), s->name);
	page_field(app->a, p, T(app, "Old value"), value_marked(app, s));
	page_field(app->a, p, T(app, "New value"), say(&k, c->value));
	page_gap(app->a, p);
	if (add_uses(app, x, s, c->value != NULL ? c->value : s->v->dflt, p,
		     e) != 0)
		return -1;
	return changing_confirm(app, p, e);
}

static int
change(struct app *app, const struct values *x, const struct value_state *s,
       const struct change *c, struct err *e)
{
	struct speaker k = { .app = app, .s = s };
	const struct change_words words = { say, &k };
	const struct change_seen seen = { s->seen, s->value,
					  value_marked(app, s), &words };
	const char *news;
	struct value *d;

	if (confirm(app, x, s, c, e) != 0 ||
	    changing_record(app, c, 1, &seen, &news, &d, e) != 0)
		return -1;
	return show(app, s->v->id, news, d, e);
}

/* TYPED "-": the default. */
static int
change_to(struct app *app, const struct values *x, const struct value_state *s,
	  const char *typed, struct err *e)
{
	struct change c = { .name = value_setting(app, s->v->id) };
	bool back = str_eq(typed, "-");

	if (!back && fit(app, x, s, typed, &c.value, e) != 0)
		return -1;
	if (back ? value_is_dflt(s) : str_eq(c.value, s->value))
		return show(app, s->v->id, T(app, "It is so already: nothing "
						  "was changed."),
			    app_data(app), e);
	return change(app, x, s, &c, e);
}

static int
ask(struct app *app, const struct values *x, const struct value_state *s,
    struct err *e)
{
	const char *typed, *value;

	if (io_say(app->io,
		   arena_printf(app->a, T(app, "Wanted is %s. 0 stops."),
				T(app, value_wants(s->v->type))), e) != 0)
		return -1;
	for (;;) {
		if (setting_ask_line(app, T(app, "New value: "), NULL, &typed,
				     e) != 0)
			return -1;
		if (fit(app, x, s, typed, &value, e) == 0)
			return change_to(app, x, s, value, e);
		if (!app->io->interactive ||
		    io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

static int
no_value(struct app *app, const struct values *x, const char *id,
	 struct err *e)
{
	struct guess g = { .typed = id };

	for (size_t i = 0; i < x->st.h->nvalues; i++)
		guess_offer(&g, x->st.h->values[i].id);
	if (g.word != NULL)
		return err_set(e, ERR_USAGE, "the handbook has no value '%s'; "
			       "did you mean '%s'?", id, g.word);
	return err_set(e, ERR_USAGE, "the handbook has no value '%s': "
		       "'preshift values' lists them",
		       changing_typed(app, id));
}

int
cmd_values(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *words[WORDS_MAX + 1] = { NULL }, *typed;
	bool asks = false;
	const struct opt spec[] = {
		{ .name = "ask", .type = OPT_FLAG, .flag = &asks },
	};
	const struct handbook_value *v;
	const char *seen;
	struct values x;
	struct value_state s;

	if (app_args(app, spec, NELEM(spec), argc, argv, WORDS_MAX, words,
		     e) != 0 ||
	    changing_seen(app, &seen, e) != 0 ||
	    values_read(app, &x, e) != 0)
		return -1;
	if (words[0] == NULL)
		return list(app, &x, e);
	v = handbook_value_find(x.st.h, words[0]);
	if (v == NULL)
		return no_value(app, &x, words[0], e);
	typed = changing_joined(app, words + 1);
	if (typed == NULL && !asks)
		return show(app, v->id, NULL, app_data(app), e);
	if (value_look_at(app, &x, v, &s, e) != 0)
		return -1;
	s.seen = seen;
	return typed != NULL ? change_to(app, &x, &s, typed, e) :
			       ask(app, &x, &s, e);
}
