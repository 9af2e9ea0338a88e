/* Small lies about a seed, the same ones in every run.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include <string.h>

#include "base/chance.h"
#include "base/str.h"

/* What readers stumble over: ends of ranges, characters of other scripts and
 * directions, half a character, markup. */
static const char *const tokens[] = {
	"", "\n", "\r\n", "\t", " ", "  ", "-", "0", "-1", "00", "9999999999",
	"18446744073709551616", "\xef\xbb\xbf", "\xe2\x80\xae", "\xc2\xa0",
	"\xcc\x81", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xd1", "\xff", "\x1b[2J",
	"<", ">", "&lt;", "&x;", "&#0;", "<!--", "]]>", "<![CDATA[", "=", "==",
	"+/", "end\n", "\"", "'", ",", ";", "%s", "%n", "${x}", "(", ")",
	" and ", " or ", "not ", "<!DOCTYPE a>", "\xe2\x80\x94 ",
};

struct lie {
	struct chance c;
	struct str out;
};

static size_t
place(struct lie *l)
{
	return chance_draw(&l->c, l->out.n + 1);
}

/* Puts N bytes at S in place of LEN bytes at AT. */
static void
splice(struct lie *l, size_t at, size_t len, const char *s, size_t n)
{
	OWN(str_free) struct str old = l->out;

	l->out = (struct str){ 0 };
	if (len > old.n - at)
		len = old.n - at;
	str_addn(&l->out, old.s, at);
	str_addn(&l->out, s, n);
	str_addn(&l->out, old.s + at + len, old.n - at - len);
}

static void
tell(struct lie *l, const char *other, size_t nother)
{
	size_t at = place(l), n = chance_draw(&l->c, 24);
	const char *t = tokens[chance_draw(&l->c, NELEM(tokens))];
	size_t from;

	switch (chance_draw(&l->c, 7)) {
	case 0: /* one bit */
		if (at < l->out.n)
			l->out.s[at] = (char)(l->out.s[at] ^
					      1 << chance_draw(&l->c, 8));
		break;
	case 1:
		splice(l, at, 0, t, strlen(t));
		break;
	case 2:
		splice(l, at, n, t, strlen(t));
		break;
	case 3: /* cut */
		splice(l, at, chance_draw(&l->c, 4) == 0 ? SIZE_MAX : n, "",
		       0);
		break;
	case 4: /* a NUL */
		splice(l, at, 1, "", 1);
		break;
	case 5: /* twice */
		if (at + n <= l->out.n) {
			char again[24];

			memcpy(again, l->out.s + at, n);
			splice(l, at, 0, again, n);
		}
		break;
	default: /* from another seed */
		from = chance_draw(&l->c, nother + 1);
		n = 4 * n < nother - from ? 4 * n : nother - from;
		splice(l, at, n, other + from, n);
		break;
	}
}

char *
fuzz_mutate(struct arena *a, const char *seed, size_t nseed,
	    const char *other, size_t nother, unsigned round, size_t *ret_n)
{
	struct lie l = { .c = { round } };
	char *ret;

	str_addn(&l.out, seed, nseed);
	for (uint64_t k = 1 + chance_draw(&l.c, 4); k > 0; k--)
		tell(&l, other, nother);
	ret = arena_alloc(a, l.out.n + 1);
	memcpy(ret, l.out.s, l.out.n);
	*ret_n = l.out.n;
	str_free(&l.out);
	return ret;
}
