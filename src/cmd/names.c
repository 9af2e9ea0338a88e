/* What people and their teams are called.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/setting.h"

const char *
app_team_words(struct app *app, const char *team)
{
	const char *const names[] = {
		arena_printf(app->a, "team.%s.%s", team, app->lang),
		arena_printf(app->a, "team.%s", team),
	};
	const char *title = "";
	struct err none;

	err_init(&none, NULL);
	for (size_t i = 0; i < NELEM(names) && *title == '\0'; i++)
		if (app_setting(app, names[i], &title, &none) != 0)
			title = "";
	return *title != '\0' ? title : team_title(app->a, team);
}

int
app_person(struct app *app, const char *number, struct person *ret,
	   struct err *e)
{
	bool found;

	if (!number_valid(number))
		return err_set(e, ERR_USAGE,
			       "'%s' is no staff number: 1 to 12 capital "
			       "letters and digits", number);
	if (store_person(app->store, app->a, number, ret, &found, e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_USAGE,
			       "nobody has the number %s: 'preshift people' "
			       "lists all", number);
	return 0;
}

/* "Dmitri Sokolov" on a small screen: "Dmitri S." */
char *
app_short_name(struct app *app, const char *name)
{
	const char *sp = strrchr(name, ' ');
	size_t first;

	if (sp == NULL || sp[1] == '\0')
		return arena_strdup(app->a, name);
	first = utf8_fit(sp + 1, 1);
	return arena_printf(app->a, "%.*s %.*s.",
			    (int)(strchr(name, ' ') - name), name, (int)first,
			    sp + 1);
}

const char *
app_called(struct app *app, const char *number)
{
	struct person p;
	struct err none;

	err_init(&none, NULL);
	return app_person(app, number, &p, &none) == 0 && *p.name != '\0' ?
		       app_short_name(app, p.name) : number;
}

/* "Соколов Дмитрий Петрович": the last word is no family name. */
static bool
ends_in_patronymic(const char *name)
{
	static const char *const ends[] = { "вич", "вна", "чна" };
	const char *first = strchr(name, ' ');

	if (first == NULL || strchr(first + 1, ' ') == NULL)
		return false;
	for (size_t i = 0; i < NELEM(ends); i++)
		if (str_ends(name, ends[i]))
			return true;
	return false;
}

const char *
app_list_name(struct app *app, const char *name)
{
	const char *last = strrchr(name, ' ');

	if (*name == '\0')
		return T(app, "(erased)");
	if (last == NULL || last[1] == '\0' || strchr(name, ',') != NULL ||
	    ends_in_patronymic(name))
		return name;
	return arena_printf(app->a, "%s, %.*s", last + 1, (int)(last - name),
			    name);
}

const char *
app_name_key(struct app *app, const char *name)
{
	return *name == '\0' ? "\xff" :
	       utf8_sort_key(app->a, app_list_name(app, name));
}

const char *
app_shift_words(struct app *app, const char *shift)
{
	static const char *const words[SHIFT_COUNT] = {
		N_("early shift"), N_("late shift"), N_("night shift"),
	};
	enum shift sh;

	return shift_parse(shift, &sh) ? T(app, words[sh]) : shift;
}
