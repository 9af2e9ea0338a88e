/* Words of a command line, and options, for argv, the prompt and scripts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_ARGS_H
#define PRESHIFT_BASE_ARGS_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/err.h"

/* Splits LINE at spaces; "…" and '…' keep spaces, \ takes the next character
 * (not inside '…'). An open quote: USAGE. */
int args_split(struct arena *a, const char *line, const char ***ret_argv,
	       int *ret_argc, struct err *e) MUST_CHECK;

enum opt_type { OPT_FLAG, OPT_TEXT, OPT_LIST };

/* One option: --LONG or -SHORT (0: none). OPT_FLAG sets *flag; OPT_TEXT sets
 * *text (given twice: USAGE); OPT_LIST appends to *list. `optional`: an
 * OPT_TEXT's value may be left out (--save [FILE]): then *text is "", and only
 * a word with a dot or a slash in it is taken for one, so that the command's
 * own words are not. */
struct opt {
	const char *name;
	char letter;
	enum opt_type type;
	bool optional;
	bool *flag;
	const char **text;
	struct opt_list *list;
};

struct opt_list {
	const char **v;
	size_t n, cap;
};

/* Takes the options of SPEC (NSPEC rows) out of ARGV; what is left, in order,
 * goes to *ret_rest (NULL-terminated). "--name=value" and "--name value" and
 * "-x value"; "--" ends options; a negative number is no option. An option
 * not in SPEC: USAGE, naming the nearest one, unless KEEP_UNKNOWN, which
 * leaves it in the rest. */
int args_parse(struct arena *a, const struct opt *spec, size_t nspec,
	       const char *const *argv, int argc, bool keep_unknown,
	       const char ***ret_rest, int *ret_nrest, struct err *e)
	MUST_CHECK;

/* Edit distance (Damerau, adjacent swaps count one). */
size_t args_distance(const char *a, const char *b);

/* "Did you mean": the words there are, offered one by one, leave in `word` the
 * one that TYPED is a slip of the finger for, or NULL. */
struct guess {
	const char *typed, *word;
	size_t distance; /* of `word` */
};
void guess_offer(struct guess *, const char *word);

#endif
