/* help: by task and role, one word, or all of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include "base/str.h"

/* The synopsis is the manual's, word for word (a test compares). */
static int
help_one(struct app *app, const char *name, struct err *e)
{
	const struct cmd *c = cmd_find(name), *near = cmd_nearest(name);
	struct value *d = app_data(app);
	struct page *page;

	if (c == NULL && near != NULL)
		return err_set(e, ERR_USAGE, "I do not know '%s'. Did you mean "
			       "'%s'?", name, near->name);
	if (c == NULL)
		return err_set(e, ERR_USAGE, "there is no word '%s': "
			       "'preshift help all' lists them", name);
	page = app_page(app, c->name);
	page_para(app->a, page, T(app, c->summary));
	page_gap(app->a, page);
	page_para(app->a, page, c->synopsis);
	value_put_text(app->a, d, "command", c->name);
	value_put_text(app->a, d, "synopsis", c->synopsis);
	value_put_text(app->a, d, "summary", T(app, c->summary));
	return app_result(app, d, NULL, page, e);
}

static bool
is_for(const struct app *app, const struct cmd *c, bool all)
{
	if (all)
		return true;
	if (c->needs & FOR_AUTHOR)
		return false;
	if (c->needs & FOR_INSTALLER)
		return app->store == NULL;
	if (app->who[0] == '\0')
		return c->roles == 0;
	return c->roles == 0 || (c->roles & ROLE_BIT(app->role));
}

static int
help_list(struct app *app, bool all, struct err *e)
{
	struct value *d = app_data(app), *list;
	struct page *page = app_page(app, T(app, "HELP"));

	page_para(app->a, page,
		  T(app, "A number chooses. Enter goes on. b goes back. 0 puts "
			 "away and keeps your place. l other language. u takes "
			 "the last one back. ? this help. Letters work on "
			 "every keyboard layout, large or small. At the "
			 "prompt an empty line shows the list."));
	page_gap(app->a, page);
	list = value_put(app->a, d, "commands", value_list(app->a));
	for (size_t i = 0; i < cmd_count; i++) {
		const struct cmd *c = &cmd_table[i];
		struct value *v;

		if (!is_for(app, c, all))
			continue;
		v = value_map(app->a);
		value_put_text(app->a, v, "command", c->name);
		value_put_text(app->a, v, "summary", T(app, c->summary));
		value_add(app->a, list, v);
		page_field(app->a, page, c->name, T(app, c->summary));
	}
	page_gap(app->a, page);
	page_para(app->a, page,
		  T(app, "More: help WORD.   All words: help all."));
	return app_result(app, d, list, page, e);
}

int
cmd_help(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *words[2], *name;

	if (app_args(app, NULL, 0, argc, argv, 2, words, e) != 0)
		return -1;
	name = words[0] != NULL ? words[0] : "all";
	if (words[1] != NULL) {
		name = arena_printf(app->a, "%s %s", words[0], words[1]);
		if (cmd_find(name) == NULL)
			return err_set(e, ERR_USAGE, "'%s' was not expected "
				       "here", words[1]);
	}
	if (str_eq(name, "all"))
		return help_list(app, words[0] != NULL, e);
	return help_one(app, name, e);
}
