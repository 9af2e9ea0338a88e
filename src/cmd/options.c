/* The options that may stand before or after any command.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/options.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"

int
options_before_verb(int argc, const char *const *argv)
{
	int n = 0;

	while (n < argc && !str_eq(argv[n], "enrol") &&
	       !str_eq(argv[n], "edit"))
		n++;
	return n;
}

/* SPEC's options out of ARGV, the last of them (--lang) only before the verb
 * that has one of its own. */
static int
take(struct app *app, const struct opt *spec, size_t n, int argc,
     const char *const *argv, const char ***ret_rest, int *ret_nrest,
     struct err *e)
{
	const char **rest, **front, **none;
	int nrest, verb, nfront, nnone;

	if (args_parse(app->life, spec, n - 1, argv, argc, true, &rest, &nrest,
		       e) != 0)
		return -1;
	verb = options_before_verb(nrest, rest);
	if (args_parse(app->life, spec + n - 1, 1, rest, verb, true, &front,
		       &nfront, e) != 0)
		return -1;
	/* What is still an option where the command should be is unknown. */
	if (nfront > 0 && args_parse(app->life, spec, n, front, 1, false,
				     &none, &nnone, e) != 0)
		return -1;
	*ret_rest = ARENA_ARRAY(app->life, const char *, (size_t)nrest + 1);
	memcpy(*ret_rest, front, (size_t)nfront * sizeof(*front));
	memcpy(*ret_rest + nfront, rest + verb,
	       (size_t)(nrest - verb) * sizeof(*rest));
	*ret_nrest = nfront + nrest - verb;
	/* "--" before the command has done its work. */
	if (*ret_nrest > 0 && str_eq((*ret_rest)[0], "--")) {
		++*ret_rest;
		--*ret_nrest;
	}
	return 0;
}

#define TEXT(n, l, f) \
	{ .name = n, .letter = l, .type = OPT_TEXT, .text = &o->f }
#define FLAG(n, l, f) \
	{ .name = n, .letter = l, .type = OPT_FLAG, .flag = &o->f }
#define OF_A_LINE(o) \
	TEXT("format", 'o', format), FLAG("excel", 0, excel), \
	{ .name = "save", .type = OPT_TEXT, .optional = true, \
	  .text = &(o)->save }, \
	FLAG("print", 0, print), TEXT("seed", 0, seed), \
	FLAG("yes", 0, yes), FLAG("help", 'h', help)

int
options_take(struct app *app, int argc, const char *const *argv,
	     const char ***ret_rest, int *ret_nrest, struct err *e)
{
	struct app_options *o = &app->opt;
	const struct opt spec[] = {
		TEXT("site", 's', site), TEXT("as", 'u', as),
		TEXT("file", 'f', file), TEXT("now", 0, now),
		TEXT("passphrase-fd", 0, passphrase_fd),
		FLAG("linear", 0, linear), FLAG("version", 0, version),
		OF_A_LINE(o),
		TEXT("lang", 'l', lang),
	};

	return take(app, spec, NELEM(spec), argc, argv, ret_rest, ret_nrest,
		    e);
}

int
options_of_line(struct app *app, int argc, const char *const *argv,
		const char ***ret_rest, int *ret_nrest, struct err *e)
{
	struct app_options *o = &app->opt;
	const char *before = o->format, *lang = NULL;
	const struct opt spec[] = {
		OF_A_LINE(o),
		{ .name = "lang", .letter = 'l', .type = OPT_TEXT,
		  .text = &lang },
	};

	if (take(app, spec, NELEM(spec), argc, argv, ret_rest, ret_nrest,
		 e) != 0)
		return -1;
	if (lang != NULL && app_set_lang(app, lang, e) != 0)
		return -1;
	o->lang = lang != NULL ? lang : o->lang;
	return o->format == before && !o->excel ? 0 :
	       options_format(app, app->ui != NULL, e);
}

int
options_format(struct app *app, bool terminal, struct err *e)
{
	const struct app_options *o = &app->opt;

	app->out.format = terminal ? OUT_SCREEN : OUT_PLAIN;
	app->out.excel = o->excel;
	app->out.linear = o->linear;
	if (o->format != NULL &&
	    out_format_parse(o->format, &app->out.format, e) != 0)
		return -1;
	/* "for Excel" says which format. */
	if (o->excel && o->format == NULL)
		app->out.format = OUT_CSV;
	return 0;
}
