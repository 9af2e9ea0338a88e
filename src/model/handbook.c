/* Composing the text of an edition from handbook, commandments and values.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/handbook.h"

#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"

/* So many of the places where units are missing are named. */
#define NAMED 3

struct composer {
	struct arena *a;
	const struct handbook *h;
	const struct translation *ht;
	const struct commandments *c;
	const struct translation *ct;
	const char *lang;
	const struct messages *m;
	const struct value_source *vs;
	const char *place; /* what changes the words here: a command line */
	const char *stale[NAMED];
	size_t nplaces, nstale;
	struct err *e;
};

const struct handbook_value *
handbook_value_find(const struct handbook *h, const char *id)
{
	for (size_t i = 0; i < h->nvalues; i++)
		if (str_eq(h->values[i].id, id))
			return &h->values[i];
	return NULL;
}

static const char *
value_of(const struct handbook *h, const struct value_source *vs,
	 struct arena *a, const char *lang, const char *id)
{
	const struct handbook_value *v = handbook_value_find(h, id);
	const char *s = NULL;

	if (v == NULL)
		return NULL;
	if (vs != NULL)
		s = vs->get(vs, id);
	return value_said(a, v->type, s != NULL ? s : v->dflt, lang);
}

int
handbook_fill(struct arena *a, const struct handbook *h,
	      const struct value_source *vs, const char *lang, const char *id,
	      const char *s, const char **ret, struct err *e)
{
	OWN(str_free) struct str out = { 0 };
	const char *open;

	while ((open = strstr(s, "${")) != NULL) {
		const char *close = strchr(open, '}'), *name, *value;

		if (close == NULL)
			return err_set(e, ERR_CONTENT,
				       N_("'%s': a ${ without }; please close "
					  "it"),
				       id);
		name = arena_strndup(a, open + 2, (size_t)(close - open - 2));
		value = value_of(h, vs, a, lang, name);
		if (value == NULL)
			return err_set(e, ERR_CONTENT,
				       N_("'%s': the handbook has no value "
					  "'%s'; please add it or correct the "
					  "name"),
				       id, name);
		str_addn(&out, s, (size_t)(open - s));
		str_add(&out, value);
		s = close + 1;
	}
	str_add(&out, s);
	*ret = utf8_nfc(a, str_text(&out));
	return 0;
}

static int
check(struct composer *k, const char *id, const char *s, size_t marker)
{
	const char *flaw = edition_line_flaw(s, marker);

	if (flaw == NULL)
		return 0;
	return err_set(k->e, ERR_CONTENT, N_("the text '%s' (%s) %s"), id,
		       k->lang, messages_get(k->e->m, flaw));
}

/* The place is noted once: it comes up line by line. */
static void
note_stale(struct composer *k, const struct text *t)
{
	const char *place = k->place == NULL ? t->id :
			    arena_printf(k->a, "'%s --lang %s'", k->place,
					 k->lang);

	k->nstale++;
	if (k->nplaces > 0 && k->nplaces <= NAMED &&
	    str_eq(k->stale[k->nplaces - 1], place))
		return;
	if (k->nplaces < NAMED)
		k->stale[k->nplaces] = place;
	k->nplaces++;
}

/* The words of T as they are printed. A text that is missing or stale is
 * noted and stands as "…" until compose ends with an error. */
static int
words(struct composer *k, const struct text *t, const struct translation *tr,
      const char **ret)
{
	if (!text_is_fresh(t, tr)) {
		note_stale(k, t);
		*ret = "…";
		return 0;
	}
	return handbook_fill(k->a, k->h, k->vs, k->lang, t->id,
			     text_in(t, tr), ret, k->e);
}

/* Likewise, checked as a whole line behind a marker of that length. */
static int
line_words(struct composer *k, const struct text *t,
	   const struct translation *tr, size_t marker, const char **ret)
{
	const char *s;

	if (words(k, t, tr, &s) < 0 || check(k, t->id, s, marker) < 0)
		return -1;
	*ret = s;
	return 0;
}

static int
add_line(struct composer *k, struct edition_section *sec, enum line_kind kind,
	 const struct text *t, const struct text *easy,
	 const struct translation *tr)
{
	struct edition_line l = { .kind = kind };

	if (line_words(k, t, tr, kind == LINE_ITEM ? 2 : 0, &l.s) < 0)
		return -1;
	if (easy != NULL && line_words(k, easy, tr, 2, &l.easy) < 0)
		return -1;
	ARENA_PUSH(k->a, sec->lines, sec->nlines, sec->caplines, l);
	return 0;
}

/* "- LABEL words" of a commandment; T may be NULL. */
static int
add_labelled(struct composer *k, struct edition_section *sec,
	     const char *label, const struct text *t)
{
	struct edition_line l = { .kind = LINE_ITEM };
	const char *s;

	if (t == NULL)
		return 0;
	if (words(k, t, k->ct, &s) < 0)
		return -1;
	s = arena_printf(k->a, "%s %s", label, s);
	l.s = utf8_nfc(k->a, s);
	if (check(k, t->id, l.s, 2) < 0)
		return -1;
	ARENA_PUSH(k->a, sec->lines, sec->nlines, sec->caplines, l);
	return 0;
}

static int
add_commandment(struct composer *k, struct edition_section *sec,
		const struct commandment *c)
{
	struct edition_line l = { .kind = LINE_PARA };
	const char *title, *todo;

	k->place = arena_printf(k->a, "commandments edit %u", c->number);
	if (words(k, c->title, k->ct, &title) < 0 ||
	    words(k, c->do_, k->ct, &todo) < 0)
		return -1;
	l.s = arena_printf(k->a, "%u. %s – %s", c->number, title, todo);
	if (check(k, c->do_->id, l.s, 0) < 0)
		return -1;
	if (c->easy != NULL && line_words(k, c->easy, k->ct, 2, &l.easy) < 0)
		return -1;
	ARENA_PUSH(k->a, sec->lines, sec->nlines, sec->caplines, l);
	if (add_labelled(k, sec, messages_get(k->m, N_("Say:")), c->say) < 0 ||
	    add_labelled(k, sec,
			 messages_get(k->m, N_("They ask, you answer:")),
			 c->answer) < 0)
		return -1;
	return add_labelled(k, sec, messages_get(k->m, N_("Avoid:")),
			    c->avoid);
}

static int
add_question(struct composer *k, struct edition_section *sec,
	     const struct quiz *quiz)
{
	struct edition_question q = { 0 };
	size_t right = 0;

	if (line_words(k, quiz->ask, k->ht, 2, &q.s) < 0)
		return -1;
	for (size_t i = 0; i < quiz->nanswers; i++) {
		struct edition_answer answer = {
			.right = quiz->answers[i].right
		};

		if (line_words(k, quiz->answers[i].t, k->ht, 2,
			       &answer.s) < 0)
			return -1;
		right += answer.right;
		ARENA_PUSH(k->a, q.answers, q.nanswers, q.capanswers, answer);
	}
	if (right != 1 || q.nanswers < 2)
		return err_set(k->e, ERR_CONTENT,
			       N_("the question '%s' must have one right "
				  "answer and at least one wrong one"),
			       quiz->id);
	ARENA_PUSH(k->a, sec->questions, sec->nquestions, sec->capquestions,
		   q);
	return 0;
}

static int
add_section(struct composer *k, struct edition_text *t,
	    const struct handbook_section *from)
{
	struct edition_section sec = { .id = from->id };
	bool rules = k->c != NULL && str_eq(from->id, HANDBOOK_COMMANDMENTS);
	const char *place = arena_printf(k->a, "handbook edit %s", from->id);

	if (edition_section(t, from->id) != NULL)
		return err_set(k->e, ERR_CONTENT,
			       N_("the section '%s' is there twice; please "
				  "give one another name"),
			       from->id);
	k->place = NULL; /* nothing for hands changes the mantra */
	if (rules && add_line(k, &sec, LINE_PARA, k->c->mantra, NULL,
			      k->ct) < 0)
		return -1;
	k->place = place;
	if (line_words(k, from->title, k->ht, strlen(from->id) + 4,
		       &sec.title) < 0)
		return -1;
	for (size_t i = 0; i < from->nblocks; i++) {
		const struct handbook_block *b = &from->blocks[i];

		if (add_line(k, &sec,
			     b->kind == BLOCK_ITEM ? LINE_ITEM : LINE_PARA,
			     b->t, b->easy, k->ht) < 0)
			return -1;
	}
	for (size_t i = 0; rules && i < k->c->n; i++)
		if (add_commandment(k, &sec, &k->c->v[i]) < 0)
			return -1;
	k->place = place;
	for (size_t i = 0; i < from->nquestions; i++)
		if (add_question(k, &sec, &from->questions[i]) < 0)
			return -1;
	ARENA_PUSH(k->a, t->sections, t->nsections, t->capsections, sec);
	return 0;
}

/* Whether LANG is what TR (NULL: the document itself) is written in. */
static int
check_lang(struct composer *k, const struct document *d,
	   const struct translation *tr)
{
	if (str_eq(tr != NULL ? tr->lang : d->lang, k->lang))
		return 0;
	return err_set(k->e, ERR_CONTENT,
		       N_("'%s' has no translation into '%s'; please "
			  "translate it or leave the language out"),
		       d->id, k->lang);
}

static int
report_stale(struct composer *k)
{
	OWN(str_free) struct str places = { 0 };

	for (size_t i = 0; i < k->nplaces && i < NAMED; i++)
		str_printf(&places, "%s%s", i > 0 ? ", " : "", k->stale[i]);
	if (k->nplaces > NAMED)
		str_add(&places, ", …");
	return err_set(k->e, ERR_CONTENT,
		       N_("the text in '%s' is not complete: lines that are "
			  "missing or older than the original: %zu; "
			  "translate them (%s) or leave the language out"),
		       k->lang, k->nstale, str_text(&places));
}

static int
build(struct composer *k, struct edition_text *t)
{
	if (check_lang(k, &k->h->doc, k->ht) < 0 ||
	    (k->c != NULL && check_lang(k, &k->c->doc, k->ct) < 0))
		return -1;
	if (check(k, "house", t->house, strlen("house: ")) < 0 ||
	    line_words(k, k->h->title, k->ht, strlen("title: "),
		       &t->title) < 0)
		return -1;
	for (size_t i = 0; i < k->h->nsections; i++)
		if (add_section(k, t, &k->h->sections[i]) < 0)
			return -1;
	return k->nstale > 0 ? report_stale(k) : 0;
}

int
handbook_compose(struct arena *a, const struct handbook *h,
		 const struct translation *ht, const struct commandments *c,
		 const struct translation *ct, const struct messages *m,
		 const char *lang, const char *house,
		 unsigned edition, const struct value_source *vs,
		 const char **ret_text, size_t *ret_n, struct err *e)
{
	struct composer k = { .a = a, .h = h, .ht = ht, .c = c, .ct = ct,
			      .lang = lang, .m = m, .vs = vs, .e = e };
	struct edition_text t = { .house = utf8_nfc(a, house),
				  .document = h->doc.id, .lang = lang,
				  .edition = edition };
	struct edition_text again;
	OWN(str_free) struct str out = { 0 };

	if (build(&k, &t) < 0)
		return -1;
	edition_print(&out, &t);
	if (out.n > EDITION_TEXT_MAX)
		return err_set(e, ERR_CONTENT,
			       N_("the text of '%s' in '%s' is above 1 MiB; "
				  "please make it shorter"),
			       h->doc.id, lang);
	/* What is published must be readable for ever. */
	if (edition_parse(a, out.s, out.n, &again, e) < 0)
		return err_wrap(e, "%s", h->doc.id);
	*ret_text = arena_strndup(a, out.s, out.n);
	*ret_n = out.n;
	return 0;
}
