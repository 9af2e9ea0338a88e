/* Who owes an acknowledgement, and how strong the one given is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/duty.h"

#include "base/str.h"

/* So many days before the last one a person counts as due. */
#define DUE_SOON 3

const char *
duty_word(enum duty_status s)
{
	static const char *const words[] = {
		[DUTY_LEFT] = "left",
		[DUTY_DISPUTED] = "disputed",
		[DUTY_EXEMPT] = "exempt",
		[DUTY_DECLINED] = "declined",
		[DUTY_ACKNOWLEDGED] = "acknowledged",
		[DUTY_OVERDUE] = "overdue",
		[DUTY_OUTDATED] = "outdated",
		[DUTY_DUE] = "due",
		[DUTY_ASKED] = "asked",
		[DUTY_NOT_ASKED] = "not-asked",
	};

	return words[s];
}

static bool
ack_names(const struct duty_ack *a, const char *section)
{
	for (size_t i = 0; i < a->nsections; i++)
		if (str_eq(a->sections[i], section))
			return true;
	return false;
}

bool
duty_covered(const struct duty_ack *acks, size_t n,
	     const struct duty_section *s)
{
	for (size_t i = 0; i < n; i++)
		if (acks[i].edition >= s->changed && ack_names(&acks[i], s->id))
			return true;
	return false;
}

static bool
all_covered(const struct duty_input *in)
{
	if (in->nacks == 0)
		return false;
	for (size_t i = 0; i < in->nsections; i++)
		if (in->sections[i].must &&
		    !duty_covered(in->acks, in->nacks, &in->sections[i]))
			return false;
	return true;
}

static bool
declined_last(const struct duty_input *in)
{
	if (in->declined < 0)
		return false;
	for (size_t i = 0; i < in->nacks; i++)
		if (in->acks[i].index > in->declined)
			return false;
	return true;
}

enum duty_status
duty_of(const struct duty_input *in, const struct duty_ack **ret_ack,
	int64_t *ret_due)
{
	int64_t due = in->first_day + (int64_t)in->due_days;
	/* Who has no key yet cannot sign: the days begin with the first
	 * activation. */
	bool counting = in->activated != 0;

	*ret_ack = in->nacks > 0 ? &in->acks[in->nacks - 1] : NULL;
	*ret_due = due;
	if (in->state == PERSON_LEFT)
		return DUTY_LEFT;
	if (in->disputed)
		return DUTY_DISPUTED;
	if (in->exempt)
		return DUTY_EXEMPT;
	if (declined_last(in))
		return DUTY_DECLINED;
	if (all_covered(in))
		return DUTY_ACKNOWLEDGED;
	if (counting && in->today > due)
		return DUTY_OVERDUE;
	if (in->nacks > 0)
		return DUTY_OUTDATED;
	if (counting && due - in->today <= DUE_SOON)
		return DUTY_DUE;
	return in->reminded ? DUTY_ASKED : DUTY_NOT_ASKED;
}

char
duty_proof(const struct duty_ack *a, unsigned *ret_why)
{
	unsigned why = 0, missing = 0;

	if (a->reset_near)
		why |= PROOF_RESET, missing++;
	if (!a->attended)
		why |= PROOF_UNATTENDED, missing++;
	/* 600 words a minute are ten a second. */
	if ((uint64_t)a->seconds * 10 < a->words)
		why |= PROOF_HASTY, missing++;
	if (!a->vouched_later)
		why |= PROOF_UNVOUCHED, missing++;
	if (a->assisted)
		why |= PROOF_ASSISTED;
	if (a->script)
		why |= PROOF_SCRIPT;
	if (a->paper)
		why |= PROOF_PAPER;
	if (a->disputed)
		why |= PROOF_DISPUTED;
	if (a->key_in_doubt)
		why |= PROOF_KEY;
	if (ret_why != NULL)
		*ret_why = why;
	if (a->disputed || a->key_in_doubt)
		return 'D';
	if (missing >= 2 || a->assisted || a->script || a->paper)
		return 'C';
	return missing == 1 ? 'B' : 'A';
}
