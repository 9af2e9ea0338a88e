/* progress [N]: what somebody has heard, practised and signed; for the person
 * and the coach, nobody else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/str.h"
#include "model/duty.h"

enum { NEXT_MOST = 3 };

struct progress {
	struct person p;
	size_t ready, nearly, drills;   /* best result a drill */
	size_t heard, commandments;
	struct ready_row *ready_for;    /* teams cleared to work in alone */
	size_t nready_for;
	struct standing standing;
	bool has_edition;
	const char *next[NEXT_MOST];    /* what to do next, in words */
	size_t nnext;
};

static void
add_next(struct progress *pr, const char *s)
{
	if (pr->nnext < NEXT_MOST)
		pr->next[pr->nnext++] = s;
}

/* Individual results belong to the person and the coach; HR and supervisors
 * see counts elsewhere. */
static int
may_see(struct app *app, const struct person *p, struct err *e)
{
	if (str_eq(p->number, app->who) || str_eq(p->coach, app->who))
		return 0;
	return err_set(e, ERR_REFUSED,
		       "results belong to %s and the coach: ask them",
		       *p->name != '\0' ? p->name : p->number);
}

static int
count_drills(struct app *app, struct progress *pr, struct err *e)
{
	struct attempt_row *v;
	struct drill_brief brief;
	const char **ids;
	size_t n, nids;

	if (app_drill_ids(app, &ids, &nids, e) != 0 ||
	    store_attempts(app->store, app->a, pr->p.number, &v, &n, e) != 0)
		return -1;
	pr->drills = nids;
	for (size_t i = 0; i < nids; i++) {
		bool ready = false, nearly = false;

		for (size_t k = 0; k < n; k++) {
			if (!str_eq(v[k].drill, ids[i]))
				continue;
			ready |= str_eq(v[k].result, "ready");
			nearly |= str_eq(v[k].result, "nearly");
		}
		pr->ready += ready;
		pr->nearly += !ready && nearly;
		if (ready || pr->nnext >= NEXT_MOST)
			continue;
		if (app_drill_brief(app, ids[i], &brief, e) != 0) {
			err_clear(e); /* a broken drill is nothing to do */
			continue;
		}
		add_next(pr, arena_printf(app->a, T(app, "drill %s"),
					  text_quoted(app->a, app->lang,
						      brief.title)));
	}
	return 0;
}

/* Of the commandments as they stand today; one that was taken out does not
 * count any more. */
static int
count_heard(struct app *app, struct progress *pr, struct err *e)
{
	const struct commandments *all;
	const struct translation *tr;
	struct heard_row *v;
	size_t n;

	if (app_commandments(app, &all, &tr, e) != 0 ||
	    store_heard(app->store, app->a, pr->p.number, &v, &n, e) != 0)
		return -1;
	pr->commandments = all->n;
	for (size_t i = 0; i < n; i++)
		pr->heard += commandment_by_id(all, v[i].commandment) !=
			     NULL;
	return 0;
}

static int
handbook_standing(struct app *app, struct progress *pr, struct err *e)
{
	struct edition_row ed;

	if (app_current_edition(app, &ed, &pr->has_edition, e) != 0)
		return -1;
	if (pr->has_edition &&
	    app_standing(app, &ed, pr->p.number, &pr->standing, e) != 0)
		return -1;
	if (pr->has_edition && pr->standing.status >= DUTY_OVERDUE)
		add_next(pr, T(app, "read and sign the handbook"));
	return 0;
}

static const char *
handbook_word(const struct progress *pr)
{
	return pr->has_edition ?
	       duty_word((enum duty_status)pr->standing.status) : "not-asked";
}

static struct value *
progress_data(struct app *app, const struct progress *pr)
{
	struct arena *a = app->a;
	struct value *d = app_data(app), *v;

	value_put_text(a, d, "number", pr->p.number);
	v = value_put(a, d, "drills", value_map(a));
	value_put_int(a, v, "ready", (int64_t)pr->ready);
	value_put_int(a, v, "nearly", (int64_t)pr->nearly);
	value_put_int(a, v, "of", (int64_t)pr->drills);
	v = value_put(a, d, "commandments", value_map(a));
	value_put_int(a, v, "heard", (int64_t)pr->heard);
	value_put_int(a, v, "of", (int64_t)pr->commandments);
	value_put(a, d, "recall", value_null(a));
	v = value_put(a, d, "ready", value_list(a));
	for (size_t i = 0; i < pr->nready_for; i++)
		value_add(a, v, value_text(a, pr->ready_for[i].team));
	v = value_put(a, d, "next", value_list(a));
	for (size_t i = 0; i < pr->nnext; i++)
		value_add(a, v, value_text(a, pr->next[i]));
	value_put_text(a, d, "handbook", handbook_word(pr));
	return d;
}

static struct page *
progress_page(struct app *app, const struct progress *pr)
{
	struct arena *a = app->a;
	struct page *p = app_page(app, arena_printf(
		a, T(app, "MY PROGRESS   %s"), pr->p.name));

	for (size_t i = 0; i < pr->nnext; i++)
		page_field(a, p, i == 0 ? T(app, "Next") : "", pr->next[i]);
	page_gap(a, p);
	page_field(a, p, T(app, "Handbook"),
		   pr->has_edition ? app_duty_words(app, &pr->standing) :
				     T(app, "no edition yet"));
	page_field(a, p, T(app, "Drills"),
		   arena_printf(a, T(app, "ready %zu, nearly %zu, new %zu"),
				pr->ready, pr->nearly,
				pr->drills - pr->ready - pr->nearly));
	page_field(a, p, T(app, "Commandments"),
		   arena_printf(a, T(app, "heard %zu of %zu"), pr->heard,
				pr->commandments));
	page_field(a, p, T(app, "Alone with guests"),
		   pr->nready_for > 0 ? pr->ready_for[0].team :
		   T(app, "not yet cleared"));
	page_gap(a, p);
	page_para(a, p, T(app, "No marks, no ranking. Seen by you and your "
			       "coach."));
	return p;
}

int
cmd_progress(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	struct progress pr = { 0 };
	const char *number;

	if (app_args(app, NULL, 0, argc, argv, 1, &number, e) != 0)
		return -1;
	if (app_person(app, number != NULL ? number : app->who, &pr.p,
		       e) != 0 ||
	    may_see(app, &pr.p, e) != 0 ||
	    handbook_standing(app, &pr, e) != 0 ||
	    count_drills(app, &pr, e) != 0 || count_heard(app, &pr, e) != 0 ||
	    store_readies(app->store, app->a, pr.p.number, &pr.ready_for,
			  &pr.nready_for, e) != 0)
		return -1;
	return app_result(app, progress_data(app, &pr), NULL,
			  progress_page(app, &pr), e);
}
