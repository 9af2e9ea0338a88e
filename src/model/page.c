/* Pages: putting blocks on one, and the words of its clock.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/page.h"

#include <inttypes.h>
#include <string.h>

static const char *
copy(struct arena *a, const char *s)
{
	return arena_strdup(a, s != NULL ? s : "");
}

struct page *
page_new(struct arena *a, const char *place)
{
	struct page *p = ARENA_NEW(a, struct page);

	p->place = copy(a, place);
	return p;
}

static void
add(struct arena *a, struct page *p, enum page_block_kind kind,
    const char *label, const char *text)
{
	struct page_block b = {
		.kind = kind,
		.label = copy(a, label),
		.text = copy(a, text),
		.essential = kind == PB_TITLE || kind == PB_BIG ||
			     kind == PB_ITEM || kind == PB_PICK ||
			     kind == PB_TICK,
	};

	ARENA_PUSH(a, p->blocks, p->n, p->cap, b);
}

void
page_title(struct arena *a, struct page *p, const char *s)
{
	add(a, p, PB_TITLE, NULL, s);
}

void
page_para(struct arena *a, struct page *p, const char *s)
{
	add(a, p, PB_PARA, NULL, s);
}

void
page_big(struct arena *a, struct page *p, const char *s)
{
	add(a, p, PB_BIG, NULL, s);
}

void
page_field(struct arena *a, struct page *p, const char *label, const char *s)
{
	add(a, p, PB_FIELD, label, s);
}

void
page_item(struct arena *a, struct page *p, const char *key, const char *s)
{
	add(a, p, PB_ITEM, key, s);
}

static void
add_pick(struct arena *a, struct page *p, enum page_block_kind kind,
	 const char *key, const char *s, const char *note, const char *brief)
{
	struct page_block *b;

	add(a, p, kind, key, s);
	b = &p->blocks[p->n - 1];
	b->cells = ARENA_ARRAY(a, const char *, 2);
	b->ncells = 2;
	b->cells[0] = copy(a, note);
	b->cells[1] = copy(a, brief);
}

void
page_pick(struct arena *a, struct page *p, const char *key, const char *s,
	  const char *note, const char *brief)
{
	add_pick(a, p, PB_PICK, key, s, note, brief);
}

void
page_tick(struct arena *a, struct page *p, const char *key, const char *s)
{
	add_pick(a, p, PB_TICK, key, s, NULL, NULL);
}

void
page_note(struct arena *a, struct page *p, const char *label, const char *s)
{
	add(a, p, PB_NOTE, label, s);
}

void
page_blank(struct arena *a, struct page *p, const char *s)
{
	add(a, p, PB_BLANK, NULL, s);
}

static void
add_cells(struct arena *a, struct page *p, enum page_block_kind kind,
	  size_t n, const char *const *cells)
{
	struct page_block *b;

	add(a, p, kind, NULL, NULL);
	b = &p->blocks[p->n - 1];
	b->cells = ARENA_ARRAY(a, const char *, n);
	b->ncells = n;
	for (size_t i = 0; i < n; i++)
		b->cells[i] = copy(a, cells[i]);
}

void
page_head(struct arena *a, struct page *p, size_t n, const char *const *cells)
{
	add_cells(a, p, PB_HEAD, n, cells);
}

void
page_row(struct arena *a, struct page *p, size_t n, const char *const *cells)
{
	add_cells(a, p, PB_ROW, n, cells);
}

void
page_gap(struct arena *a, struct page *p)
{
	add(a, p, PB_GAP, NULL, NULL);
}

void
page_rule(struct arena *a, struct page *p, const char *s)
{
	add(a, p, PB_RULE, NULL, s);
}

static const char *
minutes(struct arena *a, int64_t seconds)
{
	if (seconds < 0)
		seconds = 0;
	return arena_printf(a, "%" PRId64 ":%02" PRId64, seconds / 60,
			    seconds % 60);
}

const char *
page_words(struct arena *a, const char *fmt, const char *const v[2])
{
	OWN(str_free) struct str out = { 0 };
	size_t next = 0;

	for (; *fmt != '\0'; fmt++) {
		if (str_starts(fmt, "%s") && next < 2) {
			str_add(&out, v[next++]);
			fmt += 1;
		} else if (str_starts(fmt, "%1$s")) {
			str_add(&out, v[0]);
			fmt += 3;
		} else if (str_starts(fmt, "%2$s")) {
			str_add(&out, v[1]);
			fmt += 3;
		} else if (str_starts(fmt, "%%")) {
			str_addc(&out, '%');
			fmt += 1;
		} else {
			str_addc(&out, *fmt);
		}
	}
	return arena_strdup(a, str_text(&out));
}

int64_t
page_clock_ran(const struct page_clock *c, int64_t mono_ms)
{
	if (c->ended && c->ended_ms != 0)
		mono_ms = c->ended_ms;
	else if (c->paused)
		mono_ms = c->paused_ms;
	return mono_ms - c->started_ms - c->stood_ms;
}

int64_t
page_clock_slot_ran(const struct page_clock *c, int64_t mono_ms)
{
	if (c->paused)
		mono_ms = c->paused_ms;
	return mono_ms - c->slot_started_ms - c->slot_stood_ms;
}

const char *
page_clock_text(struct arena *a, const struct page_clock *c, int64_t mono_ms,
		const char *of_fmt, const char *ended_fmt,
		const char *paused_fmt)
{
	const char *v[2];

	if (!c->on)
		return NULL;
	v[0] = minutes(a, page_clock_ran(c, mono_ms) / 1000);
	v[1] = minutes(a, c->seconds);
	return page_words(a, c->ended ? ended_fmt : c->paused ? paused_fmt :
							       of_fmt, v);
}

const char *
page_clock_left(struct arena *a, const struct page_clock *c, int64_t mono_ms)
{
	if (!c->on || c->slot_left_of == 0)
		return NULL;
	return minutes(a, (int64_t)c->slot_left_of -
				  page_clock_slot_ran(c, mono_ms) / 1000);
}
