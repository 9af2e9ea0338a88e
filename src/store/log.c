/* Reading the log: heads, leaves, roots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include <string.h>
#include "store/internal.h"

int
store_head(struct store *s, struct log_head *ret, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct log_head h;
	int got;

	if (ROWS(s, Q_HEAD, &r, e, ARG((const char *)s->terminal)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got <= 0)
		return got < 0 ? -1 : db_fail(s, SQLITE_CORRUPT, e);
	if (row_u64(&r, 0, &h.size, e) != 0 ||
	    row_bytes(&r, 1, h.root, sizeof(h.root), e) != 0)
		return -1;
	*ret = h;
	return 0;
}

int
store_note(struct store *s, struct arena *a, const char *terminal,
	   const char **ret_note, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	if (terminal == NULL)
		terminal = s->terminal;
	if (ROWS(s, Q_NOTE, &r, e, ARG(terminal)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	*ret_note = got ? row_text(&r, a, 0) : NULL;
	return 0;
}

int
store_origins(struct store *s, struct arena *a, struct origin_row **ret,
	      size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct origin_row *v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (ROWS(s, Q_ORIGINS, &r, e) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct origin_row row = { .terminal = row_or(&r, a, 0, "") };

		if (row_u64(&r, 1, &row.size, e) != 0)
			return -1;
		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

/* The log's own hashes, one by one: only somebody who verifies asks for a
 * size that is neither the newest nor 0. */
static int
root_of_first(struct store *s, const struct notary *n, uint64_t size,
	      uint8_t ret[32], struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct frontier f = { 0 };

	if (ROWS(s, Q_HASHES, &r, e, ARG((const char *)s->terminal)) != 0)
		return -1;
	while (f.size < size) {
		uint8_t hash[32];
		int got = rows_next(&r, e);

		if (got < 0)
			return -1;
		if (got == 0)
			return err_set(e, ERR_UNTRUE,
				       "the book ends at number %llu, before %llu: "
				       "records are missing; run verify",
				       (unsigned long long)f.size,
				       (unsigned long long)size);
		if (row_bytes(&r, 0, hash, sizeof(hash), e) != 0)
			return -1;
		n->push(&f, hash);
	}
	n->root(&f, ret);
	return 0;
}

int
store_root_at(struct store *s, const struct notary *n, uint64_t size,
	      uint8_t ret[32], struct err *e)
{
	const struct frontier empty = { 0 };
	struct log_head h;

	if (size == 0) {
		n->root(&empty, ret);
		return 0;
	}
	if (store_head(s, &h, e) != 0)
		return -1;
	if (h.size == size) {
		memcpy(ret, h.root, sizeof(h.root));
		return 0;
	}
	return root_of_first(s, n, size, ret, e);
}

/* A row of Q_LEAF or Q_LEAVES; the text is that of the statement. */
static int
leaf_here(const struct rows *r, struct leaf_row *ret, struct err *e)
{
	struct leaf_row row = {
		.terminal = (const char *)sqlite3_column_text(r->st, 0),
		.blanked = -1,
	};

	if (row_u64(r, 1, &row.index, e) != 0 ||
	    row_bytes(r, 2, row.hash, sizeof(row.hash), e) != 0)
		return -1;
	if (sqlite3_column_type(r->st, 3) != SQLITE_NULL) {
		row.body = sqlite3_column_blob(r->st, 3);
		row.n = (size_t)sqlite3_column_bytes(r->st, 3);
		if (row.body == NULL)
			row.body = "";
	}
	if (sqlite3_column_type(r->st, 4) != SQLITE_NULL)
		row.blanked = row_int(r, 4);
	*ret = row;
	return 0;
}

int
store_leaf(struct store *s, struct arena *a, const char *terminal,
	   uint64_t index, struct leaf_row *ret, bool *ret_found,
	   struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	struct leaf_row row;
	int got = 0;

	if (index <= INT64_MAX) {
		if (terminal == NULL)
			terminal = s->terminal;
		if (ROWS(s, Q_LEAF, &r, e, ARG(terminal), ARG(index)) != 0)
			return -1;
		got = rows_next(&r, e);
	}
	if (got < 0 || (got > 0 && leaf_here(&r, &row, e) != 0))
		return -1;
	if (got > 0) {
		row.terminal = arena_strdup(a, row.terminal);
		if (row.body != NULL)
			row.body = arena_strndup(a, row.body, row.n);
		*ret = row;
	}
	*ret_found = got > 0;
	return 0;
}

int
store_each_leaf(struct store *s, const char *terminal,
		int (*fn)(void *ctx, const struct leaf_row *row,
			  struct err *e),
		void *ctx, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	if ((terminal == NULL ? ROWS(s, Q_LEAVES, &r, e) :
				ROWS(s, Q_LEAVES_OF, &r, e, ARG(terminal))) !=
	    0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		struct leaf_row row;

		if (leaf_here(&r, &row, e) != 0)
			return -1;
		got = fn(ctx, &row, e);
		if (got != 0)
			return got;
	}
	return got;
}

int
store_hashes(struct store *s, struct arena *a, const char *terminal,
	     uint8_t (**ret)[32], size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	uint8_t(*v)[32] = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (terminal == NULL)
		terminal = s->terminal;
	if (ROWS(s, Q_HASHES, &r, e, ARG(terminal)) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		if (row_bytes(&r, 0, v[n], sizeof(v[n]), e) != 0)
			return -1;
		n++;
	}
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}
