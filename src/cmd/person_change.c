/* person: another name, role, team, contract, language or coach.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/person.h"

#include <string.h>

#include "base/str.h"
#include "cmd/enrolment.h"

/* ---- the name ---- */

static int
check_name(struct app *app, const char *s, struct err *e)
{
	struct enrolment v = { .number = app->who, .name = s };

	return enrolment_check(app, &v, e);
}

static int
ask_name(struct app *app, struct enrolment *v, struct err *e)
{
	return app_ask_fit(app, T(app, "Name: "), NULL, check_name, &v->name,
			   e);
}

/* ---- which of them ---- */

enum field { NAME, ROLE, TEAM, CONTRACT, LANGUAGE, COACH, FIELDS };

static const struct {
	const char *word, *label;
	int (*ask)(struct app *, struct enrolment *, struct err *);
} fields[FIELDS] = {
	[NAME] = { "name", N_("Name"), ask_name },
	[ROLE] = { "role", N_("Role"), enrolment_ask_role },
	[TEAM] = { "team", N_("Team"), enrolment_ask_team },
	[CONTRACT] = { "contract", N_("Contract"), enrolment_ask_contract },
	[LANGUAGE] = { "language", N_("Language"), enrolment_ask_lang },
	[COACH] = { "coach", N_("Coach"), enrolment_ask_coach },
};

static const char *
field_words(struct app *app, const struct enrolment *v, enum field f)
{
	enum role r = ROLE_STAFF;

	switch (f) {
	case NAME:
		return v->name;
	case ROLE:
		role_parse(v->role, &r);
		return app_role_words(app, r);
	case TEAM:
		return str_eq(v->team, "-") ? T(app, "no team") :
					      app_team_words(app, v->team);
	case CONTRACT:
		return person_contract_words(app, v->contract);
	case LANGUAGE:
		return app_lang_words(app, v->lang);
	case COACH:
		return str_eq(v->coach, "-") ? T(app, "nobody") : v->coach;
	case FIELDS:
		break;
	}
	return "";
}

static const char *
changes(struct app *app, const struct enrolment *was,
	const struct enrolment *is)
{
	const char *s = "";

	for (enum field f = NAME; f < FIELDS; f++) {
		const char *a = field_words(app, was, f);
		const char *b = field_words(app, is, f);

		if (str_eq(a, b))
			continue;
		s = arena_printf(app->a, "%s%s%s",
				 s, *s != '\0' ? "; " : "",
				 arena_printf(app->a, T(app, "%s: %s instead "
							     "of %s"),
					      T(app, fields[f].label), b, a));
	}
	return s;
}

/* One after the other until that is all; a script may stop when it has no
 * more answers. */
static int
ask_fields(struct app *app, const struct enrolment *was, struct enrolment *v,
	   struct err *e)
{
	struct io_option o[FIELDS + 1] = { 0 };
	size_t i;

	for (bool asked = false;; asked = true) {
		bool any = *changes(app, was, v) != '\0';

		if (asked && !io_more(app->io))
			return 0;
		for (enum field f = NAME; f < FIELDS; f++) {
			o[f].word = fields[f].word;
			o[f].label = arena_printf(app->a, "%s: %s",
						  T(app, fields[f].label),
						  field_words(app, v, f));
		}
		o[FIELDS].word = "done";
		o[FIELDS].label = T(app, "That is all");
		if (io_choose(app->io, T(app, "What changes"), o,
			      any ? FIELDS + 1 : FIELDS, FIELDS, &i, e) != 0)
			return -1;
		if (i == FIELDS)
			return 0;
		if (fields[i].ask(app, v, e) != 0)
			return -1;
	}
}

/* ---- the record ---- */

int
person_put_change(struct app *app, const struct enrolment *v,
		  const char *name_hash, const char *state, struct deed *deed,
		  struct err *e)
{
	struct arena *a = app->a;
	struct record *r;

	if (app_record(app, REC_CHANGE, app->who, &r, e) != 0 ||
	    record_put(a, r, "number", v->number, e) != 0 ||
	    record_put(a, r, "name-hash", name_hash, e) != 0 ||
	    record_put(a, r, "role", v->role, e) != 0 ||
	    record_put(a, r, "team", str_eq(v->team, "-") ? NULL : v->team,
		       e) != 0 ||
	    record_put(a, r, "contract", v->contract, e) != 0 ||
	    record_put(a, r, "language", v->lang, e) != 0 ||
	    record_put(a, r, "coach", str_eq(v->coach, "-") ? NULL : v->coach,
		       e) != 0 ||
	    record_put(a, r, "state", state, e) != 0)
		return -1;
	deed->r[deed->n++] = r;
	return 0;
}

static int
change_record(struct app *app, const struct dossier *d,
	      const struct enrolment *v, struct deed *deed, struct err *e)
{
	bool renamed = !str_eq(v->name, d->p.name);
	const char *hash = d->p.name_hash;
	struct side_name *name = ARENA_NEW(app->a, struct side_name);

	if (renamed) {
		*name = enrolment_name(app, v->number, v->name);
		deed->name = name;
		hash = name->hash;
	}
	if (person_put_change(app, v, hash, "same", deed, e) != 0)
		return -1;
	deed->slot = (d->p.role == ROLE_HR) != str_eq(v->role, "hr") ?
		     SIG_CHARTER : SIG_HR;
	return 0;
}

static int
change(struct app *app, const struct dossier *d, bool name_only,
       struct deed *deed, struct err *e)
{
	const struct person *p = &d->p;
	const struct enrolment was = {
		.number = p->number, .name = p->name,
		.role = role_word(p->role), .team = p->team,
		.contract = p->contract, .lang = p->lang, .coach = p->coach,
	};
	struct enrolment v = was;
	const char *what;

	if (name_only ? ask_name(app, &v, e) != 0 :
			ask_fields(app, &was, &v, e) != 0)
		return -1;
	what = changes(app, &was, &v);
	if (*what == '\0')
		return err_set(e, ERR_USAGE, "nothing is other than it was: "
			       "nothing is recorded");
	if (*v.name != '\0' && enrolment_check(app, &v, e) != 0)
		return -1;
	deed->says = arena_printf(app->a, T(app, "%s. It counts from now on; "
		"what was signed before stays as it is."), what);
	return change_record(app, d, &v, deed, e);
}

int
person_change(struct app *app, const struct dossier *d, struct deed *deed,
	      struct err *e)
{
	return change(app, d, false, deed, e);
}

int
person_rename(struct app *app, const struct dossier *d, struct deed *deed,
	      struct err *e)
{
	return change(app, d, true, deed, e);
}
