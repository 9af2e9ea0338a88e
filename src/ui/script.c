/* A script: command lines, and after each the answers to what it asks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/ui.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ui/lines.h"
#include "ui/phrase.h"

#define COLS 80
#define SECONDS_MAX ((uint64_t)10 * 366 * 86400)

struct script {
	struct io io; /* first: io_ops get it */
	struct script_options o;
	FILE *out;
	bool trial;
	struct lines in;
	const char *held; /* a line looked at and not taken, in `in` */
	bool told; /* an error has named its line */
};

static struct script *
of_io(struct io *io)
{
	return (struct script *)(void *)io;
}

/* The line at fault, for the error that names it. */
static unsigned
at_fault(struct script *s)
{
	s->told = true;
	return s->in.number;
}

/* The next line that says something, without taking it; *ret NULL at the
 * end. */
static int
peek(struct script *s, const char **ret, struct err *e)
{
	while (s->held == NULL) {
		const char *line;

		if (lines_next(&s->in, &line, e) != 0) {
			s->told = true;
			return -1;
		}
		if (line == NULL) {
			*ret = NULL;
			return 0;
		}
		if (line[strspn(line, " \t")] != '\0' && line[0] != '#')
			s->held = line;
	}
	*ret = s->held;
	return 0;
}

/* "> +SECONDS": whether it is that, and then done; refused elsewhere than in
 * a trial house. */
static int
move_clock(struct script *s, const char *answer, bool *ret_moved, struct err *e)
{
	uint64_t seconds;

	*ret_moved = false;
	if (answer[0] != '+' || !str_u64(answer + 1, UINT64_MAX, &seconds))
		return 0;
	if (!s->trial || s->o.clock == NULL)
		return err_set(e, ERR_USAGE,
			       "line %u: only a trial house's clock can be "
			       "moved by '%s'",
			       at_fault(s), answer);
	if (seconds > SECONDS_MAX)
		return err_set(e, ERR_USAGE,
			       "line %u: '%s' is too far, at most ten years",
			       at_fault(s), answer);
	clock_advance(s->o.clock, (int64_t)seconds);
	s->o.clock->quality = CLOCK_SET;
	*ret_moved = true;
	return 0;
}

/* Takes the next answer, which is cleaned. */
static int
take_answer(struct script *s, struct arena *a, const char *prompt,
	    const char **ret, struct err *e)
{
	const char *line, *answer;
	bool moved;

	do {
		if (peek(s, &line, e) != 0)
			return -1;
		if (line == NULL)
			return err_set(e, ERR_USAGE,
				       "the script lacks an answer to: %s",
				       prompt);
		if (line[0] != '>')
			return err_set(e, ERR_USAGE,
				       "line %u: the script lacks an answer "
				       "(a line that begins '> ') to: %s",
				       at_fault(s), prompt);
		answer = phrase_answer(a, line + 1);
		if (move_clock(s, answer, &moved, e) != 0)
			return -1;
		s->held = NULL;
	} while (moved);
	*ret = answer;
	return 0;
}

static void
show(struct script *s, const char *text)
{
	if (s->o.quiet)
		return;
	(void)!file_put(s->out, text, strlen(text));
}

/* The transcript of one question. */
static void
show_answer(struct script *s, struct arena *a, const char *prompt,
	    const char *answer)
{
	show(s,
	     arena_printf(a, "%s%s\n", phrase_prompt(a, prompt, NULL), answer));
}

static int
script_tell(struct io *io, const struct page *p, struct err *e)
{
	struct script *s = of_io(io);
	OWN(str_free) struct str text = { 0 };
	OWN(arena_free) struct arena a = { 0 };
	const char *right = NULL;

	if (s->o.quiet)
		return 0;
	if (p->news != NULL)
		return *p->news != '\0' ? io_say(io, p->news, e) : 0;
	if (s->o.clock != NULL)
		right = page_clock_text(&a, &p->clock,
					clock_mono_ms(s->o.clock),
					messages_get(s->o.m, "%s of %s"),
					messages_get(s->o.m, "ended at %s"),
					messages_get(s->o.m, "paused at %s"));
	page_render(&text, p, s->o.linear ? PAGE_LINEAR : PAGE_PLAIN, COLS, 0,
		    right);
	show(s, str_text(&text));
	return 0;
}

static int
script_say(struct io *io, const char *line, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)e;
	show(of_io(io), arena_printf(&a, "%s\n", utf8_clean(&a, line, true)));
	return 0;
}

/* The option whose word ANSWER is, or a USAGE that says which there are. */
static int
find_word(struct script *s, struct arena *a, const char *answer,
	  const struct io_option *o, size_t n, size_t *ret_i, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		if (!str_eq(answer, o[i].word))
			continue;
		if (!o[i].blocked) {
			*ret_i = i;
			return 0;
		}
		return err_set(e, ERR_USAGE, "line %u: '%s' is not open: %s",
			       at_fault(s), answer,
			       o[i].why != NULL ? o[i].why : "-");
	}
	return err_set(e, ERR_USAGE,
		       "line %u: '%s' is not one of the words that answer "
		       "this: %s",
		       at_fault(s), answer, phrase_list(a, o, n, true));
}

static int
script_choose(struct io *io, const char *prompt, const struct io_option *o,
	      size_t n, size_t dflt, size_t *ret_i, struct err *e)
{
	struct script *s = of_io(io);
	OWN(arena_free) struct arena a = { 0 };
	const char *answer;
	size_t i = dflt;

	if (take_answer(s, &a, prompt, &answer, e) != 0)
		return -1;
	if ((*answer != '\0' || dflt >= n) &&
	    find_word(s, &a, answer, o, n, &i, e) != 0)
		return -1;
	show(s, phrase_options(&a, o, n, COLS, true, s->o.linear));
	show_answer(s, &a, prompt, o[i].word);
	*ret_i = i;
	return 0;
}

static int
script_ask(struct io *io, struct arena *a, const char *prompt, const char *dflt,
	   const char **ret_line, struct err *e)
{
	struct script *s = of_io(io);
	const char *answer;

	if (take_answer(s, a, prompt, &answer, e) != 0)
		return -1;
	if (*answer == '\0' && dflt != NULL)
		answer = arena_strdup(a, dflt);
	show_answer(s, a, prompt, answer);
	*ret_line = answer;
	return 0;
}

/* Every answer is a line here. */
static int
script_ask_key(struct io *io, struct arena *a, const char *prompt,
	       const char *keys, const char **ret_line, struct err *e)
{
	(void)keys;
	return script_ask(io, a, prompt, NULL, ret_line, e);
}

static int
script_ask_secret(struct io *io, const char *prompt,
		  const struct io_secret *how, struct secret **ret,
		  struct err *e)
{
	struct script *s = of_io(io);

	/* Nothing is shown: a result may be going into a file. */
	(void)prompt;
	(void)how;
	return secret_from_fd(s->o.secrets, s->o.secrets_fd, ret, e);
}

/* Moves of the clock are made on the way; one that is refused waits for the
 * question that tells why. */
static int
script_more(struct io *io)
{
	struct script *s = of_io(io);
	OWN(arena_free) struct arena a = { 0 };
	const char *line;
	struct err e;
	bool moved;

	err_init(&e, NULL);
	for (;;) {
		if (peek(s, &line, &e) != 0 || line == NULL || line[0] != '>')
			return 0;
		if (move_clock(s, phrase_answer(&a, line + 1), &moved, &e) !=
			    0 || !moved)
			return 1;
		s->held = NULL;
	}
}

static void
script_speak(struct io *io, const struct messages *m)
{
	script_set_messages(of_io(io), m);
}

static const struct io_ops script_ops = {
	.tell = script_tell,
	.say = script_say,
	.choose = script_choose,
	.ask = script_ask,
	.ask_key = script_ask_key,
	.ask_secret = script_ask_secret,
	.more = script_more,
	.speak = script_speak,
};

int
script_new(int fd, const struct script_options *o, struct script **ret,
	   struct err *e)
{
	struct script *s;

	if (fd < 0)
		return err_set(e, ERR_FAILED, "there is no script to read");
	s = calloc(1, sizeof(*s));
	if (s == NULL)
		own_no_memory();
	s->io = (struct io){ .ops = &script_ops, .interactive = false };
	s->o = *o;
	s->out = o->out != NULL ? o->out : stdout;
	s->in.fd = fd;
	*ret = s;
	return 0;
}

void
script_free(struct script *s)
{
	if (s == NULL)
		return;
	lines_free(&s->in);
	free(s);
}

struct io *
script_io(struct script *s)
{
	return &s->io;
}

void
script_set_messages(struct script *s, const struct messages *m)
{
	s->o.m = m;
}

void
script_allow_clock(struct script *s, bool trial)
{
	s->trial = trial;
}

int
script_command(struct script *s, struct arena *a, const char **ret_line,
	       int *ret_lineno, struct err *e)
{
	const char *line;
	bool moved;

	for (;;) {
		if (peek(s, &line, e) != 0)
			return -1;
		if (line == NULL || line[0] != '>')
			break;
		if (move_clock(s, phrase_answer(a, line + 1), &moved, e) != 0)
			return -1;
		s->held = NULL;
		if (!moved)
			return err_set(e, ERR_USAGE,
				       "line %u: nothing was asked that "
				       "'%s' could answer",
				       at_fault(s), line);
	}
	*ret_line = line != NULL ? phrase_answer(a, line) : NULL;
	*ret_lineno = (int)s->in.number;
	s->held = NULL;
	return 0;
}

bool
script_told_line(const struct script *s)
{
	return s->told;
}
