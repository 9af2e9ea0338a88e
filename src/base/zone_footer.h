/* The footer of a TZif file: the rule by which every year after its table goes
 * (RFC 8536 3.3). Private to base.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_ZONE_FOOTER_H
#define PRESHIFT_BASE_ZONE_FOOTER_H

#include <stdbool.h>
#include <stdint.h>

enum rule_kind { RULE_JULIAN, RULE_DAY, RULE_MONTH };

/* The day of a year on which the offset changes, and when on it. */
struct rule {
	enum rule_kind kind;
	int month, week, day;
	int time; /* seconds after local midnight, may be negative */
};

struct footer {
	bool there, has_dst;
	int std, dst; /* seconds east of UTC */
	struct rule start, end;
};

/* FROM <= t < TO have the offset OFF. */
struct span {
	int64_t from, to;
	int off;
};

/* S, a POSIX TZ string as RFC 8536 3.3.1 extends it; "" is none. False: it is
 * not that. */
bool zone_footer_parse(const char *s, struct footer *f);
/* The span of the instant T. */
struct span zone_footer_span(const struct footer *f, int64_t t);

#endif
