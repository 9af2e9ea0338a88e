/* handbook publish: composes the text of an edition in every language, keeps
 * it, and signs what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/handbook.h"

#include <string.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "cmd/publishing.h"
#include "cmd/vouching.h"
#include "trust/hash.h"

/* ---- composing ---- */

static bool
in_house(const struct app *app, const char *lang)
{
	const char *p = strstr(app->house.languages, lang);

	return p != NULL;
}

static int
compose_one(struct app *app, const struct app_standards *st, size_t i,
	    unsigned edition, struct composed *ret, struct err *e)
{
	char *sha = arena_alloc(app->a, 65);
	struct value_source vs;

	memset(ret, 0, sizeof(*ret));
	ret->lang = app_langs[i];
	if (app_values(app, st->h, &vs, e) != 0 ||
	    handbook_compose(app->a, st->h, st->htr[i], st->c, st->ctr[i],
			     app_catalogue(app, app_langs[i]), app_langs[i],
			     app->house.title, edition, &vs, &ret->text,
			     &ret->n, e) != 0)
		return -1;
	sha256_hex(sha, ret->text, ret->n);
	ret->sha = sha;
	return edition_parse(app->a, ret->text, ret->n, &ret->parsed, e);
}

/* A language with a missing or stale sentence is left out, named, and asked
 * about: nobody is to sign half a text. */
static int
compose_all(struct app *app, unsigned edition, struct composed *v, size_t *n,
	    const struct app_standards *st, struct err *e)
{
	*n = 0;
	for (size_t i = 0; i < LANGS; i++) {
		struct io_option o[] = {
			{ .word = "without",
			  .label = T(app, "publish without it") },
			{ .word = "stop", .label = T(app, "stop here") },
		};
		size_t answer = 1;

		if (!in_house(app, app_langs[i]))
			continue;
		if (compose_one(app, st, i, edition, &v[*n], e) == 0) {
			++*n;
			continue;
		}
		if (i == app_lang_index(st->h->doc.lang))
			return -1; /* the source itself */
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		if (!app->opt.yes &&
		    io_choose(app->io,
			      arena_printf(app->a,
					   T(app, "The text in '%s' is not "
						  "complete"),
					   app_langs[i]), o, NELEM(o), 1,
			      &answer, e) != 0)
			return -1;
		if (!app->opt.yes && answer == 1)
			return err_set(e, ERR_CONTENT,
				       "nothing was published: the text in "
				       "'%s' is not complete", app_langs[i]);
		err_clear(e);
	}
	return 0;
}

/* ---- what changed ---- */

static const struct duty_section *
section_before(const struct edition_row *old, const char *id)
{
	for (size_t i = 0; old != NULL && i < old->nsections; i++)
		if (str_eq(old->sections[i].id, id))
			return &old->sections[i];
	return NULL;
}

static int
read_before(struct app *app, const struct edition_row *old,
	    struct composed *v, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct app_edition *ed = ARENA_NEW(app->a, struct app_edition);

		if (app_edition_text(app, old, v[i].lang, ed, e) != 0)
			return -1;
		if (str_eq(ed->lang, v[i].lang))
			v[i].before = &ed->text;
	}
	return 0;
}

/* The edition of a section's last material change: this one, if it is a
 * material edition and a sentence of the section is another one in any
 * language; else what it was. */
static unsigned
changed_in(const struct edition_row *old, bool material,
	   const struct composed *v, size_t n, const char *id,
	   unsigned edition)
{
	const struct duty_section *before = section_before(old, id);

	if (before == NULL)
		return edition;
	for (size_t i = 0; material && i < n; i++)
		if (publish_differs(&v[i], id))
			return edition;
	return before->changed;
}

/* ---- who has to sign ---- */

static bool
asks_again(const struct edition_row *old, const struct app_standards *st,
	   const struct publishing *w, const struct composed *v, size_t n,
	   unsigned edition)
{
	for (size_t i = 0; i < st->h->nsections; i++)
		if (st->h->sections[i].must &&
		    changed_in(old, w->material, v, n, st->h->sections[i].id,
			       edition) == edition)
			return true;
	return false;
}

/* Whoever is in the house; not who need not sign, which the edition before
 * tells as well as this one. */
static int
count_people(struct app *app, const struct edition_row *old, size_t *ret,
	     struct err *e)
{
	struct standing *s;
	struct person *v;
	size_t n;

	*ret = 0;
	if (store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*ret += v[i].state != PERSON_LEFT;
	if (old == NULL)
		return 0;
	if (app_standings(app, old, &s, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*ret -= s[i].status == DUTY_EXEMPT;
	return 0;
}

/* ---- is it another one at all ---- */

static bool
same_marks(const struct handbook *h, const struct edition_row *old)
{
	for (size_t i = 0; i < h->nsections; i++) {
		const struct duty_section *s =
			section_before(old, h->sections[i].id);

		if (s == NULL || s->must != h->sections[i].must)
			return false;
	}
	return true;
}

/* Refuses an edition that would be the one before under another number: its
 * texts, with that one's number, are byte for byte those. */
static int
check_changed(struct app *app, const struct app_standards *st,
	      const struct edition_row *old, const struct composed *v,
	      size_t n, struct err *e)
{
	size_t same = 0;

	for (size_t i = 0; i < n; i++) {
		struct composed again;

		if (compose_one(app, st, app_lang_index(v[i].lang),
				old->edition, &again, e) != 0)
			return -1;
		for (size_t k = 0; k < old->ntexts; k++)
			same += str_eq(old->texts[k].sha, again.sha);
	}
	if (same == n && n == old->ntexts && same_marks(st->h, old))
		return err_set(e, ERR_REFUSED, "nothing has changed since "
			       "edition %u, so there is nothing to publish: "
			       "first change a text ('handbook edit')",
			       old->edition);
	return 0;
}

/* ---- the record ---- */

static int
put_texts(struct app *app, struct record *r, const struct composed *v,
	  size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (record_put(app->a, r, "text",
			       arena_printf(app->a, "%s %zu %s", v[i].lang,
					    v[i].n, v[i].sha), e) != 0)
			return -1;
	return 0;
}

/* The last thing before the record: what is given up or refused until then
 * leaves no text behind that no record names. */
static int
keep_texts(struct app *app, const struct composed *v, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (app_keep_text(app, v[i].sha, "txt", v[i].text, v[i].n,
				  e) != 0)
			return -1;
	return 0;
}

static int
put_sections(struct app *app, struct record *r,
	     const struct app_standards *st, const struct edition_row *old,
	     bool material, const struct composed *v, size_t n,
	     unsigned edition, struct err *e)
{
	for (size_t i = 0; i < st->h->nsections; i++) {
		const struct handbook_section *s = &st->h->sections[i];

		if (record_put(app->a, r, "section",
			       arena_printf(app->a, "%s %u %s", s->id,
					    changed_in(old, material, v, n,
						       s->id, edition),
					    s->must ? "must" : "may"),
			       e) != 0)
			return -1;
	}
	return 0;
}

/* Nobody can have known a text before it was there. */
static int
read_days(struct app *app, struct publishing *w, struct err *e)
{
	const char *due = w->due;

	if (due == NULL && app_setting(app, "due.days", &due, e) != 0)
		return -1;
	if (!str_u64(due, 365, &w->days))
		return err_set(e, ERR_USAGE, "'%s' is no number of days: 0 to "
			       "365", due);
	w->day = app_today(app);
	if (w->from == NULL)
		return 0;
	if (!date_parse(w->from, &w->day))
		return err_set(e, ERR_USAGE, "'%s' is no date: YYYY-MM-DD",
			       w->from);
	if (w->day < app_today(app))
		return err_set(e, ERR_USAGE, "'%s' is past: an edition holds "
			       "from today on, or from a later day", w->from);
	return 0;
}

static int
edition_record(struct app *app, const struct publishing *w, unsigned edition,
	       struct record **ret, struct err *e)
{
	struct arena *a = app->a;
	char from[DATE_SIZE];
	struct record *r;

	date_print(from, w->day);
	if (app_record(app, REC_EDITION, app->who, &r, e) != 0 ||
	    record_put_int(a, r, "edition", edition, e) != 0 ||
	    record_put(a, r, "change", w->material ? "material" :
					"editorial", e) != 0 ||
	    record_put(a, r, "from", from, e) != 0 ||
	    record_put_int(a, r, "due", (int64_t)w->days, e) != 0 ||
	    (w->summary != NULL &&
	     record_put_free(a, r, "summary", w->summary, e) != 0))
		return -1;
	*ret = r;
	return 0;
}

/* Before anything is recorded: an edition is not to stand alone because the
 * second passphrase was mistyped. *RET NULL: nobody was named. */
static int
second_pair_of_eyes(struct app *app, const char *number, struct signer **ret,
		    struct err *e)
{
	*ret = NULL;
	if (number == NULL)
		return 0;
	return app_unseal(app, number, NULL, ret, e);
}

static int
publish(struct app *app, struct publishing *w, struct err *e)
{
	struct composed v[LANGS];
	struct app_standards st;
	OWN(signer_freep) struct signer *s = NULL, *second = NULL;
	struct appended done, vouch;
	struct edition_row old;
	unsigned edition = 1;
	struct record *r;
	bool any;
	size_t n;

	if (w->second != NULL && str_eq(w->second, app->who))
		return err_set(e, ERR_REFUSED, "the second person has to be "
			       "somebody else");
	if (app_current_edition(app, &old, &any, e) != 0 ||
	    app_standards(app, true, &st, e) != 0)
		return -1;
	if (any)
		edition = old.edition + 1;
	if (read_days(app, w, e) != 0 ||
	    compose_all(app, edition, v, &n, &st, e) != 0 ||
	    (any && (read_before(app, &old, v, n, e) != 0 ||
		     check_changed(app, &st, &old, v, n, e) != 0)) ||
	    edition_record(app, w, edition, &r, e) != 0 ||
	    put_texts(app, r, v, n, e) != 0 ||
	    put_sections(app, r, &st, any ? &old : NULL, w->material, v, n,
			 edition, e) != 0 ||
	    (asks_again(any ? &old : NULL, &st, w, v, n, edition) &&
	     count_people(app, any ? &old : NULL, &w->people, e) != 0) ||
	    publish_confirm(app, w, edition, v, n, e) != 0 ||
	    app_unseal(app, app->who, NULL, &s, e) != 0 ||
	    second_pair_of_eyes(app, w->second, &second, e) != 0 ||
	    keep_texts(app, v, n, e) != 0)
		return -1;

	struct endorsed en = { .r = r, .sig = { { SIG_HR, s } }, .nsig = 1 };

	if (app_append(app, &en, 1, NULL, &done, e) != 0)
		return -1;
	if (second != NULL &&
	    vouching_append(app, w->second, "second", done.first, second, NULL,
			    &vouch, e) != 0)
		return err_wrap(e, "edition %u is published, but nobody has "
				"vouched for it yet", edition);
	return publish_show(app, w, edition, v, n, done.first, e);
}

int
cmd_handbook_publish(struct app *app, int argc, const char *const *argv,
		 struct err *e)
{
	struct publishing w = { 0 };
	const struct opt spec[] = {
		{ .name = "material", .type = OPT_FLAG, .flag = &w.material },
		{ .name = "editorial", .type = OPT_FLAG,
		  .flag = &w.editorial },
		{ .name = "from", .type = OPT_TEXT, .text = &w.from },
		{ .name = "due", .type = OPT_TEXT, .text = &w.due },
		{ .name = "summary", .type = OPT_TEXT, .text = &w.summary },
		{ .name = "second", .type = OPT_TEXT, .text = &w.second },
	};

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0)
		return -1;
	if (w.material == w.editorial)
		return err_set(e, ERR_USAGE, "publish needs --material (asks "
			       "again for what changed) or --editorial (a "
			       "slip of the pen)");
	return publish(app, &w, e);
}
