/* Changed words of a translation into its XLIFF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/edit.h"

#include <string.h>

#include "xml/edit_check.h"
#include "xml/nodes.h"

struct editor {
	struct arena *a;
	const char *s;
	struct node *root, *body;
	const struct document *d;
	struct patches p;
};

static struct node *
unit_of(const struct editor *k, const struct text *t)
{
	return node_of(k->body, "trans-unit", t->id);
}

static const char *
element(struct editor *k, const char *prefix, const char *name,
	const char *words)
{
	return arena_printf(k->a, "<%s%s>%s</%s%s>", prefix, name,
			    xml_escaped(k->a, words), prefix, name);
}

static void
change_unit(struct editor *k, const struct node *unit, const char *source,
	    const char *words)
{
	const struct node *src = node_child(unit, "source");
	const struct node *target = node_child(unit, "target");
	const char *now = element(k, unit->prefix, "source", source);
	const char *text = element(k, unit->prefix, "target", words);

	if (src == NULL)
		patch_add(k->a, &k->p, unit->inner, unit->inner, now);
	else /* whole: it may be <source/> */
		patch_add(k->a, &k->p, src->begin, src->end, now);
	if (target != NULL)
		patch_add(k->a, &k->p, target->begin, target->end, text);
	else if (src == NULL)
		patch_add(k->a, &k->p, unit->close, unit->close, text);
	else
		patch_add(k->a, &k->p, src->end, src->end,
			  arena_printf(k->a, "%s%s",
				       node_indent(k->a, k->s, src), text));
}

/* Behind the unit of the text before it; units come in the order of texts. */
static void
add_unit(struct editor *k, const struct text *t, const char *words)
{
	const char *lead = "\n   ", *p = k->body->prefix;
	const struct node *before = NULL;
	size_t at = k->body->inner;

	for (size_t i = t->n; i > 0 && before == NULL; i--)
		before = unit_of(k, k->d->texts[i - 1]);
	if (before != NULL) {
		lead = node_indent(k->a, k->s, before);
		p = before->prefix;
		at = before->end;
	}
	patch_add(k->a, &k->p, at, at,
		  arena_printf(k->a, "%s<%strans-unit id=\"%s\">%s %s%s %s"
				     "%s</%strans-unit>",
			       lead, p, t->id, lead,
			       element(k, p, "source", t->s), lead,
			       element(k, p, "target", words), lead, p));
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static const char *
empty(struct arena *a, const struct content_file *doc,
      const struct document *d, const char *lang)
{
	return arena_printf(a,
			    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			    "<xliff xmlns=\"urn:oasis:names:tc:xliff:"
			    "document:1.2\" version=\"1.2\">\n"
			    " <file original=\"%s\" source-language=\"%s\" "
			    "target-language=\"%s\" datatype=\"xml\">\n"
			    "  <body>\n  </body>\n </file>\n</xliff>\n",
			    base_name(doc->path), d->lang, lang);
}

int
content_edit_translation(struct arena *a, const struct content_file *doc,
			 const char *s, size_t n, const char *path,
			 const struct translation *tr,
			 const struct wording *was, const struct wording *now,
			 const char **ret, size_t *ret_n, struct err *e)
{
	struct editor k = { .a = a, .d = doc->h != NULL ? &doc->h->doc :
							  &doc->c->doc };
	OWN(str_free) struct str out = { 0 };
	struct wording full = *now;

	if (s == NULL) {
		s = empty(a, doc, k.d, now->lang);
		n = strlen(s);
	}
	k.s = s;
	k.root = nodes_scan(a, s, n);
	k.body = node_child(node_child(k.root, "file"), "body");
	full.v = ARENA_ARRAY(a, struct wording_line, now->n + 1);
	for (size_t i = 0; i < now->n; i++) {
		const struct text *t = was->v[i].t;
		const struct wording_line *l = &now->v[i];
		const struct node *unit = unit_of(&k, t);

		full.v[i] = *l;
		full.v[i].t = t;
		if (l->s == NULL ||
		    (!was->v[i].stale && was->v[i].s != NULL &&
		     str_eq(was->v[i].s, l->s)))
			continue;
		if (unit != NULL)
			change_unit(&k, unit, t->s, l->s);
		else
			add_unit(&k, t, l->s);
	}
	patch_copy(&out, s, 0, n, &k.p);
	if (edit_check_translation(a, doc, path, str_text(&out), out.n, tr,
				   &full, e) != 0)
		return -1;
	*ret = arena_strndup(a, out.s, out.n);
	*ret_n = out.n;
	return 0;
}
