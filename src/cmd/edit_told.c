/* handbook edit, commandments edit: what comes of it, and the next step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/editing.h"
#include "cmd/exchange.h"

#include <string.h>

#include "base/args.h"

#define PUBLISH "handbook publish --material"

static const char *
verb(const struct edit *d)
{
	return d->commandments ? "commandments edit" : "handbook edit";
}

static const char *
command_line(struct app *app, const struct edit *d, const char *lang)
{
	return arena_printf(app->a, "%s %s --lang %s", verb(d), d->id, lang);
}

static bool
in_house(const struct app *app, size_t lang)
{
	return strstr(app->house.languages, app_langs[lang]) != NULL;
}

static struct value *
edit_data(struct app *app, const struct edit *d)
{
	struct value *v = app_data(app);

	value_put_text(app->a, v, "document",
		       d->commandments ? "commandments" : "handbook");
	value_put_text(app->a, v, "id", d->id);
	value_put_text(app->a, v, "language", app_langs[d->lang]);
	return v;
}

static void
put_counts(struct app *app, struct value *v, const struct edit_counts *c)
{
	value_put_int(app->a, v, "changed", c->changed);
	value_put_int(app->a, v, "added", c->added);
	value_put_int(app->a, v, "gone", c->gone);
	value_put_int(app->a, v, "moved", c->moved);
	value_put_int(app->a, v, "confirmed", c->confirmed);
}

int
edit_show_nothing(struct app *app, const struct edit *d, struct err *e)
{
	const struct edit_counts none = { 0 };
	struct value *v = edit_data(app, d);
	struct page *p = app_page(app, edit_title(app, d));

	put_counts(app, v, &none);
	page_para(app->a, p, T(app, "Nothing was changed."));
	return app_result(app, v, NULL, p, e);
}

int
edit_show_file(struct app *app, const struct edit *d, const char *path,
	       struct err *e)
{
	struct page *p = app_page(app, edit_title(app, d));
	struct value *v = edit_data(app, d);
	const char *key = d->in_draft ? app_menu_key(app, ROLE_HR, verb(d)) :
					NULL;

	value_put_text(app->a, v, "file", path);
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "The text is in the file '%s'. Change it in a word processor and save it as plain text."),
			       exchange_words(app, path)));
	page_para(app->a, p, key != NULL ?
		  arena_printf(app->a, T(app, "Then open the same text here again (numbers %s of the menu): the file can be taken in there."),
			       key) :
		  arena_printf(app->a, T(app, "Then bring it back: '%s --in %s'"),
			       command_line(app, d, app_langs[d->lang]),
			       path));
	return app_result(app, v, NULL, p, e);
}

static bool
asks(const struct app *app)
{
	return app->ui != NULL && app->out.format == OUT_SCREEN;
}

/* Where nobody is asked what comes next, a line says how. */
static const char *
how(struct app *app, const char *what, const char *line)
{
	return asks(app) ? what : arena_printf(app->a, "%s '%s'", what, line);
}

/* Says what is changed, and what is left to do until staff see it. */
static struct page *
taken_page(struct app *app, const struct edit *d, const struct edit_counts *c,
	   struct value *v)
{
	struct page *p = app_page(app, arena_printf(app->a,
				T(app, "TAKEN   %s"), edit_title(app, d)));
	struct value *owed = value_put(app->a, v, "owed", value_map(app->a));

	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Lines changed: %u, new: %u, gone: %u, moved: %u."),
			       c->changed, c->added, c->gone, c->moved));
	page_para(app->a, p, d->commandments ?
		  how(app, T(app, "Lineups show it from now on; the handbook shows it to staff with its next edition."), PUBLISH) :
		  how(app, T(app, "Staff see it with the next edition."), PUBLISH));
	for (size_t i = 0; i < LANGS; i++) {
		size_t n = in_house(app, i) ? edit_owed(app, d, i) : 0;

		if (n == 0)
			continue;
		value_put_int(app->a, owed, app_langs[i], (int64_t)n);
		page_para(app->a, p,
			  how(app, arena_printf(app->a, T(app, "To be translated (%s), lines: %zu."),
						edit_lang(app, i), n),
			      command_line(app, d, app_langs[i])));
	}
	return p;
}

/* At a terminal the next step is a number away. */
static int
go_on(struct app *app, const struct edit *d, struct err *e)
{
	struct io_option o[LANGS + 2] = {
		{ .word = "done", .label = T(app, "ready for now") },
	};
	const char *lines[LANGS + 2] = { NULL }, **argv;
	size_t n = 1, i;
	int argc;

	for (size_t k = 0; k < LANGS; k++) {
		if (!in_house(app, k) || edit_owed(app, d, k) == 0)
			continue;
		lines[n] = command_line(app, d, app_langs[k]);
		o[n++] = (struct io_option){ .word = app_langs[k],
			.label = arena_printf(app->a, T(app, "translate it now (%s)"),
					      edit_lang(app, k)) };
	}
	lines[n] = PUBLISH;
	o[n++] = (struct io_option){ .word = "publish",
		.label = T(app, "publish an edition now") };
	if (io_choose(app->io, T(app, "Your choice"), o, n, 0, &i, e) != 0)
		return -1;
	if (lines[i] == NULL)
		return 0;
	if (args_split(app->a, lines[i], &argv, &argc, e) != 0)
		return -1;
	return cmd_dispatch(app, argc, argv, e);
}

/* ---- taking it ---- */

int
edit_take(struct app *app, struct edit *d, bool *ret_late, struct err *e)
{
	struct edit_counts c = edit_count(d);
	struct value *v = edit_data(app, d);
	struct page *p;

	if (edit_save(app, d, ret_late, e) != 0)
		return -1;
	if (*ret_late)
		return 0;
	if (edit_forget(app, d, e) != 0 || edit_load(app, d, e) != 0)
		return -1;
	put_counts(app, v, &c);
	p = taken_page(app, d, &c, v);
	if (!asks(app))
		return app_result(app, v, NULL, p, e);
	if (io_tell(app->io, p, e) != 0)
		return -1;
	return go_on(app, d, e);
}

