/* Readers of what is signed, hashed or kept: records, leaves, editions,
 * signatures, notes, keys, references.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/handbook.h"
#include "record/record.h"
#include "trust/minisign.h"
#include "trust/note.h"

#define ORIGIN "seeblick/office"
#define COMMENT "ack key 1042"

static const char text[] = "preshift ack 1\nfuzz\nend\n";

/* The corpora are signed by this key: 32 times the byte 3. */
static struct signer *
the_signer(void)
{
	uint8_t seed[32];
	struct err e;

	err_init(&e, NULL);
	PROMISE(trust_init(&e) == 0);
	memset(seed, 3, sizeof(seed));
	return signer_from_seed(seed);
}

/* What is accepted is what would be printed: one encoding, no other. */
static void
check_record(struct arena *a, const char *s, size_t n)
{
	const struct record *r = NULL;
	const char *again;
	struct err e;
	size_t nagain;

	err_init(&e, NULL);
	if (record_parse(a, s, n, &r, &e) != 0) {
		PROMISE(e.kind == ERR_UNTRUE && e.text[0] != '\0');
		return;
	}
	if (r == NULL)
		return; /* a kind of later days */
	PROMISE(record_print(a, r, &again, &nagain, &e) == 0);
	PROMISE(nagain == n && memcmp(again, s, n) == 0);
}

void
fuzz_leaf(struct arena *a, const char *s, size_t len)
{
	struct leaf_parts p;
	struct err e;
	size_t n;

	check_record(a, s, len);
	err_init(&e, NULL);
	if (leaf_split(s, len, &p, &e) != 0) {
		PROMISE(e.kind == ERR_UNTRUE);
		return;
	}
	PROMISE(p.record == s && p.nsigs <= LEAF_SIGS_MAX);
	n = p.nrecord;
	for (size_t i = 0; i < p.nsigs; i++) {
		PROMISE(p.sigs[i] == s + n);
		n += p.nsig[i];
	}
	PROMISE(n == len);
	check_record(a, p.record, p.nrecord);
}

void
fuzz_edition(struct arena *a, const char *s, size_t len)
{
	OWN(str_free) struct str again = { 0 };
	struct edition_text t;
	struct err e;

	err_init(&e, NULL);
	if (edition_parse(a, s, len, &t, &e) != 0) {
		PROMISE(e.kind == ERR_CONTENT && e.text[0] != '\0');
		return;
	}
	edition_print(&again, &t);
	PROMISE(again.n == len && memcmp(again.s, s, len) == 0);
	PROMISE(utf8_printable(s, len, true));
}

/* Nothing but the four lines that were signed is a signature. */
void
fuzz_minisign(struct arena *a, const char *s, size_t len)
{
	OWN(signer_freep) struct signer *k = the_signer();
	const char *mine = minisign_sign(a, k, COMMENT, text,
					 sizeof(text) - 1);
	struct err e;

	err_init(&e, NULL);
	if (minisign_verify(signer_public(k), COMMENT, text, sizeof(text) - 1,
			    s, len, &e) != 0) {
		PROMISE(e.kind == ERR_UNTRUE && e.text[0] != '\0');
		return;
	}
	PROMISE(len == strlen(mine) && memcmp(s, mine, len) == 0);
}

/* A note that holds says what was signed; lines of others may follow. */
void
fuzz_checkpoint(struct arena *a, const char *s, size_t len)
{
	OWN(signer_freep) struct signer *k = the_signer();
	struct checkpoint c;
	const char *mine;
	struct err e;
	size_t body;

	err_init(&e, NULL);
	if (checkpoint_verify(a, s, len, ORIGIN, signer_public(k), &c, &e) !=
	    0) {
		PROMISE(e.kind == ERR_UNTRUE && e.text[0] != '\0');
		return;
	}
	PROMISE(str_eq(c.origin, ORIGIN));
	mine = checkpoint_sign(a, ORIGIN, c.size, c.root, k);
	body = (size_t)(strstr(mine, "\n\n") + 2 - mine);
	PROMISE(len >= body && memcmp(s, mine, body) == 0);
	uint64_t time;

	if (cosignature_verify(a, s, len, "witness", signer_public(k), &time,
			       &e) != 0)
		PROMISE(e.kind == ERR_UNTRUE);
}

void
fuzz_keys(struct arena *a, const char *s, size_t len)
{
	OWN(signer_freep) struct signer *own = NULL, *sealed = NULL;
	OWN(secret_freep) struct secret *pass = NULL, *file = NULL;
	char again[PUBKEY_TEXT_SIZE];
	enum unseal how = UNSEAL_WRONG;
	const char *name;
	struct pubkey k;
	struct err e;

	err_init(&e, NULL);
	PROMISE(trust_init(&e) == 0);
	if (pubkey_parse(s, &k, &e) == 0) {
		pubkey_print(again, &k);
		PROMISE(str_eq(again, s));
	}
	err_clear(&e);
	if (note_vkey_parse(a, s, &name, &k, &e) == 0)
		PROMISE(str_eq(note_vkey(a, name, &k), s));
	err_clear(&e);
	file = secret_new(len);
	secret_set(file, s, len);
	if (terminal_key_parse(file, ORIGIN, &own, &e) == 0)
		PROMISE(own != NULL);
	err_clear(&e);
	pass = secret_new(16);
	secret_set(pass, "not this one", 12);
	if (key_unseal(s, len, "seeblick", "1042", pass, 1, &how, &sealed,
		       &e) == 0)
		PROMISE(how == UNSEAL_WRONG && sealed == NULL);
}

void
fuzz_references(struct arena *a, const char *s, size_t len)
{
	uint8_t root[32];
	struct leaf_ref r;
	uint64_t size;

	if (leaf_ref_parse(s, &r))
		PROMISE(str_eq(leaf_ref_print(a, r.terminal, r.index, r.hash),
			       s));
	if (head_parse(s, len, &size, root))
		PROMISE(strlen(s) == len &&
			str_eq(head_print(a, size, root), s));
}
