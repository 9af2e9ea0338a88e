/* person: the page with everything on somebody that HR may see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/person.h"

#include <string.h>

#include "base/str.h"
#include "cmd/receipt.h"
#include "cmd/standing.h"

enum { LINEUP_DAYS = 28, HISTORY_SHORT = 4, KEY_SHOWN = 16 };

/* A supervisor explains and takes paper; the rest is HR's and the person's. */
static bool
sees_all(const struct app *app)
{
	return app->role == ROLE_HR || app->role == ROLE_COUNCIL;
}

/* ---- words ---- */

const char *
person_contract_words(struct app *app, const char *contract)
{
	return str_eq(contract, "part") ? T(app, "part time") :
					  T(app, "full time");
}

static const char *
day_of(struct app *app, const char *date)
{
	int64_t day;

	return date_parse(date, &day) ? app_date_short(app, day) : date;
}

const char *
person_state_words(struct app *app, const struct person *p)
{
	switch (p->state) {
	case PERSON_ENROLLED:
		return p->activated != 0 ? T(app, "has a new code") :
					   T(app, "not here yet");
	case PERSON_ACTIVE:
		return arena_printf(app->a, T(app, "active since %s"),
				    app_date_short(app, app_day_of(app,
							p->activated)));
	case PERSON_LEFT:
		return arena_printf(app->a, T(app, "left on %s"),
				    day_of(app, p->left_on));
	case PERSON_REVOKED:
		return T(app, "key misused");
	}
	return "";
}

static const char *
joined(struct app *app, const char *list, const char *more)
{
	return *list == '\0' ? more :
	       arena_printf(app->a, "%s, %s", list, more);
}

static const char *
about(struct app *app, const struct dossier *d)
{
	const struct person *p = &d->p;
	const char *s = app_role_words(app, p->role);

	if (!str_eq(p->team, "-"))
		s = joined(app, s, app_team_words(app, p->team));
	s = joined(app, s, person_contract_words(app, p->contract));
	return joined(app, s, app_lang_words(app, p->lang));
}

static const char *
coach_words(struct app *app, const char *number)
{
	struct person coach;
	struct err none;

	err_init(&none, NULL);
	if (app_person(app, number, &coach, &none) != 0 ||
	    *coach.name == '\0')
		return number;
	return arena_printf(app->a, "%s (%s)", coach.name, number);
}

static const char *
code_words(struct app *app, const struct dossier *d)
{
	const struct person *p = &d->p;
	const char *s;
	int64_t until = 0;

	date_parse(p->code_until, &until);
	s = until < app_today(app) ?
	    arena_printf(app->a, T(app, "not used, ended on %s: give a new "
					"one"), app_date_short(app, until)) :
	    arena_printf(app->a, T(app, "good until %s"),
			 app_date_short(app, until));
	return d->code_by == NULL ? s :
	       joined(app, s, T(app, "but not before a second person vouches "
				     "for it"));
}

static const char *
handbook_words(struct app *app, const struct dossier *d)
{
	const char *s = standing_state(app, &d->st);

	if (d->st.status == DUTY_NOT_ASKED || d->st.status == DUTY_ASKED ||
	    d->st.status == DUTY_OUTDATED)
		s = d->p.activated == 0 ? T(app, "to sign") :
		    joined(app, app_duty_words(app, &d->st),
			   arena_printf(app->a, T(app, "by %s"),
					app_date_short(app, d->st.due)));
	else if (d->st.status == DUTY_OVERDUE && d->st.wants != NULL)
		s = joined(app, s, app_duty_words(app, &d->st));
	else if (d->st.status == DUTY_DISPUTED)
		s = arena_printf(app->a, T(app, "%s; talk about it: a new "
						"signature, here or on paper, "
						"ends it"), s);
	return arena_printf(app->a, T(app, "edition %u: %s"), d->ed.edition,
			    s);
}

/* ---- lineups ---- */

static bool
among(const char *const *v, size_t n, const char *number)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(v[i], number))
			return true;
	return false;
}

static int
attended(struct app *app, const char *number, unsigned *ret, struct err *e)
{
	char from[DATE_SIZE], to[DATE_SIZE];
	struct lineup_row *v;
	size_t n;

	date_print(from, app_today(app) - LINEUP_DAYS + 1);
	date_print(to, app_today(app));
	if (store_lineups(app->store, app->a, from, to, NULL, &v, &n, e) != 0)
		return -1;
	*ret = 0;
	for (size_t i = 0; i < n; i++)
		*ret += among((const char *const *)v[i].present,
			      v[i].npresent, number) ||
			among((const char *const *)v[i].late, v[i].nlate,
			      number);
	return 0;
}

/* ---- the page ---- */

static int
put_facts(struct app *app, const struct dossier *d, struct page *page,
	  struct err *e)
{
	const struct person *p = &d->p;
	unsigned times = 0;

	page_field(app->a, page, T(app, "Role"), about(app, d));
	if (!str_eq(p->coach, "-"))
		page_field(app->a, page, T(app, "Coach"),
			   coach_words(app, p->coach));
	page_field(app->a, page, T(app, "State"), person_state_words(app, p));
	if (!sees_all(app))
		return 0;
	if (*p->code_key != '\0' && p->state == PERSON_ENROLLED)
		page_field(app->a, page, T(app, "Code"), code_words(app, d));
	else if (p->reset_at != 0)
		page_field(app->a, page, T(app, "New code"),
			   arena_printf(app->a, T(app, "the last one on %s"),
					app_date_short(app,
						app_day_of(app,
							   p->reset_at))));
	if (d->has_edition && d->p.state != PERSON_LEFT)
		page_field(app->a, page, T(app, "Handbook"),
			   handbook_words(app, d));
	if (d->has_edition && d->st.ack != NULL)
		page_field(app->a, page, T(app, "Proof"),
			   standing_why(app, &d->st));
	if (d->held)
		page_field(app->a, page, T(app, "On hold"),
			   T(app, "nothing of this person may be erased"));
	if (attended(app, p->number, &times, e) != 0)
		return -1;
	page_field(app->a, page, T(app, "Lineups"),
		   arena_printf(app->a, T(app, "%u in the last 28 days"),
				times));
	return 0;
}

static void
put_details(struct app *app, const struct dossier *d, struct page *page)
{
	const struct person *p = &d->p;

	page_field(app->a, page, T(app, "Key"),
		   *p->key == '\0' ? T(app, "none") :
		   arena_printf(app->a, "%.*s…", KEY_SHOWN, p->key));
	page_field(app->a, page, T(app, "Code of"),
		   arena_printf(app->a, T(app, "record %lld, for terminal %s, "
					       "until %s"),
				(long long)p->enrol_index, p->code_at,
				day_of(app, p->code_until)));
	if (p->activated != 0)
		page_field(app->a, page, T(app, "Passphrase"),
			   p->attended ?
			   T(app, "somebody stood by when it was chosen") :
			   T(app, "nobody stood by when it was chosen"));
}

/* *RET_MORE: some of it is not shown. */
static int
put_history(struct app *app, const struct dossier *d, bool all,
	    struct page *page, bool *ret_more, struct err *e)
{
	struct handbook_row *v;
	size_t n, shown;

	if (person_history(app, d->p.number, &v, &n, e) != 0)
		return -1;
	shown = all || n <= HISTORY_SHORT ? n : HISTORY_SHORT;
	*ret_more = shown < n;
	if (n == 0)
		return 0;
	page_rule(app->a, page, T(app, "Handbook, the newest first"));
	for (size_t i = 0; i < shown; i++)
		page_field(app->a, page,
			   app_date_short(app, app_day_of(app, v[i].at)),
			   person_history_words(app, &v[i]));
	return 0;
}

static void
put_actions(struct app *app, const struct dossier *d, struct page *page)
{
	unsigned n = 0;

	for (size_t i = 0; i < person_action_count; i++) {
		const struct person_action *act = &person_actions[i];
		const char *key;

		if (!person_offers(app, d, act))
			continue;
		if (n == 0)
			page_gap(app->a, page);
		key = arena_printf(app->a, "%u", ++n);
		page_pick(app->a, page, key, T(app, act->label), "", "");
		app_follow(app, key,
			   arena_printf(app->a, "person %s %s", d->p.number,
					act->word));
	}
}

/* The page of the signature that counts; NULL: there is none. */
static const char *
receipt_of(struct app *app, const struct dossier *d)
{
	const struct handbook_row *ack = d->has_edition ? d->st.ack : NULL;

	if (ack == NULL || app->role != ROLE_HR)
		return NULL;
	return arena_printf(app->a, "receipt %s",
			    receipt_number(app, ack->terminal, ack->index));
}

static void
put_keys(struct app *app, const struct dossier *d,
	 const struct person_look *look, bool more, struct page *page)
{
	const char *receipt = receipt_of(app, d);
	const struct {
		const char *key, *label, *line;
		bool on;
	} keys[] = {
		{ "h", T(app, "h all of the history"),
		  arena_printf(app->a, "person %s --history", d->p.number),
		  more },
		{ "s", T(app, "s receipt of the signature"),
		  receipt, receipt != NULL },
		{ "d", T(app, "d details"),
		  arena_printf(app->a, "person %s --details", d->p.number),
		  sees_all(app) && !look->details },
	};
	const char *s = NULL;

	for (size_t i = 0; i < NELEM(keys); i++) {
		if (!keys[i].on)
			continue;
		app_follow(app, keys[i].key, keys[i].line);
		s = s == NULL ? keys[i].label :
		    arena_printf(app->a, "%s   %s", s, keys[i].label);
	}
	page->keys = s;
}

struct page *
person_page(struct app *app, const struct dossier *d,
	    const struct person_look *look, struct err *e)
{
	bool keys = app_has_keys(app);
	struct page *page = app_page(app, arena_printf(app->a, "%s   %s",
						       d->p.number, d->name));
	bool more = false;

	if (look->news != NULL) {
		page_para(app->a, page, look->news);
		page_gap(app->a, page);
	}
	if (put_facts(app, d, page, e) != 0)
		return NULL;
	if (look->details && sees_all(app))
		put_details(app, d, page);
	if (sees_all(app) &&
	    put_history(app, d, look->history || !keys, page, &more, e) != 0)
		return NULL;
	if (keys) {
		put_actions(app, d, page);
		put_keys(app, d, look, more, page);
	}
	return page;
}

/* ---- the same as data ---- */

static struct value *
code_data(struct app *app, const struct dossier *d)
{
	struct value *v;

	if (*d->p.code_key == '\0' || d->p.state != PERSON_ENROLLED)
		return value_null(app->a);
	v = value_map(app->a);
	value_put_text(app->a, v, "until", d->p.code_until);
	value_put_text(app->a, v, "terminal", d->p.code_at);
	value_put_int(app->a, v, "leaf", d->p.enrol_index);
	value_put_bool(app->a, v, "waits", d->code_by != NULL);
	return v;
}

static const char *
utc(struct app *app, int64_t t)
{
	char *s = arena_alloc(app->a, UTC_SIZE);

	if (t == 0)
		return NULL;
	utc_print(s, t);
	return s;
}

static struct value *
handbook_data(struct app *app, const struct dossier *d)
{
	const struct standing *s = &d->st;
	struct value *v = value_map(app->a);
	char due[DATE_SIZE], proof[2] = { s->proof, '\0' };

	if (!d->has_edition)
		return value_null(app->a);
	date_print(due, s->due);
	value_put_int(app->a, v, "edition", d->ed.edition);
	value_put_text(app->a, v, "status",
		       duty_word((enum duty_status)s->status));
	value_put_text(app->a, v, "due", arena_strdup(app->a, due));
	value_put_text(app->a, v, "proof", s->proof == '\0' ? NULL :
					   arena_strdup(app->a, proof));
	value_put(app->a, v, "why", standing_why_data(app, s));
	value_put_text(app->a, v, "wants", s->wants);
	return v;
}

static int
history_data(struct app *app, const struct dossier *d, struct value *map,
	     struct err *e)
{
	struct value *list = value_list(app->a);
	struct handbook_row *v;
	size_t n;

	if (person_history(app, d->p.number, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		const struct record_form *f = record_form_of(v[i].kind);
		struct value *row = value_map(app->a);

		value_put_text(app->a, row, "kind", f != NULL ? f->word : NULL);
		value_put_int(app->a, row, "leaf", (int64_t)v[i].index);
		value_put_text(app->a, row, "terminal", v[i].terminal);
		value_put_text(app->a, row, "at", utc(app, v[i].at));
		value_put_text(app->a, row, "by", v[i].by);
		value_put_int(app->a, row, "edition", v[i].edition);
		value_put_text(app->a, row, "detail", v[i].detail);
		value_add(app->a, list, row);
	}
	value_put(app->a, map, "history", list);
	return 0;
}

int
person_data(struct app *app, const struct dossier *d, struct value **ret,
	    struct err *e)
{
	struct value *v = app_data(app), *actions;
	const struct person *p = &d->p;
	unsigned times = 0;

	value_put_text(app->a, v, "number", p->number);
	value_put_text(app->a, v, "name", p->name);
	value_put_text(app->a, v, "role", role_word(p->role));
	value_put_text(app->a, v, "team", p->team);
	value_put_text(app->a, v, "language", p->lang);
	value_put_text(app->a, v, "state", person_state_word(p->state));
	actions = value_list(app->a);
	for (size_t i = 0; i < person_action_count; i++)
		if (person_offers(app, d, &person_actions[i]))
			value_add(app->a, actions,
				  value_text(app->a, person_actions[i].word));
	value_put(app->a, v, "actions", actions);
	*ret = v;
	if (!sees_all(app))
		return 0;
	value_put_text(app->a, v, "contract", p->contract);
	value_put_text(app->a, v, "coach",
		       str_eq(p->coach, "-") ? NULL : p->coach);
	value_put_text(app->a, v, "since", utc(app, p->activated));
	value_put_text(app->a, v, "left",
		       *p->left_on != '\0' ? p->left_on : NULL);
	value_put_text(app->a, v, "key", *p->key != '\0' ? p->key : NULL);
	value_put(app->a, v, "code", code_data(app, d));
	value_put_text(app->a, v, "reset", utc(app, p->reset_at));
	value_put_bool(app->a, v, "hold", d->held);
	value_put(app->a, v, "handbook", handbook_data(app, d));
	if (attended(app, p->number, &times, e) != 0)
		return -1;
	value_put_int(app->a, v, "lineups", times);
	return history_data(app, d, v, e);
}
