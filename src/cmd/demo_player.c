/* A player: answers a conversation from a list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/demo.h"

#include <string.h>

#include "base/str.h"
#include "ui/phrase.h"

static struct player *
of(struct io *io)
{
	return (struct player *)io; /* io is the first member */
}

static const char *
next_answer(struct player *p)
{
	return p->next < p->n ? p->answers[p->next++] : "";
}

/* "PROMPT answer", as it would stand on a screen. */
static int
show_answer(struct player *p, const char *prompt, const char *answer,
	    struct err *e)
{
	if (p->show == NULL || *prompt == '\0')
		return 0;
	return io_say(p->show,
		      arena_printf(p->a, "%s%s",
				   phrase_prompt(p->a, prompt, NULL), answer),
		      e);
}

static int
player_tell(struct io *io, const struct page *page, struct err *e)
{
	struct player *p = of(io);

	return p->show == NULL ? 0 : io_tell(p->show, page, e);
}

static int
player_say(struct io *io, const char *line, struct err *e)
{
	struct player *p = of(io);

	return p->show == NULL ? 0 : io_say(p->show, line, e);
}

/* The option that is wanted next, if it is among these; else the default. */
static size_t
wanted(struct player *p, const struct io_option *o, size_t n, size_t dflt)
{
	for (size_t i = 0; p->nextchoice < p->nchoices && i < n; i++)
		if (str_eq(o[i].word, p->choices[p->nextchoice])) {
			p->nextchoice++;
			return i;
		}
	return dflt;
}

static int
player_choose(struct io *io, const char *prompt, const struct io_option *o,
	      size_t n, size_t dflt, size_t *ret_i, struct err *e)
{
	struct player *p = of(io);
	size_t i = wanted(p, o, n, dflt);

	if (i >= n)
		return err_set(e, ERR_USAGE, "the script lacks an answer to: "
			       "%s", prompt);
	*ret_i = i;
	return show_answer(p, prompt, o[i].label != NULL ? o[i].label :
			   o[i].word, e);
}

static int
player_ask(struct io *io, struct arena *a, const char *prompt,
	   const char *dflt, const char **ret, struct err *e)
{
	struct player *p = of(io);
	const char *s = next_answer(p);

	if (p->clock != NULL)
		clock_advance(p->clock, p->pace);
	if (*s == '\0' && dflt != NULL)
		s = dflt;
	*ret = arena_strdup(a, s);
	return *s == '\0' ? 0 : show_answer(p, prompt, s, e);
}

static int
player_ask_key(struct io *io, struct arena *a, const char *prompt,
	       const char *keys, const char **ret, struct err *e)
{
	(void)keys;
	return player_ask(io, a, prompt, NULL, ret, e);
}

static int
player_ask_secret(struct io *io, const char *prompt,
		  const struct io_secret *how, struct secret **ret,
		  struct err *e)
{
	struct player *p = of(io);
	const char *s;

	if (p->nextsecret >= p->nsecrets)
		return err_set(e, ERR_USAGE, "the script lacks an answer to: "
			       "%s", prompt);
	s = p->secrets[p->nextsecret++];
	(void)how;
	*ret = secret_new(SECRET_MAX);
	secret_set(*ret, s, strlen(s));
	return show_answer(p, prompt, "", e);
}

static int
player_more(struct io *io)
{
	struct player *p = of(io);

	return p->next < p->n;
}

static void
player_speak(struct io *io, const struct messages *m)
{
	if (of(io)->show != NULL)
		io_speak(of(io)->show, m);
}

static const struct io_ops player_ops = {
	.tell = player_tell,
	.say = player_say,
	.choose = player_choose,
	.ask = player_ask,
	.ask_key = player_ask_key,
	.ask_secret = player_ask_secret,
	.more = player_more,
	.speak = player_speak,
};

void
player_init(struct player *p, struct arena *a, struct io *show)
{
	memset(p, 0, sizeof(*p));
	p->io.ops = &player_ops;
	p->a = a;
	p->show = show;
}

void
player_answer(struct player *p, const char *answer)
{
	ARENA_PUSH(p->a, p->answers, p->n, p->cap, answer);
}

void
player_choice(struct player *p, const char *word)
{
	ARENA_PUSH(p->a, p->choices, p->nchoices, p->capchoices, word);
}

void
player_forget(struct player *p)
{
	p->next = p->n;
	p->nextchoice = p->nchoices;
}

void
player_secret(struct player *p, const char *secret)
{
	ARENA_PUSH(p->a, p->secrets, p->nsecrets, p->capsecrets, secret);
}
