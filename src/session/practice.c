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

/* Enter, or 0, which *ret_end tells. */
static int
wait_enter(struct play *p, bool *ret_end, struct err *e)
{
	const char *line;

	*ret_end = false;
	if (!p->io->interactive)
		return 0;
	if (io_ask(p->io, p->a, T(play_m(p), "Enter goes on"), NULL, &line,
		   e) != 0)
		return -1;
	*ret_end = str_eq(line, "0");
	return 0;
}

/* How sure somebody is, 1 to 5; Enter says nothing, 0 is *ret_away. */
static int
ask_sure(struct play *p, const char *prompt, int *ret, bool *ret_away,
	 struct err *e)
{
	const char *line;

	*ret_away = false;
	for (;;) {
		if (io_ask(p->io, p->a, prompt, NULL, &line, e) != 0)
			return -1;
		if (*line == '\0' || play_sure(line, true, ret))
			return 0;
		*ret_away = str_eq(line, "0");
		if (*ret_away)
			return 0;
		if (io_say(p->io, T(play_m(p), "A number from 1 (not at all) "
					       "to 5 (quite sure), or Enter "
					       "for no answer."), e) != 0)
			return -1;
	}
}

static int
introduce(struct play *p, struct err *e)
{
	const struct drill *d = p->s->drill;
	const struct messages *m = play_m(p);
	struct page *page = play_page(p->a, p->s, p->lang, arena_printf(
		p->a, T(m, "DRILL  %s"),
		play_words(p->s, p->lang, d->title)));
	bool away;

	if (d->goal != NULL)
		page_para(p->a, page, play_words(p->s, p->lang, d->goal));
	page_gap(p->a, page);
	if (d->intro != NULL)
		page_para(p->a, page, play_words(p->s, p->lang, d->intro));
	page->keys = T(m, "1 to 5, or only Enter   0 put away");
	if (io_tell(p->io, page, e) != 0)
		return -1;
	if (!p->io->interactive)
		return 0;
	if (ask_sure(p, T(m, "How sure would you be with a real guest, 1 to "
			     "5?"), &p->sure_before, &away, e) != 0)
		return -1;
	return away ? err_cancel(e) : play_save(p, e);
}

static int
ask_resume(struct play *p, const struct play_draft *d, bool *ret,
	   struct err *e)
{
	const struct messages *m = play_m(p);
	const struct io_option o[] = {
		{ .word = "on", .label = T(m, "Go on where you stopped") },
		{ .word = "anew", .label = T(m, "Start anew") },
	};
	struct page *page = play_page(p->a, p->s, p->lang, arena_printf(
		p->a, T(m, "DRILL  %s"),
		play_words(p->s, p->lang, p->s->drill->title)));
	size_t i;

	page_para(p->a, page,
		  arena_printf(p->a, T(m, "You put this drill away at scene "
					  "%zu."), d->n + 1));
	if (io_tell(p->io, page, e) != 0 ||
	    io_choose(p->io, T(m, "Your choice"), o, NELEM(o), 0, &i, e) != 0)
		return -1;
	*ret = i == 0;
	return 0;
}

/* Where the draft stands, or the start. */
static int
begin(struct play *p, struct err *e)
{
	struct play_draft d;
	bool on = false;

	if ((p->s->resume || p->io->interactive) &&
	    play_load(p, &d, &on, e) != 0)
		return -1;
	if (on && !p->s->resume && ask_resume(p, &d, &on, e) != 0)
		return -1;
	if (on)
		return play_replay(p, &d, e);
	if (play_begin(p, p->s->seed, p->s->from, e) != 0 ||
	    introduce(p, e) != 0)
		return -1;
	p->since_ms = clock_mono_ms(p->s->clock); /* reading it took time */
	return 0;
}

/* ---- the end ---- */

static int
show_end(struct play *p, bool *ret_end, struct err *e)
{
	const struct messages *m = play_m(p);
	struct page *page = play_page(p->a, p->s, p->lang, arena_printf(
		p->a, T(m, "DRILL  %s   the end"),
		play_words(p->s, p->lang, p->s->drill->title)));

	play_says(p, page);
	page->keys = T(m, "Enter goes on   0 to the end");
	p->note = NULL;
	if (io_tell(p->io, page, e) != 0)
		return -1;
	return wait_enter(p, ret_end, e);
}

static int
show_debrief(struct play *p, const struct practice_result *r, bool *ret_end,
	     struct err *e)
{
	struct page **v;
	size_t n = play_debrief(p, r, &v);

	for (size_t i = 0; i < n && !*ret_end; i++) {
		if (i + 1 == n)
			v[i]->keys = NULL;
		if (io_tell(p->io, v[i], e) != 0)
			return -1;
		if (i + 1 < n && wait_enter(p, ret_end, e) != 0)
			return -1;
	}
	return 0;
}

static int
ask_sure_after(struct play *p, bool *ret_end, struct err *e)
{
	const struct messages *m = play_m(p);
	const char *prompt;

	if (p->sure_after > 0)
		return 0;
	prompt = p->sure_before > 0 ?
		arena_printf(p->a, T(m, "How sure would you be with a real "
					"guest, 1 to 5? (before: %d)"),
			     p->sure_before) :
		T(m, "How sure would you be with a real guest, 1 to 5?");
	if (ask_sure(p, prompt, &p->sure_after, ret_end, e) != 0)
		return -1;
	return play_save(p, e);
}

static int
ask_next(struct play *p, struct practice_result *r, struct err *e)
{
	const struct messages *m = play_m(p);
	size_t pivot = play_pivot(r->moves, r->nmoves), n = 0, i;
	struct io_option o[3] = { 0 };

	if (pivot < r->nmoves) {
		o[n].word = "pivot";
		o[n++].label = arena_printf(
			p->a, T(m, "Again from scene %zu"), pivot + 1);
	}
	o[n].word = "start";
	o[n++].label = T(m, "Again from the start");
	o[n].word = "home";
	o[n].key = "0";
	o[n++].label = T(m, "Home");
	if (io_choose(p->io, T(m, "Then"), o, n, n - 1, &i, e) != 0)
		return -1;
	r->again = i + 1 < n;
	if (str_eq(o[i].word, "pivot"))
		r->again_from =
			p->s->drill->nodes[r->moves[pivot].node].id;
	return 0;
}

/* A script may say how sure it is, and need not. */
static int
script_sure(struct play *p, struct err *e)
{
	const char *line;

	if (!io_more(p->io))
		return 0;
	if (io_ask(p->io, p->a, T(play_m(p), "How sure would you be with a "
					     "real guest, 1 to 5?"),
		   NULL, &line, e) != 0)
		return -1;
	if (*line != '\0' && !play_sure(line, false, &p->sure_after))
		return err_set(e, ERR_USAGE, "the drill is over, '%s' answers "
			       "nothing; only 'sure 1' to 'sure 5' can stand "
			       "here", line);
	return 0;
}

static int
finish(struct play *p, struct practice_result *ret, struct err *e)
{
	struct practice_result r;
	bool end;

	if (show_end(p, &end, e) != 0)
		return -1;
	play_result(p, &r);
	if (!p->io->interactive) {
		if (script_sure(p, e) != 0)
			return -1;
	} else if (!end && (show_debrief(p, &r, &end, e) != 0 ||
			    (!end && ask_sure_after(p, &end, e) != 0) ||
			    (!end && ask_next(p, &r, e) != 0))) {
		return -1;
	}
	r.sure_after = p->sure_after;
	*ret = r;
	return 0;
}

/* Whether the caller can record an attempt, and drops the draft with it. */
static bool
can_be_recorded(const struct practice_setup *s)
{
	return s->report != NULL && s->report->complete &&
	       !s->report->score_loop;
}

int
practice_run(struct io *io, struct arena *a, const struct practice_setup *s,
	     struct practice_result *ret, struct err *e)
{
	struct play p = { .io = io, .a = a, .s = s };
	struct practice_result r;

	if (s->choices != NULL) {
		if (play_given(&p, e) != 0)
			return -1;
		play_result(&p, ret);
		return 0;
	}
	if (begin(&p, e) != 0)
		return -1;
	while (!play_over(&p))
		if (play_scene(&p, e) != 0)
			return -1;
	if (finish(&p, &r, e) != 0 ||
	    (!can_be_recorded(s) && play_drop(&p, e) != 0))
		return -1;
	*ret = r;
	return 0;
}
