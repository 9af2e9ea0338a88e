/* settings: the house's rules, each on a page of its own, and changing them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/setting_ask.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "base/utf8.h"

enum { WORDS_MAX = 64, TEAMS_MAX = 64 };

/* One setting as it stands. */
struct state {
	const struct setting *s;
	const char *name;  /* of a team also which: "team.bar.de" */
	const char *title; /* "Early shift begins", "Name of the team Bar" */
	const char *value; /* that counts */
	const char *dflt;  /* NULL: none */
	bool is_dflt;
	bool untold;       /* the handbook tells its readers otherwise */
	const char *seen;  /* the log when this was read */
};

/* ---- as it stands ---- */

/* The names of a team: where nothing was said, what it is made of. */
static void
look_at_team(struct app *app, struct state *st, struct err *e)
{
	const char *team, *lang, *all;

	if (!setting_team(app->a, st->name, &team, &lang))
		return;
	st->title = lang == NULL ?
		    arena_printf(app->a, T(app, "Name of the team %s"), team) :
		    arena_printf(app->a, T(app, "Name of the team %s in "
						"language: %s"), team,
				 app_lang_words(app, lang));
	st->dflt = team_title(app->a, team);
	if (lang != NULL && app_setting(app, arena_printf(app->a, "team.%s",
							  team),
					&all, e) == 0 && *all != '\0')
		st->dflt = all;
	if (st->is_dflt)
		st->value = st->dflt;
}

static int
look_at(struct app *app, const char *name, struct state *st, struct err *e)
{
	struct guess g = { .typed = name };
	const char *set = NULL;

	memset(st, 0, sizeof(*st));
	st->s = setting_find(name);
	if (st->s == NULL) {
		for (size_t i = 0; i < setting_count; i++)
			guess_offer(&g, setting_table[i].name);
		if (g.word != NULL)
			return err_set(e, ERR_USAGE, "there is no setting "
				       "'%s'; did you mean '%s'?", name,
				       g.word);
		return err_set(e, ERR_USAGE, "there is no setting '%s': "
			       "'preshift settings' lists them",
			       changing_typed(app, name));
	}
	st->name = name;
	st->title = T(app, st->s->title);
	st->dflt = st->s->dflt;
	if (changing_seen(app, &st->seen, e) != 0 ||
	    app_setting(app, name, &st->value, e) != 0 ||
	    store_setting(app->store, app->a, name, &set, e) != 0)
		return -1;
	st->is_dflt = st->dflt == NULL ? st->s->group != GROUP_HOUSE &&
					 set == NULL :
					 str_eq(st->value, st->dflt);
	look_at_team(app, st, e);
	return e->kind == ERR_NONE ? 0 : -1;
}

/* The teams as the house calls them. */
static const char *
teams_words(struct app *app, const char *value)
{
	const char *v[TEAMS_MAX], *out = "";
	size_t n = arena_words(app->a, value, v, TEAMS_MAX);

	for (size_t i = 0; i < n && i < TEAMS_MAX; i++)
		out = arena_printf(app->a, "%s%s%s", out, i > 0 ? ", " : "",
				   app_team_words(app, v[i]));
	return out;
}

static const char *
plain_words(struct app *app, const struct setting *s, const char *value)
{
	return s->kind == SETTING_TEAMS ? teams_words(app, value) :
	       setting_words(app->a, s, app->m, value);
}

/* "07:00 (default)" */
static const char *
marked_words(struct app *app, const struct state *st)
{
	const char *w = plain_words(app, st->s, st->value);

	return st->is_dflt ? arena_printf(app->a, T(app, "%s (default)"), w) :
			     w;
}

struct speaker { struct app *app; const struct state *st; };

static const char *
say(void *ctx, const char *value)
{
	const struct speaker *k = ctx;

	if (value != NULL)
		return plain_words(k->app, k->st->s, value);
	return k->st->dflt == NULL ? "-" :
	       arena_printf(k->app->a, T(k->app, "%s (default)"),
			    plain_words(k->app, k->st->s, k->st->dflt));
}

static void
put_state(struct app *app, const struct state *st, struct value *d)
{
	value_put_text(app->a, d, "name", st->name);
	value_put_text(app->a, d, "value", st->value);
	value_put_bool(app->a, d, "default", st->is_dflt);
	value_put_text(app->a, d, "title", st->title);
	value_put_text(app->a, d, "words",
		       plain_words(app, st->s, st->value));
	value_put_text(app->a, d, "help", T(app, st->s->help));
}

/* ---- the list ---- */

/* At the prompt by numbers and in groups, whose columns are one: titles are
 * filled up to WIDTH. */
static void
add_item(struct app *app, struct page *p, size_t i, const struct state *st,
	 size_t width)
{
	const char *key = arena_printf(app->a, "%2zu", i + 1);
	size_t w = utf8_width(st->title);

	if (i == 0 || st->s->group != setting_table[i - 1].group)
		page_rule(app->a, p, T(app, setting_groups[st->s->group]));
	page_item(app->a, p, key,
		  arena_printf(app->a, "%s%*s\t%s", st->title,
			       w < width ? (int)(width - w) : 0, "",
			       marked_words(app, st)));
	app_follow(app, key + (*key == ' '),
		   arena_printf(app->a, "settings %s", st->name));
}

/* Elsewhere by the names that are typed. */
static void
add_row(struct app *app, struct page *p, const struct state *st)
{
	const char *row[] = { st->name, st->title, marked_words(app, st) };

	page_row(app->a, p, NELEM(row), row);
}

static size_t
widest_title(struct app *app)
{
	size_t best = 0;

	for (size_t i = 0; i < setting_count; i++) {
		size_t w = utf8_width(T(app, setting_table[i].title));

		best = w > best ? w : best;
	}
	return best;
}

static int
list(struct app *app, struct err *e)
{
	struct page *p = app_page(app, T(app, "SETTINGS OF THE HOUSE"));
	const char *head[] = { T(app, "Name"), T(app, "Setting"),
			       T(app, "Now") };
	struct value *d = app_data(app), *rows;
	size_t width = widest_title(app);

	rows = value_put(app->a, d, "settings",
			 value_table(app->a, "name value default title words "
					     "help"));
	if (app->shown == NULL)
		page_head(app->a, p, NELEM(head), head);
	for (size_t i = 0; i < setting_count; i++) {
		struct value *row = value_map(app->a);
		struct state st;

		if (look_at(app, setting_table[i].name, &st, e) != 0)
			return -1;
		put_state(app, &st, row);
		value_add(app->a, rows, row);
		if (app->shown != NULL)
			add_item(app, p, i, &st, width);
		else
			add_row(app, p, &st);
	}
	return app_result(app, d, rows, p, e);
}

/* ---- one ---- */

static void
choice_keys(struct app *app, const struct state *st, struct change_keys *k)
{
	for (const struct setting_choice *c = st->s->choices; c->word != NULL;
	     c++)
		changing_key(app, k, T(app, c->label),
			     arena_printf(app->a, "settings %s %s", st->name,
					  c->word));
}

static void
teams_keys(struct app *app, const struct state *st, struct change_keys *k)
{
	const char *v[TEAMS_MAX];
	size_t n = arena_words(app->a, st->value, v, TEAMS_MAX);

	for (size_t i = 0; i < n && i < TEAMS_MAX; i++)
		changing_key(app, k,
			     arena_printf(app->a, "%s\t%s",
					  app_team_words(app, v[i]), v[i]),
			     arena_printf(app->a, "settings team.%s", v[i]));
	changing_key(app, k, T(app, "A new team"), "settings teams --ask");
}

/* Another name in one language, and the end of the team. */
static void
team_keys(struct app *app, const struct state *st, struct change_keys *k,
	  struct err *e)
{
	const char *team, *lang, *teams, *v[TEAMS_MAX], *left = "";
	size_t n;

	if (!setting_team(app->a, st->name, &team, &lang) || lang != NULL ||
	    app_setting(app, "teams", &teams, e) != 0)
		return;
	for (size_t i = 0; i < LANGS; i++)
		if (strstr(app->house.languages, app_langs[i]) != NULL)
			changing_key(app, k,
				     arena_printf(app->a,
						  T(app, "Another name in one "
							 "language: %s"),
						  app_lang_words(
							  app, app_langs[i])),
				     arena_printf(app->a, "settings team.%s.%s",
						  team, app_langs[i]));
	n = arena_words(app->a, teams, v, TEAMS_MAX);
	for (size_t i = 0; i < n && i < TEAMS_MAX; i++)
		if (!str_eq(v[i], team))
			left = arena_printf(app->a, "%s%s%s", left,
					    *left != '\0' ? " " : "", v[i]);
	if (*left != '\0' && strlen(left) < strlen(teams))
		changing_key(app, k, T(app, "This team is no more"),
			     arena_printf(app->a, "settings teams '%s'", left));
}

static void
add_keys(struct app *app, const struct state *st, struct page *p,
	 struct err *e)
{
	struct change_keys k = { .p = p };

	page_gap(app->a, p);
	if (st->s->kind == SETTING_CHOICE)
		choice_keys(app, st, &k);
	else if (st->s->kind == SETTING_TEAMS)
		teams_keys(app, st, &k);
	else
		changing_key(app, &k, T(app, "Change it"),
			     arena_printf(app->a, "settings %s --ask",
					  st->name));
	team_keys(app, st, &k, e);
	if (st->untold)
		changing_key(app, &k, T(app, "Change it in the handbook too"),
			     arena_printf(app->a, "values %s %s", st->s->says,
					  st->value));
	if (st->dflt != NULL && !st->is_dflt &&
	    st->s->kind != SETTING_CHOICE && st->s->kind != SETTING_TEAMS)
		changing_key(app, &k,
			     arena_printf(app->a, T(app, "Back to the default: "
							 "%s"),
					  plain_words(app, st->s, st->dflt)),
			     arena_printf(app->a, "settings %s -", st->name));
}

/* What the handbook tells its readers must be what the program does. */
static int
add_handbook(struct app *app, struct state *st, struct page *p, struct err *e)
{
	struct app_standards std;
	const struct handbook_value *v;
	struct value_source vs;
	const char *told;

	if (st->s->says == NULL)
		return 0;
	if (app_standards(app, true, &std, e) != 0)
		return -1;
	v = handbook_value_find(std.h, st->s->says);
	if (v == NULL)
		return 0;
	if (app_values(app, std.h, &vs, e) != 0)
		return -1;
	told = vs.get(&vs, v->id);
	st->untold = !str_eq(told, st->value);
	page_field(app->a, p, T(app, "Handbook"), !st->untold ? told :
		   arena_printf(app->a, T(app, "still says %s: change it there "
					       "too"), told));
	return 0;
}

/* NEWS (or NULL) was done just now; D has what is told of it. */
static int
show(struct app *app, const char *name, const char *news, struct value *d,
     struct err *e)
{
	struct state st;
	struct speaker k = { .app = app, .st = &st };
	const struct change_words words = { say, &k };
	struct page *p;

	if (look_at(app, name, &st, e) != 0)
		return -1;
	p = app_page(app, arena_printf(app->a, "%s  %s", T(app, "SETTING"),
				       st.title));
	if (news != NULL) {
		page_para(app->a, p, news);
		page_gap(app->a, p);
	}
	page_para(app->a, p, T(app, st.s->help));
	page_gap(app->a, p);
	page_field(app->a, p, T(app, "Now"), marked_words(app, &st));
	page_field(app->a, p, T(app, "Wanted is"), T(app, st.s->wants));
	if (st.dflt != NULL && !st.is_dflt)
		page_field(app->a, p, T(app, "Default"),
			   plain_words(app, st.s, st.dflt));
	page_field(app->a, p, T(app, "Used in"), T(app, st.s->where));
	if (add_handbook(app, &st, p, e) != 0)
		return -1;
	put_state(app, &st, d);
	if (changing_history(app, name, &words, p, d, e) != 0)
		return -1;
	add_keys(app, &st, p, e);
	/* Whoever comes back here wants to see it, not to change it again. */
	app_show_as(app, arena_printf(app->a, "settings %s", name));
	return app_result(app, d, NULL, p, e);
}

/* ---- changing ---- */

static int
confirm(struct app *app, const struct state *st, const struct change *v,
	size_t n, struct err *e)
{
	struct page *p = app_page(app, T(app, "CHANGE A SETTING"));
	struct speaker k = { .app = app, .st = st };

	page_field(app->a, p, T(app, "Setting"), st->title);
	page_field(app->a, p, T(app, "Old value"), marked_words(app, st));
	page_field(app->a, p, T(app, "New value"), say(&k, v[0].value));
	if (n > 1) /* a team that has no name yet */
		page_field(app->a, p, T(app, "New team"), v[1].value);
	page_gap(app->a, p);
	page_para(app->a, p, T(app, "It holds from the moment it is signed."));
	return changing_confirm(app, p, e);
}

/* Records N changes, the first of them of ST. */
static int
change(struct app *app, const struct state *st, const struct change *v,
       size_t n, struct err *e)
{
	struct speaker k = { .app = app, .st = st };
	const struct change_words words = { say, &k };
	const struct change_seen seen = { st->seen, st->value,
					  marked_words(app, st), &words };
	const char *news;
	struct value *d;

	if (confirm(app, st, v, n, e) != 0 ||
	    changing_record(app, v, n, &seen, &news, &d, e) != 0)
		return -1;
	return show(app, st->name, news, d, e);
}

/* TYPED "-": the default. */
static int
change_to(struct app *app, const struct state *st, const char *typed,
	  struct err *e)
{
	struct change c = { .name = st->name };
	bool back = str_eq(typed, "-");

	if (back && st->dflt == NULL)
		return err_set(e, ERR_USAGE, "'%s' has no default: say what it "
			       "should be", st->title);
	if (!back && setting_fit(app, st->s, typed, &c.value, e) != 0)
		return -1;
	if (back ? st->is_dflt : str_eq(c.value, st->value))
		return show(app, st->name, T(app, "It is so already: nothing "
						  "was changed."),
			    app_data(app), e);
	return change(app, st, &c, 1, e);
}

static int
ask(struct app *app, const struct state *st, struct err *e)
{
	struct change team[2];
	const char *value;

	if (st->s->kind == SETTING_TEAMS) {
		if (setting_ask_team(app, st->value, team, e) != 0)
			return -1;
		return change(app, st, team, NELEM(team), e);
	}
	if (setting_ask(app, st->s, &value, e) != 0)
		return -1;
	return change_to(app, st, value, e);
}

int
cmd_settings(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const char *words[WORDS_MAX + 1] = { NULL }, *typed;
	bool asks = false;
	const struct opt spec[] = {
		{ .name = "ask", .type = OPT_FLAG, .flag = &asks },
	};
	struct state st;

	if (app_args(app, spec, NELEM(spec), argc, argv, WORDS_MAX, words,
		     e) != 0)
		return -1;
	if (words[0] == NULL)
		return list(app, e);
	typed = changing_joined(app, words + 1);
	if (look_at(app, words[0], &st, e) != 0)
		return -1;
	if (typed != NULL)
		return change_to(app, &st, typed, e);
	return asks ? ask(app, &st, e) :
		      show(app, words[0], NULL, app_data(app), e);
}
