/* Every record of a house checked again: log by log, leaf by leaf, and each
 * log's end against the terminal's seal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verification.h"
#include "cmd/verifying.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "trust/merkle.h"
#include "trust/note.h"

enum { HEAD_MAX = 256 };

const char *
finding_word(enum finding_code c)
{
	static const char *const words[FINDING_CODES] = {
		[BAD_CHANGED] = "text changed",
		[BAD_SHAPE] = "not a record",
		[BAD_ELSEWHERE] = "of another log",
		[BAD_AFTER] = "follows another history",
		[BAD_HISTORY] = "history changed",
		[BAD_MISSING] = "missing",
		[BAD_UNSEALED] = "not sealed by the terminal",
		[BAD_SIGNATURES] = "signatures missing or misplaced",
		[BAD_SIGNATURE] = "signature does not hold",
		[BAD_NO_KEY] = "signer had no valid key",
		[BAD_RIGHTS] = "signer had no right to",
		[BAD_CHARTER] = "needs the charter",
		[BAD_OFFICE] = "belongs in the office's log",
		[BAD_REFERENCE] = "names a record that is not there",
		[BAD_CODE] = "code not valid",
		[BAD_NUMBER] = "number given twice",
		[BAD_EDITION] = "edition out of order",
		[BAD_TEXT_MISSING] = "handbook text missing",
		[BAD_TEXT] = "handbook text changed",
		[BAD_TEXT_NAMED] = "names a text of no edition",
		[BAD_AUDIT] = "audit of another history",
		[BAD_BLANK] = "erased by no erasure",
		[BAD_HOUSE] = "house record not as it must be",
		[BAD_FINGERPRINT] = "charter fingerprint differs",
		[BAD_TERMINAL] = "terminal without valid key",
		[BAD_NOTE] = "note does not hold",
		[BAD_STATE] = "state beside the log differs",
		[BAD_HEAD] = "terminal.head not extended",
		[BAD_DATABASE] = "database damaged",
		[MARK_STATED] = "clock stated",
		[MARK_SUSPECT] = "clock suspect",
		[MARK_SET] = "clock set",
		[MARK_NEAR_RESET] = "signed within 7 days after a new code",
		[MARK_RESET_ALONE] = "new code not seconded",
		[MARK_CODE_LATE] = "code used after its last day",
		[MARK_CODE_TWICE] = "code used twice",
		[MARK_VOUCH_LATE] = "vouched after the day",
		[MARK_EDITORIAL] = "editorial edition not seconded",
		[MARK_ERASE_ALONE] = "erasure by one person only",
		[MARK_MISUSED] = "key reported misused since",
		[MARK_MEANWHILE] = "key or role ended meanwhile",
		[MARK_ELSEWHERE] = "names a record that is not here",
	};

	return words[c];
}

/* ---- findings ---- */

static const char *
copy_or_null(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strdup(a, s);
}

void
verification_add(struct arena *a, struct verification *v,
		 const struct finding *f)
{
	struct finding_list *to = f->code < FINDING_MARKS ? &v->bad :
							    &v->marked;
	struct finding copy = *f;

	if (to->n == FINDINGS_MAX) {
		to->more++;
		return;
	}
	copy.terminal = copy_or_null(a, f->terminal);
	copy.kind = arena_strdup(a, f->kind == NULL ? "-" : f->kind);
	copy.number = copy_or_null(a, f->number);
	copy.detail = copy_or_null(a, f->detail);
	ARENA_PUSH(a, to->v, to->n, to->cap, copy);
}

void
run_add(struct run *run, const struct finding *f)
{
	verification_add(run->a, run->v, f);
}

bool
run_blamed(const struct run *run, const struct log *log, uint64_t from,
	   uint64_t to)
{
	const struct finding_list *bad = &run->v->bad;

	for (size_t i = 0; i < bad->n; i++) {
		const struct finding *f = &bad->v[i];

		if (f->of_leaf && f->index <= to && f->until >= from &&
		    str_eq(f->terminal, log->id.terminal))
			return true;
	}
	return false;
}

struct log *
run_log(const struct run *run, const char *terminal)
{
	for (size_t i = 0; i < run->nlogs; i++) {
		if (str_eq(run->logs[i].id.terminal, terminal))
			return &run->logs[i];
	}
	return NULL;
}

int64_t
run_day(const struct run *run, int64_t t)
{
	struct local l;

	zone_local(run->zone, t, &l);
	return l.days;
}

/* Something is wrong with a log as a whole. */
static void
blame_log(struct run *run, const struct log *log, enum finding_code c,
	  const char *kind, const char *detail)
{
	struct finding f = { .code = c, .kind = kind, .detail = detail,
			     .terminal = log->id.terminal };

	run_add(run, &f);
}

static void
blame_range(struct run *run, const struct log *log, enum finding_code c,
	    uint64_t from, uint64_t until)
{
	struct finding f = { .code = c, .terminal = log->id.terminal,
			     .of_leaf = true, .index = from, .until = until,
			     .kind = "-" };

	run_add(run, &f);
}

/* ---- the end of a log ---- */

/* Between the last root that was confirmed and the first that differs,
 * something was changed that carries no trace of it itself. */
static void
blame_history(struct run *run, const struct log *log, uint64_t differs)
{
	uint64_t from = log->confirmed, until = differs;

	for (size_t i = 0; i < log->nastray; i++) {
		if (log->astray[i].after < until)
			until = log->astray[i].after;
	}
	if (until > from)
		until--;
	if (from > until || run_blamed(run, log, from, until))
		return;
	blame_range(run, log, BAD_HISTORY, from, until);
}

/* A note that covers more than came by: another process wrote meanwhile. */
static int
newer_note(struct run *run, const struct log *log, const char *origin,
	   uint64_t *ret_size, struct err *e)
{
	struct checkpoint cp;
	const char *note;
	struct err bad;

	*ret_size = 0;
	if (store_note(run->s, run->a, log->id.terminal, &note, e) != 0)
		return -1;
	err_init(&bad, NULL);
	if (note != NULL &&
	    checkpoint_verify(run->a, note, strlen(note), origin,
			      &log->note_key, &cp, &bad) == 0)
		*ret_size = cp.size;
	return 0;
}

/* The newest note against the leaves that came by. */
static int
check_note(struct run *run, struct log *log, const struct checkpoint *cp,
	   const char *origin, struct err *e)
{
	uint64_t size = cp->size;

	if (cp->size < log->head_size)
		blame_log(run, log, BAD_STATE, "head", NULL);
	if (cp->size > log->next) {
		blame_range(run, log, BAD_MISSING, log->next, cp->size - 1);
		return 0;
	}
	if (cp->size < run->nroots &&
	    memcmp(run->roots[cp->size], cp->root, 32) == 0) {
		log->sealed = true;
		astray_settle(run, log, cp->size);
		if (cp->size > log->confirmed)
			log->confirmed = cp->size;
	} else if (!log->gap && cp->size <= log->confirmed) {
		blame_log(run, log, BAD_NOTE, "note", NULL);
	} else if (!log->gap) {
		blame_history(run, log, cp->size);
	}
	if (size < log->next && newer_note(run, log, origin, &size, e) != 0)
		return -1;
	if (size < log->next)
		blame_range(run, log, BAD_UNSEALED, cp->size, log->next - 1);
	return 0;
}

static int
end_log(struct run *run, struct log *log, struct err *e)
{
	const char *house = run->v->house != NULL ? run->v->house :
						    store_house_id(run->s);
	const char *origin = arena_printf(run->a, "%s/%s", house,
					  log->id.terminal);
	struct checkpoint cp;
	struct err bad;

	err_init(&bad, NULL);
	if (log->note == NULL && log->next == 0 && log->head_size == 0)
		return 0;
	if (!log->certified) {
		if (!run_blamed(run, log, 0, 1))
			blame_log(run, log, BAD_TERMINAL, "terminal", NULL);
	} else if (log->note == NULL ||
		   checkpoint_verify(run->a, log->note, strlen(log->note),
				     origin, &log->note_key, &cp,
				     &bad) != 0) {
		blame_log(run, log, BAD_NOTE, "note", NULL);
	} else if (check_note(run, log, &cp, origin, e) != 0) {
		return -1;
	}
	/* Nobody settled them: it is the tree that differs. */
	if (log->nastray > 0 && !log->gap)
		blame_history(run, log, log->astray[0].after);
	return 0;
}

/* ---- beside our own log ---- */

static void
check_state(struct run *run, const struct log *log,
	    const struct log_head *h)
{
	if (h->size < run->nroots &&
	    memcmp(run->roots[h->size], h->root, 32) != 0 &&
	    run->v->bad.n == 0)
		blame_log(run, log, BAD_STATE, "head", NULL);
}

/* What this computer noted beside the database. Read before the database:
 * the note moves on while others write. */
static void
read_noted(struct run *run)
{
	const char *path = path_join(run->a, run->site, "terminal.head"), *s;
	struct noted *k = &run->noted;
	struct err bad;
	size_t n;

	err_init(&bad, NULL);
	k->there = file_exists(path);
	k->whole = k->there &&
		   file_read(run->a, path, HEAD_MAX, &s, &n, &bad) == 0 &&
		   n > 0 && s[n - 1] == '\n' &&
		   head_parse(s, n - 1, &k->size, k->root);
}

/* It may lag, never lead. Where the records themselves do not fit their seal,
 * it says nothing more. */
static void
check_terminal_head(struct run *run, const struct log *log)
{
	const struct noted *k = &run->noted;

	if (!k->there || !log->sealed)
		return;
	if (!k->whole || k->size > log->next ||
	    (k->size < run->nroots &&
	     memcmp(run->roots[k->size], k->root, 32) != 0))
		blame_log(run, log, BAD_HEAD, "head", NULL);
}

/* ---- the run ---- */

static int
by_order(const void *a, const void *b)
{
	const struct log *x = a, *y = b;

	if (x->id.order != y->id.order)
		return x->id.order < y->id.order ? -1 : 1;
	return strcmp(x->id.terminal, y->id.terminal);
}

/* A first guess from the first leaf, unproved: it decides only in which order
 * the logs are gone through. The first office has the house's record; whoever
 * took over its duty comes next. */
static int
guess_order(struct run *run, struct log *log, struct err *e)
{
	static const char house[] = "preshift-record/1 house ";
	static const char duty[] = "\nduty: office\n";
	struct leaf_row row;
	bool found = false;

	if (store_leaf(run->s, &run->scratch, log->id.terminal, 0, &row,
		       &found, e) != 0)
		return -1;
	log->id.order = 2;
	if (str_eq(log->id.terminal, "office"))
		log->id.order = 0; /* whatever became of its beginning */
	if (found && row.body != NULL && row.n >= strlen(house) &&
	    memcmp(row.body, house, strlen(house)) == 0)
		log->id.order = 0;
	else if (found && row.body != NULL &&
		 memmem(row.body, row.n, duty, strlen(duty)) != NULL)
		log->id.order = 1;
	return 0;
}

static int
find_logs(struct run *run, struct err *e)
{
	struct origin_row *v;
	size_t n;

	if (store_origins(run->s, run->a, &v, &n, e) != 0)
		return -1;
	run->logs = ARENA_ARRAY(run->a, struct log, n + 1);
	run->nlogs = n;
	for (size_t i = 0; i < n; i++) {
		struct log *log = &run->logs[i];

		log->id.terminal = v[i].terminal;
		log->head_size = v[i].size;
		log->own = str_eq(v[i].terminal, store_terminal(run->s));
		if (store_note(run->s, run->a, log->id.terminal, &log->note,
			       e) != 0 ||
		    guess_order(run, log, e) != 0)
			return -1;
	}
	if (n > 0)
		qsort(run->logs, n, sizeof(*run->logs), by_order);
	for (size_t i = 0; i < n; i++) {
		run->logs[i].id.office = run->logs[i].id.order < 2;
		run->logs[i].id.order = (unsigned)i;
	}
	return 0;
}

static int
one_leaf(void *ctx, const struct leaf_row *row, struct err *e)
{
	return leaf_check(ctx, row, e);
}

static int
one_log(struct run *run, struct log *log, const struct log_head *head,
	struct err *e)
{
	run->log = log;
	tree_begin(run);
	if (store_each_leaf(run->s, log->id.terminal, one_leaf, run, e) != 0 ||
	    end_log(run, log, e) != 0)
		return -1;
	if (!log->own)
		return 0;
	run->v->terminal = log->id.terminal;
	run->v->size = log->next;
	memcpy(run->v->root, run->roots[run->nroots - 1], 32);
	check_state(run, log, head);
	check_terminal_head(run, log);
	return 0;
}

static void
mark_alone(struct run *run)
{
	struct finding f = { .of_leaf = true };

	for (size_t i = 0; i < run->neditions; i++) {
		const struct known_edition *ed = &run->editions[i];

		if (!ed->editorial || ed->seconded)
			continue;
		f.code = MARK_EDITORIAL;
		f.terminal = ed->log->id.terminal;
		f.index = f.until = ed->idx;
		f.kind = "edition";
		f.number = ed->by;
		f.at = ed->at;
		run_add(run, &f);
	}
	for (size_t i = 0; i < run->nerasures; i++) {
		const struct known_erasure *er = &run->erasures[i];

		if (er->seconded)
			continue;
		f.code = MARK_ERASE_ALONE;
		f.terminal = er->log->id.terminal;
		f.index = f.until = er->idx;
		f.kind = "erase";
		f.number = er->by;
		f.at = er->at;
		run_add(run, &f);
	}
}

static int
go_through(struct run *run, struct err *e)
{
	struct log_head head;

	/* Heads and notes first: what is appended meanwhile lies behind. */
	read_noted(run);
	if (store_head(run->s, &head, e) != 0 || find_logs(run, e) != 0)
		return -1;
	if (run_log(run, store_terminal(run->s)) == NULL)
		return err_set(e, ERR_UNTRUE, "the log of this terminal is "
			       "not in the database: restore the newest "
			       "backup");
	for (size_t i = 0; i < run->nlogs; i++) {
		if (one_log(run, &run->logs[i], &head, e) != 0)
			return -1;
	}
	if (!run->founded && run->v->bad.n == 0)
		blame_log(run, &run->logs[0], BAD_HOUSE, "house", NULL);
	mark_alone(run);
	return run_misused(run, e);
}

/* Damage to the file is something found; being kept out is a failure. */
static int
damage(struct run *run, struct err *e)
{
	struct finding f = { .code = BAD_DATABASE, .kind = "database",
			     .detail = e->text };

	if (e->kind != ERR_UNTRUE && run->v->bad.n == 0)
		return -1;
	run_add(run, &f);
	err_clear(e);
	return 0;
}

int
verification_run(struct arena *a, struct store *s, const char *site,
		 const char *charter, struct verification *ret,
		 struct err *e)
{
	struct run run = { .a = a, .s = s, .site = site, .wanted = charter,
			   .v = ret, .keys = { .a = a } };
	int rc = 0;

	memset(ret, 0, sizeof(*ret));
	merkle_root(&(struct frontier){ .size = 0 }, ret->root);
	ret->terminal = store_terminal(s);
	if (store_check(s, e) != 0)
		rc = damage(&run, e);
	ret->whole = rc == 0 && go_through(&run, e) == 0;
	if (rc == 0 && !ret->whole)
		rc = damage(&run, e);
	arena_free(&run.scratch);
	arena_free(&run.cached);
	arena_free(&run.zones);
	free(run.roots);
	return rc;
}
