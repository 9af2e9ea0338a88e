/* init: a house, its charter on paper, its first two HR persons.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/init.h"

/* "NUMBER:NAME" */
static int
read_hr(struct app *app, const char *s, struct enrolment *ret, struct err *e)
{
	const char *colon = strchr(s, ':');

	if (colon == NULL || colon[1] == '\0')
		return err_set(e, ERR_USAGE, "'%s' is not NUMBER:NAME", s);
	ret->number = arena_strndup(app->a, s, (size_t)(colon - s));
	ret->name = colon + 1;
	if (!number_valid(ret->number))
		return err_set(e, ERR_USAGE, "'%s' is no staff number: 1 to "
			       "12 capital letters and digits", ret->number);
	return 0;
}

int
init_read_langs(struct app *app, const char *s, const char **ret, struct err *e)
{
	const char *out = "";
	bool seen[LANGS] = { false };

	for (;;) {
		size_t n = strcspn(s, ", "), i;
		const char *l = arena_strndup(app->a, s, n);

		i = app_lang_index(l);
		if (i >= LANGS)
			return err_set(e, ERR_USAGE,
				       "'%s' is no language of this program: "
				       "en, de or ru", l);
		if (!seen[i])
			out = arena_printf(app->a, "%s%s%s", out,
					   *out != '\0' ? " " : "", l);
		seen[i] = true;
		if (s[n] == '\0')
			break;
		s += n + 1;
	}
	*ret = out;
	return 0;
}

int
init_check_name(struct app *app, const char *s, struct err *e)
{
	size_t n = strlen(s);
	struct err unfit;

	if (n > NAME_MAX_BYTES)
		return err_set(e, ERR_USAGE, "the name of the house is too "
			       "long: %zu bytes, at most %d", n,
			       NAME_MAX_BYTES);
	if (!utf8_valid(s, n) || !utf8_printable(s, n, false))
		return err_set(e, ERR_USAGE, "the name of the house holds "
			       "characters that cannot be shown");
	err_init(&unfit, NULL);
	if (record_put(app->a, record_new(app->a, REC_HOUSE), "title", s,
		       &unfit) != 0)
		return err_set(e, ERR_USAGE, "'%s' cannot be the name of a "
			       "house: write words, without a space before "
			       "or behind them", s);
	return 0;
}

int
init_check_id(struct app *app, const char *s, struct err *e)
{
	(void)app;
	if (!id_valid(s))
		return err_set(e, ERR_USAGE, "'%s' is no id: small letters, "
			       "digits, dots and hyphens, at most 64", s);
	return 0;
}

/* What no words say is asked, where somebody can be asked. */
static int
check_whole(const struct init_words *w, struct err *e)
{
	const struct {
		const char *option, *value;
	} v[] = {
		{ "--name NAME", w->name },
		{ "--id ID", w->id },
		{ "--langs en,de,ru", w->langs },
		{ "--zone ZONE", w->zone },
	};

	if (w->sheet == NULL)
		return err_set(e, ERR_USAGE,
			       "init needs --sheet FILE: the charter sheet "
			       "has to go somewhere");
	for (size_t i = 0; i < NELEM(v); i++)
		if (v[i].value == NULL || *v[i].value == '\0')
			return err_set(e, ERR_USAGE, "init needs %s",
				       v[i].option);
	return 0;
}

static int
read_words(struct app *app, int argc, const char *const *argv,
	   struct init_words *w, struct err *e)
{
	const struct opt spec[] = {
		{ .name = "name", .type = OPT_TEXT, .text = &w->name },
		{ .name = "id", .type = OPT_TEXT, .text = &w->id },
		{ .name = "langs", .type = OPT_TEXT, .text = &w->langs },
		{ .name = "zone", .type = OPT_TEXT, .text = &w->zone },
		{ .name = "sheet", .type = OPT_TEXT, .text = &w->sheet },
		{ .name = "hr", .type = OPT_LIST, .list = &w->hr },
	};

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0)
		return -1;
	return app->io->interactive ? init_ask(app, w, e) : check_whole(w, e);
}

static int
check_words(struct app *app, const struct init_words *w, struct founding *f,
	    struct err *e)
{
	if (init_check_name(app, w->name, e) != 0 ||
	    init_check_id(app, w->id, e) != 0)
		return -1;
	if (w->hr.n != 2)
		return err_set(e, ERR_USAGE, "a house begins with two HR "
			       "persons: --hr NUMBER:NAME twice");
	f->title = utf8_nfc(app->a, w->name);
	f->id = w->id;
	f->zone = w->zone;
	f->sheet = w->sheet;
	f->trial = app->opt.now != NULL;
	if (init_read_langs(app, w->langs, &f->languages, e) != 0 ||
	    read_hr(app, w->hr.v[0], &f->hr[0], e) != 0 ||
	    read_hr(app, w->hr.v[1], &f->hr[1], e) != 0)
		return -1;
	if (str_eq(f->hr[0].number, f->hr[1].number))
		return err_set(e, ERR_USAGE, "the two HR persons need two "
			       "numbers");
	return 0;
}

static int
show(struct app *app, const struct founding *f, const struct founded *done,
     struct err *e)
{
	struct value *d = app_data(app), *list, *p;
	struct page *page = app_page(app, T(app, "A HOUSE IS MADE"));

	value_put_text(app->a, d, "house", f->id);
	value_put_text(app->a, d, "fingerprint", done->fingerprint);
	list = value_put(app->a, d, "people", value_list(app->a));
	p = value_map(app->a);
	value_put_text(app->a, p, "number", f->hr[0].number);
	value_put_text(app->a, p, "state", "active");
	value_add(app->a, list, p);
	p = value_map(app->a);
	value_put_text(app->a, p, "number", f->hr[1].number);
	value_put_text(app->a, p, "state", "enrolled");
	value_put_text(app->a, p, "code", done->code);
	value_add(app->a, list, p);

	page_field(app->a, page, T(app, "House"), f->title);
	page_field(app->a, page, T(app, "Folder"), app->site);
	page_field(app->a, page, T(app, "Fingerprint"), done->fingerprint);
	if (f->sheet != NULL)
		page_field(app->a, page, T(app, "Charter sheet"), f->sheet);
	page_field(app->a, page,
		   arena_printf(app->a, T(app, "Code of %s"),
				f->hr[1].number), done->code);
	page_para(app->a, page,
		  arena_printf(app->a,
			       T(app, "%s can log in now. The code is for %s "
				      "alone, good for 14 days. Put the "
				      "charter sheet into the safe; give the "
				      "fingerprint to your auditor. What comes "
				      "next: enrol the others, publish the "
				      "handbook."), f->hr[0].name,
			       f->hr[1].name));
	if (f->sheet != NULL)
		page_para(app->a, page,
			  T(app, "Print the charter sheet now, put it into "
				 "the safe, then delete the file: whoever "
				 "reads it can replace HR."));
	return app_result(app, d, NULL, page, e);
}

int
cmd_init(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct init_words w = { 0 };
	struct founding f = { 0 };
	struct founded done = { 0 };

	if (app_has_house(app) && app_check_owner(app, true, e) != 0)
		return -1;
	if (app_has_house(app))
		return err_set(e, ERR_REFUSED,
			       "there is a house in '%s' already", app->site);
	if (read_words(app, argc, argv, &w, e) != 0 ||
	    check_words(app, &w, &f, e) != 0 ||
	    founding_run(app, &f, &done, e) != 0)
		return -1;
	return show(app, &f, &done, e);
}
