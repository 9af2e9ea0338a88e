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
#include "base/zone_footer.h"

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

struct zone {
	size_t n;
	const int64_t *at; /* ascending instants ... */
	const int *off;    /* ... and the offset from then on */
	int first;         /* the offset before */
	struct footer footer;
};

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
	return zone_footer_parse(arena_strndup(a, (const char *)p + 1,
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

/* Whether NAME can only lead to a zone's file below the folder. There also lie
 * what the computer is set to, which is another zone on the next one, and
 * the same zones once more. */
static bool
name_ok(const char *name)
{
	static const char *const no_zone[] = { "localtime", "posixrules",
					       "Factory" };
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz"
				"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"0123456789_+-/");

	for (size_t i = 0; i < NELEM(no_zone); i++)
		if (str_eq(name, no_zone[i]))
			return false;
	return n > 0 && n < NAME_MAX_SIZE && name[n] == '\0' &&
	       name[0] != '/' && !str_ends(name, "/") &&
	       strstr(name, "//") == NULL && !str_starts(name, "posix/") &&
	       !str_starts(name, "right/");
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
		s = zone_footer_span(&z->footer, t);
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
	local = z != NULL ? t + span_at(z, t).off : t;
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
