/* A small house for the tests of the lineup: nine people, one commandment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lineup_house.h"

#include <inttypes.h>
#include <string.h>

/* ---- SHA-256, FIPS 180-4 6.2: the session gets it from its caller ---- */

static uint32_t
turn(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

/* The first 32 bits of the fractional part of PRIME's square or cube root, by
 * looking for the greatest r with r^2 (r^3) <= PRIME * 2^64 (2^96). */
static uint32_t
root_bits(unsigned prime, int power)
{
	uint64_t r = 0;

	for (int bit = 36; bit >= 0; bit--) {
		uint64_t t = r | UINT64_C(1) << bit;
		unsigned __int128 sq = (unsigned __int128)t * t;

		/* power 3: t^3 <= p * 2^96 as t^2 <= p * 2^96 / t */
		if (power == 2 ? sq <= (unsigned __int128)prime << 64 :
				 sq <= ((unsigned __int128)prime << 96) / t)
			r = t;
	}
	return (uint32_t)r;
}

static void
round_constants(uint32_t h[8], uint32_t k[64])
{
	unsigned found = 0;

	for (unsigned p = 2; found < 64; p++) {
		bool prime = true;

		for (unsigned d = 2; d * d <= p; d++)
			prime = prime && p % d != 0;
		if (!prime)
			continue;
		if (found < 8)
			h[found] = root_bits(p, 2);
		k[found++] = root_bits(p, 3);
	}
}

static void
compress(uint32_t h[8], const uint32_t k[64], const uint8_t *block)
{
	uint32_t w[64], s[8];

	for (size_t i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 |
		       (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (size_t i = 16; i < 64; i++)
		w[i] = w[i - 16] + w[i - 7] +
		       (turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^
			w[i - 15] >> 3) +
		       (turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^
			w[i - 2] >> 10);
	memcpy(s, h, sizeof(s));
	for (size_t i = 0; i < 64; i++) {
		uint32_t t1 = s[7] + k[i] + w[i] +
			      (turn(s[4], 6) ^ turn(s[4], 11) ^
			       turn(s[4], 25)) +
			      ((s[4] & s[5]) ^ (~s[4] & s[6]));
		uint32_t t2 = (turn(s[0], 2) ^ turn(s[0], 13) ^
			       turn(s[0], 22)) +
			      ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));

		memmove(&s[1], &s[0], 7 * sizeof(s[0]));
		s[4] += t1;
		s[0] = t1 + t2;
	}
	for (size_t i = 0; i < 8; i++)
		h[i] += s[i];
}

void
house_sha256(uint8_t ret[32], const void *p, size_t n)
{
	uint32_t h[8], k[64];
	uint8_t last[128] = { 0 };
	size_t whole = n / 64 * 64, rest = n - whole;
	size_t pad = rest < 56 ? 64 : 128;

	round_constants(h, k);
	for (size_t i = 0; i < whole; i += 64)
		compress(h, k, (const uint8_t *)p + i);
	memcpy(last, (const uint8_t *)p + whole, rest);
	last[rest] = 0x80;
	for (size_t i = 0; i < 8; i++)
		last[pad - 1 - i] = (uint8_t)((uint64_t)n * 8 >> 8 * i);
	for (size_t i = 0; i < pad; i += 64)
		compress(h, k, last + i);
	for (size_t i = 0; i < 32; i++)
		ret[i] = (uint8_t)(h[i / 4] >> (24 - 8 * (i % 4)));
}

/* ---- the house ---- */

static const struct roster_row roster[] = {
	{ .number = "1001", .name = "Ana P.", .may_lead = true },
	{ .number = "1002", .name = "Ben O.", .may_lead = true },
	{ .number = "1003", .name = "Chiara L.", .may_lead = true },
	{ .number = "1004", .name = "Dmitri S.", .may_lead = true },
	{ .number = "1005", .name = "Elif K.", .is_new = true,
	  .coach = "Ana P." },
	{ .number = "1006", .name = "Jonas W.", .may_lead = true },
	{ .number = "1007", .name = "Olga T.", .may_lead = true },
	{ .number = "1008", .name = "Piet V.", .may_lead = true },
	{ .number = "2003", .name = "Maria K.", .may_lead = true,
	  .supervisor = true },
};

static const struct text *
text(struct house *h, const char *id, const char *s)
{
	return document_add_text(&h->a, &h->commandments.doc, id, s, 1);
}

static void
fill_commandment(struct house *h, struct commandment *c)
{
	struct quiz_answer *v = ARENA_ARRAY(&h->a, struct quiz_answer, 3);

	c->id = "knowledge";
	c->number = 7;
	c->topic = text(h, "c7.topic", "knowledge");
	c->title = text(h, "c7.title", "Know it or find out");
	c->do_ = text(h, "c7.do", "Say what you know and how you know it.");
	c->say = text(h, "c7.say", "\"I ask the kitchen.\"");
	c->answer = text(h, "c7.answer", "\"Are you sure?\" \"Of the soup.\"");
	c->avoid = text(h, "c7.avoid", "\"No idea.\"");
	c->story = text(h, "c7.story", "Piet came back with a tape measure.");
	c->question = text(h, "c7.question", "Which question do we bluff on?");
	c->hint = text(h, "c7.hint", "Ask it, count to five.");
	c->practice = text(h, "c7.t", "A asks three quick questions.");
	c->marks[0] = text(h, "c7.m1", "said how they know");
	c->marks[1] = text(h, "c7.m2", "gave a time");
	c->marks[2] = text(h, "c7.m3", "did not guess");
	c->recall = ARENA_NEW(&h->a, struct quiz);
	c->nrecall = 1;
	c->recall->id = "c7.q1";
	c->recall->ask = text(h, "c7.q1.ask", "What is better than 'soon'?");
	v[0].t = text(h, "c7.q1.a", "At once.");
	v[1] = (struct quiz_answer){ text(h, "c7.q1.b", "A time."), true };
	v[2].t = text(h, "c7.q1.c", "Silence.");
	c->recall->answers = v;
	c->recall->nanswers = 3;
}

static void
translate(struct house *h)
{
	const struct document *d = &h->commandments.doc;

	h->german.lang = "de";
	h->german.n = d->ntexts;
	h->german.targets = ARENA_ARRAY(&h->a, const char *, d->ntexts);
	for (size_t i = 0; i < d->ntexts; i++)
		h->german.targets[i] = arena_printf(&h->a, "de: %s",
						    d->texts[i]->s);
}

static void
fill_items(struct house *h)
{
	static const char *const today[] = {
		"Coach party at nine", "Ben moves the skis", "Soup is out",
		"Wet floor by the lift", "New limit: 20 EUR",
	};
	struct plan *p = &h->setup.plan;
	struct plan_slot *s = &p->slots[SLOT_TODAY];

	for (size_t i = 0; i < NELEM(today); i++)
		ARENA_PUSH(&h->a, s->items, s->nitems, s->capitems, today[i]);
	s = &p->slots[SLOT_YESTERDAY];
	ARENA_PUSH(&h->a, s->items, s->nitems, s->capitems, "locker 14");
	s = &p->slots[SLOT_BOARD];
	ARENA_PUSH(&h->a, s->items, s->nitems, s->capitems,
		   "breakfast queue at a quarter past");
}

void
house_open(struct house *h)
{
	struct lineup_lang *langs;
	struct err e;

	memset(h, 0, sizeof(*h));
	err_init(&e, NULL);
	h->clock = (struct clock){ .fixed = true, .mono_ms = 5000000 };
	fake_keeper_init(&h->keeper);
	h->commandments.mantra = text(h, "mantra", "Every guest, a yes.");
	h->commandments.v = ARENA_NEW(&h->a, struct commandment);
	h->commandments.n = 1;
	fill_commandment(h, h->commandments.v);
	translate(h);
	langs = ARENA_ARRAY(&h->a, struct lineup_lang, 2);
	langs[0].lang = "en";
	langs[1] = (struct lineup_lang){ .lang = "de", .tr = &h->german };
	h->setup = (struct lineup_setup){
		.house = "Harbour House",
		.team = "front-desk",
		.team_title = "Front desk",
		.shift = SHIFT_EARLY,
		.clock = &h->clock,
		.roster = roster,
		.nroster = NELEM(roster),
		.langs = langs,
		.nlangs = 2,
		.commandments = &h->commandments,
		.today = h->commandments.v,
		.recall = h->commandments.v->recall,
		.recall_of = h->commandments.v,
		.form = 10,
		.keeper = &h->keeper.keeper,
		.draft_key = "lineup 2026-11-21 early front-desk",
		.after = "212 " EMPTY_ROOT,
		.sha256 = house_sha256,
	};
	if (!date_parse("2026-11-21", &h->setup.day) ||
	    zone_open(&h->a, "Europe/Berlin", &h->setup.zone, &e) != 0 ||
	    !utc_parse("2026-11-21T05:50:00Z", &h->clock.wall))
		own_no_memory();
	fill_items(h);
}

void
house_close(struct house *h)
{
	fake_keeper_free(&h->keeper);
	arena_free(&h->a);
}

int
house_run(struct house *h, struct fake_io *f, const char *const *answers,
	  bool interactive, struct lineup_result *ret, struct err *e)
{
	fake_io_init(f, answers, interactive);
	f->clock = &h->clock;
	f->step = 20;
	err_init(e, NULL);
	return lineup_run(&f->io, &h->a, &h->setup, ret, e);
}

static void
list(struct str *out, const char *name, const char *const *v, size_t n)
{
	str_printf(out, "%s:", name);
	for (size_t i = 0; i < n; i++)
		str_printf(out, " [%s]", v[i]);
	str_add(out, "\n");
}

const char *
house_result(struct house *h, const struct lineup_result *r)
{
	OWN(str_free) struct str out = { 0 };

	str_printf(&out, "%s %u %s %" PRId64 " %" PRId64 " %s\n", r->leader,
		   r->form, r->lang, r->start, r->end, r->after);
	list(&out, "present", r->present, r->npresent);
	list(&out, "late", r->late, r->nlate);
	list(&out, "off", r->off, r->noff);
	list(&out, "shown", r->shown, r->nshown);
	list(&out, "dropped", r->dropped, r->ndropped);
	list(&out, "parked", r->parked, r->nparked);
	str_printf(&out, "%u %u-%u-%u %d/%d %s %d\n", r->guests,
		   r->practice[0], r->practice[1], r->practice[2],
		   r->recall_right, r->recall_of,
		   r->witness != NULL ? r->witness : "-",
		   (int)r->leader_signs);
	return arena_strdup(&h->a, str_text(&out));
}
