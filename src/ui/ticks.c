/* What changes by itself while a page is looked at: its clock and the bell.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <inttypes.h>

#include "base/utf8.h"

#define BELL "\a"
#define RIGHT_MARGIN 2 /* as page_render() leaves it */
#define LAST_MS 60000

const char *
ticks_right(struct ui *u, struct arena *a, const struct page *p)
{
	const struct messages *m = u->o.m;
	int64_t now = clock_mono_ms(u->o.clock);
	const char *s, *left;

	s = page_clock_text(a, &p->clock, now, messages_get(m, "%s of %s"),
			    messages_get(m, "ended at %s"),
			    messages_get(m, "paused at %s"));
	if (s == NULL || p->clock.ended)
		return s;
	left = page_clock_left(a, &p->clock, now);
	if (left != NULL) {
		left = arena_printf(a, messages_get(m, "%s left"), left);
		s = arena_printf(a, "%s   %s", left, s);
	}
	return s;
}

const char *
ticks_time_line(struct ui *u, struct arena *a, const struct page *p)
{
	const struct page_clock *c = &p->clock;

	if (!c->on || c->ended)
		return NULL;
	if (u->bells.whole == c->started_ms)
		return arena_printf(a, messages_get(u->o.m, "TIME, %u:%02u"),
				    c->seconds / 60, c->seconds % 60);
	if (u->bells.last != c->started_ms)
		return NULL;
	return arena_printf(a, messages_get(u->o.m, "%u:%02u, one minute left"),
			    c->seconds / 60 - 1, c->seconds % 60);
}

/* Only the corner, and the cursor goes back to where it was. */
static void
draw_corner(struct ui *u, const struct page *p)
{
	OWN(arena_free) struct arena a = { 0 };
	struct screen *s = &u->screen;
	const char *right = ticks_right(u, &a, p);
	size_t w, wide = u->cols - RIGHT_MARGIN, lead;

	if (right == NULL || s->clock_row == 0 || s->rows > u->room)
		return;
	w = utf8_width(right);
	lead = s->clock_width > w ? s->clock_width - w : 0;
	if (w + lead > wide)
		return;
	put_text(arena_printf(&a, "\0337\033[%zu;%zuH%*s%s\0338", s->clock_row,
			      wide - w - lead + 1, (int)lead, "", right));
	s->clock_width = w;
}

static void
ring(struct ui *u, const char *line)
{
	put_text(BELL);
	screen_between(u, line, false);
}

static int64_t
left_ms(unsigned seconds, int64_t ran)
{
	return (int64_t)seconds * 1000 - ran;
}

/* The last minute is told, and not rung: there is time for the close. */
static void
tell_last_minute(struct ui *u, const struct page_clock *c, int64_t now)
{
	OWN(arena_free) struct arena a = { 0 };
	int64_t left = left_ms(c->seconds, page_clock_ran(c, now));

	if (c->strict)
		return;
	if (left > LAST_MS || left <= 0) {
		u->bells.last = INT64_MIN;
	} else if (u->bells.last != c->started_ms) {
		u->bells.last = c->started_ms;
		screen_between(u, ticks_time_line(u, &a, u->screen.page),
			       false);
	}
}

static void
say_left(struct ui *u, unsigned seconds)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *s;

	s = arena_printf(
		&a, messages_nget(u->o.m, "%u second.", "%u seconds.", seconds),
		seconds);
	screen_between(u, s, false);
}

static void
warn(struct ui *u, const struct page_clock *c, int64_t now)
{
	int64_t left = left_ms(c->seconds, page_clock_ran(c, now));

	if (c->warn == 0 || left > (int64_t)c->warn * 1000 || left <= 0 ||
	    u->bells.slot == c->started_ms)
		return;
	u->bells.slot = c->started_ms;
	put_text(BELL);
	say_left(u, c->warn);
}

static void
ring_bells(struct ui *u, const struct page_clock *c, int64_t now)
{
	OWN(arena_free) struct arena a = { 0 };

	tell_last_minute(u, c, now);
	warn(u, c, now);
	if (c->slot_left_of > 0 && u->bells.slot != c->slot_started_ms &&
	    left_ms(c->slot_left_of, page_clock_slot_ran(c, now)) <= 0) {
		u->bells.slot = c->slot_started_ms;
		ring(u, messages_get(u->o.m, "Time for this round is over."));
	}
	if (u->bells.whole != c->started_ms &&
	    left_ms(c->seconds, page_clock_ran(c, now)) <= 0) {
		u->bells.whole = c->started_ms;
		ring(u, ticks_time_line(u, &a, u->screen.page));
	}
}

/* Without a corner to look at, what is left is said now and then. */
static void
speak(struct ui *u, const struct page_clock *c, int64_t now)
{
	static const unsigned marks[] = { 60, 30, 10 };
	const size_t first = c->slot_left_of > 0 ? 0 : 1; /* told already */
	bool slot = c->slot_left_of > 0;
	int64_t began = slot ? c->slot_started_ms : c->started_ms;
	unsigned whole = slot ? c->slot_left_of : c->seconds, passed = 0;
	int64_t ran = slot ? page_clock_slot_ran(c, now) :
			     page_clock_ran(c, now);
	int64_t left = (left_ms(whole, ran) + 999) / 1000;
	int64_t before = whole;

	if (u->bells.spoken_of == began)
		before = u->bells.spoken_left;
	u->bells.spoken_of = began;
	u->bells.spoken_left = left;
	for (size_t i = first; i < NELEM(marks); i++)
		if (before > marks[i] && left <= marks[i] && left > 0)
			passed = marks[i];
	if (passed != 0)
		say_left(u, passed);
}

static int
until_next(int64_t ran)
{
	int64_t past = ran % 1000;

	return (int)(past < 0 ? -past : 1000 - past);
}

bool
ticks_late(const struct ui *u)
{
	const struct page *p = u->screen.page;

	return p != NULL && p->clock.on && p->clock.strict &&
	       left_ms(p->clock.seconds,
		       page_clock_ran(&p->clock,
				      clock_mono_ms(u->o.clock))) <= 0;
}

int
ticks_run(struct ui *u)
{
	const struct page *p = u->screen.page;
	int64_t now = clock_mono_ms(u->o.clock);
	int ms, slot;

	if (p == NULL || !p->clock.on || p->clock.ended)
		return -1;
	ring_bells(u, &p->clock, now);
	if (u->linear)
		speak(u, &p->clock, now);
	else
		draw_corner(u, p);
	if (p->clock.paused)
		return -1;
	ms = until_next(page_clock_ran(&p->clock, now));
	slot = p->clock.slot_left_of > 0
		       ? until_next(page_clock_slot_ran(&p->clock, now))
		       : ms;
	return slot < ms ? slot : ms;
}
