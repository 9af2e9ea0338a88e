/* Tests of base/messages.h: lookups, plurals, and every damaged file refused.
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
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/messages.h"
#include "../said.h"
#include "base/str.h"

struct entry {
	const char *id, *text;
	size_t id_n, text_n;
};

#define E(id, text) { id, text, sizeof(id) - 1, sizeof(text) - 1 }

/* In the order of strcmp, as msgfmt writes them. */
static const struct entry entries[] = {
	E("", "Content-Type: text/plain; charset=UTF-8\n"),
	E("cannot open '%s': %s", "%s kann nicht geöffnet werden: %s"),
	E("empty", ""),
	E("noun\004drill", "Übung"),
	E("one step\0%lu steps", "%lu шаг\0%lu шага\0%lu шагов"),
	E("open", "öffnen"),
	E("state\004open", "offen"),
	E("two\0%lu twos", "zwei"),
};

struct box {
	struct arena a;
	struct err e;
	char dir[40];
};

static int
setup(void **state)
{
	struct box *b = calloc(1, sizeof(*b));

	strcpy(b->dir, "/tmp/preshift-messages-XXXXXX");
	err_init(&b->e, NULL);
	*state = b;
	return mkdtemp(b->dir) == NULL;
}

static int
teardown(void **state)
{
	struct box *b = *state;

	unlink(path_join(&b->a, b->dir, "ru.mo"));
	unlink(path_join(&b->a, b->dir, "de.mo"));
	rmdir(b->dir);
	arena_free(&b->a);
	free(b);
	return 0;
}

static void
add_word(struct str *s, size_t v, bool swap)
{
	uint32_t w = (uint32_t)v;

	if (swap)
		w = __builtin_bswap32(w);
	str_addn(s, &w, sizeof(w));
}

/* The .mo file of ENTRIES. */
static void
build(struct str *s, bool swap)
{
	size_t n = NELEM(entries), at = 28 + 16 * n;

	add_word(s, 0x950412de, swap);
	add_word(s, 0, swap);
	add_word(s, n, swap);
	add_word(s, 28, swap);
	add_word(s, 28 + 8 * n, swap);
	add_word(s, 0, swap);
	add_word(s, at, swap);
	for (size_t i = 0; i < n; i++) {
		add_word(s, entries[i].id_n, swap);
		add_word(s, at, swap);
		at += entries[i].id_n + 1;
	}
	for (size_t i = 0; i < n; i++) {
		add_word(s, entries[i].text_n, swap);
		add_word(s, at, swap);
		at += entries[i].text_n + 1;
	}
	for (size_t i = 0; i < n; i++)
		str_addn(s, entries[i].id, entries[i].id_n + 1);
	for (size_t i = 0; i < n; i++)
		str_addn(s, entries[i].text, entries[i].text_n + 1);
}

/* Writes N bytes as LANG.mo and opens it. Not file_replace: its fsync would
 * make the thousand damaged files slow. */
static int
open_bytes(struct box *b, const char *lang, const void *s, size_t n,
	   struct messages **ret)
{
	FILE *f = fopen(arena_printf(&b->a, "%s/%s.mo", b->dir, lang), "w");

	assert_non_null(f);
	assert_int_equal(fwrite(s, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
	return messages_open(b->dir, lang, ret, &b->e);
}

static struct messages *
open_good(struct box *b, const char *lang, bool swap)
{
	OWN(str_free) struct str s = { 0 };
	struct messages *m = NULL;

	build(&s, swap);
	assert_int_equal(open_bytes(b, lang, s.s, s.n, &m), 0);
	return m;
}

static void
check_lookups(struct messages *m)
{
	const char *id = "not there";

	assert_string_equal(messages_get(m, "open"), "öffnen");
	assert_ptr_equal(messages_get(m, id), id);
	assert_string_equal(messages_get(m, ""), "");
	assert_string_equal(messages_get(m, "empty"), "empty");
	assert_string_equal(messages_pget(m, "state", "open"), "offen");
	assert_string_equal(messages_pget(m, "noun", "drill"), "Übung");
	assert_string_equal(messages_pget(m, "verb", "drill"), "drill");
	assert_string_equal(messages_pget(m, "no", "drill"), "drill");
	assert_string_equal(messages_pget(m, "nouns", "drill"), "drill");
	messages_free(m);
}

static void
test_lookup(void **state)
{
	struct box *b = *state;

	check_lookups(open_good(b, "de", false));
	check_lookups(open_good(b, "de", true));
}

static void
test_english(void **state)
{
	struct box *b = *state;
	struct messages *m = NULL;

	assert_string_equal(messages_lang(NULL), "en");
	assert_string_equal(messages_get(NULL, "open"), "open");
	assert_string_equal(messages_pget(NULL, "state", "open"), "open");
	assert_string_equal(messages_nget(NULL, "1", "n", 1), "1");
	assert_string_equal(messages_nget(NULL, "1", "n", 0), "n");
	assert_int_equal(messages_open(b->dir, "en", &m, &b->e), 0);
	assert_string_equal(messages_lang(m), "en");
	assert_string_equal(messages_get(m, "open"), "open");
	messages_free(m);
	messages_free(NULL);
}

static void
test_plural(void **state)
{
	static const struct {
		unsigned long n;
		const char *text;
	} ru[] = {
		{ 0, "%lu шагов" },   { 1, "%lu шаг" },	    { 2, "%lu шага" },
		{ 4, "%lu шага" },    { 5, "%lu шагов" },   { 11, "%lu шагов" },
		{ 12, "%lu шагов" },  { 14, "%lu шагов" },  { 21, "%lu шаг" },
		{ 22, "%lu шага" },   { 25, "%lu шагов" },  { 101, "%lu шаг" },
		{ 111, "%lu шагов" }, { 112, "%lu шагов" }, { 122, "%lu шага" },
	};
	struct box *b = *state;
	struct messages *m = open_good(b, "ru", false);

	for (size_t i = 0; i < NELEM(ru); i++)
		assert_string_equal(messages_nget(m, "one step", "%lu steps",
						  ru[i].n), ru[i].text);
	/* other plural text, or too few forms: English */
	assert_string_equal(messages_nget(m, "one step", "steps", 5), "steps");
	assert_string_equal(messages_nget(m, "two", "%lu twos", 1), "zwei");
	assert_string_equal(messages_nget(m, "two", "%lu twos", 2),
			    "%lu twos");
	assert_string_equal(messages_nget(m, "open", "opens", 2), "opens");
	messages_free(m);
	m = open_good(b, "de", false);
	assert_string_equal(messages_nget(m, "one step", "%lu steps", 1),
			    "%lu шаг");
	assert_string_equal(messages_nget(m, "one step", "%lu steps", 0),
			    "%lu шага");
	messages_free(m);
}

static void
test_err(void **state)
{
	struct box *b = *state;
	struct messages *m = open_good(b, "de", false);
	struct err e;

	err_init(&e, m);
	err_set(&e, ERR_FAILED, "cannot open '%s': %s", "a", "weg");
	assert_string_equal(e.text, "a kann nicht geöffnet werden: weg");
	messages_free(m);
}

static void
test_names(void **state)
{
	static const char *const bad[] = { "", "../de", "de/x", "d.e",
					   "aaaaaaaaaaaaaaaaaaaaa" };
	struct box *b = *state;
	struct messages *m = NULL;

	for (size_t i = 0; i < NELEM(bad); i++) {
		assert_int_equal(messages_open(b->dir, bad[i], &m, &b->e), -1);
		assert_int_equal(b->e.kind, ERR_USAGE);
	}
	assert_said(&b->e, ERR_USAGE,
		    "'%s' is not a language; use a code like 'de'",
		    messages_open(b->dir, "../de", &m, &b->e));
	assert_said(&b->e, ERR_USAGE,
		    "there are no messages in the language '%s'",
		    messages_open(b->dir, "fr", &m, &b->e));
	assert_non_null(strstr(b->e.text, "'fr'"));
	assert_null(m);
}

/* Every file that is cut short is refused. */
static void
test_short(void **state)
{
	OWN(str_free) struct str s = { 0 };
	struct box *b = *state;
	struct messages *m = NULL;

	build(&s, false);
	for (size_t n = 0; n < s.n; n++) {
		assert_int_equal(open_bytes(b, "de", s.s, n, &m), -1);
		assert_int_equal(b->e.kind, ERR_FAILED);
		assert_null(m);
	}
	assert_said(&b->e, ERR_FAILED,
		    "the messages in '%s' are damaged; install preshift again",
		    open_bytes(b, "de", s.s, 20, &m));
}

/* A file with a flipped bit is refused, or all lookups stay inside it (the
 * sanitizers watch). */
static void
test_flipped(void **state)
{
	OWN(str_free) struct str s = { 0 };
	struct box *b = *state;
	size_t refused = 0;

	build(&s, true);
	for (size_t bit = 0; bit < 8 * s.n; bit++) {
		struct messages *m;

		s.s[bit / 8] = (char)(s.s[bit / 8] ^ 1 << bit % 8);
		if (open_bytes(b, "ru", s.s, s.n, &m) != 0) {
			refused++;
		} else {
			for (size_t i = 0; i < NELEM(entries); i++)
				messages_get(m, entries[i].id);
			messages_pget(m, "noun", "drill");
			for (unsigned long n = 0; n < 7; n++)
				messages_nget(m, "one step", "%lu steps", n);
			messages_free(m);
		}
		s.s[bit / 8] = (char)(s.s[bit / 8] ^ 1 << bit % 8);
	}
	assert_in_range(refused, 500, 8 * s.n);
}

#define IN_BOX(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_BOX(test_lookup), IN_BOX(test_english),
		IN_BOX(test_plural), IN_BOX(test_err),
		IN_BOX(test_names),  IN_BOX(test_short),
		IN_BOX(test_flipped),
	};

	return cmocka_run_group_tests_name("base/messages", tests, NULL, NULL);
}
