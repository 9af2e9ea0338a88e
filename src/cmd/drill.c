/* drill: the list of role-plays, or one of them played.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stdlib.h>
#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/attempt.h"

struct words { const char *choices, *from, *timers; bool resume; };

/* ---- the list ---- */

static const char *
best_result(const struct attempt_row *v, size_t n, const char *drill)
{
	static const char *const order[] = { "ready", "nearly", "again" };

	for (size_t k = 0; k < NELEM(order); k++)
		for (size_t i = 0; i < n; i++)
			if (str_eq(v[i].drill, drill) &&
			    str_eq(v[i].result, order[k]))
				return order[k];
	return NULL;
}

static const char *
result_words(struct app *app, const char *result)
{
	if (result == NULL)
		return T(app, "new");
	if (str_eq(result, "ready"))
		return T(app, "ready");
	if (str_eq(result, "nearly"))
		return T(app, "nearly ready");
	return T(app, "once more");
}

static const char *
difficulty_words(struct app *app, int d)
{
	return d <= 2 ? T(app, "easy") : d == 3 ? T(app, "medium") :
						  T(app, "hard");
}

/* One line of the list; a broken file is named, and the others are still
 * there. */
struct entry {
	const char *id, *broken; /* NULL: it is whole */
	struct drill_brief brief;
};

/* The easiest first. */
static int
by_level(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if ((x->broken != NULL) != (y->broken != NULL))
		return x->broken != NULL ? 1 : -1;
	if (x->brief.difficulty != y->brief.difficulty)
		return x->brief.difficulty < y->brief.difficulty ? -1 : 1;
	return strcmp(x->id, y->id);
}

static int
read_entries(struct app *app, struct entry **ret, size_t *ret_n, struct err *e)
{
	const char **ids;
	struct entry *v;

	if (app_drill_ids(app, &ids, ret_n, e) != 0)
		return -1;
	v = ARENA_ARRAY(app->a, struct entry, *ret_n + 1);
	for (size_t i = 0; i < *ret_n; i++) {
		v[i].id = ids[i];
		if (app_drill_brief(app, ids[i], &v[i].brief, e) == 0)
			continue;
		v[i].brief = (struct drill_brief){ 0 };
		v[i].broken = arena_strdup(app->a, e->text);
		err_clear(e);
	}
	qsort(v, *ret_n, sizeof(*v), by_level);
	*ret = v;
	return 0;
}

static const char *
entry_words(struct app *app, const struct entry *v, const char *best)
{
	if (v->broken != NULL)
		return arena_printf(app->a, "%s: %s", v->id, v->broken);
	return arena_printf(app->a, T(app, "%s (%s, %d min, %s)"),
			    v->brief.title,
			    difficulty_words(app, v->brief.difficulty),
			    v->brief.minutes, result_words(app, best));
}

static void
entry_data(struct app *app, const struct entry *v, const char *best,
	   struct value *rows)
{
	struct value *d = value_map(app->a);

	value_put_text(app->a, d, "id", v->id);
	value_put_text(app->a, d, "title", v->brief.title);
	value_put_int(app->a, d, "difficulty", v->brief.difficulty);
	value_put_int(app->a, d, "minutes", v->brief.minutes);
	value_put_text(app->a, d, "result", best);
	value_add(app->a, rows, d);
}

/* The list; at a terminal one of it is chosen. *ret_id NULL: it was only
 * shown. */
static int
choose(struct app *app, const char **ret_id, struct err *e)
{
	struct page *page = app_page(app, T(app, "DRILLS"));
	struct value *d = app_data(app), *rows;
	struct attempt_row *tries = NULL;
	size_t n, ntries = 0, i;
	struct io_option *o;
	struct entry *v;

	*ret_id = NULL;
	if (read_entries(app, &v, &n, e) != 0)
		return -1;
	if (app->who[0] != '\0' &&
	    store_attempts(app->store, app->a, app->who, &tries, &ntries,
			   e) != 0)
		return -1;
	o = ARENA_ARRAY(app->a, struct io_option, n + 1);
	rows = value_put(app->a, d, "drills",
			 value_table(app->a, "id title difficulty minutes "
					     "result"));
	for (i = 0; i < n; i++) {
		const char *best = best_result(tries, ntries, v[i].id);

		if (v[i].broken == NULL)
			entry_data(app, &v[i], best, rows);
		o[i].word = v[i].id;
		page_item(app->a, page, arena_printf(app->a, "%zu", i + 1),
			  entry_words(app, &v[i], best));
	}
	if (!app->io->interactive || n == 0)
		return app_result(app, d, rows, page, e);
	if (io_tell(app->io, page, e) != 0 ||
	    io_choose(app->io, T(app, "Which one"), o, n, n, &i, e) != 0)
		return -1;
	*ret_id = v[i].id;
	return 0;
}

/* ---- one ---- */

static void
put_competencies(struct app *app, struct value *d, const struct drill *dr,
		 const struct explore_report *rep,
		 const struct drill_outcome *o)
{
	struct value *list = value_put(app->a, d, "competencies",
				       value_map(app->a));

	for (size_t i = 0; i < dr->ncompetencies; i++) {
		struct value *v = value_map(app->a);

		value_put_int(app->a, v, "raw", o->raw[i]);
		value_put_int(app->a, v, "min", rep->x.cmin[i]);
		value_put_int(app->a, v, "max", rep->x.cmax[i]);
		value_put(app->a, v, "scaled",
			  value_real(app->a, o->scaled_of[i], 10000));
		value_put(app->a, list, dr->competencies[i].id, v);
	}
}

static struct value *
result_data(struct app *app, const struct app_drill *dr,
	    const struct explore_report *rep,
	    const struct practice_result *res, const uint64_t *leaf)
{
	const struct drill_outcome *o = &res->outcome;
	struct value *d = app_data(app), *path;
	int64_t range = rep->x.max - rep->x.min;

	value_put_text(app->a, d, "drill", dr->d->doc.id);
	value_put_text(app->a, d, "sha256", dr->src.sha);
	value_put_text(app->a, d, "result", drill_result_word(o->result));
	value_put(app->a, d, "scaled", value_real(app->a, o->scaled, 10000));
	put_competencies(app, d, dr->d, rep, o);
	value_put_int(app->a, d, "mood", o->mood);
	path = value_put(app->a, d, "path", value_list(app->a));
	for (size_t i = 0; i < res->nmoves; i++) {
		const struct drill_move *m = &res->moves[i];
		struct value *v = value_map(app->a);
		int64_t r = range > 0 && m->regret > 0 ?
			    (m->regret * 20000 + range) / (2 * range) : 0;

		value_put_text(app->a, v, "node", dr->d->nodes[m->node].id);
		value_put_text(app->a, v, "choice", m->choice->id);
		value_put(app->a, v, "regret",
			  value_real(app->a, r, 10000));
		value_add(app->a, path, v);
	}
	value_put(app->a, d, "leaf",
		  leaf != NULL ? value_int(app->a, (int64_t)*leaf) :
				 value_null(app->a));
	if (leaf != NULL)
		value_put_text(app->a, d, "terminal",
			       store_terminal(app->store));
	return d;
}

static const char *const *
split_choices(struct app *app, const char *s, size_t *ret_n)
{
	const char **v = ARENA_NEW(app->a, const char *); /* never NULL */
	size_t n = 0, cap = 1;

	while (*s != '\0') {
		size_t len = strcspn(s, ",");

		ARENA_PUSH(app->a, v, n, cap, arena_strndup(app->a, s, len));
		s += len + (s[len] == ',');
	}
	*ret_n = n;
	return v;
}

/* That --seed is a number was seen to when the options were read. */
static uint64_t
seed_of(struct app *app)
{
	uint64_t seed = 0;

	if (app->opt.seed != NULL) {
		(void)!str_u64(app->opt.seed, INT64_MAX, &seed);
	} else if (app->io->interactive) {
		trust_random(&seed, sizeof(seed));
		seed &= INT64_MAX;
	}
	return seed;
}

static void
fill_langs(struct app *app, const struct app_drill *dr,
	   struct practice_setup *s)
{
	const struct messages **m = ARENA_ARRAY(app->a,
						const struct messages *,
						LANGS);
	const struct translation **tr = ARENA_ARRAY(
		app->a, const struct translation *, LANGS);
	const char **langs = ARENA_ARRAY(app->a, const char *, LANGS);
	size_t first = app_lang_index(app->lang);

	for (size_t k = 0; k < LANGS; k++) {
		size_t i = (first + k) % LANGS;

		langs[k] = app_langs[i];
		m[k] = app_catalogue(app, app_langs[i]);
		tr[k] = dr->tr[i];
	}
	s->langs = langs;
	s->m = m;
	s->tr = tr;
	s->nlangs = LANGS;
}

/* Who plays, and whose help they have. */
static int
learner(struct app *app, struct practice_setup *s, struct err *e)
{
	struct person p;

	s->name = s->coach = NULL;
	if (app->who[0] == '\0')
		return 0;
	if (app_person(app, app->who, &p, e) != 0)
		return -1;
	s->name = app_short_name(app, p.name);
	if (!str_eq(p.coach, "-"))
		s->coach = app_called(app, p.coach);
	return 0;
}

/* One after the other: what came of the last, and what is wanted now. */
struct round {
	struct practice_result res;
	struct practice_next next;
	const char *leaf; /* a reference; NULL: nothing was kept */
};

static int
set_up(struct app *app, const char *id, const struct words *w,
       struct app_drill *dr, struct explore_report *rep,
       struct practice_setup *s, struct err *e)
{
	s->trial = app->house.trial;
	s->clock = &app->clock;
	s->resume = w->resume;
	s->from = w->from;
	/* Who is read to hears no clock run. */
	s->timers = app->io->interactive && !app->out.linear ? TIMERS_ON :
							       TIMERS_OFF;
	if (w->timers != NULL)
		(void)practice_timers_parse(w->timers, &s->timers);
	if (app_drill(app, id, dr, e) != 0 ||
	    explore_run(app->a, dr->d, EXPLORE_MAX_STATES, &s->explore, rep,
			e) != 0 ||
	    learner(app, s, e) != 0)
		return -1;
	s->seed = seed_of(app);
	s->drill = dr->d;
	s->report = rep;
	s->digest = dr->src.sha;
	fill_langs(app, dr, s);
	if (w->choices != NULL)
		s->choices = split_choices(app, w->choices, &s->nchoices);
	if (app->who[0] != '\0') {
		s->keeper = &app->keeper;
		s->draft_key = arena_printf(app->a, "drill %s %s", app->who,
					    id);
	}
	return 0;
}

/* Whoever leaves here with Ctrl-C has put nothing away: at the shell that is
 * no failure. */
static int
next_or_home(struct app *app, const struct practice_setup *s,
	     const uint64_t *leaf, struct round *r, struct err *e)
{
	if (practice_next(app->io, app->a, s, &r->res, leaf, &r->next, e) == 0)
		return 0;
	if (app->at_prompt || !e->cancelled)
		return -1;
	err_clear(e);
	r->next = (struct practice_next){ 0 };
	return 0;
}

/* Somebody who played without a login wants to keep it after all. What keeps
 * them from logging in loses nothing: they are asked again. */
static int
keep(struct app *app, const struct app_drill *dr, struct practice_setup *s,
     struct round *r, const uint64_t **ret_leaf, struct err *e)
{
	static const char *const argv[] = { "login", NULL };
	uint64_t *leaf = ARENA_NEW(app->a, uint64_t);

	if (app_open_house(app, true, e) != 0 ||
	    cmd_login(app, 1, argv, e) != 0) {
		const char *told = e->cancelled ? NULL :
				   arena_strdup(app->a, e->text);

		err_clear(e);
		if (told != NULL && (io_say(app->io, told, e) != 0 ||
				     ui_pause(app->ui, NULL, e) != 0))
			err_clear(e);
		return ui_hung_up(app->ui) ? err_cancel(e) : 0;
	}
	if (learner(app, s, e) != 0 ||
	    attempt_append(app, dr, &r->res, NULL, leaf, &r->leaf, e) != 0)
		return -1;
	*ret_leaf = leaf;
	return 0;
}

static int
what_next(struct app *app, const struct app_drill *dr,
	  struct practice_setup *s, const uint64_t *leaf, struct round *r,
	  struct err *e)
{
	do {
		if (next_or_home(app, s, leaf, r, e) != 0 ||
		    (r->next.log_in && keep(app, dr, s, r, &leaf, e) != 0))
			return -1;
	} while (r->next.log_in);
	return 0;
}

static int
play_once(struct app *app, const char *id, const struct words *w,
	  struct round *r, struct err *e)
{
	const struct round before = *r;
	struct practice_setup s = {
		.before = before.next.again ? &before.res : NULL,
		.keep = before.next.keep, .of = before.leaf,
	};
	struct explore_report rep;
	struct app_drill dr;
	uint64_t leaf = 0;
	bool kept;

	*r = (struct round){ 0 };
	if (set_up(app, id, w, &dr, &rep, &s, e) != 0 ||
	    practice_run(app->io, app->a, &s, &r->res, e) != 0)
		return -1;
	/* Extremes unknown: played, nothing recorded. */
	kept = app->who[0] != '\0' && rep.complete && !rep.score_loop;
	if (kept && attempt_append(app, &dr, &r->res, s.draft_key, &leaf,
				   &r->leaf, e) != 0)
		return -1;
	/* At a terminal the debrief was just talked through. */
	if (app->io->interactive && app->out.format == OUT_SCREEN &&
	    w->choices == NULL)
		return what_next(app, &dr, &s, kept ? &leaf : NULL, r, e);
	return app_result(app,
			  result_data(app, &dr, &rep, &r->res,
				      kept ? &leaf : NULL), NULL,
			  practice_debrief(app->a, &s, &r->res,
					   practice_lang(&s, r->res.lang)),
			  e);
}

/* *ret_other: another drill is wanted. */
static int
play(struct app *app, const char *id, struct words w, bool *ret_other,
     struct err *e)
{
	struct round r = { 0 };

	do {
		if (play_once(app, id, &w, &r, e) != 0)
			return -1;
		w.from = NULL;
		w.resume = false;
	} while (r.next.again);
	*ret_other = r.next.other;
	return 0;
}

/* What can't be said together. */
static int
check_words(const struct words *w, const char *id, struct err *e)
{
	enum practice_timers t;

	if (w->timers != NULL && !practice_timers_parse(w->timers, &t))
		return err_set(e, ERR_USAGE, "--timers is off, on, x2 or x10, "
			       "not '%s'", w->timers);
	if (id == NULL && (w->choices != NULL || w->from != NULL || w->resume))
		return err_set(e, ERR_USAGE, "say which drill is meant: "
			       "'preshift drill' lists them");
	if (w->resume && (w->choices != NULL || w->from != NULL))
		return err_set(e, ERR_USAGE, "--resume goes on where it was "
			       "put away: leave out %s",
			       w->from != NULL ? "--from" : "--choices");
	return 0;
}

int
cmd_drill(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct words w = { 0 };
	const struct opt spec[] = {
		{ .name = "choices", .type = OPT_TEXT, .text = &w.choices },
		{ .name = "from", .type = OPT_TEXT, .text = &w.from },
		{ .name = "resume", .type = OPT_FLAG, .flag = &w.resume },
		{ .name = "timers", .type = OPT_TEXT, .text = &w.timers },
	};
	const char *id;
	bool other = false;

	if (app_args(app, spec, NELEM(spec), argc, argv, 1, &id, e) != 0)
		return -1;
	if (check_words(&w, id, e) != 0)
		return -1;
	do {
		if (id == NULL && choose(app, &id, e) != 0)
			return -1;
		if (id == NULL)
			return 0;
		if (play(app, id, w, &other, e) != 0)
			return -1;
		id = NULL;
		memset(&w, 0, sizeof(w));
	} while (other);
	return 0;
}
