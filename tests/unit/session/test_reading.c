/* Tests of session/reading.h: pages, questions, the place that is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "fake_io.h"
#include "../said.h"
#include "session/reading.h"

#define ANSWERS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* A0: one page, two questions. B1: pages of their own. C2: nothing to ask. */
#define LONG                                                              \
	" It goes on for a while, so that a page holds only a few of them. " \
	"Nothing else is said here, and nothing more is meant by it, but "   \
	"that there are lines enough to fill what a screen has to give."

static const char *
text_of(struct arena *a, const char *lang, const char *word)
{
	OWN(str_free) struct str s = { 0 };

	str_printf(&s, "preshift-text/1\nhouse: Harbour House\n"
		       "document: handbook\nedition: 3\nlanguage: %s\n"
		       "title: Handbook\n\n", lang);
	str_printf(&s, "== A0 First part\n%s one.\n~ Easy one.\n"
		       "- An item of it.\n"
		       "? How much is two?\nx One\n+ Two\n"
		       "? And three?\n+ Three\nx Four\nx Five\n\n", word);
	str_printf(&s, "== B1 Second part\n");
	for (int i = 1; i <= 9; i++)
		str_printf(&s, "%s number %d." LONG "\n", word, i);
	str_printf(&s, "? Which part is this?\nx A0\n+ B1\n\n");
	str_printf(&s, "== C2 Third part\n%s with a Größe.\n"
		       "end\n", word);
	return arena_strdup(a, s.s);
}

struct fixture {
	struct arena a;
	struct err e;
	struct clock clock;
	struct edition_text text[2];
	struct reading_lang langs[2];
	struct fake_keeper keeper;
	struct fake_io io;
	struct reading before, r;
	struct reading_setup s;
	size_t lang;
};

static int
set_up(void **state)
{
	static const char *const must[] = { "A0", "B1" };
	static const char *const lang[] = { "en", "de" };
	static const char *const word[] = { "Paragraph", "Absatz" };
	static struct fixture t;

	memset(&t, 0, sizeof(t));
	err_init(&t.e, NULL);
	t.clock.fixed = true;
	for (size_t i = 0; i < 2; i++) {
		const char *s = text_of(&t.a, lang[i], word[i]);

		assert_int_equal(edition_parse(&t.a, s, strlen(s), &t.text[i],
					       &t.e), 0);
		t.langs[i].lang = lang[i];
		t.langs[i].text = &t.text[i];
	}
	fake_keeper_init(&t.keeper);
	t.s = (struct reading_setup){
		.name = "Dmitri S.", .langs = t.langs, .nlangs = 2,
		.must = must, .nmust = 2, .before = &t.before,
		.clock = &t.clock, .keeper = &t.keeper.keeper,
		.draft_key = "read 1 3",
	};
	*state = &t;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *t = *state;

	fake_io_free(&t->io);
	fake_keeper_free(&t->keeper);
	arena_free(&t->a);
	return 0;
}

/* A sitting; the power goes after POWER answers. */
static int
run_until(struct fixture *t, const char *const *answers, bool interactive,
	  size_t power)
{
	fake_io_free(&t->io);
	fake_io_init(&t->io, answers, interactive);
	t->io.clock = &t->clock;
	t->io.step = 10;
	t->io.power_after = power;
	err_clear(&t->e);
	memset(&t->r, 0, sizeof(t->r));
	return reading_run(&t->io.io, &t->a, &t->s, &t->r, &t->lang, &t->e);
}

/* A sitting whose record is made: the draft goes with it. */
static int
sit(struct fixture *t, const char *const *answers, bool interactive)
{
	int r = run_until(t, answers, interactive, SIZE_MAX);

	if (r == 0)
		t->keeper.there = false;
	return r;
}

static void
check_all_read(const struct fixture *t)
{
	assert_int_equal(t->r.nopened, 3);
	assert_string_equal(t->r.opened[0], "A0");
	assert_string_equal(t->r.opened[2], "C2");
	assert_int_equal(t->r.nquiz, 2);
	assert_string_equal(t->r.quiz[0].section, "A0");
	assert_int_equal(t->r.quiz[0].right, 1);
	assert_int_equal(t->r.quiz[0].asked, 2);
	assert_int_equal(t->r.quiz[1].right, 1);
	assert_int_equal(t->r.quiz[1].asked, 1);
}

/* Wrong at first at the second question of A0. */
static const char *const whole[] = {
	"", "b", "c", "a", "", "", "", "b", "", NULL
};

static void
test_script(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sit(t, whole, false), 0);
	check_all_read(t);
	assert_int_equal(t->r.seconds, 90);
	/* the end was reached: the next sitting begins at the beginning */
	assert_string_equal(t->r.section, "A0");
	assert_int_equal(t->r.line, 0);
	assert_true(fake_io_showed(&t->io, "HANDBOOK edition 3   A0 First "
					   "part   page 1 of 1"));
	assert_true(fake_io_showed(&t->io, "B1 Second part   page 3 of 3"));
	assert_true(fake_io_showed(&t->io, "Must-read part 2 of 2."));
	assert_true(fake_io_showed(&t->io, "This part is for looking things "
					   "up."));
	assert_true(fake_io_showed(&t->io, "(Pages and minutes are kept; you "
					   "and your coach can see them: part "
					   "H18.)"));
	assert_true(fake_io_showed(&t->io, "question 2 of 2"));
	assert_true(fake_io_showed(&t->io, "Not quite, and that is no harm."));
	assert_true(fake_io_showed(&t->io, "Yes, that is right."));
	assert_true(fake_io_showed(&t->io, "That was the last page."));
	assert_true(t->io.longest <= 23);
	assert_true(t->io.widest <= 80);
}

static void
test_terminal(void **state)
{
	struct fixture *t = *state;

	/* numbers and letters */
	assert_int_equal(sit(t, ANSWERS("", "2", "c", "1", "", "", "", "b",
					""), true), 0);
	check_all_read(t);
	assert_int_equal(sit(t, ANSWERS("0"), true), 0);
	assert_int_equal(t->r.nopened, 0);
	assert_int_equal(t->r.nquiz, 0);
	/* Ctrl-C: put away without a record, the draft stays */
	assert_int_equal(sit(t, ANSWERS("", "2"), true), -1);
	assert_true(t->e.cancelled);
	assert_true(t->keeper.there);
}

/* The power goes at each answer in turn: the same page comes again, and what
 * comes of it all is the same. */
static void
test_kill(void **state)
{
	struct fixture *t = *state;

	for (size_t k = 1; whole[k] != NULL; k++) {
		OWN(str_free) struct str before = { 0 };

		t->keeper.there = false;
		assert_int_equal(run_until(t, whole, false, k), -1);
		assert_int_equal(t->e.kind, ERR_FAILED);
		str_add(&before, strchr(t->io.screen.s, '\n'));
		assert_int_equal(sit(t, whole + k, false), 0);
		/* what is said only once may be missing */
		if (strstr(before.s, "is right.") == NULL &&
		    strstr(before.s, "Not quite") == NULL)
			assert_string_equal(strchr(t->io.first.s, '\n'),
					    before.s);
		check_all_read(t);
		assert_int_equal(t->r.seconds, 90);
	}
}

static void
test_stop(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sit(t, ANSWERS("", "b", "a", "", "stop"), false), 0);
	assert_int_equal(t->r.nopened, 1);
	assert_int_equal(t->r.nquiz, 1);
	assert_string_equal(t->r.section, "B1");
	assert_true(t->r.line > 0);
	/* the next day */
	t->before = t->r;
	assert_int_equal(sit(t, ANSWERS("", "", "b", ""), false), 0);
	assert_non_null(strstr(t->io.first.s, "page 2 of 3"));
	assert_int_equal(t->r.nopened, 2);
	assert_string_equal(t->r.opened[0], "B1");
	assert_int_equal(t->r.nquiz, 1);
}

/* Behind the last page come the parts that were left out. */
static void
test_order(void **state)
{
	struct fixture *t = *state;

	t->before.section = "C2";
	assert_int_equal(sit(t, ANSWERS("", "", "b", "a", "", "", "", "b"),
			     false), 0);
	assert_int_equal(t->r.nopened, 3);
	assert_string_equal(t->r.opened[0], "C2");
	assert_string_equal(t->r.opened[1], "A0");
	assert_string_equal(t->r.opened[2], "B1");
}

static void
test_back(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sit(t, ANSWERS("b", "", "t", "", "b", "a", "", "b",
					"b", "b", "", "0"), true), 0);
	assert_true(fake_io_showed(&t->io, "This is the first page."));
	/* what is answered is not asked again */
	assert_string_equal(t->r.section, "B1");
	assert_int_equal(t->r.nquiz, 1);
	assert_int_equal(t->r.quiz[0].right, 2);
	/* in front of the bookmark there is more */
	t->before.section = "C2";
	assert_int_equal(sit(t, ANSWERS("b", "0"), true), 0);
	assert_string_equal(t->r.section, "B1");
	assert_true(t->r.line > 0);
}

/* A try in vain stays one, however often the text is looked at. */
static void
test_first_try(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sit(t, ANSWERS("", "2", "2", "t", "", "1", "0"),
			     true), 0);
	assert_int_equal(t->r.nquiz, 1);
	assert_int_equal(t->r.quiz[0].right, 1);
	assert_int_equal(t->r.quiz[0].asked, 2);
}

static void
test_words_and_languages(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(sit(t, ANSWERS("e", "e", "l", "", "l", "0"), true),
			 0);
	assert_true(fake_io_showed(&t->io, "Easy one."));
	assert_true(fake_io_showed(&t->io, "In easier words."));
	assert_true(fake_io_showed(&t->io, "Absatz one."));
	assert_int_equal(t->lang, 0);
	assert_int_equal(sit(t, ANSWERS("lang", "find nummer", "find number 7",
					"easy", "stop"), false), 0);
	assert_int_equal(t->lang, 1);
	assert_true(fake_io_showed(&t->io, "\"nummer\" is not in this text."));
	assert_true(fake_io_showed(&t->io, "There are no easier words"));
	assert_string_equal(t->r.section, "B1");
	assert_true(t->r.line >= 3 && t->r.line <= 6);
}

static void
test_find(void **state)
{
	struct fixture *t = *state;

	/* case, marks; a part jumped into is not read, and comes again */
	assert_int_equal(sit(t, ANSWERS("find GROSSE", "find ITEM",
					"find number 9", "", "", "stop"),
			     false), 0);
	assert_int_equal(sit(t, ANSWERS("find groesse", "stop"), false), 0);
	assert_string_equal(t->r.section, "C2");
	assert_int_equal(sit(t, ANSWERS("find GROSSE", "find ITEM",
					"find number 9", "", "", "stop"),
			     false), 0);
	assert_true(fake_io_showed(&t->io, "Found: ITEM"));
	assert_int_equal(t->r.nopened, 0);
	/* b: back to where the reading was */
	assert_int_equal(sit(t, ANSWERS("/", "third", "/", "number", "b",
					"0"), true), 0);
	assert_string_equal(t->r.section, "A0");
	assert_int_equal(sit(t, ANSWERS("/", "third", "/", "", "0"), true),
			 0);
	assert_string_equal(t->r.section, "C2");
	assert_int_equal(sit(t, ANSWERS("/", "0", "0"), true), 0);
	assert_string_equal(t->r.section, "A0");
	/* Enter alone: the next place */
	assert_int_equal(sit(t, ANSWERS("/", "number", "0"), true), 0);
	assert_string_equal(t->r.section, "B1");
	assert_int_equal(t->r.line, 0);
	assert_int_equal(sit(t, ANSWERS("/", "number", "/", "", "0"), true),
			 0);
	assert_true(t->r.line > 0);
}

static void
test_find_and_finish(void **state)
{
	struct fixture *t = *state;

	/* C2 is opened by the jump, then A0 and B1 in their order */
	assert_int_equal(sit(t, ANSWERS("find third", "", "", "", "", "b", "",
					"b", "a"), false), 0);
	assert_int_equal(t->r.nopened, 3);
	assert_string_equal(t->r.opened[0], "C2");
	assert_string_equal(t->r.opened[1], "B1");
	assert_string_equal(t->r.opened[2], "A0");
}

static void
test_only(void **state)
{
	struct fixture *t = *state;

	t->s.only = "c2";
	t->before.section = "B1";
	t->before.line = 3;
	assert_int_equal(sit(t, ANSWERS("back", "find item", ""), false), 0);
	assert_int_equal(t->r.nopened, 1);
	assert_string_equal(t->r.opened[0], "C2");
	assert_string_equal(t->r.section, "B1"); /* where it was before */
	assert_int_equal(t->r.line, 3);
	assert_true(fake_io_showed(&t->io, "\"item\" is not in this text."));
	t->s.only = "H9";
	assert_int_equal(sit(t, ANSWERS(""), false), -1);
	assert_int_equal(t->e.kind, ERR_USAGE);
	assert_non_null(strstr(t->e.text, "'H9'"));
}

/* A sitting cut off counts on when one part is read after it. */
static void
test_only_after_kill(void **state)
{
	struct fixture *t = *state;

	assert_int_equal(run_until(t, ANSWERS("", "b", "a", "x"), false, 3),
			 -1);
	t->s.only = "C2";
	assert_int_equal(sit(t, ANSWERS(""), false), 0);
	assert_int_equal(t->r.nopened, 2);
	assert_int_equal(t->r.nquiz, 1);
	assert_int_equal(t->r.seconds, 40);
}

static void
test_idle(void **state)
{
	struct fixture *t = *state;

	/* an hour in front of one page is five minutes */
	assert_int_equal(sit(t, ANSWERS("+3600", "", "+60", "b", "stop"),
			     false), 0);
	assert_int_equal(t->r.seconds, 300 + 70 + 10);
	assert_int_equal(sit(t, ANSWERS("+200", "lang", "+200", "lang",
					"stop"), false), 0);
	assert_int_equal(t->r.seconds, 300);
}

static void
test_fresh(void **state)
{
	static const char *const fresh[] = { "A0" };
	struct fixture *t = *state;

	assert_int_equal(sit(t, ANSWERS("stop"), false), 0);
	assert_false(fake_io_showed(&t->io, "New or changed"));
	t->s.fresh = fresh;
	t->s.nfresh = 1;
	t->s.trial = true;
	assert_int_equal(sit(t, ANSWERS("stop"), false), 0);
	assert_true(fake_io_showed(&t->io, "New or changed in this edition."));
	assert_true(fake_io_showed(&t->io, "TRIAL  HANDBOOK edition 3"));
}

static void
test_news(void **state)
{
	static const char *const fresh[] = { "A0", "B1", "C2" };
	struct fixture *t = *state;
	struct edition_text was;
	char *s = arena_strdup(&t->a, text_of(&t->a, "en", "Paragraph"));

	/* one word otherwise; one line fewer; a part that was not there */
	s = arena_printf(&t->a, "%.*sLine one.%s",
			 (int)(strstr(s, "Paragraph one.") - s), s,
			 strstr(s, "Paragraph one.") + 14);
	memcpy(strstr(s, "number 9"), "nothing.", 8);
	memcpy(strstr(s, "== C2"), "== D3", 5);
	assert_int_equal(edition_parse(&t->a, s, strlen(s), &was, &t->e), 0);
	t->langs[0].was = &was;
	t->s.fresh = fresh;
	t->s.nfresh = 3;
	assert_int_equal(sit(t, ANSWERS("find number 9", "find of it",
					"find third", "stop"), false), 0);
	assert_true(fake_io_showed(&t->io, "New in this edition: paragraph 1 "
					   "(it was \"Line\")."));
	assert_true(fake_io_showed(&t->io, "New in this edition: paragraph 9 "
					   "(it was \"nothing\")."));
	assert_true(fake_io_showed(&t->io, "This whole part is new in this "
					   "edition."));
	/* in German there was none: then only that there is something */
	assert_int_equal(sit(t, ANSWERS("lang", "stop"), false), 0);
	assert_true(fake_io_showed(&t->io, "New or changed"));
}

/* Pages break otherwise in another language: the way back leads home. */
static void
test_flip_and_back(void **state)
{
	struct fixture *t = *state;
	unsigned line;

	for (int i = 1; i <= 9; i++) {
		char find[32];

		snprintf(find, sizeof(find), "find number %d.", i);
		assert_int_equal(sit(t, ANSWERS(find, "stop"), false), 0);
		line = t->r.line;
		assert_int_equal(sit(t, ANSWERS(find, "lang", "lang", "stop"),
				     false), 0);
		assert_int_equal(t->r.line, line);
	}
}

static void
test_wrong_words(void **state)
{
	const char *const *const wrong[] = {
		ANSWERS("0"), ANSWERS("next page"), ANSWERS("find"),
		ANSWERS("", "d"), ANSWERS("", "2"), ANSWERS("", ""),
		ANSWERS(""),
	};
	struct fixture *t = *state;

	for (size_t i = 0; i < NELEM(wrong); i++) {
		t->keeper.there = false;
		assert_int_equal(sit(t, wrong[i], false), -1);
		assert_int_equal(t->e.kind, ERR_USAGE);
	}
}

#define HEAD "preshift-draft/1 read\nedition 3\nlang de\n"

static void
test_damaged(void **state)
{
	static const char *const bad[] = {
		"", "preshift-draft/1 drill\n", HEAD, HEAD "end\n",
		HEAD "state page\nplace 0 0\nspent 0\nend\n",
		HEAD "state page\nplace 1 0\nspent 0\nqueue A0\nend\n",
		HEAD "state page\nplace 0 9\nspent 0\nqueue A0\nend\n",
		HEAD "state page\nplace 0 0\nspent 0\nqueue Z9\nend\n",
		HEAD "state page\nplace 0 0\nspent 0\nqueue A0\n",
		HEAD "state page\nplace 0 0\nspent 0\nqueue A0\nend\nx\n",
		HEAD "state asleep\nplace 0 0\nspent 0\nqueue A0\nend\n",
		HEAD "state asking\nplace 0 0\nspent 0\nqueue C2\nend\n",
		HEAD "state asking\nplace 0 0\nspent 0\nqueue A0\n"
		     "part A0 11 2 1 0\nend\n",
		HEAD "state page\nplace 0 0\nspent 0\nqueue A0\n"
		     "part A0 111 0 0 0\nend\n",
		HEAD "state page\nplace 0 0\nspent 0\nqueue A0\n"
		     "part A0 1x 0 0 0\nend\n",
		HEAD "state page\nplace 0 0\nspent 0\nqueue A0\n"
		     "quiz A0 3 2\nend\n",
		HEAD "state page\nplace 0 0\nspent x\nqueue A0\nend\n",
		"preshift-draft/1 read\nedition 2\nlang de\nstate page\n"
		"place 0 0\nspent 0\nqueue A0\nend\n",
		"preshift-draft/1 read\nedition 3\nlang ru\nstate page\n"
		"place 0 0\nspent 0\nqueue A0\nend\n",
	};
	struct fixture *t = *state;

	for (size_t i = 0; i < NELEM(bad); i++) {
		str_clear(&t->keeper.text);
		str_add(&t->keeper.text, bad[i]);
		t->keeper.there = true;
		assert_int_equal(sit(t, whole, false), 0);
		check_all_read(t);
		assert_int_equal(t->lang, 0);
	}
}

static void
test_missing(void **state)
{
	struct fixture *t = *state;
	const char **v;

	assert_int_equal(reading_missing(&t->a, &t->text[0], t->s.must, 2,
					 &t->before, &v), 2);
	assert_string_equal(v[0], "A0");
	assert_int_equal(sit(t, ANSWERS("", "b", "a", "", "stop"), false), 0);
	assert_int_equal(reading_missing(&t->a, &t->text[0], t->s.must, 2,
					 &t->r, &v), 1);
	assert_string_equal(v[0], "B1");
	t->r.nquiz = 0; /* opened, not answered */
	assert_int_equal(reading_missing(&t->a, &t->text[0], t->s.must, 2,
					 &t->r, &v), 2);
}

static void
test_broken(void **state)
{
	struct fixture *t = *state;
	size_t i = 1;
	int r;

	t->keeper.fail_save = 2;
	assert_int_equal(sit(t, whole, false), -1);
	assert_string_equal(t->e.text, "the disk is full");
	t->keeper.fail_save = 0;
	do {
		t->keeper.there = false;
		fake_io_free(&t->io);
		fake_io_init(&t->io, whole, false);
		t->io.clock = &t->clock;
		t->io.fail_call = i++;
		err_clear(&t->e);
		r = reading_run(&t->io.io, &t->a, &t->s, &t->r, &t->lang,
				&t->e);
		assert_true(r == 0 || t->e.kind == ERR_FAILED);
	} while (r != 0);
	assert_true(i > 18);
}

static void
test_nothing_to_read(void **state)
{
	struct fixture *t = *state;

	t->text[0].nsections = t->text[1].nsections = 0;
	assert_said(&t->e, ERR_CONTENT,
		    "this edition of the handbook has no sections; HR "
		    "publishes another one",
		    sit(t, ANSWERS(""), false));
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(test_script), T(test_terminal), T(test_kill), T(test_stop),
		T(test_order), T(test_back), T(test_first_try),
		T(test_words_and_languages), T(test_find),
		T(test_find_and_finish), T(test_only),
		T(test_only_after_kill), T(test_idle), T(test_fresh),
		T(test_news), T(test_flip_and_back),
		T(test_wrong_words), T(test_damaged), T(test_missing),
		T(test_broken), T(test_nothing_to_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
