/* A drill as a conversation: from the first page to what comes next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/practice.h"

#include "base/str.h"
#include "session/practice_play.h"

size_t
practice_lang(const struct practice_setup *s, const char *lang)
{
	for (size_t i = 0; i < s->nlangs; i++)
		if (str_eq(s->langs[i], lang))
			return i;
	return 0;
}

/* ---- without a word: the choices are given ---- */

/* The open choices of the scene, for who gave too few or a wrong one. */
static const char *
open_ids(const struct play *p)
{
	const struct drill_node *n = play_node(p);
	const char *list = NULL;

	for (size_t i = 0; i < n->nchoices; i++)
		if (drill_open(p->s->drill, p->state, i))
			words_list_add(p->a, &list, n->choices[i].id);
	return list != NULL ? list : "-";
}

static int
take_given(struct play *p, const char *id, struct err *e)
{
	size_t scene = p->nmoves + 1, i;

	if (play_over(p))
		return err_set(e, ERR_USAGE, "the drill ended after %zu "
			       "choices, '%s' is one too many; leave it out",
			       p->nmoves, id);
	if (!play_find(p, id, &i))
		return err_set(e, ERR_USAGE, "scene %zu ('%s') has no choice "
			       "'%s'; open are: %s", scene, play_node(p)->id,
			       id, open_ids(p));
	if (!drill_open(p->s->drill, p->state, i))
		return err_set(e, ERR_USAGE, "the choice '%s' is not open in "
			       "scene %zu ('%s'); open are: %s", id, scene,
			       play_node(p)->id, open_ids(p));
	return play_take(p, i, 0, e);
}

static int
play_given(struct play *p, struct err *e)
{
	if (play_begin(p, p->s->seed, p->s->from, e) != 0)
		return -1;
	for (size_t i = 0; i < p->s->nchoices; i++)
		if (take_given(p, p->s->choices[i], e) != 0)
			return -1;
	if (!play_over(p))
		return err_set(e, ERR_USAGE, "the choices end before the "
			       "drill does: scene %zu ('%s') needs one of: "
			       "%s", p->nmoves + 1, play_node(p)->id,
			       open_ids(p));
	return 0;
}

/* ---- the beginning ---- */

static struct page *
first_page(struct play *p)
{
	const struct drill *d = p->s->drill;

	return play_page(p->a, p->s, p->lang, arena_printf(
		p->a, T(play_m(p), "DRILL  %s"),
		play_words(p->s, p->lang, d->title)));
}

static const char *const timer_words[TIMERS_COUNT] = {
	[TIMERS_OFF] = "off", [TIMERS_ON] = "on", [TIMERS_X2] = "x2",
	[TIMERS_X10] = "x10",
};

const char *
practice_timers_word(enum practice_timers t)
{
	return timer_words[t];
}

bool
practice_timers_parse(const char *s, enum practice_timers *ret)
{
	for (size_t i = 0; i < TIMERS_COUNT; i++) {
		if (!str_eq(s, timer_words[i]))
			continue;
		*ret = (enum practice_timers)i;
		return true;
	}
	return false;
}

static bool
has_timers(const struct drill *d)
{
	for (size_t i = 0; i < d->nnodes; i++)
		if (d->nodes[i].timer.seconds > 0)
			return true;
	return false;
}

/* What the clocks do now. */
static const char *
timers_said(const struct play *p)
{
	const struct messages *m = play_m(p);

	switch (p->timers) {
	case TIMERS_ON:
		return T(m, "In some scenes a clock runs.");
	case TIMERS_X2:
		return T(m, "In some scenes a clock runs, half as fast.");
	case TIMERS_X10:
		return T(m, "In some scenes a clock runs, ten times slower.");
	case TIMERS_OFF:
	case TIMERS_COUNT:
		break;
	}
	return T(m, "No clock runs.");
}

/* From as written to slower, to none, and round again. */
static enum practice_timers
slower(enum practice_timers t)
{
	return t == TIMERS_X10 ? TIMERS_OFF : (enum practice_timers)(t + 1);
}

static int
introduce(struct play *p, struct err *e)
{
	const struct drill *d = p->s->drill;
	bool timers = has_timers(d);
	enum play_key key;

	do {
		struct page *page = first_page(p);

		if (d->goal != NULL)
			page_para(p->a, page,
				  play_words(p->s, p->lang, d->goal));
		page_gap(p->a, page);
		if (d->intro != NULL)
			page_para(p->a, page,
				  play_words(p->s, p->lang, d->intro));
		if (timers && p->io->interactive) {
			page_gap(p->a, page);
			page_para(p->a, page, timers_said(p));
		}
		page->keys = T(play_m(p), "1 (not at all) to 5 (quite "
					  "sure), or only Enter");
		if (timers)
			words_key(p->a, &page->keys,
				  T(play_m(p), "t another clock"));
		play_lang_key(p, &page->keys);
		words_key(p->a, &page->keys, T(play_m(p), "0 put away"));
		if (io_tell(p->io, page, e) != 0)
			return -1;
		if (!p->io->interactive)
			return 0;
		if (play_ask_sure(p, timers, &p->sure_before, &key, e) != 0)
			return -1;
		if (key == KEY_LANG)
			play_flip(p);
		if (key == KEY_TIMERS)
			p->timers = slower(p->timers);
	} while (key == KEY_LANG || key == KEY_TIMERS);
	return key == KEY_END ? err_cancel(e) : play_save(p, e);
}

/* P stands where the draft does. */
static int
ask_resume(struct play *p, bool *ret, struct err *e)
{
	const struct drill *d = p->s->drill;
	const struct messages *m = play_m(p);
	const struct io_option o[] = {
		{ .word = "on", .label = T(m, "Go on where you stopped") },
		{ .word = "anew", .label = T(m, "Start anew") },
	};
	struct page *page = first_page(p);
	size_t i;

	if (d->intro != NULL)
		page_para(p->a, page, play_words(p->s, p->lang, d->intro));
	page_gap(p->a, page);
	page_para(p->a, page, play_over(p) ?
		  T(m, "You have played this drill to its end. Only the "
		       "debrief is left; then it is recorded.") :
		  arena_printf(p->a, T(m, "You put this drill away at scene "
					  "%zu."), p->nmoves + 1));
	if (io_tell(p->io, page, e) != 0 ||
	    io_choose(p->io, T(m, "Your choice"), o, NELEM(o), 0, &i, e) != 0)
		return -1;
	*ret = i == 0;
	return 0;
}

/* Goes on with the draft, if there is one and that is wanted. */
static int
resume(struct play *p, bool *ret_on, struct err *e)
{
	struct play fresh = *p;
	struct play_draft d;

	*ret_on = false;
	if (!p->s->resume && (!p->io->interactive || p->s->before != NULL))
		return 0;
	if (play_load(p, &d, ret_on, e) != 0)
		return -1;
	if (!*ret_on && p->s->resume)
		return err_set(e, ERR_USAGE, "there is nothing to go on with "
			       "in the drill '%s'; start it without --resume",
			       p->s->drill->doc.id);
	if (!*ret_on)
		return 0;
	if (play_replay(p, &d, e) != 0 ||
	    (!p->s->resume && ask_resume(p, ret_on, e) != 0))
		return -1;
	if (!*ret_on)
		*p = fresh;
	return 0;
}

static int
begin(struct play *p, struct err *e)
{
	bool on = p->s->keep > 0;

	if (p->s->before != NULL)
		p->lang = practice_lang(p->s, p->s->before->lang);
	io_speak(p->io, play_m(p));
	if ((on ? play_again(p, e) : resume(p, &on, e)) != 0)
		return -1;
	if (!on && (play_begin(p, p->s->seed, p->s->from, e) != 0 ||
		    introduce(p, e) != 0))
		return -1;
	/* Reading it took time. */
	p->since_ms = p->clock_ms = clock_mono_ms(p->s->clock);
	return 0;
}

/* Whether the caller can record an attempt, and drops the draft with it. */
bool
play_can_be_recorded(const struct practice_setup *s)
{
	return s->report != NULL && s->report->complete &&
	       !s->report->score_loop;
}

static int
converse(struct play *p, struct practice_result *ret, struct err *e)
{
	struct practice_result r;
	bool undone;

	if (begin(p, e) != 0)
		return -1;
	do {
		while (!play_over(p))
			if (play_scene(p, e) != 0)
				return -1;
		if (play_end(p, &r, &undone, e) != 0)
			return -1;
	} while (undone);
	if (!play_can_be_recorded(p->s) && play_drop(p, e) != 0)
		return -1;
	*ret = r;
	return 0;
}

int
practice_run(struct io *io, struct arena *a, const struct practice_setup *s,
	     struct practice_result *ret, struct err *e)
{
	struct play p = { .io = io, .a = a, .s = s, .timers = s->timers };
	int rc;

	if (s->choices != NULL) {
		if (play_given(&p, e) != 0)
			return -1;
		play_result(&p, ret);
		return 0;
	}
	rc = converse(&p, ret, e);
	io_speak(io, s->m[0]); /* flipped or not */
	return rc;
}
