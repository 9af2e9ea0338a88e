/* check: whether the house that is open is whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/checking.h"

#include <string.h>

#include "base/file.h"
#include "base/str.h"

static void
check_database(struct checks *c)
{
	struct app *app = c->app;
	struct err why;

	err_init(&why, app->m);
	if (store_check(app->store, &why) != 0)
		check_failed(c, "database", &why);
	else
		check_add(c, "database", CHECK_FINE,
			  T(app, "Database: whole, and it guards its "
				 "records"));
}

static void
check_history(struct checks *c)
{
	struct app *app = c->app;
	struct log_head h;
	struct err why;

	err_init(&why, app->m);
	if (store_head(app->store, &h, &why) != 0)
		check_failed(c, "history", &why);
	else if (app->rolled_back)
		check_add(c, "history", CHECK_BROKEN,
			  T(app, "History: the database is not the one this "
				 "computer last wrote: an older copy was put "
				 "in its place, or it was changed"));
	else
		check_add(c, "history", CHECK_FINE,
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "History: %lu record, up "
						     "to the last one written "
						     "here",
						     "History: %lu records, "
						     "up to the last one "
						     "written here",
						     (unsigned long)h.size),
				       (unsigned long)h.size));
}

static void
check_texts(struct checks *c)
{
	struct app *app = c->app;
	struct edition_row *v;
	struct err why;
	size_t n;

	err_init(&why, app->m);
	if (store_editions(app->store, app->a, &v, &n, &why) != 0) {
		check_failed(c, "texts", &why);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < v[i].ntexts; k++) {
			const struct edition_file *f = &v[i].texts[k];

			if (file_exists(app_text_path(app, f->sha, "txt")))
				continue;
			check_add(c, "texts", CHECK_BROKEN,
				  arena_printf(app->a,
					       T(app, "Handbook: the text of "
						      "edition %u in '%s' "
						      "is missing: copy the "
						      "folder 'texts' from a "
						      "backup"),
					       v[i].edition, f->lang));
			return;
		}
	}
	check_add(c, "texts", CHECK_FINE,
		  n == 0 ? T(app, "Handbook: no edition is published yet") :
			   arena_printf(app->a,
					messages_nget(app->m,
						      "Handbook: the texts of "
						      "%lu edition are here",
						      "Handbook: the texts of "
						      "%lu editions are here",
						      (unsigned long)n),
					(unsigned long)n));
}

/* Sealed, "NUMBER.key", or waiting for its activation, "NUMBER-….new". */
static bool
key_is_here(const char *const *names, size_t n, const char *number)
{
	size_t k = strlen(number);

	for (size_t i = 0; i < n; i++) {
		if (str_starts(names[i], number) &&
		    (str_eq(names[i] + k, ".key") || names[i][k] == '-'))
			return true;
	}
	return false;
}

static void
check_keys(struct checks *c)
{
	struct app *app = c->app;
	const char **names, *missing = "";
	struct person *v;
	struct err why;
	size_t n, nnames, active = 0;

	err_init(&why, app->m);
	if (store_people(app->store, app->a, &v, &n, &why) != 0 ||
	    file_list(app->a, app_path(app, "keys"), "", &names, &nnames,
		      &why) != 0) {
		check_failed(c, "keys", &why);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (v[i].state != PERSON_ACTIVE ||
		    !str_eq(v[i].code_at, store_terminal(app->store)))
			continue;
		active++;
		if (!key_is_here(names, nnames, v[i].number))
			missing = arena_printf(app->a, "%s %s", missing,
					       v[i].number);
	}
	if (*missing != '\0')
		check_add(c, "keys", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "Keys are missing of:%s. They "
					      "cannot sign here; HR gives "
					      "them a new code"), missing));
	else
		check_add(c, "keys", CHECK_FINE,
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "Keys: %lu person can "
						     "sign here",
						     "Keys: %lu people can "
						     "sign here",
						     (unsigned long)active),
				       (unsigned long)active));
}

static void
check_drafts(struct checks *c)
{
	struct app *app = c->app;
	const char **names;
	struct err why;
	size_t n;

	err_init(&why, app->m);
	if (store_drafts(app->store, app->a, "", &names, &n, &why) != 0)
		check_failed(c, "drafts", &why);
	else
		check_add(c, "drafts", CHECK_FINE,
			  n == 0 ? T(app, "Nothing is left unfinished") :
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "%lu thing put away "
						     "unfinished waits for "
						     "its owner",
						     "%lu things put away "
						     "unfinished wait for "
						     "their owners",
						     (unsigned long)n),
				       (unsigned long)n));
}

static void
check_backup(struct checks *c)
{
	struct app *app = c->app;
	const char *place = NULL;
	struct err why;

	err_init(&why, app->m);
	if (app_setting(app, "backup", &place, &why) != 0)
		check_failed(c, "backup", &why);
	else if (place == NULL || *place == '\0' || str_eq(place, "none"))
		check_add(c, "backup", CHECK_LOOK,
			  T(app, "No backup place is set yet: one disk that "
				 "fails would take everything along"));
	else if (!file_is_dir(place))
		check_add(c, "backup", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "The backup place '%s' is not "
					      "there: is the stick in?"),
				       place));
	else
		check_add(c, "backup", CHECK_FINE,
			  arena_printf(app->a, T(app, "Backup place: '%s'"),
				       place));
}

void
check_house(struct checks *c)
{
	check_database(c);
	check_history(c);
	check_texts(c);
	check_keys(c);
	check_drafts(c);
	check_backup(c);
}
