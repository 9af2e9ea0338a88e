/* Verification: what holds is called so, and each thing that does not is found
 * where it stands. Real keys, the store's own appending.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"
#include "cmd/verification.h"
#include "trust/hash.h"
#include "trust/merkle.h"
#include "trust/minisign.h"
#include "trust/note.h"
#include "trust/secret.h"
#include "../said.h"

enum { DAY = 86400, KEYS = 16 };
#define MORNING ((int64_t)1795240800) /* 21 November 2026, 06:00 UTC */
#define TEXT "preshift-text/1\nend\n"

struct world {
	struct arena a;
	struct err e;
	char dir[64];
	struct store *s;
	struct notary n;
	struct signer *terminal, *charter;
	struct { char name[16]; struct signer *s; } key[KEYS];
	size_t nkeys;
	int64_t now;
	const char *clock;
	uint64_t last;       /* the newest leaf */
	struct verification v;
};

#define ok(w, call)                                             \
	do {                                                    \
		if ((call) != 0)                                \
			fail_msg("%s: %s", #call, (w)->e.text); \
	} while (0)

/* ---- writing ---- */

static struct signer *
key_of(struct world *w, const char *name)
{
	for (size_t i = 0; i < w->nkeys; i++) {
		if (str_eq(w->key[i].name, name))
			return w->key[i].s;
	}
	assert_true(w->nkeys < KEYS);
	snprintf(w->key[w->nkeys].name, sizeof(w->key[0].name), "%s", name);
	w->key[w->nkeys].s = signer_random();
	return w->key[w->nkeys++].s;
}

/* From now on NAME stands for a new one. */
static void
forget_key(struct world *w, const char *name)
{
	for (size_t i = 0; i < w->nkeys; i++) {
		if (str_eq(w->key[i].name, name))
			w->key[i].name[0] = '\0';
	}
}

static const char *
public_of(struct world *w, const struct signer *s)
{
	char *text = arena_alloc(&w->a, PUBKEY_TEXT_SIZE);

	pubkey_print(text, signer_public(s));
	return text;
}

/* A record with its head; AFTER NULL: the log as it stands. */
static struct record *
head(struct world *w, enum record_kind k, const char *by, const char *after)
{
	struct record *r = record_new(&w->a, k);
	char at[UTC_SIZE], root[BASE64_SIZE(32)], hex[33];
	uint8_t nonce[16];
	struct log_head h;

	ok(w, store_head(w->s, &h, &w->e));
	base64_encode(root, h.root, 32);
	utc_print(at, w->now);
	trust_random(nonce, sizeof(nonce));
	hex_encode(hex, nonce, sizeof(nonce));
	if (after == NULL)
		after = arena_printf(&w->a, "%llu %s",
				     (unsigned long long)h.size, root);
	ok(w, record_put(&w->a, r, "house", "test", &w->e));
	ok(w, record_put(&w->a, r, "terminal", "office", &w->e));
	ok(w, record_put(&w->a, r, "at", at, &w->e));
	ok(w, record_put(&w->a, r, "clock", w->clock, &w->e));
	ok(w, record_put(&w->a, r, "by", by, &w->e));
	ok(w, record_put(&w->a, r, "after", after, &w->e));
	ok(w, record_put(&w->a, r, "nonce", hex, &w->e));
	return r;
}

struct sig { enum slot_bit slot; const struct signer *key; };

/* Signed over OF instead of its own text, if that is given. */
static const char *
print(struct world *w, const struct record *r, const struct sig *v, size_t n,
      const char *of)
{
	const char *text, *body;
	size_t size;

	ok(w, record_print(&w->a, r, &text, &size, &w->e));
	body = text;
	if (of == NULL)
		of = text;
	for (size_t i = 0; i < n; i++)
		body = arena_printf(&w->a, "%s%s", body,
			minisign_sign(&w->a, v[i].key,
				record_sig_comment(&w->a, r, v[i].slot,
					record_signer(r, v[i].slot)),
				of, strlen(of)));
	return body;
}

static uint64_t
append(struct world *w, const char *body)
{
	size_t n = strlen(body);
	struct append ap = { .bodies = &body, .sizes = &n, .n = 1,
			     .now = w->now, .today = w->now / DAY };

	ok(w, store_append(w->s, &w->n, &ap, &w->last, &w->e));
	return w->last;
}

/* FIELD VALUE … NULL */
static void
fill(struct world *w, struct record *r, va_list ap)
{
	const char *field;

	while ((field = va_arg(ap, const char *)) != NULL)
		ok(w, record_put(&w->a, r, field, va_arg(ap, const char *),
				 &w->e));
}

/* One leaf, signed by KEY in SLOT (SIG_NONE: unsigned). */
static uint64_t
put(struct world *w, enum record_kind k, const char *by, enum slot_bit slot,
    const struct signer *key, ...)
{
	struct record *r = head(w, k, by, NULL);
	const struct sig sig = { slot, key };
	va_list ap;

	va_start(ap, key);
	fill(w, r, ap);
	va_end(ap);
	return append(w, print(w, r, &sig, slot != SIG_NONE, NULL));
}

static const char *
ref(struct world *w, uint64_t idx)
{
	struct leaf_row row;
	bool found;

	ok(w, store_leaf(w->s, &w->a, NULL, idx, &row, &found, &w->e));
	assert_true(found);
	return leaf_ref_print(&w->a, "office", idx, row.hash);
}

static const char *
date(struct world *w, int64_t t)
{
	char *s = arena_alloc(&w->a, DATE_SIZE);

	date_print(s, t / DAY);
	return s;
}

static uint64_t
enrol(struct world *w, const char *number, const char *role)
{
	bool hr = str_eq(role, "hr");
	char hash[65];

	name_hash(hash, "00112233445566778899aabbccddeeff", number);
	return put(w, REC_ENROL, hr ? NULL : "2001",
		   hr ? SIG_CHARTER : SIG_HR,
		   hr ? w->charter : key_of(w, "2001"), "number", number,
		   "name-hash", hash, "role", role, "team", "-", "contract",
		   "full", "language", "en", "from", date(w, w->now), "coach",
		   "-", "code-key", public_of(w, key_of(w, "code")),
		   "code-until", date(w, w->now + 14 * DAY), "code-at",
		   "office", NULL);
}

/* Uses the key "code" up. */
static uint64_t
activate(struct world *w, const char *number, uint64_t code)
{
	struct signer *own = key_of(w, number);
	const struct sig sigs[] = { { SIG_CODE, key_of(w, "code") },
				    { SIG_KEY, own } };
	struct record *r = head(w, REC_ACTIVATE, number, NULL);

	ok(w, record_put(&w->a, r, "number", number, &w->e));
	ok(w, record_put(&w->a, r, "enrol", ref(w, code), &w->e));
	ok(w, record_put(&w->a, r, "key", public_of(w, own), &w->e));
	ok(w, record_put(&w->a, r, "language", "en", &w->e));
	ok(w, record_put(&w->a, r, "attended", NULL, &w->e));
	append(w, print(w, r, sigs, 2, NULL));
	forget_key(w, "code");
	return w->last;
}

static uint64_t
publish(struct world *w, unsigned edition, const char *change)
{
	char sha[65];
	const char *path, *text = arena_printf(&w->a, TEXT "%u\n", edition);

	sha256_hex(sha, text, strlen(text));
	path = arena_printf(&w->a, "%s/texts/%s.txt", w->dir, sha);
	ok(w, file_write_new(path, 0600, text, strlen(text), &w->e));
	return put(w, REC_EDITION, "2001", SIG_HR, key_of(w, "2001"),
		   "edition", arena_printf(&w->a, "%u", edition), "change",
		   change, "from", date(w, w->now), "due", "14", "text",
		   arena_printf(&w->a, "en %zu %s", strlen(text), sha),
		   "section", "H5 1 must", NULL);
}

static uint64_t
acknowledge(struct world *w, const char *number)
{
	char sha[65];

	sha256_hex(sha, TEXT "1\n", strlen(TEXT) + 2);
	return put(w, REC_ACK, number, SIG_PERSON, key_of(w, number),
		   "number", number, "edition", "1", "language", "en", "text",
		   sha, "section", "H5", "seconds", "60", "quiz", "1 1",
		   "meaning", "read", "words", "I have read it.", "form",
		   "yes", "name-hash", sha, "assisted", "-", "entry",
		   "keyboard", NULL);
}

static uint64_t
vouch(struct world *w, const char *number, uint64_t idx, const char *as)
{
	return put(w, REC_VOUCH, number, SIG_PERSON, key_of(w, number),
		   "number", number, "leaf", ref(w, idx), "as", as, NULL);
}

/* ---- the house ---- */

static void
found(struct world *w)
{
	put(w, REC_HOUSE, NULL, SIG_CHARTER, w->charter, "id", "test",
	    "title", "Test House", "zone", "UTC", "languages", "en",
	    "charter-key", public_of(w, w->charter), "trial", "no", NULL);
	put(w, REC_TERMINAL, NULL, SIG_CHARTER, w->charter, "id", "office",
	    "note-key",
	    note_vkey(&w->a, "test/office", signer_public(w->terminal)),
	    "duty", "office", NULL);
	activate(w, "2001", enrol(w, "2001", "hr"));
	activate(w, "2002", enrol(w, "2002", "hr"));
	activate(w, "1042", enrol(w, "1042", "staff"));
	publish(w, 1, "material");
}

static int
set_up(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	assert_non_null(w);
	err_init(&w->e, NULL);
	ok(w, trust_init(&w->e));
	strcpy(w->dir, "/tmp/preshift-verify.XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	assert_int_equal(mkdir(arena_printf(&w->a, "%s/texts", w->dir), 0700),
			 0);
	ok(w, store_create(arena_printf(&w->a, "%s/house.db", w->dir), "test",
			   "office", &w->s, &w->e));
	w->terminal = signer_random();
	w->charter = signer_random();
	notary_init(&w->n, w->terminal);
	w->now = MORNING;
	w->clock = "ntp";
	found(w);
	*state = w;
	return 0;
}

static void
remove_all(struct world *w, const char *dir)
{
	const char **names;
	size_t n;

	ok(w, file_list(&w->a, dir, "", &names, &n, &w->e));
	for (size_t i = 0; i < n; i++)
		(void)!unlink(path_join(&w->a, dir, names[i]));
	(void)!rmdir(dir);
}

static int
tear_down(void **state)
{
	struct world *w = *state;

	store_close(w->s);
	remove_all(w, arena_printf(&w->a, "%s/texts", w->dir));
	remove_all(w, w->dir);
	for (size_t i = 0; i < w->nkeys; i++)
		signer_free(w->key[i].s);
	signer_free(w->terminal);
	signer_free(w->charter);
	arena_free(&w->a);
	free(w);
	return 0;
}

static void
verify(struct world *w, const char *charter)
{
	ok(w, verification_run(&w->a, w->s, w->dir, charter, &w->v, &w->e));
}

/* Nothing bad, and just this marked; -1: nothing. */
static void
expect_mark(struct world *w, int code, uint64_t idx)
{
	verify(w, NULL);
	for (size_t i = 0; i < w->v.bad.n; i++)
		fail_msg("number %llu: %s",
			 (unsigned long long)w->v.bad.v[i].index,
			 finding_word(w->v.bad.v[i].code));
	assert_int_equal(w->v.marked.n, code < 0 ? 0 : 1);
	if (code < 0)
		return;
	assert_string_equal(finding_word(w->v.marked.v[0].code),
			    finding_word((enum finding_code)code));
	assert_int_equal(w->v.marked.v[0].index, idx);
}

/* Just this one is bad. */
static void
expect_bad(struct world *w, enum finding_code code, uint64_t idx)
{
	verify(w, NULL);
	assert_int_equal(w->v.bad.n, 1);
	assert_string_equal(finding_word(w->v.bad.v[0].code),
			    finding_word(code));
	assert_true(w->v.bad.v[0].of_leaf);
	assert_int_equal(w->v.bad.v[0].index, idx);
}

/* What was found last is of CODE, and said so to people, in each language. */
static void
says(struct world *w, const char *msgid, enum finding_code code)
{
	const struct finding_list *l = code < FINDING_MARKS ? &w->v.bad :
							      &w->v.marked;
	const struct finding *f = NULL;
	struct app app = { .a = &w->a };

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].code == code)
			f = &l->v[i];
	if (f == NULL)
		fail_msg("not found: %s", msgid);
	for (int i = 0; f != NULL && i < SAID_LANGS; i++) {
		struct messages *m = said_catalogue(i);
		const char *text;

		app.m = i == 0 ? NULL : m;
		text = finding_sentence(&app, f);
		if (i > 0 && str_eq(messages_get(m, msgid), msgid))
			fail_msg("not translated: %s", msgid);
		if (!said_matches(text, messages_get(app.m, msgid)))
			fail_msg("wanted: %s\ngot: %s", msgid, text);
		messages_free(m);
	}
}
#define FINDS(w, msgid, code)            \
	do {                             \
		verify(w, NULL);         \
		says(w, msgid, code);    \
	} while (0)

/* ---- what holds ---- */

static void
whole_house_holds(void **state)
{
	struct world *w = *state;
	struct log_head h;

	acknowledge(w, "1042");
	expect_mark(w, -1, 0);
	ok(w, store_head(w->s, &h, &w->e));
	assert_int_equal(w->v.leaves, 10);
	assert_int_equal(w->v.signatures, 13);
	assert_int_equal(w->v.editions, 1);
	assert_int_equal(w->v.size, h.size);
	assert_memory_equal(w->v.root, h.root, 32);
	assert_string_equal(w->v.house, "test");
	assert_string_equal(w->v.title, "Test House");
}

static void
fingerprint_is_compared(void **state)
{
	struct world *w = *state;
	char hex[65];

	sha256_hex(hex, signer_public(w->charter)->pk, 32);
	verify(w, hex);
	assert_int_equal(w->v.bad.n, 0);
	hex[63] = hex[63] == '0' ? '1' : '0';
	verify(w, hex);
	assert_int_equal(w->v.bad.n, 1);
	says(w, "the charter key is not the one whose fingerprint you gave.",
	     BAD_FINGERPRINT);
}

static void
erased_by_two(void **state)
{
	struct world *w = *state;
	uint64_t gone = acknowledge(w, "1042"), erasure;

	erasure = put(w, REC_ERASE, "2001", SIG_HR, key_of(w, "2001"), "leaf",
		      ref(w, gone), NULL);
	expect_mark(w, MARK_ERASE_ALONE, erasure);
	FINDS(w, "erased by one person alone", MARK_ERASE_ALONE);
	assert_int_equal(w->v.erased, 1);
	vouch(w, "2002", erasure, "second");
	expect_mark(w, -1, 0);
	assert_int_equal(w->v.erased, 1);
}

static void
audit_is_compared(void **state)
{
	struct world *w = *state;
	char root[BASE64_SIZE(32)];
	uint64_t idx;

	verify(w, NULL);
	base64_encode(root, w->v.root, 32);
	put(w, REC_AUDIT, "2001", SIG_HR, key_of(w, "2001"), "size",
	    arena_printf(&w->a, "%llu", (unsigned long long)w->v.size),
	    "root", root, "signatures", "12", "bad", "0", "marked", "0",
	    NULL);
	expect_mark(w, -1, 0);
	idx = put(w, REC_AUDIT, "2001", SIG_HR, key_of(w, "2001"), "size",
		  "3", "root", root, "signatures", "12", "bad", "0", "marked",
		  "0", NULL);
	expect_bad(w, BAD_AUDIT, idx);
	FINDS(w, "it confirms another history than the one here.", BAD_AUDIT);
}

/* ---- what is to be looked at ---- */

static void
clock_is_marked(void **state)
{
	struct world *w = *state;
	static const struct { const char *word; int mark; } v[] = {
		{ "rtc", -1 }, { "stated", MARK_STATED },
		{ "suspect", MARK_SUSPECT }, { "set", MARK_SET },
	};
	size_t marks = 0;

	for (size_t i = 0; i < NELEM(v); i++) {
		uint64_t idx;

		w->clock = v[i].word;
		idx = acknowledge(w, "1042");
		verify(w, NULL);
		assert_int_equal(w->v.bad.n, 0);
		marks += v[i].mark >= 0;
		assert_int_equal(w->v.marked.n, marks);
		if (v[i].mark < 0)
			continue;
		assert_int_equal(w->v.marked.v[marks - 1].code, v[i].mark);
		assert_int_equal(w->v.marked.v[marks - 1].index, idx);
	}
	FINDS(w, "the clock had been set by hand", MARK_STATED);
	FINDS(w, "the clock was in doubt", MARK_SUSPECT);
	FINDS(w, "the clock had been set by the program", MARK_SET);
}

static void
editorial_by_one(void **state)
{
	struct world *w = *state;
	uint64_t ed = publish(w, 2, "editorial");

	expect_mark(w, MARK_EDITORIAL, ed);
	FINDS(w, "called editorial by one person alone; it counts as material",
	      MARK_EDITORIAL);
	vouch(w, "2002", ed, "second");
	expect_mark(w, -1, 0);
}

/* A new key for 1042, seconded by another HR person. */
static uint64_t
renew(struct world *w)
{
	uint64_t idx = put(w, REC_RESET, "2001", SIG_HR, key_of(w, "2001"),
			   "number", "1042", "code-key",
			   public_of(w, key_of(w, "code")), "code-until",
			   date(w, w->now + 14 * DAY), "code-at", "office",
			   NULL);

	vouch(w, "2002", idx, "second");
	forget_key(w, "1042");
	activate(w, "1042", idx);
	return idx;
}

static void
signed_soon_after_new_code(void **state)
{
	struct world *w = *state;
	uint64_t idx;

	acknowledge(w, "1042");
	w->now += DAY;
	renew(w);
	w->now += 2 * DAY;
	idx = acknowledge(w, "1042");
	expect_mark(w, MARK_NEAR_RESET, idx);
	assert_string_equal(w->v.marked.v[0].detail, "2");
	w->now += 6 * DAY;
	acknowledge(w, "1042");
	expect_mark(w, MARK_NEAR_RESET, idx);
	renew(w);
	acknowledge(w, "1042");
	FINDS(w, "signed on the day a new code was given out",
	      MARK_NEAR_RESET);
}

static void
signed_since_key_was_misused(void **state)
{
	struct world *w = *state;
	char since[UTC_SIZE];
	uint64_t idx;

	acknowledge(w, "1042");
	w->now += DAY;
	utc_print(since, w->now);
	w->now += 60;
	idx = acknowledge(w, "1042");
	w->now += DAY;
	put(w, REC_REVOKE, "2001", SIG_HR, key_of(w, "2001"), "number",
	    "1042", "since", since, NULL);
	expect_mark(w, MARK_MISUSED, idx);
	FINDS(w, "signed after the key was misused, as was reported later",
	      MARK_MISUSED);
	w->now += 30 * DAY;
	renew(w);
	w->now += 30 * DAY;
	acknowledge(w, "1042");
	expect_mark(w, MARK_MISUSED, idx);
}

/* ---- what does not hold ---- */

static void
signature_of_another_text(void **state)
{
	struct world *w = *state;
	const struct sig sig = { SIG_PERSON, key_of(w, "1042") };
	struct record *r = head(w, REC_VOUCH, "1042", NULL);

	ok(w, record_put(&w->a, r, "number", "1042", &w->e));
	ok(w, record_put(&w->a, r, "leaf", ref(w, 3), &w->e));
	ok(w, record_put(&w->a, r, "as", "present", &w->e));
	append(w, print(w, r, &sig, 1, "another text\n"));
	expect_bad(w, BAD_SIGNATURE, w->last);
	FINDS(w, "the signature does not fit the text and the key of the "
		 "person named.", BAD_SIGNATURE);
}

static void
another_history(void **state)
{
	struct world *w = *state;
	const struct sig sig = { SIG_PERSON, key_of(w, "1042") };
	char root[BASE64_SIZE(32)];
	struct record *r;
	uint64_t idx;

	verify(w, NULL);
	base64_encode(root, w->v.root, 32);
	r = head(w, REC_VOUCH, "1042", arena_printf(&w->a, "4 %s", root));
	ok(w, record_put(&w->a, r, "number", "1042", &w->e));
	ok(w, record_put(&w->a, r, "leaf", ref(w, 3), &w->e));
	ok(w, record_put(&w->a, r, "as", "present", &w->e));
	idx = append(w, print(w, r, &sig, 1, NULL));
	expect_bad(w, BAD_AFTER, idx);
	FINDS(w, "it says it came after records that are not those before "
		 "it.", BAD_AFTER);
	acknowledge(w, "1042");
	expect_bad(w, BAD_AFTER, idx);
}

static void
text_of_an_edition(void **state)
{
	struct world *w = *state;
	char sha[65];
	const char *path;

	sha256_hex(sha, TEXT "1\n", strlen(TEXT) + 2);
	path = arena_printf(&w->a, "%s/texts/%s.txt", w->dir, sha);
	ok(w, file_replace(path, 0600, "x", 1, &w->e));
	expect_bad(w, BAD_TEXT, 8);
	assert_string_equal(w->v.bad.v[0].detail, "en");
	FINDS(w, "the text kept here is not the text of this edition (%s). It "
		 "was changed.", BAD_TEXT);
	assert_int_equal(unlink(path), 0);
	expect_bad(w, BAD_TEXT_MISSING, 8);
	FINDS(w, "the text of this edition is not here (%s).",
	      BAD_TEXT_MISSING);
}

static void
head_beside_the_log(void **state)
{
	struct world *w = *state;
	const char *path = arena_printf(&w->a, "%s/terminal.head", w->dir);
	char root[BASE64_SIZE(32)];
	const char *s;

	verify(w, NULL);
	base64_encode(root, w->v.root, 32);
	s = arena_printf(&w->a, "%llu %s\n", (unsigned long long)w->v.size,
			 root);
	ok(w, file_replace(path, 0600, s, strlen(s), &w->e));
	expect_mark(w, -1, 0);
	acknowledge(w, "1042"); /* it may lag */
	expect_mark(w, -1, 0);
	s = arena_printf(&w->a, "%llu %s\n",
			 (unsigned long long)w->v.size + 2, root);
	ok(w, file_replace(path, 0600, s, strlen(s), &w->e));
	verify(w, NULL);
	assert_int_equal(w->v.bad.n, 1);
	assert_int_equal(w->v.bad.v[0].code, BAD_HEAD);
	says(w, "this computer had written more, or something else: an older "
		"or another copy was put in its place.", BAD_HEAD);
}

/* ---- what our own appending never lets in ---- */

/* Other programs may write it; here only what is said of it is looked at. */
static void
foreign_wrongs_are_told(void **state)
{
	struct world *w = *state;

#define SPELLS(w, msgid, c)                                               \
	do {                                                              \
		struct finding f = { .code = (c), .terminal = "office",   \
				     .of_leaf = true, .kind = "ack" };    \
                                                                          \
		memset(&(w)->v, 0, sizeof((w)->v));                       \
		verification_add(&(w)->a, &(w)->v, &f);                   \
		says(w, msgid, c);                                        \
	} while (0)

	SPELLS(w, "it belongs to another house or terminal.", BAD_ELSEWHERE);
	SPELLS(w, "here something was changed, removed or put in: later "
		  "records came after another text.", BAD_HISTORY);
	SPELLS(w, "put in without this program: the terminal did not seal "
		  "it.", BAD_UNSEALED);
	SPELLS(w, "its signatures are not those that belong under it.",
	       BAD_SIGNATURES);
	SPELLS(w, "the person named had no valid key at that time.",
	       BAD_NO_KEY);
	SPELLS(w, "the person named was not entitled to sign this.",
	       BAD_RIGHTS);
	SPELLS(w, "it concerns an HR person and needs the charter sheet, "
		  "which did not sign it.", BAD_CHARTER);
	SPELLS(w, "such a record is valid only at the office terminal.",
	       BAD_OFFICE);
	SPELLS(w, "it names another record that is not in the book.",
	       BAD_REFERENCE);
	SPELLS(w, "the code used was not this person's newest one, or not "
		  "for this terminal.", BAD_CODE);
	SPELLS(w, "the staff number was somebody's already.", BAD_NUMBER);
	SPELLS(w, "the edition does not follow the one before it.",
	       BAD_EDITION);
	SPELLS(w, "it names a text that no edition has.", BAD_TEXT_NAMED);
	SPELLS(w, "the house cannot begin so, or has changed what must stay "
		  "for ever.", BAD_HOUSE);
	SPELLS(w, "the charter has admitted no such terminal with this key.",
	       BAD_TERMINAL);
	SPELLS(w, "the new code was given out by one person alone",
	       MARK_RESET_ALONE);
	SPELLS(w, "the code was used after its last day", MARK_CODE_LATE);
	SPELLS(w, "the code was used a second time; the first use counts",
	       MARK_CODE_TWICE);
	SPELLS(w, "signed after the day was over", MARK_VOUCH_LATE);
	SPELLS(w, "the office had ended or renewed this key or role "
		  "meanwhile", MARK_MEANWHILE);
	SPELLS(w, "it names a record of another terminal that is not here "
		  "yet", MARK_ELSEWHERE);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(whole_house_holds), TEST(fingerprint_is_compared),
		TEST(erased_by_two), TEST(audit_is_compared),
		TEST(clock_is_marked), TEST(editorial_by_one),
		TEST(signed_soon_after_new_code),
		TEST(signed_since_key_was_misused),
		TEST(signature_of_another_text), TEST(another_history),
		TEST(text_of_an_edition), TEST(head_beside_the_log),
		TEST(foreign_wrongs_are_told),
	};

	return cmocka_run_group_tests_name("verification", tests, NULL, NULL);
}
