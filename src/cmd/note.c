/* note: something written down in passing; what the next lineup says of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/briefing.h"

enum { QUESTIONS = 3, FIRST_MOST = 500, MORE_MOST = 150, TEAMS = 64,
       SEEN_DAYS = 28, AHEAD_DAYS = 2, HEARD_MOST = 5 };

/* A kind of note: its first word in the lineup, and its questions. What may be
 * left out has words that go before it in the item. */
struct kind {
	const char *word, *label, *first;
	struct { const char *question, *before; } q[QUESTIONS];
};

static const struct kind kinds[] = {
	{ "complaint", N_("A complaint"), N_("Complaint"),
	  { { N_("What happened? (no names of guests)"), NULL },
	    { N_("What does the guest want? (Enter: not known)"),
	      N_("the guest wants") },
	    { N_("By when? (Enter: as soon as we can)"), N_("by when") } } },
	{ "praise", N_("Praise"), N_("Praise"),
	  { { N_("What was good? (no names of guests)"), NULL },
	    { N_("Who is to be thanked? (Enter: all of us)"),
	      N_("thanks to") },
	    { N_("Who said so: a guest, a colleague? (Enter: I saw it)"),
	      N_("said by") } } },
	{ "idea", N_("An idea"), N_("Idea"),
	  { { N_("What is your idea?"), NULL },
	    { N_("What gets better by it? (Enter: leave it out)"),
	      N_("what gets better") },
	    { NULL, NULL } } },
	{ "tool", N_("A tool or thing we need"), N_("Needed"),
	  { { N_("What do we need?"), NULL },
	    { N_("What for? (Enter: leave it out)"), N_("what for") },
	    { NULL, NULL } } },
	{ "money", N_("Money spent for a guest"), N_("Money spent"),
	  { { N_("How much, for example 15 EUR?"), NULL },
	    { N_("What for? (no names of guests)"), N_("what for") },
	    { NULL, NULL } } },
	{ "lineup", N_("Something for the next lineup"), NULL,
	  { { N_("What is to be said?"), NULL }, { NULL, NULL },
	    { NULL, NULL } } },
};

struct note {
	struct app *app;
	const struct kind *kind;
	const char *answer[QUESTIONS]; /* "": left out */
	size_t n;
	const char *team;
	int64_t day;       /* of the lineup that says it */
	const char *shift;
	const char *key, *draft; /* as it was left; NULL: none */
	size_t planned;    /* items of that day, with this one */
};

/* ---- which lineup ---- */

/* The person's own; who has none is asked, or it is the first. */
static int
which_team(struct app *app, const char **ret, struct err *e)
{
	const char *teams, *ids[TEAMS];
	struct io_option o[TEAMS];
	struct person me;
	size_t n, i = 0;

	if (app_person(app, app->who, &me, e) != 0 ||
	    app_setting(app, "teams", &teams, e) != 0)
		return -1;
	*ret = me.team;
	if (!str_eq(me.team, "-"))
		return 0;
	n = arena_words(app->a, teams, ids, TEAMS);
	if (n > TEAMS)
		n = TEAMS;
	for (size_t k = 0; k < n; k++)
		o[k] = (struct io_option){ .word = ids[k],
					   .label = app_team_words(app, ids[k]) };
	if (n > 1 && app->io->interactive &&
	    io_choose(app->io, T(app, "For which team"), o, n, 0, &i, e) != 0)
		return -1;
	*ret = ids[i];
	return 0;
}

/* Whether the team holds that shift's lineup at all: of late, or nobody knows
 * yet; and on that day not already. */
static bool
will_hold(const struct lineup_row *v, size_t n, const char *date,
	  const char *shift)
{
	bool ever = n == 0;

	for (size_t i = 0; i < n; i++) {
		if (!str_eq(v[i].shift, shift))
			continue;
		if (str_eq(v[i].date, date))
			return false;
		ever = true;
	}
	return ever;
}

/* The next lineup of the team that is not held yet: shifts come in the order of
 * the day. None known: the early one of tomorrow. */
static int
which_lineup(struct note *n, struct err *e)
{
	struct app *app = n->app;
	int64_t today = app_today(app), now = clock_now(&app->clock);
	char from[DATE_SIZE], date[DATE_SIZE];
	struct lineup_row *v;
	int starts[SHIFT_COUNT];
	size_t nv;

	date_print(from, today - SEEN_DAYS);
	if (briefing_starts(app, starts, e) != 0 ||
	    store_lineups(app->store, app->a, from, NULL, n->team, &v, &nv,
			  e) != 0)
		return -1;
	n->day = today + 1;
	n->shift = shift_word(SHIFT_EARLY);
	for (int64_t day = today; day <= today + AHEAD_DAYS; day++) {
		date_print(date, day);
		for (int s = 0; s < SHIFT_COUNT; s++) {
			const char *shift = shift_word((enum shift)s);

			if (starts[s] < 0 || !will_hold(v, nv, date, shift) ||
			    zone_utc(app->zone, day, starts[s] / 60,
				     starts[s] % 60, 0) <= now)
				continue;
			n->day = day;
			n->shift = shift;
			return 0;
		}
	}
	return 0;
}

/* ---- the draft: the kind's word, then an answer a line ---- */

static int
save(struct note *n, struct err *e)
{
	struct app *app = n->app;
	const char *s = n->kind->word;

	if (!app->io->interactive)
		return 0; /* a script takes all or nothing */
	for (size_t i = 0; i < n->n; i++)
		s = arena_printf(app->a, "%s\n%s", s, n->answer[i]);
	if (app->keeper.save(&app->keeper, n->key, n->draft, s, e) != 0)
		return -1;
	n->draft = s;
	return 0;
}

static const struct kind *
kind_of(const char *word)
{
	for (size_t i = 0; i < NELEM(kinds); i++)
		if (str_eq(kinds[i].word, word))
			return &kinds[i];
	return NULL;
}

static size_t
questions(const struct kind *k)
{
	size_t n = 0;

	while (n < QUESTIONS && k->q[n].question != NULL)
		n++;
	return n;
}

static void
take_draft(struct note *n, const char *text)
{
	const char *s = text, *nl;

	n->draft = text;
	for (bool first = true; s != NULL; first = false) {
		const char *line;

		nl = strchr(s, '\n');
		line = nl == NULL ? s :
		       arena_strndup(n->app->a, s, (size_t)(nl - s));
		if (first)
			n->kind = kind_of(line);
		else if (n->kind != NULL && n->n < questions(n->kind))
			n->answer[n->n++] = line;
		s = nl == NULL ? NULL : nl + 1;
	}
}

/* ---- the item ---- */

/* "Complaint: the tap drips; the guest wants: another room; by: 18:00" */
static const char *
item_of(const struct note *n)
{
	struct app *app = n->app;
	const char *s = n->answer[0];

	if (n->kind->first != NULL)
		s = arena_printf(app->a, "%s: %s", T(app, n->kind->first), s);
	for (size_t i = 1; i < n->n; i++)
		if (*n->answer[i] != '\0')
			s = arena_printf(app->a, "%s; %s: %s", s,
					 T(app, n->kind->q[i].before),
					 n->answer[i]);
	return s;
}

/* ---- asking ---- */

static struct page *
note_page(const struct note *n)
{
	return app_page(n->app, T(n->app, "WRITE SOMETHING DOWN"));
}

static int
ask_kind(struct note *n, struct err *e)
{
	struct io_option o[NELEM(kinds)];
	struct app *app = n->app;
	struct page *p = note_page(n);
	size_t i;

	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Everybody hears it in the next lineup "
				      "of %s (%s, %s). So: no names of "
				      "guests, and nobody's fault."),
			       app_team_words(app, n->team),
			       app_date_words(app, n->day),
			       app_shift_words(app, n->shift)));
	for (i = 0; i < NELEM(kinds); i++)
		o[i] = (struct io_option){ .word = kinds[i].word,
					   .label = T(app, kinds[i].label) };
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "What is it (0: leave it)"), o,
		      NELEM(o), NELEM(o), &i, e) != 0)
		return -1;
	n->kind = &kinds[i];
	return 0;
}

static int
check_length(struct app *app, const char *s, size_t most, struct err *e)
{
	(void)app;
	if (str_eq(s, "-"))
		return err_set(e, ERR_USAGE, "please write it in words");
	return strlen(s) <= most ? 0 :
	       err_set(e, ERR_USAGE, "that is too long to be heard in a "
		       "lineup: please say it in a sentence or two");
}

static int
check_first(struct app *app, const char *s, struct err *e)
{
	return check_length(app, s, FIRST_MOST, e);
}

static int
check_more(struct app *app, const char *s, struct err *e)
{
	return check_length(app, s, MORE_MOST, e);
}

/* Question I. In a script, what may be left out may be left out. */
static int
ask_one(struct note *n, size_t i, const char **ret, struct err *e)
{
	struct app *app = n->app;
	const char *prompt = T(app, n->kind->q[i].question);
	app_check *check = i == 0 ? check_first : check_more;

	*ret = "";
	if (i > 0 && !io_more(app->io))
		return 0;
	for (;;) {
		if (io_ask(app->io, app->a, prompt, NULL, ret, e) != 0)
			return -1;
		if (app->io->interactive && str_eq(*ret, "0"))
			return err_cancel(e);
		if (**ret == '\0' && i > 0)
			return 0;
		if (**ret == '\0')
			err_set(e, ERR_USAGE, "please write it in words");
		else if (check(app, *ret, e) == 0)
			return 0;
		if (io_again(app->io, app->a, e) != 0)
			return -1;
	}
}

/* Somebody was called away in the middle: it stands there still. */
static int
offer_draft(struct note *n, struct err *e)
{
	struct app *app = n->app;
	const struct io_option o[] = {
		{ .word = "on", .label = T(app, "Go on with it") },
		{ .word = "new", .label = T(app, "Begin something else") },
	};
	struct page *p = note_page(n);
	const char *text;
	size_t i;

	if (!app->io->interactive)
		return 0;
	if (app->keeper.load(&app->keeper, app->a, n->key, &text, e) != 0)
		return -1;
	if (text == NULL)
		return 0;
	take_draft(n, text);
	if (n->kind == NULL || n->n == 0) {
		n->kind = NULL;
		return 0;
	}
	page_para(app->a, p, T(app, "You had begun this:"));
	page_para(app->a, p, item_of(n));
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Your choice"), o, NELEM(o), 0, &i,
		      e) != 0)
		return -1;
	if (i == 1) {
		n->kind = NULL;
		n->n = 0;
	}
	return 0;
}

static int
ask(struct note *n, struct err *e)
{
	if (offer_draft(n, e) != 0 || (n->kind == NULL && ask_kind(n, e) != 0))
		return -1;
	while (n->n < questions(n->kind)) {
		if (ask_one(n, n->n, &n->answer[n->n], e) != 0)
			return -1;
		n->n++;
		if (save(n, e) != 0)
			return -1;
	}
	return 0;
}

/* ---- the record ---- */

/* The newest plan of a day is the whole of it: what stands there already comes
 * before ITEM. */
static int
plan_record(struct note *n, const char *item, struct record **ret,
	    struct err *e)
{
	const char *const *planned, **v = NULL;
	size_t nplanned, cap = 0;

	if (briefing_planned(n->app, n->day, n->team, &planned, &nplanned,
			     e) != 0)
		return -1;
	for (size_t i = 0; i < nplanned; i++)
		ARENA_PUSH(n->app->a, v, n->planned, cap, planned[i]);
	ARENA_PUSH(n->app->a, v, n->planned, cap, item);
	return briefing_plan(n->app, n->day, n->team, v, n->planned, ret, e);
}

static int
append(struct note *n, const char *item, struct appended *ret,
       struct err *e)
{
	const struct side_draft draft = { .key = n->key, .was = n->draft };
	const struct append side = { .drafts = &draft,
				     .ndrafts = n->draft != NULL };
	struct record *r;

	if (plan_record(n, item, &r, e) != 0)
		return -1;

	struct endorsed v = { .r = r };

	return app_append(n->app, &v, 1, &side, ret, e);
}

static int
show(const struct note *n, const char *item, uint64_t leaf, struct err *e)
{
	struct app *app = n->app;
	struct value *d = app_leaf_data(app, leaf);
	char *date = arena_alloc(app->a, DATE_SIZE);
	struct page *p = note_page(n);

	date_print(date, n->day);
	value_put_text(app->a, d, "kind", n->kind->word);
	value_put_text(app->a, d, "date", date);
	value_put_text(app->a, d, "team", n->team);
	value_put_text(app->a, d, "item", item);
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Written down as number %llu."),
			       (unsigned long long)leaf));
	page_para(app->a, p, text_quoted(app->a, app->lang, item));
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "It is said in the next lineup "
					      "of %s: %s, %s."),
			       app_team_words(app, n->team),
			       app_date_words(app, n->day),
			       app_shift_words(app, n->shift)));
	if (n->planned > HEARD_MOST)
		page_para(app->a, p,
			  arena_printf(app->a,
				       T(app, "%zu things stand there "
					      "already: whoever prepares the "
					      "lineup chooses what is heard."),
				       n->planned - 1));
	if (str_eq(n->kind->word, "complaint"))
		page_para(app->a, p, T(app, "A guest who waits now cannot "
					    "wait for the lineup: tell who is "
					    "in charge at once."));
	return app_result(app, d, NULL, p, e);
}

int
cmd_note(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct note n = { .app = app };
	struct appended done;
	const char *item;

	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0)
		return -1;
	n.key = arena_printf(app->a, "note %s", app->who);
	if (which_team(app, &n.team, e) != 0 || which_lineup(&n, e) != 0 ||
	    ask(&n, e) != 0)
		return -1;
	item = item_of(&n);
	if (append(&n, item, &done, e) != 0)
		return -1;
	return show(&n, item, done.first, e);
}
