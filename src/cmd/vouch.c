/* vouch: lineups and new codes that wait for my signature, and signing one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "cmd/briefing.h"
#include "cmd/lineups.h"
#include "cmd/vouching.h"

int
vouching_append(struct app *app, const char *number, const char *as,
		uint64_t index, const struct signer *key,
		const struct side_draft *draft, struct appended *ret,
		struct err *e)
{
	struct append side = { .drafts = draft, .ndrafts = draft != NULL };
	struct arena *a = app->a;
	struct leaf_row leaf;
	struct record *r;
	bool found;

	if (store_leaf(app->store, a, NULL, index, &leaf, &found, e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_USAGE, "there is no record %llu",
			       (unsigned long long)index);
	if (app_record(app, REC_VOUCH, number, &r, e) != 0 ||
	    record_put(a, r, "number", number, e) != 0 ||
	    record_put(a, r, "leaf",
		       leaf_ref_print(a, store_terminal(app->store), index,
				      leaf.hash), e) != 0 ||
	    record_put(a, r, "as", as, e) != 0)
		return -1;

	struct endorsed v = { .r = r, .sig = { { SIG_PERSON, key } },
			      .nsig = 1 };

	return app_append(app, &v, 1, &side, ret, e);
}

struct waiting {
	uint64_t index;
	const char *number, *as, *what;
};

static void
add_waiting(struct app *app, const struct lineup_row *l, const char *number,
	    const char *as, struct waiting **v, size_t *n, size_t *cap)
{
	struct waiting w = { .index = l->index, .number = number, .as = as };
	int64_t day = 0;

	date_parse(l->date, &day);
	w.what = arena_printf(app->a, T(app, "lineup of %s, %s, %s, at %s"),
			      lineups_day(app, day),
			      app_team_words(app, l->team),
			      app_shift_words(app, l->shift),
			      app_time_words(app, l->start));
	ARENA_PUSH(app->a, *v, *n, *cap, w);
}

/* What can still be signed: lineups of today whose leader or drawn witness
 * has not. */
static int
list_waiting(struct app *app, const char *who, struct waiting **ret,
	     size_t *ret_n, struct err *e)
{
	char today[DATE_SIZE], before[DATE_SIZE];
	struct lineup_row *v;
	size_t n, cap = 0;

	*ret = NULL;
	*ret_n = 0;
	date_print(today, app_today(app));
	date_print(before, app_today(app) - 1);
	if (store_lineups(app->store, app->a, before, today, NULL, &v, &n,
			  e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (app_day_of(app, v[i].at) != app_today(app))
			continue;
		if (!v[i].leader_vouched &&
		    (*who == '\0' || str_eq(v[i].leader, who)))
			add_waiting(app, &v[i], v[i].leader, "leader", ret,
				    ret_n, &cap);
		if (v[i].witness != NULL && !v[i].witness_vouched &&
		    (*who == '\0' || str_eq(v[i].witness, who)))
			add_waiting(app, &v[i], v[i].witness, "witness", ret,
				    ret_n, &cap);
	}
	return 0;
}

int
vouching_waiting(struct app *app, const char *number, size_t *ret,
		 struct err *e)
{
	struct waiting *v;
	size_t n;

	*ret = 0;
	if (list_waiting(app, number, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*ret += i == 0 || v[i].index != v[i - 1].index;
	return 0;
}

/* "Maria K. as leader: lineup of …" */
static const char *
waiting_words(struct app *app, const struct waiting *w)
{
	return arena_printf(app->a, "%s, %s: %s", app_called(app, w->number),
			    str_eq(w->as, "leader") ?
			    T(app, "as leader") : T(app, "as second signature"),
			    w->what);
}

/* At a terminal one is picked by its number. */
static int
pick(struct app *app, const struct waiting *v, size_t n, size_t *ret,
     struct err *e)
{
	struct page *p = app_page(app, T(app, "WAITING FOR A SIGNATURE"));
	struct io_option *o = ARENA_ARRAY(app->a, struct io_option, n + 1);

	page_para(app->a, p, T(app, "A lineup waits until midnight. Each signs "
				    "with their own passphrase."));
	page_gap(app->a, p);
	for (size_t i = 0; i < n; i++) {
		o[i].word = arena_printf(app->a, "%llu",
					 (unsigned long long)v[i].index);
		o[i].key = arena_printf(app->a, "%zu", i + 1);
		o[i].label = waiting_words(app, &v[i]);
	}
	o[n] = (struct io_option){ .word = "back", .key = "0",
				   .label = T(app, "Back") };
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Which one"), o, n + 1, n + 1, ret,
		      e) != 0)
		return -1;
	return *ret < n ? 0 : err_cancel(e);
}

/* New codes that no second person has vouched for: HR people and supervisors
 * are asked, but neither who gave it nor who gets it. */
static int
add_codes(struct app *app, const char *who, struct waiting **ret,
	  size_t *ret_n, struct err *e)
{
	struct person me, *v;
	bool known = false;
	size_t n, cap = *ret_n;

	if (number_valid(who) && store_person(app->store, app->a, who, &me,
					      &known, e) != 0)
		return -1;
	if (!known || (me.role != ROLE_HR && me.role != ROLE_SUPERVISOR))
		return 0;
	if (store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		struct waiting w = { .index = (uint64_t)v[i].enrol_index,
				     .number = who, .as = "second" };
		const char *by;

		if (str_eq(v[i].number, who))
			continue;
		if (app_code_by(app, &v[i], &by, e) != 0)
			return -1;
		if (by == NULL || str_eq(by, who))
			continue;
		w.what = arena_printf(app->a, T(app, "new code for %s (%s), "
						     "given by %s"),
				      v[i].name, v[i].number, by);
		ARENA_PUSH(app->a, *ret, *ret_n, cap, w);
	}
	return 0;
}

static int
show_list(struct app *app, const struct waiting *v, size_t n, struct err *e)
{
	struct value *d = app_data(app), *list;
	struct page *page = app_page(app, T(app, "WAITING FOR A SIGNATURE"));

	list = value_put(app->a, d, "waiting",
			 value_table(app->a, "leaf number as"));
	if (n == 0)
		page_para(app->a, page, T(app, "Nothing waits for a "
					       "signature."));
	for (size_t i = 0; i < n; i++) {
		struct value *w = value_map(app->a);

		value_put_int(app->a, w, "leaf", (int64_t)v[i].index);
		value_put_text(app->a, w, "number", v[i].number);
		value_put_text(app->a, w, "as", v[i].as);
		value_add(app->a, list, w);
		page_item(app->a, page, v[i].number,
			  waiting_words(app, &v[i]));
	}
	return app_result(app, d, list, page, e);
}

static int
sign_one(struct app *app, const struct waiting *w, struct err *e)
{
	OWN(signer_freep) struct signer *s = NULL;
	struct page *page = app_page(app, T(app, "SIGNED"));
	struct appended done;

	if (io_say(app->io, w->what, e) != 0 ||
	    app_unseal(app, w->number, NULL, &s, e) != 0 ||
	    vouching_append(app, w->number, w->as, w->index, s, NULL, &done,
			    e) != 0)
		return -1;
	page_para(app->a, page,
		  arena_printf(app->a,
			       T(app, "Signed as number %llu: %s."),
			       (unsigned long long)done.first, w->what));
	return app_result(app, app_leaf_data(app, done.first), NULL, page,
			  e);
}

/* "[TERMINAL:]INDEX" of this terminal. */
static int
read_leaf(struct app *app, const char *s, uint64_t *ret, struct err *e)
{
	const char *colon = strchr(s, ':');

	if (colon != NULL) {
		const char *t = arena_strndup(app->a, s,
					      (size_t)(colon - s));

		if (!str_eq(t, store_terminal(app->store)))
			return err_set(e, ERR_REFUSED, "'%s' is of another "
				       "terminal: it is signed there", s);
		s = colon + 1;
	}
	if (!str_u64(s, INT64_MAX, ret))
		return err_set(e, ERR_USAGE, "'%s' is no number of a record",
			       s);
	return 0;
}

int
cmd_vouch(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *who = app->opt.as != NULL ? app->opt.as : app->who;
	const char *word;
	struct waiting *v;
	uint64_t leaf;
	size_t n;

	if (app_args(app, NULL, 0, argc, argv, 1, &word, e) != 0)
		return -1;
	if (list_waiting(app, who, &v, &n, e) != 0 ||
	    add_codes(app, who, &v, &n, e) != 0)
		return -1;
	if (word == NULL && app->io->interactive && n > 0) {
		size_t i;

		return pick(app, v, n, &i, e) != 0 ? -1 :
						     sign_one(app, &v[i], e);
	}
	if (word == NULL)
		return show_list(app, v, n, e);
	if (read_leaf(app, word, &leaf, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (v[i].index == leaf)
			return sign_one(app, &v[i], e);
	return err_set(e, ERR_REFUSED,
		       "record %llu does not wait for a signature of %s",
		       (unsigned long long)leaf,
		       *who != '\0' ? who : T(app, "anybody"));
}
