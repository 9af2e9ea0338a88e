/* What becomes of a result (cmd/result.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/exchange.h"
#include "cmd/result.h"
#include "cmd/sticks.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "model/text.h"

enum { PRINTER_SECONDS = 20, SAME_NAME_MOST = 999 };

/* ---- where a file goes ---- */

static bool
free_name(struct app *app, const char *dir, const char *name, const char *ext,
	  const char **ret)
{
	for (int i = 1; i <= SAME_NAME_MOST; i++) {
		*ret = i == 1 ?
		       arena_printf(app->a, "%s/%s%s", dir, name, ext) :
		       arena_printf(app->a, "%s/%s-%d%s", dir, name, i, ext);
		if (!file_exists(*ret))
			return true;
	}
	return false;
}

/* Here, or on a stick that is plugged in: the person chooses. */
static int
ask_place(struct app *app, const char **dir, struct err *e)
{
	struct io_option *o;
	struct sticks s;
	size_t i;

	sticks_find(app->a, &s);
	if (s.n == 0)
		return 0;
	o = ARENA_ARRAY(app->a, struct io_option, s.n + 1);
	o[0] = (struct io_option){
		.word = *dir,
		.label = T(app, "this computer, in the house's folder"),
	};
	for (i = 0; i < s.n; i++)
		o[i + 1] = (struct io_option){
			.word = s.v[i],
			.label = arena_printf(app->a, T(app, "stick %s"),
					      text_quoted(app->a, app->lang,
							  strrchr(s.v[i],
								  '/') + 1)),
		};
	if (io_choose(app->io, T(app, "Where to"), o, s.n + 1, 0, &i, e) != 0)
		return -1;
	*dir = o[i].word;
	return 0;
}

int
result_place(struct app *app, const char *dir, const char *name,
	     const char *ext, const char **ret, struct err *e)
{
	if (app->store == NULL)
		dir = "."; /* of a command that needs no house */
	if (app->ui != NULL && app->at_prompt && ask_place(app, &dir, e) != 0)
		return -1;
	if (exchange_make(app, dir, e) != 0)
		return -1;
	if (!free_name(app, dir, name, ext, ret))
		return err_set(e, ERR_FAILED, "'%s' is full of files called "
			       "'%s': remove some, or name another with "
			       "--save", dir, name);
	return 0;
}

/* ---- saving ---- */

/* "acks-2026-11-21" */
static const char *
name_of(struct app *app)
{
	char date[DATE_SIZE], *name = arena_strdup(app->a, app->cmd->name);

	for (char *p = name; *p != '\0'; p++)
		if (*p == ' ')
			*p = '-';
	date_print(date, app_today(app));
	return arena_printf(app->a, "%s-%s", name, date);
}

static const char *const extensions[] = {
	[OUT_SCREEN] = ".txt", [OUT_PLAIN] = ".txt", [OUT_JSON] = ".json",
	[OUT_CSV] = ".csv", [OUT_HTML] = ".html",
};

/* The format of a file: as asked; else as its name says; else a table if the
 * result is one. */
static enum out_format
format_for(struct app *app, const struct result *r)
{
	if (app->opt.format != NULL || app->opt.excel)
		return app->out.format;
	for (size_t i = OUT_PLAIN; i < NELEM(extensions); i++)
		if (str_ends(app->opt.save, extensions[i]))
			return (enum out_format)i;
	return r->rows != NULL && *app->opt.save == '\0' ? OUT_CSV : OUT_PLAIN;
}

static int
write_file(struct app *app, const struct result *r, enum out_format format,
	   const char *path, struct err *e)
{
	OWN(str_free) struct str s = { 0 };
	struct out o = app->out;

	o.format = format == OUT_SCREEN ? OUT_PLAIN : format;
	o.cols = 0;
	/* Who sits at the prompt wants what is on the screen. */
	o.as_seen = app->shown != NULL && o.excel;
	out_compose(&o, r, &s);
	/* People's names stand in it. */
	return app->opt.yes ?
	       file_replace(path, 0600, str_text(&s), s.n, e) :
	       file_write_new(path, 0600, str_text(&s), s.n, e);
}

int
result_saved(struct app *app, const char *path, struct err *e)
{
	struct value *d = app_data(app);
	struct page *p = page_new(app->a, "");
	struct result r = { .data = d, .page = p };
	const char *words = exchange_words(app, path);
	const char *line = arena_printf(app->a, T(app, "Saved as %s"), words);
	struct out told = app->out;

	if (app->ui != NULL && app->at_prompt)
		return io_say(app->io, line, e);
	/* The format was that of the file. */
	if (told.format != OUT_JSON)
		told.format = OUT_PLAIN;
	value_put_text(app->a, d, "saved", exchange_path(app, path));
	page_para(app->a, p, line);
	return out_result(&told, &r, e);
}

static int
save(struct app *app, const struct result *r, struct err *e)
{
	enum out_format format = format_for(app, r);
	const char *path = app->opt.save;

	if (*path == '\0' &&
	    result_place(app, exchange_dir(app), name_of(app),
			 extensions[format], &path, e) != 0)
		return -1;
	if (write_file(app, r, format, path, e) != 0)
		return -1;
	return result_saved(app, path, e);
}

/* ---- printing ---- */

/* What cannot be printed now is kept as a file, to be printed later. */
static int
save_instead(struct app *app, const struct result *r, const char *why,
	     struct err *e)
{
	const char *path;

	if (result_place(app, exchange_dir(app), name_of(app), ".txt", &path,
			 e) != 0 ||
	    write_file(app, r, OUT_PLAIN, path, e) != 0)
		return -1;
	return err_set(e, ERR_FAILED, "not printed: %s. Nothing is lost: it "
		       "is saved as '%s', to be printed later", why,
		       exchange_words(app, path));
}

static int
print(struct app *app, const struct result *r, struct err *e)
{
	struct value *d = app_data(app);
	struct page *p = page_new(app->a, "");
	struct result done = { .data = d, .page = p };
	const char *printer = "none", *line;

	if (app->store != NULL &&
	    app_setting(app, "printer", &printer, e) != 0)
		return -1;
	if (out_print(&app->out, r,
		      str_eq(printer, "none") ? NULL : printer,
		      PRINTER_SECONDS, e) != 0) {
		const char *why = arena_strdup(app->a, e->text);

		err_clear(e);
		return save_instead(app, r, why, e);
	}
	line = str_eq(printer, "none") ? T(app, "Printed.") :
	       arena_printf(app->a, T(app, "Printed: printer %s."),
			    text_quoted(app->a, app->lang, printer));
	if (app->ui != NULL && app->at_prompt)
		return io_say(app->io, line, e);
	value_put_text(app->a, d, "printed",
		       str_eq(printer, "none") ? NULL : printer);
	page_para(app->a, p, line);
	return out_result(&app->out, &done, e);
}

/* ---- results ---- */

bool
app_keeps(const struct app *app)
{
	return app->opt.save != NULL || app->opt.print;
}

bool
app_has_keys(const struct app *app)
{
	return app->shown != NULL && app->out.format == OUT_SCREEN &&
	       !app_keeps(app);
}

static int
put(struct app *app, const struct result *r, struct err *e)
{
	if (app->opt.save != NULL && save(app, r, e) != 0)
		return -1;
	if (app->opt.print && print(app, r, e) != 0)
		return -1;
	return app_keeps(app) ? 0 : out_result(&app->out, r, e);
}

static void
add_key(struct app *app, const char *key, const char *line, bool turns)
{
	struct shown *s = app->shown;

	if (s == NULL)
		return;
	ARENA_PUSH(&s->a, s->follow, s->n, s->cap,
		   ((struct follow){ arena_strdup(&s->a, key),
				     arena_strdup(&s->a, line), turns }));
}

void
app_follow(struct app *app, const char *key, const char *line)
{
	add_key(app, key, line, false);
}

void
app_turn(struct app *app, const char *key, const char *line)
{
	add_key(app, key, line, true);
}

void
app_show_as(struct app *app, const char *line)
{
	app->looks = line != NULL;
	if (app->shown != NULL && line != NULL)
		app->shown->line = arena_strdup(&app->shown->a, line);
}

/* An empty table is no file worth making. */
static bool
has_table(const struct result *r)
{
	return r->rows != NULL && r->rows->n > 0;
}

/* The keys below a result that is a place of its own. */
static const char *
keys_of(struct app *app, const struct result *r)
{
	const char *const all[] = {
		r->page->keys,
		has_table(r) ? T(app, "x table for Excel") : NULL,
		T(app, "p print"),
		T(app, "0 back"),
		T(app, "? help"),
	};
	const char *s = "";

	for (size_t i = 0; i < NELEM(all); i++)
		if (all[i] != NULL)
			s = arena_printf(app->a, "%s%s%s", s,
					 *s != '\0' ? "   " : "", all[i]);
	return s;
}

const char *
result_keys(struct app *app)
{
	return app->shown->inside ? T(app, "Enter back   ? help") :
				    T(app, "Enter menu   ? help");
}

/* At the prompt a result is a screen like any other: paged, with the keys at
 * its end. */
static int
show(struct app *app, const struct result *r, struct err *e)
{
	struct page shown = *r->page;

	if (app->looks) {
		app->shown->view = app->shown->line;
		app->shown->table = has_table(r);
		shown.keys = shown.more = keys_of(app, r);
	} else {
		if (shown.keys == NULL)
			shown.keys = result_keys(app);
		shown.more = app->shown->inside ? T(app, "0 back   ? help") :
						  T(app, "0 menu   ? help");
	}
	app->shown->told = *shown.keys != '\0';
	return io_tell(app->io, &shown, e);
}

int
app_result(struct app *app, const struct value *data,
	   const struct value *rows, const struct page *page, struct err *e)
{
	struct page shown = *page;
	struct result r = { .data = data, .rows = rows, .page = &shown };
	const struct value *leaf = value_get(data, "leaf");

	shown.page_of = T(app, "page %s of %s");
	if (app_has_keys(app))
		return show(app, &r, e);
	if (put(app, &r, e) == 0)
		return 0;
	/* Nobody is to do it a second time; who only looked did nothing. */
	if (leaf != NULL && leaf->kind == VAL_INT &&
	    (app->cmd->needs & NEED_WRITE))
		return err_wrap(e, "it is recorded as number %lld, only not "
				"shown", (long long)leaf->i);
	return -1;
}
