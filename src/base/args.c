/* Words of a command line, and options, for argv, the prompt and scripts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/args.h"

#include <assert.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

#define DISTANCE_MAX 64 /* characters compared; the rest counts as length */

struct words {
	const char **v;
	size_t n, cap;
};

static void
words_add(struct arena *a, struct words *w, const char *s)
{
	ARENA_PUSH(a, w->v, w->n, w->cap, s);
}

/* The array as the callers want it: a NULL behind the last. */
static void
words_give(struct arena *a, struct words *w, const char ***ret, int *ret_n)
{
	words_add(a, w, NULL);
	*ret = w->v;
	*ret_n = (int)(w->n - 1);
}

/* One word at *LINE, unquoted, appended to WORD; *LINE moves behind it. */
static int
take_word(const char **line, struct str *word, struct err *e)
{
	const char *s = *line;
	char quote = '\0';

	for (; *s != '\0' && (quote || (*s != ' ' && *s != '\t')); s++) {
		if (quote != '\'' && *s == '\\') {
			if (*++s == '\0')
				return err_set(e, ERR_USAGE,
					       "the line ends with '\\'; write "
					       "'\\\\' for a backslash");
			str_addc(word, *s);
		} else if (quote ? *s == quote : *s == '"' || *s == '\'') {
			quote = quote ? '\0' : *s;
		} else {
			str_addc(word, *s);
		}
	}
	if (quote)
		return err_set(e, ERR_USAGE, "a quote is open; add %c at the "
					     "end",
			       quote);
	*line = s;
	return 0;
}

int
args_split(struct arena *a, const char *line, const char ***ret_argv,
	   int *ret_argc, struct err *e)
{
	OWN(str_free) struct str word = { 0 };
	struct words w = { 0 };

	for (;;) {
		line += strspn(line, " \t");
		if (*line == '\0')
			break;
		str_clear(&word);
		if (take_word(&line, &word, e) != 0)
			return -1;
		words_add(a, &w, arena_strdup(a, str_text(&word)));
	}
	words_give(a, &w, ret_argv, ret_argc);
	return 0;
}

struct parse {
	struct arena *a;
	const struct opt *spec;
	size_t nspec;
	const char *const *argv;
	int argc, at;
	bool *seen; /* per row of spec */
	struct words rest;
	struct err *e;
};

/* "-", "-5" and "-.5" are words. */
static bool
is_option(const char *w)
{
	if (w[0] != '-' || w[1] == '\0')
		return false;
	if (w[1] == '.')
		w++;
	return w[1] < '0' || w[1] > '9';
}

/* The row of the option W ("--name", "--name=value" or "-x"), or NULL. */
static const struct opt *
find(const struct parse *p, const char *w)
{
	size_t n = strcspn(w, "=");

	for (size_t i = 0; i < p->nspec; i++) {
		const struct opt *o = &p->spec[i];

		if (str_starts(w, "--") && n - 2 == strlen(o->name) &&
		    strncmp(w + 2, o->name, n - 2) == 0)
			return o;
		if (o->letter != '\0' && w[0] == '-' && w[1] == o->letter &&
		    w[2] == '\0')
			return o;
	}
	return NULL;
}

static int
unknown(const struct parse *p, const char *w)
{
	const char *name = arena_strndup(p->a, w, strcspn(w, "="));
	struct guess g = { .typed = name + strspn(name, "-") };

	for (size_t i = 0; i < p->nspec; i++)
		guess_offer(&g, p->spec[i].name);
	if (g.word == NULL)
		return err_set(p->e, ERR_USAGE,
			       "unknown option '%s': see 'preshift --help', "
			       "or 'preshift help' and the command", name);
	return err_set(p->e, ERR_USAGE,
		       "unknown option '%s'; did you mean '--%s'?", name,
		       g.word);
}

/* Whether the next word may be the value of O. An optional value is a file's
 * name; one that must be there may begin with "-" unless it is one of ours,
 * for then it was forgotten. */
static bool
value_follows(const struct parse *p, const struct opt *o)
{
	const char *next;

	if (p->at >= p->argc)
		return false;
	next = p->argv[p->at];
	if (str_eq(next, "--"))
		return false;
	return o->optional ? !is_option(next) && strpbrk(next, "./") != NULL :
			     find(p, next) == NULL;
}

static int
take_value(struct parse *p, const struct opt *o, const char *eq,
	   const char **ret)
{
	if (eq != NULL)
		*ret = eq + 1;
	else if (value_follows(p, o))
		*ret = p->argv[p->at++];
	else if (o->optional)
		*ret = "";
	else
		return err_set(p->e, ERR_USAGE, "option '--%s' needs a value",
			       o->name);
	return 0;
}

static int
take_text(struct parse *p, const struct opt *o, const char *value)
{
	bool *seen = &p->seen[o - p->spec];

	if (*seen)
		return err_set(p->e, ERR_USAGE,
			       "option '--%s' is given twice; give it once",
			       o->name);
	*seen = true;
	*o->text = value;
	return 0;
}

static int
take_option(struct parse *p, const struct opt *o, const char *w)
{
	const char *eq = str_starts(w, "--") ? strchr(w, '=') : NULL;
	const char *value = NULL;

	if (o->type == OPT_FLAG && eq != NULL)
		return err_set(p->e, ERR_USAGE,
			       "option '--%s' takes no value", o->name);
	if (o->type == OPT_FLAG) {
		*o->flag = true;
		return 0;
	}
	if (take_value(p, o, eq, &value) != 0)
		return -1;
	if (o->type == OPT_TEXT)
		return take_text(p, o, value);
	ARENA_PUSH(p->a, o->list->v, o->list->n, o->list->cap, value);
	return 0;
}

int
args_parse(struct arena *a, const struct opt *spec, size_t nspec,
	   const char *const *argv, int argc, bool keep_unknown,
	   const char ***ret_rest, int *ret_nrest, struct err *e)
{
	struct parse p = { .a = a, .spec = spec, .nspec = nspec, .argv = argv,
			   .argc = argc, .seen = ARENA_ARRAY(a, bool, nspec),
			   .e = e };

	while (p.at < argc) {
		const char *w = argv[p.at++];
		const struct opt *o;

		if (str_eq(w, "--")) {
			/* who parses the rest must still see where it ends */
			if (keep_unknown)
				words_add(a, &p.rest, w);
			while (p.at < argc)
				words_add(a, &p.rest, argv[p.at++]);
			break;
		}
		o = is_option(w) ? find(&p, w) : NULL;
		if (o != NULL) {
			if (take_option(&p, o, w) != 0)
				return -1;
		} else if (is_option(w) && !keep_unknown) {
			return unknown(&p, w);
		} else {
			words_add(a, &p.rest, w);
		}
	}
	words_give(a, &p.rest, ret_rest, ret_nrest);
	return 0;
}

/* The characters of S, up to DISTANCE_MAX, and how many more there are. */
static size_t
characters(const char *s, uint32_t out[DISTANCE_MAX], size_t *ret_more)
{
	size_t n = 0;

	for (; *s != '\0' && n < DISTANCE_MAX; n++)
		s += utf8_next(s, &out[n]);
	*ret_more = utf8_chars(s);
	return n;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
args_distance(const char *a, const char *b)
{
	/* row I of the table: from the first I of A to the first J of B */
	size_t rows[3][DISTANCE_MAX + 1], more_a, more_b, na, nb, i, j;
	uint32_t x[DISTANCE_MAX], y[DISTANCE_MAX];

	na = characters(a, x, &more_a);
	nb = characters(b, y, &more_b);
	for (j = 0; j <= nb; j++)
		rows[0][j] = j;
	for (i = 1; i <= na; i++) {
		size_t *row = rows[i % 3], *up = rows[(i + 2) % 3];
		const size_t *up2 = rows[(i + 1) % 3];

		row[0] = i;
		for (j = 1; j <= nb; j++) {
			row[j] = least(up[j], row[j - 1]) + 1;
			row[j] = least(row[j],
				       up[j - 1] + (x[i - 1] != y[j - 1]));
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] &&
			    x[i - 2] == y[j - 1])
				row[j] = least(row[j], up2[j - 2] + 1);
		}
	}
	return rows[na % 3][nb] +
	       (more_a > more_b ? more_a - more_b : more_b - more_a);
}

void
guess_offer(struct guess *g, const char *word)
{
	size_t d = args_distance(g->typed, word);

	/* further away it is no slip of the finger */
	if (d > 1 + strlen(g->typed) / 5 ||
	    (g->word != NULL && d >= g->distance))
		return;
	g->word = word;
	g->distance = d;
}
