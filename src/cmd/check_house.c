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

/* Whether the head of our log is that of the records it has: whoever writes
 * next builds on it. */
static int
head_holds(struct app *app, const struct log_head *h, bool *ret, struct err *e)
{
	struct frontier f = { .size = 0 };
	uint8_t(*v)[32], root[32];
	size_t n;

	if (store_hashes(app->store, app->a, NULL, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n && f.size < h->size; i++)
		merkle_push(&f, v[i]);
	merkle_root(&f, root);
	*ret = f.size == h->size && memcmp(root, h->root, sizeof(root)) == 0;
	return 0;
}

static void
check_history(struct checks *c)
{
	struct app *app = c->app;
	struct log_head h;
	struct err why;
	bool holds = false;

	err_init(&why, app->m);
	if (store_head(app->store, &h, &why) != 0 ||
	    head_holds(app, &h, &holds, &why) != 0)
		check_failed(c, "history", &why);
	else if (!holds)
		check_add(c, "history", CHECK_BROKEN,
			  T(app, "History: the records are not those that were "
				 "last signed here: the database was changed. "
				 "Write nothing to it; run verify, and restore "
				 "the newest backup"));
	else if (app->rolled_back)
		check_add(c, "history", CHECK_BROKEN,
			  T(app, "History: the database is not the one this "
				 "computer last wrote: an older copy was put "
				 "in its place, or it was changed"));
	else if (h.size > 0 && !file_exists(app_path(app, "terminal.head")))
		check_add(c, "history", CHECK_LOOK,
			  T(app, "History: the note of the last record, "
				 "'terminal.head', is missing: run verify; it "
				 "is written anew with the next record"));
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
check_house(struct checks *c, bool again)
{
	check_database(c);
	check_history(c);
	/* What a lost record names is no leftover. */
	check_files(c, again && !c->app->rolled_back);
	check_drafts(c);
	check_backup(c);
}
