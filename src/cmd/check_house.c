/* check: whether the house that is open is whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/checking.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/str.h"

/* Seconds until a backup is old: a week. */
enum { BACKUP_AGE = 7 * 86400 };

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

/* When the newest file of DIR was written; 0: it has none. */
static int64_t
newest_file(struct app *app, const char *dir)
{
	const char **names;
	int64_t most = 0;
	struct stat st;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (file_list(app->a, dir, "", &names, &n, &e) != 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (stat(path_join(app->a, dir, names[i]), &st) == 0 &&
		    S_ISREG(st.st_mode) && st.st_mtime > most)
			most = st.st_mtime;
	return most;
}

static void
check_last_backup(struct checks *c, const char *place)
{
	struct app *app = c->app;
	int64_t t = newest_file(app, place);
	int64_t age = clock_real_now(&app->clock) - t;

	if (t == 0)
		check_add(c, "backup", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "Backup place '%s': nothing is "
					      "there yet"), place));
	else
		check_add(c, "backup", age < BACKUP_AGE ? CHECK_FINE :
							  CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "Backup place '%s': last "
					      "written on %s"), place,
				       app_date_words(app,
						      app_day_of(app, t))));
}

void
check_backup(struct checks *c)
{
	struct app *app = c->app;
	const char *place = NULL;
	struct err why;

	err_init(&why, app->m);
	if (app->store != NULL && app_setting(app, "backup", &place,
					      &why) != 0)
		check_failed(c, "backup", &why);
	else if (place == NULL || *place == '\0' || str_eq(place, "none"))
		check_add(c, "backup", CHECK_LOOK,
			  T(app, "No backup place yet: one disk that fails "
				 "would take everything along. In the house's "
				 "settings HR names one"));
	else if (!file_is_dir(place))
		check_add(c, "backup", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "The backup place '%s' is not "
					      "there: is the stick in?"),
				       place));
	else
		check_last_backup(c, place);
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
