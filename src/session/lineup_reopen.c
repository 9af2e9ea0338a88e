/* A lineup that was put away, and one that was held on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <string.h>

enum { DAY_SECONDS = 24 * 3600, NOON = 12 * 60 };

static const char *
clock_words(const struct lineup *l, int64_t t)
{
	struct local at;

	zone_local(l->s->zone, t, &at);
	return arena_printf(l->a, "%02d:%02d", at.hour, at.minute);
}

/* ---- put away ---- */

static struct page *
reopened_page(struct lineup *l, const struct lineup_draft *d)
{
	const struct messages *m = lineup_m(l);
	struct page *p = lineup_page_before(l);
	size_t row = lineup_row(l->s, d->leader);

	page_para(l->a, p,
		  arena_printf(l->a,
			       messages_get(m, "This lineup was begun at %s "
					       "and left at %s, on the page "
					       "%s."),
			       clock_words(l, d->start),
			       clock_words(l, d->saved),
			       lineup_slot_title(l)));
	page_para(l->a, p,
		  arena_printf(l->a, messages_get(m, "Leading: %s"),
			       row < l->s->nroster ? lineup_name(l->s, row) :
						     d->leader));
	page_gap(l->a, p);
	return p;
}

int
lineup_reopen(struct lineup *l, const struct lineup_draft *d, struct err *e)
{
	const struct messages *m = lineup_m(l);
	const bool nobody = lineup_in_room(l) + l->now.guests.n == 0;
	const struct io_option o[] = {
		{ .word = "on",
		  .label = messages_get(m, "Go on where it was left") },
		{ .word = "close",
		  .label = arena_printf(l->a,
					messages_get(m, "Close it as it "
							"stands, ended at "
							"%s"),
					clock_words(l, d->saved)),
		  .blocked = nobody || l->leader == l->s->nroster,
		  .why = messages_get(m, "Nobody is on its roll yet: go on, "
					 "and say who is here.") },
		{ .word = "paper",
		  .label = messages_get(m, "It was held on paper: enter the "
					   "sheet") },
		{ .word = "back", .key = "0",
		  .label = messages_get(m, "Back") },
	};
	size_t i;

	if (io_tell(l->io, reopened_page(l, d), e) != 0 ||
	    io_choose(l->io, messages_get(m, "What now"), o, NELEM(o), 0, &i,
		      e) != 0)
		return -1;
	if (i == 3)
		return err_cancel(e);
	if (i == 1)
		lineup_end(l, d->saved);
	return i == 2 ? lineup_paper(l, e) : 0;
}

/* ---- on paper ---- */

static struct page *
paper_page(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	struct page *p = page_new(l->a, arena_printf(
		l->a, "%s   %s", lineup_which(l),
		messages_get(m, "ON PAPER")));

	return p;
}

/* Of the lineup's day, not before FROM: what seems to be lies behind midnight.
 * *RET only if it is a time that has come. */
static int
take_clock(struct lineup *l, const char *line, int64_t from, int64_t *ret,
	   struct err *e)
{
	bool night = l->s->shift == SHIFT_NIGHT;
	int64_t t;
	int min;

	if (!time_typed(line, &min))
		return err_set(e, ERR_USAGE, "'%s' is no time: write it like "
			       "06:50", line);
	/* Of a night shift the morning is the next day's. */
	t = zone_utc(l->s->zone, l->s->day + (night && min < NOON), min / 60,
		     min % 60, 0);
	if (t < from)
		t += DAY_SECONDS;
	if (t > clock_now(l->s->clock))
		return err_set(e, ERR_USAGE, "'%s' is still to come: what is "
			       "on paper has been held", line);
	if (from > 0 && t - from > DAY_SECONDS / 6)
		return err_set(e, ERR_USAGE, "from its begin to '%s' are more "
			       "than four hours: look at both again", line);
	*ret = t;
	return 0;
}

static int
ask_clock(struct lineup *l, const char *prompt, const char *dflt, int64_t from,
	  int64_t *ret, struct err *e)
{
	const char *line;

	for (;;) {
		if (io_ask(l->io, l->a, prompt, dflt, &line, e) != 0)
			return -1;
		if (str_eq(line, "0") && l->io->interactive)
			return err_cancel(e);
		if (take_clock(l, line, from, ret, e) == 0)
			return 0;
		if (io_again(l->io, l->a, e) != 0)
			return -1;
	}
}

static int
take_roll(struct lineup *l, const char *line, bool *ret_done, struct err *e)
{
	*ret_done = *line == '\0' &&
		    lineup_in_room(l) + l->now.guests.n > 0;
	if (*ret_done)
		return 0;
	if (*line == '\0')
		return lineup_nobody(l, e);
	return line[0] == '+' ? lineup_guest(l, line + 1, e) :
				lineup_roll_line(l, line, e);
}

static int
ask_roll(struct lineup *l, struct err *e)
{
	const struct messages *m = lineup_m(l);
	bool done = false, show = true;
	const char *line;

	while (!done) {
		struct page *p = paper_page(l);

		lineup_roll_blocks(l, p);
		p->keys = messages_get(m, "1-6 8 were there   L7 came late   "
					  "O7 was off   + and a name a "
					  "guest   Enter done");
		if (show && io_tell(l->io, p, e) != 0)
			return -1;
		if (io_ask(l->io, l->a, messages_get(m, "Here>"), NULL, &line,
			   e) != 0)
			return -1;
		if (str_eq(line, "0") && l->io->interactive)
			return err_cancel(e);
		show = take_roll(l, line, &done, e) == 0 &&
		       l->io->interactive;
		if (e->kind != ERR_NONE && io_again(l->io, l->a, e) != 0)
			return -1;
	}
	return 0;
}

/* All of the plan stood on the sheet. */
static void
visit_all(struct lineup *l)
{
	for (size_t i = 0; i < SLOT_COUNT; i++)
		l->seen[i] = l->plan.slots[i].folded ? 0 :
			     lineup_pages(l, (enum slot)i);
}

int
lineup_paper(struct lineup *l, struct err *e)
{
	const struct messages *m = lineup_m(l);
	const char *began = l->start != 0 ? clock_words(l, l->start) : NULL;
	int64_t start, end;

	if (lineup_ask_leader(l, false, e) != 0 ||
	    io_tell(l->io, paper_page(l), e) != 0 ||
	    ask_clock(l, messages_get(m, "It began at, for example 06:50"),
		      began, 0, &start, e) != 0 ||
	    ask_clock(l, messages_get(m, "It ended at"), NULL, start, &end,
		      e) != 0 ||
	    ask_roll(l, e) != 0)
		return -1;
	l->paper = true;
	l->start = start;
	l->started_ms = clock_mono_ms(l->s->clock);
	l->stood_ms = 0;
	l->paused = false;
	if (l->after == NULL)
		l->after = l->s->after;
	visit_all(l);
	lineup_end(l, end);
	return 0;
}
