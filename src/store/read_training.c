/* Asking the views: drills, observations, reviews; who vouched; audits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include "store/internal.h"

/* ALL lists everybody's, ONE a person's. */
static int
open_of(struct store *s, enum query all, enum query one, const char *number,
	struct rows *ret, struct err *e)
{
	if (number == NULL)
		return ROWS(s, all, ret, e);
	return ROWS(s, one, ret, e, ARG(number));
}

int
store_attempts(struct store *s, struct arena *a, const char *number,
	       struct attempt_row **ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct attempt_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (open_of(s, Q_ATTEMPTS, Q_ATTEMPTS_OF, number, &r, e) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct attempt_row row = {
			.number = row_or(&r, a, 0, ""),
			.terminal = row_or(&r, a, 1, ""),
			.index = (uint64_t)row_int(&r, 2),
			.at = row_int(&r, 3),
			.drill = row_or(&r, a, 4, ""),
			.result = row_or(&r, a, 5, ""),
			.language = row_or(&r, a, 6, ""),
			.scaled = (int)row_int(&r, 7),
			.mood = (int)row_int(&r, 8),
			.hints = (unsigned)row_int(&r, 9),
		};

		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

int
store_observes(struct store *s, struct arena *a, const char *number,
	       struct observe_row **ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct observe_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (open_of(s, Q_OBSERVES, Q_OBSERVES_OF, number, &r, e) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct observe_row row = {
			.number = row_or(&r, a, 0, ""),
			.terminal = row_or(&r, a, 1, ""),
			.index = (uint64_t)row_int(&r, 2),
			.at = row_int(&r, 3),
			.observer = row_or(&r, a, 4, ""),
			.drill = row_or(&r, a, 5, ""),
			.team = row_or(&r, a, 6, ""),
			.result = row_or(&r, a, 7, ""),
		};

		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

int
store_reviews(struct store *s, struct arena *a, const char *number,
	      struct review_row **ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct review_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (open_of(s, Q_REVIEWS, Q_REVIEWS_OF, number, &r, e) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct review_row row = {
			.number = row_or(&r, a, 0, ""),
			.terminal = row_or(&r, a, 1, ""),
			.index = (uint64_t)row_int(&r, 2),
			.at = row_int(&r, 3),
			.item = row_or(&r, a, 4, ""),
			.grade = (int)row_int(&r, 5),
		};

		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

int
store_readies(struct store *s, struct arena *a, const char *number,
	      struct ready_row **ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct ready_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (open_of(s, Q_READIES, Q_READIES_OF, number, &r, e) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct ready_row row = {
			.number = row_or(&r, a, 0, ""),
			.terminal = row_or(&r, a, 1, ""),
			.index = (uint64_t)row_int(&r, 2),
			.at = row_int(&r, 3),
			.team = row_or(&r, a, 4, ""),
			.coach = row_or(&r, a, 5, ""),
		};

		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

int
store_vouches(struct store *s, struct arena *a, struct vouch_row **ret,
	      size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct vouch_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (ROWS(s, Q_VOUCHES, &r, e) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct vouch_row row = {
			.terminal = row_or(&r, a, 0, ""),
			.index = (uint64_t)row_int(&r, 1),
			.at = row_int(&r, 2),
			.number = row_or(&r, a, 3, ""),
			.as = row_or(&r, a, 4, ""),
			.ref_terminal = row_or(&r, a, 5, ""),
			.ref_index = (uint64_t)row_int(&r, 6),
			.held = row_int(&r, 7) != 0,
		};

		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

int
store_audit(struct store *s, struct arena *a, struct audit_row *ret,
	    bool *ret_found, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	if (ROWS(s, Q_AUDIT, &r, e, ARG((const char *)s->terminal)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	if (got > 0)
		*ret = (struct audit_row){
			.index = (uint64_t)row_int(&r, 0),
			.at = row_int(&r, 1),
			.by = row_or(&r, a, 2, ""),
			.size = (uint64_t)row_int(&r, 3),
			.root = row_or(&r, a, 4, ""),
			.signatures = (unsigned)row_int(&r, 5),
			.bad = (unsigned)row_int(&r, 6),
			.marked = (unsigned)row_int(&r, 7),
		};
	*ret_found = got > 0;
	return 0;
}
