/* Finding words: folding, stems, how well a passage fits (cmd/finding.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "base/utf8.h"

enum { SHORT = 3, STEM = 4 }; /* characters */
enum { LONGEST = 64 };        /* bytes; a longer one is no slip of a word */
enum fit { FIT_NOT, FIT_INSIDE, FIT_STEM, FIT_BEGINS, FIT_WHOLE };

/* ---- words ---- */

/* The next run of letters or digits at or after *S, its bytes in *RET_N; NULL
 * at the end. */
static const char *
next_word(const char **s, size_t *ret_n)
{
	const char *from = NULL;
	uint32_t c;

	for (; **s != '\0'; ) {
		size_t n = utf8_next(*s, &c);

		if (!utf8_is_sign(c) && from != NULL)
			break;
		if (utf8_is_sign(c) && from == NULL)
			from = *s;
		*s += n;
	}
	*ret_n = from != NULL ? (size_t)(*s - from) : 0;
	return from;
}

/* Who has no umlauts types ae: both sides lose the e. */
static void
drop_umlaut_e(char *s)
{
	char *to = s;

	for (const char *p = s; *p != '\0'; p++)
		if (*p != 'e' || p == s || strchr("aou", p[-1]) == NULL)
			*to++ = *p;
	*to = '\0';
}

static const char *
fold(struct arena *a, const char *lang, const char *s, size_t n)
{
	char *f = utf8_fold(a, arena_strndup(a, s, n));

	if (str_eq(lang, "de"))
		drop_umlaut_e(f);
	return f;
}

/* The next word folded; *RET_W and *RET_N: as it stands there. */
static const char *
next_folded(struct arena *a, const char *lang, const char **s,
	    const char **ret_w, size_t *ret_n)
{
	*ret_w = next_word(s, ret_n);
	return *ret_w != NULL ? fold(a, lang, *ret_w, *ret_n) : NULL;
}

/* ---- the query ---- */

/* Endings as they stand in folded words, the longest first. */
static const char *const endings[LANGS][24] = {
	{ "ings", "ing", "ies", "es", "ed", "s", "y", "e" },
	{ "ungen", "ung", "ern", "en", "em", "er", "es", "e", "n", "s" },
	{ "иями", "ями", "ами", "ого", "ему", "ому", "ых", "их", "ии", "ия",
	  "ов", "ев", "еи", "ах", "ях", "ам", "ям", "ом", "ем", "ои", "ыи" },
};
static const char vowels[] = "аеиоуыэюяь"; /* of Russian endings */

static bool
ends_in_vowel(const char *s, size_t n)
{
	return n > 2 && strstr(vowels, s + n - 2) != NULL;
}

static const char *
stem_of(struct arena *a, const char *lang, const char *word)
{
	const char *const *end = endings[app_lang_index(lang)];
	size_t n = strlen(word);
	char *s;

	for (size_t i = 0; i < NELEM(endings[0]) && end[i] != NULL; i++) {
		if (!str_ends(word, end[i]))
			continue;
		s = arena_strndup(a, word, n - strlen(end[i]));
		if (utf8_chars(s) >= STEM)
			return s;
	}
	s = arena_strdup(a, word);
	if (str_eq(lang, "ru") && ends_in_vowel(s, n) &&
	    utf8_chars(s) > STEM)
		s[n - 2] = '\0';
	return s;
}

/* Folded; without them a question finds what it is about. */
static bool
is_small(const char *word)
{
	static const char *const small[] = {
		"a", "an", "and", "are", "at", "can", "do", "does", "for",
		"have", "how", "i", "in", "is", "it", "long", "many", "may",
		"me", "much", "must", "my", "of", "on", "or", "our", "the",
		"to", "we", "what", "when", "where", "which", "who", "why",
		"with", "you", "your", "s", "t",
		"am", "auf", "bin", "darf", "das", "dem", "den", "der", "des",
		"die", "ein", "eine", "es", "fur", "hoch", "ich", "im", "ist",
		"kann", "lange", "mein", "meine", "mir", "mit", "muss", "sie",
		"sind", "und", "unser", "viel", "viele", "von", "wann", "was",
		"welche", "wer", "wie", "wir", "wo", "zu", "zum", "zur",
		"в", "все", "где", "для", "до", "и", "из", "как", "какая",
		"какие", "какои", "когда", "кто", "ли", "мне", "можно", "мои",
		"моя", "мы", "на", "о", "по", "с", "сколько", "у", "что", "я",
	};

	for (size_t i = 0; i < NELEM(small); i++)
		if (str_eq(word, small[i]))
			return true;
	return false;
}

static void
add_term(struct arena *a, struct find_query *q, const char *w, size_t n)
{
	const char *word = fold(a, q->lang, w, n);

	q->v[q->n++] = (struct find_term){
		.typed = arena_strndup(a, w, n), .word = word,
		.stem = stem_of(a, q->lang, word),
	};
}

void
find_query(struct arena *a, const char *lang, const char *words,
	   struct find_query *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->lang = lang;
	for (int round = 0; round < 2 && ret->n == 0; round++) {
		const char *s = words, *w;
		size_t n;

		while ((w = next_word(&s, &n)) != NULL && ret->n < FIND_TERMS)
			if (round > 0 || !is_small(fold(a, lang, w, n)))
				add_term(a, ret, w, n);
	}
	ret->words = "";
	for (size_t i = 0; i < ret->n; i++)
		ret->words = arena_printf(a, "%s%s%s", ret->words,
					  i > 0 ? " " : "", ret->v[i].typed);
}

/* ---- fitting ---- */

static enum fit
fit_word(const struct find_term *t, const char *word)
{
	if (str_eq(word, t->word))
		return FIT_WHOLE;
	if (utf8_chars(t->word) < SHORT)
		return FIT_NOT;
	if (str_starts(word, t->word) || str_eq(word, t->stem))
		return FIT_BEGINS;
	if (str_starts(word, t->stem))
		return FIT_STEM;
	return strstr(word, t->stem) != NULL ? FIT_INSIDE : FIT_NOT;
}

/* How well TEXT fits each term, kept in FIT where it is better. */
static void
fit_text(struct arena *a, const struct find_query *q, const char *text,
	 enum fit fit[FIND_TERMS])
{
	const char *s = text != NULL ? text : "", *w, *word;
	size_t n;

	while ((word = next_folded(a, q->lang, &s, &w, &n)) != NULL) {
		for (size_t i = 0; i < q->n; i++) {
			enum fit f = fit_word(&q->v[i], word);

			fit[i] = f > fit[i] ? f : fit[i];
		}
	}
}

/* 0: it is no hit. More words before fewer; then headings and values, what
 * must be read, whole words before parts of words. A word that stands in the
 * heading above counts, but at least one must stand here. */
static int
score(struct arena *a, const struct find_query *q, const struct passage *p,
      size_t *ret_words)
{
	enum fit here[FIND_TERMS] = { 0 }, above[FIND_TERMS] = { 0 };
	int sum = 0, best = 0;
	bool any = false;

	*ret_words = 0;
	fit_text(a, q, p->text, here);
	fit_text(a, q, p->also, here);
	fit_text(a, q, p->heading, above);
	for (size_t i = 0; i < q->n; i++) {
		any |= here[i] != FIT_NOT;
		sum += (int)here[i];
		best = (int)here[i] > best ? (int)here[i] : best;
		*ret_words += here[i] != FIT_NOT || above[i] >= FIT_STEM;
	}
	if (!any)
		return 0;
	return 1 + (p->heading == NULL && best >= FIT_STEM) * 2000 +
	       p->must * 1000 + sum * 100 / (int)q->n;
}

static int
by_score(const void *a, const void *b)
{
	const struct passage *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->place < y->place ? -1 : 1;
}

/* Whether the better X makes Y needless: easier words of one paragraph, parts
 * of one commandment. */
static bool
same_place(const struct passage *x, const struct passage *y)
{
	return x->kind == y->kind && str_eq(x->id, y->id) &&
	       (x->kind == PASSAGE_COMMANDMENT ||
		x->paragraph == y->paragraph);
}

static size_t
drop_doubles(struct passage *v, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < kept && !same_place(&v[k], &v[i]))
			k++;
		if (k == kept)
			v[kept++] = v[i];
	}
	return kept;
}

void
find_best(struct arena *a, const struct find_query *q, struct passages *p,
	  bool *ret_all)
{
	size_t *words = ARENA_ARRAY(a, size_t, p->n + 1), most = 0, n = 0;

	for (size_t i = 0; i < p->n; i++) {
		OWN(arena_free) struct arena own = { 0 };

		p->v[i].place = i;
		p->v[i].score = score(&own, q, &p->v[i], &words[i]);
		if (p->v[i].score > 0 && words[i] > most)
			most = words[i];
	}
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].score > 0 && words[i] == most)
			p->v[n++] = p->v[i];
	if (n > 1)
		qsort(p->v, n, sizeof(*p->v), by_score);
	p->n = drop_doubles(p->v, n);
	*ret_all = most == q->n;
}

/* ---- what was meant ---- */

struct nearest {
	struct guess g;
	const char *word; /* as it stands there */
	bool there;       /* the term itself is */
};

static void
look_near(struct arena *a, const struct find_query *q, const char *text,
	  struct nearest v[FIND_TERMS])
{
	const char *s = text != NULL ? text : "", *w, *word;
	size_t n;

	while ((word = next_folded(a, q->lang, &s, &w, &n)) != NULL) {
		for (size_t i = 0; i < q->n; i++) {
			v[i].there |= fit_word(&q->v[i], word) != FIT_NOT;
			if (v[i].there || utf8_chars(word) < STEM)
				continue;
			guess_offer(&v[i].g, word);
			if (v[i].g.word == word)
				v[i].word = arena_strndup(a, w, n);
		}
	}
}

const char *
find_meant(struct arena *a, const struct find_query *q,
	   const struct passages *p)
{
	struct nearest v[FIND_TERMS] = { 0 };
	const char *s = "";
	bool any = false;

	for (size_t i = 0; i < q->n; i++) {
		v[i].g.typed = q->v[i].word;
		v[i].there = strlen(q->v[i].word) > LONGEST;
	}
	for (size_t i = 0; i < p->n; i++) {
		look_near(a, q, p->v[i].text, v);
		look_near(a, q, p->v[i].also, v);
	}
	for (size_t i = 0; i < q->n; i++) {
		bool better = !v[i].there && v[i].word != NULL;

		any |= better;
		s = arena_printf(a, "%s%s%s", s, i > 0 ? " " : "",
				 better ? v[i].word : q->v[i].typed);
	}
	return any ? s : NULL;
}

/* ---- excerpts ---- */

/* All of S with its marks; *RET_AT: where the first one stands. */
static const char *
marked(struct arena *a, const struct find_query *q, const char *s,
       size_t *ret_at)
{
	OWN(str_free) struct str out = { 0 };
	const char *done = s, *w, *word;
	bool first = true;
	size_t n;

	*ret_at = 0;
	while ((word = next_folded(a, q->lang, &s, &w, &n)) != NULL) {
		enum fit fit = FIT_NOT;

		for (size_t i = 0; i < q->n && fit == FIT_NOT; i++)
			fit = fit_word(&q->v[i], word);
		if (fit == FIT_NOT)
			continue;
		str_addn(&out, done, (size_t)(w - done));
		if (first)
			*ret_at = out.n;
		first = false;
		str_printf(&out, "*%.*s*", (int)n, w);
		done = w + n;
	}
	str_add(&out, done);
	return arena_strdup(a, str_text(&out));
}

/* The beginning of the word that stands about COLS columns before AT. */
static size_t
step_back(struct arena *a, const char *s, size_t at, size_t cols)
{
	size_t from = 0;

	for (size_t i = 0; i < at; i++)
		if (s[i] == ' ' &&
		    utf8_width(arena_strndup(a, s + i, at - i)) >= cols)
			from = i + 1;
	return from;
}

const char *
find_excerpt(struct arena *a, const struct find_query *q, const char *s,
	     size_t cols)
{
	size_t at, from = 0, n;
	const char *all = marked(a, q, s, &at), *cut;

	if (utf8_width(all) <= cols)
		return all;
	if (utf8_width(arena_strndup(a, all, at)) > cols / 2)
		from = step_back(a, all, at, cols / 3);
	cut = all + from;
	n = utf8_fit(cut, cols - 6);
	if (cut[n] != '\0')
		while (n > 0 && cut[n] != ' ')
			n--;
	if (n == 0)
		n = utf8_fit(cut, cols - 6);
	return arena_printf(a, "%s%.*s%s", from > 0 ? "... " : "", (int)n,
			    cut, cut[n] != '\0' ? " ..." : "");
}
