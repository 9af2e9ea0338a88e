/* handbook edit, commandments edit: plain text out, changed, in again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/editing.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

enum { IDLE_EDIT = 300 };

struct words {
	const char *id, *in, *out, *lang;
};

static const char *
command_line(struct app *app, const struct edit *d, const char *lang)
{
	return arena_printf(app->a, "%s edit %s --lang %s",
			    d->commandments ? "commandments" : "handbook",
			    d->id, lang);
}

/* ---- results ---- */

static bool
in_house(const struct app *app, size_t lang)
{
	return strstr(app->house.languages, app_langs[lang]) != NULL;
}

static struct value *
edit_data(struct app *app, const struct edit *d)
{
	struct value *v = app_data(app);

	value_put_text(app->a, v, "document",
		       d->commandments ? "commandments" : "handbook");
	value_put_text(app->a, v, "id", d->id);
	value_put_text(app->a, v, "language", app_langs[d->lang]);
	return v;
}

static void
put_counts(struct app *app, struct value *v, const struct edit_counts *c)
{
	value_put_int(app->a, v, "changed", c->changed);
	value_put_int(app->a, v, "added", c->added);
	value_put_int(app->a, v, "gone", c->gone);
	value_put_int(app->a, v, "moved", c->moved);
	value_put_int(app->a, v, "confirmed", c->confirmed);
}

static int
show_nothing(struct app *app, const struct edit *d, struct err *e)
{
	const struct edit_counts none = { 0 };
	struct value *v = edit_data(app, d);
	struct page *p = app_page(app, edit_title(app, d));

	put_counts(app, v, &none);
	page_para(app->a, p, T(app, "Nothing was changed."));
	return app_result(app, v, NULL, p, e);
}

static int
show_file(struct app *app, const struct edit *d, const char *path,
	  struct err *e)
{
	struct page *p = app_page(app, edit_title(app, d));
	struct value *v = edit_data(app, d);

	value_put_text(app->a, v, "file", path);
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "The text is in the file '%s'. Change it in a word processor and save it as plain text."),
			       path));
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Then bring it back: '%s --in %s'"),
			       command_line(app, d, app_langs[d->lang]),
			       path));
	return app_result(app, v, NULL, p, e);
}

/* Says what is changed, and what is left to do until staff see it. */
static struct page *
taken_page(struct app *app, const struct edit *d, const struct edit_counts *c,
	   struct value *v)
{
	struct page *p = app_page(app, arena_printf(app->a,
				T(app, "TAKEN   %s"), edit_title(app, d)));
	struct value *owed = value_put(app->a, v, "owed", value_map(app->a));

	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Lines changed: %u, new: %u, gone: %u, moved: %u."),
			       c->changed, c->added, c->gone, c->moved));
	page_para(app->a, p, d->commandments ?
		  T(app, "Lineups show it from now on; the handbook shows it to staff with its next edition: 'handbook publish --material'.") :
		  T(app, "Staff see it with the next edition: 'handbook publish --material'."));
	for (size_t i = 0; i < LANGS; i++) {
		size_t n = in_house(app, i) ? edit_owed(app, d, i) : 0;

		if (n == 0)
			continue;
		value_put_int(app->a, owed, app_langs[i], (int64_t)n);
		page_para(app->a, p,
			  arena_printf(app->a, T(app, "To be translated (%s), lines: %zu. '%s'"),
				       edit_lang(app, i), n,
				       command_line(app, d, app_langs[i])));
	}
	return p;
}

/* At a terminal the next step is a number away. */
static int
go_on(struct app *app, const struct edit *d, struct err *e)
{
	struct io_option o[LANGS + 2] = {
		{ .word = "done", .label = T(app, "ready for now") },
	};
	const char *lines[LANGS + 2] = { NULL }, **argv;
	size_t n = 1, i;
	int argc;

	for (size_t k = 0; k < LANGS; k++) {
		if (!in_house(app, k) || edit_owed(app, d, k) == 0)
			continue;
		lines[n] = command_line(app, d, app_langs[k]);
		o[n++] = (struct io_option){ .word = app_langs[k],
			.label = arena_printf(app->a, T(app, "translate it now (%s)"),
					      edit_lang(app, k)) };
	}
	lines[n] = "handbook publish --material";
	o[n++] = (struct io_option){ .word = "publish",
		.label = T(app, "publish an edition now") };
	if (io_choose(app->io, T(app, "Your choice"), o, n, 0, &i, e) != 0)
		return -1;
	if (lines[i] == NULL)
		return 0;
	if (args_split(app->a, lines[i], &argv, &argc, e) != 0)
		return -1;
	return cmd_dispatch(app, argc, argv, e);
}

/* ---- taking it ---- */

/* *RET_LATE: somebody else was quicker, so that it is to be looked at again. */
static int
take(struct app *app, struct edit *d, bool *ret_late, struct err *e)
{
	struct edit_counts c = edit_count(d);
	struct value *v = edit_data(app, d);
	struct page *p;

	if (edit_save(app, d, ret_late, e) != 0)
		return -1;
	if (*ret_late)
		return 0;
	(void)unlink(edit_draft(app, d));
	if (edit_load(app, d, e) != 0)
		return -1;
	put_counts(app, v, &c);
	p = taken_page(app, d, &c, v);
	if (app->ui == NULL || app->out.format != OUT_SCREEN)
		return app_result(app, v, NULL, p, e);
	if (io_tell(app->io, p, e) != 0)
		return -1;
	return go_on(app, d, e);
}

static int
as_script(struct app *app, struct edit *d, const char *path, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "yes", .label = T(app, "take it") },
		{ .word = "no", .label = T(app, "leave it as it was") },
	};
	const char *text;
	size_t n, answer = 0;
	bool late = false;

	if (edit_import(app, d, path, &text, &n, e) != 0 ||
	    edit_read(app, d, text, n, e) != 0)
		return -1;
	if (d->flaws.n > 0)
		return err_set(e, ERR_CONTENT, "'%s', line %u: %s", path,
			       d->flaws.v[0].line, d->flaws.v[0].text);
	if (!edit_changes(d))
		return show_nothing(app, d, e);
	if (d->read_base != NULL && !str_eq(d->read_base, d->base))
		late = true;
	else if (io_tell(app->io, edit_difference(app, d), e) != 0 ||
		 (!app->opt.yes &&
		  io_choose(app->io, T(app, "Take it?"), o, NELEM(o),
			    NELEM(o), &answer, e) != 0))
		return -1;
	if (answer == 1)
		return show_nothing(app, d, e);
	if (!late && take(app, d, &late, e) != 0)
		return -1;
	if (late)
		return err_set(e, ERR_REFUSED, "since '%s' was written, "
			       "somebody has changed this text: write it out "
			       "again with --out, and put the changes in "
			       "there", path);
	return 0;
}

/* ---- at a terminal ---- */

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

static int
save_as(struct app *app, const struct edit *d, const char *text,
	struct err *e)
{
	const char *path = arena_printf(app->a, "%s-%s.txt", d->id,
					app_langs[d->lang]);
	char here[4096];

	for (;;) {
		if (io_ask(app->io, app->a, T(app, "Name of the file"), path,
			   &path, e) != 0)
			return -1;
		if (path[0] != '/' && getcwd(here, sizeof(here)) != NULL)
			path = path_join(app->a, here, path);
		if (edit_export(app, path, text, e) == 0)
			return show_file(app, d, path, e);
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

/* A text that somebody works on. */
struct desk {
	const char *text;
	size_t n;
	bool in_draft; /* as it is here */
	bool right;    /* it can be taken */
	bool same;     /* as what is there already */
};

/* The editor, on the draft. *RET_EDITED false: there is none, which has been
 * told. */
static int
write_on(struct app *app, struct edit *d, struct desk *k, bool *ret_edited,
	 struct err *e)
{
	*ret_edited = false;
	if (!k->in_draft && edit_keep(app, d, k->text, e) != 0)
		return -1;
	k->in_draft = true;
	k->right = false;
	if (ui_edit(app->ui, edit_draft(app, d), e) == 0)
		*ret_edited = true;
	else if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
		return -1;
	err_clear(e);
	return edit_import(app, d, edit_draft(app, d), &k->text, &k->n, e);
}

/* Shows what the text would change. */
static int
look(struct app *app, struct edit *d, struct desk *k, struct err *e)
{
	if (edit_read(app, d, k->text, k->n, e) != 0)
		return -1;
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
	if (k->in_draft && str_eq(k->text, edit_text(app, d)))
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
			if (take(app, d, &late, e) != 0)
				return -1;
			if (!late)
				return 0;
		}
	}
	(void)unlink(edit_draft(app, d));
	return show_nothing(app, d, e);
}

/* A text that was left is offered first. */
static int
take_up(struct app *app, const struct edit *d, struct desk *k, enum next *ret,
	struct err *e)
{
	const struct io_option o[] = {
		{ .word = "on", .label = T(app, "go on with it") },
		{ .word = "look", .label = T(app, "see what it changes") },
		{ .word = "anew", .label = T(app, "begin anew: it is put aside") },
	};
	const char *path = edit_draft(app, d);
	struct page *p = app_page(app, edit_title(app, d));
	struct stat st;
	size_t i;

	k->in_draft = true;
	if (edit_import(app, d, path, &k->text, &k->n, e) != 0 ||
	    stat(path, &st) != 0)
		return -1;
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "A text of yours was left here: %s, %s."),
			       app_date_words(app, app_day_of(app, st.st_mtime)),
			       app_time_words(app, st.st_mtime)));
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Your choice"), o, NELEM(o), 0, &i,
		      e) != 0)
		return -1;
	*ret = i == 1 ? TAKE : AGAIN;
	if (i == 2)
		*k = (struct desk){ .text = edit_text(app, d) };
	return 0;
}

static int
at_terminal(struct app *app, struct edit *d, const char *in, struct err *e)
{
	struct desk k = { 0 };
	enum next next = AGAIN;

	ui_set_idle(app->ui, IDLE_EDIT);
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

/* ---- what is edited ---- */

static int
ask_what(struct app *app, struct edit *d, struct err *e)
{
	struct page *p = app_page(app, d->commandments ?
			 T(app, "CHANGE A COMMANDMENT") :
			 T(app, "CHANGE THE HANDBOOK"));
	struct app_standards st;
	struct io_option *o;
	size_t n, i;

	if (app_standards(app, true, &st, e) != 0)
		return -1;
	n = d->commandments ? st.c->n : st.h->nsections;
	o = ARENA_ARRAY(app->a, struct io_option, n);
	for (i = 0; i < n; i++) {
		const struct translation *tr = d->commandments ?
			st.ctr[app_lang_index(app->lang)] :
			st.htr[app_lang_index(app->lang)];

		o[i].word = d->commandments ?
			    arena_printf(app->a, "%u", st.c->v[i].number) :
			    st.h->sections[i].id;
		o[i].label = d->commandments ?
			     text_in(st.c->v[i].title, tr) :
			     arena_printf(app->a, "%s %s", o[i].word,
					  text_in(st.h->sections[i].title,
						  tr));
	}
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Which one is to be changed?"), o, n, n,
		      &i, e) != 0)
		return -1;
	d->id = o[i].word;
	return 0;
}

static int
ask_lang(struct app *app, struct edit *d, struct err *e)
{
	static const char *const names[LANGS] = {
		"English", "Deutsch", "Русский"
	};
	struct io_option o[LANGS] = { 0 };

	for (size_t i = 0; i < LANGS; i++)
		o[i] = (struct io_option){ .word = app_langs[i],
					   .label = names[i] };
	return io_choose(app->io, T(app, "In which language?"), o, LANGS,
			 d->lang, &d->lang, e);
}

static int
choose_text(struct app *app, struct edit *d, const struct words *w,
	    struct err *e)
{
	const char *lang = w->lang != NULL ? w->lang : app->lang;

	d->lang = app_lang_index(lang);
	if (d->lang == LANGS)
		return err_set(e, ERR_USAGE, "'%s' is no language of this "
			       "program: en, de or ru", lang);
	d->id = w->id;
	if (w->id != NULL)
		return 0;
	if (app->ui == NULL)
		return err_set(e, ERR_USAGE, "which one? Such as '%s'",
			       d->commandments ? "commandments edit 7" :
						 "handbook edit H5");
	if (ask_what(app, d, e) != 0)
		return -1;
	return w->lang != NULL ? 0 : ask_lang(app, d, e);
}

static int
edit(struct app *app, struct edit *d, const struct words *w, struct err *e)
{
	OWN(file_unlock) int lock = -1;

	if (w->out != NULL && w->in != NULL)
		return err_set(e, ERR_USAGE, "either --out or --in, not both");
	if (choose_text(app, d, w, e) != 0 || edit_load(app, d, e) != 0)
		return -1;
	if (w->out != NULL) {
		if (edit_export(app, w->out, edit_text(app, d), e) != 0)
			return -1;
		return show_file(app, d, w->out, e);
	}
	if (app->ui == NULL && w->in == NULL)
		return err_set(e, ERR_USAGE, "without a terminal the text "
			       "goes to a file with --out FILE and comes back "
			       "with --in FILE");
	if (file_make_dirs(app_path(app, "edits"), 0700, e) != 0)
		return -1;
	if (app->ui == NULL)
		return as_script(app, d, w->in, e);
	lock = file_lock(arena_printf(app->a, "%s.lock", edit_draft(app, d)),
			 0, e);
	if (lock < 0)
		return err_set(e, ERR_REFUSED, "you are at this text in "
			       "another window already: go on there");
	return at_terminal(app, d, w->in, e);
}

static int
run(struct app *app, bool commandments, int argc, const char *const *argv,
    struct err *e)
{
	struct edit d = { .commandments = commandments };
	struct words w = { 0 };
	const struct opt spec[] = {
		{ .name = "lang", .letter = 'l', .type = OPT_TEXT,
		  .text = &w.lang },
		{ .name = "out", .type = OPT_TEXT, .text = &w.out },
		{ .name = "in", .type = OPT_TEXT, .text = &w.in },
	};

	if (app_args(app, spec, NELEM(spec), argc, argv, 1, &w.id, e) != 0)
		return -1;
	return edit(app, &d, &w, e);
}

int
cmd_handbook_edit(struct app *app, int argc, const char *const *argv,
		  struct err *e)
{
	return run(app, false, argc, argv, e);
}

int
cmd_commandments_edit(struct app *app, int argc, const char *const *argv,
		      struct err *e)
{
	return run(app, true, argc, argv, e);
}
