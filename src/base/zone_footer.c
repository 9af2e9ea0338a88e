/* A zone's rule for every year, read and applied.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/zone_footer.h"

#include "base/clock.h"

#define DAY 86400

/* Each reader moves *S behind what it took. */

static bool
take(const char **s, char c)
{
	if (**s != c)
		return false;
	++*s;
	return true;
}

static bool
take_number(const char **s, int min, int max, int *ret)
{
	int v = 0, n = 0;

	for (; **s >= '0' && **s <= '9'; ++*s, n++) {
		v = 10 * v + (**s - '0');
		if (v > max)
			return false;
	}
	if (n == 0 || v < min)
		return false;
	*ret = v;
	return true;
}

/* [+-]hh[:mm[:ss]] in seconds. */
static bool
take_time(const char **s, int max_hours, int *ret)
{
	bool minus = take(s, '-');
	int h, m = 0, sec = 0;

	if (!minus)
		take(s, '+');
	if (!take_number(s, 0, max_hours, &h))
		return false;
	if (take(s, ':')) {
		if (!take_number(s, 0, 59, &m))
			return false;
		if (take(s, ':') && !take_number(s, 0, 59, &sec))
			return false;
	}
	*ret = (h * 60 + m) * 60 + sec;
	if (minus)
		*ret = -*ret;
	return true;
}

/* CEST, or <+0330>. Nobody asks for the name: it is passed over. */
static bool
take_name(const char **s)
{
	const char *begin = *s;

	if (take(s, '<')) {
		while (**s != '>' && **s != '\0')
			++*s;
		return take(s, '>');
	}
	while ((**s >= 'A' && **s <= 'Z') || (**s >= 'a' && **s <= 'z'))
		++*s;
	return *s - begin >= 3;
}

static bool
take_rule(const char **s, struct rule *r)
{
	bool ok;

	if (take(s, 'M')) {
		r->kind = RULE_MONTH;
		ok = take_number(s, 1, 12, &r->month) && take(s, '.') &&
		     take_number(s, 1, 5, &r->week) && take(s, '.') &&
		     take_number(s, 0, 6, &r->day);
	} else if (take(s, 'J')) {
		r->kind = RULE_JULIAN;
		ok = take_number(s, 1, 365, &r->day);
	} else {
		r->kind = RULE_DAY;
		ok = take_number(s, 0, 365, &r->day);
	}
	r->time = 2 * 3600;
	return ok && (!take(s, '/') || take_time(s, 167, &r->time));
}

bool
zone_footer_parse(const char *s, struct footer *f)
{
	f->there = *s != '\0';
	if (!f->there)
		return true;
	if (!take_name(&s) || !take_time(&s, 24, &f->std))
		return false;
	f->std = -f->std; /* POSIX counts to the west */
	if (*s == '\0')
		return true;
	f->has_dst = true;
	f->dst = f->std + 3600;
	if (!take_name(&s))
		return false;
	if (*s != ',') {
		if (!take_time(&s, 24, &f->dst))
			return false;
		f->dst = -f->dst;
	}
	return take(&s, ',') && take_rule(&s, &f->start) && take(&s, ',') &&
	       take_rule(&s, &f->end) && *s == '\0';
}

/* The local day of YEAR that R means, since 1970-01-01. */
static int64_t
rule_day(const struct rule *r, int year)
{
	int64_t first = days_from_civil(year, 1, 1), last;
	int sunday_based;

	switch (r->kind) {
	case RULE_JULIAN: /* 29 February is never counted */
		return first + r->day - 1 +
		       (r->day >= 60 && days_from_civil(year, 3, 1) - first ==
						60);
	case RULE_DAY:
		return first + r->day;
	case RULE_MONTH:
		break;
	}
	first = days_from_civil(year, r->month, 1);
	last = r->month == 12 ? days_from_civil(year + 1, 1, 1) - 1 :
				days_from_civil(year, r->month + 1, 1) - 1;
	sunday_based = (weekday(first) + 1) % 7;
	first += (r->day - sunday_based + 7) % 7 + 7 * (r->week - 1);
	return first > last ? first - 7 : first; /* week 5: the last one */
}

/* Changes near a year's end may belong to the
 * year beside (times reach from -167 to 167 hours): five years are looked at.
 * Where one change ends and another begins summer time at the same instant,
 * as in a rule for summer time all year, the later in the list counts. */
struct span
zone_footer_span(const struct footer *f, int64_t t)
{
	struct span s = { INT64_MIN, INT64_MAX, f->std };
	int64_t local = t + f->std;
	int year, month, day;

	if (!f->has_dst)
		return s;
	civil_from_days((local - (local % DAY + DAY) % DAY) / DAY, &year,
			&month, &day);
	for (int i = 0; i < 10; i++) {
		bool begins = i % 2 == 0;
		const struct rule *r = begins ? &f->start : &f->end;
		int64_t at = rule_day(r, year - 2 + i / 2) * DAY + r->time -
			     (begins ? f->std : f->dst);

		if (at <= t && at >= s.from) {
			s.from = at;
			s.off = begins ? f->dst : f->std;
		} else if (at > t && at < s.to) {
			s.to = at;
		}
	}
	return s;
}
