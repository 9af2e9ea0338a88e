/* Time is passed in: what day it is, and how long something took.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_CLOCK_H
#define PRESHIFT_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* How good the wall clock is (field `clock` of every record). */
enum clock_quality { CLOCK_NTP, CLOCK_RTC, CLOCK_STATED, CLOCK_SUSPECT,
		     CLOCK_SET };

/* A clock. `shift` is added to the wall clock (--now, or a stated time);
 * `quality` is CLOCK_NTP or CLOCK_RTC as clock_real() found it, until
 * clock_set() states another. Tests use `fixed`: then `wall` and `mono_ms`
 * are read as they are and a test moves them. */
struct clock {
	int64_t shift;
	enum clock_quality quality;
	bool fixed;
	int64_t wall;    /* seconds since 1970 UTC, when fixed */
	int64_t mono_ms; /* milliseconds when fixed, else added to the real */
};

void clock_real(struct clock *c); /* the system's clocks, quality looked up */
/* From now on the clock says T and runs on (quality `set` or `stated`). */
void clock_set(struct clock *c, int64_t t, enum clock_quality q);
/* The network may have come since: looks the quality up again, and takes the
 * system's time for a stated one as soon as it comes from there. What --now
 * set stays. */
void clock_look_again(struct clock *c);
void clock_advance(struct clock *c, int64_t seconds); /* wall and monotonic */
int64_t clock_now(const struct clock *c);     /* seconds since 1970 UTC */
/* The same whatever --now says: how old a file is, how long a pause lasts. */
int64_t clock_real_now(const struct clock *c);
int64_t clock_mono_ms(const struct clock *c); /* for durations only */
const char *clock_word(enum clock_quality q); /* ntp rtc stated suspect set */

/* "YYYY-MM-DDThh:mm:ssZ" and back; years 1970-9999. */
#define UTC_SIZE 21
void utc_print(char out[UTC_SIZE], int64_t t);
bool utc_parse(const char *s, int64_t *ret);

/* Civil calendar (proleptic Gregorian): days since 1970-01-01. */
int64_t days_from_civil(int year, int month, int day);
void civil_from_days(int64_t days, int *year, int *month, int *day);
#define DATE_SIZE 11
void date_print(char out[DATE_SIZE], int64_t days); /* "YYYY-MM-DD" */
bool date_parse(const char *s, int64_t *ret_days);  /* a real date only */
int weekday(int64_t days);                          /* 0 Monday … 6 Sunday */

/* As people type it: "21.11." "21.11.2026" "21/11/26" "21 11", or the form
 * above. Without a year it is the first such day from FROM on; a real date of
 * the years 2000 to 2999 only. */
bool date_typed(const char *s, int64_t from, int64_t *ret_days);
/* "6:48" "06.48" "6 48" "0648", to minutes after midnight. */
bool time_typed(const char *s, int *ret_minutes);

#endif
