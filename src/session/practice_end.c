/* What follows the last scene of a drill: the end, the debrief page by page,
 * how sure one is now, and what comes next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/practice_play.h"

#include "base/str.h"

/* ---- keys of a page that waits ---- */

/* A page with nothing more than the first three; `u` and how sure one is
 * stand where they can be said. */
static const struct io_option page_keys[] = {
	[KEY_ON] = { .word = "on", .key = "Enter" },
	[KEY_LANG] = { .word = "lang", .key = "l" },
	[KEY_END] = { .word = "stop", .key = "0" },
	[KEY_UNDO] = { .word = "undo", .key = "u" },
};
static const struct io_option sure_keys[] = {
	[KEY_ON] = { .word = "none", .key = "Enter" },
	[KEY_LANG] = { .word = "lang", .key = "l" },
	[KEY_END] = { .word = "stop", .key = "0" },
	[KEY_SURE] = { .word = "sure 1", .key = "1" },
	{ .word = "sure 2", .key = "2" },
	{ .word = "sure 3", .key = "3" },
	{ .word = "sure 4", .key = "4" },
	{ .word = "sure 5", .key = "5" },
	[KEY_TIMERS] = { .word = "timers", .key = "t" },
};

int
play_ask_sure(struct play *p, bool asked, int *ret_sure, enum play_key *ret,
	      struct err *e)
{
	const struct messages *m = play_m(p);
	const char *prompt = T(m, "How sure would you be with a real guest, 1 "
				  "to 5?");
	size_t i;

	if (p->sure_before > 0)
		prompt = arena_printf(p->a, T(m, "How sure would you be with "
						 "a real guest, 1 to 5? "
						 "(before: %d)"),
				      p->sure_before);
	if (io_choose(p->io, prompt, sure_keys,
		      NELEM(sure_keys) - (asked ? 0 : 1), KEY_ON, &i, e) != 0)
		return -1;
	*ret = i < KEY_SURE || i == KEY_TIMERS ? (enum play_key)i : KEY_SURE;
	if (*ret == KEY_SURE)
		*ret_sure = (int)(i - KEY_SURE) + 1;
	return 0;
}

/* ---- the end, and the debrief ---- */

static int
show_end(struct play *p, enum play_key *ret, struct err *e)
{
	const struct messages *m = play_m(p);
	struct page *page = play_page(p->a, p->s, p->lang, arena_printf(
		p->a, T(m, "DRILL  %s   the end"),
		play_words(p->s, p->lang, p->s->drill->title)));
	bool undo = play_can_undo(p);
	size_t i = KEY_ON;

	play_says(p, page);
	page->keys = T(m, "Enter goes on");
	if (undo)
		words_key(p->a, &page->keys, T(m, "u take back (is noted)"));
	play_lang_key(p, &page->keys);
	words_key(p->a, &page->keys, T(m, "0 no debrief"));
	if (io_tell(p->io, page, e) != 0)
		return -1;
	if (p->io->interactive &&
	    io_choose(p->io, "", page_keys, undo ? KEY_UNDO + 1 : KEY_UNDO,
		      KEY_ON, &i, e) != 0)
		return -1;
	*ret = (enum play_key)i;
	return 0;
}

/* Page number p->page, from 1, of the debrief; *ret_more: it is not the
 * last, which asks how sure one is. */
static int
show_page(struct play *p, const struct practice_result *r, bool *ret_more,
	  enum play_key *ret, struct err *e)
{
	const struct messages *m = play_m(p);
	struct page **v, *page;
	size_t n = play_debrief(p, r, &v), i;

	if (p->page > n)
		p->page = (unsigned)n;
	*ret_more = p->page < n;
	page = v[p->page - 1];
	page->keys = *ret_more ? T(m, "Enter goes on") :
				 T(m, "1 (not at all) to 5 (quite sure), or "
				      "only Enter");
	play_lang_key(p, &page->keys);
	if (*ret_more)
		words_key(p->a, &page->keys, T(m, "0 to the end"));
	if (io_tell(p->io, page, e) != 0)
		return -1;
	if (!*ret_more)
		return play_ask_sure(p, false, &p->sure_after, ret, e);
	if (io_choose(p->io, "", page_keys, KEY_UNDO, KEY_ON, &i, e) != 0)
		return -1;
	*ret = (enum play_key)i;
	return 0;
}

static int
show_debrief(struct play *p, const struct practice_result *r, struct err *e)
{
	enum play_key key = KEY_ON;
	bool more;

	for (;;) {
		if (play_save(p, e) != 0 ||
		    show_page(p, r, &more, &key, e) != 0)
			return -1;
		if (key == KEY_LANG)
			play_flip(p);
		else if (key == KEY_END || !more)
			return play_save(p, e);
		else
			p->page++;
	}
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
	if (*line == '\0')
		return 0;
	for (size_t i = KEY_SURE; i < NELEM(sure_keys); i++) {
		if (str_eq(line, sure_keys[i].word)) {
			p->sure_after = (int)(i - KEY_SURE) + 1;
			return 0;
		}
	}
	return err_set(e, ERR_USAGE, "the drill is over, '%s' answers nothing; "
		       "only 'sure 1' to 'sure 5' can stand here", line);
}

int
play_end(struct play *p, struct practice_result *ret, bool *ret_undone,
	 struct err *e)
{
	enum play_key key = KEY_ON;

	if (p->page == 0 && play_replies(p, e) != 0)
		return -1;
	do {
		if (p->page == 0 && show_end(p, &key, e) != 0)
			return -1;
		if (key == KEY_LANG)
			play_flip(p);
		if (key == KEY_LANG && play_save(p, e) != 0)
			return -1;
	} while (key == KEY_LANG);
	*ret_undone = key == KEY_UNDO;
	if (*ret_undone)
		return play_undo(p, e);
	p->note = NULL;
	play_result(p, ret);
	if (!p->io->interactive) {
		if (script_sure(p, e) != 0)
			return -1;
	} else if (key != KEY_END) {
		p->page += p->page == 0;
		if (show_debrief(p, ret, e) != 0)
			return -1;
	}
	ret->sure_after = p->sure_after;
	ret->lang = p->s->langs[p->lang];
	ret->draft = p->draft;
	return 0;
}

/* ---- what comes next ---- */

static struct page *
next_page(struct arena *a, const struct practice_setup *s,
	  const struct practice_result *r, const uint64_t *leaf)
{
	size_t lang = practice_lang(s, r->lang);
	const struct messages *m = s->m[lang];
	struct page *page = play_page(a, s, lang, arena_printf(
		a, T(m, "DEBRIEF  %s"),
		play_words(s, lang, s->drill->title)));

	page_para(a, page, play_result_words(a, m, r));
	if (leaf != NULL)
		page_para(a, page, arena_printf(
			a, T(m, "Kept as number %llu."),
			(unsigned long long)*leaf));
	page_gap(a, page);
	return page;
}

/* What can come next. */
struct onward {
	struct io_option o[6];
	size_t n;
};

static void
add_onward(struct onward *w, const char *word, const char *label)
{
	w->o[w->n].word = word;
	w->o[w->n++].label = label;
}

static void
fill_onward(struct arena *a, const struct practice_setup *s,
	    const struct practice_result *r, const uint64_t *leaf,
	    size_t pivot, struct onward *w)
{
	const struct messages *m = s->m[practice_lang(s, r->lang)];

	if (pivot < r->nmoves && pivot > 0)
		add_onward(w, "pivot", arena_printf(
			a, T(m, "Again from scene %zu"), pivot + 1));
	add_onward(w, "start", T(m, "Again from the start"));
	if (s->name != NULL && leaf != NULL)
		add_onward(w, "coach", T(m, "Ask my coach"));
	if (leaf == NULL && s->name == NULL && play_can_be_recorded(s))
		add_onward(w, "keep", T(m, "Keep it: log in"));
	add_onward(w, "other", T(m, "Another drill"));
	add_onward(w, "home", T(m, "Home"));
	w->o[w->n - 1].key = "0";
}

/* Whom to go to, and what they see already. */
static const char *
coach_words(struct arena *a, const struct practice_setup *s,
	    const struct messages *m, uint64_t leaf)
{
	if (s->coach == NULL)
		return T(m, "You have no coach yet: ask your supervisor who "
			    "it will be.");
	return arena_printf(a, T(m, "Your coach: %s, who can see what came of "
				    "it, number %llu. Say which scene you "
				    "want to go through together."), s->coach,
			    (unsigned long long)leaf);
}

static int
choose_onward(struct io *io, struct arena *a, const struct practice_setup *s,
	      const struct messages *m, const struct onward *w,
	      const uint64_t *leaf, size_t *ret, struct err *e)
{
	do {
		if (io_choose(io, T(m, "Then"), w->o, w->n, w->n - 1, ret,
			      e) != 0)
			return -1;
		if (!str_eq(w->o[*ret].word, "coach"))
			return 0;
	} while (io_say(io, coach_words(a, s, m, *leaf), e) == 0);
	return -1;
}

int
practice_next(struct io *io, struct arena *a, const struct practice_setup *s,
	      const struct practice_result *r, const uint64_t *leaf,
	      struct practice_next *ret, struct err *e)
{
	const struct messages *m = s->m[practice_lang(s, r->lang)];
	size_t pivot = play_pivot(r->moves, r->nmoves), i;
	struct onward w = { 0 };
	const char *word;
	int rc;

	fill_onward(a, s, r, leaf, pivot, &w);
	io_speak(io, m);
	rc = io_tell(io, next_page(a, s, r, leaf), e);
	if (rc == 0)
		rc = choose_onward(io, a, s, m, &w, leaf, &i, e);
	io_speak(io, s->m[0]);
	if (rc != 0)
		return -1;
	word = w.o[i].word;
	*ret = (struct practice_next){
		.other = str_eq(word, "other"),
		.log_in = str_eq(word, "keep"),
		.again = str_eq(word, "start") || str_eq(word, "pivot"),
		.keep = str_eq(word, "pivot") ? pivot : 0,
	};
	return 0;
}
