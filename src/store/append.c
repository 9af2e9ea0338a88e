/* Writing the log: one transaction for leaves, tree, note and rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include <string.h>
#include "base/encode.h"
#include "base/str.h"
#include "store/internal.h"

enum { NODE = 32 };

/* A leaf that was read before the transaction begins. */
struct incoming {
	const struct record *r;
	struct leaf_parts parts;
	uint64_t after;
	uint8_t after_root[32];
};

/* One append under way. */
struct appending {
	struct store *s;
	const struct notary *n;
	const struct append *ap;
	struct arena *a;
	struct frontier f;
	struct log_head before; /* the head as the transaction found it */
};

static int
read_frontier(struct appending *w, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got, bits;

	if (ROWS(w->s, Q_HEAD, &r, e, ARG((const char *)w->s->terminal)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got <= 0)
		return got < 0 ? -1 : db_fail(w->s, SQLITE_CORRUPT, e);
	if (row_u64(&r, 0, &w->before.size, e) != 0)
		return -1;
	if (w->before.size > INT64_MAX - w->ap->n)
		return db_fail(w->s, SQLITE_CORRUPT, e);
	w->f.size = w->before.size;
	bits = __builtin_popcountll(w->f.size);
	if (row_bytes(&r, 1, w->before.root, NODE, e) != 0)
		return -1;
	return row_bytes(&r, 2, w->f.node, (size_t)bits * NODE, e);
}

static int
write_head(struct appending *w, struct err *e)
{
	OWN(str_free) struct str origin = { 0 };
	const char *note = NULL;
	uint8_t root[NODE];
	size_t bits = (size_t)__builtin_popcountll(w->f.size);

	w->n->root(&w->f, root);
	str_printf(&origin, "%s/%s", w->s->house, w->s->terminal);
	if (w->n->seal(w->n, w->a, str_text(&origin), w->f.size, root, &note,
		       e) != 0)
		return -1;
	return RUN(w->s, Q_HEAD_PUT, e, ARG(w->f.size), arg_blob(root, NODE),
		   arg_blob(w->f.node, bits * NODE), ARG(note),
		   ARG((const char *)w->s->terminal));
}

static int
parse_after(const struct record *r, struct incoming *in)
{
	const char *after = record_get(r, "after");

	return after != NULL && head_parse(after, strlen(after), &in->after,
					   in->after_root) ? 0 : -1;
}

/* What can be said of a leaf without the log. */
static int
read_leaf(struct appending *w, size_t i, struct incoming *in, struct err *e)
{
	const char *house, *terminal;

	if (leaf_split(w->ap->bodies[i], w->ap->sizes[i], &in->parts, e) != 0)
		return -1;
	if (record_parse(w->a, in->parts.record, in->parts.nrecord, &in->r,
			 e) != 0)
		return -1;
	if (in->r == NULL)
		return err_set(e, ERR_REFUSED,
			       "this record is of a kind or version that this "
			       "program does not know: update preshift");
	if (in->r->form != record_form_of(in->r->form->kind))
		return err_set(e, ERR_REFUSED,
			       "a new '%s' is written in version %u, not %u",
			       in->r->form->word,
			       record_form_of(in->r->form->kind)->version,
			       in->r->form->version);
	house = record_get(in->r, "house");
	terminal = record_get(in->r, "terminal");
	if (house == NULL || !str_eq(house, w->s->house) || terminal == NULL ||
	    !str_eq(terminal, w->s->terminal))
		return err_set(e, ERR_REFUSED,
			       "this record is of '%s/%s', but this log is "
			       "that of '%s/%s'",
			       house == NULL ? "-" : house,
			       terminal == NULL ? "-" : terminal, w->s->house,
			       w->s->terminal);
	if (parse_after(in->r, in) != 0)
		return err_set(e, ERR_UNTRUE,
			       "this record does not say which log it follows");
	return 0;
}

/* A record may be older than the newest leaf (somebody else wrote while the
 * passphrase was typed), but never of another history. Roots in between are
 * for verify: each would cost reading the log. */
static int
check_after(const struct appending *w, const struct incoming *in,
	    struct err *e)
{
	uint8_t root[NODE];

	if (in->after <= w->f.size) {
		if (in->after == w->before.size) {
			memcpy(root, w->before.root, NODE);
		} else if (in->after == w->f.size) {
			w->n->root(&w->f, root);
		} else if (in->after == 0) {
			const struct frontier empty = { 0 };

			w->n->root(&empty, root);
		} else {
			return 0;
		}
		if (memcmp(root, in->after_root, NODE) == 0)
			return 0;
	}
	return err_set(e, ERR_UNTRUE,
		       "this record follows %llu other records than those "
		       "here: the database was changed or exchanged; run "
		       "verify",
		       (unsigned long long)in->after);
}

static int
take_one(struct appending *w, size_t i, struct incoming *in, struct err *e)
{
	struct admission ad = {
		.s = w->s, .a = w->a, .ap = w->ap, .r = in->r,
		.parts = &in->parts, .idx = w->f.size,
		.by = record_get(in->r, "by"),
	};
	const char *mine = w->s->terminal;
	uint8_t hash[NODE];

	if (check_after(w, in, e) != 0 || admit_leaf(&ad, e) != 0)
		return -1;
	w->n->leaf_hash(w->ap->bodies[i], w->ap->sizes[i], hash);
	if (RUN(w->s, Q_LEAF_PUT, e, ARG(mine), ARG(ad.idx),
		arg_blob(hash, NODE),
		arg_blob(w->ap->bodies[i], w->ap->sizes[i])) != 0)
		return -1;
	w->n->push(&w->f, hash);
	if (project_record(w->s, w->a, mine, ad.idx, in->r, &in->parts, false,
			   e) != 0)
		return -1;
	if (in->r->form->kind == REC_ERASE) {
		struct projection p = { .s = w->s, .a = w->a,
					.terminal = mine,
					.idx = (int64_t)ad.idx, .r = in->r };

		return erase_targets(&p, e);
	}
	return 0;
}

static int
write_sides(struct store *s, const struct append *ap, struct err *e)
{
	for (size_t i = 0; i < ap->nforget; i++) {
		if (RUN(s, Q_NAME_FORGET, e, ARG(ap->forget[i])) != 0)
			return -1;
	}
	for (size_t i = 0; i < ap->nnames; i++) {
		const struct side_name *n = &ap->names[i];

		if (RUN(s, Q_NAME_PUT, e, ARG(n->hash), ARG(n->number),
			ARG(n->salt), ARG(n->name)) != 0)
			return -1;
	}
	for (size_t i = 0; i < ap->ndrafts; i++) {
		if (draft_write(s, &ap->drafts[i], e) != 0)
			return -1;
	}
	return 0;
}

int
store_append(struct store *s, const struct notary *n, const struct append *ap,
	     uint64_t *ret_first, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(txn_end) struct txn t = { 0 };
	struct appending w = { .s = s, .n = n, .ap = ap, .a = &a };
	struct incoming *in = ARENA_ARRAY(&a, struct incoming, ap->n);

	for (size_t i = 0; i < ap->n; i++) {
		if (read_leaf(&w, i, &in[i], e) != 0)
			return -1;
	}
	if (txn_write(s, &t, e) != 0 || read_frontier(&w, e) != 0)
		return -1;
	for (size_t i = 0; i < ap->n; i++) {
		if (take_one(&w, i, &in[i], e) != 0)
			return -1;
	}
	if (!ap->dry) {
		if ((ap->n > 0 && write_head(&w, e) != 0) ||
		    write_sides(s, ap, e) != 0 || txn_commit(&t, e) != 0)
			return -1;
	}
	*ret_first = w.before.size;
	return 0;
}

/* Blanks a leaf whose erasure came before it. */
static int
blanked_before(struct store *s, const struct leaf_row *row,
	       const struct record *r, bool *ret, struct err *e)
{
	OWN(rows_done) struct rows q = { 0 };
	int64_t by;
	int got;

	*ret = false;
	if (r->form->keep == KEEP_CHAIN)
		return 0;
	if (ROWS(s, Q_ERASED, &q, e, ARG(row->terminal), ARG(row->index),
		 arg_blob(row->hash, NODE)) != 0)
		return -1;
	got = rows_next(&q, e);
	if (got <= 0)
		return got;
	by = row_int(&q, 0);
	*ret = true;
	return RUN(s, Q_LEAF_BLANK, e, ARG(by), ARG(row->terminal),
		   ARG(row->index));
}

int
store_take_leaf(struct store *s, const struct leaf_row *row, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct record *r = NULL;
	struct leaf_parts parts;
	struct projection p = { .s = s, .a = &a, .terminal = row->terminal,
				.idx = (int64_t)row->index };
	struct err shape;
	bool gone = false;

	if (RUN(s, Q_HEAD_NEW, e, ARG(row->terminal)) != 0 ||
	    RUN(s, Q_LEAF_PUT, e, ARG(row->terminal), ARG(row->index),
		arg_blob(row->hash, NODE),
		row->body == NULL ? arg_text(NULL) :
				    arg_blob(row->body, row->n)) != 0)
		return -1;
	err_init(&shape, NULL);
	if (row->body == NULL ||
	    leaf_split(row->body, row->n, &parts, &shape) != 0 ||
	    record_parse(&a, parts.record, parts.nrecord, &r, &shape) != 0 ||
	    r == NULL)
		return 0;
	if (blanked_before(s, row, r, &gone, e) != 0)
		return -1;
	if (!gone && project_record(s, &a, row->terminal, row->index, r,
				    &parts, false, e) != 0)
		return -1;
	p.r = r;
	return r->form->kind == REC_ERASE ? erase_targets(&p, e) : 0;
}
