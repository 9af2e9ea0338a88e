/* Editions of the handbook as published: found, re-hashed, read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "trust/hash.h"

int
app_current_edition(struct app *app, struct edition_row *ret, bool *ret_found,
		    struct err *e)
{
	struct edition_row *v;
	size_t n;

	if (store_editions(app->store, app->a, &v, &n, e) != 0)
		return -1;
	*ret_found = n > 0;
	if (n > 0)
		*ret = v[n - 1];
	return 0;
}

/* The file of a language; the first if there is none, NULL: no text at all. */
static const struct edition_file *
file_of(const struct edition_row *row, const char *lang)
{
	for (size_t i = 0; i < row->ntexts; i++)
		if (str_eq(row->texts[i].lang, lang))
			return &row->texts[i];
	return row->ntexts > 0 ? &row->texts[0] : NULL;
}

int
app_edition_text(struct app *app, const struct edition_row *row,
		 const char *lang, struct app_edition *ret, struct err *e)
{
	const struct edition_file *file = file_of(row, lang);
	const char *path;
	char have[65];

	if (file == NULL)
		return err_set(e, ERR_UNTRUE, "edition %u names no text",
			       row->edition);
	memset(ret, 0, sizeof(*ret));
	ret->row = *row;
	ret->lang = file->lang;
	ret->sha = file->sha;
	path = app_text_path(app, file->sha, "txt");
	if (file_read(app->a, path, EDITION_TEXT_MAX, &ret->bytes, &ret->n,
		      e) != 0)
		return -1;
	sha256_hex(have, ret->bytes, ret->n);
	if (!str_eq(have, file->sha))
		return err_set(e, ERR_UNTRUE,
			       "the handbook text '%s' is not the text that "
			       "was signed when edition %u was published",
			       path, row->edition);
	return edition_parse(app->a, ret->bytes, ret->n, &ret->text, e);
}

/* ---- the sections, and since when ---- */

/* What NOW says otherwise than BEFORE in LANG counts as changed by it; so does
 * all of it, if one of the texts can't be read any more. */
static void
count_changes(struct app *app, const struct edition_row *before,
	      const struct edition_row *now, const char *lang,
	      struct duty_section *v, size_t n)
{
	struct app_edition a, b;
	struct err e;
	bool lost;

	err_init(&e, NULL);
	lost = app_edition_text(app, before, lang, &a, &e) != 0 ||
	       app_edition_text(app, now, lang, &b, &e) != 0;
	if (!lost && !str_eq(a.lang, b.lang))
		return; /* new in this language */
	for (size_t i = 0; i < n; i++)
		if (v[i].changed < now->edition &&
		    (lost ||
		     !edition_section_same(edition_section(&a.text, v[i].id),
					   edition_section(&b.text,
							   v[i].id))))
			v[i].changed = now->edition;
}

int
app_sections(struct app *app, const struct edition_row *row,
	     struct duty_section **ret, struct err *e)
{
	struct duty_section *v = ARENA_ARRAY(app->a, struct duty_section,
					     row->nsections + 1);
	struct edition_row *all;
	size_t n;

	if (store_editions(app->store, app->a, &all, &n, e) != 0)
		return -1;
	if (row->nsections > 0)
		memcpy(v, row->sections, row->nsections * sizeof(*v));
	for (size_t k = 1; k < n && all[k].edition <= row->edition; k++) {
		if (all[k].material || all[k].seconded)
			continue;
		for (size_t i = 0; i < all[k].ntexts; i++)
			count_changes(app, &all[k - 1], &all[k],
				      all[k].texts[i].lang, v,
				      row->nsections);
	}
	*ret = v;
	return 0;
}
