/* Views follow from the set of leaves: made anew or in another order they
 * are the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/chance.h"
#include "base/str.h"
#include "store/internal.h"

static bool
has_kind(struct world *w, enum record_kind k)
{
	const char *head = arena_printf(&w->a, "preshift-record/1 %s ",
					record_form_of(k)->word);

	for (size_t i = 0; i < w->nlog; i++) {
		if (str_starts(w->log[i].body, head))
			return true;
	}
	return false;
}

static void
test_rebuild(void **state)
{
	struct world *w = *state;
	const char *before = dump(w);

	for (int k = 0; k < REC_KINDS; k++) {
		if (!has_kind(w, (enum record_kind)k))
			fail_msg("the history lacks '%s'",
				 record_form_of((enum record_kind)k)->word);
	}
	for (size_t i = 0; i < store_view_count; i++) {
		/* v_plan and v_attempt: erased */
		if (!str_eq(store_views[i].name, "v_plan") &&
		    !str_eq(store_views[i].name, "v_attempt") &&
		    strstr(before, store_views[i].name) == NULL)
			fail_msg("no row in %s", store_views[i].name);
	}
	ok(w, store_rebuild(w->s, NULL, NULL, NULL, &w->e));
	assert_string_equal(dump(w), before);
	world_reopen(w);
	assert_string_equal(dump(w), before);
	ok(w, store_check(w->s, &w->e));
}

static void
three_tries(void *ctx, struct tries *t)
{
	(void)ctx;
	*t = (struct tries){ .n = 3, .until = 99 };
}

static void
look(void *ctx, struct tries *t)
{
	*(struct tries *)ctx = *t;
}

/* What is not log stays: names, drafts, tries. */
static void
test_rebuild_keeps_sides(void **state)
{
	struct world *w = *state;
	const char *text = NULL;
	struct tries seen = { 0 };

	ok(w, store_draft_put(w->s, "lineup.1", "here 1-6", &w->e));
	ok(w, store_tries(w->s, "1001", three_tries, NULL, &w->e));
	ok(w, store_rebuild(w->s, NULL, NULL, NULL, &w->e));
	ok(w, store_draft_get(w->s, &w->a, "lineup.1", &text, &w->e));
	assert_string_equal(text, "here 1-6");
	ok(w, store_tries(w->s, "1001", look, &seen, &w->e));
	assert_int_equal(seen.n, 3);
	assert_int_equal(seen.until, 99);
}

/* ---- order ---- */

static const char *
taken_in_order(struct world *hub, const struct leaf_row *const *v, size_t n)
{
	OWN(txn_end) struct txn t = { 0 };
	const char *first;

	ok(hub, txn_write(hub->s, &t, &hub->e));
	for (size_t i = 0; i < n; i++)
		ok(hub, store_take_leaf(hub->s, v[i], &hub->e));
	ok(hub, txn_commit(&t, &hub->e));
	first = dump(hub);
	ok(hub, store_rebuild(hub->s, NULL, NULL, NULL, &hub->e));
	assert_string_equal(dump(hub), first);
	return first;
}

static void
shuffle(const struct leaf_row **v, size_t n, uint64_t seed)
{
	struct chance c = { seed };

	for (size_t i = n; i > 1; i--) {
		size_t k = (size_t)chance_draw(&c, i);
		const struct leaf_row *x = v[i - 1];

		v[i - 1] = v[k];
		v[k] = x;
	}
}

/* A second terminal with its own people and drills; the office erases one of
 * its leaves. */
static struct world *
second_terminal(struct world *office)
{
	struct world *floor = world_new("floor");
	uint64_t code;

	enrol(office, "1006", "staff", "floor", false);
	code = office->nlog - 1;
	take_log(floor, office);
	memcpy(floor->key, office->key, sizeof(office->key));
	floor->nkeys = office->nkeys;
	floor->now = office->now;
	floor->serial = 1000;
	activate(floor, "1006", code, "office");
	acknowledge(floor, "1006", 2);
	lineup(floor, "2026-11-21", "1006");
	put(floor, leaf(floor, REC_REVIEW, "1006", SIG_NONE, "number", "1006",
			"item", "opening", "grade", "2", NULL));
	take_log(office, floor);
	put(office, leaf(office, REC_ERASE, "2001", SIG_HR, "leaf",
			 ref(office, "floor", 1), "leaf",
			 ref(office, "floor", 2), "why", "left long ago",
			 NULL));
	return floor;
}

static void
test_order(void **state)
{
	struct world *office = *state;
	struct world *floor = second_terminal(office);
	size_t n = 0, all = office->nlog + floor->nlog;
	const struct leaf_row **v = calloc(all, sizeof(*v));
	const char *first = dump(office);

	assert_non_null(v);
	for (size_t i = 0; i < office->nlog; i++)
		v[n++] = &office->log[i];
	for (size_t i = 0; i < floor->nlog; i++)
		v[n++] = &floor->log[i];
	assert_null(strstr(first, "v_handbook|\"1006\""));
	assert_null(strstr(first, "v_lineup|\"2026-11-21\"|\"floor\""));
	assert_non_null(strstr(first, "v_review|\"1006\"|\"floor\""));
	for (uint64_t seed = 0; seed < 12; seed++) {
		struct world *hub = world_new("hub");

		if (seed > 0)
			shuffle(v, n, seed);
		assert_string_equal(taken_in_order(hub, v, n), first);
		world_free(hub);
	}
	free(v);
	world_free(floor);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, world_of_every_kind, \
						 world_gone)
	const struct CMUnitTest tests[] = {
		CASE(test_rebuild),
		CASE(test_rebuild_keeps_sides),
		CASE(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
