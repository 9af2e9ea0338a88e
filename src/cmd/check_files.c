/* check: the files of a house beside its database: the terminal's key, the
 * keys of people, texts that records name, rights, what was cut off.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/checking.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "cmd/ownkey.h"
#include "trust/hash.h"
#include "trust/note.h"

enum { TEXT_LIMIT = 16 << 20, KEY_LIMIT = 4096, A_DAY = 86400 };

/* ---- the terminal ---- */

static void
check_terminal_key(struct checks *c)
{
	struct app *app = c->app;
	OWN(signer_freep) struct signer *s = NULL;
	struct err why;

	err_init(&why, app->m);
	if (app_terminal_key(app, &s, &why) != 0)
		check_failed(c, "terminal-key", &why);
	else
		check_add(c, "terminal-key", CHECK_FINE,
			  T(app, "The key of this computer is here"));
}

/* ---- people ---- */

/* Whether the key of P can be opened here by who knows the passphrase. */
static int
look_at_key(struct app *app, const struct person *p, struct err *e)
{
	const char *path = app_path(app, arena_printf(app->a, "keys/%s.key",
						      p->number));
	const char *next = ownkey_pending(app, p->number, p->key), *s;
	struct pubkey k;
	char key[PUBKEY_TEXT_SIZE];
	size_t n;

	if (file_exists(next))
		path = next; /* it takes its place at the next login */
	if (!file_exists(path))
		return err_set(e, ERR_UNTRUE,
			       "the key of %s is missing: copy '%s' from a "
			       "backup, or HR gives a new code",
			       p->number, path);
	if (file_read(app->a, path, KEY_LIMIT, &s, &n, e) != 0)
		return -1;
	if (key_sealed_public(s, n, app->house.id, p->number,
			      app->house.trial, &k, e) != 0)
		return err_wrap(e, "%s", path);
	pubkey_print(key, &k);
	if (!str_eq(key, p->key))
		return err_set(e, ERR_UNTRUE,
			       "'%s' is an older key of %s: copy the newest "
			       "from a backup, or HR gives a new code",
			       path, p->number);
	return 0;
}

static void
check_keys(struct checks *c)
{
	struct app *app = c->app;
	unsigned long good = 0;
	struct person *v;
	struct err why;
	bool bad = false;
	size_t n;

	err_init(&why, app->m);
	if (store_people(app->store, app->a, &v, &n, &why) != 0) {
		check_failed(c, "keys", &why);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (v[i].state != PERSON_ACTIVE ||
		    !str_eq(v[i].code_at, store_terminal(app->store)))
			continue;
		err_clear(&why);
		if (look_at_key(app, &v[i], &why) == 0) {
			good++;
			continue;
		}
		bad = true;
		check_failed(c, "keys", &why);
	}
	if (!bad)
		check_add(c, "keys", CHECK_FINE,
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "Keys: %lu person can "
						     "sign here",
						     "Keys: %lu people can "
						     "sign here", good),
				       good));
}

/* ---- texts that records name ---- */

/* File names in texts/, sorted, none twice. */
struct names {
	struct arena *a;
	const char **v;
	size_t n, cap;
	bool more; /* some record could not be read: it may name others */
};

/* Where NAME is, or belongs. */
static size_t
place_of(const struct names *s, const char *name)
{
	size_t from = 0, to = s->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (strcmp(s->v[mid], name) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

static bool
names_has(const struct names *s, const char *name)
{
	size_t i = place_of(s, name);

	return i < s->n && str_eq(s->v[i], name);
}

static void
names_add(struct names *s, const char *sha, const char *ext)
{
	char name[80];
	size_t i;

	snprintf(name, sizeof(name), "%s.%s", sha, ext);
	i = place_of(s, name);
	if (i < s->n && str_eq(s->v[i], name))
		return;
	s->v = arena_grow(s->a, s->v, s->n, &s->cap, sizeof(*s->v));
	memmove(s->v + i + 1, s->v + i, (s->n - i) * sizeof(*s->v));
	s->v[i] = arena_strdup(s->a, name);
	s->n++;
}

/* What cannot be read is told by verify; a newer preshift may read it. */
static int
names_of_leaf(void *ctx, const struct leaf_row *row, struct err *e)
{
	static const struct { const char *field, *ext; } fields[] = {
		{ "content", "xml" }, { "translation", "xlf" },
	};
	OWN(arena_free) struct arena a = { 0 };
	struct names *s = ctx;
	const struct record *r = NULL;
	const char *const *texts;
	struct edition_file file;
	struct leaf_parts parts;
	struct err shape;
	size_t n = 0;

	(void)e;
	err_init(&shape, NULL);
	if (row->body == NULL)
		return 0;
	if (leaf_split(row->body, row->n, &parts, &shape) != 0 ||
	    record_parse(&a, parts.record, parts.nrecord, &r, &shape) != 0 ||
	    r == NULL) {
		s->more = true;
		return 0;
	}
	for (size_t i = 0; i < NELEM(fields); i++) {
		const char *sha = record_get(r, fields[i].field);

		if (sha != NULL)
			names_add(s, sha, fields[i].ext);
	}
	if (r->form->kind != REC_EDITION)
		return 0;
	texts = record_all(r, "text", &n);
	for (size_t i = 0; i < n; i++)
		if (edition_file_parse(&a, texts[i], &file))
			names_add(s, file.sha, "txt");
	return 0;
}

/* Missing, or not what its name says. */
static bool
text_is_bad(struct checks *c, const char *name)
{
	struct app *app = c->app;
	OWN(arena_free) struct arena a = { 0 };
	const char *path = path_join(&a, app_path(app, "texts"), name), *s;
	struct err why;
	char sha[65];
	size_t n;

	err_init(&why, app->m);
	if (!file_exists(path)) {
		check_add(c, "texts", CHECK_BROKEN,
			  arena_printf(app->a,
				       T(app, "Texts: '%s', which a record "
					      "names, is missing: copy the "
					      "folder 'texts' from a backup"),
				       name));
		return true;
	}
	if (file_read(&a, path, TEXT_LIMIT, &s, &n, &why) != 0) {
		check_failed(c, "texts", &why);
		return true;
	}
	sha256_hex(sha, s, n);
	if (strncmp(name, sha, 64) == 0)
		return false;
	check_add(c, "texts", CHECK_BROKEN,
		  arena_printf(app->a,
			       T(app, "Texts: '%s' was changed and is not what "
				      "a record names: copy it from a backup"),
			       name));
	return true;
}

static void
check_texts(struct checks *c, const struct names *named)
{
	struct app *app = c->app;
	bool bad = false;

	for (size_t i = 0; i < named->n; i++)
		bad |= text_is_bad(c, named->v[i]);
	if (!bad)
		check_add(c, "texts", CHECK_FINE,
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "Texts: the %lu that "
						     "records name is here, "
						     "unchanged",
						     "Texts: all %lu that "
						     "records name are here, "
						     "unchanged",
						     (unsigned long)named->n),
				       (unsigned long)named->n));
}

/* ---- what was cut off ---- */

/* Files that nobody will ask for again: of a program that was killed, or of
 * a command that failed after it had written them. */
struct leftovers {
	struct app *app;
	bool remove;
	unsigned long there, removed;
};

/* One of today may belong to somebody who is about to record it. */
static void
left_over(struct leftovers *l, const char *dir, const char *name)
{
	const char *path = path_join(l->app->a, dir, name);
	struct stat st;

	if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return;
	if (l->remove && clock_real_now(&l->app->clock) - st.st_mtime > A_DAY &&
	    unlink(path) == 0)
		l->removed++;
	else
		l->there++;
}

static bool
key_will_settle(const char *dir, const char *name, struct app *app,
		const struct person *v, size_t n)
{
	const char *path = path_join(app->a, dir, name);

	for (size_t i = 0; i < n; i++) {
		if (str_eq(ownkey_pending(app, v[i].number, v[i].key), path))
			return true;
	}
	return false;
}

static int
look_for_leftovers(struct leftovers *l, const struct names *named,
		   struct err *e)
{
	struct app *app = l->app;
	const char *const dirs[] = { app->site, app_path(app, "texts"),
				     app_path(app, "keys") };
	const char **v;
	struct person *p;
	size_t n, np;

	for (size_t i = 0; i < NELEM(dirs); i++) {
		if (file_list_temps(app->a, dirs[i], &v, &n, e) != 0)
			return -1;
		for (size_t k = 0; k < n; k++)
			left_over(l, dirs[i], v[k]);
	}
	if (file_list(app->a, dirs[1], "", &v, &n, e) != 0)
		return -1;
	for (size_t k = 0; k < n; k++) {
		if (!names_has(named, v[k]))
			left_over(l, dirs[1], v[k]);
	}
	if (store_people(app->store, app->a, &p, &np, e) != 0 ||
	    file_list(app->a, dirs[2], ".new", &v, &n, e) != 0)
		return -1;
	for (size_t k = 0; k < n; k++) {
		if (!key_will_settle(dirs[2], v[k], app, p, np))
			left_over(l, dirs[2], v[k]);
	}
	return 0;
}

static void
check_leftovers(struct checks *c, const struct names *named, bool again)
{
	struct app *app = c->app;
	struct leftovers l = { .app = app, .remove = again };
	struct err why;

	err_init(&why, app->m);
	if (look_for_leftovers(&l, named, &why) != 0)
		check_failed(c, "leftovers", &why);
	if (l.removed > 0)
		check_add(c, "leftovers", CHECK_FINE,
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "%lu file that no record "
						     "names was removed",
						     "%lu files that no "
						     "record names were "
						     "removed", l.removed),
				       l.removed));
	if (l.there > 0)
		check_add(c, "leftovers", CHECK_LOOK,
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "%lu file that no record "
						     "names was left behind "
						     "by something cut off: "
						     "'check --rebuild' "
						     "removes it when it is a "
						     "day old",
						     "%lu files that no "
						     "record names were left "
						     "behind by something cut "
						     "off: 'check --rebuild' "
						     "removes them when they "
						     "are a day old",
						     l.there), l.there));
}

/* ---- who else may read ---- */

static void
check_file_rights(struct checks *c, const char *name)
{
	struct app *app = c->app;
	const char *path = app_path(app, name);
	struct stat st;

	if (stat(path, &st) == 0 && (st.st_mode & 077) != 0)
		check_add(c, "rights", CHECK_BROKEN,
			  arena_printf(app->a,
				       T(app, "'%s' is open to other accounts "
					      "of this computer: chmod 600 "
					      "'%s'"), path, path));
}

static void
check_folder_rights(struct checks *c, const char *path)
{
	struct app *app = c->app;
	struct stat st;

	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
		check_add(c, "rights", CHECK_BROKEN,
			  arena_printf(app->a,
				       T(app, "The folder '%s' is missing: "
					      "copy it from a backup"),
				       path));
	else if (access(path, R_OK | X_OK) != 0)
		check_add(c, "rights", CHECK_BROKEN,
			  arena_printf(app->a,
				       T(app, "The folder '%s' cannot be "
					      "opened by this account: chmod "
					      "700 '%s', as the account it "
					      "belongs to"), path, path));
	else if ((st.st_mode & 077) != 0)
		check_add(c, "rights", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "The folder '%s' is open to "
					      "other accounts of this "
					      "computer: chmod 700 '%s'"),
				       path, path));
}

static void
check_rights(struct checks *c)
{
	struct app *app = c->app;
	const char **v;
	struct err why;
	size_t n;

	check_folder_rights(c, app->site);
	check_folder_rights(c, app_path(app, "texts"));
	check_folder_rights(c, app_path(app, "keys"));
	check_folder_rights(c, app_path(app, "content"));
	check_file_rights(c, "house.db");
	check_file_rights(c, "terminal.key");
	err_init(&why, app->m);
	if (file_list(app->a, app_path(app, "keys"), "", &v, &n, &why) != 0)
		return; /* said above */
	for (size_t i = 0; i < n; i++)
		check_file_rights(c, arena_printf(app->a, "keys/%s", v[i]));
}

void
check_files(struct checks *c, bool again)
{
	struct names named = { .a = c->app->a };
	struct err why;

	check_rights(c);
	check_terminal_key(c);
	check_keys(c);
	err_init(&why, c->app->m);
	if (store_each_leaf(c->app->store, NULL, names_of_leaf, &named,
			    &why) != 0) {
		check_failed(c, "texts", &why);
		return;
	}
	check_texts(c, &named);
	check_leftovers(c, &named, again && !named.more);
}
