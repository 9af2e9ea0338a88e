/* Rows of what is said about leaves: vouching, corrections, audits, erasures.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/internal.h"

#include <string.h>

int
project_vouch(const struct projection *p, struct err *e)
{
	struct leaf_ref ref;

	if (!projection_ref(p, "leaf", &ref))
		return 0;
	return VIEW(p, VOUCH, e, ARG((const char *)ref.terminal),
		    ARG(ref.index), WHERE(p),
		    arg_blob(ref.hash, sizeof(ref.hash)),
		    arg_field(p, "number"), arg_field(p, "as"));
}

int
project_correct(const struct projection *p, struct err *e)
{
	struct leaf_ref ref;

	if (!projection_ref(p, "leaf", &ref))
		return 0;
	return VIEW(p, CORRECT, e, ARG((const char *)ref.terminal),
		    ARG(ref.index), WHERE(p),
		    arg_blob(ref.hash, sizeof(ref.hash)),
		    arg_field(p, "number"));
}

int
project_audit(const struct projection *p, struct err *e)
{
	return VIEW(p, AUDIT, e, WHERE(p), ARG(p->by), arg_number(p, "size"),
		    arg_field(p, "root"), arg_number(p, "signatures"),
		    arg_number(p, "bad"), arg_number(p, "marked"));
}

int
project_erase(const struct projection *p, struct err *e)
{
	size_t n = 0;
	const char *const *leaves = record_all(p->r, "leaf", &n);

	for (size_t i = 0; i < n; i++) {
		struct leaf_ref ref;

		if (!leaf_ref_parse(leaves[i], &ref) || ref.index > INT64_MAX)
			continue;
		if (VIEW(p, ERASE, e, ARG((const char *)ref.terminal),
			 ARG(ref.index), WHERE(p),
			 arg_blob(ref.hash, sizeof(ref.hash)),
			 ARG(p->by)) != 0)
			return -1;
	}
	return 0;
}

/* Takes away the rows of a leaf, then its body. What the key chain, editions,
 * erasures and audits say stays, whoever asks. */
static int
blank(const struct projection *p, const struct leaf_row *row, struct err *e)
{
	const struct record *r = NULL;
	struct leaf_parts parts;
	struct err shape;

	err_init(&shape, NULL);
	if (row->body == NULL ||
	    leaf_split(row->body, row->n, &parts, &shape) != 0 ||
	    record_parse(p->a, parts.record, parts.nrecord, &r, &shape) != 0 ||
	    r == NULL || r->form->keep == KEEP_CHAIN)
		return 0;
	if (project_record(p->s, p->a, row->terminal, row->index, r, &parts,
			   true, e) != 0)
		return -1;
	return RUN(p->s, Q_LEAF_BLANK, e, ARG(p->idx), ARG(row->terminal),
		   ARG(row->index));
}

int
erase_targets(const struct projection *p, struct err *e)
{
	size_t n = 0;
	const char *const *leaves = record_all(p->r, "leaf", &n);

	for (size_t i = 0; i < n; i++) {
		struct leaf_row row;
		struct leaf_ref ref;
		bool found = false;

		if (!leaf_ref_parse(leaves[i], &ref) || ref.index > INT64_MAX)
			continue;
		if (store_leaf(p->s, p->a, ref.terminal, ref.index, &row,
			       &found, e) != 0)
			return -1;
		if (found && memcmp(row.hash, ref.hash, sizeof(ref.hash)) == 0 &&
		    blank(p, &row, e) != 0)
			return -1;
	}
	return 0;
}
