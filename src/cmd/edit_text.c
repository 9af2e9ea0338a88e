/* The text of a section or commandment as people get it: with notes, in a file
 * for a word processor, as a draft.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/contents.h"
#include "cmd/editing.h"

#include <string.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/file.h"
#include "base/utf8.h"

/* "# preshift-text H5 de 0123…": what the text is of. */
#define MARK "# preshift-text "
enum { NOTE_COLS = 76, FILE_BYTES = 4 * WORDING_BYTES };

/* ---- notes ---- */

static void
note(struct app *app, struct str *out, const char *s)
{
	const char **lines;
	size_t n;

	lines = utf8_wrap(app->a, s, NOTE_COLS, &n);
	for (size_t i = 0; i < n; i++)
		str_printf(out, "# %s\n", lines[i]);
}

/* What the program fills in, of the values that are in use here. */
static void
note_values(struct app *app, struct str *out, const struct edit *d)
{
	const struct handbook *h = d->st.h;
	bool any = false;

	for (size_t i = 0; i < h->nvalues; i++) {
		const struct handbook_value *v = &h->values[i];
		const char *name = arena_printf(app->a, "${%s}", v->id);
		bool used = false;

		for (size_t k = 0; k < d->was.n; k++)
			used |= d->was.v[k].s != NULL &&
				strstr(d->was.v[k].s, name) != NULL;
		if (!used)
			continue;
		if (!any)
			note(app, out, T(app, "The program fills in, so leave as it is:"));
		any = true;
		str_printf(out, "# %s = %s (%s)\n", name,
			   contents_value(app, h, v->id),
			   text_in(v->name,
				   d->st.htr[app_lang_index(app->lang)]));
	}
}

static void
note_marks(struct app *app, struct str *out, const struct edit *d)
{
	note(app, out, T(app, "Change what stands below, save, and leave the editor. A line that begins with # is a note and no part of the text."));
	if (d->commandments)
		note(app, out, T(app, "Each part stands in one line, its name in front. - is what to listen for in the practice (three of them)."));
	else
		note(app, out, T(app, "Each paragraph stands in one line. - is an item of a list."));
	note(app, out, T(app, "~ says the line above it in easier words. ? is a question, + its right answer, x a wrong one."));
	if (d->translated)
		note(app, out,
		     arena_printf(app->a, T(app, "This is a translation: it keeps the lines of the original (%s) and their order. A line that is only … is not translated yet."),
				  d->st.h->doc.lang));
}

const char *
edit_text(struct app *app, const struct edit *d)
{
	OWN(str_free) struct str out = { 0 };

	note_marks(app, &out, d);
	note_values(app, &out, d);
	note(app, &out, T(app, "Please leave the next line as it is:"));
	str_printf(&out, MARK "%s %s %s\n\n", d->id, app_langs[d->lang],
		   d->base);
	wording_print(&out, &d->was, app_catalogue(app, app_langs[d->lang]),
		      d->translated ? &d->source : NULL,
		      T(app, "The original says now:"));
	return arena_strdup(app->a, str_text(&out));
}

/* ---- read ---- */

/* Whether the text is another one's; what it was made of. */
static int
read_mark(struct app *app, struct edit *d, const char *s, struct err *e)
{
	const char *at = strstr(s, MARK), *words[4];
	char *line;

	d->read_base = NULL;
	if (at == NULL)
		return 0;
	at += strlen(MARK);
	line = text_fold_space(app->a, arena_strndup(app->a, at,
						     strcspn(at, "\n")));
	if (arena_words(app->a, line, words, 3) != 3)
		return 0;
	if (!str_eq(words[0], d->id) ||
	    !str_eq(words[1], app_langs[d->lang]))
		return err_set(e, ERR_REFUSED, "this is the text of '%s' in "
			       "'%s', not of '%s' in '%s': nothing was "
			       "changed", words[0], words[1], d->id,
			       app_langs[d->lang]);
	d->read_base = words[2];
	return 0;
}

int
edit_read(struct app *app, struct edit *d, const char *s, size_t n,
	  struct err *e)
{
	const struct messages *names[LANGS];
	const struct wording_reading how = {
		.was = &d->was, .h = d->st.h, .m = app->m,
		.names = names, .nnames = LANGS,
	};

	for (size_t i = 0; i < LANGS; i++)
		names[i] = app_catalogue(app, app_langs[i]);
	if (read_mark(app, d, s, e) != 0)
		return -1;
	(void)wording_read(app->a, s, n, &how, &d->now, &d->flaws);
	return 0;
}

/* ---- files ---- */

int
edit_export(const char *path, const char *text, struct err *e)
{
	OWN(str_free) struct str out = { 0 };

	if (file_exists(path))
		return err_set(e, ERR_FAILED, "'%s' is there already: give "
			       "another name, or put that file away", path);
	str_add(&out, "\xef\xbb\xbf");
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			str_addc(&out, '\r');
		str_addc(&out, *text);
	}
	return file_write_new(path, 0600, str_text(&out), out.n, e);
}

/* The line of the first byte that UTF-8 has not there, 0: none. */
static unsigned
bad_line(const char *s, size_t n)
{
	unsigned line = 1;

	while (n > 0) {
		uint32_t c;
		size_t len = utf8_decode(s, n, &c);

		if (*s == '\0' || (len == 1 && (unsigned char)*s >= 0x80))
			return line;
		line += *s == '\n';
		s += len;
		n -= len;
	}
	return 0;
}

int
edit_import(struct app *app, const struct edit *d, const char *path,
	    const char **ret, size_t *ret_n, struct err *e)
{
	enum charset set;
	const char *s;
	bool sure;
	size_t n;

	if (file_read(app->a, path, FILE_BYTES, &s, &n, e) != 0)
		return -1;
	if (n >= 4 && (memcmp(s, "PK\x03\x04", 4) == 0 ||
		       memcmp(s, "\xd0\xcf\x11\xe0", 4) == 0))
		return err_set(e, ERR_CONTENT, "'%s' is a file of a word "
			       "processor: save it there as plain text "
			       "(.txt) and take that one", path);
	set = charset_guess(s, n, &sure);
	if (!sure)
		set = str_eq(app_langs[d->lang], "ru") ? CHARSET_1251 :
							 CHARSET_1252;
	*ret = charset_decode(app->a, set, s, n, ret_n);
	if (*ret == NULL && set == CHARSET_UTF8)
		return err_set(e, ERR_CONTENT, "'%s', line %u: something here "
			       "is no letter: type that place again, and save "
			       "the text as UTF-8", path, bad_line(s, n));
	if (*ret == NULL)
		return err_set(e, ERR_CONTENT, "'%s' is no text that can be "
			       "read: save it as UTF-8", path);
	if (strspn(*ret, " \t\r\n") == *ret_n)
		return err_set(e, ERR_CONTENT, "'%s' is empty", path);
	return 0;
}

/* ---- drafts ---- */

const char *
edit_draft(struct app *app, const struct edit *d)
{
	return path_join(app->a, app_path(app, "edits"),
			 arena_printf(app->a, "%s-%s-%s.txt", app->who, d->id,
				      app_langs[d->lang]));
}

int
edit_put_aside(struct app *app, struct edit *d, const char **ret,
	       struct err *e)
{
	const char *path = edit_draft(app, d);
	const char *to = arena_printf(app->a, "%s.old", path);

	for (unsigned i = 2; file_exists(to); i++)
		to = arena_printf(app->a, "%s.old%u", path, i);
	*ret = to;
	d->in_draft = false;
	return file_rename(path, to, e);
}

int
edit_keep(struct app *app, struct edit *d, const char *text, struct err *e)
{
	const char *path = edit_draft(app, d), *aside;

	if (file_exists(path) && edit_put_aside(app, d, &aside, e) != 0)
		return -1;
	d->in_draft = true;
	return file_replace(path, 0600, text, strlen(text), e);
}

int
edit_forget(struct app *app, struct edit *d, struct err *e)
{
	const char *path = edit_draft(app, d), *aside;

	if (d->in_draft)
		(void)unlink(path);
	else if (file_exists(path))
		return edit_put_aside(app, d, &aside, e);
	return 0;
}
