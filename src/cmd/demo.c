/* demo [DIR]: a trial house with a fortnight of history; nothing in it is
 * real.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/founding.h"
#include "cmd/ownkey.h"
#include "cmd/start.h"

#define DEMO_FILE "DEMO.txt"
#define CHARTER_FILE "charter.txt"
#define DEMO_DRILL "glass-door"

/* Seconds between two answers of the show; it is to be over by now. */
enum { SHOW_PACE = 31, SHOW_SECONDS = 20 * 60 };

/* The cast. Those without a passphrase drawn (`comes` false) are enrolled
 * and have not been here yet. */
static const struct {
	const char *number, *name, *role, *lang, *team, *contract, *coach;
	int joined;
	bool comes;
} cast[DEMO_PEOPLE] = {
	{ "2001", "Ina Brandt", "hr", "en", "-", "full", "-", 16, true },
	{ "2002", "Tom Reed", "hr", "en", "-", "full", "-", 16, true },
	{ "3001", "Eva Horn", "council", "de", "-", "full", "-", 16, true },
	{ "1003", "Maria Keller", "supervisor", "de", "front-desk", "full",
	  "-", 16, true },
	{ "1005", "Jonas Weber", "supervisor", "de", "front-desk", "full",
	  "-", 16, true },
	{ "1008", "Chiara Lind", "staff", "en", "front-desk", "full", "1003",
	  16, true },
	{ "1017", "Ben Ortiz", "staff", "en", "front-desk", "full", "1003",
	  16, true },
	{ "1023", "Ольга Толль", "staff", "ru", "front-desk", "part", "1005",
	  16, true },
	{ "1031", "Elif Kaya", "staff", "de", "front-desk", "full", "1005",
	  16, true },
	{ "1042", "Dmitri Sokolov", "staff", "ru", "front-desk", "full",
	  "1031", 4, true },
	{ "1050", "Piet Vos", "staff", "en", "front-desk", "full", "1031", 1,
	  false },
};

/* ---- the folder ---- */

static bool
is_empty_dir(struct app *app, const char *dir)
{
	const char **names;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	return file_list(app->a, dir, "", &names, &n, &e) == 0 && n == 0 &&
	       !file_exists(path_join(app->a, dir, "house.db"));
}

static int
new_default_dir(struct app *app, const char **ret, struct err *e)
{
	const char *base = path_join(app->life, app_data_home(app),
				     "preshift-demo");

	if (file_make_dirs(base, 0700, e) != 0)
		return -1;
	for (int i = 1; i < 10000; i++) {
		*ret = arena_printf(app->life, "%s/%d", base, i);
		if (!file_exists(*ret))
			return 0;
	}
	return err_set(e, ERR_FAILED, "'%s' is full of demonstration houses: "
		       "remove some", base);
}

static int
choose_dir(struct app *app, int argc, const char *const *argv,
	   struct err *e)
{
	const char *dir;

	if (app_args(app, NULL, 0, argc, argv, 1, &dir, e) != 0)
		return -1;
	if (dir == NULL)
		dir = app->opt.site;
	if (dir == NULL && new_default_dir(app, &dir, e) != 0)
		return -1;
	if (file_exists(dir) && !is_empty_dir(app, dir))
		return err_set(e, ERR_REFUSED, "'%s' is not empty: a "
			       "demonstration house needs a new folder", dir);
	app_close_house(app);
	app->site = arena_strdup(app->life, dir);
	return 0;
}

/* ---- the house ---- */

static void
draw_passphrases(struct demo *d)
{
	for (size_t i = 0; i < DEMO_PEOPLE; i++) {
		d->people[i] = (struct demo_person){
			.number = cast[i].number, .name = cast[i].name,
			.role = cast[i].role, .lang = cast[i].lang,
			.team = cast[i].team, .contract = cast[i].contract,
			.coach = cast[i].coach, .joined = cast[i].joined,
		};
		/* Who looks around takes on people of three languages, on
		 * one keyboard. */
		if (cast[i].comes)
			d->people[i].passphrase = ownkey_digits(d->app);
	}
}

/* The founder's key was made by the founding; it is needed again here. */
static int
founder_key(struct demo *d, struct err *e)
{
	player_secret(d->player, d->people[0].passphrase);
	return app_unseal(d->app, d->people[0].number, NULL,
			  &d->people[0].key, e);
}

/* The charter sheet lies in the house: it is a toy. */
static int
keep_sheet(struct app *app, const char *from, struct err *e)
{
	const char *s;
	size_t n;
	int rc;

	rc = file_read(app->a, from, 65536, &s, &n, e);
	if (rc == 0)
		rc = file_write_new(app_path(app, CHARTER_FILE), 0600, s, n,
				    e);
	(void)!unlink(from);
	return rc;
}

static int
found(struct demo *d, struct err *e)
{
	struct app *app = d->app;
	struct founding f = {
		.id = "harbour-house", .title = "Harbour House",
		.zone = "Europe/Berlin", .languages = "en de ru",
		.trial = true,
		.hr = { { .number = cast[0].number, .name = cast[0].name },
			{ .number = cast[1].number, .name = cast[1].name } },
	};
	struct founded done;

	f.sheet = arena_printf(app->a, "%s.charter", app->site);
	if (zone_open(app->life, f.zone, &app->zone, e) != 0)
		return -1;
	start_set_now(app, app->zone);
	d->now = clock_now(&app->clock);
	d->today = app_today(app);
	app->clock.fixed = true;
	app->clock.wall = zone_utc(app->zone, d->today - cast[0].joined, 8, 0,
				   0);
	player_secret(d->player, d->people[0].passphrase);
	if (founding_run(app, &f, &done, e) != 0)
		return -1;
	d->founded = true;
	if (keep_sheet(app, f.sheet, e) != 0 ||
	    app_open_house(app, true, e) != 0)
		return -1;
	d->people[1].code = done.code;
	return founder_key(d, e);
}

/* NUMBER TAB ROLE TAB LANGUAGE TAB PASSPHRASE */
static int
write_list(struct demo *d, struct err *e)
{
	OWN(str_free) struct str s = { 0 };

	for (size_t i = 0; i < DEMO_PEOPLE; i++) {
		const struct demo_person *p = &d->people[i];

		str_printf(&s, "%s\t%s\t%s\t", p->number, p->role, p->lang);
		if (p->passphrase != NULL)
			str_printf(&s, "%s\n", p->passphrase);
		else
			str_printf(&s, "code %s\n", p->code);
	}
	return file_write_new(app_path(d->app, DEMO_FILE), 0600, s.s, s.n, e);
}

static int
build(struct demo *d, struct err *e)
{
	struct app *app = d->app;
	struct io *io = app->io;
	struct clock clock;
	struct out out = app->out;
	int rc;

	draw_passphrases(d);
	clock = app->clock;
	app->io = &d->player->io;
	/* What the history's commands would print is nobody's business. */
	app->out.f = fopen("/dev/null", "w");
	rc = app->out.f == NULL || found(d, e) != 0 ||
	     demo_history(d, e) != 0 || write_list(d, e) != 0 ? -1 : 0;
	if (app->out.f != NULL)
		fclose(app->out.f);
	app->out = out;
	app->io = io;
	app_logout(app, e);
	app->clock = clock;
	if (app->opt.now != NULL)
		clock_set(&app->clock, d->now, CLOCK_SET);
	for (size_t i = 0; i < DEMO_PEOPLE; i++)
		signer_free(d->people[i].key);
	return rc;
}

/* ---- shown without a terminal: a lineup, a drill, a signature ---- */

static const char *
passphrase_of(const struct demo *d, const char *number)
{
	for (size_t i = 0; i < DEMO_PEOPLE; i++)
		if (str_eq(d->people[i].number, number))
			return d->people[i].passphrase;
	return "";
}

static int
play_line(struct app *app, const char *line, struct err *e)
{
	static const char rule[] = "----------------------------------------"
				   "--------------------------------------";
	OWN(arena_free) struct arena a = { 0 };
	struct arena *once = app->a;
	const char **argv;
	int argc, rc;

	rc = out_text(&app->out, arena_printf(app->a, "\n%s\npreshift %s\n\n",
					      rule, line), e);
	app->a = &a;
	if (rc == 0)
		rc = args_split(&a, line, &argv, &argc, e);
	if (rc == 0)
		rc = cmd_dispatch(app, argc, argv, e);
	app->a = once;
	return rc;
}

static void
lineup_answers(struct player *p)
{
	static const char *const v[] = {
		"here 1-5 late 6", "", "", "", "", "", "", "",
		"heard 1", "heard 1", "heard 2", "", "heard 3", "",
		"park towel trolley",
	};

	for (size_t i = 0; i < NELEM(v); i++)
		player_answer(p, v[i]);
	player_choice(p, "1003");
	player_choice(p, "now");
}

static int
play_all(struct demo *d, struct err *e)
{
	struct app *app = d->app;
	struct player p;
	struct clock clock = app->clock;
	struct io *io = app->io;
	int rc;

	clock_advance(&app->clock, -SHOW_SECONDS);
	player_init(&p, app->life, io);
	p.clock = &app->clock;
	p.pace = SHOW_PACE;
	app->io = &p.io;
	app->at_prompt = true;
	lineup_answers(&p);
	player_secret(&p, passphrase_of(d, "1003"));
	rc = play_line(app, "lineup --shift early", e);
	player_forget(&p);
	if (rc == 0)
		rc = demo_answer_drill(d, &p, DEMO_DRILL, "best", e);
	if (rc == 0)
		rc = play_line(app, "drill " DEMO_DRILL, e);
	player_forget(&p);
	if (rc == 0) {
		player_secret(&p, passphrase_of(d, "1042"));
		rc = play_line(app, "login 1042", e);
	}
	if (rc == 0) {
		player_answer(&p, "Дмитрий Соколов");
		player_choice(&p, "yes");
		player_secret(&p, passphrase_of(d, "1042"));
		rc = play_line(app, "sign", e);
	}
	app_logout(app, e);
	app->at_prompt = false;
	app->clock = clock;
	app->io = io;
	return rc;
}

static int
show_place(struct app *app, struct err *e)
{
	struct value *d = app_data(app);
	struct page *p = app_page(app, T(app, "DEMONSTRATION HOUSE"));

	value_put_text(app->a, d, "site", app->site);
	page_field(app->a, p, T(app, "Folder"), app->site);
	page_field(app->a, p, T(app, "People, passphrases"),
		   app_path(app, DEMO_FILE));
	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Open it again with: preshift --site "
				      "%s"), app->site));
	return app_result(app, d, NULL, p, e);
}

/* Half a house would only be in the way of the next try. */
static void
take_away(struct app *app)
{
	app_close_house(app);
	(void)!unlink(app_path(app, CHARTER_FILE));
	(void)!unlink(app_path(app, DEMO_FILE));
	founding_remove(app, app->site);
}

int
cmd_demo(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct player player;
	struct demo d = { .app = app, .player = &player };
	const char *before = app->site;

	player_init(&player, app->life, NULL);
	if (choose_dir(app, argc, argv, e) != 0)
		return -1;
	if (build(&d, e) != 0) {
		if (d.founded)
			take_away(app);
		app->site = before;
		return -1;
	}
	if (app->io->interactive)
		return app->at_prompt ? 0 : app_prompt(app, e);
	if (app->out.format == OUT_SCREEN || app->out.format == OUT_PLAIN) {
		if (play_all(&d, e) != 0 ||
		    out_text(&app->out, "\n", e) != 0)
			return -1;
	}
	return show_place(app, e);
}

int
demo_farewell(struct app *app, struct err *e)
{
	if (!app->house.trial || !file_exists(app_path(app, DEMO_FILE)))
		return 0;
	if (io_say(app->io,
		   arena_printf(app->a,
				T(app, "The demonstration house stays in "
				       "'%s'; that folder may be deleted."),
				app->site), e) != 0)
		return -1;
	return io_say(app->io,
		      arena_printf(app->a,
				   T(app, "Open it again with: preshift --site "
					  "%s"), app->site), e);
}

const char *
demo_hint(struct app *app)
{
	const char *path = app_path(app, DEMO_FILE), *s, *p;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (!app->house.trial || !file_exists(path) ||
	    file_read(app->a, path, 65536, &s, &n, &e) != 0)
		return NULL;
	/* Passphrases are the fourth column. */
	p = strstr(s, "\n1042\t");
	for (int i = 0; i < 3 && p != NULL; i++)
		p = strchr(p + 1, '\t');
	if (p == NULL)
		return NULL;
	return arena_printf(app->a,
			    T(app, "(demonstration) Log in as 1042, "
				   "passphrase %.*s. Everybody else: %s"),
			    (int)strcspn(p + 1, "\n"), p + 1, path);
}
