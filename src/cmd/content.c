/* Content of the house: its own documents in place of the shipped ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"

#include <stdlib.h>
#include <string.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "trust/hash.h"
#include "xml/content.h"

const char *const app_langs[LANGS] = { "en", "de", "ru" };
const char *const app_lang_names[LANGS] = { "English", "Deutsch", "Русский" };

size_t
app_lang_index(const char *lang)
{
	size_t i = 0;

	while (i < LANGS && !str_eq(app_langs[i], lang))
		i++;
	return i;
}

static int
load(struct app *app, const char *path, struct source *ret, struct err *e)
{
	char *sha = arena_alloc(app->a, 65);

	if (file_read(app->a, path, CONTENT_MAX_BYTES, &ret->bytes, &ret->n,
		      e) != 0)
		return -1;
	sha256_hex(sha, ret->bytes, ret->n);
	ret->sha = sha;
	ret->path = path;
	return 0;
}

/* The folder that holds FILE of KIND ("standards", "scenarios"): the house's
 * own if it has that document, else the shipped one; its translations come
 * from the same folder, since they belong to that text. */
static const char *
folder_of(struct app *app, const char *kind, const char *file)
{
	const char *own;

	if (app->site != NULL) {
		own = path_join(app->a, path_join(app->a, app->site,
						  "content"), kind);
		if (file_exists(path_join(app->a, own, file)))
			return own;
	}
	return path_join(app->a, app->datadir, kind);
}

static int
load_translation(struct app *app, const char *dir, const char *lang,
		 const char *stem, const struct document *d,
		 struct translation **ret, struct source *ret_src,
		 struct err *e)
{
	struct findings f = { .m = app->m };
	const char *path;

	*ret = NULL;
	if (str_eq(lang, d->lang))
		return 0;
	path = path_join(app->a, path_join(app->a, dir, lang),
			 arena_printf(app->a, "%s.xlf", stem));
	if (!file_exists(path))
		return 0;
	if (load(app, path, ret_src, e) != 0)
		return -1;
	return content_translation(app->a, path, ret_src->bytes, ret_src->n,
				   d, &f, ret, e);
}

/* ONLY: the one language wanted, NULL: all of them. */
static int
load_commandments(struct app *app, const char *only,
		  struct app_standards *st, struct err *e)
{
	const char *dir = folder_of(app, "standards", "commandments.xml");
	struct findings f = { .m = app->m };

	if (load(app, path_join(app->a, dir, "commandments.xml"), &st->csrc,
		 e) != 0 ||
	    content_commandments(app->a, st->csrc.path, st->csrc.bytes,
				 st->csrc.n, &f, &st->c, e) != 0)
		return -1;
	for (size_t i = 0; i < LANGS; i++)
		if ((only == NULL || str_eq(only, app_langs[i])) &&
		    load_translation(app, dir, app_langs[i], "commandments",
				     &st->c->doc, &st->ctr[i],
				     &st->ctrsrc[i], e) != 0)
			return -1;
	return 0;
}

int
app_standards(struct app *app, bool handbook, struct app_standards *ret,
	      struct err *e)
{
	const char *dir = folder_of(app, "standards", "handbook.xml");
	struct findings f = { .m = app->m };

	memset(ret, 0, sizeof(*ret));
	if (load_commandments(app, NULL, ret, e) != 0)
		return -1;
	if (!handbook)
		return 0;
	if (load(app, path_join(app->a, dir, "handbook.xml"), &ret->hsrc,
		 e) != 0 ||
	    content_handbook(app->a, ret->hsrc.path, ret->hsrc.bytes,
			     ret->hsrc.n, &f, &ret->h, e) != 0)
		return -1;
	for (size_t i = 0; i < LANGS; i++)
		if (load_translation(app, dir, app_langs[i], "handbook",
				     &ret->h->doc, &ret->htr[i],
				     &ret->htrsrc[i], e) != 0)
			return -1;
	return 0;
}

static const char *
value_set(const struct value_source *vs, const char *id)
{
	const struct handbook_value *v = handbook_value_find(vs->h, id);
	const char *const *set = vs->ctx;

	return v == NULL ? NULL : set[v - vs->h->values];
}

int
app_values(struct app *app, const struct handbook *h,
	   struct value_source *ret, struct err *e)
{
	const char **set = ARENA_ARRAY(app->a, const char *, h->nvalues);

	for (size_t i = 0; i < h->nvalues; i++) {
		const char *name = arena_printf(app->a, "value.%s",
						h->values[i].id);

		if (store_setting(app->store, app->a, name, &set[i], e) != 0)
			return -1;
		if (set[i] == NULL)
			set[i] = h->values[i].dflt;
	}
	*ret = (struct value_source){ .get = value_set, .h = h, .ctx = set };
	return 0;
}

int
app_commandments(struct app *app, const struct commandments **ret,
		 const struct translation **ret_tr, struct err *e)
{
	struct app_standards st;

	memset(&st, 0, sizeof(st));
	if (load_commandments(app, app->lang, &st, e) != 0)
		return -1;
	*ret = st.c;
	*ret_tr = st.ctr[app_lang_index(app->lang)];
	return 0;
}

static int
no_drill(struct app *app, const char *id, struct err *e)
{
	struct guess g = { .typed = id };
	const char **ids;
	size_t n;

	if (app_drill_ids(app, &ids, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		guess_offer(&g, ids[i]);
	if (g.word == NULL)
		return err_set(e, ERR_USAGE, "there is no drill '%s': "
			       "'preshift drill' lists them", id);
	return err_set(e, ERR_USAGE, "there is no drill '%s'; did you mean "
		       "'%s'?", id, g.word);
}

/* ONLY: the one language wanted, NULL: all of them. */
static int
load_drill(struct app *app, const char *id, const char *only,
	   struct app_drill *ret, struct err *e)
{
	struct findings f = { .m = app->m };
	const char *file, *dir, *path;

	memset(ret, 0, sizeof(*ret));
	if (!id_valid(id))
		return err_set(e, ERR_USAGE, "'%s' is no drill: 'preshift "
			       "drill' lists them", id);
	file = arena_printf(app->a, "%s.xml", id);
	dir = folder_of(app, "scenarios", file);
	path = path_join(app->a, dir, file);
	if (!file_exists(path))
		return no_drill(app, id, e);
	if (load(app, path, &ret->src, e) != 0 ||
	    content_drill(app->a, path, ret->src.bytes, ret->src.n, &f,
			  &ret->d, e) != 0)
		return -1;
	/* Else one drill would have two names, and its attempts too. */
	if (!str_eq(ret->d->doc.id, id))
		return err_set(e, ERR_CONTENT, "'%s' holds the drill '%s': "
			       "call the file '%s.xml'", path,
			       ret->d->doc.id, ret->d->doc.id);
	for (size_t i = 0; i < LANGS; i++)
		if ((only == NULL || str_eq(only, app_langs[i])) &&
		    load_translation(app, dir, app_langs[i], id, &ret->d->doc,
				     &ret->tr[i], &ret->trsrc[i], e) != 0)
			return -1;
	return 0;
}

int
app_drill(struct app *app, const char *id, struct app_drill *ret,
	  struct err *e)
{
	return load_drill(app, id, NULL, ret, e);
}

int
app_drill_file(struct app *app, const char *path, struct drill **ret,
	       struct err *e)
{
	struct findings f = { .m = app->m };
	struct source src;

	return load(app, path, &src, e) != 0 ? -1 :
	       content_drill(app->a, path, src.bytes, src.n, &f, ret, e);
}

int
app_drill_brief(struct app *app, const char *id, struct drill_brief *ret,
		struct err *e)
{
	OWN(arena_free) struct arena own = { 0 };
	struct arena *outer = app->a;
	struct app_drill d;
	int rc;

	/* Five hundred drills are read to be listed: each in its turn. */
	app->a = &own;
	rc = load_drill(app, id, app->lang, &d, e);
	app->a = outer;
	if (rc != 0)
		return -1;
	ret->title = arena_strdup(outer, text_in(d.d->title,
				  d.tr[app_lang_index(app->lang)]));
	ret->difficulty = d.d->difficulty;
	ret->minutes = d.d->minutes;
	return 0;
}

static int
add_ids(struct app *app, const char *dir, const char ***v, size_t *n,
	size_t *cap, struct err *e)
{
	const char **names;
	size_t nn;

	if (file_list(app->a, dir, ".xml", &names, &nn, e) != 0)
		return -1;
	for (size_t i = 0; i < nn; i++)
		ARENA_PUSH(app->a, *v, *n, *cap,
			   arena_strndup(app->a, names[i],
					 strlen(names[i]) - 4));
	return 0;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
app_drill_ids(struct app *app, const char ***ret, size_t *ret_n,
	      struct err *e)
{
	const char **v = NULL, *own;
	size_t n = 0, cap = 0, k = 0;

	own = path_join(app->a, app->site, "content/scenarios");
	if (add_ids(app, own, &v, &n, &cap, e) != 0 ||
	    add_ids(app, path_join(app->a, app->datadir, "scenarios"), &v, &n,
		    &cap, e) != 0)
		return -1;
	if (n > 0)
		qsort(v, n, sizeof(*v), by_text);
	for (size_t i = 0; i < n; i++)
		if (k == 0 || !str_eq(v[k - 1], v[i]))
			v[k++] = v[i];
	*ret = v;
	*ret_n = k;
	return 0;
}
