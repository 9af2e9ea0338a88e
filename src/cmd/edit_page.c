/* What was changed in a section or commandment, shown in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/editing.h"

#include "base/utf8.h"

const char *
edit_lang(struct app *app, size_t lang)
{
	static const char *const names[LANGS] = {
		N_("English"), N_("German"), N_("Russian"),
	};

	return T(app, names[lang]);
}

const char *
edit_title(struct app *app, const struct edit *d)
{
	return arena_printf(app->a, "%s %s   (%s)", d->id,
			    text_in(d->source.v[0].t,
				    d->tr[app_lang_index(app->lang)]),
			    edit_lang(app, d->lang));
}

/* ---- counted ---- */

static bool
changed(const struct edit *d, const struct wording_line *l)
{
	const struct wording_line *o = &d->was.v[l->was];

	if (o->kind != l->kind)
		return true;
	return o->s == NULL || l->s == NULL ? o->s != l->s :
					      !str_eq(o->s, l->s);
}

/* Saved as it is, it counts as right for the original of now. */
static bool
confirmed(const struct edit *d, const struct wording_line *l)
{
	return d->was.v[l->was].stale && l->s != NULL && !changed(d, l);
}

/* Whether line I of the wording before is still one. */
static bool
lives(const struct edit *d, size_t i)
{
	for (size_t k = 0; k < d->now.n; k++)
		if (d->now.v[k].was == i)
			return true;
	return false;
}

struct edit_counts
edit_count(const struct edit *d)
{
	struct edit_counts c = { 0 };

	for (size_t k = 0; k < d->now.n; k++) {
		const struct wording_line *l = &d->now.v[k];

		c.added += l->was == WORDING_NEW;
		if (l->was == WORDING_NEW)
			continue;
		c.changed += changed(d, l);
		c.confirmed += confirmed(d, l);
		c.moved += l->moved;
	}
	for (size_t i = 0; i < d->was.n; i++)
		c.gone += !lives(d, i);
	return c;
}

bool
edit_changes(const struct edit *d)
{
	struct edit_counts c = edit_count(d);

	return c.changed + c.added + c.gone + c.moved + c.confirmed > 0;
}

/* ---- what a line is called ---- */

static unsigned
count_to(const struct wording *w, size_t i, enum wording_kind kind)
{
	unsigned n = 0;

	for (size_t k = 0; k <= i; k++)
		n += w->v[k].kind == kind;
	return n;
}

/* "paragraph 3": numbered as in the handbook's pages. */
static const char *
name_of(struct app *app, const struct wording *w, size_t i)
{
	unsigned paras = count_to(w, i, WORD_PARA);
	unsigned asks = count_to(w, i, WORD_ASK);

	switch (w->v[i].kind) {
	case WORD_TITLE:
		return T(app, "the title");
	case WORD_PART:
		return arena_printf(app->a, "\"%s\"",
				    T(app, wording_labels[w->v[i].part]));
	case WORD_PARA:
		return arena_printf(app->a, T(app, "paragraph %u"), paras);
	case WORD_ITEM:
		return w->commandment ?
		       arena_printf(app->a, T(app, "mark %u of the practice"),
				    count_to(w, i, WORD_ITEM)) :
		       arena_printf(app->a,
				    T(app, "an item below paragraph %u"),
				    paras);
	case WORD_EASY:
		return w->commandment ? T(app, "the easier words") :
		       arena_printf(app->a,
				    T(app, "the easier words of paragraph %u"),
				    paras);
	case WORD_ASK:
		return arena_printf(app->a, T(app, "question %u"), asks);
	case WORD_RIGHT:
		return arena_printf(app->a,
				    T(app, "the right answer to question %u"),
				    asks);
	case WORD_WRONG:
		break;
	}
	return arena_printf(app->a, T(app, "a wrong answer to question %u"),
			    asks);
}

/* ---- shown ---- */

struct diff {
	struct app *app;
	const struct edit *d;
	struct page *p;
	size_t told; /* lines of before, told so far */
};

static void
show(struct diff *v, const char *head, const char *before, const char *after)
{
	struct arena *a = v->app->a;

	if (v->p->n > 0)
		page_gap(a, v->p);
	page_para(a, v->p, head);
	if (before != NULL)
		page_field(a, v->p, T(v->app, "before"), before);
	if (after != NULL)
		page_field(a, v->p, T(v->app, "now"), after);
}

static const char *
or_nothing(const char *s)
{
	return s != NULL ? s : "…";
}

/* What is gone, up to line TO of before. */
static void
show_gone(struct diff *v, size_t to)
{
	const struct wording *w = &v->d->was;
	struct app *app = v->app;

	for (; v->told < to; v->told++)
		if (!lives(v->d, v->told))
			show(v, arena_printf(app->a, T(app, "Gone, %s:"),
					     name_of(app, w, v->told)),
			     or_nothing(w->v[v->told].s), NULL);
}

/* How the line that was O is told, over its NAME; NULL: it is as it was. */
static const char *
head_of(struct diff *v, const struct wording_line *o,
	const struct wording_line *l, const char *name)
{
	struct app *app = v->app;

	if (o->kind != l->kind && str_eq(or_nothing(o->s), or_nothing(l->s)))
		return arena_printf(app->a, T(app, "Another kind of line now, %s:"),
				    name);
	if (changed(v->d, l) && l->moved)
		return arena_printf(app->a, T(app, "Moved and changed, %s:"),
				    name);
	if (changed(v->d, l))
		return arena_printf(app->a, T(app, "Changed, %s:"), name);
	if (l->moved)
		return arena_printf(app->a, T(app, "Moved, %s:"), name);
	return !confirmed(v->d, l) ? NULL :
	       arena_printf(app->a, T(app, "As it is, right for the original of now, %s:"),
			    name);
}

static void
show_line(struct diff *v, size_t k)
{
	const struct wording_line *l = &v->d->now.v[k], *o;
	const char *name = name_of(v->app, &v->d->now, k), *head;
	struct app *app = v->app;

	if (l->was == WORDING_NEW) {
		show(v, arena_printf(app->a, T(app, "New, %s:"), name), NULL,
		     l->s);
		return;
	}
	o = &v->d->was.v[l->was];
	if (!l->moved)
		show_gone(v, l->was);
	head = head_of(v, o, l, name);
	if (head != NULL)
		show(v, head, str_eq(or_nothing(o->s), or_nothing(l->s)) ?
			      NULL : or_nothing(o->s), or_nothing(l->s));
}

struct page *
edit_difference(struct app *app, const struct edit *d)
{
	struct diff v = { .app = app, .d = d };
	struct edit_counts c = edit_count(d);

	v.p = app_page(app, arena_printf(app->a, T(app, "CHANGED   %s"),
					 edit_title(app, d)));
	for (size_t k = 0; k < d->now.n; k++)
		show_line(&v, k);
	show_gone(&v, d->was.n);
	page_gap(app->a, v.p);
	page_para(app->a, v.p,
		  arena_printf(app->a, T(app, "Lines changed: %u, new: %u, gone: %u, moved: %u."),
			       c.changed, c.added, c.gone, c.moved));
	return v.p;
}

struct page *
edit_wrong(struct app *app, const struct edit *d)
{
	struct page *p = app_page(app, arena_printf(app->a,
				T(app, "NOT RIGHT YET   %s"),
				edit_title(app, d)));

	page_para(app->a, p, T(app, "Nothing is changed. This has to be put right in the text first:"));
	for (size_t i = 0; i < d->flaws.n; i++)
		page_field(app->a, p,
			   arena_printf(app->a, T(app, "line %u"),
					d->flaws.v[i].line),
			   utf8_capital(app->a, d->flaws.v[i].text));
	return p;
}
