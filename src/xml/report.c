/* Writing findings down, in the reader's language, a thousand a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/report.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

static struct finding *
add(struct report *r, struct place at, const struct lint_code *c,
    const char *text)
{
	struct finding x = { r->file, at.line, at.column, c->code,
			     c->severity, text };
	struct findings *f = r->f;

	ARENA_PUSH(r->a, f->v, f->n, f->cap, x);
	r->n++;
	if (c->severity == SEV_ERROR)
		f->errors++;
	else
		f->warnings++;
	return &f->v[f->n - 1];
}

static void
note_first(struct report *r, const struct finding *x)
{
	struct finding *copy;

	if (r->errors++ > 0)
		return;
	copy = ARENA_NEW(r->a, struct finding);
	*copy = *x;
	r->first = copy;
}

/* False when there is no room for one more. */
static bool
has_room(struct report *r, struct place at, const struct lint_code *c)
{
	if (r->n == REPORT_MAX)
		add(r, at, lint_code_find("D019"),
		    messages_get(r->f->m,
				 N_("there is more wrong in this file: mend what is listed, then ask again")));
	if (r->n <= REPORT_MAX)
		return true;
	r->errors += c->severity == SEV_ERROR;
	return false;
}

static void
put(struct report *r, struct place at, const struct lint_code *c,
    const char *text)
{
	const struct finding *x;

	x = add(r, at, c, utf8_clean(r->a, text, false));
	if (c->severity == SEV_ERROR)
		note_first(r, x);
}

void
report(struct report *r, struct place at, const char *code, const char *fmt,
       ...)
{
	const struct lint_code *c = lint_code_find(code);
	char text[2048];
	va_list ap;

	assert(c != NULL);
	if (!has_room(r, at, c))
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), messages_get(r->f->m, fmt), ap);
	va_end(ap);
	put(r, at, c, text);
}

void
report_words(struct report *r, struct place at, const char *code,
	     const char *msgid, const char *const words[3])
{
	const struct lint_code *c = lint_code_find(code);
	const char *s = messages_get(r->f->m, msgid), *p;
	struct str text = { 0 };
	size_t k = 0;

	assert(c != NULL);
	if (!has_room(r, at, c))
		return;
	for (; (p = strstr(s, "%s")) != NULL && k < 3 && words[k] != NULL;
	     k++) {
		str_addn(&text, s, (size_t)(p - s));
		str_add(&text, words[k]);
		s = p + 2;
	}
	str_add(&text, s);
	put(r, at, c, str_text(&text));
	str_free(&text);
}

int
report_fail(const struct report *r, struct err *e)
{
	const struct finding *x = r->first;

	if (x == NULL)
		return err_set(e, ERR_CONTENT, N_("'%s' has errors: 'preshift lint' and the file lists them"),
			       r->file);
	return err_set(e, ERR_CONTENT, "%s:%d:%d: %s", x->file, x->line,
		       x->column, x->text);
}
