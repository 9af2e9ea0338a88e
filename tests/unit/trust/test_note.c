/* Tests of trust/note.h: verifier keys, checkpoints, cosignatures, and the
 * terminal's key file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include "base/encode.h"
#include "base/str.h"
#include "trust/note.h"

#define ORIGIN "seeblick/office"
#define DASH "\xe2\x80\x94"

/* C2SP signed-note's own example. */
static const char example[] =
	"example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U"
	"2k";

static const uint8_t a_root[32] = { 1, 2, 3 };

static int
vkey_parse(const char *s)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *name;
	struct pubkey k;
	struct err e;

	err_init(&e, NULL);
	return outcome(note_vkey_parse(&a, s, &name, &k, &e), &e, ERR_UNTRUE);
}

static void
test_vkey(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *name = NULL;
	char *s = arena_strdup(&a, example);
	struct pubkey k;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(note_vkey_parse(&a, example, &name, &k, &e), 0);
	assert_string_equal(name, "example.com/foo");
	assert_string_equal(note_vkey(&a, name, &k), example);
	for (size_t i = 0; i < strlen(example); i++) {
		for (int b = 0; b < 8; b++) {
			s[i] = (char)(example[i] ^ (1 << b));
			assert_int_equal(vkey_parse(s), -1);
		}
		s[i] = example[i];
		assert_int_equal(vkey_parse(arena_strndup(&a, s, i)), -1);
		assert_int_equal(vkey_parse(s + i), i == 0 ? 0 : -1);
	}
	/* a witness's key is of another type */
	assert_int_equal(vkey_parse(cosigner_vkey(&a, name, &k)), -1);
	assert_int_equal(vkey_parse(note_vkey(&a, "a b", &k)), -1);
	memset(k.pk, 0, sizeof(k.pk)); /* of small order */
	assert_int_equal(vkey_parse(note_vkey(&a, "a", &k)), -1);
}

/* ---- checkpoints ---- */

struct house {
	struct arena a;
	struct signer *s;
	const char *note;
};

static int
set_up(void **state)
{
	static struct house h;

	h = (struct house){ .s = fixed_signer(SITE) };
	h.note = checkpoint_sign(&h.a, ORIGIN, 1234, a_root, h.s);
	*state = &h;
	return 0;
}

static int
tear_down(void **state)
{
	struct house *h = *state;

	signer_free(h->s);
	arena_free(&h->a);
	return 0;
}

static int
verify(struct house *h, const char *note, size_t n)
{
	struct checkpoint c = { .size = 7 };
	struct err e;
	int rc;

	err_init(&e, NULL);
	rc = outcome(checkpoint_verify(&h->a, note, n, ORIGIN,
				       signer_public(h->s), &c, &e), &e,
		     ERR_UNTRUE);
	assert_int_equal(c.size, rc == 0 ? 1234 : 7);
	return rc;
}

static int
verify_text(struct house *h, const char *note)
{
	return verify(h, note, strlen(note));
}

static void
test_checkpoint(void **state)
{
	struct house *h = *state;
	struct checkpoint c;
	struct err e;
	const char *big;

	err_init(&e, NULL);
	assert_true(str_starts(h->note, "seeblick/office\n1234\nAQIDAAAAAAAAA"
			       "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n" DASH
			       " seeblick/office "));
	assert_int_equal(checkpoint_verify(&h->a, h->note, strlen(h->note),
					   ORIGIN, signer_public(h->s), &c,
					   &e), 0);
	assert_string_equal(c.origin, ORIGIN);
	assert_int_equal(c.size, 1234);
	assert_memory_equal(c.root, a_root, 32);
	big = checkpoint_sign(&h->a, ORIGIN, UINT64_MAX, a_root, h->s);
	assert_int_equal(checkpoint_verify(&h->a, big, strlen(big), ORIGIN,
					   signer_public(h->s), &c, &e), 0);
	assert_true(c.size == UINT64_MAX);
}

static void
test_flips(void **state)
{
	struct house *h = *state;
	char *s = arena_strdup(&h->a, h->note);
	size_t n = strlen(s);

	for (size_t i = 0; i < 8 * n; i++) {
		s[i / 8] = (char)(s[i / 8] ^ (1 << i % 8));
		if (verify(h, s, n) == 0)
			fail_msg("bit %zu flipped and not seen", i);
		s[i / 8] = (char)(s[i / 8] ^ (1 << i % 8));
	}
	for (size_t i = 0; i < n; i++)
		assert_int_equal(verify(h, s, i), -1);
	assert_int_equal(verify(h, s, n), 0);
}

/* TEXT with the site's right signature under it: what only its form betrays. */
static const char *
signed_text(struct house *h, const char *text)
{
	const char *id = strstr(h->note, DASH " " ORIGIN " ");
	uint8_t raw[68];
	char line[BASE64_SIZE(68)];

	id += strlen(DASH " " ORIGIN " ");
	assert_true(base64_decode(raw, sizeof(raw), id, strlen(id) - 1));
	signer_sign(h->s, text, strlen(text), raw + 4);
	base64_encode(line, raw, sizeof(raw));
	return arena_printf(&h->a, "%s\n" DASH " " ORIGIN " %s\n", text,
			    line);
}

static void
test_text_form(void **state)
{
#define ROOT "AQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
	static const char *const bad[] = {
		ORIGIN "\n01234\n" ROOT "\n", ORIGIN "\n+1234\n" ROOT "\n",
		ORIGIN "\n1234 \n" ROOT "\n", ORIGIN "\n1234\n" ROOT " \n",
		ORIGIN "\n1234\n" ROOT "\nmore\n", ORIGIN "\n1234\n",
		ORIGIN "\n1234\nAQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB="
		"\n", ORIGIN " \n1234\n" ROOT "\n", "\n1234\n" ROOT "\n",
		ORIGIN "\r\n1234\n" ROOT "\n", ORIGIN "\n1234\n" ROOT "\n\n",
		ORIGIN "\n1234\n\n" ROOT "\n",
		ORIGIN "\n18446744073709551616\n" ROOT "\n",
	};
	struct house *h = *state;

	assert_int_equal(verify_text(h, signed_text(h, ORIGIN "\n1234\n" ROOT
						    "\n")), 0);
	for (size_t i = 0; i < NELEM(bad); i++) {
		if (verify_text(h, signed_text(h, bad[i])) == 0)
			fail_msg("was read: %s", bad[i]);
	}
#undef ROOT
}

static void
test_strict(void **state)
{
	struct house *h = *state;
	struct arena *a = &h->a;
	const char *line = strstr(h->note, DASH);
	const char *text = arena_strndup(a, h->note,
					 (size_t)(line - h->note));
	const char *plain = strchr(line, ' ');

	assert_int_equal(verify_text(h, arena_printf(a, "%s%s", text, line)),
			 0);
	/* twice, no line at all, another dash, no LF, CR LF, more */
	assert_int_equal(verify_text(h, arena_printf(a, "%s%s%s", text, line,
						     line)), -1);
	assert_int_equal(verify_text(h, text), -1);
	assert_int_equal(verify_text(h, arena_printf(a, "%s-%s", text,
						     plain)), -1);
	assert_int_equal(verify_text(h, arena_printf(a, "%s\xe2\x80\x93%s",
						     text, plain)), -1);
	assert_int_equal(verify_text(h, arena_strndup(a, h->note,
						      strlen(h->note) - 1)),
			 -1);
	assert_int_equal(verify_text(h, arena_printf(a, "%s\n", h->note)),
			 -1);
	assert_int_equal(verify_text(h, arena_printf(a, "%s%s ", text, line)),
			 -1);
	assert_int_equal(verify_text(h, arena_printf(a, "\n%s", h->note)),
			 -1);
	assert_int_equal(verify_text(h, ""), -1);
	assert_int_equal(verify_text(h, "\n\n"), -1);
}

/* Lines of others: kept if they have the form, and no more. */
static void
test_others(void **state)
{
	struct house *h = *state;
	struct arena *a = &h->a;
	OWN(signer_freep) struct signer *w = fixed_signer(WITNESS);
	const char *line = cosignature_sign(a, h->note, strlen(h->note),
					    "hq/w", 99, w);
	const char *note = arena_printf(a, "%s%s", h->note, line);
	struct err e;
	uint64_t t = 0;

	err_init(&e, NULL);
	assert_int_equal(verify_text(h, note), 0);
	assert_int_equal(cosignature_verify(a, note, strlen(note), "hq/w",
					    signer_public(w), &t, &e), 0);
	assert_int_equal(t, 99);
	/* not there; not the key */
	assert_int_equal(cosignature_verify(a, h->note, strlen(h->note),
					    "hq/w", signer_public(w), &t,
					    &e), -1);
	assert_int_equal(cosignature_verify(a, note, strlen(note), "hq/w",
					    signer_public(h->s), &t, &e), -1);
	assert_int_equal(e.kind, ERR_UNTRUE);
	assert_int_equal(verify_text(h, arena_printf(a, "%s" DASH " x AAAAAA"
						     "A=\n", h->note)), 0);
	assert_int_equal(verify_text(h, arena_printf(a, "%s" DASH " x AAAAAA"
						     "B=\n", h->note)), -1);
	assert_int_equal(verify_text(h, arena_printf(a, "%s" DASH " x \n",
						     h->note)), -1);
	assert_int_equal(verify_text(h, arena_printf(a, "%s" DASH " a+b AAAA"
						     "AAA=\n", h->note)), -1);
	assert_null(cosignature_sign(a, "no note", 7, "hq/w", 1, w));
}

static void
test_many_others(void **state)
{
	struct house *h = *state;
	OWN(str_free) struct str s = { 0 };

	str_add(&s, h->note);
	for (int i = 0; i < 20; i++)
		str_printf(&s, DASH " other/%d AAAAAAA=\n", i);
	assert_int_equal(verify_text(h, s.s), 0);
	for (int i = 0; i < 100; i++)
		str_printf(&s, DASH " more/%d AAAAAAA=\n", i);
	assert_int_equal(verify_text(h, s.s), -1);
}

static void
test_other_log(void **state)
{
	struct house *h = *state;
	OWN(signer_freep) struct signer *other = fixed_signer(HR);
	struct checkpoint c;
	struct err e;
	const char *note;

	err_init(&e, NULL);
	assert_int_equal(checkpoint_verify(&h->a, h->note, strlen(h->note),
					   "seeblick/bar",
					   signer_public(h->s), &c, &e), -1);
	assert_non_null(strstr(e.text, "seeblick/bar"));
	assert_int_equal(checkpoint_verify(&h->a, h->note, strlen(h->note),
					   ORIGIN, signer_public(other), &c,
					   &e), -1);
	note = checkpoint_sign(&h->a, ORIGIN, 1234, a_root, other);
	assert_int_equal(verify_text(h, note), -1);
}

/* ---- the terminal's key ---- */

static int
key_parse(const char *s, size_t n, const char *origin, struct signer **ret)
{
	OWN(secret_freep) struct secret *text = secret_new(n);
	struct err e;

	err_init(&e, NULL);
	secret_set(text, s, n);
	return outcome(terminal_key_parse(text, origin, ret, &e), &e,
		       ERR_UNTRUE);
}

static void
test_terminal_key(void **state)
{
	struct house *h = *state;
	OWN(signer_freep) struct signer *s = NULL;
	struct signer *none = NULL;
	OWN(secret_freep) struct secret *printed = terminal_key_print(ORIGIN,
								      h->s);
	char *text = printed->s;
	size_t n = strlen(text);

	assert_true(str_starts(text, "preshift-terminal/1\norigin: seeblick/o"
			       "ffice\nkey: seeblick/office+"));
	assert_int_equal(key_parse(text, n, ORIGIN, &s), 0);
	assert_true(pubkey_equal(signer_public(s), signer_public(h->s)));
	assert_int_equal(key_parse(text, n, "seeblick/bar", &none), -1);
	for (size_t i = 0; i < 8 * n; i++) {
		text[i / 8] = (char)(text[i / 8] ^ (1 << i % 8));
		assert_int_equal(key_parse(text, n, ORIGIN, &none), -1);
		text[i / 8] = (char)(text[i / 8] ^ (1 << i % 8));
	}
	for (size_t i = 0; i < n; i++)
		assert_int_equal(key_parse(text, i, ORIGIN, &none), -1);
	assert_null(none);
}

#define HOUSE_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vkey),
		HOUSE_TEST(test_checkpoint),
		HOUSE_TEST(test_flips),
		HOUSE_TEST(test_text_form),
		HOUSE_TEST(test_strict),
		HOUSE_TEST(test_others),
		HOUSE_TEST(test_many_others),
		HOUSE_TEST(test_other_log),
		HOUSE_TEST(test_terminal_key),
	};

	return cmocka_run_group_tests_name("note", tests, start_trust, NULL);
}
