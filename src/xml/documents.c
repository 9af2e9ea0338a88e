/* What documents have in common: questions, ${values}, and which kind of
 * document a file is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/documents.h"

#include <string.h>

#include "base/str.h"

static bool
has_value(const struct handbook *h, const char *id, size_t n)
{
	for (size_t i = 0; i < h->nvalues; i++)
		if (strlen(h->values[i].id) == n &&
		    memcmp(h->values[i].id, id, n) == 0)
			return true;
	return false;
}

void
check_values(struct reader *r, const struct handbook *h)
{
	struct place at;

	for (size_t i = 0; i < r->doc->ntexts; i++) {
		const struct text *t = r->doc->texts[i];
		const char *p = t->s, *name;
		size_t n;
		bool ok;

		while ((name = next_value(&p, &n, &ok)) != NULL) {
			at = (struct place){ (int)t->line, 1 };
			if (!ok)
				report(&r->rep, at, "D036",
				       N_("a value in '%s' is written wrongly: write ${name}"),
				       t->id);
			else if (h != NULL && !has_value(h, name, n))
				report(&r->rep, at, "D035",
				       N_("'%s' uses the value '%.*s', which this handbook does not have"),
				       t->id, (int)n, name);
		}
	}
}

void
check_quiz(struct reader *r, const struct quiz *q, size_t tag)
{
	size_t nright = 0;

	for (size_t i = 0; i < q->nanswers; i++)
		nright += q->answers[i].right;
	if (q->nanswers < 2)
		report(&r->rep, place_of(r, tag), "D032",
		       N_("the question '%s' needs two answers or more"),
		       q->id);
	else if (nright != 1)
		report(&r->rep, place_of(r, tag), "D032",
		       N_("the question '%s' has %zu right answers; exactly one must be right"),
		       q->id, nright);
}

void
start_document(struct reader *r, const struct attr *v)
{
	r->doc->id = v[0].s;
	r->doc->version = (unsigned)v[1].n;
	r->doc->lang = v[2].s;
}

const struct attr_spec answer_attrs[] = {
	{ .name = "id", .type = AT_ID, .required = true },
	{ .name = "right", .type = AT_WORD, .words = "yes no" },
	{ 0 } };

void
start_answer(struct reader *r, const struct attr *v)
{
	r->right = v[1].s != NULL && v[1].n == 0;
}

void
text_answer(struct reader *r, struct text *t)
{
	struct quiz *q = r->at[QUIZ_CURSOR];
	struct quiz_answer x = { t, r->right };

	ARENA_PUSH(r->a, q->answers, q->nanswers, q->capanswers, x);
}
