/* The log grows by whole transactions, and reads back as it was written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "store/internal.h"

static int
setup(void **state)
{
	*state = world_new("office");
	return 0;
}

static uint64_t
size(struct world *w)
{
	struct log_head h;

	ok(w, store_head(w->s, &h, &w->e));
	return h.size;
}

static struct body
plan(struct world *w, const char *item)
{
	return leaf(w, REC_PLAN, NULL, SIG_NONE, "date", "2026-11-22", "team",
		    "front-desk", "item", item, NULL);
}

static void
test_empty(void **state)
{
	struct world *w = world_new("floor");
	const char *note = "x";
	uint8_t root[32], other[32];
	struct log_head h;
	struct leaf_row row;
	bool found = true;

	(void)state;
	ok(w, store_head(w->s, &h, &w->e));
	assert_int_equal(h.size, 0);
	ok(w, store_root_at(w->s, &w->n, 0, root, &w->e));
	assert_memory_equal(root, h.root, 32);
	ok(w, store_note(w->s, &w->a, NULL, &note, &w->e));
	assert_null(note);
	ok(w, store_leaf(w->s, &w->a, NULL, 0, &row, &found, &w->e));
	assert_false(found);
	ok(w, store_leaf(w->s, &w->a, NULL, UINT64_MAX, &row, &found, &w->e));
	assert_false(found);
	assert_int_equal(store_root_at(w->s, &w->n, 1, other, &w->e), -1);
	assert_int_equal(w->e.kind, ERR_UNTRUE);
	world_free(w);
}

/* Roots at every size, the note, the hashes: as a tree built beside it. */
static void
test_tree(void **state)
{
	struct world *w = *state;
	struct frontier f = { 0 };
	uint8_t root[32], want[32], (*hash)[32];
	const char *note = NULL;
	size_t n;

	for (int i = 0; i < 40; i++)
		put(w, plan(w, "one more"));
	ok(w, store_hashes(w->s, &w->a, NULL, &hash, &n, &w->e));
	assert_int_equal(n, 42);
	for (uint64_t i = 0; i <= n; i++) {
		ok(w, store_root_at(w->s, &w->n, i, root, &w->e));
		w->n.root(&f, want);
		assert_memory_equal(root, want, 32);
		if (i < n)
			w->n.push(&f, hash[i]);
	}
	ok(w, store_note(w->s, &w->a, "office", &note, &w->e));
	assert_true(str_starts(note, "harbour/office\n42\n"));
	assert_int_equal(store_root_at(w->s, &w->n, 43, root, &w->e), -1);
	assert_int_equal(w->e.kind, ERR_UNTRUE);
	assert_non_null(strstr(w->e.text, "the book ends at number 42"));
}

static int
compare(void *ctx, const struct leaf_row *row, struct err *e)
{
	struct world *w = ctx;

	(void)e;
	assert_string_equal(row->terminal, "office");
	assert_int_equal(row->n, w->log[row->index].n);
	assert_memory_equal(row->body, w->log[row->index].body, row->n);
	assert_memory_equal(row->hash, w->log[row->index].hash, 32);
	w->serial++;
	return 0;
}

static int
stop_at_third(void *ctx, const struct leaf_row *row, struct err *e)
{
	(void)ctx;
	return row->index == 2 ? err_set(e, ERR_UNTRUE, "enough") : 0;
}

static void
test_leaves(void **state)
{
	struct world *w = *state;
	struct origin_row *o;
	size_t n;

	for (int i = 0; i < 5; i++)
		put(w, plan(w, "Straße, кофе"));
	world_reopen(w);
	w->serial = 0;
	ok(w, store_each_leaf(w->s, NULL, compare, w, &w->e));
	assert_int_equal(w->serial, 7);
	assert_int_equal(store_each_leaf(w->s, NULL, stop_at_third, w, &w->e), -1);
	assert_string_equal(w->e.text, "enough");
	ok(w, store_origins(w->s, &w->a, &o, &n, &w->e));
	assert_int_equal(n, 1);
	assert_int_equal(o[0].size, 7);
}

static void
test_all_or_none(void **state)
{
	struct world *w = *state;
	struct body v[3] = { plan(w, "a"), plan(w, "b"),
			     leaf(w, REC_REVIEW, NULL, SIG_NONE, "number",
				  "4711", "item", "x", "grade", "1", NULL) };
	const char *before = dump(w);
	uint64_t first = 99;

	assert_int_equal(append_bodies(w, v, 3, false, &first), -1);
	assert_int_equal(w->e.kind, ERR_REFUSED);
	assert_int_equal(first, 99);
	assert_int_equal(size(w), 2);
	assert_string_equal(dump(w), before);
	ok(w, append_bodies(w, v, 2, false, &first));
	assert_int_equal(first, 2);
	assert_int_equal(size(w), 4);
}

static void
test_dry(void **state)
{
	struct world *w = *state;
	const char *before = dump(w);
	uint64_t first = 99;
	struct body v[2] = {
		plan(w, "a"),
		leaf(w, REC_ENROL, NULL, SIG_NONE, "number", "2001",
		     "name-hash", sha(w, "n"), "role", "hr", "contract",
		     "full", "language", "en", "from", "2026-11-21",
		     "code-key", public_key(&w->a, "c"), "code-until",
		     "2026-12-05", "code-at", "office", NULL),
	};

	ok(w, append_bodies(w, v, 2, true, &first)); /* not yet signed */
	assert_int_equal(first, 2);
	assert_int_equal(size(w), 2);
	assert_string_equal(dump(w), before);
	refuse_naming(w, v[1],
	       "a '%s' carries %u signatures, this one has %zu",
	       "0");
}

static void
test_sides(void **state)
{
	struct world *w = *state;
	const struct side_name name = { sha(w, "1001"), "1001", "00", "Ana" };
	struct side_draft drafts[] = { { "lineup.1", NULL, NULL },
				       { "drill.late", "n3", NULL } };
	const char *gone[] = { "1001" };
	struct body b;
	struct append ap = { .bodies = &b.text, .sizes = &b.n, .n = 1,
			     .names = &name, .nnames = 1, .drafts = drafts,
			     .ndrafts = 2, .now = w->now,
			     .today = w->now / DAY };
	const char *text, **keys;
	struct person p;
	bool found;
	uint64_t first;
	size_t n;

	staff_the_house(w);
	b = plan(w, "a");
	ok(w, store_draft_put(w->s, "lineup.1", "here 1", &w->e));
	ok(w, store_append(w->s, &w->n, &ap, &first, &w->e));
	ok(w, store_draft_get(w->s, &w->a, "lineup.1", &text, &w->e));
	assert_null(text);
	ok(w, store_draft_get(w->s, &w->a, "drill.late", &text, &w->e));
	assert_string_equal(text, "n3");
	ok(w, store_draft_put(w->s, "drill.%", "x", &w->e));
	ok(w, store_drafts(w->s, &w->a, "drill.", &keys, &n, &w->e));
	assert_int_equal(n, 2);
	ok(w, store_drafts(w->s, &w->a, "drill.%", &keys, &n, &w->e));
	assert_int_equal(n, 1);
	ok(w, store_person(w->s, &w->a, "1001", &p, &found, &w->e));
	assert_string_equal(p.name, "Ana");
	ap = (struct append){ .forget = gone, .nforget = 1 };
	ok(w, store_append(w->s, &w->n, &ap, &first, &w->e));
	ok(w, store_person(w->s, &w->a, "1001", &p, &found, &w->e));
	assert_string_equal(p.name, "");
	/* what is not any more as it was is not touched, nor recorded */
	drafts[0] = (struct side_draft){ "drill.%", "y", "x" };
	ok(w, store_draft_change(w->s, &drafts[0], &w->e));
	assert_int_equal(store_draft_change(w->s, &drafts[0], &w->e), -1);
	assert_int_equal(w->e.kind, ERR_REFUSED);
	err_clear(&w->e);
	b = plan(w, "b");
	ap = (struct append){ .bodies = &b.text, .sizes = &b.n, .n = 1,
			      .drafts = drafts, .ndrafts = 1, .now = w->now,
			      .today = w->now / DAY };
	assert_int_equal(store_append(w->s, &w->n, &ap, &first, &w->e), -1);
	assert_int_equal(w->e.kind, ERR_REFUSED);
	err_clear(&w->e);
	ok(w, store_draft_get(w->s, &w->a, "drill.%", &text, &w->e));
	assert_string_equal(text, "y");
	drafts[0] = (struct side_draft){ "nobody's", "y", "x" };
	assert_int_equal(store_draft_change(w->s, &drafts[0], &w->e), -1);
	err_clear(&w->e);
	ok(w, store_draft_put(w->s, "drill.%", NULL, &w->e));
	ok(w, store_drafts(w->s, &w->a, "", &keys, &n, &w->e));
	assert_int_equal(n, 1);
}

/* ---- what is no leaf of this log ---- */

static struct body
edited(struct world *w, struct body b, const char *from, const char *to)
{
	const char *at = strstr(b.text, from);

	assert_non_null(at);
	b.text = arena_printf(&w->a, "%.*s%s%s", (int)(at - b.text), b.text,
			      to, at + strlen(from));
	b.n = strlen(b.text);
	return b;
}

static void
test_not_ours(void **state)
{
	struct world *w = *state;
	struct body b = plan(w, "a");

	refuse(w, edited(w, b, "plan 1", "plan 2"),
	       "this record is of a kind or version that this program does not "
	       "know: update preshift");
	refuse(w, edited(w, b, "plan 1", "banquet 1"),
	       "this record is of a kind or version that this program does not "
	       "know: update preshift");
	refuse_naming(w, edited(w, b, "house: harbour", "house: garden"),
	       "this record is of '%s/%s', but this log is that of '%s/%s'",
	       "'garden/office'");
	refuse_naming(w, edited(w, b, "terminal: office", "terminal: floor"),
	       "this record is of '%s/%s', but this log is that of '%s/%s'",
	       "'harbour/floor'");
	refuse_as(w, edited(w, b, "item: a", "item:  a"), ERR_UNTRUE,
		  "'%s' begins or ends with a space: remove it", NULL);
	refuse_as(w, edited(w, b, "\nend\n", "\n"), ERR_UNTRUE,
		  "what is kept here is not a record with its "
		  "signatures: it was changed or damaged", NULL);
	refuse_as(w, (struct body){ "", 0 }, ERR_UNTRUE,
		  "what is kept here is not a record with its "
		  "signatures: it was changed or damaged", NULL);
	assert_int_equal(size(w), 2);
}

static void
test_after(void **state)
{
	struct world *w = *state;
	struct body old = plan(w, "made before the next");
	struct body b;

	put(w, plan(w, "the next"));
	put(w, old); /* somebody else wrote meanwhile */
	b = plan(w, "c");
	refuse_as(w, edited(w, b, "after: 4 ", "after: 5 "), ERR_UNTRUE,
		  "this record follows %llu other records than those "
		  "here: the database was changed or exchanged; run "
		  "verify", NULL);
	refuse_as(w, edited(w, b, "after: 4 ", "after: 0 "), ERR_UNTRUE,
		  "this record follows %llu other records than those "
		  "here: the database was changed or exchanged; run "
		  "verify", NULL);
	b = edited(w, b, strstr(b.text, "after: 4 ") + 9, "A");
	refuse_as(w, b, ERR_UNTRUE,
		  "what is kept here is not a record with its "
		  "signatures: it was changed or damaged", NULL);
	b = plan(w, "d");
	b.text = arena_strdup(&w->a, b.text);
	b = edited(w, b, "after: 4 ",
		   strstr(b.text, "after: 4 A") ? "after: 4 B" :
						  "after: 4 A");
	refuse_as(w, b, ERR_UNTRUE, "'%s' does not have the form of '%s'", NULL);
}

static void
test_signatures(void **state)
{
	struct world *w = *state;
	struct body b;

	staff_the_house(w);
	b = leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.early",
		 "value", "06:30", NULL);
	refuse(w, edited(w, b, "comment: setting hr", "comment: setting key"),
	       "a signature under this '%s' does not belong there");
	refuse(w, edited(w, b, "setting hr 2001", "setting hr 3001"),
	       "a signature under this '%s' does not belong there");
	refuse(w,
	       leaf_by(w, "somebody else", REC_SETTING, "2001", SIG_HR,
		       "name", "shift.early", "value", "06:30", NULL),
	       "the signature of '%s' was made with a key that does not count "
	       "here: the key was renewed or revoked, or the code is an old one");
	refuse(w,
	       leaf(w, REC_SETTING, "3001", SIG_HR, "name", "shift.early",
		    "value", "06:30", NULL),
	       "'%s' may not sign a '%s': HR does that");
	put(w, b);
}

/* Ctrl-C, a hangup or a stop between begin and commit wait for the end. */
static volatile sig_atomic_t heard;

static void
hear(int sig)
{
	heard = sig;
}

static int
interrupting_seal(const struct notary *n, struct arena *a, const char *origin,
		  uint64_t size_, const uint8_t root[32],
		  const char **ret_note, struct err *e)
{
	const struct notary *real = n->ctx;

	raise(SIGINT);
	assert_int_equal(heard, 0);
	return real->seal(real, a, origin, size_, root, ret_note, e);
}

static void
test_signals(void **state)
{
	struct world *w = *state;
	struct notary real = w->n;
	struct sigaction act = { .sa_handler = hear }, old;

	sigaction(SIGINT, &act, &old);
	heard = 0;
	w->n.seal = interrupting_seal;
	w->n.ctx = &real;
	put(w, plan(w, "a"));
	assert_int_equal(heard, SIGINT);
	assert_int_equal(size(w), 3);
	sigaction(SIGINT, &old, NULL);
}

static int
failing_seal(const struct notary *n, struct arena *a, const char *origin,
	     uint64_t size_, const uint8_t root[32], const char **ret_note,
	     struct err *e)
{
	(void)n, (void)a, (void)origin, (void)size_, (void)root;
	(void)ret_note;
	return err_set(e, ERR_FAILED, "no key");
}

static void
test_no_note_no_leaf(void **state)
{
	struct world *w = *state;
	struct body b;
	uint64_t first;

	w->n.seal = failing_seal;
	b = plan(w, "a");
	assert_int_equal(append_bodies(w, &b, 1, false, &first), -1);
	assert_int_equal(w->e.kind, ERR_FAILED);
	assert_string_equal(w->e.text, "no key");
	assert_int_equal(size(w), 2);
	toy_notary(&w->n);
	put(w, plan(w, "a"));
}

static void
test_backup(void **state)
{
	struct world *w = *state;
	struct store *copy = NULL;
	const char *path = arena_printf(&w->a, "%s/copy.db", w->dir);
	struct log_head h;
	const char *views;

	staff_the_house(w);
	ok(w, store_backup(w->s, path, &w->e));
	assert_int_equal(store_backup(w->s, path, &w->e), -1);
	assert_int_equal(w->e.kind, ERR_REFUSED);
	for (int write = 0; write < 2; write++) {
		ok(w, store_open(path, write, &copy, &w->e));
		ok(w, store_check(copy, &w->e));
		ok(w, store_head(copy, &h, &w->e));
		assert_int_equal(h.size, w->nlog);
		ok(w, store_dump_views(copy, &w->a, &views, &w->e));
		assert_string_equal(views, dump(w));
		store_closep(&copy);
	}
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, world_gone)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty), CASE(test_tree),
		CASE(test_leaves),	      CASE(test_all_or_none),
		CASE(test_dry),		      CASE(test_sides),
		CASE(test_not_ours),	      CASE(test_after),
		CASE(test_signatures),	      CASE(test_signals),
		CASE(test_no_note_no_leaf),   CASE(test_backup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
