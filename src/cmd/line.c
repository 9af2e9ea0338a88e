/* One command line, as the prompt and scripts run it; and scripts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/line.h"
#include "cmd/options.h"

#include "base/args.h"
#include "base/str.h"

int
line_words(struct app *app, const char *line, const char ***ret_argv,
	   int *ret_argc, struct err *e)
{
	if (args_split(app->a, line, ret_argv, ret_argc, e) != 0)
		return -1;
	if (*ret_argc > 1 && str_eq((*ret_argv)[0], "preshift")) {
		++*ret_argv;
		--*ret_argc;
	}
	return 0;
}

int
line_run(struct app *app, int argc, const char *const *argv, bool *ret_kept,
	 struct err *e)
{
	const struct app_options opt = app->opt;
	const struct out out = app->out;
	const char *lang = app->lang, **rest, *words[] = { "help", NULL };
	int n, rc;

	rc = options_of_line(app, argc, argv, &rest, &n, e);
	*ret_kept = app_keeps(app);
	if (rc == 0 && n > 0 && app->opt.help) {
		words[1] = rest[0];
		rc = cmd_dispatch(app, 2, words, e);
	} else if (rc == 0 && n > 0) {
		rc = cmd_dispatch(app, n, rest, e);
	}
	if (app->opt.lang != opt.lang && app_set_lang(app, lang, e) != 0)
		rc = -1;
	app->opt = opt;
	app->out.format = out.format;
	app->out.excel = out.excel;
	return rc;
}

/* Command lines from a file or a pipe. The first that fails ends it: what
 * follows was written for another state. */
int
app_script(struct app *app, struct err *e)
{
	struct arena *once = app->a;
	struct err none;
	int rc = 0;

	/* So that a first line may move the clock; who needs the house says
	 * why it can't be opened. */
	err_init(&none, NULL);
	if (app_has_house(app) && app_open_house(app, false, &none) != 0)
		app_close_house(app);
	app->at_prompt = true;
	while (rc == 0 && !app->quit) {
		OWN(arena_free) struct arena a = { 0 };
		const char *line, **argv;
		int lineno, argc;
		bool kept;

		app->a = &a;
		rc = script_command(app->script, &a, &line, &lineno, e);
		if (rc != 0 || line == NULL)
			break;
		if (str_eq(line, "exit") || str_eq(line, "quit"))
			break;
		rc = line_words(app, line, &argv, &argc, e);
		if (rc == 0 && argc > 0)
			rc = line_run(app, argc, argv, &kept, e);
		if (rc != 0 && !e->cancelled &&
		    !script_told_line(app->script))
			err_wrap(e, "line %d", lineno);
	}
	app->a = once;
	return rc;
}
