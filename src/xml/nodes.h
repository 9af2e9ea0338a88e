/* Where the elements of a document stand, byte by byte, and changing some of
 * those bytes: what nobody changed stays as its author wrote it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_NODES_H
#define PRESHIFT_XML_NODES_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/str.h"

/* <NAME …>…</NAME>: begin, inner, close and end are the bytes of its first
 * '<', behind the first '>', of "</", and behind its last '>'. */
struct node {
	const char *name;   /* without its prefix */
	const char *prefix; /* "h:", or "" */
	const char *id;     /* NULL: none */
	size_t begin, inner, close, end;
	struct node *up, *prev, *next, *first, *last;
};

/* The root of S, which one of the readers has accepted: well-formed, UTF-8,
 * without DOCTYPE. */
struct node *nodes_scan(struct arena *a, const char *s, size_t n);

/* The first element in N, or N itself, of that id, and if NAME is not NULL of
 * that name; NULL: none. */
struct node *node_of(struct node *n, const char *name, const char *id);
/* The first child of that name. */
struct node *node_child(const struct node *n, const char *name);

/* The bytes of the value of attribute NAME in N's first tag. */
bool node_attr(const struct node *n, const char *s, const char *name,
	       size_t *ret_from, size_t *ret_to);

/* From the end of the element before it, or of its parent's first tag, to N's
 * begin: line break, indentation, comments. */
size_t node_lead(const struct node *n);
/* The line break and indentation before N alone. */
const char *node_indent(struct arena *a, const char *s, const struct node *n);

/* Bytes [from, to) that become WITH. */
struct patch {
	size_t from, to;
	const char *with;
};
struct patches {
	struct patch *v;
	size_t n, cap;
};
void patch_add(struct arena *a, struct patches *p, size_t from, size_t to,
	       const char *with);
/* Appends [FROM, TO) of S with the patches that lie in it; of two of which one
 * lies in the other, the outer: its maker copied what is in it with this. */
void patch_copy(struct str *out, const char *s, size_t from, size_t to,
		const struct patches *p);

/* S as text of an element. */
const char *xml_escaped(struct arena *a, const char *s);

#endif
