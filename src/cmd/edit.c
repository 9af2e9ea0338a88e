/* handbook edit, commandments edit: plain text out, changed, in again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/editing.h"

#include <unistd.h>

#include "base/file.h"

struct words {
	const char *id, *in, *out, *lang;
};

/* ---- in a script ---- */

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
		return edit_show_nothing(app, d, e);
	if (d->read_base != NULL && !str_eq(d->read_base, d->base))
		late = true;
	else if (io_tell(app->io, edit_difference(app, d), e) != 0 ||
		 (!app->opt.yes &&
		  io_choose(app->io, T(app, "Take it?"), o, NELEM(o),
			    NELEM(o), &answer, e) != 0))
		return -1;
	if (answer == 1)
		return edit_show_nothing(app, d, e);
	if (!late && edit_take(app, d, &late, e) != 0)
		return -1;
	if (late)
		return err_set(e, ERR_REFUSED, "since '%s' was written, "
			       "somebody has changed this text: write it out "
			       "again with --out, and put the changes in "
			       "there", path);
	return 0;
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
	struct io_option o[LANGS] = { 0 };

	for (size_t i = 0; i < LANGS; i++)
		o[i] = (struct io_option){ .word = app_langs[i],
					   .label = app_lang_names[i] };
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
	const char *path;

	if (w->out != NULL && w->in != NULL)
		return err_set(e, ERR_USAGE, "either --out or --in, not both");
	if (choose_text(app, d, w, e) != 0 || edit_load(app, d, e) != 0)
		return -1;
	if (w->out != NULL) {
		if (edit_export(w->out, edit_text(app, d), e) != 0)
			return -1;
		return edit_show_file(app, d, w->out, e);
	}
	if (app->ui == NULL && w->in == NULL)
		return err_set(e, ERR_USAGE, "without a terminal the text "
			       "goes to a file with --out FILE and comes back "
			       "with --in FILE");
	if (file_make_dirs(app_path(app, "edits"), 0700, e) != 0)
		return -1;
	if (app->ui == NULL)
		return as_script(app, d, w->in, e);
	path = arena_printf(app->a, "%s.lock", edit_draft(app, d));
	lock = file_lock(path, 0, e);
	if (lock < 0 && access(path, W_OK) != 0)
		return -1;
	if (lock < 0)
		return err_set(e, ERR_REFUSED, "you are at this text in "
			       "another window already: go on there");
	return edit_at_terminal(app, d, w->in, e);
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
