/* The XML parser's callbacks: straight into the model, no tree between. A
 * DOCTYPE ends the parse before anything in it is looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/reader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "xml/wellformed.h"

static size_t
offset_now(const struct reader *r)
{
	const xmlParserInput *in = r->ctxt->input;
	size_t n;

	if (r->stopped || in == NULL)
		return r->n;
	n = in->consumed + (size_t)(in->cur - in->base);
	return n > r->n ? r->n : n;
}

struct place
place_here(struct reader *r)
{
	return place_of(r, offset_now(r));
}

static void
stop(struct reader *r)
{
	r->stopped = true;
	xmlStopParser(r->ctxt);
}

/* ---- Elements ---- */

static const struct elem_spec *
row_of(const struct reader *r, const char *name)
{
	const struct doc_spec *d = r->spec;
	uint64_t parent;

	if (r->depth == 0)
		return str_eq(d->rows[0].name, name) ? &d->rows[0] : NULL;
	parent = IN(r->stack[r->depth - 1].spec - d->rows);
	for (size_t i = 1; i < d->nrows; i++)
		if ((d->rows[i].parents & parent) != 0 &&
		    str_eq(d->rows[i].name, name))
			return &d->rows[i];
	return NULL;
}

static const char *
children_allowed(struct reader *r, const struct elem_spec *spec)
{
	struct str s = { 0 };
	const char *out;

	for (size_t i = 1; i < r->spec->nrows; i++) {
		if ((r->spec->rows[i].parents & IN(spec - r->spec->rows)) == 0)
			continue;
		if (s.n > 0)
			str_add(&s, ", ");
		str_add(&s, r->spec->rows[i].name);
	}
	out = arena_strdup(r->a, str_text(&s));
	str_free(&s);
	return out;
}

static void
unknown_element(struct reader *r, size_t tag, const char *name,
		const char *ns)
{
	struct place at = place_of(r, tag);
	const char *allowed;

	if (r->depth == 0) {
		report(&r->rep, at, "D005",
		       N_("the first element must be '%s' in the namespace '%s', not '%s' in '%s'"),
		       r->spec->rows[0].name, r->spec->ns, name, ns);
		stop(r);
		return;
	}
	allowed = children_allowed(r, reader_top(r)->spec);
	if (!str_eq(ns, r->spec->ns))
		report(&r->rep, at, "D006",
		       N_("'%s' is of the namespace '%s', but this document is of '%s'"),
		       name, ns, r->spec->ns);
	else if (allowed[0] == '\0')
		report(&r->rep, at, "D006",
		       N_("'%s' may not stand in '%s': only text may"), name,
		       reader_top(r)->spec->name);
	else
		report(&r->rep, at, "D006",
		       N_("'%s' may not stand in '%s'; allowed are: %s"),
		       name, reader_top(r)->spec->name, allowed);
}

static bool
within_limits(struct reader *r, size_t tag)
{
	if (r->depth + r->skip >= CONTENT_MAX_DEPTH)
		report(&r->rep, place_of(r, tag), "D004",
		       N_("elements are nested deeper than %d"),
		       CONTENT_MAX_DEPTH);
	else if (++r->elements > CONTENT_MAX_ELEMENTS)
		report(&r->rep, place_of(r, tag), "D004",
		       N_("there are more than %d elements"),
		       CONTENT_MAX_ELEMENTS);
	else
		return true;
	stop(r);
	return false;
}

/* Marks the row as met in the parent; false if it may stand only once. */
static bool
count_row(struct reader *r, const struct elem_spec *row, size_t tag)
{
	struct frame *f;
	uint64_t bit = IN(row - r->spec->rows);

	if (r->depth == 0)
		return true;
	f = reader_top(r);
	if ((f->seen & bit) != 0 &&
	    (row->occurs == '1' || row->occurs == '?')) {
		report(&r->rep, place_of(r, tag), "D011",
		       N_("'%s' may stand only once in '%s'"), row->name,
		       f->spec->name);
		return false;
	}
	f->seen |= bit;
	return true;
}

/* The '<' of the tag that ends before NOW: none stands within a tag. */
static size_t
tag_begin(const struct reader *r, size_t now)
{
	while (now > 0 && r->s[now - 1] != '<')
		now--;
	return now > 0 ? now - 1 : 0;
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
	 const xmlChar *uri, int nns, const xmlChar **nss, int nattrs,
	 int ndefaulted, const xmlChar **given)
{
	struct reader *r = ctx;
	size_t tag = tag_begin(r, offset_now(r));
	struct place at;
	const char *ns = uri == NULL ? "" : (const char *)uri;
	const struct elem_spec *row = NULL;
	struct attr v[ELEM_ATTRS_MAX] = { 0 };

	(void)prefix, (void)nns, (void)nss, (void)ndefaulted;
	if (report_full(&r->rep) && r->rep.errors > 0)
		stop(r); /* nobody would see what else is wrong */
	if (r->stopped || !within_limits(r, tag))
		return;
	if (r->skip > 0) {
		r->skip++;
		return;
	}
	r->skip = 1; /* unless all goes well */
	if (r->spec->foreign && r->depth > 0 && !str_eq(ns, r->spec->ns))
		return;
	if (str_eq(ns, r->spec->ns))
		row = row_of(r, (const char *)name);
	if (row == NULL) {
		unknown_element(r, tag, (const char *)name, ns);
		return;
	}
	if (!count_row(r, row, tag) || (row->flags & ELEM_SKIP) != 0)
		return;
	if (!attrs_read(r, row, tag, nattrs, given, v))
		return;
	r->skip = 0;
	at = place_of(r, tag);
	r->stack[r->depth++] = (struct frame){ .spec = row, .tag = tag,
		.id = row->attrs[0].type == AT_ID ? v[0].s : NULL,
		.line = (unsigned)at.line, .column = (unsigned)at.column };
	if ((row->flags & (ELEM_TEXT | ELEM_RAW)) != 0)
		r->ntext = 0;
	if (row->start != NULL)
		row->start(r, v);
}

static void
check_children(struct reader *r, const struct frame *f)
{
	const struct doc_spec *d = r->spec;

	for (size_t i = 1; i < d->nrows; i++) {
		const struct elem_spec *row = &d->rows[i];

		if ((row->parents & IN(f->spec - d->rows)) == 0 ||
		    (row->occurs != '1' && row->occurs != '+') ||
		    (f->seen & IN(i)) != 0)
			continue;
		report(&r->rep, place_of(r, f->tag), "D010",
		       N_("'%s' must hold '%s', which is missing"),
		       f->spec->name, row->name);
	}
}

struct text *
reader_add_text(struct reader *r, const char *id, const char *s, unsigned line,
		const struct text_rule *rule)
{
	struct document *d = r->doc;
	struct text *t = ARENA_NEW(r->a, struct text);

	t->id = id;
	t->s = s;
	t->n = d->ntexts;
	t->line = line;
	t->rule = rule;
	ARENA_PUSH(r->a, d->texts, d->ntexts, d->captexts, t);
	return t;
}

const struct text *
no_text(struct reader *r, const char *id, const char *s)
{
	struct text *t = ARENA_NEW(r->a, struct text);

	t->id = id;
	t->s = s;
	t->n = SIZE_MAX;
	return t;
}

static void
finish_text(struct reader *r, const struct frame *f)
{
	size_t n = fold_space(r->text, r->ntext);
	unsigned has = 0, may = 0;
	const char *s, *why;
	bool changed = false;
	struct text *t;

	s = clean_text(r->a, r->text, n, &changed);
	if (n == 0)
		report(&r->rep, place_of(r, f->tag), "D015",
		       N_("the text '%s' is empty"), f->id);
	else if (s == NULL)
		report(&r->rep, place_of(r, f->tag), "D016",
		       N_("the text '%s' has control or format characters: type it anew"),
		       f->id);
	if (n == 0 || s == NULL)
		return;
	if (changed)
		report(&r->rep, place_of(r, f->tag), "D017",
		       N_("the text '%s' is not in Unicode normal form C; it is read as if it were"),
		       f->id);
	why = rule_broken(f->spec->rule, s, &has, &may);
	if (why != NULL)
		report_rule(&r->rep, place_of(r, f->tag), "D037", f->id, why,
			    has, may);
	t = reader_add_text(r, f->id, s, f->line, f->spec->rule);
	if (f->spec->has_field) {
		char *base = r->at[f->spec->cursor];

		memcpy(base + f->spec->offset, &t, sizeof(t));
	}
	if (f->spec->text != NULL)
		f->spec->text(r, t);
}

static void
on_end(void *ctx, const xmlChar *name, const xmlChar *prefix,
       const xmlChar *uri)
{
	struct reader *r = ctx;
	struct frame *f;

	(void)name, (void)prefix, (void)uri;
	if (r->stopped)
		return;
	if (r->skip > 0) {
		r->skip--;
		return;
	}
	f = reader_top(r);
	if ((f->spec->flags & ELEM_TEXT) != 0)
		finish_text(r, f);
	else
		check_children(r, f);
	if (f->spec->end != NULL)
		f->spec->end(r);
	r->depth--;
}

static void
on_text(void *ctx, const xmlChar *s, int len)
{
	struct reader *r = ctx;
	size_t n = (size_t)len;
	struct frame *f;

	if (r->stopped || r->skip > 0 || r->depth == 0)
		return;
	f = reader_top(r);
	if ((f->spec->flags & (ELEM_TEXT | ELEM_RAW | ELEM_INLINE)) == 0) {
		while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
			n--;
		if (n == 0 || f->spoiled)
			return;
		f->spoiled = true;
		report(&r->rep, place_of(r, f->tag), "D014",
		       N_("'%s' holds text between its elements; text stands only in elements made for it"),
		       f->spec->name);
		return;
	}
	if (n > CONTENT_MAX_TEXT - r->ntext) {
		report(&r->rep, place_of(r, f->tag), "D004",
		       N_("the text in '%s' is longer than %d bytes"),
		       f->spec->name, CONTENT_MAX_TEXT);
		stop(r);
		return;
	}
	memcpy(r->text + r->ntext, s, n);
	r->ntext += n;
}

static void
on_doctype(void *ctx, const xmlChar *name, const xmlChar *external,
	   const xmlChar *system)
{
	struct reader *r = ctx;

	(void)name, (void)external, (void)system;
	if (r->stopped)
		return;
	report(&r->rep, place_here(r), "D002",
	       N_("a DOCTYPE is not allowed: delete it with all it declares"));
	stop(r);
}

static void
on_error(void *ctx, xmlErrorPtr x)
{
	struct reader *r = ctx;
	struct place at;

	if (r->stopped || x->level == XML_ERR_WARNING)
		return;
	r->stopped = true; /* what follows it is its consequence */
	at = (struct place){ x->line, x->int2 };
	wellformed_report(&r->rep, at, x->code, x->str1, x->int1);
}

/* ---- The run ---- */

void
reader_run(struct reader *r, const struct doc_spec *spec,
	   struct document *doc)
{
	xmlParserCtxt *c;

	r->spec = spec;
	r->doc = doc;
	doc->path = r->rep.file;
	if (!bytes_ok(r))
		return;
	c = xmlCreateMemoryParserCtxt(r->n == 0 ? " " : r->s,
				      r->n == 0 ? 1 : (int)r->n);
	if (c == NULL)
		own_no_memory();
	xmlCtxtUseOptions(c, XML_PARSE_NONET);
	*c->sax = (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start, .endElementNs = on_end,
		.characters = on_text, .ignorableWhitespace = on_text,
		.internalSubset = on_doctype, .serror = on_error };
	c->userData = r;
	r->ctxt = c;
	xmlParseDocument(c);
	r->stopped = true;
	r->ctxt = NULL;
	xmlFreeParserCtxt(c);
}

struct reader *
reader_new(struct arena *a, const char *file, const char *s, size_t n,
	   struct findings *f)
{
	struct reader *r = malloc(sizeof(*r));

	if (r == NULL)
		own_no_memory();
	memset(r, 0, offsetof(struct reader, text));
	r->a = a;
	r->s = s;
	r->n = n;
	r->rep = (struct report){ .a = a, .f = f,
				  .file = arena_strdup(a, file) };
	return r;
}

void
reader_free(struct reader **r)
{
	free(*r);
	*r = NULL;
}
