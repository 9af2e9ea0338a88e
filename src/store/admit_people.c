/* Whether our own log takes what is said of the house and its people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <string.h>
#include "base/clock.h"
#include "base/str.h"

/* 1 if TERMINAL has a record here, 0 if not. */
static int
terminal_known(struct admission *ad, const char *id, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };

	if (ROWS(ad->s, Q_TERMINAL, &r, e, ARG(id)) != 0)
		return -1;
	return rows_next(&r, e);
}

/* Whoever changes a setting has seen it: one that came into the log after what
 * the record follows was not. */
static int
seen(struct admission *ad, const char *name, struct err *e)
{
	const char *after = admit_get(ad, "after");
	struct setting_row *v;
	uint8_t root[32];
	uint64_t size = 0;
	size_t n;

	/* Its form was looked at when the record was read. */
	(void)head_parse(after, strlen(after), &size, root);
	if (store_setting_rows(ad->s, ad->a, name, &v, &n, e) != 0)
		return -1;
	if (n == 0 || !str_eq(v->terminal, ad->s->terminal) ||
	    v->index < size)
		return 0;
	return err_set(e, ERR_REFUSED, "'%s' was changed by somebody else "
		       "meanwhile: look at it again", name);
}

int
admit_setting(struct admission *ad, struct err *e)
{
	return seen(ad, admit_get(ad, "name"), e);
}

int
admit_house(struct admission *ad, struct err *e)
{
	struct house h;
	bool found = false;

	if (!str_eq(admit_get(ad, "id"), ad->s->house))
		return err_set(e, ERR_REFUSED,
			       "this house is '%s', not '%s'", ad->s->house,
			       admit_get(ad, "id"));
	if (house_row(ad->s, ad->a, &h, &found, e) != 0)
		return -1;
	if (!found && ad->idx == 0)
		return 0; /* the first leaf makes the house */
	if (admit_duty(ad, e) != 0)
		return -1;
	if (!found)
		return 0;
	if (!str_eq(admit_get(ad, "charter-key"), h.charter_key) ||
	    str_eq(admit_get(ad, "trial"), "yes") != h.trial)
		return err_set(e, ERR_REFUSED,
			       "a house keeps its charter and stays a trial or "
			       "a real house for ever: only title, zone and "
			       "languages can change");
	return seen(ad, SETTING_TITLE, e) != 0 ? -1 :
	       seen(ad, SETTING_LANGUAGES, e);
}

/* A terminal's own certificate opens its log; all others come from the
 * office. */
int
admit_terminal(struct admission *ad, struct err *e)
{
	int known = terminal_known(ad, ad->s->terminal, e);

	if (known < 0)
		return -1;
	if (known == 0 && str_eq(admit_get(ad, "id"), ad->s->terminal))
		return 0;
	return admit_duty(ad, e);
}

/* What concerns HR people needs the charter, so that HR cannot renew itself
 * unseen. */
static int
needs_charter(struct admission *ad, bool hr, struct err *e)
{
	if (!hr || ad->slot == SIG_CHARTER || ad->parts->nsigs == 0)
		return 0;
	return err_set(e, ERR_REFUSED,
		       "'%s' is or becomes an HR person: this needs the "
		       "charter sheet",
		       admit_get(ad, "number"));
}

static int
code_terminal(struct admission *ad, struct err *e)
{
	int known = terminal_known(ad, admit_get(ad, "code-at"), e);

	if (known == 0)
		err_set(e, ERR_REFUSED,
			"there is no terminal '%s' for the code: see "
			"terminal list",
			admit_get(ad, "code-at"));
	return known > 0 ? 0 : -1;
}

int
admit_enrol(struct admission *ad, struct err *e)
{
	struct person p;
	bool found = false;

	if (store_person(ad->s, ad->a, admit_get(ad, "number"), &p, &found,
			 e) != 0)
		return -1;
	if (found)
		return err_set(e, ERR_REFUSED,
			       "the number '%s' is somebody's already: a "
			       "number is never given twice; who returns gets "
			       "a new code under the old number",
			       admit_get(ad, "number"));
	if (needs_charter(ad, str_eq(admit_get(ad, "role"), "hr"), e) != 0)
		return -1;
	return code_terminal(ad, e);
}

static int
code_still_good(struct admission *ad, const struct person *p, struct err *e)
{
	int64_t until = 0;

	if (p->code_key[0] == '\0')
		return err_set(e, ERR_REFUSED,
			       "the code of '%s' was used already: ask HR for "
			       "a new one",
			       p->number);
	if (!str_eq(p->code_at, ad->s->terminal))
		return err_set(e, ERR_REFUSED,
			       "the code of '%s' is good at the terminal '%s' "
			       "only",
			       p->number, p->code_at);
	if (!date_parse(p->code_until, &until) || ad->ap->today > until)
		return err_set(e, ERR_REFUSED,
			       "the code of '%s' was good until %s: ask HR for "
			       "a new one",
			       p->number, p->code_until);
	if (p->reset_at != 0 && !p->reset_seconded)
		return err_set(e, ERR_REFUSED,
			       "the new code of '%s' waits for a second "
			       "person: somebody else must vouch for it first",
			       p->number);
	return 0;
}

/* No two people share a key, and the code's is on paper. */
static int
key_is_new(struct admission *ad, struct err *e)
{
	const char *key = admit_get(ad, "key");
	struct event *v;
	size_t n;

	if (roster_events(ad->s, ad->a, NULL, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (str_eq(v[i].key, key) || str_eq(v[i].code_key, key))
			return err_set(e, ERR_REFUSED,
				       "this key is in use already: begin the "
				       "activation again");
	}
	return 0;
}

int
admit_activate(struct admission *ad, struct err *e)
{
	const struct record *code = NULL;
	struct leaf_ref ref;
	struct person p, helper;

	if (admit_known(ad, admit_get(ad, "number"), &p, e) != 0 ||
	    admit_target(ad, "enrol", &ref, &code, e) != 0)
		return -1;
	if (p.state == PERSON_LEFT || p.state == PERSON_REVOKED)
		return admit_active(ad, p.number, &p, e);
	if (code == NULL || (int64_t)ref.index != p.enrol_index ||
	    record_get(code, "code-key") == NULL ||
	    !str_eq(record_get(code, "number"), p.number))
		return err_set(e, ERR_REFUSED,
			       "this is not the newest code of '%s': use the "
			       "paper given last",
			       p.number);
	if (code_still_good(ad, &p, e) != 0 || key_is_new(ad, e) != 0)
		return -1;
	if (record_get(ad->r, "attended") == NULL)
		return 0;
	if (str_eq(admit_get(ad, "attended"), p.number))
		return err_set(e, ERR_REFUSED,
			       "nobody stands by themselves: name somebody "
			       "else, or -");
	return admit_known(ad, admit_get(ad, "attended"), &helper, e);
}

/* Without a key of HR's nobody could be enrolled again. */
static int
not_the_last_hr(struct admission *ad, const struct person *p, struct err *e)
{
	struct person *v;
	size_t n;

	if (p->role != ROLE_HR || p->state != PERSON_ACTIVE)
		return 0;
	if (store_people(ad->s, ad->a, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (v[i].role == ROLE_HR && v[i].state == PERSON_ACTIVE &&
		    !str_eq(v[i].number, p->number))
			return 0;
	return err_set(e, ERR_REFUSED,
		       "'%s' is the only HR person with a key: another one has "
		       "to be here first",
		       p->number);
}

int
admit_change(struct admission *ad, struct err *e)
{
	struct person p;

	if (admit_known(ad, admit_get(ad, "number"), &p, e) != 0)
		return -1;
	if ((p.role == ROLE_HR) == str_eq(admit_get(ad, "role"), "hr"))
		return 0;
	if (needs_charter(ad, true, e) != 0)
		return -1;
	return not_the_last_hr(ad, &p, e);
}

int
admit_reset(struct admission *ad, struct err *e)
{
	struct person p;

	if (admit_known(ad, admit_get(ad, "number"), &p, e) != 0)
		return -1;
	if (p.state == PERSON_LEFT)
		return err_set(e, ERR_REFUSED,
			       "'%s' has left: make the person active again, "
			       "then give a new code",
			       p.number);
	if (needs_charter(ad, p.role == ROLE_HR, e) != 0)
		return -1;
	return code_terminal(ad, e);
}

int
admit_revoke(struct admission *ad, struct err *e)
{
	struct person p;

	if (admit_known(ad, admit_get(ad, "number"), &p, e) != 0)
		return -1;
	if (p.state == PERSON_REVOKED)
		return err_set(e, ERR_REFUSED,
			       "the key of '%s' is revoked already", p.number);
	return needs_charter(ad, p.role == ROLE_HR, e);
}

int
admit_leave(struct admission *ad, struct err *e)
{
	struct person p;

	if (admit_known(ad, admit_get(ad, "number"), &p, e) != 0)
		return -1;
	if (p.state == PERSON_LEFT)
		return err_set(e, ERR_REFUSED, "'%s' has left already",
			       p.number);
	return not_the_last_hr(ad, &p, e);
}
