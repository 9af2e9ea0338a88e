/* A section or commandment out of the house's content, and into it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/editing.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "trust/hash.h"
#include "xml/edit_check.h"

enum { LOCK_SECONDS = 10 };

static const char *
stem(const struct edit *d)
{
	return d->commandments ? "commandments" : "handbook";
}

/* ---- out of it ---- */

/* The place of the section or commandment. */
static int
find(struct edit *d, size_t *ret, struct err *e)
{
	const struct handbook *h = d->st.h;
	const struct commandments *c = d->st.c;
	uint64_t n;

	if (d->commandments) {
		if (!str_u64(d->id, c->n, &n) || n == 0)
			return err_set(e, ERR_USAGE, "there is no commandment "
				       "'%s': they are numbered 1 to %zu",
				       d->id, c->n);
		*ret = (size_t)n - 1;
		return 0;
	}
	for (size_t i = 0; i < h->nsections; i++) {
		if (strcasecmp(h->sections[i].id, d->id) == 0) {
			*ret = i;
			return 0;
		}
	}
	return err_set(e, ERR_USAGE, "the handbook has no section '%s'",
		       d->id);
}

/* What a person compares with: the text, and of a translation its original. */
static const char *
base_of(struct app *app, const struct edit *d)
{
	OWN(str_free) struct str s = { 0 };
	char sha[65];

	wording_print(&s, &d->was, NULL, NULL, NULL);
	if (d->translated)
		wording_print(&s, &d->source, NULL, NULL, NULL);
	sha256_hex(sha, str_text(&s), s.n);
	return arena_strndup(app->a, sha, 16);
}

int
edit_load(struct app *app, struct edit *d, struct err *e)
{
	const struct document *doc;
	size_t i;

	if (app_standards(app, true, &d->st, e) != 0 || find(d, &i, e) != 0)
		return -1;
	doc = d->commandments ? &d->st.c->doc : &d->st.h->doc;
	d->src = d->commandments ? d->st.csrc : d->st.hsrc;
	d->tr = d->commandments ? d->st.ctr : d->st.htr;
	for (size_t k = 0; k < LANGS; k++)
		d->trsrc[k] = d->commandments ? d->st.ctrsrc[k] :
						d->st.htrsrc[k];
	d->doc = (struct content_file){ .path = d->src.path,
		.s = d->src.bytes, .n = d->src.n,
		.h = d->commandments ? NULL : d->st.h,
		.c = d->commandments ? d->st.c : NULL };
	d->translated = !str_eq(doc->lang, app_langs[d->lang]);
	edit_wording(app->a, &d->doc, i, NULL, doc->lang, &d->source);
	edit_wording(app->a, &d->doc, i, d->tr[d->lang], app_langs[d->lang],
		     &d->was);
	d->id = d->was.id;
	d->base = base_of(app, d);
	return 0;
}

size_t
edit_owed(struct app *app, const struct edit *d, size_t lang)
{
	struct wording w;
	size_t n = 0;

	for (size_t i = 0; i < edit_parts(&d->doc); i++) {
		edit_wording(app->a, &d->doc, i, d->tr[lang], app_langs[lang],
			     &w);
		for (size_t k = 0; str_eq(w.id, d->id) && k < w.n; k++)
			n += w.v[k].s == NULL || w.v[k].stale;
	}
	return n;
}

/* ---- into it ---- */

static const char *
own_folder(struct app *app)
{
	return path_join(app->a, app_path(app, "content"), "standards");
}

static int
put_translation(struct app *app, const struct edit *d, size_t lang,
		const char *s, size_t n, struct err *e)
{
	const char *dir = path_join(app->a, own_folder(app), app_langs[lang]);
	const char *path = path_join(app->a, dir,
				     arena_printf(app->a, "%s.xlf", stem(d)));

	if (file_make_dirs(dir, 0700, e) != 0)
		return -1;
	return file_replace(path, 0600, s, n, e);
}

/* One file carries the change. Where the house has none of its own yet, the
 * others are copied before: as long as the document is not there, nobody reads
 * them, so that it comes last. */
static int
put_files(struct app *app, const struct edit *d, const char *s, size_t n,
	  struct err *e)
{
	const char *path = path_join(app->a, own_folder(app),
				     arena_printf(app->a, "%s.xml", stem(d)));
	bool own = file_exists(path);

	if (file_make_dirs(own_folder(app), 0700, e) != 0)
		return -1;
	for (size_t i = 0; !own && i < LANGS; i++)
		if ((i != d->lang || !d->translated) &&
		    d->trsrc[i].sha != NULL &&
		    put_translation(app, d, i, d->trsrc[i].bytes,
				    d->trsrc[i].n, e) != 0)
			return -1;
	if (d->translated && put_translation(app, d, d->lang, s, n, e) != 0)
		return -1;
	if (!d->translated)
		return file_replace(path, 0600, s, n, e);
	return own ? 0 : file_replace(path, 0600, d->src.bytes, d->src.n, e);
}

static int
write_change(struct app *app, const struct edit *d, struct err *e)
{
	const struct source *tr = &d->trsrc[d->lang];
	const char *path = tr->path, *s = NULL;
	size_t n = 0;

	if (path == NULL)
		path = path_join(app->a, own_folder(app),
				 arena_printf(app->a, "%s/%s.xlf",
					      app_langs[d->lang], stem(d)));
	if ((d->translated ?
	     content_edit_translation(app->a, &d->doc, tr->bytes, tr->n, path,
				      d->tr[d->lang], &d->was, &d->now, &s,
				      &n, e) :
	     content_edit(app->a, &d->doc, &d->was, &d->now, &s, &n, e)) != 0)
		return -1;
	return put_files(app, d, s, n, e);
}

int
edit_save(struct app *app, struct edit *d, bool *ret_late, struct err *e)
{
	OWN(file_unlock) int lock = -1;
	const char *base = d->base;

	lock = file_lock(path_join(app->a, app_path(app, "edits"), ".lock"),
			 LOCK_SECONDS, e);
	if (lock < 0 || edit_load(app, d, e) != 0)
		return -1;
	*ret_late = !str_eq(base, d->base);
	return *ret_late ? 0 : write_change(app, d, e);
}
