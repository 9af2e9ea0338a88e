/* Tests of model/plan.h: the sum is always the form's; the nearest shift.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/str.h"
#include "model/plan.h"

static void
check_plan(const struct plan *p, unsigned form)
{
	unsigned at = 0;

	assert_int_equal(p->form, form);
	assert_int_equal(p->seconds, form * 60);
	for (size_t i = 0; i < SLOT_COUNT; i++) {
		assert_int_equal(p->slots[i].slot, i);
		assert_int_equal(p->slots[i].start, at);
		assert_int_equal(p->slots[i].folded, p->slots[i].seconds == 0);
		at += p->slots[i].seconds;
	}
	assert_int_equal(at, p->seconds);
}

/* Whatever is empty, in every form, in any order of forms. */
static void
test_sums(void **state)
{
	static const unsigned forms[] = { 10, 7, 5 };
	struct plan p = { 0 };

	(void)state;
	for (unsigned filled = 0; filled < 1u << SLOT_COUNT; filled++) {
		for (size_t i = 0; i < SLOT_COUNT; i++)
			p.slots[i].nitems = filled >> i & 1;
		for (size_t f = 0; f < NELEM(forms); f++) {
			assert_true(plan_lay_out(&p, forms[f]));
			check_plan(&p, forms[f]);
			assert_false(p.slots[SLOT_COMMANDMENT].folded);
			assert_false(p.slots[SLOT_PRACTICE].folded);
			assert_false(p.slots[SLOT_TODAY].folded);
		}
	}
	assert_false(plan_lay_out(&p, 0));
	assert_false(plan_lay_out(&p, 6));
	check_plan(&p, 5);
}

static void
test_folding(void **state)
{
	struct plan p = { 0 };

	(void)state;
	for (size_t i = 0; i < SLOT_COUNT; i++)
		p.slots[i].nitems = 1;
	assert_true(plan_lay_out(&p, 10));
	assert_int_equal(p.slots[SLOT_COMMANDMENT].seconds, 90);
	assert_int_equal(p.slots[SLOT_COMMANDMENT].start, 255);
	assert_int_equal(p.slots[SLOT_PRACTICE].seconds, 120);
	p.slots[SLOT_BOARD].nitems = p.slots[SLOT_IDEAS].nitems = 0;
	p.slots[SLOT_YESTERDAY].nitems = p.slots[SLOT_PRAISE].nitems = 0;
	p.slots[SLOT_RECALL].nitems = 0;
	assert_true(plan_lay_out(&p, 10));
	assert_int_equal(p.slots[SLOT_COMMANDMENT].seconds, 90 + 45 + 45 + 40);
	assert_int_equal(p.slots[SLOT_PRAISE].seconds, 60);
	assert_int_equal(p.slots[SLOT_RECALL].seconds, 30);
	assert_true(plan_lay_out(&p, 7));
	assert_int_equal(p.slots[SLOT_COMMANDMENT].seconds, 75 + 45);
	assert_true(plan_lay_out(&p, 5));
	assert_int_equal(p.slots[SLOT_COMMANDMENT].seconds, 70);
	assert_true(p.slots[SLOT_PRAISE].folded);
	assert_string_equal(slot_word(SLOT_ROLL), "roll");
	assert_string_equal(slot_word(SLOT_CLOSE), "close");
}

static void
nearest(const struct zone *z, const int *starts, const char *when,
	enum shift want, const char *date)
{
	enum shift s = SHIFT_COUNT;
	int64_t t = 0, days = 0;
	char got[DATE_SIZE];

	assert_true(utc_parse(when, &t));
	shift_nearest(z, starts, t, &s, &days);
	date_print(got, days);
	assert_string_equal(shift_word(s), shift_word(want));
	assert_string_equal(got, date);
}

static void
test_nearest(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const int all[] = { 420, 900, 1380 }, two[] = { 420, -1, 0 };
	const int none[] = { -1, -1, -1 };
	const struct zone *z = NULL;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(zone_open(&a, "Europe/Berlin", &z, &e), 0);
	nearest(z, all, "2026-11-21T05:50:00Z", SHIFT_EARLY, "2026-11-21");
	nearest(z, all, "2026-11-21T13:55:00Z", SHIFT_LATE, "2026-11-21");
	nearest(z, all, "2026-11-21T21:50:00Z", SHIFT_NIGHT, "2026-11-21");
	/* after midnight it is still last evening's night shift */
	nearest(z, all, "2026-11-21T23:30:00Z", SHIFT_NIGHT, "2026-11-21");
	/* 11:00, as far from 07:00 as from 15:00: the one to come */
	nearest(z, all, "2026-11-21T10:00:00Z", SHIFT_LATE, "2026-11-21");
	/* a night shift that starts at midnight, asked for at 23:50 */
	nearest(z, two, "2026-11-21T22:50:00Z", SHIFT_NIGHT, "2026-11-22");
	nearest(z, none, "2026-11-21T22:50:00Z", SHIFT_EARLY, "2026-11-21");
	/* the night the clocks go forward */
	nearest(z, all, "2026-03-29T04:50:00Z", SHIFT_EARLY, "2026-03-29");
}

static void
test_shift_words(void **state)
{
	enum shift s = SHIFT_COUNT;

	(void)state;
	for (int i = 0; i < SHIFT_COUNT; i++) {
		assert_true(shift_parse(shift_word((enum shift)i), &s));
		assert_int_equal(s, i);
	}
	assert_false(shift_parse("Early", &s));
	assert_int_equal(s, SHIFT_NIGHT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_shift_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
