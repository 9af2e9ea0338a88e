/* The canonical text of a record: one way to print it, and only that is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/record.h"

#include <string.h>

#include "base/messages.h"
#include "base/str.h"
#include "base/utf8.h"
#include "record/shape.h"

static const char magic[] = "preshift-record/1 ";
static const char last_line[] = "\nend\n";

enum { WORD_MAX = 32, VERSION_MAX = 9999 };

int
record_print(struct arena *a, const struct record *r, const char **ret_text,
	     size_t *ret_n, struct err *e)
{
	OWN(str_free) struct str s = { 0 };
	size_t fields = record_head_count + r->form->nfields;

	str_printf(&s, "%s%s %u\n", magic, r->form->word, r->form->version);
	for (size_t i = 0; i < fields; i++) {
		const struct record_field *f = record_field_at(r->form, i);
		const struct record_values *v = &r->values[i];

		if (!f->repeated && v->n != 1)
			return err_set(e, ERR_USAGE, "a record of the kind "
				       "'%s' needs a value for '%s'",
				       r->form->word, f->name);
		for (size_t j = 0; j < v->n; j++)
			str_printf(&s, "%s: %s\n", f->name, v->v[j]);
	}
	str_add(&s, "end\n");
	if (s.n > RECORD_MAX)
		return err_set(e, ERR_USAGE, "the record '%s' is too long: at "
			       "most %d KiB, shorten the text", r->form->word,
			       RECORD_MAX / 1024);
	*ret_text = arena_strndup(a, s.s, s.n);
	*ret_n = s.n;
	return 0;
}

/* ---- reading ---- */

/* What is left to read. */
struct reader {
	const char *s, *end;
};

/* Whether the next line is "NAME: …"; then its value, copied, is *ret and the
 * line is taken. */
static bool
take_line(struct arena *a, struct reader *rd, const char *name,
	  const char **ret)
{
	size_t left = (size_t)(rd->end - rd->s), k = strlen(name);
	const char *lf = memchr(rd->s, '\n', left), *value;

	if (lf == NULL || (size_t)(lf - rd->s) < k + 2 ||
	    memcmp(rd->s, name, k) != 0 || memcmp(rd->s + k, ": ", 2) != 0)
		return false;
	value = rd->s + k + 2;
	*ret = arena_strndup(a, value, (size_t)(lf - value));
	rd->s = lf + 1;
	return true;
}

static bool
is_word(const char *s, size_t n)
{
	if (n < 1 || n > WORD_MAX)
		return false;
	for (size_t i = 0; i < n; i++) {
		if ((s[i] < 'a' || s[i] > 'z') && (i == 0 || s[i] != '-'))
			return false;
	}
	return true;
}

/* WHAT is a msgid. */
static int
not_canonical(struct err *e, const char *what)
{
	return err_set(e, ERR_UNTRUE, "this is not a record as preshift "
		       "writes it: %s", messages_get(e->m, what));
}

/* "preshift-record/1 KIND V\n" */
static int
read_first(struct arena *a, struct reader *rd, const char **ret_word,
	   unsigned *ret_version, struct err *e)
{
	size_t k = strlen(magic), left = (size_t)(rd->end - rd->s), n;
	const char *lf = memchr(rd->s, '\n', left), *sp;
	uint64_t version;

	if (lf == NULL || (size_t)(lf - rd->s) < k ||
	    memcmp(rd->s, magic, k) != 0)
		return not_canonical(e, N_("the first line is another"));
	rd->s += k;
	n = (size_t)(lf - rd->s);
	sp = memchr(rd->s, ' ', n);
	if (sp == NULL || !is_word(rd->s, (size_t)(sp - rd->s)) ||
	    !str_u64(arena_strndup(a, sp + 1, (size_t)(lf - sp - 1)),
		     VERSION_MAX, &version) || version == 0)
		return not_canonical(e, N_("the first line is another"));
	*ret_word = arena_strndup(a, rd->s, (size_t)(sp - rd->s));
	*ret_version = (unsigned)version;
	rd->s = lf + 1;
	return 0;
}

/* What holds for every kind and version, known or not. */
static int
check_text(const char *text, size_t n, struct err *e)
{
	size_t k = strlen(last_line);

	if (n > RECORD_MAX)
		return not_canonical(e, N_("it is longer than 16 KiB"));
	if (!utf8_valid(text, n) || !utf8_printable(text, n, true))
		return not_canonical(e, N_("it holds other bytes than text"));
	if (n < k || memcmp(text + n - k, last_line, k) != 0 ||
	    memmem(text, n - 1, last_line, k) != NULL)
		return not_canonical(e, N_("its last line is not 'end'"));
	return 0;
}

static int
read_field(struct arena *a, struct reader *rd, const struct record_field *f,
	   struct record_values *v, struct err *e)
{
	const char *value;

	while ((f->repeated || v->n == 0) && take_line(a, rd, f->name,
						       &value)) {
		if (shape_check(f, value, ERR_UNTRUE, e) != 0)
			return -1;
		ARENA_PUSH(a, v->v, v->n, v->cap, value);
	}
	if (!f->repeated && v->n == 0)
		return err_set(e, ERR_UNTRUE, "this is not a record as "
			       "preshift writes it: the line '%s' is missing "
			       "or not in its place", f->name);
	return 0;
}

static int
read_fields(struct arena *a, struct reader *rd, struct record *r,
	    struct err *e)
{
	size_t fields = record_head_count + r->form->nfields;

	r->values = ARENA_ARRAY(a, struct record_values, fields);
	for (size_t i = 0; i < fields; i++) {
		const struct record_field *f = record_field_at(r->form, i);

		if (read_field(a, rd, f, &r->values[i], e) != 0)
			return -1;
	}
	return 0;
}

int
record_parse(struct arena *a, const char *text, size_t n,
	     const struct record **ret, struct err *e)
{
	struct reader rd = { text, text + n };
	struct record *r;
	const char *word = NULL, *again;
	unsigned version = 0;
	size_t nagain;

	if (check_text(text, n, e) != 0 ||
	    read_first(a, &rd, &word, &version, e) != 0)
		return -1;
	r = ARENA_NEW(a, struct record);
	r->form = record_form_find(word, version);
	if (r->form == NULL) {
		*ret = NULL;
		return 0;
	}
	if (read_fields(a, &rd, r, e) != 0 ||
	    record_print(a, r, &again, &nagain, e) != 0)
		return -1;
	/* the rule that decides; all above only says what is wrong */
	if (nagain != n || memcmp(again, text, n) != 0)
		return not_canonical(e, N_("it would be printed in other "
					   "words"));
	*ret = r;
	return 0;
}
