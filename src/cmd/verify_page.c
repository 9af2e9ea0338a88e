/* The pages of verify: what was found, in plain words, and for experts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verify.h"

#include <string.h>

#include "base/encode.h"
#include "base/str.h"

enum { SHOWN = 50 };

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

static int64_t
day_of(const struct showing *s, int64_t at)
{
	struct local l;

	zone_local(s->zone, at, &l);
	return l.days;
}

static void
show_bad(const struct showing *s, struct page *p)
{
	const struct finding_list *l = &s->v->bad;
	struct arena *a = s->app->a;
	uint64_t left = l->more + (l->n > SHOWN ? l->n - SHOWN : 0);

	for (size_t i = 0; i < l->n && i < SHOWN; i++) {
		const struct finding *f = &l->v[i];

		const char *date = f->at == 0 ? "" :
			app_date_words(s->app, day_of(s, f->at));

		page_para(a, p,
			  arena_printf(a, "%s:",
				       finding_title(s->app, f,
						     s->v->terminal,
						     name_of(s, f->number),
						     date)));
		page_field(a, p, "", finding_sentence(s->app, f));
	}
	if (left > 0)
		page_para(a, p, arena_printf(a, T(s->app,
			"And %llu more: the details name them."),
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
		const char *date = f->at == 0 ? "" :
			app_date_short(s->app, day_of(s, f->at));
		const char *text = finding_sentence(s->app, f);

		if (*who != '\0' || *date != '\0')
			text = arena_printf(a, "%s (%s%s%s)", text, who,
					    *who != '\0' && *date != '\0' ?
					    ", " : "", date);
		page_field(a, p, finding_number(s->app, f, s->v->terminal),
			   text);
	}
	if (n > SHOWN)
		page_para(a, p, arena_printf(a, T(s->app,
			"And %llu more: the details name them."),
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
	page_gap(app->a, p);
	show_counts(s, p);
	show_unseen(s, p);
	if (s->charter)
		page_para(app->a, p, T(app, "The charter key is the one whose "
				       "fingerprint you gave."));
	page_gap(app->a, p);
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

/* Whether HR is here, who may do something about the house at hand. */
static bool
has_hr(const struct showing *s)
{
	const struct app *app = s->app;

	return s->own && app->shown != NULL && app->who[0] != '\0' &&
	       app->role == ROLE_HR;
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
	page_gap(a, p);
	page_para(a, p, T(app, "Copy everything as it is to a stick. Then "
			       "compare with a backup or with the head "
			       "office: who has the older text?"));
	if (!has_hr(s))
		page_para(a, p, arena_printf(a, T(app, "The house lies in the "
						       "folder %s."),
					     s->folder));
}

/* ---- keys ---- */

/* What HR can do about it; everybody may see the details. */
static void
give_keys(const struct showing *s, struct page *p)
{
	struct app *app = s->app;
	bool good = s->v->bad.n == 0;

	/* Another folder than the house at hand is only looked at. */
	if (app->shown == NULL || !s->own)
		return;
	if (!has_hr(s)) {
		app_follow(app, "1", "verify --details");
		p->keys = T(app, "1 details");
		return;
	}
	app_follow(app, "1", good ? "verify --vouch" : "verify --copy");
	app_follow(app, "2", "verify --details");
	p->keys = good ?
		T(app, "1 vouch for this check (passphrase)   2 details") :
		T(app, "1 copy to a stick   2 details, for an expert");
}

static struct page *
begin(const struct showing *s, const char *title)
{
	const struct verification *v = s->v;
	struct app *app = s->app;
	const char *which = v->title != NULL ? v->title : s->folder;

	if (v->terminal != NULL)
		which = arena_printf(app->a, T(app, "%s, terminal %s"), which,
				     v->terminal);
	return app_page(app, arena_printf(app->a, "%s  %s", title, which));
}

struct page *
verify_page(const struct showing *s)
{
	struct page *p = begin(s, T(s->app, "CHECK OF THE BOOK"));

	if (s->v->bad.n == 0)
		show_good(s, p);
	else
		show_wrong(s, p);
	show_marked(s, p);
	give_keys(s, p);
	return p;
}

/* ---- details ---- */

static void
count(const struct showing *s, struct page *p, const char *label, uint64_t n)
{
	page_field(s->app->a, p, label,
		   arena_printf(s->app->a, "%llu", (unsigned long long)n));
}

static void
detail_findings(const struct showing *s, struct page *p, const char *title,
		const struct finding_list *l)
{
	struct arena *a = s->app->a;

	if (l->n == 0)
		return;
	page_gap(a, p);
	page_title(a, p, title);
	for (size_t i = 0; i < l->n; i++) {
		const struct finding *f = &l->v[i];
		char at[UTC_SIZE] = "";

		if (f->at != 0)
			utc_print(at, f->at);
		page_field(a, p, finding_title(s->app, f, s->v->terminal, "",
					       ""),
			   arena_printf(a, "%s: %s  %s  %s  %s",
					finding_word(f->code), f->kind,
					f->number != NULL ? f->number : "-",
					at, f->detail != NULL ? f->detail :
								""));
	}
	if (l->more > 0)
		count(s, p, T(s->app, "and not listed"), l->more);
}

struct page *
verify_details(const struct showing *s)
{
	const struct verification *v = s->v;
	struct app *app = s->app;
	struct arena *a = app->a;
	char root[BASE64_SIZE(32)];
	struct page *p = begin(s, T(app, "DETAILS OF THE CHECK"));

	base64_encode(root, v->root, sizeof(v->root));
	page_field(a, p, T(app, "Folder"), s->folder);
	page_field(a, p, T(app, "House"), v->house != NULL ? v->house : "-");
	count(s, p, T(app, "Leaves, of all logs"), v->leaves);
	count(s, p, T(app, "Signatures that hold"), v->signatures);
	count(s, p, T(app, "Signatures not judged"), v->resting);
	count(s, p, T(app, "Texts of editions hashed"), v->editions);
	count(s, p, T(app, "Erased"), v->erased);
	count(s, p, T(app, "Withheld"), v->withheld);
	count(s, p, T(app, "Of unknown kinds"), v->unknown);
	count(s, p, T(app, "Size of this log"), v->size);
	page_field(a, p, T(app, "Its root hash"), root);
	page_field(a, p, T(app, "Fingerprint of the charter key"),
		   v->fingerprint != NULL ? v->fingerprint : "-");
	detail_findings(s, p, T(app, "What does not hold"), &v->bad);
	detail_findings(s, p, T(app, "To look at"), &v->marked);
	return p;
}
