/* The wording of a section or commandment: from the document to lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/wording.h"

#include "base/messages.h"

const char *const wording_labels[WORDING_PARTS] = {
	[PART_TOPIC] = N_("Topic"),
	[PART_DO] = N_("Do"),
	[PART_SAY] = N_("Say"),
	[PART_ANSWER] = N_("They ask, you answer"),
	[PART_AVOID] = N_("Avoid"),
	[PART_STORY] = N_("Story"),
	[PART_QUESTION] = N_("Question for the lineup"),
	[PART_HINT] = N_("Hint for the leader"),
	[PART_PRACTICE] = N_("Practice"),
};

static const char *const marks[] = {
	[WORD_TITLE] = "== ",
	[WORD_PART] = "",
	[WORD_PARA] = "",
	[WORD_ITEM] = "- ",
	[WORD_EASY] = "~ ",
	[WORD_ASK] = "? ",
	[WORD_RIGHT] = "+ ",
	[WORD_WRONG] = "x ",
};

/* ---- from the document ---- */

struct maker {
	struct arena *a;
	const struct translation *tr;
	struct wording *w;
};

static void
add(struct maker *k, enum wording_kind kind, const struct text *t)
{
	const struct translation *tr = k->tr;
	struct wording_line l = { .kind = kind, .t = t, .s = t->s,
				  .was = k->w->n };

	if (k->w->translated) {
		l.s = tr != NULL ? tr->targets[t->n] : NULL;
		if (l.s == NULL && tr != NULL && tr->old != NULL) {
			l.s = tr->old[t->n];
			l.stale = l.s != NULL;
		}
	}
	ARENA_PUSH(k->a, k->w->v, k->w->n, k->w->cap, l);
}

static void
add_part(struct maker *k, enum wording_part part, const struct text *t)
{
	add(k, WORD_PART, t);
	k->w->v[k->w->n - 1].part = part;
}

static void
add_quiz(struct maker *k, const struct quiz *q, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		add(k, WORD_ASK, q[i].ask);
		for (size_t j = 0; j < q[i].nanswers; j++)
			add(k, q[i].answers[j].right ? WORD_RIGHT : WORD_WRONG,
			    q[i].answers[j].t);
	}
}

void
wording_of_section(struct arena *a, const struct handbook_section *s,
		   const struct translation *tr, const char *lang,
		   bool translated, struct wording *ret)
{
	struct maker k = { a, tr, ret };

	*ret = (struct wording){ .id = s->id, .lang = lang,
				 .translated = translated };
	add(&k, WORD_TITLE, s->title);
	for (size_t i = 0; i < s->nblocks; i++) {
		const struct handbook_block *b = &s->blocks[i];

		add(&k, b->kind == BLOCK_ITEM ? WORD_ITEM : WORD_PARA, b->t);
		if (b->easy != NULL)
			add(&k, WORD_EASY, b->easy);
	}
	add_quiz(&k, s->questions, s->nquestions);
}

void
wording_of_commandment(struct arena *a, const struct commandment *c,
		       const struct translation *tr, const char *lang,
		       bool translated, struct wording *ret)
{
	const struct text *const parts[WORDING_PARTS] = {
		[PART_TOPIC] = c->topic,
		[PART_DO] = c->do_,
		[PART_SAY] = c->say,
		[PART_ANSWER] = c->answer,
		[PART_AVOID] = c->avoid,
		[PART_STORY] = c->story,
		[PART_QUESTION] = c->question,
		[PART_HINT] = c->hint,
		[PART_PRACTICE] = c->practice,
	};
	struct maker k = { a, tr, ret };

	*ret = (struct wording){ .commandment = true, .lang = lang,
				 .id = arena_printf(a, "%u", c->number),
				 .translated = translated };
	add(&k, WORD_TITLE, c->title);
	for (size_t i = 0; i < WORDING_PARTS; i++) {
		add_part(&k, (enum wording_part)i, parts[i]);
		if (i == PART_DO)
			add(&k, WORD_EASY, c->easy);
	}
	for (size_t i = 0; i < PRACTICE_MARKS; i++)
		add(&k, WORD_ITEM, c->marks[i]);
	add_quiz(&k, c->recall, c->nrecall);
}

/* ---- to a text ---- */

static bool
begins_block(const struct wording_line *l)
{
	return l->kind != WORD_EASY && l->kind != WORD_RIGHT &&
	       l->kind != WORD_WRONG;
}

size_t
wording_block_end(const struct wording *w, size_t i)
{
	for (i++; i < w->n && !begins_block(&w->v[i]); i++)
		;
	return i;
}

void
wording_print(struct str *out, const struct wording *w,
	      const struct messages *m, const struct wording *source,
	      const char *note)
{
	size_t n;

	for (size_t i = 0; i < w->n; i++) {
		const struct wording_line *l = &w->v[i];

		/* Items of one list stand together. */
		if (i > 0 && begins_block(l) &&
		    (l->kind != WORD_ITEM || w->v[i - 1].kind != WORD_ITEM))
			str_addc(out, '\n');
		if (source != NULL && (l->stale || l->s == NULL))
			str_printf(out, "# %s %s\n", note, source->v[i].s);
		str_add(out, marks[l->kind]);
		if (l->kind == WORD_TITLE)
			str_printf(out, "%s ", w->id);
		if (l->kind == WORD_PART)
			str_printf(out, "%s: ",
				   messages_get(m, wording_labels[l->part]));
		/* Else it would be read as something else. */
		if (l->kind == WORD_PARA && l->s != NULL &&
		    (*l->s == '#' || *l->s == '\\' ||
		     wording_mark(l->s, &n) != WORD_PARA))
			str_addc(out, '\\');
		str_add(out, l->s != NULL ? l->s : "…");
		str_addc(out, '\n');
	}
}

static bool
line_same(const struct wording_line *a, const struct wording_line *b)
{
	if (a->kind != b->kind ||
	    (a->kind == WORD_PART && a->part != b->part))
		return false;
	return a->s == NULL || b->s == NULL ? a->s == b->s :
					      str_eq(a->s, b->s);
}

bool
wording_same(const struct wording *a, const struct wording *b)
{
	if (a->commandment != b->commandment || !str_eq(a->id, b->id) ||
	    !str_eq(a->lang, b->lang) || a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!line_same(&a->v[i], &b->v[i]))
			return false;
	return true;
}
