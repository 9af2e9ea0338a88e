/* Content changed by people, back into its documents. Bytes that do not belong
 * to what was changed stay as they are; what is written is read back and
 * compared before it is given away.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_EDIT_H
#define PRESHIFT_XML_EDIT_H

#include "model/wording.h"
#include "xml/content.h"

/* A document as it stands: one of H and C is its model. */
struct content_file {
	const char *path; /* for messages */
	const char *s;
	size_t n;
	const struct handbook *h;
	const struct commandments *c;
};

/* DOC with the wording NOW in place of WAS, which is what it has: what is new
 * gets an id that was never used, made of the document's version, which goes
 * up by one; what is gone takes its id along. CONTENT, and nothing is changed,
 * if the result would not be the document with that wording: *ret is not
 * touched. NOW is matched (wording_match) and has no flaw. */
int content_edit(struct arena *a, const struct content_file *doc,
		 const struct wording *was, const struct wording *now,
		 const char **ret, size_t *ret_n, struct err *e) MUST_CHECK;

/* The translation TR (S, N bytes; NULL: there is none yet) of DOC with the
 * words NOW, each beside the original of today: they are fresh. Lines not
 * translated (NULL) stay as they were. */
int content_edit_translation(struct arena *a, const struct content_file *doc,
			     const char *s, size_t n, const char *path,
			     const struct translation *tr,
			     const struct wording *was,
			     const struct wording *now, const char **ret,
			     size_t *ret_n, struct err *e) MUST_CHECK;

#endif
