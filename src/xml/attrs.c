/* Attributes of one element against its row of the table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/reader.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/expr.h"

const char *
attrs_allowed(struct arena *a, const struct attr_spec *attrs)
{
	struct str s = { 0 };
	const char *out;

	for (; attrs->name != NULL; attrs++) {
		if (s.n > 0)
			str_add(&s, ", ");
		str_add(&s, attrs->name);
	}
	out = arena_strdup(a, s.n == 0 ? "-" : s.s);
	str_free(&s);
	return out;
}

/* `words` separated by spaces; -1: none of them. */
static int64_t
word_place(const char *words, const char *s)
{
	size_t n = strlen(s);
	int64_t place = 0;

	for (const char *p = words; *p != '\0'; place++) {
		size_t len = strcspn(p, " ");

		if (len == n && memcmp(p, s, n) == 0)
			return place;
		p += len;
		p += *p == ' ';
	}
	return -1;
}

/* 0 … 1 with up to four decimals, in ten-thousandths. */
static bool
share_parse(const char *s, int64_t *ret)
{
	int64_t n;
	int digits = 0;

	if (s[0] != '0' && s[0] != '1')
		return false;
	n = s[0] - '0';
	if (s[1] == '.' && s[2] == '\0')
		return false;
	if (s[1] != '\0' && s[1] != '.')
		return false;
	for (s += s[1] == '.' ? 2 : 1; *s != '\0'; s++, digits++) {
		if (*s < '0' || *s > '9' || digits == 4)
			return false;
		n = 10 * n + (*s - '0');
	}
	for (; digits < 4; digits++)
		n *= 10;
	*ret = n;
	return n <= 10000;
}

static bool
section_valid(const char *s)
{
	uint64_t n;

	return s[0] == 'H' && str_u64(s + 1, 19, &n);
}

/* BCP 47 as far as houses need it: de, pt-BR. */
static bool
lang_valid(const char *s)
{
	size_t n = 0;

	while (s[n] >= 'a' && s[n] <= 'z')
		n++;
	if (n < 2 || n > 3)
		return false;
	if (s[n] == '\0')
		return true;
	s += n;
	return s[0] == '-' && s[1] >= 'A' && s[1] <= 'Z' && s[2] >= 'A' &&
	       s[2] <= 'Z' && s[3] == '\0';
}

/* Why V is not of the type, a msgid with %s (attribute) %s (value) and what
 * is right; NULL: it is. */
static const char *
wrong_value(const struct attr_spec *spec, struct attr *v)
{
	switch (spec->type) {
	case AT_ID:
	case AT_REF:
		return id_valid(v->s) ? NULL :
		       N_("%s='%s' is no id: small letters, digits, '.' and '-', at most 64, the first a letter or digit");
	case AT_SECTION:
	case AT_SECTION_REF:
		return section_valid(v->s) ? NULL :
		       N_("%s='%s' is no section: H0 to H19");
	case AT_NAME:
		return expr_name_valid(v->s) ? NULL :
		       N_("%s='%s' is no name for a variable: a small letter, then letters and digits, no word of conditions");
	case AT_SHARE:
		return share_parse(v->s, &v->n) ? NULL :
		       N_("%s='%s' is not a number from 0 to 1 with at most four decimals");
	case AT_LANG:
		return lang_valid(v->s) ? NULL :
		       N_("%s='%s' is no language: two letters, such as 'de'");
	case AT_TEXT:
	case AT_EXPR:
		return v->s[0] != '\0' &&
		       utf8_printable(v->s, strlen(v->s), false) ? NULL :
		       N_("%s='%s' is empty or has control characters");
	case AT_INT:
	case AT_WORD:
		break;
	}
	return NULL;
}

static bool
is_id(enum attr_type t)
{
	return t == AT_ID || t == AT_SECTION || t == AT_NAME;
}

static bool
check_value(struct reader *r, const struct attr_spec *spec, size_t tag,
	    struct attr *v)
{
	const char *why = wrong_value(spec, v);
	size_t line;

	if (why != NULL) {
		report_words(&r->rep, place_of_attr(r, tag, spec->name),
			     is_id(spec->type) ? "D012" : "D009", why,
			     (const char *const[3]){ spec->name, v->s });
		return false;
	}
	if (spec->type == AT_INT &&
	    !str_i64(v->s, spec->min, spec->max, &v->n)) {
		report(&r->rep, place_of_attr(r, tag, spec->name), "D009",
		       N_("%s='%s' is not a whole number from %lld to %lld"),
		       spec->name, v->s, (long long)spec->min,
		       (long long)spec->max);
		return false;
	}
	if (spec->type == AT_WORD &&
	    (v->n = word_place(spec->words, v->s)) < 0) {
		report(&r->rep, place_of_attr(r, tag, spec->name), "D009",
		       N_("%s='%s' is not known; allowed are: %s"),
		       spec->name, v->s, spec->words);
		return false;
	}
	if (is_id(spec->type) &&
	    !idmap_put(r->a, &r->ids, v->s, tag)) {
		idmap_get(&r->ids, v->s, strlen(v->s), &line);
		report(&r->rep, place_of_attr(r, tag, spec->name), "D013",
		       N_("the id '%s' stands already in line %d"), v->s,
		       place_of(r, line).line);
		return false;
	}
	return true;
}

static size_t
spec_of(const struct attr_spec *attrs, const char *name, const char *prefix)
{
	size_t i = 0;

	for (; attrs[i].name != NULL; i++) {
		const char *n = attrs[i].name;

		if (prefix != NULL) {
			if (str_starts(n, "xml:") && str_eq(prefix, "xml") &&
			    str_eq(n + 4, name))
				break;
		} else if (str_eq(n, name)) {
			break;
		}
	}
	return i;
}

bool
attrs_read(struct reader *r, const struct elem_spec *spec, size_t tag, int n,
	   const unsigned char **given, struct attr *ret)
{
	const struct attr_spec *attrs = spec->attrs;
	bool ok = true;

	for (int k = 0; k < n; k++, given += 5) {
		const char *name = (const char *)given[0];
		size_t i = spec_of(attrs, name, (const char *)given[1]);

		if (attrs[i].name != NULL) {
			ret[i].s = arena_strndup(r->a, (const char *)given[3],
						 (size_t)(given[4] - given[3]));
			ok = check_value(r, &attrs[i], tag, &ret[i]) && ok;
		} else if ((spec->flags & ELEM_LOOSE) == 0) {
			report(&r->rep, place_of(r, tag), "D007",
			       N_("'%s' has no attribute '%s'; it has: %s"),
			       spec->name, name,
			       attrs_allowed(r->a, attrs));
		}
	}
	for (size_t i = 0; attrs[i].name != NULL; i++) {
		if (!attrs[i].required || ret[i].s != NULL)
			continue;
		report(&r->rep, place_of(r, tag), "D008",
		       N_("'%s' needs the attribute '%s'"), spec->name,
		       attrs[i].name);
		ok = false;
	}
	return ok;
}
