/* Which lineups a team has held of those it should have, and what is signed of
 * them: counts, never a score.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_COVERAGE_H
#define PRESHIFT_CMD_COVERAGE_H

#include "cmd/app.h"

struct coverage_span {
	int64_t from, to; /* local days, both in it */
	bool asked;       /* not the last days */
};

struct coverage_shift {
	bool known;       /* the house has it, or one was held */
	size_t held, expected;
	int64_t *missing; /* days */
	size_t nmissing, cap;
};

/* Who has heard the fewest commandments, and when the next one is new. */
struct coverage_least {
	const struct person *p; /* NULL: nobody is in the team */
	size_t heard, of;
	const struct commandment *next; /* NULL: all were heard */
	int64_t day;
};

struct coverage_team {
	const char *team;
	struct coverage_shift shifts[SHIFT_COUNT];
	struct coverage_least least;
	/* Of the lineups: by the leader; by the second one, drawn but past,
	 * one of the two still possible. */
	size_t lineups, by_leader, second, skipped, open;
	struct lineup_row *rows;
};

/* The teams of the house, or TEAM alone (USAGE: there is no such). FROM and TO
 * as typed, NULL: the last 14 days. */
int coverage_count(struct app *, const char *team, const char *from,
		   const char *to, struct coverage_span *ret_span,
		   struct coverage_team **ret, size_t *ret_n, struct err *)
	MUST_CHECK;

#endif
