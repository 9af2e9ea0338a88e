/* What each kind of record must not be and what it becomes: the one table,
 * and the way from a leaf to its rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <string.h>
#include "base/str.h"

/* `office`: HR's kinds of the groups house, people and handbook have one
 * order, that of the office terminal's log. */
const struct kind store_kinds[REC_KINDS] = {
	[REC_HOUSE] = { false, admit_house, project_house },
	[REC_TERMINAL] = { false, admit_terminal, project_terminal },
	[REC_EPOCH] = { false, NULL, project_epoch },
	[REC_SETTING] = { true, admit_setting, project_setting },

	[REC_ENROL] = { true, admit_enrol, project_roster },
	[REC_ACTIVATE] = { false, admit_activate, project_roster },
	[REC_CHANGE] = { true, admit_change, project_roster },
	[REC_RESET] = { true, admit_reset, project_roster },
	[REC_REVOKE] = { true, admit_revoke, project_roster },
	[REC_LEAVE] = { true, admit_leave, project_roster },
	[REC_HOLD] = { true, admit_field_known, project_roster },

	[REC_EDITION] = { true, admit_edition, project_edition },
	[REC_READ] = { false, admit_about_edition, project_handbook },
	[REC_REMIND] = { false, admit_about_edition, project_handbook },
	[REC_ASK] = { false, admit_about_edition, project_handbook },
	[REC_ACK] = { false, admit_ack, project_handbook },
	[REC_DECLINE] = { false, admit_ack, project_handbook },
	[REC_OBJECT] = { false, admit_about, project_handbook },
	[REC_REFUSED] = { false, admit_about_edition, project_handbook },
	[REC_EXPLAINED] = { false, admit_about_edition, project_handbook },
	[REC_PAPER] = { false, admit_paper, project_handbook },
	[REC_EXEMPT] = { true, admit_about_edition, project_handbook },

	[REC_PLAN] = { false, NULL, project_plan },
	[REC_LINEUP] = { false, admit_lineup, project_lineup },
	[REC_CATCHUP] = { false, admit_catchup, project_catchup },

	[REC_ATTEMPT] = { false, admit_field_known, project_attempt },
	[REC_OBSERVE] = { false, admit_field_known, project_observe },
	[REC_REVIEW] = { false, admit_field_known, project_review },
	[REC_READY] = { false, admit_field_known, project_ready },

	[REC_VOUCH] = { false, admit_vouch, project_vouch },
	[REC_CORRECT] = { false, admit_about, project_correct },

	[REC_AUDIT] = { false, admit_audit, project_audit },
	[REC_ERASE] = { false, admit_erase, project_erase },
};

int
view_row(const struct projection *p, enum query put, enum query drop,
	 const struct arg *v, size_t n, struct err *e)
{
	if (p->drop)
		return query_run_key(p->s, drop, v, n, e);
	return query_run(p->s, put, v, n, e);
}

struct arg
arg_field(const struct projection *p, const char *field)
{
	return arg_text(record_get(p->r, field));
}

struct arg
arg_number(const struct projection *p, const char *field)
{
	if (record_get(p->r, field) == NULL)
		return arg_text(NULL);
	return arg_int(record_int(p->r, field, 0));
}

struct arg
arg_list(const struct projection *p, const char *field)
{
	OWN(str_free) struct str s = { 0 };
	size_t n = 0;
	const char *const *v = record_all(p->r, field, &n);

	if (n == 0)
		return arg_text(NULL);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			str_addc(&s, '\n');
		str_add(&s, v[i]);
	}
	return arg_text(arena_strdup(p->a, str_text(&s)));
}

struct arg
arg_free(const struct projection *p, const char *field)
{
	return arg_text(record_free(p->a, p->r, field));
}

bool
projection_ref(const struct projection *p, const char *field,
	       struct leaf_ref *ret)
{
	const char *s = record_get(p->r, field);

	return s != NULL && leaf_ref_parse(s, ret) && ret->index <= INT64_MAX;
}

/* Line 3 of a block is "trusted comment: KIND SLOT NUMBER". */
enum slot_bit
sig_slot(struct arena *a, const struct record *r,
	 const struct leaf_parts *parts, size_t i, const char **ret_number)
{
	static const char head[] = "trusted comment: ";
	const char *line = parts->sigs[i], *end = line + parts->nsig[i];
	const char *stop;

	for (int k = 0; k < 2 && line < end; k++) {
		stop = memchr(line, '\n', (size_t)(end - line));
		line = stop == NULL ? end : stop + 1;
	}
	stop = memchr(line, '\n', (size_t)(end - line));
	if (stop == NULL || (size_t)(stop - line) < strlen(head) ||
	    memcmp(line, head, strlen(head)) != 0)
		return SIG_NONE;
	line += strlen(head);
	for (unsigned bit = SIG_CHARTER; bit <= SIG_COACH; bit <<= 1) {
		const char *who, *want;

		if (!(r->form->slots & bit))
			continue;
		who = record_signer(r, (enum slot_bit)bit);
		if (who == NULL)
			continue;
		want = record_sig_comment(a, r, (enum slot_bit)bit, who);
		if (strlen(want) == (size_t)(stop - line) &&
		    memcmp(want, line, strlen(want)) == 0) {
			*ret_number = who;
			return (enum slot_bit)bit;
		}
	}
	return SIG_NONE;
}

/* Every personal signature vouches for its log up to `after`: that is what
 * "vouched later" is looked up in. */
static int
project_signers(const struct projection *p, struct err *e)
{
	const char *after = record_get(p->r, "after");
	char size[24];
	uint64_t n;
	size_t len = after == NULL ? 0 : strcspn(after, " ");

	if (len == 0 || len >= sizeof(size))
		return 0;
	memcpy(size, after, len);
	size[len] = '\0';
	if (!str_u64(size, INT64_MAX, &n))
		return 0;
	for (size_t i = 0; i < p->parts->nsigs; i++) {
		const char *who = NULL;

		if (sig_slot(p->a, p->r, p->parts, i, &who) == SIG_NONE)
			continue;
		if (VIEW(p, SIGNED, e, ARG(p->terminal), ARG(n), ARG(p->idx),
			 ARG(who)) != 0)
			return -1;
	}
	return 0;
}

int
project_record(struct store *s, struct arena *a, const char *terminal,
	       uint64_t idx, const struct record *r,
	       const struct leaf_parts *parts, bool drop, struct err *e)
{
	struct projection p = {
		.s = s, .a = a, .terminal = terminal, .idx = (int64_t)idx,
		.at = record_time(r, "at"), .by = record_get(r, "by"),
		.r = r, .parts = parts, .drop = drop,
	};

	if (project_signers(&p, e) != 0)
		return -1;
	return store_kinds[r->form->kind].project(&p, e);
}

int
project_leaf(struct store *s, struct arena *a, const char *terminal,
	     uint64_t idx, const char *body, size_t n, bool drop,
	     struct err *e)
{
	const struct record *r = NULL;
	struct leaf_parts parts;
	struct err shape;

	/* What cannot be read projects nothing; verify says what it is. */
	err_init(&shape, NULL);
	if (leaf_split(body, n, &parts, &shape) != 0 ||
	    record_parse(a, parts.record, parts.nrecord, &r, &shape) != 0 ||
	    r == NULL)
		return 0;
	return project_record(s, a, terminal, idx, r, &parts, drop, e);
}
