/* Everybody's standing in an edition: what happened, as duty.h wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/duty.h"

enum { DUE_DEFAULT = 14 };

struct gather {
	struct app *app;
	const struct edition_row *ed;
	struct duty_section *sections;
	struct handbook_row *rows; /* by person */
	size_t nrows, next;        /* where the next person's begin */
	struct { const char *text; unsigned words; } sizes[64];
	size_t nsizes;
};

/* Words of the must-read text somebody signed, to judge the reading time. A
 * text that is not here any more leaves it unknown. */
static unsigned
words_of(struct gather *g, const struct handbook_row *r)
{
	struct app_edition ed;
	struct edition_row *v;
	unsigned words = 0;
	struct err e;
	size_t n;

	for (size_t i = 0; i < g->nsizes; i++)
		if (str_eq(g->sizes[i].text, r->text))
			return g->sizes[i].words;
	err_init(&e, NULL);
	if (store_editions(g->app->store, g->app->a, &v, &n, &e) != 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (v[i].edition == r->edition &&
		    app_edition_text(g->app, &v[i], r->lang, &ed, &e) == 0)
			for (size_t k = 0; k < ed.text.nsections; k++)
				for (size_t j = 0; j < r->nsections; j++)
					if (str_eq(ed.text.sections[k].id,
						   r->sections[j]))
						words += (unsigned)ed.text.
							sections[k].words;
	if (g->nsizes < NELEM(g->sizes)) {
		g->sizes[g->nsizes].text = r->text;
		g->sizes[g->nsizes++].words = words;
	}
	return words;
}

/* The key that signed, not the one of today, tells what the signature is
 * worth; a paper is recorded with that of somebody else. */
static void
weigh_key(struct gather *g, const struct handbook_row *r,
	  struct duty_ack *ack)
{
	bool paper = r->kind == REC_PAPER && r->by != NULL;
	const char *key;
	struct err e;

	err_init(&e, NULL);
	if (store_key_at(g->app->store, g->app->a,
			 paper ? r->by : r->number, r->terminal,
			 r->index, r->at, &key, &ack->key_in_doubt,
			 &ack->attended, &e) != 0)
		ack->key_in_doubt = true;
}

static struct duty_ack
ack_of(struct gather *g, const struct handbook_row *r)
{
	struct duty_ack ack = {
		.edition = r->edition, .lang = r->lang, .at = r->at,
		.index = (int64_t)r->index,
		.sections = (const char *const *)r->sections,
		.nsections = r->nsections,
		.assisted = r->assisted != NULL,
		.script = r->entry != NULL && str_eq(r->entry, "script"),
		.paper = r->kind == REC_PAPER,
		.seconds = r->seconds,
		.words = r->kind == REC_PAPER ? 0 : words_of(g, r),
		.disputed = r->disputed,
		.reset_near = r->marked_reset,
		.vouched_later = r->vouched_later,
	};

	weigh_key(g, r, &ack);
	return ack;
}

/* What is no acknowledgement. The newest wish counts until it was met. */
static void
take_row(struct duty_input *in, struct standing *st,
	 const struct handbook_row *r, unsigned edition)
{
	int64_t day;

	if (r->kind == REC_ACK || r->kind == REC_PAPER ||
	    r->kind == REC_EXPLAINED)
		st->wants = NULL;
	else if (r->kind == REC_ASK)
		st->wants = r->detail;
	else if (r->kind == REC_REMIND)
		st->reminded |= r->edition == edition;
	if (r->kind == REC_DECLINE) {
		in->declined = (int64_t)r->index;
		st->declined_at = r->at;
	} else if (r->kind == REC_EXEMPT && r->detail != NULL &&
		   date_parse(r->detail, &day) && day >= in->today) {
		in->exempt = true;
		if (day > st->exempt_until)
			st->exempt_until = day;
	}
}

/* The person's run of rows: both lists come by number. */
static const struct handbook_row *
rows_of(struct gather *g, const struct person *p, size_t *ret_n)
{
	size_t from;

	while (g->next < g->nrows &&
	       strcmp(g->rows[g->next].number, p->number) < 0)
		g->next++;
	from = g->next;
	while (g->next < g->nrows &&
	       str_eq(g->rows[g->next].number, p->number))
		g->next++;
	*ret_n = g->next - from;
	return g->rows + from;
}

/* One person's rows become the input of duty_of(). */
static void
standing_of(struct gather *g, const struct person *p, struct standing *ret)
{
	size_t n;
	const struct handbook_row *rows = rows_of(g, p, &n);
	struct duty_ack *acks = ARENA_ARRAY(g->app->a, struct duty_ack, n + 1);
	const struct handbook_row **from = ARENA_ARRAY(
		g->app->a, const struct handbook_row *, n + 1);
	struct duty_input in = {
		.state = p->state, .activated = p->activated,
		.today = app_today(g->app), .due_days = g->ed->due_days,
		.edition = g->ed->edition, .sections = g->sections,
		.nsections = g->ed->nsections, .acks = acks, .declined = -1,
	};
	const struct duty_ack *best;

	memset(ret, 0, sizeof(*ret));
	ret->p = p;
	date_parse(g->ed->from, &in.first_day);
	in.from = in.first_day * 86400;
	if (p->activated != 0 &&
	    app_day_of(g->app, p->activated) > in.first_day)
		in.first_day = app_day_of(g->app, p->activated);
	for (size_t i = 0; i < n; i++) {
		take_row(&in, ret, &rows[i], g->ed->edition);
		if (rows[i].kind != REC_ACK && rows[i].kind != REC_PAPER)
			continue;
		from[in.nacks] = &rows[i];
		acks[in.nacks] = ack_of(g, &rows[i]);
		in.disputed = acks[in.nacks++].disputed;
	}
	in.reminded = ret->reminded;
	ret->status = (int)duty_of(&in, &best, &ret->due);
	if (best != NULL) {
		ret->ack = from[best - acks];
		ret->proof = duty_proof(best, &ret->why);
	}
}

int
app_standings(struct app *app, const struct edition_row *ed,
	      struct standing **ret, size_t *ret_n, struct err *e)
{
	struct gather g = { .app = app, .ed = ed };
	struct standing *v;
	struct person *p;
	size_t n;

	if (store_people(app->store, app->a, &p, &n, e) != 0 ||
	    store_handbook_rows(app->store, app->a, NULL, &g.rows, &g.nrows,
				e) != 0 ||
	    app_sections(app, ed, &g.sections, e) != 0)
		return -1;
	v = ARENA_ARRAY(app->a, struct standing, n + 1);
	for (size_t i = 0; i < n; i++)
		standing_of(&g, &p[i], &v[i]);
	*ret = v;
	*ret_n = n;
	return 0;
}

int
app_standing(struct app *app, const struct edition_row *ed,
	     const char *number, struct standing *ret, struct err *e)
{
	struct gather g = { .app = app, .ed = ed };
	struct person *p = ARENA_NEW(app->a, struct person);

	if (app_person(app, number, p, e) != 0 ||
	    store_handbook_rows(app->store, app->a, number, &g.rows, &g.nrows,
				e) != 0 ||
	    app_sections(app, ed, &g.sections, e) != 0)
		return -1;
	standing_of(&g, p, ret);
	return 0;
}
