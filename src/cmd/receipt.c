/* receipt: what a person signed, its signature, its place in the log.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/receipt.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/handbook.h"
#include "trust/minisign.h"

/* ---- which record ---- */

bool
receipt_disputable(enum record_kind k)
{
	return k == REC_ACK || k == REC_PAPER;
}

static bool
has_receipt(enum record_kind k)
{
	return receipt_disputable(k) || k == REC_DECLINE || k == REC_OBJECT;
}

int
receipt_rows(struct app *app, const char *number, struct handbook_row **ret,
	     size_t *ret_n, struct err *e)
{
	return handbook_history(app, number, has_receipt, ret, ret_n, e);
}

int
receipt_place(struct app *app, const char *word, const char **ret_terminal,
	      uint64_t *ret_index, struct err *e)
{
	const char *colon = strchr(word, ':'), *digits = word;

	*ret_terminal = store_terminal(app->store);
	if (colon != NULL) {
		*ret_terminal = arena_strndup(app->a, word,
					      (size_t)(colon - word));
		digits = colon + 1;
	}
	if (!str_u64(digits, INT64_MAX, ret_index))
		return err_set(e, ERR_USAGE, "'%s' is no number of a record",
			       word);
	return 0;
}

const char *
receipt_number(struct app *app, const char *terminal, uint64_t index)
{
	unsigned long long n = index;

	return str_eq(terminal, store_terminal(app->store)) ?
	       arena_printf(app->a, "%llu", n) :
	       arena_printf(app->a, "%s:%llu", terminal, n);
}

/* The table of kinds says who may read; the person and HR may read these. */
static bool
may_read(const struct app *app, const struct record_form *f,
	 const char *number)
{
	if (str_eq(app->who, number))
		return (f->readers & READ_SELF) != 0;
	if (app->role == ROLE_HR)
		return (f->readers & READ_HR) != 0;
	return app->role == ROLE_COUNCIL && (f->readers & READ_COUNCIL) != 0;
}

static int
take_leaf(struct app *app, const struct leaf_row *leaf, struct receipt *ret,
	  struct err *e)
{
	unsigned long long n = leaf->index;
	struct leaf_parts parts;
	const char *number, *hash;

	if (leaf->body == NULL)
		return err_set(e, ERR_FAILED, "number %llu was erased: there "
			       "is nothing to show", n);
	if (leaf_split(leaf->body, leaf->n, &parts, e) != 0 ||
	    record_parse(app->a, parts.record, parts.nrecord, &ret->r, e) != 0)
		return -1;
	if (ret->r == NULL || !has_receipt(ret->r->form->kind))
		return err_set(e, ERR_USAGE, "number %llu is nothing that "
			       "somebody signed about the handbook", n);
	number = record_get(ret->r, "number");
	if (!may_read(app, ret->r->form, number))
		return err_set(e, ERR_REFUSED, "number %llu belongs to "
			       "somebody else: only that person and HR may "
			       "see it", n);
	ret->record = arena_strndup(app->a, parts.record, parts.nrecord);
	ret->signature = parts.nsigs == 0 ? "" :
			 arena_strndup(app->a, parts.sigs[0], parts.nsig[0]);
	ret->signer = record_signer(ret->r,
				    (enum slot_bit)ret->r->form->slots);
	ret->written = "";
	hash = record_get(ret->r, "name-hash");
	if (hash != NULL &&
	    store_name(app->store, app->a, hash, &ret->written, e) != 0)
		return -1;
	return app_person(app, number, &ret->p, e);
}

int
receipt_find(struct app *app, const char *terminal, uint64_t index,
	     struct receipt *ret, struct err *e)
{
	struct leaf_row leaf;
	bool found;

	*ret = (struct receipt){ .terminal = terminal, .index = index };
	if (store_leaf(app->store, app->a, terminal, index, &leaf, &found,
		       e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_USAGE, "there is no record %llu",
			       (unsigned long long)index);
	memcpy(ret->hash, leaf.hash, sizeof(ret->hash));
	return take_leaf(app, &leaf, ret, e);
}

/* ---- what proves it ---- */

/* A receipt that does not hold is worse than none. */
static int
untrue(const struct receipt *rc, struct err *e)
{
	return err_set(e, ERR_UNTRUE, "number %llu is not as it was signed: "
		       "'preshift verify' shows what holds",
		       (unsigned long long)rc->index);
}

static int
check_signature(struct app *app, struct receipt *rc, struct err *e)
{
	enum slot_bit slot = (enum slot_bit)rc->r->form->slots;
	struct pubkey key;
	struct err why;
	bool doubt;

	if (store_key_at(app->store, app->a, rc->signer, rc->terminal,
			 rc->index, record_time(rc->r, "at"), &rc->key, &doubt,
			 NULL, e) != 0)
		return -1;
	err_init(&why, app->m);
	if (pubkey_parse(rc->key, &key, &why) != 0 ||
	    minisign_verify(&key,
			    record_sig_comment(app->a, rc->r, slot,
					       rc->signer),
			    rc->record, strlen(rc->record), rc->signature,
			    strlen(rc->signature), &why) != 0)
		return untrue(rc, e);
	return 0;
}

static int
check_note(struct app *app, struct receipt *rc, struct err *e)
{
	const char *name;
	struct pubkey key;
	struct err why;

	if (store_note(app->store, app->a, rc->terminal, &rc->note, e) != 0 ||
	    store_terminal_key(app->store, app->a, rc->terminal,
			       &rc->note_key, e) != 0)
		return -1;
	err_init(&why, app->m);
	if (rc->note == NULL || rc->note_key == NULL ||
	    note_vkey_parse(app->a, rc->note_key, &name, &key, &why) != 0 ||
	    checkpoint_verify(app->a, rc->note, strlen(rc->note), name, &key,
			      &rc->book, &why) != 0)
		return untrue(rc, e);
	return 0;
}

/* The note first: leaves that come meanwhile are not under it. */
static int
prove(struct app *app, struct receipt *rc, struct err *e)
{
	uint8_t (*hashes)[32], (*proof)[32];
	size_t n, nproof, size;

	if (check_signature(app, rc, e) != 0 || check_note(app, rc, e) != 0 ||
	    store_hashes(app->store, app->a, rc->terminal, &hashes, &n,
			 e) != 0)
		return -1;
	size = (size_t)rc->book.size;
	if (size > n || rc->index >= size)
		return untrue(rc, e);
	proof = merkle_proof(app->a, (const uint8_t (*)[32])hashes, size,
			     (size_t)rc->index, &nproof);
	if (!merkle_included(rc->hash, rc->index, size,
			     (const uint8_t (*)[32])proof, nproof,
			     rc->book.root))
		return untrue(rc, e);
	rc->proof = tlog_proof_print(app->a, rc->index,
				     (const uint8_t (*)[32])proof, nproof,
				     rc->note);
	return 0;
}

/* ---- the command ---- */

/* What can be done with it, by number. */
static void
follow(struct app *app, const struct receipt *rc, bool details,
       struct page *p)
{
	const char *n = receipt_number(app, rc->terminal, rc->index);

	if (!app_has_keys(app))
		return;
	if (!details) {
		app_follow(app, "d",
			   arena_printf(app->a, "receipt %s --details", n));
		p->keys = T(app, "d details");
	}
	if (!str_eq(rc->p.number, app->who))
		return;
	page_gap(app->a, p);
	page_item(app->a, p, "1", T(app, "What I signed"));
	app_follow(app, "1", "me signed");
	if (!receipt_disputable(rc->r->form->kind))
		return;
	page_item(app->a, p, "2", T(app, "Object to this one"));
	app_follow(app, "2", arena_printf(app->a, "me object %s", n));
}

static int
newest(struct app *app, const char **ret_terminal, uint64_t *ret_index,
       struct err *e)
{
	struct handbook_row *v;
	size_t n;

	if (receipt_rows(app, app->who, &v, &n, e) != 0)
		return -1;
	if (n == 0)
		return err_set(e, ERR_FAILED, "you have signed nothing yet: "
			       "'sign' does it");
	*ret_terminal = v[0].terminal;
	*ret_index = v[0].index;
	return 0;
}

int
cmd_receipt(struct app *app, int argc, const char *const *argv, struct err *e)
{
	bool details = false;
	const struct opt spec[] = {
		{ .name = "details", .type = OPT_FLAG, .flag = &details },
	};
	const char *word, *terminal;
	struct receipt rc;
	struct page *page;
	uint64_t index;

	if (app_args(app, spec, NELEM(spec), argc, argv, 1, &word, e) != 0)
		return -1;
	if ((word != NULL ? receipt_place(app, word, &terminal, &index, e) :
			    newest(app, &terminal, &index, e)) != 0 ||
	    receipt_find(app, terminal, index, &rc, e) != 0 ||
	    prove(app, &rc, e) != 0)
		return -1;
	/* On the screen of the prompt only what a person reads; a file, a
	 * print and a script get the texts too. */
	details |= !app_has_keys(app);
	page = receipt_page(app, &rc, details);
	follow(app, &rc, details, page);
	return app_result(app, receipt_data(app, &rc), NULL, page, e);
}
