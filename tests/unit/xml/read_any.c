/* Reads any document of ours and lints it, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read_any.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/file.h"
#include "base/str.h"

const char *
source_path(struct arena *a, const char *rest)
{
	const char *top = getenv("top_srcdir");

	return path_join(a, top == NULL ? "." : top, rest);
}

const struct document *
any_document(const struct any *x)
{
	if (x->drill != NULL)
		return &x->drill->doc;
	if (x->handbook != NULL)
		return &x->handbook->doc;
	return x->commandments == NULL ? NULL : &x->commandments->doc;
}

static void
read_drill(struct arena *a, const char *file, const char *s, size_t n,
	   struct any *x)
{
	x->rc = content_drill(a, file, s, n, &x->f, &x->drill, &x->e);
	if (x->rc == 0)
		lint_drill(a, x->drill, false, &x->f);
}

static void
read_commandments(struct arena *a, const char *file, const char *s, size_t n,
		  struct any *x)
{
	x->rc = content_commandments(a, file, s, n, &x->f, &x->commandments,
				     &x->e);
	if (x->rc == 0)
		lint_commandments(a, x->commandments, &x->f);
}

static void
read_xliff(struct arena *a, const char *file, const char *s, size_t n,
	   const struct document *of, struct any *x)
{
	x->rc = content_translation(a, file, s, n, of, &x->f, &x->translation,
				    &x->e);
	if (x->rc == 0)
		lint_translation(a, of, x->translation, &x->f);
}

struct any
read_bytes(struct arena *a, const char *file, const char *s, size_t n,
	   const struct document *of)
{
	struct any x = { .rc = -1 };

	err_init(&x.e, NULL);
	switch (content_kind_of(s, n)) {
	case CONTENT_COMMANDMENTS:
		read_commandments(a, file, s, n, &x);
		break;
	case CONTENT_HANDBOOK:
		x.rc = content_handbook(a, file, s, n, &x.f, &x.handbook,
					&x.e);
		break;
	case CONTENT_XLIFF:
		assert_non_null(of);
		read_xliff(a, file, s, n, of, &x);
		break;
	case CONTENT_DRILL:
	case CONTENT_UNKNOWN:
		read_drill(a, file, s, n, &x);
		break;
	}
	return x;
}

struct any
read_path(struct arena *a, const char *path, const struct document *of)
{
	const char *s;
	size_t n;
	struct err e;

	err_init(&e, NULL);
	if (file_read(a, path, CONTENT_MAX_BYTES, &s, &n, &e) != 0)
		fail_msg("%s", e.text);
	return read_bytes(a, path, s, n, of);
}

size_t
count_code(const struct any *x, const char *code)
{
	size_t n = 0;

	for (size_t i = 0; i < x->f.n; i++)
		n += code == NULL || str_eq(x->f.v[i].code, code);
	return n;
}

const char *
first_of(struct arena *a, const struct any *x, const char *code)
{
	for (size_t i = 0; i < x->f.n; i++)
		if (str_eq(x->f.v[i].code, code))
			return arena_printf(a, "%d:%d: %s", x->f.v[i].line,
					    x->f.v[i].column, x->f.v[i].text);
	return "";
}

void
show(const struct any *x)
{
	for (size_t i = 0; i < x->f.n && i < 20; i++)
		print_message("# %s:%d:%d: %s %s\n", x->f.v[i].file,
			      x->f.v[i].line, x->f.v[i].column,
			      x->f.v[i].code, x->f.v[i].text);
}
