/* Asking the views: the house, its terminals and settings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include "base/str.h"
#include "store/internal.h"

int
house_row(struct store *s, struct arena *a, struct house *ret,
	  bool *ret_found, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	if (ROWS(s, Q_HOUSE, &r, e) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	if (got > 0)
		*ret = (struct house){
			.id = row_or(&r, a, 0, ""),
			.title = row_or(&r, a, 1, ""),
			.zone = row_or(&r, a, 2, ""),
			.languages = row_or(&r, a, 3, ""),
			.charter_key = row_or(&r, a, 4, ""),
			.trial = row_int(&r, 5) != 0,
		};
	*ret_found = got > 0;
	return 0;
}

int
store_house(struct store *s, struct arena *a, struct house *ret,
	    struct err *e)
{
	bool found = false;

	if (house_row(s, a, ret, &found, e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_FAILED,
			       "the house '%s' was never finished: make it "
			       "again with init, in an empty folder",
			       s->house);
	return 0;
}

/* The only value of a statement with one argument, NULL if it has none. */
static int
one_text(struct store *s, struct arena *a, enum query q, const char *arg,
	 const char **ret, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	int got;

	if (ROWS(s, q, &r, e, ARG(arg)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	*ret = got ? row_text(&r, a, 0) : NULL;
	return 0;
}

int
store_terminal_key(struct store *s, struct arena *a, const char *terminal,
		   const char **ret, struct err *e)
{
	return one_text(s, a, Q_TERMINAL, terminal, ret, e);
}

int
store_setting(struct store *s, struct arena *a, const char *name,
	      const char **ret, struct err *e)
{
	return one_text(s, a, Q_SETTING, name, ret, e);
}

/* Who signed it; the charter signs what nobody is named for. */
static int
changed_by(struct store *s, struct arena *a, struct setting_row *row,
	   struct err *e)
{
	struct leaf_parts parts;
	const struct record *r;
	struct leaf_row leaf;
	bool found = false;

	row->by = NULL;
	if (store_leaf(s, a, row->terminal, row->index, &leaf, &found,
		       e) != 0)
		return -1;
	if (!found || leaf.body == NULL)
		return 0;
	if (leaf_split(leaf.body, leaf.n, &parts, e) != 0 ||
	    record_parse(a, parts.record, parts.nrecord, &r, e) != 0)
		return -1;
	if (r != NULL)
		row->by = record_get(r, "by");
	return 0;
}

int
store_setting_rows(struct store *s, struct arena *a, const char *name,
		   struct setting_row **ret, size_t *ret_n, struct err *e)
{
	bool house = str_starts(name, "house.");
	int col = str_eq(name, SETTING_LANGUAGES) ? 4 : 3, got;
	OWN(rows_done) struct rows r = { 0 };
	struct setting_row *v = NULL, row = { 0 };
	size_t n = 0, cap = 0;

	if (house ? rows_open(s, Q_HOUSE_ROWS, NULL, 0, &r, e) != 0 :
		    ROWS(s, Q_SETTING_ROWS, &r, e, ARG(name)) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0) {
		row.terminal = row_or(&r, a, 0, "");
		if (row_u64(&r, 1, &row.index, e) != 0)
			return -1;
		row.at = row_int(&r, 2);
		row.value = row_text(&r, a, col);
		/* Another field of the house's record changed. */
		if (house && n > 0 && str_eq(v[n - 1].value, row.value))
			n--;
		ARENA_PUSH(a, v, n, cap, row);
	}
	if (got < 0)
		return -1;
	rows_done(&r);
	for (size_t i = 0; i < n; i++)
		if (changed_by(s, a, &v[i], e) != 0)
			return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

/* ---- what is neither log nor view ---- */

int
store_draft_get(struct store *s, struct arena *a, const char *key,
		const char **ret_text, struct err *e)
{
	return one_text(s, a, Q_DRAFT, key, ret_text, e);
}

static int
still_as_it_was(struct store *s, const struct side_draft *d, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *now;

	if (d->was == NULL)
		return 0;
	if (one_text(s, &a, Q_DRAFT, d->key, &now, e) != 0)
		return -1;
	if (now == NULL || !str_eq(now, d->was))
		return err_set(e, ERR_REFUSED, "this was gone on with in "
			       "another window meanwhile, and that counts; "
			       "open it again to see how it stands");
	return 0;
}

int
draft_write(struct store *s, const struct side_draft *d, struct err *e)
{
	if (still_as_it_was(s, d, e) != 0)
		return -1;
	return d->text == NULL ?
		       RUN(s, Q_DRAFT_DROP, e, ARG(d->key)) :
		       RUN(s, Q_DRAFT_PUT, e, ARG(d->key), ARG(d->text));
}

int
store_draft_change(struct store *s, const struct side_draft *d, struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };

	if (txn_write(s, &t, e) != 0 || draft_write(s, d, e) != 0)
		return -1;
	return txn_commit(&t, e);
}

int
store_draft_put(struct store *s, const char *key, const char *text,
		struct err *e)
{
	return store_draft_change(
		s, &(struct side_draft){ .key = key, .text = text }, e);
}

int
store_drafts(struct store *s, struct arena *a, const char *prefix,
	     const char ***ret, size_t *ret_n, struct err *e)
{
	OWN(rows_done) struct rows r = { 0 };
	const char **v = NULL;
	size_t n = 0, cap = 0;
	int got;

	if (ROWS(s, Q_DRAFTS, &r, e, ARG(prefix)) != 0)
		return -1;
	while ((got = rows_next(&r, e)) > 0)
		ARENA_PUSH(a, v, n, cap, row_or(&r, a, 0, ""));
	if (got < 0)
		return -1;
	*ret = v;
	*ret_n = n;
	return 0;
}

int
store_tries(struct store *s, const char *who,
	    void (*fn)(void *ctx, struct tries *t), void *ctx, struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };
	OWN(rows_done) struct rows r = { 0 };
	struct tries was = { 0 }, now;
	int got;

	if (txn_write(s, &t, e) != 0 || ROWS(s, Q_TRIES, &r, e, ARG(who)) != 0)
		return -1;
	got = rows_next(&r, e);
	if (got < 0)
		return -1;
	if (got > 0)
		was = (struct tries){ .n = (unsigned)row_int(&r, 0),
				      .until = row_int(&r, 1) };
	rows_done(&r);
	now = was;
	fn(ctx, &now);
	if (now.n == was.n && now.until == was.until)
		return 0;
	if (RUN(s, Q_TRIES_PUT, e, ARG(who), ARG(now.n), ARG(now.until)) != 0)
		return -1;
	return txn_commit(&t, e);
}
