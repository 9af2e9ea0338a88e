/* One scene of a drill: its page, and the keys and choices that answer it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/practice_play.h"

#include <string.h>

#include "base/str.h"

/* What can be answered besides the choices. */
enum extra { EXTRA_HINT, EXTRA_AGAIN, EXTRA_LANG, EXTRA_WHY, EXTRA_UNDO,
	     EXTRA_STOP, EXTRA_COUNT };
enum { SURE_MAX = 5 };

/* The options of a scene: choices first, so that they count from 1. */
struct answers {
	struct io_option *o;
	size_t *choice; /* place in the node, of each option that is one */
	size_t n, nchoices;
};

const char *
play_words(const struct practice_setup *s, size_t lang, const struct text *t)
{
	return t != NULL ? text_in(t, s->tr[lang]) : "";
}

const char *
play_quoted(struct arena *a, const struct practice_setup *s, size_t lang,
	    const struct text *t)
{
	bool own = s->tr[lang] != NULL && text_is_fresh(t, s->tr[lang]);
	const char *q = text_quoted(
		a, own ? s->langs[lang] : s->drill->doc.lang,
		play_words(s, lang, t));

	/* Russian speech ends before its full stop. */
	if (!str_ends(q, ".»"))
		return q;
	return arena_printf(a, "%.*s».", (int)(strlen(q) - strlen(".»")), q);
}

struct page *
play_page(struct arena *a, const struct practice_setup *s, size_t lang,
	  const char *place)
{
	const struct messages *m = s->m[lang];
	struct page *page = words_page(a, m, s->trial, place);

	page->right = s->name != NULL ?
			      arena_printf(a, T(m, "for: %s"), s->name) :
			      T(m, "practice, nothing is kept");
	return page;
}

static void
say_event(const struct play *p, struct page *page,
	  const struct drill_event *ev)
{
	const struct practice_setup *s = p->s;

	if (ev->kind == EV_FEEDBACK || ev->who < 0)
		page_para(p->a, page, play_words(s, p->lang, ev->t));
	else
		page_para(p->a, page, arena_printf(
			p->a, "%s: %s",
			play_words(s, p->lang,
				   s->drill->persons[ev->who].name),
			play_quoted(p->a, s, p->lang, ev->t)));
	if (ev->kind == EV_FEEDBACK)
		page_gap(p->a, page);
}

static void
add_moods(const struct play *p, struct page *page)
{
	const struct drill *d = p->s->drill;
	const struct messages *m = play_m(p);

	for (size_t i = 0; i < d->npersons; i++) {
		int mood;

		if (d->persons[i].mood < 0)
			continue;
		mood = p->state->vars[d->persons[i].mood];
		page_field(p->a, page,
			   arena_printf(p->a, T(m, "%s looks:"),
					play_words(p->s, p->lang,
						   d->persons[i].name)),
			   arena_printf(p->a, "%s\t%s", words_mood(m, mood),
					words_scale(p->a, m, mood)));
	}
}

/* What the author shows of the state: "Her patience: 1 (0 to 3)". */
static void
add_meters(const struct play *p, struct page *page)
{
	const struct drill *d = p->s->drill;

	for (size_t i = 0; i < d->nvars; i++) {
		const struct drill_var *v = &d->vars[i];

		if (v->label == NULL)
			continue;
		page_field(p->a, page,
			   arena_printf(p->a, "%s:",
					play_words(p->s, p->lang, v->label)),
			   arena_printf(p->a, T(play_m(p), "%d (%d to %d)"),
					p->state->vars[i], v->min, v->max));
	}
}

void
play_says_until(const struct play *p, struct page *page, size_t n)
{
	if (p->note != NULL) {
		page_para(p->a, page, p->note);
		page_gap(p->a, page);
	}
	for (size_t i = 0; i < n; i++)
		if (p->scene.v[i].t != NULL)
			say_event(p, page, &p->scene.v[i]);
	page_gap(p->a, page);
}

void
play_says(const struct play *p, struct page *page)
{
	play_says_until(p, page, p->scene.n);
	/* At the end they have gone; the debrief tells how they looked. */
	if (play_over(p))
		return;
	add_moods(p, page);
	add_meters(p, page);
}

static const struct text *
hint_at(const struct play *p, unsigned i)
{
	const struct drill_node *n = play_node(p);

	return i < n->nhints ? n->hints[i].t : NULL;
}

static const char *
hint_words(const struct play *p, unsigned i)
{
	return arena_printf(p->a, T(play_m(p), "Hint: %s"),
			    play_words(p->s, p->lang, hint_at(p, i)));
}

/* Why a choice is closed, in words. */
static const char *
why_words(const struct play *p, const struct drill_choice *c)
{
	if (c->why != NULL)
		return play_words(p->s, p->lang, c->why);
	return T(play_m(p), "It is not open to you now.");
}

static void
add_choices(const struct play *p, struct answers *v)
{
	const struct drill_node *n = play_node(p);

	for (size_t i = 0; i < n->nchoices; i++) {
		const struct drill_choice *c = &n->choices[i];
		bool open = drill_open(p->s->drill, p->state, i);

		if (!open && !c->show_blocked)
			continue;
		v->choice[v->n] = i;
		v->o[v->n].word = c->id;
		v->o[v->n].blocked = !open;
		v->o[v->n].why = open ? NULL : why_words(p, c);
		v->n++;
	}
	v->nchoices = v->n;
}

static bool
any_blocked(const struct answers *v)
{
	for (size_t i = 0; i < v->nchoices; i++)
		if (v->o[i].blocked)
			return true;
	return false;
}

/* Why X would do nothing here; NULL: it does something. */
static const char *
why_idle(const struct play *p, enum extra x, const struct answers *v)
{
	const struct messages *m = play_m(p);

	if (x == EXTRA_HINT && hint_at(p, p->hints_here) == NULL)
		return T(m, "There is no further hint here.");
	if (x == EXTRA_WHY && !any_blocked(v))
		return T(m, "Every choice here is open to you.");
	if (x == EXTRA_UNDO && !play_can_undo(p))
		return T(m, "Nothing is chosen yet that could be taken back.");
	return NULL;
}

static void
add_extras(const struct play *p, struct answers *v)
{
	static const struct io_option extra[EXTRA_COUNT] = {
		[EXTRA_HINT] = { .word = "hint", .key = "h" },
		[EXTRA_AGAIN] = { .word = "again", .key = "r" },
		[EXTRA_LANG] = { .word = "lang", .key = "l" },
		[EXTRA_WHY] = { .word = "why", .key = "w" },
		[EXTRA_UNDO] = { .word = "undo", .key = "u" },
		[EXTRA_STOP] = { .word = "stop", .key = "0" },
	};
	static const char *const sure[SURE_MAX] = {
		"sure 1", "sure 2", "sure 3", "sure 4", "sure 5",
	};

	for (size_t i = 0; i < EXTRA_COUNT; i++) {
		v->o[v->n] = extra[i];
		if (p->io->interactive)
			v->o[v->n].why = why_idle(p, (enum extra)i, v);
		v->o[v->n].blocked = v->o[v->n].why != NULL;
		v->n++;
	}
	/* A script may say it, before its first choice. */
	if (p->io->interactive || p->nmoves > 0 || p->sure_before > 0)
		return;
	for (size_t i = 0; i < SURE_MAX; i++)
		v->o[v->n++].word = sure[i];
}

static struct answers
answers_of(const struct play *p)
{
	size_t max = play_node(p)->nchoices + EXTRA_COUNT + SURE_MAX;
	struct answers v = { .o = ARENA_ARRAY(p->a, struct io_option, max),
			     .choice = ARENA_ARRAY(p->a, size_t, max) };

	add_choices(p, &v);
	add_extras(p, &v);
	return v;
}

/* What the choices are called: people press numbers, scripts say ids. */
static const char *
choice_key(const struct play *p, const struct answers *v, size_t i)
{
	return p->io->interactive ? arena_printf(p->a, "%zu", i + 1) :
				    v->o[i].word;
}

void
play_flip(struct play *p)
{
	p->lang = (p->lang + 1) % p->s->nlangs;
	io_speak(p->io, play_m(p));
}

void
play_lang_key(const struct play *p, const char **keys)
{
	const struct practice_setup *s = p->s;
	const struct messages *m = play_m(p);

	if (s->nlangs > 1)
		words_key(p->a, keys, arena_printf(
			p->a, T(m, "l %s"),
			words_lang(m, s->langs[(p->lang + 1) % s->nlangs])));
}

static const char *
scene_keys(const struct play *p, const struct answers *v)
{
	const struct messages *m = play_m(p);
	const char *keys = T(m, "Number, then Enter");

	if (any_blocked(v))
		words_key(p->a, &keys, T(m, "w why"));
	words_key(p->a, &keys, T(m, "r read again"));
	if (hint_at(p, p->hints_here) != NULL)
		words_key(p->a, &keys, T(m, "h hint (is noted)"));
	if (play_can_undo(p))
		words_key(p->a, &keys, T(m, "u take back (is noted)"));
	play_lang_key(p, &keys);
	words_key(p->a, &keys, T(m, "0 put away, go on another day"));
	return keys;
}

/* The scene's clock: it began when the scene was there to be read, and anew
 * when somebody came back to it. */
static void
set_clock(const struct play *p, struct page *page)
{
	static const unsigned factor[TIMERS_COUNT] = {
		[TIMERS_ON] = 1, [TIMERS_X2] = 2, [TIMERS_X10] = 10,
	};
	const struct drill_timer *t = &play_node(p)->timer;

	if (t->seconds == 0 || factor[p->timers] == 0 || !p->io->interactive)
		return;
	page->clock = (struct page_clock){
		.on = true, .strict = true,
		.started_ms = p->clock_ms,
		.seconds = t->seconds * factor[p->timers],
		.warn = t->warn * factor[p->timers],
	};
}

static struct page *
scene_page(const struct play *p, const struct answers *v)
{
	const struct drill_node *n = play_node(p);
	const struct messages *m = play_m(p);
	struct page *page = play_page(p->a, p->s, p->lang, arena_printf(
		p->a, T(m, "DRILL  %s   scene %zu"),
		play_words(p->s, p->lang, p->s->drill->title),
		p->nmoves + 1));

	play_says(p, page);
	for (unsigned i = 0; i < p->hints_here && i < n->nhints; i++)
		page_para(p->a, page, hint_words(p, i));
	page_gap(p->a, page);
	for (size_t i = 0; i < v->nchoices; i++) {
		const char *t = play_words(p->s, p->lang,
					   n->choices[v->choice[i]].t);

		if (v->o[i].blocked)
			t = arena_printf(p->a, "%s   %s", t,
					 T(m, "not open to you: w says why"));
		page_item(p->a, page, choice_key(p, v, i), t);
	}
	page->keys = scene_keys(p, v);
	set_clock(p, page);
	return page;
}

static int
say_hint(struct play *p, struct err *e)
{
	unsigned i = p->hints_here;

	p->hints_here++;
	p->hints += play_node(p)->hints[i].cost;
	if (play_save(p, e) != 0)
		return -1;
	return io_say(p->io, hint_words(p, i), e);
}

static int
say_why(struct play *p, const struct answers *v, struct err *e)
{
	for (size_t i = 0; i < v->nchoices; i++)
		if (v->o[i].blocked &&
		    io_say(p->io, arena_printf(p->a, "%s: %s",
					       choice_key(p, v, i),
					       v->o[i].why), e) != 0)
			return -1;
	return 0;
}

int
play_put_away(struct play *p, struct err *e)
{
	if (play_save(p, e) != 0)
		return -1;
	return err_cancel(e);
}

/* *ret_show: the scene is to be shown again. */
static int
do_extra(struct play *p, enum extra x, const struct answers *v,
	 bool *ret_show, struct err *e)
{
	const char *idle = why_idle(p, x, v); /* scripts may say it */

	if (idle != NULL)
		return io_say(p->io, idle, e);
	switch (x) {
	case EXTRA_HINT:
		return say_hint(p, e);
	case EXTRA_AGAIN:
		*ret_show = true;
		return play_save(p, e);
	case EXTRA_LANG:
		play_flip(p);
		*ret_show = true;
		return play_save(p, e);
	case EXTRA_WHY:
		return say_why(p, v, e);
	case EXTRA_UNDO:
		*ret_show = true;
		return play_undo(p, e);
	case EXTRA_STOP:
	case EXTRA_COUNT:
		break;
	}
	return play_put_away(p, e);
}

/* An answer that is no choice. */
static int
do_other(struct play *p, size_t i, const struct answers *v, bool *ret_show,
	 struct err *e)
{
	i -= v->nchoices;
	if (i < EXTRA_COUNT)
		return do_extra(p, (enum extra)i, v, ret_show, e);
	p->sure_before = (int)(i - EXTRA_COUNT) + 1;
	return play_save(p, e);
}

/* Time is up: the choice that stands for silence is made, if it is open. */
static int
be_late(struct play *p, bool *ret_taken, struct err *e)
{
	const struct drill_node *n = play_node(p);
	const char *note = T(play_m(p), "The time was over. That was an "
					"answer, too:");

	*ret_taken = drill_open(p->s->drill, p->state, n->timer.choice);
	if (!*ret_taken)
		return 0;
	note = arena_printf(p->a, "%s %s.", note,
			    play_words(p->s, p->lang,
				       n->choices[n->timer.choice].did));
	if (play_take(p, n->timer.choice, play_seconds(p), e) != 0)
		return -1;
	p->timeouts++;
	p->note = note;
	return play_save(p, e);
}

int
play_scene(struct play *p, struct err *e)
{
	bool show = true, late = false;
	unsigned seconds;
	size_t i;

	if (play_replies(p, e) != 0)
		return -1;
	for (;;) {
		struct answers v = answers_of(p);
		struct page *page = scene_page(p, &v);

		page->clock.on = page->clock.on && !late;
		if (show && io_tell(p->io, page, e) != 0)
			return -1;
		show = false;
		if (io_choose(p->io, T(play_m(p), "Your choice"), v.o, v.n,
			      v.n, &i, e) != 0)
			return -1;
		seconds = play_seconds(p);
		if (i == v.n) {
			bool taken;

			if (be_late(p, &taken, e) != 0)
				return -1;
			if (taken)
				return 0;
			show = late = true;
			continue;
		}
		if (i >= v.nchoices) {
			if (do_other(p, i, &v, &show, e) != 0)
				return -1;
			continue;
		}
		p->note = NULL;
		if (play_take(p, v.choice[i], seconds, e) != 0)
			return -1;
		return play_save(p, e);
	}
}
