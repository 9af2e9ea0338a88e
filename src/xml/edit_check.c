/* What was written is read back, and must be what was meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/edit_check.h"

#include "base/messages.h"

static int
unlike(struct err *e, const char *path)
{
	return err_set(e, ERR_CONTENT,
		       N_("'%s' could not be written so that it reads as it "
			  "should; nothing was changed"), path);
}

size_t
edit_parts(const struct content_file *doc)
{
	return doc->h != NULL ? doc->h->nsections : doc->c->n;
}

void
edit_wording(struct arena *a, const struct content_file *doc, size_t i,
	     const struct translation *tr, const char *lang,
	     struct wording *ret)
{
	const struct document *d = doc->h != NULL ? &doc->h->doc :
						    &doc->c->doc;
	bool translated = !str_eq(d->lang, lang);

	if (doc->h != NULL)
		wording_of_section(a, &doc->h->sections[i], tr, lang,
				   translated, ret);
	else
		wording_of_commandment(a, &doc->c->v[i], tr, lang, translated,
				       ret);
}

/* Whether the same texts stand in both, with the same ids. */
static bool
same_texts(const struct wording *a, const struct wording *b)
{
	if (!wording_same(a, b))
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->v[i].t->id, b->v[i].t->id))
			return false;
	return true;
}

/* Whether each line kept the id of what it was. */
static bool
ids_kept(const struct wording *before, const struct wording *now,
	 const struct wording *written)
{
	for (size_t i = 0; i < now->n; i++)
		if (now->v[i].was != WORDING_NEW &&
		    !str_eq(before->v[now->v[i].was].t->id,
			    written->v[i].t->id))
			return false;
	return true;
}

/* What is no part of a section or commandment. */
static bool
same_around(const struct content_file *a, const struct content_file *b)
{
	if (edit_parts(a) != edit_parts(b))
		return false;
	if (a->h == NULL)
		return str_eq(a->c->mantra->s, b->c->mantra->s);
	if (a->h->nvalues != b->h->nvalues ||
	    !str_eq(a->h->title->s, b->h->title->s))
		return false;
	for (size_t i = 0; i < a->h->nvalues; i++)
		if (!str_eq(a->h->values[i].id, b->h->values[i].id) ||
		    !str_eq(a->h->values[i].dflt, b->h->values[i].dflt))
			return false;
	for (size_t i = 0; i < a->h->nsections; i++)
		if (a->h->sections[i].must != b->h->sections[i].must)
			return false;
	return true;
}

int
edit_check(struct arena *a, const struct content_file *doc, const char *s,
	   size_t n, const struct wording *now, struct err *e)
{
	struct findings f = { .m = e->m };
	struct content_file x = { .path = doc->path, .s = s, .n = n };
	struct commandments *c = NULL;
	struct handbook *h = NULL;

	if ((doc->h != NULL ?
	     content_handbook(a, doc->path, s, n, &f, &h, e) :
	     content_commandments(a, doc->path, s, n, &f, &c, e)) != 0)
		return -1;
	x.h = h;
	x.c = c;
	if (!same_around(doc, &x))
		return unlike(e, doc->path);
	for (size_t i = 0; i < edit_parts(doc); i++) {
		struct wording before, after;

		edit_wording(a, doc, i, NULL, now->lang, &before);
		edit_wording(a, &x, i, NULL, now->lang, &after);
		if (str_eq(before.id, now->id) ?
		    !wording_same(now, &after) ||
		    !ids_kept(&before, now, &after) :
		    !same_texts(&before, &after))
			return unlike(e, doc->path);
	}
	return 0;
}

/* ---- translations ---- */

static const char *
target(const struct translation *tr, size_t i)
{
	return tr != NULL ? tr->targets[i] : NULL;
}

static bool
same_words(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : str_eq(a, b);
}

int
edit_check_translation(struct arena *a, const struct content_file *doc,
		       const char *path, const char *s, size_t n,
		       const struct translation *before,
		       const struct wording *now, struct err *e)
{
	const struct document *d = doc->h != NULL ? &doc->h->doc :
						    &doc->c->doc;
	struct findings f = { .m = e->m };
	const char **want = ARENA_ARRAY(a, const char *, d->ntexts);
	struct translation *tr;

	if (content_translation(a, path, s, n, d, &f, &tr, e) != 0)
		return -1;
	for (size_t i = 0; i < d->ntexts; i++)
		want[i] = target(before, i);
	for (size_t i = 0; i < now->n; i++)
		if (now->v[i].s != NULL)
			want[now->v[i].t->n] = now->v[i].s;
	for (size_t i = 0; i < d->ntexts; i++)
		if (!same_words(want[i], tr->targets[i]))
			return unlike(e, path);
	return 0;
}
