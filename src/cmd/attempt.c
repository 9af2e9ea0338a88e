/* An attempt at a drill, as a record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/attempt.h"

enum { SCORING_RULES = 1 }; /* of drill_judge(); recorded with each attempt */

static int
put_moves(struct app *app, struct record *r, const struct app_drill *dr,
	  const struct practice_result *res, struct err *e)
{
	struct arena *a = app->a;
	const struct drill_outcome *o = &res->outcome;

	for (size_t i = 0; i < res->nmoves; i++)
		if (record_put(a, r, "choice",
			       arena_printf(a, "%s %u",
					    res->moves[i].choice->id,
					    res->moves[i].seconds), e) != 0)
			return -1;
	for (size_t i = 0; i < dr->d->ncompetencies; i++)
		if (record_put(a, r, "raw",
			       arena_printf(a, "%s %lld",
					    dr->d->competencies[i].id,
					    (long long)o->raw[i]), e) != 0)
			return -1;
	if (record_put_int(a, r, "scaled", o->scaled, e) != 0 ||
	    record_put_int(a, r, "mood", o->mood, e) != 0 ||
	    record_put(a, r, "result", drill_result_word(o->result), e) != 0)
		return -1;
	return 0;
}

static int
put_sure(struct app *app, struct record *r, const char *field, int sure,
	 struct err *e)
{
	return record_put(app->a, r, field,
			  sure > 0 ? arena_printf(app->a, "%d", sure) : NULL,
			  e);
}

/* The scene of the first choice that was made in this attempt; NULL: the
 * start. */
static const char *
began_at(const struct app_drill *dr, const struct practice_result *res)
{
	return res->kept == 0 ? res->from :
	       dr->d->nodes[res->kept < res->nmoves ?
			    res->moves[res->kept].node : res->end].id;
}

static int
attempt_record(struct app *app, const struct app_drill *dr,
	       const struct practice_result *res, struct record **ret,
	       struct err *e)
{
	struct arena *a = app->a;
	size_t lang = app_lang_index(res->lang);
	struct record *r;

	if (app_record(app, REC_ATTEMPT, app->who, &r, e) != 0 ||
	    record_put(a, r, "number", app->who, e) != 0 ||
	    record_put(a, r, "drill", dr->d->doc.id, e) != 0 ||
	    record_put_int(a, r, "version", dr->d->doc.version, e) != 0 ||
	    record_put(a, r, "content", dr->src.sha, e) != 0 ||
	    record_put(a, r, "translation", dr->trsrc[lang].sha, e) != 0 ||
	    record_put(a, r, "language", res->lang, e) != 0 ||
	    record_put_int(a, r, "seed", (int64_t)res->seed, e) != 0 ||
	    record_put(a, r, "from", began_at(dr, res), e) != 0 ||
	    record_put(a, r, "of", res->of, e) != 0 ||
	    record_put(a, r, "timers", practice_timers_word(res->timers),
		       e) != 0 ||
	    record_put_int(a, r, "hints", res->hints, e) != 0 ||
	    record_put_int(a, r, "timeouts", res->timeouts, e) != 0 ||
	    put_moves(app, r, dr, res, e) != 0 ||
	    put_sure(app, r, "sure-before", res->sure_before, e) != 0 ||
	    put_sure(app, r, "sure-after", res->sure_after, e) != 0 ||
	    record_put(a, r, "entry",
		       app->io->interactive ? "keyboard" : "script",
		       e) != 0 ||
	    record_put_int(a, r, "rules", SCORING_RULES, e) != 0)
		return -1;
	*ret = r;
	return 0;
}

static int
reference(struct app *app, uint64_t index, const char **ret, struct err *e)
{
	struct leaf_row leaf;
	bool found;

	if (store_leaf(app->store, app->a, NULL, index, &leaf, &found,
		       e) != 0)
		return -1;
	*ret = found ? leaf_ref_print(app->a, store_terminal(app->store),
				      index, leaf.hash) : NULL;
	return 0;
}

int
attempt_append(struct app *app, const struct app_drill *dr,
	       const struct practice_result *res, const char *draft_key,
	       uint64_t *ret_index, const char **ret_leaf, struct err *e)
{
	struct side_draft draft = { .key = draft_key, .was = res->draft };
	struct append side = { .drafts = &draft,
			       .ndrafts = res->draft != NULL };
	size_t lang = app_lang_index(res->lang);
	struct appended done;
	struct record *r;

	if (app_keep_sources(app, &dr->src, &dr->trsrc[lang], e) != 0 ||
	    attempt_record(app, dr, res, &r, e) != 0)
		return -1;

	struct endorsed v = { .r = r };

	if (app_append(app, &v, 1, &side, &done, e) != 0)
		return -1;
	*ret_index = done.first;
	return reference(app, done.first, ret_leaf, e);
}
