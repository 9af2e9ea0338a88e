/* Who held which key and which role when, from records alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/keychain.h"

#include "base/str.h"

/* FNV-1a: staff numbers come from people, not from attackers with time. */
static size_t
bucket_of(const char *number)
{
	uint32_t h = 2166136261u;

	for (; *number != '\0'; number++)
		h = (h ^ (unsigned char)*number) * 16777619u;
	return h % CHAIN_BUCKETS;
}

struct chain_person *
chain_person(const struct keychain *k, const char *number)
{
	struct chain_person *p = k->bucket[bucket_of(number)];

	while (p != NULL && !str_eq(p->number, number))
		p = p->next;
	return p;
}

static char *
copy_or_null(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strdup(a, s);
}

struct chain_event *
chain_add(struct keychain *k, const char *number,
	  const struct chain_event *ev)
{
	struct chain_person *p = chain_person(k, number);
	struct chain_event *new = ARENA_NEW(k->a, struct chain_event);

	if (p == NULL) {
		struct chain_person **head = &k->bucket[bucket_of(number)];

		p = ARENA_NEW(k->a, struct chain_person);
		p->number = arena_strdup(k->a, number);
		p->next = *head;
		*head = p;
	}
	*new = *ev;
	new->by = copy_or_null(k->a, ev->by);
	new->code_at = copy_or_null(k->a, ev->code_at);
	new->next = NULL;
	if (p->last != NULL)
		p->last->next = new;
	else
		p->first = new;
	p->last = new;
	k->revoked += ev->kind == REC_REVOKE;
	return new;
}

struct chain_event *
chain_find(const struct chain_person *p, const char *terminal, uint64_t idx)
{
	struct chain_event *ev = p == NULL ? NULL : p->first;

	while (ev != NULL &&
	       (ev->idx != idx || !str_eq(ev->log->terminal, terminal)))
		ev = ev->next;
	return ev;
}

/* Whether EV counts at that place: in one log by index, among offices by
 * their order, else by the time told. */
static bool
precedes(const struct chain_event *ev, const struct chain_place *at)
{
	if (ev->log == at->log)
		return ev->idx < at->idx;
	if (at->log->office)
		return ev->log->office && ev->log->order < at->log->order;
	return ev->at <= at->at;
}

const struct chain_event *
chain_key(const struct chain_person *p, const struct chain_place *at)
{
	const struct chain_event *made = NULL, *own = NULL, *ev;

	for (ev = p == NULL ? NULL : p->first; ev != NULL; ev = ev->next) {
		if (!precedes(ev, at))
			continue;
		if (ev->kind == REC_ACTIVATE) {
			made = ev;
			if (ev->log == at->log)
				own = ev;
		} else if (ev->kind == REC_ENROL || ev->kind == REC_RESET ||
			   ev->kind == REC_REVOKE) {
			made = NULL;
		}
	}
	return at->log->office || own == NULL ? made : own;
}

const struct chain_event *
chain_code(const struct chain_person *p, const struct chain_place *at)
{
	const struct chain_event *code = NULL, *ev;

	for (ev = p == NULL ? NULL : p->first; ev != NULL; ev = ev->next) {
		if ((ev->kind == REC_ENROL || ev->kind == REC_RESET) &&
		    precedes(ev, at))
			code = ev;
	}
	return code;
}

bool
chain_again(const struct chain_person *p, const struct chain_event *reset)
{
	const struct chain_place at = { reset->log, reset->idx, reset->at };
	const struct chain_event *ev = p == NULL ? NULL : p->first;

	if (reset->kind != REC_RESET)
		return false;
	for (; ev != NULL; ev = ev->next) {
		if (ev->kind != REC_ACTIVATE)
			continue;
		/* Activated elsewhere: the time told has to do. */
		if (precedes(ev, &at) ||
		    (ev->log != reset->log && ev->at <= reset->at))
			return true;
	}
	return false;
}

void
chain_standing(const struct chain_person *p, const struct chain_place *at,
	       struct chain_standing *ret)
{
	struct chain_standing st = { .role = ROLE_STAFF };
	const struct chain_event *ev;

	for (ev = p == NULL ? NULL : p->first; ev != NULL; ev = ev->next) {
		bool tells = ev->kind == REC_ENROL || ev->kind == REC_CHANGE;

		if (tells && (at->log != ev->log || precedes(ev, at)))
			st.ever |= ROLE_BIT(ev->role);
		if (!precedes(ev, at))
			continue;
		if (tells) {
			st.role = ev->role;
			st.shaky = ev->shaky;
		}
		if (ev->kind == REC_ENROL)
			st.known = true;
		if (ev->kind == REC_LEAVE)
			st.left = true;
		if (ev->kind == REC_CHANGE && ev->returns)
			st.left = false;
	}
	*ret = st;
}
