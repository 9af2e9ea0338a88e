/* person: a new code, a misused key, leaving, coming back, the hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/person.h"

#include "base/str.h"
#include "cmd/enrolment.h"

/* A week before anything could be known of a house. */
enum { FIRST_DAY = 7, YEAR = 366 };

static enum slot_bit
hr_or_charter(const struct dossier *d)
{
	return d->p.role == ROLE_HR ? SIG_CHARTER : SIG_HR;
}

/* ---- a new code ---- */

static int
reset_record(struct app *app, const struct dossier *d, struct deed *deed,
	     struct err *e)
{
	char until[DATE_SIZE], key[PUBKEY_TEXT_SIZE];
	const char *number = d->p.number;
	struct record *r;

	date_print(until, app_today(app) + CODE_DAYS);
	enrolment_code(app, number, key, &deed->code);
	deed->until = arena_strdup(app->a, until);
	if (app_record(app, REC_RESET, app->who, &r, e) != 0 ||
	    record_put(app->a, r, "number", number, e) != 0 ||
	    record_put(app->a, r, "code-key", key, e) != 0 ||
	    record_put(app->a, r, "code-until", until, e) != 0 ||
	    record_put(app->a, r, "code-at", store_terminal(app->store),
		       e) != 0)
		return -1;
	deed->r[deed->n++] = r;
	deed->second = d->p.activated != 0;
	deed->slot = hr_or_charter(d);
	return 0;
}

int
person_code(struct app *app, const struct dossier *d, struct deed *deed,
	    struct err *e)
{
	if (reset_record(app, d, deed, e) != 0)
		return -1;
	deed->says = deed->second ?
		arena_printf(app->a, T(app, "%s gets a new code; the old "
			"passphrase ends now. What was signed before stays "
			"good, what is signed in the week after counts as "
			"less sure."), d->name) :
		arena_printf(app->a, T(app, "%s gets a new code; the one on "
					    "the older paper ends now."),
			     d->name);
	return 0;
}

int
person_returned(struct app *app, const struct dossier *d, struct deed *deed,
		struct err *e)
{
	const struct enrolment as_before = {
		.number = d->p.number, .role = role_word(d->p.role),
		.team = d->p.team, .contract = d->p.contract,
		.lang = d->p.lang, .coach = d->p.coach,
	};

	if (person_put_change(app, &as_before, d->p.name_hash, "active", deed,
			      e) != 0 ||
	    reset_record(app, d, deed, e) != 0)
		return -1;
	deed->says = arena_printf(app->a,
				  T(app, "%s is back under the old number "
					    "and gets a new code."), d->name);
	return 0;
}

/* Another pair of eyes: whoever gave the code cannot use it alone. */
int
person_second(struct app *app, const struct dossier *d, struct deed *deed,
	      struct err *e)
{
	const char *terminal = store_terminal(app->store);
	struct arena *a = app->a;
	struct leaf_row leaf;
	struct record *r;
	bool found;

	if (store_leaf(app->store, a, NULL, (uint64_t)d->p.enrol_index, &leaf,
		       &found, e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_USAGE, "there is no record %llu",
			       (unsigned long long)d->p.enrol_index);
	if (app_record(app, REC_VOUCH, app->who, &r, e) != 0 ||
	    record_put(a, r, "number", app->who, e) != 0 ||
	    record_put(a, r, "leaf", leaf_ref_print(a, terminal, leaf.index,
						    leaf.hash), e) != 0 ||
	    record_put(a, r, "as", "second", e) != 0)
		return -1;
	deed->r[deed->n++] = r;
	deed->slot = SIG_PERSON;
	deed->says = arena_printf(a, T(app, "You vouch that %s is to have the "
					    "new code that %s gave. From now "
					    "on it can be used."),
				  d->name, d->code_by);
	return 0;
}

/* ---- a key that somebody else used ---- */

int
person_misused(struct app *app, const struct dossier *d, struct deed *deed,
	       struct err *e)
{
	int64_t today = app_today(app), day, since, now;
	char at[UTC_SIZE];
	const char *why;
	struct record *r;

	if (person_ask_day(app, T(app, "Since which day may somebody else have "
				       "used the key"), today, FIRST_DAY,
			   today, &day, e) != 0 ||
	    person_ask_text(app, T(app, "What happened: "), &why, e) != 0)
		return -1;
	since = zone_utc(app->zone, day, 0, 0, 0);
	now = clock_now(&app->clock);
	utc_print(at, since < now ? since : now);
	if (app_record(app, REC_REVOKE, app->who, &r, e) != 0 ||
	    record_put(app->a, r, "number", d->p.number, e) != 0 ||
	    record_put(app->a, r, "since", at, e) != 0 ||
	    record_put_free(app->a, r, "why", why, e) != 0)
		return -1;
	deed->r[deed->n++] = r;
	deed->slot = hr_or_charter(d);
	deed->says = arena_printf(app->a, T(app, "The key of %s counts no more "
		"from now on; what it signed before %s stays good, what it "
		"signed since is in doubt. Give a new code next."),
		d->name, app_date_short(app, day));
	return 0;
}

/* ---- leaving ---- */

int
person_left(struct app *app, const struct dossier *d, struct deed *deed,
	    struct err *e)
{
	int64_t today = app_today(app), day;
	char on[DATE_SIZE];
	struct record *r;

	if (str_eq(d->p.number, app->who))
		return err_set(e, ERR_REFUSED, "nobody records their own "
			       "leaving: the other HR person does");
	if (person_ask_day(app, T(app, "Last day"), today, today - YEAR, today,
			   &day, e) != 0)
		return -1;
	date_print(on, day);
	if (app_record(app, REC_LEAVE, app->who, &r, e) != 0 ||
	    record_put(app->a, r, "number", d->p.number, e) != 0 ||
	    record_put(app->a, r, "on", on, e) != 0)
		return -1;
	deed->r[deed->n++] = r;
	deed->slot = SIG_HR;
	deed->says = arena_printf(app->a, T(app, "%s left on %s. From now on "
		"nobody logs in or signs under this number; what was signed "
		"stays good."), d->name, app_date_short(app, day));
	return 0;
}

/* ---- the hold ---- */

static int
hold(struct app *app, const struct dossier *d, bool on, struct deed *deed,
     struct err *e)
{
	const char *why;
	struct record *r;

	if (person_ask_text(app, T(app, "Why: "), &why, e) != 0 ||
	    app_record(app, REC_HOLD, app->who, &r, e) != 0 ||
	    record_put(app->a, r, "number", d->p.number, e) != 0 ||
	    record_put(app->a, r, "hold", on ? "on" : "off", e) != 0 ||
	    record_put_free(app->a, r, "why", why, e) != 0)
		return -1;
	deed->r[deed->n++] = r;
	deed->slot = SIG_HR;
	deed->says = arena_printf(app->a, on ?
		T(app, "Nothing of %s is erased until the hold is ended.") :
		T(app, "The hold of %s has ended: what is due to be erased "
		       "may be erased again."), d->name);
	return 0;
}

int
person_hold(struct app *app, const struct dossier *d, struct deed *deed,
	    struct err *e)
{
	return hold(app, d, true, deed, e);
}

int
person_release(struct app *app, const struct dossier *d, struct deed *deed,
	       struct err *e)
{
	return hold(app, d, false, deed, e);
}
