/* A file as bytes: is it text we read, and where in it does a byte stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/reader.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"

/* Characters that begin in the N bytes at S. */
static int
columns(const char *s, size_t n)
{
	int c = 0;

	for (size_t i = 0; i < n; i++)
		c += ((unsigned char)s[i] & 0xc0) != 0x80;
	return c;
}

struct place
place_of(struct reader *r, size_t offset)
{
	struct mark m = { 0, { 1, 1 } };
	const char *p, *q, *end = r->s + offset;

	if (report_full(&r->rep))
		return m.at; /* it will not be written down */
	if (offset >= r->mark.offset && r->mark.at.line > 0)
		m = r->mark; /* in order, every byte is looked at once */
	p = r->s + m.offset;
	while ((q = memchr(p, '\n', (size_t)(end - p))) != NULL) {
		m.at.line++;
		m.at.column = 1;
		p = q + 1;
	}
	m.at.column += columns(p, (size_t)(end - p));
	m.offset = offset;
	r->mark = m;
	return m.at;
}

struct place
place_of_attr(struct reader *r, size_t tag, const char *name)
{
	const char *p = r->s + tag, *end = r->s + r->n, *v;
	size_t n = strlen(name);
	char quote = '\0';

	/* outside quotes a name is a name: no '<' stands within a tag */
	for (; p < end && (quote != '\0' || *p != '>'); p++) {
		if (quote != '\0') {
			quote = *p == quote ? '\0' : quote;
			continue;
		}
		if (*p == '"' || *p == '\'')
			quote = *p;
		if ((size_t)(end - p) <= n || strncmp(p, name, n) != 0 ||
		    strchr(" \t\r\n", p[-1]) == NULL)
			continue;
		for (v = p + n; v < end && strchr(" \t\r\n=", *v) != NULL;)
			v++;
		if (v < end && (*v == '"' || *v == '\''))
			return place_of(r, (size_t)(v - r->s) + 1);
	}
	return place_of(r, tag);
}

/* The declared encoding, if it is another than UTF-8. */
static const char *
other_encoding(struct reader *r)
{
	size_t head = r->n < 200 ? r->n : 200;
	const char *end, *p, *q;

	if (r->n < 5 || memcmp(r->s, "<?xml", 5) != 0)
		return NULL;
	end = memmem(r->s, head, "?>", 2);
	if (end == NULL)
		return NULL;
	p = memmem(r->s, (size_t)(end - r->s), "encoding", 8);
	if (p == NULL)
		return NULL;
	p += 8;
	while (p < end && *p != '"' && *p != '\'')
		p++;
	q = p < end ? memchr(p + 1, *p, (size_t)(end - p - 1)) : NULL;
	if (q == NULL || (q - p == 6 && strncasecmp(p + 1, "utf-8", 5) == 0))
		return NULL;
	return arena_strndup(r->a, p + 1, (size_t)(q - p - 1));
}

static size_t
first_invalid(const struct reader *r)
{
	size_t low = 0, high = r->n;

	/* the longest valid beginning, to within one character */
	while (high - low > 1) {
		size_t mid = low + (high - low) / 2, cut = mid;

		while (cut > low && ((unsigned char)r->s[cut] & 0xc0) == 0x80)
			cut--;
		if (cut == low)
			cut = mid;
		if (utf8_valid(r->s, cut))
			low = cut == low ? mid : cut;
		else
			high = cut;
	}
	return low;
}

bool
bytes_ok(struct reader *r)
{
	struct place none = { 1, 1 };
	const char *nul, *encoding;

	if (r->n > CONTENT_MAX_BYTES) {
		report(&r->rep, none, "D004",
		       N_("the file has %zu bytes; at most %d are read"),
		       r->n, CONTENT_MAX_BYTES);
		return false;
	}
	nul = memchr(r->s, '\0', r->n);
	encoding = other_encoding(r);
	if (nul != NULL)
		report(&r->rep, place_of(r, (size_t)(nul - r->s)), "D003",
		       N_("the file has a NUL byte: it is no text"));
	else if (!utf8_valid(r->s, r->n))
		report(&r->rep, place_of(r, first_invalid(r)), "D003",
		       N_("these bytes are not UTF-8: save the file as UTF-8"));
	else if (encoding != NULL)
		report(&r->rep, none, "D003",
		       N_("the file says its encoding is '%s': save it as UTF-8 and say so"),
		       encoding);
	return r->rep.errors == 0;
}
