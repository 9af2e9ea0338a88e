/* The signatures of a leaf, and the other leaves it names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verifying.h"

#include <string.h>

#include "base/str.h"
#include "trust/minisign.h"

/* The slot of block I by its trusted comment, as the record itself would have
 * it; *ret_who: whose. */
static enum slot_bit
block_slot(struct arena *a, const struct record *r,
	   const struct leaf_parts *parts, size_t i, const char **ret_who)
{
	for (unsigned bit = SIG_CHARTER; bit <= SIG_COACH; bit <<= 1) {
		const char *who = record_signer(r, (enum slot_bit)bit);
		const char *line;

		if (who == NULL)
			continue;
		line = arena_printf(a, "\ntrusted comment: %s\n",
				    record_sig_comment(a, r,
						       (enum slot_bit)bit,
						       who));
		if (memmem(parts->sigs[i], parts->nsig[i], line,
			   strlen(line)) != NULL) {
			*ret_who = who;
			return (enum slot_bit)bit;
		}
	}
	return SIG_NONE;
}

struct chain_event *
leaf_code(const struct leaf *l)
{
	const char *number = record_get(l->r, "number");
	const char *text = record_get(l->r, "enrol");
	struct chain_event *ev;
	struct leaf_ref ref;

	if (number == NULL || text == NULL || !leaf_ref_parse(text, &ref))
		return NULL;
	ev = chain_find(chain_person(&l->run->keys, number), ref.terminal,
			ref.index);
	/* One that does not hold itself may have another hash. */
	if (ev == NULL ||
	    (!ev->shaky && memcmp(ev->hash, ref.hash, 32) != 0) ||
	    (ev->kind != REC_ENROL && ev->kind != REC_RESET))
		return NULL;
	return ev;
}

static bool
role_may(enum slot_bit slot, unsigned roles)
{
	if (slot == SIG_HR)
		return (roles & ROLE_BIT(ROLE_HR)) != 0;
	if (slot == SIG_SUPERVISOR)
		return (roles & (ROLE_BIT(ROLE_SUPERVISOR) |
				 ROLE_BIT(ROLE_HR))) != 0;
	return true;
}

/* Who signs must be active and of a role that may. A log that is not the
 * office's may not have heard of a change: then it is marked, not wrong. */
static void
check_rights(struct leaf *l, enum slot_bit slot, const char *who)
{
	struct chain_standing st;

	chain_standing(chain_person(&l->run->keys, who), &l->place, &st);
	l->rests |= st.shaky;
	if (l->log->id.office ? st.left || !role_may(slot,
						     ROLE_BIT(st.role)) :
				!role_may(slot, st.ever))
		leaf_blame(l, BAD_RIGHTS, NULL);
	else if (st.left || !role_may(slot, ROLE_BIT(st.role)))
		leaf_mark(l, MARK_MEANWHILE, NULL);
}

/* A person's key of that time and place. */
static bool
person_key(struct leaf *l, enum slot_bit slot, const char *who,
	   struct pubkey *ret)
{
	const struct chain_person *p = chain_person(&l->run->keys, who);
	const struct chain_event *made = chain_key(p, &l->place);
	const struct chain_event *code = chain_code(p, &l->place);

	if (made == NULL)
		return false;
	*ret = made->key;
	l->rests |= made->shaky;
	check_rights(l, slot, who);
	if (!l->log->id.office && code != NULL && made->code != NULL &&
	    code != made->code)
		leaf_mark(l, MARK_MEANWHILE, NULL);
	return true;
}

static bool
slot_key(struct leaf *l, enum slot_bit slot, const char *who,
	 struct pubkey *ret)
{
	const struct chain_event *code;
	const char *text = NULL;
	struct err bad;

	err_init(&bad, NULL);
	if (slot == SIG_KEY)
		text = record_get(l->r, "key");
	/* The first record of a house brings its key and proves it. */
	if (slot == SIG_CHARTER && !l->run->founded &&
	    l->r->form->kind == REC_HOUSE)
		text = record_get(l->r, "charter-key");
	if (text != NULL)
		return pubkey_parse(text, ret, &bad) == 0;
	if (slot == SIG_CHARTER) {
		*ret = l->run->charter;
		l->rests |= l->run->charter_shaky;
		return l->run->founded;
	}
	if (slot != SIG_CODE)
		return person_key(l, slot, who, ret);
	code = leaf_code(l);
	if (code == NULL)
		return false;
	*ret = code->key;
	l->rests |= code->shaky;
	return true;
}

static void
check_block(struct leaf *l, size_t i)
{
	const char *who = NULL, *comment;
	enum slot_bit slot = block_slot(&l->run->scratch, l->r, &l->parts, i,
					&who);
	struct pubkey key = { { 0 } };
	struct err bad;

	/* In the order of their slots, each once. */
	if (slot == SIG_NONE || (unsigned)slot <= l->slots) {
		leaf_blame(l, BAD_SIGNATURES, NULL);
		return;
	}
	l->slots |= (unsigned)slot;
	if (!slot_key(l, slot, who, &key)) {
		leaf_blame(l, slot == SIG_CODE ? BAD_CODE : BAD_NO_KEY, NULL);
		l->run->v->resting += l->rests && !l->blamed;
		return;
	}
	comment = record_sig_comment(&l->run->scratch, l->r, slot, who);
	err_init(&bad, NULL);
	if (minisign_verify(&key, comment, l->parts.record, l->parts.nrecord,
			    l->parts.sigs[i], l->parts.nsig[i], &bad) != 0)
		leaf_blame(l, BAD_SIGNATURE, NULL);
	else if (l->rests)
		l->run->v->resting++;
	else
		l->run->v->signatures++;
}

void
leaf_signatures(struct leaf *l)
{
	if (l->parts.nsigs != l->r->form->nsigs)
		leaf_blame(l, BAD_SIGNATURES, NULL);
	for (size_t i = 0; i < l->parts.nsigs; i++)
		check_block(l, i);
}

/* ---- references ---- */

/* A signature that holds names another text: that one was changed since. */
static void
blame_target(struct leaf *l, const struct leaf_row *target)
{
	struct finding f = { .code = BAD_CHANGED, .of_leaf = true,
			     .terminal = target->terminal,
			     .index = target->index, .until = target->index };

	f.kind = leaf_word(&l->run->scratch, target);
	run_add(l->run, &f);
	l->rests = true;
}

/* In our own log it must stand before; of another's we may hold less. */
static int
check_reference(struct leaf *l, const struct leaf_ref *ref, struct err *e)
{
	const struct log *log = run_log(l->run, ref->terminal);
	struct leaf_row row;
	bool found = false;

	if (log == l->log && ref->index >= l->row->index) {
		leaf_blame(l, BAD_REFERENCE, NULL);
		return 0;
	}
	if (log != NULL && store_leaf(l->run->s, &l->run->scratch,
				      ref->terminal, ref->index, &row, &found,
				      e) != 0)
		return -1;
	if (found && memcmp(row.hash, ref->hash, sizeof(ref->hash)) == 0)
		return 0;
	if (log == NULL || (!found && ref->index >= log->head_size))
		leaf_mark(l, MARK_ELSEWHERE, NULL);
	else if (run_blamed(l->run, log, ref->index, ref->index))
		l->rests = true;
	else if (found && !l->blamed && !l->run->torn &&
		 l->r->form->nsigs > 0)
		blame_target(l, &row);
	else
		leaf_blame(l, BAD_REFERENCE, NULL);
	return 0;
}

int
leaf_references(struct leaf *l, struct err *e)
{
	const struct record_form *form = l->r->form;

	for (size_t i = 0; i < form->nfields; i++) {
		size_t n = 0;
		const char *const *v;

		if (form->fields[i].type != FT_LEAF)
			continue;
		v = record_all(l->r, form->fields[i].name, &n);
		for (size_t k = 0; k < n; k++) {
			struct leaf_ref ref;

			if (!leaf_ref_parse(v[k], &ref))
				leaf_blame(l, BAD_REFERENCE, NULL);
			else if (check_reference(l, &ref, e) != 0)
				return -1;
		}
	}
	return 0;
}

/* ---- keys that were misused ---- */

/* Whether R ends a key that the leaf was signed with, and its time lies in
 * what R puts in doubt. */
static bool
in_doubt(const struct leaf *l, const struct chain_person *p)
{
	const struct chain_event *made = chain_key(p, &l->place), *ev;

	if (made == NULL || made->code == NULL)
		return false;
	for (ev = made->code->next; ev != NULL; ev = ev->next) {
		if (ev->kind != REC_REVOKE || ev->since > l->place.at)
			continue;
		if (ev->log != &l->log->id || ev->idx > l->row->index)
			return true;
	}
	return false;
}

static int
check_doubt(void *ctx, const struct leaf_row *row, struct err *e)
{
	struct run *run = ctx;
	struct leaf l = { .run = run, .row = row };
	struct err shape;

	(void)e;
	l.log = run_log(run, row->terminal);
	if (row->body == NULL || l.log == NULL)
		return 0;
	l.place = (struct chain_place){ .log = &l.log->id,
					.idx = row->index };
	arena_free(&run->scratch);
	err_init(&shape, NULL);
	if (leaf_split(row->body, row->n, &l.parts, &shape) != 0 ||
	    record_parse(&run->scratch, l.parts.record, l.parts.nrecord, &l.r,
			 &shape) != 0 || l.r == NULL)
		return 0;
	l.place.at = record_time(l.r, "at");
	for (size_t i = 0; i < l.parts.nsigs; i++) {
		enum slot_bit slot = block_slot(&run->scratch, l.r, &l.parts,
						i, &l.number);

		if (slot != SIG_NONE && slot != SIG_CHARTER &&
		    slot != SIG_CODE && slot != SIG_KEY &&
		    in_doubt(&l, chain_person(&run->keys, l.number)))
			leaf_mark(&l, MARK_MISUSED, NULL);
	}
	return 0;
}

int
run_misused(struct run *run, struct err *e)
{
	if (run->keys.revoked == 0)
		return 0;
	return store_each_leaf(run->s, NULL, check_doubt, run, e);
}
