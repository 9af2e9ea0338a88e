/* settings: what a setting should be, asked by numbers where there is a list,
 * and checked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/setting_ask.h"

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/tool.h"
#include "model/text.h"

enum { PRINTERS_MAX = 20, PRINTERS_SECONDS = 5 };

int
setting_fit(struct app *app, const struct setting *s, const char *typed,
	    const char **ret, struct err *e)
{
	const char *v = setting_read(app->a, s, app->m, typed);

	if (v == NULL)
		return err_set(e, ERR_USAGE,
			       "'%s' will not do for '%s': wanted is %s",
			       changing_typed(app, typed), T(app, s->title),
			       T(app, s->wants));
	if (str_eq(s->name, "backup") && !str_eq(v, "none") &&
	    !file_is_dir(v))
		return err_set(e, ERR_USAGE, "there is no folder '%s': is the "
			       "stick in? Make the folder first",
			       changing_typed(app, v));
	*ret = v;
	return 0;
}

int
setting_ask_line(struct app *app, const char *prompt, const char *dflt,
		 const char **ret, struct err *e)
{
	do {
		if (io_ask(app->io, app->a, prompt, dflt, ret, e) != 0)
			return -1;
	} while (**ret == '\0');
	return str_eq(*ret, "0") ? err_cancel(e) : 0;
}

/* Typed until it will do. */
static int
ask_typed(struct app *app, const struct setting *s, const char **ret,
	  struct err *e)
{
	const char *typed;

	if (io_say(app->io,
		   arena_printf(app->a, T(app, "Wanted is %s. 0 stops."),
				T(app, s->wants)), e) != 0)
		return -1;
	for (;;) {
		if (setting_ask_line(app, T(app, "New value: "), NULL, &typed,
				     e) != 0)
			return -1;
		if (setting_fit(app, s, typed, ret, e) == 0)
			return 0;
		if (io_again(app->io, app->a, e) != 0)
			return -1;
	}
}

static int
ask_choice(struct app *app, const struct setting *s, const char **ret,
	   struct err *e)
{
	struct io_option *o = NULL;
	size_t n = 0, cap = 0, i;

	for (const struct setting_choice *c = s->choices; c->word != NULL;
	     c++) {
		struct io_option x = { .word = c->word,
				       .label = T(app, c->label) };

		ARENA_PUSH(app->a, o, n, cap, x);
	}
	if (io_choose(app->io, T(app, s->title), o, n, n, &i, e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

/* The printers this computer knows, a line each; none, where nobody can be
 * asked. */
static size_t
printers(struct app *app, const char *names[PRINTERS_MAX])
{
	static const char *const argv[] = { "lpstat", "-e", NULL };
	OWN(str_free) struct str said = { 0 };
	struct err none;
	size_t n = 0;

	err_init(&none, NULL);
	if (tool_run(argv, "", 0, &said, PRINTERS_SECONDS, &none) != 0)
		return 0;
	for (const char *p = str_text(&said); *p != '\0' && n < PRINTERS_MAX;
	     p += *p == '\n') {
		size_t len = strcspn(p, "\n");

		if (len > 0)
			names[n++] = arena_strndup(app->a, p, len);
		p += len;
	}
	return n;
}

static int
ask_printer(struct app *app, const struct setting *s, const char **ret,
	    struct err *e)
{
	const char *names[PRINTERS_MAX];
	struct io_option o[PRINTERS_MAX + 2];
	size_t n = printers(app, names), i;

	if (n == 0)
		return ask_typed(app, s, ret, e);
	for (i = 0; i < n; i++)
		o[i] = (struct io_option){ .word = names[i],
					   .label = names[i] };
	o[n] = (struct io_option){ .word = "none", .label = T(app, s->none) };
	o[n + 1] = (struct io_option){ .word = "other",
				       .label = T(app, "another: type its "
						       "name") };
	if (io_choose(app->io, T(app, s->title), o, n + 2, n + 2, &i, e) != 0)
		return -1;
	if (i == n + 1)
		return ask_typed(app, s, ret, e);
	return setting_fit(app, s, o[i].word, ret, e);
}

int
setting_ask(struct app *app, const struct setting *s, const char **ret,
	    struct err *e)
{
	if (s->kind == SETTING_CHOICE)
		return ask_choice(app, s, ret, e);
	if (str_eq(s->name, "printer"))
		return ask_printer(app, s, ret, e);
	return ask_typed(app, s, ret, e);
}

/* ---- a team more ---- */

static bool
has_team(struct app *app, const char *teams, const char *id)
{
	const char *words[64];
	size_t n = arena_words(app->a, teams, words, NELEM(words));

	for (size_t i = 0; i < n && i < NELEM(words); i++)
		if (str_eq(words[i], id))
			return true;
	return false;
}

int
setting_ask_team(struct app *app, const char *teams, struct change ret[2],
		 struct err *e)
{
	const struct setting *list = setting_find("teams");
	const char *title, *id, *all;

	if (setting_ask_line(app, T(app, "Name of the new team (0 stops): "),
			     NULL, &title, e) != 0)
		return -1;
	id = team_id(app->a, title);
	for (;;) {
		if (setting_ask_line(app, T(app, "Its short name for lists, as "
						 "a-z, 0-9"),
				     id, &id, e) != 0)
			return -1;
		all = arena_printf(app->a, "%s %s", teams, id);
		if (!id_valid(id) || setting_read(app->a, list, app->m, all) ==
				     NULL)
			err_set(e, ERR_USAGE, "'%s' is no short name of a team "
				"that is new: Latin letters, digits, hyphens",
				changing_typed(app, id));
		if (has_team(app, teams, id))
			err_set(e, ERR_USAGE, "there is a team '%s' already",
				id);
		if (e->kind == ERR_NONE)
			break;
		if (io_again(app->io, app->a, e) != 0)
			return -1;
		id = NULL;
	}
	if (setting_fit(app, setting_find("team.x"), title, &title, e) != 0)
		return -1;
	ret[0] = (struct change){ "teams", all };
	ret[1] = (struct change){ arena_printf(app->a, "team.%s", id), title };
	return 0;
}
