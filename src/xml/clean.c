/* Text as it enters: white space folded, normal form C, nothing that a
 * terminal or a reader's eye could stumble over.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/reader.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

size_t
fold_space(char *s, size_t n)
{
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		char c = s[i];

		if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
			s[out++] = c;
		else if (out > 0 && s[out - 1] != ' ')
			s[out++] = ' ';
	}
	return out > 0 && s[out - 1] == ' ' ? out - 1 : out;
}

/* Whether a text consists of characters that are printable and in normal form
 * whatever stands beside them: Latin, Cyrillic, common punctuation. A quick
 * yes for nearly all texts; UAX 15 9 "Detecting Normalization Forms". */
static bool
is_plain(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s, *end = p + n;

	while (p < end) {
		unsigned c = *p++;

		if (c >= 0x20 && c < 0x7f)
			continue;
		if (c >= 0xc3 && c <= 0xca) /* U+00C0 … U+02BF */
			p++;
		else if (c == 0xc2 && *p >= 0xa1 && *p != 0xad)
			p++;
		else if (c == 0xd0 || c == 0xd1) /* U+0400 … U+047F */
			p++;
		else if (c == 0xe2 && p[0] == 0x80 &&
			 ((p[1] >= 0x90 && p[1] <= 0xa7) || p[1] >= 0xb0))
			p += 2; /* dashes, quotes, points */
		else
			return false;
	}
	return true;
}

const char *
clean_text(struct arena *a, const char *s, size_t n, bool *ret_changed)
{
	char *copy;

	*ret_changed = false;
	if (is_plain(s, n))
		return arena_strndup(a, s, n);
	if (!utf8_printable(s, n, false))
		return NULL;
	copy = arena_strndup(a, s, n);
	if (utf8_is_nfc(s, n))
		return copy;
	*ret_changed = true;
	return utf8_nfc(a, copy);
}

/* Whether a line of an edition's text beginning with S would be taken for a
 * mark of that format. */
static bool
looks_like_mark(const char *s)
{
	if (str_eq(s, "end") || str_starts(s, "== "))
		return true;
	return s[0] != '\0' && strchr("=~-?+x", s[0]) != NULL && s[1] == ' ';
}

const char *
rule_broken(const struct text_rule *rule, const char *s, unsigned *ret_has,
	    unsigned *ret_may)
{
	size_t n;

	if (rule == NULL)
		return NULL;
	n = rule->chars > 0 ? utf8_chars(s) : 0;
	if (n > rule->chars) {
		*ret_has = (unsigned)n;
		*ret_may = rule->chars;
		return N_("the text '%s' has %s characters; at most %s are allowed");
	}
	n = rule->bytes > 0 ? strlen(s) : 0;
	if (n > rule->bytes) {
		*ret_has = (unsigned)n;
		*ret_may = rule->bytes;
		return N_("the text '%s' has %s bytes; at most %s are allowed: make two paragraphs");
	}
	if (rule->edition_line && looks_like_mark(s)) {
		*ret_has = *ret_may = 0;
		return N_("the text '%s' begins with a mark (= ~ - ? + x and a space) or is the word end: word it differently");
	}
	return NULL;
}

void
report_rule(struct report *r, struct place at, const char *code,
	    const char *id, const char *why, unsigned has, unsigned may)
{
	const char *words[3] = { id, arena_printf(r->a, "%u", has),
				 arena_printf(r->a, "%u", may) };

	report_words(r, at, code, why, words);
}

const char *
next_value(const char **p, size_t *ret_n, bool *ret_ok)
{
	const char *s = strstr(*p, "${"), *end;

	if (s == NULL)
		return NULL;
	s += 2;
	end = s;
	while ((*end >= 'a' && *end <= 'z') || (*end >= '0' && *end <= '9') ||
	       *end == '.' || *end == '-')
		end++;
	*ret_n = (size_t)(end - s);
	*ret_ok = *end == '}' && *ret_n > 0 && *ret_n <= 64;
	*p = end;
	return s;
}
