/* acks: who must sign the handbook, who has, who has not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/acks.h"
#include "cmd/cmd.h"

#include "base/args.h"
#include "base/str.h"
#include "cmd/handbook.h"
#include "cmd/standing.h"

enum { NAMED = 5 }; /* before a reminder */

static struct value *
row_data(struct app *app, const struct standing *s)
{
	struct value *v = value_map(app->a);
	char *at = NULL;
	char proof[2] = { s->proof, '\0' };

	value_put_text(app->a, v, "number", s->p->number);
	value_put_text(app->a, v, "status",
		       duty_word((enum duty_status)s->status));
	if (s->ack != NULL) {
		at = arena_alloc(app->a, UTC_SIZE);
		utc_print(at, s->ack->at);
		value_put_int(app->a, v, "edition", s->ack->edition);
	} else {
		value_put(app->a, v, "edition", value_null(app->a));
	}
	value_put_text(app->a, v, "language",
		       s->ack != NULL ? s->ack->lang : NULL);
	value_put_text(app->a, v, "at", at);
	value_put(app->a, v, "leaf",
		  s->ack != NULL ? value_int(app->a, (int64_t)s->ack->index) :
				   value_null(app->a));
	value_put_text(app->a, v, "proof",
		       s->proof != '\0' ? arena_strdup(app->a, proof) : NULL);
	value_put_text(app->a, v, "wants", s->wants);
	return v;
}

static const char *
joined(struct app *app, const char *list, unsigned long n, const char *more)
{
	return n == 0 ? list :
	       arena_printf(app->a, "%s%s%s", list, *list != '\0' ? ", " : "",
			    more);
}

/* Everybody is counted once; what there is none of is not said. */
static const char *
count_line(struct app *app, const struct acks *q)
{
	unsigned long c[DUTY_NOT_ASKED + 1] = { 0 }, open;
	struct arena *a = app->a;
	const char *s = "";

	for (size_t i = 0; i < q->n; i++)
		c[q->v[i].status]++;
	open = c[DUTY_DUE] + c[DUTY_ASKED] + c[DUTY_NOT_ASKED] +
	       c[DUTY_OUTDATED];
	s = joined(app, s, c[DUTY_ACKNOWLEDGED],
		   arena_printf(a, T(app, "%lu signed"), c[DUTY_ACKNOWLEDGED]));
	s = joined(app, s, open,
		   arena_printf(a, T(app, "%lu to sign"), open));
	s = joined(app, s, c[DUTY_OVERDUE],
		   arena_printf(a, T(app, "%lu overdue"), c[DUTY_OVERDUE]));
	s = joined(app, s, c[DUTY_DECLINED],
		   arena_printf(a, T(app, "%lu said no"), c[DUTY_DECLINED]));
	s = joined(app, s, c[DUTY_DISPUTED],
		   arena_printf(a, T(app, "%lu in dispute"), c[DUTY_DISPUTED]));
	s = joined(app, s, c[DUTY_EXEMPT],
		   arena_printf(a, T(app, "%lu exempt"), c[DUTY_EXEMPT]));
	s = joined(app, s, c[DUTY_LEFT],
		   arena_printf(a, T(app, "%lu left"), c[DUTY_LEFT]));
	return arena_printf(app->a,
			    messages_nget(app->m, "%lu person: %s.",
					  "%lu people: %s.", q->n),
			    (unsigned long)q->n, s);
}

static const char *
shown_line(struct app *app, const struct acks *q)
{
	unsigned long needed = q->needed, newest = q->nrows - q->needed;

	if (q->needed == 0)
		return arena_printf(app->a,
				    T(app, "Nobody needs you now. Shown: %lu "
					   "newest."), newest);
	return arena_printf(app->a,
			    messages_nget(app->m, "Shown: %lu that needs you, "
						  "%lu newest.",
					  "Shown: %lu that need you, %lu "
					  "newest.", needed),
			    needed, newest);
}

/* The command line of what is shown, with MORE behind it. */
static const char *
line_of(struct app *app, const struct acks *q, const char *more)
{
	const char *s = "acks";

	if (q->all)
		s = arena_printf(app->a, "%s --all", s);
	if (q->sort != NULL)
		s = arena_printf(app->a, "%s --sort %s", s, q->sort);
	if (q->status != NULL)
		s = arena_printf(app->a, "%s --status %s", s, q->status);
	if (q->team != NULL && id_valid(q->team))
		s = arena_printf(app->a, "%s --team %s", s, q->team);
	return arena_printf(app->a, "%s%s", s, more);
}

static void
put_keys(struct app *app, const struct acks *q, struct page *page)
{
	const char *s = q->nrows > 0 && !q->why ?
			T(app, "Number opens a person") : "";
	const struct {
		const char *key, *label, *line;
		bool on;
		void (*add)(struct app *, const char *, const char *);
	} keys[] = {
		{ "a", T(app, "a all"), "acks --all", true, app_turn },
		{ "o", T(app, "o overdue"), "acks --status overdue", true,
		  app_turn },
		{ "n", T(app, "n by name"), "acks --sort name", true,
		  app_turn },
		{ "t", T(app, "t by team"), "acks --sort team", true,
		  app_turn },
		{ "w", T(app, "w why"), line_of(app, q, " --why"), !q->why,
		  app_follow },
		{ "r", T(app, "r remind"), "acks --remind",
		  app->role == ROLE_HR, app_turn },
	};

	for (size_t i = 0; i < NELEM(keys); i++) {
		if (!keys[i].on)
			continue;
		keys[i].add(app, keys[i].key, keys[i].line);
		s = arena_printf(app->a, "%s%s%s", s, *s != '\0' ? "   " : "",
				 keys[i].label);
	}
	page->keys = s;
}

static void
put_row(struct app *app, struct page *page, size_t i,
	const struct standing *s)
{
	const char *proof = standing_proof(app, s->proof);
	const char *row[] = {
		arena_printf(app->a, "%zu", i + 1), s->p->number,
		app_list_name(app, s->p->name),
		str_eq(s->p->team, "-") ? "" : app_team_words(app, s->p->team),
		standing_state(app, s),
		s->proof > 'A' && app_has_keys(app) ?
			arena_printf(app->a, T(app, "%s (w: why)"), proof) :
			proof,
	};

	page_row(app->a, page, NELEM(row), row);
	app_follow(app, row[0], arena_printf(app->a, "person %s",
					     s->p->number));
}

/* ---- why a proof is as it is ---- */

static void
put_why(struct app *app, struct page *page, const struct standing *s)
{
	page_field(app->a, page,
		   arena_printf(app->a, "%s %s", s->p->number,
				app_short_name(app, s->p->name)),
		   standing_why(app, s));
}

static void
why_page(struct app *app, const struct acks *q, struct page *page)
{
	size_t signatures = 0;

	for (size_t i = 0; i < q->nrows; i++)
		signatures += q->rows[i]->ack != NULL;
	if (signatures == 0)
		page_para(app->a, page, T(app, "None of those shown has "
					       "signed."));
	for (size_t i = 0; i < q->nrows; i++)
		if (q->rows[i]->ack != NULL)
			put_why(app, page, q->rows[i]);
	page_gap(app->a, page);
	page_para(app->a, page,
		  T(app, "strong: nothing is missing. fair: one thing is. "
			 "weak: two are, or there was help, a script or "
			 "paper. in doubt: an objection, or a misused key."));
}

/* ---- the list ---- */

static int
check_status(const char *s, struct err *e)
{
	if (s == NULL)
		return 0;
	for (int i = DUTY_LEFT; i <= DUTY_NOT_ASKED; i++)
		if (str_eq(s, duty_word((enum duty_status)i)))
			return 0;
	return err_set(e, ERR_USAGE, "'%s' is no status: acknowledged, "
		       "overdue, outdated, due, asked, not-asked, declined, "
		       "disputed, exempt or left", s);
}

static void
list_page(struct app *app, const struct acks *q, struct page *page)
{
	const char *head[] = { "", T(app, "No."), T(app, "Name"),
			       T(app, "Team"), T(app, "State"),
			       T(app, "Proof") };

	page_para(app->a, page, count_line(app, q));
	if (acks_few(q))
		page_para(app->a, page, shown_line(app, q));
	if (q->nrows > 0)
		page_head(app->a, page, NELEM(head), head);
	else
		page_para(app->a, page, T(app, "Nobody to show here."));
	for (size_t i = 0; i < q->nrows; i++)
		put_row(app, page, i, q->rows[i]);
}

/* Shown are few, the data are all that was asked for. */
static int
show(struct app *app, struct acks *q, const char *news, struct err *e)
{
	int64_t last = 0;
	struct page *page;
	struct value *d = app_data(app), *list;

	acks_choose(app, q);
	date_parse(q->ed.from, &last);
	page = app_page(app, q->why ? T(app, "WHY A PROOF IS AS IT IS") :
			arena_printf(app->a,
				     T(app, "WHO HAS SIGNED   handbook, "
					    "edition %u, sign by %s"),
				     q->ed.edition,
				     app_date_short(app, last + (int64_t)
						    q->ed.due_days)));
	value_put_int(app->a, d, "edition", q->ed.edition);
	list = value_put(app->a, d, "people",
			 value_table(app->a, "number status edition language "
					     "at leaf proof wants"));
	for (size_t i = 0; i < q->n; i++)
		if (q->sort == NULL && acks_fits(q, &q->v[i]))
			value_add(app->a, list, row_data(app, &q->v[i]));
	for (size_t i = 0; q->sort != NULL && i < q->nrows; i++)
		value_add(app->a, list, row_data(app, q->rows[i]));
	if (news != NULL)
		page_para(app->a, page, news);
	if (q->why)
		why_page(app, q, page);
	else
		list_page(app, q, page);
	if (app_has_keys(app))
		put_keys(app, q, page);
	return app_result(app, d, list, page, e);
}

/* ---- reminding ---- */

static bool
reminds(const struct acks *q, const struct standing *s)
{
	return acks_fits(q, s) && standing_to_remind(s);
}

/* Whoever reminds sees whom; of many the first. */
static const char *
names_of(struct app *app, const struct acks *q)
{
	const char *out = "";
	size_t n = 0;

	for (size_t i = 0; i < q->n; i++)
		if (reminds(q, &q->v[i]) && n++ < NAMED)
			out = arena_printf(app->a, "%s%s%s", out,
					   n > 1 ? ", " : "",
					   app_short_name(app,
							  q->v[i].p->name));
	return n > NAMED ? arena_printf(app->a, "%s, …", out) : out;
}

static int
confirm(struct app *app, const struct acks *q, size_t n, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "yes", .label = T(app, "Remind them") },
		{ .word = "no", .label = T(app, "Not now") },
	};
	size_t answer = 0;

	if (app->opt.yes)
		return 0;
	if (io_say(app->io,
		   arena_printf(app->a,
				messages_nget(app->m,
					"%lu person has not signed and was not "
					"reminded yet.",
					"%lu people have not signed and were "
					"not reminded yet.", n),
				(unsigned long)n), e) != 0 ||
	    io_say(app->io, names_of(app, q), e) != 0 ||
	    io_say(app->io, T(app, "Each keeps the own last day; who is "
				   "overdue gets a week from today."),
		   e) != 0 ||
	    io_choose(app->io, T(app, "Your choice"), o, NELEM(o), 0, &answer,
		      e) != 0)
		return -1;
	return answer == 0 ? 0 : err_cancel(e);
}

/* All of them in one go, or none. */
static int
append_all(struct app *app, const struct acks *q, size_t n,
	   struct appended *ret, struct value *list, struct err *e)
{
	struct endorsed *v = ARENA_ARRAY(app->a, struct endorsed, n);
	struct record *r;
	size_t k = 0;

	for (size_t i = 0; i < q->n; i++) {
		const struct standing *s = &q->v[i];

		if (!reminds(q, s))
			continue;
		if (standing_remind(app, &q->ed, s, standing_until(app, s), &r,
				    e) != 0)
			return -1;
		v[k++].r = r;
		value_add(app->a, list, value_text(app->a, s->p->number));
	}
	return app_append(app, v, n, NULL, ret, e);
}

static int
remind(struct app *app, struct acks *q, struct err *e)
{
	struct value *list = value_list(app->a), *d;
	struct page *page;
	struct appended done;
	const char *news;
	size_t n = 0;

	if (app->role != ROLE_HR)
		return err_set(e, ERR_REFUSED, "only HR reminds people: the "
			       "works council may look");
	for (size_t i = 0; i < q->n; i++)
		n += reminds(q, &q->v[i]);
	if (n > 0 && (confirm(app, q, n, e) != 0 ||
		      append_all(app, q, n, &done, list, e) != 0))
		return -1;
	news = n == 0 ? T(app, "Nobody is left to remind: who has to sign was "
			       "reminded of this edition already.") :
	       arena_printf(app->a,
			    messages_nget(app->m, "%lu person is reminded.",
					  "%lu people are reminded.", n),
			    (unsigned long)n);
	app_show_as(app, "acks");
	if (app->shown != NULL) {
		q->remind = false;
		if (app_standings(app, &q->ed, &q->v, &q->n, e) != 0)
			return -1;
		return show(app, q, news, e);
	}
	d = n > 0 ? app_leaf_data(app, done.first) : app_data(app);
	value_put(app->a, d, "reminded", list);
	page = app_page(app, T(app, "REMINDED"));
	page_para(app->a, page, news);
	return app_result(app, d, NULL, page, e);
}

int
cmd_acks(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct acks q = { 0 };
	const struct opt spec[] = {
		{ .name = "status", .type = OPT_TEXT, .text = &q.status },
		{ .name = "team", .type = OPT_TEXT, .text = &q.team },
		{ .name = "sort", .type = OPT_TEXT, .text = &q.sort },
		{ .name = "all", .type = OPT_FLAG, .flag = &q.all },
		{ .name = "why", .type = OPT_FLAG, .flag = &q.why },
		{ .name = "remind", .type = OPT_FLAG, .flag = &q.remind },
	};

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0 ||
	    check_status(q.status, e) != 0)
		return -1;
	if (q.sort != NULL && !str_eq(q.sort, "name") &&
	    !str_eq(q.sort, "team"))
		return err_set(e, ERR_USAGE, "'%s' is no order: name or team",
			       q.sort);
	q.all |= app_keeps(app);
	if (handbook_edition(app, &q.ed, e) != 0 ||
	    app_standings(app, &q.ed, &q.v, &q.n, e) != 0)
		return -1;
	return q.remind ? remind(app, &q, e) : show(app, &q, NULL, e);
}
