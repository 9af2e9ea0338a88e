/* lint: checks content files for their authors.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/args.h"
#include "base/file.h"
#include "base/str.h"
#include "xml/content.h"

/* One file, and what it is a translation of or has translations in. */
struct job {
	struct app *app;
	struct findings f;
	bool quick;
};

static int
load(struct job *j, struct arena *a, const char *path, const char **s,
     size_t *n, struct err *e)
{
	(void)j;
	return file_read(a, path, CONTENT_MAX_BYTES, s, n, e);
}

/* Translations lie beside a document, in a folder for each language. */
static int
lint_translations(struct job *j, struct arena *a, const char *path,
		  const struct document *d, struct err *e)
{
	const char *slash = strrchr(path, '/');
	const char *dir = slash == NULL ? "." :
			  arena_strndup(a, path, (size_t)(slash - path));
	const char *stem = slash == NULL ? path : slash + 1;
	size_t len = strlen(stem) - 4;

	for (size_t i = 0; i < LANGS; i++) {
		const char *file = path_join(a, path_join(a, dir,
							  app_langs[i]),
			arena_printf(a, "%.*s.xlf", (int)len, stem));
		struct translation *t;
		const char *s;
		size_t n;

		if (str_eq(app_langs[i], d->lang) || !file_exists(file))
			continue;
		if (load(j, a, file, &s, &n, e) != 0)
			return -1;
		if (content_translation(a, file, s, n, d, &j->f, &t, e) != 0)
			err_clear(e); /* it is among the findings */
		else
			lint_translation(a, d, t, &j->f);
	}
	return 0;
}

static int
lint_one(struct job *j, struct arena *a, const char *path, struct err *e)
{
	const struct document *doc = NULL;
	struct commandments *c;
	struct handbook *h;
	struct drill *d;
	const char *s;
	size_t n;

	if (load(j, a, path, &s, &n, e) != 0)
		return -1;
	switch (content_kind_of(s, n)) {
	case CONTENT_COMMANDMENTS:
		if (content_commandments(a, path, s, n, &j->f, &c, e) == 0) {
			lint_commandments(a, c, &j->f);
			doc = &c->doc;
		}
		break;
	case CONTENT_HANDBOOK:
		if (content_handbook(a, path, s, n, &j->f, &h, e) == 0)
			doc = &h->doc;
		break;
	case CONTENT_XLIFF:
		return err_set(e, ERR_USAGE, "'%s' is a translation: give the "
			       "document it belongs to", path);
	case CONTENT_DRILL:
	case CONTENT_UNKNOWN:
		/* What is no known document says so as a drill. */
		if (content_drill(a, path, s, n, &j->f, &d, e) == 0) {
			lint_drill(a, d, j->quick, &j->f);
			doc = &d->doc;
		}
		break;
	}
	err_clear(e);
	return doc == NULL ? 0 : lint_translations(j, a, path, doc, e);
}

/* Findings outlive the file's arena. */
static void
keep_findings(struct job *j, struct value *list, struct page *page,
	      size_t *nfiles)
{
	struct arena *a = j->app->a;

	for (size_t i = 0; i < j->f.n; i++) {
		const struct finding *f = &j->f.v[i];
		const char *file = arena_strdup(a, f->file);
		const char *text = arena_strdup(a, f->text);
		bool bad = f->severity == SEV_ERROR;
		struct value *v = value_map(a);

		value_put_text(a, v, "file", file);
		value_put_int(a, v, "line", f->line);
		value_put_int(a, v, "column", f->column);
		value_put_text(a, v, "code", f->code);
		value_put_text(a, v, "severity", bad ? "error" : "warning");
		value_put_text(a, v, "text", text);
		value_add(a, list, v);
		page_para(a, page,
			  arena_printf(a, "%s:%d:%d: %s %s: %s", file,
				       f->line, f->column, f->code,
				       bad ? T(j->app, "error") :
					     T(j->app, "warning"), text));
	}
	++*nfiles;
	j->f.v = NULL; /* it lay in the file's arena */
	j->f.n = j->f.cap = 0;
}

/* The schema that editors of XML want, of PATH's kind of document; without a
 * file, that of drills. */
static int
print_schema(struct app *app, const char *path, struct err *e)
{
	OWN(str_free) struct str s = { 0 };
	enum content_kind kind = CONTENT_DRILL;
	const char *bytes;
	size_t n;

	if (path != NULL) {
		if (file_read(app->a, path, CONTENT_MAX_BYTES, &bytes, &n,
			      e) != 0)
			return -1;
		kind = content_kind_of(bytes, n);
	}
	if (kind == CONTENT_UNKNOWN || kind == CONTENT_XLIFF)
		return err_set(e, ERR_CONTENT, "'%s' is no drill, no handbook "
			       "and no list of commandments", path);
	content_xsd(kind, &s);
	return out_text(&app->out, str_text(&s), e);
}

int
cmd_lint(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct job j = { .app = app, .f = { .m = app->m } };
	bool xsd = false;
	const struct opt spec[] = {
		{ .name = "quick", .type = OPT_FLAG, .flag = &j.quick },
		{ .name = "xsd", .type = OPT_FLAG, .flag = &xsd },
	};
	struct value *d = app_data(app);
	struct value *list = value_table(app->a, "file line column code "
						 "severity text");
	struct page *page = app_page(app, T(app, "CONTENT CHECK"));
	const char **rest;
	size_t nfiles = 0;
	int nrest;

	if (args_parse(app->a, spec, NELEM(spec), argv + 1, argc - 1, false,
		       &rest, &nrest, e) != 0)
		return -1;
	if (xsd && nrest <= 1)
		return print_schema(app, rest[0], e);
	if (xsd)
		return err_set(e, ERR_USAGE, "--xsd takes one file");
	if (nrest == 0)
		return err_set(e, ERR_USAGE, "lint needs a file");
	for (int i = 0; i < nrest; i++) {
		OWN(arena_free) struct arena a = { 0 };

		if (lint_one(&j, &a, rest[i], e) != 0)
			return -1;
		keep_findings(&j, list, page, &nfiles);
	}
	value_put_int(app->a, d, "files", (int64_t)nfiles);
	value_put_int(app->a, d, "errors", (int64_t)j.f.errors);
	value_put_int(app->a, d, "warnings", (int64_t)j.f.warnings);
	value_put(app->a, d, "messages", list);
	page_para(app->a, page,
		  arena_printf(app->a,
			       T(app, "Files: %zu. Errors: %zu. Warnings: "
				      "%zu."), nfiles, j.f.errors,
			       j.f.warnings));
	if (app_result(app, d, list, page, e) != 0)
		return -1;
	if (j.f.errors > 0)
		return err_set(e, ERR_CONTENT, "the content has errors: %zu",
			       j.f.errors);
	return 0;
}
