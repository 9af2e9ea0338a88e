/* What is typed on a page of the lineup: words in scripts, keys at a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <string.h>

#include "base/layout.h"
#include "base/utf8.h"

/* ---- keys ---- */

char
lineup_key(const char *s, const char **ret_rest)
{
	char c[5], key;
	uint32_t point;
	size_t n = utf8_next(s, &point);

	*ret_rest = s;
	if (*s == '\0' || n >= sizeof(c))
		return '\0';
	memcpy(c, s, n);
	c[n] = '\0';
	key = layout_key(c);
	if (key == '\0' || strchr("?ablpsuo", key) == NULL)
		return '\0';
	*ret_rest = s + n;
	return key;
}

void
lineup_remember(struct lineup *l, const char *what)
{
	struct undo *u = ARENA_NEW(l->a, struct undo);
	size_t n = l->s->nroster;

	u->before = l->undo;
	u->tally = l->now;
	u->tally.attend = ARENA_ARRAY(l->a, enum attend, n + 1);
	memcpy(u->tally.attend, l->now.attend,
	       n * sizeof(*l->now.attend));
	u->what = arena_strdup(l->a, what);
	l->undo = u;
}

/* ---- one thing each ---- */

static int
undo(struct lineup *l, enum outcome *ret, struct err *e)
{
	struct undo *u = l->undo;

	if (u == NULL)
		return err_set(e, ERR_USAGE,
			       "there is nothing to take back here");
	l->now = u->tally;
	l->undo = u->before;
	if (l->page >= lineup_pages(l, l->slot)) /* it held what is gone */
		lineup_turn(l, l->slot, lineup_pages(l, l->slot) - 1);
	l->said = arena_printf(l->a,
			       messages_get(lineup_m(l), "Taken back: %s"),
			       u->what);
	l->said_too = true;
	*ret = OUT_REDRAW;
	return 0;
}

static int
flip(struct lineup *l, enum outcome *ret, struct err *e)
{
	if (l->s->nlangs < 2)
		return err_set(e, ERR_USAGE,
			       "this house has one language only");
	l->lang = (l->lang + 1) % l->s->nlangs;
	io_speak(l->io, lineup_m(l));
	*ret = OUT_MOVED;
	return 0;
}

static int
back(struct lineup *l, enum outcome *ret, struct err *e)
{
	if (!lineup_back(l))
		return err_set(e, ERR_USAGE, "this is the first page");
	*ret = OUT_MOVED;
	return 0;
}

static int
shorten(struct lineup *l, const char *form, enum outcome *ret, struct err *e)
{
	uint64_t n;

	if (*form == '\0' && l->io->interactive) {
		*ret = OUT_FORM;
		return 0;
	}
	if (!str_u64(form, 10, &n) || !lineup_form(l, (unsigned)n))
		return err_set(e, ERR_USAGE, "'%s' is no form of a lineup: 10, "
			       "7 or 5 minutes", form);
	l->said = lineup_falls_away(l, (unsigned)n);
	l->said_too = true;
	*ret = OUT_MOVED;
	return 0;
}

/* "Time for this round" waits while a guest is at the desk. */
static int
pause(struct lineup *l, enum outcome *ret)
{
	const struct messages *m = lineup_m(l);

	lineup_pause(l, !l->paused);
	l->said = l->paused ? messages_get(m, "The clock stands still. Space "
					      "lets it run on.") :
			      messages_get(m, "The clock runs on.");
	l->said_too = true;
	*ret = OUT_REDRAW;
	return 0;
}

static int
park(struct lineup *l, const char *text, enum outcome *ret, struct err *e)
{
	struct words *w = &l->now.parked;
	const char *s = utf8_clean(l->a, text, false);

	if (*s == '\0' || str_eq(s, "-"))
		return err_set(e, ERR_USAGE,
			       "say what is to be parked: 'park towel "
			       "trolley'");
	if (utf8_chars(s) > PARKED_CHARS)
		return err_set(e, ERR_USAGE,
			       "park a word or two: at most %d characters",
			       PARKED_CHARS);
	if (w->n >= PARKED_MOST)
		return err_set(e, ERR_USAGE,
			       "%d words are parked already, that is enough "
			       "for one lineup", PARKED_MOST);
	lineup_remember(l, s);
	ARENA_PUSH(l->a, w->v, w->n, w->cap, s);
	*ret = l->slot == SLOT_CLOSE ? OUT_REDRAW : OUT_STAY;
	l->said = arena_printf(l->a, messages_get(lineup_m(l), "Parked: %s"),
			       s);
	return 0;
}

/* One more thing to be said today. */
static int
add_said(struct lineup *l, const char *text, enum outcome *ret, struct err *e)
{
	struct words *w = &l->now.added;
	const char *s = utf8_clean(l->a, text, false);

	if (*s == '\0' || str_eq(s, "-"))
		return err_set(e, ERR_USAGE, "say what is to be said: 'add "
			       "lift two is out'");
	if (utf8_chars(s) > ADDED_CHARS)
		return err_set(e, ERR_USAGE, "one short line each: at most %d "
			       "characters", ADDED_CHARS);
	if (l->now.added.n >= ADDED_MOST)
		return err_set(e, ERR_USAGE, "%d are said already: park it "
			       "instead, with p", ADDED_MOST);
	lineup_remember(l, s);
	ARENA_PUSH(l->a, w->v, w->n, w->cap, s);
	*ret = l->slot == SLOT_TODAY ? OUT_REDRAW : OUT_STAY;
	l->said = arena_printf(l->a, messages_get(lineup_m(l), "To be said "
							       "today: %s"),
			       s);
	return 0;
}

const char *
lineup_heard(struct lineup *l, unsigned mark)
{
	unsigned n = l->now.practice[mark];

	return arena_printf(l->a,
			    messages_nget(lineup_m(l), "%s: heard %u time",
					  "%s: heard %u times", n),
			    lineup_text(l, l->s->today->marks[mark]), n);
}

/* "1" or "1 3": each counts once. */
static int
heard(struct lineup *l, const char *marks, enum outcome *ret, struct err *e)
{
	unsigned more[PRACTICE_MARKS] = { 0 };
	uint64_t mark = 0;

	for (const char *s = marks; *s != '\0';) {
		size_t len = strcspn(s, " ,");
		const char *word = arena_strndup(l->a, s, len);

		if (len > 0 &&
		    (!str_u64(word, PRACTICE_MARKS, &mark) || mark == 0))
			break;
		if (len > 0)
			more[mark - 1]++;
		s += len + (s[len] != '\0');
		if (*s == '\0' && mark != 0) {
			lineup_remember(l, marks[1] != '\0' ? marks :
					lineup_text(l, l->s->today->
						    marks[mark - 1]));
			for (size_t i = 0; i < PRACTICE_MARKS; i++)
				if (l->now.practice[i] < COUNT_MOST)
					l->now.practice[i] += more[i];
			l->said = lineup_heard(l, (unsigned)mark - 1);
			*ret = l->slot == SLOT_PRACTICE ? OUT_REDRAW :
							  OUT_STAY;
			return 0;
		}
	}
	return err_set(e, ERR_USAGE,
		       "'%s' is none of the three things to listen for: 1, 2 "
		       "or 3", marks);
}

static int
recall(struct lineup *l, const char *count, enum outcome *ret, struct err *e)
{
	size_t of = lineup_in_room(l);
	const char *said;
	uint64_t n;

	if (!str_u64(count, of, &n))
		return err_set(e, ERR_USAGE,
			       "'%s' can't be: %zu are here, so 0 to %zu",
			       count, of, of);
	said = arena_printf(l->a,
			    messages_get(lineup_m(l), "%d of %d knew it."),
			    (int)n, (int)of);
	lineup_remember(l, said);
	l->now.recall_right = (int)n;
	l->now.recall_of = (int)of;
	l->said = said;
	*ret = l->slot == SLOT_RECALL ? OUT_REDRAW : OUT_STAY;
	return 0;
}

/* A number alone is soon mistyped: whose it was is told, if it was one. */
static const char *
who_changed(struct lineup *l)
{
	const struct messages *m = lineup_m(l);
	const enum attend *was = l->undo->tally.attend, *is = l->now.attend;
	size_t who = 0, n = 0;

	for (size_t i = 0; i < l->s->nroster; i++) {
		if (is[i] == was[i])
			continue;
		who = i;
		n++;
	}
	if (n != 1 || is[who] == ATTEND_UNSAID)
		return "";
	return arena_printf(l->a, is[who] == ATTEND_HERE ?
				  messages_get(m, "%s is here.") :
				  is[who] == ATTEND_LATE ?
				  messages_get(m, "%s came late.") :
				  messages_get(m, "%s is off."),
			    lineup_name(l->s, who));
}

static int
roll(struct lineup *l, const char *line, enum outcome *ret, struct err *e)
{
	const char *who;

	if (line[0] == '+' ? lineup_guest(l, line + 1, e) != 0 :
			     lineup_roll_line(l, line, e) != 0)
		return -1;
	l->said = arena_printf(l->a,
			       messages_get(lineup_m(l),
					    "Here %zu, late %zu, off %zu."),
			       lineup_count(l, ATTEND_HERE),
			       lineup_count(l, ATTEND_LATE),
			       lineup_count(l, ATTEND_OFF));
	who = who_changed(l);
	if (*who != '\0')
		l->said = arena_printf(l->a, "%s %s", who, l->said);
	*ret = l->slot == SLOT_ROLL || l->slot == SLOT_PRACTICE ? OUT_REDRAW :
								  OUT_STAY;
	return 0;
}

static int
enter(struct lineup *l, enum outcome *ret, struct err *e)
{
	if (lineup_in_room(l) + l->now.guests.n == 0)
		return lineup_nobody(l, e);
	if (l->slot == SLOT_ROLL)
		lineup_leader_here(l);
	lineup_advance(l);
	*ret = OUT_MOVED;
	return 0;
}

/* ---- which of them ---- */

/* A script that leaves the close with its last answer need not press Enter
 * before. */
static bool
sign_word(struct lineup *l, const char *line)
{
	static const char *const when[] = {
		[SIGN_NOW] = "now",
		[SIGN_LATER] = "later",
		[SIGN_NEVER] = "unsigned",
	};

	for (size_t i = 0; i < NELEM(when); i++) {
		if (l->slot != SLOT_CLOSE || !str_eq(line, when[i]))
			continue;
		l->answered = true;
		l->signs = (enum sign_when)i;
		return true;
	}
	return false;
}

/* Words that scripts say and people may. *RET_FOUND false: it is none. */
static int
answer_word(struct lineup *l, const char *line, enum outcome *ret,
	    bool *ret_found, struct err *e)
{
	size_t len = strcspn(line, " ");
	const char *word = arena_strndup(l->a, line, len);
	const char *rest = line + len + strspn(line + len, " ");

	*ret_found = true;
	if (str_eq(word, "heard"))
		return heard(l, rest, ret, e);
	if (str_eq(word, "recall"))
		return recall(l, rest, ret, e);
	if (str_eq(word, "park"))
		return park(l, rest, ret, e);
	if (str_eq(word, "add"))
		return add_said(l, rest, ret, e);
	if (str_eq(word, "short"))
		return shorten(l, rest, ret, e);
	if (str_eq(word, "here") || str_eq(word, "late") ||
	    str_eq(word, "off") || line[0] == '+')
		return roll(l, line, ret, e);
	if (sign_word(l, line))
		return enter(l, ret, e);
	*ret_found = false;
	return 0;
}

static int
answer_key(struct lineup *l, const char *line, enum outcome *ret,
	   bool *ret_found, struct err *e)
{
	const char *rest;
	char key = lineup_key(line, &rest);
	bool alone = *rest == '\0', spaced = *rest == ' ';
	bool typed = l->io->interactive;

	rest += strspn(rest, " ");
	*ret_found = true;
	if (key == 'b' && alone)
		return back(l, ret, e);
	if (key == 'l' && alone)
		return flip(l, ret, e);
	if (key == 'u' && alone)
		return undo(l, ret, e);
	if (key == '?' && alone) {
		l->said = lineup_help(l);
		*ret = OUT_STAY;
		return 0;
	}
	if (key == 'p' && typed && alone) {
		*ret = OUT_PARK;
		return 0;
	}
	if (key == 'p' && typed && spaced)
		return park(l, rest, ret, e);
	if (key == 'a' && typed && alone) {
		*ret = OUT_ADD;
		return 0;
	}
	if (key == 'a' && typed && spaced)
		return add_said(l, rest, ret, e);
	if (key == 's' && typed && (alone || (*rest >= '0' && *rest <= '9')))
		return shorten(l, rest, ret, e);
	if ((key == 'l' || key == 'o') && *rest >= '0' && *rest <= '9')
		return roll(l, line, ret, e);
	*ret_found = false;
	return 0;
}

/* At a terminal a bare number is what the page asks for. */
static int
answer_digits(struct lineup *l, const char *line, enum outcome *ret,
	      bool *ret_found, struct err *e)
{
	*ret_found = false;
	if (!l->io->interactive || *line < '0' || *line > '9')
		return 0;
	*ret_found = true;
	if (l->slot == SLOT_RECALL)
		return recall(l, line, ret, e);
	if (str_eq(line, "0"))
		return err_cancel(e);
	if (l->slot == SLOT_PRACTICE)
		return heard(l, line, ret, e);
	*ret_found = false;
	return 0;
}

int
lineup_answer(struct lineup *l, const char *line, enum outcome *ret,
	      struct err *e)
{
	bool found;

	l->said = NULL;
	l->said_too = false;
	if (*line == '\0')
		return enter(l, ret, e);
	if (str_eq(line, " "))
		return pause(l, ret);
	if (answer_word(l, line, ret, &found, e) != 0)
		return -1;
	if (!found && answer_key(l, line, ret, &found, e) != 0)
		return -1;
	if (!found && answer_digits(l, line, ret, &found, e) != 0)
		return -1;
	if (found)
		return 0;
	if (l->slot == SLOT_ROLL)
		return roll(l, line, ret, e);
	return err_set(e, ERR_USAGE,
		       "'%s' is not understood here: Enter goes on, ? shows "
		       "all keys", line);
}
