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

/* "LANG BYTES SHA256" of a language; NULL if it is not among the texts. */
static const char *
text_line(const struct edition_row *row, const char *lang)
{
	size_t n = strlen(lang);

	for (size_t i = 0; i < row->ntexts; i++)
		if (strncmp(row->texts[i], lang, n) == 0 &&
		    row->texts[i][n] == ' ')
			return row->texts[i];
	return NULL;
}

int
app_edition_text(struct app *app, const struct edition_row *row,
		 const char *lang, struct app_edition *ret, struct err *e)
{
	const char *line = text_line(row, lang), *path, *sha;
	char have[65];

	if (line == NULL && row->ntexts > 0)
		line = row->texts[0];
	if (line == NULL)
		return err_set(e, ERR_UNTRUE, "edition %u names no text",
			       row->edition);
	memset(ret, 0, sizeof(*ret));
	ret->row = *row;
	ret->lang = arena_strndup(app->a, line,
				  (size_t)(strchr(line, ' ') - line));
	sha = strrchr(line, ' ') + 1;
	path = app_path(app, arena_printf(app->a, "texts/%s.txt", sha));
	if (file_read(app->a, path, EDITION_TEXT_MAX, &ret->bytes, &ret->n, e) != 0)
		return -1;
	sha256_hex(have, ret->bytes, ret->n);
	if (!str_eq(have, sha))
		return err_set(e, ERR_UNTRUE,
			       "the handbook text '%s' is not the text that "
			       "was signed when edition %u was published",
			       path, row->edition);
	ret->sha = sha;
	return edition_parse(app->a, ret->bytes, ret->n, &ret->text, e);
}

/* ---- what must be read, and since when ---- */

static bool
same_question(const struct edition_question *a,
	      const struct edition_question *b)
{
	if (a->nanswers != b->nanswers || !str_eq(a->s, b->s))
		return false;
	for (size_t i = 0; i < a->nanswers; i++)
		if (a->answers[i].right != b->answers[i].right ||
		    !str_eq(a->answers[i].s, b->answers[i].s))
			return false;
	return true;
}

bool
app_same_section(const struct edition_section *a,
		 const struct edition_section *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->nlines != b->nlines || a->nquestions != b->nquestions ||
	    !str_eq(a->title, b->title))
		return false;
	for (size_t i = 0; i < a->nlines; i++)
		if (a->lines[i].kind != b->lines[i].kind ||
		    !str_eq(a->lines[i].s, b->lines[i].s))
			return false;
	for (size_t i = 0; i < a->nquestions; i++)
		if (!same_question(&a->questions[i], &b->questions[i]))
			return false;
	return true;
}

/* "H5 3 must": id and number; false: it may be read. */
static bool
must_line(struct app *app, const char *s, struct duty_section *ret)
{
	const char *sp = strchr(s, ' ');

	if (sp == NULL || !str_ends(s, " must"))
		return false;
	ret->id = arena_strndup(app->a, s, (size_t)(sp - s));
	ret->changed = 0;
	for (const char *d = sp + 1; *d >= '0' && *d <= '9'; d++)
		ret->changed = ret->changed * 10 + (unsigned)(*d - '0');
	return true;
}

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
		     !app_same_section(edition_section(&a.text, v[i].id),
				       edition_section(&b.text, v[i].id))))
			v[i].changed = now->edition;
}

int
app_must_read(struct app *app, const struct edition_row *row,
	      struct duty_section **ret, size_t *ret_n, struct err *e)
{
	struct duty_section *v = ARENA_ARRAY(app->a, struct duty_section,
					     row->nsections + 1);
	struct edition_row *all;
	size_t n = 0, nall;

	if (store_editions(app->store, app->a, &all, &nall, e) != 0)
		return -1;
	for (size_t i = 0; i < row->nsections; i++)
		n += must_line(app, row->sections[i], &v[n]);
	for (size_t k = 1; k < nall && all[k].edition <= row->edition; k++) {
		if (all[k].material || all[k].seconded)
			continue;
		for (size_t i = 0; i < all[k].ntexts; i++) {
			const char *t = all[k].texts[i];

			count_changes(app, &all[k - 1], &all[k],
				      arena_strndup(app->a, t,
						    strcspn(t, " ")), v, n);
		}
	}
	*ret = v;
	*ret_n = n;
	return 0;
}
