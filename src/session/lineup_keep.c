/* The lineup's state to its draft and back, and its result.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <string.h>

enum { GONE_ON_SECONDS = 4 * 3600 };

static void
pick(const struct lineup *l, struct arena *a, enum attend how,
     struct words *ret)
{
	for (size_t i = 0; i < l->s->nroster; i++)
		if (l->now.attend[i] == how)
			ARENA_PUSH(a, ret->v, ret->n, ret->cap,
				   l->s->roster[i].number);
}

void
lineup_to_draft(struct lineup *l, struct arena *a, struct lineup_draft *ret)
{
	int64_t mono = clock_mono_ms(l->s->clock), moment = mono;
	bool ended = l->stage != STAGE_SLOTS;

	if (ended || l->paused)
		moment = ended ? l->ended_ms : l->paused_ms;

	*ret = (struct lineup_draft){
		.stage = l->stage,
		.leader = l->s->roster[l->leader].number,
		.form = l->plan.form,
		.lang = l->taught != NULL ? l->taught :
					    l->s->langs[l->lang].lang,
		.slot = l->slot,
		.page = l->page,
		.start = l->start,
		.end = l->end,
		.saved = clock_now(l->s->clock),
		.elapsed_ms = moment - l->started_ms - l->stood_ms,
		.page_ms = moment - l->page_ms -
			   (l->stood_ms - l->page_stood_ms),
		.stood_ms = l->stood_ms,
		.pause_ms = l->paused ? mono - l->paused_ms : -1,
		.after = l->after,
		.guests = l->now.guests,
		.guest_count = (unsigned)l->now.guests.n,
		.recall_right = l->now.recall_right,
		.recall_of = l->now.recall_of,
		.parked = l->now.parked,
		.added = l->now.added,
		.witness = l->witness,
		.paper = l->paper,
		.answered = l->answered,
		.signs = l->signs,
	};
	memcpy(ret->seen, l->seen, sizeof(ret->seen));
	memcpy(ret->practice, l->now.practice, sizeof(ret->practice));
	pick(l, a, ATTEND_HERE, &ret->present);
	pick(l, a, ATTEND_LATE, &ret->late);
	pick(l, a, ATTEND_OFF, &ret->off);
	if (ended)
		lineup_shown(l, a, &ret->shown, &ret->dropped);
}

/* Who left the team meanwhile is left out. */
static void
place(struct lineup *l, const struct words *numbers, enum attend how)
{
	for (size_t i = 0; i < numbers->n; i++) {
		size_t row = lineup_row(l->s, numbers->v[i]);

		if (row < l->s->nroster)
			l->now.attend[row] = how;
	}
}

/* What passed by the wall clock counts, unless it was set back, or the lineup
 * lay about for hours; in a pause it makes that longer. */
static void
set_clocks(struct lineup *l, const struct lineup_draft *d)
{
	int64_t mono = clock_mono_ms(l->s->clock), passed;

	passed = clock_now(l->s->clock) - d->saved;
	if (passed < 0 || passed > GONE_ON_SECONDS || d->stage != STAGE_SLOTS)
		passed = 0;
	mono -= passed * 1000;
	l->paused = d->pause_ms >= 0;
	if (l->paused)
		mono -= d->pause_ms;
	l->paused_ms = mono;
	l->stood_ms = d->stood_ms;
	l->started_ms = mono - d->elapsed_ms - d->stood_ms;
	l->page_ms = mono - d->page_ms;
	l->page_stood_ms = d->stood_ms;
	l->ended_ms = mono;
	l->start = d->start;
	l->end = d->end;
}

/* Who opens it again may read another language than who put it away: the
 * screen is in theirs, what was taught stays taught. */
void
lineup_from_draft(struct lineup *l, const struct lineup_draft *d)
{
	l->stage = d->stage;
	l->leader = lineup_row(l->s, d->leader);
	if (l->leader < l->s->nroster &&
	    !l->s->roster[l->leader].may_lead)
		l->leader = l->s->nroster;
	for (size_t i = 0; i < l->s->nlangs; i++)
		if (d->stage != STAGE_SLOTS &&
		    str_eq(l->s->langs[i].lang, d->lang))
			l->taught = l->s->langs[i].lang;
	set_clocks(l, d);
	l->after = d->after;
	memcpy(l->seen, d->seen, sizeof(l->seen));
	place(l, &d->present, ATTEND_HERE);
	place(l, &d->late, ATTEND_LATE);
	place(l, &d->off, ATTEND_OFF);
	l->now.guests = d->guests;
	l->now.parked = d->parked;
	l->now.added = d->added;
	memcpy(l->now.practice, d->practice, sizeof(l->now.practice));
	l->now.recall_right = d->recall_right;
	l->now.recall_of = d->recall_of;
	l->paper = d->paper;
	l->answered = d->answered;
	l->signs = d->signs;
	l->slot = d->slot;
	l->page = d->page;
	lineup_form(l, d->form);
	/* The plan may have become shorter meanwhile. */
	if (l->page >= lineup_pages(l, l->slot))
		l->page = lineup_pages(l, l->slot) - 1;
}

void
lineup_to_result(const struct lineup_draft *d, struct lineup_result *ret)
{
	*ret = (struct lineup_result){
		.leader = d->leader,
		.form = d->form,
		.lang = d->lang,
		.start = d->start,
		.end = d->end,
		.stood_ms = d->stood_ms,
		.after = d->after,
		.present = d->present.v,
		.npresent = d->present.n,
		.late = d->late.v,
		.nlate = d->late.n,
		.off = d->off.v,
		.noff = d->off.n,
		.guests = d->guest_count,
		.shown = d->shown.v,
		.nshown = d->shown.n,
		.dropped = d->dropped.v,
		.ndropped = d->dropped.n,
		.recall_right = d->recall_right,
		.recall_of = d->recall_of,
		.parked = d->parked.v,
		.nparked = d->parked.n,
		.witness = d->witness,
		.paper = d->paper,
		.leader_signs = d->signs,
		.recorded = d->recorded,
		.leader_signed = d->leader_signed,
	};
	memcpy(ret->practice, d->practice, sizeof(ret->practice));
}
