/* What verify finds: which record, and whose.
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

const char *
app_kind_words(struct app *app, enum record_kind k)
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

	return T(app, words[k]);
}

static const char *
kind_words(struct app *app, const char *word)
{
	const struct record_form *f = form_of(word);

	return f == NULL ? "" : app_kind_words(app, f->kind);
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
			       T(app, "The file of the book") :
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
