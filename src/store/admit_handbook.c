/* Whether our own log takes what is said of the handbook, of lineups, and of
 * other records.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <string.h>
#include "base/str.h"

enum { SECONDS_A_DAY = 86400 };

int
admit_edition(struct admission *ad, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int64_t next, this = record_int(ad->r, "edition", 0);

	if (ROWS(ad->s, Q_EDITION_NEWEST, &r, e) != 0 || rows_next(&r, e) < 0)
		return -1;
	next = row_int(&r, 0) + 1;
	if (this == next)
		return 0;
	return err_set(e, ERR_REFUSED,
		       "the next edition is %lld, not %lld: somebody may have "
		       "published meanwhile; look at the newest first",
		       (long long)next, (long long)this);
}

/* The edition's texts, one "LANG BYTES SHA256" each. */
static int
edition_texts(struct admission *ad, const char ***ret, size_t *ret_n,
	      struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int64_t edition = record_int(ad->r, "edition", 0);
	int got;

	if (ROWS(ad->s, Q_EDITION_TEXTS, &r, e, ARG(edition)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(e, ERR_REFUSED,
			       "there is no edition %lld of the handbook",
			       (long long)edition);
	*ret = row_list(&r, ad->a, 0, ret_n);
	return 0;
}

int
admit_about_edition(struct admission *ad, struct err *e)
{
	const char **texts;
	size_t n;

	if (admit_field_known(ad, e) != 0)
		return -1;
	return edition_texts(ad, &texts, &n, e);
}

static int
admit_text(struct admission *ad, struct err *e)
{
	const char *lang = admit_get(ad, "language");
	const char *sha = admit_get(ad, "text");
	const char **texts;
	size_t n;

	if (edition_texts(ad, &texts, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (str_starts(texts[i], lang) &&
		    texts[i][strlen(lang)] == ' ' && str_ends(texts[i], sha))
			return 0;
	}
	return err_set(e, ERR_REFUSED,
		       "edition %s has no such text in '%s': open the handbook "
		       "again",
		       admit_get(ad, "edition"), lang);
}

int
admit_ack(struct admission *ad, struct err *e)
{
	if (admit_field_active(ad, e) != 0)
		return -1;
	return admit_text(ad, e);
}

int
admit_paper(struct admission *ad, struct err *e)
{
	if (admit_field_known(ad, e) != 0)
		return -1;
	return admit_text(ad, e);
}

/* An objection or a correction: somebody active, about a record there is. */
int
admit_about(struct admission *ad, struct err *e)
{
	const struct record *about;
	struct leaf_ref ref;

	if (admit_field_active(ad, e) != 0)
		return -1;
	return admit_target(ad, "leaf", &ref, &about, e);
}

int
admit_lineup(struct admission *ad, struct err *e)
{
	struct person p;

	if (record_time(ad->r, "end") < record_time(ad->r, "start"))
		return err_set(e, ERR_REFUSED,
			       "a lineup cannot end before it starts");
	return admit_active(ad, admit_get(ad, "leader"), &p, e);
}

int
admit_catchup(struct admission *ad, struct err *e)
{
	const struct record *about;
	struct leaf_ref ref;

	if (admit_field_known(ad, e) != 0 ||
	    admit_target(ad, "lineup", &ref, &about, e) != 0)
		return -1;
	if (about != NULL && about->form->kind != REC_LINEUP)
		return err_set(e, ERR_REFUSED,
			       "record %llu is no lineup to catch up with",
			       (unsigned long long)ref.index);
	return 0;
}

/* ---- vouching ---- */

static bool
among(const struct record *r, const char *field, const char *number)
{
	size_t n = 0;
	const char *const *v = record_all(r, field, &n);

	for (size_t i = 0; i < n; i++) {
		if (str_eq(v[i], number))
			return true;
	}
	return false;
}

static bool
is_field(const struct record *r, const char *field, const char *number)
{
	const char *v = record_get(r, field);

	return v != NULL && str_eq(v, number);
}

static int64_t
day_of(const struct append *ap, int64_t t)
{
	if (ap->day_of != NULL)
		return ap->day_of(ap->ctx, t);
	return t >= 0 ? t / SECONDS_A_DAY : -1;
}

static bool
may_witness(const struct record *about, const char *number)
{
	const char *drawn = record_get(about, "witness");

	if (is_field(about, "leader", number))
		return false;
	if (drawn != NULL)
		return str_eq(drawn, number);
	return among(about, "present", number) || among(about, "late", number);
}

/* Whether NUMBER may stand for ABOUT in the role AS. */
static bool
may_vouch(const struct record *about, const char *as, const char *number)
{
	enum record_kind k = about->form->kind;

	if (str_eq(as, "leader"))
		return k == REC_LINEUP && is_field(about, "leader", number);
	if (str_eq(as, "witness"))
		return k == REC_LINEUP && may_witness(about, number);
	if (str_eq(as, "second"))
		return !is_field(about, "by", number) &&
		       !is_field(about, "number", number);
	if (str_eq(as, "player"))
		return k == REC_OBSERVE && is_field(about, "number", number);
	return true; /* present */
}

int
admit_vouch(struct admission *ad, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	const char *number = admit_get(ad, "number"), *as = admit_get(ad, "as");
	const struct record *about = NULL;
	struct leaf_ref ref;
	int got;

	if (admit_field_active(ad, e) != 0 ||
	    admit_target(ad, "leaf", &ref, &about, e) != 0)
		return -1;
	if (about == NULL || !may_vouch(about, as, number))
		return err_set(e, ERR_REFUSED,
			       "'%s' cannot vouch for record %llu as %s",
			       number, (unsigned long long)ref.index, as);
	if ((str_eq(as, "leader") || str_eq(as, "witness")) &&
	    ad->ap->today > day_of(ad->ap, record_time(about, "at")))
		return err_set(e, ERR_REFUSED,
			       "the day of record %llu is over: it stays "
			       "unsigned, and the lists say so",
			       (unsigned long long)ref.index);
	if (ROWS(ad->s, Q_VOUCHED, &r, e, ARG((const char *)ref.terminal),
		 ARG(ref.index), ARG(number), ARG(as)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got > 0)
		err_set(e, ERR_REFUSED,
			"'%s' has vouched for record %llu as %s already",
			number, (unsigned long long)ref.index, as);
	return got == 0 ? 0 : -1;
}

/* ---- the log ---- */

int
admit_audit(struct admission *ad, struct err *e)
{
	int64_t size = record_int(ad->r, "size", -1);

	if (size >= 0 && (uint64_t)size <= ad->idx)
		return 0;
	return err_set(e, ERR_REFUSED,
		       "a check of %lld records: the book has only %llu",
		       (long long)size, (unsigned long long)ad->idx);
}

static int
may_blank(struct admission *ad, const struct leaf_ref *ref,
	  const struct record *about, struct err *e)
{
	const char *number;
	bool held = false;

	if (about->form->keep == KEEP_CHAIN)
		return err_set(e, ERR_REFUSED,
			       "record %llu is a '%s': others rest on it, it "
			       "is never erased",
			       (unsigned long long)ref->index,
			       about->form->word);
	number = record_get(about, "number");
	if (number == NULL)
		return 0;
	if (store_on_hold(ad->s, number, &held, e) != 0)
		return -1;
	if (held)
		return err_set(e, ERR_REFUSED,
			       "the records of '%s' are on hold: nothing of "
			       "theirs is erased",
			       number);
	return 0;
}

int
admit_erase(struct admission *ad, struct err *e)
{
	size_t n = 0;
	const char *const *leaves = record_all(ad->r, "leaf", &n);

	if (n == 0)
		return err_set(e, ERR_REFUSED,
			       "an erasure must name what it erases");
	for (size_t i = 0; i < n; i++) {
		const struct record *about = NULL;
		struct leaf_parts parts;
		struct leaf_ref ref;
		struct leaf_row row;
		bool found = false;

		if (leaf_ref_parse(leaves[i], &ref) &&
		    store_leaf(ad->s, ad->a, ref.terminal, ref.index, &row,
			       &found, e) != 0)
			return -1;
		if (!found || row.body == NULL ||
		    memcmp(row.hash, ref.hash, sizeof(ref.hash)) != 0)
			return err_set(e, ERR_REFUSED,
				       "'%s' is not here, or erased already",
				       leaves[i]);
		if (leaf_split(row.body, row.n, &parts, e) != 0 ||
		    record_parse(ad->a, parts.record, parts.nrecord, &about,
				 e) != 0)
			return -1;
		if (about == NULL)
			return err_set(e, ERR_REFUSED,
				       "'%s' is of a kind this program does "
				       "not know: update preshift first",
				       leaves[i]);
		if (may_blank(ad, &ref, about, e) != 0)
			return -1;
	}
	return 0;
}
