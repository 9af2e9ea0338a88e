/* Tests of model/duty.h: every status in its order, every class of proof.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/duty.h"

static const char *const both[] = { "H0", "H5" };
static const char *const only_h5[] = { "H5" };

/* Edition 3 changed H5, H0 is as in edition 1; H9 may be read.
 * Due on day 114. */
static const struct duty_section sections[] = {
	{ "H0", 1, true }, { "H5", 3, true }, { "H9", 3, false },
};
static const struct duty_input base = {
	.state = PERSON_ACTIVE, .activated = 1, .first_day = 100,
	.due_days = 14, .today = 100, .edition = 3, .sections = sections,
	.nsections = 3, .declined = -1,
};

static void
expect(const struct duty_input *in, const char *word)
{
	const struct duty_ack *ack = NULL;
	int64_t due = 0;

	assert_string_equal(duty_word(duty_of(in, &ack, &due)), word);
	assert_int_equal(due, 114);
	assert_ptr_equal(ack, in->nacks ? &in->acks[in->nacks - 1] : NULL);
}

static void
test_unsigned(void **state)
{
	struct duty_input in = base;

	(void)state;
	expect(&in, "not-asked");
	in.reminded = true;
	expect(&in, "asked");
	in.today = 110;
	expect(&in, "asked");
	in.today = 111; /* three days left */
	expect(&in, "due");
	in.today = 114; /* the last day is still in time */
	expect(&in, "due");
	in.today = 115;
	expect(&in, "overdue");
	in.declined = 5;
	expect(&in, "declined");
	in.exempt = true;
	expect(&in, "exempt");
	in.disputed = true;
	expect(&in, "disputed");
	in.state = PERSON_LEFT;
	expect(&in, "left");
}

/* Without a key nobody can sign: no day runs. */
static void
test_not_activated(void **state)
{
	struct duty_input in = base;

	(void)state;
	in.state = PERSON_ENROLLED;
	in.activated = 0;
	in.today = 500;
	expect(&in, "not-asked");
	in.reminded = true;
	expect(&in, "asked");
}

static void
test_signed(void **state)
{
	struct duty_ack acks[] = {
		{ .edition = 1, .index = 10, .sections = both,
		  .nsections = 2 },
		{ .edition = 3, .index = 20, .sections = only_h5,
		  .nsections = 1 },
	};
	struct duty_input in = base;

	(void)state;
	in.acks = acks;
	in.nacks = 1;
	expect(&in, "outdated");
	in.today = 113;
	expect(&in, "outdated");
	in.today = 115;
	expect(&in, "overdue");
	/* H0 by the first, H5 by the second */
	in.nacks = 2;
	expect(&in, "acknowledged");
	in.edition = 4; /* editorial: nothing changed that matters */
	expect(&in, "acknowledged");
	in.declined = 15; /* said no, then signed */
	expect(&in, "acknowledged");
	in.declined = 25; /* signed, then said no */
	expect(&in, "declined");
	in.declined = -1;
	in.disputed = true;
	expect(&in, "disputed");
	/* only the changed section was ever signed */
	in.disputed = false;
	in.acks = &acks[1];
	in.nacks = 1;
	expect(&in, "overdue");
}

static void
test_proof(void **state)
{
	const struct duty_ack best = { .seconds = 60, .words = 600,
				       .attended = true,
				       .vouched_later = true };
	struct duty_ack a = best;
	unsigned why = 99;

	(void)state;
	assert_int_equal(duty_proof(&a, &why), 'A');
	assert_int_equal(why, 0);
	a.words = 601; /* a little faster than anybody reads */
	assert_int_equal(duty_proof(&a, &why), 'B');
	assert_int_equal(why, PROOF_HASTY);
	a.reset_near = true;
	assert_int_equal(duty_proof(&a, &why), 'C');
	assert_int_equal(why, PROOF_HASTY | PROOF_RESET);
	a = best, a.attended = false;
	assert_int_equal(duty_proof(&a, &why), 'B');
	assert_int_equal(why, PROOF_UNATTENDED);
	a = best, a.vouched_later = false;
	assert_int_equal(duty_proof(&a, &why), 'B');
	assert_int_equal(why, PROOF_UNVOUCHED);
	a = best, a.assisted = true;
	assert_int_equal(duty_proof(&a, &why), 'C');
	assert_int_equal(why, PROOF_ASSISTED);
	a = best, a.script = true;
	assert_int_equal(duty_proof(&a, NULL), 'C');
	a = best, a.paper = true;
	assert_int_equal(duty_proof(&a, NULL), 'C');
	a = best, a.disputed = true;
	assert_int_equal(duty_proof(&a, NULL), 'D');
	a = best, a.key_in_doubt = true;
	assert_int_equal(duty_proof(&a, &why), 'D');
	assert_int_equal(why, PROOF_KEY);
	a = best, a.seconds = UINT32_MAX, a.words = UINT32_MAX;
	assert_int_equal(duty_proof(&a, NULL), 'A');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unsigned),
		cmocka_unit_test(test_not_activated),
		cmocka_unit_test(test_signed),
		cmocka_unit_test(test_proof),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
