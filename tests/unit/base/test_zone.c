/* Tests of base/zone.h against the C library, and against damaged files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/str.h"
#include "base/zone.h"
#include "../said.h"

struct box {
	struct arena a;
	struct err e;
	char dir[32];
};

static int
setup(void **state)
{
	struct box *b = calloc(1, sizeof(*b));

	strcpy(b->dir, "/tmp/preshift-zone-XXXXXX");
	err_init(&b->e, NULL);
	unsetenv("TZDIR");
	*state = b;
	return mkdtemp(b->dir) == NULL;
}

static int
teardown(void **state)
{
	struct box *b = *state;

	unsetenv("TZDIR");
	unlink(path_join(&b->a, b->dir, "Test"));
	rmdir(b->dir);
	arena_free(&b->a);
	free(b);
	return 0;
}

static const struct zone *
open_zone(struct box *b, const char *name)
{
	const struct zone *z = NULL;

	if (zone_open(&b->a, name, &z, &b->e) != 0)
		fail_msg("%s: %s", name, b->e.text);
	return z;
}

static int64_t
seconds(const struct local *l)
{
	return l->days * 86400 + l->hour * 3600 + l->minute * 60 + l->second;
}

static void
assert_local(const struct zone *z, const char *utc, const char *local)
{
	char text[UTC_SIZE];
	struct local l;
	int64_t t;

	assert_true(utc_parse(utc, &t));
	zone_local(z, t, &l);
	utc_print(text, seconds(&l));
	assert_memory_equal(text, local, 19);
}

static void
assert_utc(const struct zone *z, const char *local, const char *utc)
{
	char text[UTC_SIZE];
	int64_t t;

	assert_true(utc_parse(local, &t));
	t = zone_utc(z, t / 86400, (int)(t % 86400 / 3600),
		     (int)(t / 60 % 60), (int)(t % 60));
	utc_print(text, t);
	assert_string_equal(text, utc);
}

static void
test_berlin(void **state)
{
	const struct zone *z = open_zone(*state, "Europe/Berlin");

	assert_local(z, "2026-03-29T00:59:59Z", "2026-03-29T01:59:59");
	assert_local(z, "2026-03-29T01:00:00Z", "2026-03-29T03:00:00");
	assert_local(z, "2026-10-25T00:59:59Z", "2026-10-25T02:59:59");
	assert_local(z, "2026-10-25T01:00:00Z", "2026-10-25T02:00:00");
	assert_local(z, "2026-12-31T23:30:00Z", "2027-01-01T00:30:00");
	assert_local(z, "2500-07-01T12:00:00Z", "2500-07-01T14:00:00");
	/* the gap, the overlap */
	assert_utc(z, "2026-03-29T01:59:59Z", "2026-03-29T00:59:59Z");
	assert_utc(z, "2026-03-29T02:00:00Z", "2026-03-29T01:00:00Z");
	assert_utc(z, "2026-03-29T02:30:00Z", "2026-03-29T01:30:00Z");
	assert_utc(z, "2026-03-29T03:00:00Z", "2026-03-29T01:00:00Z");
	assert_utc(z, "2026-10-25T01:59:59Z", "2026-10-24T23:59:59Z");
	assert_utc(z, "2026-10-25T02:00:00Z", "2026-10-25T00:00:00Z");
	assert_utc(z, "2026-10-25T02:59:59Z", "2026-10-25T00:59:59Z");
	assert_utc(z, "2026-10-25T03:00:00Z", "2026-10-25T02:00:00Z");
	assert_utc(z, "2400-07-01T14:00:00Z", "2400-07-01T12:00:00Z");
	assert_utc(z, "2400-03-26T02:30:00Z", "2400-03-26T01:30:00Z");
}

static void
test_new_york(void **state)
{
	const struct zone *z = open_zone(*state, "America/New_York");

	assert_local(z, "2026-03-08T06:59:59Z", "2026-03-08T01:59:59");
	assert_local(z, "2026-03-08T07:00:00Z", "2026-03-08T03:00:00");
	assert_utc(z, "2026-03-08T02:15:00Z", "2026-03-08T07:15:00Z");
	assert_utc(z, "2026-11-01T01:30:00Z", "2026-11-01T05:30:00Z");
	assert_utc(z, "2026-11-01T02:00:00Z", "2026-11-01T07:00:00Z");
	assert_utc(z, "2100-03-14T02:15:00Z", "2100-03-14T07:15:00Z");
}

static void
test_lord_howe(void **state)
{
	const struct zone *z = open_zone(*state, "Australia/Lord_Howe");

	/* half an hour of summer time: 10:30, 11:00 */
	assert_local(z, "2026-04-04T14:59:59Z", "2026-04-05T01:59:59");
	assert_local(z, "2026-04-04T15:00:00Z", "2026-04-05T01:30:00");
	assert_utc(z, "2026-04-05T01:45:00Z", "2026-04-04T14:45:00Z");
	assert_utc(z, "2026-10-04T02:15:00Z", "2026-10-03T15:45:00Z");
	assert_local(z, "2026-10-03T15:45:00Z", "2026-10-04T02:45:00");
}

static void
test_skipped_day(void **state)
{
	const struct zone *z = open_zone(*state, "Pacific/Apia");

	/* 30 December 2011 did not take place */
	assert_local(z, "2011-12-30T09:59:59Z", "2011-12-29T23:59:59");
	assert_local(z, "2011-12-30T10:00:00Z", "2011-12-31T00:00:00");
	assert_utc(z, "2011-12-30T12:00:00Z", "2011-12-30T22:00:00Z");
}

static const char *const names[] = {
	"Europe/Berlin",     "America/New_York",  "Australia/Lord_Howe",
	"Europe/Dublin",     "Africa/Casablanca", "America/Nuuk",
	"Asia/Tehran",	     "Asia/Kathmandu",	  "Pacific/Apia",
	"Pacific/Chatham",   "Asia/Gaza",	  "America/Santiago",
	"Antarctica/Troll",  "Europe/Moscow",	  "America/St_Johns",
	"Pacific/Kiritimati", "UTC",		  "Etc/GMT+5",
	"Asia/Jerusalem",    "Africa/Cairo",
};

static void
test_no_zone(void **state)
{
	struct local l;

	(void)state;
	zone_local(NULL, 1795240861, &l);
	assert_int_equal(l.days, 1795240861 / 86400);
	assert_int_equal(l.hour * 100 + l.minute, 601);
	zone_local(NULL, -1, &l);
	assert_int_equal(l.days, -1);
}

/* zone_local is what the C library says, from 1850 to 2200: on a raster, and
 * around every change that the raster finds. */
static void
check_against_libc(struct box *b, const char *name)
{
	const struct zone *z = open_zone(b, name);
	const int64_t end = INT64_C(230) * 31556952;
	long last = 0;

	setenv("TZ", name, 1);
	tzset();
	for (int64_t t = INT64_C(-120) * 31556952; t < end; t += 30011) {
		time_t sys = (time_t)t;
		struct local l;
		struct tm tm;

		localtime_r(&sys, &tm);
		zone_local(z, t, &l);
		if (seconds(&l) != t + tm.tm_gmtoff)
			fail_msg("%s at %ld: %ld, not %ld", name, (long)t,
				 (long)(seconds(&l) - t), tm.tm_gmtoff);
		if (tm.tm_gmtoff != last) {
			/* the change itself, to the second */
			int64_t low = t - 30011, high = t;

			while (high - low > 1) {
				int64_t mid = low + (high - low) / 2;

				zone_local(z, mid, &l);
				if (seconds(&l) - mid == tm.tm_gmtoff)
					high = mid;
				else
					low = mid;
			}
			sys = (time_t)high;
			localtime_r(&sys, &tm);
			zone_local(z, high, &l);
			assert_int_equal(seconds(&l) - high, tm.tm_gmtoff);
			sys = (time_t)low;
			localtime_r(&sys, &tm);
			zone_local(z, low, &l);
			assert_int_equal(seconds(&l) - low, tm.tm_gmtoff);
		}
		zone_local(z, t, &l);
		last = (long)(seconds(&l) - t);
	}
	unsetenv("TZ");
	tzset();
}

static void
test_libc(void **state)
{
	for (size_t i = 0; i < NELEM(names); i++)
		check_against_libc(*state, names[i]);
}

/* zone_utc is the earliest instant with the local time, found by trying all
 * quarter hours around; none is in the gaps only. */
static void
test_earliest(void **state)
{
	struct box *b = *state;

	for (size_t i = 0; i < NELEM(names); i++) {
		const struct zone *z = open_zone(b, names[i]);
		int64_t t0 = days_from_civil(2009, 1, 1) * 86400;
		int64_t t1 = days_from_civil(2013, 1, 1) * 86400;
		int64_t seen = INT64_MIN;

		/* going up, a local time is the first of its kind if it lies
		 * above all before it */
		for (int64_t t = t0; t < t1; t += 900) {
			struct local l;
			int64_t u;

			zone_local(z, t, &l);
			u = zone_utc(z, l.days, l.hour, l.minute, l.second);
			if (seconds(&l) > seen)
				assert_int_equal(u, t);
			else
				assert_true(u < t);
			if (seconds(&l) > seen)
				seen = seconds(&l);
		}
	}
}

static void
add_be(struct str *s, int64_t v, int bytes)
{
	for (int i = bytes - 1; i >= 0; i--)
		str_addc(s, (char)((uint64_t)v >> 8 * i & 255));
}

static void
add_header(struct str *s, char version, int64_t leap, int64_t times,
	   int64_t types)
{
	str_add(s, "TZif");
	str_addc(s, version);
	str_pad(s, '\0', 15);
	add_be(s, 0, 4);
	add_be(s, 0, 4);
	add_be(s, leap, 4);
	add_be(s, times, 4);
	add_be(s, types, 4);
	add_be(s, 4, 4);
}

/* A slim file with nothing but FOOTER. */
static void
build(struct str *s, const char *footer)
{
	str_clear(s);
	add_header(s, '2', 0, 0, 1);
	str_pad(s, '\0', 10);
	add_header(s, '2', 0, 0, 1);
	str_pad(s, '\0', 10);
	str_printf(s, "\n%s\n", footer);
}

/* Opens N bytes as the zone "Test". */
static int
open_bytes(struct box *b, const void *bytes, size_t n, const struct zone **ret)
{
	FILE *f = fopen(path_join(&b->a, b->dir, "Test"), "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
	setenv("TZDIR", b->dir, 1);
	return zone_open(&b->a, "Test", ret, &b->e);
}

static const struct zone *
open_footer(struct box *b, const char *footer)
{
	OWN(str_free) struct str s = { 0 };
	const struct zone *z = NULL;

	build(&s, footer);
	if (open_bytes(b, s.s, s.n, &z) != 0)
		fail_msg("%s: %s", footer, b->e.text);
	return z;
}

static void
test_footers(void **state)
{
	struct box *b = *state;
	const struct zone *z = open_footer(b, "<+0330>-3:30");

	assert_local(z, "2026-01-01T00:00:00Z", "2026-01-01T03:30:00");
	z = open_footer(b, "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1");
	assert_local(z, "2026-03-29T00:59:59Z", "2026-03-28T21:59:59");
	assert_local(z, "2026-03-29T01:00:00Z", "2026-03-28T23:00:00");
	assert_local(z, "2026-10-25T00:59:59Z", "2026-10-24T22:59:59");
	assert_local(z, "2026-10-25T01:00:00Z", "2026-10-24T22:00:00");
	z = open_footer(b, "IST-2IDT,M3.4.4/26,M10.5.0"); /* Friday, 2:00 */
	assert_local(z, "2026-03-26T23:59:59Z", "2026-03-27T01:59:59");
	assert_local(z, "2026-03-27T00:00:00Z", "2026-03-27T03:00:00");
	/* J60 is 1 March in every year, 59 is 29 February in a leap year */
	z = open_footer(b, "AAA0BBB,J60/0,J300/0");
	assert_local(z, "2024-02-29T23:59:59Z", "2024-02-29T23:59:59");
	assert_local(z, "2024-03-01T00:00:00Z", "2024-03-01T01:00:00");
	assert_local(z, "2025-03-01T00:00:00Z", "2025-03-01T01:00:00");
	z = open_footer(b, "AAA0BBB-2:30,59/0,300/0");
	assert_local(z, "2024-02-28T23:59:59Z", "2024-02-28T23:59:59");
	assert_local(z, "2024-02-29T00:00:00Z", "2024-02-29T02:30:00");
	assert_local(z, "2025-02-28T23:59:59Z", "2025-02-28T23:59:59");
	assert_local(z, "2025-03-01T00:00:00Z", "2025-03-01T02:30:00");
	/* RFC 8536 3.3.1: summer time all year */
	z = open_footer(b, "EST5EDT,0/0,J365/25");
	for (int64_t t = 0; t < INT64_C(4000000000); t += 1799) {
		struct local l;

		zone_local(z, t, &l);
		assert_int_equal(seconds(&l), t - 4 * 3600);
	}
	assert_utc(z, "2027-01-01T00:00:00Z", "2027-01-01T04:00:00Z");
	/* empty: the only type there is */
	z = open_footer(b, "");
	assert_local(z, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00");
}

static void
test_footers_refused(void **state)
{
	static const char *const bad[] = {
		"A0",		       "AAA",
		"AAA25",	       "<+03-3",
		"AAA0BBB",	       "AAA0BBB,M3.5.0",
		"AAA0BBB,M13.1.0,J1",  "AAA0BBB,M3.0.0,J1",
		"AAA0BBB,M3.6.0,J1",   "AAA0BBB,M3.1.7,J1",
		"AAA0BBB,J0,J1",       "AAA0BBB,J366,J1",
		"AAA0BBB,366,J1",      "AAA0BBB,J1/168,J2",
		"AAA0BBB,J1,J2,",      "AAA0 ",
		"AAA0:60",	       "AAA99999999999999999999",
	};
	struct box *b = *state;

	for (size_t i = 0; i < NELEM(bad); i++) {
		OWN(str_free) struct str s = { 0 };
		const struct zone *z = NULL;

		build(&s, bad[i]);
		if (open_bytes(b, s.s, s.n, &z) != -1)
			fail_msg("'%s' was taken", bad[i]);
		assert_int_equal(b->e.kind, ERR_FAILED);
		assert_null(z);
	}
}

/* Version 1: times of 32 bits, no footer. */
static void
test_old_format(void **state)
{
	OWN(str_free) struct str s = { 0 };
	const struct zone *z;
	struct box *b = *state;

	add_header(&s, '\0', 0, 1, 2);
	add_be(&s, -10, 4);
	add_be(&s, 1, 1);
	add_be(&s, 0, 6);
	add_be(&s, 3600, 4);
	add_be(&s, 0, 2);
	str_addn(&s, "UTC\0", 4);
	assert_int_equal(open_bytes(b, s.s, s.n, &z), 0);
	assert_local(z, "1970-01-01T00:00:00Z", "1970-01-01T01:00:00");
	assert_true(zone_utc(z, -1, 23, 0, 0) == -3600);
	s.s[31] = 1; /* a leap second */
	str_pad(&s, '\0', 8);
	assert_said(&b->e, ERR_FAILED,
		    "the time zone file '%s' is damaged or counts leap "
		    "seconds; install tzdata again",
		    open_bytes(b, s.s, s.n, &z));
}

static void
test_names(void **state)
{
	static const char *const bad[] = {
		"", "/etc/localtime", "../zoneinfo/UTC", "Europe/../UTC",
		"Europe", "Europe/", "Europe//Berlin", "Nowhere/At_All",
		"Europe/Berlin\n", "zone.tab", "leapseconds", "./UTC",
	};
	struct box *b = *state;
	const struct zone *z = NULL;

	for (size_t i = 0; i < NELEM(bad); i++) {
		if (zone_open(&b->a, bad[i], &z, &b->e) != -1)
			fail_msg("'%s' was opened", bad[i]);
		assert_int_equal(b->e.kind, ERR_USAGE);
	}
	assert_null(z);
	/* a folder of one's own does not hide the system's */
	setenv("TZDIR", b->dir, 1);
	assert_non_null(open_zone(b, "Europe/Berlin"));
}

/* Asks a zone from a damaged file a few things; the sanitizers watch. */
static void
poke(const struct zone *z)
{
	static const int64_t at[] = { INT64_MIN, -2000000000, 0, 1000000000,
				      1800000000, 4000000000, INT64_MAX };

	for (size_t i = 0; i < NELEM(at); i++) {
		struct local l;

		zone_local(z, at[i], &l);
		zone_utc(z, l.days, l.hour, l.minute, l.second);
		zone_utc(z, at[i], 2, 30, 0);
	}
}

static void
test_damaged(void **state)
{
	struct box *b = *state;
	const struct zone *z;
	const char *s;
	char *copy;
	size_t n;

	assert_int_equal(file_read(&b->a, "/usr/share/zoneinfo/Asia/Gaza",
				   1 << 20, &s, &n, &b->e), 0);
	for (size_t i = 0; i < n; i += i < 200 || i + 50 > n ? 1 : 13)
		assert_int_equal(open_bytes(b, s, i, &z), -1);
	copy = malloc(n);
	assert_non_null(copy);
	memcpy(copy, s, n);
	for (size_t bit = 0; bit < 8 * n; bit += bit < 4000 ? 3 : 29) {
		copy[bit / 8] = (char)(copy[bit / 8] ^ 1 << bit % 8);
		if (open_bytes(b, copy, n, &z) == 0)
			poke(z);
		copy[bit / 8] = s[bit / 8];
	}
	free(copy);
}

#define IN_BOX(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_zone),
		IN_BOX(test_berlin),	      IN_BOX(test_new_york),
		IN_BOX(test_lord_howe),
		IN_BOX(test_skipped_day),     IN_BOX(test_libc),
		IN_BOX(test_earliest),	      IN_BOX(test_footers),
		IN_BOX(test_footers_refused), IN_BOX(test_old_format),
		IN_BOX(test_names),	      IN_BOX(test_damaged),
	};

	return cmocka_run_group_tests_name("base/zone", tests, NULL, NULL);
}
