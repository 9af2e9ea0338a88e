/* lineup: leads it to its close; the agenda; the sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include "base/args.h"
#include "base/str.h"
#include "cmd/briefing.h"
#include "cmd/lineups.h"

/* The newest one of this team and shift on this date; *ret_found false: none
 * was held. */
static int
held_already(struct app *app, const struct briefing *b,
	     struct lineup_row *ret, bool *ret_found, struct err *e)
{
	char date[DATE_SIZE];
	struct lineup_row *v;
	size_t n;

	*ret_found = false;
	date_print(date, b->setup.day);
	if (store_lineups(app->store, app->a, date, date, b->setup.team, &v,
			  &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (!str_eq(v[i].shift, shift_word(b->setup.shift)))
			continue;
		*ret = v[i];
		*ret_found = true;
	}
	return 0;
}

static struct page *
another_page(struct app *app, const struct lineup_row *l)
{
	struct page *p = app_page(app, T(app, "LINEUP"));

	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "There was one at %s; leading: %s"),
			       app_time_words(app, l->start),
			       app_called(app, l->leader)));
	page_gap(app->a, p);
	return p;
}

/* A second lineup of one team and shift is rarely meant. */
static int
ask_another(struct app *app, const struct briefing *b, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "another",
		  .label = T(app, "This is another one") },
		{ .word = "show", .label = T(app, "Show the one that was "
						  "held") },
		{ .word = "back", .key = "0", .label = T(app, "Back") },
	};
	struct lineup_row was;
	struct page *p;
	bool found;
	size_t i = 1;

	if (held_already(app, b, &was, &found, e) != 0)
		return -1;
	if (!found)
		return 0;
	p = another_page(app, &was);
	while (i == 1) {
		if (io_tell(app->io, p, e) != 0 ||
		    io_choose(app->io, T(app, "What now"), o, NELEM(o),
			      NELEM(o), &i, e) != 0 ||
		    (i == 1 && lineups_page(app, &was, &p, e) != 0))
			return -1;
	}
	return i == 0 ? 0 : err_cancel(e);
}

static int
lead_through(struct app *app, const struct briefing_words *w, struct err *e)
{
	struct lineup_result res = { 0 };
	const char *before;
	struct briefing b;

	/* Looking at the plan only reads; leading writes. */
	if (app_open_house(app, true, e) != 0 ||
	    app_settle_clock(app, true, e) != 0 ||
	    briefing_prepare(app, w, &b, e) != 0)
		return -1;
	if (store_draft_get(app->store, app->a, b.setup.draft_key, &before,
			    e) != 0 ||
	    (before == NULL && app->io->interactive &&
	     ask_another(app, &b, e) != 0) ||
	    lineup_run(app->io, app->a, &b.setup, &res, e) != 0 ||
	    app_set_lang(app, res.screen, e) != 0)
		return -1;
	return briefing_close(app, &b, &res, before, e);
}

/* The language may be flipped on the way, and what is asked at the close is in
 * it; the door and who comes next keep theirs. */
static int
lead(struct app *app, const struct briefing_words *w, struct err *e)
{
	const char *lang = app->lang;
	int rc = lead_through(app, w, e);

	(void)!app_set_lang(app, lang, e); /* it was set before */
	return rc;
}

int
cmd_lineup(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct briefing_words w = { 0 };
	bool agenda = false, sheet = false;
	const struct opt spec[] = {
		{ .name = "team", .type = OPT_TEXT, .text = &w.team },
		{ .name = "date", .type = OPT_TEXT, .text = &w.date },
		{ .name = "shift", .type = OPT_TEXT, .text = &w.shift },
		{ .name = "form", .type = OPT_TEXT, .text = &w.form },
		{ .name = "agenda", .type = OPT_FLAG, .flag = &agenda },
		{ .name = "sheet", .type = OPT_FLAG, .flag = &sheet },
	};
	struct briefing b;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0)
		return -1;
	if (!agenda && !sheet)
		return lead(app, &w, e);
	if (briefing_prepare(app, &w, &b, e) != 0)
		return -1;
	return app_result(app, briefing_data(app, &b), NULL,
			  sheet ? briefing_sheet(app, &b) :
				  briefing_agenda(app, &b), e);
}
