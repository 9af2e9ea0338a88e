/* Keys that do something of their own, before readline or inside it: answers
 * without Enter, the keypad, help, and those that must not freeze or surprise.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <readline/readline.h>

#include "base/layout.h"
#include "base/utf8.h"

#define CONTROL(c) ((c)&0x1f)

enum { REST_MS = 50 }; /* the bytes of one key come together */

void
keys_tell(struct ui *u, const char *words)
{
	screen_between(u, messages_get(u->o.m, words), false);
}

/* ---- one key is the answer ---- */

/* One character as the keyboard sends it. */
static size_t
read_character(char c[5])
{
	struct pollfd f = { .fd = STDIN_FILENO, .events = POLLIN };
	size_t n = 0, most = 1;

	while (n < most && (n == 0 || poll(&f, 1, REST_MS) == 1) &&
	       read(f.fd, c + n, 1) == 1) {
		unsigned char b = (unsigned char)c[0];

		most = b < 0xc0 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
		n++;
	}
	c[n] = '\0';
	return n;
}

/* The one of KEYS that C is, by its letter or its place; '\0': none. A capital
 * only if KEYS has it: another one begins a line ("L7"). */
static char
which_key(const char *keys, const char *c)
{
	OWN(arena_free) struct arena a = { 0 };
	char key = layout_key(c), large = key;

	if (keys == NULL || key == '\0')
		return '\0';
	if (!str_eq(utf8_fold(&a, c), c))
		large = (char)(key - 'a' + 'A');
	return strchr(keys, large) != NULL ? key : '\0';
}

static bool
at_begin(const struct ui *u)
{
	return !u->linear && rl_end == 0 &&
	       !RL_ISSTATE(RL_STATE_MULTIKEY | RL_STATE_ISEARCH |
			   RL_STATE_NSEARCH | RL_STATE_NUMERICARG |
			   RL_STATE_CHARSEARCH);
}

bool
keys_take(struct ui *u, bool habit)
{
	char c[5], key;
	size_t n;

	if (!at_begin(u) || (u->keys == NULL && !habit))
		return false;
	n = read_character(c);
	if (habit && (*c == '\r' || *c == '\n'))
		return true;
	key = which_key(u->keys, c);
	if (key == '\0') {
		for (size_t i = 0; i < n; i++)
			rl_stuff_char((unsigned char)c[i]);
		return false;
	}
	u->line = strndup(&key, 1);
	if (u->line == NULL)
		own_no_memory();
	u->done = u->by_key = true;
	rl_clear_visible_line();
	rl_callback_handler_remove();
	return true;
}

/* The same from inside readline: the line ends as KEY. */
static void
answer_with(struct ui *u, char key)
{
	const char line[] = { key, '\0' };

	u->hide(u);
	rl_replace_line(line, 0);
	u->by_key = true;
	rl_done = 1;
}

/* ---- what readline calls ---- */

/* Ctrl-S: people who come from a word processor want to be sure. */
static int
on_save(int count, int key)
{
	(void)count;
	(void)key;
	keys_tell(callbacks_ui(), KEYS_SAVED);
	return 0;
}

static int
on_nothing(int count, int key)
{
	(void)count;
	(void)key;
	return 0;
}

/* F1 is "?" where that is answered; what was typed waits. */
static int
on_help(int count, int key)
{
	struct ui *u = callbacks_ui();

	if (!u->explains) {
		keys_tell(u, N_("Type what is asked for, then Enter. Ctrl-C "
				"goes back."));
		return 0;
	}
	callbacks_keep(u);
	rl_replace_line("?", 0);
	rl_point = rl_end;
	rl_redisplay();
	return rl_newline(count, key);
}

/* With Num Lock off the digits of the keypad are arrows. They do nothing on
 * an empty line: whoever presses them there wanted digits. */
static void
tell_num_lock(void)
{
	struct ui *u = callbacks_ui();

	if (rl_end > 0 || u->num_lock_told)
		return;
	u->num_lock_told = true;
	keys_tell(u, KEYS_NUM_LOCK);
}

static int
on_up(int count, int key)
{
	int rc = rl_get_previous_history(count, key);

	tell_num_lock();
	return rc;
}

static int
on_down(int count, int key)
{
	int rc = rl_get_next_history(count, key);

	tell_num_lock();
	return rc;
}

static int
on_left(int count, int key)
{
	tell_num_lock();
	return rl_end > 0 ? rl_backward_char(count, key) : 0;
}

static int
on_right(int count, int key)
{
	tell_num_lock();
	return rl_end > 0 ? rl_forward_char(count, key) : 0;
}

static int
on_home(int count, int key)
{
	tell_num_lock();
	return rl_beg_of_line(count, key);
}

static int
on_end(int count, int key)
{
	tell_num_lock();
	return rl_end_of_line(count, key);
}

/* Page up and down, insert, the middle of the keypad. */
static int
on_idle_key(int count, int key)
{
	(void)count;
	(void)key;
	tell_num_lock();
	return 0;
}

char
keys_of_keypad(char c)
{
	static const char sent[] = "pqrstuvwxykmnlo", is[] = "0123456789+-.,/";
	const char *at = c != '\0' ? strchr(sent, c) : NULL;

	return at != NULL ? is[at - sent] : '\0';
}

/* The keypad as some program before us left it (ESC O p is 0). */
static int
on_keypad(int count, int key)
{
	struct ui *u = callbacks_ui();
	const char c[] = { keys_of_keypad((char)key), '\0' };

	if (!u->linear && rl_end == 0 && which_key(u->keys, c) == *c)
		answer_with(u, *c);
	else
		rl_insert(count, *c);
	return 0;
}

/* As xterm, screen, rxvt and the Linux console send them. Escape before a
 * digit or Enter is a slip: readline would count, or turn into another
 * editor. */
static const struct {
	const char *sequence;
	rl_command_func_t *f;
} bound[] = {
	{ "\\e[A", on_up },	      { "\\eOA", on_up },
	{ "\\e[B", on_down },	      { "\\eOB", on_down },
	{ "\\e[C", on_right },	      { "\\eOC", on_right },
	{ "\\e[D", on_left },	      { "\\eOD", on_left },
	{ "\\e[H", on_home },	      { "\\eOH", on_home },
	{ "\\e[1~", on_home },	      { "\\e[7~", on_home },
	{ "\\e[F", on_end },	      { "\\eOF", on_end },
	{ "\\e[4~", on_end },	      { "\\e[8~", on_end },
	{ "\\e[2~", on_idle_key },    { "\\e[5~", on_idle_key },
	{ "\\e[6~", on_idle_key },    { "\\e[E", on_idle_key },
	{ "\\eOE", on_idle_key },     { "\\e[G", on_idle_key },
	{ "\\eOP", on_help },	      { "\\e[11~", on_help },
	{ "\\e[[A", on_help },	      { "\\eOM", rl_newline },
	{ "\\e\\C-m", rl_newline },   { "\\e\\C-j", rl_newline },
};

void
keys_bind(void)
{
	char sequence[] = "\\eO?";

	rl_bind_key(CONTROL('S'), on_save);
	rl_bind_key(CONTROL('Q'), on_nothing);
	rl_bind_key(CONTROL('Z'), on_nothing);
	rl_bind_key(CONTROL('V'), on_nothing);
	for (size_t i = 0; i < NELEM(bound); i++)
		rl_bind_keyseq(bound[i].sequence, bound[i].f);
	for (char c = 'j'; c <= 'y'; c++) {
		sequence[3] = c;
		if (keys_of_keypad(c) != '\0')
			rl_bind_keyseq(sequence, on_keypad);
	}
	for (int c = '0'; c <= '9'; c++)
		rl_bind_key_in_map(c, rl_insert, emacs_meta_keymap);
}
