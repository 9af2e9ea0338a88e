/* A passphrase from the keyboard: nothing is shown, and its bytes go nowhere
 * but into the secret's own memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "ui/phrase.h"

#define ESCAPE '\033'
#define DELETE 0x7f
#define BACKSPACE 0x08
#define CTRL_D 0x04
#define CTRL_S 0x13
#define CTRL_U 0x15
#define KEY_MS 50 /* the bytes of an arrow key come together */

enum key { KEY_TEXT, KEY_ENTER, KEY_END, KEY_GONE };

struct typing {
	struct ui *u;
	char *p; /* the secret's bytes */
	size_t n;
	bool full;
};

/* What follows ESC is no text, but for the digits of a keypad in application
 * mode; arrows may be such digits without Num Lock. */
static char
read_sequence(struct typing *t)
{
	struct pollfd f = { .fd = STDIN_FILENO, .events = POLLIN };
	char first = '\0', c = '\0';

	if (poll(&f, 1, KEY_MS) != 1 || read(f.fd, &first, 1) != 1 ||
	    (first != '[' && first != 'O'))
		return '\0';
	do {
		if (poll(&f, 1, KEY_MS) != 1 || read(f.fd, &c, 1) != 1)
			return '\0';
	} while (c < '@' || c > '~');
	if (c == '[' && poll(&f, 1, KEY_MS) == 1) /* F1 of a Linux console */
		(void)!read(f.fd, &c, 1);
	else if (first == 'O' && c == 'M')
		return '\r';
	else if (first == 'O' && keys_of_keypad(c) != '\0')
		return keys_of_keypad(c);
	else if (strchr("ABCDEFGH", c) != NULL && !t->u->num_lock_told) {
		t->u->num_lock_told = true;
		keys_tell(t->u, KEYS_NUM_LOCK);
	}
	return '\0';
}

static void
wipe(struct typing *t, size_t from)
{
	explicit_bzero(t->p + from, t->n - from + 1);
	t->n = from;
}

/* Back by one character, not by one byte. */
static void
go_back(struct typing *t)
{
	size_t n = t->n;

	while (n > 0 && ((unsigned char)t->p[n - 1] & 0xc0) == 0x80)
		n--;
	wipe(t, n > 0 ? n - 1 : 0);
}

/* Reads one byte to its place and looks what it is. */
static enum key
take_key(struct typing *t)
{
	char *c = t->p + t->n;
	ssize_t got = read(STDIN_FILENO, c, 1);

	if (got != 1)
		return KEY_GONE;
	if (*c == ESCAPE)
		*c = read_sequence(t);
	switch (*c) {
	case '\r':
	case '\n': return KEY_ENTER;
	case CTRL_D: return t->n == 0 ? KEY_END : KEY_TEXT;
	case DELETE:
	case BACKSPACE: go_back(t); return KEY_TEXT;
	case CTRL_U:
		wipe(t, 0);
		t->full = false;
		return KEY_TEXT;
	case CTRL_S: keys_tell(t->u, KEYS_SAVED); return KEY_TEXT;
	default: break;
	}
	if ((unsigned char)*c < 0x20)
		return KEY_TEXT;
	if (t->n < SECRET_BYTES)
		t->n++;
	else
		t->full = true;
	return KEY_TEXT;
}

/* What kinds of letters came, for a keyboard tells nobody its layout. */
static const char *
letters(const struct typing *t, const struct messages *m)
{
	bool russian = false, latin = false, small = false;
	size_t capitals = 0, len;
	uint32_t c = 0;

	for (size_t i = 0; i < t->n; i += len) {
		len = utf8_next(t->p + i, &c);
		russian |= c >= 0x400 && c < 0x500;
		latin |= (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		small |= (c >= 'a' && c <= 'z') || (c >= 0x430 && c < 0x460);
		capitals += (c >= 'A' && c <= 'Z') || (c >= 0x400 && c < 0x430);
	}
	explicit_bzero(&c, sizeof(c));
	if (russian && capitals > 1 && !small)
		return messages_get(m, "(these are Russian letters, capitals "
				       "only)");
	if (capitals > 1 && !small)
		return messages_get(m, "(these are capitals only)");
	if (russian && latin)
		return messages_get(m, "(these are Russian and Latin "
				       "letters)");
	if (russian)
		return messages_get(m, "(these are Russian letters)");
	if (latin && str_eq(messages_lang(m), "ru"))
		return messages_get(m, "(these are Latin letters)");
	return "";
}

/* Nothing of the line is to be seen but its prompt. */
static void
hide_prompt(struct ui *u)
{
	put_text(u->linear ? "\n" : "\r\033[K");
}

static void
show_prompt(struct ui *u)
{
	put_text(u->prompt);
}

static enum key
type(struct typing *t)
{
	enum key k = KEY_TEXT;

	while (k == KEY_TEXT) {
		switch (ui_wait(t->u)) {
		case WAKE_INPUT: k = take_key(t); break;
		case WAKE_RESIZED: break; /* no passphrase ends so */
		case WAKE_INTERRUPT:
		case WAKE_IDLE: return KEY_END;
		case WAKE_HANG_UP: return KEY_GONE;
		}
	}
	return k;
}

/* One passphrase into S. */
static enum key
read_secret(struct ui *u, struct secret *s, const char *prompt, bool *ret_full)
{
	struct typing t = { .u = u, .p = u->o.secrets->bytes(s) };
	OWN(arena_free) struct arena a = { 0 };
	const char *hint = "";
	enum key k;

	screen_make_room(u, 1);
	u->touched_ms = clock_mono_ms(u->o.clock);
	u->warned = u->idle = u->num_lock_told = false;
	u->prompt = prompt;
	u->hide = hide_prompt;
	u->show = show_prompt;
	put_text(prompt);
	k = type(&t);
	u->hide = u->show = NULL;
	u->prompt = NULL;
	if (k == KEY_GONE)
		u->hung_up = 1;
	if (k == KEY_ENTER) {
		t.p[t.n] = '\0';
		hint = letters(&t, u->o.m);
		u->o.secrets->set_length(s, t.n);
	}
	*ret_full = t.full;
	put_text(arena_printf(&a, "%s\n", hint));
	screen_used(u, arena_printf(&a, "%s%s", prompt, hint));
	return k;
}

int
ui_ask_secret(struct io *io, const char *prompt, struct secret **ret,
	      struct err *e)
{
	struct ui *u = (struct ui *)(void *)io;
	OWN(arena_free) struct arena a = { 0 };
	struct secret *s;
	bool full = false;
	enum key k;

	if (u->o.secrets_fd >= 0 || u->o.secrets == NULL)
		return secret_from_fd(u->o.secrets, u->o.secrets_fd, ret, e);
	if (u->hung_up)
		return err_cancel(e);
	prompt = line_lead(u, &a, phrase_prompt(&a, prompt, NULL));
	s = u->o.secrets->make(SECRET_BYTES + 2);
	for (;;) {
		k = read_secret(u, s, prompt, &full);
		if (k != KEY_ENTER || !full)
			break;
		screen_under(u, messages_get(u->o.m, "That was too long. "
						     "Please again."));
	}
	/* "0" puts away as everywhere; no passphrase is as short */
	if (k != KEY_ENTER || str_eq(u->o.secrets->bytes(s), "0")) {
		u->o.secrets->free(s);
		return err_cancel(e);
	}
	*ret = s;
	return 0;
}
