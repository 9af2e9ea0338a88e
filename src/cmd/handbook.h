/* What the verbs about the handbook share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_HANDBOOK_H
#define PRESHIFT_CMD_HANDBOOK_H

#include "cmd/app.h"
#include "session/reading.h"

/* The newest edition; FAILED, with what to do, if none is published. */
int handbook_edition(struct app *, struct edition_row *ret, struct err *)
	MUST_CHECK;

/* What of an edition concerns somebody, as ids of sections. */
struct owed {
	const char **must;  /* to be read and signed; nothing is owed: all that
			     * must be read, to look up or to sign again */
	size_t nmust;
	const char **fresh; /* changed since what they signed last */
	size_t nfresh;
	unsigned newest;    /* edition they signed last, 0: none */
};
int handbook_owed(struct app *, const struct edition_row *,
		  const char *number, struct owed *ret, struct err *)
	MUST_CHECK;

/* How long so many words take to be read. */
unsigned handbook_minutes(size_t words);

/* What happened between NUMBER and the handbook, the newest first, of the
 * kinds that FIT. */
int handbook_history(struct app *, const char *number,
		     bool (*fit)(enum record_kind), struct handbook_row **ret,
		     size_t *ret_n, struct err *) MUST_CHECK;

/* The fields number, edition, language, text of a record about ED. */
int handbook_put(struct app *, struct record *, const char *number,
		 const struct app_edition *ed, struct err *) MUST_CHECK;

/* Records that who is logged in WANTs the edition, or one SECTION (or NULL),
 * explained or on paper. (sign.c) */
int handbook_wish(struct app *, unsigned edition, const char *want,
		  const char *section, struct appended *ret, struct err *)
	MUST_CHECK;

#endif
