/* What the views say after a history of every kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "store/internal.h"

static struct person
person(struct world *w, const char *number)
{
	struct person p;
	bool found = false;

	ok(w, store_person(w->s, &w->a, number, &p, &found, &w->e));
	assert_true(found);
	return p;
}

static void
test_people(void **state)
{
	struct world *w = *state;
	struct person *v, p;
	bool found = true;
	size_t n;

	ok(w, store_people(w->s, &w->a, &v, &n, &w->e));
	assert_int_equal(n, 7);
	assert_string_equal(v[0].number, "1001");
	assert_string_equal(v[6].number, "3001");
	p = person(w, "1001");
	assert_int_equal(p.state, PERSON_ACTIVE);
	assert_true(p.reset_at > p.activated && p.activated > 0);
	assert_int_equal(p.reset_seconded, 1);
	assert_string_equal(p.code_key, "");
	assert_string_equal(p.lang, "de");
	assert_string_equal(p.coach, "3001");
	p = person(w, "1002");
	assert_int_equal(p.role, ROLE_SUPERVISOR);
	assert_string_equal(p.team, "bar");
	assert_string_equal(p.lang, "ru");
	assert_string_equal(p.coach, "-");
	assert_string_equal(p.name_hash, sha(w, "new name"));
	assert_int_equal(person(w, "1004").state, PERSON_REVOKED);
	assert_int_equal(person(w, "1005").state, PERSON_LEFT);
	assert_int_equal(person(w, "2001").role, ROLE_HR);
	assert_int_equal(person(w, "2001").reset_at, 0);
	ok(w, store_person(w->s, &w->a, "9999", &p, &found, &w->e));
	assert_false(found);
}

/* A lost code before the first activation marks nothing and needs nobody. */
static void
test_lost_first_code(void **state)
{
	struct world *w = *state;
	uint64_t code;
	struct person p;

	enrol(w, "1007", "staff", "office", false);
	code = new_code(w, "1007", "office", false);
	p = person(w, "1007");
	assert_int_equal(p.state, PERSON_ENROLLED);
	assert_int_equal(p.reset_at, 0);
	assert_int_equal(p.enrol_index, (int64_t)code);
	activate(w, "1007", code, "office");
	assert_int_equal(person(w, "1007").state, PERSON_ACTIVE);
	code = new_code(w, "1007", "office", false);
	p = person(w, "1007");
	assert_int_equal(p.state, PERSON_ENROLLED);
	assert_string_equal(p.key, "");
	assert_true(p.reset_at > 0);
	assert_int_equal(p.reset_seconded, 0);
}

static void
test_keys(void **state)
{
	struct world *w = *state;
	const char *key, *now = person(w, "1001").key;
	bool doubt;
	uint64_t end = w->nlog, made = 0;

	ok(w, store_key_at(w->s, &w->a, "1001", NULL, end, w->now, &key,
			   &doubt, NULL, &w->e));
	assert_string_equal(key, now);
	assert_false(doubt);
	ok(w, store_key_at(w->s, &w->a, "1001", NULL, 3, w->now, &key,
			   &doubt, NULL, &w->e));
	assert_string_equal(key, "");
	/* 1004: activated, then revoked as of an hour before */
	for (uint64_t i = 0; i < end; i++) {
		ok(w, store_key_at(w->s, &w->a, "1004", NULL, i,
				   w->log[i].index == i ? w->now : 0, &key,
				   &doubt, NULL, &w->e));
		if (key[0] != '\0') {
			assert_true(doubt);
			made++;
		}
	}
	assert_int_equal(made, 1); /* at its activation alone */
	ok(w, store_key_at(w->s, &w->a, "1004", NULL, end, w->now, &key,
			   &doubt, NULL, &w->e));
	assert_string_equal(key, "");
}

static void
test_house(void **state)
{
	struct world *w = *state;
	const char *v = NULL;
	struct house h;
	bool hold = false;

	ok(w, store_house(w->s, &w->a, &h, &w->e));
	assert_string_equal(h.title, "Harbour House");
	assert_string_equal(h.zone, "Europe/Berlin");
	assert_true(h.trial);
	ok(w, store_setting(w->s, &w->a, "shift.early", &v, &w->e));
	assert_string_equal(v, "06:45");
	ok(w, store_setting(w->s, &w->a, "shift.late", &v, &w->e));
	assert_null(v);
	ok(w, store_terminal_key(w->s, &w->a, "floor", &v, &w->e));
	assert_true(str_starts(v, "harbour/floor+"));
	ok(w, store_terminal_key(w->s, &w->a, "cellar", &v, &w->e));
	assert_null(v);
	ok(w, store_on_hold(w->s, "1003", &hold, &w->e));
	assert_true(hold);
	ok(w, store_on_hold(w->s, "1001", &hold, &w->e));
	assert_false(hold);
	assert_string_equal(store_origin(&w->a, w->s), "harbour/office");
}

static const struct handbook_row *
row_of(const struct handbook_row *v, size_t n, enum record_kind k,
       unsigned edition)
{
	size_t i = 0;

	while (i < n && (v[i].kind != k || v[i].edition != edition))
		i++;
	assert_true(i < n);
	return &v[i];
}

static void
test_handbook(void **state)
{
	struct world *w = *state;
	const struct handbook_row *r;
	struct handbook_row *v;
	struct edition_row *ed;
	size_t n;

	ok(w, store_editions(w->s, &w->a, &ed, &n, &w->e));
	assert_int_equal(n, 2);
	assert_true(ed[0].material);
	assert_false(ed[1].material || ed[1].seconded);
	assert_int_equal(ed[0].nsections, 3);
	assert_string_equal(ed[0].sections[2].id, "H9");
	assert_int_equal(ed[0].sections[2].changed, 1);
	assert_false(ed[0].sections[2].must);
	assert_string_equal(ed[0].summary, "The house rules.");
	ok(w, store_handbook_rows(w->s, &w->a, NULL, &v, &n, &w->e));
	assert_int_equal(n, 12);
	ok(w, store_handbook_rows(w->s, &w->a, "1001", &v, &n, &w->e));
	r = row_of(v, n, REC_ACK, 1);
	assert_string_equal(r->number, "1001");
	assert_string_equal(r->detail, "read");
	assert_int_equal(r->nsections, 2);
	assert_int_equal(r->seconds, 720);
	assert_null(r->assisted);
	assert_false(r->marked_reset);
	assert_true(r->vouched_later); /* by 3001 and the rest */
	assert_null(r->ref_terminal);
	assert_true(r->disputed);
	assert_int_equal(row_of(v, n, REC_OBJECT, 0)->ref_index, r->index);
	r = row_of(v, n, REC_ACK, 2);
	assert_true(r->marked_reset);
	assert_false(row_of(v, n, REC_ACK, 2)->assisted != NULL);
	ok(w, store_handbook_rows(w->s, &w->a, "1003", &v, &n, &w->e));
	assert_string_equal(row_of(v, n, REC_EXEMPT, 1)->detail,
			    "2027-01-31");
	assert_string_equal(row_of(v, n, REC_ASK, 1)->detail, "explain");
	assert_string_equal(row_of(v, n, REC_DECLINE, 1)->entry, "script");
}

/* A signature made over a shorter log does not vouch for what came after. */
static void
test_vouched_later(void **state)
{
	struct world *w = *state;
	struct body early = leaf(w, REC_CORRECT, "3001", SIG_PERSON, "number",
				 "3001", "leaf", ref_own(w, 0), "text", "x",
				 NULL);
	struct handbook_row *v;
	size_t n;

	publish(w, 3, "material");
	acknowledge(w, "1002", 3);
	put(w, early);
	acknowledge(w, "1002", 3);
	ok(w, store_handbook_rows(w->s, &w->a, "1002", &v, &n, &w->e));
	assert_int_equal(n, 2);
	assert_false(v[0].vouched_later || v[1].vouched_later);
	acknowledge(w, "3001", 3);
	ok(w, store_handbook_rows(w->s, &w->a, "1002", &v, &n, &w->e));
	assert_true(v[0].vouched_later && v[1].vouched_later);
}

/* Every terminal has a leaf of that number: an objection is to one of them. */
static void
test_objection(void **state)
{
	struct world *office = *state, *floor = world_new("floor");
	struct handbook_row *v;
	uint64_t code;
	size_t n;

	enrol(office, "1006", "staff", "floor", false);
	code = last(office);
	take_log(floor, office);
	memcpy(floor->key, office->key, sizeof(office->key));
	floor->nkeys = office->nkeys;
	floor->now = office->now;
	activate(floor, "1006", code, "office");
	while (floor->nlog <= last(office) + 1)
		acknowledge(floor, "1006", 2);
	put(office, leaf(office, REC_PAPER, "3001", SIG_SUPERVISOR, "number",
			 "1006", "edition", "2", "language", "en", "text",
			 sha(office, "2"), "section", "H5", "on",
			 "2026-11-20", NULL));
	put(floor, leaf(floor, REC_OBJECT, "1006", SIG_PERSON, "number",
			"1006", "leaf", ref(floor, "floor", last(office)),
			"words", "that was not me", NULL));
	take_log(office, floor);
	ok(office, store_handbook_rows(office->s, &office->a, "1006", &v, &n,
				       &office->e));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(v[i].disputed,
				 v[i].index == last(office) &&
				 str_eq(v[i].terminal, "floor"));
	world_free(floor);
}

static void
test_reading(void **state)
{
	struct world *w = *state;
	struct reading st;

	ok(w, store_reading(w->s, &w->a, "1001", 1, &st, &w->e));
	assert_int_equal(st.nopened, 3);
	assert_string_equal(st.opened[2], "H9");
	assert_int_equal(st.nquiz, 1);
	assert_string_equal(st.quiz[0].section, "H5");
	assert_int_equal(st.quiz[0].right, 1);
	assert_int_equal(st.quiz[0].asked, 2);
	assert_string_equal(st.section, "H9");
	assert_int_equal(st.line, 1);
	assert_int_equal(st.seconds, 500);
	ok(w, store_reading(w->s, &w->a, "1002", 1, &st, &w->e));
	assert_null(st.section);
	assert_int_equal(st.nopened, 0);
}

static void
test_lineups(void **state)
{
	struct world *w = *state;
	struct lineup_row *v;
	struct heard_row *h;
	struct plan_row *p;
	const char **who;
	size_t n;

	ok(w, store_lineups(w->s, &w->a, NULL, NULL, NULL, &v, &n, &w->e));
	assert_int_equal(n, 2);
	assert_string_equal(v[0].date, "2026-11-14");
	assert_false(v[0].leader_vouched || v[0].witness_vouched);
	assert_true(v[1].leader_vouched && v[1].witness_vouched);
	assert_int_equal(v[1].npresent, 3);
	assert_string_equal(v[1].late[0], "1003");
	assert_string_equal(v[1].recall, "5 7");
	assert_int_equal(v[1].end - v[1].start, 592);
	ok(w, store_lineups(w->s, &w->a, "2026-11-20", "2026-11-30",
			    "front-desk", &v, &n, &w->e));
	assert_int_equal(n, 1);
	ok(w, store_lineups(w->s, &w->a, NULL, NULL, "bar", &v, &n, &w->e));
	assert_int_equal(n, 0);
	ok(w, store_heard(w->s, &w->a, "1001", &h, &n, &w->e));
	assert_int_equal(n, 1);
	assert_int_equal(h[0].times, 2);
	assert_string_equal(h[0].last, "2026-11-21");
	ok(w, store_heard(w->s, &w->a, "1004", &h, &n, &w->e));
	assert_int_equal(n, 1); /* by catching up */
	assert_string_equal(h[0].last, "2026-11-21");
	ok(w, store_usual(w->s, &w->a, "front-desk", "early", 5, "2026-11-01",
			  &who, &n, &w->e));
	assert_int_equal(n, 4);
	assert_string_equal(who[0], "1001"); /* three twice, 3001 once */
	assert_string_equal(who[3], "3001");
	ok(w, store_usual(w->s, &w->a, "front-desk", "early", 4, NULL, &who,
			  &n, &w->e));
	assert_int_equal(n, 0);
	ok(w, store_plans(w->s, &w->a, "2026-11-22", "front-desk", &p, &n,
			  &w->e));
	assert_int_equal(n, 0); /* erased */
	put(w, leaf(w, REC_PLAN, "3001", SIG_NONE, "date", "2026-11-22",
		    "team", "front-desk", "item", "one", "item", "two",
		    NULL));
	ok(w, store_plans(w->s, &w->a, "2026-11-22", "front-desk", &p, &n,
			  &w->e));
	assert_int_equal(n, 1);
	assert_int_equal(p[0].nitems, 2);
	assert_null(p[0].owner);
}

static void
test_training(void **state)
{
	struct world *w = *state;
	struct attempt_row *at;
	struct observe_row *ob;
	struct review_row *re;
	struct ready_row *rd;
	struct vouch_row *vo;
	struct audit_row au;
	bool found = false;
	size_t n;

	ok(w, store_attempts(w->s, &w->a, "1001", &at, &n, &w->e));
	assert_int_equal(n, 0); /* erased */
	ok(w, store_observes(w->s, &w->a, NULL, &ob, &n, &w->e));
	assert_int_equal(n, 1);
	assert_string_equal(ob[0].observer, "3001");
	ok(w, store_reviews(w->s, &w->a, "1001", &re, &n, &w->e));
	assert_int_equal(n, 1);
	assert_int_equal(re[0].grade, 3);
	ok(w, store_readies(w->s, &w->a, "1001", &rd, &n, &w->e));
	assert_string_equal(rd[0].team, "front-desk");
	ok(w, store_vouches(w->s, &w->a, &vo, &n, &w->e));
	assert_int_equal(n, 3);
	assert_string_equal(vo[2].as, "second");
	assert_true(vo[0].held && vo[1].held && vo[2].held);
	ok(w, store_audit(w->s, &w->a, &au, &found, &w->e));
	assert_true(found);
	assert_int_equal(au.size, 10);
	assert_string_equal(au.by, "2001");
}

/* What is erased is in no file; its hash stays in the log. */
static void
test_erased(void **state)
{
	struct world *w = *state;
	OWN(str_free) struct str cmd = { 0 };
	struct leaf_row row;
	bool found = false;
	uint64_t erase = w->nlog - 1;
	size_t gone = 0;

	for (size_t i = 0; i < w->nlog; i++) {
		ok(w, store_leaf(w->s, &w->a, NULL, i, &row, &found, &w->e));
		assert_true(found);
		assert_memory_equal(row.hash, w->log[i].hash, 32);
		if (row.body != NULL) {
			assert_int_equal(row.blanked, -1);
			continue;
		}
		assert_int_equal(row.blanked, (int64_t)erase);
		gone++;
	}
	assert_int_equal(gone, 3);
	ok(w, store_scrub(w->s, &w->e));
	str_printf(&cmd, "! grep -q -e 'late-door 1' -e 'bus strike' '%s'*",
		   w->path);
	assert_int_equal(system(str_text(&cmd)), 0);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, world_of_every_kind, \
						 world_gone)
	const struct CMUnitTest tests[] = {
		CASE(test_people),
		CASE(test_lost_first_code),
		CASE(test_keys),
		CASE(test_house),
		CASE(test_handbook),
		CASE(test_vouched_later),
		CASE(test_objection),
		CASE(test_reading),
		CASE(test_lineups),
		CASE(test_training),
		CASE(test_erased),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
