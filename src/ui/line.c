/* One line from the person at the terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <string.h>

#include "base/utf8.h"

/* Room that a prompt leaves for the answer beside it. */
#define ANSWER_COLS 12

const char *
line_lead(struct ui *u, struct arena *a, const char *prompt)
{
	size_t room, n;
	const char **lines, *last;

	room = u->cols > 4 * ANSWER_COLS ? u->cols - ANSWER_COLS : u->cols - 2;
	if (utf8_width(prompt) <= room)
		return prompt;
	lines = utf8_wrap(a, prompt, room, &n);
	for (size_t i = 0; i + 1 < n; i++)
		screen_under(u, lines[i]);
	last = lines[n - 1];
	return arena_printf(a, "%s ", last);
}

static void
begin(struct ui *u)
{
	screen_make_room(u, 1);
	u->touched_ms = clock_mono_ms(u->o.clock);
	u->warned = u->idle = false;
}

enum typed
line_read(struct ui *u, const char *prompt, const struct completer *c,
	  char **ret)
{
	OWN(arena_free) struct arena a = { 0 };
	enum wake w;

	if (u->hung_up)
		return TYPED_CANCEL;
	prompt = line_lead(u, &a, prompt);
	begin(u);
	u->prompt = prompt;
	u->completer = c;
	u->seen = false;
	if (c != NULL)
		callbacks_history_use(u, true);
	w = callbacks_line(u, prompt);
	if (c != NULL)
		callbacks_history_use(u, false);
	u->prompt = NULL;
	if (!u->done)
		return w == WAKE_RESIZED ? TYPED_RESIZED :
		       w == WAKE_LATE ? TYPED_LATE : TYPED_CANCEL;
	if (u->line == NULL) {
		put_text("\n");
		return TYPED_END;
	}
	if (!u->by_key) /* it leaves no trace */
		screen_used(u, arena_printf(&a, "%s%s", prompt, u->line));
	*ret = u->line;
	u->line = NULL;
	return TYPED_LINE;
}
