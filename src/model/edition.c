/* preshift-text/1: printing an edition's text and reading it back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/handbook.h"

#include <stdint.h>
#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"

#define FIRST_LINE "preshift-text/1"

const char *
edition_line_flaw(const char *s, size_t marker)
{
	size_t n = strlen(s);

	if (n == 0)
		return N_("is empty; please write something or take it out");
	if (n + marker > EDITION_LINE_MAX)
		return N_("is longer than 1,000 bytes; please make two "
			  "paragraphs of it");
	if (!utf8_valid(s, n) || !utf8_printable(s, n, false) ||
	    !utf8_is_nfc(s, n))
		return N_("has a character that cannot be shown or is not in "
			  "normal form C; please type it again");
	if (s[0] == ' ' || s[n - 1] == ' ')
		return N_("begins or ends with a space; please take it out");
	if (marker > 0)
		return NULL;
	if ((strchr("=~-?+x", s[0]) != NULL && (s[1] == ' ' || n == 1)) ||
	    str_starts(s, "== ") || str_eq(s, "end"))
		return N_("begins like a marked line (= ~ - ? + x, or only "
			  "\"end\"); please begin with another word");
	return NULL;
}

static void
print_line(struct str *out, const char *marker, const char *s)
{
	str_add(out, marker);
	str_add(out, s);
	str_addc(out, '\n');
}

static void
print_section(struct str *out, const struct edition_section *s)
{
	str_printf(out, "\n== %s %s\n", s->id, s->title);
	for (size_t i = 0; i < s->nlines; i++) {
		const struct edition_line *l = &s->lines[i];

		print_line(out, l->kind == LINE_ITEM ? "- " : "", l->s);
		if (l->easy != NULL)
			print_line(out, "~ ", l->easy);
	}
	for (size_t i = 0; i < s->nquestions; i++) {
		const struct edition_question *q = &s->questions[i];

		print_line(out, "? ", q->s);
		for (size_t j = 0; j < q->nanswers; j++)
			print_line(out, q->answers[j].right ? "+ " : "x ",
				   q->answers[j].s);
	}
}

void
edition_print(struct str *out, const struct edition_text *t)
{
	print_line(out, FIRST_LINE, "");
	print_line(out, "house: ", t->house);
	print_line(out, "document: ", t->document);
	str_printf(out, "edition: %u\n", t->edition);
	print_line(out, "language: ", t->lang);
	print_line(out, "title: ", t->title);
	for (size_t i = 0; i < t->nsections; i++)
		print_section(out, &t->sections[i]);
	print_line(out, "end", "");
}

/* Where the reader is; `cur` is the line read last. */
struct reader {
	struct arena *a;
	const char *s, *end;
	const char *cur;
	unsigned line;
	struct err *e;
};

static int
bad(struct reader *r, const char *what)
{
	return err_set(r->e, ERR_CONTENT,
		       N_("handbook text, line %u: %s; the file was changed "
			  "after it was published, please take it from a "
			  "backup"),
		       r->line, messages_get(r->e->m, what));
}

static int
next_line(struct reader *r)
{
	const char *nl = NULL;

	r->line++;
	if (r->s < r->end)
		nl = memchr(r->s, '\n', (size_t)(r->end - r->s));
	if (nl == NULL)
		return bad(r, N_("the text stops before its end"));
	if (memchr(r->s, '\0', (size_t)(nl - r->s)) != NULL)
		return bad(r, N_("a zero byte"));
	r->cur = arena_strndup(r->a, r->s, (size_t)(nl - r->s));
	r->s = nl + 1;
	return 0;
}

/* What follows PREFIX in S, or NULL. */
static const char *
after(const char *s, const char *prefix)
{
	return str_starts(s, prefix) ? s + strlen(prefix) : NULL;
}

static int
read_field(struct reader *r, const char *name, const char **ret)
{
	const char *v;

	if (next_line(r) < 0)
		return -1;
	v = after(r->cur, name);
	if (v == NULL)
		return bad(r, N_("a line of the head is missing"));
	if (edition_line_flaw(v, strlen(name)) != NULL)
		return bad(r, N_("a line of the head is not as it should be"));
	*ret = v;
	return 0;
}

static bool
lang_valid(const char *s)
{
	size_t n = strlen(s);

	if (n < 2 || n > 35 || s[0] == '-' || s[n - 1] == '-')
		return false;
	for (; *s != '\0'; s++)
		if (!(*s >= 'a' && *s <= 'z') && !(*s >= 'A' && *s <= 'Z') &&
		    !(*s >= '0' && *s <= '9') && *s != '-')
			return false;
	return true;
}

static int
read_head(struct reader *r, struct edition_text *t)
{
	const char *number;
	uint64_t n;

	if (next_line(r) < 0)
		return -1;
	if (!str_eq(r->cur, FIRST_LINE))
		return bad(r, N_("this is no handbook text of this program"));
	if (read_field(r, "house: ", &t->house) < 0 ||
	    read_field(r, "document: ", &t->document) < 0)
		return -1;
	if (!id_valid(t->document))
		return bad(r, N_("this is no name of a document"));
	if (read_field(r, "edition: ", &number) < 0)
		return -1;
	if (!str_u64(number, UINT32_MAX, &n) || n == 0)
		return bad(r, N_("this is no number of an edition"));
	t->edition = (unsigned)n;
	if (read_field(r, "language: ", &t->lang) < 0)
		return -1;
	if (!lang_valid(t->lang))
		return bad(r, N_("this is no language"));
	if (read_field(r, "title: ", &t->title) < 0 || next_line(r) < 0)
		return -1;
	if (r->cur[0] != '\0')
		return bad(r, N_("an empty line is missing"));
	return 0;
}

/* "ID Title", after the marker. */
static int
read_section_head(struct reader *r, struct edition_text *t)
{
	struct edition_section s = { 0 };
	const char *p = after(r->cur, "== "), *space;

	if (p == NULL || (space = strchr(p, ' ')) == NULL || space == p)
		return bad(r, N_("a section must begin here"));
	if (edition_line_flaw(space + 1, (size_t)(space + 1 - r->cur)) != NULL)
		return bad(r, N_("a title is not as it should be"));
	s.id = arena_strndup(r->a, p, (size_t)(space - p));
	s.title = space + 1;
	if (edition_line_flaw(s.id, strlen("== ")) != NULL)
		return bad(r, N_("this is no name of a section"));
	if (edition_section(t, s.id) != NULL)
		return bad(r, N_("the section is there twice"));
	ARENA_PUSH(r->a, t->sections, t->nsections, t->capsections, s);
	return 0;
}

static int
read_question_line(struct reader *r, struct edition_section *sec)
{
	const char *p;

	if ((p = after(r->cur, "? ")) != NULL) {
		struct edition_question q = { .s = p };

		ARENA_PUSH(r->a, sec->questions, sec->nquestions,
			   sec->capquestions, q);
		return 0;
	}
	if (sec->nquestions == 0)
		return bad(r, N_("an answer without a question"));
	struct edition_question *q = &sec->questions[sec->nquestions - 1];
	struct edition_answer answer = { .s = r->cur + 2,
					 .right = r->cur[0] == '+' };
	ARENA_PUSH(r->a, q->answers, q->nanswers, q->capanswers, answer);
	return 0;
}

static int
read_text_line(struct reader *r, struct edition_section *sec)
{
	struct edition_line l = { .kind = LINE_PARA, .s = r->cur };
	const char *p;

	if (sec->nquestions > 0)
		return bad(r, N_("a paragraph after the questions"));
	if ((p = after(r->cur, "~ ")) != NULL) {
		if (sec->nlines == 0 ||
		    sec->lines[sec->nlines - 1].easy != NULL)
			return bad(r, N_("an easier wording without its "
					 "paragraph"));
		sec->lines[sec->nlines - 1].easy = p;
		return 0;
	}
	if ((p = after(r->cur, "- ")) != NULL) {
		l.kind = LINE_ITEM;
		l.s = p;
	}
	sec->words += utf8_words(l.s);
	ARENA_PUSH(r->a, sec->lines, sec->nlines, sec->caplines, l);
	return 0;
}

static bool
is_marked(const char *s)
{
	return s[0] != '\0' && strchr("~-?+x", s[0]) != NULL && s[1] == ' ';
}

static int
read_section_line(struct reader *r, struct edition_section *sec)
{
	size_t marker = is_marked(r->cur) ? 2 : 0;
	const char *flaw = edition_line_flaw(r->cur + marker, marker);

	if (flaw != NULL)
		return bad(r, N_("this line is not as it should be"));
	if (marker > 0 && strchr("?+x", r->cur[0]) != NULL)
		return read_question_line(r, sec);
	return read_text_line(r, sec);
}

static int
check_questions(struct reader *r, const struct edition_section *sec)
{
	for (size_t i = 0; i < sec->nquestions; i++) {
		const struct edition_question *q = &sec->questions[i];
		size_t right = 0;

		for (size_t j = 0; j < q->nanswers; j++)
			right += q->answers[j].right;
		if (right != 1 || q->nanswers < 2)
			return bad(r, N_("a question above has not exactly "
					 "one right answer and a wrong one"));
	}
	return 0;
}

/* Sections up to the last line, which is left in `cur`. */
static int
read_sections(struct reader *r, struct edition_text *t)
{
	do {
		struct edition_section *sec;

		if (next_line(r) < 0 || read_section_head(r, t) < 0)
			return -1;
		sec = &t->sections[t->nsections - 1];
		for (;;) {
			if (next_line(r) < 0)
				return -1;
			if (r->cur[0] == '\0' || str_eq(r->cur, "end"))
				break;
			if (read_section_line(r, sec) < 0)
				return -1;
		}
		if (check_questions(r, sec) < 0)
			return -1;
	} while (r->cur[0] == '\0');
	return 0;
}

int
edition_parse(struct arena *a, const char *s, size_t n,
	      struct edition_text *ret, struct err *e)
{
	struct reader r = { .a = a, .s = s, .end = s + n, .e = e };
	struct edition_text t = { 0 };
	OWN(str_free) struct str again = { 0 };

	if (n > EDITION_TEXT_MAX)
		return err_set(e, ERR_CONTENT,
			       N_("a handbook text above 1 MiB; please take "
				  "the published file"));
	if (read_head(&r, &t) < 0 || read_sections(&r, &t) < 0)
		return -1;
	/* The one proof that nothing was overlooked. */
	edition_print(&again, &t);
	if (r.s != r.end || again.n != n || memcmp(again.s, s, n) != 0)
		return bad(&r, N_("this is not how the program prints it"));
	*ret = t;
	return 0;
}

const struct edition_section *
edition_section(const struct edition_text *t, const char *id)
{
	for (size_t i = 0; i < t->nsections; i++)
		if (str_eq(t->sections[i].id, id))
			return &t->sections[i];
	return NULL;
}

/* ---- compared ---- */

static bool
same_question(const struct edition_question *a,
	      const struct edition_question *b)
{
	if (a->nanswers != b->nanswers || !str_eq(a->s, b->s))
		return false;
	for (size_t i = 0; i < a->nanswers; i++)
		if (a->answers[i].right != b->answers[i].right ||
		    !str_eq(a->answers[i].s, b->answers[i].s))
			return false;
	return true;
}

bool
edition_section_same(const struct edition_section *a,
		 const struct edition_section *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->nlines != b->nlines || a->nquestions != b->nquestions ||
	    !str_eq(a->title, b->title))
		return false;
	for (size_t i = 0; i < a->nlines; i++)
		if (a->lines[i].kind != b->lines[i].kind ||
		    !str_eq(a->lines[i].s, b->lines[i].s))
			return false;
	for (size_t i = 0; i < a->nquestions; i++)
		if (!same_question(&a->questions[i], &b->questions[i]))
			return false;
	return true;
}
