/* Files of the person at the keyboard: where lists lie, and what is written
 * for them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolling.h"
#include "cmd/exchange.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/str.h"
#include "cmd/sticks.h"

enum { SHOWN = 8, FILES_MAX = 5000 };

struct found {
	const char *path;
	int64_t time;
	dev_t dev;
	ino_t ino;
};

struct search {
	struct app *app;
	struct found *v;
	size_t n, cap;
};

static const char *
home(void)
{
	const char *v = getenv("HOME");

	return v != NULL && *v == '/' ? v : NULL;
}

static bool
is_list(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && strcasecmp(name + n - 4, ".csv") == 0;
}

static void
take(struct search *s, const char *path)
{
	struct stat st;
	struct found f = { .path = path };

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) || s->n >= FILES_MAX)
		return;
	/* The present folder may be one of the others. */
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].dev == st.st_dev && s->v[i].ino == st.st_ino)
			return;
	f.time = st.st_mtime;
	f.dev = st.st_dev;
	f.ino = st.st_ino;
	ARENA_PUSH(s->app->a, s->v, s->n, s->cap, f);
}

static void
look_in(struct search *s, const char *dir)
{
	const char **names;
	struct err none;
	size_t n;

	err_init(&none, NULL);
	if (file_list(s->app->a, dir, "", &names, &n, &none) != 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (is_list(names[i]))
			take(s, path_join(s->app->a, dir, names[i]));
}

static int
newest_first(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->time != y->time)
		return x->time < y->time ? 1 : -1;
	return strcmp(x->path, y->path);
}

static void
look_everywhere(struct search *s)
{
	static const char *const folders[] = {
		"", "Downloads", "Загрузки", "Desktop", "Schreibtisch",
		"Рабочий стол", "Documents", "Dokumente", "Документы",
	};

	struct sticks sticks;

	look_in(s, ".");
	for (size_t i = 0; i < NELEM(folders) && home() != NULL; i++)
		look_in(s, *folders[i] != '\0' ?
				   path_join(s->app->a, home(), folders[i]) :
				   home());
	look_in(s, exchange_dir(s->app)); /* an empty list, filled in */
	sticks_find(s->app->a, &sticks);
	for (size_t i = 0; i < sticks.n; i++)
		look_in(s, sticks.v[i]);
	if (s->n > 1)
		qsort(s->v, s->n, sizeof(*s->v), newest_first);
}

/* "~/Downloads/list.csv, 21 Nov" */
static const char *
label(struct app *app, const struct found *f)
{
	const char *path = f->path;
	size_t n = home() != NULL ? strlen(home()) : 0;

	if (n > 1 && strncmp(path, home(), n) == 0 && path[n] == '/')
		path = arena_printf(app->a, "~%s", path + n);
	else if (str_starts(path, "./"))
		path += 2;
	return arena_printf(app->a, "%s, %s", path,
			    app_date_short(app, app_day_of(app, f->time)));
}

/* As people paste it: with quotation marks, with file://, with ~. */
static const char *
as_path(struct app *app, const char *s)
{
	size_t n = strlen(s);

	if (n >= 2 && (*s == '"' || *s == '\'') && s[n - 1] == *s)
		s = arena_strndup(app->a, s + 1, n - 2);
	if (str_starts(s, "file://"))
		s += 7;
	if (str_starts(s, "~/") && home() != NULL)
		s = path_join(app->a, home(), s + 2);
	return s;
}

static int
check_file(struct app *app, const char *s, struct err *e)
{
	s = as_path(app, s);
	if (file_is_dir(s))
		return err_set(e, ERR_USAGE, "'%s' is a folder: type the name "
			       "of a file in it", s);
	return file_exists(s) ? 0 :
	       err_set(e, ERR_USAGE, "there is no file '%s': type its name "
		       "with its folder", s);
}

int
enrol_ask_file(struct app *app, const char **ret_path, struct err *e)
{
	struct search s = { .app = app };
	struct io_option o[SHOWN + 2] = { 0 };
	size_t n = 0, i = 0;

	look_everywhere(&s);
	for (; n < s.n && n < SHOWN; n++) {
		o[n].word = s.v[n].path;
		o[n].label = label(app, &s.v[n]);
	}
	o[n].word = "other";
	o[n].label = T(app, "another file: type its name");
	o[n + 1].word = "back";
	o[n + 1].label = T(app, "Back");
	o[n + 1].key = "0";
	if (n > 0 &&
	    io_choose(app->io, T(app, "Which file"), o, n + 2, 0, &i, e) != 0)
		return -1;
	if (i == n + 1)
		return err_cancel(e);
	if (i < n) {
		*ret_path = s.v[i].path;
		return 0;
	}
	if (app_ask_fit(app, T(app, "Name of the file (0 back): "), NULL,
			check_file, ret_path, e) != 0)
		return -1;
	*ret_path = as_path(app, *ret_path);
	return 0;
}
