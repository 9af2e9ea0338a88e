/* Which slots a lineup has, how long they are, and which shift it is for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/plan.h"

#include "base/str.h"

#define NFORMS 3

static const unsigned forms[NFORMS] = { 10, 7, 5 };

/* The one table: seconds of each slot in the forms of 10, 7 and 5 minutes; a
 * slot with 0 is not in that form. Columns sum to the form's minutes. What may
 * fold gives its seconds to the commandment when it has no items; the others
 * are never empty, or have something to say when they are: praise (the leader
 * thanks one person), today (three questions), recall (the mantra). */
static const struct {
	const char *word;
	unsigned seconds[NFORMS];
	bool may_fold;
} slots[SLOT_COUNT] = {
	[SLOT_ROLL]        = { "roll",        {  30, 25, 20 }, false },
	[SLOT_MANTRA]      = { "mantra",      {  30, 20, 20 }, false },
	[SLOT_YESTERDAY]   = { "yesterday",   {  45, 45,  0 }, true  },
	[SLOT_PRAISE]      = { "praise",      {  60, 45,  0 }, false },
	[SLOT_TODAY]       = { "today",       {  90, 90, 80 }, false },
	[SLOT_COMMANDMENT] = { "commandment", {  90, 75, 70 }, false },
	[SLOT_PRACTICE]    = { "practice",    { 120, 90, 80 }, false },
	[SLOT_BOARD]       = { "board",       {  45,  0,  0 }, true  },
	[SLOT_IDEAS]       = { "ideas",       {  40,  0,  0 }, true  },
	[SLOT_RECALL]      = { "recall",      {  30,  0,  0 }, false },
	[SLOT_CLOSE]       = { "close",       {  20, 30, 30 }, false },
};

const char *
slot_word(enum slot s)
{
	return slots[s].word;
}

bool
plan_lay_out(struct plan *p, unsigned form)
{
	size_t f = 0;
	unsigned start = 0, spare = 0;

	while (f < NFORMS && forms[f] != form)
		f++;
	if (f == NFORMS)
		return false;
	p->form = form;
	p->seconds = form * 60;
	for (size_t i = 0; i < SLOT_COUNT; i++) {
		struct plan_slot *s = &p->slots[i];

		s->slot = (enum slot)i;
		s->seconds = slots[i].seconds[f];
		s->folded = s->seconds == 0 ||
			    (slots[i].may_fold && s->nitems == 0);
		if (s->folded) {
			spare += s->seconds;
			s->seconds = 0;
		}
	}
	p->slots[SLOT_COMMANDMENT].seconds += spare;
	for (size_t i = 0; i < SLOT_COUNT; i++) {
		p->slots[i].start = start;
		start += p->slots[i].seconds;
	}
	return true;
}

static const char *const shifts[] = {
	[SHIFT_EARLY] = "early",
	[SHIFT_LATE] = "late",
	[SHIFT_NIGHT] = "night",
};

const char *
shift_word(enum shift s)
{
	return shifts[s];
}

bool
shift_parse(const char *s, enum shift *ret)
{
	for (size_t i = 0; i < NELEM(shifts); i++) {
		if (str_eq(s, shifts[i])) {
			*ret = (enum shift)i;
			return true;
		}
	}
	return false;
}

void
shift_nearest(const struct zone *z, const int starts[SHIFT_COUNT], int64_t t,
	      enum shift *ret_shift, int64_t *ret_days)
{
	struct local now;
	int64_t best = INT64_MAX;

	zone_local(z, t, &now);
	*ret_shift = SHIFT_EARLY;
	*ret_days = now.days;
	/* In the order of time: of two equally near, the one to come wins,
	 * for a lineup is held before its shift. */
	for (int64_t day = now.days - 1; day <= now.days + 1; day++) {
		for (size_t i = 0; i < SHIFT_COUNT; i++) {
			int64_t at, away;

			if (starts[i] < 0)
				continue;
			at = zone_utc(z, day, starts[i] / 60, starts[i] % 60,
				      0);
			away = at > t ? at - t : t - at;
			if (away < best || (away == best && at > t)) {
				best = away;
				*ret_shift = (enum shift)i;
				*ret_days = day;
			}
		}
	}
}
