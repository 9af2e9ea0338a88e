/* The table of record kinds: fields, signers, readers, keeping, travel.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/record.h"

/* A (kind, version) stays here for ever: we print the newest, read all. To
 * add a kind: its enum in record.h, its fields and row here, its projection
 * in store/project.c; tests/unit/record says what else is owed. */

#define REQ(n, t) { .name = n, .type = t }
#define OPT(n, t) { .name = n, .type = t, .optional = true }
#define REP(n, t) { .name = n, .type = t, .repeated = true }
#define WORD(n, w) { .name = n, .type = FT_WORD, .words = w }
#define SHAPE(n, w) { .name = n, .type = FT_WORDS, .words = w }
#define SHAPES(n, w) \
	{ .name = n, .type = FT_WORDS, .repeated = true, .words = w }
#define FREE(n) { .name = n, .type = FT_FREE, .repeated = true }

const struct record_field record_head[] = {
	REQ("house", FT_ID),
	REQ("terminal", FT_ID),
	REQ("at", FT_TIME),
	WORD("clock", "ntp rtc stated suspect set"),
	OPT("by", FT_NUMBER),
	REQ("after", FT_AFTER),
	REQ("nonce", FT_NONCE),
};
const size_t record_head_count = NELEM(record_head);

static const struct record_field f_house[] = {
	REQ("id", FT_ID), REQ("title", FT_TEXT), REQ("zone", FT_TEXT),
	REQ("languages", FT_TEXT), REQ("charter-key", FT_KEY),
	WORD("trial", "yes no"),
};
static const struct record_field f_terminal[] = {
	REQ("id", FT_ID), REQ("note-key", FT_VKEY),
	WORD("duty", "office floor"),
};
static const struct record_field f_epoch[] = {
	REQ("old", FT_ID), REQ("size", FT_INT), REQ("root", FT_TEXT),
	FREE("why"),
};
static const struct record_field f_setting[] = {
	REQ("name", FT_ID), OPT("value", FT_TEXT),
};
static const struct record_field f_enrol[] = {
	REQ("number", FT_NUMBER), REQ("name-hash", FT_SHA256),
	WORD("role", "staff supervisor hr council"), OPT("team", FT_ID),
	WORD("contract", "full part"), REQ("language", FT_ID),
	REQ("from", FT_DATE), OPT("coach", FT_NUMBER),
	REQ("code-key", FT_KEY), REQ("code-until", FT_DATE),
	REQ("code-at", FT_ID),
};
static const struct record_field f_activate[] = {
	REQ("number", FT_NUMBER), REQ("enrol", FT_LEAF), REQ("key", FT_KEY),
	REQ("language", FT_ID), OPT("attended", FT_NUMBER),
};
static const struct record_field f_change[] = {
	REQ("number", FT_NUMBER), REQ("name-hash", FT_SHA256),
	WORD("role", "staff supervisor hr council"), OPT("team", FT_ID),
	WORD("contract", "full part"), REQ("language", FT_ID),
	OPT("coach", FT_NUMBER), WORD("state", "active same"),
};
static const struct record_field f_reset[] = {
	REQ("number", FT_NUMBER), REQ("code-key", FT_KEY),
	REQ("code-until", FT_DATE), REQ("code-at", FT_ID),
};
static const struct record_field f_revoke[] = {
	REQ("number", FT_NUMBER), REQ("since", FT_TIME), FREE("why"),
};
static const struct record_field f_leave[] = {
	REQ("number", FT_NUMBER), REQ("on", FT_DATE),
};
static const struct record_field f_hold[] = {
	REQ("number", FT_NUMBER), WORD("hold", "on off"), FREE("why"),
};
static const struct record_field f_edition[] = {
	REQ("edition", FT_INT), WORD("change", "material editorial"),
	REQ("from", FT_DATE), REQ("due", FT_INT),
	SHAPES("text", "id int sha256"),
	SHAPES("section", "section int must"), FREE("summary"),
};
static const struct record_field f_read[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	REQ("language", FT_ID), REQ("text", FT_SHA256),
	SHAPES("opened", "section"), SHAPES("answered", "section int int"),
	SHAPE("bookmark", "section int"), REQ("seconds", FT_INT),
	WORD("entry", "keyboard script"),
};
static const struct record_field f_remind[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	REQ("until", FT_DATE),
};
static const struct record_field f_ask[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	SHAPES("section", "section"), WORD("want", "explain paper"),
};
static const struct record_field f_ack[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	REQ("language", FT_ID), REQ("text", FT_SHA256),
	SHAPES("section", "section"), REQ("seconds", FT_INT),
	SHAPE("quiz", "int int"), WORD("meaning", "received read agree"),
	REQ("words", FT_TEXT), WORD("form", "yes"),
	REQ("name-hash", FT_SHA256), OPT("assisted", FT_NUMBER),
	WORD("entry", "keyboard script"),
};
static const struct record_field f_decline[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	REQ("language", FT_ID), REQ("text", FT_SHA256), FREE("why"),
	WORD("entry", "keyboard script"),
};
static const struct record_field f_object[] = {
	REQ("number", FT_NUMBER), REQ("leaf", FT_LEAF), FREE("words"),
};
static const struct record_field f_refused[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	OPT("witness", FT_NUMBER), FREE("why"),
};
static const struct record_field f_explained[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	SHAPES("section", "section"), FREE("words"),
};
static const struct record_field f_paper[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	REQ("language", FT_ID), REQ("text", FT_SHA256),
	SHAPES("section", "section"), REQ("on", FT_DATE),
	OPT("scan", FT_SHA256), FREE("place"),
};
static const struct record_field f_exempt[] = {
	REQ("number", FT_NUMBER), REQ("edition", FT_INT),
	REQ("until", FT_DATE), FREE("why"),
};
static const struct record_field f_plan[] = {
	REQ("date", FT_DATE), REQ("team", FT_ID), REP("item", FT_TEXT),
	OPT("owner", FT_NUMBER), OPT("until", FT_DATE),
	OPT("leader", FT_NUMBER),
};
static const struct record_field f_lineup[] = {
	REQ("date", FT_DATE), WORD("shift", "early late night"),
	REQ("team", FT_ID), WORD("form", "10 7 5"),
	REQ("leader", FT_NUMBER), REQ("language", FT_ID),
	REQ("commandment", FT_ID), REQ("content", FT_SHA256),
	OPT("translation", FT_SHA256), REQ("start", FT_TIME),
	REQ("end", FT_TIME), REP("present", FT_NUMBER),
	REP("late", FT_NUMBER), REP("off", FT_NUMBER),
	REQ("guests", FT_INT), REP("shown", FT_TEXT),
	REP("dropped", FT_TEXT), SHAPE("practice", "int int int"),
	{ .name = "recall", .type = FT_WORDS, .optional = true,
	  .words = "int int" },
	REP("parked", FT_TEXT), OPT("witness", FT_NUMBER),
	WORD("entry", "keyboard script paper"),
};
static const struct record_field f_catchup[] = {
	REQ("number", FT_NUMBER), REQ("lineup", FT_LEAF),
	REQ("commandment", FT_ID), WORD("recall", "right wrong none"),
};
static const struct record_field f_attempt[] = {
	REQ("number", FT_NUMBER), REQ("drill", FT_ID),
	REQ("version", FT_INT), REQ("content", FT_SHA256),
	OPT("translation", FT_SHA256), REQ("language", FT_ID),
	REQ("seed", FT_INT), OPT("from", FT_ID), OPT("of", FT_LEAF),
	WORD("timers", "on off x2 x10"), SHAPES("choice", "id int"),
	REQ("hints", FT_INT), REQ("timeouts", FT_INT),
	SHAPES("raw", "id int"), REQ("scaled", FT_INT),
	REQ("mood", FT_INT), WORD("result", "ready nearly again"),
	OPT("sure-before", FT_INT), OPT("sure-after", FT_INT),
	WORD("entry", "keyboard script"), REQ("rules", FT_INT),
};
static const struct record_field f_observe[] = {
	REQ("number", FT_NUMBER), REQ("observer", FT_NUMBER),
	REQ("drill", FT_ID), REQ("team", FT_ID), SHAPES("mark", "id id int"),
	WORD("result", "ready nearly again"), FREE("note"),
};
static const struct record_field f_review[] = {
	REQ("number", FT_NUMBER), REQ("item", FT_ID), REQ("grade", FT_INT),
};
static const struct record_field f_ready[] = {
	REQ("number", FT_NUMBER), REQ("team", FT_ID), REQ("coach", FT_NUMBER),
};
static const struct record_field f_vouch[] = {
	REQ("number", FT_NUMBER), REQ("leaf", FT_LEAF),
	WORD("as", "leader witness second present player"),
};
static const struct record_field f_correct[] = {
	REQ("number", FT_NUMBER), REQ("leaf", FT_LEAF), FREE("text"),
};
static const struct record_field f_audit[] = {
	REQ("size", FT_INT), REQ("root", FT_TEXT), REQ("signatures", FT_INT),
	REQ("bad", FT_INT), REQ("marked", FT_INT),
};
static const struct record_field f_erase[] = {
	REP("leaf", FT_LEAF), FREE("why"),
};

#define FIELDS(f) .fields = f, .nfields = NELEM(f)
#define HR_OR_CHARTER .slots = SIG_HR | SIG_CHARTER, .nsigs = 1
#define BY(s) .slots = (s), .nsigs = 1
#define UNSIGNED .slots = SIG_NONE, .nsigs = 0
#define CHAIN .keep = KEEP_CHAIN, .travels = true
#define LEAVING(m) .keep = KEEP_AFTER_LEAVING, .months = (m)
#define DATED(m) .keep = KEEP_AFTER_DATE, .months = (m)
#define OWN_AND_COACH .readers = READ_SELF | READ_COACH
#define HR_AND_SELF .readers = READ_SELF | READ_HR | READ_COUNCIL
#define EVERYBODY .readers = READ_ALL

const struct record_form record_forms[] = {
	{ REC_HOUSE, "house", 1, FIELDS(f_house), BY(SIG_CHARTER), EVERYBODY,
	  CHAIN },
	{ REC_TERMINAL, "terminal", 1, FIELDS(f_terminal), BY(SIG_CHARTER),
	  EVERYBODY, CHAIN },
	{ REC_EPOCH, "epoch", 1, FIELDS(f_epoch), BY(SIG_CHARTER), EVERYBODY,
	  CHAIN },
	{ REC_SETTING, "setting", 1, FIELDS(f_setting), BY(SIG_HR), EVERYBODY,
	  CHAIN },
	{ REC_ENROL, "enrol", 1, FIELDS(f_enrol), HR_OR_CHARTER, EVERYBODY,
	  CHAIN },
	{ REC_ACTIVATE, "activate", 1, FIELDS(f_activate),
	  .slots = SIG_CODE | SIG_KEY, .nsigs = 2, EVERYBODY, CHAIN },
	{ REC_CHANGE, "change", 1, FIELDS(f_change), HR_OR_CHARTER, EVERYBODY,
	  CHAIN },
	{ REC_RESET, "reset", 1, FIELDS(f_reset), HR_OR_CHARTER, EVERYBODY,
	  CHAIN },
	{ REC_REVOKE, "revoke", 1, FIELDS(f_revoke), HR_OR_CHARTER, EVERYBODY,
	  CHAIN },
	{ REC_LEAVE, "leave", 1, FIELDS(f_leave), BY(SIG_HR), EVERYBODY,
	  CHAIN },
	{ REC_HOLD, "hold", 1, FIELDS(f_hold), BY(SIG_HR), HR_AND_SELF,
	  CHAIN },
	{ REC_EDITION, "edition", 1, FIELDS(f_edition), BY(SIG_HR), EVERYBODY,
	  CHAIN },
	{ REC_READ, "read", 1, FIELDS(f_read), UNSIGNED, OWN_AND_COACH,
	  DATED(12), .travels = false },
	{ REC_REMIND, "remind", 1, FIELDS(f_remind), UNSIGNED, HR_AND_SELF,
	  LEAVING(36), .travels = true },
	{ REC_ASK, "ask", 1, FIELDS(f_ask), UNSIGNED, HR_AND_SELF,
	  LEAVING(36), .travels = true },
	{ REC_ACK, "ack", 1, FIELDS(f_ack), BY(SIG_PERSON), HR_AND_SELF,
	  LEAVING(36), .travels = true },
	{ REC_DECLINE, "decline", 1, FIELDS(f_decline), BY(SIG_PERSON),
	  HR_AND_SELF, LEAVING(36), .travels = true },
	{ REC_OBJECT, "object", 1, FIELDS(f_object), BY(SIG_PERSON),
	  HR_AND_SELF, LEAVING(36), .travels = true },
	{ REC_REFUSED, "refused", 1, FIELDS(f_refused), BY(SIG_SUPERVISOR),
	  HR_AND_SELF, LEAVING(36), .travels = true },
	{ REC_EXPLAINED, "explained", 1, FIELDS(f_explained),
	  BY(SIG_SUPERVISOR), HR_AND_SELF, LEAVING(36), .travels = true },
	{ REC_PAPER, "paper", 1, FIELDS(f_paper), BY(SIG_SUPERVISOR),
	  HR_AND_SELF, LEAVING(36), .travels = true },
	{ REC_EXEMPT, "exempt", 1, FIELDS(f_exempt), BY(SIG_HR), HR_AND_SELF,
	  LEAVING(36), .travels = true },
	{ REC_PLAN, "plan", 1, FIELDS(f_plan), UNSIGNED, EVERYBODY,
	  DATED(24), .travels = true },
	{ REC_LINEUP, "lineup", 1, FIELDS(f_lineup), UNSIGNED, EVERYBODY,
	  DATED(36), .travels = true },
	{ REC_CATCHUP, "catchup", 1, FIELDS(f_catchup), UNSIGNED, EVERYBODY,
	  DATED(36), .travels = true },
	{ REC_ATTEMPT, "attempt", 1, FIELDS(f_attempt), UNSIGNED,
	  OWN_AND_COACH, DATED(12), .travels = false },
	{ REC_OBSERVE, "observe", 1, FIELDS(f_observe), BY(SIG_OBSERVER),
	  OWN_AND_COACH, DATED(12), .travels = false },
	{ REC_REVIEW, "review", 1, FIELDS(f_review), UNSIGNED, OWN_AND_COACH,
	  DATED(12), .travels = false },
	{ REC_READY, "ready", 1, FIELDS(f_ready), BY(SIG_COACH), EVERYBODY,
	  LEAVING(36), .travels = true },
	{ REC_VOUCH, "vouch", 1, FIELDS(f_vouch), BY(SIG_PERSON), EVERYBODY,
	  CHAIN },
	{ REC_CORRECT, "correct", 1, FIELDS(f_correct), BY(SIG_PERSON),
	  EVERYBODY, LEAVING(36), .travels = true },
	{ REC_AUDIT, "audit", 1, FIELDS(f_audit), BY(SIG_HR), EVERYBODY,
	  CHAIN },
	{ REC_ERASE, "erase", 1, FIELDS(f_erase), BY(SIG_HR), EVERYBODY,
	  CHAIN },
};
const size_t record_form_count = NELEM(record_forms);
