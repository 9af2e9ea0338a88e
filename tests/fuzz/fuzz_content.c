/* Readers of content: every kind of document, linted and played.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include <string.h>

#include "model/explore.h"
#include "xml/content.h"

enum { STATES = 3000, STEPS = 60 };

/* A drill that was read can be played: each step ends, or says why not. */
static void
play(struct arena *a, const struct drill *d, size_t by)
{
	struct drill_state *s = drill_state_new(a, d);
	struct chance c = { by };
	struct drill_events ev = { 0 };
	struct err e;

	err_init(&e, NULL);
	if (drill_start(a, d, &c, s, &ev, &e) != 0) {
		PROMISE(e.kind == ERR_CONTENT);
		return;
	}
	for (size_t i = 0; i < STEPS; i++) {
		const struct drill_node *n = &d->nodes[s->node];
		size_t k = 0;

		if (n->kind == NODE_END)
			return;
		PROMISE(drill_waits(d, s));
		while (k < n->nchoices &&
		       !drill_open(d, s, (k + i + by) % n->nchoices))
			k++;
		if (k == n->nchoices)
			return;
		k = (k + i + by) % n->nchoices;
		if (drill_step(a, d, k, &c, s, &ev, &e) != 0) {
			PROMISE(e.kind == ERR_CONTENT);
			return;
		}
	}
}

static void
read_drill(struct arena *a, const char *s, size_t n, struct findings *f,
	   struct err *e)
{
	const struct explore *x;
	struct explore_report rep;
	struct drill *d;

	if (content_drill(a, "x.xml", s, n, f, &d, e) != 0)
		return;
	PROMISE(f->errors == 0);
	lint_drill(a, d, true, f);
	play(a, d, n);
	if (f->errors == 0)
		PROMISE(explore_run(a, d, STATES, &x, &rep, e) == 0);
}

static void
read_translation(struct arena *a, const char *s, size_t n,
		 struct findings *f, struct err *e)
{
	struct document d = { .id = "doc", .lang = "en" };
	struct translation *t;

	if (content_translation(a, "x.xlf", s, n, &d, f, &t, e) == 0)
		lint_translation(a, &d, t, f);
}

void
fuzz_content(struct arena *a, const char *s, size_t len)
{
	struct findings f = { 0 };
	struct commandments *c;
	struct handbook *h;
	struct err e;

	err_init(&e, NULL);
	switch (content_kind_of(s, len)) {
	case CONTENT_DRILL:
		read_drill(a, s, len, &f, &e);
		break;
	case CONTENT_COMMANDMENTS:
		if (content_commandments(a, "x.xml", s, len, &f, &c, &e) == 0)
			lint_commandments(a, c, &f);
		break;
	case CONTENT_HANDBOOK:
		if (content_handbook(a, "x.xml", s, len, &f, &h, &e) == 0)
			PROMISE(h->doc.id != NULL);
		break;
	case CONTENT_XLIFF:
		read_translation(a, s, len, &f, &e);
		break;
	case CONTENT_UNKNOWN:
		break;
	}
	PROMISE(e.kind == ERR_NONE || e.kind == ERR_CONTENT);
	PROMISE(e.kind == ERR_NONE || e.text[0] != '\0');
}
