/* Asking the views: editions, and what each person did with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "store/internal.h"

enum { RESET_MARKS = 7 * 86400 };

static int
edition_seconded(struct store *s, struct edition_row *row, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	if (ROWS(s, Q_SECONDED, &r, e, ARG(row->terminal), ARG(row->index),
		 ARG(row->by), ARG(row->by)) != 0)
		return -1;
	got = rows_next(&r, e);
	row->seconded = got > 0;
	return got < 0 ? -1 : 0;
}

bool
edition_file_parse(struct arena *a, const char *line, struct edition_file *ret)
{
	struct edition_file f;
	const char *v[3];

	if (arena_words(a, line, v, 3) != 3 ||
	    !str_u64(v[1], UINT64_MAX, &f.bytes))
		return false;
	f.lang = v[0];
	f.sha = v[2];
	*ret = f;
	return true;
}

static void
put_texts(const struct rows *r, struct arena *a, struct edition_row *row)
{
	const char **lines = row_list(r, a, 5, &row->ntexts);
	size_t n = 0;

	row->texts = ARENA_ARRAY(a, struct edition_file, row->ntexts + 1);
	for (size_t i = 0; i < row->ntexts; i++)
		n += edition_file_parse(a, lines[i], &row->texts[n]);
	row->ntexts = n;
}

/* "H5 3 must" a line. */
static void
put_sections(const struct rows *r, struct arena *a, struct edition_row *row)
{
	const char **lines = row_list(r, a, 6, &row->nsections), *v[3];
	uint64_t changed;
	size_t n = 0;

	row->sections = ARENA_ARRAY(a, struct duty_section,
				    row->nsections + 1);
	for (size_t i = 0; i < row->nsections; i++)
		if (arena_words(a, lines[i], v, 3) == 3 &&
		    str_u64(v[1], UINT32_MAX, &changed))
			row->sections[n++] = (struct duty_section){
				.id = v[0],
				.changed = (unsigned)changed,
				.must = str_eq(v[2], "must"),
			};
	row->nsections = n;
}

int
store_editions(struct store *s, struct arena *a, struct edition_row **ret,
	       size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct edition_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (ROWS(s, Q_EDITIONS, &r, e) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct edition_row row = {
			.edition = (unsigned)row_int(&r, 0),
			.material = str_eq(row_or(&r, a, 1, ""), "material"),
			.from = row_or(&r, a, 2, ""),
			.due_days = (unsigned)row_int(&r, 3),
			.index = (uint64_t)row_int(&r, 4),
			.summary = row_or(&r, a, 7, ""),
			.terminal = row_or(&r, a, 8, ""),
			.by = row_or(&r, a, 9, ""),
			.at = row_int(&r, 10),
		};

		put_texts(&r, a, &row);
		put_sections(&r, a, &row);
		if (edition_seconded(s, &row, e) != 0)
			return -1;
		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

/* ---- one person's rows ---- */

/* In one log: the two people whose signatures vouch for the longest part of
 * it. Whoever acknowledged, one of them is somebody else. */
struct vouched {
	const char *terminal;
	const char *who[2];
	int64_t size[2];
};

static int
vouched_part(struct store *s, struct arena *a, const char *terminal,
	     struct vouched *ret, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct vouched v = { .terminal = terminal };
	int got;

	if (ROWS(s, Q_SIGNERS, &r, e, ARG(terminal)) != 0)
		return -1;
	while (v.who[1] == NULL && (got = rows_next(&r, e)) > 0) {
		const char *who = row_or(&r, a, 0, "");
		int k = v.who[0] != NULL;

		if (k == 1 && str_eq(who, v.who[0]))
			continue;
		v.who[k] = who;
		v.size[k] = row_int(&r, 1);
	}
	if (v.who[1] == NULL && got < 0)
		return -1;
	*ret = v;
	return 0;
}

/* What the rows of one reading are judged by. */
struct context {
	struct store *s;
	struct arena *a;
	struct vouched *logs;
	size_t nlogs, cap;
	const struct event *events; /* by number */
	size_t nevents;
};

static int
vouched_later(struct context *c, const struct handbook_row *row,
	      const char *number, bool *ret, struct err *e)
{
	struct vouched *v = NULL;

	for (size_t i = 0; i < c->nlogs; i++) {
		if (str_eq(c->logs[i].terminal, row->terminal))
			v = &c->logs[i];
	}
	if (v == NULL) {
		struct vouched fresh;

		if (vouched_part(c->s, c->a, row->terminal, &fresh, e) != 0)
			return -1;
		ARENA_PUSH(c->a, c->logs, c->nlogs, c->cap, fresh);
		v = &c->logs[c->nlogs - 1];
	}
	for (int k = 0; k < 2; k++) {
		if (v->who[k] != NULL && !str_eq(v->who[k], number) &&
		    v->size[k] > (int64_t)row->index)
			*ret = true;
	}
	return 0;
}

/* Resets after a first activation, in the order of the office's log. */
static bool
reset_near(const struct event *v, size_t n, int64_t at)
{
	bool active = false;

	for (size_t i = 0; i < n; i++) {
		if (v[i].kind == REC_RESET && v[i].office >= 0 && active &&
		    v[i].at <= at && at < v[i].at + RESET_MARKS)
			return true;
		if (v[i].kind == REC_ENROL || v[i].kind == REC_RESET)
			active |= roster_activation(v, n, &v[i]) != NULL;
	}
	return false;
}

/* The events of NUMBER; those before are done with, for rows and events come
 * in the same order. */
static size_t
events_of(struct context *c, const char *number)
{
	while (c->nevents > 0 && strcmp(c->events[0].number, number) < 0) {
		size_t k = roster_run(c->events, c->nevents);

		c->events += k;
		c->nevents -= k;
	}
	if (c->nevents == 0 || !str_eq(c->events[0].number, number))
		return 0;
	return roster_run(c->events, c->nevents);
}

static struct handbook_row
handbook_here(const struct rows *r, struct arena *a)
{
	const struct record_form *form =
		record_form_find(row_or(r, a, 4, ""), 1);
	struct handbook_row row = {
		.kind = form == NULL ? REC_UNKNOWN : form->kind,
		.number = row_or(r, a, 0, ""),
		.index = (uint64_t)row_int(r, 2),
		.terminal = row_or(r, a, 1, ""),
		.at = row_int(r, 3),
		.by = row_text(r, a, 5),
		.edition = (unsigned)row_int(r, 6),
		.lang = row_text(r, a, 7),
		.text = row_text(r, a, 8),
		.detail = row_text(r, a, 10),
		.seconds = (unsigned)row_int(r, 11),
		.entry = row_text(r, a, 12),
		.assisted = row_text(r, a, 13),
		.clock = row_text(r, a, 14),
		.ref_terminal = row_text(r, a, 15),
		.ref_index = (uint64_t)row_int(r, 16),
		.disputed = row_int(r, 17) != 0,
	};

	row.sections = row_list(r, a, 9, &row.nsections);
	return row;
}

int
store_handbook_rows(struct store *s, struct arena *a, const char *number,
		    struct handbook_row **ret, size_t *ret_n, struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };
	OWN(rows_done) struct rows r = { 0 };
	struct context c = { .s = s, .a = a };
	struct handbook_row *v = NULL;
	struct event *events;
	size_t n = 0, cap = 0;
	int got;

	if (txn_read(s, &t, e) != 0 ||
	    roster_events(s, a, number, &events, &c.nevents, e) != 0)
		return -1;
	c.events = events;
	if ((number == NULL ? ROWS(s, Q_HANDBOOK, &r, e) :
			      ROWS(s, Q_HANDBOOK_OF, &r, e, ARG(number))) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct handbook_row row = handbook_here(&r, a);
		size_t k = events_of(&c, row.number);

		row.marked_reset = row.kind == REC_ACK &&
				   reset_near(c.events, k, row.at);
		if (vouched_later(&c, &row, row.number, &row.vouched_later,
				  e) != 0)
			return -1;
		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

/* ---- reading ---- */

static void
add_opened(struct arena *a, struct reading *to, const char *section)
{
	for (size_t i = 0; i < to->nopened; i++)
		if (str_eq(to->opened[i], section))
			return;
	ARENA_PUSH(a, to->opened, to->nopened, to->capopened, section);
}

/* "H5 RIGHT ASKED" */
static void
add_quiz(struct arena *a, struct reading *to, const char *line)
{
	struct reading_quiz q;
	uint64_t right, asked;
	const char *v[3];

	if (arena_words(a, line, v, 3) != 3 ||
	    !str_u64(v[1], UINT32_MAX, &right) ||
	    !str_u64(v[2], UINT32_MAX, &asked))
		return;
	for (size_t i = 0; i < to->nquiz; i++)
		if (str_eq(to->quiz[i].section, v[0]))
			return;
	q = (struct reading_quiz){ v[0], (unsigned)right, (unsigned)asked };
	ARENA_PUSH(a, to->quiz, to->nquiz, to->capquiz, q);
}

/* "H5 LINE" */
static void
set_bookmark(struct arena *a, struct reading *to, const char *mark)
{
	const char *v[2];
	uint64_t line;

	if (mark == NULL || arena_words(a, mark, v, 2) != 2 ||
	    !str_u64(v[1], UINT32_MAX, &line))
		return;
	to->section = v[0];
	to->line = (unsigned)line;
}

int
store_reading(struct store *s, struct arena *a, const char *number,
	      unsigned edition, struct reading *ret, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct reading all = { 0 };
	int got;

	if (ROWS(s, Q_READING, &r, e, ARG(number), ARG(edition)) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		const char **v;
		size_t n;

		v = row_list(&r, a, 0, &n);
		for (size_t i = 0; i < n; i++)
			add_opened(a, &all, v[i]);
		v = row_list(&r, a, 1, &n);
		for (size_t i = 0; i < n; i++)
			add_quiz(a, &all, v[i]);
		set_bookmark(a, &all, row_text(&r, a, 2));
		all.seconds += (unsigned)row_int(&r, 3);
	}
	if (got < 0)
		return -1;
	*ret = all;
	return 0;
}
