/* A lineup put together: who, which shift, which commandment, which items.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_BRIEFING_H
#define PRESHIFT_CMD_BRIEFING_H

#include "cmd/app.h"
#include "session/lineup.h"

struct briefing_words { const char *team, *date, *shift, *form; };

struct briefing {
	struct lineup_setup setup;
	struct app_standards standards;
	const struct person *people; /* all of the house */
	size_t npeople;
};

/* Everything a lineup needs, from what was asked (NULL: the nearest shift,
 * the team of briefing_team(), the house's form). The plan is laid out too. */
int briefing_prepare(struct app *, const struct briefing_words *,
		     struct briefing *ret, struct err *) MUST_CHECK;

/* The team that is meant: ASKED, that of who is logged in, or which a person
 * at a keyboard picks (elsewhere the house's first). */
int briefing_team(struct app *, const char *asked, const char **ret,
		  struct err *) MUST_CHECK;
/* What is planned to be said on that local DAY. */
int briefing_planned(struct app *, int64_t day, const char *team,
		     const char *const **ret, size_t *ret_n, struct err *)
	MUST_CHECK;
/* The record of such a plan; it takes the place of the one before. */
int briefing_plan(struct app *, int64_t day, const char *team,
		  const char *const *items, size_t n, struct record **ret,
		  struct err *) MUST_CHECK;

/* What a lineup that was held left over. */
struct briefing_left {
	const char *const *parked, *const *unsaid; /* of what was planned */
	size_t nparked, nunsaid;
	bool more; /* nor was there time for what was left over before it */
};
int briefing_left_over(struct app *, const struct lineup_row *,
		       struct briefing_left *ret, struct err *) MUST_CHECK;
/* Fills the plan of B, whose team and day are known. */
int briefing_items(struct app *, struct briefing *b, struct err *) MUST_CHECK;

/* When the shifts start, in minutes after midnight; -1: there is none. */
int briefing_starts(struct app *, int starts[SHIFT_COUNT], struct err *)
	MUST_CHECK;
/* Whose turn it is now: the nearest shift. */
int briefing_shift(struct app *, enum shift *ret, struct err *) MUST_CHECK;

/* The agenda as a page and as data; the sheet for paper. */
struct page *briefing_agenda(struct app *, const struct briefing *);
struct value *briefing_data(struct app *, const struct briefing *);
struct page *briefing_sheet(struct app *, const struct briefing *);

/* The record of a lineup that was held; the texts it names are kept first.
 * ENTRY: keyboard script paper. */
int briefing_record(struct app *, const struct briefing *,
		    const struct lineup_result *, const char *entry,
		    struct record **ret, struct err *) MUST_CHECK;

/* Records the lineup that has ended as RES, has it signed by whoever wants to
 * now, and says so. BEFORE is the draft as it was when the command began: a
 * script that fails leaves that. At the prompt the door comes then
 * (cancelled). */
int briefing_close(struct app *, const struct briefing *b,
		   struct lineup_result *res, const char *before,
		   struct err *) MUST_CHECK;

/* A slot's name in the person's language. */
const char *briefing_slot_words(const struct messages *, enum slot);

#endif
