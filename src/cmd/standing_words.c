/* How somebody stands towards the handbook, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/standing.h"

#include "base/str.h"

enum { RESET_DAYS = 7, REMIND_DAYS = 7 };

const char *
app_duty_words(struct app *app, const struct standing *s)
{
	switch ((enum duty_status)s->status) {
	case DUTY_LEFT:
		return T(app, "left");
	case DUTY_DISPUTED:
		return T(app, "in dispute");
	case DUTY_EXEMPT:
		return T(app, "exempt");
	case DUTY_DECLINED:
		return T(app, "said no");
	case DUTY_ACKNOWLEDGED:
		return T(app, "signed");
	case DUTY_OVERDUE:
		return arena_printf(app->a, T(app, "overdue since %s"),
				    app_date_short(app, s->due + 1));
	case DUTY_OUTDATED:
		return T(app, "signed an older edition");
	case DUTY_DUE:
		return arena_printf(app->a, T(app, "to sign by %s"),
				    app_date_short(app, s->due));
	case DUTY_ASKED:
		return T(app, "to sign, reminded");
	case DUTY_NOT_ASKED:
		return T(app, "to sign");
	}
	return "";
}

static const char *
signed_words(struct app *app, const struct standing *s)
{
	int64_t day = app_day_of(app, s->ack->at);

	if (day == app_today(app))
		return T(app, "signed today");
	return arena_printf(app->a, T(app, "signed on %s"),
			    app_date_short(app, day));
}

const char *
standing_state(struct app *app, const struct standing *s)
{
	if (s->status == DUTY_LEFT)
		return app_duty_words(app, s);
	if (s->status == DUTY_EXEMPT)
		return arena_printf(app->a, T(app, "exempt until %s"),
				    app_date_short(app, s->exempt_until));
	if (s->wants != NULL)
		return str_eq(s->wants, "paper") ?
		       T(app, "asks for paper") :
		       T(app, "asks to be explained");
	if (s->status == DUTY_ACKNOWLEDGED && s->ack != NULL)
		return signed_words(app, s);
	if (s->status == DUTY_DECLINED && s->declined_at != 0)
		return arena_printf(app->a, T(app, "said no on %s"),
				    app_date_short(app,
					app_day_of(app, s->declined_at)));
	if (s->p->activated == 0)
		return T(app, "not here yet");
	return app_duty_words(app, s);
}

const char *
standing_proof(struct app *app, char proof)
{
	switch (proof) {
	case 'A':
		return T(app, "strong");
	case 'B':
		return T(app, "fair");
	case 'C':
		return T(app, "weak");
	case 'D':
		return T(app, "in doubt");
	default:
		return "-";
	}
}

/* ---- why ---- */

/* In the order in which they are told: the gravest first. */
static const struct {
	unsigned bit;
	const char *word, *says;
} whys[] = {
	{ PROOF_KEY, "key", N_("the key was reported as misused, and since "
			       "before this signature") },
	{ PROOF_DISPUTED, "disputed", N_("objected to it afterwards") },
	{ PROOF_PAPER, "paper", N_("signed on paper; somebody else recorded "
				   "it here") },
	{ PROOF_SCRIPT, "script", N_("signed by a script, not at the "
				     "keyboard") },
	{ PROOF_ASSISTED, "assisted", N_("somebody helped with the signing") },
	{ PROOF_RESET, "reset", N_("got a new code in the week before") },
	{ PROOF_UNATTENDED, "unattended", N_("nobody stood by when the "
					     "passphrase was chosen") },
	{ PROOF_HASTY, "hasty", N_("the pages were open for too short a time "
				   "to read them") },
	{ PROOF_UNVOUCHED, "unvouched", N_("nobody else has signed anything "
					   "since; the next signature of "
					   "another person settles it") },
};

static const char *
reset_words(struct app *app, const struct standing *s)
{
	int64_t days;

	if (s->p->reset_at == 0)
		return NULL;
	days = app_day_of(app, s->ack->at) - app_day_of(app, s->p->reset_at);
	if (days < 0 || days > RESET_DAYS)
		return NULL; /* it was an earlier one */
	return arena_printf(app->a,
			    messages_nget(app->m,
					  "got a new code %lu day before",
					  "got a new code %lu days before",
					  (unsigned long)days),
			    (unsigned long)days);
}

static const char *
why_words(struct app *app, const struct standing *s, size_t i)
{
	const char *said = NULL;

	if (whys[i].bit == PROOF_RESET)
		said = reset_words(app, s);
	else if (whys[i].bit == PROOF_ASSISTED && s->ack->assisted != NULL)
		said = arena_printf(app->a, T(app, "number %s helped with "
						   "the signing"),
				    s->ack->assisted);
	else if (whys[i].bit == PROOF_HASTY && s->ack->seconds >= 60)
		said = arena_printf(app->a,
				    messages_nget(app->m,
					"the pages were open for %lu minute: "
					"too short to read them",
					"the pages were open for %lu minutes: "
					"too short to read them",
					s->ack->seconds / 60),
				    (unsigned long)s->ack->seconds / 60);
	return said != NULL ? said : T(app, whys[i].says);
}

/* How somebody typed says nothing of a signature on paper. */
static unsigned
bits_of(const struct standing *s)
{
	if (s->ack == NULL)
		return 0;
	return s->why & PROOF_PAPER ?
	       s->why & ~(unsigned)(PROOF_RESET | PROOF_UNATTENDED) : s->why;
}

const char *
standing_why(struct app *app, const struct standing *s)
{
	const char *out = standing_proof(app, s->proof), *sep = " (";

	for (size_t i = 0; i < NELEM(whys); i++) {
		if (!(bits_of(s) & whys[i].bit))
			continue;
		out = arena_printf(app->a, "%s%s%s", out, sep,
				   why_words(app, s, i));
		sep = "; ";
	}
	return *sep == ';' ? arena_printf(app->a, "%s)", out) : out;
}

struct value *
standing_why_data(struct app *app, const struct standing *s)
{
	struct value *v = value_list(app->a);

	for (size_t i = 0; i < NELEM(whys); i++)
		if (bits_of(s) & whys[i].bit)
			value_add(app->a, v, value_text(app->a, whys[i].word));
	return v;
}

/* ---- reminding ---- */

/* Who has not been here yet cannot sign: their days have not begun. */
bool
standing_to_remind(const struct standing *s)
{
	return s->p->state == PERSON_ACTIVE && !s->reminded &&
	       (s->status == DUTY_OVERDUE || s->status == DUTY_DUE ||
		s->status == DUTY_NOT_ASKED || s->status == DUTY_OUTDATED);
}

int64_t
standing_until(struct app *app, const struct standing *s)
{
	int64_t today = app_today(app);

	return s->due > today ? s->due : today + REMIND_DAYS;
}

int
standing_remind(struct app *app, const struct edition_row *ed,
		const struct standing *s, int64_t until, struct record **ret,
		struct err *e)
{
	char day[DATE_SIZE];
	struct record *r;

	date_print(day, until);
	if (app_record(app, REC_REMIND, app->who, &r, e) != 0 ||
	    record_put(app->a, r, "number", s->p->number, e) != 0 ||
	    record_put_int(app->a, r, "edition", ed->edition, e) != 0 ||
	    record_put(app->a, r, "until", day, e) != 0)
		return -1;
	*ret = r;
	return 0;
}
