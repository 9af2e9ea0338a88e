/* What verify says of each thing it finds: a sentence of its own, which
 * tests/lint/messages.sh wants provoked by a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verification.h"

#include "base/str.h"

static const char *const sentences[FINDING_CODES] = {
	[BAD_CHANGED] = N_("the text kept here is not the text that was "
			   "signed. One of them was changed."),
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
	[MARK_STATED] = N_("the clock had been set by hand"),
	[MARK_SUSPECT] = N_("the clock was in doubt"),
	[MARK_SET] = N_("the clock had been set by the program"),
	[MARK_NEAR_RESET] = N_("signed on the day a new code was given out"),
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
		return T(app, sentences[MARK_NEAR_RESET]);
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
	if (f->code == MARK_NEAR_RESET)
		return near_reset(app, f->detail);
	/* translators: "(German)" */
	if (f->code == BAD_TEXT_MISSING)
		return arena_printf(app->a,
			T(app, N_("the text of this edition is not here "
				  "(%s).")),
			app_lang_words(app, f->detail));
	if (f->code == BAD_TEXT)
		return arena_printf(app->a,
			T(app, N_("the text kept here is not the text of this "
				  "edition (%s). It was changed.")),
			app_lang_words(app, f->detail));
	if (f->code == BAD_DATABASE)
		return f->detail; /* what kept it from being read */
	return T(app, sentences[f->code]);
}
