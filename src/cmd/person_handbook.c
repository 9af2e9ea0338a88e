/* person: exempt, signed on paper, reminded, explained, refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/person.h"

#include "base/file.h"
#include "base/str.h"
#include "cmd/handbook.h"
#include "cmd/standing.h"
#include "trust/hash.h"

enum { EXEMPT_DAYS = 90, EXEMPT_MOST = 5 * 366, PAPER_DAYS = 5 * 366,
       REMIND_MOST = 366, SCAN_MAX = 64 << 20 };

/* The fields number and edition. */
static int
begin(struct app *app, enum record_kind k, const struct dossier *d,
      struct deed *deed, struct record **ret, struct err *e)
{
	if (app_record(app, k, app->who, ret, e) != 0 ||
	    record_put(app->a, *ret, "number", d->p.number, e) != 0 ||
	    record_put_int(app->a, *ret, "edition", d->ed.edition, e) != 0)
		return -1;
	deed->r[deed->n++] = *ret;
	return 0;
}

int
person_exempt(struct app *app, const struct dossier *d, struct deed *deed,
	      struct err *e)
{
	int64_t today = app_today(app), day;
	struct record *r;
	const char *why;

	if (person_ask_day(app, T(app, "Need not sign until"),
			   today + EXEMPT_DAYS, today, today + EXEMPT_MOST,
			   &day, e) != 0 ||
	    person_ask_text(app, T(app, "Why: "), &why, e) != 0 ||
	    begin(app, REC_EXEMPT, d, deed, &r, e) != 0 ||
	    record_put_date(app->a, r, "until", day, e) != 0 ||
	    record_put_free(app->a, r, "why", why, e) != 0)
		return -1;
	deed->slot = SIG_HR;
	deed->says = arena_printf(app->a, T(app, "%s need not sign edition %u "
		"until %s; after that it is due again."), d->name,
		d->ed.edition, app_date_short(app, day));
	return 0;
}

int
person_remind(struct app *app, const struct dossier *d, struct deed *deed,
	      struct err *e)
{
	int64_t today = app_today(app), day;

	if (person_ask_day(app, T(app, "Sign by"), standing_until(app, &d->st),
			   today, today + REMIND_MOST, &day, e) != 0 ||
	    standing_remind(app, &d->ed, &d->st, day, &deed->r[0], e) != 0)
		return -1;
	deed->n = 1;
	deed->slot = SIG_NONE;
	deed->says = arena_printf(app->a, T(app, "%s is reminded to sign "
		"edition %u by %s."), d->name, d->ed.edition,
		app_date_short(app, day));
	return 0;
}

/* ---- explained, refused ---- */

int
person_explained(struct app *app, const struct dossier *d, struct deed *deed,
		 struct err *e)
{
	const char **sections, *words;
	struct owed owed;
	struct record *r;
	size_t n;

	if (handbook_owed(app, &d->ed, d->p.number, &owed, e) != 0 ||
	    person_ask_sections(app, owed.must, owed.nmust, &sections, &n,
				e) != 0 ||
	    person_ask_text(app, T(app, "What was explained: "), &words,
			    e) != 0 ||
	    begin(app, REC_EXPLAINED, d, deed, &r, e) != 0 ||
	    record_put_all(app->a, r, "section", sections, n, e) != 0 ||
	    record_put_free(app->a, r, "words", words, e) != 0)
		return -1;
	deed->slot = SIG_SUPERVISOR;
	deed->says = arena_printf(app->a, T(app, "It was explained to %s, who "
		"can sign now or say no."), d->name);
	return 0;
}

static int
check_witness(struct app *app, const char *s, struct err *e)
{
	struct person p;

	return str_eq(s, "-") ? 0 : app_person(app, s, &p, e);
}

int
person_refused(struct app *app, const struct dossier *d, struct deed *deed,
	       struct err *e)
{
	const char *witness, *why;
	struct record *r;

	if (app_ask_fit(app, T(app, "Number of who else was there (- for "
				    "nobody)"), "-", check_witness,
			&witness, e) != 0 ||
	    person_ask_text(app, T(app, "What was said: "), &why, e) != 0 ||
	    begin(app, REC_REFUSED, d, deed, &r, e) != 0 ||
	    record_put(app->a, r, "witness",
		       str_eq(witness, "-") ? NULL : witness, e) != 0 ||
	    record_put_free(app->a, r, "why", why, e) != 0)
		return -1;
	deed->slot = SIG_SUPERVISOR;
	deed->says = arena_printf(app->a, T(app, "%s did not want to sign "
		"edition %u. It stays to be signed, and can be signed any "
		"day."), d->name, d->ed.edition);
	return 0;
}

/* ---- on paper ---- */

/* The language of the text that was on the paper. */
static int
ask_text(struct app *app, const struct dossier *d, struct app_edition *ret,
	 struct err *e)
{
	const struct edition_row *ed = &d->ed;
	const char **words = ARENA_ARRAY(app->a, const char *,
					 ed->ntexts + 1);
	const char **labels = ARENA_ARRAY(app->a, const char *,
					  ed->ntexts + 1);
	const char *lang;

	for (size_t i = 0; i < ed->ntexts; i++) {
		words[i] = ed->texts[i].lang;
		labels[i] = app_lang_words(app, words[i]);
	}
	if (person_ask_word(app, T(app, "Language of the paper"), words,
			    labels, ed->ntexts, d->p.lang, &lang, e) != 0)
		return -1;
	return app_edition_text(app, ed, lang, ret, e);
}

/* A scan stays where it is: its digest says later that it is the same. */
static int
check_scan(struct app *app, const char *s, struct err *e)
{
	const char *bytes;
	size_t n;

	return str_eq(s, "-") ? 0 :
	       file_read(app->a, s, SCAN_MAX, &bytes, &n, e);
}

static int
put_scan(struct app *app, struct record *r, struct err *e)
{
	const char *path, *bytes;
	char hex[65];
	size_t n;

	if (app_ask_fit(app, T(app, "File of the scan (- for none)"), "-",
			check_scan, &path, e) != 0)
		return -1;
	if (str_eq(path, "-"))
		return record_put(app->a, r, "scan", NULL, e);
	if (file_read(app->a, path, SCAN_MAX, &bytes, &n, e) != 0)
		return -1;
	sha256_hex(hex, bytes, n);
	return record_put(app->a, r, "scan", hex, e);
}

int
person_paper(struct app *app, const struct dossier *d, struct deed *deed,
	     struct err *e)
{
	int64_t today = app_today(app), day;
	const char **sections, *place;
	struct app_edition ed;
	struct owed owed;
	struct record *r;
	size_t n;

	if (str_eq(d->p.number, app->who))
		return err_set(e, ERR_REFUSED, "nobody records their own "
			       "paper: another supervisor or HR does");
	if (ask_text(app, d, &ed, e) != 0 ||
	    person_ask_day(app, T(app, "Day of the signature"), today,
			   today - PAPER_DAYS, today, &day, e) != 0 ||
	    handbook_owed(app, &d->ed, d->p.number, &owed, e) != 0 ||
	    person_ask_sections(app, owed.must, owed.nmust, &sections, &n,
				e) != 0 ||
	    person_ask_text(app, T(app, "Where the paper is kept: "), &place,
			    e) != 0 ||
	    app_record(app, REC_PAPER, app->who, &r, e) != 0 ||
	    handbook_put(app, r, d->p.number, &ed, e) != 0 ||
	    record_put_all(app->a, r, "section", sections, n, e) != 0 ||
	    record_put_date(app->a, r, "on", day, e) != 0 ||
	    put_scan(app, r, e) != 0 ||
	    record_put_free(app->a, r, "place", place, e) != 0)
		return -1;
	deed->r[deed->n++] = r;
	deed->slot = SIG_SUPERVISOR;
	deed->says = n == owed.nmust ?
		arena_printf(app->a, T(app, "%s signed edition %u on paper on "
			"%s. It counts, as a weak proof: keep the paper."),
			d->name, d->ed.edition, app_date_short(app, day)) :
		arena_printf(app->a, T(app, "%s signed parts of edition %u on "
			"paper on %s. The other parts stay to be signed: "
			"%zu."), d->name, d->ed.edition,
			app_date_short(app, day), owed.nmust - n);
	return 0;
}
