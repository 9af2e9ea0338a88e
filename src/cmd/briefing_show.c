/* A lineup's plan as a page, as data, and on a sheet of paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/briefing.h"

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

enum { NOTE_LINES = 3 };

/* One A4 page: the agenda, the commandment, the roll to be ticked by hand. */
struct page *
briefing_sheet(struct app *app, const struct briefing *b)
{
	const struct translation *tr =
		b->standards.ctr[app_lang_index(app->lang)];
	const struct commandment *c = b->setup.today;
	struct page *p = app_page(app, place(app, b));

	p->right = NULL;
	p->paper = PAPER_SHEET;
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
		page_tick(app->a, p, arena_printf(app->a, "%2zu", i + 1),
			  b->setup.roster[i].name);
	page_rule(app->a, p, T(app, "Notes"));
	for (int i = 0; i < NOTE_LINES; i++)
		page_blank(app->a, p, "");
	page_gap(app->a, p);
	page_blank(app->a, p,
		   T(app, "Begin: ____:____   End: ____:____   Leader: "
			  "____________________"));
	page_gap(app->a, p);
	page_blank(app->a, p,
		   T(app, "Signatures: leader ____________________   second "
			  "____________________"));
	return p;
}
