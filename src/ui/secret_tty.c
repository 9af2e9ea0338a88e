/* A passphrase from the keyboard: nothing is shown, and its bytes go nowhere
 * but into the secret's own memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "model/passphrase.h"
#include "ui/phrase.h"

#define T(m, s) messages_get((m), (s))

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
	bool seen;   /* it is shown as it comes */
	size_t shown; /* so much of it, where lines are not drawn again */
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

/* What is typed, as much of its end as finds room behind the prompt; written
 * from where it lies, so that no copy is left in a buffer. */
static void
show_typed(struct typing *t)
{
	size_t used = utf8_width(t->u->prompt) + 1, from;
	size_t room = t->u->cols > used ? t->u->cols - used : 0;
	uint32_t c = 0;

	t->p[t->n] = '\0';
	if (!utf8_valid(t->p, t->n) || !utf8_printable(t->p, t->n, false))
		return; /* half a character, as yet */
	if (t->u->linear) {
		if (t->n > t->shown)
			(void)!write(STDOUT_FILENO, t->p + t->shown,
				     t->n - t->shown);
		t->shown = t->n;
		return;
	}
	/* a character has at most four bytes: what lies before is not seen */
	for (from = t->n > 4 * room ? t->n - 4 * room : 0;
	     ((unsigned char)t->p[from] & 0xc0) == 0x80; from++)
		;
	while (utf8_width(t->p + from) > room)
		from += utf8_next(t->p + from, &c);
	explicit_bzero(&c, sizeof(c));
	hide_prompt(t->u);
	show_prompt(t->u);
	(void)!write(STDOUT_FILENO, t->p + from, t->n - from);
}

static enum key
type(struct typing *t)
{
	enum key k = KEY_TEXT;

	while (k == KEY_TEXT) {
		switch (ui_wait(t->u)) {
		case WAKE_INPUT: k = take_key(t); break;
		case WAKE_RESIZED:
		case WAKE_LATE: break; /* no passphrase ends so */
		case WAKE_INTERRUPT:
		case WAKE_IDLE: return KEY_END;
		case WAKE_HANG_UP: return KEY_GONE;
		}
		if (k == KEY_TEXT && t->seen)
			show_typed(t);
	}
	return k;
}

/* A short answer is for us: no passphrase is as short. */
static bool
is_word(const char *typed, const struct io_secret *how)
{
	return str_eq(typed, "0") || str_eq(typed, "?") ||
	       ((how == NULL || !how->seen) &&
		(str_eq(typed, "s") || str_eq(typed, "\u044b")));
}

/* What is said behind it. */
static const char *
remark(const struct typing *t, const struct secret *s,
       const struct io_secret *how)
{
	const struct messages *m = t->u->o.m;
	enum letters came = passphrase_letters(t->p, t->n);

	if (t->full)
		return T(m, "That was too long. Please again.");
	if (is_word(t->p, how))
		return "";
	if (how != NULL && how->judge != NULL)
		return how->judge(how->ctx, s);
	if (passphrase_letters_usual(came, messages_lang(m)))
		return "";
	return messages_get(m, passphrase_letters_text(came));
}

/* HINT behind what was typed (TYPED bytes of it are to be seen), or below, as
 * a sentence, where it finds no room. */
static void
end_line(struct ui *u, const char *prompt, const char *hint, size_t typed)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *words = hint + strspn(hint, " ");
	bool beside = utf8_width(prompt) + typed + utf8_width(hint) <
		      u->cols;

	put_text(arena_printf(&a, "%s\n", beside ? hint : ""));
	screen_used(u, arena_printf(&a, "%s%s", prompt,
				    beside ? words : ""));
	if (!beside)
		screen_under(u, utf8_capital(&a, words));
}

/* One passphrase into S; *RET_AGAIN: it is none, as was said. */
static enum key
read_secret(struct ui *u, struct secret *s, const char *prompt,
	    const struct io_secret *how, bool *ret_again)
{
	struct typing t = { .u = u, .p = u->o.secrets->bytes(s),
			    .seen = u->seen || (how != NULL && how->seen) };
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
	if (k == KEY_GONE)
		u->hung_up = 1;
	if (k == KEY_ENTER) {
		t.p[t.n] = '\0';
		u->o.secrets->set_length(s, t.n);
		hint = remark(&t, s, how);
	}
	/* A number pad without Num Lock is no wrong try. */
	*ret_again = t.full || (u->num_lock_told && t.n == 0);
	if (t.seen && !u->linear && (how == NULL || !how->seen)) {
		hide_prompt(u); /* nobody is to find it there later */
		show_prompt(u);
	} else if (t.seen && t.n > 0 && *hint != '\0') {
		hint = arena_printf(&a, "  %s", hint);
	}
	u->prompt = NULL;
	end_line(u, prompt, hint,
		 t.seen && (u->linear || (how != NULL && how->seen)) ? t.n : 0);
	return k;
}

/* Whether it was one of our words, and what it does; "0" ends. */
static bool
obey(struct ui *u, const char *typed, const struct io_secret *how)
{
	const struct messages *m = u->o.m;

	if (!is_word(typed, how) || str_eq(typed, "0"))
		return false;
	if (how != NULL && how->seen) {
		screen_under(u, T(m, "Type it, then Enter. 0 puts this "
				     "away."));
		return true;
	}
	if (!str_eq(typed, "?"))
		u->seen = !u->seen;
	screen_under(u, str_eq(typed, "?") ?
		     T(m, "Type your passphrase, then Enter. s and Enter shows "
			  "what you type, 0 puts this away.") :
		     u->seen ? T(m, "What you type is shown now, until Enter. s "
				    "hides it again.") :
			       T(m, "What you type is hidden again."));
	return true;
}

int
ui_ask_secret(struct io *io, const char *prompt, const struct io_secret *how,
	      struct secret **ret, struct err *e)
{
	struct ui *u = (struct ui *)(void *)io;
	OWN(arena_free) struct arena a = { 0 };
	struct secret *s;
	bool again = false;
	enum key k;

	if (u->o.secrets_fd >= 0 || u->o.secrets == NULL)
		return secret_from_fd(u->o.secrets, u->o.secrets_fd, ret, e);
	if (u->hung_up)
		return err_cancel(e);
	free(u->ahead); /* it was for another question */
	u->ahead = NULL;
	prompt = line_lead(u, &a, phrase_prompt(&a, prompt, NULL));
	s = u->o.secrets->make(SECRET_BYTES + 2);
	for (;;) {
		k = read_secret(u, s, prompt, how, &again);
		if (k != KEY_ENTER ||
		    (!again && !obey(u, u->o.secrets->bytes(s), how)))
			break;
	}
	/* "0" puts away as everywhere */
	if (k != KEY_ENTER || str_eq(u->o.secrets->bytes(s), "0")) {
		u->o.secrets->free(s);
		return err_cancel(e);
	}
	*ret = s;
	return 0;
}
