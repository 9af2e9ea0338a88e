/* What can be pressed on each page of the lineup, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"
#include "session/words.h"

/* The language `l` leads to. */
static const char *
next_language(const struct lineup *l)
{
	return words_lang(lineup_m(l),
			  l->s->langs[(l->lang + 1) % l->s->nlangs].lang);
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
	case SLOT_TODAY:
		add_key(out, enter_key(l));
		add_key(out, messages_get(m, "a add"));
		break;
	case SLOT_MANTRA:
	case SLOT_YESTERDAY:
	case SLOT_PRAISE:
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
	if (l->slot == SLOT_TODAY)
		return " u?psblaUPSBA";
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
		"p and a word parks it, a and a line adds what is to be said, s "
		"makes the lineup shorter.\n"
		"L7 number 7 came late, O7 went, + and a name a guest.\n"
		"In the practice 1 2 3 count what was heard; in the recall a "
		"number says how many knew it.\n"
		"0 puts the lineup away and keeps the place; the clock runs "
		"on.");
}
