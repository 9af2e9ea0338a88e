/* Sections and commandments as plain text: out, changed, in again; and what
 * that does to the documents.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "read_any.h"
#include "../said.h"
#include "xml/edit.h"
#include "xml/edit_check.h"

enum { LANGUAGES = 3 };
static const char *const langs[LANGUAGES] = { "en", "de", "ru" };

/* The shipped standards, and what became of one of them. */
struct fixture {
	struct arena a;
	struct messages *m[LANGUAGES];
	const struct messages *names[LANGUAGES];
	struct handbook *h;
	struct content_file doc[2]; /* handbook, commandments */
	const char *xlf[2][LANGUAGES], *path[2][LANGUAGES];
	struct translation *tr[2][LANGUAGES];
	struct wording was, now;
	struct wording_flaws flaws;
	struct err e;
};

static void
fixture_free(struct fixture *f)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		messages_free(f->m[i]);
	arena_free(&f->a);
}

static const struct document *
document(const struct fixture *f, size_t k)
{
	return k == 0 ? &f->h->doc : &f->doc[1].c->doc;
}

static void
parse(struct fixture *f, size_t k, const char *s, size_t n)
{
	struct any x = read_bytes(&f->a, f->doc[k].path, s, n, NULL);

	if (x.rc != 0)
		show(&x);
	assert_int_equal(x.rc, 0);
	f->doc[k].s = s;
	f->doc[k].n = n;
	f->doc[k].h = x.handbook;
	f->doc[k].c = x.commandments;
	if (k == 0)
		f->h = x.handbook;
}

static void
translate(struct fixture *f, size_t k, size_t lang, const char *s)
{
	struct any x = read_bytes(&f->a, f->path[k][lang], s, strlen(s),
				  document(f, k));

	assert_int_equal(x.rc, 0);
	f->xlf[k][lang] = s;
	f->tr[k][lang] = x.translation;
}

static void
begin(struct fixture *f)
{
	static const char *const stem[] = { "handbook", "commandments" };
	const char *s;
	size_t n;

	memset(f, 0, sizeof(*f));
	err_init(&f->e, NULL);
	for (size_t k = 0; k < 2; k++) {
		f->doc[k].path = source_path(&f->a,
			arena_printf(&f->a, "standards/%s.xml", stem[k]));
		assert_int_equal(file_read(&f->a, f->doc[k].path, 1 << 20, &s,
					   &n, &f->e), 0);
		parse(f, k, s, n);
		for (size_t i = 1; i < LANGUAGES; i++) {
			f->path[k][i] = source_path(&f->a,
				arena_printf(&f->a, "standards/%s/%s.xlf",
					     langs[i], stem[k]));
			assert_int_equal(file_read(&f->a, f->path[k][i],
						   1 << 20, &s, &n, &f->e), 0);
			translate(f, k, i, s);
		}
	}
	for (size_t i = 0; i < LANGUAGES; i++)
		f->names[i] = f->m[i] = said_catalogue((int)i);
}

/* The place of "H5" or "7". */
static size_t
place(const struct fixture *f, const char *id)
{
	size_t i = 0;

	if (id[0] != 'H')
		return (size_t)(strtol(id, NULL, 10) - 1);
	while (!str_eq(f->h->sections[i].id, id))
		i++;
	return i;
}

static const char *
out_text(struct fixture *f, const char *id, size_t lang)
{
	size_t k = id[0] != 'H';
	OWN(str_free) struct str s = { 0 };
	struct wording source;

	edit_wording(&f->a, &f->doc[k], place(f, id), f->tr[k][lang],
		     langs[lang], &f->was);
	edit_wording(&f->a, &f->doc[k], place(f, id), NULL, "en", &source);
	wording_print(&s, &f->was, f->m[lang], &source, "Now:");
	return arena_strdup(&f->a, str_text(&s));
}

static bool
in_text_of(struct fixture *f, const char *s, size_t n, const struct messages *m)
{
	const struct wording_reading how = {
		.was = &f->was, .h = f->h, .m = m,
		.names = f->names, .nnames = LANGUAGES,
	};

	return wording_read(&f->a, s, n, &how, &f->now, &f->flaws);
}

static bool
in_text(struct fixture *f, const char *s)
{
	return in_text_of(f, s, strlen(s), NULL);
}

/* S with FROM become TO, once. */
static const char *
with(struct fixture *f, const char *s, const char *from, const char *to)
{
	const char *at = strstr(s, from);

	assert_non_null(at);
	return arena_printf(&f->a, "%.*s%s%s", (int)(at - s), s, to,
			    at + strlen(from));
}

/* The source document takes what was read; its translations stay as they
 * are. */
static void
take(struct fixture *f)
{
	size_t k = f->was.commandment, n;
	const char *s;

	if (f->flaws.n > 0)
		fail_msg("line %u: %s", f->flaws.v[0].line, f->flaws.v[0].text);
	if (content_edit(&f->a, &f->doc[k], &f->was, &f->now, &s, &n,
			 &f->e) != 0)
		fail_msg("%s", f->e.text);
	parse(f, k, s, n);
	for (size_t i = 1; i < LANGUAGES; i++)
		translate(f, k, i, f->xlf[k][i]);
}

static void
take_translation(struct fixture *f, size_t lang)
{
	size_t k = f->was.commandment, n;
	const char *s;

	if (f->flaws.n > 0)
		fail_msg("line %u: %s", f->flaws.v[0].line, f->flaws.v[0].text);
	if (content_edit_translation(&f->a, &f->doc[k], f->xlf[k][lang],
				     f->xlf[k][lang] == NULL ? 0 :
				     strlen(f->xlf[k][lang]),
				     f->path[k][lang], f->tr[k][lang],
				     &f->was, &f->now, &s, &n, &f->e) != 0)
		fail_msg("%s", f->e.text);
	translate(f, k, lang, s);
}

/* How many lines of B are not in A at their place or later: a diff's "+". */
static size_t
lines_added(const char *a, const char *b)
{
	size_t n = 0;

	while (*b != '\0') {
		size_t len = strcspn(b, "\n") + 1;
		const char *p = a;

		while (*p != '\0' && strncmp(p, b, len) != 0)
			p += strcspn(p, "\n") + 1;
		if (*p != '\0')
			a = p + len;
		else
			n++;
		b += len;
	}
	return n;
}

/* ---- out and in ---- */

static void
same_again(struct fixture *f, const char *id)
{
	for (size_t lang = 0; lang < LANGUAGES; lang++) {
		const char *s = out_text(f, id, lang);

		if (!in_text(f, s))
			fail_msg("%s %s: line %u: %s", id, langs[lang],
				 f->flaws.v[0].line, f->flaws.v[0].text);
		assert_true(wording_same(&f->was, &f->now));
		for (size_t i = 0; i < f->now.n; i++) {
			assert_int_equal(f->now.v[i].was, i);
			assert_false(f->now.v[i].moved);
		}
		if (lang == 0) {
			const char *before = f->doc[f->was.commandment].s;

			take(f);
			assert_int_equal(lines_added(before,
					 f->doc[f->was.commandment].s), 1);
		} else {
			const char *before = f->xlf[f->was.commandment][lang];

			take_translation(f, lang);
			assert_string_equal(before,
				f->xlf[f->was.commandment][lang]);
		}
	}
}

static void
test_identity(void **state)
{
	OWN(fixture_free) struct fixture f;

	(void)state;
	begin(&f);
	for (size_t i = 0; i < f.h->nsections; i++)
		same_again(&f, f.h->sections[i].id);
	for (size_t i = 0; i < f.doc[1].c->n; i++)
		same_again(&f, arena_printf(&f.a, "%zu", i + 1));
}

static void
test_as_programs_write_it(void **state)
{
	OWN(fixture_free) struct fixture f;
	OWN(str_free) struct str s = { 0 };

	(void)state;
	begin(&f);
	for (const char *p = out_text(&f, "H0", 0); *p != '\0'; p++) {
		if (*p == '\n')
			str_add(&s, "  \r\n\r\n# a note\r\n");
		else if (str_starts(p, "\n- "))
			str_add(&s, "\r\n•\t");
		else
			str_addc(&s, *p);
	}
	assert_true(in_text(&f, str_text(&s)));
	assert_true(wording_same(&f.was, &f.now));
	/* Word makes capitals; the Russian letter looks the same. */
	assert_true(in_text(&f, with(&f, with(&f, out_text(&f, "H5", 0),
					      "\nx ", "\nX "),
				     "\nx ", "\nх ")));
	assert_true(wording_same(&f.was, &f.now));
	/* A paragraph that would be taken for something else. */
	assert_true(in_text(&f, with(&f, out_text(&f, "H5", 0),
				     "\nUp to", "\n\\# 1. Up to")));
	take(&f);
	assert_true(in_text(&f, out_text(&f, "H5", 0)));
	assert_true(wording_same(&f.was, &f.now));
	assert_string_equal(f.h->sections[5].blocks[0].t->id, "h5.p1.t");
	assert_true(str_starts(f.h->sections[5].blocks[0].t->s, "# 1. Up"));
}

static void
test_names_of_parts(void **state)
{
	OWN(fixture_free) struct fixture f;
	/* The names of parts, which are no errors. */
	static const char *const parts[] = {
		N_("Topic"), N_("Do"), N_("Say"), N_("They ask, you answer"),
		N_("Avoid"), N_("Story"), N_("Question for the lineup"),
		N_("Hint for the leader"), N_("Practice"),
	};

	(void)state;
	begin(&f);
	assert_int_equal(NELEM(parts), WORDING_PARTS);
	for (size_t lang = 0; lang < LANGUAGES; lang++) {
		const char *s = out_text(&f, "7", lang);

		for (size_t i = 0; i < NELEM(parts); i++) {
			assert_string_equal(parts[i], wording_labels[i]);
			assert_non_null(strstr(s, arena_printf(&f.a, "\n%s: ",
				messages_get(f.m[lang], parts[i]))));
		}
	}
	/* In any order, and in another language. */
	const char *s = out_text(&f, "7", 0);

	assert_true(in_text(&f, with(&f, s, "\nTopic: ", "\nthema: ")));
	assert_true(wording_same(&f.was, &f.now));
	s = with(&f, s, "\nTopic: ", "\nSTORY: ");
	assert_true(in_text(&f, with(&f, s, "\nStory: ", "\nTopic: ")));
	assert_string_equal(f.now.v[1].s, f.was.v[7].s);
}

/* ---- changes ---- */

static void
test_sentence_changed(void **state)
{
	OWN(fixture_free) struct fixture f;
	const char *before;

	(void)state;
	begin(&f);
	before = f.doc[0].s;
	assert_true(in_text(&f, with(&f, out_text(&f, "H5", 0), "a taxi",
				     "a <b>taxi</b> & \"tea\" ]]> 'x'")));
	take(&f);
	assert_int_equal(lines_added(before, f.doc[0].s), 2);
	assert_int_equal(f.h->doc.version, 2);
	assert_non_null(strstr(f.h->sections[5].blocks[0].t->s,
			       "a <b>taxi</b> & \"tea\" ]]> 'x', a small"));
	assert_string_equal(f.h->sections[5].blocks[0].t->id, "h5.p1.t");
	for (size_t i = 1; i < LANGUAGES; i++) {
		assert_int_equal(f.tr[0][i]->stale, 1);
		assert_int_equal(f.tr[0][i]->missing, 0);
	}
	/* The translation is shown with what is new, and made fresh. */
	const char *s = out_text(&f, "H5", 1);

	assert_non_null(strstr(s, "\n# Now: Up to ${limit.staff} per"));
	assert_non_null(strstr(s, "\nBis "));
	assert_true(in_text(&f, s));
	take_translation(&f, 1);
	assert_int_equal(f.tr[0][1]->stale, 0);
	assert_int_equal(f.tr[0][2]->stale, 1);
}

static void
test_paragraphs_added_moved_gone(void **state)
{
	OWN(fixture_free) struct fixture f;
	const struct handbook_section *s;
	const char *text;

	(void)state;
	begin(&f);
	text = out_text(&f, "H5", 0);
	text = with(&f, text, "\nWrite it down",
		    "\nThe plate with flowers is for birthdays only.\n"
		    "~ Flowers are for birthdays.\n\nWrite it down");
	text = with(&f, text, "\nEach employee", "\n- Each employee");
	assert_true(in_text(&f, text));
	take(&f);
	s = &f.h->sections[5];
	assert_int_equal(s->nblocks, 8);
	assert_string_equal(s->blocks[2].t->id, "h5.p3.t");
	assert_int_equal(s->blocks[2].kind, BLOCK_ITEM);
	assert_string_equal(s->blocks[4].t->id, "h5.v2.p1.t");
	assert_string_equal(s->blocks[4].easy->id, "h5.v2.p1.e");
	assert_string_equal(s->blocks[5].t->id, "h5.p5.t");
	assert_int_equal(f.tr[0][1]->missing, 2);
	assert_int_equal(f.tr[0][1]->stale, 0);

	/* The last becomes the first; easier words come and go. */
	text = out_text(&f, "H5", 0);
	const char *from = strstr(text, "\nWhat the limit is not for");
	const char *to = strstr(text, "\n? ");
	const char *moved = arena_strndup(&f.a, from, (size_t)(to - from));

	text = with(&f, with(&f, text, moved, ""), "\nUp to",
		    arena_printf(&f.a, "%s\nUp to", moved));
	text = with(&f, text, "\n~ Flowers are for birthdays.", "");
	text = with(&f, text, "\n\n- Each", "\n~ Stay.\n\n- Each");
	text = with(&f, text, "\n~ More than ${limit.staff}? Call "
		    "${phone.manager}. Stay with the guest. A supervisor may "
		    "give up to ${limit.supervisor}, the manager up to "
		    "${limit.manager}.", "");
	assert_true(in_text(&f, text));
	assert_true(f.now.v[1].moved);
	take(&f);
	s = &f.h->sections[5];
	assert_string_equal(s->blocks[0].t->id, "h5.p7.t");
	assert_string_equal(s->blocks[1].t->id, "h5.p1.t");
	assert_null(s->blocks[5].easy);
	assert_string_equal(s->blocks[2].easy->s, "Stay.");
	assert_string_equal(s->blocks[2].easy->id, "h5.p2.e");

	/* What goes takes its id along: what comes later gets another. */
	text = out_text(&f, "H5", 0);
	text = with(&f, text, "The plate with flowers is for birthdays only.",
		    "Taxis are called by the bell desk at any hour.");
	assert_true(in_text(&f, text));
	take(&f);
	assert_string_equal(f.h->sections[5].blocks[5].t->id, "h5.v4.p1.t");
}

static void
test_translation_of_what_is_new(void **state)
{
	OWN(fixture_free) struct fixture f;
	const char *text;

	(void)state;
	begin(&f);
	text = with(&f, out_text(&f, "H5", 0), "\nWrite it down",
		    "\nFirst new one here.\n~ Easy.\n\nSecond, other words."
		    "\n\nWrite it down");
	assert_true(in_text(&f, text));
	take(&f);
	text = out_text(&f, "H5", 1);
	assert_non_null(strstr(text, "\n# Now: First new one here.\n…\n"
				     "# Now: Easy.\n~ …\n"));
	/* Half of it first. */
	text = with(&f, text, "\n…\n", "\nDas erste & neue.\n");
	assert_true(in_text(&f, text));
	take_translation(&f, 1);
	assert_int_equal(f.tr[0][1]->missing, 2);
	text = with(&f, out_text(&f, "H5", 1), "~ …", "~ Leicht.");
	assert_true(in_text(&f, with(&f, text, "\n…\n", "\nDas zweite.\n")));
	take_translation(&f, 1);
	assert_int_equal(f.tr[0][1]->missing, 0);
	assert_int_equal(f.tr[0][1]->stale, 0);
	assert_non_null(strstr(f.xlf[0][1], "\n   <trans-unit id=\"h5.v2.p1.t\">"
		"\n    <source>First new one here.</source>"
		"\n    <target>Das erste &amp; neue.</target>"
		"\n   </trans-unit>\n   <trans-unit id=\"h5.v2.p1.e\">"));
}

static void
test_language_without_a_file(void **state)
{
	OWN(fixture_free) struct fixture f;

	(void)state;
	begin(&f);
	f.xlf[1][2] = NULL;
	f.tr[1][2] = NULL;
	const char *s = out_text(&f, "7", 2);

	assert_non_null(strstr(s, ": …\n"));
	assert_true(in_text(&f, with(&f, s, ": …\n", ": знание\n")));
	take_translation(&f, 2);
	assert_int_equal(f.tr[1][2]->missing, f.doc[1].c->doc.ntexts - 1);
}

static void
test_questions(void **state)
{
	OWN(fixture_free) struct fixture f;
	const struct quiz *q;
	size_t ndrills;
	const char *s;

	(void)state;
	begin(&f);
	ndrills = f.doc[1].c->v[6].ndrills;
	s = with(&f, out_text(&f, "H5", 0), "\nx Yes, in the first three",
		 "\n+ Yes, in the first three");
	s = with(&f, s, "\n+ No, it is", "\nx No, it is");
	s = with(&f, s, "\nx Offer less and hope that it will do.", "");
	s = with(&f, s, "\n+ Call", "\nx Laugh about it until it is gone.\n"
		 "+ Call");
	s = arena_printf(&f.a, "%s? Is this new?\n+ Yes & no.\nx No.\n", s);
	assert_true(in_text(&f, s));
	take(&f);
	assert_int_equal(f.h->sections[5].nquestions, 3);
	q = f.h->sections[5].questions;
	assert_true(q[0].answers[0].right);
	assert_string_equal(q[0].answers[0].t->id, "h5.q1.a");
	assert_false(q[0].answers[1].right);
	assert_int_equal(q[1].nanswers, 3);
	assert_string_equal(q[1].answers[1].t->id, "h5.v2.a1");
	assert_string_equal(q[1].answers[2].t->id, "h5.q2.c");
	assert_string_equal(q[2].ask->s, "Is this new?");
	assert_int_equal(f.tr[0][1]->missing, 4);
	assert_int_equal(f.tr[0][1]->stale, 0);

	/* And of a commandment. */
	s = arena_printf(&f.a, "%s? New here?\n+ Yes.\nx No.\n",
			 with(&f, out_text(&f, "7", 0), "\n- ", "\n- We "));
	assert_true(in_text(&f, s));
	take(&f);
	assert_int_equal(f.doc[1].c->v[6].nrecall, 3);
	assert_string_equal(f.doc[1].c->v[6].recall[2].id, "c7.v2.q1");
	assert_string_equal(f.doc[1].c->v[6].marks[0]->id, "c7.m1");
	assert_int_equal(f.doc[1].c->v[6].ndrills, ndrills);
}

/* ---- what is wrong with a text ---- */

/* TEXT has a flaw that says MSGID in each language, in LINE (0: any). */
#define text_said(f, msgid, line, text) \
	text_says(f, N_(msgid), line, text)
static void
text_says(struct fixture *f, const char *msgid, unsigned line, const char *s)
{
	for (size_t i = 0; i < LANGUAGES; i++) {
		const char *want = messages_get(f->m[i], msgid);
		bool found = false;

		assert_false(in_text_of(f, s, strlen(s), f->m[i]));
		for (size_t k = 0; k < f->flaws.n; k++)
			found |= said_matches(f->flaws.v[k].text, want) &&
				 (line == 0 || f->flaws.v[k].line == line);
		if (!found)
			fail_msg("wanted: %u: %s\ngot: %u: %s", line, want,
				 f->flaws.v[0].line, f->flaws.v[0].text);
	}
}

static void
test_bad_lines(void **state)
{
	OWN(fixture_free) struct fixture f;
	OWN(str_free) struct str big = { 0 };
	const char *s;

	(void)state;
	begin(&f);
	s = out_text(&f, "H5", 0);
	text_said(&f, "this is the text of '%s', not of '%s'", 1,
		  with(&f, s, "== H5", "== H6"));
	text_said(&f, "the text begins with one line '== %s' and the title, and has no other such line",
		  1, with(&f, s, "== H5 ", ""));
	text_said(&f, "the text begins with one line '== %s' and the title, and has no other such line",
		  3, with(&f, s, "\nUp to", "\n== H5 More\n\nUp to"));
	text_said(&f, "the text begins with one line '== %s' and the title, and has no other such line",
		  0, "# only a note\n");
	text_said(&f, "a part of the handbook needs a paragraph or more, and here is none",
		  1, "== H5 Your authority\r\n");
	text_said(&f, "nothing stands behind the mark: write something there, or take the line out",
		  3, with(&f, s, "\nUp to", "\n-\nUp to"));
	text_said(&f, "easier words (~) belong below a paragraph or an item of a list",
		  3, with(&f, s, "\nUp to", "\n~ Up to"));
	text_said(&f, "an answer (+ or x) belongs below a question (?)",
		  3, with(&f, s, "\nUp to", "\n+ Up to"));
	text_said(&f, "paragraphs and lists stand above the questions",
		  0, arena_printf(&f.a, "%sOne more.\n", s));
	text_said(&f, "a question needs one right answer (+) and one wrong one (x) or more",
		  0, with(&f, s, "\n+ ", "\nx "));
	text_said(&f, "a question needs one right answer (+) and one wrong one (x) or more",
		  0, arena_printf(&f.a, "%s? One more?\n", s));
	text_said(&f, "behind '%s' stands a character that nobody can see: type that place again",
		  3, with(&f, s, "Up to", "Up\ato"));
	text_said(&f, "behind '%s' stands a character that nobody can see: type that place again",
		  3, with(&f, s, "Up to", "Up\xe2to"));
	text_said(&f, "behind '%s' stands a character that nobody can see: type that place again",
		  3, with(&f, s, "Up to", "Up \u202eto"));
	text_said(&f, "this line begins with a character that nobody can see: type its beginning again",
		  3, with(&f, s, "Up to", "\u2066Up to"));
	text_said(&f, "these words begin like a mark (= ~ - ? + x) or are only the word end: begin with another word",
		  3, with(&f, s, "\nUp to", "\n- = Up to"));
	text_said(&f, "the house has no value '${%s}'; did you mean '${%s}'?",
		  3, with(&f, s, "limit.staff", "limit.stafff"));
	text_said(&f, "the house has no value '${%s}': write the words themselves, or the name of a value as it was",
		  3, with(&f, s, "limit.staff", "quite.another"));
	text_said(&f, "a value is written ${name}, with the dollar sign, both braces and nothing else in them",
		  3, with(&f, s, "limit.staff", "limit staff"));
	text_said(&f, "a value is written ${name}, with the dollar sign, both braces and nothing else in them",
		  3, with(&f, s, "${limit.staff}", "{limit.staff}"));
	for (size_t i = 0; i < 900; i++)
		str_add(&big, "ж");
	text_said(&f, "this is too long by %zu letters: make it shorter, or two paragraphs of it",
		  3, with(&f, s, "Up to", str_text(&big)));
	while (big.n <= WORDING_BYTES)
		str_add(&big, "жжжжжжж\n");
	text_said(&f, "this is far more than one section holds: is it the right file?",
		  0, str_text(&big));
	str_clear(&big);
	str_add(&big, s);
	for (size_t i = 0; i < WORDING_LINES; i++)
		str_add(&big, "- a\n");
	text_said(&f, "this is far more than one section holds: is it the right file?",
		  0, str_text(&big));

	s = out_text(&f, "7", 0);
	text_said(&f, "this line needs the name of its part in front, such as '%s:'",
		  0, with(&f, s, "\nStory: ", "\nHistory: "));
	text_said(&f, "'%s' stands here for the second time", 0,
		  with(&f, s, "\nStory: ", "\nAvoid: "));
	text_said(&f, "'%s' is missing", 0,
		  with(&f, s, "\nStory: ", "\n# Story: "));
	text_said(&f, "a commandment has one line in easier words (~) and %d marks of its practice (-), not %zu and %zu",
		  0, with(&f, s, "\n- ", "\n- one\n- two\n- "));
	text_said(&f, "this has %zu letters; here at most %d are allowed", 1,
		  with(&f, s, "== 7 ", "== 7 A title that is longer than "
			      "anybody can say "));

	s = out_text(&f, "H5", 1);
	text_said(&f, "a translation keeps the lines of its original and their order, and from here on they differ: lines are added, moved and taken out in the original",
		  3, with(&f, s, "\nBis ", "\n- Bis "));
	text_said(&f, "a translation keeps the lines of its original and their order, and from here on they differ: lines are added, moved and taken out in the original",
		  3, with(&f, s, "\nBis ", "\nNeu und ganz anders.\nBis "));
}

/* Words above the title are told once, and the title is no second one. */
static void
test_words_above(void **state)
{
	OWN(fixture_free) struct fixture f;

	(void)state;
	begin(&f);
	assert_false(in_text(&f, with(&f, out_text(&f, "H5", 0), "== H5",
				      "Dear all,\nhere it is.\n\n== H5")));
	assert_int_equal(f.flaws.n, 1);
	assert_int_equal(f.flaws.v[0].line, 1);
}

/* Nobody typed what word processors leave between letters. */
static void
test_litter(void **state)
{
	OWN(fixture_free) struct fixture f;
	const char *s;

	(void)state;
	begin(&f);
	s = out_text(&f, "H5", 0);
	assert_true(in_text(&f, with(&f, s, "Up to",
				     "\ufeffU\u00adp\u200b \t to")));
	assert_true(wording_same(&f.was, &f.now));
	s = out_text(&f, "H5", 1);
	assert_true(in_text(&f, with(&f, s, f.was.v[1].s, "...")));
	assert_null(f.now.v[1].s);
}

/* Two answers of a translation that changed places would change which is
 * right. */
static void
test_translation_keeps_places(void **state)
{
	OWN(fixture_free) struct fixture f;
	const char *s, *one, *two;

	(void)state;
	begin(&f);
	s = out_text(&f, "H5", 1);
	one = arena_strdup(&f.a, f.was.v[f.was.n - 3].s);
	two = arena_strdup(&f.a, f.was.v[f.was.n - 2].s);
	s = with(&f, s, one, "@");
	s = with(&f, s, two, one);
	text_said(&f, "a translation keeps the lines of its original and their order, and from here on they differ: lines are added, moved and taken out in the original",
		  0, with(&f, s, "@", two));
}

/* Comments, CRLF and single quotes of an author survive. */
static void
test_other_hands(void **state)
{
	OWN(fixture_free) struct fixture f;
	OWN(str_free) struct str crlf = { 0 };
	const char *s;

	(void)state;
	begin(&f);
	s = with(&f, f.doc[0].s, "  <p id=\"h5.p2\">",
		 "  <!-- <p id=\"h5.p0\"> > ours --><p id='h5.p2'>");
	s = with(&f, s, "<title id=\"h5.title\">Your",
		 "<title\n id = 'h5.title'><![CDATA[<]]>Your");
	for (; *s != '\0'; s++)
		str_add(&crlf, *s == '\n' ? "\r\n" :
			       arena_printf(&f.a, "%c", *s));
	parse(&f, 0, arena_strdup(&f.a, str_text(&crlf)), crlf.n);
	assert_true(in_text(&f, with(&f, out_text(&f, "H5", 0),
				     "\nEach employee",
				     "\nOne that is new.\n\nEach employee")));
	take(&f);
	assert_non_null(strstr(f.doc[0].s, "\r\n  <!-- <p id=\"h5.p0\"> > "
			       "ours --><p id='h5.p2'>"));
	assert_non_null(strstr(f.doc[0].s, "<![CDATA[<]]>Your"));
	assert_non_null(strstr(f.doc[0].s, "\r\n  <p id=\"h5.v2.p1\">"
			       "<t id=\"h5.v2.p1.t\">One that is new.</t></p>"
			       "\r\n  <p id=\"h5.p3\">"));
}

/* What cannot be read back is never given away. */
static void
test_not_written(void **state)
{
	OWN(fixture_free) struct fixture f;
	const char *s;
	size_t n;

	(void)state;
	begin(&f);
	assert_true(in_text(&f, with(&f, out_text(&f, "H5", 0), "Up to",
				     "Below")));
	f.now.v[1].s = "two  blanks, which no reader sees";
	assert_said(&f.e, ERR_CONTENT, "'%s' could not be written so that it reads as it should; nothing was changed",
		    content_edit(&f.a, &f.doc[0], &f.was, &f.now, &s, &n,
				 &f.e));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_as_programs_write_it),
		cmocka_unit_test(test_names_of_parts),
		cmocka_unit_test(test_sentence_changed),
		cmocka_unit_test(test_paragraphs_added_moved_gone),
		cmocka_unit_test(test_translation_of_what_is_new),
		cmocka_unit_test(test_language_without_a_file),
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_bad_lines),
		cmocka_unit_test(test_words_above),
		cmocka_unit_test(test_litter),
		cmocka_unit_test(test_translation_keeps_places),
		cmocka_unit_test(test_other_hands),
		cmocka_unit_test(test_not_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
