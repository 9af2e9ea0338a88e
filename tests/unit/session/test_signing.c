/* Tests of the questions at the signing of the handbook.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "fake_io.h"
#include "session/reading.h"

#define ANSWERS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NO_ANSWERS ((const char *const[]){ NULL })

#define READ "I have received and read the Service Handbook, edition 3."
#define AGREE                                                           \
	"I have received and read the Service Handbook, edition 3, and I " \
	"agree to work by it."

struct fixture {
	struct arena a;
	struct err e;
	struct fake_io io;
	struct signing_setup s;
	struct signing_result r;
};

static int
set_up(void **state)
{
	static struct fixture t;

	memset(&t, 0, sizeof(t));
	err_init(&t.e, NULL);
	t.s = (struct signing_setup){
		.name = "Dmitri Sokolov", .lang_name = "English",
		.edition = 3, .asked = SIGN_READ, .given = -1, .nmust = 12,
	};
	*state = &t;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *t = *state;

	fake_io_free(&t->io);
	arena_free(&t->a);
	return 0;
}

static int
sign(struct fixture *t, const char *const *answers, bool interactive)
{
	fake_io_free(&t->io);
	fake_io_init(&t->io, answers, interactive);
	err_clear(&t->e);
	memset(&t->r, 0, sizeof(t->r));
	return signing_run(&t->io.io, &t->a, &t->s, &t->r, &t->e);
}

static void
test_terminal(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sign(t, ANSWERS("2", "Дмитрий Соколов", "1"), true),
			 0);
	assert_int_equal(t->r.answer, SIGN_AGREE);
	assert_string_equal(t->r.words, AGREE);
	assert_string_equal(t->r.name, "Дмитрий Соколов");
	assert_true(fake_io_showed(&t->io, "all 12 must-read parts"));
	assert_true(fake_io_showed(&t->io, "The house asks for 1."));
	assert_true(fake_io_showed(&t->io, "(agree) \"" AGREE "\""));
	assert_non_null(strstr(t->io.screen.s, "I have received and read"));
	assert_true(t->io.longest <= 18); /* the answers stand below */
}

/* Enter is what the house asks for, and the text says which that is. */
static void
test_default(void **state)
{
	struct fixture *t = *state;

	t->s.asked = SIGN_AGREE;
	assert_int_equal(sign(t, ANSWERS("", "D S", "1"), true), 0);
	assert_int_equal(t->r.answer, SIGN_AGREE);
	assert_true(fake_io_showed(&t->io, "The house asks for 2."));
	assert_false(fake_io_showed(&t->io, "(received)"));
	t->s.asked = SIGN_RECEIVED;
	assert_int_equal(sign(t, ANSWERS("1", "D S", "1"), true), 0);
	assert_int_equal(t->r.answer, SIGN_RECEIVED);
	assert_string_equal(t->r.words, "I have received the Service "
					"Handbook, edition 3.");
	assert_int_equal(sign(t, ANSWERS("2", "D S", "1"), true), 0);
	assert_int_equal(t->r.answer, SIGN_READ);
}

static void
test_name(void **state)
{
	struct fixture *t = *state;
	char longest[302];

	memset(longest, 'x', 301);
	longest[301] = '\0';
	assert_int_equal(sign(t, ANSWERS("1", "", "-", longest, "D", "1"),
			      true), 0);
	assert_string_equal(t->r.name, "D");
	assert_true(fake_io_showed(&t->io, "Please write your name."));
	assert_true(fake_io_showed(&t->io, "The name is too long"));
	assert_int_equal(sign(t, ANSWERS("1", "0"), true), -1);
	assert_true(t->e.cancelled);
	t->s.given = SIGN_READ;
	assert_int_equal(sign(t, ANSWERS("", "yes"), false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
	assert_int_equal(sign(t, ANSWERS(longest, "yes"), false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
}

static void
test_form(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sign(t, ANSWERS("1", "D S", "2"), true), -1);
	assert_int_equal(t->e.kind, ERR_REFUSED);
	t->s.given = SIGN_READ;
	assert_int_equal(sign(t, ANSWERS("D S", "no"), false), -1);
	assert_int_equal(t->e.kind, ERR_REFUSED);
	/* nothing but the word will do, and nothing stands for it */
	assert_int_equal(sign(t, ANSWERS("D S", "1"), false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
	assert_int_equal(sign(t, ANSWERS("D S", ""), false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
	assert_int_equal(sign(t, ANSWERS("D S"), false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
}

static void
test_no(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sign(t, ANSWERS("3", "I disagree with part H5."),
			      true), 0);
	assert_int_equal(t->r.answer, SIGN_DECLINE);
	assert_string_equal(t->r.why, "I disagree with part H5.");
	assert_null(t->r.words);
	assert_int_equal(sign(t, ANSWERS("3", ""), true), 0);
	assert_string_equal(t->r.why, "");
	assert_int_equal(sign(t, ANSWERS("3", "0"), true), -1);
	assert_true(t->e.cancelled);
	t->s.given = SIGN_DECLINE;
	assert_int_equal(sign(t, ANSWERS("No."), false), 0);
	assert_string_equal(t->r.why, "No.");
	assert_int_equal(sign(t, NO_ANSWERS, false), 0);
	assert_string_equal(t->r.why, "");
}

static void
test_wishes(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sign(t, ANSWERS("4", "1"), true), 0);
	assert_int_equal(t->r.answer, SIGN_EXPLAIN);
	assert_int_equal(sign(t, ANSWERS("5", ""), true), 0);
	assert_int_equal(t->r.answer, SIGN_PAPER);
	/* looking at one is no wish yet */
	assert_int_equal(sign(t, ANSWERS("4", "0", "5", "1"), true), 0);
	assert_int_equal(t->r.answer, SIGN_PAPER);
	assert_int_equal(sign(t, ANSWERS("0"), true), -1);
	assert_true(t->e.cancelled);
	assert_int_equal(sign(t, ANSWERS("paper"), false), 0);
	assert_int_equal(t->r.answer, SIGN_PAPER);
}

/* The answer's word may stand before the name, and need not. */
static void
test_script(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sign(t, ANSWERS("agree", "D S", "yes"), false), 0);
	assert_int_equal(t->r.answer, SIGN_AGREE);
	assert_string_equal(t->r.name, "D S");
	assert_int_equal(sign(t, ANSWERS("D S", "yes"), false), 0);
	assert_int_equal(t->r.answer, SIGN_READ);
	assert_string_equal(t->r.words, READ);
	assert_string_equal(t->r.name, "D S");
	assert_int_equal(sign(t, ANSWERS("", "D S", "yes"), false), 0);
	assert_int_equal(t->r.answer, SIGN_READ);
	t->s.given = SIGN_RECEIVED;
	assert_int_equal(sign(t, ANSWERS("agree", "yes"), false), 0);
	assert_int_equal(t->r.answer, SIGN_RECEIVED);
	assert_string_equal(t->r.name, "agree");
	/* a slip in a word is no answer */
	t->s.given = -1;
	assert_int_equal(sign(t, ANSWERS("agre", "D S", "yes"), false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
}

static void
test_trial(void **state)
{
	struct fixture *t = *state;

	t->s.trial = true;
	assert_int_equal(sign(t, ANSWERS("1", "D S", "1"), true), 0);
	assert_non_null(strstr(t->io.first.s, "TRIAL  SIGN THE HANDBOOK   "
					      "edition 3, in English"));
	assert_non_null(strstr(t->io.first.s, "Dmitri Sokolov"));
}

static void
test_broken_terminal(void **state)
{
	struct fixture *t = *state;
	size_t i = 1;
	int r;

	do {
		fake_io_free(&t->io);
		fake_io_init(&t->io, ANSWERS("1", "", "D S", "1"), true);
		t->io.fail_call = i++;
		err_clear(&t->e);
		r = signing_run(&t->io.io, &t->a, &t->s, &t->r, &t->e);
		assert_true(r == 0 || t->e.kind == ERR_FAILED);
	} while (r != 0);
	assert_true(i > 6);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(test_terminal), T(test_default), T(test_name), T(test_form),
		T(test_no), T(test_wishes), T(test_script), T(test_trial),
		T(test_broken_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
