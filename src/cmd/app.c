/* Language, results and small things every command uses.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"

#include "base/str.h"
#include "base/utf8.h"

bool
app_lang_known(const char *lang)
{
	return app_lang_index(lang) < LANGS;
}

const struct messages *
app_catalogue(struct app *app, const char *lang)
{
	size_t i = app_lang_index(lang);
	struct err e;

	if (i == 0 || i >= LANGS)
		return NULL;
	/* Without its catalogue the program still speaks English: a missing
	 * file must not stop a lineup. */
	err_init(&e, NULL);
	if (app->catalogue[i] == NULL &&
	    messages_open(app->localedir, lang, &app->catalogue[i], &e) != 0)
		return NULL;
	return app->catalogue[i];
}

int
app_set_lang(struct app *app, const char *lang, struct err *e)
{
	if (!app_lang_known(lang))
		return err_set(e, ERR_USAGE,
			       "'%s' is no language of this program: en, de "
			       "or ru", lang);
	app->lang = app_langs[app_lang_index(lang)];
	if (app->who[0] == '\0')
		app->door_lang = app->lang;
	app->m = app_catalogue(app, lang);
	e->m = app->m;
	app->out.lang = app->lang;
	if (app->ui != NULL)
		ui_set_messages(app->ui, app->m);
	if (app->script != NULL)
		script_set_messages(app->script, app->m);
	return 0;
}

struct value *
app_data(struct app *app)
{
	struct value *v = value_map(app->a);

	value_put_int(app->a, v, "format", 1);
	return v;
}

struct value *
app_leaf_data(struct app *app, uint64_t leaf)
{
	struct value *v = app_data(app);

	value_put_int(app->a, v, "leaf", (int64_t)leaf);
	value_put_text(app->a, v, "terminal", store_terminal(app->store));
	return v;
}

/* Line 1 of every page: where you are; on the right who is logged in, the day
 * and the time; a trial house says so on every page and print. */
struct page *
app_page(struct app *app, const char *place)
{
	struct page *p = page_new(app->a, place);
	int64_t now = clock_now(&app->clock);
	const char *time;

	if (app->zone == NULL)
		return p;
	if (app->house.trial)
		p->place = arena_printf(app->a, "%s  %s", T(app, "TRIAL"),
					place);
	time = app_time_words(app, now);
	p->right = arena_printf(app->a, "%s%s%s, %s", app->who,
				app->who[0] != '\0' ? "  " : "",
				app_date_words(app, app_day_of(app, now)),
				time);
	/* Where the line, two columns short of the screen, has no room for
	 * both, the day goes first. */
	if (app->out.format != OUT_HTML &&
	    utf8_width(p->place) + utf8_width(p->right) + 4 > app->out.cols)
		p->right = arena_printf(app->a, "%s%s%s", app->who,
					app->who[0] != '\0' ? "  " : "",
					time);
	return p;
}

int
app_args(struct app *app, const struct opt *spec, size_t nspec, int argc,
	 const char *const *argv, int most, const char **ret_words,
	 struct err *e)
{
	const char **words;
	int n;

	if (args_parse(app->a, spec, nspec, argv + 1, argc - 1, false, &words,
		       &n, e) != 0)
		return -1;
	if (n > most)
		return err_set(e, ERR_USAGE, "'%s' was not expected here",
			       words[most]);
	for (int i = 0; i < most; i++)
		ret_words[i] = i < n ? words[i] : NULL;
	return 0;
}

int
app_ask_fit(struct app *app, const char *prompt, const char *dflt,
	    app_check *check, const char **ret, struct err *e)
{
	const bool person = app->io->interactive;

	for (;;) {
		if (io_ask(app->io, app->a, prompt, dflt, ret, e) != 0)
			return -1;
		if (person && str_eq(*ret, "0"))
			return err_cancel(e);
		if (check == NULL && **ret == '\0' && person)
			continue;
		if (check == NULL || check(app, *ret, e) == 0)
			return 0;
		if (!person || io_say(app->io, arena_strdup(app->a, e->text),
				      e) != 0)
			return -1;
		err_clear(e);
	}
}
