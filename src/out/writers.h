/* The formats behind out_result(), each composes the whole result as text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_OUT_WRITERS_H
#define PRESHIFT_OUT_WRITERS_H

#include "base/str.h"
#include "out/out.h"

typedef void writer(struct str *s, const struct out *o,
		    const struct result *r);

writer write_screen, write_plain, write_json, write_csv, write_html;

/* The style sheet of all HTML. */
void html_style(struct str *s);

/* V on one line; text is made valid UTF-8, NULL is null. */
void json_value(struct str *s, const struct value *v);
void json_text(struct str *s, const char *text);

/* Text into an attribute or a title of HTML or SVG, */
void html_plain(struct str *s, const char *text);
/* and the only way into the document itself, with places to break lines. */
void html_text(struct str *s, const char *text);

/* The shortest decimal of a VAL_REAL, at least one digit after POINT, at most
 * six, half up. */
void real_text(struct str *s, const struct value *v, char point);

/* R's page, or one that shows its data as fields and a table. */
const struct page *result_page(struct arena *a, const struct result *r);
/* A leaf, or a list of leaves joined by spaces, as people read it. */
const char *value_words(struct arena *a, const struct value *v);

#endif
