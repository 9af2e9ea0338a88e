/* Reading the handbook: which section comes next, and what a sitting leaves
 * behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/reading.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "session/reading_sitting.h"

/* ---- what is known ---- */

static bool
has_id(const char *const *v, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(v[i], id))
			return true;
	return false;
}

static bool
has_quiz(const struct reading *r, const char *id)
{
	for (size_t i = 0; i < r->nquiz; i++)
		if (str_eq(r->quiz[i].section, id))
			return true;
	return false;
}

bool
sitting_must(const struct sitting *t, const char *id)
{
	return has_id(t->s->must, t->s->nmust, id);
}

bool
sitting_opened(const struct sitting *t, const char *id)
{
	const struct reading *before = t->s->before;

	return has_id(t->now.opened, t->now.nopened, id) ||
	       (before != NULL && has_id(before->opened, before->nopened, id));
}

bool
sitting_answered(const struct sitting *t, const char *id)
{
	return has_quiz(&t->now, id) ||
	       (t->s->before != NULL && has_quiz(t->s->before, id));
}

size_t
reading_missing(struct arena *a, const struct edition_text *t,
		const char *const *must, size_t nmust,
		const struct reading *all, const char ***ret)
{
	const char **v = ARENA_ARRAY(a, const char *, nmust);
	size_t n = 0;

	for (size_t i = 0; i < nmust; i++) {
		const struct edition_section *sec = edition_section(t,
								    must[i]);

		if (!has_id(all->opened, all->nopened, must[i]) ||
		    (sec != NULL && sec->nquestions > 0 &&
		     !has_quiz(all, must[i])))
			v[n++] = must[i];
	}
	*ret = v;
	return n;
}

const struct edition_section *
sitting_section(const struct sitting *t)
{
	return edition_section(sitting_text(t), t->queue[t->at]);
}

struct part *
sitting_part(struct sitting *t, const char *id)
{
	const struct edition_section *sec =
		edition_section(sitting_text(t), id);
	struct part p = { .id = id };

	for (size_t i = 0; i < t->nparts; i++)
		if (str_eq(t->parts[i].id, id))
			return &t->parts[i];
	p.n = sec != NULL ? sec->nlines : 0;
	p.seen = ARENA_ARRAY(t->a, bool, p.n);
	ARENA_PUSH(t->a, t->parts, t->nparts, t->capparts, p);
	return &t->parts[t->nparts - 1];
}

static bool
all_seen(const struct part *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (!p->seen[i])
			return false;
	return true;
}

/* What lies before the bookmark was read in another sitting. */
static void
mark_before(struct sitting *t, const char *id, unsigned line)
{
	struct part *p = sitting_part(t, id);

	for (size_t i = 0; i < line && i < p->n; i++)
		p->seen[i] = true;
}

/* ---- the order ---- */

static void
push(struct sitting *t, const char *id)
{
	ARENA_PUSH(t->a, t->queue, t->nqueue, t->capqueue, id);
}

/* The must-read sections, or the others, that were never opened. */
static void
push_unopened(struct sitting *t, bool must)
{
	const struct edition_text *text = sitting_text(t);

	for (size_t i = 0; i < text->nsections; i++) {
		const char *id = text->sections[i].id;

		if (!sitting_opened(t, id) && sitting_must(t, id) == must)
			push(t, id);
	}
}

size_t
sitting_queue(struct sitting *t, const char *id)
{
	size_t at = t->at + 1;

	if (str_eq(t->queue[t->at], id))
		return t->at;
	push(t, id);
	memmove(&t->queue[at + 1], &t->queue[at],
		(t->nqueue - 1 - at) * sizeof(*t->queue));
	t->queue[at] = id;
	return at;
}

void
sitting_go(struct sitting *t, size_t at, unsigned line)
{
	const struct edition_section *sec;

	t->at = at;
	t->asking = false;
	t->easy = false;
	t->page_ms = 0;
	sec = sitting_section(t);
	if (line >= sec->nlines)
		line = sec->nlines > 0 ? (unsigned)(sec->nlines - 1) : 0;
	t->line = line;
	sitting_lay_out(t);
	if (t->nstarts > 0)
		t->line = t->starts[sitting_page_no(t)];
}

/* On to the next section; what was opened in this sitting is not shown again
 * just because it stands in the order twice. */
static void
next_section(struct sitting *t)
{
	size_t at = t->at + 1;

	while (at < t->nqueue &&
	       has_id(t->now.opened, t->now.nopened, t->queue[at]))
		at++;
	if (at >= t->nqueue && t->s->only == NULL) {
		at = t->nqueue;
		push_unopened(t, true);
		push_unopened(t, false);
	}
	if (at >= t->nqueue)
		t->done = true;
	else
		sitting_go(t, at, 0);
}

static void
note_opened(struct sitting *t, const char *id)
{
	if (!sitting_opened(t, id))
		ARENA_PUSH(t->a, t->now.opened, t->now.nopened,
			   t->now.capopened, id);
}

static void
note_quiz(struct sitting *t, const struct part *p)
{
	struct reading_quiz q = { .section = p->id, .right = p->right,
				  .asked = p->done };

	ARENA_PUSH(t->a, t->now.quiz, t->now.nquiz, t->now.capquiz, q);
}

void
sitting_section_over(struct sitting *t)
{
	const struct edition_section *sec = sitting_section(t);
	const struct part *p = sitting_part(t, sec->id);
	bool answered = sec->nquestions == 0 || sitting_answered(t, sec->id);

	if (!answered && p->done >= sec->nquestions) {
		note_quiz(t, p);
		answered = true;
	}
	if (all_seen(p) && !answered) {
		t->asking = true;
		t->page_ms = 0;
		return;
	}
	if (all_seen(p))
		note_opened(t, sec->id);
	next_section(t);
}

void
sitting_flip(struct sitting *t)
{
	const char *id = t->queue[t->at];
	size_t was = t->lang, n = t->s->nlangs;

	do {
		t->lang = (t->lang + 1) % n;
	} while (t->lang != was && edition_section(sitting_text(t), id) ==
					   NULL);
	/* Pages break elsewhere: who flips back comes to where they were. */
	if (!t->anchored)
		t->anchor = t->line;
	t->anchored = true;
	t->line = t->anchor;
	io_speak(t->io, sitting_m(t));
	sitting_lay_out(t);
	if (t->nstarts > 0)
		t->line = t->starts[sitting_page_no(t)];
}

/* ---- a sitting ---- */

/* The section of that id, whatever its case, or NULL. */
static const struct edition_section *
find_section(struct arena *a, const struct edition_text *text,
	     const char *id)
{
	for (size_t i = 0; i < text->nsections; i++)
		if (str_eq(utf8_fold(a, text->sections[i].id),
			   utf8_fold(a, id)))
			return &text->sections[i];
	return NULL;
}

static int
begin_only(struct sitting *t, struct err *e)
{
	const struct reading *b = t->s->before;
	const struct edition_section *sec =
		find_section(t->a, sitting_text(t), t->s->only);
	unsigned line = 0;

	if (sec == NULL)
		return err_set(e, ERR_USAGE, "the handbook has no section "
			       "'%s'", t->s->only);
	push(t, sec->id);
	if (b != NULL && b->section != NULL && str_eq(b->section, sec->id))
		line = b->line;
	mark_before(t, sec->id, line);
	sitting_go(t, 0, line);
	return 0;
}

/* Whether somebody is led past section ID at first: it is there to look things
 * up, or was read. A script goes by the order of the text. */
static bool
waits(const struct sitting *t, const char *id)
{
	return t->io->interactive &&
	       (!sitting_must(t, id) || sitting_opened(t, id));
}

/* From the bookmark to the end, what waits last; then what was left out. */
static void
begin_bookmark(struct sitting *t)
{
	const struct edition_text *text = sitting_text(t);
	const struct reading *b = t->s->before;
	size_t from = 0;
	unsigned line = 0;

	for (size_t i = 0; b != NULL && b->section != NULL &&
			   i < text->nsections; i++) {
		if (str_eq(text->sections[i].id, b->section)) {
			from = i;
			line = b->line;
		}
	}
	push(t, text->sections[from].id);
	for (int late = false; late <= true; late++)
		for (size_t i = from + 1; i < text->nsections; i++)
			if (waits(t, text->sections[i].id) == late)
				push(t, text->sections[i].id);
	mark_before(t, t->queue[0], line);
	sitting_go(t, 0, line);
}

static int
begin(struct sitting *t, struct err *e)
{
	bool found;

	if (sitting_text(t)->nsections == 0)
		return err_set(e, ERR_CONTENT, "this edition of the handbook "
			       "has no sections; HR publishes another one");
	if (sitting_load(t, &found, e) != 0)
		return -1;
	/* Lines of the section as the draft left them stay seen. */
	if (!found && t->s->only != NULL)
		return begin_only(t, e);
	if (!found)
		begin_bookmark(t);
	return 0;
}

/* Where to go on next time: here, or, behind the last page, where it was
 * before or the beginning. */
static void
set_bookmark(const struct sitting *t, struct reading *ret)
{
	const struct reading *b = t->s->before;

	ret->section = t->queue[t->at];
	ret->line = t->line;
	if (!t->done)
		return;
	ret->section = sitting_text(t)->sections[0].id;
	ret->line = 0;
	if (t->s->only != NULL && b != NULL && b->section != NULL) {
		ret->section = b->section;
		ret->line = b->line;
	}
}

static int
converse(struct sitting *t, struct err *e)
{
	bool stop = false;

	if (begin(t, e) != 0)
		return -1;
	io_speak(t->io, sitting_m(t)); /* the draft's */
	t->since_ms = clock_mono_ms(t->s->clock);
	while (!stop && !t->done) {
		if (t->asking ? sitting_ask(t, &stop, e) != 0 :
				sitting_read(t, &stop, e) != 0)
			return -1;
	}
	if (!t->done)
		return 0;
	return io_say(t->io, T(sitting_m(t), "That was the last page. You can "
					     "read any part again at any "
					     "time."), e);
}

int
reading_run(struct io *io, struct arena *a, const struct reading_setup *s,
	    struct reading *ret, size_t *ret_lang, struct err *e)
{
	struct sitting t = { .io = io, .a = a, .s = s };
	struct reading r;
	int rc = converse(&t, e);

	io_speak(io, s->langs[0].m); /* flipped or not */
	if (rc != 0)
		return -1;
	r = t.now;
	set_bookmark(&t, &r);
	r.seconds = (unsigned)(t.ms / 1000);
	*ret = r;
	*ret_lang = t.lang;
	return 0;
}
