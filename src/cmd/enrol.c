/* enrol: one person, or a list; prints their one-time codes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "cmd/charter.h"
#include "cmd/enrolling.h"
#include "cmd/exchange.h"
#include "cmd/result.h"

/* What was asked for, by words or one by one. */
struct request {
	struct enrolment v;
	struct people_list list; /* its batch is who is enrolled */
	const char *csv, *save;
	bool slips, template;
	const char *file;        /* the slips were written there, NULL */
};

static bool
has_ending(const char *path, const char *ending)
{
	size_t n = strlen(path), k = strlen(ending);

	return n >= k && strcasecmp(path + n - k, ending) == 0;
}

/* The slips are there before the people are: a code that nobody can read would
 * be lost. */
static int
write_slips(struct app *app, const struct request *rq, struct err *e)
{
	OWN(str_free) struct str s = { 0 };

	if (rq->file == NULL)
		return 0;
	slips_print(app, &rq->list.b, !has_ending(rq->file, ".txt"), &s);
	return file_write_new(rq->file, 0600, s.s, s.n, e);
}

static int
append(struct app *app, struct request *rq, struct appended *ret,
       struct err *e)
{
	struct batch *b = &rq->list.b;

	bool hr = b->n == 1 && str_eq(b->v[0].role, "hr");
	OWN(signer_freep) struct signer *s = NULL;
	struct endorsed *v = ARENA_ARRAY(app->a, struct endorsed, b->n);
	struct side_name *names = ARENA_ARRAY(app->a, struct side_name, b->n);
	struct append side = { .names = names, .nnames = b->n };

	if (hr ? app_charter(app, &s, e) != 0 :
		 app_unseal(app, app->who, NULL, &s, e) != 0)
		return -1;
	b->codes = ARENA_ARRAY(app->a, const char *, b->n);
	for (size_t i = 0; i < b->n; i++) {
		if (enrolment_record(app, &b->v[i], app->who, &v[i].r,
				     &names[i], &b->codes[i], e) != 0)
			return -1;
		v[i].sig[0].slot = hr ? SIG_CHARTER : SIG_HR;
		v[i].sig[0].key = s;
		v[i].nsig = 1;
	}
	if (write_slips(app, rq, e) != 0)
		return -1;
	if (app_append(app, v, b->n, &side, ret, e) == 0)
		return 0;
	if (rq->file != NULL)
		(void)!unlink(rq->file);
	return -1;
}

static void
show_people(struct app *app, const struct request *rq, struct value *list,
	    struct page *page)
{
	const struct batch *b = &rq->list.b;
	const char *head[] = { T(app, "No."), T(app, "Name"),
			       T(app, "Code, good for 14 days") };

	if (b->n > 0 && rq->file == NULL)
		page_head(app->a, page, NELEM(head), head);
	for (size_t i = 0; i < b->n; i++) {
		struct value *p = value_map(app->a);
		const char *row[] = { b->v[i].number, b->v[i].name,
				      b->codes[i] };

		value_put_text(app->a, p, "number", b->v[i].number);
		value_put_text(app->a, p, "code", b->codes[i]);
		value_add(app->a, list, p);
		if (rq->file == NULL)
			page_row(app->a, page, NELEM(row), row);
	}
	if (b->n == 0)
		return;
	if (rq->file == NULL) {
		page_para(app->a, page,
			  T(app, "Give each person their own code on paper. "
				 "It is shown only now."));
		return;
	}
	page_field(app->a, page, T(app, "Slips to print"),
		   exchange_words(app, rq->file));
	page_para(app->a, page,
		  T(app, "The codes are secrets and are kept nowhere else: "
			 "print the file, cut it, give each person their "
			 "own slip, then delete the file. Only this account "
			 "can read it."));
}

static void
show_list(struct app *app, const struct people_list *l, struct value *d,
	  struct page *page)
{
	struct arena *a = app->a;

	value_put_int(a, d, "skipped", (int64_t)l->skipped);
	value_put_int(a, d, "examples", (int64_t)l->examples);
	if (l->path != NULL)
		value_put_text(a, d, "charset", charset_name(l->set));
	if (l->skipped > 0)
		page_para(a, page,
			  arena_printf(a, T(app, "Left out, on the list "
						 "already: %zu."),
				       l->skipped));
	if (l->examples > 0)
		page_para(a, page,
			  arena_printf(a, T(app, "Left out, examples and "
						 "notes that begin with #: "
						 "%zu."), l->examples));
	/* At a terminal the name was looked at before. */
	if (l->path != NULL && !l->sure && !app->io->interactive)
		page_para(a, page,
			  arena_printf(a, T(app, "The letters were read as "
						 "%s: please look at a name "
						 "with 'people'."),
				       charset_name(l->set)));
}

static int
show(struct app *app, const struct request *rq, const struct appended *done,
     struct err *e)
{
	const struct batch *b = &rq->list.b;
	struct value *d = b->n > 0 ? app_leaf_data(app, done->first) :
				     app_data(app);
	struct value *list = value_put(app->a, d, "people",
				       value_table(app->a, "number code"));
	struct page *page = app_page(app, T(app, "NEW PEOPLE"));

	page_para(app->a, page,
		  arena_printf(app->a,
			       messages_nget(app->m,
					     "%lu person enrolled.",
					     "%lu people enrolled.", b->n),
			       (unsigned long)b->n));
	show_list(app, &rq->list, d, page);
	value_put_text(app->a, d, "slips", rq->file);
	show_people(app, rq, list, page);
	return app_result(app, d, list, page, e);
}

/* Slips as the result itself: for a pipe, or a file of the shell. */
static int
show_slips(struct app *app, const struct request *rq, struct err *e)
{
	OWN(str_free) struct str s = { 0 };

	slips_print(app, &rq->list.b, app->out.format == OUT_HTML, &s);
	return out_text(&app->out, str_text(&s), e);
}

/* ---- the template ---- */

/* The file that --save says, or at a terminal one called NAME; NULL: none. */
static int
place(struct app *app, const struct request *rq, const char *name,
      const char *ext, const char **ret, struct err *e)
{
	*ret = rq->save;
	if (rq->save != NULL ? *rq->save != '\0' : !app->io->interactive)
		return 0;
	return result_place(app, exchange_dir(app), name, ext, ret, e);
}

static int
write_template(struct app *app, const struct request *rq, struct err *e)
{
	const char *file;
	const char *text = list_template(app, app->lang);
	struct page *page = app_page(app, T(app, "AN EMPTY LIST"));
	struct value *d = app_data(app);

	if (place(app, rq, "preshift-people", ".csv", &file, e) != 0)
		return -1;
	if (file == NULL && app->out.format != OUT_JSON)
		return out_text(&app->out, text, e);
	if (file == NULL) {
		value_put_text(app->a, d, "template", text);
		return app_result(app, d, NULL, page, e);
	}
	if (file_write_new(file, 0644, text, strlen(text), e) != 0)
		return -1;
	value_put_text(app->a, d, "file", file);
	page_field(app->a, page, T(app, "File"), exchange_words(app, file));
	page_para(app->a, page,
		  T(app, "Open it with Excel, put one person on each line, "
			 "save it as CSV. Then: enrol, a list from Excel."));
	return app_result(app, d, NULL, page, e);
}

/* ---- who ---- */

static int
take_list(struct app *app, struct request *rq, struct err *e)
{
	if (list_read(app, rq->csv, NULL, &rq->list, e) != 0)
		return -1;
	if (rq->list.b.n == 0 || !app->io->interactive || app->opt.yes)
		return 0;
	return enrol_ask_list(app, &rq->list, e);
}

/* A file by number; what is wrong in it is told, and another may be taken. */
static int
ask_list(struct app *app, struct request *rq, struct err *e)
{
	for (;;) {
		if (enrol_ask_file(app, &rq->csv, e) != 0)
			return -1;
		if (take_list(app, rq, e) == 0)
			return 0;
		if (e->cancelled ||
		    io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

static int
take_one(struct app *app, struct request *rq, struct err *e)
{
	struct enrolment *v = &rq->v;
	bool whole = v->number != NULL && v->name != NULL &&
		     v->role != NULL && v->lang != NULL;
	struct person coach;

	if (!app->io->interactive && (v->number == NULL || v->name == NULL))
		return err_set(e, ERR_USAGE, "enrol needs a number and a "
			       "name, or --csv FILE");
	if (app->io->interactive && !whole &&
	    enrol_ask_person(app, v, e) != 0)
		return -1;
	whole = v->role != NULL && v->lang != NULL;
	if (enrolment_check(app, v, e) != 0)
		return -1;
	if (!whole)
		return err_set(e, ERR_USAGE, "enrol needs --role and "
			       "--lang of %s", v->number);
	/* A slip here, and nobody would see the person's progress. */
	if (!str_eq(v->coach, "-") && app_person(app, v->coach, &coach, e) != 0)
		return -1;
	ARENA_PUSH(app->a, rq->list.b.v, rq->list.b.n, rq->list.b.cap, *v);
	return 0;
}

/* Nothing was said but "enrol": all of it is asked. */
static int
ask_all(struct app *app, struct request *rq, struct err *e)
{
	enum enrol_way way;

	if (enrol_ask_way(app, &way, e) != 0)
		return -1;
	rq->template = way == WAY_TEMPLATE;
	if (rq->template)
		return 0;
	if (way == WAY_LIST ? ask_list(app, rq, e) != 0 :
			      take_one(app, rq, e) != 0)
		return -1;
	if (rq->list.b.n == 0)
		return 0;
	return enrol_ask_slips(app, way == WAY_LIST, &rq->slips, e);
}

/* Where slips go; at a terminal nobody reads HTML off the screen. */
static int
place_slips(struct app *app, struct request *rq, struct err *e)
{
	char day[DATE_SIZE];

	if (!rq->slips || rq->list.b.n == 0)
		return 0;
	date_print(day, app_today(app));
	if (place(app, rq, arena_printf(app->a, "preshift-slips-%s", day),
		  ".html", &rq->file, e) != 0)
		return -1;
	if (rq->file == NULL &&
	    (app->out.format == OUT_JSON || app->out.format == OUT_CSV))
		return err_set(e, ERR_USAGE, "slips are a page to print: take "
			       "--save FILE, or -o html");
	return 0;
}

static int
check_request(const struct request *rq, int nwords, struct err *e)
{
	if (rq->template && (rq->csv != NULL || rq->slips || nwords > 0))
		return err_set(e, ERR_USAGE, "--template goes alone: it writes "
			       "an empty list to fill in");
	if (rq->slips && rq->csv == NULL && nwords == 0)
		return err_set(e, ERR_USAGE, "the codes of those enrolled "
			       "earlier are not kept, so no slips can be made "
			       "of them: 'person NUMBER' gives a new code");
	return 0;
}

static int
run(struct app *app, struct request *rq, bool bare, struct err *e)
{
	struct appended done = { 0 };
	bool asked = bare && app->io->interactive;

	if (asked ? ask_all(app, rq, e) != 0 : false)
		return -1;
	if (rq->template)
		return write_template(app, rq, e);
	if (!asked && (rq->csv != NULL ? take_list(app, rq, e) != 0 :
					 take_one(app, rq, e) != 0))
		return -1;
	if (place_slips(app, rq, e) != 0)
		return -1;
	if (rq->list.b.n > 0 && append(app, rq, &done, e) != 0)
		return -1;
	if (rq->slips && rq->file == NULL && rq->list.b.n > 0)
		return show_slips(app, rq, e);
	return show(app, rq, &done, e);
}

int
cmd_enrol(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct request rq = { 0 };
	struct enrolment *v = &rq.v;
	const struct opt spec[] = {
		{ .name = "role", .type = OPT_TEXT, .text = &v->role },
		{ .name = "lang", .letter = 'l', .type = OPT_TEXT,
		  .text = &v->lang },
		{ .name = "team", .type = OPT_TEXT, .text = &v->team },
		{ .name = "contract", .type = OPT_TEXT,
		  .text = &v->contract },
		{ .name = "coach", .type = OPT_TEXT, .text = &v->coach },
		{ .name = "at", .type = OPT_TEXT, .text = &v->at },
		{ .name = "csv", .type = OPT_TEXT, .text = &rq.csv },
		{ .name = "slips", .type = OPT_FLAG, .flag = &rq.slips },
		{ .name = "template", .type = OPT_FLAG,
		  .flag = &rq.template },
	};
	const char **rest;
	int nrest, most;

	if (args_parse(app->a, spec, NELEM(spec), argv + 1, argc - 1, false,
		       &rest, &nrest, e) != 0)
		return -1;
	most = rq.csv != NULL || rq.template ? 0 : 2;
	if (nrest > most)
		return err_set(e, ERR_USAGE, "'%s' was not expected here: a "
			       "name of several words needs quotation marks",
			       rest[most]);
	if (check_request(&rq, nrest, e) != 0)
		return -1;
	if (rq.slips || rq.template) {
		rq.save = app->opt.save; /* of the slips, not the result */
		app->opt.save = NULL;
	}
	v->number = nrest > 0 ? rest[0] : NULL;
	v->name = nrest > 1 ? rest[1] : NULL;
	return run(app, &rq, argc == 1, e);
}
