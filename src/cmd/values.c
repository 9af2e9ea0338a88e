/* values: the handbook's numbers and names, where each stands, changing them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/changing.h"
#include "cmd/setting_ask.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "base/utf8.h"

enum { WORDS_MAX = 64 };

/* What all of them need. */
struct texts {
	struct app_standards st;
	struct value_source now;
	struct edition_row edition; /* the newest, if any */
	bool any;
};

/* One value as it stands. */
struct state {
	const struct handbook_value *v;
	const char *name;  /* in the language of now */
	const char *value; /* that counts */
	const char *told;  /* by the newest edition; NULL: none */
	struct value_use *uses;
	size_t nuses;
	const char *seen;  /* the log when this was read */
};

static const char *
setting_of(struct app *app, const char *id)
{
	return arena_printf(app->a, "value.%s", id);
}

static const char *
words_of(struct app *app, const struct state *s, const char *value)
{
	return value_said(app->a, s->v->type, value, app->lang);
}

static bool
is_dflt(const struct state *s)
{
	return str_eq(s->value, s->v->dflt);
}

static const char *
marked_words(struct app *app, const struct state *s)
{
	const char *w = words_of(app, s, s->value);

	return is_dflt(s) ? arena_printf(app->a, T(app, "%s (default)"), w) :
			    w;
}

struct speaker { struct app *app; const struct state *s; };

static const char *
say(void *ctx, const char *value)
{
	const struct speaker *k = ctx;
	const char *w = words_of(k->app, k->s,
				 value != NULL ? value : k->s->v->dflt);

	return value != NULL ? w :
	       arena_printf(k->app->a, T(k->app, "%s (default)"), w);
}

/* ---- as it stands ---- */

static int
read_texts(struct app *app, struct texts *ret, struct err *e)
{
	if (app_standards(app, true, &ret->st, e) != 0 ||
	    app_values(app, ret->st.h, &ret->now, e) != 0 ||
	    app_current_edition(app, &ret->edition, &ret->any, e) != 0)
		return -1;
	return 0;
}

/* What it was when the newest edition was published. */
static int
what_edition_tells(struct app *app, const struct texts *x, struct state *s,
		   struct err *e)
{
	struct setting_row *v;
	size_t n, i = 0;

	s->told = NULL;
	if (!x->any)
		return 0;
	if (store_setting_rows(app->store, app->a, setting_of(app, s->v->id),
			       &v, &n, e) != 0)
		return -1;
	while (i < n && str_eq(v[i].terminal, x->edition.terminal) &&
	       v[i].index > x->edition.index)
		i++;
	s->told = i < n && v[i].value != NULL ? v[i].value : s->v->dflt;
	return 0;
}

static int
look_at(struct app *app, const struct texts *x, const struct handbook_value *v,
	struct state *s, struct err *e)
{
	*s = (struct state){ .v = v };
	s->name = text_in(v->name, x->st.htr[app_lang_index(app->lang)]);
	s->value = x->now.get(&x->now, v->id);
	handbook_value_uses(app->a, x->st.h, x->st.c, v->id, &s->uses,
			    &s->nuses);
	return what_edition_tells(app, x, s, e);
}

static bool
waits(const struct state *s)
{
	return s->nuses > 0 && s->told != NULL && !str_eq(s->told, s->value);
}

/* "H5, H9" */
static const char *
sections(struct app *app, const struct state *s)
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

static void
put_state(struct app *app, const struct state *s, struct value *d)
{
	static const char *const types[] = {
		[VALUE_MONEY] = "money", [VALUE_NUMBER] = "number",
		[VALUE_DAYS] = "days", [VALUE_TEXT] = "text",
		[VALUE_PHONE] = "phone", [VALUE_MAIL] = "mail",
		[VALUE_TIME] = "time",
	};

	value_put_text(app->a, d, "id", s->v->id);
	value_put_text(app->a, d, "value", s->value);
	value_put_bool(app->a, d, "default", is_dflt(s));
	value_put_text(app->a, d, "name", s->name);
	value_put_text(app->a, d, "type", types[s->v->type]);
	value_put_text(app->a, d, "sections",
		       s->nuses > 0 ? sections(app, s) : NULL);
	value_put_text(app->a, d, "edition", s->told);
}

/* ---- the list ---- */

static int
list(struct app *app, const struct texts *x, struct err *e)
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
		struct state s;

		if (look_at(app, x, &x->st.h->values[i], &s, e) != 0)
			return -1;
		put_state(app, &s, row);
		value_add(app->a, rows, row);
		some |= waits(&s);
		cells[0] = app->shown == NULL ? s.v->id :
			   arena_printf(app->a, "%zu", i + 1);
		cells[1] = s.name;
		cells[2] = arena_printf(app->a, "%s%s",
					words_of(app, &s, s.value),
					waits(&s) ? " *" : "");
		cells[3] = sections(app, &s);
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
use_words(struct app *app, const struct texts *x, const struct state *s,
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
add_uses(struct app *app, const struct texts *x, const struct state *s,
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
add_edition(struct app *app, const struct texts *x, const struct state *s,
	    struct page *p)
{
	const char *line = "handbook publish --material";
	const char *key = app_menu_key(app, ROLE_HR, line);

	if (!waits(s))
		return;
	page_field(app->a, p, T(app, "Handbook"),
		   arena_printf(app->a, T(app, "edition %u says %s"),
				x->edition.edition,
				words_of(app, s, s->told)));
	page_para(app->a, p,
		  key != NULL ?
		  arena_printf(app->a, T(app, "The staff read it with the next "
					      "edition: numbers %s of the "
					      "menu."), key) :
		  arena_printf(app->a, T(app, "The staff read it with the next "
					      "edition: '%s'."), line));
}

static void
add_keys(struct app *app, const struct state *s, struct page *p)
{
	struct change_keys k = { .p = p };

	page_gap(app->a, p);
	changing_key(app, &k, T(app, "Change it"),
		     arena_printf(app->a, "values %s --ask", s->v->id));
	if (!is_dflt(s))
		changing_key(app, &k,
			     arena_printf(app->a, T(app, "Back to the default: "
							 "%s"),
					  words_of(app, s, s->v->dflt)),
			     arena_printf(app->a, "values %s -", s->v->id));
}

/* NEWS (or NULL) was done just now; D has what is told of it. */
static int
show(struct app *app, const char *id, const char *news, struct value *d,
     struct err *e)
{
	struct texts x;
	struct state s;
	struct speaker k = { .app = app, .s = &s };
	const struct change_words words = { say, &k };
	struct page *p;

	if (read_texts(app, &x, e) != 0 ||
	    look_at(app, &x, handbook_value_find(x.st.h, id), &s, e) != 0)
		return -1;
	p = app_page(app, T(app, "NUMBER OR NAME IN THE HANDBOOK"));
	if (news != NULL) {
		page_para(app->a, p, news);
		page_gap(app->a, p);
	}
	page_para(app->a, p, s.name);
	page_gap(app->a, p);
	page_field(app->a, p, T(app, "Now"), marked_words(app, &s));
	page_field(app->a, p, T(app, "Wanted is"),
		   T(app, value_wants(s.v->type)));
	if (s.nuses == 0)
		page_field(app->a, p, T(app, "Stands in"),
			   T(app, "no text: nobody reads it"));
	if (add_uses(app, &x, &s, NULL, p, e) != 0)
		return -1;
	add_edition(app, &x, &s, p);
	put_state(app, &s, d);
	if (changing_history(app, setting_of(app, id), &words, p, d, e) != 0)
		return -1;
	add_keys(app, &s, p);
	/* Whoever comes back here wants to see it, not to change it again. */
	app_show_as(app, arena_printf(app->a, "values %s", id));
	return app_result(app, d, NULL, p, e);
}

/* ---- changing ---- */

/* A text of an edition has room for so much only, in every language. */
static int
check_room(struct app *app, const struct texts *x, const struct state *s,
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
fit(struct app *app, const struct texts *x, const struct state *s,
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
confirm(struct app *app, const struct texts *x, const struct state *s,
	const struct change *c, struct err *e)
{
	struct page *p = app_page(app, T(app, "CHANGE A NUMBER OR NAME IN THE "
				      "HANDBOOK"));
	struct speaker k = { .app = app, .s = s };

	page_field(app->a, p, T(app, "Value"), s->name);
	page_field(app->a, p, T(app, "Old value"), marked_words(app, s));
	page_field(app->a, p, T(app, "New value"), say(&k, c->value));
	page_gap(app->a, p);
	if (add_uses(app, x, s, c->value != NULL ? c->value : s->v->dflt, p,
		     e) != 0)
		return -1;
	return changing_confirm(app, p, e);
}

static int
change(struct app *app, const struct texts *x, const struct state *s,
       const struct change *c, struct err *e)
{
	struct speaker k = { .app = app, .s = s };
	const struct change_words words = { say, &k };
	const char *from = marked_words(app, s);
	struct value *d;
	uint64_t leaf;

	if (confirm(app, x, s, c, e) != 0)
		return -1;
	if (changing_record(app, c, 1, s->seen, &words, &leaf, e) != 0) {
		const char *why = arena_strdup(app->a, e->text);

		if (app->shown == NULL || e->kind != ERR_REFUSED ||
		    e->cancelled)
			return -1;
		err_clear(e);
		return show(app, s->v->id, utf8_capital(app->a, why),
			    app_data(app), e);
	}
	d = app_leaf_data(app, leaf);
	value_put_text(app->a, d, "from", s->value);
	return show(app, s->v->id,
		    arena_printf(app->a, T(app, "Recorded as number %llu: "
						"from '%s' to '%s'."),
				 (unsigned long long)leaf, from,
				 say(&k, c->value)), d, e);
}

/* TYPED "-": the default. */
static int
change_to(struct app *app, const struct texts *x, const struct state *s,
	  const char *typed, struct err *e)
{
	struct change c = { .name = setting_of(app, s->v->id) };
	bool back = str_eq(typed, "-");

	if (!back && fit(app, x, s, typed, &c.value, e) != 0)
		return -1;
	if (back ? is_dflt(s) : str_eq(c.value, s->value))
		return show(app, s->v->id, T(app, "It is so already: nothing "
						  "was changed."),
			    app_data(app), e);
	return change(app, x, s, &c, e);
}

static int
ask(struct app *app, const struct texts *x, const struct state *s,
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
no_value(struct app *app, const struct texts *x, const char *id,
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
	struct texts x;
	struct state s;

	if (app_args(app, spec, NELEM(spec), argc, argv, WORDS_MAX, words,
		     e) != 0 ||
	    changing_seen(app, &seen, e) != 0 ||
	    read_texts(app, &x, e) != 0)
		return -1;
	if (words[0] == NULL)
		return list(app, &x, e);
	v = handbook_value_find(x.st.h, words[0]);
	if (v == NULL)
		return no_value(app, &x, words[0], e);
	typed = changing_joined(app, words + 1);
	if (typed == NULL && !asks)
		return show(app, v->id, NULL, app_data(app), e);
	if (look_at(app, &x, v, &s, e) != 0)
		return -1;
	s.seen = seen;
	return typed != NULL ? change_to(app, &x, &s, typed, e) :
			       ask(app, &x, &s, e);
}
