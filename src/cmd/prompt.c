/* The prompt: first start, door, home by role.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/complete.h"
#include "cmd/demo.h"
#include "cmd/line.h"
#include "cmd/menu.h"
#include "cmd/result.h"

#include <string.h>

#include "base/layout.h"
#include "base/str.h"
#include "base/utf8.h"

enum { TRAIL_MAX = 8 };

/* What stands above the prompt. */
enum above {
	MENU_DUE,  /* the menu is to be shown */
	ON_MENU,
	ON_VIEW,   /* a list: its numbers count */
	ON_RESULT, /* what a command said last */
};

struct prompt {
	struct app *app;
	enum above above;
	struct shown shown;
	/* The views one came through, the innermost last. */
	const char *trail[TRAIL_MAX];
	size_t ntrail;
	struct arena lines; /* of the trail */
	const char *menu;   /* that is shown; NULL: the first */
	const char *notice; /* to be said below the next menu; NULL: none */
};

static void
forget_trail(struct prompt *p)
{
	p->ntrail = 0;
	p->shown.view = NULL;
	arena_free(&p->lines);
}

/* How a line comes about that is run. */
enum way {
	AFRESH, /* typed, or chosen in the menu */
	DEEPER, /* by a key of what is shown: it comes back there */
	TURNED, /* the place is shown otherwise: it takes its place */
};

static bool
same_verb(const char *a, const char *b)
{
	size_t n = strcspn(a, " ");

	return n == strcspn(b, " ") && memcmp(a, b, n) == 0;
}

/* The view that is shown now is where 0 comes back to, and from there to what
 * it was opened in. */
static void
remember(struct prompt *p, enum way way)
{
	const char *line = p->shown.view;
	size_t i = 0;

	if (way == AFRESH)
		p->ntrail = 0;
	while (way == TURNED && p->ntrail > 0 &&
	       same_verb(p->trail[p->ntrail - 1], line))
		p->ntrail--;
	while (i < p->ntrail && !str_eq(p->trail[i], line))
		i++;
	if (i == TRAIL_MAX) {
		memmove(p->trail, p->trail + 1,
			(TRAIL_MAX - 1) * sizeof(*p->trail));
		i--;
	}
	if (i >= p->ntrail || !str_eq(p->trail[i], line))
		p->trail[i] = arena_strdup(&p->lines, line);
	p->ntrail = i + 1;
	p->shown.view = p->trail[i];
}

/* At the door what somebody looked up, or began to log in, and left goes back
 * to it. Not where a screen is read aloud: it would begin anew. */
static unsigned
idle_of(const struct app *app, const struct cmd *c)
{
	if (c == NULL || str_eq(c->name, "lineup"))
		return 0;
	if (app->who[0] == '\0')
		return app->opt.linear ||
		       (c->needs & (LOOKS | NEED_TERMINAL)) == 0 ?
		       0 : APP_IDLE_READING;
	return str_eq(c->name, "drill") || str_starts(c->name, "handbook") ?
	       APP_IDLE_READING : APP_IDLE_HOME;
}

/* Whether the command leaves nothing to be read: the menu comes at once. */
static bool
leaves_nothing(const struct cmd *c, int argc)
{
	return str_eq(c->name, "login") || str_eq(c->name, "logout") ||
	       str_eq(c->name, "demo") ||
	       (argc <= 2 && str_eq(c->name, "drill"));
}

/* A slip of the finger: the word that was meant is a key away. */
static int
meant(struct prompt *p, int argc, const char **argv, const struct cmd **ret,
      struct err *e)
{
	struct app *app = p->app;
	const struct io_option o[] = {
		{ .word = "yes", .label = T(app, "yes") },
		{ .word = "no", .label = T(app, "no") },
	};
	const struct cmd *near;
	int used;
	size_t i;

	*ret = cmd_of(argc, argv, &used);
	if (*ret != NULL)
		return 0;
	near = cmd_nearest(argv[0]);
	if (near == NULL)
		return 0;
	if (io_choose(app->io, arena_printf(app->a, T(app, "I do not know "
						       "'%s'. Did you mean "
						       "'%s'?"),
					    argv[0], near->name),
		      o, NELEM(o), 0, &i, e) != 0)
		return -1;
	if (i == 1)
		return err_cancel(e);
	argv[0] = near->name;
	*ret = cmd_of(argc, argv, &used);
	return 0;
}

/* Whether what was shown before the command counts on: it still stands there,
 * or is what one was busy with. */
static bool
stays(const struct prompt *p, enum above above, int rc, bool kept,
      const struct err *e)
{
	return kept || (rc != 0 && !p->shown.told &&
			(e->kind == ERR_USAGE || above == ON_VIEW));
}

static int
run_command(struct prompt *p, const char *line, enum way way, struct err *e)
{
	struct app *app = p->app;
	struct shown before = p->shown;
	enum above above = p->above;
	const char *who = arena_strdup(app->a, app->who), **argv;
	const struct cmd *c;
	bool kept;
	int argc, rc;

	if (line_words(app, line, &argv, &argc, e) != 0)
		return -1;
	if (argc == 0)
		return 0;
	if (meant(p, argc, argv, &c, e) != 0)
		return -1;
	ui_set_idle(app->ui, idle_of(app, c));
	p->above = ON_RESULT;
	p->shown = (struct shown){ .line = line, .inside = p->ntrail > 0 };
	rc = line_run(app, argc, argv, &kept, e);
	if (rc != 0 && !str_eq(who, app->who)) {
		p->menu = NULL; /* nothing of who was here before is left */
		p->above = MENU_DUE;
	} else if (stays(p, above, rc, kept, e)) {
		arena_free(&p->shown.a);
		p->shown = before;
		p->shown.told = kept || e->kind == ERR_USAGE;
		p->shown.inside = above == ON_VIEW;
		p->above = above;
		return rc;
	}
	arena_free(&before.a);
	if (rc == 0 && p->shown.view != NULL) {
		remember(p, way);
		p->above = ON_VIEW;
	} else if (rc == 0 && c != NULL && leaves_nothing(c, argc)) {
		p->above = MENU_DUE;
	}
	return rc;
}

static int
go_back(struct prompt *p, struct err *e)
{
	if (p->above == ON_VIEW && p->ntrail > 0)
		p->ntrail--;
	if (p->ntrail > 0)
		return run_command(p, p->trail[p->ntrail - 1], DEEPER, e);
	if (p->above == ON_MENU)
		p->menu = NULL;
	p->above = MENU_DUE;
	return 0;
}

/* Once more what is shown, in a language that was chosen or to see what
 * changed. */
static int
show_again(struct prompt *p, struct err *e)
{
	if (p->above == ON_VIEW)
		return run_command(p, p->shown.view, DEEPER, e);
	p->above = MENU_DUE;
	return 0;
}

static int
choose_lang(struct prompt *p, const char *want, struct err *e)
{
	struct app *app = p->app;

	if (str_eq(want, "next"))
		want = app_langs[(app_lang_index(app->lang) + 1) % LANGS];
	app->lang_chosen = true;
	if (app_set_lang(app, want, e) != 0)
		return -1;
	return show_again(p, e);
}

static int
leave(struct prompt *p, struct err *e)
{
	p->app->quit = p->app->who[0] == '\0';
	p->above = MENU_DUE;
	p->menu = NULL;
	app_logout(p->app, e);
	return 0;
}

/* The command line of a key of the view that is shown; NULL: it has no such
 * key. */
static const char *
view_key(struct prompt *p, const char *key, enum way *ret)
{
	const struct shown *s = &p->shown;

	*ret = DEEPER;
	if (p->above != ON_VIEW)
		return NULL;
	for (size_t i = 0; i < s->n; i++) {
		if (!str_eq(s->follow[i].key, key))
			continue;
		if (s->follow[i].turns)
			*ret = TURNED;
		return s->follow[i].line;
	}
	if (s->table && str_eq(key, "x"))
		return arena_printf(p->app->a, "%s --excel --save", s->view);
	if (str_eq(key, "p"))
		return arena_printf(p->app->a, "%s --print", s->view);
	return NULL;
}

/* One line at the prompt. */
static int
run_line(struct prompt *p, const char *line, struct err *e)
{
	struct app *app = p->app;
	const char one[] = { layout_key(line), '\0' };
	const char *key = *one != '\0' ? one : line, *known;
	enum way way;

	if (*line == '\0')
		return p->above == ON_VIEW && p->shown.n > 0 ?
		       show_again(p, e) : go_back(p, e);
	if (str_eq(line, "exit") || str_eq(line, "quit"))
		return leave(p, e);
	if (str_eq(line, "0") && p->above == ON_MENU)
		return p->menu != NULL ? go_back(p, e) : leave(p, e);
	known = view_key(p, key, &way);
	if (known != NULL)
		return run_command(p, arena_strdup(app->a, known), way, e);
	if (str_eq(line, "0") || str_eq(key, "b"))
		return go_back(p, e);
	if (str_eq(key, "l"))
		return choose_lang(p, "next", e);
	if (str_eq(key, "?"))
		return run_command(p, "help", DEEPER, e);
	/* What has no numbers of its own leaves those of the menu. */
	known = p->above == ON_VIEW && p->shown.n > 0 ? NULL :
		menu_line(app, p->menu, line);
	if (known != NULL && *known == ':')
		return choose_lang(p, known + 1, e);
	if (known != NULL && *known == '@') {
		p->menu = known + 1;
		p->above = MENU_DUE;
		return 0;
	}
	if (known == NULL && line[strspn(line, "0123456789")] == '\0')
		return err_set(e, ERR_USAGE, "there is no number %s here: an "
			       "empty line shows the list", line);
	return run_command(p, known != NULL ? known : line, AFRESH, e);
}

static const char *
prompt_words(struct app *app)
{
	return app->who[0] != '\0' ?
	       arena_printf(app->a, "preshift (%s)> ", app->who) :
	       T(app, "Number or word, ? for help: ");
}

/* Nobody came for a while: the door, where somebody else may begin. */
static int
lock(struct prompt *p, struct err *e)
{
	struct app *app = p->app;
	const char *said = arena_printf(
		app->a, T(app, "%s was logged out: nobody pressed a key. What "
			       "was open is kept."), app->who);

	if (app->who[0] != '\0' && leave(p, e) == 0)
		p->notice = arena_strdup(&p->lines, said);
	p->above = MENU_DUE;
	return 0;
}

/* Whoever was logged in has gone away, or put away what was open: back to
 * where it was opened. */
static int
after_cancel(struct prompt *p, struct err *e)
{
	struct app *app = p->app;

	err_clear(e);
	if (ui_hung_up(app->ui))
		app->quit = true;
	if (ui_idle(app->ui))
		return lock(p, e);
	if (!app->quit && p->above == ON_VIEW)
		return show_again(p, e);
	if (!app->quit && p->above == ON_RESULT)
		return go_back(p, e);
	p->above = MENU_DUE;
	return 0;
}

/* The door tells the time, so it is drawn anew each minute. */
static unsigned
idle_here(const struct prompt *p)
{
	const struct app *app = p->app;

	if (app->who[0] != '\0')
		return APP_IDLE_HOME;
	if (app->opt.linear || app->store == NULL)
		return 0;
	return p->above == ON_MENU || p->above == MENU_DUE ?
	       (unsigned)(60 - clock_now(&app->clock) % 60) :
	       APP_IDLE_READING;
}

/* Where the menu comes at once it would hide the words: they stand below it. */
static void
tell_error(struct prompt *p, struct err *e)
{
	struct app *app = p->app;
	const char *text = utf8_capital(app->a, arena_strdup(app->a, e->text));

	err_clear(e);
	if (p->above == MENU_DUE)
		p->notice = arena_strdup(&p->lines, text);
	else
		app->quit = io_say(app->io, text, e) != 0;
}

static void
step(struct prompt *p, const struct completer *c, struct err *e)
{
	struct app *app = p->app;
	struct page *page = NULL;
	const char *line = NULL;
	int rc = 0;

	ui_set_idle(app->ui, idle_here(p));
	if (app->out.wrote)
		ui_written_over(app->ui);
	if (p->above == MENU_DUE) {
		rc = menu_page(app, p->menu, &page, e);
		p->above = ON_MENU;
		if (rc == 0 && p->notice != NULL) {
			page_gap(app->a, page);
			page_para(app->a, page, p->notice);
		}
		p->notice = NULL;
		forget_trail(p);
		p->shown.told = true;
	}
	if (rc == 0)
		rc = ui_command(app->ui, app->a, page, prompt_words(app), c,
				&line, e);
	if (rc == 0 && line == NULL)
		rc = leave(p, e); /* Ctrl-D */
	else if (rc == 0)
		rc = run_line(p, line, e);
	else if (!e->cancelled)
		app->quit = true; /* not even the menu can be shown */
	if (rc != 0 && e->cancelled)
		rc = after_cancel(p, e);
	if (rc != 0 && !app->quit)
		tell_error(p, e);
	/* A conversation has ended, or an error: what was shown last does not
	 * say how it goes on. */
	if (!app->quit && p->above != MENU_DUE && !p->shown.told) {
		p->shown.told = true;
		app->quit = io_say(app->io, result_keys(app), e) != 0;
	}
}

int
app_prompt(struct app *app, struct err *e)
{
	const struct completer c = { .words = complete_line, .ctx = app };
	struct prompt p = { .app = app };
	struct arena *once = app->a;

	app->at_prompt = true;
	app->shown = &p.shown;
	while (!app->quit && !ui_hung_up(app->ui)) {
		OWN(arena_free) struct arena a = { 0 };

		app->a = &a;
		step(&p, &c, e);
	}
	arena_free(&p.shown.a);
	arena_free(&p.lines);
	app->shown = NULL;
	app->a = once;
	if (e->kind == ERR_NONE && !ui_hung_up(app->ui))
		(void)!demo_farewell(app, e);
	return e->kind == ERR_NONE ? 0 : -1;
}
