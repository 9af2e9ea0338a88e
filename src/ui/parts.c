/* What does not fit is read in parts: a page, a long answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <string.h>

#include "base/utf8.h"
#include "ui/phrase.h"

static size_t
line_bytes(const char *s, size_t lines)
{
	size_t n = 0;

	for (; lines > 0 && s[n] != '\0'; lines--) {
		n += strcspn(s + n, "\n");
		n += s[n] == '\n';
	}
	return n;
}

/* How much stands on the first N bytes of S: whatever the width, a text has as
 * much of it, but for rules and blanks. */
static size_t
count_ink(const char *s, size_t n)
{
	size_t ink = 0;

	for (size_t i = 0; i < n; i++)
		ink += strchr(" \n-", s[i]) == NULL;
	return ink;
}

/* The line of S that goes on after so much. */
static const char *
skip_ink(const char *s, size_t ink)
{
	size_t n = line_bytes(s, 1), here = count_ink(s, n);

	while (n > 0 && here <= ink) {
		ink -= here;
		s += n;
		n = line_bytes(s, 1);
		here = count_ink(s, n);
	}
	return s;
}

enum { LEAST_ROOM = 8 }; /* lines: a window of less shows what it can */

int
parts_wait(struct ui *u, struct arena *a, struct early *early,
	   enum onward *ret, struct err *e)
{
	bool prompt = early != NULL && early->keys != NULL;
	struct str *under = &u->screen.under;
	size_t before = under->n;
	const char *answer = "0", *ask;
	enum typed t;

	ask = prompt ? messages_get(u->o.m, "There is more, Enter shows it") :
		       messages_get(u->o.m, "There is more: Enter (0: to the "
					    "end)");
	u->till_resize = true;
	u->explains = prompt;
	t = answer_read(u, a, phrase_prompt(a, ask, NULL), NULL, &answer);
	u->till_resize = false;
	if (under->n > before) {
		under->n = before;
		under->s[before] = '\0';
	}
	if (t != TYPED_LINE && (u->hung_up || u->idle))
		return err_cancel(e);
	*ret = t == TYPED_RESIZED ? ON_ANEW :
	       str_eq(answer, "0") && !prompt ? ON_TO_END :
	       *answer != '\0' && early != NULL ? ON_TYPED : ON_ENTER;
	if (*ret == ON_TYPED)
		early->typed = answer;
	return 0;
}

/* What can be typed at each part, laid out as it is at the end of all. */
static void
keys_below(const struct ui *u, const struct early *early, struct str *ret)
{
	const struct page p = { .keys = early->keys };
	enum page_style style = screen_style(u);

	if (style == PAGE_SCREEN)
		str_addc(ret, '\n');
	page_render(ret, &p, style, u->cols, 0, NULL);
}

int
parts_show(struct ui *u, struct arena *a, const char *text, size_t last,
	   size_t *read, struct early *early, enum onward *ret_how,
	   struct err *e)
{
	OWN(str_free) struct str keys = { 0 };
	enum onward how = ON_ENTER;
	size_t part = u->room - 1, below;

	if (early != NULL && early->keys != NULL)
		keys_below(u, early, &keys);
	below = count_lines(str_text(&keys));
	part -= below < part ? below : part - 1;

	text = skip_ink(text, *read);
	while (how == ON_ENTER && text[line_bytes(text, last)] != '\0') {
		size_t n = line_bytes(text, part);

		put_text("\033[H\033[2J");
		put_text(arena_strndup(a, text, n));
		put_text(str_text(&keys));
		u->screen.rows = part + below;
		if (parts_wait(u, a, early, &how, e) != 0)
			return -1;
		*read += how == ON_ENTER ? count_ink(text, n) : 0;
		text += n;
	}
	*ret_how = how;
	return 0;
}

int
parts_page(struct ui *u, const struct page *p, struct arena *a,
	   const char **ret_typed, struct err *e)
{
	OWN(str_free) struct str whole = { 0 };
	struct early early = { .keys = p->more };
	enum onward how = ON_ANEW;
	size_t read = 0;

	while (how == ON_ANEW && !screen_has_room(u, p, 1)) {
		str_clear(&whole);
		page_render(&whole, p, screen_style(u), u->cols, 0, NULL);
		screen_forget(u);
		if (parts_show(u, a, str_text(&whole), screen_end_kept(u, p),
			       &read, &early, &how, e) != 0)
			return -1;
	}
	*ret_typed = early.typed;
	screen_page(u, p);
	return 0;
}

static int
say_long(struct ui *u, struct arena *a, const char *text, struct err *e)
{
	OWN(str_free) struct str lines = { 0 };
	enum onward how = ON_ANEW;
	size_t read = 0, last = 0;

	while (how == ON_ANEW) {
		last = screen_talk_rows(u, 1);
		str_clear(&lines);
		screen_wrap(u, text, &lines);
		u->screen.clock_row = 0; /* it is not to be seen there */
		if (parts_show(u, a, lines.s, last, &read, NULL, &how, e) != 0)
			return -1;
	}
	text = read > 0 ? skip_ink(lines.s, read) : lines.s;
	screen_under(u, arena_strndup(a, text, strlen(text) - 1));
	screen_paint(u, 1);
	return 0;
}

int
parts_say(struct ui *u, struct arena *a, const char *text, struct err *e)
{
	OWN(str_free) struct str lines = { 0 };

	screen_wrap(u, text, &lines);
	if (u->screen.page != NULL && !u->linear &&
	    count_lines(lines.s) > screen_talk_rows(u, 1) &&
	    u->room >= LEAST_ROOM)
		return say_long(u, a, text, e);
	screen_under(u, text);
	return 0;
}
