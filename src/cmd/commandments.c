/* commandments: the house's twenty, and its mantra; one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include "base/str.h"

static struct value *
brief(struct app *app, const struct commandment *c,
      const struct translation *tr)
{
	struct value *v = value_map(app->a);

	value_put_text(app->a, v, "id", c->id);
	value_put_int(app->a, v, "number", c->number);
	value_put_text(app->a, v, "topic", text_in(c->topic, tr));
	value_put_text(app->a, v, "title", text_in(c->title, tr));
	return v;
}

static int
show_all(struct app *app, const struct commandments *all,
	 const struct translation *tr, struct err *e)
{
	struct page *page = app_page(app, T(app, "THE SERVICE COMMANDMENTS"));
	struct value *d = app_data(app), *list;

	value_put_text(app->a, d, "mantra", text_in(all->mantra, tr));
	list = value_put(app->a, d, "commandments", value_list(app->a));
	page_big(app->a, page, text_in(all->mantra, tr));
	for (size_t i = 0; i < all->n; i++) {
		const struct commandment *c = &all->v[i];

		value_add(app->a, list, brief(app, c, tr));
		page_item(app->a, page,
			  arena_printf(app->a, "%2u", c->number),
			  text_in(c->title, tr));
		app_follow(app, arena_printf(app->a, "%u", c->number),
			   arena_printf(app->a, "commandments %u",
					c->number));
	}
	return app_result(app, d, list, page, e);
}

/* The drill that trains it is a key away. */
static void
add_drill(struct app *app, const struct commandment *c, struct page *page)
{
	struct drill_brief brief;
	struct err none;

	err_init(&none, NULL);
	if (c->ndrills == 0 ||
	    app_drill_brief(app, c->drills[0], &brief, &none) != 0)
		return;
	page_gap(app->a, page);
	page_item(app->a, page, "1",
		  arena_printf(app->a, T(app, "train it: %s"),
			       text_quoted(app->a, app->lang, brief.title)));
	app_follow(app, "1", arena_printf(app->a, "drill %s", c->drills[0]));
}

static int
show_one(struct app *app, const struct commandment *c,
	 const struct translation *tr, struct err *e)
{
	const struct {
		const char *key, *label;
		const struct text *t;
	} parts[] = {
		{ "do", N_("Do"), c->do_ },
		{ "easy", N_("In easier words"), c->easy },
		{ "say", N_("Say"), c->say },
		{ "answer", N_("Answer"), c->answer },
		{ "avoid", N_("Avoid"), c->avoid },
		{ "story", N_("Story"), c->story },
		{ "question", N_("Question"), c->question },
	};
	struct page *page = app_page(app, arena_printf(
		app->a, T(app, "COMMANDMENT %u   %s"), c->number,
		text_in(c->title, tr)));
	struct value *d = app_data(app), *v = brief(app, c, tr);

	for (size_t i = 0; i < NELEM(parts); i++) {
		const char *s;

		if (parts[i].t == NULL)
			continue;
		s = text_in(parts[i].t, tr);
		value_put_text(app->a, v, parts[i].key, s);
		page_field(app->a, page, T(app, parts[i].label), s);
	}
	value_put(app->a, d, "commandment", v);
	add_drill(app, c, page);
	return app_result(app, d, NULL, page, e);
}

int
cmd_commandments(struct app *app, int argc, const char *const *argv,
		 struct err *e)
{
	const struct commandments *all;
	const struct translation *tr;
	const char *which;
	uint64_t n = 0;

	if (app_args(app, NULL, 0, argc, argv, 1, &which, e) != 0)
		return -1;
	if (app_commandments(app, &all, &tr, e) != 0)
		return -1;
	if (which == NULL)
		return show_all(app, all, tr, e);
	if (str_u64(which, INT32_MAX, &n))
		for (size_t i = 0; i < all->n; i++)
			if (all->v[i].number == n)
				return show_one(app, &all->v[i], tr, e);
	return err_set(e, ERR_USAGE, "there is no commandment '%s': 1 to %zu",
		       which, all->n);
}
