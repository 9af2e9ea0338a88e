/* Rows of the handbook: editions, and what people did with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

int
project_edition(const struct projection *p, struct err *e)
{
	return VIEW(p, EDITION, e, arg_number(p, "edition"), WHERE(p),
		    ARG(p->by), arg_field(p, "change"), arg_field(p, "from"),
		    arg_number(p, "due"), arg_list(p, "text"),
		    arg_list(p, "section"), arg_free(p, "summary"));
}

/* The one thing worth showing that the other columns do not have. */
static struct arg
detail(const struct projection *p)
{
	static const struct {
		enum record_kind kind;
		const char *field;
		bool prose;
	} fields[] = {
		{ REC_READ, "bookmark", false },
		{ REC_REMIND, "until", false },
		{ REC_ASK, "want", false },
		{ REC_ACK, "meaning", false },
		{ REC_DECLINE, "why", true },
		{ REC_OBJECT, "words", true },
		{ REC_REFUSED, "why", true },
		{ REC_EXPLAINED, "words", true },
		{ REC_PAPER, "on", false },
		{ REC_EXEMPT, "until", false },
	};

	for (size_t i = 0; i < NELEM(fields); i++) {
		if (fields[i].kind == p->r->form->kind)
			return fields[i].prose ?
				       arg_free(p, fields[i].field) :
				       arg_field(p, fields[i].field);
	}
	return arg_text(NULL);
}

int
project_handbook(const struct projection *p, struct err *e)
{
	enum record_kind k = p->r->form->kind;
	struct leaf_ref ref = { .index = 0 };
	bool refers = k == REC_OBJECT && projection_ref(p, "leaf", &ref);

	return VIEW(p, HANDBOOK, e, arg_field(p, "number"), WHERE(p),
		    ARG(p->r->form->word), ARG(p->by),
		    arg_number(p, "edition"), arg_field(p, "language"),
		    arg_field(p, "text"),
		    arg_list(p, k == REC_READ ? "opened" : "section"),
		    detail(p), arg_number(p, "seconds"),
		    arg_field(p, "entry"), arg_field(p, "assisted"),
		    arg_field(p, "clock"),
		    refers ? ARG((const char *)ref.terminal) : arg_text(NULL),
		    refers ? ARG(ref.index) : arg_text(NULL),
		    arg_list(p, "answered"));
}
