/* What we ship reads without a finding, is translated, plays as its
 * play-tests say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "model/explore.h"
#include "model/playtest.h"
#include "read_any.h"

static const char *const langs[] = { "de", "ru" };

/* Calls FN for every drill we ship. */
static void
each_drill(void (*fn)(struct arena *, const char *path))
{
	OWN(arena_free) struct arena names = { 0 };
	const char *dir = source_path(&names, "scenarios"), **v;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (file_list(&names, dir, ".xml", &v, &n, &e) != 0)
		fail_msg("%s", e.text);
	assert_true(n >= 2);
	for (size_t i = 0; i < n; i++) {
		OWN(arena_free) struct arena a = { 0 };

		fn(&a, path_join(&a, dir, v[i]));
	}
}

static void
expect_clean(const struct any *x, const char *path)
{
	show(x);
	if (x->rc != 0 || x->f.n != 0)
		fail_msg("%s has %zu findings", path, x->f.n);
}

/* "a/b.xml" → "a/de/b.xlf" */
static const char *
translation_path(struct arena *a, const char *path, const char *lang)
{
	const char *slash = strrchr(path, '/');

	return arena_printf(a, "%.*s/%s%.*s.xlf", (int)(slash - path), path,
			    lang, (int)(strlen(slash) - strlen(".xml")),
			    slash);
}

static void
expect_translations(struct arena *a, const char *path, const struct any *x)
{
	for (size_t i = 0; i < NELEM(langs); i++) {
		const char *p = translation_path(a, path, langs[i]);
		struct any t = read_path(a, p, any_document(x));

		expect_clean(&t, p);
		assert_string_equal(t.translation->lang, langs[i]);
		assert_int_equal(t.translation->missing, 0);
		assert_int_equal(t.translation->stale, 0);
	}
}

static void
clean_drill(struct arena *a, const char *path)
{
	struct any x = read_path(a, path, NULL);

	expect_clean(&x, path);
	expect_translations(a, path, &x);
}

static void
test_drills_are_clean(void **state)
{
	(void)state;
	each_drill(clean_drill);
}

static void
test_standards_are_clean(void **state)
{
	static const char *const names[] = { "standards/commandments.xml",
					     "standards/handbook.xml" };

	(void)state;
	for (size_t i = 0; i < NELEM(names); i++) {
		OWN(arena_free) struct arena a = { 0 };
		const char *path = source_path(&a, names[i]);
		struct any x = read_path(&a, path, NULL);

		expect_clean(&x, path);
		expect_translations(&a, path, &x);
	}
}

static void
play_tests(struct arena *a, const char *path)
{
	struct any x = read_path(a, path, NULL);
	const char *file = arena_printf(a, "%.*s.tests",
					(int)(strlen(path) - strlen(".xml")),
					path), *s;
	const struct explore *states;
	struct explore_report rep;
	struct playtests t;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	assert_int_equal(x.rc, 0);
	if (file_read(a, file, 1 << 20, &s, &n, &e) != 0 ||
	    playtest_parse(a, file, s, n, &t, &e) != 0 ||
	    explore_run(a, x.drill, EXPLORE_MAX_STATES, &states, &rep, &e) !=
		    0)
		fail_msg("%s", e.text);
	assert_true(rep.x.complete);
	assert_true(t.n >= 3);
	for (size_t i = 0; i < t.n; i++)
		if (playtest_run(a, x.drill, &rep.x, &t.v[i], &e) != 0)
			fail_msg("%s: %s", file, e.text);
}

static void
test_drills_play_as_tested(void **state)
{
	(void)state;
	each_drill(play_tests);
}

static void
test_a_drill_in_full(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct any x = read_path(&a, source_path(&a,
					"scenarios/pear-tart.xml"), NULL);
	const struct drill *d = x.drill;
	const struct drill_choice *c;
	size_t node;

	(void)state;
	assert_int_equal(x.rc, 0);
	assert_string_equal(d->doc.id, "pear-tart");
	assert_string_equal(d->doc.lang, "en");
	assert_int_equal(d->difficulty, 3);
	assert_int_equal(d->pass, 7000);
	assert_int_equal(d->ncompetencies, 4);
	assert_int_equal(d->competencies[0].weight, 2);
	assert_int_equal(d->competencies[0].pass, 7000);
	assert_int_equal(d->competencies[1].pass, -1);
	assert_int_equal(d->persons[0].mood, 0);
	assert_int_equal(d->vars[0].initial, 1);
	assert_int_equal(d->vars[1].type, VAR_BOOL);
	assert_int_equal(d->ndebrief, 4);
	c = drill_choice_by_id(d, "n3.sell", &node);
	assert_non_null(c);
	assert_string_equal(d->nodes[node].id, "n3");
	assert_true(c->show_blocked && !c->critical && c->cond != NULL);
	assert_false(c->feedback_now);
	assert_string_equal(d->nodes[c->gotos[0].to].id, "sold");
	assert_int_equal(d->nodes[c->gotos[0].to].must, MUST_AVOID);
	assert_string_equal(c->did->s, "sold the faulty tart for 5 EUR");
	assert_int_equal(c->scores[0].points, -1);
	/* counted is only what some condition reads */
	assert_true(d->choice_counted[c->n]);
	assert_false(d->node_counted[0]);
}

static void
test_a_commandment_in_full(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct any x = read_path(&a, source_path(&a,
					"standards/commandments.xml"), NULL);
	const struct commandment *c;

	(void)state;
	assert_int_equal(x.rc, 0);
	assert_int_equal(x.commandments->n, 20);
	assert_string_equal(x.commandments->mantra->s,
			    "Every guest leaves with a yes.");
	for (size_t i = 0; i < x.commandments->n; i++) {
		c = &x.commandments->v[i];
		assert_int_equal(c->number, i + 1);
		assert_true(c->topic && c->title && c->do_ && c->easy &&
			    c->say && c->answer && c->avoid && c->story &&
			    c->question && c->hint && c->practice &&
			    c->marks[2]);
		assert_int_equal(c->practice_seconds, 120);
		assert_int_equal(c->nrecall, 2);
	}
	assert_string_equal(x.commandments->v[0].id, "opening");
}

static void
test_a_handbook_in_full(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct any x = read_path(&a, source_path(&a,
					"standards/handbook.xml"), NULL);
	const struct handbook *h = x.handbook;

	(void)state;
	assert_int_equal(x.rc, 0);
	assert_int_equal(h->nsections, 20);
	assert_string_equal(h->sections[5].id, "H5");
	assert_true(h->sections[5].nblocks > 0);
	assert_non_null(h->sections[5].blocks[0].t);
	assert_string_equal(h->values[0].id, "limit.staff");
	assert_int_equal(h->values[0].type, VALUE_MONEY);
	assert_string_equal(h->values[0].dflt, "15 EUR");
}

static void
test_a_playtest_that_lies(void **state)
{
	static const struct { const char *s, *says; } t[] = {
		{ "test a\n select n1.tell\n end best\n",
		  "stops in the scene" },
		{ "test a\n select n3.two\n",
		  "no choice 'n3.two' in the scene 'n1'" },
		{ "test a\n select n1.pack\n select n2a.sure\n"
		  " select np.fridge\n select n5.bin\n end best\n",
		  "ends at 'wet', not at 'best'" },
		{ "test a\n score honest=1\n", "'honest' is 0, not 1" },
		{ "test a\n score charm=1\n", "no competency 'charm'" },
		{ "test a\n mood 0\n", "the mood is 1, not 0" },
		{ "test a\n result ready\n", "not 'ready'" },
	};
	static const char *const bad[] = { "select x\n", "test a\nselect x\n",
		"test a\n score honest\n", "test a\n mood glad\n",
		"test a\n choose x\n", "test a\n end\n", " select x\n" };
	OWN(arena_free) struct arena a = { 0 };
	struct any x = read_path(&a, source_path(&a,
					"scenarios/pear-tart.xml"), NULL);
	const struct explore *states;
	struct explore_report rep;
	struct playtests p;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(explore_run(&a, x.drill, EXPLORE_MAX_STATES, &states,
				     &rep, &e), 0);
	for (size_t i = 0; i < NELEM(t); i++) {
		err_clear(&e);
		assert_int_equal(playtest_parse(&a, "t", t[i].s,
						strlen(t[i].s), &p, &e), 0);
		assert_int_equal(playtest_run(&a, x.drill, &rep.x, &p.v[0],
					      &e), -1);
		if (strstr(e.text, t[i].says) == NULL)
			fail_msg("'%s' does not say '%s'", e.text, t[i].says);
	}
	for (size_t i = 0; i < NELEM(bad); i++)
		assert_int_equal(playtest_parse(&a, "t", bad[i],
						strlen(bad[i]), &p, &e), -1);
}

static void
test_a_large_drill_is_read_quickly(void **state)
{
	/* 30,000 scenes: what is quadratic would take minutes */
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str s = { 0 };
	struct any x;
	int n = 30000;

	(void)state;
	str_add(&s, "<drill xmlns='urn:preshift:drill:1' id='big' version='1' "
		    "xml:lang='en' pass='0.5'><title id='t'>T</title>"
		    "<competency id='k'/>");
	for (int i = 0; i < n; i++)
		str_printf(&s, "<node id='n%d' kind='ask'>"
			   "<choice id='n%d.a' to='n%d' if='not seen(n0.a)'>"
			   "<t id='n%d.t'>On</t></choice>"
			   "<choice id='n%d.b' to='n%d'><t id='n%d.u'>Off</t>"
			   "</choice></node>\n", i, i, i + 1, i, i, i + 1, i);
	str_printf(&s, "<node id='n%d' kind='end'/></drill>", n);
	x.f = (struct findings){ 0 };
	err_init(&x.e, NULL);
	if (content_drill(&a, "big.xml", str_text(&s), s.n, &x.f, &x.drill,
			  &x.e) != 0)
		fail_msg("%s", x.e.text);
	assert_int_equal(x.drill->nnodes, n + 1);
	assert_int_equal(x.drill->nchoices, 2 * n);
	lint_drill(&a, x.drill, false, &x.f);
	assert_int_equal(x.f.errors, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_drills_are_clean),
		cmocka_unit_test(test_standards_are_clean),
		cmocka_unit_test(test_drills_play_as_tested),
		cmocka_unit_test(test_a_drill_in_full),
		cmocka_unit_test(test_a_commandment_in_full),
		cmocka_unit_test(test_a_handbook_in_full),
		cmocka_unit_test(test_a_playtest_that_lies),
		cmocka_unit_test(test_a_large_drill_is_read_quickly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
