/* What the tests of store share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"
#include "../said.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/encode.h"
#include "base/str.h"
#include "store/internal.h"

/* ---- a notary without cryptography ---- */

static void
mix(const void *p, size_t n, uint8_t tag, uint8_t ret[32])
{
	const uint8_t *b = p;

	for (unsigned lane = 0; lane < 4; lane++) {
		uint64_t h = 0xcbf29ce484222325u + lane * 0x9e3779b97f4a7c15u;

		h = (h ^ tag) * 0x100000001b3u;
		for (size_t i = 0; i < n; i++)
			h = (h ^ b[i]) * 0x100000001b3u;
		h ^= h >> 29;
		memcpy(ret + (size_t)8 * lane, &h, 8);
	}
}

static void
toy_leaf(const void *p, size_t n, uint8_t ret[32])
{
	mix(p, n, 0, ret);
}

static void
toy_node(const uint8_t l[32], const uint8_t r[32], uint8_t ret[32])
{
	uint8_t both[64];

	memcpy(both, l, 32);
	memcpy(both + 32, r, 32);
	mix(both, sizeof(both), 1, ret);
}

static void
toy_push(struct frontier *f, const uint8_t leaf_hash[32])
{
	size_t n = (size_t)__builtin_popcountll(f->size);
	uint8_t node[32];

	memcpy(node, leaf_hash, 32);
	for (uint64_t s = f->size; s & 1; s >>= 1)
		toy_node(f->node[--n], node, node);
	memcpy(f->node[n], node, 32);
	f->size++;
}

static void
toy_root(const struct frontier *f, uint8_t ret[32])
{
	size_t n = (size_t)__builtin_popcountll(f->size);

	if (n == 0) {
		assert_true(hex_decode(ret, 32,
				       "e3b0c44298fc1c149afbf4c8996fb924"
				       "27ae41e4649b934ca495991b7852b855"));
		return;
	}
	memcpy(ret, f->node[n - 1], 32);
	for (size_t i = n - 1; i-- > 0;)
		toy_node(f->node[i], ret, ret);
}

static int
toy_seal(const struct notary *n, struct arena *a, const char *origin,
	 uint64_t size, const uint8_t root[32], const char **ret_note,
	 struct err *e)
{
	char hex[HEX_SIZE(32)];

	(void)n;
	(void)e;
	hex_encode(hex, root, 32);
	*ret_note = arena_printf(a, "%s\n%llu\n%s\n", origin,
				 (unsigned long long)size, hex);
	return 0;
}

void
toy_notary(struct notary *n)
{
	*n = (struct notary){ .leaf_hash = toy_leaf, .push = toy_push,
			      .root = toy_root, .seal = toy_seal };
}

/* ---- keys and signatures that have the shape only ---- */

static void
key_bytes(const char *label, uint8_t raw[42])
{
	mix(label, strlen(label), 7, raw + 10);
	memcpy(raw, "Ed", 2);
	memcpy(raw + 2, raw + 10, 8);
}

char *
public_key(struct arena *a, const char *label)
{
	uint8_t raw[42];
	char *out = arena_alloc(a, BASE64_SIZE(42));

	key_bytes(label, raw);
	base64_encode(out, raw, sizeof(raw));
	return out;
}

static char *
signature(struct arena *a, const char *label, const char *comment)
{
	uint8_t key[42], raw[74] = { 'E', 'D' }, global[64] = { 0 };
	char one[BASE64_SIZE(74)], two[BASE64_SIZE(64)];

	key_bytes(label, key);
	memcpy(raw + 2, key + 2, 8);
	base64_encode(one, raw, sizeof(raw));
	base64_encode(two, global, sizeof(global));
	return arena_printf(a,
			    "untrusted comment: preshift record signature\n"
			    "%s\ntrusted comment: %s\n%s\n",
			    one, comment, two);
}

static size_t
key_slot(struct world *w, const char *number)
{
	for (size_t i = 0; i < w->nkeys; i++) {
		if (str_eq(w->key[i].number, number))
			return i;
	}
	assert_true(w->nkeys < WORLD_KEYS);
	snprintf(w->key[w->nkeys].number, sizeof(w->key[0].number), "%s",
		 number);
	return w->nkeys++;
}

static const char *
label_of(struct world *w, const struct record *r, enum slot_bit slot)
{
	const char *who = record_signer(r, slot);

	if (slot == SIG_CHARTER)
		return "charter";
	assert_non_null(who);
	return w->key[key_slot(w, who)].key;
}

/* ---- leaves ---- */

static void
context(struct world *w, struct record_context *x, const char *by)
{
	struct log_head h;

	ok(w, store_head(w->s, &h, &w->e));
	*x = (struct record_context){ .house = "harbour",
				      .terminal = w->terminal, .by = by,
				      .at = w->now, .clock = CLOCK_SET,
				      .after_size = h.size };
	memcpy(x->after_root, h.root, 32);
	w->serial++;
	memcpy(x->nonce, &w->serial, sizeof(w->serial));
	memcpy(x->nonce + 8, w->terminal, 4);
}

static struct record *
fill(struct world *w, enum record_kind k, const char *by, va_list ap)
{
	struct record *r = record_new(&w->a, k);
	struct record_context x;
	const char *field;

	context(w, &x, by);
	ok(w, record_put_head(&w->a, r, &x, &w->e));
	while ((field = va_arg(ap, const char *)) != NULL) {
		const char *value = va_arg(ap, const char *);

		ok(w, record_put(&w->a, r, field, value, &w->e));
	}
	for (size_t i = 0; i < r->form->nfields; i++) {
		const struct record_field *f = &r->form->fields[i];

		if (f->optional && !f->repeated &&
		    r->values[record_head_count + i].n == 0)
			ok(w, record_put(&w->a, r, f->name, NULL, &w->e));
	}
	return r;
}

static struct body
seal_leaf(struct world *w, const struct record *r, const char *sigs)
{
	const char *text;
	struct body b;
	size_t n;

	ok(w, record_print(&w->a, r, &text, &n, &w->e));
	b.text = arena_printf(&w->a, "%s%s", text, sigs);
	b.n = strlen(b.text);
	return b;
}

static const char *
sign(struct world *w, const struct record *r, enum slot_bit slot,
     const char *label)
{
	return signature(&w->a, label,
			 record_sig_comment(&w->a, r, slot,
					    record_signer(r, slot)));
}

struct body
leaf(struct world *w, enum record_kind k, const char *by, enum slot_bit slot,
     ...)
{
	struct record *r;
	va_list ap;

	va_start(ap, slot);
	r = fill(w, k, by, ap);
	va_end(ap);
	if (slot == SIG_NONE)
		return seal_leaf(w, r, "");
	return seal_leaf(w, r, sign(w, r, slot, label_of(w, r, slot)));
}

struct body
leaf_by(struct world *w, const char *label, enum record_kind k,
	const char *by, enum slot_bit slot, ...)
{
	struct record *r;
	va_list ap;

	va_start(ap, slot);
	r = fill(w, k, by, ap);
	va_end(ap);
	return seal_leaf(w, r, sign(w, r, slot, label));
}

int
append_bodies(struct world *w, const struct body *v, size_t n, bool dry,
	      uint64_t *ret_first)
{
	const char **bodies = ARENA_ARRAY(&w->a, const char *, n);
	size_t *sizes = ARENA_ARRAY(&w->a, size_t, n);
	struct append ap = { .bodies = bodies, .sizes = sizes, .n = n,
			     .now = w->now, .today = w->now / DAY,
			     .dry = dry };

	for (size_t i = 0; i < n; i++) {
		bodies[i] = v[i].text;
		sizes[i] = v[i].n;
	}
	err_clear(&w->e);
	return store_append(w->s, &w->n, &ap, ret_first, &w->e);
}

static void
remember(struct world *w, uint64_t idx, struct body b)
{
	struct leaf_row row = { .terminal = w->terminal, .index = idx,
				.body = b.text, .n = b.n, .blanked = -1 };

	toy_leaf(b.text, b.n, row.hash);
	ARENA_PUSH(&w->a, w->log, w->nlog, w->log_cap, row);
}

uint64_t
put(struct world *w, struct body b)
{
	uint64_t first = 0;

	if (append_bodies(w, &b, 1, false, &first) != 0)
		fail_msg("%s\n%s", w->e.text, b.text);
	remember(w, first, b);
	w->now += 60;
	return first;
}

void
refuse_as(struct world *w, struct body b, enum err_kind kind,
	  const char *msgid, const char *value)
{
	uint64_t first = 77;

	assert_said(&w->e, kind, msgid,
		    append_bodies(w, &b, 1, false, &first));
	if (value != NULL && strstr(w->e.text, value) == NULL)
		fail_msg("'%s' is not said in: %s", value, w->e.text);
	assert_int_equal(first, 77);
}

const char *
ref(struct world *w, const char *terminal, uint64_t idx)
{
	struct leaf_row row;
	bool found = false;

	ok(w, store_leaf(w->s, &w->a, terminal, idx, &row, &found, &w->e));
	assert_true(found);
	return leaf_ref_print(&w->a, row.terminal, idx, row.hash);
}

const char *
ref_own(struct world *w, uint64_t idx)
{
	return ref(w, w->terminal, idx);
}

const char *
sha(struct world *w, const char *of)
{
	char *hex = arena_alloc(&w->a, HEX_SIZE(32));
	uint8_t h[32];

	mix(of, strlen(of), 9, h);
	hex_encode(hex, h, 32);
	return hex;
}

/* ---- a house ---- */

char *
vkey(struct world *w, const char *terminal)
{
	uint8_t raw[33] = { 1 };
	char text[BASE64_SIZE(33)];

	mix(terminal, strlen(terminal), 3, raw + 1);
	base64_encode(text, raw, sizeof(raw));
	return arena_printf(&w->a, "harbour/%s+0011aabb+%s", terminal, text);
}

struct world *
world_new(const char *terminal)
{
	struct world *w = calloc(1, sizeof(*w));

	assert_non_null(w);
	err_init(&w->e, NULL);
	toy_notary(&w->n);
	w->terminal = terminal;
	w->now = FIRST_MORNING;
	snprintf(w->dir, sizeof(w->dir), "/tmp/preshift-store-XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->path, sizeof(w->path), "%s/house.db", w->dir);
	ok(w, store_create(w->path, "harbour", terminal, &w->s, &w->e));
	if (!str_eq(terminal, "office"))
		return w;
	put(w, leaf(w, REC_HOUSE, NULL, SIG_CHARTER, "id", "harbour", "title",
		    "Harbour House", "zone", "Europe/Berlin", "languages",
		    "en,de,ru", "charter-key", public_key(&w->a, "charter"),
		    "trial", "yes", NULL));
	put(w, leaf(w, REC_TERMINAL, NULL, SIG_CHARTER, "id", "office",
		    "note-key", vkey(w, "office"), "duty", "office", NULL));
	return w;
}

void
world_free(struct world *w)
{
	OWN(str_free) struct str cmd = { 0 };

	store_closep(&w->s);
	str_printf(&cmd, "rm -rf '%s'", w->dir);
	assert_int_equal(system(str_text(&cmd)), 0);
	arena_free(&w->a);
	free(w);
}

void
world_reopen(struct world *w)
{
	store_closep(&w->s);
	err_clear(&w->e);
	ok(w, store_open(w->path, true, &w->s, &w->e));
}

static const char *
new_label(struct world *w, char *out, size_t size, const char *what,
	  const char *number)
{
	snprintf(out, size, "%s-%s-%u", what, number, ++w->serial);
	return out;
}

void
enrol(struct world *w, const char *number, const char *role, const char *at,
      bool charter)
{
	size_t k = key_slot(w, number);
	const char *code = new_label(w, w->key[k].code,
				     sizeof(w->key[k].code), "c", number);

	put(w, leaf(w, REC_ENROL, charter ? NULL : "2001",
		    charter ? SIG_CHARTER : SIG_HR, "number", number,
		    "name-hash", sha(w, number), "role", role, "team",
		    "front-desk", "contract", "full", "language", "en",
		    "from", "2026-11-21", "coach",
		    str_eq(role, "staff") ? "3001" : NULL, "code-key",
		    public_key(&w->a, code), "code-until", "2026-12-05",
		    "code-at", at, NULL));
}

uint64_t
new_code(struct world *w, const char *number, const char *at, bool charter)
{
	size_t k = key_slot(w, number);
	const char *code = new_label(w, w->key[k].code,
				     sizeof(w->key[k].code), "c", number);

	return put(w, leaf(w, REC_RESET, charter ? NULL : "2001",
			   charter ? SIG_CHARTER : SIG_HR, "number", number,
			   "code-key", public_key(&w->a, code), "code-until",
			   "2026-12-05", "code-at", at, NULL));
}

static struct record *
activation(struct world *w, ...)
{
	struct record *r;
	va_list ap;

	va_start(ap, w);
	r = fill(w, REC_ACTIVATE, NULL, ap);
	va_end(ap);
	return r;
}

uint64_t
activate(struct world *w, const char *number, uint64_t code_leaf,
	 const char *code_terminal)
{
	size_t k = key_slot(w, number);
	char fresh[24];
	struct record *r;
	struct body b;

	new_label(w, fresh, sizeof(fresh), "k", number);
	r = activation(w, "number", number, "enrol",
		       ref(w, code_terminal, code_leaf), "key",
		       public_key(&w->a, fresh), "language", "de",
		       "attended", str_eq(number, "2001") ? NULL : "2001",
		       NULL);
	b = seal_leaf(w, r,
		      arena_printf(&w->a, "%s%s",
				   sign(w, r, SIG_CODE, w->key[k].code),
				   sign(w, r, SIG_KEY, fresh)));
	memcpy(w->key[k].key, fresh, sizeof(fresh));
	return put(w, b);
}

uint64_t
last(struct world *w)
{
	struct log_head h;

	ok(w, store_head(w->s, &h, &w->e));
	return h.size - 1;
}

const char *
dump(struct world *w)
{
	const char *out = NULL;

	ok(w, store_dump_views(w->s, &w->a, &out, &w->e));
	return out;
}

void
take_log(struct world *w, const struct world *from)
{
	OWN(txn_end) struct txn t = { 0 };

	ok(w, txn_write(w->s, &t, &w->e));
	for (size_t i = 0; i < from->nlog; i++)
		ok(w, store_take_leaf(w->s, &from->log[i], &w->e));
	ok(w, txn_commit(&t, &w->e));
}
