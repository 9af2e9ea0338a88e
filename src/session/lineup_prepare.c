/* Preparing a coming lineup: what is to be said that day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_prepare.h"

#include <string.h>

#include "base/utf8.h"
#include "session/lineup_state.h"

#define FIRST_LINE "preshift-draft/1 plan\n"

/* The list as it is, and as it was before. */
struct list {
	struct words items;
	const struct list *before;
};

struct preparing {
	struct io *io;
	struct arena *a;
	const struct prepare_setup *s;
	struct list now;
	struct words was;  /* planned when it was last looked up */
	size_t more;       /* of it by somebody else, since it was put away */
	const char *saved; /* the draft as it was left, NULL: none */
	const char *said;
	bool again;        /* it was put away and is gone on with */
};

/* ---- its draft ---- */

static int
save(struct preparing *p, struct err *e)
{
	struct keeper *k = p->s->keeper;
	const char *text = FIRST_LINE;

	for (size_t i = 0; i < p->was.n; i++)
		text = arena_printf(p->a, "%swas: %s\n", text, p->was.v[i]);
	for (size_t i = 0; i < p->now.items.n; i++)
		text = arena_printf(p->a, "%sitem: %s\n", text,
				    p->now.items.v[i]);
	text = arena_printf(p->a, "%send\n", text);
	if (k->save(k, p->s->draft_key, p->saved, text, e) != 0)
		return -1;
	p->saved = text;
	return 0;
}

static void
add(struct arena *a, struct words *w, const char *item)
{
	ARENA_PUSH(a, w->v, w->n, w->cap, item);
}

static bool
has(const struct words *w, const char *item)
{
	for (size_t i = 0; i < w->n; i++)
		if (str_eq(w->v[i], item))
			return true;
	return false;
}

/* Adds what is planned NOW and WAS not: how many. */
static size_t
merge(struct arena *a, struct words *items, const struct words *was,
      const char *const *now, size_t n)
{
	size_t before = items->n;

	for (size_t i = 0; i < n; i++)
		if (!has(was, now[i]) && !has(items, now[i]))
			add(a, items, now[i]);
	return items->n - before;
}

/* False: it is no whole draft of ours. */
static bool
parse(struct preparing *p, const char *s)
{
	if (!str_starts(s, FIRST_LINE) || !str_ends(s, "\nend\n"))
		return false;
	s += strlen(FIRST_LINE);
	for (size_t n; n = strcspn(s, "\n"), s[n] == '\n'; s += n + 1) {
		struct words *w = str_starts(s, "item: ") ? &p->now.items :
				  str_starts(s, "was: ") ? &p->was : NULL;
		size_t head = strcspn(s, " ") + 1;

		if (w != NULL && n > head)
			add(p->a, w, arena_strndup(p->a, s + head, n - head));
	}
	return true;
}

static int
load(struct preparing *p, struct err *e)
{
	const struct prepare_setup *s = p->s;
	struct keeper *k = s->keeper;

	if (k->load(k, p->a, s->draft_key, &p->saved, e) != 0)
		return -1;
	p->again = p->saved != NULL && parse(p, p->saved);
	if (p->again)
		p->more = merge(p->a, &p->now.items, &p->was, s->planned,
				s->nplanned);
	p->was = (struct words){ 0 };
	for (size_t i = 0; i < s->nplanned; i++) {
		add(p->a, &p->was, s->planned[i]);
		if (!p->again)
			add(p->a, &p->now.items, s->planned[i]);
	}
	return 0;
}

/* ---- the page ---- */

/* What is left over and not taken yet; place I of those, NULL: fewer. */
static const char *
left_over(const struct preparing *p, size_t i)
{
	for (size_t k = 0; k < p->s->nopen; k++)
		if (!has(&p->now.items, p->s->open[k]) && i-- == 0)
			return p->s->open[k];
	return NULL;
}

const char *
lineup_prepare_more(struct arena *a, const struct messages *m, size_t more)
{
	return arena_printf(a, messages_nget(m, "%zu line was written down by "
					     "somebody else meanwhile; it is "
					     "at the end.",
					     "%zu lines were written down by "
					     "somebody else meanwhile; they "
					     "are at the end.",
					     (unsigned)more), more);
}

static struct page *
list_page(struct preparing *p)
{
	const struct messages *m = p->s->m;
	struct page *page = page_new(p->a, p->s->place);
	size_t n = p->now.items.n;
	const char *s;

	page->right = p->s->right;
	if (p->again)
		page_para(p->a, page, messages_get(m, "This is how you left "
						      "it:"));
	else
		page_para(p->a, page, messages_get(m, "What is to be said in "
						      "the lineup that day:"));
	if (p->more > 0)
		page_para(p->a, page, lineup_prepare_more(p->a, m, p->more));
	p->again = false;
	p->more = 0;
	page_gap(p->a, page);
	for (size_t i = 0; i < n; i++)
		page_item(p->a, page, arena_printf(p->a, "%zu", i + 1),
			  p->now.items.v[i]);
	if (n == 0)
		page_para(p->a, page, messages_get(m, "Nothing yet. Who comes, "
						      "what is sold out, "
						      "where will it be "
						      "tight?"));
	page_gap(p->a, page);
	for (size_t i = 0; (s = left_over(p, i)) != NULL; i++) {
		if (i == 0)
			page_para(p->a, page,
				  messages_get(m, "Left over from last time; "
						  "its number takes it "
						  "over:"));
		page_item(p->a, page, arena_printf(p->a, "%zu", n + i + 1),
			  s);
	}
	page_gap(p->a, page);
	page_para(p->a, page, messages_get(m, "One short line each, five at "
					      "most, without names: it stays "
					      "written down."));
	page->keys = messages_get(m, "A line adds it   its number strikes it   "
				     "u undo   Enter done   0 put away");
	return page;
}

/* ---- what is typed ---- */

static void
remember(struct preparing *p)
{
	struct list *was = ARENA_NEW(p->a, struct list);

	*was = p->now;
	p->now.before = was;
	/* The words of before stay as they are. */
	p->now.items = (struct words){ 0 };
	for (size_t i = 0; i < was->items.n; i++)
		add(p->a, &p->now.items, was->items.v[i]);
}

static int
add_line(struct preparing *p, const char *line, struct err *e)
{
	const char *s = utf8_clean(p->a, line, false);

	if (str_eq(s, "-"))
		return err_set(e, ERR_USAGE, "say in a short line what is to "
			       "be said, or only Enter to end");
	if (utf8_chars(s) > PREPARE_CHARS)
		return err_set(e, ERR_USAGE, "one short line each: at most %d "
			       "characters", PREPARE_CHARS);
	if (has(&p->now.items, s))
		return err_set(e, ERR_USAGE, "'%s' is on the list already", s);
	if (p->now.items.n >= PREPARE_MOST)
		return err_set(e, ERR_USAGE, "%d are enough for one lineup: "
			       "strike one first by its number",
			       PREPARE_MOST);
	remember(p);
	add(p->a, &p->now.items, s);
	return 0;
}

static void
strike(struct preparing *p, size_t i)
{
	struct words *w;

	remember(p);
	w = &p->now.items;
	p->said = arena_printf(p->a, messages_get(p->s->m, "Struck: %s"),
			       w->v[i]);
	memmove(w->v + i, w->v + i + 1, (w->n - i - 1) * sizeof(*w->v));
	w->n--;
}

/* Number N, from 1, of the page: first the list, then what is left over. */
static int
take_number(struct preparing *p, const char *line, uint64_t n, struct err *e)
{
	const char *s;

	if (n == 0)
		return err_cancel(e);
	if (n <= p->now.items.n) {
		strike(p, (size_t)n - 1);
		return 0;
	}
	s = n < SIZE_MAX ? left_over(p, (size_t)n - p->now.items.n - 1) : NULL;
	if (s == NULL)
		return err_set(e, ERR_USAGE, "nothing here has the number %s",
			       line);
	return add_line(p, s, e);
}

/* "strike 2", "take 1". *RET_FOUND false: it is neither. */
static int
take_word(struct preparing *p, const char *line, bool *ret_found,
	  struct err *e)
{
	bool out = str_starts(line, "strike "), in = str_starts(line, "take ");
	uint64_t n;

	*ret_found = (out || in) &&
		     str_u64(strchr(line, ' ') + 1, UINT32_MAX, &n);
	if (!*ret_found)
		return 0;
	if (n == 0 || (out && n > p->now.items.n))
		return err_set(e, ERR_USAGE, "nothing here has the number %s",
			       strchr(line, ' ') + 1);
	return take_number(p, strchr(line, ' ') + 1,
			   in ? n + p->now.items.n : n, e);
}

static int
undo(struct preparing *p, struct err *e)
{
	if (p->now.before == NULL)
		return err_set(e, ERR_USAGE,
			       "there is nothing to take back here");
	p->now = *p->now.before;
	p->said = messages_get(p->s->m, "Taken back.");
	return 0;
}

/* *ret_done: that was all. */
static int
answer(struct preparing *p, const char *line, bool *ret_done, struct err *e)
{
	bool typed = p->io->interactive, found;
	const char *rest;
	uint64_t n;

	p->said = NULL;
	*ret_done = *line == '\0';
	if (*ret_done)
		return 0;
	if (take_word(p, line, &found, e) != 0)
		return -1;
	if (found)
		return 0;
	if (typed && lineup_key(line, &rest) == 'u' && *rest == '\0')
		return undo(p, e);
	if (typed && str_eq(line, "?")) {
		p->said = messages_get(p->s->m,
				       "Type what is to be said, one line "
				       "each. A number strikes that line, or "
				       "takes over what is left. Only Enter: "
				       "it is recorded.");
		return 0;
	}
	if (!str_u64(line, UINT32_MAX, &n))
		return add_line(p, line, e);
	if (!typed)
		return err_set(e, ERR_USAGE, "'%s' alone says nothing: 'strike "
			       "%s' or 'take %s'", line, line, line);
	return take_number(p, line, n, e);
}

/* One answer; what can't be taken is told to a person, and asked again. */
static int
step(struct preparing *p, bool *ret_done, struct err *e)
{
	const char *line;

	if (io_ask(p->io, p->a, messages_get(p->s->m, "To be said>"), NULL,
		   &line, e) != 0)
		return -1;
	if (answer(p, line, ret_done, e) != 0) {
		if (e->cancelled || !p->io->interactive)
			return -1;
		p->said = arena_strdup(p->a, e->text);
		err_clear(e);
		return 0;
	}
	return *ret_done || !p->io->interactive ? 0 : save(p, e);
}

static bool
changed(const struct preparing *p)
{
	if (p->now.items.n != p->was.n)
		return true;
	for (size_t i = 0; i < p->was.n; i++)
		if (!str_eq(p->now.items.v[i], p->was.v[i]))
			return true;
	return false;
}

size_t
lineup_prepare_merge(struct arena *a, struct prepare_result *r,
		     const char *const *now, size_t n)
{
	const struct words was = { (const char **)(uintptr_t)r->was, r->nwas,
				   0 };
	struct words items = { 0 };
	size_t more;

	for (size_t i = 0; i < r->n; i++)
		add(a, &items, r->items[i]);
	more = merge(a, &items, &was, now, n);
	r->items = items.v;
	r->n = items.n;
	return more;
}

int
lineup_prepare(struct io *io, struct arena *a, const struct prepare_setup *s,
	       struct prepare_result *ret, struct err *e)
{
	struct preparing p = { .io = io, .a = a, .s = s };
	bool done = false;

	if (load(&p, e) != 0)
		return -1;
	while (!done) {
		if ((io->interactive || p.now.before == NULL) &&
		    io_tell(io, list_page(&p), e) != 0)
			return -1;
		if (p.said != NULL && io_say(io, p.said, e) != 0)
			return -1;
		if (step(&p, &done, e) != 0)
			return -1;
	}
	*ret = (struct prepare_result){
		.items = p.now.items.v, .n = p.now.items.n,
		.was = p.was.v, .nwas = p.was.n,
		.changed = changed(&p), .draft = p.saved,
	};
	return 0;
}
