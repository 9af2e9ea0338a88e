/* Rows of lineups and of training.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

int
project_plan(const struct projection *p, struct err *e)
{
	return VIEW(p, PLAN, e, arg_field(p, "date"), arg_field(p, "team"),
		    WHERE(p), ARG(p->by), arg_list(p, "item"),
		    arg_field(p, "owner"), arg_field(p, "until"),
		    arg_field(p, "leader"));
}

/* Each who was there has heard the day's commandment; named twice counts
 * once. */
static int
heard(const struct projection *p, const char *field, struct err *e)
{
	size_t n = 0;
	const char *const *who = record_all(p->r, field, &n);

	for (size_t i = 0; i < n; i++) {
		if (VIEW(p, HEARD, e, ARG(who[i]), ARG(p->terminal),
			 ARG(p->idx), arg_field(p, "commandment"),
			 arg_field(p, "date"), arg_text(NULL),
			 arg_text(NULL)) != 0)
			return -1;
	}
	return 0;
}

int
project_lineup(const struct projection *p, struct err *e)
{
	if (heard(p, "present", e) != 0 || heard(p, "late", e) != 0)
		return -1;
	return VIEW(p, LINEUP, e, arg_field(p, "date"), WHERE(p),
		    arg_field(p, "shift"), arg_field(p, "team"),
		    arg_field(p, "leader"), arg_field(p, "language"),
		    arg_field(p, "commandment"), arg_number(p, "form"),
		    ARG(record_time(p->r, "start")),
		    ARG(record_time(p->r, "end")), arg_list(p, "present"),
		    arg_list(p, "late"), arg_list(p, "off"),
		    arg_number(p, "guests"), arg_field(p, "practice"),
		    arg_field(p, "recall"), arg_list(p, "parked"),
		    arg_field(p, "witness"));
}

/* Its date is that of the lineup it catches up with: looked up when shown,
 * for that leaf may come later. */
int
project_catchup(const struct projection *p, struct err *e)
{
	struct leaf_ref ref;

	if (!projection_ref(p, "lineup", &ref))
		return 0;
	return VIEW(p, HEARD, e, arg_field(p, "number"), ARG(p->terminal),
		    ARG(p->idx), arg_field(p, "commandment"), arg_text(NULL),
		    ARG((const char *)ref.terminal), ARG(ref.index));
}

int
project_attempt(const struct projection *p, struct err *e)
{
	return VIEW(p, ATTEMPT, e, arg_field(p, "number"), WHERE(p),
		    arg_field(p, "drill"), arg_field(p, "result"),
		    arg_field(p, "language"), arg_number(p, "scaled"),
		    arg_number(p, "mood"), arg_number(p, "hints"));
}

int
project_observe(const struct projection *p, struct err *e)
{
	return VIEW(p, OBSERVE, e, arg_field(p, "number"), WHERE(p),
		    arg_field(p, "observer"), arg_field(p, "drill"),
		    arg_field(p, "team"), arg_field(p, "result"));
}

int
project_review(const struct projection *p, struct err *e)
{
	return VIEW(p, REVIEW, e, arg_field(p, "number"), WHERE(p),
		    arg_field(p, "item"), arg_number(p, "grade"));
}

int
project_ready(const struct projection *p, struct err *e)
{
	return VIEW(p, READY, e, arg_field(p, "number"), WHERE(p),
		    arg_field(p, "team"), arg_field(p, "coach"));
}
