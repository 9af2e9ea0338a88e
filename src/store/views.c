/* The views as a whole: made anew from the leaves, and printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/store.h"

#include "base/encode.h"
#include "base/str.h"
#include "store/internal.h"

static int
remake(void *ctx, const struct leaf_row *row, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct store *s = ctx;

	if (row->body == NULL)
		return 0;
	return project_leaf(s, &a, row->terminal, row->index, row->body,
			    row->n, false, e);
}

/* Control characters and the separator are escaped, so that rows with line
 * feeds in them cannot be taken for others. */
static void
put_text(struct str *out, const unsigned char *p)
{
	for (; *p != '\0'; p++) {
		if (*p < ' ' || *p == '|' || *p == '\\')
			str_printf(out, "\\x%02x", *p);
		else
			str_addc(out, (char)*p);
	}
}

static void
put_column(struct str *out, sqlite3_stmt *st, int col)
{
	const unsigned char *p;
	int n;

	str_addc(out, '|');
	switch (sqlite3_column_type(st, col)) {
	case SQLITE_NULL:
		break;
	case SQLITE_INTEGER:
		str_printf(out, "%lld",
			   (long long)sqlite3_column_int64(st, col));
		break;
	case SQLITE_BLOB:
		p = sqlite3_column_blob(st, col);
		n = sqlite3_column_bytes(st, col);
		str_add(out, "x'");
		for (int i = 0; i < n; i++)
			str_printf(out, "%02x", p[i]);
		str_addc(out, '\'');
		break;
	default:
		p = sqlite3_column_text(st, col);
		if (p == NULL)
			own_no_memory();
		str_addc(out, '"');
		put_text(out, p);
		str_addc(out, '"');
	}
}

static int
dump_view(struct store *s, const struct view *v, struct str *out,
	  struct err *e)
{
	OWN(str_free) struct str sql = { 0 };
	sqlite3_stmt *st = NULL;
	int rc;

	str_printf(&sql, "SELECT * FROM %s ORDER BY 1", v->name);
	for (int i = 2; i <= v->nkey; i++)
		str_printf(&sql, ", %d", i);
	rc = sqlite3_prepare_v2(s->db, str_text(&sql), -1, &st, NULL);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(st);
		if (rc != SQLITE_ROW)
			break;
		str_add(out, v->name);
		for (int c = 0; c < sqlite3_column_count(st); c++)
			put_column(out, st, c);
		str_addc(out, '\n');
	}
	if (rc != SQLITE_DONE)
		db_fail(s, rc, e);
	sqlite3_finalize(st);
	return rc == SQLITE_DONE ? 0 : -1;
}

int
store_dump_views(struct store *s, struct arena *a, const char **ret,
		 struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };
	OWN(str_free) struct str out = { 0 };

	if (txn_read(s, &t, e) != 0)
		return -1;
	for (size_t i = 0; i < store_view_count; i++) {
		if (dump_view(s, &store_views[i], &out, e) != 0)
			return -1;
	}
	*ret = arena_strdup(a, str_text(&out));
	return 0;
}

int
store_rebuild(struct store *s, struct arena *a, const char **ret_before,
	      const char **ret_after, struct err *e)
{
	OWN(txn_end) struct txn t = { 0 };
	struct err gone;

	if (txn_write(s, &t, e) != 0)
		return -1;
	/* A view that is not there, or has other columns, is no reason not to
	 * make it. */
	err_init(&gone, NULL);
	if (a != NULL && store_dump_views(s, a, ret_before, &gone) != 0)
		*ret_before = "";
	if (schema_make_views(s, true, e) != 0 ||
	    store_each_leaf(s, NULL, remake, s, e) != 0 ||
	    (a != NULL && store_dump_views(s, a, ret_after, e) != 0))
		return -1;
	return txn_commit(&t, e);
}
