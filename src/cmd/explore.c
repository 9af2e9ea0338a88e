/* explore: every path of a drill at once, for its authors.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "model/explore.h"
#include "model/playtest.h"
#include "model/walk.h"

enum { WALKS_MAX = 1000000, WALKS_INSTEAD = 10000,
       WALKS_WORK = 20000000, SHOWN_MOST = 20, SEED_LIMIT = 100000,
       TESTS_MAX_BYTES = 1 << 20 };

struct job {
	struct app *app;
	const char *path;
	struct drill *d;
	struct explore_report rep;
	struct value *data;
	struct page *page;
};

/* ---- what was found ---- */

typedef bool picked(const struct job *j, size_t n);

static bool
unreachable(const struct job *j, size_t n)
{
	return !j->rep.node_reached[n];
}

static bool
dead(const struct job *j, size_t n)
{
	return j->rep.node_dead[n] || j->rep.node_no_way[n];
}

static bool
never(const struct job *j, size_t n)
{
	return !j->rep.choice_enabled[n];
}

static const char *
node_id(const struct job *j, size_t n)
{
	return j->d->nodes[n].id;
}

static const char *
choice_id(const struct job *j, size_t n)
{
	return drill_choice(j->d, n)->id;
}

/* The ids of those PICKED among N, as data under KEY; on the page, if there
 * are any, after LABEL. */
static void
put_ids(struct job *j, const char *key, const char *label, size_t n,
	picked *is, const char *(*id)(const struct job *, size_t))
{
	OWN(str_free) struct str s = { 0 };
	struct arena *a = j->app->a;
	struct value *list = value_list(a);

	for (size_t i = 0; i < n; i++) {
		if (!is(j, i))
			continue;
		value_add(a, list, value_text(a, id(j, i)));
		if (list->n <= SHOWN_MOST)
			str_printf(&s, "%s%s", s.n > 0 ? ", " : "", id(j, i));
	}
	if (list->n > SHOWN_MOST)
		str_printf(&s, T(j->app, ", and %zu more"),
			   list->n - SHOWN_MOST);
	value_put(a, j->data, key, list);
	if (list->n > 0)
		page_field(a, j->page, label, str_text(&s));
}

/* An extreme path: its choices, the seed under which it plays, its result. */
static void
put_path(struct job *j, bool best)
{
	struct arena *a = j->app->a;
	size_t n = best ? j->rep.nbest : j->rep.nworst;
	const char **ids = best ? j->rep.best : j->rep.worst;
	int64_t total = best ? j->rep.x.max : j->rep.x.min;
	OWN(str_free) struct str s = { 0 };
	struct value *list = value_list(a);
	uint64_t seed;

	str_printf(&s, "%s: ",
		   drill_result_word(explore_judge(a, j->d, &j->rep,
						   best).result));
	for (size_t i = 0; i < n; i++) {
		value_add(a, list, value_text(a, ids[i]));
		str_printf(&s, "%s%s", i > 0 ? ", " : "", ids[i]);
	}
	value_put(a, j->data, best ? "best" : "worst", list);
	if (explore_seed(j->d, ids, n, total, SEED_LIMIT, &seed)) {
		value_put_int(a, j->data, best ? "best_seed" : "worst_seed",
			      (int64_t)seed);
		if (seed > 0)
			str_printf(&s, " (--seed %llu)",
				   (unsigned long long)seed);
	} else {
		value_put(a, j->data, best ? "best_seed" : "worst_seed",
			  value_null(a));
	}
	page_field(a, j->page,
		   best ? T(j->app, "Best path") : T(j->app, "Worst path"),
		   str_text(&s));
}

static void
put_range(struct job *j, struct value *to, const char *label, int64_t min,
	  int64_t max)
{
	struct arena *a = j->app->a;

	value_put_int(a, to, "min", min);
	value_put_int(a, to, "max", max);
	page_field(a, j->page, label,
		   arena_printf(a, T(j->app, "from %lld to %lld points"),
				(long long)min, (long long)max));
}

static void
put_extremes(struct job *j)
{
	struct arena *a = j->app->a;
	const struct drill *d = j->d;
	struct value *all = value_map(a);

	if (!j->rep.x.complete) {
		page_para(a, j->page, j->rep.score_loop ?
			  T(j->app, "A circle changes the score: there is no "
				    "best path.") :
			  T(j->app, "No path leads to an end."));
		return;
	}
	put_range(j, j->data, T(j->app, "All in all"), j->rep.x.min,
		  j->rep.x.max);
	for (size_t i = 0; i < d->ncompetencies; i++) {
		struct value *one = value_map(a);

		put_range(j, one, d->competencies[i].name->s,
			  j->rep.x.cmin[i], j->rep.x.cmax[i]);
		value_put(a, all, d->competencies[i].id, one);
	}
	value_put(a, j->data, "competencies", all);
	put_path(j, true);
	put_path(j, false);
}

static void
put_graph(struct job *j)
{
	struct arena *a = j->app->a;
	const struct drill *d = j->d;

	value_put_int(a, j->data, "states", (int64_t)j->rep.states);
	value_put_int(a, j->data, "transitions", (int64_t)j->rep.transitions);
	value_put_bool(a, j->data, "complete", j->rep.complete);
	value_put_int(a, j->data, "nodes", (int64_t)d->nnodes);
	page_para(a, j->page,
		  arena_printf(a, T(j->app, "Scenes: %zu. Choices: %zu. "
					    "States: %zu. Ways: %zu."),
			       d->nnodes, d->nchoices, j->rep.states,
			       j->rep.transitions));
	if (!j->rep.complete)
		return;
	put_ids(j, "unreachable", T(j->app, "Never reached"), d->nnodes,
		unreachable, node_id);
	put_ids(j, "dead", T(j->app, "No way to an end"), d->nnodes, dead,
		node_id);
	put_ids(j, "never", T(j->app, "Never open"), d->nchoices, never,
		choice_id);
	put_extremes(j);
}

/* What could not be found out has its key all the same. */
static void
put_unknown(struct job *j)
{
	static const char *const keys[] = {
		"unreachable", "dead", "never", "min", "max", "competencies",
		"best", "best_seed", "worst", "worst_seed",
	};

	for (size_t i = 0; i < NELEM(keys); i++)
		if (value_get(j->data, keys[i]) == NULL)
			value_put(j->app->a, j->data, keys[i],
				  value_null(j->app->a));
}

/* ---- walking at random ---- */

static void
put_walk(struct job *j, uint64_t seed, size_t n)
{
	struct arena *a = j->app->a;
	struct value *v = value_map(a);
	struct walk_report w;
	size_t seen = 0, taken = 0;

	walk_run(a, j->d, seed, n, &w);
	for (size_t i = 0; i < j->d->nnodes; i++)
		seen += w.node_seen[i];
	for (size_t i = 0; i < j->d->nchoices; i++)
		taken += w.taken[i] > 0;
	value_put_int(a, v, "seed", (int64_t)seed);
	value_put_int(a, v, "walks", (int64_t)w.walks);
	value_put_int(a, v, "steps", (int64_t)w.steps);
	value_put_int(a, v, "ended", (int64_t)w.ended);
	value_put_int(a, v, "stuck", (int64_t)w.stuck);
	value_put_int(a, v, "endless", (int64_t)w.endless);
	value_put_int(a, v, "nodes", (int64_t)seen);
	value_put_int(a, v, "choices", (int64_t)taken);
	page_para(a, j->page,
		  arena_printf(a, T(j->app, "Walked at random: %zu times, "
					    "seed %llu. Came to an end: %zu; "
					    "stuck: %zu; went on without end: "
					    "%zu. Scenes seen: %zu of %zu, "
					    "choices taken: %zu of %zu."),
			       w.walks, (unsigned long long)seed, w.ended,
			       w.stuck, w.endless, seen, j->d->nnodes, taken,
			       j->d->nchoices));
	if (w.ended > 0)
		put_range(j, v, T(j->app, "Walked"), w.worst.total,
			  w.best.total);
	value_put(a, j->data, "walk", v);
}

/* ---- play-tests ---- */

/* How many of the choices that can be open the tests take. */
static size_t
covered(const struct job *j, const struct playtests *t)
{
	bool *taken = ARENA_ARRAY(j->app->a, bool, j->d->nchoices);
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->v[i].nchoices; k++) {
			const struct drill_choice *c = drill_choice_by_id(
				j->d, t->v[i].choices[k], NULL);

			if (c == NULL || taken[c->n])
				continue;
			taken[c->n] = true;
			n++;
		}
	return n;
}

/* Runs the tests beside the drill. *RET_FAILED: how many do not hold. */
static int
put_tests(struct job *j, size_t *ret_failed, struct err *e)
{
	struct app *app = j->app;
	struct arena *a = app->a;
	const char *file = arena_printf(a, "%.*s.tests",
					(int)strlen(j->path) - 4, j->path);
	struct value *v = value_map(a), *list = value_list(a);
	struct playtests t;
	const char *s;
	size_t n;

	*ret_failed = 0;
	if (file_read(a, file, TESTS_MAX_BYTES, &s, &n, e) != 0 ||
	    playtest_parse(a, file, s, n, &t, e) != 0)
		return -1;
	for (size_t i = 0; i < t.n; i++) {
		const char *said;

		if (playtest_run(a, j->d, &j->rep.x, &t.v[i], e) == 0)
			continue;
		said = arena_printf(a, "%s:%u: %s", file, t.v[i].line,
				    e->text);
		err_clear(e);
		value_add(a, list, value_text(a, said));
		page_para(a, j->page, said);
		++*ret_failed;
	}
	value_put_int(a, v, "run", (int64_t)t.n);
	value_put(a, v, "failed", list);
	value_put_int(a, v, "choices", (int64_t)covered(j, &t));
	value_put(a, j->data, "tests", v);
	page_para(a, j->page,
		  arena_printf(a, T(app, "Play-tests: %zu, of which %zu do "
					 "not hold. They take %zu of %zu "
					 "choices."), t.n, *ret_failed,
			       covered(j, &t), j->d->nchoices));
	return 0;
}

/* ---- the command ---- */

static int
walks_of(const char *given, size_t *ret, struct err *e)
{
	uint64_t n = 0;

	*ret = 0;
	if (given == NULL)
		return 0;
	if (!str_u64(given, WALKS_MAX, &n) || n == 0)
		return err_set(e, ERR_USAGE, "--walk '%s' is no number from 1 "
			       "to %d", given, WALKS_MAX);
	*ret = (size_t)n;
	return 0;
}

static size_t
fewer(size_t a, size_t b)
{
	return a < b ? a : b;
}

static int
explore(struct job *j, size_t walks, bool tests, size_t *ret_failed,
	struct err *e)
{
	OWN(arena_free) struct arena own = { 0 };
	const struct explore *x;
	uint64_t seed = 0;

	*ret_failed = 0;
	if (explore_run(&own, j->d, EXPLORE_MAX_STATES, &x, &j->rep, e) != 0)
		return -1;
	put_graph(j);
	put_unknown(j);
	if (!j->rep.complete)
		page_para(j->app->a, j->page,
			  arena_printf(j->app->a,
				       T(j->app, "There are more than %d "
						 "states: not every path was "
						 "looked at."),
				       EXPLORE_MAX_STATES));
	if (!j->rep.complete && walks == 0)
		walks = fewer(WALKS_INSTEAD, WALKS_WORK / j->d->nnodes + 1);
	if (j->app->opt.seed != NULL)
		(void)!str_u64(j->app->opt.seed, INT64_MAX, &seed);
	if (walks > 0)
		put_walk(j, seed, walks);
	return tests ? put_tests(j, ret_failed, e) : 0;
}

int
cmd_explore(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct job j = { .app = app };
	const char *words[2], *walk = NULL;
	bool tests = false;
	const struct opt spec[] = {
		{ .name = "tests", .type = OPT_FLAG, .flag = &tests },
		{ .name = "walk", .type = OPT_TEXT, .text = &walk },
	};
	size_t walks = 0, failed;

	if (app_args(app, spec, NELEM(spec), argc, argv, 1, words, e) != 0 ||
	    walks_of(walk, &walks, e) != 0)
		return -1;
	if (words[0] == NULL)
		return err_set(e, ERR_USAGE, "explore needs a drill's file");
	j.path = words[0];
	if (app_drill_file(app, j.path, &j.d, e) != 0)
		return -1;
	j.data = app_data(app);
	j.page = app_page(app, arena_printf(app->a, T(app, "EXPLORED  %s"),
					    j.d->title->s));
	value_put_text(app->a, j.data, "drill", j.d->doc.id);
	if (explore(&j, walks, tests, &failed, e) != 0 ||
	    app_result(app, j.data, NULL, j.page, e) != 0)
		return -1;
	if (failed > 0)
		return err_set(e, ERR_CONTENT, "play-tests do not hold: %zu",
			       failed);
	return 0;
}
