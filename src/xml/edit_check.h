/* What was written is read back, and must be what was meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_EDIT_CHECK_H
#define PRESHIFT_XML_EDIT_CHECK_H

#include "xml/edit.h"

/* The wordings of a section or commandment are told apart by the place. */
size_t edit_parts(const struct content_file *doc);
void edit_wording(struct arena *a, const struct content_file *doc, size_t i,
		  const struct translation *tr, const char *lang,
		  struct wording *ret);

/* Whether S is DOC but for the wording NOW. CONTENT if not. */
int edit_check(struct arena *a, const struct content_file *doc, const char *s,
	       size_t n, const struct wording *now, struct err *e) MUST_CHECK;

/* The same of a translation: BEFORE (NULL: there was none) is what it was. */
int edit_check_translation(struct arena *a, const struct content_file *doc,
			   const char *path, const char *s, size_t n,
			   const struct translation *before,
			   const struct wording *now, struct err *e)
	MUST_CHECK;

#endif
