/* A history of every kind of record, an erasure among them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"
#include "../said.h"

#include "base/clock.h"

void
staff_the_house(struct world *w)
{
	static const struct { const char *number, *role; } people[] = {
		{ "2001", "hr" }, { "3001", "supervisor" },
		{ "1001", "staff" }, { "1002", "staff" },
		{ "1003", "staff" },
	};

	for (size_t i = 0; i < NELEM(people); i++) {
		enrol(w, people[i].number, people[i].role, "office", i == 0);
		activate(w, people[i].number, last(w), "office");
	}
}

uint64_t
publish(struct world *w, unsigned edition, const char *change)
{
	const char *n = arena_printf(&w->a, "%u", edition);
	const char *en = arena_printf(&w->a, "en 5000 %s", sha(w, n));

	return put(w, leaf(w, REC_EDITION, "2001", SIG_HR, "edition", n,
			   "change", change, "from", "2026-11-21", "due",
			   "14", "text", en, "section", "H2 1 must",
			   "section", "H5 1 must", "section", "H9 1 may",
			   "summary", "The house rules.", NULL));
}

uint64_t
acknowledge(struct world *w, const char *number, unsigned edition)
{
	const char *n = arena_printf(&w->a, "%u", edition);

	return put(w, leaf(w, REC_ACK, number, SIG_PERSON, "number", number,
			   "edition", n, "language", "en", "text", sha(w, n),
			   "section", "H2", "section", "H5", "seconds", "720",
			   "quiz", "3 4", "meaning", "read", "words",
			   "I have read it.", "form", "yes", "name-hash",
			   sha(w, number), "entry", "keyboard", NULL));
}

uint64_t
lineup(struct world *w, const char *date, const char *leader)
{
	char start[UTC_SIZE], end[UTC_SIZE];

	utc_print(start, w->now);
	utc_print(end, w->now + 592);
	return put(w, leaf(w, REC_LINEUP, NULL, SIG_NONE, "date", date,
			   "shift", "early", "team", "front-desk", "form",
			   "10", "leader", leader, "language", "en",
			   "commandment", "opening", "content", sha(w, "c"),
			   "start", start, "end", end, "present", "1001",
			   "present", "1002", "present", leader, "late",
			   "1003", "guests", "1", "shown", "roll",
			   "practice", "2 1 3", "recall", "5 7", "parked",
			   "towel trolley", "witness", "1002", "entry",
			   "keyboard", NULL));
}

static void
house_kinds(struct world *w)
{
	char since[UTC_SIZE];

	put(w, leaf(w, REC_TERMINAL, NULL, SIG_CHARTER, "id", "floor",
		    "note-key", vkey(w, "floor"), "duty", "floor", NULL));
	put(w, leaf(w, REC_EPOCH, NULL, SIG_CHARTER, "old", "office", "size",
		    "1", "root", "cm9vdA==", "why", "a test", NULL));
	put(w, leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.early",
		    "value", "06:30", NULL));
	put(w, leaf(w, REC_SETTING, "2001", SIG_HR, "name", "shift.early",
		    "value", "06:45", NULL));
	put(w, leaf(w, REC_CHANGE, "2001", SIG_HR, "number", "1002",
		    "name-hash", sha(w, "new name"), "role", "supervisor",
		    "team", "bar", "contract", "part", "language", "ru",
		    "coach", NULL, "state", "same", NULL));
	enrol(w, "1004", "staff", "office", false);
	activate(w, "1004", last(w), "office");
	utc_print(since, w->now - 3600);
	put(w, leaf(w, REC_REVOKE, "2001", SIG_HR, "number", "1004", "since",
		    since, "why", "key seen on a note", NULL));
	enrol(w, "1005", "staff", "office", false);
	put(w, leaf(w, REC_LEAVE, "2001", SIG_HR, "number", "1005", "on",
		    "2026-11-30", NULL));
	put(w, leaf(w, REC_HOLD, "2001", SIG_HR, "number", "1003", "hold",
		    "on", "why", "a dispute", NULL));
}

static void
handbook_kinds(struct world *w)
{
	uint64_t ack;

	publish(w, 1, "material");
	put(w, leaf(w, REC_READ, "1001", SIG_NONE, "number", "1001",
		    "edition", "1", "language", "en", "text", sha(w, "1"),
		    "opened", "H2", "opened", "H5", "answered", "H5 1 2",
		    "bookmark", "H5 4", "seconds", "300", "entry",
		    "keyboard", NULL));
	put(w, leaf(w, REC_READ, "1001", SIG_NONE, "number", "1001",
		    "edition", "1", "language", "en", "text", sha(w, "1"),
		    "opened", "H5", "opened", "H9", "answered", "H5 2 2",
		    "bookmark", "H9 1", "seconds", "200", "entry",
		    "keyboard", NULL));
	put(w, leaf(w, REC_REMIND, "2001", SIG_NONE, "number", "1003",
		    "edition", "1", "until", "2026-12-01", NULL));
	put(w, leaf(w, REC_ASK, "1003", SIG_NONE, "number", "1003",
		    "edition", "1", "section", "H5", "want", "explain",
		    NULL));
	ack = acknowledge(w, "1001", 1);
	put(w, leaf(w, REC_OBJECT, "1001", SIG_PERSON, "number", "1001",
		    "leaf", ref_own(w, ack), "words", "I was in a hurry.",
		    NULL));
	put(w, leaf(w, REC_DECLINE, "1003", SIG_PERSON, "number", "1003",
		    "edition", "1", "language", "en", "text", sha(w, "1"),
		    "why", "H5 is unclear", "entry", "script", NULL));
	put(w, leaf(w, REC_REFUSED, "3001", SIG_SUPERVISOR, "number", "1003",
		    "edition", "1", "witness", "1001", "why", "said no",
		    NULL));
	put(w, leaf(w, REC_EXPLAINED, "3001", SIG_SUPERVISOR, "number",
		    "1003", "edition", "1", "section", "H5", "words",
		    "went through it", NULL));
	put(w, leaf(w, REC_PAPER, "3001", SIG_SUPERVISOR, "number", "1003",
		    "edition", "1", "language", "en", "text", sha(w, "1"),
		    "section", "H2", "on", "2026-11-22", "place",
		    "folder 3", NULL));
	put(w, leaf(w, REC_EXEMPT, "2001", SIG_HR, "number", "1003",
		    "edition", "1", "until", "2027-01-31", "why",
		    "parental leave", NULL));
}

static void
floor_kinds(struct world *w, uint64_t *ret_attempt, uint64_t *ret_plan)
{
	uint64_t line;

	*ret_plan = put(w, leaf(w, REC_PLAN, "3001", SIG_NONE, "date",
				"2026-11-22", "team", "front-desk", "item",
				"new handsets", "item", "bus strike", "owner",
				"1001", "leader", "3001", NULL));
	line = lineup(w, "2026-11-21", "3001");
	lineup(w, "2026-11-14", "1001");
	put(w, leaf(w, REC_CATCHUP, "1004", SIG_NONE, "number", "1004",
		    "lineup", ref_own(w, line), "commandment", "opening",
		    "recall", "right", NULL));
	*ret_attempt = put(
		w, leaf(w, REC_ATTEMPT, "1001", SIG_NONE, "number", "1001",
			"drill", "late-door", "version", "1", "content",
			sha(w, "d"), "language", "en", "seed", "7", "timers",
			"on", "choice", "n1.own 12", "hints", "1",
			"timeouts", "0", "raw", "hear 3", "scaled", "8235",
			"mood", "-1", "result", "nearly", "entry",
			"keyboard", "rules", "1", NULL));
	put(w, leaf(w, REC_OBSERVE, "3001", SIG_OBSERVER, "number", "1001",
		    "observer", "3001", "drill", "late-door", "team",
		    "front-desk", "mark", "n1 hear 2", "result", "ready",
		    "note", "calm", NULL));
	put(w, leaf(w, REC_REVIEW, "1001", SIG_NONE, "number", "1001", "item",
		    "opening", "grade", "3", NULL));
	put(w, leaf(w, REC_REVIEW, "1001", SIG_NONE, "number", "1001", "item",
		    "closing", "grade", "1", NULL));
	put(w, leaf(w, REC_READY, "3001", SIG_COACH, "number", "1001", "team",
		    "front-desk", "coach", "3001", NULL));
	put(w, leaf(w, REC_VOUCH, "3001", SIG_PERSON, "number", "3001",
		    "leaf", ref_own(w, line), "as", "leader", NULL));
	put(w, leaf(w, REC_VOUCH, "1002", SIG_PERSON, "number", "1002",
		    "leaf", ref_own(w, line), "as", "witness", NULL));
	put(w, leaf(w, REC_CORRECT, "3001", SIG_PERSON, "number", "3001",
		    "leaf", ref_own(w, line), "text", "Piet was there too.",
		    NULL));
}

void
every_kind(struct world *w)
{
	uint64_t attempt, plan, code;

	staff_the_house(w);
	house_kinds(w);
	handbook_kinds(w);
	floor_kinds(w, &attempt, &plan);
	code = new_code(w, "1001", "office", false);
	put(w, leaf(w, REC_VOUCH, "3001", SIG_PERSON, "number", "3001",
		    "leaf", ref_own(w, code), "as", "second", NULL));
	activate(w, "1001", code, "office");
	publish(w, 2, "editorial");
	acknowledge(w, "1001", 2);
	put(w, leaf(w, REC_AUDIT, "2001", SIG_HR, "size", "10", "root",
		    "cm9vdA==", "signatures", "8", "bad", "0", "marked", "1",
		    NULL));
	put(w, leaf(w, REC_ERASE, "2001", SIG_HR, "leaf",
		    ref_own(w, attempt), "leaf", ref_own(w, plan), "leaf",
		    ref_own(w, attempt + 3), "why", "twelve months", NULL));
}

int
world_staffed(void **state)
{
	struct world *w = world_new("office");

	staff_the_house(w);
	*state = w;
	return 0;
}

int
world_of_every_kind(void **state)
{
	struct world *w = world_new("office");

	every_kind(w);
	*state = w;
	return 0;
}

int
world_gone(void **state)
{
	world_free(*state);
	return 0;
}

void
cannot_open(const char *path, bool write, enum err_kind kind,
	    const char *msgid)
{
	struct store *s = NULL;
	struct err e;

	err_init(&e, NULL);
	assert_said(&e, kind, msgid, store_open(path, write, &s, &e));
	assert_null(s);
}
