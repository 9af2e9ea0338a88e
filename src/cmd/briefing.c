/* A lineup put together: who, which shift, which commandment, which items.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/briefing.h"

#include <string.h>

#include "base/str.h"
#include "trust/hash.h"

enum { NEW_LINEUPS = 3, USUAL_DAYS = 28, RECALL_FROM = 3, RECALL_TO = 10,
       PARKED_MOST = 3 };

/* ---- when and who ---- */

static int
shift_starts(struct app *app, int starts[SHIFT_COUNT], struct err *e)
{
	for (int i = 0; i < SHIFT_COUNT; i++) {
		const char *v, *name = arena_printf(
			app->a, "shift.%s", shift_word((enum shift)i));
		uint64_t h, m;

		if (app_setting(app, name, &v, e) != 0)
			return -1;
		starts[i] = -1;
		if (strlen(v) == 5 && v[2] == ':' &&
		    (h = (uint64_t)((v[0] - '0') * 10 + v[1] - '0')) < 24 &&
		    (m = (uint64_t)((v[3] - '0') * 10 + v[4] - '0')) < 60)
			starts[i] = (int)(h * 60 + m);
	}
	return 0;
}

static int
when(struct app *app, const struct briefing_words *w, struct lineup_setup *s,
     struct err *e)
{
	int starts[SHIFT_COUNT];
	enum shift asked = SHIFT_COUNT;

	if (shift_starts(app, starts, e) != 0)
		return -1;
	if (w->shift != NULL && !shift_parse(w->shift, &asked))
		return err_set(e, ERR_USAGE, "'%s' is no shift: early, late or "
			       "night", w->shift);
	for (int i = 0; asked != SHIFT_COUNT && i < SHIFT_COUNT; i++)
		if (i != (int)asked)
			starts[i] = -1; /* no other one is near enough */
	shift_nearest(app->zone, starts, clock_now(&app->clock), &s->shift,
		      &s->day);
	if (asked != SHIFT_COUNT)
		s->shift = asked; /* also where it has no start */
	if (w->date != NULL && !date_parse(w->date, &s->day))
		return err_set(e, ERR_USAGE, "'%s' is no date: YYYY-MM-DD",
			       w->date);
	return 0;
}

static int
which_form(struct app *app, const char *asked, unsigned *ret, struct err *e)
{
	const char *v = asked;
	uint64_t n;

	if (v == NULL && app_setting(app, "lineup.form", &v, e) != 0)
		return -1;
	if (!str_u64(v, 10, &n) || (n != 10 && n != 7 && n != 5))
		return err_set(e, ERR_USAGE, "'%s' is no form of a lineup: 10, "
			       "7 or 5 minutes", v);
	*ret = (unsigned)n;
	return 0;
}

static int
which_team(struct app *app, const char *asked, const char **ret,
	   struct err *e)
{
	const char *v;

	if (asked != NULL && !id_valid(asked))
		return err_set(e, ERR_USAGE, "'%s' is no team: lower-case "
			       "letters, digits, hyphens", asked);
	if (asked == NULL) {
		if (app_setting(app, "teams", &v, e) != 0)
			return -1;
		asked = arena_strndup(app->a, v, strcspn(v, " "));
	}
	*ret = asked;
	return 0;
}

/* "front-desk" as people write it: "Front desk". */
static const char *
team_title(struct app *app, const char *team)
{
	char *s = arena_strdup(app->a, team);

	if (*s >= 'a' && *s <= 'z')
		*s = (char)(*s - 'a' + 'A');
	for (char *p = s; *p != '\0'; p++)
		if (*p == '-' || *p == '.')
			*p = ' ';
	return s;
}

static const struct person *
find(const struct briefing *b, const char *number)
{
	for (size_t i = 0; i < b->npeople; i++)
		if (str_eq(b->people[i].number, number))
			return &b->people[i];
	return NULL;
}

static bool
belongs(const struct person *p, const char *team, bool any)
{
	if (p->state == PERSON_LEFT || p->state == PERSON_REVOKED)
		return false;
	if (str_eq(p->team, team))
		return true;
	return any && str_eq(p->team, "-") &&
	       (p->role == ROLE_STAFF || p->role == ROLE_SUPERVISOR);
}

static void
add_to_roll(struct app *app, struct briefing *b, const struct person *p,
	    const struct heard_row *heard, size_t nheard)
{
	struct lineup_setup *s = &b->setup;
	struct roster_row *rows = (struct roster_row *)(uintptr_t)s->roster;
	const struct person *coach = find(b, p->coach);
	unsigned times = 0;

	for (size_t i = 0; i < s->nroster; i++)
		if (str_eq(rows[i].number, p->number))
			return;
	for (size_t i = 0; i < nheard; i++)
		if (str_eq(heard[i].number, p->number))
			times += heard[i].times;
	rows[s->nroster++] = (struct roster_row){
		.number = p->number,
		.name = app_short_name(app, p->name),
		.lang = p->lang,
		.is_new = times < NEW_LINEUPS,
		.coach = coach != NULL ? app_short_name(app, coach->name) :
					 NULL,
		.may_lead = p->state == PERSON_ACTIVE,
		.supervisor = p->role == ROLE_SUPERVISOR,
	};
}

/* The roll lists the team; those seen on this weekday's shift in the last
 * four weeks come first, so that the usual crew has the low numbers. */
static int
fill_roll(struct app *app, struct briefing *b, struct err *e)
{
	struct lineup_setup *s = &b->setup;
	struct heard_row *heard;
	size_t nheard, nusual;
	char from[DATE_SIZE];
	const char **usual;
	struct person *v;
	bool any = true;

	if (store_people(app->store, app->a, &v, &b->npeople, e) != 0 ||
	    store_heard(app->store, app->a, NULL, &heard, &nheard, e) != 0)
		return -1;
	b->people = v;
	for (size_t i = 0; i < b->npeople; i++)
		if (belongs(&v[i], s->team, false))
			any = false; /* the team has people of its own */
	date_print(from, s->day - USUAL_DAYS);
	if (store_usual(app->store, app->a, s->team, shift_word(s->shift),
			weekday(s->day), from, &usual, &nusual, e) != 0)
		return -1;
	s->roster = ARENA_ARRAY(app->a, struct roster_row, b->npeople + 1);
	for (size_t i = 0; i < nusual; i++) {
		const struct person *p = find(b, usual[i]);

		if (p != NULL && belongs(p, s->team, any))
			add_to_roll(app, b, p, heard, nheard);
	}
	for (size_t i = 0; i < b->npeople; i++)
		if (belongs(&v[i], s->team, any))
			add_to_roll(app, b, &v[i], heard, nheard);
	if (s->nroster == 0)
		return err_set(e, ERR_FAILED,
			       "nobody is in the team '%s' yet: HR enrols "
			       "people with 'enrol'", s->team);
	return 0;
}

/* ---- what is said ---- */

static void
add_item(struct app *app, struct plan *p, enum slot slot, const char *s)
{
	struct plan_slot *ps = &p->slots[slot];

	ARENA_PUSH(app->a, ps->items, ps->nitems, ps->capitems, s);
}

/* Parked yesterday is answered today; who is new is introduced by name. */
static void
fill_items(struct app *app, struct briefing *b, const struct lineup_row *last)
{
	struct plan *p = &b->setup.plan;

	for (size_t i = 0; last != NULL && i < last->nparked &&
	     i < PARKED_MOST; i++)
		add_item(app, p, SLOT_YESTERDAY,
			 arena_printf(app->a, T(app, "Parked last time: %s"),
				      last->parked[i]));
	for (size_t i = 0; i < b->setup.nroster; i++) {
		const struct roster_row *r = &b->setup.roster[i];

		if (r->is_new && r->coach != NULL)
			add_item(app, p, SLOT_TODAY,
				 arena_printf(app->a,
					      T(app, "New in the team: %s "
						     "(coach: %s)"),
					      r->name, r->coach));
	}
}

static const struct commandment *
recall_candidate(const struct briefing *b, const struct lineup_row *rows,
		 size_t n)
{
	size_t back = 0;

	for (size_t i = n; i-- > 0;) {
		const struct commandment *c;

		if (++back < RECALL_FROM)
			continue;
		if (back > RECALL_TO)
			break;
		c = commandment_by_id(b->standards.c, rows[i].commandment);
		if (c != NULL && c != b->setup.today && c->nrecall > 0)
			return c;
	}
	return NULL;
}

/* The newest lineup before this one gives what was parked; one of three to
 * ten lineups ago the question to recall. */
static int
look_back(struct app *app, struct briefing *b, struct err *e)
{
	struct lineup_setup *s = &b->setup;
	char from[DATE_SIZE], to[DATE_SIZE];
	const struct commandment *c;
	struct lineup_row *rows;
	size_t n;

	date_print(from, s->day - USUAL_DAYS);
	date_print(to, s->day);
	if (store_lineups(app->store, app->a, from, to, s->team, &rows, &n,
			  e) != 0)
		return -1;
	while (n > 0 && str_eq(rows[n - 1].date, to) &&
	       str_eq(rows[n - 1].shift, shift_word(s->shift)))
		n--; /* this very lineup, held already */
	fill_items(app, b, n > 0 ? &rows[n - 1] : NULL);
	c = recall_candidate(b, rows, n);
	if (c != NULL) {
		s->recall_of = c;
		s->recall = &c->recall[(size_t)s->day % c->nrecall];
	}
	return 0;
}

static void
fill_langs(struct app *app, struct briefing *b)
{
	struct lineup_lang *v = ARENA_ARRAY(app->a, struct lineup_lang,
					    LANGS);
	size_t first = app_lang_index(app->lang), n = 0;

	for (size_t k = 0; k < LANGS; k++) {
		size_t i = (first + k) % LANGS;

		if (k > 0 && strstr(app->house.languages,
				    app_langs[i]) == NULL)
			continue;
		v[n++] = (struct lineup_lang){
			.lang = app_langs[i],
			.m = app_catalogue(app, app_langs[i]),
			.tr = b->standards.ctr[i],
		};
	}
	b->setup.langs = v;
	b->setup.nlangs = n;
}

int
briefing_prepare(struct app *app, const struct briefing_words *w,
		 struct briefing *ret, struct err *e)
{
	struct lineup_setup *s = &ret->setup;
	struct log_head head;
	char date[DATE_SIZE];

	memset(ret, 0, sizeof(*ret));
	s->house = app->house.title;
	s->trial = app->house.trial;
	s->zone = app->zone;
	s->clock = &app->clock;
	s->keeper = &app->keeper;
	s->sha256 = sha256;
	if (when(app, w, s, e) != 0 || which_form(app, w->form, &s->form,
						  e) != 0 ||
	    which_team(app, w->team, &s->team, e) != 0 ||
	    app_standards(app, false, &ret->standards, e) != 0 ||
	    fill_roll(app, ret, e) != 0 ||
	    store_head(app->store, &head, e) != 0)
		return -1;
	s->team_title = team_title(app, s->team);
	s->commandments = ret->standards.c;
	s->today = commandment_of_date(ret->standards.c, s->day);
	s->after = head_print(app->a, head.size, head.root);
	date_print(date, s->day);
	s->draft_key = arena_printf(app->a, "lineup %s %s %s", date,
				    shift_word(s->shift), s->team);
	fill_langs(app, ret);
	return look_back(app, ret, e);
}

/* ---- shown ---- */

const char *
briefing_slot_words(const struct messages *m, enum slot s)
{
	static const char *const words[SLOT_COUNT] = {
		N_("Roll"), N_("Mantra"), N_("Yesterday closed"),
		N_("Praise"), N_("Today"), N_("Commandment"),
		N_("Practice in pairs"), N_("Complaint board"),
		N_("Ideas and tools"), N_("Recall"), N_("Close"),
	};

	return messages_get(m, words[s]);
}

struct value *
briefing_data(struct app *app, const struct briefing *b)
{
	const struct translation *tr =
		b->standards.ctr[app_lang_index(app->lang)];
	const struct lineup_setup *s = &b->setup;
	struct value *d = app_data(app), *c, *slots;
	struct plan plan = s->plan;
	char *date = arena_alloc(app->a, DATE_SIZE);

	plan_lay_out(&plan, s->form);
	date_print(date, s->day);
	value_put_text(app->a, d, "date", date);
	value_put_text(app->a, d, "shift", shift_word(s->shift));
	value_put_text(app->a, d, "team", s->team);
	value_put_int(app->a, d, "form", s->form);
	value_put_int(app->a, d, "seconds", plan.seconds);
	c = value_put(app->a, d, "commandment", value_map(app->a));
	value_put_text(app->a, c, "id", s->today->id);
	value_put_int(app->a, c, "number", s->today->number);
	value_put_text(app->a, c, "title", text_in(s->today->title, tr));
	slots = value_put(app->a, d, "slots", value_list(app->a));
	for (int i = 0; i < SLOT_COUNT; i++) {
		const struct plan_slot *ps = &plan.slots[i];
		struct value *v = value_map(app->a), *items;

		value_put_text(app->a, v, "slot", slot_word(ps->slot));
		value_put_int(app->a, v, "start", ps->start);
		value_put_int(app->a, v, "seconds", ps->seconds);
		items = value_put(app->a, v, "items", value_list(app->a));
		for (size_t k = 0; k < ps->nitems; k++)
			value_add(app->a, items,
				  value_text(app->a, ps->items[k]));
		value_add(app->a, slots, v);
	}
	return d;
}

static const char *
clock_words(struct app *app, unsigned seconds)
{
	return arena_printf(app->a, "%u:%02u", seconds / 60, seconds % 60);
}

static const char *
place(struct app *app, const struct briefing *b)
{
	const struct lineup_setup *s = &b->setup;

	return arena_printf(app->a, "%s  %s, %s, %s", T(app, "LINEUP"),
			    app_date_words(app, s->day),
			    app_shift_words(app, shift_word(s->shift)),
			    s->team_title);
}

static void
agenda_rows(struct app *app, const struct briefing *b, struct page *p)
{
	const struct translation *tr =
		b->standards.ctr[app_lang_index(app->lang)];
	const char *head[] = { T(app, "From"), T(app, "Minutes"),
			       T(app, "What") };
	struct plan plan = b->setup.plan;

	plan_lay_out(&plan, b->setup.form);
	page_head(app->a, p, NELEM(head), head);
	for (int i = 0; i < SLOT_COUNT; i++) {
		const struct plan_slot *ps = &plan.slots[i];
		const char *what = briefing_slot_words(app->m, ps->slot);

		if (ps->seconds == 0)
			continue;
		if (ps->slot == SLOT_COMMANDMENT)
			what = arena_printf(app->a, "%s %u: %s", what,
					    b->setup.today->number,
					    text_in(b->setup.today->title,
						    tr));
		for (size_t k = 0; k < ps->nitems; k++)
			what = arena_printf(app->a, "%s%s %s", what,
					    k > 0 ? ";" : ":", ps->items[k]);

		const char *row[] = { clock_words(app, ps->start),
				      clock_words(app, ps->seconds), what };

		page_row(app->a, p, NELEM(row), row);
	}
}

struct page *
briefing_agenda(struct app *app, const struct briefing *b)
{
	struct page *p = app_page(app, place(app, b));

	agenda_rows(app, b, p);
	return p;
}

/* One A4 page: the agenda, the commandment, the roll to be ticked by hand. */
struct page *
briefing_sheet(struct app *app, const struct briefing *b)
{
	const struct translation *tr =
		b->standards.ctr[app_lang_index(app->lang)];
	const struct commandment *c = b->setup.today;
	struct page *p = app_page(app, place(app, b));

	p->right = NULL;
	page_para(app->a, p, text_in(b->standards.c->mantra, tr));
	agenda_rows(app, b, p);
	page_rule(app->a, p, arena_printf(app->a, "%u. %s", c->number,
					  text_in(c->title, tr)));
	page_field(app->a, p, T(app, "Question"), text_in(c->question, tr));
	page_field(app->a, p, T(app, "Do"), text_in(c->do_, tr));
	page_field(app->a, p, T(app, "Say"), text_in(c->say, tr));
	page_field(app->a, p, T(app, "Answer"), text_in(c->answer, tr));
	page_field(app->a, p, T(app, "Avoid"), text_in(c->avoid, tr));
	page_field(app->a, p, T(app, "Story"), text_in(c->story, tr));
	page_field(app->a, p, T(app, "Practice"), text_in(c->practice, tr));
	page_rule(app->a, p, T(app, "Who is here"));
	for (size_t i = 0; i < b->setup.nroster; i++)
		page_item(app->a, p, "[ ]",
			  arena_printf(app->a, "%zu  %s", i + 1,
				       b->setup.roster[i].name));
	page_gap(app->a, p);
	page_para(app->a, p,
		  T(app, "Begin: ____:____   End: ____:____   Leader: "
			 "____________________"));
	return p;
}
