/* check: this computer and the database; --rebuild makes the views anew.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/checking.h"
#include "cmd/verification.h"

void
check_add(struct checks *c, const char *name, enum check_state st,
	  const char *text)
{
	struct app *app = c->app;
	struct value *v = value_map(app->a);
	const char *const labels[] = { T(app, "fine"), T(app, "LOOK"),
				       T(app, "BROKEN") };

	value_put_text(app->a, v, "name", name);
	value_put_bool(app->a, v, "ok", st != CHECK_BROKEN);
	value_put_bool(app->a, v, "look", st != CHECK_FINE);
	value_put_text(app->a, v, "text", text);
	value_add(app->a, c->list, v);
	page_field(app->a, c->page, labels[st], text);
	c->looks += st == CHECK_LOOK;
	if (st == CHECK_BROKEN) {
		c->broken = true;
		c->kind = ERR_UNTRUE;
	}
}

void
check_failed(struct checks *c, const char *name, const struct err *why)
{
	enum err_kind before = c->kind;

	check_add(c, name, CHECK_BROKEN, utf8_capital(c->app->a, arena_strdup(c->app->a,
							   why->text)));
	if (why->kind == ERR_FAILED && before != ERR_UNTRUE)
		c->kind = ERR_FAILED;
}

/* ---- the views ---- */

/* The view whose rows differ first. Rows begin with its name, and views come
 * in the order of their names: of two, the first has the row too many. */
static const char *
first_difference(struct arena *a, const char *x, const char *y)
{
	const char *in_x, *in_y;
	size_t line = 0;

	for (size_t i = 0; x[i] == y[i] && x[i] != '\0'; i++) {
		if (x[i] == '\n')
			line = i + 1;
	}
	in_x = arena_strndup(a, x + line, strcspn(x + line, "|"));
	in_y = arena_strndup(a, y + line, strcspn(y + line, "|"));
	if (*in_x == '\0' || (*in_y != '\0' && strcmp(in_y, in_x) < 0))
		return in_y;
	return in_x;
}

static int
leaves_held(struct app *app, uint64_t *ret, struct err *e)
{
	struct origin_row *v;
	uint64_t sum = 0;
	size_t n;

	if (store_origins(app->store, app->a, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		sum += v[i].size;
	*ret = sum;
	return 0;
}

static void
rebuild(struct checks *c, struct value *d)
{
	struct app *app = c->app;
	struct arena *a = app->a;
	const char *before, *after;
	struct value *v;
	struct err why;
	uint64_t n = 0;
	bool same;

	err_init(&why, app->m);
	if (leaves_held(app, &n, &why) != 0 ||
	    store_rebuild(app->store, a, &before, &after, &why) != 0) {
		check_failed(c, "rebuild", &why);
		return;
	}
	same = str_eq(before, after);
	v = value_put(a, d, "rebuilt", value_map(a));
	value_put_int(a, v, "leaves", (int64_t)n);
	value_put_bool(a, v, "same", same);
	if (same) {
		check_add(c, "rebuild", CHECK_FINE,
			  arena_printf(a, messages_nget(app->m,
				"Lists made anew from %lu record: the same "
				"as before",
				"Lists made anew from %lu records: the same "
				"as before", (unsigned long)n),
				(unsigned long)n));
		return;
	}
	value_put_text(a, v, "differs", first_difference(a, before, after));
	check_add(c, "rebuild", CHECK_BROKEN,
		  arena_printf(a,
			       T(app, "The list '%s' was not what the records "
				      "say; it has been made anew from them. "
				      "Run verify, and ask who changed the "
				      "database"),
			       first_difference(a, before, after)));
}

/* ---- the whole ---- */

static void
look_at_house(struct checks *c, bool again, struct value *d, bool opened,
	      const struct err *why)
{
	struct app *app = c->app;
	struct err now = *why;

	/* Views that are damaged keep a house from being opened. */
	if (again && app->store != NULL && app->writable &&
	    !app->rolled_back) {
		rebuild(c, d);
		if (!opened) {
			app_close_house(app);
			err_init(&now, app->m);
			opened = app_enter_house(app, false, &now) == 0;
		}
	}
	if (opened)
		check_house(c, again);
	else if (c->theirs)
		check_add(c, "house", CHECK_LOOK,
			  utf8_capital(app->a,
				       arena_strdup(app->a, now.text)));
	else
		check_failed(c, "house", &now);
}

/* Whether the house has held one. */
static bool
has_held(struct app *app)
{
	struct lineup_row *v;
	struct err e;
	size_t n = 0;

	err_init(&e, NULL);
	return app->store != NULL &&
	       store_lineups(app->store, app->a, NULL, NULL, NULL, &v, &n,
			     &e) == 0 && n > 0;
}

static int
finish(struct checks *c, struct value *d, struct err *e)
{
	struct app *app = c->app;
	const char *looks = "";

	if (c->looks > 0 && has_held(app))
		looks = arena_printf(app->a,
				     messages_nget(app->m,
						   "%u to look at. ",
						   "%u to look at. ",
						   c->looks), c->looks);
	else if (c->looks > 0)
		looks = arena_printf(app->a,
				     messages_nget(app->m,
						   "%u to look at before the "
						   "first lineup. ",
						   "%u to look at before the "
						   "first lineup. ",
						   c->looks), c->looks);
	page_para(app->a, c->page,
		  arena_printf(app->a, "%s%s", looks,
			       c->broken ? T(app, "SOMETHING IS BROKEN.") :
					   T(app, "Nothing is broken.")));
	value_put_bool(app->a, d, "ok", !c->broken);
	if (app_result(app, d, c->list, c->page, e) != 0)
		return -1;
	if (!c->broken)
		return 0;
	return err_set(e, c->kind, "something is broken: see the lines that "
		       "say so");
}

int
cmd_check(struct app *app, int argc, const char *const *argv, struct err *e)
{
	bool again = false, opened = false, there = app_has_house(app);
	const struct opt spec[] = {
		{ .name = "rebuild", .type = OPT_FLAG, .flag = &again },
	};
	struct checks c = { .app = app };
	struct value *d;
	struct err why;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0)
		return -1;
	if (again && !there)
		return err_set(e, ERR_FAILED,
			       "there is no house in '%s' to rebuild",
			       app->site);
	err_init(&why, app->m);
	if (there)
		opened = app_enter_house(app, again, &why) == 0;
	c.theirs = there && !opened && why.kind == ERR_REFUSED;
	c.page = app_page(app, T(app, "CHECK OF THIS COMPUTER"));
	d = app_data(app);
	c.list = value_put(app->a, d, "checks", value_list(app->a));
	check_computer(&c);
	if (there)
		look_at_house(&c, again, d, opened, &why);
	else
		check_backup(&c);
	return finish(&c, d, e);
}
