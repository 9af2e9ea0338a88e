/* From a line of words to a verb: its needs first, then the verb.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/menu.h"

#include <stdio.h>
#include <string.h>

#include "base/args.h"
#include "base/layout.h"
#include "base/str.h"

const struct cmd *
cmd_find(const char *name)
{
	for (size_t i = 0; i < cmd_count; i++)
		if (str_eq(cmd_table[i].name, name))
			return &cmd_table[i];
	return NULL;
}

/* The word as it lies on a Latin keyboard; itself if it is Latin. */
static const char *
latin_of(const char *word, char *buf, size_t size)
{
	return layout_latin(word, buf, size) ? buf : word;
}

const struct cmd *
cmd_of(int argc, const char *const *argv, int *ret_used)
{
	char one[32], two[32], both[sizeof(one) + sizeof(two)];
	const char *first = latin_of(argv[0], one, sizeof(one));
	const struct cmd *c;

	if (argc > 1 && strlen(first) < sizeof(one) &&
	    strlen(argv[1]) < sizeof(two)) {
		snprintf(both, sizeof(both), "%s %s", first,
			 latin_of(argv[1], two, sizeof(two)));
		c = cmd_find(both);
		if (c != NULL) {
			*ret_used = 2;
			return c;
		}
	}
	*ret_used = 1;
	return cmd_find(first);
}

const struct cmd *
cmd_nearest(const char *name)
{
	struct guess g = { .typed = name };
	char latin[32];

	if (layout_latin(name, latin, sizeof(latin)))
		return cmd_find(latin);
	for (size_t i = 0; i < cmd_count; i++)
		guess_offer(&g, cmd_table[i].name);
	return g.word == NULL ? NULL : cmd_find(g.word);
}

static const char *
role_list(struct app *app, unsigned roles)
{
	const char *s = "";

	for (enum role r = ROLE_STAFF; r <= ROLE_COUNCIL; r++)
		if (roles & ROLE_BIT(r))
			s = arena_printf(app->a, "%s%s%s", s,
					 *s != '\0' ? ", " : "",
					 app_role_words(app, r));
	return s;
}

int
cmd_meet(struct app *app, const char *name, unsigned needs, unsigned roles,
	 struct err *e)
{
	unsigned open = NEED_READ | NEED_WRITE | NEED_SESSION;
	bool somebody = app->who[0] != '\0' || app->opt.as != NULL;
	bool session = (needs & NEED_SESSION) != 0 ||
		       ((needs & ANYBODY) != 0 && somebody);

	if ((needs & NEED_TERMINAL) && !app->at_prompt)
		return err_set(e, ERR_USAGE,
			       "'%s' works at the prompt and in scripts: as "
			       "an argument use --as NUMBER", name);
	if ((needs & open) == 0)
		return 0;
	/* Logging in counts tries, so it writes. */
	if (app_enter_house(app, session || (needs & NEED_WRITE) != 0,
			    e) != 0)
		return -1;
	if (app->rolled_back && !(needs & ANY_HISTORY))
		return err_set(e, ERR_UNTRUE,
			       "the database is not the one this computer "
			       "last wrote: an older copy was put in its "
			       "place, or it was changed. Nothing is done "
			       "with it. 'preshift verify' shows what holds");
	if (!session)
		return 0;
	if (app->who[0] == '\0' && app->opt.as != NULL &&
	    app_login(app, app->opt.as, e) != 0)
		return -1;
	if (app->who[0] == '\0' && app->shown != NULL)
		return err_set(e, ERR_REFUSED, "'%s' needs to know who you "
			       "are: log in first, number %s of the menu",
			       name, menu_key(app, "login"));
	if (app->who[0] == '\0')
		return err_set(e, ERR_REFUSED,
			       "'%s' needs to know who you are: log in, or "
			       "give --as NUMBER", name);
	if (roles != 0 && !(roles & ROLE_BIT(app->role)))
		return err_set(e, ERR_REFUSED,
			       "'%s' is for %s; %s is %s", name,
			       role_list(app, roles), app->who,
			       app_role_words(app, app->role));
	return 0;
}

/* At a terminal people know names, not numbers. */
static int
name_first(struct app *app, int argc, const char *const **argv, struct err *e)
{
	const char **v = ARENA_ARRAY(app->a, const char *, (size_t)argc + 1);

	for (int i = 0; i < argc; i++)
		v[i] = (*argv)[i];
	if (app->store == NULL)
		return 0; /* who needs no house knows nobody */
	*argv = v;
	return app_whom(app, v[1], NULL, &v[1], e);
}

int
cmd_dispatch(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	int used;
	const struct cmd *c = cmd_of(argc, argv, &used), *near;

	if (c == NULL) {
		near = cmd_nearest(argv[0]);
		if (near != NULL)
			return err_set(e, ERR_USAGE,
				       "I do not know '%s'. Did you mean "
				       "'%s'?", argv[0], near->name);
		if (app->shown != NULL)
			return err_set(e, ERR_USAGE, "I do not know '%s': ? "
				       "says what can be done here", argv[0]);
		return err_set(e, ERR_USAGE,
			       "I do not know '%s': 'preshift help' lists "
			       "all words", argv[0]);
	}
	app->out.wrote = false; /* by this command */
	app->cmd = c;
	app->looks = (c->needs & LOOKS) != 0;
	if (cmd_meet(app, c->name, c->needs, c->roles, e) != 0)
		return -1;
	argv += used - 1;
	argc -= used - 1;
	if (c->arg == ARG_NUMBER && argc > 1 && *argv[1] != '-' &&
	    name_first(app, argc, &argv, e) != 0)
		return -1;
	return c->run(app, argc, argv, e);
}
