/* A reply in one's own words: said or typed first, then beside a good one, and
 * rated line by line by who gave it. Nothing of it is judged or kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/practice_play.h"

#include "base/str.h"

static struct page *
reply_page(const struct play *p)
{
	return play_page(p->a, p->s, p->lang, arena_printf(
		p->a, T(play_m(p), "DRILL  %s   your words"),
		play_words(p->s, p->lang, p->s->drill->title)));
}

/* What was said up to event N, then what is asked for. */
static int
ask_for(struct play *p, size_t n, const struct drill_reply *r, struct err *e)
{
	const struct messages *m = play_m(p);
	struct page *page = reply_page(p);
	const char *line;

	play_says_until(p, page, n);
	page_para(p->a, page, play_words(p->s, p->lang, r->t));
	page->keys = T(m, "Say it aloud and press Enter, or type it   0 put "
			  "away, go on another day");
	if (io_tell(p->io, page, e) != 0)
		return -1;
	for (;;) {
		if (io_ask(p->io, p->a, T(m, "Your words: "), NULL, &line,
			   e) != 0)
			return -1;
		if (str_eq(line, "0"))
			return play_put_away(p, e);
		if (*line == '\0' || text_words(line) >= r->min_words)
			return 0;
		if (io_say(p->io, arena_printf(
				p->a, T(m, "Say it as you would to a guest: "
					   "%u words or more."),
				r->min_words), e) != 0)
			return -1;
	}
}

static int
compare(struct play *p, const struct drill_reply *r, struct err *e)
{
	const struct messages *m = play_m(p);
	const struct io_option rate[] = {
		{ .word = "yes", .label = T(m, "yes") },
		{ .word = "partly", .label = T(m, "partly") },
		{ .word = "no", .label = T(m, "no") },
	};
	struct page *page = reply_page(p);
	size_t k;

	page_para(p->a, page, T(m, "One good answer:"));
	page_para(p->a, page, play_quoted(p->a, p->s, p->lang, r->model));
	page_gap(p->a, page);
	page_para(p->a, page, T(m, "And yours? Nobody sees what you say: it is "
				   "not kept."));
	if (io_tell(p->io, page, e) != 0)
		return -1;
	for (size_t i = 0; i < r->nrubric; i++)
		if (io_choose(p->io,
			      play_words(p->s, p->lang, r->rubric[i]), rate,
			      NELEM(rate), NELEM(rate), &k, e) != 0)
			return -1;
	return 0;
}

int
play_replies(struct play *p, struct err *e)
{
	const struct drill *d = p->s->drill;

	for (size_t i = p->replied; i < p->scene.n; i++) {
		const struct drill_reply *r =
			&d->nodes[p->scene.v[i].node].reply;

		if (p->scene.v[i].kind != EV_REPLY)
			continue;
		if (p->io->interactive &&
		    (ask_for(p, i, r, e) != 0 || compare(p, r, e) != 0))
			return -1;
		p->replied = i + 1;
		p->spent_ms = 0; /* the scene begins now */
		p->since_ms = p->clock_ms = clock_mono_ms(p->s->clock);
	}
	return 0;
}
