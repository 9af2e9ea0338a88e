/* verify: every record and signature checked again, in plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/verification.h"

#include <string.h>

#include "base/args.h"
#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"

enum { SHOWN = 50 };

struct showing {
	struct app *app;
	struct store *s;         /* NULL: the database could not be opened */
	const struct verification *v;
	const struct zone *zone; /* NULL: UTC */
	struct person *people;
	size_t npeople;
};

/* ---- opening ---- */

/* The house at hand, or that of another folder. What keeps a damaged database
 * from being opened is a finding of its own. */
static int
open_store(struct app *app, const char *path, struct store **ret_other,
	   struct store **ret, struct verification *v, struct err *e)
{
	struct finding f = { .code = BAD_DATABASE, .kind = "database" };
	struct err why;
	const char *db;

	err_init(&why, app->m);
	*ret = NULL;
	if (path == NULL) {
		(void)!app_enter_house(app, false, &why);
		*ret = app->store;
	} else {
		db = path_join(app->a, path, "house.db");
		if (!file_exists(db))
			return err_set(e, ERR_FAILED, "there is no house in "
				       "'%s': name a folder that holds a "
				       "'house.db'", path);
		if (store_open(db, false, ret_other, &why) == 0)
			*ret = *ret_other;
	}
	if (*ret != NULL)
		return 0;
	if (why.kind != ERR_UNTRUE) {
		*e = why;
		return -1;
	}
	f.detail = why.text;
	verification_add(app->a, v, &f);
	return 0;
}

/* ---- for machines ---- */

static void
list_findings(struct app *app, struct value *d, const char *key,
	      const struct finding_list *l)
{
	struct value *list = value_put(app->a, d, key, value_list(app->a));

	for (size_t i = 0; i < l->n; i++) {
		const struct finding *f = &l->v[i];
		struct value *m = value_map(app->a);

		if (f->of_leaf)
			value_put_int(app->a, m, "leaf", (int64_t)f->index);
		else
			value_put(app->a, m, "leaf", value_null(app->a));
		if (f->of_leaf && f->until != f->index)
			value_put_int(app->a, m, "until", (int64_t)f->until);
		value_put_text(app->a, m, "kind", f->kind);
		value_put_text(app->a, m, "why", finding_word(f->code));
		value_put_text(app->a, m, "terminal", f->terminal);
		value_put_text(app->a, m, "number", f->number);
		if (f->detail != NULL)
			value_put_text(app->a, m, "detail", f->detail);
		value_add(app->a, list, m);
	}
}

static struct value *
result_data(struct app *app, const struct verification *v)
{
	char *root = arena_alloc(app->a, BASE64_SIZE(32));
	struct value *d = app_data(app);
	struct arena *a = app->a;

	base64_encode(root, v->root, sizeof(v->root));
	value_put_int(a, d, "leaves", (int64_t)v->leaves);
	value_put_int(a, d, "signatures", (int64_t)v->signatures);
	value_put_int(a, d, "rehashed", 0);
	value_put_int(a, d, "erased", (int64_t)v->erased);
	value_put_int(a, d, "withheld", (int64_t)v->withheld);
	value_put_int(a, d, "unknown", (int64_t)v->unknown);
	list_findings(app, d, "bad", &v->bad);
	list_findings(app, d, "marked", &v->marked);
	value_put_int(a, d, "size", (int64_t)v->size);
	value_put_text(a, d, "root", root);
	value_put_bool(a, d, "ok", v->bad.n == 0);
	value_put_int(a, d, "resting", (int64_t)v->resting);
	value_put_int(a, d, "more_bad", (int64_t)v->bad.more);
	value_put_int(a, d, "more_marked", (int64_t)v->marked.more);
	value_put_text(a, d, "house", v->house);
	value_put_text(a, d, "terminal", v->terminal);
	value_put_text(a, d, "fingerprint", v->fingerprint);
	return d;
}

/* ---- for people ---- */

static const char *
name_of(const struct showing *s, const char *number)
{
	for (size_t i = 0; number != NULL && i < s->npeople; i++) {
		if (str_eq(s->people[i].number, number) &&
		    *s->people[i].name != '\0')
			return s->people[i].name;
	}
	return number == NULL ? "" : number;
}

static const char *
date_of(const struct showing *s, int64_t at)
{
	struct local l = { .days = at / 86400 };

	if (at == 0)
		return "";
	if (s->zone != NULL)
		zone_local(s->zone, at, &l);
	return app_date_words(s->app, l.days);
}

static void
show_bad(const struct showing *s, struct page *p)
{
	const struct finding_list *l = &s->v->bad;
	struct arena *a = s->app->a;
	uint64_t left = l->more + (l->n > SHOWN ? l->n - SHOWN : 0);

	for (size_t i = 0; i < l->n && i < SHOWN; i++) {
		const struct finding *f = &l->v[i];

		page_para(a, p,
			  arena_printf(a, "%s:",
				       finding_title(s->app, f,
						     s->v->terminal,
						     name_of(s, f->number),
						     date_of(s, f->at))));
		page_field(a, p, "", finding_sentence(s->app, f));
	}
	if (left > 0)
		page_para(a, p, arena_printf(a, T(s->app,
			"And %llu more; with -o json all are listed."),
			(unsigned long long)left));
}

static void
show_marked(const struct showing *s, struct page *p)
{
	const struct finding_list *l = &s->v->marked;
	struct arena *a = s->app->a;
	uint64_t n = l->n + l->more;

	if (n == 0)
		return;
	page_gap(a, p);
	page_para(a, p,
		  arena_printf(a, messages_nget(s->app->m,
			"%lu to look at; it is not an error:",
			"%lu to look at; they are not errors:",
			(unsigned long)n), (unsigned long)n));
	for (size_t i = 0; i < l->n && i < SHOWN; i++) {
		const struct finding *f = &l->v[i];
		const char *who = name_of(s, f->number);
		const char *date = date_of(s, f->at);

		page_field(a, p, finding_number(s->app, f, s->v->terminal),
			   arena_printf(a, "%s (%s%s%s)",
					finding_sentence(s->app, f), who,
					*who != '\0' && *date != '\0' ? ", " :
									"",
					date));
	}
	if (n > SHOWN)
		page_para(a, p, arena_printf(a, T(s->app,
			"And %llu more; with -o json all are listed."),
			(unsigned long long)(n - SHOWN)));
}

/* "216 records  none missing …"; the figures of all end below each other. */
static void
count_field(const struct showing *s, struct page *p, const char *label,
	    const char *text)
{
	const struct verification *v = s->v;
	uint64_t most = v->leaves > v->signatures ? v->leaves : v->signatures;
	size_t width = strlen(arena_printf(s->app->a, "%llu",
					   (unsigned long long)most));
	size_t figures = strspn(label, "0123456789");
	int pad = figures < width ? (int)(width - figures) : 0;

	page_field(s->app->a, p,
		   arena_printf(s->app->a, "%*s%s", pad, "", label), text);
}

static void
show_counts(const struct showing *s, struct page *p)
{
	const struct verification *v = s->v;
	const struct messages *m = s->app->m;
	struct arena *a = s->app->a;
	unsigned long n = (unsigned long)v->leaves;

	count_field(s, p,
		   arena_printf(a, messages_nget(m, "%lu record",
						 "%lu records", n), n),
		   T(s->app, "none missing, none changed, none put in later"));
	n = (unsigned long)v->signatures;
	count_field(s, p,
		   arena_printf(a, messages_nget(m, "%lu signature",
						 "%lu signatures", n), n),
		   T(s->app, "each fits its text and the key of the person "
			     "named"));
	n = (unsigned long)v->editions;
	if (n > 0)
		count_field(s, p,
			   arena_printf(a, messages_nget(m, "%lu edition",
							 "%lu editions", n),
					n),
			   T(s->app, "the texts kept here are the texts that "
				     "were signed"));
}

/* What was not looked at, and is not called verified. */
static void
show_unseen(const struct showing *s, struct page *p)
{
	const struct verification *v = s->v;
	struct arena *a = s->app->a;

	if (v->erased > 0)
		count_field(s, p,
			   arena_printf(a, T(s->app, "%llu erased"),
					(unsigned long long)v->erased),
			   T(s->app, "the text is gone, as a record says; "
				     "the place is kept"));
	if (v->withheld > 0)
		count_field(s, p,
			   arena_printf(a, T(s->app, "%llu not here"),
					(unsigned long long)v->withheld),
			   T(s->app, "only the terminal they come from can "
				     "check their text"));
	if (v->unknown > 0)
		count_field(s, p,
			   arena_printf(a, T(s->app, "%llu unknown"),
					(unsigned long long)v->unknown),
			   T(s->app, "of a kind that this program does not "
				     "know: update it to check them"));
}

static void
show_good(const struct showing *s, struct page *p)
{
	struct app *app = s->app;

	page_para(app->a, p,
		  T(app, "Everything was checked. Nothing is wrong."));
	show_counts(s, p);
	show_unseen(s, p);
	if (s->v->fingerprint != NULL)
		page_field(app->a, p, T(app, "Fingerprint"),
			   s->v->fingerprint);
	page_para(app->a, p,
		  T(app, "This proves: these keys signed these texts, and "
			 "nothing changed since."));
	page_para(app->a, p,
		  T(app, "It does not prove: who sat at the keyboard, or that "
			 "the clock was right."));
}

/* Whether each fault stands for one record and touches no other; *ret_n: how
 * many records that are. */
static bool
faults_apart(const struct verification *v, uint64_t *ret_n)
{
	uint64_t n = 0;

	for (size_t i = 0; i < v->bad.n; i++) {
		const struct finding *f = &v->bad.v[i];

		/* All were read and fit the tree, whatever else is wrong. */
		if (f->code == BAD_DATABASE && v->whole)
			continue;
		if (!f->of_leaf || f->code == BAD_HISTORY ||
		    f->code == BAD_MISSING || f->code == BAD_FINGERPRINT)
			return false;
		n++;
	}
	*ret_n = n;
	return v->resting == 0 && v->bad.more == 0 && n <= v->leaves;
}

static void
show_wrong(const struct showing *s, struct page *p)
{
	const struct verification *v = s->v;
	struct app *app = s->app;
	struct arena *a = app->a;
	uint64_t apart = 0;

	page_para(a, p, T(app, "SOMETHING DOES NOT HOLD. Please repair "
			       "nothing and delete nothing."));
	page_gap(a, p);
	show_bad(s, p);
	page_gap(a, p);
	if (faults_apart(v, &apart))
		page_para(a, p, arena_printf(a, T(app,
			"The other %llu records and %llu signatures hold. "
			"Work can go on."),
			(unsigned long long)(v->leaves - apart),
			(unsigned long long)v->signatures));
	else
		page_para(a, p, arena_printf(a, T(app,
			"Of %llu records here, %llu signatures hold."),
			(unsigned long long)v->leaves,
			(unsigned long long)v->signatures));
	if (v->resting > 0)
		page_para(a, p, arena_printf(a, T(app,
			"%llu signatures rest on what does not hold."),
			(unsigned long long)v->resting));
	show_unseen(s, p);
	page_para(a, p, T(app, "Copy the whole folder of the house to a stick "
			       "as it is. Then compare with a backup or with "
			       "the head office: who has the older text?"));
}

static int
show(struct showing *s, const char *site, struct err *e)
{
	struct app *app = s->app;
	const struct verification *v = s->v;
	struct page *page;
	struct err ignored;

	/* Names only decorate: without them the numbers stand. */
	err_init(&ignored, NULL);
	if (s->s == NULL || store_people(s->s, app->a, &s->people,
					 &s->npeople, &ignored) != 0)
		s->npeople = 0;
	if (v->zone == NULL ||
	    zone_open(app->a, v->zone, &s->zone, &ignored) != 0)
		s->zone = NULL;
	page = app_page(app, arena_printf(app->a,
		T(app, "CHECK OF THE BOOK  %s, terminal %s"),
		v->title != NULL ? v->title : site,
		v->terminal != NULL ? v->terminal : "-"));
	if (v->bad.n == 0)
		show_good(s, page);
	else
		show_wrong(s, page);
	show_marked(s, page);
	if (app_result(app, result_data(app, v), NULL, page, e) != 0)
		return -1;
	if (v->bad.n == 0)
		return 0;
	return err_set(e, ERR_UNTRUE,
		       "what should hold does not: faults in '%s': %llu",
		       site, (unsigned long long)(v->bad.n + v->bad.more));
}

/* 64 hex digits, however they are grouped: "3f2a 90c1 …". */
static int
read_fingerprint(struct app *app, const char *s, const char **ret,
		 struct err *e)
{
	char *out = arena_alloc(app->a, 66);
	const char *given = s;
	size_t n = 0;

	for (; *s != '\0' && n <= 64; s++) {
		char c = *s >= 'A' && *s <= 'F' ? (char)(*s - 'A' + 'a') : *s;

		if (c == ' ' || c == ':')
			continue;
		if (strchr("0123456789abcdef", c) == NULL)
			break;
		out[n++] = c;
	}
	if (n == 64 && *s == '\0') {
		*ret = out;
		return 0;
	}
	return err_set(e, ERR_USAGE,
		       "'%s' is no fingerprint: 64 digits 0-9 a-f, as on the "
		       "charter sheet", given);
}

int
cmd_verify(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *charter = NULL, *path;
	const struct opt spec[] = {
		{ .name = "charter", .type = OPT_TEXT, .text = &charter },
	};
	OWN(store_closep) struct store *other = NULL;
	struct verification v = { .leaves = 0 };
	struct showing s = { .app = app, .v = &v };

	if (app_args(app, spec, NELEM(spec), argc, argv, 1, &path, e) != 0)
		return -1;
	if (charter != NULL &&
	    read_fingerprint(app, charter, &charter, e) != 0)
		return -1;
	if (open_store(app, path, &other, &s.s, &v, e) != 0)
		return -1;
	if (s.s != NULL &&
	    verification_run(app->a, s.s, path != NULL ? path : app->site,
			     charter, &v, e) != 0)
		return -1;
	return show(&s, path != NULL ? path : app->site, e);
}
