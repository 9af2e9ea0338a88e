/* Errors travel as values: a kind for code, a sentence for people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/err.h"

#include <errno.h>
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

/* What people meet; the texts of strerror() are English everywhere. */
static const struct {
	int numbers[3];
	const char *msgid;
} reasons[] = {
	{ { ENOENT },
	  N_("it is not there, or its folder is not; check the name") },
	{ { EACCES, EPERM },
	  N_("this account has no right to; ask whoever looks after the "
	     "computer") },
	{ { ENOSPC, EDQUOT, EFBIG }, /* the last: a limit of the account */
	  N_("the disk is full; free some space and try again") },
	{ { EROFS }, N_("the disk is read-only; choose another place") },
	{ { EISDIR }, N_("it is a folder; name a file") },
	{ { ENOTDIR },
	  N_("a part of its path is a file, not a folder; check the "
	     "name") },
	{ { EEXIST, ENOTEMPTY },
	  N_("it exists already; choose another name") },
	{ { ENAMETOOLONG }, N_("the name is too long; choose a shorter one") },
	{ { ELOOP }, N_("its links lead in a circle; check the name") },
	{ { EXDEV },
	  N_("it is on another disk; choose a place on the same one") },
	{ { EIO },
	  N_("the disk does not obey; have it checked, and make a backup") },
	{ { EBUSY, EAGAIN, ETXTBSY },
	  N_("it is in use; try again in a moment") },
	{ { EINTR }, N_("it was interrupted; try again") },
	{ { EMFILE, ENFILE },
	  N_("too many files are open; close other programs and try again") },
	{ { ENOMEM },
	  N_("there is too little memory; close other programs and try "
	     "again") },
	{ { EPIPE }, N_("the program that was to read it has ended") },
	{ { ENXIO, ENODEV }, N_("the device is not there; check the name") },
	{ { EBADF }, N_("it is not open") },
};

const char *
err_reason(struct err *e, int number)
{
	for (size_t i = 0; number != 0 && i < NELEM(reasons); i++)
		for (size_t k = 0; k < NELEM(reasons[i].numbers); k++)
			if (reasons[i].numbers[k] == number)
				return messages_get(e->m, reasons[i].msgid);
	snprintf(e->text, sizeof(e->text),
		 messages_get(e->m, N_("error number %d")), number);
	return e->text;
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
