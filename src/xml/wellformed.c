/* What libxml2 found, in our words: its sentences are English and speak of
 * grammar, ours say what to look for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/wellformed.h"

#include <libxml/xmlerror.h>

/* Sentences with one %s: what libxml2 names (a tag, an attribute, a prefix). */
static const struct {
	int code;
	const char *finding;
	const char *text;
} named[] = {
	{ XML_ERR_UNDECLARED_ENTITY, "D002",
	  N_("'&%s;' is not known here: only &amp; &lt; &gt; &quot; and &apos; are") },
	{ XML_WAR_UNDECLARED_ENTITY, "D002",
	  N_("'&%s;' is not known here: only &amp; &lt; &gt; &quot; and &apos; are") },
	{ XML_ERR_ATTRIBUTE_REDEFINED, "D001",
	  N_("the attribute '%s' stands twice in one element") },
	{ XML_ERR_TAG_NOT_FINISHED, "D001",
	  N_("the file ends before '</%s>'") },
	{ XML_NS_ERR_UNDEFINED_NAMESPACE, "D001",
	  N_("the prefix '%s' has no namespace") },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "D001",
	  N_("the attribute '%s' has no value: write =\"…\" behind it") },
};

static const struct {
	int code;
	const char *text;
} plain[] = {
	{ XML_ERR_DOCUMENT_EMPTY, N_("the file is empty or does not begin with '<'") },
	{ XML_ERR_DOCUMENT_END, N_("there is text behind the end of the document") },
	{ XML_ERR_INVALID_CHAR, N_("a control character stands here: delete it") },
	{ XML_ERR_LT_IN_ATTRIBUTE, N_("a '<' in an attribute: write &lt;") },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED, N_("a value must stand in quotes") },
	{ XML_ERR_ATTRIBUTE_NOT_FINISHED, N_("the quote at the end of a value is missing") },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, N_("a '&' without ';': to mean the character, write &amp;") },
	{ XML_ERR_NAME_REQUIRED, N_("a name is missing: to mean the character '<' or '&', write &lt; or &amp;") },
	{ XML_ERR_GT_REQUIRED, N_("the '>' at the end of a tag is missing") },
	{ XML_ERR_SPACE_REQUIRED, N_("a space is missing between attributes") },
	{ XML_ERR_HYPHEN_IN_COMMENT, N_("'--' may not stand in a comment") },
	{ XML_ERR_COMMENT_NOT_FINISHED, N_("a comment has no '-->'") },
	{ XML_ERR_CDATA_NOT_FINISHED, N_("a CDATA section has no ']]>'") },
	{ XML_ERR_MISPLACED_CDATA_END, N_("']]>' stands in a text: write ]]&gt;") },
	{ XML_ERR_DOCTYPE_NOT_FINISHED, N_("a DOCTYPE is not allowed: delete it with all it declares") },
	{ XML_ERR_INVALID_HEX_CHARREF, N_("a character reference names no character that may stand in XML") },
	{ XML_ERR_INVALID_DEC_CHARREF, N_("a character reference names no character that may stand in XML") },
	{ XML_ERR_RESERVED_XML_NAME, N_("the XML declaration must be the very first thing in the file") },
	{ XML_ERR_XMLDECL_NOT_FINISHED, N_("the XML declaration does not end with '?>'") },
};

void
wellformed_report(struct report *r, struct place at, int code,
		  const char *str, int n)
{
	if (at.line < 1)
		at.line = 1;
	if (at.column < 1)
		at.column = 1;
	if (code == XML_ERR_TAG_NAME_MISMATCH && str != NULL) {
		report(r, at, "D001",
		       N_("the end tag does not fit: '%s' was opened in line %d"),
		       str, n);
		return;
	}
	for (size_t i = 0; i < NELEM(named) && str != NULL; i++) {
		if (named[i].code == code) {
			report_words(r, at, named[i].finding, named[i].text,
				     (const char *const[3]){ str });
			return;
		}
	}
	for (size_t i = 0; i < NELEM(plain); i++) {
		if (plain[i].code == code) {
			report_words(r, at, "D001", plain[i].text,
				     (const char *const[3]){ NULL });
			return;
		}
	}
	report(r, at, "D001",
	       N_("the XML is damaged here: look at brackets, quotes and end tags (XML error %d)"),
	       code);
}
