/* Moving through the lineup, and what its pages ask of its state.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <string.h>

/* ---- the state, asked ---- */

const struct messages *
lineup_m(const struct lineup *l)
{
	return l->s->langs[l->lang].m;
}

const char *
lineup_text(const struct lineup *l, const struct text *t)
{
	return t != NULL ? text_in(t, l->s->langs[l->lang].tr) : "";
}

const char *
lineup_name(const struct lineup_setup *s, size_t row)
{
	const struct roster_row *r = &s->roster[row];

	return r->name != NULL && *r->name != '\0' ? r->name : r->number;
}

size_t
lineup_row(const struct lineup_setup *s, const char *number)
{
	size_t i = 0;

	while (i < s->nroster && !str_eq(s->roster[i].number, number))
		i++;
	return i;
}

const char *
lineup_call(const struct lineup *l, size_t row)
{
	const char *name = lineup_name(l->s, row);
	size_t len = strcspn(name, " ");

	for (size_t i = 0; i < l->s->nroster; i++) {
		const char *other = lineup_name(l->s, i);

		if (i != row && strcspn(other, " ") == len &&
		    strncmp(name, other, len) == 0)
			return name;
	}
	return arena_strndup(l->a, name, len);
}

size_t
lineup_count(const struct lineup *l, enum attend how)
{
	size_t n = 0;

	for (size_t i = 0; i < l->s->nroster; i++)
		n += l->now.attend[i] == how;
	return n;
}

size_t
lineup_in_room(const struct lineup *l)
{
	return lineup_count(l, ATTEND_HERE) + lineup_count(l, ATTEND_LATE);
}

/* ---- moving ---- */

enum { ON_A_PAGE = 5, ON_ONE_PAGE = 10000 };

size_t
lineup_items(const struct lineup *l, enum slot s)
{
	return l->plan.slots[s].nitems +
	       (s == SLOT_TODAY ? l->now.added.n : 0);
}

const char *
lineup_item(const struct lineup *l, enum slot s, size_t i)
{
	const struct plan_slot *ps = &l->plan.slots[s];

	return i < ps->nitems ? ps->items[i] :
				l->now.added.v[i - ps->nitems];
}

size_t
lineup_on_page(const struct lineup *l)
{
	return l->io->interactive ? ON_A_PAGE : ON_ONE_PAGE;
}

/* As many as what is to be said takes. */
static unsigned
pages_of_items(const struct lineup *l, enum slot s)
{
	size_t most = lineup_on_page(l);
	size_t n = (lineup_items(l, s) + most - 1) / most;

	return n == 0 ? 1 : n < PAGES_MOST ? (unsigned)n : PAGES_MOST;
}

unsigned
lineup_pages(const struct lineup *l, enum slot s)
{
	switch (s) {
	case SLOT_COMMANDMENT:
	case SLOT_PRACTICE:
	case SLOT_RECALL:
		return 2;
	case SLOT_YESTERDAY:
	case SLOT_PRAISE:
	case SLOT_TODAY:
	case SLOT_BOARD:
	case SLOT_IDEAS:
		return pages_of_items(l, s);
	case SLOT_ROLL:
	case SLOT_MANTRA:
	case SLOT_CLOSE:
	case SLOT_COUNT:
		break;
	}
	return 1;
}

/* Now, as the countdown takes it. */
static int64_t
moment(const struct lineup *l)
{
	return l->paused ? l->paused_ms : clock_mono_ms(l->s->clock);
}

void
lineup_turn(struct lineup *l, enum slot s, unsigned page)
{
	l->slot = s;
	l->page = page;
	if (l->seen[s] <= page)
		l->seen[s] = page + 1;
	l->page_ms = moment(l);
	l->page_stood_ms = l->stood_ms;
}

void
lineup_pause(struct lineup *l, bool on)
{
	int64_t now = clock_mono_ms(l->s->clock);

	if (on && !l->paused)
		l->paused_ms = now;
	else if (!on && l->paused)
		l->stood_ms += now - l->paused_ms;
	l->paused = on;
}

/* The next slot that is in this form. */
static void
next_slot(struct lineup *l)
{
	int s = (int)l->slot;

	do {
		s++;
	} while (s < SLOT_CLOSE && l->plan.slots[s].folded);
	lineup_turn(l, (enum slot)s, 0);
}

void
lineup_end(struct lineup *l, int64_t at)
{
	lineup_leader_here(l);
	l->stage = STAGE_ENDED;
	l->slot = SLOT_CLOSE;
	l->page = 0;
	l->taught = l->s->langs[l->lang].lang;
	/* Set back meanwhile: what is recorded does not end before it began. */
	l->end = at >= l->start ?
			 at :
			 l->start + (clock_mono_ms(l->s->clock) -
				     l->started_ms) / 1000;
	/* The page tells what the record tells, also when it is shown again. */
	l->ended_ms = l->started_ms + (l->end - l->start) * 1000;
	/* A pause goes no further than the end, which may be hours ago. */
	if (l->paused && l->ended_ms > l->paused_ms)
		l->stood_ms += l->ended_ms - l->paused_ms;
	l->paused = false;
}

void
lineup_advance(struct lineup *l)
{
	if (l->page + 1 < lineup_pages(l, l->slot))
		lineup_turn(l, l->slot, l->page + 1);
	else if (l->slot == SLOT_CLOSE)
		lineup_end(l, clock_now(l->s->clock));
	else
		next_slot(l);
}

bool
lineup_back(struct lineup *l)
{
	int s = (int)l->slot;

	if (l->page > 0) {
		lineup_turn(l, l->slot, l->page - 1);
		return true;
	}
	do {
		s--;
	} while (s >= 0 && l->plan.slots[s].folded);
	if (s < 0)
		return false;
	lineup_turn(l, (enum slot)s, lineup_pages(l, (enum slot)s) - 1);
	return true;
}

bool
lineup_form(struct lineup *l, unsigned form)
{
	if (!plan_lay_out(&l->plan, form))
		return false;
	if (l->plan.slots[l->slot].folded)
		next_slot(l);
	return true;
}

/* ---- what was shown ---- */

enum { ITEM_BYTES = 200, ITEMS_BYTES = 5000, ITEM_FRAME = 10 };

/* Whether S has NAME in it as a word of its own. */
static bool
has_word(const char *s, const char *name)
{
	size_t len = strcspn(name, " ");

	for (const char *p = s; len > 0 && (p = strstr(p, name)) != NULL;
	     p++) {
		if ((p == s || strchr(" \"'(,", p[-1]) != NULL) &&
		    (p[len] == '\0' || strchr(" \"'),.:;!?", p[len]) != NULL))
			return true;
	}
	return false;
}

/* No record holds a name (the log can't be corrected): an item that calls
 * somebody of the team by name is said aloud, and not written down. */
static bool
names_somebody(const struct lineup *l, struct arena *a, const char *item)
{
	for (size_t i = 0; i < l->s->nroster; i++) {
		const struct roster_row *r = &l->s->roster[i];
		const char *const names[] = { r->name, r->coach };

		for (size_t k = 0; k < NELEM(names); k++) {
			const char *n = names[k];

			if (n != NULL &&
			    has_word(item, arena_strndup(a, n,
							 strcspn(n, " "))))
				return true;
		}
	}
	return false;
}

static void
add_word(struct arena *a, struct words *w, const char *s)
{
	ARENA_PUSH(a, w->v, w->n, w->cap, s);
}

/* ITEM as a record takes it, if there is room for it. */
static void
add_item(const struct lineup *l, struct arena *a, struct words *w,
	 const char *item, size_t *room)
{
	size_t n = strlen(item);

	if (names_somebody(l, a, item) || str_eq(item, "-"))
		return;
	if (n > ITEM_BYTES) {
		n = ITEM_BYTES;
		while (n > 0 && ((unsigned char)item[n] & 0xc0) == 0x80)
			n--; /* not through a character */
	}
	while (n > 0 && item[n - 1] == ' ')
		n--;
	if (n == 0 || n + ITEM_FRAME > *room)
		return;
	*room -= n + ITEM_FRAME;
	add_word(a, w, arena_strndup(a, item, n));
}

void
lineup_shown(const struct lineup *l, struct arena *a, struct words *ret_shown,
	     struct words *ret_dropped)
{
	struct plan whole = l->s->plan;
	size_t room = ITEMS_BYTES;

	if (!plan_lay_out(&whole, l->s->form))
		whole = l->plan;
	for (size_t i = 0; i < SLOT_COUNT; i++) {
		const struct plan_slot *ps = &l->plan.slots[i];
		bool shown = l->seen[i] > 0;
		size_t n = lineup_items(l, ps->slot);

		if (shown)
			add_word(a, ret_shown, slot_word(ps->slot));
		else if (ps->nitems > 0 || !whole.slots[i].folded)
			add_word(a, ret_dropped, slot_word(ps->slot));
		for (size_t k = 0; k < n; k++)
			add_item(l, a, k < l->seen[i] * lineup_on_page(l) ?
				       ret_shown : ret_dropped,
				 lineup_item(l, ps->slot, k), &room);
	}
}
