/* Results in the format asked, written whole and checked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "out/out.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "out/writers.h"

static const struct format {
	const char *word;
	writer *write;
} formats[] = {
	[OUT_SCREEN] = { "screen", write_screen },
	[OUT_PLAIN] = { "plain", write_plain },
	[OUT_JSON] = { "json", write_json },
	[OUT_CSV] = { "csv", write_csv },
	[OUT_HTML] = { "html", write_html },
};

int
out_format_parse(const char *s, enum out_format *ret, struct err *e)
{
	for (size_t i = 0; i < NELEM(formats); i++) {
		if (str_eq(s, formats[i].word)) {
			*ret = (enum out_format)i;
			return 0;
		}
	}
	return err_set(e, ERR_USAGE,
		       "'%s' is no format: screen, plain, json, csv or html",
		       s);
}

/* Everything at once, so that a full disk is told and not half forgotten. */
static int
put(struct out *o, const char *text, size_t n)
{
	errno = 0;
	if (file_put(o->f, text, n) != 0)
		return -1;
	o->wrote = true;
	return 0;
}

static int
not_written(struct err *e)
{
	return err_set(e, ERR_FAILED, "the result can't be written: %s",
		       err_reason(e, errno != 0 ? errno : EIO));
}

void
out_compose(const struct out *o, const struct result *r, struct str *s)
{
	formats[o->format].write(s, o, r);
}

int
out_result(struct out *o, const struct result *r, struct err *e)
{
	OWN(str_free) struct str s = { 0 };

	out_compose(o, r, &s);
	if (put(o, str_text(&s), s.n) != 0)
		return not_written(e);
	return 0;
}

int
out_text(struct out *o, const char *text, struct err *e)
{
	if (put(o, text, strlen(text)) != 0)
		return not_written(e);
	return 0;
}

int
out_error(struct out *o, const struct err *err)
{
	OWN(str_free) struct str s = { 0 };

	/* A result that is itself the finding (verify) stands alone. */
	if (o->format != OUT_JSON || o->wrote)
		return 0;
	str_add(&s, "{\"format\":1,\"error\":{\"kind\":");
	json_text(&s, err_word(err->kind));
	str_add(&s, ",\"text\":");
	json_text(&s, err->text);
	str_add(&s, "}}\n");
	return put(o, str_text(&s), s.n);
}

void
out_complain(const struct err *err)
{
	if (err->kind == ERR_NONE || err->cancelled)
		return;
	fflush(stdout);
	fprintf(stderr, "preshift: %s\n", err->text);
}

void
out_note(const char *text)
{
	OWN(arena_free) struct arena a = { 0 };

	fflush(stdout);
	fprintf(stderr, "%s\n", utf8_clean(&a, text, true));
}
