/* A fortnight of the demonstration house: who came, what was held, trained
 * and signed. Everything goes through the same records, signatures and append
 * as in a real house; only the clock is passed in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/demo.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "cmd/activation.h"
#include "cmd/briefing.h"
#include "cmd/cmd.h"
#include "cmd/enrolment.h"
#include "cmd/handbook.h"
#include "cmd/ownkey.h"
#include "cmd/vouching.h"
#include "model/code.h"
#include "model/passphrase.h"
#include "model/playtest.h"
#include "session/practice.h"

/* ---- time ---- */

void
demo_at(struct demo *d, int days_ago, int hour, int minute)
{
	struct clock *c = &d->app->clock;

	c->fixed = true;
	c->quality = CLOCK_SET;
	c->wall = zone_utc(d->app->zone, d->today - days_ago, hour, minute,
			   0);
}

struct demo_person *
demo_find(struct demo *d, const char *number)
{
	size_t i = 0;

	while (!str_eq(d->people[i].number, number)) {
		i++;
		assert(i < DEMO_PEOPLE);
	}
	return &d->people[i];
}

static struct signer *
hr_key(struct demo *d)
{
	return d->people[0].key;
}

int
demo_append(struct demo *d, const struct record *r, enum slot_bit slot,
	    const struct signer *key, const struct append *side,
	    struct appended *ret, struct err *e)
{
	struct endorsed v = { .r = r };

	if (key != NULL) {
		v.sig[0].slot = slot;
		v.sig[0].key = key;
		v.nsig = 1;
	}
	clock_advance(&d->app->clock, 1);
	return app_append(d->app, &v, 1, side, ret, e);
}

/* ---- people ---- */

static int
enrol(struct demo *d, struct demo_person *p, struct err *e)
{
	struct enrolment v = { .number = p->number, .name = p->name,
			       .role = p->role, .lang = p->lang,
			       .team = p->team, .contract = p->contract,
			       .coach = p->coach };
	const struct record *r;
	struct side_name name;
	struct append side = { .names = &name, .nnames = 1 };
	struct appended done;

	demo_at(d, p->joined, 9, 0);
	if (enrolment_check(d->app, &v, e) != 0 ||
	    enrolment_record(d->app, &v, d->people[0].number, &r, &name,
			     &p->code, e) != 0)
		return -1;
	return demo_append(d, r, SIG_HR, hr_key(d), &side, &done, e);
}

static int
activate(struct demo *d, struct demo_person *p, struct err *e)
{
	OWN(secret_freep) struct secret *digits = secret_new(64);
	OWN(secret_freep) struct secret *pass = secret_new(SECRET_MAX);
	OWN(secret_freep) struct secret *scratch = secret_new(SECRET_MAX);
	OWN(signer_freep) struct signer *code = NULL;
	struct appended done;
	struct person who;

	demo_at(d, p->joined, 10, 0);
	if (app_person(d->app, p->number, &who, e) != 0)
		return -1;
	if (code_read(p->code, CODE_GROUPS, digits->s) != 0)
		return err_set(e, ERR_UNTRUE, "the code of %s is not well "
			       "formed", p->number);
	code = signer_from_code(d->app->house.id, p->number, digits->s);
	p->key = signer_random();
	secret_set(pass, p->passphrase, strlen(p->passphrase));
	/* as it will be when somebody types it */
	(void)!passphrase_normalise(pass->s, &pass->n, pass->cap, scratch->s);
	if (ownkey_seal(d->app, p->number, p->key, pass, e) != 0)
		return -1;
	p->code = NULL;
	return activation_append(d->app, &who, p->lang, d->people[0].number,
				 code, p->key, &done, e);
}

/* The first HR person founded the house; the second has an enrolment from
 * then, signed by the charter. The others are HR's; who has no passphrase has
 * not come yet. */
static int
bring_people(struct demo *d, struct err *e)
{
	for (size_t i = 1; i < DEMO_PEOPLE; i++) {
		struct demo_person *p = &d->people[i];

		if (i > 1 && enrol(d, p, e) != 0)
			return -1;
		if (p->passphrase != NULL && activate(d, p, e) != 0)
			return -1;
	}
	return 0;
}

/* ---- lineups ---- */

/* Who works when: two shifts with people of their own, days off in turns, so
 * that nobody has heard everything and the part-timer least. */
static bool
on_shift(const struct demo_person *p, size_t i, bool early, int day)
{
	if (!str_eq(p->team, "front-desk") || p->passphrase == NULL ||
	    p->joined < day)
		return false;
	if (str_eq(p->contract, "part"))
		return early && day % 4 == 1;
	if (str_eq(p->number, "1003"))
		return early && day % 7 != 3;
	if (str_eq(p->number, "1005"))
		return (!early && day % 7 != 5) || (early && day % 7 == 3);
	return ((int)i + day / 5) % 2 == (early ? 0 : 1) && ((int)i + day) % 6;
}

/* The leader is there in any case. */
static void
fill_present(struct demo *d, struct lineup_result *res, bool early, int day)
{
	size_t cp = 0, cl = 0;

	ARENA_PUSH(d->app->a, res->present, res->npresent, cp, res->leader);
	for (size_t i = 0; i < DEMO_PEOPLE; i++) {
		const struct demo_person *p = &d->people[i];

		if (!on_shift(p, i, early, day) ||
		    str_eq(p->number, res->leader))
			continue;
		if ((i + (size_t)day) % 9 == 4)
			ARENA_PUSH(d->app->a, res->late, res->nlate, cl,
				   p->number);
		else
			ARENA_PUSH(d->app->a, res->present, res->npresent, cp,
				   p->number);
	}
}

static void
fill_shown(struct demo *d, const struct briefing *b,
	   struct lineup_result *res)
{
	struct plan plan = b->setup.plan, whole = plan;
	size_t cs = 0, cd = 0;

	plan_lay_out(&plan, res->form);
	plan_lay_out(&whole, b->setup.form);
	for (int i = 0; i < SLOT_COUNT; i++) {
		if (plan.slots[i].seconds > 0)
			ARENA_PUSH(d->app->a, res->shown, res->nshown, cs,
				   slot_word((enum slot)i));
		else if (!whole.slots[i].folded)
			ARENA_PUSH(d->app->a, res->dropped, res->ndropped,
				   cd, slot_word((enum slot)i));
	}
}

static void
fill_result(struct demo *d, const struct briefing *b, bool early, int day,
	    struct lineup_result *res)
{
	static const char *const parked[] = { "towel trolley", "key cards",
					      "second till" };
	const char **park = ARENA_ARRAY(d->app->a, const char *, 1);

	res->form = day % 6 == 2 ? 7 : 10;
	res->leader = early ? (day % 7 == 3 ? "1005" : "1003") :
			      (day % 7 == 5 ? "1003" : "1005");
	res->lang = "en";
	res->start = clock_now(&d->app->clock);
	res->end = res->start + (int64_t)res->form * 60 - 8 + day % 17;
	res->after = b->setup.after;
	fill_present(d, res, early, day);
	res->practice[0] = (unsigned)(2 + day % 3);
	res->practice[1] = (unsigned)(1 + day % 2);
	res->practice[2] = (unsigned)(3 - day % 2);
	res->recall_of = (int)(res->npresent + res->nlate);
	res->recall_right = res->recall_of - day % 3;
	if (res->recall_right < 0)
		res->recall_right = 0;
	if (day % 3 == 1) {
		park[0] = parked[(size_t)day % NELEM(parked)];
		res->parked = park;
		res->nparked = 1;
	}
	fill_shown(d, b, res);
	res->witness = lineup_draw(&b->setup, res->after, res->leader,
				   res->present, res->npresent, d->app->a);
}

static int
vouch(struct demo *d, const char *number, const char *as, uint64_t index,
      struct err *e)
{
	const struct demo_person *p = demo_find(d, number);
	struct appended done;

	clock_advance(&d->app->clock, 40);
	return vouching_append(d->app, number, as, index, p->key, NULL, &done,
			       e);
}

static int
hold(struct demo *d, int day, bool early, struct err *e)
{
	struct briefing_words w = { .team = "front-desk",
				    .shift = early ? "early" : "late" };
	struct lineup_result res = { 0 };
	struct appended done;
	char date[DATE_SIZE];
	struct briefing b;
	struct record *r;

	demo_at(d, day, early ? 6 : 14, 50);
	date_print(date, d->today - day);
	w.date = date;
	if (briefing_prepare(d->app, &w, &b, e) != 0)
		return -1;
	fill_result(d, &b, early, day, &res);
	d->app->clock.wall = res.end;
	if (briefing_record(d->app, &b, &res, "keyboard", &r, e) != 0 ||
	    demo_append(d, r, SIG_NONE, NULL, NULL, &done, e) != 0)
		return -1;
	/* Some are signed by both, some by the leader alone, some skipped by
	 * the second, some by nobody. */
	if (day % 5 != 4 && vouch(d, res.leader, "leader", done.first,
				  e) != 0)
		return -1;
	if (day % 5 < 3 && res.witness != NULL &&
	    vouch(d, res.witness, "witness", done.first, e) != 0)
		return -1;
	return 0;
}

/* Fourteen days and the evening before, one late shift missing: twenty-eight
 * lineups. */
static int
hold_lineups(struct demo *d, struct err *e)
{
	if (hold(d, DEMO_DAYS, false, e) != 0)
		return -1;
	for (int day = DEMO_DAYS - 1; day > 0; day--) {
		if (hold(d, day, true, e) != 0)
			return -1;
		if (day != 4 && hold(d, day, false, e) != 0)
			return -1;
	}
	return 0;
}

/* ---- training ---- */

/* The path PATH of a drill's play-tests. */
static int
load_path(struct app *app, const char *drill, const char *path,
	  const struct playtest **ret, struct err *e)
{
	struct playtests *tests = ARENA_NEW(app->a, struct playtests);
	const char *file, *s;
	size_t n;

	file = path_join(app->a, path_join(app->a, app->datadir, "scenarios"),
			 arena_printf(app->a, "%s.tests", drill));
	if (file_read(app->a, file, 65536, &s, &n, e) != 0 ||
	    playtest_parse(app->a, file, s, n, tests, e) != 0)
		return -1;
	for (size_t i = 0; i < tests->n; i++)
		if (str_eq(tests->v[i].name, path)) {
			*ret = &tests->v[i];
			return 0;
		}
	return err_set(e, ERR_CONTENT, "'%s' has no test '%s'", file, path);
}

int
demo_answer_drill(struct demo *d, struct player *p, const char *drill,
		  const char *path, struct err *e)
{
	const struct playtest *t;

	if (load_path(d->app, drill, path, &t, e) != 0)
		return -1;
	player_choice(p, "sure 3");
	for (size_t i = 0; i < t->nchoices; i++)
		player_choice(p, t->choices[i]);
	player_choice(p, "sure 4");
	return 0;
}

static int
play(struct demo *d, const char *number, const char *drill, const char *path,
     int days_ago, struct err *e)
{
	struct app *app = d->app;
	const char *words[3] = { "drill", drill, NULL }, *choices = "";
	const struct playtest *t;

	if (load_path(app, drill, path, &t, e) != 0)
		return -1;
	for (size_t i = 0; i < t->nchoices; i++)
		choices = arena_printf(app->a, "%s%s%s", choices,
				       i > 0 ? "," : "", t->choices[i]);
	demo_at(d, days_ago, 17, 15);
	snprintf(app->who, sizeof(app->who), "%s", number);
	words[2] = arena_printf(app->a, "--choices=%s", choices);
	return cmd_drill(app, 3, words, e);
}

static int
train(struct demo *d, struct err *e)
{
	static const struct {
		const char *number, *drill, *path;
		int days_ago;
	} v[] = {
		{ "1008", "glass-door", "middle", 13 },
		{ "1008", "glass-door", "best", 12 },
		{ "1017", "pear-tart", "worst", 10 },
		{ "1031", "glass-door", "best", 9 },
		{ "1031", "today-at-six", "middle", 8 },
		{ "1005", "day-sixteen", "best", 7 },
		{ "1017", "pear-tart", "middle", 6 },
		{ "1031", "today-at-six", "best", 4 },
		{ "1042", "glass-door", "middle", 2 },
		{ "1042", "today-at-six", "worst", 1 },
	};

	for (size_t i = 0; i < NELEM(v); i++)
		if (play(d, v[i].number, v[i].drill, v[i].path,
			 v[i].days_ago, e) != 0)
			return -1;
	return 0;
}

int
demo_history(struct demo *d, struct err *e)
{
	return bring_people(d, e) != 0 || demo_publish(d, e) != 0 ||
	       hold_lineups(d, e) != 0 || demo_sign(d, e) != 0 ||
	       train(d, e) != 0 ? -1 : 0;
}
