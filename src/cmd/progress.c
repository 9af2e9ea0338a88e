/* progress [N]: what somebody has heard, practised and signed, and what comes
 * next; for the person and the coach, nobody else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/contents.h"
#include "cmd/progressing.h"

#include <string.h>

#include "base/str.h"
#include "model/duty.h"

enum { OBSERVED = 2,   /* times a coach looks on before somebody is alone */
       FIRST_WEEK = 7 };

struct view {
	struct progress pr;
	bool own;                       /* the person's, not the coach's */
	size_t heard, commandments, observed;
	const struct ready_row *alone;  /* in the own team; NULL: not yet */
	struct ready_row *ready;
	size_t nready;
	int64_t day;                    /* in the house, from 1; 0: not yet */
	const char *coach;              /* a name; NULL: there is none */
};

/* Individual results belong to the person and the coach; HR and supervisors
 * see counts elsewhere. */
static int
may_see(struct app *app, const struct person *p, struct err *e)
{
	const char *name = *p->name != '\0' ? app_short_name(app, p->name) :
					      p->number;

	if (str_eq(p->number, app->who) || str_eq(p->coach, app->who))
		return 0;
	if (app->role == ROLE_STAFF)
		return err_set(e, ERR_REFUSED, "results belong to %s and the "
			       "coach: ask them", name);
	return err_set(e, ERR_REFUSED, "results belong to %s and the coach: "
		       "ask them, or see 'coverage'", name);
}

/* ---- counting ---- */

/* Of the commandments as they stand today; one that was taken out does not
 * count any more. */
static int
count_heard(struct app *app, struct view *v, struct err *e)
{
	const struct commandments *all;
	const struct translation *tr;
	struct heard_row *rows;
	size_t n;

	if (app_commandments(app, &all, &tr, e) != 0 ||
	    store_heard(app->store, app->a, v->pr.p.number, &rows, &n, e) != 0)
		return -1;
	v->commandments = all->n;
	for (size_t i = 0; i < n; i++)
		v->heard += commandment_by_id(all, rows[i].commandment) !=
			    NULL;
	return 0;
}

static int
count_coaching(struct app *app, struct view *v, struct err *e)
{
	const char *number = v->pr.p.number;
	struct observe_row *rows;

	if (store_observes(app->store, app->a, number, &rows, &v->observed,
			   e) != 0 ||
	    store_readies(app->store, app->a, number, &v->ready, &v->nready,
			  e) != 0)
		return -1;
	for (size_t i = 0; i < v->nready; i++)
		if (str_eq(v->ready[i].team, v->pr.p.team))
			v->alone = &v->ready[i];
	return 0;
}

static int
read_view(struct app *app, const char *number, struct view *v, struct err *e)
{
	struct person coach;

	memset(v, 0, sizeof(*v));
	if (app_person(app, number, &v->pr.p, e) != 0 ||
	    may_see(app, &v->pr.p, e) != 0 ||
	    progress_read(app, number, &v->pr, e) != 0 ||
	    count_heard(app, v, e) != 0 || count_coaching(app, v, e) != 0)
		return -1;
	v->own = str_eq(number, app->who);
	if (v->pr.p.activated != 0)
		v->day = app_today(app) - app_day_of(app, v->pr.p.activated) +
			 1;
	if (str_eq(v->pr.p.coach, "-"))
		return 0;
	if (app_person(app, v->pr.p.coach, &coach, e) != 0)
		return -1;
	v->coach = *coach.name != '\0' ? app_short_name(app, coach.name) :
					 coach.number;
	return 0;
}

/* ---- data ---- */

static struct value *
progress_data(struct app *app, const struct view *w)
{
	const struct progress *pr = &w->pr;
	struct arena *a = app->a;
	struct value *d = app_data(app), *v;

	value_put_text(a, d, "number", pr->p.number);
	v = value_put(a, d, "drills", value_map(a));
	value_put_int(a, v, "ready", (int64_t)pr->drills.ready);
	value_put_int(a, v, "nearly", (int64_t)pr->drills.nearly);
	value_put_int(a, v, "of", (int64_t)pr->drills.all);
	v = value_put(a, d, "commandments", value_map(a));
	value_put_int(a, v, "heard", (int64_t)w->heard);
	value_put_int(a, v, "of", (int64_t)w->commandments);
	value_put(a, d, "recall", value_null(a));
	v = value_put(a, d, "ready", value_list(a));
	for (size_t i = 0; i < w->nready; i++)
		value_add(a, v, value_text(a, w->ready[i].team));
	v = value_put(a, d, "next", value_list(a));
	for (size_t i = 0; i < pr->nnext; i++)
		value_add(a, v, value_text(a, pr->next[i].words));
	value_put_text(a, d, "handbook", pr->handbook.published ?
		       duty_word((enum duty_status)
				 pr->handbook.standing.status) : "not-asked");
	return d;
}

/* ---- the page ---- */

/* The steps have numbers for whom they are to be done by. */
static void
add_next(struct app *app, struct page *p, const struct view *v)
{
	page_para(app->a, p, v->pr.nnext > 0 ? T(app, "Next:") :
		  T(app, "Next: nothing. All that can be done here is done."));
	for (size_t i = 0; i < v->pr.nnext; i++) {
		const char *key = v->own ? arena_printf(app->a, "%zu", i + 1) :
					   "-";

		page_item(app->a, p, key, v->pr.next[i].words);
		if (v->own)
			app_follow(app, key, v->pr.next[i].line);
	}
}

static const char *
handbook_words(struct app *app, const struct progress *pr)
{
	const struct progress_handbook *h = &pr->handbook;
	struct standing st = h->standing;
	const char *duty;

	if (!h->published)
		return T(app, "no edition yet");
	/* The last day is told however far it is. */
	if (st.status > DUTY_DUE && pr->p.activated != 0)
		st.status = DUTY_DUE;
	duty = app_duty_words(app, &st);
	if (h->standing.status < DUTY_OVERDUE || h->must == 0)
		return duty;
	return arena_printf(app->a, T(app, "%zu of %zu must-read parts\t%s"),
			    h->opened, h->must, duty);
}

static const char *
drill_words(struct app *app, const struct progress_drills *d)
{
	const char *s = arena_printf(app->a,
				     T(app, "ready %zu, once more %zu, new "
					    "%zu"), d->ready,
				     d->all - d->ready - d->fresh_ones,
				     d->fresh_ones);
	struct drill_brief brief;
	struct err none;

	err_init(&none, NULL);
	if (d->once_more == NULL ||
	    app_drill_brief(app, d->once_more, &brief, &none) != 0)
		return s;
	return arena_printf(app->a, T(app, "%s\t%s: one more try"), s,
			    text_quoted(app->a, app->lang, brief.title));
}

static const char *
coach_words(struct app *app, const struct view *v)
{
	const char *s = arena_printf(app->a, T(app, "observed %zu of %d"),
				     v->observed, OBSERVED);

	if (v->observed >= OBSERVED || !v->own)
		return s;
	if (v->coach == NULL)
		return arena_printf(app->a, T(app, "%s\tno coach yet: ask "
						   "HR"), s);
	return arena_printf(app->a, T(app, "%s\task %s for a time"), s,
			    v->coach);
}

static const char *
alone_words(struct app *app, const struct view *v)
{
	unsigned long n = v->observed < OBSERVED ? OBSERVED - v->observed : 0;

	if (v->alone != NULL)
		return arena_printf(app->a,
				    T(app, "cleared to work alone since %s"),
				    app_date_short(app, app_day_of(
						   app, v->alone->at)));
	if (n == 0)
		return T(app, "not yet alone\tthe coach says when");
	return arena_printf(app->a,
			    messages_nget(app->m, "not yet alone\t%lu "
					  "observed drill is missing",
					  "not yet alone\t%lu observed "
					  "drills are missing", n), n);
}

/* Who is new meets somebody of HR after a while. */
static void
add_talk(struct app *app, struct page *p, const struct view *v)
{
	struct app_standards st;
	struct err none;
	const char *day;
	uint64_t n;

	err_init(&none, NULL);
	if (v->day == 0 || app_standards(app, true, &st, &none) != 0)
		return;
	day = contents_value(app, st.h, "talk.day");
	if (day == NULL || !str_u64(day, INT32_MAX, &n) ||
	    (uint64_t)v->day > n)
		return;
	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Day %llu: a talk with HR, and you "
				      "bring the questions."),
			       (unsigned long long)n));
}

static const char *
seen_by(struct app *app, const struct view *v)
{
	if (!v->own)
		return arena_printf(app->a, T(app, "Seen by: %s and you"),
				    app_short_name(app, v->pr.p.name));
	if (v->coach == NULL)
		return T(app, "Seen by: you alone");
	return arena_printf(app->a, T(app, "Seen by: you and %s"), v->coach);
}

static struct page *
progress_page(struct app *app, const struct view *v)
{
	const struct progress *pr = &v->pr;
	struct arena *a = app->a;
	struct page *p = app_page(app, arena_printf(
		a, v->own ? T(app, "MY PROGRESS   %s") :
			    T(app, "PROGRESS   %s"), pr->p.name));
	const char *who = seen_by(app, v);

	if (v->day > 0 && v->day <= FIRST_WEEK)
		who = arena_printf(a, T(app, "Day %lld of the first week. %s"),
				   (long long)v->day, who);
	page_para(a, p, who);
	page_gap(a, p);
	add_next(app, p, v);
	page_gap(a, p);
	page_field(a, p, T(app, "Handbook"),
		   handbook_words(app, pr));
	page_field(a, p, T(app, "Drills"), drill_words(app, &pr->drills));
	page_field(a, p, T(app, "Commandments"),
		   arena_printf(a, T(app, "heard %zu of %zu"), v->heard,
				v->commandments));
	if (pr->p.role == ROLE_STAFF && !str_eq(pr->p.team, "-")) {
		page_field(a, p, T(app, "With a coach"), coach_words(app, v));
		page_field(a, p, app_team_words(app, pr->p.team),
			   alone_words(app, v));
	}
	page_gap(a, p);
	page_para(a, p, T(app, "No marks, no ranking."));
	if (v->own && pr->p.role == ROLE_STAFF)
		add_talk(app, p, v);
	return p;
}

int
cmd_progress(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const char *number;
	struct view v;

	if (app_args(app, NULL, 0, argc, argv, 1, &number, e) != 0 ||
	    read_view(app, number != NULL ? number : app->who, &v, e) != 0)
		return -1;
	return app_result(app, progress_data(app, &v), NULL,
			  progress_page(app, &v), e);
}
