/* A changed wording into its document: the elements that changed are written,
 * the bytes of all others copied.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/edit.h"

#include <string.h>

#include "xml/edit_check.h"
#include "xml/nodes.h"

struct editor {
	struct arena *a;
	const struct content_file *doc;
	const struct wording *was, *now;
	struct node *root;
	struct patches p;
	const char *base;    /* "h5.v2.": what new ids begin with */
	unsigned made;       /* ids made so far */
};

/* The element that holds the text of line I of `was`. */
static struct node *
text_node(struct editor *k, size_t i)
{
	return node_of(k->root, NULL, k->was->v[i].t->id);
}

static const char *
new_id(struct editor *k, const char *letter)
{
	const char *id;

	do
		id = arena_printf(k->a, "%s%s%u", k->base, letter, ++k->made);
	while (node_of(k->root, NULL, id) != NULL);
	return id;
}

/* ---- one text ---- */

static void
put_text(struct editor *k, struct node *n, const char *before,
	 const char *now)
{
	if (!str_eq(before, now))
		patch_add(k->a, &k->p, n->inner, n->close,
			  xml_escaped(k->a, now));
}

static const char *
text_element(struct editor *k, const char *prefix, const char *name,
	     const char *id, const char *more, const char *s)
{
	return arena_printf(k->a, "<%s%s id=\"%s\"%s>%s</%s%s>", prefix, name,
			    id, more, xml_escaped(k->a, s), prefix, name);
}

static const char *
answer_attr(const struct wording_line *l)
{
	return l->kind == WORD_RIGHT ? " right=\"yes\"" : "";
}

/* ---- lists of children ---- */

/* The children of PARENT that NAMES ("p li") holds become V, N strings with
 * their leads; others stay where they are. */
static void
put_children(struct editor *k, const struct node *parent, const char *names,
	     const char *const *v, size_t n)
{
	OWN(str_free) struct str rest = { 0 };
	size_t i = 0, end = parent->inner;

	for (const struct node *c = parent->first; c != NULL; c = c->next) {
		const char *at = strstr(names, c->name);
		size_t len = strlen(c->name);
		bool ours = at != NULL && (at == names || at[-1] == ' ') &&
			    (at[len] == ' ' || at[len] == '\0');

		/* What is new stands before what is not of the list, if that
		 * has had its place behind it. */
		if (ours)
			patch_add(k->a, &k->p, node_lead(c), c->end,
				  i < n ? v[i++] : "");
		if (ours || i == 0)
			end = c->end;
	}
	for (; i < n; i++)
		str_add(&rest, v[i]);
	if (rest.n > 0)
		patch_add(k->a, &k->p, end, end,
			  arena_strdup(k->a, str_text(&rest)));
}

/* The line break and indentation of PARENT's children. */
static const char *
child_lead(struct editor *k, const struct node *parent)
{
	return parent->last == NULL ? "" :
	       node_indent(k->a, k->doc->s, parent->last);
}

/* The bytes of N with the patches made in it. */
static const char *
kept(struct editor *k, const struct node *n)
{
	OWN(str_free) struct str out = { 0 };

	patch_copy(&out, k->doc->s, node_lead(n), n->end, &k->p);
	return arena_strdup(k->a, str_text(&out));
}

/* ---- answers ---- */

static const char *
answer_now(struct editor *k, const struct wording_line *l,
	   const struct node *question, const char *lead)
{
	const struct wording_line *before;
	struct node *n;

	if (l->was == WORDING_NEW)
		return arena_printf(k->a, "%s%s", lead,
				    text_element(k, question->prefix, "answer",
						 new_id(k, "a"),
						 answer_attr(l), l->s));
	before = &k->was->v[l->was];
	n = text_node(k, l->was);
	if (before->kind != l->kind)
		patch_add(k->a, &k->p, n->begin, n->inner,
			  arena_printf(k->a, "<%sanswer id=\"%s\"%s>",
				       n->prefix, n->id, answer_attr(l)));
	put_text(k, n, before->s, l->s);
	return kept(k, n);
}

static void
put_answers(struct editor *k, struct node *question, size_t from, size_t to)
{
	const char **v = ARENA_ARRAY(k->a, const char *, to - from + 1);
	const char *lead = child_lead(k, question);

	for (size_t j = from; j < to; j++)
		v[j - from] = answer_now(k, &k->now->v[j], question, lead);
	put_children(k, question, "answer", v, to - from);
}

static const char *
question_now(struct editor *k, size_t j, const char *lead,
	     const struct node *parent, const char *name)
{
	const struct wording_line *l = &k->now->v[j];
	size_t end = wording_block_end(k->now, j);
	OWN(str_free) struct str s = { 0 };
	const char *p = parent->prefix, *id;
	struct node *ask;

	if (l->was != WORDING_NEW) {
		ask = text_node(k, l->was);
		put_text(k, ask, k->was->v[l->was].s, l->s);
		put_answers(k, ask->up, j + 1, end);
		return kept(k, ask->up);
	}
	id = new_id(k, "q");
	str_printf(&s, "%s<%s%s id=\"%s\">%s ", lead, p, name, id, lead);
	str_add(&s, text_element(k, p, "ask",
				 arena_printf(k->a, "%s.ask", id), "", l->s));
	for (size_t i = j + 1; i < end; i++)
		str_printf(&s, "%s %s", lead,
			   text_element(k, p, "answer", new_id(k, "a"),
					answer_attr(&k->now->v[i]),
					k->now->v[i].s));
	str_printf(&s, "%s</%s%s>", lead, p, name);
	return arena_strdup(k->a, str_text(&s));
}

/* ---- paragraphs and lists ---- */

static const char *
block_name(const struct wording_line *l)
{
	return l->kind == WORD_ITEM ? "li" : "p";
}

static void
rename_node(struct editor *k, const struct node *n, const char *name)
{
	size_t at = n->begin + 1 + strlen(n->prefix);

	patch_add(k->a, &k->p, at, at + strlen(n->name), name);
	at = n->close + 2 + strlen(n->prefix);
	patch_add(k->a, &k->p, at, at + strlen(n->name), name);
}

/* The easier words E of the block, NULL: none any more. */
static void
put_easy(struct editor *k, struct node *block, const struct wording_line *l)
{
	struct node *old = node_child(block, "easy");
	struct node *t = node_child(block, "t");

	if (old == NULL && l != NULL)
		patch_add(k->a, &k->p, t->end, t->end,
			  text_element(k, block->prefix, "easy",
				       new_id(k, "e"), "", l->s));
	else if (old != NULL && l == NULL)
		patch_add(k->a, &k->p, node_lead(old), old->end, "");
	else if (old != NULL)
		put_text(k, old, k->was->v[l->was].s, l->s);
}

static const char *
block_now(struct editor *k, size_t j, const char *lead,
	  const struct node *parent)
{
	const struct wording_line *l = &k->now->v[j];
	const struct wording_line *easy = wording_block_end(k->now, j) > j + 1 ?
					  &k->now->v[j + 1] : NULL;
	const char *p = parent->prefix, *id, *t;
	struct node *n;

	if (l->was != WORDING_NEW) {
		n = text_node(k, l->was);
		put_text(k, n, k->was->v[l->was].s, l->s);
		if (k->was->v[l->was].kind != l->kind)
			rename_node(k, n->up, block_name(l));
		put_easy(k, n->up, easy);
		return kept(k, n->up);
	}
	id = new_id(k, l->kind == WORD_ITEM ? "l" : "p");
	t = text_element(k, p, "t", arena_printf(k->a, "%s.t", id), "", l->s);
	return arena_printf(k->a, "%s<%s%s id=\"%s\">%s%s</%s%s>", lead, p,
			    block_name(l), id, t,
			    easy == NULL ? "" :
			    text_element(k, p, "easy",
					 arena_printf(k->a, "%s.e", id), "",
					 easy->s),
			    p, block_name(l));
}

/* ---- the whole ---- */

static void
put_section(struct editor *k)
{
	struct node *parent = text_node(k, 0)->up;
	const char *lead = child_lead(k, parent);
	const char **v = ARENA_ARRAY(k->a, const char *, k->now->n);
	size_t n = 0;

	put_text(k, text_node(k, 0), k->was->v[0].s, k->now->v[0].s);
	for (size_t j = 1; j < k->now->n;
	     j = wording_block_end(k->now, j))
		v[n++] = k->now->v[j].kind == WORD_ASK ?
			 question_now(k, j, lead, parent, "question") :
			 block_now(k, j, lead, parent);
	put_children(k, parent, "p li question", v, n);
}

static void
put_commandment(struct editor *k)
{
	struct node *parent = text_node(k, 0)->up;
	const char *lead = child_lead(k, parent);
	const char **v = ARENA_ARRAY(k->a, const char *, k->now->n);
	size_t n = 0;

	for (size_t j = 0; j < k->now->n; j++) {
		const struct wording_line *l = &k->now->v[j];

		if (l->kind == WORD_ASK)
			v[n++] = question_now(k, j, lead, parent, "recall");
		else if (l->kind != WORD_RIGHT && l->kind != WORD_WRONG)
			put_text(k, text_node(k, l->was), k->was->v[l->was].s,
				 l->s);
	}
	put_children(k, parent, "recall", v, n);
}

/* The document's version goes up, so that ids made of it are new for ever. */
static void
put_version(struct editor *k)
{
	const struct document *d = k->doc->h != NULL ? &k->doc->h->doc :
						       &k->doc->c->doc;
	char letter = k->was->commandment ? 'c' : 'h';
	size_t from, to;

	if (node_attr(k->root, k->doc->s, "version", &from, &to))
		patch_add(k->a, &k->p, from, to,
			  arena_printf(k->a, "%u", d->version + 1));
	k->base = arena_printf(k->a, "%c%s.v%u.", letter,
			       k->was->id + !k->was->commandment,
			       d->version + 1);
}

int
content_edit(struct arena *a, const struct content_file *doc,
	     const struct wording *was, const struct wording *now,
	     const char **ret, size_t *ret_n, struct err *e)
{
	struct editor k = { .a = a, .doc = doc, .was = was, .now = now,
			    .root = nodes_scan(a, doc->s, doc->n) };
	OWN(str_free) struct str out = { 0 };

	put_version(&k);
	if (now->commandment)
		put_commandment(&k);
	else
		put_section(&k);
	patch_copy(&out, doc->s, 0, doc->n, &k.p);
	if (edit_check(a, doc, str_text(&out), out.n, now, e) != 0)
		return -1;
	*ret = arena_strndup(a, out.s, out.n);
	*ret_n = out.n;
	return 0;
}
