/* Whether the clock of this computer can be believed; where it cannot, a
 * person says what day it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"

#include <string.h>

#include "base/file.h"
#include "base/str.h"

/* Seconds: two computers of a house may differ by so much. */
enum { CLOCK_SLACK = 120 };

bool
app_battery_clock(void)
{
	return file_exists("/sys/class/rtc/rtc0");
}

/* ---- the newest record ---- */

/* When a leaf says it was made; false: it cannot be read, or its clock was in
 * doubt already. */
static bool
made_at(struct arena *a, const struct leaf_row *leaf, int64_t *ret)
{
	const struct record *r = NULL;
	const char *at, *clock;
	struct leaf_parts parts;
	struct err e;

	err_init(&e, NULL);
	if (leaf->body == NULL ||
	    leaf_split(leaf->body, leaf->n, &parts, &e) != 0 ||
	    record_parse(a, parts.record, parts.nrecord, &r, &e) != 0 ||
	    r == NULL)
		return false;
	at = record_get(r, "at");
	clock = record_get(r, "clock");
	return at != NULL && clock != NULL && !str_eq(clock, "suspect") &&
	       utc_parse(at, ret);
}

/* The time of the newest record of LOG that can be believed; 0: none. */
static int64_t
newest_of(struct app *app, struct arena *a, const struct origin_row *log)
{
	struct leaf_row leaf;
	struct err e;
	int64_t t;
	bool found;

	err_init(&e, NULL);
	for (uint64_t i = log->size; i > 0; i--) {
		if (store_leaf(app->store, a, log->terminal, i - 1, &leaf,
			       &found, &e) != 0 || !found)
			break;
		if (made_at(a, &leaf, &t))
			return t;
	}
	return 0;
}

/* Of all logs here. What is damaged says nothing: whoever opens the house is
 * told of that elsewhere. */
static int64_t
newest(struct app *app)
{
	OWN(arena_free) struct arena a = { 0 };
	struct origin_row *v;
	int64_t most = 0;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (store_origins(app->store, &a, &v, &n, &e) != 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		int64_t t = newest_of(app, &a, &v[i]);

		most = t > most ? t : most;
	}
	return most;
}

void
app_judge_clock(struct app *app)
{
	clock_look_again(&app->clock);
	if (app->clock.quality != CLOCK_SET &&
	    app->clock.quality != CLOCK_STATED &&
	    clock_now(&app->clock) < newest(app) - CLOCK_SLACK)
		app->clock.quality = CLOCK_SUSPECT;
}

/* ---- asking ---- */

/* In a house where nothing is real only what contradicts the records. */
static bool
in_doubt(const struct app *app)
{
	return app->clock.quality == CLOCK_SUSPECT ||
	       (app->clock.quality == CLOCK_RTC && !app->house.trial &&
		!app_battery_clock());
}

static const char *
moment_words(struct app *app, int64_t t)
{
	return arena_printf(app->a, "%s, %s",
			    app_date_words(app, app_day_of(app, t)),
			    app_time_words(app, t));
}

static int
is_date(struct app *app, const char *s, struct err *e)
{
	int64_t day;

	(void)app;
	if (date_typed(s, 0, &day))
		return 0;
	return err_set(e, ERR_USAGE, "'%s' is no date: day and month, for "
		       "example 21.11.", s);
}

static int
is_time(struct app *app, const char *s, struct err *e)
{
	int minutes;

	(void)app;
	if (time_typed(s, &minutes))
		return 0;
	return err_set(e, ERR_USAGE, "'%s' is no time: hour and minutes, for "
		       "example 6:48", s);
}

/* A date without a year is the next after the newest record. */
static int
ask_moment(struct app *app, int64_t recorded, int64_t *ret, struct err *e)
{
	const char *date, *time;
	int64_t day = 0;
	int minutes = 0;

	if (app_ask_fit(app, T(app, "The date, for example 21.11.: "), NULL,
			is_date, &date, e) != 0 ||
	    app_ask_fit(app, T(app, "The time, for example 6:48: "), NULL,
			is_time, &time, e) != 0)
		return -1;
	(void)date_typed(date, app_day_of(app, recorded), &day);
	(void)time_typed(time, &minutes);
	*ret = zone_utc(app->zone, day, minutes / 60, minutes % 60, 0);
	return 0;
}

static struct page *
question_page(struct app *app, int64_t recorded)
{
	struct page *p = app_page(app, T(app, "WHAT DAY IS IT?"));

	page_para(app->a, p, app->clock.quality == CLOCK_SUSPECT ?
		  T(app, "The clock of this computer stands before the newest "
			 "record: it is wrong, or it was.") :
		  T(app, "This computer has no battery clock and no network: "
			 "after a pause its clock may be wrong."));
	if (recorded > 0)
		page_para(app->a, p,
			  arena_printf(app->a, T(app, "The newest record is "
						      "of %s."),
				       moment_words(app, recorded)));
	page_para(app->a, p, T(app, "Look at a watch or a telephone. What is "
				    "recorded from now on says that the time "
				    "was stated by hand."));
	return p;
}

/* "Is it …?" until it is. */
static int
ask_clock(struct app *app, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "yes", .label = T(app, "yes") },
		{ .word = "no", .label = T(app, "no, I type date and time") },
		{ .word = "later", .label = T(app, "leave it open"),
		  .key = "0" },
	};
	enum { YES, NO, LATER };
	int64_t recorded = newest(app), t = clock_now(&app->clock);
	int64_t before = clock_mono_ms(&app->clock);
	size_t i = YES;

	if (io_tell(app->io, question_page(app, recorded), e) != 0)
		return -1;
	for (;;) {
		if (io_choose(app->io,
			      arena_printf(app->a, T(app, "Is it %s?"),
					   moment_words(app, t)),
			      o, NELEM(o), NELEM(o), &i, e) != 0)
			return -1;
		if (i == LATER)
			return err_cancel(e);
		if (i == YES)
			break;
		if (ask_moment(app, recorded, &t, e) != 0)
			return -1;
		before = clock_mono_ms(&app->clock);
	}
	/* It went on while the question was read. */
	t += (clock_mono_ms(&app->clock) - before) / 1000;
	clock_set(&app->clock, t, CLOCK_STATED);
	return 0;
}

int
app_settle_clock(struct app *app, bool again, struct err *e)
{
	app_judge_clock(app);
	if (!app->io->interactive || !in_doubt(app) ||
	    (app->clock_put_away && !again))
		return 0;
	app->clock_put_away = true;
	return ask_clock(app, e);
}
