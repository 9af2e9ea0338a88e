/* Lines of text from a descriptor, each no sooner than it is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "ui/phrase.h"

#define BOM "\xef\xbb\xbf"
/* "> " stands before an answer and is not counted. */
#define LINE_MAX_BYTES ((size_t)ANSWER_MAX + 2)

static int
fill(struct lines *l, struct err *e)
{
	ssize_t n;

	do {
		n = read(l->fd, l->buf, sizeof(l->buf));
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return err_set(e, ERR_FAILED, "the script can't be read: %s",
			       err_reason(e, errno));
	l->at = 0;
	l->filled = (size_t)n;
	l->ended = n == 0;
	return 0;
}

/* Collects bytes up to the end of the line; too many are counted, not kept.
 * *ret_n is what the line really has. */
static int
collect(struct lines *l, size_t *ret_n, bool *ret_any, struct err *e)
{
	size_t total = 0;

	str_clear(&l->line);
	*ret_any = false;
	for (;;) {
		const char *from, *lf;
		size_t n;

		if (l->at == l->filled && !l->ended && fill(l, e) != 0)
			return -1;
		if (l->ended)
			break;
		*ret_any = true;
		from = l->buf + l->at;
		n = l->filled - l->at;
		lf = memchr(from, '\n', n);
		if (lf != NULL)
			n = (size_t)(lf - from);
		if (l->line.n + n <= LINE_MAX_BYTES + 8)
			str_addn(&l->line, from, n);
		total += n;
		l->at += n + (lf != NULL);
		if (lf != NULL)
			break;
	}
	*ret_n = total;
	return 0;
}

int
lines_next(struct lines *l, const char **ret, struct err *e)
{
	const char *s;
	size_t n, total;
	bool any;

	if (collect(l, &total, &any, e) != 0)
		return -1;
	if (!any) {
		*ret = NULL;
		return 0;
	}
	l->number++;
	if (l->line.n > 0 && l->line.s[l->line.n - 1] == '\r') {
		l->line.s[--l->line.n] = '\0';
		total--;
	}
	s = str_text(&l->line);
	n = l->line.n;
	if (total > LINE_MAX_BYTES || (s[0] != '>' && total > ANSWER_MAX))
		return err_set(e, ERR_USAGE,
			       "line %u of the script is too long: at most %d "
			       "bytes",
			       l->number, ANSWER_MAX);
	if (!utf8_valid(s, n) || strlen(s) != n)
		return err_set(e, ERR_USAGE,
			       "line %u of the script is no text in UTF-8",
			       l->number);
	if (l->number == 1 && str_starts(s, BOM))
		s += strlen(BOM);
	if (!phrase_can_be_seen(s))
		return err_set(e, ERR_USAGE,
			       "line %u of the script holds a character that "
			       "cannot be seen: type it again",
			       l->number);
	*ret = s;
	return 0;
}

void
lines_free(struct lines *l)
{
	str_free(&l->line);
}
