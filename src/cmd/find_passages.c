/* What find searches: sections, commandments, values (cmd/finding.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/contents.h"
#include "cmd/finding.h"

#include <string.h>

#include "base/str.h"

struct gather {
	struct app *app;
	struct contents c;
	const struct translation *ctr, *htr;
	struct passages *to;
};

static void
add(struct gather *g, const struct passage *p)
{
	if (p->text != NULL)
		ARENA_PUSH(g->app->a, g->to->v, g->to->n, g->to->cap, *p);
}

/* ---- sections ---- */

/* The commandments stand in their section once more, "1. Title"; they are
 * found as commandments. */
static bool
begins_commandments(const struct edition_section *sec,
		    const struct edition_line *l)
{
	return str_eq(sec->id, HANDBOOK_COMMANDMENTS) &&
	       l->kind == LINE_PARA && str_starts(l->s, "1. ");
}

static void
add_section(struct gather *g, const struct edition_section *sec)
{
	const struct handbook *h = g->c.st.h;
	struct passage p = { .kind = PASSAGE_SECTION, .id = sec->id,
			     .text = sec->title, .also = sec->id };

	for (size_t i = 0; i < h->nsections; i++)
		p.must |= h->sections[i].must &&
			  str_eq(h->sections[i].id, sec->id);
	p.line = arena_printf(g->app->a, "handbook show %s 1", sec->id);
	add(g, &p);
	p.heading = sec->title;
	p.also = NULL;
	for (size_t i = 0; i < sec->nlines; i++) {
		const struct edition_line *l = &sec->lines[i];

		if (begins_commandments(sec, l))
			break;
		if (l->kind == LINE_PARA || p.paragraph == 0)
			p.paragraph++;
		p.line = arena_printf(g->app->a, "handbook show %s %u",
				      sec->id, p.paragraph);
		p.text = l->s;
		add(g, &p);
		p.text = l->easy;
		add(g, &p);
	}
}

/* ---- commandments ---- */

static void
add_commandment(struct gather *g, const struct commandment *c)
{
	const struct text *const parts[] = { c->do_, c->easy, c->say,
					     c->answer, c->avoid, c->story,
					     c->question };
	struct passage p = { .kind = PASSAGE_COMMANDMENT, .id = c->id,
			     .number = c->number,
			     .text = text_in(c->title, g->ctr),
			     .also = text_in(c->topic, g->ctr) };

	p.line = arena_printf(g->app->a, "commandments %u", c->number);
	add(g, &p);
	p.heading = p.text;
	p.also = NULL;
	for (size_t i = 0; i < NELEM(parts); i++) {
		if (parts[i] == NULL)
			continue;
		p.paragraph = (unsigned)i + 1;
		p.text = text_in(parts[i], g->ctr);
		add(g, &p);
	}
}

/* ---- values ---- */

/* Where the handbook uses it first. */
static const char *
line_of_value(struct gather *g, const char *id)
{
	const struct handbook *h = g->c.st.h;
	const char *mark = arena_printf(g->app->a, "${%s}", id);

	for (size_t i = 0; i < h->nsections; i++) {
		const struct handbook_section *sec = &h->sections[i];
		unsigned number = str_eq(sec->id, HANDBOOK_COMMANDMENTS);

		for (size_t k = 0; k < sec->nblocks; k++) {
			number += sec->blocks[k].kind == BLOCK_PARA;
			if (strstr(sec->blocks[k].t->s, mark) != NULL)
				return arena_printf(g->app->a, "handbook show "
						    "%s %u", sec->id, number);
		}
	}
	return NULL;
}

static void
add_value(struct gather *g, const struct handbook_value *v)
{
	struct passage p = { .kind = PASSAGE_VALUE, .id = v->id,
			     .text = text_in(v->name, g->htr) };

	p.value = contents_value(g->app, g->c.st.h, v->id);
	p.also = arena_printf(g->app->a, "%s %s", v->id, p.value);
	p.line = line_of_value(g, v->id);
	add(g, &p);
}

int
find_passages(struct app *app, struct passages *ret, struct err *e)
{
	struct gather g = { .app = app, .to = ret };
	size_t lang = app_lang_index(app->lang);

	memset(ret, 0, sizeof(*ret));
	if (contents_open(app, &g.c, e) != 0)
		return -1;
	g.ctr = g.c.st.ctr[lang];
	g.htr = g.c.st.htr[lang];
	ret->edition = g.c.edition;
	for (size_t i = 0; i < g.c.st.h->nvalues; i++)
		add_value(&g, &g.c.st.h->values[i]);
	for (size_t i = 0; i < g.c.text.nsections; i++)
		add_section(&g, &g.c.text.sections[i]);
	for (size_t i = 0; i < g.c.st.c->n; i++)
		add_commandment(&g, &g.c.st.c->v[i]);
	return 0;
}
