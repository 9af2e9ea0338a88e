/* The screen: a page, and under it what was said and typed since.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"

#define CLEAR "\033[H\033[2J"
#define PLACE_ROWS 4 /* the clock stands in one of these, or nowhere */
#define SMALL_ROOM 16 /* lines: the letters are large */
#define LEAST_ROWS 3 /* of a page: less is its beginning */
#define LINE_ROWS 2 /* of a page above a long talk: line 1, and one more */

void
put_text(const char *text)
{
	(void)!file_put(stdout, text, strlen(text));
}

void
screen_measure(struct ui *u)
{
	struct winsize w = { 0 };

	u->cols = 80;
	u->room = 24;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) != 0)
		return;
	if (w.ws_col > 0)
		u->cols = w.ws_col;
	if (w.ws_row > 0)
		u->room = w.ws_row;
}

size_t
count_lines(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += *s == '\n';
	return n;
}

/* Lines with words on them. */
static size_t
count_inked(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s += *s == '\n') {
		size_t len = strcspn(s, "\n");

		n += strspn(s, "-") < len;
		s += len;
	}
	return n;
}

/* S from its line N on. */
static const char *
skip_lines(const char *s, size_t n)
{
	for (; n > 0 && *s != '\0'; s++)
		n -= *s == '\n';
	return s;
}

size_t
text_rows(const char *text, size_t cols)
{
	size_t w = utf8_width(text);

	/* a full line leaves the cursor at the begin of the next */
	return w / cols + 1;
}

static struct page *
page_copy(struct arena *a, const struct page *p)
{
	struct page *c = ARENA_NEW(a, struct page);

	*c = *p;
	c->place = arena_strdup(a, p->place != NULL ? p->place : "");
	c->right = p->right != NULL ? arena_strdup(a, p->right) : NULL;
	c->keys = p->keys != NULL ? arena_strdup(a, p->keys) : NULL;
	c->more = NULL; /* it was read in parts before */
	c->news = p->news != NULL ? arena_strdup(a, p->news) : NULL;
	c->contents = p->contents != NULL ? arena_strdup(a, p->contents) : NULL;
	c->page_of = NULL; /* no paper here */
	c->blocks = ARENA_ARRAY(a, struct page_block, p->n);
	c->cap = p->n;
	for (size_t i = 0; i < p->n; i++) {
		const struct page_block *from = &p->blocks[i];
		struct page_block *to = &c->blocks[i];

		*to = *from;
		to->label = arena_strdup(a, from->label ? from->label : "");
		to->text = arena_strdup(a, from->text ? from->text : "");
		to->cells = ARENA_ARRAY(a, const char *, from->ncells);
		for (size_t k = 0; k < from->ncells; k++)
			to->cells[k] = arena_strdup(
				a, from->cells[k] ? from->cells[k] : "");
	}
	return c;
}

enum page_style
screen_style(const struct ui *u)
{
	return u->room <= SMALL_ROOM ? PAGE_SMALL : PAGE_SCREEN;
}

/* P in at most ROWS lines; whether all its words are there. */
static bool
render_whole(const struct ui *u, const struct page *p, size_t rows,
	     const char *right, struct str *out, struct str *whole)
{
	page_render(out, p, PAGE_SCREEN, u->cols, 0, right);
	if (count_lines(str_text(out)) <= rows)
		return true;
	page_render(whole, p, screen_style(u), u->cols, 0, right);
	str_clear(out);
	page_render(out, p, PAGE_SCREEN, u->cols, rows, right);
	return count_lines(str_text(out)) <= rows &&
	       count_inked(str_text(out)) >= count_inked(str_text(whole));
}

bool
screen_has_room(const struct ui *u, const struct page *p, size_t n)
{
	OWN(str_free) struct str out = { 0 }, whole = { 0 };

	if (p == NULL || u->linear || p->clock.on || u->room < 2 * LEAST_ROWS ||
	    (n < u->room && n + LEAST_ROWS > u->room))
		return true;
	return n < u->room &&
	       render_whole(u, p, u->room - n, NULL, &out, &whole);
}

/* How many lines such blocks of P from FROM on take at least, and its KEYS;
 * *RET_ITEMS: there is something to choose among them. */
static size_t
count_kept(const struct ui *u, const struct page *p, size_t from,
	   const char *keys, bool *ret_items)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str out = { 0 };
	struct page *kept = page_new(&a, "");

	*ret_items = false;
	for (size_t i = from; i < p->n; i++) {
		const struct page_block *b = &p->blocks[i];

		*ret_items |= b->kind == PB_ITEM;
		if (b->essential)
			ARENA_PUSH(&a, kept->blocks, kept->n, kept->cap, *b);
	}
	kept->keys = keys;
	page_render(&out, kept, PAGE_SMALL, u->cols, 0, "");
	return count_lines(str_text(&out));
}

/* Whether there is something to choose, and all of it, with what else can't be
 * missed, finds room in ROWS lines below one that says where you are. */
static bool
items_fit(const struct ui *u, const struct page *p, size_t rows)
{
	bool items;

	return count_kept(u, p, 0, NULL, &items) < rows && items;
}

bool
screen_keeps_items(const struct ui *u, const struct page *p, size_t n)
{
	return !u->linear && n < u->room && items_fit(u, p, u->room - n);
}

size_t
screen_end_kept(const struct ui *u, const struct page *p)
{
	size_t from = p->n;
	bool items;

	if (!screen_keeps_items(u, p, 1))
		return u->room > LINE_ROWS ? u->room - LINE_ROWS : 0;
	while (from > 0 && p->blocks[from - 1].kind == PB_ITEM)
		from--;
	return count_kept(u, p, from, p->keys, &items);
}

/* The page in at most ROWS lines. One that does not fit was read in parts
 * before: of a list what can be chosen stays, of a text its end, below the
 * line that says where you are. */
static void
render_fitting(const struct ui *u, const struct page *p, size_t rows,
	       const char *right, struct str *out)
{
	OWN(str_free) struct str whole = { 0 };
	const char *s;
	size_t lines;

	if (render_whole(u, p, rows, right, out, &whole) || p->clock.on ||
	    items_fit(u, p, rows))
		return;
	s = str_text(&whole);
	lines = count_lines(s);
	str_clear(out);
	if (rows < LEAST_ROWS) { /* the end of a sentence is none */
		str_addn(out, s, (size_t)(skip_lines(s, rows) - s));
		return;
	}
	str_addn(out, s, strcspn(s, "\n") + 1);
	str_add(out, skip_lines(s, lines - rows + 1));
}

/* Where in TEXT, a page as drawn, the clock RIGHT stands. */
static void
find_clock(struct ui *u, const char *text, const char *right)
{
	OWN(arena_free) struct arena a = { 0 };

	u->screen.clock_row = 0;
	if (right == NULL)
		return;
	for (size_t row = 1; row <= PLACE_ROWS && *text != '\0'; row++) {
		size_t n = strcspn(text, "\n");

		if (str_ends(arena_strndup(&a, text, n), right)) {
			u->screen.clock_row = row;
			u->screen.clock_width = utf8_width(right);
			return;
		}
		text += n + (text[n] == '\n');
	}
}

void
screen_wrap(struct ui *u, const char *text, struct str *out)
{
	OWN(arena_free) struct arena a = { 0 };
	const char **lines;
	size_t n;

	lines = utf8_wrap(&a, utf8_clean(&a, text, true), u->cols - 1, &n);
	for (size_t i = 0; i < n; i++)
		str_printf(out, "%s\n", lines[i]);
}

size_t
screen_talk_rows(const struct ui *u, size_t n)
{
	return LINE_ROWS + n < u->room ? u->room - LINE_ROWS - n : 0;
}

void
screen_paint(struct ui *u, size_t n)
{
	struct screen *s = &u->screen;
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str page = { 0 }, all = { 0 }, talk = { 0 };
	const char *under, *right, *bell;
	size_t below, taken;

	if (s->page == NULL || u->linear)
		return;
	if (s->under.n > 0) /* the window may be narrower than it was */
		screen_wrap(u, s->under.s, &talk);
	under = str_text(&talk);
	right = ticks_right(u, &a, s->page);
	bell = ticks_time_line(u, &a, s->page);
	n += bell != NULL;
	below = count_lines(under);
	taken = screen_talk_rows(u, n);
	if (below > taken) {
		under = skip_lines(under, below - taken);
		below = taken;
	}
	render_fitting(u, s->page,
		       u->room > below + n ? u->room - below - n : 1, right,
		       &page);
	find_clock(u, str_text(&page), s->page->clock.on ? right : NULL);
	str_add(&all, CLEAR);
	str_add(&all, str_text(&page));
	if (bell != NULL)
		str_printf(&all, "%s\n", bell);
	str_add(&all, under);
	put_text(all.s);
	s->rows = count_lines(all.s);
}

void
screen_make_room(struct ui *u, size_t n)
{
	if (u->screen.rows + n > u->room)
		screen_paint(u, n);
}

void
screen_forget(struct ui *u)
{
	struct screen *s = &u->screen;

	arena_free(&s->a);
	str_clear(&s->under);
	s->page = NULL;
	s->clock_row = 0;
}

void
screen_free(struct ui *u)
{
	screen_forget(u);
	str_free(&u->screen.under);
}

void
screen_page(struct ui *u, const struct page *p)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str text = { 0 };

	/* the page may have been shown before: copy first, then forget */
	struct arena fresh = { 0 };
	struct page *copy = page_copy(&fresh, p);

	screen_forget(u);
	u->screen.a = fresh;
	u->screen.page = copy;
	if (!u->linear) {
		screen_paint(u, 1);
		return;
	}
	copy->ear = (struct page_ear){
		.keys = messages_get(u->o.m, "Keys, each with Enter:"),
		.enter = messages_get(u->o.m, "empty line"),
	};
	if (copy->news != NULL)
		screen_wrap(u, copy->news, &text);
	else
		page_render(&text, copy, PAGE_LINEAR, u->cols, 0,
			    ticks_right(u, &a, copy));
	put_text(str_text(&text));
}

void
screen_under(struct ui *u, const char *text)
{
	OWN(str_free) struct str lines = { 0 };
	size_t n;

	screen_wrap(u, text, &lines);
	n = count_lines(lines.s);
	str_add(&u->screen.under, lines.s);
	if (u->screen.page != NULL && !u->linear &&
	    u->screen.rows + n + 1 > u->room) {
		screen_paint(u, 1);
		return;
	}
	put_text(lines.s);
	u->screen.rows += n;
}

void
screen_drop(struct ui *u, size_t n)
{
	struct str *under = &u->screen.under;

	if (under->n <= n)
		return;
	under->n = n;
	under->s[n] = '\0';
	screen_paint(u, 1);
}

void
screen_between(struct ui *u, const char *text, bool keep)
{
	OWN(str_free) struct str lines = { 0 };

	if (u->hide != NULL)
		u->hide(u);
	if (keep) {
		screen_under(u, text);
	} else {
		screen_wrap(u, text, &lines);
		screen_make_room(u, count_lines(lines.s) + 1);
		put_text(lines.s);
		u->screen.rows += count_lines(lines.s);
	}
	if (u->show != NULL)
		u->show(u);
}

void
screen_used(struct ui *u, const char *text)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *clean = utf8_clean(&a, text, false);

	u->screen.rows += text_rows(clean, u->cols);
	screen_wrap(u, clean, &u->screen.under);
}
