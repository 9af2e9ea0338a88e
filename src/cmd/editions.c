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
