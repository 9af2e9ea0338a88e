/* check: what the computer has to offer, with or without a house.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/checking.h"

#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "trust/secret.h"

/* A house of thirty people writes about 20 MB a year: three lineups a day
 * with two signatures, two drills a week each, twice over for the views. */
enum { MIB = 1 << 20, MIB_A_YEAR = 20, YEARS_SAID = 100 };

/* ---- screen and letters ---- */

static void
check_screen(struct checks *c)
{
	enum { COLS = 40, ROWS = 12 }; /* what a lineup needs */
	struct app *app = c->app;
	size_t cols = 0, rows = 0;
	const char *text;

	if (app->ui == NULL) {
		check_add(c, "screen", CHECK_FINE,
			  T(app, "No screen asked: this runs without a "
				 "terminal"));
		return;
	}
	ui_size(app->ui, &cols, &rows);
	if (cols < COLS || rows < ROWS)
		text = arena_printf(app->a,
				    T(app, "Screen %zu x %zu: too small, 40 x "
					   "12 is the least; make the window "
					   "larger or the letters smaller"),
				    cols, rows);
	else if (cols / 2 < COLS || rows / 2 < ROWS)
		text = arena_printf(app->a,
				    T(app, "Screen %zu x %zu; a lineup needs "
					   "40 x 12"), cols, rows);
	else
		text = arena_printf(app->a,
				    T(app, "Screen %zu x %zu; in big letters "
					   "for the lineup %zu x %zu"),
				    cols, rows, cols / 2, rows / 2);
	check_add(c, "screen",
		  cols < COLS || rows < ROWS ? CHECK_LOOK : CHECK_FINE,
		  text);
}

/* Only eyes can tell: nothing reports what a font lacks. */
static void
ask_letters(struct checks *c)
{
	struct app *app = c->app;
	const struct io_option o[] = {
		{ .word = "yes", .label = T(app, "yes") },
		{ .word = "no", .label = T(app, "no") },
	};
	struct err ignored;
	size_t i = 0;

	err_init(&ignored, app->m);
	/* What stood on the screen before has nothing to do with it. */
	if (io_tell(app->io, c->page, &ignored) == 0 &&
	    io_choose(app->io,
		      T(app, "Do you see a-umlaut ä, sharp s ß, Zhe Ж, yo ё, "
			     "euro €?"), o, NELEM(o), 0, &i, &ignored) == 0)
		app->font = i == 0 ? FONT_WHOLE : FONT_LACKS;
}

static void
check_letters(struct checks *c)
{
	struct app *app = c->app;

	if (app->ui != NULL && app->font == FONT_UNSEEN)
		ask_letters(c);
	if (app->font == FONT_WHOLE)
		check_add(c, "letters", CHECK_FINE,
			  T(app, "Letters: all there"));
	else if (app->font == FONT_LACKS)
		check_add(c, "letters", CHECK_LOOK,
			  T(app, "Letters are missing: sudo dpkg-reconfigure "
				 "console-setup: UTF-8, then \"Combined - "
				 "Latin; Slavic Cyrillic; Greek\", then "
				 "Terminus, then 16x32"));
}

/* ---- time ---- */

static const char *
clock_words(struct app *app, const char *when)
{
	switch (app->clock.quality) {
	case CLOCK_NTP:
		return arena_printf(app->a,
				    T(app, "Clock: %s, from the network"),
				    when);
	case CLOCK_RTC:
		return arena_printf(app->a,
				    T(app, "Clock: %s, from this computer "
					   "itself"), when);
	case CLOCK_STATED:
		return arena_printf(app->a, T(app, "Clock: %s, as stated"),
				    when);
	case CLOCK_SUSPECT:
		return arena_printf(app->a,
				    T(app, "Clock: %s, in doubt: it stands "
					   "before the newest record"), when);
	case CLOCK_SET:
		return arena_printf(app->a, T(app, "Clock: %s, set by --now"),
				    when);
	}
	return when;
}

/* The zone this computer is set to: only here, where there is no house yet. */
static const struct zone *
computer_zone(struct app *app)
{
	char path[256];
	ssize_t n = readlink("/etc/localtime", path, sizeof(path) - 1);
	static const char folder[] = "/zoneinfo/";
	const struct zone *z;
	const char *name;
	struct err e;

	err_init(&e, NULL);
	path[n > 0 ? n : 0] = '\0';
	name = strstr(path, folder);
	if (name == NULL ||
	    zone_open(app->a, name + strlen(folder), &z, &e) != 0)
		return NULL;
	return z;
}

/* A day and a time of day, in the zone of the house or of the computer. */
static const char *
moment_words(struct app *app, int64_t t)
{
	const struct zone *z = app->zone != NULL ? app->zone :
						   computer_zone(app);
	struct local l;

	zone_local(z, t, &l);
	return arena_printf(app->a, "%s, %02d:%02d%s",
			    app_date_words(app, l.days), l.hour, l.minute,
			    z != NULL ? "" : " UTC");
}

static void
check_clock(struct checks *c)
{
	struct app *app = c->app;
	const char *when = moment_words(app, clock_now(&app->clock));

	check_add(c, "clock", app->clock.quality == CLOCK_SUSPECT ?
		  CHECK_LOOK : CHECK_FINE, clock_words(app, when));
	if (app->clock.quality != CLOCK_SET && !app_battery_clock())
		check_add(c, "battery-clock", CHECK_LOOK,
			  T(app, "No battery clock here: without a network it "
				 "will ask for the day"));
}

static void
check_zones(struct checks *c)
{
	struct app *app = c->app;
	const struct zone *z;
	struct err why;

	err_init(&why, app->m);
	if (zone_open(app->a, "Europe/Berlin", &z, &why) == 0)
		check_add(c, "time-zones", CHECK_FINE,
			  T(app, "Time zones: found"));
	else
		check_add(c, "time-zones", CHECK_BROKEN,
			  T(app, "Time zones are missing: install the package "
				 "'tzdata'"));
}

/* ---- space and memory ---- */

/* The folder of the house, or the nearest above it that is there already. */
static const char *
nearest_folder(struct app *app)
{
	char *s = arena_strdup(app->a, app->site);

	while (!file_is_dir(s)) {
		char *slash = strrchr(s, '/');

		if (slash == NULL)
			return ".";
		if (slash == s)
			return "/";
		*slash = '\0';
	}
	return s;
}

static void
check_space(struct checks *c, const char *folder)
{
	struct app *app = c->app;
	struct statvfs fs;
	uint64_t mib;

	if (statvfs(folder, &fs) != 0) {
		check_add(c, "space", CHECK_LOOK,
			  arena_printf(app->a, T(app, "Space: '%s' does not "
						      "tell"), folder));
		return;
	}
	mib = (uint64_t)fs.f_bavail * fs.f_frsize / MIB;
	if (mib / MIB_A_YEAR > YEARS_SAID)
		check_add(c, "space", CHECK_FINE,
			  arena_printf(app->a,
				       T(app, "Space: more than %d years"),
				       YEARS_SAID));
	else if (mib / MIB_A_YEAR >= 2)
		check_add(c, "space", CHECK_FINE,
			  arena_printf(app->a,
				       T(app, "Space: about %llu years"),
				       (unsigned long long)mib / MIB_A_YEAR));
	else
		check_add(c, "space", mib > 0 ? CHECK_LOOK : CHECK_BROKEN,
			  arena_printf(app->a,
				       T(app, "Space: only %llu MiB are left "
					      "in '%s'; make room"),
				       (unsigned long long)mib, folder));
}

/* "0.7", with the comma where people write one. */
static const char *
seconds_words(struct app *app, int64_t ms)
{
	return arena_printf(app->a, "%lld%c%lld", (long long)(ms / 1000),
			    str_eq(app->lang, "en") ? '.' : ',',
			    (long long)(ms % 1000 / 100));
}

/* Sealing costs what unsealing costs, and every signature unseals. */
static void
check_seal(struct checks *c)
{
	struct app *app = c->app;
	OWN(signer_freep) struct signer *s = signer_random();
	OWN(secret_freep) struct secret *pass = secret_new(64);
	static const char words[] = "only to measure";
	struct seal_cost cost;
	const char *text;
	struct err why;
	int64_t ms;

	err_init(&why, app->m);
	secret_set(pass, words, strlen(words));
	ms = clock_mono_ms(&app->clock);
	if (seal_cost_measure(app->house.trial, &cost, &why) != 0 ||
	    key_seal(app->a, "check", "0", s, pass, cost, &text, &why) != 0) {
		check_failed(c, "signature", &why);
		return;
	}
	ms = clock_mono_ms(&app->clock) - ms;
	check_add(c, "signature", ms < 5000 ? CHECK_FINE : CHECK_LOOK,
		  arena_printf(app->a,
			       T(app, "A signature takes %s seconds and %u "
				      "MiB here"), seconds_words(app, ms),
			       cost.mib));
}

/* ---- what was installed ---- */

static void
check_languages(struct checks *c)
{
	struct app *app = c->app;
	const char *missing = "";

	for (size_t i = 1; i < LANGS; i++) {
		if (app_catalogue(app, app_langs[i]) == NULL)
			missing = arena_printf(app->a, "%s %s", missing,
					       app_langs[i]);
	}
	if (*missing == '\0')
		check_add(c, "languages", CHECK_FINE,
			  T(app, "Languages: English, Deutsch, Русский"));
	else
		check_add(c, "languages", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "Languages not found:%s. The "
					      "program speaks English there; "
					      "install it again"), missing));
}

static void
check_content(struct checks *c)
{
	struct app *app = c->app;
	struct app_standards st;
	const char **ids;
	struct err why;
	size_t n;

	err_init(&why, app->m);
	if (app_standards(app, true, &st, &why) != 0 ||
	    app_drill_ids(app, &ids, &n, &why) != 0) {
		check_failed(c, "content", &why);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		struct drill_brief d;

		if (app_drill_brief(app, ids[i], &d, &why) != 0) {
			check_failed(c, "content", &why);
			return;
		}
	}
	check_add(c, "content", CHECK_FINE,
		  arena_printf(app->a,
			       T(app, "Content: %zu commandments, %zu parts "
				      "of the handbook, %zu drills"),
			       st.c->n, st.h->nsections, n));
}

static void
check_folder(struct checks *c, const char *folder)
{
	struct app *app = c->app;

	if (file_is_remote(folder))
		check_add(c, "folder", CHECK_BROKEN,
			  arena_printf(app->a,
				       T(app, "Folder '%s' is on a network "
					      "drive: a house needs a disk of "
					      "its own computer"), folder));
	else if (access(folder, R_OK | X_OK) != 0)
		check_add(c, "folder", CHECK_BROKEN,
			  arena_printf(app->a,
				       T(app, "The folder '%s' cannot be "
					      "opened by this account: chmod "
					      "700 '%s', as the account it "
					      "belongs to"), folder, folder));
	else if (access(folder, W_OK) != 0)
		check_add(c, "folder", CHECK_LOOK,
			  arena_printf(app->a,
				       T(app, "Folder '%s' cannot be written "
					      "by this account: nothing can "
					      "be recorded"), folder));
	else
		check_add(c, "folder", CHECK_FINE,
			  arena_printf(app->a, T(app, "Folder: '%s'"),
				       folder));
}

void
check_computer(struct checks *c)
{
	const char *folder = nearest_folder(c->app);

	check_screen(c);
	check_letters(c);
	check_clock(c);
	check_zones(c);
	check_printer(c);
	check_space(c, folder);
	check_seal(c);
	check_languages(c);
	if (c->theirs)
		return; /* its folder and what lies in it are closed */
	check_content(c);
	check_folder(c, folder);
}
