/* The XML Schema of our documents, printed from the tables that read them:
 * for authors' editors. The tables decide, not the schema.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/content.h"

#include <string.h>

#include "xml/documents.h"

#define XS "http://www.w3.org/2001/XMLSchema"
#define ID_PATTERN "[a-z0-9][a-z0-9.\\-]{0,63}"

static void
put_pattern(struct str *out, const char *pattern)
{
	str_printf(out, "<xs:simpleType><xs:restriction base=\"xs:string\">"
		   "<xs:pattern value=\"%s\"/></xs:restriction>"
		   "</xs:simpleType>", pattern);
}

static void
put_words(struct str *out, const char *words)
{
	str_add(out, "<xs:simpleType><xs:restriction base=\"xs:string\">");
	while (*words != '\0') {
		size_t n = strcspn(words, " ");

		str_printf(out, "<xs:enumeration value=\"%.*s\"/>", (int)n,
			   words);
		words += n;
		words += *words == ' ';
	}
	str_add(out, "</xs:restriction></xs:simpleType>");
}

static void
put_type(struct str *out, const struct attr_spec *a)
{
	switch (a->type) {
	case AT_ID:
	case AT_REF:
		put_pattern(out, ID_PATTERN);
		break;
	case AT_SECTION:
	case AT_SECTION_REF:
		put_pattern(out, "H(1?[0-9])");
		break;
	case AT_NAME:
		put_pattern(out, "[a-z][a-z0-9]{0,31}");
		break;
	case AT_SHARE:
		put_pattern(out, "0(\\.[0-9]{1,4})?|1(\\.0{1,4})?");
		break;
	case AT_LANG:
		put_pattern(out, "[a-z]{2,3}(-[A-Z]{2})?");
		break;
	case AT_INT:
		str_printf(out, "<xs:simpleType><xs:restriction "
			   "base=\"xs:integer\">"
			   "<xs:minInclusive value=\"%lld\"/>"
			   "<xs:maxInclusive value=\"%lld\"/></xs:restriction>"
			   "</xs:simpleType>", (long long)a->min,
			   (long long)a->max);
		break;
	case AT_WORD:
		put_words(out, a->words);
		break;
	case AT_EXPR:
	case AT_TEXT:
		put_pattern(out, ".+");
		break;
	}
}

static void
put_attrs(struct str *out, const struct attr_spec *a)
{
	bool xml = false;

	for (; a->name != NULL; a++) {
		if (str_starts(a->name, "xml:")) {
			xml = true;
			continue;
		}
		str_printf(out, "   <xs:attribute name=\"%s\"%s>", a->name,
			   a->required ? " use=\"required\"" : "");
		put_type(out, a);
		str_add(out, "</xs:attribute>\n");
	}
	/* not by name: that would need the schema of xml:, from the network */
	if (xml)
		str_add(out, "   <xs:anyAttribute namespace="
			"\"http://www.w3.org/XML/1998/namespace\" "
			"processContents=\"skip\"/>\n");
}

/* One type a row: the same name may mean another thing elsewhere. */
static void
put_row(struct str *out, const struct doc_spec *d, size_t n)
{
	const struct elem_spec *row = &d->rows[n];
	bool text = (row->flags & ELEM_TEXT) != 0;

	str_printf(out, " <xs:complexType name=\"%s.%zu\">\n", row->name, n);
	if (text) {
		str_add(out, "  <xs:simpleContent>"
			"<xs:extension base=\"xs:string\">\n");
	} else {
		str_add(out, "  <xs:choice minOccurs=\"0\" "
			"maxOccurs=\"unbounded\">\n");
		for (size_t i = 1; i < d->nrows; i++)
			if ((d->rows[i].parents & IN(n)) != 0)
				str_printf(out, "   <xs:element name=\"%s\" "
					   "type=\"p:%s.%zu\"/>\n",
					   d->rows[i].name, d->rows[i].name,
					   i);
		str_add(out, "  </xs:choice>\n");
	}
	put_attrs(out, row->attrs);
	if (text)
		str_add(out, "  </xs:extension></xs:simpleContent>\n");
	str_add(out, " </xs:complexType>\n");
}

void
content_xsd(enum content_kind kind, struct str *out)
{
	static const struct doc_spec *const docs[] = { &doc_commandments,
						       &doc_handbook,
						       &doc_drill };

	for (size_t i = 0; i < NELEM(docs); i++) {
		const struct doc_spec *d = docs[i];

		if (d->kind != kind)
			continue;
		str_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			   "<xs:schema xmlns:xs=\"" XS "\" xmlns:p=\"%s\" "
			   "targetNamespace=\"%s\" "
			   "elementFormDefault=\"qualified\">\n"
			   " <xs:element name=\"%s\" type=\"p:%s.0\"/>\n",
			   d->ns, d->ns, d->rows[0].name, d->rows[0].name);
		for (size_t n = 0; n < d->nrows; n++)
			put_row(out, d, n);
		str_add(out, "</xs:schema>\n");
	}
}
