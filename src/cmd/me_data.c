/* me data: what is stored about a person, who may read it, for how long.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"

/* A record that names the person. */
struct mine {
	const char *terminal, *text;
	uint64_t index;
	enum record_kind kind;
	int64_t at;
};

struct data {
	struct app *app;
	struct person p;
	struct mine *v;
	size_t n, cap;
	struct count { unsigned long n; int64_t first, last; } of[REC_KINDS];
	unsigned long drafts;
	unsigned training; /* months */
};

/* ---- gathering ---- */

static bool
names(const struct record *r, const char *number)
{
	size_t nfields = record_head_count + r->form->nfields;

	for (size_t i = 0; i < nfields; i++) {
		const struct record_field *f =
			i < record_head_count ? &record_head[i] :
			&r->form->fields[i - record_head_count];

		for (size_t k = 0; f->type == FT_NUMBER && k < r->values[i].n;
		     k++)
			if (str_eq(r->values[i].v[k], number))
				return true;
	}
	return false;
}

static void
take(struct data *d, const struct leaf_row *row, const struct record *r,
     const struct leaf_parts *parts)
{
	struct arena *a = d->app->a;
	struct mine m = {
		.terminal = arena_strdup(a, row->terminal),
		.index = row->index,
		.text = arena_strndup(a, parts->record, parts->nrecord),
		.kind = r->form->kind,
		.at = record_time(r, "at"),
	};
	struct count *c = &d->of[m.kind];

	if (c->n++ == 0 || m.at < c->first)
		c->first = m.at;
	if (m.at > c->last)
		c->last = m.at;
	ARENA_PUSH(a, d->v, d->n, d->cap, m);
}

/* The log itself is asked, not the views: nothing can be forgotten here. What
 * is damaged is for verify to tell. */
static int
look_at(void *ctx, const struct leaf_row *row, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct data *d = ctx;
	struct leaf_parts parts;
	const struct record *r;

	if (row->body == NULL)
		return 0;
	if (leaf_split(row->body, row->n, &parts, e) != 0 ||
	    record_parse(&a, parts.record, parts.nrecord, &r, e) != 0) {
		err_clear(e);
		return 0;
	}
	if (r != NULL && names(r, d->p.number) &&
	    (r->form->readers & READ_SELF) != 0)
		take(d, row, r, &parts);
	return 0;
}

/* What was begun: "read 1042 3", "note 1042". */
static int
count_drafts(struct data *d, struct err *e)
{
	const char **keys, *words[3];
	size_t n;

	if (store_drafts(d->app->store, d->app->a, "", &keys, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		d->drafts += arena_words(d->app->a, keys[i], words, 3) >= 2 &&
			     str_eq(words[1], d->p.number);
	return 0;
}

static int
look_up_training(struct data *d, struct err *e)
{
	const char *v;
	uint64_t n;

	if (app_setting(d->app, "keep.training", &v, e) != 0)
		return -1;
	d->training = str_u64(v, UINT32_MAX, &n) ? (unsigned)n : 0;
	return 0;
}

/* ---- words ---- */

static const struct { enum reader_bit bit; const char *word, *words; }
readers[] = {
	{ READ_SELF, "self", N_("you") },
	{ READ_COACH, "coach", N_("your coach") },
	{ READ_LEADER, "leader", N_("who led the lineup") },
	{ READ_SUPERVISOR, "supervisor", N_("supervisors") },
	{ READ_HR, "hr", N_("HR") },
	{ READ_COUNCIL, "council", N_("the works council") },
};

static const char *
readers_words(struct app *app, unsigned bits)
{
	const char *s = "";

	if (bits == READ_ALL)
		return T(app, "everybody in the house");
	for (size_t i = 0; i < NELEM(readers); i++)
		if (bits & readers[i].bit)
			s = arena_printf(app->a, "%s%s%s", s,
					 *s != '\0' ? ", " : "",
					 T(app, readers[i].words));
	return s;
}

/* Of training, which stays in the house, the house says how long. */
static unsigned
months_of(const struct data *d, const struct record_form *f)
{
	return f->keep == KEEP_AFTER_DATE && !f->travels ? d->training :
							    f->months;
}

static const char *
keep_words(const struct data *d, const struct record_form *f)
{
	struct app *app = d->app;

	switch (f->keep) {
	case KEEP_CHAIN:
		return T(app, "as long as the book, others rest on it");
	case KEEP_AFTER_LEAVING:
		return arena_printf(app->a, T(app, "until %u months after you "
						   "leave"), f->months);
	case KEEP_AFTER_DATE:
		break;
	}
	return arena_printf(app->a, T(app, "for %u months"), months_of(d, f));
}

/* ---- the page ---- */

static bool
alike(const struct record_form *a, const struct record_form *b)
{
	return a->readers == b->readers && a->keep == b->keep &&
	       a->months == b->months;
}

static const char *
when_words(struct app *app, const struct count *c)
{
	const char *first = app_date_short(app, app_day_of(app, c->first));
	const char *last = app_date_short(app, app_day_of(app, c->last));

	return str_eq(first, last) ? last :
	       arena_printf(app->a, T(app, "%s to %s"), first, last);
}

/* The kinds with the same readers and the same time to stay, under one
 * heading. */
static void
add_group(struct data *d, enum record_kind first, bool *shown, struct page *p)
{
	const struct record_form *f = record_form_of(first);
	struct app *app = d->app;

	page_gap(app->a, p);
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Read by: %s. Kept: %s."),
			       readers_words(app, f->readers),
			       keep_words(d, f)));
	for (int k = (int)first; k < REC_KINDS; k++) {
		const struct count *c = &d->of[k];

		if (shown[k] || c->n == 0 ||
		    !alike(f, record_form_of((enum record_kind)k)))
			continue;
		shown[k] = true;

		const char *row[] = {
			"", arena_printf(app->a, "%lu", c->n),
			app_kind_words(app, (enum record_kind)k),
			when_words(app, c),
		};

		page_row(app->a, p, NELEM(row), row);
	}
}

static void
add_beside(struct data *d, struct page *p)
{
	struct app *app = d->app;

	page_gap(app->a, p);
	page_para(app->a, p, T(app, "Beside the book: your name, on the list "
				    "and as you wrote it when signing, and "
				    "your key, which only your passphrase "
				    "opens."));
	if (d->drafts > 0)
		page_para(app->a, p,
			  arena_printf(app->a,
				       messages_nget(app->m,
						     "And %lu thing that you "
						     "began and did not end.",
						     "And %lu things that you "
						     "began and did not end.",
						     d->drafts),
				       d->drafts));
}

static void
add_texts(struct data *d, struct page *p)
{
	struct app *app = d->app;

	for (size_t i = 0; i < d->n; i++) {
		const struct mine *m = &d->v[i];

		page_gap(app->a, p);
		page_rule(app->a, p,
			  arena_printf(app->a, "%s:%llu  %s", m->terminal,
				       (unsigned long long)m->index,
				       app_kind_words(app, m->kind)));
		page_para(app->a, p, m->text);
	}
}

static struct page *
data_page(struct data *d, bool all)
{
	struct app *app = d->app;
	struct page *p = app_page(app, arena_printf(
		app->a, T(app, "WHAT IS STORED   %s"), d->p.name));
	bool shown[REC_KINDS] = { false };

	page_para(app->a, p,
		  arena_printf(app->a,
			       messages_nget(app->m,
					     "%lu record in the book names "
					     "you.",
					     "%lu records in the book name "
					     "you.", d->n),
			       (unsigned long)d->n));
	for (int k = 0; k < REC_KINDS; k++)
		if (!shown[k] && d->of[k].n > 0)
			add_group(d, (enum record_kind)k, shown, p);
	add_beside(d, p);
	if (all)
		add_texts(d, p);
	if (!app_has_keys(app) || all)
		return p;
	page_gap(app->a, p);
	page_item(app->a, p, "1", T(app, "Save all of it, to read"));
	page_item(app->a, p, "2", T(app, "Save all of it, for another "
					 "program"));
	app_follow(app, "1", "me data --all -o plain --save");
	app_follow(app, "2", "me data -o json --save");
	return p;
}

/* ---- the same for machines ---- */

static char *
utc(struct app *app, int64_t t)
{
	char *s = arena_alloc(app->a, UTC_SIZE);

	utc_print(s, t);
	return s;
}

static struct value *
kind_data(struct data *d, enum record_kind k)
{
	static const char *const keeps[] = {
		[KEEP_CHAIN] = "chain",
		[KEEP_AFTER_LEAVING] = "after-leaving",
		[KEEP_AFTER_DATE] = "after-date",
	};
	const struct record_form *f = record_form_of(k);
	struct arena *a = d->app->a;
	struct value *v = value_map(a);
	const char *list = "";

	for (size_t i = 0; i < NELEM(readers); i++)
		if (f->readers & readers[i].bit)
			list = arena_printf(a, "%s%s%s", list,
					    *list != '\0' ? " " : "",
					    readers[i].word);
	value_put_text(a, v, "kind", f->word);
	value_put_int(a, v, "count", (int64_t)d->of[k].n);
	value_put_text(a, v, "first", utc(d->app, d->of[k].first));
	value_put_text(a, v, "last", utc(d->app, d->of[k].last));
	value_put_text(a, v, "readers", list);
	value_put_text(a, v, "keep", keeps[f->keep]);
	value_put_int(a, v, "months", months_of(d, f));
	return v;
}

static struct value *
data_data(struct data *d, const struct value **ret_rows)
{
	struct app *app = d->app;
	struct value *v = app_data(app), *p, *kinds, *records;

	p = value_put(app->a, v, "person", value_map(app->a));
	value_put_text(app->a, p, "number", d->p.number);
	value_put_text(app->a, p, "name", d->p.name);
	value_put_text(app->a, p, "role", role_word(d->p.role));
	value_put_text(app->a, p, "team", d->p.team);
	value_put_text(app->a, p, "contract", d->p.contract);
	value_put_text(app->a, p, "language", d->p.lang);
	value_put_text(app->a, p, "coach",
		       str_eq(d->p.coach, "-") ? NULL : d->p.coach);
	value_put_text(app->a, p, "key", d->p.key);
	value_put_int(app->a, v, "drafts", (int64_t)d->drafts);
	kinds = value_put(app->a, v, "kinds",
			  value_table(app->a, "kind count first last readers "
					      "keep months"));
	for (int k = 0; k < REC_KINDS; k++)
		if (d->of[k].n > 0)
			value_add(app->a, kinds,
				  kind_data(d, (enum record_kind)k));
	records = value_put(app->a, v, "records", value_list(app->a));
	for (size_t i = 0; i < d->n; i++) {
		struct value *m = value_map(app->a);

		value_put_int(app->a, m, "leaf", (int64_t)d->v[i].index);
		value_put_text(app->a, m, "terminal", d->v[i].terminal);
		value_put_text(app->a, m, "kind",
			       record_form_of(d->v[i].kind)->word);
		value_put_text(app->a, m, "at", utc(app, d->v[i].at));
		value_put_text(app->a, m, "record", d->v[i].text);
		value_add(app->a, records, m);
	}
	*ret_rows = kinds;
	return v;
}

int
cmd_me_data(struct app *app, int argc, const char *const *argv, struct err *e)
{
	bool all = false;
	const struct opt spec[] = {
		{ .name = "all", .type = OPT_FLAG, .flag = &all },
	};
	struct data d = { .app = app };
	const struct value *rows;
	struct value *v;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0 ||
	    app_person(app, app->who, &d.p, e) != 0 ||
	    store_each_leaf(app->store, NULL, look_at, &d, e) != 0 ||
	    count_drafts(&d, e) != 0 || look_up_training(&d, e) != 0)
		return -1;
	v = data_data(&d, &rows);
	return app_result(app, v, rows, data_page(&d, all), e);
}
