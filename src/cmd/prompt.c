/* The prompt: first start, door, home by role; and scripts, through the same
 * dispatcher.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/complete.h"
#include "cmd/demo.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"

enum { IDLE_HOME = 90, IDLE_READING = 300 };

/* One numbered line of a menu, and the command line it stands for. A line
 * that begins with ':' is done here (language). */
struct entry {
	const char *key;
	unsigned roles; /* 0: everybody */
	const char *label;
	const char *line;
};

#define STAFF ROLE_BIT(ROLE_STAFF)
#define SUPERVISOR ROLE_BIT(ROLE_SUPERVISOR)
#define HR ROLE_BIT(ROLE_HR)
#define COUNCIL ROLE_BIT(ROLE_COUNCIL)

static const struct entry no_house[] = {
	{ "1", 0, "English", ":en" },
	{ "2", 0, "Deutsch", ":de" },
	{ "3", 0, "Русский", ":ru" },
	{ "4", 0, N_("Look around: a demonstration house, nothing in it is "
		     "real"), "demo" },
	{ "5", 0, N_("Check this computer: clock, space, languages (do this "
		     "before 6)"), "check" },
	{ "6", 0, N_("Set up a house: you need its name, two HR people, an "
		     "envelope"), "init" },
};

static const struct entry door[] = {
	{ "1", 0, N_("Start the lineup"), "lineup" },
	{ "2", 0, N_("I have a code on paper: first time here"), "activate" },
	{ "3", 0, N_("Log in: your number, or the first letters of your "
		     "name"), "login" },
	{ "4", 0, N_("Try a drill: no login, nothing is kept"), "drill" },
	{ "5", 0, N_("The service commandments"), "commandments" },
	{ "6", 0, "English / Deutsch / Русский", ":next" },
};

static const struct entry home[] = {
	{ "1", 0, N_("Train with a guest"), "drill" },
	{ "2", 0, N_("Read on in the handbook"), "handbook read" },
	{ "3", 0, N_("Sign the handbook, or say why not"), "sign" },
	{ "4", 0, N_("Where I stand"), "progress" },
	{ "5", STAFF, N_("The service commandments"), "commandments" },
	{ "5", SUPERVISOR, N_("Lead the lineup"), "lineup" },
	{ "6", STAFF | SUPERVISOR, N_("Sign a lineup that waits"), "vouch" },
	{ "5", HR | COUNCIL, N_("Who has signed"), "acks" },
	{ "6", HR | COUNCIL, N_("Everybody on the list"), "people" },
	{ "7", HR | COUNCIL, N_("Check every record and signature"),
	  "verify" },
	{ "8", HR, N_("Enrol somebody new"), "enrol" },
	{ "9", HR, N_("Publish the handbook"), "handbook publish --material" },
};

struct menu {
	const struct entry *v;
	size_t n;
};

static struct menu
menu_of(struct app *app)
{
	if (app->who[0] != '\0')
		return (struct menu){ home, NELEM(home) };
	if (app_has_house(app))
		return (struct menu){ door, NELEM(door) };
	return (struct menu){ no_house, NELEM(no_house) };
}

static bool
shown_to(const struct app *app, const struct entry *en)
{
	return en->roles == 0 || (en->roles & ROLE_BIT(app->role));
}

const char *
app_menu_key(const struct app *app, enum role role, const char *line)
{
	for (size_t i = 0; app->at_prompt && app->ui != NULL &&
			   i < NELEM(home); i++)
		if (str_eq(home[i].line, line) &&
		    (home[i].roles == 0 || (home[i].roles & ROLE_BIT(role))))
			return home[i].key;
	return NULL;
}

/* ---- pages ---- */

/* A language is named in itself: whoever looks for it reads no other. */
static const char *
label(struct app *app, const struct entry *en)
{
	return *en->line == ':' ? en->label : T(app, en->label);
}

static void
add_entries(struct app *app, struct page *p)
{
	struct menu m = menu_of(app);

	for (size_t i = 0; i < m.n; i++)
		if (shown_to(app, &m.v[i]))
			page_item(app->a, p, m.v[i].key, label(app, &m.v[i]));
	page_item(app->a, p, "0", app->who[0] != '\0' ?
		  T(app, "Log out") : T(app, "Leave"));
}

static const char *
quoted(struct app *app, const char *s)
{
	return text_quoted(app->a, app->lang, s);
}

/* What the screen shows all day: nothing personal but what waits. */
static int
door_page(struct app *app, struct page **ret, struct err *e)
{
	struct page *p = app_page(app, app->house.title);
	const struct commandments *all;
	const struct commandment *c;
	const struct translation *tr;
	const char *hint;

	if (app_commandments(app, &all, &tr, e) == 0) {
		c = commandment_of_date(all, app_today(app));
		page_para(app->a, p,
			  arena_printf(app->a,
				       T(app, "Today: commandment %u, %s."),
				       c->number,
				       quoted(app, text_in(c->title, tr))));
		page_para(app->a, p, quoted(app, text_in(all->mantra, tr)));
		page_gap(app->a, p);
	} else {
		page_para(app->a, p, arena_strdup(app->a, e->text));
		err_clear(e);
	}
	add_entries(app, p);
	hint = demo_hint(app);
	if (hint != NULL) {
		page_gap(app->a, p);
		page_para(app->a, p, hint);
	}
	*ret = p;
	return 0;
}

static int
home_page(struct app *app, struct page **ret, struct err *e)
{
	struct person me;
	struct page *p;

	if (app_person(app, app->who, &me, e) != 0)
		return -1;
	p = app_page(app, arena_printf(app->a, "%s  %s", app->house.title,
				       me.name));
	add_entries(app, p);
	*ret = p;
	return 0;
}

static int
menu_page(struct app *app, struct page **ret, struct err *e)
{
	if (!app_has_house(app)) {
		*ret = page_new(app->a, "preshift " PACKAGE_VERSION);
		page_para(app->a, *ret,
			  T(app, "There is no house on this computer yet. "
				 "What would you like to do?"));
		page_gap(app->a, *ret);
		add_entries(app, *ret);
		return 0;
	}
	if (app_enter_house(app, app->who[0] != '\0', e) != 0)
		return -1;
	return app->who[0] != '\0' ? home_page(app, ret, e) :
				     door_page(app, ret, e);
}

/* ---- the loop ---- */

static int
next_lang(struct app *app, const char *want, struct err *e)
{
	if (str_eq(want, "next"))
		want = app_langs[(app_lang_index(app->lang) + 1) % LANGS];
	app->lang_chosen = true;
	return app_set_lang(app, want, e);
}

/* The command line a bare number stands for; NULL: none. */
static const char *
by_number(struct app *app, const char *line)
{
	struct menu m = menu_of(app);

	for (size_t i = 0; i < m.n; i++)
		if (str_eq(m.v[i].key, line) && shown_to(app, &m.v[i]))
			return m.v[i].line;
	return NULL;
}

static bool
is_one_of(const char *s, const char *const *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(s, v[i]))
			return true;
	return false;
}

static unsigned
idle_of(const struct app *app, const char *verb)
{
	if (str_eq(verb, "lineup"))
		return 0;
	if (str_eq(verb, "drill") || str_eq(verb, "handbook"))
		return app->who[0] != '\0' ? IDLE_READING : 0;
	return app->who[0] != '\0' ? IDLE_HOME : 0;
}

/* What stands above the prompt. */
enum above {
	MENU_DUE,  /* the menu is to be shown */
	ON_MENU,
	ON_RESULT, /* of a command: 0 goes back to the menu, not away */
};

/* One line at the prompt. */
static int
run_line(struct app *app, const char *line, enum above *above, struct err *e)
{
	static const char *const leave[] = { "0", "exit", "quit" };
	enum above before = *above;
	const char **argv, *known;
	int argc;

	if (*line == '\0' || (*above == ON_RESULT && str_eq(line, "0"))) {
		*above = MENU_DUE;
		return 0;
	}
	if (is_one_of(line, leave, NELEM(leave))) {
		*above = MENU_DUE;
		app->quit = app->who[0] == '\0';
		app_logout(app, e);
		return 0;
	}
	known = by_number(app, line);
	if (known != NULL)
		line = known;
	else if (line[strspn(line, "0123456789")] == '\0')
		return err_set(e, ERR_USAGE, "there is no number %s here: an "
			       "empty line shows the list", line);
	if (str_eq(line, "?"))
		line = "help";
	if (*line == ':') {
		*above = MENU_DUE;
		return next_lang(app, line + 1, e);
	}
	if (args_split(app->a, line, &argv, &argc, e) != 0)
		return -1;
	if (argc == 0)
		return 0;
	/* As messages and the manual write it. */
	if (argc > 1 && str_eq(argv[0], "preshift")) {
		argv++;
		argc--;
	}
	*above = ON_RESULT;
	ui_set_idle(app->ui, idle_of(app, argv[0]));
	if (cmd_dispatch(app, argc, argv, e) != 0) {
		if (e->kind == ERR_USAGE)
			*above = before; /* nothing was shown */
		return -1;
	}
	if (str_eq(argv[0], "login") || str_eq(argv[0], "logout") ||
	    str_eq(argv[0], "demo") ||
	    /* played to its end it leaves nothing to be read */
	    (argc <= 2 && str_eq(argv[0], "drill")))
		*above = MENU_DUE;
	return 0;
}

static const char *
prompt_words(struct app *app)
{
	return app->who[0] != '\0' ?
	       arena_printf(app->a, "preshift (%s)> ", app->who) :
	       T(app, "Number or word, ? for help: ");
}

/* Whoever was logged in has gone away, or put away what was open. */
static int
after_cancel(struct app *app, struct err *e, enum above *above)
{
	if (ui_idle(app->ui))
		app_logout(app, e);
	if (ui_hung_up(app->ui))
		app->quit = true;
	*above = MENU_DUE;
	err_clear(e);
	return 0;
}

static void
step(struct app *app, const struct completer *c, enum above *above,
     struct err *e)
{
	struct page *page = NULL;
	const char *line = NULL;
	int rc = 0;

	ui_set_idle(app->ui, app->who[0] != '\0' ? IDLE_HOME : 0);
	if (*above == MENU_DUE) {
		rc = menu_page(app, &page, e);
		*above = ON_MENU;
	}
	if (rc == 0)
		rc = ui_command(app->ui, app->a, page, prompt_words(app), c,
				&line, e);
	if (rc == 0 && line == NULL)
		app->quit = true;
	else if (rc == 0)
		rc = run_line(app, line, above, e);
	else if (!e->cancelled)
		app->quit = true; /* not even the menu can be shown */
	if (rc != 0 && e->cancelled)
		rc = after_cancel(app, e, above);
	if (rc != 0 && !app->quit) {
		const char *text = arena_strdup(app->a, e->text);

		err_clear(e);
		app->quit = io_say(app->io, text, e) != 0;
	}
}

int
app_prompt(struct app *app, struct err *e)
{
	const struct completer c = { .words = complete_line, .ctx = app };
	struct arena *once = app->a;
	enum above above = MENU_DUE;

	app->at_prompt = true;
	while (!app->quit && !ui_hung_up(app->ui)) {
		OWN(arena_free) struct arena a = { 0 };

		app->a = &a;
		step(app, &c, &above, e);
	}
	app->a = once;
	return e->kind == ERR_NONE ? 0 : -1;
}

/* Command lines from a file or a pipe. The first that fails ends it: what
 * follows was written for another state. */
int
app_script(struct app *app, struct err *e)
{
	struct arena *once = app->a;
	struct err none;
	int rc = 0;

	/* So that a first line may move the clock; who needs the house says
	 * why it can't be opened. */
	err_init(&none, NULL);
	if (app_has_house(app) && app_open_house(app, false, &none) != 0)
		app_close_house(app);
	app->at_prompt = true;
	while (rc == 0 && !app->quit) {
		OWN(arena_free) struct arena a = { 0 };
		const char *line, **argv;
		int lineno, argc;

		app->a = &a;
		rc = script_command(app->script, &a, &line, &lineno, e);
		if (rc != 0 || line == NULL)
			break;
		if (str_eq(line, "exit") || str_eq(line, "quit"))
			break;
		rc = args_split(&a, line, &argv, &argc, e);
		if (rc == 0)
			rc = cmd_dispatch(app, argc, argv, e);
		if (rc != 0 && !e->cancelled &&
		    !script_told_line(app->script))
			err_wrap(e, "line %d", lineno);
	}
	app->a = once;
	return rc;
}
