/* person: what happened with the handbook, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/person.h"

#include "base/str.h"
#include "cmd/handbook.h"

/* What somebody read, page by page, is theirs and their coach's. */
static bool
for_hr(enum record_kind k)
{
	return k != REC_READ;
}

int
person_history(struct app *app, const char *number, struct handbook_row **ret,
	       size_t *ret_n, struct err *e)
{
	return handbook_history(app, number, for_hr, ret, ret_n, e);
}

static const char *
day_words(struct app *app, const char *date)
{
	int64_t day;

	return date != NULL && date_parse(date, &day) ?
	       app_date_short(app, day) : "?";
}

static const char *
signed_words(struct app *app, const struct handbook_row *r)
{
	const char *meaning = r->detail != NULL ? r->detail : "";

	if (str_eq(meaning, "received"))
		return arena_printf(app->a, T(app, "signed edition %u: "
						   "received it"), r->edition);
	if (str_eq(meaning, "agree"))
		return arena_printf(app->a, T(app, "signed edition %u: read it "
						   "and agrees"), r->edition);
	return arena_printf(app->a, T(app, "signed edition %u: read it"),
			    r->edition);
}

static const char *
said(struct app *app, const struct handbook_row *r, const char *what)
{
	if (r->detail == NULL || *r->detail == '\0')
		return what;
	return arena_printf(app->a, "%s: %s", what,
			    text_quoted(app->a, app->lang, r->detail));
}

static const char *
by_words(struct app *app, const struct handbook_row *r, const char *what)
{
	if (r->by == NULL || str_eq(r->by, r->number))
		return what;
	return arena_printf(app->a, T(app, "%s (recorded by %s)"), what, r->by);
}

static const char *
asked_words(struct app *app, const struct handbook_row *r)
{
	const char *s = r->detail != NULL && str_eq(r->detail, "paper") ?
			T(app, "asked for paper") :
			T(app, "asked to be explained");

	for (size_t i = 0; i < r->nsections; i++)
		s = arena_printf(app->a, "%s%s %s", s, i == 0 ? ":" : "",
				 r->sections[i]);
	return s;
}

static const char *
event_words(struct app *app, const struct handbook_row *r)
{
	switch ((int)r->kind) {
	case REC_ACK:
		return signed_words(app, r);
	case REC_PAPER:
		return arena_printf(app->a,
				    T(app, "signed edition %u on paper on %s"),
				    r->edition, day_words(app, r->detail));
	case REC_DECLINE:
		return said(app, r, T(app, "said no"));
	case REC_OBJECT:
		return said(app, r, arena_printf(app->a,
				T(app, "objected to number %llu"),
				(unsigned long long)r->ref_index));
	case REC_REFUSED:
		return said(app, r, T(app, "did not want to sign"));
	case REC_EXPLAINED:
		return said(app, r, T(app, "it was explained"));
	case REC_EXEMPT:
		return arena_printf(app->a, T(app, "need not sign until %s"),
				    day_words(app, r->detail));
	case REC_REMIND:
		return arena_printf(app->a, T(app, "reminded to sign by %s"),
				    day_words(app, r->detail));
	case REC_ASK:
		return asked_words(app, r);
	default:
		return "";
	}
}

const char *
person_history_words(struct app *app, const struct handbook_row *r)
{
	return by_words(app, r, event_words(app, r));
}
