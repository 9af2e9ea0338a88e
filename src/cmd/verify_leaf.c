/* One leaf of the log: its bytes, its place in the tree, its head.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verifying.h"

#include <stdlib.h>
#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "model/text.h"
#include "trust/merkle.h"

enum { SCRATCH_MAX = 256 * 1024, ASTRAY_MAX = 1000 };

/* ---- findings about a leaf ---- */

const char *
leaf_word(struct arena *a, const struct leaf_row *row)
{
	static const char magic[] = "preshift-record/1 ";
	const char *body = row->body;
	size_t k = strlen(magic), n = row->n, end;

	if (body == NULL || n < k || memcmp(body, magic, k) != 0)
		return "-";
	for (end = k; end < n && end < k + 32; end++) {
		if ((body[end] < 'a' || body[end] > 'z') && body[end] != '-')
			break;
	}
	return end == k ? "-" : arena_strndup(a, body + k, end - k);
}

static void
add(struct leaf *l, enum finding_code c, const char *detail)
{
	struct finding f = {
		.code = c, .terminal = l->log->id.terminal, .of_leaf = true,
		.index = l->row->index, .until = l->row->index,
		.number = l->number, .at = l->place.at, .detail = detail,
	};

	f.kind = l->r != NULL ? l->r->form->word :
				leaf_word(&l->run->scratch, l->row);
	run_add(l->run, &f);
}

/* What may only follow from a record that cannot be read. */
static bool
may_follow(enum finding_code c)
{
	return c == BAD_NO_KEY || c == BAD_RIGHTS || c == BAD_CODE ||
	       c == BAD_OFFICE || c == BAD_EDITION || c == BAD_TEXT_NAMED ||
	       c == BAD_REFERENCE;
}

void
leaf_blame(struct leaf *l, enum finding_code c, const char *detail)
{
	if (l->run->torn && may_follow(c)) {
		l->rests = true;
		return;
	}
	if (!l->blamed)
		add(l, c, detail);
	l->blamed = true;
}

/* Nobody knows what it said: later ones may rest on it. */
static void
leaf_lost(struct leaf *l, enum finding_code c)
{
	leaf_blame(l, c, NULL);
	l->run->torn = true;
}

void
leaf_mark(struct leaf *l, enum finding_code c, const char *detail)
{
	add(l, c, detail);
}

/* ---- the tree ---- */

static void
keep_root(struct run *run, const uint8_t root[32])
{
	if (run->nroots == run->caproots) {
		size_t cap = run->caproots == 0 ? 1024 : 2 * run->caproots;
		void *p = reallocarray(run->roots, cap, sizeof(*run->roots));

		if (p == NULL)
			own_no_memory();
		run->roots = p;
		run->caproots = cap;
	}
	memcpy(run->roots[run->nroots++], root, 32);
}

void
tree_begin(struct run *run)
{
	uint8_t root[32];

	run->nroots = 0;
	merkle_root(&run->log->f, root);
	keep_root(run, root);
}

static void
tree_push(struct run *run, const uint8_t hash[32])
{
	uint8_t root[32];

	run->log->next++;
	if (run->log->gap)
		return;
	merkle_push(&run->log->f, hash);
	merkle_root(&run->log->f, root);
	keep_root(run, root);
}

void
astray_settle(struct run *run, struct log *log, uint64_t upto)
{
	size_t k = 0;

	for (size_t i = 0; i < log->nastray; i++) {
		const struct astray *s = &log->astray[i];
		struct finding f = {
			.code = BAD_AFTER, .terminal = log->id.terminal,
			.of_leaf = true, .index = s->idx, .until = s->idx,
			.kind = s->kind, .number = s->number, .at = s->at,
		};

		if (s->after > upto)
			log->astray[k++] = *s;
		else if (!run_blamed(run, log, s->idx, s->idx))
			run_add(run, &f);
	}
	log->nastray = k;
}

/* It follows a root that our tree never had. */
static void
go_astray(struct leaf *l, uint64_t after)
{
	struct log *log = l->log;
	struct astray s = { .idx = l->row->index, .after = after,
			    .kind = l->r->form->word, .at = l->place.at };

	if (l->number != NULL)
		s.number = arena_strdup(l->run->a, l->number);
	if (log->nastray == ASTRAY_MAX)
		log->more_astray++;
	else
		ARENA_PUSH(l->run->a, log->astray, log->nastray, log->cap, s);
}

/* `after` vouches for all history before it. Leaves behind a missing one
 * cannot be placed any more. */
static void
check_after(struct leaf *l)
{
	const char *after = record_get(l->r, "after");
	struct log *log = l->log;
	uint8_t root[32];
	uint64_t size;

	if (after == NULL ||
	    !head_parse(after, strlen(after), &size, root)) {
		leaf_blame(l, BAD_AFTER, NULL);
		return;
	}
	if (log->gap && size >= l->run->nroots)
		return;
	/* It has seen more than stands before it: moved, or others gone. Then
	 * what names a record by its number goes wrong too. */
	if (size > l->row->index) {
		l->run->torn = true;
		go_astray(l, l->row->index + 1);
	} else if (memcmp(l->run->roots[size], root, 32) == 0) {
		astray_settle(l->run, log, size);
		if (size > log->confirmed)
			log->confirmed = size;
	} else if (size <= log->confirmed) {
		leaf_blame(l, BAD_AFTER, NULL);
	} else {
		go_astray(l, size);
	}
}

/* ---- a leaf without its text ---- */

static int
find_erasure(struct run *run, uint64_t idx, const char *line, bool *ret,
	     struct err *e)
{
	static const char first[] = "preshift-record/1 erase ";

	if (run->cached_body != NULL && run->cached_idx == idx &&
	    memmem(run->cached_body, run->ncached, line, strlen(line))) {
		*ret = true;
		return 0;
	}
	for (size_t i = 0; i < run->nlogs; i++) {
		struct leaf_row row;
		bool found = false;

		arena_free(&run->cached);
		run->cached_body = NULL;
		if (store_leaf(run->s, &run->cached, run->logs[i].id.terminal,
			       idx, &row, &found, e) != 0)
			return -1;
		if (!found || row.body == NULL || row.n < strlen(first) ||
		    memcmp(row.body, first, strlen(first)) != 0)
			continue;
		run->cached_body = row.body;
		run->ncached = row.n;
		run->cached_idx = idx;
		if (memmem(row.body, row.n, line, strlen(line)) != NULL) {
			*ret = true;
			return 0;
		}
	}
	*ret = false;
	return 0;
}

/* Erased, and an erasure says so; or only not here: a copy of another
 * terminal's log. */
static int
check_blank(struct leaf *l, struct err *e)
{
	struct run *run = l->run;
	bool erased = false;
	const char *line = arena_printf(
		&run->scratch, "\nleaf: %s\n",
		leaf_ref_print(&run->scratch, l->log->id.terminal,
			       l->row->index, l->row->hash));

	if (l->row->blanked >= 0 &&
	    find_erasure(run, (uint64_t)l->row->blanked, line, &erased,
			 e) != 0)
		return -1;
	if (erased)
		run->v->erased++;
	else if (l->log->own)
		leaf_lost(l, BAD_BLANK);
	else
		run->v->withheld++;
	return 0;
}

/* ---- a leaf with its text ---- */

static void
check_head(struct leaf *l)
{
	const char *house = record_get(l->r, "house");
	const char *terminal = record_get(l->r, "terminal");
	const char *want = l->run->v->house;

	/* The first record says which house this is. */
	if (want == NULL)
		want = store_house_id(l->run->s);
	if (house == NULL || terminal == NULL || !str_eq(house, want) ||
	    !str_eq(terminal, l->log->id.terminal))
		leaf_blame(l, BAD_ELSEWHERE, NULL);
	if (l->row->index == 0 && l->log->id.order == 0 &&
	    l->r->form->kind != REC_HOUSE)
		leaf_blame(l, BAD_HOUSE, NULL);
}

static void
check_clock(struct leaf *l)
{
	const char *clock = record_get(l->r, "clock");

	if (clock == NULL)
		return;
	if (str_eq(clock, "stated"))
		leaf_mark(l, MARK_STATED, NULL);
	else if (str_eq(clock, "suspect"))
		leaf_mark(l, MARK_SUSPECT, NULL);
	else if (str_eq(clock, "set") && l->run->founded &&
		 !l->run->trial)
		leaf_mark(l, MARK_SET, NULL);
}

/* Who signed, or whose it is where nobody signs. */
static const char *
whose(const struct record *r)
{
	const char *who = NULL;

	for (unsigned bit = SIG_HR; who == NULL && bit <= SIG_COACH; bit <<= 1)
		who = record_signer(r, (enum slot_bit)bit);
	if (r->form->nsigs == 0)
		who = record_get(r, "number");
	return who != NULL || r->form->nsigs > 0 ? who : record_get(r, "by");
}

/* Person and time as the text tells them, be it true or not: people need a
 * name for what is wrong. */
static int
read_text(struct leaf *l)
{
	struct err shape;

	err_init(&shape, NULL);
	if (leaf_split(l->row->body, l->row->n, &l->parts, &shape) != 0 ||
	    record_parse(&l->run->scratch, l->parts.record, l->parts.nrecord,
			 &l->r, &shape) != 0)
		return -1;
	if (l->r == NULL)
		return 0;
	l->place.at = record_time(l->r, "at");
	l->number = whose(l->r);
	return 0;
}

/* The rest of the first line that begins with HEAD ("\nat: "); NULL: none. */
static const char *
raw_value(struct leaf *l, const char *head)
{
	const char *end = l->row->body + l->row->n, *lf;
	const char *s = memmem(l->row->body, l->row->n, head, strlen(head));

	if (s == NULL)
		return NULL;
	s += strlen(head);
	lf = memchr(s, '\n', (size_t)(end - s));
	return lf == NULL ? NULL : arena_strndup(&l->run->scratch, s,
						 (size_t)(lf - s));
}

/* What is no record any more may still tell whose it was. */
static void
guess_text(struct leaf *l)
{
	const char *number = raw_value(l, "\nnumber: ");
	const char *at = raw_value(l, "\nat: ");

	if (number != NULL && number_valid(number))
		l->number = number;
	if (at == NULL || !utc_parse(at, &l->place.at))
		l->place.at = 0;
}

static int
check_body(struct leaf *l, struct err *e)
{
	uint8_t hash[32];
	bool changed, readable = read_text(l) == 0;

	if (!readable)
		guess_text(l);
	merkle_leaf(l->row->body, l->row->n, hash);
	changed = memcmp(hash, l->row->hash, sizeof(hash)) != 0;
	if (changed)
		leaf_blame(l, BAD_CHANGED, NULL);
	if (!readable) {
		leaf_lost(l, BAD_SHAPE);
		return 0;
	}
	if (l->r == NULL) {
		l->run->v->unknown++;
		return 0;
	}
	check_head(l);
	check_after(l);
	leaf_signatures(l);
	if (leaf_references(l, e) != 0 || leaf_meaning(l, e) != 0)
		return -1;
	check_clock(l);
	return 0;
}

static void
miss(struct run *run, struct log *log, uint64_t from, uint64_t until)
{
	struct finding f = { .code = BAD_MISSING, .of_leaf = true,
			     .terminal = log->id.terminal, .index = from,
			     .until = until, .kind = "-" };

	log->gap = true;
	run->torn = true;
	run_add(run, &f);
}

int
leaf_check(struct run *run, const struct leaf_row *row, struct err *e)
{
	struct log *log = run->log;
	struct leaf l = { .run = run, .log = log, .row = row,
			  .place = { .log = &log->id, .idx = row->index } };
	int rc;

	run->v->leaves++;
	if (row->index > INT64_MAX || row->index < log->next) {
		leaf_blame(&l, BAD_UNSEALED, NULL);
		return 0;
	}
	if (row->index > log->next) {
		miss(run, log, log->next, row->index - 1);
		log->next = row->index;
	}
	rc = row->body == NULL ? check_blank(&l, e) : check_body(&l, e);
	tree_push(run, row->hash);
	if (run->scratch.used > SCRATCH_MAX)
		arena_free(&run->scratch);
	return rc;
}
