/* Time is passed in: what day it is, and how long something took.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/clock.h"

#include <stddef.h>
#include <sys/timex.h>
#include <time.h>

#define DAY 86400
#define DAYS_MIN (-719162) /* 0001-01-01 */
#define DAYS_MAX 2932896   /* 9999-12-31 */

static enum clock_quality
system_quality(void)
{
	struct timex tx = { 0 };
	int state = adjtimex(&tx); /* modes 0: only reads */

	if (state == -1 || state == TIME_ERROR || (tx.status & STA_UNSYNC))
		return CLOCK_RTC;
	return CLOCK_NTP;
}

static int64_t
system_wall(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return ts.tv_sec;
}

void
clock_real(struct clock *c)
{
	*c = (struct clock){ .quality = system_quality() };
}

void
clock_set(struct clock *c, int64_t t, enum clock_quality q)
{
	if (c->fixed)
		c->wall = t;
	else
		c->shift = t - system_wall();
	c->quality = q;
}

void
clock_look_again(struct clock *c)
{
	enum clock_quality now;

	if (c->fixed || c->quality == CLOCK_SET)
		return;
	now = system_quality();
	if (c->quality == CLOCK_STATED && now != CLOCK_NTP)
		return;
	if (c->quality == CLOCK_STATED)
		c->shift = 0;
	c->quality = now;
}

void
clock_advance(struct clock *c, int64_t seconds)
{
	if (c->fixed)
		c->wall += seconds;
	else
		c->shift += seconds;
	c->mono_ms += seconds * 1000;
}

int64_t
clock_now(const struct clock *c)
{
	return c->fixed ? c->wall : system_wall() + c->shift;
}

int64_t
clock_real_now(const struct clock *c)
{
	return clock_now(c) - c->shift;
}

int64_t
clock_mono_ms(const struct clock *c)
{
	struct timespec ts;

	if (c->fixed)
		return c->mono_ms;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000 + c->mono_ms;
}

const char *
clock_word(enum clock_quality q)
{
	switch (q) {
	case CLOCK_NTP:
		return "ntp";
	case CLOCK_RTC:
		return "rtc";
	case CLOCK_STATED:
		return "stated";
	case CLOCK_SUSPECT:
		return "suspect";
	case CLOCK_SET:
		return "set";
	}
	return "suspect";
}

/* The calendar arithmetic counts in eras of 400 years that begin in March, so
 * that the leap day is the last of its year. */
int64_t
days_from_civil(int year, int month, int day)
{
	int64_t y = (int64_t)year - (month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

void
civil_from_days(int64_t days, int *year, int *month, int *day)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;

	*day = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = (int)(yoe + era * 400 + (*month <= 2));
}

int
weekday(int64_t days)
{
	return (int)(((days + 3) % 7 + 7) % 7); /* 1970-01-01: a Thursday */
}

/* V as N digits at P. */
static char *
put_digits(char *p, int v, int n)
{
	for (int i = n - 1; i >= 0; i--) {
		p[i] = (char)('0' + v % 10);
		v /= 10;
	}
	return p + n;
}

/* Exactly N digits at S; -1 if there is anything else. */
static int
get_digits(const char *s, int n)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = 10 * v + (s[i] - '0');
	}
	return v;
}

void
date_print(char out[DATE_SIZE], int64_t days)
{
	int y, m, d;
	char *p = out;

	/* four digits of year: what lies outside is shown as the border */
	if (days < DAYS_MIN)
		days = DAYS_MIN;
	if (days > DAYS_MAX)
		days = DAYS_MAX;
	civil_from_days(days, &y, &m, &d);
	p = put_digits(p, y, 4);
	*p++ = '-';
	p = put_digits(p, m, 2);
	*p++ = '-';
	p = put_digits(p, d, 2);
	*p = '\0';
}

/* "YYYY-MM-DD" at the begin of S. */
static bool
get_date(const char *s, int64_t *ret_days)
{
	int y, m, d, y2, m2, d2;
	int64_t days;

	y = get_digits(s, 4);
	if (y < 1 || s[4] != '-')
		return false;
	m = get_digits(s + 5, 2);
	if (m < 1 || m > 12 || s[7] != '-')
		return false;
	d = get_digits(s + 8, 2);
	if (d < 1 || d > 31)
		return false;
	days = days_from_civil(y, m, d);
	civil_from_days(days, &y2, &m2, &d2);
	if (d2 != d)
		return false; /* 30 February is another day */
	*ret_days = days;
	return true;
}

bool
date_parse(const char *s, int64_t *ret_days)
{
	int64_t days;

	if (!get_date(s, &days) || s[10] != '\0')
		return false;
	*ret_days = days;
	return true;
}

void
utc_print(char out[UTC_SIZE], int64_t t)
{
	int64_t days, rest;
	char *p;

	if (t < (int64_t)DAYS_MIN * DAY)
		t = (int64_t)DAYS_MIN * DAY;
	if (t > (int64_t)(DAYS_MAX + 1) * DAY - 1)
		t = (int64_t)(DAYS_MAX + 1) * DAY - 1;
	days = (t - (t % DAY + DAY) % DAY) / DAY;
	rest = t - days * DAY;
	date_print(out, days);
	p = out + DATE_SIZE - 1;
	*p++ = 'T';
	p = put_digits(p, (int)(rest / 3600), 2);
	*p++ = ':';
	p = put_digits(p, (int)(rest / 60 % 60), 2);
	*p++ = ':';
	p = put_digits(p, (int)(rest % 60), 2);
	*p++ = 'Z';
	*p = '\0';
}

bool
utc_parse(const char *s, int64_t *ret)
{
	int64_t days;
	int h, m, sec;

	if (!get_date(s, &days) || days < 0 || s[10] != 'T')
		return false;
	h = get_digits(s + 11, 2);
	if (h < 0 || h > 23 || s[13] != ':')
		return false;
	m = get_digits(s + 14, 2);
	if (m < 0 || m > 59 || s[16] != ':')
		return false;
	sec = get_digits(s + 17, 2);
	if (sec < 0 || sec > 59 || s[19] != 'Z' || s[20] != '\0')
		return false;
	*ret = days * DAY + h * 3600 + m * 60 + sec;
	return true;
}

/* Takes a number of at most MOST digits off *S; -1 if there is none. */
static int
take_number(const char **s, int most)
{
	int v = 0, n = 0;

	for (; n < most && **s >= '0' && **s <= '9'; n++, ++*s)
		v = 10 * v + (**s - '0');
	return n == 0 ? -1 : v;
}

/* Takes one of the marks that people put between numbers. */
static bool
take_mark(const char **s, const char *marks)
{
	const char *m = marks;

	while (*m != '\0' && *m != **s)
		m++;
	if (*m == '\0')
		return false;
	++*s;
	while (**s == ' ')
		++*s;
	return true;
}

/* Whether there is such a day; 30 February is another one. */
static bool
real_day(int y, int m, int d, int64_t *ret_days)
{
	int y2, m2, d2;

	if (m < 1 || m > 12 || d < 1 || d > 31)
		return false;
	*ret_days = days_from_civil(y, m, d);
	civil_from_days(*ret_days, &y2, &m2, &d2);
	return d2 == d;
}

bool
date_typed(const char *s, int64_t from, int64_t *ret_days)
{
	static const char marks[] = "./- ";
	int y, m, d, first;
	int64_t days;

	if (date_parse(s, &days)) {
		civil_from_days(days, &y, &m, &d);
	} else {
		d = take_number(&s, 2);
		if (d < 0 || !take_mark(&s, marks))
			return false;
		m = take_number(&s, 2);
		if (m < 0)
			return false;
		(void)take_mark(&s, marks);
		y = take_number(&s, 4);
		if (*s != '\0')
			return false;
	}
	if (y >= 0 && y < 100)
		y += 2000;
	if (y >= 0) {
		if (y < 2000 || y > 2999 || !real_day(y, m, d, &days))
			return false;
		*ret_days = days;
		return true;
	}
	/* 29 February comes every four years, but for some hundreds */
	civil_from_days(from, &first, &(int){ 0 }, &(int){ 0 });
	for (y = first; y < first + 9; y++) {
		if (real_day(y, m, d, &days) && days >= from) {
			*ret_days = days;
			return true;
		}
	}
	return false;
}

bool
time_typed(const char *s, int *ret_minutes)
{
	const char *begin = s;
	int h = take_number(&s, 4), m;

	if (h < 0)
		return false;
	if (s - begin == 4 && *s == '\0') {
		m = h % 100;
		h /= 100;
	} else {
		if (s - begin > 2 || !take_mark(&s, ":. "))
			return false;
		begin = s;
		m = take_number(&s, 2);
		if (s - begin != 2 || *s != '\0')
			return false;
	}
	if (h > 23 || m > 59)
		return false;
	*ret_minutes = 60 * h + m;
	return true;
}
