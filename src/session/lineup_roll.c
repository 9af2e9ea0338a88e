/* The roll: who is here, late or off, in a few keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <string.h>

#include "base/utf8.h"

enum { SPELL_OUT = 12 };

/* ---- what is typed ---- */

/* What the numbers of a line mean until another word is said. */
enum mode { MODE_NONE, MODE_HERE, MODE_LATE, MODE_OFF, MODE_BUT };

struct reading_roll {
	struct lineup *l;
	enum mode mode;
	bool any;            /* a number was said */
	enum attend *attend; /* what becomes of each */
	bool *but;           /* "all but": these not */
	bool *said;          /* in this line */
};

static int
bad_number(const struct lineup *l, const char *word, struct err *e)
{
	return err_set(e, ERR_USAGE,
		       "'%s' is no number of this roll: 1 to %zu", word,
		       l->s->nroster);
}

static void
mark(struct reading_roll *r, size_t row)
{
	static const enum attend meant[] = {
		[MODE_HERE] = ATTEND_HERE,
		[MODE_LATE] = ATTEND_LATE,
		[MODE_OFF] = ATTEND_OFF,
	};

	r->any = true;
	if (r->mode == MODE_BUT) {
		r->but[row] = true;
	} else {
		r->attend[row] = meant[r->mode];
		r->said[row] = true;
	}
}

/* "7" or "1-6". */
static int
take_range(struct reading_roll *r, const char *word, struct err *e)
{
	const char *dash = strchr(word, '-');
	const char *first = word;
	uint64_t from, to;

	if (r->mode == MODE_NONE && !r->l->io->interactive)
		return err_set(e, ERR_USAGE,
			       "'%s' alone says nothing: who is here is "
			       "'here 1-6 8 late 7 off 5'", word);
	if (r->mode == MODE_NONE)
		r->mode = MODE_HERE;
	if (dash != NULL)
		first = arena_strndup(r->l->a, word, (size_t)(dash - word));
	if (!str_u64(first, r->l->s->nroster, &from) || from == 0)
		return bad_number(r->l, word, e);
	to = from;
	if (dash != NULL &&
	    (!str_u64(dash + 1, r->l->s->nroster, &to) || to == 0))
		return bad_number(r->l, word, e);
	if (to < from)
		return err_set(e, ERR_USAGE,
			       "'%s' runs backwards: write the smaller number "
			       "first", word);
	for (; from <= to; from++)
		mark(r, (size_t)from - 1);
	return 0;
}

static bool
mode_word(const char *word, enum mode *ret)
{
	static const struct { const char *word; enum mode mode; } v[] = {
		{ "here", MODE_HERE }, { "late", MODE_LATE },
		{ "off", MODE_OFF },
	};

	for (size_t i = 0; i < NELEM(v); i++) {
		if (str_eq(word, v[i].word)) {
			*ret = v[i].mode;
			return true;
		}
	}
	return false;
}

static int
take_word(struct reading_roll *r, const char *word, struct err *e)
{
	const char *typed = word, *rest;
	char key;

	if (mode_word(word, &r->mode))
		return 0;
	if (word[0] == '-' && r->l->io->interactive) {
		r->mode = MODE_BUT;
		word++;
	}
	key = lineup_key(word, &rest);
	if (key == 'l' || key == 'o') {
		r->mode = key == 'l' ? MODE_LATE : MODE_OFF;
		word = rest;
		if (*word == '\0')
			return 0; /* "L 7" */
	}
	if (*word >= '0' && *word <= '9')
		return take_range(r, word, e);
	return err_set(e, ERR_USAGE,
		       "'%s' is not understood: say who is here, for example "
		       "'%s'", typed, r->l->io->interactive ? "1-6 8 L7 O5" :
		       "here 1-6 8 late 7 off 5");
}

/* "-7": everybody who is not named, and of whom nothing else was said. */
static void
all_but(struct reading_roll *r)
{
	for (size_t i = 0; i < r->l->s->nroster; i++) {
		enum attend *at = &r->attend[i];

		if (r->but[i] && !r->said[i] && *at == ATTEND_HERE)
			*at = ATTEND_UNSAID;
		else if (!r->but[i] && *at == ATTEND_UNSAID)
			*at = ATTEND_HERE;
	}
}

int
lineup_nobody(const struct lineup *l, struct err *e)
{
	return err_set(e, ERR_USAGE,
		       "nobody is here yet: say who is, for example '%s'",
		       l->io->interactive ? "1-6 8" : "here 1-6 8");
}

int
lineup_roll_line(struct lineup *l, const char *line, struct err *e)
{
	size_t n = l->s->nroster;
	struct reading_roll r = {
		.l = l,
		.attend = ARENA_ARRAY(l->a, enum attend, n + 1),
		.but = ARENA_ARRAY(l->a, bool, n + 1),
		.said = ARENA_ARRAY(l->a, bool, n + 1),
	};
	bool but = false;

	memcpy(r.attend, l->now.attend, n * sizeof(*r.attend));
	for (const char *s = line; *s != '\0';) {
		size_t len = strcspn(s, " ,;");

		if (len > 0 &&
		    take_word(&r, arena_strndup(l->a, s, len), e) != 0)
			return -1;
		but = but || r.mode == MODE_BUT;
		s += len + (s[len] != '\0');
	}
	if (!r.any)
		return err_set(e, ERR_USAGE,
			       "'%s' names nobody: for example '%s'", line,
			       l->io->interactive ? "L7" : "late 7");
	if (but)
		all_but(&r);
	lineup_remember(l, line);
	l->now.attend = r.attend;
	return 0;
}

void
lineup_leader_here(struct lineup *l)
{
	if (l->io->interactive && l->leader < l->s->nroster &&
	    l->now.attend[l->leader] == ATTEND_UNSAID)
		l->now.attend[l->leader] = ATTEND_HERE;
}

int
lineup_guest(struct lineup *l, const char *name, struct err *e)
{
	struct words *g = &l->now.guests;

	name += strspn(name, " ");
	if (*name == '\0')
		return err_set(e, ERR_USAGE,
			       "a guest needs a name: '+ Tom'");
	if (utf8_chars(name) > GUEST_CHARS)
		return err_set(e, ERR_USAGE,
			       "a guest's name has at most %d characters",
			       GUEST_CHARS);
	if (g->n >= GUESTS_MOST)
		return err_set(e, ERR_USAGE,
			       "at most %d guests can be counted",
			       GUESTS_MOST);
	lineup_remember(l, arena_printf(l->a, "+ %s", name));
	ARENA_PUSH(l->a, g->v, g->n, g->cap, arena_strdup(l->a, name));
	return 0;
}

/* ---- what is shown ---- */

/* "1-6 8" of those marked so; a short roll is spelt out. */
static const char *
numbers(const struct lineup *l, enum attend how, bool count)
{
	const enum attend *at = l->now.attend;
	OWN(str_free) struct str out = { 0 };
	size_t n = l->s->nroster, found = 0;

	for (size_t i = 0; i < n; i++) {
		size_t to = i;

		if (at[i] != how)
			continue;
		while (n > SPELL_OUT && to + 1 < n && at[to + 1] == how)
			to++;
		str_printf(&out, "%s%zu", out.n > 0 ? " " : "", i + 1);
		if (to > i)
			str_printf(&out, "%c%zu", to > i + 1 ? '-' : ' ',
				   to + 1);
		found += to - i + 1;
		i = to;
	}
	if (found == 0)
		return messages_get(lineup_m(l), "none");
	if (count)
		str_printf(&out, " (%zu)", found);
	return arena_strdup(l->a, str_text(&out));
}

/* One person: the coach of a new one is told where there is room. */
static void
roll_pick(struct lineup *l, struct page *p, size_t row)
{
	const struct roster_row *r = &l->s->roster[row];
	const struct messages *m = lineup_m(l);
	const char *brief = "", *note;

	if (row == l->leader)
		brief = messages_get(m, "leads");
	else if (r->is_new)
		brief = messages_get(m, "NEW");
	note = brief;
	if (row != l->leader && r->is_new && r->coach != NULL)
		note = arena_printf(l->a, messages_get(m, "NEW (coach: %s)"),
				    r->coach);
	page_pick(l->a, p, arena_printf(l->a, "%zu", row + 1),
		  lineup_name(l->s, row), note, brief);
}

static const char *
join(struct arena *a, const struct words *w)
{
	OWN(str_free) struct str out = { 0 };

	for (size_t i = 0; i < w->n; i++)
		str_printf(&out, "%s%s", i > 0 ? ", " : "", w->v[i]);
	return arena_strdup(a, str_text(&out));
}

void
lineup_roll_blocks(struct lineup *l, struct page *p)
{
	const struct messages *m = lineup_m(l);

	page_para(l->a, p,
		  arena_printf(l->a,
			       messages_get(m, "Stand together. Who is here?   "
					       "Leading: %s"),
			       lineup_name(l->s, l->leader)));
	page_gap(l->a, p);
	for (size_t i = 0; i < l->s->nroster; i++)
		roll_pick(l, p, i);
	page_gap(l->a, p);
	page_para(l->a, p,
		  arena_printf(l->a,
			       messages_get(m, "Here: %s   Late: %s   Off: %s"
					       "   Not said: %s"),
			       numbers(l, ATTEND_HERE, true),
			       numbers(l, ATTEND_LATE, false),
			       numbers(l, ATTEND_OFF, false),
			       numbers(l, ATTEND_UNSAID, false)));
	p->blocks[p->n - 1].essential = true;
	if (l->now.guests.n > 0)
		page_field(l->a, p, messages_get(m, "Guests"),
			   join(l->a, &l->now.guests));
}
