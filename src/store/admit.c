/* Whether our own log takes a record: what every kind must fulfil.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <string.h>
#include "base/encode.h"
#include "base/str.h"

enum {
	KEYNUM = 8,
	/* minisign: two letters, key number, key; and with a signature. */
	PUBLIC_SIZE = 2 + KEYNUM + 32,
	SIGNATURE_SIZE = 2 + KEYNUM + 64,
};

const char *
admit_get(const struct admission *ad, const char *field)
{
	const char *v = record_get(ad->r, field);

	return v == NULL ? "" : v;
}

/* Several rules ask about the same person: read once a record. */
static int
events_of(struct admission *ad, const char *number, struct err *e)
{
	if (ad->number != NULL && str_eq(ad->number, number))
		return 0;
	ad->number = NULL;
	if (roster_events(ad->s, ad->a, number, &ad->events, &ad->nevents,
			  e) != 0)
		return -1;
	ad->number = number;
	return 0;
}

int
admit_known(struct admission *ad, const char *number, struct person *ret,
	    struct err *e)
{
	bool found = false;

	if (number == NULL)
		return err_set(e, ERR_REFUSED,
			       "a '%s' needs somebody's staff number",
			       ad->r->form->word);
	if (events_of(ad, number, e) != 0 ||
	    roster_person(ad->s, ad->a, ad->events, ad->nevents, ret, &found,
			  e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_REFUSED,
			       "nobody here has the number '%s': look it up "
			       "with people",
			       number);
	return 0;
}

int
admit_active(struct admission *ad, const char *number, struct person *ret,
	     struct err *e)
{
	if (admit_known(ad, number, ret, e) != 0)
		return -1;
	switch (ret->state) {
	case PERSON_ACTIVE:
		return 0;
	case PERSON_ENROLLED:
		return err_set(e, ERR_REFUSED,
			       "'%s' is not active: a code is waiting to be "
			       "used (activate %s)",
			       number, number);
	case PERSON_LEFT:
		return err_set(e, ERR_REFUSED,
			       "'%s' is not active: this person has left",
			       number);
	case PERSON_REVOKED:
		return err_set(e, ERR_REFUSED,
			       "'%s' is not active: the key was revoked; ask "
			       "HR for a new code",
			       number);
	}
	return -1;
}

int
admit_field_known(struct admission *ad, struct err *e)
{
	struct person p;

	return admit_known(ad, record_get(ad->r, "number"), &p, e);
}

int
admit_field_active(struct admission *ad, struct err *e)
{
	struct person p;

	return admit_active(ad, record_get(ad->r, "number"), &p, e);
}

int
admit_target(struct admission *ad, const char *field,
	     struct leaf_ref *ret_ref, const struct record **ret,
	     struct err *e)
{
	const char *text = record_get(ad->r, field);
	struct leaf_parts parts;
	struct leaf_ref ref;
	struct leaf_row row;
	bool found = false;

	if (text == NULL || !leaf_ref_parse(text, &ref))
		return err_set(e, ERR_REFUSED,
			       "a '%s' must name a record of the log",
			       ad->r->form->word);
	if (store_leaf(ad->s, ad->a, ref.terminal, ref.index, &row, &found,
		       e) != 0)
		return -1;
	if (!found || memcmp(row.hash, ref.hash, sizeof(ref.hash)) != 0)
		return err_set(e, ERR_REFUSED,
			       "no record '%s' is in the log here", text);
	*ret = NULL;
	*ret_ref = ref;
	if (row.body == NULL)
		return 0;
	if (leaf_split(row.body, row.n, &parts, e) != 0)
		return -1;
	return record_parse(ad->a, parts.record, parts.nrecord, ret, e);
}

/* ---- duty ---- */

int
admit_duty(struct admission *ad, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	const char *mine = ad->s->terminal, *duty = "";
	int got;

	if (ROWS(ad->s, Q_TERMINAL, &r, e, ARG(mine)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	if (got > 0)
		duty = row_or(&r, ad->a, 1, "");
	if (str_eq(duty, "office"))
		return 0;
	return err_set(e, ERR_REFUSED,
		       "a '%s' is written at the house's office terminal "
		       "only; this is '%s'",
		       ad->r->form->word, mine);
}

/* ---- signatures: whose they are; whether they hold, trust has said ---- */

static bool
key_number(const char *key, uint8_t ret[KEYNUM])
{
	uint8_t raw[PUBLIC_SIZE];

	if (!base64_decode(raw, sizeof(raw), key, strlen(key)))
		return false;
	memcpy(ret, raw + 2, KEYNUM);
	return true;
}

static bool
block_key_number(const struct leaf_parts *parts, size_t i,
		 uint8_t ret[KEYNUM])
{
	const char *line = parts->sigs[i], *end = line + parts->nsig[i];
	const char *stop = memchr(line, '\n', parts->nsig[i]);
	uint8_t raw[SIGNATURE_SIZE];

	if (stop == NULL)
		return false;
	line = stop + 1;
	stop = memchr(line, '\n', (size_t)(end - line));
	if (stop == NULL ||
	    !base64_decode(raw, sizeof(raw), line, (size_t)(stop - line)))
		return false;
	memcpy(ret, raw + 2, KEYNUM);
	return true;
}

static int
charter_key(struct admission *ad, const char **ret, struct err *e)
{
	struct house h;
	bool found = false;

	if (house_row(ad->s, ad->a, &h, &found, e) != 0)
		return -1;
	if (found)
		*ret = h.charter_key;
	else if (ad->r->form->kind == REC_HOUSE)
		*ret = record_get(ad->r, "charter-key");
	return 0;
}

/* The key that SLOT needs now: it may have been revoked or renewed while a
 * passphrase was typed. */
static int
slot_key(struct admission *ad, enum slot_bit slot, const char *who,
	 const char **ret, struct err *e)
{
	struct person p;
	bool doubt;

	if (slot == SIG_CHARTER)
		return charter_key(ad, ret, e);
	if (slot == SIG_KEY) {
		*ret = record_get(ad->r, "key");
		return 0;
	}
	if (slot == SIG_CODE) {
		if (admit_known(ad, who, &p, e) != 0)
			return -1;
		*ret = p.code_key;
		return 0;
	}
	if (events_of(ad, who, e) != 0)
		return -1;
	*ret = roster_key(ad->events, ad->nevents, ad->s->terminal, ad->idx,
			  record_time(ad->r, "at"), &doubt, NULL);
	return 0;
}

/* Active, and of a role that may sign so. */
static int
admit_signer(struct admission *ad, enum slot_bit slot, const char *who,
	     struct err *e)
{
	struct person p;

	if (slot == SIG_CHARTER || slot == SIG_CODE || slot == SIG_KEY)
		return 0;
	if (admit_active(ad, who, &p, e) != 0)
		return -1;
	if (slot == SIG_HR && p.role != ROLE_HR)
		return err_set(e, ERR_REFUSED,
			       "'%s' may not sign a '%s': HR does that", who,
			       ad->r->form->word);
	if (slot == SIG_SUPERVISOR && p.role != ROLE_SUPERVISOR &&
	    p.role != ROLE_HR)
		return err_set(e, ERR_REFUSED,
			       "'%s' may not sign a '%s': a supervisor does "
			       "that",
			       who, ad->r->form->word);
	return 0;
}

static int
admit_block(struct admission *ad, size_t i, unsigned *slots, struct err *e)
{
	uint8_t has[KEYNUM], needs[KEYNUM];
	const char *who = NULL, *key = NULL;
	enum slot_bit slot = sig_slot(ad->a, ad->r, ad->parts, i, &who);

	if (slot == SIG_NONE || (*slots & slot) != 0)
		return err_set(e, ERR_REFUSED,
			       "a signature under this '%s' does not belong "
			       "there",
			       ad->r->form->word);
	*slots |= slot;
	if (ad->slot == SIG_NONE)
		ad->slot = slot;
	if (admit_signer(ad, slot, who, e) != 0 ||
	    slot_key(ad, slot, who, &key, e) != 0)
		return -1;
	if (key == NULL || !key_number(key, needs) ||
	    !block_key_number(ad->parts, i, has) ||
	    memcmp(has, needs, KEYNUM) != 0)
		return err_set(e, ERR_REFUSED,
			       "the signature of '%s' was made with a key that "
			       "does not count here: the key was renewed or "
			       "revoked, or the code is an old one",
			       who);
	return 0;
}

/* A dry run comes before the passphrase: then the slot is whose it would
 * be. */
static int
admit_unsigned(struct admission *ad, struct err *e)
{
	unsigned slots = ad->r->form->slots;

	if ((slots & SIG_CHARTER) != 0 && ad->by == NULL)
		ad->slot = SIG_CHARTER;
	for (unsigned bit = SIG_HR; ad->slot == SIG_NONE && bit <= SIG_COACH;
	     bit <<= 1) {
		if ((slots & bit) != 0)
			ad->slot = (enum slot_bit)bit;
	}
	if (ad->slot == SIG_NONE || (slots & SIG_CHARTER) != 0)
		return 0;
	return admit_signer(ad, ad->slot, record_signer(ad->r, ad->slot), e);
}

static int
admit_signatures(struct admission *ad, struct err *e)
{
	unsigned seen = 0;

	if (ad->ap->dry && ad->parts->nsigs == 0)
		return admit_unsigned(ad, e);
	if (ad->parts->nsigs != ad->r->form->nsigs)
		return err_set(e, ERR_REFUSED,
			       "a '%s' carries %u signatures, this one has "
			       "%zu",
			       ad->r->form->word, ad->r->form->nsigs,
			       ad->parts->nsigs);
	for (size_t i = 0; i < ad->parts->nsigs; i++) {
		if (admit_block(ad, i, &seen, e) != 0)
			return -1;
	}
	return 0;
}

int
admit_leaf(struct admission *ad, struct err *e)
{
	const struct kind *k = &store_kinds[ad->r->form->kind];

	if ((k->office && admit_duty(ad, e) != 0) ||
	    admit_signatures(ad, e) != 0)
		return -1;
	return k->admit == NULL ? 0 : k->admit(ad, e);
}
