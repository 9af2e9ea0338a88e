/* Each sentence of trust about keys, signatures and the state of a log, in
 * three languages. (Those of memory are in test_seal.c.)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fixture.h"
#include "../said.h"

#include "base/str.h"
#include "trust/merkle.h"
#include "trust/minisign.h"
#include "trust/note.h"

#define COMMENT "ack person E1042"
#define ORIGIN "seeblick/office"

static const uint8_t a_root[32] = { 7 };

static void
test_public_key(void **state)
{
	static const struct pubkey zeros;
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	char text[PUBKEY_TEXT_SIZE];
	struct pubkey k;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_said(&e, ERR_UNTRUE,
		    "'%s' is not a public key: it has 56 characters",
		    pubkey_parse("RWQ", &k, &e));
	pubkey_print(text, signer_public(s));
	text[5] = text[5] == 'A' ? 'B' : 'A';
	assert_said(&e, ERR_UNTRUE,
		    "'%s' is not a public key of preshift: its number is not "
		    "that of the key",
		    pubkey_parse(text, &k, &e));
	pubkey_print(text, &zeros);
	assert_said(&e, ERR_UNTRUE,
		    "'%s' is a public key that protects nothing: make a new "
		    "key",
		    pubkey_parse(text, &k, &e));
}

static int
verify(const struct signer *s, const char *comment, const char *text,
       const char *block, struct err *e)
{
	return minisign_verify(signer_public(s), comment, text, strlen(text),
			       block, strlen(block), e);
}

static void
test_signature(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);
	OWN(signer_freep) struct signer *other = fixed_signer(HR);
	OWN(arena_free) struct arena a = { 0 };
	const char *b = minisign_sign(&a, s, COMMENT, "text", 4);
	const char *b2 = minisign_sign(&a, s, COMMENT, "more", 4);
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_said(&e, ERR_UNTRUE,
		    "this signature is damaged or not written by preshift",
		    verify(s, COMMENT, "text", "x\n", &e));
	assert_said(&e, ERR_UNTRUE,
		    "this signature was made with another key than that of "
		    "'%s'",
		    verify(other, COMMENT, "text", b, &e));
	assert_said(&e, ERR_UNTRUE,
		    "this signature is not one of '%s': its comments are "
		    "others",
		    verify(s, "ack person E1043", "text", b, &e));
	assert_said(&e, ERR_UNTRUE,
		    "the signature '%s' does not hold: the text was changed "
		    "after signing",
		    verify(s, COMMENT, "test", b, &e));
	b = arena_printf(&a, "%s\n%s\n%s\n%s\n", line_of(&a, b, 0),
			 line_of(&a, b, 1), line_of(&a, b, 2),
			 line_of(&a, b2, 3));
	assert_said(&e, ERR_UNTRUE,
		    "the signature '%s' does not hold: its comment was changed",
		    verify(s, COMMENT, "text", b, &e));
}

static int
verify_note(const char *note, const char *origin, const struct signer *s,
	    struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct checkpoint c;

	return checkpoint_verify(&a, note, strlen(note), origin,
				 signer_public(s), &c, e);
}

static void
test_note(void **state)
{
	OWN(signer_freep) struct signer *s = fixed_signer(SITE);
	OWN(signer_freep) struct signer *other = fixed_signer(HR);
	OWN(arena_free) struct arena a = { 0 };
	const char *note = checkpoint_sign(&a, ORIGIN, 1234, a_root, s);
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_said(&e, ERR_UNTRUE,
		    "the signed state of the log is damaged or not written by "
		    "preshift",
		    verify_note("", ORIGIN, s, &e));
	assert_said(&e, ERR_UNTRUE,
		    "this is the state of the log '%s', not of '%s'",
		    verify_note(note, "seeblick/bar", s, &e));
	assert_said(&e, ERR_UNTRUE,
		    "the state of the log is not signed by '%s'",
		    verify_note(note, ORIGIN, other, &e));
	note = arena_printf(&a, ORIGIN "\n1235\n%s",
			    strstr(note, "1234\n") + 5);
	assert_said(&e, ERR_UNTRUE,
		    "the signature of '%s' under the state of the log does not "
		    "hold",
		    verify_note(note, ORIGIN, s, &e));
}

static int
parse_vkey(const char *text, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *name;
	struct pubkey k;

	return note_vkey_parse(&a, text, &name, &k, e);
}

static void
test_terminal_key(void **state)
{
	static const struct pubkey zeros;
	OWN(signer_freep) struct signer *s = fixed_signer(SITE);
	OWN(arena_free) struct arena a = { 0 };
	OWN(secret_freep) struct secret *x = secret_new(1);
	const char *vkey = note_vkey(&a, ORIGIN, signer_public(s));
	struct signer *none;
	struct notary y;
	const char *note;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	secret_set(x, "x", 1);
	assert_said(&e, ERR_UNTRUE, "'%s' is not the key of a terminal",
		    parse_vkey("x", &e));
	assert_said(&e, ERR_UNTRUE,
		    "'%s' is not the key of a terminal: its parts do not "
		    "belong together",
		    parse_vkey(arena_printf(&a, "other%s", vkey), &e));
	assert_said(&e, ERR_UNTRUE,
		    "'%s' is a public key that protects nothing: make a new "
		    "key",
		    parse_vkey(note_vkey(&a, ORIGIN, &zeros), &e));
	assert_said(&e, ERR_UNTRUE,
		    "the key of the terminal '%s' is damaged or belongs to "
		    "another terminal: put its file 'terminal.key' back as it "
		    "was",
		    terminal_key_parse(x, ORIGIN, &none, &e));
	notary_init(&y, NULL);
	assert_said(&e, ERR_FAILED,
		    "this house is open for reading only: nothing can be "
		    "recorded here",
		    y.seal(&y, &a, ORIGIN, 1, a_root, &note, &e));
}

static int
unseal(const char *text, const char *number, int trial, struct err *e)
{
	OWN(secret_freep) struct secret *p = secret_new(SECRET_MAX);
	OWN(signer_freep) struct signer *got = NULL;
	enum unseal how;

	secret_set(p, "x", 1);
	return key_unseal(text, strlen(text), "seeblick", number, p, trial,
			  &how, &got, e);
}

static int
seal(struct arena *a, struct seal_cost cost, const char **ret, struct err *e)
{
	OWN(secret_freep) struct secret *p = secret_new(SECRET_MAX);
	OWN(signer_freep) struct signer *s = fixed_signer(EMPLOYEE);

	secret_set(p, "x", 1);
	return key_seal(a, "seeblick", "E1042", s, p, cost, ret, e);
}

static void
test_sealed(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *text = NULL;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_said(&e, ERR_USAGE,
		    "%u MiB and %u passes are not how keys are sealed",
		    seal(&a, (struct seal_cost){ 9, 1 }, &text, &e));
	assert_int_equal(seal(&a, (struct seal_cost){ 8, 1 }, &text, &e), 0);
	assert_said(&e, ERR_UNTRUE,
		    "the file of this key is damaged: take it from a backup, "
		    "or HR gives a new code",
		    unseal("x", "E1042", 1, &e));
	assert_said(&e, ERR_UNTRUE,
		    "this sealed key belongs to '%s' of '%s', not to '%s' of "
		    "'%s'",
		    unseal(text, "E1043", 1, &e));
	assert_said(&e, ERR_UNTRUE,
		    "the key of '%s' is sealed with %u MiB and %u passes, "
		    "which this house does not allow: reset the person",
		    unseal(text, "E1042", 0, &e));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_public_key),
		cmocka_unit_test(test_signature),
		cmocka_unit_test(test_note),
		cmocka_unit_test(test_terminal_key),
		cmocka_unit_test(test_sealed),
	};

	return cmocka_run_group_tests_name("told", tests, start_trust, NULL);
}
