/* What verify finds, in words for people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verification.h"

#include "base/str.h"

static const struct record_form *
form_of(const char *word)
{
	for (size_t i = 0; i < record_form_count; i++) {
		if (str_eq(record_forms[i].word, word))
			return &record_forms[i];
	}
	return NULL;
}

static const char *
kind_words(struct app *app, const char *word)
{
	static const char *const words[REC_KINDS] = {
		[REC_HOUSE] = N_("description of the house"),
		[REC_TERMINAL] = N_("admission of a terminal"),
		[REC_EPOCH] = N_("new beginning after a loss"),
		[REC_SETTING] = N_("setting"),
		[REC_ENROL] = N_("enrolment"),
		[REC_ACTIVATE] = N_("first login"),
		[REC_CHANGE] = N_("change of a person's data"),
		[REC_RESET] = N_("new code"),
		[REC_REVOKE] = N_("report of a misused key"),
		[REC_LEAVE] = N_("leaving"),
		[REC_HOLD] = N_("hold"),
		[REC_EDITION] = N_("edition of the handbook"),
		[REC_READ] = N_("reading"),
		[REC_REMIND] = N_("reminder"),
		[REC_ASK] = N_("request"),
		[REC_ACK] = N_("acknowledgement"),
		[REC_DECLINE] = N_("refusal to sign"),
		[REC_OBJECT] = N_("objection"),
		[REC_REFUSED] = N_("note of a refusal"),
		[REC_EXPLAINED] = N_("note that it was explained"),
		[REC_PAPER] = N_("signature on paper"),
		[REC_EXEMPT] = N_("exemption"),
		[REC_PLAN] = N_("plan of a lineup"),
		[REC_LINEUP] = N_("lineup"),
		[REC_CATCHUP] = N_("catching up with a lineup"),
		[REC_ATTEMPT] = N_("drill"),
		[REC_OBSERVE] = N_("observed drill"),
		[REC_REVIEW] = N_("review question"),
		[REC_READY] = N_("clearance to work alone"),
		[REC_VOUCH] = N_("vouching"),
		[REC_CORRECT] = N_("correction"),
		[REC_AUDIT] = N_("check of the book"),
		[REC_ERASE] = N_("erasure"),
	};
	const struct record_form *f = form_of(word);

	return f == NULL ? "" : T(app, words[f->kind]);
}

const char *
finding_number(struct app *app, const struct finding *f, const char *own)
{
	const char *log = own == NULL || str_eq(f->terminal, own) ?
				  "" :
				  arena_printf(app->a, "%s:", f->terminal);

	if (f->index == f->until)
		return arena_printf(app->a, T(app, "Number %s%llu"), log,
				    (unsigned long long)f->index);
	return arena_printf(app->a, T(app, "Numbers %s%llu to %llu"), log,
			    (unsigned long long)f->index,
			    (unsigned long long)f->until);
}

const char *
finding_title(struct app *app, const struct finding *f, const char *own,
	      const char *name, const char *date)
{
	const char *kind = kind_words(app, f->kind), *s;

	if (!f->of_leaf)
		return f->terminal == NULL ?
			       T(app, "The database") :
			       arena_printf(app->a,
					    T(app, "Terminal %s as a whole"),
					    f->terminal);
	s = finding_number(app, f, own);
	/* translators: "acknowledgement by Ben Ortiz" */
	if (*kind != '\0' && *name != '\0')
		kind = arena_printf(app->a, T(app, "%s by %s"), kind, name);
	if (*kind != '\0')
		s = arena_printf(app->a, "%s, %s", s, kind);
	if (*date != '\0')
		s = arena_printf(app->a, "%s, %s", s, date);
	return s;
}

static const char *const sentences[FINDING_CODES] = {
	[BAD_CHANGED] = N_("the text kept here is not the text that was "
			   "recorded. One of them was changed."),
	[BAD_SHAPE] = N_("what is kept here is no record as this program "
			 "writes them."),
	[BAD_ELSEWHERE] = N_("it belongs to another house or terminal."),
	[BAD_AFTER] = N_("it says it came after records that are not those "
			 "before it."),
	[BAD_HISTORY] = N_("here something was changed, removed or put in: "
			   "later records came after another text."),
	[BAD_MISSING] = N_("missing: removed from the book."),
	[BAD_UNSEALED] = N_("put in without this program: the terminal did "
			    "not seal it."),
	[BAD_SIGNATURES] = N_("its signatures are not those that belong under "
			      "it."),
	[BAD_SIGNATURE] = N_("the signature does not fit the text and the key "
			     "of the person named."),
	[BAD_NO_KEY] = N_("the person named had no valid key at that time."),
	[BAD_RIGHTS] = N_("the person named was not entitled to sign this."),
	[BAD_CHARTER] = N_("it concerns an HR person and needs the charter "
			   "sheet, which did not sign it."),
	[BAD_OFFICE] = N_("such a record is valid only at the office "
			  "terminal."),
	[BAD_REFERENCE] = N_("it names another record that is not in the "
			     "book."),
	[BAD_CODE] = N_("the code used was not this person's newest one, or "
			"not for this terminal."),
	[BAD_NUMBER] = N_("the staff number was somebody's already."),
	[BAD_EDITION] = N_("the edition does not follow the one before it."),
	[BAD_TEXT_NAMED] = N_("it names a text that no edition has."),
	[BAD_AUDIT] = N_("it confirms another history than the one here."),
	[BAD_BLANK] = N_("its text is gone, and no record says that it was "
			 "erased."),
	[BAD_HOUSE] = N_("the house cannot begin so, or has changed what must "
			 "stay for ever."),
	[BAD_FINGERPRINT] = N_("the charter key is not the one whose "
			       "fingerprint you gave."),
	[BAD_TERMINAL] = N_("the charter has admitted no such terminal with "
			    "this key."),
	[BAD_NOTE] = N_("the terminal's seal does not fit the records."),
	[BAD_STATE] = N_("what is noted beside the records does not fit "
			 "them."),
	[BAD_HEAD] = N_("this computer had written more, or something else: "
			"an older or another copy was put in its place."),
	[BAD_DATABASE] = N_("the file is damaged."),
	[MARK_STATED] = N_("the clock had been set by hand"),
	[MARK_SUSPECT] = N_("the clock was in doubt"),
	[MARK_SET] = N_("the clock had been set by the program"),
	[MARK_RESET_ALONE] = N_("the new code was given out by one person "
				"alone"),
	[MARK_CODE_LATE] = N_("the code was used after its last day"),
	[MARK_CODE_TWICE] = N_("the code was used a second time; the first "
			       "use counts"),
	[MARK_VOUCH_LATE] = N_("signed after the day was over"),
	[MARK_EDITORIAL] = N_("called editorial by one person alone; it "
			      "counts as material"),
	[MARK_ERASE_ALONE] = N_("erased by one person alone"),
	[MARK_MISUSED] = N_("signed after the key was misused, as was "
			    "reported later"),
	[MARK_MEANWHILE] = N_("the office had ended or renewed this key or "
			      "role meanwhile"),
	[MARK_ELSEWHERE] = N_("it names a record of another terminal that is "
			      "not here yet"),
};

static const char *
near_reset(struct app *app, const char *days)
{
	uint64_t n = 0;

	if (!str_u64(days, 7, &n) || n == 0)
		return T(app, "signed on the day a new code was given out");
	return arena_printf(app->a,
			    messages_nget(app->m,
					  "signed %lu day after a new code "
					  "was given out",
					  "signed %lu days after a new code "
					  "was given out", (unsigned long)n),
			    (unsigned long)n);
}

const char *
finding_sentence(struct app *app, const struct finding *f)
{
	const struct record_form *form = form_of(f->kind);

	if (f->code == BAD_CHANGED && form != NULL && form->nsigs > 0)
		return T(app, "the text kept here is not the text that was "
			      "signed. One of them was changed.");
	if (f->code == BAD_TEXT_MISSING)
		/* translators: a language, "de" */
		return arena_printf(app->a, T(app, "the text of this edition "
					      "is not here (%s)."),
				    f->detail);
	if (f->code == BAD_TEXT)
		return arena_printf(app->a, T(app, "the text kept here is not "
					      "the text of this edition (%s). "
					      "It was changed."),
				    f->detail);
	if (f->code == MARK_NEAR_RESET)
		return near_reset(app, f->detail);
	if (f->detail != NULL)
		return f->detail;
	return T(app, sentences[f->code]);
}
