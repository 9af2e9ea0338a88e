/* What can be chosen where: first start, door, home by role.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/menu.h"

#include "base/str.h"
#include "cmd/demo.h"

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

int
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

/* The command line a bare number stands for; NULL: none. */
const char *
menu_line(struct app *app, const char *line)
{
	struct menu m = menu_of(app);

	for (size_t i = 0; i < m.n; i++)
		if (str_eq(m.v[i].key, line) && shown_to(app, &m.v[i]))
			return m.v[i].line;
	return NULL;
}
