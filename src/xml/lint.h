/* What the checks of a drill share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_XML_LINT_H
#define PRESHIFT_XML_LINT_H

#include "xml/report.h"

struct lint {
	struct report rep;
	const struct drill *d;
	const bool *reach; /* nodes that some chain of ways leads to */
	bool reach_end;    /* one of them is an end */
};

static inline struct place
lint_at_node(const struct drill_node *n)
{
	return (struct place){ (int)n->line, (int)n->column };
}

static inline struct place
lint_at_choice(const struct drill_choice *c)
{
	return (struct place){ (int)c->line, (int)c->column };
}

bool *lint_reach(struct arena *a, const struct drill *d);
void lint_graph(struct lint *l);       /* lint_graph.c */
void lint_expressions(struct lint *l); /* lint_expr.c */
void lint_explore(struct lint *l);     /* lint_explore.c */

#endif
