/* Tests of the table of kinds: every kind, filled at random, is printed, read
 * and printed again; and no changed byte passes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/chance.h"
#include "base/clock.h"
#include "base/encode.h"
#include "base/str.h"
#include "record/record.h"

enum { ROUNDS = 40 };

static const struct record_field *
field_at(const struct record_form *form, size_t i)
{
	return i < record_head_count ? &record_head[i]
				     : &form->fields[i - record_head_count];
}

/* ---- values at random ---- */

static uint64_t
below(struct chance *c, uint64_t n)
{
	return chance_draw(c, n);
}

static char *
from_set(struct arena *a, struct chance *c, const char *set, size_t n)
{
	char *s = arena_alloc(a, n + 1);

	for (size_t i = 0; i < n; i++)
		s[i] = set[below(c, strlen(set))];
	return s;
}

static char *
an_id(struct arena *a, struct chance *c)
{
	static const char all[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";

	return arena_printf(a, "%c%s", all[below(c, 36)],
			    from_set(a, c, all, below(c, 64)));
}

static char *
bytes64(struct arena *a, struct chance *c, const char *before, size_t n)
{
	uint8_t raw[64];
	char text[BASE64_SIZE(sizeof(raw))];
	size_t k = strlen(before);

	for (size_t i = 0; i < n; i++)
		raw[i] = (uint8_t)chance_next(c);
	memcpy(raw, before, k);
	base64_encode(text, raw, n);
	return arena_strdup(a, text);
}

static char *
a_text(struct arena *a, struct chance *c, bool lines)
{
	static const char *const part[] = {
		"end", ".", "..", "--", ":", "Grüße", "Чай", "お茶", "a b",
		"at: 1", "preshift-record/1", "👋", "ß", "x", "é",
		"untrusted comment: x",
	};
	OWN(str_free) struct str s = { 0 };
	size_t n = 1 + below(c, 12);

	for (size_t i = 0; i < n; i++) {
		str_add(&s, part[below(c, NELEM(part))]);
		if (i + 1 < n)
			str_addc(&s, lines && below(c, 3) == 0 ? '\n' : ' ');
	}
	str_add(&s, "q");
	return arena_strdup(a, str_text(&s));
}

static char *
a_word_of(struct arena *a, struct chance *c, const char *words)
{
	size_t n = 1, k;

	for (const char *p = words; *p != '\0'; p++)
		n += *p == ' ';
	for (k = below(c, n); k > 0; k--)
		words = strchr(words, ' ') + 1;
	return arena_strndup(a, words, strcspn(words, " "));
}

static char *
one_shape(struct arena *a, struct chance *c, const char *type)
{
	static const char hex[] = "0123456789abcdef";

	if (str_eq(type, "id"))
		return an_id(a, c);
	if (str_eq(type, "lang"))
		return a_word_of(a, c, "en de ru pt-br");
	if (str_eq(type, "int"))
		return arena_printf(a, "%" PRId64, (int64_t)chance_next(c));
	if (str_eq(type, "section"))
		return arena_printf(a, "H%u", (unsigned)below(c, 100));
	if (str_eq(type, "must"))
		return a_word_of(a, c, "must may");
	assert_string_equal(type, "sha256");
	return from_set(a, c, hex, 64);
}

static char *
a_shape(struct arena *a, struct chance *c, const char *types)
{
	char *s = arena_strdup(a, "");

	while (*types != '\0') {
		size_t n = strcspn(types, " ");
		const char *one = one_shape(a, c,
					    arena_strndup(a, types, n));

		s = arena_printf(a, "%s%s%s", s, *s == '\0' ? "" : " ", one);
		types += n + (types[n] == ' ');
	}
	return s;
}

static char *
a_time(struct arena *a, struct chance *c)
{
	char s[UTC_SIZE];

	utc_print(s, (int64_t)below(c, 253402300800));
	return arena_strdup(a, s);
}

static char *
a_value(struct arena *a, struct chance *c, const struct record_field *f)
{
	static const char hex[] = "0123456789abcdef";

	switch (f->type) {
	case FT_ID:
		return an_id(a, c);
	case FT_NUMBER:
		return from_set(a, c, "ABCXYZ0123456789", 1 + below(c, 12));
	case FT_TEXT:
		return a_text(a, c, false);
	case FT_FREE:
		return a_text(a, c, true);
	case FT_INT:
		return one_shape(a, c, "int");
	case FT_TIME:
		return a_time(a, c);
	case FT_DATE:
		return arena_strndup(a, a_time(a, c), 10);
	case FT_SHA256:
		return from_set(a, c, hex, 64);
	case FT_NONCE:
		return from_set(a, c, hex, 32);
	case FT_KEY:
		return bytes64(a, c, "Ed", 42);
	case FT_VKEY:
		return arena_printf(a, "%s/%s+%s+%s", an_id(a, c),
				    an_id(a, c), from_set(a, c, hex, 8),
				    bytes64(a, c, "\001", 33));
	case FT_LEAF:
		return arena_printf(a, "%s %" PRIu64 " %s", an_id(a, c),
				    chance_next(c), bytes64(a, c, "", 32));
	case FT_AFTER:
		return arena_printf(a, "%" PRIu64 " %s", chance_next(c),
				    bytes64(a, c, "", 32));
	case FT_WORD:
		return a_word_of(a, c, f->words);
	case FT_WORDS:
		return a_shape(a, c, f->words);
	}
	return NULL;
}

static void
put(struct arena *a, struct record *r, const struct record_field *f,
    const char *value)
{
	struct err e;

	err_init(&e, NULL);
	if (record_put(a, r, f->name, value, &e) != 0)
		fail_msg("%s.%s = '%s': %s", r->form->word, f->name, value,
			 e.text);
}

static struct record *
a_record(struct arena *a, struct chance *c, enum record_kind k)
{
	struct record *r = record_new(a, k);

	for (size_t i = 0; i < record_head_count + r->form->nfields; i++) {
		const struct record_field *f = field_at(r->form, i);
		uint64_t n = f->repeated ? below(c, 4) : 1;

		for (; n > 0; n--)
			put(a, r, f, f->optional && below(c, 2) == 0
					     ? NULL : a_value(a, c, f));
	}
	return r;
}

static const char *
printed(struct arena *a, const struct record *r, size_t *n)
{
	const char *text = NULL;
	struct err e;

	err_init(&e, NULL);
	if (record_print(a, r, &text, n, &e) != 0)
		fail_msg("%s: %s", r->form->word, e.text);
	return text;
}

static const struct record *
parsed(struct arena *a, const char *text, size_t n)
{
	const struct record *r = NULL;
	struct err e;

	err_init(&e, NULL);
	if (record_parse(a, text, n, &r, &e) != 0)
		fail_msg("%s\n%s", e.text, text);
	assert_non_null(r);
	return r;
}

/* ---- tests ---- */

static void
test_round_trip(void **state)
{
	struct chance c = { 1 };

	(void)state;
	for (size_t i = 0; i < REC_KINDS * ROUNDS; i++) {
		OWN(arena_free) struct arena a = { 0 };
		enum record_kind k = (enum record_kind)(i / ROUNDS);
		struct record *r = a_record(&a, &c, k);
		size_t n, n2, nv, nv2;
		const char *text = printed(&a, r, &n), *again;
		const struct record *p = parsed(&a, text, n);

		assert_ptr_equal(p->form, r->form);
		again = printed(&a, p, &n2);
		assert_int_equal(n, n2);
		assert_memory_equal(text, again, n);
		for (size_t j = 0; j < r->form->nfields; j++) {
			const char *name = r->form->fields[j].name;
			const char *const *v = record_all(r, name, &nv);
			const char *const *v2 = record_all(p, name, &nv2);

			assert_int_equal(nv, nv2);
			for (size_t m = 0; m < nv; m++)
				assert_string_equal(v[m], v2[m]);
		}
	}
}

/* TEXT is refused, or is the one text of what was read. */
static void
check_changed(const char *text, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	const struct record *r = NULL;
	const char *again = NULL;
	struct err e;
	size_t nagain = 0;

	err_init(&e, NULL);
	if (record_parse(&a, text, n, &r, &e) != 0) {
		assert_int_equal(e.kind, ERR_UNTRUE);
		assert_true(e.text[0] != '\0');
		return;
	}
	if (r == NULL)
		return; /* a kind or version of somebody newer */
	assert_int_equal(record_print(&a, r, &again, &nagain, &e), 0);
	assert_int_equal(nagain, n);
	assert_memory_equal(again, text, n);
}

static void
change_each(const char *text, size_t n)
{
	static const char odd[] = "\0\n\r\t .-:end\xc2\xa0\xff";
	OWN(arena_free) struct arena a = { 0 };
	char *s = arena_alloc(&a, n + 2);

	for (size_t i = 0; i < n; i++) {
		memcpy(s, text, n);
		for (int b = 0; b < 8; b++) {
			s[i] = (char)(text[i] ^ (1 << b));
			check_changed(s, n);
		}
		for (size_t k = 0; k < sizeof(odd); k++) {
			s[i] = odd[k];
			check_changed(s, n);
		}
		memmove(s + i, text + i + 1, n - i - 1); /* one less */
		check_changed(s, n - 1);
		memcpy(s + i + 1, text + i, n - i); /* one more */
		s[i] = text[i];
		check_changed(s, n + 1);
		check_changed(text, i); /* cut off */
	}
}

static void
test_changed_bytes(void **state)
{
	struct chance c = { 2 };

	(void)state;
	for (int k = 0; k < REC_KINDS; k++) {
		OWN(arena_free) struct arena a = { 0 };
		size_t n;
		const char *text = printed(&a, a_record(&a, &c,
					   (enum record_kind)k), &n);

		change_each(text, n);
	}
}

/* What every row of the table owes. */
static void
test_table(void **state)
{
	(void)state;
	assert_true(record_form_count >= REC_KINDS);
	for (int k = 0; k < REC_KINDS; k++)
		assert_non_null(record_form_of((enum record_kind)k));
	assert_null(record_form_of(REC_UNKNOWN));
	assert_null(record_form_find("ack", 2));
	assert_null(record_form_find("nothing", 1));
	for (size_t i = 0; i < record_form_count; i++) {
		const struct record_form *f = &record_forms[i];

		assert_ptr_equal(record_form_find(f->word, f->version), f);
		assert_true(f->readers != 0);
		assert_true((f->nsigs == 0) == (f->slots == SIG_NONE));
		assert_true(f->nsigs <= LEAF_SIGS_MAX);
		assert_true((f->keep == KEEP_CHAIN) == (f->months == 0));
	}
}

/* A name stands once, and its words are there exactly where they are read. */
static void
test_fields(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_form_count; i++) {
		const struct record_form *f = &record_forms[i];
		size_t n = record_head_count + f->nfields;

		for (size_t j = 0; j < n; j++) {
			const struct record_field *p = field_at(f, j);
			bool words = p->type == FT_WORD ||
				     p->type == FT_WORDS;

			assert_true(words == (p->words != NULL));
			assert_false(p->optional && p->repeated);
			assert_true(p->type != FT_FREE || p->repeated);
			for (size_t m = 0; m < j; m++)
				assert_string_not_equal(
					p->name, field_at(f, m)->name);
		}
	}
}

/* Whoever is to sign is named by a field that is always there. */
static void
test_signers(void **state)
{
	static const enum slot_bit slots[] = {
		SIG_CHARTER, SIG_HR, SIG_CODE, SIG_KEY, SIG_PERSON,
		SIG_SUPERVISOR, SIG_OBSERVER, SIG_COACH,
	};
	struct chance c = { 3 };

	(void)state;
	for (int k = 0; k < REC_KINDS; k++) {
		OWN(arena_free) struct arena a = { 0 };
		struct record *r = a_record(&a, &c, (enum record_kind)k);

		for (size_t i = 0; i < NELEM(slots); i++) {
			const char *who = record_signer(r, slots[i]);
			bool by = slots[i] == SIG_HR ||
				  slots[i] == SIG_SUPERVISOR;

			if ((r->form->slots & slots[i]) == 0)
				assert_null(who);
			else if (by && record_get(r, "by") == NULL)
				assert_null(who);
			else
				assert_non_null(who);
		}
		assert_null(record_signer(r, SIG_NONE));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_signers),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_changed_bytes),
	};

	return cmocka_run_group_tests_name("forms", tests, NULL, NULL);
}
