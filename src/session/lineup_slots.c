/* The pages of the lineup's slots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

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

static const char *
slot_title(struct lineup *l)
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

static const char *
lineup_word(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	const char *s = messages_get(m, "LINEUP");

	if (!l->s->trial)
		return s;
	return arena_printf(l->a, "%s  %s", messages_get(m, "TRIAL"), s);
}

/* "LINEUP  early, Front desk" */
static const char *
which_lineup(struct lineup *l)
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
		return arena_printf(l->a, "%s   %s  %s", which_lineup(l),
				    count, slot_title(l));
	return arena_printf(l->a, "%s  %s  %s", lineup_word(l), count,
			    slot_title(l));
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

static void
items(struct lineup *l, struct page *p, size_t most)
{
	const struct plan_slot *ps = &l->plan.slots[l->slot];

	for (size_t i = 0; i < ps->nitems && i < most; i++)
		page_item(l->a, p, arena_printf(l->a, "%zu", i + 1),
			  ps->items[i]);
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
	items(l, p, SIZE_MAX);
}

static void
praise(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);

	if (l->plan.slots[SLOT_PRAISE].nitems > 0) {
		page_para(l->a, p, messages_get(m, "Read it aloud, then a "
						   "moment for it:"));
		page_gap(l->a, p);
		items(l, p, SIZE_MAX);
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

	if (l->plan.slots[SLOT_TODAY].nitems > 0) {
		items(l, p, TODAY_MOST);
		return;
	}
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
	items(l, p, SIZE_MAX);
	page_gap(l->a, p);
	page_para(l->a, p,
		  messages_get(lineup_m(l), "Ask: who can move number 1 before "
					    "noon? Never whose fault it was."));
}

static void
ideas(struct lineup *l, struct page *p)
{
	items(l, p, SIZE_MAX);
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
lineup_page_leader(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	struct page *p = page_new(l->a, which_lineup(l));

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

/* ---- keys ---- */

/* The language `l` leads to. */
static const char *
next_language(const struct lineup *l)
{
	const char *lang =
		l->s->langs[(l->lang + 1) % l->s->nlangs].lang;
	const struct messages *m = lineup_m(l);

	if (str_eq(lang, "en"))
		return messages_get(m, "English");
	if (str_eq(lang, "de"))
		return messages_get(m, "German");
	if (str_eq(lang, "ru"))
		return messages_get(m, "Russian");
	return lang;
}

static const char *
enter_key(const struct lineup *l)
{
	const struct messages *m = lineup_m(l);

	if ((l->slot == SLOT_COMMANDMENT || l->slot == SLOT_RECALL) &&
	    l->page == 0)
		return messages_get(m, "Enter show");
	if (l->slot == SLOT_PRACTICE && l->page == 0)
		return messages_get(m, "Enter swap now");
	if (l->slot == SLOT_CLOSE)
		return messages_get(m, "Enter end");
	return messages_get(m, "Enter next");
}

static void
add_key(struct str *out, const char *key)
{
	str_printf(out, "%s%s", out->n > 0 ? "   " : "", key);
}

static const char *
pause_key(const struct lineup *l)
{
	const struct messages *m = lineup_m(l);

	return l->paused ? messages_get(m, "Space runs on") :
			   messages_get(m, "Space pause");
}

/* What only this slot has; the first one is to be seen in any window. */
static void
slot_keys(struct lineup *l, struct str *out)
{
	const struct messages *m = lineup_m(l);

	switch (l->slot) {
	case SLOT_ROLL:
		add_key(out, messages_get(m, "1-6 8 are here"));
		add_key(out, messages_get(m, "-7 all but 7"));
		add_key(out, messages_get(m, "L7 late"));
		add_key(out, messages_get(m, "O7 off"));
		add_key(out, messages_get(m, "u undo"));
		add_key(out, messages_get(m, "+ and a name adds a guest"));
		add_key(out, pause_key(l));
		add_key(out, enter_key(l));
		break;
	case SLOT_PRACTICE:
		add_key(out, messages_get(m, "1 2 3 heard it"));
		add_key(out, messages_get(m, "u undo"));
		add_key(out, pause_key(l));
		add_key(out, enter_key(l));
		break;
	case SLOT_RECALL:
		add_key(out, enter_key(l));
		add_key(out, messages_get(m, "a number: so many knew it"));
		add_key(out, messages_get(m, "u undo"));
		break;
	case SLOT_MANTRA:
	case SLOT_YESTERDAY:
	case SLOT_PRAISE:
	case SLOT_TODAY:
	case SLOT_COMMANDMENT:
	case SLOT_BOARD:
	case SLOT_IDEAS:
	case SLOT_CLOSE:
	case SLOT_COUNT:
		add_key(out, enter_key(l));
		break;
	}
}

const char *
lineup_keys(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	OWN(str_free) struct str out = { 0 };

	slot_keys(l, &out);
	if (l->slot != SLOT_ROLL) {
		add_key(&out, messages_get(m, "b back"));
		if (l->s->nlangs > 1)
			add_key(&out, arena_printf(l->a, "l %s",
						   next_language(l)));
		add_key(&out, messages_get(m, "p park"));
		add_key(&out, messages_get(m, "s shorten"));
	}
	if (l->slot != SLOT_ROLL && l->slot != SLOT_PRACTICE)
		add_key(&out, pause_key(l));
	add_key(&out, messages_get(m, "? keys"));
	return arena_strdup(l->a, str_text(&out));
}

/* On the roll a line may begin with any other: "L7", "O5", "3"; with a capital
 * L anywhere. */
const char *
lineup_single_keys(const struct lineup *l)
{
	if (l->slot == SLOT_ROLL)
		return " u?psUPS";
	return l->slot == SLOT_PRACTICE ? " u?psblUPSB123" : " u?psblUPSB";
}

const char *
lineup_help(struct lineup *l)
{
	const struct messages *m = lineup_m(l);

	return messages_get(m,
		"Enter goes on, b one page back, l the next language, u takes "
		"back the last count or word.\n"
		"Space stops the clock, and lets it run on.\n"
		"p and a word parks it, s makes the lineup shorter, L7 number "
		"7 came late, O7 went.\n"
		"In the practice 1 2 3 count what was heard; in the recall a "
		"number says how many knew it.\n"
		"0 puts the lineup away and keeps the place; the clock runs "
		"on.");
}
