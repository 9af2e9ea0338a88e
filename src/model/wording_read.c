/* The wording of a section or commandment: from a text that somebody changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/wording.h"

#include <string.h>
#include <strings.h>

#include "base/args.h"
#include "base/messages.h"
#include "base/utf8.h"

/* A line of preshift-text/1 has at most 1,000 bytes; values grow in it, and a
 * commandment's title and name of part stand in front. */
enum { BYTES_LINE = 900, BYTES_TITLE = 200, BYTES_PART = 4000,
       CHARS_SHORT = 40, CHARS_BEFORE = 24 };

struct reader {
	struct arena *a;
	const struct wording_reading *how;
	struct wording *w;
	struct wording_flaws *f;
	unsigned line;
	size_t right, wrong; /* answers of the question that is open */
	unsigned asked;      /* its line, 0: none */
	bool titled;
	bool untitled;       /* that words stand above the title was said */
};

/* ---- what is wrong ---- */

#define M(r, s) messages_get((r)->how->m, s)

static void
flaw(struct reader *r, unsigned line, const char *text)
{
	struct wording_flaw x = { line, text };

	if (r->f->n < WORDING_FLAWS)
		ARENA_PUSH(r->a, r->f->v, r->f->n, r->f->cap, x);
}

/* How many characters of S lie behind its first MOST bytes. */
static size_t
beyond(const char *s, size_t most)
{
	while (((unsigned char)s[most] & 0xc0) == 0x80)
		most--;
	return utf8_chars(s + most);
}

static void
check_length(struct reader *r, const struct wording_line *l)
{
	bool c = r->w->commandment;
	size_t most = BYTES_LINE;

	if (c && (l->kind == WORD_TITLE || l->kind == WORD_ITEM)) {
		if (utf8_chars(l->s) > CHARS_SHORT)
			flaw(r, l->line,
			     arena_printf(r->a, M(r, N_("this has %zu letters; here at most %d are allowed")),
					  utf8_chars(l->s), CHARS_SHORT));
		return;
	}
	if (l->kind == WORD_TITLE)
		most = BYTES_TITLE;
	else if (c && l->kind == WORD_PART && l->part != PART_DO &&
		 l->part != PART_SAY && l->part != PART_ANSWER &&
		 l->part != PART_AVOID)
		most = BYTES_PART;
	if (strlen(l->s) > most)
		flaw(r, l->line,
		     arena_printf(r->a, M(r, N_("this is too long by %zu letters: make it shorter, or two paragraphs of it")),
				  beyond(l->s, most)));
}

static const struct handbook_value *
value_named(const struct handbook *h, const char *name, size_t n)
{
	for (size_t i = 0; i < h->nvalues; i++)
		if (strlen(h->values[i].id) == n &&
		    memcmp(h->values[i].id, name, n) == 0)
			return &h->values[i];
	return NULL;
}

static void
no_value(struct reader *r, unsigned line, const char *name)
{
	struct guess g = { .typed = name };

	for (size_t i = 0; i < r->how->h->nvalues; i++)
		guess_offer(&g, r->how->h->values[i].id);
	if (g.word == NULL)
		flaw(r, line,
		     arena_printf(r->a, M(r, N_("the house has no value '${%s}': write the words themselves, or the name of a value as it was")),
				  name));
	else
		flaw(r, line,
		     arena_printf(r->a, M(r, N_("the house has no value '${%s}'; did you mean '${%s}'?")),
				  name, g.word));
}

/* Values are ${name}; a {name} without its $ was meant to be one. */
static void
check_values(struct reader *r, const struct wording_line *l)
{
	for (const char *p = strchr(l->s, '{'); p != NULL;
	     p = strchr(p + 1, '{')) {
		bool value = p > l->s && p[-1] == '$';
		size_t n = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz"
					 "0123456789.-");
		bool known = value_named(r->how->h, p + 1, n) != NULL;

		if (value && p[n + 1] == '}' && !known && n > 0)
			no_value(r, l->line,
				 arena_strndup(r->a, p + 1, n));
		else if ((value && (p[n + 1] != '}' || n == 0)) ||
			 (!value && known))
			flaw(r, l->line,
			     M(r, N_("a value is written ${name}, with the dollar sign, both braces and nothing else in them")));
	}
}

/* In print it would begin like another kind of line. */
static bool
looks_marked(const char *s)
{
	return str_eq(s, "end") || str_starts(s, "== ") ||
	       (*s != '\0' && strchr("=~-?+x", *s) != NULL &&
		(s[1] == ' ' || s[1] == '\0'));
}

/* ---- lines ---- */

enum wording_kind
wording_mark(const char *s, size_t *ret_n)
{
	static const struct {
		const char *mark;
		enum wording_kind kind;
	} known[] = {
		{ "==", WORD_TITLE }, { "-", WORD_ITEM }, { "–", WORD_ITEM },
		{ "•", WORD_ITEM }, { "·", WORD_ITEM }, { "*", WORD_ITEM },
		{ "~", WORD_EASY }, { "?", WORD_ASK }, { "+", WORD_RIGHT },
		{ "x", WORD_WRONG }, { "X", WORD_WRONG }, { "×", WORD_WRONG },
		/* the Russian letter that looks like it */
		{ "х", WORD_WRONG }, { "Х", WORD_WRONG },
	};

	for (size_t i = 0; i < NELEM(known); i++) {
		size_t n = strlen(known[i].mark);

		if (!str_starts(s, known[i].mark) ||
		    (s[n] != ' ' && s[n] != '\0'))
			continue;
		*ret_n = n + (s[n] == ' ');
		return known[i].kind;
	}
	*ret_n = 0;
	return WORD_PARA;
}

/* What word processors and web pages leave in words without anybody's doing: a
 * soft hyphen, a blank of no width, the mark of a file's beginning. */
static bool
is_litter(uint32_t c)
{
	return c == 0xad || c == 0x200b || c == 0xfeff;
}

static void
hidden(struct reader *r, const char *before)
{
	const char *at = before + strlen(before);

	for (size_t n = 0; at > before && n < CHARS_BEFORE; n++)
		for (at--; at > before && ((unsigned char)*at & 0xc0) == 0x80;)
			at--;
	if (*at == '\0')
		flaw(r, r->line, M(r, N_("this line begins with a character that nobody can see: type its beginning again")));
	else
		flaw(r, r->line,
		     arena_printf(r->a, M(r, N_("behind '%s' stands a character that nobody can see: type that place again")),
				  at));
}

/* S, N bytes, with blanks folded and in normal form C; NULL: it has what no
 * text may have, which is told. */
static const char *
clean(struct reader *r, const char *s, size_t n)
{
	char *copy = arena_alloc(r->a, n + 1);
	size_t k = 0, len;
	uint32_t c;

	for (size_t i = 0; i < n; i += len) {
		len = utf8_decode(s + i, n - i, &c);
		if (is_litter(c))
			continue;
		if (c != '\t' && c != '\r' &&
		    (!utf8_valid(s + i, len) ||
		     !utf8_printable(s + i, len, false))) {
			copy[k] = '\0';
			hidden(r, text_fold_space(r->a, copy));
			return NULL;
		}
		memcpy(copy + k, s + i, len);
		k += len;
	}
	copy[k] = '\0';
	return utf8_nfc(r->a, text_fold_space(r->a, copy));
}

static void
push(struct reader *r, enum wording_kind kind, enum wording_part part,
     const char *s)
{
	struct wording_line l = { .kind = kind, .part = part, .s = s,
				  .line = r->line, .was = WORDING_NEW };
	bool print = !r->w->commandment || kind >= WORD_EASY;

	if (*s == '\0')
		flaw(r, r->line, M(r, N_("nothing stands behind the mark: write something there, or take the line out")));
	else if (r->w->translated && (str_eq(s, "…") || str_eq(s, "...")))
		l.s = NULL;
	if (l.s != NULL) {
		check_length(r, &l);
		check_values(r, &l);
		if (print && kind != WORD_TITLE && looks_marked(s))
			flaw(r, r->line, M(r, N_("these words begin like a mark (= ~ - ? + x) or are only the word end: begin with another word")));
	}
	ARENA_PUSH(r->a, r->w->v, r->w->n, r->w->cap, l);
}

/* ---- the order of lines ---- */

static void
close_question(struct reader *r)
{
	if (r->asked != 0 && (r->right != 1 || r->wrong == 0))
		flaw(r, r->asked, M(r, N_("a question needs one right answer (+) and one wrong one (x) or more")));
	r->asked = 0;
}

static void
read_title(struct reader *r, const char *s)
{
	size_t n = strcspn(s, " ");
	const char *id = arena_strndup(r->a, s, n);

	if (strcasecmp(id, r->how->was->id) != 0)
		flaw(r, r->line,
		     arena_printf(r->a, M(r, N_("this is the text of '%s', not of '%s'")),
				  id, r->how->was->id));
	r->titled = true;
	push(r, WORD_TITLE, PART_TOPIC, s + n + (s[n] == ' '));
}

/* The part whose name, in any language, S begins with; WORDING_PARTS: none. */
static enum wording_part
part_named(struct reader *r, const char *s, const char **ret_rest)
{
	const char *colon = strchr(s, ':');
	const char *name;

	if (colon == NULL)
		return WORDING_PARTS;
	name = utf8_fold(r->a, arena_strndup(r->a, s, (size_t)(colon - s)));
	*ret_rest = colon + 1 + (colon[1] == ' ');
	for (size_t i = 0; i < WORDING_PARTS; i++)
		for (size_t k = 0; k < r->how->nnames; k++)
			if (str_eq(name, utf8_fold(r->a,
				    messages_get(r->how->names[k],
						 wording_labels[i]))))
				return (enum wording_part)i;
	return WORDING_PARTS;
}

static void
read_part(struct reader *r, const char *s)
{
	enum wording_part part = part_named(r, s, &s);

	if (part == WORDING_PARTS) {
		flaw(r, r->line,
		     arena_printf(r->a, M(r, N_("this line needs the name of its part in front, such as '%s:'")),
				  M(r, wording_labels[PART_SAY])));
		return;
	}
	for (size_t i = 0; i < r->w->n; i++)
		if (r->w->v[i].kind == WORD_PART && r->w->v[i].part == part)
			flaw(r, r->line,
			     arena_printf(r->a, M(r, N_("'%s' stands here for the second time")),
					  M(r, wording_labels[part])));
	push(r, WORD_PART, part, s);
}

/* The kind of the line that stands last, WORD_ASK if that belongs to one. */
static enum wording_kind
last_kind(const struct reader *r)
{
	if (r->asked != 0)
		return WORD_ASK;
	return r->w->n > 0 ? r->w->v[r->w->n - 1].kind : WORD_TITLE;
}

static void
read_body(struct reader *r, enum wording_kind kind, const char *s)
{
	enum wording_kind before = last_kind(r);

	if (kind == WORD_EASY && before != WORD_PARA && before != WORD_ITEM &&
	    before != WORD_PART)
		flaw(r, r->line, M(r, N_("easier words (~) belong below a paragraph or an item of a list")));
	else if ((kind == WORD_RIGHT || kind == WORD_WRONG) && r->asked == 0)
		flaw(r, r->line, M(r, N_("an answer (+ or x) belongs below a question (?)")));
	else if ((kind == WORD_PARA || kind == WORD_ITEM) &&
		 before == WORD_ASK && !r->w->commandment)
		flaw(r, r->line, M(r, N_("paragraphs and lists stand above the questions")));
	if (kind != WORD_RIGHT && kind != WORD_WRONG)
		close_question(r);
	r->right += kind == WORD_RIGHT;
	r->wrong += kind == WORD_WRONG;
	if (kind == WORD_ASK) {
		r->asked = r->line;
		r->right = r->wrong = 0;
	}
	if (kind == WORD_PARA && r->w->commandment)
		read_part(r, s);
	else
		push(r, kind, PART_TOPIC, s);
}

/* A title is missing, or there is another. */
static void
not_titled(struct reader *r)
{
	flaw(r, r->line,
	     arena_printf(r->a, M(r, N_("the text begins with one line '== %s' and the title, and has no other such line")),
			  r->how->was->id));
	r->untitled = !r->titled;
}

static void
read_line(struct reader *r, const char *bytes, size_t n)
{
	const char *s = clean(r, bytes, n);
	enum wording_kind kind;
	size_t mark;

	if (s == NULL || *s == '\0' || *s == '#')
		return;
	kind = wording_mark(s, &mark);
	if (*s == '\\')
		s++;
	else
		s += mark;
	if (kind == WORD_TITLE && !r->titled)
		read_title(r, s);
	else if (kind != WORD_TITLE && r->titled)
		read_body(r, kind, s);
	else if (!r->untitled)
		not_titled(r);
}

/* ---- the whole ---- */

/* A commandment has each part once, in the order that it is kept in. */
static void
order_parts(struct reader *r)
{
	struct wording *w = r->w, out = *w;
	size_t nmarks = 0, neasy = 0;

	out.v = NULL;
	out.n = out.cap = 0;
#define TAKE(cond)                                                            \
	for (size_t i = 0; i < w->n; i++)                                     \
		if (cond)                                                     \
			ARENA_PUSH(r->a, out.v, out.n, out.cap, w->v[i])
	TAKE(w->v[i].kind == WORD_TITLE);
	for (size_t part = 0; part < WORDING_PARTS; part++) {
		size_t before = out.n;

		TAKE(w->v[i].kind == WORD_PART && w->v[i].part == part);
		if (out.n == before)
			flaw(r, r->line,
			     arena_printf(r->a, M(r, N_("'%s' is missing")),
					  M(r, wording_labels[part])));
		before = out.n;
		if (part == PART_DO)
			TAKE(w->v[i].kind == WORD_EASY);
		neasy += out.n - before;
	}
	nmarks = out.n;
	TAKE(w->v[i].kind == WORD_ITEM);
	nmarks = out.n - nmarks;
	TAKE(w->v[i].kind == WORD_ASK || w->v[i].kind == WORD_RIGHT ||
	     w->v[i].kind == WORD_WRONG);
#undef TAKE
	if (neasy != 1 || nmarks != PRACTICE_MARKS)
		flaw(r, r->line,
		     arena_printf(r->a, M(r, N_("a commandment has one line in easier words (~) and %d marks of its practice (-), not %zu and %zu")),
				  PRACTICE_MARKS, neasy, nmarks));
	*w = out;
}

static bool
says(const struct wording *w, size_t i, const char *s)
{
	return i < w->n && w->v[i].s != NULL && str_eq(w->v[i].s, s);
}

/* Whether W says S at another place than I, where BESIDE does not. */
static bool
elsewhere(const struct wording *w, const struct wording *beside, size_t i,
	  const char *s)
{
	for (size_t k = 0; s != NULL && k < w->n; k++)
		if (k != i && says(w, k, s) && !says(beside, k, s))
			return true;
	return false;
}

/* Else a text of which an editor kept the first line alone would be taken. */
static void
check_body(struct reader *r)
{
	for (size_t i = 0; i < r->w->n; i++) {
		enum wording_kind kind = r->w->v[i].kind;

		if (kind == WORD_PARA || kind == WORD_ITEM)
			return;
	}
	flaw(r, r->line, M(r, N_("a part of the handbook needs a paragraph or more, and here is none")));
}

/* A translation has the lines of its original. */
static void
check_lines(struct reader *r)
{
	const struct wording *was = r->how->was, *w = r->w;
	size_t i;

	for (i = 0; i < was->n && i < w->n; i++) {
		const struct wording_line *o = &was->v[i], *l = &w->v[i];

		if (o->kind != l->kind)
			break;
		if ((o->s == NULL || l->s == NULL || !str_eq(o->s, l->s)) &&
		    (elsewhere(w, was, i, o->s) ||
		     elsewhere(was, w, i, l->s)))
			break;
	}
	if (i == was->n && i == w->n)
		return;
	flaw(r, i < w->n ? w->v[i].line : r->line,
	     M(r, N_("a translation keeps the lines of its original and their order, and from here on they differ: lines are added, moved and taken out in the original")));
}

bool
wording_read(struct arena *a, const char *s, size_t n,
	     const struct wording_reading *how, struct wording *ret,
	     struct wording_flaws *f)
{
	struct reader r = { .a = a, .how = how, .w = ret, .f = f };
	const char *end = s + n;
	size_t nlines = 0;

	*ret = *how->was;
	ret->v = NULL;
	ret->n = ret->cap = 0;
	*f = (struct wording_flaws){ 0 };
	while (s < end && n <= WORDING_BYTES && nlines <= WORDING_LINES) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		size_t len = (size_t)((nl != NULL ? nl : end) - s);

		r.line++;
		read_line(&r, s, len);
		nlines = ret->n;
		s += len + (nl != NULL);
	}
	close_question(&r);
	if (n > WORDING_BYTES || nlines > WORDING_LINES)
		flaw(&r, r.line, M(&r, N_("this is far more than one section holds: is it the right file?")));
	else if (!r.titled && !r.untitled)
		not_titled(&r);
	else if (f->n == 0 && ret->commandment)
		order_parts(&r);
	else if (f->n == 0)
		check_body(&r);
	if (f->n == 0 && ret->translated)
		check_lines(&r);
	wording_match(how->was, ret);
	return f->n == 0;
}
