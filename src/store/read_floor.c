/* Asking the views: lineups, plans, who heard what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "store/internal.h"

int
store_plans(struct store *s, struct arena *a, const char *date,
	    const char *team, struct plan_row **ret, size_t *ret_n,
	    struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct plan_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (ROWS(s, Q_PLANS, &r, e, ARG(date), ARG(team)) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct plan_row row = {
			.date = row_or(&r, a, 0, ""),
			.team = row_or(&r, a, 1, ""),
			.terminal = row_or(&r, a, 2, ""),
			.index = (uint64_t)row_int(&r, 3),
			.at = row_int(&r, 4),
			.by = row_text(&r, a, 5),
			.owner = row_text(&r, a, 7),
			.until = row_text(&r, a, 8),
			.leader = row_text(&r, a, 9),
		};

		row.items = row_list(&r, a, 6, &row.nitems);
		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

static struct lineup_row
lineup_here(const struct rows *r, struct arena *a)
{
	struct lineup_row row = {
		.date = row_or(r, a, 0, ""),
		.terminal = row_or(r, a, 1, ""),
		.index = (uint64_t)row_int(r, 2),
		.at = row_int(r, 3),
		.shift = row_or(r, a, 4, ""),
		.team = row_or(r, a, 5, ""),
		.leader = row_or(r, a, 6, ""),
		.language = row_or(r, a, 7, ""),
		.commandment = row_or(r, a, 8, ""),
		.form = (unsigned)row_int(r, 9),
		.start = row_int(r, 10),
		.end = row_int(r, 11),
		.guests = (unsigned)row_int(r, 15),
		.practice = row_text(r, a, 16),
		.recall = row_text(r, a, 17),
		.witness = row_text(r, a, 19),
		.leader_vouched = row_int(r, 20) != 0,
		.witness_vouched = row_int(r, 21) != 0,
	};

	row.present = row_list(r, a, 12, &row.npresent);
	row.late = row_list(r, a, 13, &row.nlate);
	row.off = row_list(r, a, 14, &row.noff);
	row.parked = row_list(r, a, 18, &row.nparked);
	return row;
}

int
store_lineups(struct store *s, struct arena *a, const char *from,
	      const char *to, const char *team, struct lineup_row **ret,
	      size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct lineup_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (ROWS(s, Q_LINEUPS, &r, e, ARG(from == NULL ? "" : from),
		 ARG(to == NULL ? "9999-12-31" : to),
		 ARG(team == NULL ? "" : team)) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0)
		ARENA_PUSH(a, v, n, cap, lineup_here(&r, a));
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

int
store_heard(struct store *s, struct arena *a, const char *number,
	    struct heard_row **ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct heard_row *v = NULL;
	size_t n = 0, cap = 0;
	int got = number == NULL ? ROWS(s, Q_HEARD, &r, e) :
				   ROWS(s, Q_HEARD_OF, &r, e, ARG(number));

	if (got != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct heard_row row = {
			.number = row_or(&r, a, 0, ""),
			.commandment = row_or(&r, a, 1, ""),
			.times = (unsigned)row_int(&r, 2),
			.last = row_or(&r, a, 3, ""),
		};

		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

/* ---- who usually comes ---- */

struct count {
	const char *number;
	unsigned times;
};

static int
by_number(const void *x, const void *y)
{
	const struct count *a = x, *b = y;

	return strcmp(a->number, b->number);
}

static int
by_times(const void *x, const void *y)
{
	const struct count *a = x, *b = y;

	if (a->times != b->times)
		return a->times > b->times ? -1 : 1;
	return strcmp(a->number, b->number);
}

/* Runs of the same number become one row; returns how many. */
static size_t
add_up(struct count *v, size_t n)
{
	size_t out = 0;

	if (n == 0)
		return 0;
	qsort(v, n, sizeof(*v), by_number);
	for (size_t i = 1; i < n; i++) {
		if (str_eq(v[i].number, v[out].number))
			v[out].times++;
		else
			v[++out] = v[i];
	}
	return out + 1;
}

int
store_usual(struct store *s, struct arena *a, const char *team,
	    const char *shift, int weekday_wanted, const char *from,
	    const char ***ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct count *v = NULL;
	const char **out;
	size_t n = 0, cap = 0;
	int got;

	if (ROWS(s, Q_USUAL, &r, e, ARG(from == NULL ? "" : from), ARG(team),
		 ARG(shift)) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		int64_t day;

		if (!date_parse(row_or(&r, a, 0, ""), &day) ||
		    weekday(day) != weekday_wanted)
			continue;
		for (int col = 1; col <= 2; col++) {
			size_t k;
			const char **who = row_list(&r, a, col, &k);

			for (size_t i = 0; i < k; i++) {
				struct count c = { who[i], 1 };

				ARENA_PUSH(a, v, n, cap, c);
			}
		}
	}
	if (got < 0)
		return -1;
	n = add_up(v, n);
	if (n > 0)
		qsort(v, n, sizeof(*v), by_times);
	out = ARENA_ARRAY(a, const char *, n);
	for (size_t i = 0; i < n; i++)
		out[i] = v[i].number;
	*ret = out;
	*ret_n = n;
	return 0;
}
