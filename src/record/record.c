/* A record in memory: its form, its values, and putting and getting them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/record.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "record/shape.h"

enum { NO_FIELD = -1 };

const struct record_form *
record_form_of(enum record_kind k)
{
	const struct record_form *best = NULL;

	for (size_t i = 0; i < record_form_count; i++) {
		const struct record_form *f = &record_forms[i];

		if (f->kind == k && (best == NULL ||
				     f->version > best->version))
			best = f;
	}
	return best;
}

const struct record_form *
record_form_find(const char *word, unsigned version)
{
	for (size_t i = 0; i < record_form_count; i++) {
		if (record_forms[i].version == version &&
		    str_eq(record_forms[i].word, word))
			return &record_forms[i];
	}
	return NULL;
}

const char *
slot_name(enum slot_bit s)
{
	switch (s) {
	case SIG_CHARTER:
		return "charter";
	case SIG_HR:
		return "hr";
	case SIG_CODE:
		return "code";
	case SIG_KEY:
		return "key";
	case SIG_PERSON:
		return "person";
	case SIG_SUPERVISOR:
		return "supervisor";
	case SIG_OBSERVER:
		return "observer";
	case SIG_COACH:
		return "coach";
	case SIG_NONE:
		break;
	}
	return "-";
}

struct record *
record_new(struct arena *a, enum record_kind k)
{
	struct record *r = ARENA_NEW(a, struct record);

	r->form = record_form_of(k);
	assert(r->form != NULL);
	r->values = ARENA_ARRAY(a, struct record_values,
				record_head_count + r->form->nfields);
	return r;
}

const struct record_field *
record_field_at(const struct record_form *form, size_t i)
{
	return i < record_head_count ? &record_head[i]
				     : &form->fields[i - record_head_count];
}

/* The place of a field, head first; NO_FIELD if the form lacks it. */
static int
place_of(const struct record_form *form, const char *field)
{
	size_t n = record_head_count + form->nfields;

	for (size_t i = 0; i < n; i++) {
		if (str_eq(record_field_at(form, i)->name, field))
			return (int)i;
	}
	return NO_FIELD;
}

/* "-" for "nothing": a text that is only "-" is somebody's text, not that. */
static bool
means_nothing(const struct record_field *f, const char *value)
{
	if (!f->optional)
		return false;
	return value == NULL || *value == '\0' ||
	       (f->type != FT_TEXT && str_eq(value, "-"));
}

/* Checks one line's value, then appends it at place I. */
static int
put_line(struct arena *a, struct record *r, size_t i, const char *value,
	 struct err *e)
{
	const struct record_field *f = record_field_at(r->form, i);
	struct record_values *v = &r->values[i];
	const char *text = "-";

	if (!f->repeated && v->n > 0)
		return err_set(e, ERR_USAGE, "'%s' already has a value",
			       f->name);
	if (!means_nothing(f, value)) {
		if (value == NULL)
			value = "";
		if (!utf8_valid(value, strlen(value)))
			return err_set(e, ERR_USAGE,
				       "'%s' is not valid UTF-8 text",
				       f->name);
		text = utf8_nfc(a, value);
		if (f->optional && str_eq(text, "-"))
			return err_set(e, ERR_USAGE,
				       "'%s' is only '-', which would mean "
				       "that nothing is known: write a word",
				       f->name);
		if (shape_check(f, text, ERR_USAGE, e) != 0)
			return -1;
	}
	ARENA_PUSH(a, v->v, v->n, v->cap, text);
	return 0;
}

static int
find_place(const struct record *r, const char *field, struct err *e)
{
	int i = place_of(r->form, field);

	if (i == NO_FIELD)
		err_set(e, ERR_USAGE,
			"a record of the kind '%s' has no field '%s': this "
			"is a mistake in the program, please report it",
			r->form->word, field);
	return i;
}

int
record_put(struct arena *a, struct record *r, const char *field,
	   const char *value, struct err *e)
{
	int i = find_place(r, field, e);
	bool empty = value == NULL || *value == '\0';

	if (i == NO_FIELD)
		return -1;
	if (!empty && record_field_at(r->form, (size_t)i)->type == FT_FREE)
		return record_put_free(a, r, field, value, e);
	return put_line(a, r, (size_t)i, value, e);
}

int
record_put_int(struct arena *a, struct record *r, const char *field,
	       int64_t n, struct err *e)
{
	char s[24];

	snprintf(s, sizeof(s), "%" PRId64, n);
	return record_put(a, r, field, s, e);
}

int
record_put_time(struct arena *a, struct record *r, const char *field,
		int64_t t, struct err *e)
{
	char s[UTC_SIZE];

	utc_print(s, t);
	return record_put(a, r, field, s, e);
}

int
record_put_date(struct arena *a, struct record *r, const char *field,
		int64_t day, struct err *e)
{
	char s[DATE_SIZE];

	date_print(s, day);
	return record_put(a, r, field, s, e);
}

int
record_put_all(struct arena *a, struct record *r, const char *field,
	       const char *const *v, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (record_put(a, r, field, v[i], e) != 0)
			return -1;
	return 0;
}

/* ---- free text ---- */

/* How many bytes of S (N bytes, valid UTF-8) the next value takes: all, or up
 * to a space if there is one, or to the last whole character. One byte is
 * left for the "." that may come before. */
static size_t
line_fit(const char *s, size_t n)
{
	size_t room = VALUE_MAX - 1, cut;

	if (n <= room)
		return n;
	for (cut = room; cut > 0; cut--) {
		if (s[cut] == ' ')
			return cut;
	}
	for (cut = room; cut > 1 && ((unsigned char)s[cut] & 0xc0) == 0x80;)
		cut--;
	return cut;
}

static void
trim(const char **s, size_t *n)
{
	size_t k;

	while ((k = shape_space_first(*s, *n)) > 0) {
		*s += k;
		*n -= k;
	}
	while ((k = shape_space_last(*s, *n)) > 0)
		*n -= k;
}

/* One line of free text, broken where it is too long. */
static int
put_free_line(struct arena *a, struct record *r, size_t i, const char *s,
	      size_t n, struct err *e)
{
	trim(&s, &n);
	if (n == 0)
		return put_line(a, r, i, ".", e);
	while (n > 0) {
		size_t k = line_fit(s, n), used = k;
		const char *part = s;
		char *text;

		trim(&part, &k);
		text = arena_strndup(a, part, k);
		if (put_line(a, r, i, *text == '.' ?
			     arena_printf(a, ".%s", text) : text, e) != 0)
			return -1;
		s += used;
		n -= used;
		trim(&s, &n);
	}
	return 0;
}

/* A copy in normal form, tabs as spaces, CR LF as LF, without empty lines at
 * its end. */
static char *
tidy(struct arena *a, const char *text)
{
	char *copy = utf8_nfc(a, text), *out = copy;
	const char *p;

	for (p = copy; *p != '\0'; p++) {
		if (p[0] == '\r' && p[1] == '\n')
			continue;
		*out++ = *p == '\t' ? ' ' : *p;
	}
	while (out > copy && (out[-1] == '\n' || out[-1] == ' '))
		out--;
	*out = '\0';
	return copy;
}

int
record_put_free(struct arena *a, struct record *r, const char *field,
		const char *text, struct err *e)
{
	int i = find_place(r, field, e);
	struct record_values before;
	const char *s;

	if (i == NO_FIELD)
		return -1;
	if (text == NULL)
		return 0;
	if (record_field_at(r->form, (size_t)i)->type != FT_FREE)
		return err_set(e, ERR_USAGE, "'%s' takes one line of text",
			       field);
	if (!utf8_valid(text, strlen(text)))
		return err_set(e, ERR_USAGE, "'%s' is not valid UTF-8 text",
			       field);
	before = r->values[i];
	s = tidy(a, text);
	while (*s != '\0') {
		size_t n = strcspn(s, "\n");

		if (put_free_line(a, r, (size_t)i, s, n, e) != 0) {
			r->values[i].n = before.n; /* all or nothing */
			return -1;
		}
		s += n + (s[n] == '\n');
	}
	return 0;
}

/* ---- the head ---- */

int
record_put_head(struct arena *a, struct record *r,
		const struct record_context *x, struct err *e)
{
	char at[UTC_SIZE], nonce[HEX_SIZE(16)];
	const char *after;

	utc_print(at, x->at);
	hex_encode(nonce, x->nonce, sizeof(x->nonce));
	after = head_print(a, x->after_size, x->after_root);
	if (record_put(a, r, "house", x->house, e) != 0 ||
	    record_put(a, r, "terminal", x->terminal, e) != 0 ||
	    record_put(a, r, "at", at, e) != 0 ||
	    record_put(a, r, "clock", clock_word(x->clock), e) != 0 ||
	    record_put(a, r, "by", x->by, e) != 0 ||
	    record_put(a, r, "after", after, e) != 0)
		return -1;
	return record_put(a, r, "nonce", nonce, e);
}

/* ---- getting ---- */

const char *const *
record_all(const struct record *r, const char *field, size_t *ret_n)
{
	int i = place_of(r->form, field);
	const struct record_field *f;
	const struct record_values *v;

	*ret_n = 0;
	if (i == NO_FIELD)
		return NULL;
	f = record_field_at(r->form, (size_t)i);
	v = &r->values[i];
	if (v->n == 0 || (f->optional && str_eq(v->v[0], "-")))
		return NULL;
	*ret_n = v->n;
	return v->v;
}

const char *
record_get(const struct record *r, const char *field)
{
	size_t n;
	const char *const *v = record_all(r, field, &n);

	return n == 0 ? NULL : v[0];
}

int64_t
record_int(const struct record *r, const char *field, int64_t dflt)
{
	const char *s = record_get(r, field);
	int64_t n;

	if (s == NULL || !str_i64(s, INT64_MIN, INT64_MAX, &n))
		return dflt;
	return n;
}

int64_t
record_time(const struct record *r, const char *field)
{
	const char *s = record_get(r, field);
	int64_t t;

	if (s == NULL || !utc_parse(s, &t))
		return 0;
	return t;
}

const char *
record_free(struct arena *a, const struct record *r, const char *field)
{
	OWN(str_free) struct str s = { 0 };
	size_t n;
	const char *const *v = record_all(r, field, &n);

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			str_addc(&s, '\n');
		str_add(&s, v[i] + (v[i][0] == '.'));
	}
	return arena_strdup(a, str_text(&s));
}
