/* Which kind of document a file is: by its first element alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/content.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/str.h"
#include "xml/documents.h"

struct look {
	xmlParserCtxt *ctxt;
	enum content_kind kind;
};

static void
on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
	 const xmlChar *uri, int nns, const xmlChar **nss, int nattrs,
	 int ndefaulted, const xmlChar **attrs)
{
	static const struct doc_spec *const kinds[] = {
		&doc_commandments, &doc_handbook, &doc_drill, &doc_xliff };
	struct look *l = ctx;

	(void)prefix, (void)nns, (void)nss, (void)nattrs, (void)ndefaulted;
	(void)attrs;
	for (size_t i = 0; i < NELEM(kinds) && uri != NULL; i++)
		if (str_eq(kinds[i]->ns, (const char *)uri) &&
		    str_eq(kinds[i]->rows[0].name, (const char *)name))
			l->kind = kinds[i]->kind;
	xmlStopParser(l->ctxt);
}

static void
on_doctype(void *ctx, const xmlChar *name, const xmlChar *external,
	   const xmlChar *system)
{
	struct look *l = ctx;

	(void)name, (void)external, (void)system;
	xmlStopParser(l->ctxt);
}

static void
on_error(void *ctx, xmlErrorPtr x)
{
	(void)ctx, (void)x; /* reading it will say what is wrong */
}

enum content_kind
content_kind_of(const char *s, size_t n)
{
	/* the first element lies near the beginning, or nowhere */
	size_t head = n < 65536 ? n : 65536;
	struct look l = { .kind = CONTENT_UNKNOWN };

	if (head == 0)
		return l.kind;
	l.ctxt = xmlCreateMemoryParserCtxt(s, (int)head);
	if (l.ctxt == NULL)
		own_no_memory();
	xmlCtxtUseOptions(l.ctxt, XML_PARSE_NONET);
	*l.ctxt->sax = (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start, .internalSubset = on_doctype,
		.serror = on_error };
	l.ctxt->userData = &l;
	xmlParseDocument(l.ctxt);
	xmlFreeParserCtxt(l.ctxt);
	return l.kind;
}
