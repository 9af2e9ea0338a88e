/* Rows of the house, its terminals, settings and people.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <string.h>
#include "base/str.h"

int
project_house(const struct projection *p, struct err *e)
{
	const char *trial = record_get(p->r, "trial");

	return VIEW(p, HOUSE, e, WHERE(p), arg_field(p, "id"),
		    arg_field(p, "title"), arg_field(p, "zone"),
		    arg_field(p, "languages"), arg_field(p, "charter-key"),
		    ARG(trial != NULL && str_eq(trial, "yes") ? 1 : 0));
}

int
project_terminal(const struct projection *p, struct err *e)
{
	return VIEW(p, TERMINAL, e, arg_field(p, "id"), WHERE(p),
		    arg_field(p, "note-key"), arg_field(p, "duty"));
}

int
project_epoch(const struct projection *p, struct err *e)
{
	return VIEW(p, EPOCH, e, WHERE(p), arg_field(p, "old"),
		    arg_number(p, "size"), arg_field(p, "root"));
}

int
project_setting(const struct projection *p, struct err *e)
{
	return VIEW(p, SETTING, e, arg_field(p, "name"), WHERE(p),
		    arg_field(p, "value"));
}

/* What a change, a hold or a leave says of a person. */
static const char *
state_field(enum record_kind k)
{
	if (k == REC_CHANGE)
		return "state";
	if (k == REC_HOLD)
		return "hold";
	return k == REC_LEAVE ? "on" : "";
}

/* One table for all that makes or unmakes a person: who somebody is now is
 * told by going through the rows in order (roster.c). A field that a kind
 * lacks is NULL. */
int
project_roster(const struct projection *p, struct err *e)
{
	enum record_kind k = p->r->form->kind;
	struct leaf_ref ref = { .index = 0 };
	bool refers = k == REC_ACTIVATE && projection_ref(p, "enrol", &ref);
	int64_t since = record_time(p->r, "since");

	return VIEW(p, ROSTER, e, arg_field(p, "number"), WHERE(p),
		    ARG(p->r->form->word), ARG(p->by),
		    arg_field(p, "name-hash"), arg_field(p, "role"),
		    arg_field(p, "team"), arg_field(p, "contract"),
		    arg_field(p, "language"), arg_field(p, "coach"),
		    arg_field(p, "code-key"), arg_field(p, "code-until"),
		    arg_field(p, "code-at"), arg_field(p, "key"),
		    arg_field(p, "attended"),
		    refers ? ARG((const char *)ref.terminal) : arg_text(NULL),
		    refers ? ARG(ref.index) : arg_text(NULL),
		    k == REC_REVOKE ? ARG(since) : arg_text(NULL),
		    arg_field(p, state_field(k)));
}
