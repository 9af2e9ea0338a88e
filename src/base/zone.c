/* Local time from the system's tzdata (TZif with footer, RFC 8536).
 *
 * A zone is seen as a row of spans of one offset each: first those of the
 * file's table, then those that the footer's rule makes for every year.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/zone.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/str.h"

#define DAY 86400
#define ZONE_DIR "/usr/share/zoneinfo"
#define FILE_MAX ((size_t)256 * 1024)
#define NAME_MAX_SIZE 64
#define HEADER_SIZE 44
/* RFC 8536 3.2: an offset lies between -24:59:59 and +25:59:59 */
#define OFFSET_MIN (-89999)
#define OFFSET_MAX 93599
/* Instants are clamped here, so that no sum overflows (year 100000). */
#define TIME_LIMIT INT64_C(3093527980800)

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

struct zone {
	size_t n;
	const int64_t *at; /* ascending instants ... */
	const int *off;    /* ... and the offset from then on */
	int first;         /* the offset before */
	struct footer footer;
};

/* FROM <= t < TO have the offset OFF. */
struct span {
	int64_t from, to;
	int off;
};

/* The footer: a POSIX TZ string as RFC 8536 3.3.1 extends it. Each reader
 * moves *S behind what it took. */

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

static bool
parse_footer(const char *s, struct footer *f)
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

/* The TZif file. */

struct tzif {
	const unsigned char *p;
	size_t n, at;
};

static int64_t
be_signed(const unsigned char *p, int bytes)
{
	uint64_t v = p[0] >= 128 ? UINT64_MAX : 0;

	for (int i = 0; i < bytes; i++)
		v = v << 8 | p[i];
	return (int64_t)v;
}

static uint64_t
be_u32(const unsigned char *p)
{
	return (uint64_t)be_signed(p, 4) & 0xffffffff;
}

struct counts {
	uint64_t isut, isstd, leap, time, type, chars;
};

/* The header at T, moved behind it. */
static bool
take_header(struct tzif *t, struct counts *c, int *ret_version)
{
	const unsigned char *p = t->p + t->at;

	if (t->n - t->at < HEADER_SIZE || memcmp(p, "TZif", 4) != 0)
		return false;
	if (p[4] != 0 && (p[4] < '2' || p[4] > '9'))
		return false;
	*ret_version = p[4] == 0 ? 1 : p[4] - '0';
	c->isut = be_u32(p + 20);
	c->isstd = be_u32(p + 24);
	c->leap = be_u32(p + 28);
	c->time = be_u32(p + 32);
	c->type = be_u32(p + 36);
	c->chars = be_u32(p + 40);
	t->at += HEADER_SIZE;
	return true;
}

/* The bytes of the data block behind a header, with times of SIZE bytes. */
static uint64_t
block_size(const struct counts *c, int size)
{
	uint64_t s = (uint64_t)size;

	return c->time * (s + 1) + c->type * 6 + c->chars + c->leap * (s + 4) +
	       c->isstd + c->isut;
}

/* The table of the block at T into Z; T stays. */
static bool
read_table(struct arena *a, const struct tzif *t, const struct counts *c,
	   int size, struct zone *z)
{
	const unsigned char *times = t->p + t->at;
	const unsigned char *index = times + c->time * (uint64_t)size;
	const unsigned char *types = index + c->time;
	int64_t *at = ARENA_ARRAY(a, int64_t, c->time);
	int *off = ARENA_ARRAY(a, int, c->time);

	for (size_t i = 0; i < c->type; i++) {
		int64_t o = be_signed(types + 6 * i, 4);

		if (o < OFFSET_MIN || o > OFFSET_MAX)
			return false;
	}
	for (size_t i = 0; i < c->time; i++) {
		at[i] = be_signed(times + i * (size_t)size, size);
		if (index[i] >= c->type || (i > 0 && at[i] <= at[i - 1]))
			return false;
		off[i] = (int)be_signed(types + 6 * index[i], 4);
	}
	z->n = c->time;
	z->at = at;
	z->off = off;
	z->first = (int)be_signed(types, 4);
	return true;
}

/* "\n" TZ "\n" at T. */
static bool
read_footer(struct arena *a, const struct tzif *t, struct footer *f)
{
	const unsigned char *p = t->p + t->at, *end;
	size_t n = t->n - t->at;

	if (n < 2 || p[0] != '\n')
		return false;
	end = memchr(p + 1, '\n', n - 1);
	if (end == NULL)
		return false;
	return parse_footer(arena_strndup(a, (const char *)p + 1,
					  (size_t)(end - p) - 1),
			    f);
}

static bool
parse_tzif(struct arena *a, struct tzif *t, struct zone *z)
{
	struct counts c;
	int version, size = 4;

	if (!take_header(t, &c, &version) ||
	    block_size(&c, size) > t->n - t->at)
		return false;
	if (version >= 2) {
		/* the first block is for readers of 32 bits */
		t->at += block_size(&c, size);
		size = 8;
		if (!take_header(t, &c, &version) ||
		    block_size(&c, size) > t->n - t->at)
			return false;
	}
	/* leap seconds are counted only in the "right" zones, which disagree
	 * with the system's clock */
	if (c.type == 0 || c.leap != 0 || !read_table(a, t, &c, size, z))
		return false;
	if (size == 4)
		return true;
	t->at += block_size(&c, size);
	return read_footer(a, t, &z->footer);
}

/* Whether NAME can only lead to a file below the folder. */
static bool
name_ok(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz"
				"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"0123456789_+-/");

	return n > 0 && n < NAME_MAX_SIZE && name[n] == '\0' &&
	       name[0] != '/' && !str_ends(name, "/") &&
	       strstr(name, "//") == NULL;
}

/* The file of NAME in the first folder that has it; NULL: none. */
static const char *
find_file(struct arena *a, const char *name)
{
	const char *const dirs[] = { secure_getenv("TZDIR"), ZONE_DIR };

	for (size_t i = 0; i < NELEM(dirs); i++) {
		const char *path;

		if (dirs[i] == NULL || *dirs[i] == '\0')
			continue;
		path = path_join(a, dirs[i], name);
		if (file_exists(path) && !file_is_dir(path))
			return path;
	}
	return NULL;
}

static int
unknown(const char *name, struct err *e)
{
	return err_set(e, ERR_USAGE,
		       "unknown time zone '%s'; use a name like "
		       "'Europe/Berlin' or 'UTC'",
		       name);
}

int
zone_open(struct arena *a, const char *name, const struct zone **ret,
	  struct err *e)
{
	OWN(arena_free) struct arena tmp = { 0 };
	struct zone *z = ARENA_NEW(a, struct zone);
	struct tzif t = { 0 };
	const char *path, *s;

	if (!name_ok(name))
		return unknown(name, e);
	path = find_file(&tmp, name);
	if (path == NULL && !str_eq(name, "UTC"))
		return unknown(name, e);
	if (path != NULL) { /* a small system may do without tzdata */
		if (file_read(&tmp, path, FILE_MAX, &s, &t.n, e) != 0)
			return -1;
		t.p = (const unsigned char *)s;
		if (t.n < 4 || memcmp(s, "TZif", 4) != 0)
			return unknown(name, e);
		if (!parse_tzif(a, &t, z))
			return err_set(e, ERR_FAILED,
				       "the time zone file '%s' is damaged or "
				       "counts leap seconds; install tzdata "
				       "again",
				       path);
	}
	*ret = z;
	return 0;
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

/* The span of T by the rule of F. Changes near a year's end may belong to the
 * year beside (times reach from -167 to 167 hours): five years are looked at.
 * Where one change ends and another begins summer time at the same instant,
 * as in a rule for summer time all year, the later in the list counts. */
static struct span
footer_span(const struct footer *f, int64_t t)
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

/* How many changes of the table are not after T. */
static size_t
table_index(const struct zone *z, int64_t t)
{
	size_t low = 0, high = z->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (z->at[mid] <= t)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct span
span_at(const struct zone *z, int64_t t)
{
	struct span s = { INT64_MIN, INT64_MAX, z->first };
	size_t i = table_index(z, t);

	if (i == z->n && z->footer.there)
		s = footer_span(&z->footer, t);
	else if (i > 0)
		s.off = z->off[i - 1];
	if (i > 0 && z->at[i - 1] > s.from)
		s.from = z->at[i - 1];
	if (i < z->n)
		s.to = z->at[i];
	return s;
}

static int64_t
clamp(int64_t t, int64_t limit)
{
	if (t < -limit)
		return -limit;
	return t > limit ? limit : t;
}

void
zone_local(const struct zone *z, int64_t t, struct local *ret)
{
	int64_t local;
	int rest;

	t = clamp(t, TIME_LIMIT);
	local = t + span_at(z, t).off;
	rest = (int)((local % DAY + DAY) % DAY);
	ret->days = (local - rest) / DAY;
	ret->hour = rest / 3600;
	ret->minute = rest / 60 % 60;
	ret->second = rest % 60;
}

int64_t
zone_utc(const struct zone *z, int64_t days, int hour, int minute, int second)
{
	int64_t local = clamp(days, TIME_LIMIT / DAY) * DAY +
			(int64_t)hour * 3600 + (int64_t)minute * 60 + second;
	/* no offset is so large that an earlier span could hold it */
	struct span s = span_at(z, local - OFFSET_MAX);
	int before = s.off;

	while (local - s.off >= s.to) {
		before = s.off;
		s = span_at(z, s.to);
	}
	/* a span that begins too late: the time lies in the gap before it */
	if (local - s.off < s.from)
		return local - before;
	return local - s.off;
}
