/* Taking the terminal, and leaving it as it was found.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Keys come one by one and are not shown by the system, also while the program
 * works: a passphrase typed too early stays unseen. Ctrl-C stays a signal;
 * Ctrl-S, Ctrl-Z and Ctrl-\ lose what they do. */
static void
our_mode(struct termios *t)
{
	t->c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
	t->c_lflag |= ISIG;
	t->c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | ISTRIP);
	t->c_oflag |= OPOST | ONLCR;
	t->c_cc[VMIN] = 1;
	t->c_cc[VTIME] = 0;
	t->c_cc[VSUSP] = _POSIX_VDISABLE;
	t->c_cc[VQUIT] = _POSIX_VDISABLE;
}

static void
set_mode(const struct termios *t)
{
	while (tcsetattr(STDIN_FILENO, TCSADRAIN, t) != 0 && errno == EINTR)
		;
}

void
terminal_mode(struct ui *u)
{
	set_mode(&u->ours);
}

static struct ui *
new_ui(const struct ui_options *o)
{
	struct ui *u = calloc(1, sizeof(*u));

	if (u == NULL)
		own_no_memory();
	u->io = (struct io){ .ops = &ui_ops, .interactive = true };
	u->o = *o;
	u->linear = o->linear;
	u->bells = (struct bells){
		.whole = INT64_MIN, .last = INT64_MIN, .slot = INT64_MIN,
		.spoken_of = INT64_MIN,
	};
	if (o->history != NULL) {
		u->history = strdup(o->history);
		if (u->history == NULL)
			own_no_memory();
	}
	return u;
}

int
ui_new(const struct ui_options *o, struct ui **ret, struct err *e)
{
	struct ui *u;

	if (!ui_at_terminal())
		return err_set(e, ERR_USAGE,
			       "there is no terminal here; give the lines "
			       "with --file");
	u = new_ui(o);
	if (tcgetattr(STDIN_FILENO, &u->found) != 0) {
		ui_free(u);
		return err_set(e, ERR_FAILED,
			       "the terminal can't be set up: %s",
			       err_reason(e, errno));
	}
	u->ours = u->found;
	our_mode(&u->ours);
	u->taken = true;
	screen_measure(u);
	callbacks_take(u);
	callbacks_history_load(u);
	terminal_mode(u);
	*ret = u;
	return 0;
}

void
ui_free(struct ui *u)
{
	if (u == NULL)
		return;
	if (u->taken) {
		set_mode(&u->found);
		callbacks_give_back(u);
	}
	screen_free(u);
	free(u->ahead);
	free(u->kept);
	free(u->history);
	free(u);
}

void
ui_lend(struct ui *u)
{
	set_mode(&u->found);
}

void
ui_written_over(struct ui *u)
{
	screen_forget(u);
}

void
ui_take_back(struct ui *u)
{
	terminal_mode(u);
	screen_measure(u);
	screen_forget(u);
	u->interrupted = 0; /* that was for the other program */
}

struct io *
ui_io(struct ui *u)
{
	return &u->io;
}

void
ui_set_messages(struct ui *u, const struct messages *m)
{
	u->o.m = m;
}

void
ui_size(const struct ui *u, size_t *ret_cols, size_t *ret_rows)
{
	*ret_cols = u->cols;
	*ret_rows = u->room;
}

bool
ui_hung_up(const struct ui *u)
{
	return u->hung_up;
}

void
ui_set_idle(struct ui *u, unsigned seconds)
{
	u->idle_after = seconds;
}

bool
ui_idle(const struct ui *u)
{
	return u->idle;
}
