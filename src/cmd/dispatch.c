/* From a line of words to a verb: its needs first, then the verb.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"

const struct cmd *
cmd_find(const char *name)
{
	for (size_t i = 0; i < cmd_count; i++)
		if (str_eq(cmd_table[i].name, name))
			return &cmd_table[i];
	return NULL;
}

/* The Latin letter on the key where a Russian keyboard has the letter whose
 * UTF-8 begins at S: somebody typed with the other layout on. */
static char
by_position(const char *s)
{
	static const char *const cyrillic[26] = {
		"ф", "и", "с", "в", "у", "а", "п", "р", "ш", "о", "л", "д",
		"ь", "т", "щ", "з", "й", "к", "ы", "е", "г", "м", "ц", "ч",
		"н", "я",
	};

	for (int i = 0; i < 26; i++)
		if (str_starts(s, cyrillic[i]))
			return (char)('a' + i);
	return '\0';
}

static const struct cmd *
find_by_position(const char *name)
{
	char latin[32];
	size_t n = 0;

	for (const char *s = name; *s != '\0' && n + 1 < sizeof(latin); n++) {
		char c = by_position(s);

		if (c == '\0')
			return NULL;
		latin[n] = c;
		s += 2; /* every letter of the table has two bytes */
	}
	latin[n] = '\0';
	return cmd_find(latin);
}

const struct cmd *
cmd_nearest(const char *name)
{
	const struct cmd *best = find_by_position(name);
	size_t least = 3; /* further off is no slip of the finger */

	if (best != NULL || strlen(name) > 24)
		return best;
	for (size_t i = 0; i < cmd_count; i++) {
		size_t d = args_distance(name, cmd_table[i].name);

		if (d < least) {
			least = d;
			best = &cmd_table[i];
		}
	}
	return best;
}

static const char *
role_list(struct app *app, unsigned roles)
{
	const char *s = "";

	for (enum role r = ROLE_STAFF; r <= ROLE_COUNCIL; r++)
		if (roles & ROLE_BIT(r))
			s = arena_printf(app->a, "%s%s%s", s,
					 *s != '\0' ? ", " : "",
					 role_word(r));
	return s;
}

static int
meet_needs(struct app *app, const struct cmd *c, struct err *e)
{
	unsigned open = NEED_READ | NEED_WRITE | NEED_SESSION;

	if ((c->needs & NEED_TERMINAL) && !app->at_prompt)
		return err_set(e, ERR_USAGE,
			       "'%s' works at the prompt and in scripts: as "
			       "an argument use --as NUMBER", c->name);
	if ((c->needs & open) == 0)
		return 0;
	/* Logging in counts tries, so it writes. */
	if (app_open_house(app, (c->needs & (NEED_WRITE | NEED_SESSION)) != 0,
			   e) != 0)
		return -1;
	if (app->rolled_back && !(c->needs & ANY_HISTORY))
		return err_set(e, ERR_UNTRUE,
			       "the database is not the one this computer "
			       "last wrote: an older copy was put in its "
			       "place, or it was changed. Nothing is done "
			       "with it. 'preshift verify' shows what holds");
	if (app->opt.lang == NULL && app->who[0] == '\0' &&
	    !app->at_prompt) {
		const char *l = arena_strndup(app->a, app->house.languages,
					      strcspn(app->house.languages,
						      " "));

		if (app_lang_known(l) && app_set_lang(app, l, e) != 0)
			return -1;
	}
	if (!(c->needs & NEED_SESSION))
		return 0;
	if (app->who[0] == '\0' && app->opt.as != NULL &&
	    app_login(app, app->opt.as, e) != 0)
		return -1;
	if (app->who[0] == '\0')
		return err_set(e, ERR_REFUSED,
			       "'%s' needs to know who you are: log in, or "
			       "give --as NUMBER", c->name);
	if (c->roles != 0 && !(c->roles & ROLE_BIT(app->role)))
		return err_set(e, ERR_REFUSED,
			       "'%s' is for %s; %s is %s", c->name,
			       role_list(app, c->roles), app->who,
			       role_word(app->role));
	return 0;
}

int
cmd_dispatch(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const struct cmd *c = cmd_find(argv[0]);

	if (c == NULL) {
		const struct cmd *near = cmd_nearest(argv[0]);

		if (near != NULL)
			return err_set(e, ERR_USAGE,
				       "I do not know '%s'. Did you mean "
				       "'%s'?", argv[0], near->name);
		return err_set(e, ERR_USAGE,
			       "I do not know '%s': 'preshift help' lists "
			       "all words", argv[0]);
	}
	if (meet_needs(app, c, e) != 0)
		return -1;
	return c->run(app, argc, argv, e);
}
