/* Where the elements of a document stand, and changing some of its bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/nodes.h"

#include <string.h>

struct scan {
	struct arena *a;
	const char *s;
	size_t n, at;
	struct node *root, *in; /* the element that is open */
};

/* Behind the next WORD. */
static size_t
behind(const struct scan *k, size_t from, const char *word)
{
	const char *p = strstr(k->s + from, word);

	return p == NULL ? k->n : (size_t)(p - k->s) + strlen(word);
}

/* Behind the '>' of the tag at FROM: one in a value does not count. */
static size_t
tag_end(const struct scan *k, size_t from)
{
	char quote = '\0';

	for (; from < k->n; from++) {
		char c = k->s[from];

		if (quote != '\0' ? c == quote : c == '"' || c == '\'')
			quote = quote != '\0' ? '\0' : c;
		else if (quote == '\0' && c == '>')
			return from + 1;
	}
	return k->n;
}

static void
open_node(struct scan *k, size_t end)
{
	struct node *x = ARENA_NEW(k->a, struct node), *up = k->in;
	const char *name = k->s + k->at + 1;
	size_t n = strcspn(name, " \t\r\n/>");
	const char *colon = memchr(name, ':', n);
	size_t prefix = colon == NULL ? 0 : (size_t)(colon + 1 - name);
	size_t from, to;

	*x = (struct node){ .up = up, .begin = k->at, .inner = end,
			    .close = end, .end = end,
			    .prefix = arena_strndup(k->a, name, prefix),
			    .name = arena_strndup(k->a, name + prefix,
						  n - prefix) };
	if (node_attr(x, k->s, "id", &from, &to))
		x->id = arena_strndup(k->a, k->s + from, to - from);
	if (up == NULL) {
		k->root = x;
	} else {
		x->prev = up->last;
		if (up->last != NULL)
			up->last->next = x;
		else
			up->first = x;
		up->last = x;
	}
	if (k->s[end - 2] != '/')
		k->in = x;
}

static void
next_tag(struct scan *k)
{
	const char *p = k->s + k->at;
	size_t end;

	if (str_starts(p, "<!--")) {
		k->at = behind(k, k->at + 4, "-->");
	} else if (str_starts(p, "<![CDATA[")) {
		k->at = behind(k, k->at, "]]>");
	} else if (p[1] == '?') {
		k->at = behind(k, k->at, "?>");
	} else if (p[1] == '/') {
		end = tag_end(k, k->at);
		if (k->in != NULL) {
			k->in->close = k->at;
			k->in->end = end;
			k->in = k->in->up;
		}
		k->at = end;
	} else {
		end = tag_end(k, k->at);
		open_node(k, end);
		k->at = end;
	}
}

struct node *
nodes_scan(struct arena *a, const char *s, size_t n)
{
	struct scan k = { .a = a, .s = s, .n = n };

	while (k.at < n) {
		const char *lt = memchr(s + k.at, '<', n - k.at);

		if (lt == NULL)
			break;
		k.at = (size_t)(lt - s);
		next_tag(&k);
	}
	return k.root;
}

struct node *
node_of(struct node *n, const char *name, const char *id)
{
	struct node *found = NULL;

	if (n->id != NULL && str_eq(n->id, id) &&
	    (name == NULL || str_eq(n->name, name)))
		return n;
	for (n = n->first; n != NULL && found == NULL; n = n->next)
		found = node_of(n, name, id);
	return found;
}

struct node *
node_child(const struct node *n, const char *name)
{
	struct node *c = n->first;

	while (c != NULL && !str_eq(c->name, name))
		c = c->next;
	return c;
}

bool
node_attr(const struct node *n, const char *s, const char *name,
	  size_t *ret_from, size_t *ret_to)
{
	const char *p = s + n->begin + 1, *end = s + n->inner;

	p += strcspn(p, " \t\r\n/>");
	while (p < end) {
		size_t len;
		char quote[2] = { 0 };
		bool found;

		p += strspn(p, " \t\r\n");
		if (*p == '/' || *p == '>')
			break;
		len = strcspn(p, "= \t\r\n");
		found = len == strlen(name) && memcmp(p, name, len) == 0;
		p += len + strspn(p + len, "= \t\r\n");
		quote[0] = *p++;
		len = strcspn(p, quote);
		if (found) {
			*ret_from = (size_t)(p - s);
			*ret_to = *ret_from + len;
			return true;
		}
		p += len + 1;
	}
	return false;
}

size_t
node_lead(const struct node *n)
{
	return n->prev != NULL ? n->prev->end : n->up->inner;
}

const char *
node_indent(struct arena *a, const char *s, const struct node *n)
{
	size_t from = n->begin;

	while (from > node_lead(n) && strchr(" \t\r\n", s[from - 1]) != NULL)
		from--;
	return arena_strndup(a, s + from, n->begin - from);
}

/* ---- patches ---- */

void
patch_add(struct arena *a, struct patches *p, size_t from, size_t to,
	  const char *with)
{
	struct patch x = { from, to, with };
	size_t i;

	/* In the order of the bytes; what holds others comes before them. */
	ARENA_PUSH(a, p->v, p->n, p->cap, x);
	for (i = p->n - 1; i > 0 && (p->v[i - 1].from > from ||
				     (p->v[i - 1].from == from &&
				      p->v[i - 1].to < to)); i--)
		p->v[i] = p->v[i - 1];
	p->v[i] = x;
}

void
patch_copy(struct str *out, const char *s, size_t from, size_t to,
	   const struct patches *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct patch *x = &p->v[i];

		if (x->from < from || x->to > to)
			continue;
		str_addn(out, s + from, x->from - from);
		str_add(out, x->with);
		from = x->to;
	}
	str_addn(out, s + from, to - from);
}

const char *
xml_escaped(struct arena *a, const char *s)
{
	OWN(str_free) struct str out = { 0 };

	for (; *s != '\0'; s++) {
		if (*s == '&')
			str_add(&out, "&amp;");
		else if (*s == '<')
			str_add(&out, "&lt;");
		else if (*s == '>')
			str_add(&out, "&gt;");
		else
			str_addc(&out, *s);
	}
	return arena_strdup(a, str_text(&out));
}
