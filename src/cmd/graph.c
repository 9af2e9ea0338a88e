/* graph: a drill as a picture, for its authors.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/exchange.h"
#include "cmd/result.h"

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/chart.h"
#include "model/explore.h"
#include "out/chart.h"

enum { BOX_COLUMNS = 32 };

struct drawing {
	struct app *app;
	const struct drill *d;
	struct explore_report rep;
	bool *best; /* nchoices: on the best path */
	struct chart c;
};

/* Text in box BOX, wrapped; what goes on is indented. */
static void
put(struct drawing *w, size_t box, const char *lead, const char *s)
{
	struct arena *a = w->app->a;
	size_t n, in = utf8_width(lead);
	const char **v = utf8_wrap(a, s, BOX_COLUMNS - in, &n);

	for (size_t i = 0; i < n; i++)
		chart_text(a, &w->c, box,
			   i == 0 ? arena_printf(a, "%s%s", lead, v[i]) :
				    arena_printf(a, "%*s%s", (int)in, "",
						 v[i]));
}

/* "(must be visited)" */
static const char *
remark(struct drawing *w, const struct drill_node *n)
{
	struct app *app = w->app;

	if (n->must == MUST_VISIT)
		return T(app, "(must be visited)");
	if (n->must == MUST_AVOID)
		return T(app, "(must be avoided)");
	if (n->max_visits > 0)
		return arena_printf(app->a, T(app, "(at most %d times)"),
				    n->max_visits);
	return NULL;
}

static void
put_node(struct drawing *w, const struct drill_node *n)
{
	size_t b = chart_box(w->app->a, &w->c, n->id,
			     (n == w->d->nodes ? CHART_START : 0) |
			     (n->kind == NODE_END ? CHART_END : 0));

	put(w, b, "", n->id);
	if (n->title != NULL)
		put(w, b, "", n->title->s);
	else if (n->nsays > 0)
		put(w, b, "", n->says[0].t->s);
	if (remark(w, n) != NULL)
		put(w, b, "", remark(w, n));
	for (size_t i = 0; i < n->nchoices; i++) {
		const struct drill_choice *c = &n->choices[i];

		put(w, b, arena_printf(w->app->a, "%zu%s ", i + 1,
				       c->critical ? "!" : ""), c->did->s);
		if (c->cond != NULL)
			put(w, b, "  ", arena_printf(w->app->a, "[%s]",
						     expr_print(w->app->a,
								w->d,
								c->cond)));
	}
}

/* "if mood > 0", "2 of 3" by chance; "" */
static const char *
condition(struct drawing *w, const struct drill_goto *g, size_t ng, size_t i)
{
	struct arena *a = w->app->a;
	const char *s = "";
	unsigned all = 0;

	for (size_t k = 0; k < ng; k++)
		all += g[k].chance;
	if (g[i].chance > 0)
		s = arena_printf(a, " %u/%u", g[i].chance, all);
	if (g[i].cond != NULL)
		s = arena_printf(a, "%s %s", s,
				 expr_print(a, w->d, g[i].cond));
	return *s == ' ' ? s + 1 : s;
}

/* Gotos that leave scene FROM; C is the choice they belong to, NULL: the
 * scene's own. Conditions stand in the box, where there is room. */
static void
put_gotos(struct drawing *w, size_t from, const struct drill_choice *c,
	  const struct drill_goto *g, size_t ng)
{
	struct arena *a = w->app->a;
	const struct drill_node *n = &w->d->nodes[from];
	unsigned marks = c == NULL ? 0 :
			 (c->critical ? CHART_CRITICAL : 0) |
			 (w->best[c->n] ? CHART_BEST : 0);

	for (size_t i = 0; i < ng; i++) {
		const char *cond = condition(w, g, ng, i);
		const char *name = c == NULL ? "" :
			arena_printf(a, "%td", c - n->choices + 1);

		if (ng > 1)
			name = arena_printf(a, "%s%c", name,
					    (char)('a' + i % 26));
		if (*cond != '\0')
			put(w, from, arena_printf(a, "%s: ", name), cond);
		if (g[i].to == from)
			put(w, from, arena_printf(a, "%s: ", name),
			    T(w->app, "stays here"));
		else
			chart_line(a, &w->c, from, g[i].to, name, marks);
	}
}

static void
put_call(struct drawing *w, size_t from, const char *name, size_t call)
{
	struct arena *a = w->app->a;

	if (call == DRILL_NONE)
		return;
	put(w, from, name,
	    arena_printf(a, T(w->app, "calls %s, then goes on"),
			 w->d->nodes[call].id));
	if (call != from)
		chart_line(a, &w->c, from, call, "()", 0);
}

static void
put_ways(struct drawing *w, size_t i)
{
	const struct drill_node *n = &w->d->nodes[i];
	struct arena *a = w->app->a;

	for (size_t k = 0; k < n->nchoices; k++) {
		const struct drill_choice *c = &n->choices[k];

		put_call(w, i, arena_printf(a, "%zu: ", k + 1), c->call);
		put_gotos(w, i, c, c->gotos, c->ngotos);
	}
	put_call(w, i, "", n->call);
	put_gotos(w, i, NULL, n->gotos, n->ngotos);
	if (n->timer.seconds > 0)
		put(w, i, "",
		    arena_printf(a, T(w->app, "after %u seconds: %zu"),
				 n->timer.seconds, n->timer.choice + 1));
}

static int
draw(struct drawing *w, struct err *e)
{
	OWN(arena_free) struct arena own = { 0 };
	const struct explore *x;

	if (explore_run(&own, w->d, EXPLORE_MAX_STATES, &x, &w->rep, e) != 0)
		return -1;
	w->best = ARENA_ARRAY(w->app->a, bool, w->d->nchoices);
	for (size_t i = 0; i < w->rep.nbest; i++)
		w->best[drill_choice_by_id(w->d, w->rep.best[i], NULL)->n] =
			true;
	for (size_t i = 0; i < w->d->nnodes; i++)
		put_node(w, &w->d->nodes[i]);
	for (size_t i = 0; i < w->d->nnodes; i++)
		put_ways(w, i);
	return chart_lay_out(w->app->a, &w->c, e);
}

/* A picture is a file: for a program, and for who looks at it. */
static int
write(struct app *app, const char *text, size_t n, const char *ext,
      struct err *e)
{
	const char *path = app->opt.save;

	if (path == NULL && app->ui == NULL)
		return out_text(&app->out, text, e);
	if ((path == NULL || *path == '\0') &&
	    result_place(app, exchange_dir(app), "graph", ext, &path,
			 e) != 0)
		return -1;
	if ((app->opt.yes ? file_replace(path, 0644, text, n, e) :
	     file_write_new(path, 0644, text, n, e)) != 0)
		return -1;
	return result_saved(app, path, e);
}

int
cmd_graph(struct app *app, int argc, const char *const *argv, struct err *e)
{
	OWN(str_free) struct str s = { 0 };
	struct drawing w = { .app = app };
	const struct chart_legend legend_of = {
		.lang = app->lang,
		.best = T(app, "the path with most points"),
		.critical = T(app, "a choice that decides (!)"),
		.start = T(app, "the start"),
		.end = T(app, "an end"),
	};
	struct chart_legend legend = legend_of;
	const char *words[1];
	bool svg = false, dot = false;
	const struct opt spec[] = {
		{ .name = "svg", .type = OPT_FLAG, .flag = &svg },
		{ .name = "dot", .type = OPT_FLAG, .flag = &dot },
	};
	struct drill *d;

	if (app_args(app, spec, NELEM(spec), argc, argv, 1, words, e) != 0)
		return -1;
	if (words[0] == NULL || svg == dot)
		return err_set(e, ERR_USAGE, "graph needs a drill's file, and "
			       "--svg or --dot");
	if (app_drill_file(app, words[0], &d, e) != 0)
		return -1;
	w.d = d;
	if (draw(&w, e) != 0)
		return -1;
	legend.title = d->title->s;
	if (svg)
		chart_svg(&s, &w.c, &legend);
	else
		chart_dot(&s, &w.c, &legend);
	return write(app, str_text(&s), s.n, svg ? ".svg" : ".dot", e);
}
