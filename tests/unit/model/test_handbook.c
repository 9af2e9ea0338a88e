/* Tests of model/handbook.h: what is published.
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
#include "../said.h"
#include "published.h"

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
	refused(&f, "original: 2; translate them ('handbook "
		    "edit H2 --lang de', 'commandments edit 1 "
		    "--lang de') or");
	make_german(&f);
	f.h.sections[1].must = false; /* also where one need not read it */
	f.ht->targets[9] = NULL;
	refused(&f, "('handbook edit H5 --lang de')");
	make_german(&f);
	memset(f.ht->targets, 0, f.ht->n * sizeof(*f.ht->targets));
	refused(&f, ": 10; translate them (title, 'handbook edit H2 "
		    "--lang de', 'handbook edit H5 --lang de') or");
	make_german(&f);
	f.lang = "ru";
	refused(&f, "'ru'");
	make_german(&f);
	f.ct = NULL;
	refused(&f, "'commandments' has no translation into 'de'");
}

/* ---- each sentence, in three languages ---- */

static void
compose_said(struct fixture *f, const char *msgid)
{
	assert_said(&f->e, ERR_CONTENT, msgid, compose(f));
	arena_free(&f->a);
}

/* The text h2.p1 is S. */
static void
text_said(const char *s, const char *msgid)
{
	struct fixture f;

	make(&f);
	f.h.doc.texts[2]->s = s;
	compose_said(&f, msgid);
}

static void
test_compose_told(void **state)
{
	struct fixture f;
	char many[1002] = { 0 };

	(void)state;
	memset(many, 'a', sizeof(many) - 1);
	text_said("", "the text '%s' (%s) %s");
	text_said("", "is empty; please write something or take it out");
	text_said(many, "is longer than 1,000 bytes; please make two "
			"paragraphs of it");
	text_said("a\x01 b", "has a character that cannot be shown or is not "
			     "in normal form C; please type it again");
	text_said("a ", "begins or ends with a space; please take it out");
	text_said("end", "begins like a marked line (= ~ - ? + x, or only "
			 "\"end\"); please begin with another word");
	text_said("Call ${fax}.", "'%s': the handbook has no value '%s'; "
				  "please add it or correct the name");
	text_said("Call ${phone.", "'%s': a ${ without }; please close it");
	make(&f);
	f.h.sections[1].id = "H2";
	compose_said(&f, "the section '%s' is there twice; please give one "
			 "another name");
	make(&f);
	f.h.sections[0].questions[0].nanswers = 1;
	compose_said(&f, "the question '%s' must have one right answer and at "
			 "least one wrong one");
	make(&f);
	f.h.doc.texts[2]->s = many;
	many[1000] = '\0';
	for (int i = 0; i < 1100; i++)
		block(&f, &f.h.sections[0], BLOCK_PARA, f.h.doc.texts[2],
		      NULL);
	compose_said(&f, "the text of '%s' in '%s' is above 1 MiB; please make "
			 "it shorter");
}

/* ---- values as people say and type them ---- */

static void
test_value_typed(void **state)
{
	static const struct {
		enum value_type type;
		const char *typed, *want;
	} v[] = {
		{ VALUE_MONEY, "20 EUR", "20 EUR" },
		{ VALUE_MONEY, "20", "20 EUR" },
		{ VALUE_MONEY, "020,5 €", "20.50 EUR" },
		{ VALUE_MONEY, "€20.00", "20.00 EUR" },
		{ VALUE_MONEY, "1.500 eur", "1500 EUR" },
		{ VALUE_MONEY, "1,500.50 USD", "1500.50 USD" },
		{ VALUE_MONEY, "1 500,5 руб.", "1500.50 RUB" },
		{ VALUE_MONEY, "1.50.0 EUR", NULL },
		{ VALUE_MONEY, "15,0000 EUR", NULL },
		{ VALUE_MONEY, "20 Taler", NULL },
		{ VALUE_MONEY, "-20 EUR", NULL },
		{ VALUE_MONEY, "20 EUR 30", NULL },
		{ VALUE_MONEY, "EUR", NULL },
		{ VALUE_MONEY, "1234567890 EUR", NULL },
		{ VALUE_NUMBER, "80", "80" },
		{ VALUE_NUMBER, "80%", NULL },
		{ VALUE_NUMBER, "1000001", NULL },
		{ VALUE_NUMBER, "007", NULL },
		{ VALUE_DAYS, "14 Tage", "14" },
		{ VALUE_DAYS, "14 16", NULL },
		{ VALUE_DAYS, "3651", NULL },
		{ VALUE_TIME, "7.30", "07:30" },
		{ VALUE_TIME, "23:59", "23:59" },
		{ VALUE_TIME, "6", "06:00" }, /* as a shift is typed */
		{ VALUE_TIME, "24:00", NULL },
		{ VALUE_TIME, "7:60", NULL },
		{ VALUE_TIME, "7:", NULL },
		{ VALUE_TIME, "7:1:2", NULL },
		{ VALUE_PHONE, " +49 (30) 5550-100 ", "+49 (30) 5550-100" },
		{ VALUE_PHONE, "11", NULL },
		{ VALUE_PHONE, "call me 112", NULL },
		{ VALUE_MAIL, "hr@house.example", "hr@house.example" },
		{ VALUE_MAIL, "hr@", NULL },
		{ VALUE_MAIL, "a@b@c", NULL },
		{ VALUE_MAIL, "h r@house", NULL },
		{ VALUE_TEXT, "  Nora   Lindt ", "Nora Lindt" },
		{ VALUE_TEXT, "-", NULL },
		{ VALUE_TEXT, "", NULL },
		{ VALUE_TEXT, "a ${limit}", NULL },
		{ VALUE_TEXT, "a\001b", NULL },
		{ VALUE_TEXT, "\xd0", NULL },
	};
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		const char *got = value_read(&a, v[i].type, "15 EUR",
					     v[i].typed);

		if (v[i].want == NULL)
			assert_null(got);
		else
			assert_string_equal(got, v[i].want);
	}
	assert_null(value_read(&a, VALUE_MONEY, NULL, "20"));
	assert_string_equal(value_said(&a, VALUE_MONEY, "20.50 EUR", "de"),
			    "20,50 EUR");
	assert_string_equal(value_said(&a, VALUE_MONEY, "20,50 EUR", "en"),
			    "20.50 EUR");
	assert_string_equal(value_said(&a, VALUE_MONEY, "20 EUR", "ru"),
			    "20 EUR");
	assert_string_equal(value_said(&a, VALUE_TEXT, "1.50", "de"), "1.50");
}

static void
test_value_sentences(void **state)
{
	OWN(arena_free) struct arena a = { 0 };

	(void)state;
	assert_string_equal(value_sentences(&a, "One. Up to ${x} here! Two? "
					    "And ${x}.", "x"),
			    "Up to ${x} here! And ${x}.");
	assert_string_equal(value_sentences(&a, "${xy} only.", "x"), "");
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
		cmocka_unit_test(test_compose_told),
		cmocka_unit_test(test_value_typed),
		cmocka_unit_test(test_value_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
