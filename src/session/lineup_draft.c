/* The lineup's draft as text: saved at every answer, read after a power cut.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"

#define FIRST_LINE "preshift-draft/1 lineup"
#define MS_MOST ((int64_t)100 * 366 * 86400 * 1000)

static const char *const stages[] = {
	[STAGE_SLOTS] = "slots",
	[STAGE_ENDED] = "ended",
	[STAGE_RECORDED] = "recorded",
};

static const char *const when[] = {
	[SIGN_NOW] = "now",
	[SIGN_LATER] = "later",
	[SIGN_NEVER] = "unsigned",
};

/* ---- writing ---- */

static void
put(struct str *out, const char *field, const char *value)
{
	if (value != NULL)
		str_printf(out, "%s: %s\n", field, value);
}

static void
put_number(struct str *out, const char *field, int64_t v)
{
	str_printf(out, "%s: %" PRId64 "\n", field, v);
}

static void
put_time(struct str *out, const char *field, int64_t t)
{
	char s[UTC_SIZE];

	utc_print(s, t);
	put(out, field, s);
}

static void
put_words(struct str *out, const char *field, const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		put(out, field, w->v[i]);
}

static void
put_tally(struct str *out, const struct lineup_draft *d)
{
	put_words(out, "present", &d->present);
	put_words(out, "late", &d->late);
	put_words(out, "off", &d->off);
	put_words(out, "guest", &d->guests);
	put_number(out, "guests", d->guest_count);
	for (size_t i = 0; i < PRACTICE_MARKS; i++)
		put_number(out, "practice", d->practice[i]);
	if (d->recall_right >= 0) {
		put_number(out, "recall", d->recall_right);
		put_number(out, "recall-of", d->recall_of);
	}
	put_words(out, "parked", &d->parked);
	put_words(out, "added", &d->added);
	put_words(out, "shown", &d->shown);
	put_words(out, "dropped", &d->dropped);
}

void
lineup_draft_print(struct str *out, const struct lineup_draft *d)
{
	str_add(out, FIRST_LINE "\n");
	put(out, "stage", stages[d->stage]);
	put(out, "leader", d->leader);
	put_number(out, "form", d->form);
	put(out, "lang", d->lang);
	put(out, "slot", slot_word(d->slot));
	put_number(out, "page", d->page);
	for (size_t i = 0; i < SLOT_COUNT; i++)
		if (d->seen[i] > 1)
			str_printf(out, "visited: %s %u\n",
				   slot_word((enum slot)i), d->seen[i]);
		else if (d->seen[i] > 0)
			put(out, "visited", slot_word((enum slot)i));
	put_time(out, "start", d->start);
	if (d->stage != STAGE_SLOTS)
		put_time(out, "end", d->end);
	put_time(out, "saved", d->saved);
	put_number(out, "elapsed", d->elapsed_ms);
	put_number(out, "page-elapsed", d->page_ms);
	if (d->stood_ms > 0)
		put_number(out, "stood", d->stood_ms);
	if (d->pause_ms >= 0)
		put_number(out, "pause", d->pause_ms);
	put(out, "after", d->after);
	put_tally(out, d);
	if (d->paper)
		put(out, "entry", "paper");
	put(out, "witness", d->witness);
	if (d->answered)
		put(out, "signs", when[d->signs]);
	if (d->recorded > 0) {
		put_number(out, "recorded", (int64_t)(d->recorded - 1));
		put(out, "leader-signed", d->leader_signed ? "yes" : "no");
	}
	str_add(out, "end\n");
}

/* ---- reading ---- */

struct reader {
	struct arena *a;
	struct lineup_draft *d;
	size_t practice;     /* counts seen */
	bool begun, leader, after, signed_said; /* what no draft lacks */
};

static bool
word_of(const char *const *v, size_t n, const char *s, size_t *ret)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq(v[i], s)) {
			*ret = i;
			return true;
		}
	}
	return false;
}

static bool
slot_of(const char *s, enum slot *ret)
{
	for (size_t i = 0; i < SLOT_COUNT; i++) {
		if (str_eq(slot_word((enum slot)i), s)) {
			*ret = (enum slot)i;
			return true;
		}
	}
	return false;
}

static bool
small(const char *s, unsigned most, unsigned *ret)
{
	uint64_t n;

	if (!str_u64(s, most, &n))
		return false;
	*ret = (unsigned)n;
	return true;
}

/* Fields that may come again. *RET_FOUND: it is one of them. */
static bool
read_list(struct reader *r, const char *field, const char *v, bool *ret_found)
{
	struct lineup_draft *d = r->d;
	const struct {
		const char *field;
		struct words *w;
		bool number;
	} f[] = {
		{ "present", &d->present, true },
		{ "late", &d->late, true },
		{ "off", &d->off, true },
		{ "guest", &d->guests, false },
		{ "parked", &d->parked, false },
		{ "added", &d->added, false },
		{ "shown", &d->shown, false },
		{ "dropped", &d->dropped, false },
	};

	for (size_t i = 0; i < NELEM(f); i++) {
		struct words *w = f[i].w;

		if (!str_eq(f[i].field, field))
			continue;
		*ret_found = true;
		if (f[i].number && !number_valid(v))
			return false;
		ARENA_PUSH(r->a, w->v, w->n, w->cap, v);
		return true;
	}
	return true;
}

/* "today", or "today 2": so many pages of it. */
static bool
read_seen(struct reader *r, const char *v)
{
	size_t len = strcspn(v, " ");
	unsigned n = 1;
	enum slot slot;

	if (!slot_of(arena_strndup(r->a, v, len), &slot) ||
	    (v[len] != '\0' && !small(v + len + 1, PAGES_MOST, &n)))
		return false;
	r->d->seen[slot] = n;
	return true;
}

static bool
read_place(struct reader *r, const char *field, const char *v,
	   bool *ret_found)
{
	struct lineup_draft *d = r->d;
	size_t i;

	*ret_found = true;
	if (str_eq(field, "stage")) {
		if (!word_of(stages, NELEM(stages), v, &i))
			return false;
		d->stage = (enum lineup_stage)i;
		return true;
	}
	if (str_eq(field, "slot"))
		return slot_of(v, &d->slot);
	if (str_eq(field, "page"))
		return small(v, PAGES_MOST - 1, &d->page);
	if (str_eq(field, "visited"))
		return read_seen(r, v);
	if (str_eq(field, "form"))
		return small(v, 10, &d->form);
	if (str_eq(field, "lang")) {
		d->lang = v;
		return true;
	}
	*ret_found = false;
	return true;
}

static bool
read_time(struct reader *r, const char *field, const char *v, bool *ret_found)
{
	struct lineup_draft *d = r->d;

	*ret_found = true;
	if (str_eq(field, "start")) {
		r->begun = true;
		return utc_parse(v, &d->start);
	}
	if (str_eq(field, "end"))
		return utc_parse(v, &d->end);
	if (str_eq(field, "saved"))
		return utc_parse(v, &d->saved);
	if (str_eq(field, "elapsed"))
		return str_i64(v, -MS_MOST, MS_MOST, &d->elapsed_ms);
	if (str_eq(field, "page-elapsed"))
		return str_i64(v, -MS_MOST, MS_MOST, &d->page_ms);
	if (str_eq(field, "stood"))
		return str_i64(v, 0, MS_MOST, &d->stood_ms);
	if (str_eq(field, "pause"))
		return str_i64(v, 0, MS_MOST, &d->pause_ms);
	*ret_found = false;
	return true;
}

static bool
read_counts(struct reader *r, const char *field, const char *v,
	    bool *ret_found)
{
	struct lineup_draft *d = r->d;
	unsigned n = 0;

	*ret_found = true;
	if (str_eq(field, "practice"))
		return r->practice < PRACTICE_MARKS &&
		       small(v, UINT32_MAX, &d->practice[r->practice++]);
	if (str_eq(field, "guests"))
		return small(v, UINT32_MAX, &d->guest_count);
	if (str_eq(field, "recall")) {
		if (!small(v, INT32_MAX, &n))
			return false;
		d->recall_right = (int)n;
		return true;
	}
	if (str_eq(field, "recall-of")) {
		if (!small(v, INT32_MAX, &n))
			return false;
		d->recall_of = (int)n;
		return true;
	}
	*ret_found = false;
	return true;
}

static bool
read_vouch(struct reader *r, const char *field, const char *v)
{
	struct lineup_draft *d = r->d;
	uint64_t index;
	size_t i;

	if (str_eq(field, "leader")) {
		d->leader = v;
		return r->leader = number_valid(v);
	}
	if (str_eq(field, "after")) {
		d->after = v;
		return r->after = true;
	}
	if (str_eq(field, "entry"))
		return d->paper = str_eq(v, "paper");
	if (str_eq(field, "witness")) {
		d->witness = v;
		return number_valid(v);
	}
	if (str_eq(field, "signs")) {
		if (!word_of(when, NELEM(when), v, &i))
			return false;
		d->signs = (enum sign_when)i;
		return d->answered = true;
	}
	if (str_eq(field, "recorded")) {
		if (!str_u64(v, INT64_MAX - 1, &index))
			return false;
		d->recorded = index + 1;
		return true;
	}
	if (str_eq(field, "leader-signed")) {
		d->leader_signed = str_eq(v, "yes");
		return d->leader_signed || str_eq(v, "no");
	}
	return false;
}

static bool
read_line(struct reader *r, const char *line)
{
	static bool (*const readers[])(struct reader *, const char *,
				       const char *, bool *) = {
		read_list, read_place, read_time, read_counts,
	};
	const char *colon = strstr(line, ": "), *field, *v;
	bool found = false;

	if (colon == NULL || colon[2] == '\0')
		return false;
	field = arena_strndup(r->a, line, (size_t)(colon - line));
	v = arena_strdup(r->a, colon + 2);
	for (size_t i = 0; i < NELEM(readers); i++) {
		if (!readers[i](r, field, v, &found))
			return false;
		if (found)
			return true;
	}
	return read_vouch(r, field, v);
}

/* What is read fits together, so that nobody behind need ask. */
static bool
whole(const struct reader *r)
{
	const struct lineup_draft *d = r->d;

	return r->begun && r->leader && r->after && d->lang != NULL &&
	       r->practice == PRACTICE_MARKS &&
	       (d->form == 10 || d->form == 7 || d->form == 5) &&
	       (d->recall_right >= 0) == (d->recall_of >= 0) &&
	       d->recall_right <= d->recall_of &&
	       (d->stage == STAGE_RECORDED) == (d->recorded > 0) &&
	       (d->stage == STAGE_SLOTS || d->end >= d->start) &&
	       (d->stage != STAGE_RECORDED || d->answered) &&
	       d->guests.n <= GUESTS_MOST;
}

bool
lineup_draft_parse(struct arena *a, const char *s, struct lineup_draft *ret)
{
	struct lineup_draft d = { .recall_right = -1, .recall_of = -1,
				  .pause_ms = -1 };
	struct reader r = { .a = a, .d = &d };
	bool first = true, end = false;

	if (!utf8_valid(s, strlen(s)) || !utf8_printable(s, strlen(s), true))
		return false;
	while (*s != '\0') {
		size_t len = strcspn(s, "\n");
		const char *line = arena_strndup(a, s, len);

		if (end || s[len] != '\n')
			return false; /* cut, or something behind its end */
		s += len + 1;
		if (first && !str_eq(line, FIRST_LINE))
			return false;
		else if (!first && str_eq(line, "end"))
			end = true;
		else if (!first && !read_line(&r, line))
			return false;
		first = false;
	}
	if (!end || !whole(&r))
		return false;
	*ret = d;
	return true;
}

/* ---- what the caller stores with the record ---- */

const char *
lineup_draft_recorded(struct arena *a, const struct lineup_result *r,
		      uint64_t index, bool leader_signed)
{
	OWN(str_free) struct str out = { 0 };
	struct lineup_draft d = {
		.stage = STAGE_RECORDED,
		.leader = r->leader,
		.form = r->form,
		.lang = r->lang,
		.slot = SLOT_CLOSE,
		.start = r->start,
		.end = r->end,
		.saved = r->end,
		.elapsed_ms = (r->end - r->start) * 1000 - r->stood_ms,
		.stood_ms = r->stood_ms,
		.pause_ms = -1,
		.after = r->after,
		.present = { r->present, r->npresent, 0 },
		.late = { r->late, r->nlate, 0 },
		.off = { r->off, r->noff, 0 },
		.guest_count = r->guests,
		.recall_right = r->recall_right,
		.recall_of = r->recall_of,
		.parked = { r->parked, r->nparked, 0 },
		.shown = { r->shown, r->nshown, 0 },
		.dropped = { r->dropped, r->ndropped, 0 },
		.witness = r->witness,
		.paper = r->paper,
		.answered = true,
		.signs = r->leader_signs,
		.recorded = index + 1,
		.leader_signed = leader_signed,
	};

	memcpy(d.practice, r->practice, sizeof(d.practice));
	lineup_draft_print(&out, &d);
	return arena_strdup(a, str_text(&out));
}
