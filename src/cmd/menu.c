/* What can be chosen where: first start, door, home by role.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/menu.h"

#include "base/str.h"
#include "base/utf8.h"
#include "cmd/briefing.h"
#include "cmd/demo.h"
#include "cmd/progressing.h"
#include "cmd/vouching.h"

enum { NOTES_FROM = 60 }; /* columns; on a narrow screen labels suffice */

/* One numbered line of a menu, the languages by their own names, and the
 * command line it stands for. A line that begins with ':' is a language, with
 * '@' another menu. */
struct entry {
	const char *key;
	unsigned roles; /* 0: everybody */
	const char *label, *note; /* note NULL: the label says all */
	const char *line;
};

/* Whose lineup it would be. */
static const char *
next_shift(struct app *app)
{
	enum shift shift;
	struct err none;

	err_init(&none, NULL);
	if (app->store == NULL || briefing_shift(app, &shift, &none) != 0)
		return NULL;
	return app_shift_words(app, shift_word(shift));
}

/* How many lineups can still be signed today, by who is here or, at the door,
 * by anybody. */
static const char *
waiting(struct app *app)
{
	struct err none;
	size_t n;

	err_init(&none, NULL);
	if (app->store == NULL ||
	    vouching_waiting(app, app->who, &n, &none) != 0 || n == 0)
		return NULL;
	return arena_printf(app->a,
			    messages_nget(app->m,
					  "%lu lineup waits for a signature",
					  "%lu lineups wait for a signature",
					  n), (unsigned long)n);
}

/* What stands behind a line by the hour; NULL: nothing. */
static const char *
state_of(struct app *app, const char *line)
{
	if (str_eq(line, "lineup"))
		return next_shift(app);
	return str_eq(line, "vouch") ? waiting(app) : NULL;
}

#define STAFF ROLE_BIT(ROLE_STAFF)
#define SUPERVISOR ROLE_BIT(ROLE_SUPERVISOR)
#define HR ROLE_BIT(ROLE_HR)
#define COUNCIL ROLE_BIT(ROLE_COUNCIL)

static const struct entry no_house[] = {
	{ "1", 0, "English", NULL, ":en" },
	{ "2", 0, "Deutsch", NULL, ":de" },
	{ "3", 0, "Русский", NULL, ":ru" },
	{ "4", 0, N_("Look around"),
	  N_("a demonstration house, nothing in it is real"),
	  "demo" },
	{ "5", 0, N_("Check this computer"),
	  N_("letters, clock, printer, space (do this before 6)"), "check" },
	{ "6", 0, N_("Set up a house"),
	  N_("its name, two HR people, an envelope; 20 minutes"), "init" },
};

static const struct entry door[] = {
	{ "1", 0, N_("Start the lineup"), NULL, "lineup" },
	{ "2", 0, N_("I have a code on paper"),
	  N_("first time here: language, own passphrase"), "activate" },
	{ "3", 0, N_("Log in"),
	  N_("your number, or the first letters of your name"), "login" },
	{ "4", 0, N_("Try a drill"), N_("no login, nothing is kept"),
	  "drill" },
	{ "5", 0, N_("Find a rule or a limit"), N_("search the handbook"),
	  "find" },
	{ "6", 0, N_("Language"), "English   Deutsch   Русский", ":next" },
	{ "7", 0, N_("Sign"), NULL, "vouch" }, /* state_of() says what */
};

/* Staff and supervisors find 5 to 7 at the same place every day. */
static const struct entry home[] = {
	{ "1", STAFF, N_("Train with a guest"), NULL, "drill" },
	{ "2", STAFF, N_("Read on in the handbook"), NULL, "handbook read" },
	{ "3", STAFF, N_("Sign the handbook, or say why not"), NULL, "sign" },
	{ "4", STAFF, N_("Where I stand"), NULL, "progress" },
	{ "1", SUPERVISOR, N_("Lead the lineup"), NULL, "lineup" },
	{ "2", SUPERVISOR, N_("Prepare a lineup"),
	  N_("what is to be said in it"), "prepare" },
	{ "3", SUPERVISOR, N_("Lineups and who heard what"),
	  N_("held, missing, unsigned"), "coverage" },
	{ "4", SUPERVISOR, N_("Sign what waits for me"), NULL, "vouch" },
	{ "1", HR | COUNCIL, N_("Who has signed"), NULL, "acks" },
	{ "2", HR | COUNCIL, N_("People"),
	  N_("codes, changes, somebody new"), "people" },
	{ "3", HR, N_("The handbook"),
	  N_("numbers, texts, a new edition"), "@handbook" },
	{ "4", HR | COUNCIL, N_("Lineups and who heard what"),
	  N_("held, missing, unsigned"), "coverage" },
	{ "5", STAFF | SUPERVISOR, N_("Write something down"),
	  N_("praise, an idea, a complaint"), "note" },
	{ "5", HR, N_("Settings of the house"),
	  N_("shifts, teams, printer, days to sign"), "settings" },
	{ "6", 0, N_("Find a rule or a limit"), NULL, "find" },
	{ "7", 0, N_("Myself"),
	  N_("passphrase, language, what I signed, object"), "me" },
	{ "8", STAFF, N_("Sign a lineup that waits"), NULL, "vouch" },
	{ "8", HR | COUNCIL, N_("Check everything"),
	  N_("every record and signature"), "verify" },
	{ "8", SUPERVISOR, N_("My own training and handbook"), NULL,
	  "@training" },
	{ "9", HR | COUNCIL, N_("My own training and handbook"), NULL,
	  "@training" },
};

static const struct entry handbook[] = {
	{ "1", HR, N_("Numbers in the texts"),
	  N_("limits, days, telephone numbers"), "values" },
	{ "2", HR, N_("Change a part of the handbook"), NULL,
	  "handbook edit" },
	{ "3", HR, N_("Change a service commandment"), NULL,
	  "commandments edit" },
	{ "4", HR, N_("A new edition with changes"),
	  N_("all sign again what changed"), "handbook publish --material" },
	{ "5", HR, N_("A new edition, corrections only"),
	  N_("a second HR person confirms it"),
	  "handbook publish --editorial" },
};

static const struct entry training[] = {
	{ "1", 0, N_("Train with a guest"), NULL, "drill" },
	{ "2", 0, N_("Read on in the handbook"), NULL, "handbook read" },
	{ "3", 0, N_("Sign the handbook, or say why not"), NULL, "sign" },
	{ "4", 0, N_("Where I stand"), NULL, "progress" },
};

struct menu {
	const char *name;
	const struct entry *v;
	size_t n;
	const char *title;
};

#define MENU(v) #v, v, NELEM(v)
static const struct menu menus[] = {
	{ MENU(no_house), NULL },
	{ MENU(door), NULL },
	{ MENU(home), NULL },
	{ MENU(handbook), N_("THE HANDBOOK") },
	{ MENU(training), N_("MY TRAINING") },
};

static const struct menu *
menu_called(const char *name)
{
	size_t i = 0;

	while (!str_eq(menus[i].name, name))
		i++;
	return &menus[i];
}

static const struct menu *
menu_of(struct app *app, const char *name)
{
	if (name != NULL)
		return menu_called(name);
	return menu_called(app->who[0] != '\0' ? "home" :
			   app_has_house(app) ? "door" : "no_house");
}

/* What waits at the door is a line there only while it does. */
static bool
shown_to(struct app *app, const struct entry *en)
{
	if (app->who[0] == '\0' && str_eq(en->line, "vouch"))
		return waiting(app) != NULL;
	return en->roles == 0 || (en->roles & ROLE_BIT(app->role));
}

const char *
menu_entry(size_t i)
{
	for (size_t k = 0; k < NELEM(menus); k++) {
		if (i < menus[k].n)
			return menus[k].v[i].line;
		i -= menus[k].n;
	}
	return NULL;
}

const char *
app_menu_key(struct app *app, enum role role, const char *line)
{
	for (size_t i = 0; app->shown != NULL && i < NELEM(home); i++) {
		const struct entry *en = &home[i], *sub;
		const struct menu *m;

		if (en->roles != 0 && !(en->roles & ROLE_BIT(role)))
			continue;
		if (str_eq(en->line, line))
			return en->key;
		if (*en->line != '@')
			continue;
		m = menu_called(en->line + 1);
		for (sub = m->v; sub < m->v + m->n; sub++)
			if (str_eq(sub->line, line))
				return arena_printf(app->a, "%s, %s", en->key,
						    sub->key);
	}
	return NULL;
}

const char *
menu_key(struct app *app, const char *line)
{
	const struct menu *m = menu_of(app, NULL);

	if (app->who[0] != '\0')
		return app_menu_key(app, app->role, line);
	for (size_t i = 0; app->shown != NULL && i < m->n; i++)
		if (str_eq(m->v[i].line, line) && shown_to(app, &m->v[i]))
			return m->v[i].key;
	return NULL;
}

/* ---- pages ---- */

/* A language is named in itself: whoever looks for it reads no other. */
static void
add_entries(struct app *app, const struct menu *m, struct page *p)
{
	size_t cols, rows;

	ui_size(app->ui, &cols, &rows);
	for (size_t i = 0; i < m->n; i++) {
		const struct entry *en = &m->v[i];
		bool own = *en->line == ':' && en->note == NULL;
		const char *text = own ? en->label : T(app, en->label);
		const char *note = en->note != NULL ? T(app, en->note) : NULL;

		if (!shown_to(app, en))
			continue;
		if (note == NULL)
			note = state_of(app, en->line);
		if (note != NULL && cols >= NOTES_FROM)
			text = arena_printf(app->a, "%s\t%s", text, note);
		page_item(app->a, p, en->key, text);
	}
	page_item(app->a, p, "0", m->title != NULL ? T(app, "Back") :
		  app->who[0] != '\0' ? T(app, "Log out") : T(app, "Leave"));
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
		page_para(app->a, p, utf8_capital(app->a, e->text));
		page_gap(app->a, p);
		err_clear(e);
	}
	add_entries(app, menu_of(app, NULL), p);
	hint = demo_hint(app);
	if (hint != NULL) {
		page_gap(app->a, p);
		page_para(app->a, p, hint);
	}
	*ret = p;
	return 0;
}

static void
add_line(struct app *app, struct page *p, const char *s)
{
	if (s == NULL)
		return;
	page_para(app->a, p, s);
	page_gap(app->a, p);
}

static int
home_page(struct app *app, const struct menu *m, struct page **ret,
	  struct err *e)
{
	const char *warning, *next = NULL;
	struct person me;
	struct page *p;
	struct err none;

	if (app_person(app, app->who, &me, e) != 0 ||
	    app_hr_warning(app, &warning, e) != 0)
		return -1;
	p = app_page(app, arena_printf(app->a, "%s  %s", m->title != NULL ?
				       T(app, m->title) : app->house.title,
				       me.name));
	/* What cannot be found out now is no reason to keep the menu. */
	err_init(&none, NULL);
	if (m->title == NULL && progress_next(app, &next, &none) != 0)
		next = NULL;
	add_line(app, p, warning);
	add_line(app, p, next);
	add_entries(app, m, p);
	*ret = p;
	return 0;
}

int
menu_page(struct app *app, const char *name, struct page **ret,
	  struct err *e)
{
	if (!app_has_house(app)) {
		*ret = page_new(app->a, "preshift " PACKAGE_VERSION);
		page_para(app->a, *ret,
			  T(app, "There is no house on this computer yet. "
				 "What would you like to do?"));
		page_gap(app->a, *ret);
		add_entries(app, menu_of(app, NULL), *ret);
		return 0;
	}
	if (app_enter_house(app, app->who[0] != '\0', e) != 0 ||
	    app_settle_clock(app, false, e) != 0)
		return -1;
	return app->who[0] != '\0' ? home_page(app, menu_of(app, name), ret, e) :
				     door_page(app, ret, e);
}

const char *
menu_line(struct app *app, const char *name, const char *number)
{
	const struct menu *m = menu_of(app, name);

	for (size_t i = 0; i < m->n; i++)
		if (str_eq(m->v[i].key, number) && shown_to(app, &m->v[i]))
			return m->v[i].line;
	return NULL;
}
