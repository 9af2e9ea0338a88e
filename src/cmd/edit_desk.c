/* handbook edit, commandments edit at a terminal: the editor, what it would
 * change, what is left for another time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/editing.h"
#include "cmd/exchange.h"
#include "cmd/result.h"
#include "cmd/setting_ask.h"
#include "cmd/sticks.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"

enum { IDLE_EDIT = 300 };

enum next { TAKE, AGAIN, SAVE, LEAVE };

/* What can be done with a text: TAKE only if it is right. */
static int
ask_next(struct app *app, bool right, enum next *ret, struct err *e)
{
	const struct io_option o[] = {
		[TAKE] = { .word = "take", .label = T(app, "take it") },
		[AGAIN] = { .word = "again", .label = T(app, "edit again") },
		[SAVE] = { .word = "save",
			   .label = T(app, "save it as a file for Word") },
		[LEAVE] = { .word = "leave", .key = "0",
			    .label = T(app, "leave it: the text is kept, and offered next time") },
	};
	size_t first = right ? TAKE : AGAIN, i;

	if (io_choose(app->io, T(app, "Your choice"), o + first,
		      NELEM(o) - first, NELEM(o) - first, &i, e) != 0)
		return -1;
	*ret = (enum next)(i + first);
	return 0;
}

static const char *
file_name(struct app *app, const struct edit *d)
{
	return arena_printf(app->a, "%s-%s", d->id, app_langs[d->lang]);
}

static int
save_as(struct app *app, const struct edit *d, const char *text,
	struct err *e)
{
	const char *path;

	if (result_place(app, exchange_dir(app), file_name(app, d), ".txt",
			 &path, e) != 0 ||
	    edit_export(path, text, e) != 0)
		return -1;
	return edit_show_file(app, d, path, e);
}

/* Where save_as() puts it: most likely it lies there still. */
static const char *
file_saved(struct app *app, const struct edit *d)
{
	const char *name = arena_printf(app->a, "%s.txt", file_name(app, d));
	struct sticks s;

	sticks_find(app->a, &s);
	for (size_t i = 0; i < s.n; i++)
		if (file_exists(path_join(app->a, s.v[i], name)))
			return path_join(app->a, s.v[i], name);
	return path_join(app->a, exchange_dir(app), name);
}

/* A text that somebody works on. */
struct desk {
	const char *text;
	size_t n;
	bool right;    /* it can be taken */
	bool same;     /* as what is there already */
};

/* Tells E, which is none then. */
static int
tell(struct app *app, struct err *e)
{
	if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
		return -1;
	err_clear(e);
	return 0;
}

/* What the editor left is no text (E says why): it lies aside, and the draft is
 * what it was. */
static int
give_back(struct app *app, struct edit *d, const struct desk *k,
	  struct err *e)
{
	const char *aside;

	if (tell(app, e) != 0)
		return -1;
	if (file_exists(edit_draft(app, d)) &&
	    (edit_put_aside(app, d, &aside, e) != 0 ||
	     io_say(app->io,
		    arena_printf(app->a, T(app, "What the editor left is kept in the file '%s'."),
				 aside), e) != 0))
		return -1;
	if (io_say(app->io, T(app, "The text is again as it was before."),
		   e) != 0)
		return -1;
	return edit_keep(app, d, k->text, e);
}

/* What nano saved when it was ended from outside goes on where the draft was. */
static int
rescue(struct app *app, const struct edit *d, struct err *e)
{
	const char *draft = edit_draft(app, d);
	const char *saved = arena_printf(app->a, "%s.save", draft);

	return file_exists(saved) ? file_rename(saved, draft, e) : 0;
}

/* The editor, on the draft. *RET_EDITED false: nothing came of it, which has
 * been told. */
static int
write_on(struct app *app, struct edit *d, struct desk *k, bool *ret_edited,
	 struct err *e)
{
	const char *text;
	size_t n;

	if (!d->in_draft && edit_keep(app, d, k->text, e) != 0)
		return -1;
	k->right = false;
	*ret_edited = ui_edit(app->ui, edit_draft(app, d), e) == 0;
	if ((!*ret_edited && tell(app, e) != 0) || rescue(app, d, e) != 0)
		return -1;
	if (edit_import(app, d, edit_draft(app, d), &text, &n, e) != 0) {
		*ret_edited = false;
		return give_back(app, d, k, e);
	}
	k->text = text;
	k->n = n;
	return 0;
}

/* Shows what the text would change. */
static int
look(struct app *app, struct edit *d, struct desk *k, struct err *e)
{
	k->right = k->same = false;
	if (edit_read(app, d, k->text, k->n, e) != 0)
		return tell(app, e);
	k->right = d->flaws.n == 0;
	k->same = k->right && !edit_changes(d);
	if (k->same)
		return 0;
	if (io_tell(app->io, k->right ? edit_difference(app, d) :
					edit_wrong(app, d), e) != 0)
		return -1;
	if (k->right && d->read_base != NULL &&
	    !str_eq(d->read_base, d->base))
		return io_say(app->io, T(app, "Somebody has changed this since you began: - is what stands there now, and would go."),
			      e);
	return 0;
}

/* Nobody is asked next time about a text in which nothing was written. */
static int
leave(struct app *app, const struct edit *d, const struct desk *k,
      struct err *e)
{
	if (d->in_draft && str_eq(k->text, edit_text(app, d)))
		(void)unlink(edit_draft(app, d));
	return err_cancel(e);
}

static int
work(struct app *app, struct edit *d, struct desk *k, enum next next,
     struct err *e)
{
	bool edited, late;

	for (;;) {
		edited = true;
		if (next == AGAIN && write_on(app, d, k, &edited, e) != 0)
			return -1;
		if (edited && look(app, d, k, e) != 0)
			return -1;
		if (k->same)
			break;
		if (ask_next(app, k->right, &next, e) != 0)
			return -1;
		if (next == LEAVE)
			return leave(app, d, k, e);
		if (next == SAVE)
			return save_as(app, d, k->text, e);
		if (next == TAKE) {
			if (edit_take(app, d, &late, e) != 0)
				return -1;
			if (!late)
				return 0;
		}
	}
	if (d->in_draft)
		(void)unlink(edit_draft(app, d));
	return edit_show_nothing(app, d, e);
}

static int
ask_file(struct app *app, struct edit *d, struct desk *k, struct err *e)
{
	const char *saved = file_saved(app, d), *path;

	for (;;) {
		if (setting_ask_line(app, T(app, "Name of the file, 0 stops"),
				     saved, &path, e) != 0)
			return -1;
		if (edit_import(app, d, path, &k->text, &k->n, e) == 0)
			break;
		if (tell(app, e) != 0)
			return -1;
	}
	d->in_draft = false;
	return 0;
}

/* A text that was left is offered first; one that can't be read can only be
 * put aside. */
static int
take_up(struct app *app, struct edit *d, struct desk *k, enum next *ret,
	struct err *e)
{
	const struct io_option o[] = {
		{ .word = "on", .label = T(app, "go on with it") },
		{ .word = "look", .label = T(app, "see what it changes") },
		{ .word = "file",
		  .label = T(app, "take in the file that Word has changed") },
		{ .word = "anew", .label = T(app, "begin anew: it is put aside") },
	};
	const char *path = edit_draft(app, d);
	struct page *p = app_page(app, edit_title(app, d));
	struct stat st;
	size_t first = 0, i;

	d->in_draft = true;
	if (stat(path, &st) == 0)
		page_para(app->a, p,
			  arena_printf(app->a, T(app, "A text of yours was left here: %s, %s."),
				       app_date_words(app, app_day_of(app, st.st_mtime)),
				       app_time_words(app, st.st_mtime)));
	if (edit_import(app, d, path, &k->text, &k->n, e) != 0) {
		page_para(app->a, p,
			  utf8_capital(app->a, arena_strdup(app->a, e->text)));
		err_clear(e);
		first = 2;
	}
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Your choice"), o + first,
		      NELEM(o) - first, 0, &i, e) != 0)
		return -1;
	i += first;
	*ret = i == 1 || i == 2 ? TAKE : AGAIN; /* TAKE: it is shown first */
	if (i == 2)
		return ask_file(app, d, k, e);
	if (i == 3) {
		k->text = edit_text(app, d);
		d->in_draft = false;
	}
	return 0;
}

int
edit_at_terminal(struct app *app, struct edit *d, const char *in,
		 struct err *e)
{
	struct desk k = { 0 };
	enum next next = AGAIN;

	ui_set_idle(app->ui, IDLE_EDIT);
	if (rescue(app, d, e) != 0)
		return -1;
	if (in != NULL) {
		next = TAKE; /* it is shown first */
		if (edit_import(app, d, in, &k.text, &k.n, e) != 0)
			return -1;
	} else if (file_exists(edit_draft(app, d))) {
		if (take_up(app, d, &k, &next, e) != 0)
			return -1;
	} else {
		k.text = edit_text(app, d);
	}
	return work(app, d, &k, next, e);
}
