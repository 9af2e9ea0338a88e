/* From options to a program that can run commands, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/options.h"
#include "cmd/start.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"

static void
find_folders(struct app *app)
{
	const char *v = getenv("PRESHIFT_DATADIR");

	app->datadir = v != NULL && *v != '\0' ? v : PRESHIFT_DATADIR;
	v = getenv("PRESHIFT_LOCALEDIR");
	app->localedir = v != NULL && *v != '\0' ? v :
			 path_join(app->life, PRESHIFT_DATADIR, "locale");
	app->site = app_find_site(app);
}

/* The language of the account's environment. */
static int
environment_lang(struct app *app, struct err *e)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES",
					     "LANG" };
	const char *v = NULL;

	for (size_t i = 0; i < NELEM(names); i++) {
		v = getenv(names[i]);
		if (v != NULL && *v != '\0')
			break;
	}
	v = arena_strndup(app->life, v != NULL ? v : "en", 2);
	/* A script speaks the house's language wherever it runs. */
	app->lang_chosen = app_lang_known(v) && ui_at_terminal();
	return app_set_lang(app, app_lang_known(v) ? v : "en", e);
}

/* Before something wrong in the options is told: in whose language, which is
 * that of --lang, of the house or of the environment; and in which format. */
static void
find_listener(struct app *app, struct err *e)
{
	struct app_options *o = &app->opt;
	const char *now = o->now, *lang = o->lang;
	struct err none;

	err_init(&none, NULL);
	clock_real(&app->clock);
	if (o->format != NULL)
		(void)!out_format_parse(o->format, &app->out.format, &none);
	/* These may be what is wrong. */
	o->now = NULL;
	if (lang == NULL || app_set_lang(app, lang, &none) != 0)
		o->lang = NULL;
	if (o->lang == NULL && app_has_house(app))
		(void)!app_enter_house(app, false, &none);
	o->now = now;
	o->lang = lang;
	e->m = app->m;
}

/* What --lang, --site and --format say, wherever the mistake is. */
static void
glance(struct app *app, int argc, const char *const *argv)
{
	const struct opt spec[] = {
		{ .name = "site", .letter = 's', .type = OPT_TEXT,
		  .text = &app->opt.site },
		{ .name = "format", .letter = 'o', .type = OPT_TEXT,
		  .text = &app->opt.format },
		{ .name = "lang", .letter = 'l', .type = OPT_TEXT,
		  .text = &app->opt.lang },
	};
	const char **rest;
	struct err none;
	int n;

	err_init(&none, NULL);
	argc = options_before_verb(argc, argv);
	for (size_t i = 0; i < NELEM(spec); i++)
		if (args_parse(app->life, &spec[i], 1, argv, argc, true, &rest,
			       &n, &none) != 0)
			err_clear(&none);
}

int
start_options(struct app *app, int argc, const char *const *argv,
	      const char ***ret_rest, int *ret_nrest, struct err *e)
{
	app->out.f = stdout;
	if (options_take(app, argc, argv, ret_rest, ret_nrest, e) == 0)
		return 0;
	glance(app, argc, argv);
	find_folders(app);
	if (environment_lang(app, e) == 0)
		find_listener(app, e);
	return options_take(app, argc, argv, ret_rest, ret_nrest, e);
}

static int
read_fd(struct app *app, int *ret, struct err *e)
{
	uint64_t n = 0;

	*ret = -1;
	if (app->opt.passphrase_fd == NULL)
		return 0;
	if (!str_u64(app->opt.passphrase_fd, 1023, &n) ||
	    fcntl((int)n, F_GETFD) == -1)
		return err_set(e, ERR_USAGE, "--passphrase-fd %s: no open "
			       "file has that number",
			       app->opt.passphrase_fd);
	*ret = (int)n;
	return 0;
}

/* A secret's memory for the room that reads it without knowing it. */
static struct secret *
secret_make(size_t cap)
{
	return secret_new(cap);
}

static char *
secret_bytes(struct secret *s)
{
	return s->s;
}

static void
secret_length(struct secret *s, size_t n)
{
	s->n = n;
	s->s[n] = '\0';
}

static const struct secret_ops secret_ops = {
	.make = secret_make,
	.bytes = secret_bytes,
	.set_length = secret_length,
	.free = secret_free,
};

static int
open_terminal(struct app *app, int secrets, struct err *e)
{
	struct ui_options o = {
		.m = app->m, .clock = &app->clock,
		.linear = app->opt.linear, .secrets_fd = secrets,
		.secrets = &secret_ops,
	};
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	const char *dir = NULL;
	struct err ignored;

	if (state != NULL && *state == '/')
		dir = path_join(app->life, state, "preshift");
	else if (home != NULL && *home == '/')
		dir = path_join(app->life, home, ".local/state/preshift");
	err_init(&ignored, NULL);
	if (dir != NULL && file_make_dirs(dir, 0700, &ignored) == 0)
		o.history = path_join(app->life, dir, "history");
	if (ui_new(&o, &app->ui, e) != 0)
		return -1;
	app->io = ui_io(app->ui);
	return 0;
}

static int
open_script(struct app *app, int secrets, struct err *e)
{
	struct script_options o = {
		.m = app->m, .clock = &app->clock, .linear = app->opt.linear,
		.quiet = app->out.format != OUT_SCREEN &&
			 app->out.format != OUT_PLAIN,
		.secrets_fd = secrets,
		.secrets = &secret_ops,
	};
	int fd = STDIN_FILENO;

	if (app->opt.file != NULL && !str_eq(app->opt.file, "-")) {
		fd = file_open(app->opt.file, e);
		if (fd < 0)
			return -1;
	}
	if (script_new(fd, &o, &app->script, e) != 0)
		return -1;
	app->io = script_io(app->script);
	return 0;
}

static int
open_out(struct app *app, bool terminal, struct err *e)
{
	size_t cols = 80, rows = 24;

	app->out.f = stdout;
	if (options_format(app, terminal, e) != 0)
		return -1;
	if (app->ui != NULL)
		ui_size(app->ui, &cols, &rows);
	app->out.cols = cols;
	return 0;
}

static int
keeper_load(struct keeper *k, struct arena *a, const char *key,
	    const char **ret, struct err *e)
{
	struct app *app = k->ctx;

	return store_draft_get(app->store, a, key, ret, e);
}

static int
keeper_save(struct keeper *k, const char *key, const char *was,
	    const char *text, struct err *e)
{
	const struct side_draft d = { .key = key, .text = text, .was = was };
	struct app *app = k->ctx;

	return store_draft_change(app->store, &d, e);
}

/* Two digits below LIMIT at S. */
static bool
two_digits(const char *s, int limit, int *ret)
{
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return false;
	*ret = (s[0] - '0') * 10 + s[1] - '0';
	return *ret < limit;
}

/* What --now says: a time on the wall of the house, or UTC. */
struct wall {
	int64_t day;
	int h, m, s;
	bool utc;
};

/* "YYYY-MM-DDThh:mm[:ss][Z]" */
static bool
read_wall(const char *s, struct wall *ret)
{
	char date[DATE_SIZE];
	size_t n = strlen(s);

	ret->utc = str_ends(s, "Z");
	n -= ret->utc;
	ret->s = 0;
	if (n != 16 && n != 19)
		return false;
	snprintf(date, sizeof(date), "%.10s", s);
	return date_parse(date, &ret->day) && s[10] == 'T' &&
	       two_digits(s + 11, 24, &ret->h) && s[13] == ':' &&
	       two_digits(s + 14, 60, &ret->m) &&
	       (n == 16 ||
		(s[16] == ':' && two_digits(s + 17, 60, &ret->s)));
}

/* Said at once, not only by the commands that look at them. */
static int
check_values(const struct app *app, struct err *e)
{
	const struct app_options *o = &app->opt;
	struct wall w;
	uint64_t n;

	if (o->now != NULL && !read_wall(o->now, &w))
		return err_set(e, ERR_USAGE, "--now %s: the form is "
			       "YYYY-MM-DDThh:mm", o->now);
	/* In no zone is it then before 1970, where recorded times begin. */
	if (o->now != NULL && w.day < 1)
		return err_set(e, ERR_USAGE, "--now %s: no time before "
			       "1970-01-02 can be recorded", o->now);
	if (o->seed != NULL && !str_u64(o->seed, INT64_MAX, &n))
		return err_set(e, ERR_USAGE, "--seed %s: a number is needed",
			       o->seed);
	return 0;
}

void
start_set_now(struct app *app, const struct zone *zone)
{
	struct wall w;
	int64_t utc;

	if (app->opt.now == NULL || app->clock.quality == CLOCK_SET ||
	    !read_wall(app->opt.now, &w))
		return;
	utc = w.utc ? w.day * 86400 + w.h * 3600 + w.m * 60 + w.s :
		      zone_utc(zone, w.day, w.h, w.m, w.s);
	clock_set(&app->clock, utc, CLOCK_SET);
}

static int
open_all(struct app *app, struct err *e)
{
	bool terminal = app->opt.file == NULL && ui_at_terminal();
	int secrets;

	if ((app->opt.lang != NULL &&
	     app_set_lang(app, app->opt.lang, e) != 0) ||
	    read_fd(app, &secrets, e) != 0 || check_values(app, e) != 0 ||
	    open_out(app, terminal, e) != 0 ||
	    (terminal ? open_terminal(app, secrets, e) :
			open_script(app, secrets, e)) != 0)
		return -1;
	return open_out(app, terminal, e);
}

int
start_open(struct app *app, struct err *e)
{
	const char *v;

	find_folders(app);
	/* Before the locale is made one in UTF-8, which another may be. */
	if (environment_lang(app, e) != 0)
		return -1;
	ui_locale();
	if (trust_init(e) != 0)
		return -1;
	v = getenv("TERM");
	if (v != NULL && str_eq(v, "dumb"))
		app->opt.linear = true;
	v = getenv("PRESHIFT_LINEAR");
	if (v != NULL && str_eq(v, "1"))
		app->opt.linear = true;
	clock_real(&app->clock);
	app->keeper = (struct keeper){ .load = keeper_load,
				       .save = keeper_save, .ctx = app };
	if (open_all(app, e) == 0)
		return 0;
	find_listener(app, e);
	return open_all(app, e);
}

void
start_close(struct app *app)
{
	app_close_house(app);
	ui_free(app->ui);
	script_free(app->script);
	for (size_t i = 0; i < LANGS; i++)
		messages_free(app->catalogue[i]);
}
