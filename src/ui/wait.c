/* Waiting for a key, while the clock runs, the window changes, the line
 * hangs up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#define WARN_FROM 180 /* seconds: shorter limits end without a word */
#define WARN_BEFORE 60

void
signals_hold(sigset_t *ret_before)
{
	sigset_t ours;

	sigemptyset(&ours);
	sigaddset(&ours, SIGINT);
	sigaddset(&ours, SIGHUP);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGWINCH);
	sigaddset(&ours, SIGCONT);
	sigprocmask(SIG_BLOCK, &ours, ret_before);
}

static void
redraw(struct ui *u)
{
	u->resized = 0;
	terminal_mode(u); /* a shell takes it when we are stopped */
	screen_measure(u);
	if (u->hide != NULL && (u->linear || u->screen.page == NULL))
		u->hide(u);
	screen_paint(u, 1);
	if (u->show != NULL)
		u->show(u);
}

/* Milliseconds until somebody who does not come is given up, after a warning
 * if it is time for one; -1: never. */
static int64_t
idle_left(struct ui *u)
{
	int64_t left;

	if (u->idle_after == 0)
		return -1;
	left = u->touched_ms + (int64_t)u->idle_after * 1000 -
	       clock_mono_ms(u->o.clock);
	if (u->idle_after < WARN_FROM || u->warned)
		return left > 0 ? left : 0;
	if (left > WARN_BEFORE * 1000)
		return left - WARN_BEFORE * 1000;
	u->warned = true;
	screen_between(u,
		       messages_get(u->o.m, "Is anybody there? In a minute "
					    "this is put away."),
		       false);
	return left > 0 ? left : 0;
}

static bool
given_up(const struct ui *u)
{
	return u->idle_after > 0 && clock_mono_ms(u->o.clock) - u->touched_ms >=
					    (int64_t)u->idle_after * 1000;
}

/* Signals come in nowhere else than in ppoll: no window between looking at a
 * flag and going to sleep. */
static enum wake
wait_held(struct ui *u, const sigset_t *before)
{
	for (;;) {
		struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
		struct timespec t;
		int64_t idle, ms;
		int n;

		if (u->hung_up)
			return WAKE_HANG_UP;
		if (u->interrupted) {
			u->interrupted = 0;
			return WAKE_INTERRUPT;
		}
		if (u->resized) {
			redraw(u);
			if (u->till_resize)
				return WAKE_RESIZED;
		}
		ms = ticks_run(u);
		if (u->till_late && ticks_late(u))
			return WAKE_LATE;
		idle = idle_left(u);
		if (given_up(u)) {
			u->idle = true;
			return WAKE_IDLE;
		}
		if (idle >= 0 && (ms < 0 || idle < ms))
			ms = idle;
		t.tv_sec = ms / 1000;
		t.tv_nsec = ms % 1000 * 1000000;
		n = ppoll(&p, 1, ms < 0 ? NULL : &t, before);
		if (n < 0 && errno != EINTR)
			return WAKE_HANG_UP;
		if (n > 0 && (p.revents & POLLIN))
			break;
		if (n > 0)
			u->hung_up = 1;
	}
	u->touched_ms = clock_mono_ms(u->o.clock);
	u->warned = false;
	return WAKE_INPUT;
}

enum wake
ui_wait(struct ui *u)
{
	sigset_t before;
	enum wake w;

	signals_hold(&before);
	w = wait_held(u, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return w;
}
