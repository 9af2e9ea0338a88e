/* What our own log refuses, kind by kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"

#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "store/internal.h"

static int
setup(void **state)
{
	struct world *w = world_new("office");

	staff_the_house(w);
	publish(w, 1, "material");
	*state = w;
	return 0;
}

/* ---- house ---- */

static struct body
house(struct world *w, const char *id, const char *key, const char *trial)
{
	return leaf(w, REC_HOUSE, NULL, SIG_CHARTER, "id", id, "title",
		    "Harbour", "zone", "UTC", "languages", "en",
		    "charter-key", public_key(&w->a, key), "trial", trial,
		    NULL);
}

static void
test_house(void **state)
{
	struct world *w = *state;
	struct house h;

	refuse_naming(w, house(w, "garden", "charter", "yes"),
		      "this house is '%s', not '%s'", "'harbour'");
	refuse(w, house(w, "harbour", "other", "yes"),
	       "a house keeps its charter and stays a trial or a real house "
	       "for ever: only title, zone and languages can change");
	refuse(w, house(w, "harbour", "charter", "no"),
	       "a house keeps its charter and stays a trial or a real house "
	       "for ever: only title, zone and languages can change");
	put(w, house(w, "harbour", "charter", "yes"));
	ok(w, store_house(w->s, &w->a, &h, &w->e));
	assert_string_equal(h.title, "Harbour");
}

/* Two people change what both have seen: the second has not seen the first. */
static void
test_setting_unseen(void **state)
{
	struct world *w = *state;
	struct setting_row *v;
	struct body early, late, title, stale;
	size_t n;

	early = leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.early",
		     "value", "06:30", NULL);
	late = leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.early",
		    "value", "06:45", NULL);
	title = house(w, "harbour", "charter", "yes");
	stale = house(w, "harbour", "charter", "yes");
	put(w, early);
	refuse_naming(w, late, "'%s' was changed by somebody else meanwhile: "
		      "look at it again", "'shift.early'");
	put(w, leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.early",
		    "value", NULL, NULL));
	ok(w, store_setting_rows(w->s, &w->a, "shift.early", &v, &n, &w->e));
	assert_int_equal(n, 2);
	assert_null(v[0].value);
	assert_string_equal(v[0].by, "2001");
	assert_string_equal(v[1].value, "06:30");
	assert_true(v[1].index < v[0].index);

	put(w, leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.late",
		    "value", "06:30", NULL));
	put(w, title);
	ok(w, store_setting_rows(w->s, &w->a, SETTING_TITLE, &v, &n, &w->e));
	assert_int_equal(n, 2);
	assert_string_equal(v[0].value, "Harbour");
	assert_null(v[0].by);
	refuse_naming(w, stale, "'%s' was changed by somebody else meanwhile: "
		      "look at it again", "'" SETTING_TITLE "'");
}

static void
test_office_only(void **state)
{
	struct world *office = *state, *w = world_new("floor");

	take_log(w, office);
	memcpy(w->key, office->key, sizeof(w->key));
	w->nkeys = office->nkeys;
	refuse_naming(w,
	       leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.early",
		    "value", "06:30", NULL),
	       "a '%s' is written at the house's office terminal only; this is "
	       "'%s'", "'floor'");
	refuse(w,
	       leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "1001", "on",
		    "2026-11-30", NULL),
	       "a '%s' is written at the house's office terminal only; this is "
	       "'%s'");
	refuse(w, house(w, "harbour", "charter", "yes"),
	       "a '%s' is written at the house's office terminal only; this is "
	       "'%s'");
	/* what belongs anywhere; keys of the office are not good here, but
	 * what nobody signs is */
	put(w, leaf(w, REC_REVIEW, "1001", SIG_NONE, "number", "1001", "item",
		    "opening", "grade", "3", NULL));
	world_free(w);
}

/* ---- people ---- */

static struct body
enrolment(struct world *w, const char *number, const char *role,
	  const char *at, enum slot_bit slot)
{
	return leaf(w, REC_ENROL, slot == SIG_HR ? "2001" : NULL, slot,
		    "number", number, "name-hash", sha(w, number), "role",
		    role, "contract", "full", "language", "en", "from",
		    "2026-11-21", "code-key", public_key(&w->a, "cx"),
		    "code-until", "2026-12-05", "code-at", at, NULL);
}

static void
test_enrol(void **state)
{
	struct world *w = *state;

	refuse(w, enrolment(w, "1001", "staff", "office", SIG_HR),
	       "the number '%s' is somebody's already: a number is never given "
	       "twice; who returns gets a new code under the old number");
	refuse(w, enrolment(w, "2002", "hr", "office", SIG_HR),
	       "'%s' is or becomes an HR person: this needs the charter sheet");
	refuse_naming(w, enrolment(w, "1009", "staff", "cellar", SIG_HR),
	       "there is no terminal '%s' for the code: see terminal list",
	       "'cellar'");
	put(w, enrolment(w, "2002", "hr", "office", SIG_CHARTER));
	put(w, enrolment(w, "1009", "staff", "office", SIG_HR));
	put(w, leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "1009", "on",
		    "2026-11-30", NULL));
	refuse(w, enrolment(w, "1009", "staff", "office", SIG_HR),
	       "the number '%s' is somebody's already: a number is never given "
	       "twice; who returns gets a new code under the old number");
}

/* An activation whose parts can each be wrong. */
static struct body
activation(struct world *w, const char *number, const char *code_ref,
	   const char *code, const char *key, const char *attended)
{
	struct body one = leaf_by(w, code, REC_ACTIVATE, NULL, SIG_CODE,
				  "number", number, "enrol", code_ref, "key",
				  public_key(&w->a, key), "language", "en",
				  "attended", attended, NULL);
	const char *sig = strstr(one.text, "untrusted comment: ");
	uint8_t raw[74] = { 'E', 'D' }, pk[42];
	char text[BASE64_SIZE(74)];
	const char *pub = public_key(&w->a, key);
	struct body b;

	assert_true(base64_decode(pk, 42, pub, strlen(pub)));
	memcpy(raw + 2, pk + 2, 8);
	base64_encode(text, raw, 74);
	b.text = arena_printf(
		&w->a,
		"%suntrusted comment: preshift record signature\n%s\n"
		"trusted comment: activate key %s\n%s",
		one.text, text, number,
		strrchr(arena_strndup(&w->a, sig, strlen(sig) - 1), '\n') +
			1);
	b.text = arena_printf(&w->a, "%s\n", b.text);
	b.n = strlen(b.text);
	return b;
}

static const char *
code_of(struct world *w, const char *number)
{
	for (size_t i = 0; i < w->nkeys; i++) {
		if (str_eq(w->key[i].number, number))
			return w->key[i].code;
	}
	fail();
	return NULL;
}

static void
test_activate(void **state)
{
	struct world *w = *state;
	const char *code, *leaf_ref;

	enrol(w, "1009", "staff", "office", false);
	code = code_of(w, "1009");
	leaf_ref = ref_own(w, last(w));
	refuse(w, activation(w, "1009", leaf_ref, "wrong", "k9", NULL),
	       "the signature of '%s' was made with a key that does not count "
	       "here: the key was renewed or revoked, or the code is an old one");
	refuse(w, activation(w, "1009", leaf_ref, code, code, NULL),
	       "this key is in use already: begin the activation again");
	refuse(w, activation(w, "1009", leaf_ref, code, code_of(w, "1001"),
			     NULL),
	       "this key is in use already: begin the activation again");
	refuse(w, activation(w, "1009", leaf_ref, code, "k9", "1009"),
	       "nobody stands by themselves: name somebody else, or -");
	refuse_naming(w, activation(w, "1009", leaf_ref, code, "k9", "4711"),
	       "nobody here has the number '%s': look it up with people",
	       "'4711'");
	refuse(w, activation(w, "1009", ref_own(w, 2), code, "k9", NULL),
	       "this is not the newest code of '%s': use the paper given last");
	w->now += 15 * DAY;
	refuse_naming(w, activation(w, "1009", leaf_ref, code, "k9", NULL),
	       "the code of '%s' was good until %s: ask HR for a new one",
	       "2026-12-05");
	w->now -= DAY;
	put(w, activation(w, "1009", leaf_ref, code, "k9", "2001"));
	/* the code is spent */
	refuse(w, activation(w, "1009", leaf_ref, code, "k10", NULL),
	       "the signature of '%s' was made with a key that does not count "
	       "here: the key was renewed or revoked, or the code is an old one");
}

static void
test_activate_elsewhere(void **state)
{
	struct world *w = *state;

	put(w, leaf(w, REC_TERMINAL, NULL, SIG_CHARTER, "id", "floor",
		    "note-key", "harbour/floor+0011aabb+"
		    "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
		    "duty", "floor", NULL));
	enrol(w, "1009", "staff", "floor", false);
	refuse_naming(w,
	       activation(w, "1009", ref_own(w, last(w)),
			  code_of(w, "1009"), "k9", NULL),
	       "the code of '%s' is good at the terminal '%s' only",
	       "'floor'");
}

static struct body
second(struct world *w, const char *number, uint64_t idx)
{
	return leaf(w, REC_VOUCH, number, SIG_PERSON, "number", number,
		    "leaf", ref_own(w, idx), "as", "second", NULL);
}

static void
test_reset(void **state)
{
	struct world *w = *state;
	struct body late = leaf(w, REC_CORRECT, "1001", SIG_PERSON, "number",
				"1001", "leaf", ref_own(w, 0), "text", "x",
				NULL);
	uint64_t code = new_code(w, "1001", "office", false);
	const char *r = ref_own(w, code);

	refuse_naming(w, late,
	       "'%s' is not active: a code is waiting to be used (activate %s)",
	       "'1001'"); /* the old key */
	refuse(w, activation(w, "1001", r, code_of(w, "1001"), "k1", NULL),
	       "the new code of '%s' waits for a second person: somebody else "
	       "must vouch for it first");
	refuse(w, second(w, "2001", code),
	       "'%s' cannot vouch for record %llu as %s"); /* made it */
	put(w, second(w, "3001", code));
	put(w, activation(w, "1001", r, code_of(w, "1001"), "k1", NULL));
	refuse(w, late,
	       "the signature of '%s' was made with a key that does not count "
	       "here: the key was renewed or revoked, or the code is an old one");
	refuse(w,
	       leaf(w, REC_RESET, "2001", SIG_HR, "number", "2001",
		    "code-key", public_key(&w->a, "c9"), "code-until",
		    "2026-12-05", "code-at", "office", NULL),
	       "'%s' is or becomes an HR person: this needs the charter sheet");
	put(w, leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "1002", "on",
		    "2026-11-30", NULL));
	refuse(w,
	       leaf(w, REC_RESET, "2001", SIG_HR, "number", "1002",
		    "code-key", public_key(&w->a, "c9"), "code-until",
		    "2026-12-05", "code-at", "office", NULL),
	       "'%s' has left: make the person active again, then give a new "
	       "code");
}

static struct body
change(struct world *w, const char *number, const char *role,
       const char *state, enum slot_bit slot)
{
	return leaf(w, REC_CHANGE, slot == SIG_HR ? "2001" : NULL, slot,
		    "number", number, "name-hash", sha(w, number), "role",
		    role, "contract", "full", "language", "en", "state",
		    state, NULL);
}

static void
test_change_leave_revoke(void **state)
{
	struct world *w = *state;
	struct body b;

	refuse_naming(w, change(w, "4711", "staff", "same", SIG_HR),
	       "nobody here has the number '%s': look it up with people",
	       "'4711'");
	refuse(w, change(w, "1001", "hr", "same", SIG_HR),
	       "'%s' is or becomes an HR person: this needs the charter sheet");
	refuse(w, change(w, "2001", "staff", "same", SIG_HR),
	       "'%s' is or becomes an HR person: this needs the charter sheet");
	put(w, change(w, "2001", "hr", "same", SIG_HR));
	/* a house is not to be without HR */
	refuse_naming(w, change(w, "2001", "staff", "same", SIG_CHARTER),
	       "'%s' is the only HR person with a key: another one has to be "
	       "here first", "'2001'");
	refuse(w, leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "2001", "on",
		       "2026-11-30", NULL),
	       "'%s' is the only HR person with a key: another one has to be "
	       "here first");
	put(w, change(w, "1001", "hr", "same", SIG_CHARTER));
	b = leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "1002", "on",
		 "2026-11-30", NULL);
	put(w, b);
	b = leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "1002", "on",
		 "2026-11-30", NULL);
	refuse(w, b,
	       "'%s' has left already");
	/* who returns: active again, then a new code */
	put(w, change(w, "1002", "staff", "active", SIG_HR));
	new_code(w, "1002", "office", false);
	refuse(w,
	       leaf(w, REC_REVOKE, "2001", SIG_HR, "number", "2001", "since",
		    "2026-11-21T05:00:00Z", "why", "lost", NULL),
	       "'%s' is or becomes an HR person: this needs the charter sheet");
	put(w, leaf(w, REC_REVOKE, "2001", SIG_HR, "number", "1003", "since",
		    "2026-11-21T05:00:00Z", "why", "lost", NULL));
	refuse(w,
	       leaf(w, REC_REVOKE, "2001", SIG_HR, "number", "1003", "since",
		    "2026-11-21T05:00:00Z", "why", "lost", NULL),
	       "the key of '%s' is revoked already");
	refuse(w,
	       leaf(w, REC_CORRECT, "1003", SIG_PERSON, "number", "1003",
		    "leaf", ref_own(w, 0), "text", "x", NULL),
	       "'%s' is not active: the key was revoked; ask HR for a new code");
	put(w, leaf(w, REC_LEAVE, "1001", SIG_HR, "number", "2001", "on",
		    "2026-11-30", NULL));
}

/* ---- handbook ---- */

static struct body
ack(struct world *w, const char *number, const char *edition,
    const char *lang, const char *text)
{
	return leaf(w, REC_ACK, number, SIG_PERSON, "number", number,
		    "edition", edition, "language", lang, "text",
		    sha(w, text), "section", "H2", "seconds", "720", "quiz",
		    "3 4", "meaning", "read", "words", "I have read it.",
		    "form", "yes", "name-hash", sha(w, number), "entry",
		    "keyboard", NULL);
}

static struct body
edition(struct world *w, const char *n)
{
	return leaf(w, REC_EDITION, "2001", SIG_HR, "edition", n, "change",
		    "material", "from", "2026-11-21", "due", "14", "text",
		    arena_printf(&w->a, "en 10 %s", sha(w, n)), "section",
		    "H2 1 must", NULL);
}

static void
test_handbook(void **state)
{
	struct world *w = *state;

	refuse_naming(w, edition(w, "1"),
	       "the next edition is %lld, not %lld: somebody may have "
	       "published meanwhile; look at the newest first",
	       "1");
	refuse_naming(w, edition(w, "3"),
	       "the next edition is %lld, not %lld: somebody may have "
	       "published meanwhile; look at the newest first",
	       "3");
	refuse_naming(w, ack(w, "1001", "2", "en", "2"),
	       "there is no edition %lld of the handbook",
	       "2");
	refuse_naming(w, ack(w, "1001", "1", "de", "1"),
	       "edition %s has no such text in '%s': open the handbook again",
	       "'de'");
	refuse_naming(w, ack(w, "1001", "1", "en", "2"),
	       "edition %s has no such text in '%s': open the handbook again",
	       "'en'");
	refuse_naming(w, ack(w, "1001", "1", "e", "1"),
	       "edition %s has no such text in '%s': open the handbook again",
	       "'e'");
	enrol(w, "1009", "staff", "office", false);
	refuse_naming(w,
	       leaf(w, REC_ASK, NULL, SIG_NONE, "number", "1009", "edition",
		    "7", "want", "paper", NULL),
	       "there is no edition %lld of the handbook",
	       "7");
	refuse(w,
	       leaf(w, REC_ASK, NULL, SIG_NONE, "number", "1010", "edition",
		    "1", "want", "paper", NULL),
	       "nobody here has the number '%s': look it up with people");
	refuse(w,
	       leaf(w, REC_REFUSED, "1001", SIG_SUPERVISOR, "number", "1002",
		    "edition", "1", "why", "no", NULL),
	       "'%s' may not sign a '%s': a supervisor does that");
	refuse_naming(w,
	       leaf(w, REC_OBJECT, "1001", SIG_PERSON, "number", "1001",
		    "leaf",
		    "office 999 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		    "words", "x", NULL),
	       "no record '%s' is in the log here",
	       "'office 999");
	put(w, ack(w, "1001", "1", "en", "1"));
	put(w, edition(w, "2"));
	put(w, leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "1002", "on",
		    "2026-11-30", NULL));
	refuse(w, ack(w, "1002", "2", "en", "2"),
	       "'%s' is not active: this person has left");
}

/* ---- lineups and vouching ---- */

static struct body
vouch(struct world *w, const char *number, uint64_t idx, const char *as)
{
	return leaf(w, REC_VOUCH, number, SIG_PERSON, "number", number,
		    "leaf", ref_own(w, idx), "as", as, NULL);
}

static void
test_vouch(void **state)
{
	struct world *w = *state;
	uint64_t l = lineup(w, "2026-11-21", "3001");

	refuse(w, vouch(w, "1001", l, "leader"),
	       "'%s' cannot vouch for record %llu as %s");
	refuse(w, vouch(w, "3001", l, "witness"),
	       "'%s' cannot vouch for record %llu as %s");
	refuse(w, vouch(w, "1001", l, "witness"),
	       "'%s' cannot vouch for record %llu as %s"); /* 1002 */
	refuse(w, vouch(w, "3001", 0, "leader"),
	       "'%s' cannot vouch for record %llu as %s");
	refuse(w, vouch(w, "1001", l, "player"),
	       "'%s' cannot vouch for record %llu as %s");
	refuse(w,
	       leaf(w, REC_VOUCH, "3001", SIG_PERSON, "number", "3001",
		    "leaf",
		    arena_printf(&w->a, "office %llu %s",
				 (unsigned long long)l,
				 strrchr(ref_own(w, 0), ' ') + 1),
		    "as", "leader", NULL),
	       "no record '%s' is in the log here");
	put(w, vouch(w, "3001", l, "leader"));
	refuse(w, vouch(w, "3001", l, "leader"),
	       "'%s' has vouched for record %llu as %s already");
	w->now = FIRST_MORNING + DAY - 6 * 3600 - 1; /* a second before 0:00 */
	put(w, vouch(w, "1002", l, "witness"));
	l = lineup(w, "2026-11-22", "3001");
	w->now += DAY;
	refuse(w, vouch(w, "3001", l, "leader"),
	       "the day of record %llu is over: it stays unsigned, and the "
	       "lists say so");
}

/* The day is the house's, not that of UTC. */
static int64_t
far_east(void *ctx, int64_t t)
{
	(void)ctx;
	return (t + 14 * 3600) / DAY;
}

static void
test_vouch_local_day(void **state)
{
	struct world *w = *state;
	uint64_t first, l = lineup(w, "2026-11-21", "3001");
	struct body b = vouch(w, "3001", l, "leader");
	struct append ap = { .bodies = &b.text, .sizes = &b.n, .n = 1,
			     .day_of = far_east };

	ap.now = w->now + 5 * 3600; /* 11:00 UTC, the next day there */
	ap.today = far_east(NULL, ap.now);
	assert_int_equal(store_append(w->s, &w->n, &ap, &first, &w->e), -1);
	assert_int_equal(w->e.kind, ERR_REFUSED);
	ap.now = w->now + 3 * 3600;
	ap.today = far_east(NULL, ap.now);
	ok(w, store_append(w->s, &w->n, &ap, &first, &w->e));
}

static void
test_floor(void **state)
{
	struct world *w = *state;

	enrol(w, "1009", "staff", "office", false);
	refuse_naming(w,
	       leaf(w, REC_LINEUP, NULL, SIG_NONE, "date", "2026-11-21",
		    "shift", "early", "team", "bar", "form", "10", "leader",
		    "1009", "language", "en", "commandment", "opening",
		    "content", sha(w, "c"), "start", "2026-11-21T06:00:00Z",
		    "end", "2026-11-21T06:10:00Z", "guests", "0", "practice",
		    "0 0 0", "entry", "keyboard", NULL),
	       "'%s' is not active: a code is waiting to be used (activate %s)",
	       "'1009'");
	refuse(w,
	       leaf(w, REC_LINEUP, NULL, SIG_NONE, "date", "2026-11-21",
		    "shift", "early", "team", "bar", "form", "10", "leader",
		    "3001", "language", "en", "commandment", "opening",
		    "content", sha(w, "c"), "start", "2026-11-21T06:00:00Z",
		    "end", "2026-11-21T05:10:00Z", "guests", "0", "practice",
		    "0 0 0", "entry", "keyboard", NULL),
	       "a lineup cannot end before it starts");
	refuse(w,
	       leaf(w, REC_CATCHUP, NULL, SIG_NONE, "number", "1001",
		    "lineup", ref_own(w, 0), "commandment", "opening",
		    "recall", "none", NULL),
	       "record %llu is no lineup to catch up with");
	refuse(w,
	       leaf(w, REC_REVIEW, NULL, SIG_NONE, "number", "4711", "item",
		    "opening", "grade", "3", NULL),
	       "nobody here has the number '%s': look it up with people");
}

/* ---- the log ---- */

static struct body
erase(struct world *w, uint64_t idx)
{
	return leaf(w, REC_ERASE, "2001", SIG_HR, "leaf", ref_own(w, idx),
		    "why", "asked for", NULL);
}

static void
test_erase(void **state)
{
	struct world *w = *state;
	uint64_t a = acknowledge(w, "1001", 1), b = acknowledge(w, "1003", 1);

	put(w, leaf(w, REC_HOLD, "2001", SIG_HR, "number", "1003", "hold",
		    "on", "why", "court", NULL));
	refuse(w, erase(w, b),
	       "the records of '%s' are on hold: nothing of theirs is erased");
	refuse(w, erase(w, 0),
	       "record %llu is a '%s': others rest on it, it is never erased");
	refuse_naming(w, erase(w, 2),
	       "record %llu is a '%s': others rest on it, it is never erased",
	       "'enrol'");
	refuse(w, leaf(w, REC_ERASE, "2001", SIG_HR, NULL),
	       "an erasure must name what it erases");
	refuse(w,
	       leaf(w, REC_ERASE, "1001", SIG_HR, "leaf", ref_own(w, a),
		    NULL),
	       "'%s' may not sign a '%s': HR does that");
	put(w, erase(w, a));
	refuse(w, erase(w, a),
	       "'%s' is not here, or erased already");
	refuse(w, erase(w, last(w)),
	       "record %llu is a '%s': others rest on it, it is never erased");
	put(w, leaf(w, REC_HOLD, "2001", SIG_HR, "number", "1003", "hold",
		    "off", NULL));
	put(w, erase(w, b));
	refuse_naming(w,
	       leaf(w, REC_AUDIT, "2001", SIG_HR, "size", "4711", "root",
		    "cm9vdA==", "signatures", "0", "bad", "0", "marked", "0",
		    NULL),
	       "a check of %lld records: the book has only %llu",
	       "4711");
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, world_gone)
	const struct CMUnitTest tests[] = {
		CASE(test_house),
		CASE(test_setting_unseen),
		CASE(test_office_only),
		CASE(test_enrol),
		CASE(test_activate),
		CASE(test_activate_elsewhere),
		CASE(test_reset),
		CASE(test_change_leave_revoke),
		CASE(test_handbook),
		CASE(test_vouch),
		CASE(test_vouch_local_day),
		CASE(test_floor),
		CASE(test_erase),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
