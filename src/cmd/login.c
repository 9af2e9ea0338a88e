/* login N, logout: rights and a language, never a key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* At the prompt the beginning of a name stands for a number; two hits are a
 * numbered list. */
static int
find_by_name(struct app *app, const char *typed, const char **ret,
	     struct err *e)
{
	const char *want = utf8_fold(app->a, typed);
	struct io_option *o = NULL;
	struct person *v;
	size_t n, k = 0, cap = 0, i;

	if (store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	for (i = 0; i < n; i++) {
		struct io_option opt = { .word = v[i].number,
					 .label = v[i].name };

		if (v[i].state == PERSON_ACTIVE &&
		    str_starts(utf8_fold(app->a, v[i].name), want))
			ARENA_PUSH(app->a, o, k, cap, opt);
	}
	if (k == 0)
		return err_set(e, ERR_USAGE,
			       "'%s' is neither a number nor the beginning "
			       "of a name on the list", typed);
	i = 0;
	if (k > 1 && io_choose(app->io, T(app, "Which one"), o, k, k, &i,
			       e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

int
cmd_login(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *who;

	if (app_args(app, NULL, 0, argc, argv, 1, &who, e) != 0)
		return -1;
	if (who == NULL && !app->io->interactive)
		return err_set(e, ERR_USAGE, "who logs in? 'login NUMBER'");
	if (who == NULL &&
	    io_ask(app->io, app->a,
		   T(app, "Your number, or the first letters of your name: "),
		   NULL, &who, e) != 0)
		return -1;
	if (*who == '\0')
		return err_cancel(e);
	if (app->io->interactive && !number_valid(who) &&
	    find_by_name(app, who, &who, e) != 0)
		return -1;
	/* At the door the language is the one that was chosen there. */
	if (app->who[0] != '\0')
		app_logout(app, e);
	return app_login(app, who, e);
}

int
cmd_logout(struct app *app, int argc, const char *const *argv, struct err *e)
{
	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0)
		return -1;
	app_logout(app, e);
	return 0;
}
