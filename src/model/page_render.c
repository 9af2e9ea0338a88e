/* Laying a page out: for a terminal, a file or printer, or to be read aloud.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/page.h"

#include <string.h>

#include "base/utf8.h"
#include "model/page_sheet.h"

/* Lines of text above this are hard to follow; clock and rule go on. */
#define TEXT_COLS 90
#define DEFAULT_COLS 80
#define MIN_COLS 10
/* Less than this beside a label, and the text goes below it. */
#define MIN_BESIDE 20
#define BIG_INDENT 6
#define BETWEEN_PARTS "   "

void
sheet_add(struct sheet *sh, enum sheet_part part, size_t block, const char *s)
{
	struct sheet_line l = { .part = part, .block = block };
	size_t n = strlen(s);

	while (n > 0 && s[n - 1] == ' ')
		n--;
	l.s = arena_strndup(sh->a, s, n);
	ARENA_PUSH(sh->a, sh->v, sh->n, sh->cap, l);
}

/* An empty line, where none is yet. */
static void
gap(struct sheet *sh)
{
	if (sh->style != PAGE_LINEAR && sh->n > 0 &&
	    sh->v[sh->n - 1].part != PART_GAP)
		sheet_add(sh, PART_GAP, 0, "");
}

const char *
sheet_clean(struct sheet *sh, const char *s)
{
	return s != NULL ? utf8_clean(sh->a, s, true) : "";
}

void
sheet_hang(struct sheet *sh, size_t block, const char *lead, size_t indent,
	   const char *text)
{
	size_t room = sh->text > indent ? sh->text - indent : 1, n;
	const char **lines = utf8_wrap(sh->a, text, room, &n);

	for (size_t i = 0; i < n; i++) {
		OWN(str_free) struct str out = { 0 };
		size_t w = i == 0 ? utf8_width(lead) : 0;

		if (i == 0)
			str_add(&out, lead);
		str_pad(&out, ' ', w < indent ? indent - w : 0);
		str_add(&out, lines[i]);
		sheet_add(sh, PART_BLOCK, block, str_text(&out));
	}
}

struct lines {
	const char **v;
	size_t n, cap;
};

size_t
sheet_key(const char *s)
{
	size_t n = 0;

	while (s[n] != '\0' && s[n] != '\n' && !str_starts(s + n, "  "))
		n++;
	return n;
}

/* One part, N bytes at S: to the line if it fits, else to one of its own. */
static void
put_part(struct sheet *sh, struct str *line, const char *s, size_t n,
	 struct lines *ret)
{
	const char *part = arena_strndup(sh->a, s, n), **wrapped;
	size_t w = utf8_width(str_text(line)), count;

	if (w > 0 && w + strlen(BETWEEN_KEYS) + utf8_width(part) <= sh->wide) {
		str_add(line, BETWEEN_KEYS);
		str_add(line, part);
		return;
	}
	if (w > 0)
		ARENA_PUSH(sh->a, ret->v, ret->n, ret->cap,
			   arena_strdup(sh->a, line->s));
	wrapped = utf8_wrap(sh->a, part, sh->wide, &count);
	for (size_t i = 0; i + 1 < count; i++)
		ARENA_PUSH(sh->a, ret->v, ret->n, ret->cap, wrapped[i]);
	str_clear(line);
	str_add(line, wrapped[count - 1]);
}

/* One line whose parts (keys, "page 3 of 3") stand two blanks or more apart,
 * broken between them where it is too long. */
static void
break_parts(struct sheet *sh, const char *s, struct lines *ret)
{
	OWN(str_free) struct str line = { 0 };
	size_t n;

	if (utf8_width(s) <= sh->wide) {
		ARENA_PUSH(sh->a, ret->v, ret->n, ret->cap, s);
		return;
	}
	for (s += strspn(s, " \n"); *s != '\0'; s += strspn(s, " \n")) {
		n = sheet_key(s);
		put_part(sh, &line, s, n, ret);
		s += n;
	}
	ARENA_PUSH(sh->a, ret->v, ret->n, ret->cap,
		   arena_strdup(sh->a, str_text(&line)));
}

/* Place at the left, the clock at the right; below it where there is no room
 * for both. */
static void
add_place(struct sheet *sh)
{
	const char *place = sheet_clean(sh, sh->p->place);
	const char *right = sh->right;
	size_t r = utf8_width(right);
	struct lines l = { 0 };

	if (place[0] == '\0' && r == 0)
		return;
	break_parts(sh, place, &l);
	for (size_t i = 0; i < l.n; i++) {
		OWN(str_free) struct str out = { 0 };
		size_t left = utf8_width(l.v[i]);
		bool fits = r > 0 && i + 1 == l.n && left + 2 + r <= sh->wide;

		str_add(&out, l.v[i]);
		if (fits) {
			str_pad(&out, ' ', sh->wide - left - r);
			str_add(&out, right);
			r = 0;
		}
		sheet_add(sh, PART_PLACE, 0, str_text(&out));
	}
	if (r > 0) {
		OWN(str_free) struct str out = { 0 };

		str_pad(&out, ' ', r < sh->wide ? sh->wide - r : 0);
		str_addn(&out, right, utf8_fit(right, sh->wide));
		sheet_add(sh, PART_PLACE, 0, str_text(&out));
	}
}

static void
add_dashes(struct sheet *sh, enum sheet_part part, size_t block,
	   const char *text)
{
	OWN(str_free) struct str out = { 0 };
	size_t w;

	if (text[0] != '\0')
		str_printf(&out, "-- %s ", text);
	w = utf8_width(str_text(&out));
	str_pad(&out, '-', w < sh->wide ? sh->wide - w : 0);
	sheet_add(sh, part, block, str_text(&out));
}

/* A heading between parts. */
static void
add_rule(struct sheet *sh, size_t i)
{
	const char *s = sheet_clean(sh, sh->p->blocks[i].text);

	if (utf8_width(s) + 6 > sh->wide || sh->style == PAGE_PLAIN)
		sheet_hang(sh, i, "", 0, s);
	else
		add_dashes(sh, PART_BLOCK, i, s);
}

/* How a run of labelled blocks is laid out. */
struct run {
	size_t from, to;
	size_t label; /* widest label */
	size_t first; /* widest text in front of a tab; 0: no tabs */
	size_t rest;  /* widest text behind one */
	size_t indent;
	bool beside;   /* texts stand beside their labels */
	bool together; /* both parts of a text stand in one line */
};

static void
measure_run(struct sheet *sh, struct run *r)
{
	const struct page_block *b = sh->p->blocks;

	for (r->to = r->from; r->to < sh->p->n; r->to++) {
		const struct page_block *it = &b[r->to];
		const char *tab = strchr(it->text, '\t');
		size_t w = utf8_width(sheet_clean(sh, it->label));

		if (it->kind == PB_NOTE && b[r->from].kind == PB_ITEM)
			continue;
		if (it->kind != b[r->from].kind)
			break;
		r->label = w > r->label ? w : r->label;
		if (tab == NULL)
			continue;
		w = utf8_width(arena_strndup(sh->a, it->text,
					     (size_t)(tab - it->text)));
		r->first = w > r->first ? w : r->first;
		w = utf8_width(tab + 1);
		r->rest = w > r->rest ? w : r->rest;
	}
	r->indent = 2 + r->label + 2;
	r->beside = b[r->from].kind == PB_ITEM ||
		    r->indent + MIN_BESIDE <= sh->text;
	r->together = r->indent + r->first + strlen(BETWEEN_PARTS) + r->rest <=
		      sh->text;
}

/* TEXT with its two parts under those of the run, or below each other. */
static const char *
put_parts(struct sheet *sh, const struct run *r, const char *text)
{
	const char *tab = strchr(text, '\t'), *first;
	int pad;

	if (tab == NULL)
		return sheet_clean(sh, text);
	first = arena_strndup(sh->a, text, (size_t)(tab - text));
	pad = (int)(r->first - utf8_width(first));
	text = r->together ? arena_printf(sh->a, "%s%*s" BETWEEN_PARTS "%s",
					  first, pad, "", tab + 1) :
			     arena_printf(sh->a, "%s\n%s", first, tab + 1);
	return sheet_clean(sh, text);
}

/* "Easier: so and so", below the item it goes with. */
static void
add_note(struct sheet *sh, size_t i, size_t indent)
{
	const struct page_block *b = &sh->p->blocks[i];
	const char *lead = arena_printf(sh->a, "%*s", (int)indent, "");

	sheet_hang(sh, i, lead, indent,
		   arena_printf(sh->a, "%s: %s", sheet_clean(sh, b->label),
				sheet_clean(sh, b->text)));
}

/* The run of one kind of labelled blocks that begins at FROM; notes stay with
 * their items. */
static size_t
add_labelled(struct sheet *sh, size_t from)
{
	const struct page_block *b = sh->p->blocks;
	struct run r = { .from = from };

	measure_run(sh, &r);
	for (size_t i = from; i < r.to; i++) {
		const char *label = sheet_clean(sh, b[i].label);
		const char *text = put_parts(sh, &r, b[i].text);
		OWN(str_free) struct str lead = { 0 };

		if (b[i].kind == PB_NOTE) {
			add_note(sh, i, r.indent);
			continue;
		}
		str_pad(&lead, ' ', 2);
		if (b[i].kind == PB_ITEM) /* 9 and 10 end below each other */
			str_pad(&lead, ' ', r.label - utf8_width(label));
		str_add(&lead, label);
		if (r.beside) {
			sheet_hang(sh, i, str_text(&lead), r.indent, text);
		} else {
			sheet_hang(sh, i, "", 2, label);
			sheet_hang(sh, i, "", 4, text);
		}
	}
	return r.to;
}

static void
add_big(struct sheet *sh, size_t i)
{
	size_t indent = sh->wide >= 60 ? BIG_INDENT : 2;

	gap(sh);
	sheet_hang(sh, i, "", indent, sheet_clean(sh, sh->p->blocks[i].text));
	gap(sh);
}

static void
add_blank(struct sheet *sh, size_t i)
{
	OWN(str_free) struct str line = { 0 };

	str_add(&line, sheet_clean(sh, sh->p->blocks[i].text));
	if (line.n == 0)
		str_pad(&line, '_', sh->text);
	sheet_hang(sh, i, "", 0, str_text(&line));
}

/* What comes, before it begins. */
static void
add_contents(struct sheet *sh)
{
	gap(sh);
	sheet_hang(sh, 0, "", 0, sheet_clean(sh, sh->p->contents));
	for (size_t i = 0; i < sh->p->n; i++)
		if (sh->p->blocks[i].kind == PB_RULE)
			sheet_hang(sh, i, "  ", 2,
				   sheet_clean(sh, sh->p->blocks[i].text));
	gap(sh);
}

static void
add_blocks(struct sheet *sh)
{
	bool contents = sh->p->contents != NULL;
	size_t i = 0;

	while (i < sh->p->n) {
		switch (sh->p->blocks[i].kind) {
		case PB_TITLE:
		case PB_PARA:
			sheet_hang(sh, i, "", 0,
				   sheet_clean(sh, sh->p->blocks[i].text));
			i++;
			break;
		case PB_FIELD:
		case PB_ITEM:
			i = add_labelled(sh, i);
			break;
		case PB_PICK:
		case PB_TICK:
			i = sheet_picks(sh, i);
			break;
		case PB_NOTE:
			add_note(sh, i, 2);
			i++;
			break;
		case PB_BLANK:
			add_blank(sh, i);
			i++;
			break;
		case PB_HEAD:
		case PB_ROW:
			i = sheet_table(sh, i);
			break;
		case PB_GAP:
			gap(sh);
			i++;
			break;
		case PB_RULE:
			if (contents)
				add_contents(sh);
			contents = false;
			add_rule(sh, i);
			i++;
			break;
		case PB_BIG:
			add_big(sh, i);
			i++;
			break;
		}
	}
}

static void
add_keys(struct sheet *sh)
{
	const char *s = sheet_clean(sh, sh->p->keys);

	while (*s != '\0') {
		size_t n = strcspn(s, "\n");
		struct lines l = { 0 };

		break_parts(sh, arena_strndup(sh->a, s, n), &l);
		for (size_t i = 0; i < l.n; i++)
			sheet_add(sh, PART_KEYS, 0, l.v[i]);
		s += n + (s[n] == '\n');
	}
}

static bool
is_screen(const struct sheet *sh)
{
	return sh->style == PAGE_SCREEN || sh->style == PAGE_SMALL;
}

static void
lay_out(struct sheet *sh)
{
	sh->n = 0;
	if (sh->style == PAGE_LINEAR) {
		sheet_speak(sh);
		return;
	}
	add_place(sh);
	if (is_screen(sh) && sh->n > 0)
		add_dashes(sh, PART_RULE, 0, "");
	gap(sh);
	add_blocks(sh);
	if (is_screen(sh) && sh->p->keys != NULL &&
	    sh->p->keys[0] != '\0') {
		gap(sh);
		add_keys(sh);
	}
	while (sh->n > 0 && sh->v[sh->n - 1].part == PART_GAP)
		sh->n--;
	if (sh->style == PAGE_SMALL)
		sheet_brief(sh);
}

static void
lay_out_within(struct sheet *sh, size_t rows)
{
	sh->tight = true;
	lay_out(sh);
	sheet_squeeze(sh, rows);
	sh->pick_rows = sheet_pick_rows(sh, rows);
	if (sh->pick_rows > 0) {
		lay_out(sh);
		sheet_squeeze(sh, rows);
	}
	sheet_cut(sh, rows);
}

void
page_render(struct str *out, const struct page *p, enum page_style st,
	    size_t cols, size_t rows, const char *right)
{
	OWN(arena_free) struct arena a = { 0 };
	struct sheet sh = { .a = &a, .p = p, .style = st,
			    .tight = st == PAGE_SMALL };

	if (cols == 0)
		cols = DEFAULT_COLS;
	if (cols < MIN_COLS)
		cols = MIN_COLS;
	/* A terminal may wrap at its last column: stay away from it. */
	sh.wide = is_screen(&sh) ? cols - 2 : cols;
	sh.text = sh.wide < TEXT_COLS ? sh.wide : TEXT_COLS;
	sh.right = sheet_clean(&sh, right != NULL ? right : p->right);
	lay_out(&sh);
	if (rows > 0 && !sheet_close_up(&sh, rows))
		lay_out_within(&sh, rows);
	for (size_t i = 0; i < sh.n; i++) {
		str_add(out, sh.v[i].s);
		str_addc(out, '\n');
	}
}
