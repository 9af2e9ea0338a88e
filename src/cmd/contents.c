/* Looking something up in the handbook (cmd/contents.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/contents.h"

#include <string.h>
#include <strings.h>

#include "base/str.h"

/* ---- its words ---- */

const char *
contents_value(struct app *app, const struct handbook *h, const char *id)
{
	const struct handbook_value *dflt = handbook_value_find(h, id);
	const char *v = NULL;
	struct err none;

	err_init(&none, NULL);
	if (app->store != NULL &&
	    store_setting(app->store, app->a,
			  arena_printf(app->a, "value.%s", id), &v,
			  &none) == 0 && v != NULL)
		return v;
	return dflt != NULL ? dflt->dflt : NULL;
}

static int
compose(struct app *app, struct contents *c, size_t lang, struct err *e)
{
	struct value_source vs;
	const char *text;
	size_t n;

	c->lang = app_langs[lang];
	if (app_values(app, c->st.h, &vs, e) != 0 ||
	    handbook_compose(app->a, c->st.h, c->st.htr[lang], c->st.c,
			     c->st.ctr[lang], app_catalogue(app, c->lang),
			     c->lang, app->house.title, 1, &vs, &text, &n,
			     e) != 0)
		return -1;
	return edition_parse(app->a, text, n, &c->text, e);
}

int
contents_open(struct app *app, struct contents *ret, struct err *e)
{
	size_t lang = app_lang_index(app->lang);
	struct app_edition ed;
	struct edition_row row;
	bool found;

	memset(ret, 0, sizeof(*ret));
	if (app_standards(app, true, &ret->st, e) != 0 ||
	    app_current_edition(app, &row, &found, e) != 0)
		return -1;
	if (!found) {
		if (compose(app, ret, lang, e) == 0)
			return 0;
		err_clear(e); /* not whole in this language */
		return compose(app, ret,
			       app_lang_index(ret->st.h->doc.lang), e);
	}
	if (app_edition_text(app, &row, app->lang, &ed, e) != 0)
		return -1;
	ret->text = ed.text;
	ret->edition = row.edition;
	ret->lang = ed.lang;
	return 0;
}

/* ---- the list ---- */

static const char *
place_of(struct app *app, const struct contents *c)
{
	return c->edition > 0 ?
	       arena_printf(app->a, "%s %u", T(app, "HANDBOOK edition"),
			    c->edition) : T(app, "HANDBOOK");
}

/* Said wherever words are shown that nobody has published. */
static void
add_origin(struct app *app, const struct contents *c, struct page *p)
{
	if (c->edition == 0)
		page_para(app->a, p, T(app, "No edition is published yet: "
					    "this is the text as it stands."));
}

static bool
must_be_read(const struct contents *c, const char *id)
{
	for (size_t i = 0; i < c->st.h->nsections; i++)
		if (str_eq(c->st.h->sections[i].id, id))
			return c->st.h->sections[i].must;
	return false;
}

static void
add_line(struct app *app, struct page *p, size_t number, const char *text,
	 const char *note, const char *line)
{
	const char *key = arena_printf(app->a, "%zu", number);

	page_item(app->a, p, key, *note == '\0' ? text :
		  arena_printf(app->a, "%s (%s)", text, note));
	app_follow(app, key, line);
}

int
contents_list(struct app *app, struct err *e)
{
	struct value *d = app_data(app), *list;
	struct contents c;
	struct page *p;
	size_t i;

	if (contents_open(app, &c, e) != 0)
		return -1;
	p = app_page(app, place_of(app, &c));
	add_origin(app, &c, p);
	value_put(app->a, d, "edition", c.edition > 0 ?
		  value_int(app->a, c.edition) : value_null(app->a));
	list = value_put(app->a, d, "sections",
			 value_table(app->a, "id title must"));
	for (i = 0; i < c.text.nsections; i++) {
		const struct edition_section *s = &c.text.sections[i];
		struct value *v = value_map(app->a);
		bool must = must_be_read(&c, s->id);

		value_put_text(app->a, v, "id", s->id);
		value_put_text(app->a, v, "title", s->title);
		value_put_bool(app->a, v, "must", must);
		value_add(app->a, list, v);
		add_line(app, p, i + 1,
			 arena_printf(app->a, "%s %s", s->id, s->title),
			 must ? T(app, "must-read") : "",
			 arena_printf(app->a, "handbook show %s 1", s->id));
	}
	add_line(app, p, i + 1, T(app, "The service commandments"), "",
		 "commandments");
	return app_result(app, d, list, p, e);
}

/* ---- from a paragraph on ---- */

int
contents_section(const struct edition_text *t, const char *id,
		 const struct edition_section **ret, struct err *e)
{
	for (size_t i = 0; i < t->nsections; i++) {
		if (strcasecmp(t->sections[i].id, id) != 0)
			continue;
		*ret = &t->sections[i];
		return 0;
	}
	return err_set(e, ERR_USAGE, "the handbook has no section '%s'", id);
}

static void
add_words(struct app *app, const struct edition_section *sec, uint64_t from,
	  struct page *p, struct value *list)
{
	uint64_t number = 0;

	for (size_t i = 0; i < sec->nlines; i++) {
		const struct edition_line *l = &sec->lines[i];
		struct value *v = value_map(app->a);

		number += l->kind == LINE_PARA;
		if (number < from)
			continue;
		value_put_int(app->a, v, "paragraph", (int64_t)number);
		value_put_text(app->a, v, "text", l->s);
		value_put_text(app->a, v, "easy", l->easy);
		value_add(app->a, list, v);
		page_item(app->a, p, l->kind == LINE_ITEM ? "-" :
			  arena_printf(app->a, "%llu",
				       (unsigned long long)number), l->s);
		if (l->easy != NULL)
			page_item(app->a, p, "",
				  arena_printf(app->a,
					       T(app, "In easier words: %s"),
					       l->easy));
	}
}

static uint64_t
paragraphs(const struct edition_section *sec)
{
	uint64_t n = 0;

	for (size_t i = 0; i < sec->nlines; i++)
		n += sec->lines[i].kind == LINE_PARA;
	return n;
}

int
contents_from(struct app *app, const char *section, const char *paragraph,
	      struct err *e)
{
	const struct edition_section *sec;
	struct value *d = app_data(app), *list;
	struct contents c;
	struct page *p;
	uint64_t from, last;

	if (contents_open(app, &c, e) != 0 ||
	    contents_section(&c.text, section, &sec, e) != 0)
		return -1;
	last = paragraphs(sec);
	if (!str_u64(paragraph, last, &from) || from == 0)
		return err_set(e, ERR_USAGE, "'%s' is no paragraph of %s: 1 to "
			       "%llu", paragraph, sec->id,
			       (unsigned long long)last);
	p = app_page(app, arena_printf(app->a, "%s  %s %s", place_of(app, &c),
				       sec->id, sec->title));
	add_origin(app, &c, p);
	value_put_text(app->a, d, "section", sec->id);
	value_put_text(app->a, d, "title", sec->title);
	value_put_text(app->a, d, "language", c.lang);
	list = value_put(app->a, d, "lines", value_list(app->a));
	add_words(app, sec, from, p, list);
	if (from > 1) {
		p->keys = T(app, "a all of this part");
		app_follow(app, "a", arena_printf(app->a,
						  "handbook show %s 1",
						  sec->id));
	}
	return app_result(app, d, NULL, p, e);
}
