/* Tests of model/handbook.h: what is published, and that nothing else is read
 * back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "model/handbook.h"

/* A small handbook with its commandments, and how it is composed. */
struct fixture {
	struct arena a;
	struct handbook h;
	struct commandments c;
	struct translation *ht, *ct;
	const char *lang, *house;
	struct value_source vs;
	struct err e;
	const char *text;
	size_t n;
};

static const char *
house_value(const struct value_source *vs, const char *id)
{
	(void)vs;
	return str_eq(id, "phone") ? "+49 30 1" : NULL;
}

static struct text *
htext(struct fixture *f, const char *id, const char *s)
{
	return document_add_text(&f->a, &f->h.doc, id, s, 1);
}

static struct text *
ctext(struct fixture *f, const char *id, const char *s)
{
	return document_add_text(&f->a, &f->c.doc, id, s, 1);
}

static void
block(struct fixture *f, struct handbook_section *s, enum block_kind kind,
      struct text *t, struct text *easy)
{
	struct handbook_block b = { .kind = kind, .t = t, .easy = easy };

	ARENA_PUSH(&f->a, s->blocks, s->nblocks, s->capblocks, b);
}

static void
answer(struct fixture *f, struct quiz *q, struct text *t, bool right)
{
	struct quiz_answer an = { .t = t, .right = right };

	ARENA_PUSH(&f->a, q->answers, q->nanswers, q->capanswers, an);
}

static void
add_value(struct fixture *f, const char *id, const char *dflt)
{
	struct handbook_value v = { .id = id, .dflt = dflt };

	ARENA_PUSH(&f->a, f->h.values, f->h.nvalues, f->h.capvalues, v);
}

static struct handbook_section *
add_section(struct fixture *f, const char *id, struct text *title)
{
	struct handbook_section s = { .id = id, .must = true, .title = title };

	ARENA_PUSH(&f->a, f->h.sections, f->h.nsections, f->h.capsections, s);
	return &f->h.sections[f->h.nsections - 1];
}

static void
make(struct fixture *f)
{
	struct handbook_section *s;
	struct commandment c = { .id = "opening", .number = 1 };
	struct quiz q = { .id = "h2.q1" };

	memset(f, 0, sizeof(*f));
	err_init(&f->e, NULL);
	f->lang = "en";
	f->house = "Harbour House";
	f->vs.get = house_value;
	f->h.doc = (struct document){ .id = "handbook", .lang = "en" };
	f->c.doc = (struct document){ .id = "commandments", .lang = "en" };
	f->h.title = htext(f, "title", "Service Handbook");
	add_value(f, "limit", "15 EUR");
	add_value(f, "phone", "112");

	s = add_section(f, "H2", htext(f, "h2.title", "The commandments"));
	block(f, s, BLOCK_PARA, htext(f, "h2.p1", "They are short."), NULL);
	q.ask = htext(f, "h2.q1.ask", "Up to ${limit}?");
	answer(f, &q, htext(f, "h2.q1.a", "No."), false);
	answer(f, &q, htext(f, "h2.q1.b", "Yes."), true);
	ARENA_PUSH(&f->a, s->questions, s->nquestions, s->capquestions, q);

	s = add_section(f, "H5", htext(f, "h5.title", "Your authority"));
	block(f, s, BLOCK_PARA,
	      htext(f, "h5.p1", "Up to ${limit} you decide. Call ${phone}."),
	      htext(f, "h5.p1.e", "You may give ${limit}."));
	block(f, s, BLOCK_ITEM, htext(f, "h5.l1", "a drink"), NULL);

	f->c.mantra = ctext(f, "mantra", "Every guest leaves with a yes.");
	c.title = ctext(f, "c1.title", "Open on the minute");
	c.do_ = ctext(f, "c1.do", "Be ready early.");
	c.easy = ctext(f, "c1.easy", "Be there.");
	c.say = ctext(f, "c1.say", "\"Good morning.\"");
	c.answer = ctext(f, "c1.answer", "\"Now?\" \"At half past.\"");
	c.avoid = ctext(f, "c1.avoid", "\"Closed.\"");
	ARENA_PUSH(&f->a, f->c.v, f->c.n, f->c.cap, c);
}

static int
compose(struct fixture *f)
{
	f->text = NULL;
	return handbook_compose(&f->a, &f->h, f->ht, &f->c, f->ct, NULL,
				f->lang, f->house, 3, &f->vs, &f->text, &f->n,
				&f->e);
}

static void
refused(struct fixture *f, const char *words)
{
	assert_int_equal(compose(f), -1);
	assert_int_equal(f->e.kind, ERR_CONTENT);
	assert_null(f->text);
	if (strstr(f->e.text, words) == NULL)
		fail_msg("'%s' is not in: %s", words, f->e.text);
	arena_free(&f->a);
}

static const char published[] =
	"preshift-text/1\n"
	"house: Harbour House\n"
	"document: handbook\n"
	"edition: 3\n"
	"language: en\n"
	"title: Service Handbook\n"
	"\n"
	"== H2 The commandments\n"
	"Every guest leaves with a yes.\n"
	"They are short.\n"
	"1. Open on the minute – Be ready early.\n"
	"~ Be there.\n"
	"- Say: \"Good morning.\"\n"
	"- They ask, you answer: \"Now?\" \"At half past.\"\n"
	"- Avoid: \"Closed.\"\n"
	"? Up to 15 EUR?\n"
	"x No.\n"
	"+ Yes.\n"
	"\n"
	"== H5 Your authority\n"
	"Up to 15 EUR you decide. Call +49 30 1.\n"
	"~ You may give 15 EUR.\n"
	"- a drink\n"
	"end\n";

static void
test_compose(void **state)
{
	struct fixture f;

	(void)state;
	make(&f);
	assert_int_equal(compose(&f), 0);
	assert_string_equal(f.text, published);
	assert_int_equal(f.n, strlen(published));

	/* without house values, without commandments */
	assert_int_equal(handbook_compose(&f.a, &f.h, NULL, NULL, NULL, NULL,
					  "en", "Ho\xcc\x88" "f", 4, NULL,
					  &f.text, &f.n, &f.e), 0);
	assert_non_null(strstr(f.text, "house: H\xc3\xb6" "f\n"));
	assert_non_null(strstr(f.text, "Call 112.\n"));
	assert_null(strstr(f.text, "Every guest"));
	arena_free(&f.a);
}

static void
test_bad_texts(void **state)
{
	static const char *const bad[] = {
		"- looks like an item", "? question", "x marks", "+ plus",
		"~ easier", "= equal", "== H9 section", "end", "",
		"a\x01 b", "zero\xe2\x80\x8bwidth",
	};
	struct fixture f;
	char many[1002];

	(void)state;
	for (size_t i = 0; i < NELEM(bad); i++) {
		make(&f);
		f.h.doc.texts[2]->s = bad[i]; /* h2.p1 */
		refused(&f, "'h2.p1'");
	}
	memset(many, 'a', 1001);
	many[1001] = '\0';
	make(&f);
	f.h.doc.texts[2]->s = many;
	refused(&f, "1,000 bytes");
	make(&f);
	many[1000] = '\0';
	f.h.doc.texts[2]->s = many;
	assert_int_equal(compose(&f), 0);
	/* as an item the marker is one too many */
	f.h.sections[0].blocks[0].kind = BLOCK_ITEM;
	refused(&f, "1,000 bytes");
	make(&f);
	f.house = "two\nlines";
	refused(&f, "house");
}

static void
test_bad_values(void **state)
{
	struct fixture f;

	(void)state;
	make(&f);
	f.h.doc.texts[2]->s = "Call ${fax}.";
	refused(&f, "no value 'fax'");
	make(&f);
	f.h.doc.texts[2]->s = "Call ${phone.";
	refused(&f, "h2.p1");
	make(&f);
	f.h.doc.texts[2]->s = "${limit} is yours.";
	f.h.values[0].dflt = "- 15";
	refused(&f, "h2.p1");
	make(&f);
	f.h.doc.texts[2]->s = "It costs $15, ${limit}${limit}.";
	assert_int_equal(compose(&f), 0);
	assert_non_null(strstr(f.text, "It costs $15, 15 EUR15 EUR.\n"));
	arena_free(&f.a);
}

static void
test_bad_structure(void **state)
{
	struct fixture f;

	(void)state;
	make(&f);
	f.h.sections[1].id = "H2";
	refused(&f, "'H2' is there twice");
	make(&f);
	f.h.sections[0].questions[0].answers[0].right = true;
	refused(&f, "'h2.q1'");
	make(&f);
	f.h.sections[0].questions[0].nanswers = 1;
	refused(&f, "'h2.q1'");
	make(&f);
	f.h.nsections = 0;
	assert_int_equal(compose(&f), -1);
	arena_free(&f.a);
}

/* A translation that has "TEXT in German" for everything. */
static struct translation *
german(struct fixture *f, const struct document *d)
{
	struct translation *tr = ARENA_NEW(&f->a, struct translation);

	tr->lang = "de";
	tr->n = d->ntexts;
	tr->targets = ARENA_ARRAY(&f->a, const char *, tr->n);
	for (size_t i = 0; i < tr->n; i++)
		tr->targets[i] = arena_printf(&f->a, "de %s", d->texts[i]->s);
	return tr;
}

static void
make_german(struct fixture *f)
{
	make(f);
	f->lang = "de";
	f->ht = german(f, &f->h.doc);
	f->ct = german(f, &f->c.doc);
}

static void
test_translation(void **state)
{
	struct fixture f;

	(void)state;
	make_german(&f);
	assert_int_equal(compose(&f), 0);
	assert_non_null(strstr(f.text, "\nlanguage: de\n"));
	assert_non_null(strstr(f.text, "\nde Every guest leaves"));
	assert_non_null(strstr(f.text, "\n~ de You may give 15 EUR.\n"));
	assert_non_null(strstr(f.text, "\n1. de Open on the minute – de Be"));

	f.ht->targets[2] = NULL;
	f.ct->targets[6] = NULL;
	refused(&f, "(2): h2.p1, c1.avoid; ");
	make_german(&f);
	f.h.sections[1].must = false; /* also where one need not read it */
	f.ht->targets[9] = NULL;
	refused(&f, "h5.l1");
	make_german(&f);
	memset(f.ht->targets, 0, f.ht->n * sizeof(*f.ht->targets));
	refused(&f, "(10): title, h2.title, h2.p1, h2.q1.ask, h2.q1.a, …");
	make_german(&f);
	f.lang = "ru";
	refused(&f, "'ru'");
	make_german(&f);
	f.ct = NULL;
	refused(&f, "'commandments' has no translation into 'de'");
}

static void
test_parse(void **state)
{
	OWN(arena_free) struct arena a = { 0 };
	struct edition_text t = { 0 };
	const struct edition_section *s;
	struct err e;

	(void)state;
	err_init(&e, NULL);
	assert_int_equal(edition_parse(&a, published, strlen(published), &t,
				       &e), 0);
	assert_string_equal(t.house, "Harbour House");
	assert_string_equal(t.title, "Service Handbook");
	assert_string_equal(t.lang, "en");
	assert_int_equal(t.edition, 3);
	assert_int_equal(t.nsections, 2);
	s = edition_section(&t, "H2");
	assert_non_null(s);
	assert_int_equal(s->nlines, 6);
	assert_int_equal(s->nquestions, 1);
	assert_false(s->questions[0].answers[0].right);
	assert_true(s->questions[0].answers[1].right);
	s = edition_section(&t, "H5");
	assert_string_equal(s->title, "Your authority");
	assert_string_equal(s->lines[0].easy, "You may give 15 EUR.");
	assert_int_equal(s->lines[1].kind, LINE_ITEM);
	assert_null(s->lines[1].easy);
	/* the easier wording is no reading beyond the text: 10 and 2 words */
	assert_int_equal(s->words, 12);
	assert_null(edition_section(&t, "H9"));
}

static void
not_read(const char *s, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	struct edition_text t = { .edition = 77 };
	struct err e;

	err_init(&e, NULL);
	assert_int_equal(edition_parse(&a, s, n, &t, &e), -1);
	assert_int_equal(e.kind, ERR_CONTENT);
	assert_int_equal(t.edition, 77);
}

/* PUBLISHED with OLD once replaced by NEW is no handbook text. */
static void
changed(const char *old, const char *new)
{
	OWN(str_free) struct str s = { 0 };
	const char *at = strstr(published, old);

	assert_non_null(at);
	str_addn(&s, published, (size_t)(at - published));
	str_add(&s, new);
	str_add(&s, at + strlen(old));
	not_read(s.s, s.n);
}

static void
test_not_read(void **state)
{
	(void)state;
	for (size_t n = 0; n < strlen(published); n++)
		not_read(published, n);
	not_read(published, strlen(published) + 1);
	changed("end\n", "end\n\n");
	changed("end\n", "\nend\n");
	changed("text/1", "text/2");
	changed("edition: 3", "edition: 03");
	changed("edition: 3", "edition: 0");
	changed("edition: 3", "edition: 99999999999");
	changed("language: en", "language: e");
	changed("language: en\n", "");
	changed("title: ", "title:  ");
	changed("document: handbook", "document: Hand Book");
	changed("== H5", "== H2");
	changed("== H5 Your authority", "== H5");
	changed("== H5", "==  H5");
	changed("\n\n== H5", "\n\n\n== H5");
	changed("\n\n== H5", "\n== H5");
	changed("\n", "\r\n");
	changed("They are short.\n", "They are short. \n");
	changed("They are short.\n", "They are\tshort.\n");
	changed("They are short.\n", "= They are short.\n");
	changed("They are short.\n", "\xef\xbb\xbfThey are short.\n");
	changed("They are short.\n", "u\xcc\x88" "ber\n");
	changed("They are short.\n", "\xff\n");
	changed("+ Yes.\n", "x Yes.\n");
	changed("x No.\n", "+ No.\n");
	changed("x No.\n", "");
	changed("x No.\n", "x No.\nA paragraph.\n");
	changed("? Up to 15 EUR?\n", "");
	changed("Every guest leaves with a yes.\n", "~ Every guest.\n");
	changed("~ Be there.\n", "~ Be there.\n~ Be there.\n");
}

/* One byte changed anywhere: refused, or read as exactly what it is. */
static void
test_every_byte(void **state)
{
	size_t n = strlen(published);
	char *s = malloc(n);

	(void)state;
	assert_non_null(s);
	memcpy(s, published, n);
	for (size_t i = 0; i < 8 * n; i++) {
		OWN(arena_free) struct arena a = { 0 };
		OWN(str_free) struct str again = { 0 };
		struct edition_text t;
		struct err e;

		err_init(&e, NULL);
		s[i / 8] = (char)(s[i / 8] ^ (1 << (i % 8)));
		if (edition_parse(&a, s, n, &t, &e) == 0) {
			edition_print(&again, &t);
			assert_int_equal(again.n, n);
			assert_memory_equal(again.s, s, n);
		}
		s[i / 8] = (char)(s[i / 8] ^ (1 << (i % 8)));
	}
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compose),
		cmocka_unit_test(test_bad_texts),
		cmocka_unit_test(test_bad_values),
		cmocka_unit_test(test_bad_structure),
		cmocka_unit_test(test_translation),
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_not_read),
		cmocka_unit_test(test_every_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
