/* help: by task and role, one word, or all of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/menu.h"

#include <string.h>

#include "base/str.h"

/* The synopsis is the manual's, word for word (a test compares). */
static int
help_one(struct app *app, const char *name, struct err *e)
{
	const struct cmd *c = cmd_find(name), *near = cmd_nearest(name);
	struct value *d = app_data(app);
	struct page *page;

	if (c == NULL && near != NULL)
		return err_set(e, ERR_USAGE, "I do not know '%s'. Did you mean "
			       "'%s'?", name, near->name);
	if (c == NULL && app->shown != NULL)
		return err_set(e, ERR_USAGE, "there is no word '%s': 'help "
			       "all' lists them", name);
	if (c == NULL)
		return err_set(e, ERR_USAGE, "there is no word '%s': "
			       "'preshift help all' lists them", name);
	page = app_page(app, c->name);
	page_para(app->a, page, T(app, c->summary));
	page_gap(app->a, page);
	page_para(app->a, page, c->synopsis);
	value_put_text(app->a, d, "command", c->name);
	value_put_text(app->a, d, "synopsis", c->synopsis);
	value_put_text(app->a, d, "summary", T(app, c->summary));
	return app_result(app, d, NULL, page, e);
}

/* ---- by task ---- */

/* What one may want to do, and the words that do it. Nine rows at most for
 * anybody who is logged in. */
struct task {
	unsigned roles;     /* ROLE_BITs; 0: nobody is logged in */
	unsigned needs;     /* FOR_INSTALLER: while there is no house */
	const char *wish;
	const char *words;  /* as one types them */
	const char *line;   /* in the menu, whose number is shown */
};

#define STAFF ROLE_BIT(ROLE_STAFF)
#define SUPERVISOR ROLE_BIT(ROLE_SUPERVISOR)
#define HR ROLE_BIT(ROLE_HR)
#define COUNCIL ROLE_BIT(ROLE_COUNCIL)

static const struct task tasks[] = {
	{ 0, FOR_INSTALLER, N_("look around in a trial house"), "demo",
	  "demo" },
	{ 0, FOR_INSTALLER, N_("check this computer"), "check", "check" },
	{ 0, FOR_INSTALLER, N_("set up a house"), "init", "init" },
	{ 0, 0, N_("lead the lineup"), "lineup", "lineup" },
	{ 0, 0, N_("begin with the code on my paper"), "activate",
	  "activate" },
	{ 0, 0, N_("log in"), "login", "login" },
	{ 0, 0, N_("try a drill"), "drill", "drill" },
	{ STAFF, 0, N_("train with a guest"), "drill", "drill" },
	{ STAFF, 0, N_("read on in the handbook"), "handbook read",
	  "handbook read" },
	{ STAFF, 0, N_("sign it, or say why not"), "sign", "sign" },
	{ STAFF, 0, N_("see where I stand"), "progress", "progress" },
	{ SUPERVISOR, 0, N_("lead the lineup"), "lineup", "lineup" },
	{ SUPERVISOR, 0, N_("prepare a lineup"), "prepare", "prepare" },
	{ SUPERVISOR, 0, N_("see what was held, and who heard it"),
	  "coverage", "coverage" },
	{ SUPERVISOR, 0, N_("sign what waits for me"), "vouch", "vouch" },
	{ HR | COUNCIL, 0, N_("see who has signed"), "acks", "acks" },
	{ HR | COUNCIL, 0, N_("see or change people, give a new code"),
	  "people", "people" },
	{ HR, 0, N_("take in somebody new"), "enrol", "enrol" },
	{ HR, 0, N_("publish a new edition of the handbook"),
	  "handbook publish", "handbook publish --material" },
	{ SUPERVISOR | HR | COUNCIL, 0, N_("list the lineups for payroll"),
	  "lineups", "lineups" },
	{ HR, 0, N_("change the rules of the house"), "settings",
	  "settings" },
	{ STAFF | SUPERVISOR, 0, N_("write down praise, an idea, a complaint"),
	  "note", "note" },
	{ STAFF | SUPERVISOR | HR | COUNCIL, 0,
	  N_("find a rule, a limit, a telephone number"), "find WORD",
	  "find" },
	{ 0, 0, N_("find a rule, a limit, a telephone number"), "find WORD",
	  "find" },
	{ STAFF | SUPERVISOR | HR | COUNCIL, 0,
	  N_("object, ask, change my passphrase"), "me", "me" },
	{ STAFF, 0, N_("sign a lineup that waits"), "vouch", "vouch" },
	{ HR | COUNCIL, 0, N_("check every record and signature"), "verify",
	  "verify" },
	{ SUPERVISOR, 0, N_("train, read, sign the handbook myself"),
	  "drill, handbook, sign", "drill" },
};

static bool
wanted(struct app *app, const struct task *t)
{
	const char *word[2] = { t->words, NULL };
	int used;

	word[0] = arena_strndup(app->a, t->words, strcspn(t->words, " ,"));
	if (cmd_of(1, word, &used) == NULL)
		return false;
	if (app->who[0] != '\0')
		return (t->roles & ROLE_BIT(app->role)) != 0;
	return t->roles == 0 &&
	       app_has_house(app) == !(t->needs & FOR_INSTALLER);
}

/* The number of LINE in the menu of who is here; "": it has none there, or
 * numbers mean nothing here. */
static const char *
number_of(struct app *app, const char *line)
{
	const char *key = menu_key(app, line);

	return key == NULL ? "" : key;
}

static struct value *
command_data(struct app *app, const struct cmd *c)
{
	struct value *v = value_map(app->a);

	value_put_text(app->a, v, "command", c->name);
	value_put_text(app->a, v, "summary", T(app, c->summary));
	return v;
}

/* Keys and numbers mean something at the prompt only. */
static void
show_keys(struct app *app, struct page *page)
{
	if (app->shown == NULL)
		page_para(app->a, page,
			  T(app, "Without a word, preshift shows all of it by "
				 "numbers."));
	else
		page_para(app->a, page,
			  T(app, "A number chooses. Enter goes on. b goes "
				 "back. 0 puts away and keeps your place. l "
				 "other language. u takes the last one back. "
				 "? this help. Letters work on every keyboard "
				 "layout, large or small. At the prompt an "
				 "empty line shows the list."));
	page_gap(app->a, page);
}

/* What is wanted, the number unless there are none, the word. */
static void
add_line(struct app *app, struct page *page, const char *const cells[3],
	 bool numbers,
	 void (*add)(struct arena *, struct page *, size_t,
		     const char *const *))
{
	const char *two[] = { cells[0], cells[2] };

	if (numbers)
		add(app->a, page, 3, cells);
	else
		add(app->a, page, 2, two);
}

static int
help_tasks(struct app *app, struct err *e)
{
	const char *head[] = { T(app, "I want to ..."), T(app, "number"),
			       T(app, "word (if you like typing)") };
	bool numbers = app->shown != NULL;
	struct value *d = app_data(app), *list;
	struct page *page = app_page(app, T(app, "HELP"));

	show_keys(app, page);
	add_line(app, page, head, numbers, page_head);
	list = value_put(app->a, d, "commands", value_list(app->a));
	for (size_t i = 0; i < NELEM(tasks); i++) {
		const struct task *t = &tasks[i];
		struct value *v;

		if (!wanted(app, t))
			continue;

		const char *row[] = { T(app, t->wish), number_of(app, t->line),
				      t->words };

		add_line(app, page, row, numbers, page_row);
		v = value_map(app->a);
		value_put_text(app->a, v, "command", t->words);
		value_put_text(app->a, v, "summary", T(app, t->wish));
		value_add(app->a, list, v);
	}
	page_gap(app->a, page);
	page_para(app->a, page,
		  T(app, "More: help WORD.   All words: help all.   For "
			 "authors: help authors."));
	return app_result(app, d, NULL, page, e);
}

/* ---- by word ---- */

static int
help_words(struct app *app, const char *title, unsigned needs, struct err *e)
{
	struct value *d = app_data(app), *list;
	struct page *page = app_page(app, title);

	list = value_put(app->a, d, "commands", value_list(app->a));
	for (size_t i = 0; i < cmd_count; i++) {
		const struct cmd *c = &cmd_table[i];

		if ((c->needs & needs) != needs)
			continue;
		value_add(app->a, list, command_data(app, c));
		page_field(app->a, page, c->name, T(app, c->summary));
	}
	page_gap(app->a, page);
	page_para(app->a, page, T(app, "More: help WORD."));
	return app_result(app, d, NULL, page, e);
}

int
cmd_help(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *words[2], *name;

	if (app_args(app, NULL, 0, argc, argv, 2, words, e) != 0)
		return -1;
	name = words[0];
	if (words[1] != NULL) {
		name = arena_printf(app->a, "%s %s", words[0], words[1]);
		if (cmd_find(name) == NULL)
			return err_set(e, ERR_USAGE, "'%s' was not expected "
				       "here", words[1]);
	}
	if (name == NULL)
		return help_tasks(app, e);
	if (str_eq(name, "all"))
		return help_words(app, T(app, "ALL WORDS"), 0, e);
	if (str_eq(name, "authors"))
		return help_words(app, T(app, "WORDS FOR AUTHORS"),
				  FOR_AUTHOR, e);
	return help_one(app, name, e);
}
