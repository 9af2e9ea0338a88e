/* The conversation at a terminal: pages, choices, lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <stdlib.h>
#include <string.h>

#include "base/layout.h"
#include "base/utf8.h"
#include "ui/phrase.h"

static struct ui *
of_io(struct io *io)
{
	return (struct ui *)(void *)io;
}

/* What keeps LINE from being an answer, in words; NULL: nothing. */
static const char *
what_is_wrong(const struct ui *u, const char *line)
{
	if (strlen(line) > ANSWER_MAX)
		return messages_get(u->o.m, "That was too long. Please again, "
					    "shorter.");
	if (!utf8_valid(line, strlen(line)) || !phrase_can_be_seen(line))
		return messages_get(u->o.m, "That holds a character that "
					    "cannot be seen. Please type it "
					    "again.");
	return NULL;
}

/* What was typed before the end of the page, by who saw what is wanted; NULL:
 * nothing. */
static const char *
take_ahead(struct ui *u, struct arena *a)
{
	const char *s = u->ahead != NULL ? arena_strdup(a, u->ahead) : NULL;

	free(u->ahead);
	u->ahead = NULL;
	return s;
}

enum typed
answer_read(struct ui *u, struct arena *a, const char *prompt,
	    const struct completer *c, const char **ret)
{
	const char *wrong;
	enum typed t;
	size_t before;
	char *line;

	take_ahead(u, a); /* it was for another question */
	for (;;) {
		before = u->screen.under.n;
		t = line_read(u, prompt, c, &line);
		if (t != TYPED_LINE)
			break;
		wrong = what_is_wrong(u, line);
		if (wrong == NULL)
			break;
		if (strlen(line) > ANSWER_MAX)
			screen_drop(u, before); /* it hides the page */
		free(line);
		screen_under(u, wrong);
	}
	u->explains = false;
	if (t != TYPED_LINE)
		return t;
	*ret = u->keys != NULL && str_eq(line, " ") ? " " :
						    phrase_answer(a, line);
	free(line);
	return TYPED_LINE;
}

/* ---- choosing ---- */

/* Whether ANSWER is WORD, in small or large letters. */
static bool
means(struct arena *a, const char *answer, const char *word)
{
	return word != NULL && str_eq(utf8_fold(a, answer), utf8_fold(a, word));
}

static bool
find(struct arena *a, const char *answer, const struct io_option *o, size_t n,
     size_t *ret_i)
{
	for (size_t i = 0; i < n; i++) {
		if (means(a, answer, phrase_key(a, o, i)) ||
		    means(a, answer, o[i].word) ||
		    means(a, answer, o[i].label)) {
			*ret_i = i;
			return true;
		}
	}
	return false;
}

/* Key, word or label, else what those keys are on a Latin keyboard. */
static bool
find_option(struct arena *a, const char *answer, const struct io_option *o,
	    size_t n, size_t *ret_i)
{
	const char key[] = { layout_key(answer), '\0' };
	char latin[80];

	if (find(a, answer, o, n, ret_i) ||
	    (*key != '\0' && find(a, key, o, n, ret_i)))
		return true;
	return layout_latin(answer, latin, sizeof(latin)) &&
	       find(a, latin, o, n, ret_i);
}

/* Columns of what may be a passphrase, typed at the wrong place. */
enum { LIKE_SECRET = 12 };

/* What is wrong with an answer that can't be taken, or what helps. */
static void
explain(struct ui *u, struct arena *a, const char *answer,
	const struct io_option *o, size_t n)
{
	const struct messages *m = u->o.m;
	const char *keys = phrase_list(a, o, n, false), *s;

	if (layout_key(answer) == '?')
		s = arena_printf(a,
				 messages_get(m, "Type one of these, then "
						 "Enter: %s. Words work too: "
						 "%s. 0 puts this away and "
						 "keeps your place."),
				 keys, phrase_list(a, o, n, true));
	else if (*answer == '\0' || utf8_width(answer) >= LIKE_SECRET)
		s = arena_printf(a,
				 messages_get(m, "Please choose: %s (0 puts "
						 "this away)"),
				 keys);
	else
		s = arena_printf(a,
				 messages_get(m, "\"%s\" is not one of these: "
						 "%s (0 puts this away)"),
				 answer, keys);
	screen_under(u, s);
}

static void
explain_blocked(struct ui *u, struct arena *a, const struct io_option *o)
{
	const char *s = o->why;

	if (s == NULL || *s == '\0')
		s = arena_printf(
			a, messages_get(u->o.m, "\"%s\" is not open now."),
			o->label != NULL ? o->label : o->word);
	screen_under(u, s);
}

/* The page above N lines of options, read first where they would push words
 * away. */
static int
make_way(struct ui *u, struct arena *a, size_t n, struct early *early,
	 struct err *e)
{
	enum onward how = ON_ANEW;

	while (how == ON_ANEW && !screen_has_room(u, u->screen.page, n)) {
		if (parts_wait(u, a, early, &how, e) != 0)
			return -1;
		if (how != ON_ANEW)
			screen_paint(u, n);
	}
	return 0;
}

/* *RET_TYPED not NULL: that was typed before the end of them. */
static int
show_options(struct ui *u, struct arena *a, const struct io_option *o, size_t n,
	     const char **ret_typed, struct err *e)
{
	struct early early = { 0 };
	enum onward how = ON_ANEW;
	size_t read = 0, lines;
	const char *s = "";

	while (how == ON_ANEW) {
		s = phrase_options(a, o, n, u->cols - 2, false, u->linear);
		lines = count_lines(s);
		if (lines == 0)
			return 0;
		if (read == 0 && make_way(u, a, lines + 1, &early, e) != 0)
			return -1;
		how = ON_ENTER;
		if (early.typed == NULL && !u->linear &&
		    lines > screen_talk_rows(u, 1) &&
		    parts_show(u, a, s, u->room - 1, &read, &early, &how,
			       e) != 0)
			return -1;
	}
	*ret_typed = early.typed;
	screen_under(u, arena_strndup(a, s, strlen(s) - 1));
	return 0;
}

/* What Enter is, if there is need to say: behind a question of its own that
 * it is Enter goes without saying, and would be a line more. */
static const char *
default_key(struct arena *a, const char *prompt, const struct io_option *o,
	    size_t n, size_t dflt)
{
	const char *key = dflt < n ? phrase_key(a, o, dflt) : NULL;

	return key != NULL && *prompt != '\0' && str_eq(key, "Enter") ? NULL :
									key;
}

static int
ui_choose(struct io *io, const char *prompt, const struct io_option *o,
	  size_t n, size_t dflt, size_t *ret_i, struct err *e)
{
	struct ui *u = of_io(io);
	OWN(arena_free) struct arena a = { 0 };
	const char *answer = take_ahead(u, &a), *asked;
	bool again;
	size_t i;

	if (answer == NULL && show_options(u, &a, o, n, &answer, e) != 0)
		return -1;
	asked = phrase_prompt(&a, prompt, default_key(&a, prompt, o, n, dflt));
	for (;;) {
		enum typed t = TYPED_LINE;

		u->explains = u->till_late = true;
		if (answer == NULL)
			t = answer_read(u, &a, asked, NULL, &answer);
		u->till_late = false;
		if (t == TYPED_LATE) {
			*ret_i = n;
			return 0;
		}
		if (t != TYPED_LINE)
			return err_cancel(e);
		i = dflt;
		if (*answer != '\0' && !find_option(&a, answer, o, n, &i)) {
			if (str_eq(answer, "0"))
				return err_cancel(e);
			i = n;
		}
		if (i < n && !o[i].blocked) {
			*ret_i = i;
			return 0;
		}
		if (i < n)
			explain_blocked(u, &a, &o[i]);
		else
			explain(u, &a, answer, o, n);
		again = layout_key(answer) == '?';
		answer = NULL;
		if (again && show_options(u, &a, o, n, &answer, e) != 0)
			return -1;
	}
}

static int
ui_ask(struct io *io, struct arena *a, const char *prompt, const char *dflt,
       const char **ret_line, struct err *e)
{
	struct ui *u = of_io(io);
	const char *answer;

	if (answer_read(u, a, phrase_prompt(a, prompt, dflt), NULL, &answer) !=
	    TYPED_LINE)
		return err_cancel(e);
	if (*answer == '\0' && dflt != NULL)
		answer = arena_strdup(a, dflt);
	*ret_line = answer;
	return 0;
}

static int
ui_ask_key(struct io *io, struct arena *a, const char *prompt,
	   const char *keys, const char **ret_line, struct err *e)
{
	struct ui *u = of_io(io);
	int rc;

	u->keys = keys;
	u->explains = strchr(keys, '?') != NULL;
	rc = ui_ask(io, a, prompt, NULL, ret_line, e);
	u->keys = NULL;
	return rc;
}

/* ---- pages ---- */

static int
ui_tell(struct io *io, const struct page *p, struct err *e)
{
	struct ui *u = of_io(io);
	OWN(arena_free) struct arena a = { 0 };
	const char *typed = NULL;

	take_ahead(u, &a); /* it was for another page */
	if (parts_page(u, p, &a, &typed, e) != 0)
		return -1;
	if (typed != NULL && (u->ahead = strdup(typed)) == NULL)
		own_no_memory();
	return 0;
}

static int
ui_say(struct io *io, const char *line, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };

	/* Errors begin small: elsewhere something stands before them. */
	return parts_say(of_io(io), &a, utf8_capital(&a, line), e);
}

static void
ui_speak(struct io *io, const struct messages *m)
{
	ui_set_messages(of_io(io), m);
}

const struct io_ops ui_ops = {
	.tell = ui_tell,
	.say = ui_say,
	.choose = ui_choose,
	.ask = ui_ask,
	.ask_key = ui_ask_key,
	.ask_secret = ui_ask_secret,
	.speak = ui_speak,
};

int
ui_pause(struct ui *u, const struct page *page, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *answer;

	if (page != NULL && ui_tell(&u->io, page, e) != 0)
		return -1;
	if (answer_read(u, &a, messages_get(u->o.m, "Enter goes on: "), NULL,
			&answer) != TYPED_LINE)
		return err_cancel(e);
	return 0;
}

int
ui_command(struct ui *u, struct arena *a, const struct page *page,
	   const char *prompt, const struct completer *c, const char **ret_line,
	   struct err *e)
{
	const char *answer = take_ahead(u, a);
	enum typed t;

	if (page != NULL)
		answer = NULL; /* it was for another page */
	if (page == NULL)
		; /* what stands there stays */
	else if (screen_keeps_items(u, page, 1))
		screen_page(u, page);
	else if (parts_page(u, page, a, &answer, e) != 0)
		return -1;
	u->interrupted = 0;
	prompt = phrase_prompt(a, prompt, NULL);
	do {
		u->explains = true;
		t = answer != NULL ? TYPED_LINE :
				     answer_read(u, a, prompt, c, &answer);
	} while (t == TYPED_CANCEL && !u->hung_up && !u->idle);
	if (t == TYPED_CANCEL && u->idle)
		return err_cancel(e);
	if (t == TYPED_LINE && layout_key(answer) == '?')
		answer = "?";
	if (t == TYPED_LINE)
		callbacks_history_add(u, answer);
	*ret_line = t == TYPED_LINE ? answer : NULL;
	return 0;
}
