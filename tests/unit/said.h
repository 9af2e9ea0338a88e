/* What an error says, in each language, for tests of any room:
 *
 *	assert_said(&e, ERR_USAGE, "unknown option '%s'", call(..., &e));
 *
 * The call is made three times, with the catalogues of English, German and
 * Russian; each time it must fail and e.text hold the sentence, whatever
 * stands for its directives. tests/lint/messages.sh looks for these msgids.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_UNIT_SAID_H
#define PRESHIFT_TESTS_UNIT_SAID_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/str.h"

enum { SAID_LANGS = 3 };

/* The catalogue of language I; NULL is English. */
static inline struct messages *
said_catalogue(int i)
{
	static const char *const names[SAID_LANGS] = { "en", "de", "ru" };
	const char *dir = getenv("PRESHIFT_LOCALEDIR");
	struct messages *m;
	struct err e;

	err_init(&e, NULL);
	assert_non_null(dir);
	if (messages_open(dir, names[i], &m, &e) != 0)
		fail_msg("%s", e.text);
	return m;
}

/* Whether TEXT holds FORMAT with anything in the place of its directives. */
static inline bool
said_matches(const char *text, const char *format)
{
	OWN(str_free) struct str s = { 0 };

	str_addc(&s, '*');
	for (const char *p = format; *p != '\0'; p++) {
		if (p[0] == '%' && p[1] == '%') {
			str_addc(&s, *p++);
		} else if (*p == '%') {
			p += strcspn(p, "cdsu");
			str_addc(&s, '*');
		} else {
			if (strchr("*?[\\", *p) != NULL)
				str_addc(&s, '\\');
			str_addc(&s, *p);
		}
	}
	str_addc(&s, '*');
	return fnmatch(str_text(&s), text, 0) == 0;
}

/* Whether E says MSGID in its language. */
static inline bool
said_in(const struct err *e, const char *msgid)
{
	return said_matches(e->text, messages_get(e->m, msgid));
}

static inline void
said_check(const struct err *e, enum err_kind kind, const char *msgid)
{
	const char *format = messages_get(e->m, msgid);

	if (e->m != NULL && str_eq(format, msgid))
		fail_msg("not in the catalogue of '%s': %s",
			 messages_lang(e->m), msgid);
	if (e->kind != kind)
		fail_msg("kind %d, wanted %d: %s", (int)e->kind, (int)kind,
			 e->text);
	if (!said_matches(e->text, format))
		fail_msg("wanted: %s\ngot: %s", format, e->text);
}

#define assert_said(e, kind, msgid, call) \
	do { \
		const struct messages *said_before = (e)->m; \
\
		for (int said_i = 0; said_i < SAID_LANGS; said_i++) { \
			struct messages *said_m = said_catalogue(said_i); \
\
			err_init(e, said_i == 0 ? NULL : said_m); \
			assert_int_not_equal(call, 0); \
			said_check(e, kind, msgid); \
			messages_free(said_m); \
		} \
		(e)->m = said_before; \
	} while (0)

#endif
