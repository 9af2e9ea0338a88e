/* The pages of the lineup's slots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"
#include "session/words.h"

#include <string.h>

/* ---- what every page has ---- */

static const char *
shift_words(const struct messages *m, enum shift s)
{
	switch (s) {
	case SHIFT_EARLY:
		return messages_pget(m, "shift", "early");
	case SHIFT_LATE:
		return messages_pget(m, "shift", "late");
	case SHIFT_NIGHT:
	case SHIFT_COUNT:
		break;
	}
	return messages_pget(m, "shift", "night");
}

const char *
lineup_slot_title(struct lineup *l)
{
	static const char *const titles[SLOT_COUNT] = {
		[SLOT_ROLL] = N_("ROLL"),
		[SLOT_MANTRA] = N_("MANTRA"),
		[SLOT_YESTERDAY] = N_("YESTERDAY CLOSED"),
		[SLOT_PRAISE] = N_("PRAISE"),
		[SLOT_TODAY] = N_("TODAY"),
		[SLOT_COMMANDMENT] = N_("COMMANDMENT %u"),
		[SLOT_PRACTICE] = N_("PRACTICE IN PAIRS"),
		[SLOT_BOARD] = N_("COMPLAINT BOARD"),
		[SLOT_IDEAS] = N_("IDEAS AND TOOLS"),
		[SLOT_RECALL] = N_("RECALL"),
		[SLOT_CLOSE] = N_("CLOSE"),
	};
	const struct messages *m = lineup_m(l);

	if (l->slot == SLOT_COMMANDMENT)
		return arena_printf(l->a, messages_get(m, "COMMANDMENT %u"),
				    l->s->today->number);
	return messages_get(m, titles[l->slot]);
}

static bool
folded_in(const struct lineup *l, enum slot s, unsigned form)
{
	struct plan p = l->s->plan;

	return plan_lay_out(&p, form) && p.slots[s].folded;
}

/* What no form leaves out needs no name here. */
const char *
lineup_without(struct lineup *l, unsigned form)
{
	static const char *const words[SLOT_COUNT] = {
		[SLOT_YESTERDAY] = N_("what was open yesterday"),
		[SLOT_PRAISE] = N_("praise"),
		[SLOT_BOARD] = N_("the complaint board"),
		[SLOT_IDEAS] = N_("ideas"),
		[SLOT_RECALL] = N_("the recall question"),
	};
	const char *list = NULL;

	for (size_t s = 0; s < SLOT_COUNT; s++)
		if (words[s] != NULL && l->seen[s] == 0 &&
		    !folded_in(l, (enum slot)s, 10) &&
		    folded_in(l, (enum slot)s, form))
			words_list_add(l->a, &list,
				       messages_get(lineup_m(l), words[s]));
	return list != NULL ? list : "";
}

const char *
lineup_falls_away(struct lineup *l, unsigned form)
{
	const struct messages *m = lineup_m(l);
	const char *away = lineup_without(l, form);

	if (*away == '\0')
		return arena_printf(l->a, messages_get(m, "A lineup of %u min "
							  "now; nothing falls "
							  "away."), form);
	return arena_printf(l->a, messages_get(m, "A lineup of %u min now. This "
						  "falls away: %s."),
			    form, away);
}

static const char *
lineup_word(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	const char *s = messages_get(m, "LINEUP");

	if (!l->s->trial)
		return s;
	return arena_printf(l->a, "%s  %s", messages_get(m, "TRIAL"), s);
}

const char *
lineup_which(struct lineup *l)
{
	const struct messages *m = lineup_m(l);

	return arena_printf(l->a, "%s  %s, %s", lineup_word(l),
			    shift_words(m, l->s->shift), l->s->team_title);
}

/* "LINEUP  6 of 11  COMMANDMENT 7"; the roll says which lineup it is. */
static const char *
place(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	unsigned at = 0, of = 0;
	const char *count;

	for (size_t i = 0; i < SLOT_COUNT; i++) {
		if (l->plan.slots[i].folded)
			continue;
		of++;
		at += i <= l->slot;
	}
	count = arena_printf(l->a, messages_get(m, "%u of %u"), at, of);
	if (l->slot == SLOT_ROLL)
		return arena_printf(l->a, "%s   %s  %s", lineup_which(l),
				    count, lineup_slot_title(l));
	return arena_printf(l->a, "%s  %s  %s", lineup_word(l), count,
			    lineup_slot_title(l));
}

static struct page *
new_page(struct lineup *l)
{
	struct page *p = page_new(l->a, place(l));

	p->clock = (struct page_clock){
		.on = true,
		.started_ms = l->started_ms,
		.stood_ms = l->stood_ms,
		.paused = l->paused,
		.paused_ms = l->paused_ms,
		.seconds = l->plan.seconds,
		.ended = l->stage != STAGE_SLOTS,
		.ended_ms = l->ended_ms,
	};
	return p;
}

/* ---- one slot each ---- */

/* What does not fit on a page is on the next one, and that is told. */
static void
items(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);
	size_t n = lineup_items(l, l->slot), most = lineup_on_page(l);
	size_t i = l->page * most, to = i + most < n ? i + most : n;

	for (; i < to; i++)
		page_item(l->a, p, arena_printf(l->a, "%zu", i + 1),
			  lineup_item(l, l->slot, i));
	if (to == n)
		return;
	page_gap(l->a, p);
	page_para(l->a, p,
		  arena_printf(l->a,
			       messages_nget(m, "%zu more on the next page.",
					     "%zu more on the next page.",
					     (unsigned)(n - to)), n - to));
	p->blocks[p->n - 1].essential = true;
}

static void
mantra(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);

	page_para(l->a, p, messages_get(m, "All together:"));
	page_big(l->a, p, lineup_text(l, l->s->commandments->mantra));
	page_para(l->a, p,
		  arena_printf(l->a,
			       messages_get(m, "Today: commandment %u, %s."),
			       l->s->today->number,
			       text_quoted(l->a, messages_lang(m),
					   lineup_text(l,
						       l->s->today->title))));
}

static void
yesterday(struct lineup *l, struct page *p)
{
	page_para(l->a, p,
		  messages_get(lineup_m(l), "What was open yesterday, and what "
					    "became of it:"));
	page_gap(l->a, p);
	items(l, p);
}

static void
praise(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);

	if (l->plan.slots[SLOT_PRAISE].nitems > 0) {
		page_para(l->a, p, messages_get(m, "Read it aloud, then a "
						   "moment for it:"));
		page_gap(l->a, p);
		items(l, p);
		return;
	}
	page_big(l->a, p, messages_get(m, "Thank one person, by name, for one "
					  "thing you saw."));
	page_para(l->a, p, messages_get(m, "Leader: say what it was and what "
					   "it did for the guest."));
}

static void
today(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);

	items(l, p);
	if (lineup_items(l, SLOT_TODAY) > 0)
		return;
	page_para(l->a, p, messages_get(m, "Three questions, one short answer "
					   "each:"));
	page_gap(l->a, p);
	page_item(l->a, p, "1", messages_get(m, "What is different today, and "
						"who comes?"));
	page_item(l->a, p, "2", messages_get(m, "Where will it be tight, and "
						"who helps there?"));
	page_item(l->a, p, "3", messages_get(m, "What could hurt somebody, and "
						"who watches it?"));
}

static void
commandment(struct lineup *l, struct page *p)
{
	const struct commandment *c = l->s->today;
	const struct messages *m = lineup_m(l);
	struct arena *a = l->a;

	if (l->page == 0) {
		page_big(a, p, lineup_text(l, c->question));
		page_para(a, p,
			  arena_printf(a, messages_get(m, "Leader: %s"),
				       lineup_text(l, c->hint)));
		return;
	}
	page_title(a, p, lineup_text(l, c->title));
	page_field(a, p, messages_get(m, "Do"), lineup_text(l, c->do_));
	page_field(a, p, messages_get(m, "Say"), lineup_text(l, c->say));
	page_field(a, p, messages_get(m, "Answer"), lineup_text(l, c->answer));
	page_field(a, p, messages_get(m, "Avoid"), lineup_text(l, c->avoid));
	page_gap(a, p);
	page_para(a, p, lineup_text(l, c->story));
}

static void
board(struct lineup *l, struct page *p)
{
	items(l, p);
	page_gap(l->a, p);
	page_para(l->a, p,
		  messages_get(lineup_m(l), "Ask: who can move number 1 before "
					    "noon? Never whose fault it was."));
}

static void
ideas(struct lineup *l, struct page *p)
{
	items(l, p);
	page_gap(l->a, p);
	page_para(l->a, p,
		  messages_get(lineup_m(l), "Ask: what is the next step, and "
					    "who takes it?"));
}

struct page *
lineup_page(struct lineup *l)
{
	struct page *p = new_page(l);

	switch (l->slot) {
	case SLOT_ROLL:
		lineup_roll_blocks(l, p);
		break;
	case SLOT_MANTRA:
		mantra(l, p);
		break;
	case SLOT_YESTERDAY:
		yesterday(l, p);
		break;
	case SLOT_PRAISE:
		praise(l, p);
		break;
	case SLOT_TODAY:
		today(l, p);
		break;
	case SLOT_COMMANDMENT:
		commandment(l, p);
		break;
	case SLOT_PRACTICE:
		lineup_practice_blocks(l, p);
		break;
	case SLOT_BOARD:
		board(l, p);
		break;
	case SLOT_IDEAS:
		ideas(l, p);
		break;
	case SLOT_RECALL:
		lineup_recall_blocks(l, p);
		break;
	case SLOT_CLOSE:
	case SLOT_COUNT:
		lineup_close_blocks(l, p);
		break;
	}
	p->keys = lineup_keys(l);
	return p;
}

struct page *
lineup_page_before(struct lineup *l)
{
	struct page *p = page_new(l->a, lineup_which(l));
	struct local now;

	zone_local(l->s->zone, clock_now(l->s->clock), &now);
	p->right = arena_printf(l->a, "%02d:%02d", now.hour, now.minute);
	return p;
}

struct page *
lineup_page_leader(struct lineup *l, bool begins)
{
	const struct messages *m = lineup_m(l);
	struct page *p = lineup_page_before(l);

	if (!begins)
		return p;
	page_para(l->a, p,
		  arena_printf(l->a,
			       messages_nget(m, "%u minute. The clock starts "
						"when you have said who leads.",
					     "%u minutes. The clock starts "
					     "when you have said who leads.",
					     l->plan.form),
			       l->plan.form));
	return p;
}
