/* Who somebody is: a person's events in order, and what they add up to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "store/internal.h"

static struct event
event_here(const struct rows *r, struct arena *a)
{
	const char *kind = row_or(r, a, 4, "");
	const struct record_form *form = record_form_find(kind, 1);

	return (struct event){
		.number = row_or(r, a, 0, ""),
		.terminal = row_or(r, a, 1, ""),
		.idx = row_int(r, 2),
		.at = row_int(r, 3),
		.kind = form == NULL ? REC_UNKNOWN : form->kind,
		.office = row_int(r, 5),
		.by = row_or(r, a, 6, ""),
		.name_hash = row_or(r, a, 7, ""),
		.role = row_or(r, a, 8, ""),
		.team = row_or(r, a, 9, "-"),
		.contract = row_or(r, a, 10, ""),
		.language = row_or(r, a, 11, ""),
		.coach = row_or(r, a, 12, "-"),
		.code_key = row_or(r, a, 13, ""),
		.code_until = row_or(r, a, 14, ""),
		.code_at = row_or(r, a, 15, ""),
		.key = row_or(r, a, 16, ""),
		.attended = row_text(r, a, 17),
		.ref_terminal = row_or(r, a, 18, ""),
		.ref_idx = row_int(r, 19),
		.since = row_int(r, 20),
		.state = row_or(r, a, 21, ""),
	};
}

/* An office's log comes after that of the office it took over from. */
static int
in_order(const void *x, const void *y)
{
	const struct event *a = x, *b = y;
	int d = strcmp(a->number, b->number);

	if (d == 0 && a->office != b->office)
		d = a->office < b->office ? -1 : 1;
	if (d == 0)
		d = strcmp(a->terminal, b->terminal);
	if (d == 0 && a->idx != b->idx)
		d = a->idx < b->idx ? -1 : 1;
	return d;
}

int
roster_events(struct store *s, struct arena *a, const char *number,
	      struct event **ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct event *v = NULL;
	size_t n = 0, cap = 0;
	int got = number == NULL ? ROWS(s, Q_EVENTS, &r, e) :
				   ROWS(s, Q_EVENTS_OF, &r, e, ARG(number));

	if (got != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0)
		ARENA_PUSH(a, v, n, cap, event_here(&r, a));
	if (got < 0)
		return -1;
	if (n > 1)
		qsort(v, n, sizeof(*v), in_order);
	*ret = v;
	*ret_n = n;
	return 0;
}

size_t
roster_run(const struct event *v, size_t n)
{
	size_t k = 0;

	while (k < n && str_eq(v[k].number, v[0].number))
		k++;
	return k;
}

const struct event *
roster_activation(const struct event *v, size_t n, const struct event *c)
{
	const struct event *first = NULL;

	for (size_t i = 0; i < n; i++) {
		if (v[i].kind != REC_ACTIVATE || v[i].ref_idx != c->idx ||
		    !str_eq(v[i].ref_terminal, c->terminal) ||
		    !str_eq(v[i].terminal, c->code_at))
			continue;
		if (first == NULL || v[i].idx < first->idx)
			first = &v[i];
	}
	return first;
}

/* What a person's events say, one after the other. */
struct fold {
	struct person p;
	const struct event *code; /* newest enrol or reset */
	const struct event *reset; /* newest that marks */
	int64_t language_at;
	bool left, revoked;
};

static void
fold_code(struct fold *f, const struct event *v, size_t n,
	  const struct event *c)
{
	const struct event *used = roster_activation(v, n, c);

	f->code = c;
	f->revoked = false;
	f->p.enrol_index = c->idx;
	f->p.key = "";
	f->p.attended = false;
	f->p.code_key = used == NULL ? c->code_key : "";
	f->p.code_until = c->code_until;
	f->p.code_at = c->code_at;
	if (c->kind == REC_RESET && f->p.activated != 0) {
		f->p.reset_at = c->at;
		f->reset = c;
	}
	if (used == NULL)
		return;
	f->p.key = used->key;
	f->p.attended = used->attended != NULL;
	if (f->p.activated == 0 || used->at < f->p.activated)
		f->p.activated = used->at;
	if (used->language[0] != '\0' && used->at >= f->language_at) {
		f->p.lang = used->language;
		f->language_at = used->at;
	}
}

static void
fold_facts(struct fold *f, const struct event *c)
{
	f->p.name_hash = c->name_hash;
	(void)role_parse(c->role, &f->p.role);
	f->p.team = c->team;
	f->p.contract = c->contract;
	f->p.coach = c->coach;
	if (c->at >= f->language_at) {
		f->p.lang = c->language;
		f->language_at = c->at;
	}
}

/* HR's events in the order of the office's log; each activation counts with
 * the code it used. */
static void
fold_person(struct fold *f, const struct event *v, size_t n)
{
	*f = (struct fold){ .p = { .number = v[0].number, .name = "",
				   .name_hash = "", .team = "-",
				   .contract = "", .lang = "", .coach = "-",
				   .left_on = "", .key = "", .code_key = "",
				   .code_until = "", .code_at = "" } };
	for (size_t i = 0; i < n; i++) {
		const struct event *c = &v[i];

		if (c->office < 0)
			continue;
		if (c->kind == REC_ENROL || c->kind == REC_CHANGE)
			fold_facts(f, c);
		if (c->kind == REC_ENROL || c->kind == REC_RESET)
			fold_code(f, v, n, c);
		if (c->kind == REC_REVOKE)
			f->revoked = true;
		if (c->kind == REC_LEAVE) {
			f->left = true;
			f->p.left_on = c->state;
		}
		if (c->kind == REC_CHANGE && str_eq(c->state, "active")) {
			f->left = false;
			f->p.left_on = "";
		}
	}
	if (f->left)
		f->p.state = PERSON_LEFT;
	else if (f->revoked)
		f->p.state = PERSON_REVOKED;
	else if (f->p.key[0] != '\0')
		f->p.state = PERSON_ACTIVE;
	else
		f->p.state = PERSON_ENROLLED;
}

int
store_name(struct store *s, struct arena *a, const char *hash,
	   const char **ret, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	*ret = "";
	if (ROWS(s, Q_NAME, &r, e, ARG(hash)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got > 0)
		*ret = row_or(&r, a, 0, "");
	return got < 0 ? -1 : 0;
}

static int
find_second(struct store *s, const struct fold *f, int64_t *ret,
	    struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	if (f->reset == NULL)
		return 0;
	if (ROWS(s, Q_SECONDED, &r, e, ARG(f->reset->terminal),
		 ARG(f->reset->idx), ARG(f->p.number), ARG(f->reset->by)) != 0)
		return -1;
	got = rows_next(&r, e);
	*ret = got > 0;
	return got < 0 ? -1 : 0;
}

int
roster_person(struct store *s, struct arena *a, const struct event *v,
	      size_t n, struct person *ret, bool *ret_known, struct err *e)
{
	struct fold f;

	*ret_known = false;
	if (n == 0)
		return 0;
	fold_person(&f, v, n);
	if (f.code == NULL) /* never enrolled: only a stray leaf */
		return 0;
	*ret_known = true;
	if (store_name(s, a, f.p.name_hash, &f.p.name, e) != 0 ||
	    find_second(s, &f, &f.p.reset_seconded, e) != 0)
		return -1;
	*ret = f.p;
	return 0;
}

int
store_people(struct store *s, struct arena *a, struct person **ret,
	     size_t *ret_n, struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };
	struct person *out = NULL;
	struct event *v;
	size_t n, cap = 0, count = 0;

	if (txn_read(s, &t, e) != 0 ||
	    roster_events(s, a, NULL, &v, &n, e) != 0)
		return -1;
	while (n > 0) {
		size_t k = roster_run(v, n);
		struct person p;
		bool known;

		if (roster_person(s, a, v, k, &p, &known, e) != 0)
			return -1;
		if (known)
			ARENA_PUSH(a, out, count, cap, p);
		v += k;
		n -= k;
	}
	*ret = out;
	*ret_n = count;
	return 0;
}

int
store_person(struct store *s, struct arena *a, const char *number,
	     struct person *ret, bool *ret_found, struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };
	struct event *v;
	size_t n;

	if (txn_read(s, &t, e) != 0 ||
	    roster_events(s, a, number, &v, &n, e) != 0)
		return -1;
	return roster_person(s, a, v, n, ret, ret_found, e);
}

/* Whether event V comes before leaf INDEX of TERMINAL, as that log knew: its
 * own leaves by index, news from other logs by their time. */
static bool
before(const struct event *v, const char *terminal, uint64_t index,
       int64_t at)
{
	if (str_eq(v->terminal, terminal))
		return v->idx <= (int64_t)index;
	return v->at <= at;
}

/* A key is made and ended in the order of one log: what other logs say comes
 * first, then this log's own, which has the last word. */
static void
fold_key(const struct event *v, size_t n, bool own, const char *terminal,
	 uint64_t index, int64_t at, const struct event **made)
{
	for (size_t i = 0; i < n; i++) {
		const struct event *c = &v[i];

		if (str_eq(c->terminal, terminal) != own ||
		    !before(c, terminal, index, at))
			continue;
		if (c->kind == REC_ACTIVATE)
			*made = c;
		else if (c->kind == REC_ENROL || c->kind == REC_RESET ||
			 c->kind == REC_REVOKE)
			*made = NULL;
	}
}

/* Whether revocation R is of the key that MADE made: the code it used is
 * older than R. */
static bool
concerns(const struct event *r, const struct event *made)
{
	if (str_eq(made->ref_terminal, r->terminal))
		return made->ref_idx < r->idx;
	return made->at <= r->at;
}

const char *
roster_key(const struct event *v, size_t n, const char *terminal,
	   uint64_t index, int64_t at, bool *ret_doubt, bool *ret_attended)
{
	const struct event *made = NULL;
	bool doubt = false;

	fold_key(v, n, false, terminal, index, at, &made);
	fold_key(v, n, true, terminal, index, at, &made);
	for (size_t i = 0; made != NULL && i < n; i++)
		doubt |= v[i].kind == REC_REVOKE && v[i].office >= 0 &&
			 v[i].since <= at && concerns(&v[i], made);
	*ret_doubt = doubt;
	if (ret_attended != NULL)
		*ret_attended = made != NULL && made->attended != NULL;
	return made == NULL ? "" : made->key;
}

int
store_key_at(struct store *s, struct arena *a, const char *number,
	     const char *terminal, uint64_t index, int64_t at,
	     const char **ret_key, bool *ret_doubt, bool *ret_attended,
	     struct err *e)
{
	struct event *v;
	size_t n;

	if (roster_events(s, a, number, &v, &n, e) != 0)
		return -1;
	*ret_key = roster_key(v, n, terminal == NULL ? s->terminal : terminal,
			      index, at, ret_doubt, ret_attended);
	return 0;
}

int
store_on_hold(struct store *s, const char *number, bool *ret, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	const char *state;
	int got;

	if (ROWS(s, Q_HOLD, &r, e, ARG(number)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	state = got ? (const char *)sqlite3_column_text(r.st, 0) : NULL;
	*ret = state != NULL && str_eq(state, "on");
	return 0;
}
