/* Errors travel as values: a kind for code, a sentence for people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"

/* A character that vsnprintf cut in half lies behind what `text` can hold, for
 * cleaning never makes a text shorter. */
#define RAW_SIZE (sizeof(((struct err *)0)->text) + 8)

/* The sentence of FMT in the language of E. */
__attribute__((format(printf, 3, 0)))
static void
format(char raw[RAW_SIZE], const struct err *e, const char *fmt, va_list ap)
{
	if (vsnprintf(raw, RAW_SIZE, messages_get(e->m, fmt), ap) < 0)
		snprintf(raw, RAW_SIZE, "%s", fmt);
}

static void
keep(struct err *e, const char *raw)
{
	size_t n = utf8_clean_into(e->text, sizeof(e->text), raw, true);

	while (n > 0 && e->text[n - 1] == '\n')
		e->text[--n] = '\0';
}

void
err_init(struct err *e, const struct messages *m)
{
	e->m = m;
	err_clear(e);
}

void
err_clear(struct err *e)
{
	e->kind = ERR_NONE;
	e->cancelled = 0;
	e->wrong_secret = 0;
	e->text[0] = '\0';
}

int
err_set(struct err *e, enum err_kind k, const char *fmt, ...)
{
	char raw[RAW_SIZE]; /* an argument may be the old text */
	va_list ap;

	va_start(ap, fmt);
	format(raw, e, fmt, ap);
	va_end(ap);
	e->kind = k;
	e->cancelled = 0;
	e->wrong_secret = 0;
	keep(e, raw);
	return -1;
}

int
err_wrap(struct err *e, const char *fmt, ...)
{
	char raw[RAW_SIZE];
	va_list ap;
	size_t n;

	if (e->cancelled)
		return -1;
	va_start(ap, fmt);
	format(raw, e, fmt, ap);
	va_end(ap);
	n = strlen(raw);
	snprintf(raw + n, sizeof(raw) - n, ": %s", e->text);
	keep(e, raw);
	return -1;
}

int
err_cancel(struct err *e)
{
	e->kind = ERR_FAILED;
	e->cancelled = 1;
	e->text[0] = '\0';
	return -1;
}

const char *
err_word(enum err_kind k)
{
	switch (k) {
	case ERR_NONE:
		return "none";
	case ERR_FAILED:
		return "failed";
	case ERR_USAGE:
		return "usage";
	case ERR_UNTRUE:
		return "untrue";
	case ERR_REFUSED:
		return "refused";
	case ERR_CONTENT:
		return "content";
	}
	return "failed";
}
