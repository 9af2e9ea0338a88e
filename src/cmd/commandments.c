/* commandments: the house's twenty, and its mantra.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include "base/str.h"

int
cmd_commandments(struct app *app, int argc, const char *const *argv,
		 struct err *e)
{
	struct page *page = app_page(app, T(app, "THE SERVICE COMMANDMENTS"));
	struct value *d = app_data(app), *list;
	const struct commandments *all;
	const struct translation *tr;

	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0)
		return -1;
	if (app_commandments(app, &all, &tr, e) != 0)
		return -1;
	value_put_text(app->a, d, "mantra", text_in(all->mantra, tr));
	list = value_put(app->a, d, "commandments", value_list(app->a));
	page_big(app->a, page, text_in(all->mantra, tr));
	for (size_t i = 0; i < all->n; i++) {
		const struct commandment *c = &all->v[i];
		struct value *v = value_map(app->a);

		value_put_text(app->a, v, "id", c->id);
		value_put_int(app->a, v, "number", c->number);
		value_put_text(app->a, v, "topic", text_in(c->topic, tr));
		value_put_text(app->a, v, "title", text_in(c->title, tr));
		value_add(app->a, list, v);
		page_item(app->a, page,
			  arena_printf(app->a, "%2u", c->number),
			  text_in(c->title, tr));
	}
	return app_result(app, d, list, page, e);
}
