/* Translations: XLIFF 1.2 (OASIS, 2008). Translators' programs add elements
 * and attributes of their own; what we do not need is passed over.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml/content.h"

#include <string.h>

#include "base/str.h"
#include "xml/documents.h"

enum { ROOT, FILE_, HEADER, BODY, GROUP, UNIT, SOURCE, TARGET, MRK, G, NOTE,
       ALT, SEG, CONTEXT, COUNTS, PROPS, BINARY, TOOL };

/* The translation while it is read. */
struct units {
	struct translation *tr;
	const struct document *d;
	struct idmap ids; /* text id → place; made when order fails us */
	unsigned *lines;
	bool *is_stale;
	size_t next;      /* the text that comes next if order is kept */
	size_t now;       /* the text of this unit, SIZE_MAX: none */
	bool has_source, unready;
	const char *target;
};

/* Units come nearly always in the order of the texts: then no hash is
 * needed. */
static size_t
find_text(struct reader *r, struct units *u, const char *id)
{
	const struct document *d = u->d;
	size_t i;

	if (u->next < d->ntexts && str_eq(d->texts[u->next]->id, id))
		return u->next++;
	if (u->ids.cap == 0)
		for (i = 0; i < d->ntexts; i++)
			idmap_put(r->a, &u->ids, d->texts[i]->id, i);
	if (!idmap_get(&u->ids, id, strlen(id), &i))
		return SIZE_MAX;
	u->next = i + 1;
	return i;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* The folder the file lies in, if it looks like a language. */
static const char *
folder_lang(struct arena *a, const char *path)
{
	const char *end = strrchr(path, '/'), *p = end;
	size_t n;

	if (end == NULL)
		return NULL;
	while (p > path && p[-1] != '/')
		p--;
	n = (size_t)(end - p);
	if (n != 2 || p[0] < 'a' || p[0] > 'z' || p[1] < 'a' || p[1] > 'z')
		return NULL;
	return arena_strndup(a, p, n);
}

static void
start_file(struct reader *r, const struct attr *v)
{
	struct units *u = r->model;
	size_t tag = reader_top(r)->tag;
	const char *lang = folder_lang(r->a, r->rep.file);

	u->tr->lang = v[2].s;
	if (u->d->path != NULL &&
	    !str_eq(base_name(v[0].s), base_name(u->d->path)))
		report(&r->rep, place_of_attr(r, tag, "original"), "T009",
		       N_("this is a translation of '%s', not of '%s'"),
		       base_name(v[0].s), base_name(u->d->path));
	if (lang != NULL && !str_eq(lang, v[2].s))
		report(&r->rep, place_of_attr(r, tag, "target-language"),
		       "T008",
		       N_("the translation says its language is '%s', but it lies in the folder '%s'"),
		       v[2].s, lang);
}

static void
start_unit(struct reader *r, const struct attr *v)
{
	struct units *u = r->model;
	const struct frame *f = reader_top(r);

	u->has_source = u->unready = false;
	u->target = NULL;
	u->now = find_text(r, u, v[0].s);
	if (u->now == SIZE_MAX) {
		report(&r->rep, place_of_attr(r, f->tag, "id"), "T001",
		       N_("the document has no text '%s'; the unit is passed over"),
		       v[0].s);
		return;
	}
	if (u->lines[u->now] != 0) {
		report(&r->rep, place_of_attr(r, f->tag, "id"), "T005",
		       N_("the unit '%s' stands already in line %u"), v[0].s,
		       u->lines[u->now]);
		u->now = SIZE_MAX;
		return;
	}
	u->lines[u->now] = f->line;
}

/* `new` and `needs-translation` hold no translation yet (XLIFF 1.2, state). */
static void
start_target(struct reader *r, const struct attr *v)
{
	struct units *u = r->model;

	u->unready = v[0].s != NULL && (str_eq(v[0].s, "new") ||
					str_eq(v[0].s, "needs-translation"));
}

static void
end_source(struct reader *r)
{
	struct units *u = r->model;
	size_t n = fold_space(r->text, r->ntext);
	const char *s;

	u->has_source = true;
	if (u->now == SIZE_MAX)
		return;
	s = u->d->texts[u->now]->s;
	u->is_stale[u->now] = strlen(s) != n || memcmp(s, r->text, n) != 0;
}

static void
end_target(struct reader *r)
{
	struct units *u = r->model;
	size_t n = fold_space(r->text, r->ntext);
	const char *s;
	bool changed;

	if (u->now == SIZE_MAX || u->unready || n == 0)
		return;
	s = clean_text(r->a, r->text, n, &changed);
	if (s == NULL)
		report(&r->rep, place_of(r, reader_top(r)->tag), "D016",
		       N_("the text '%s' has control or format characters: type it anew"),
		       u->d->texts[u->now]->id);
	else if (changed)
		report(&r->rep, place_of(r, reader_top(r)->tag), "D017",
		       N_("the text '%s' is not in Unicode normal form C; it is read as if it were"),
		       u->d->texts[u->now]->id);
	u->target = s;
}

static void
end_unit(struct reader *r)
{
	struct units *u = r->model;

	if (u->now == SIZE_MAX)
		return;
	if (!u->has_source)
		report(&r->rep, place_of(r, reader_top(r)->tag), "T010",
		       N_("the unit '%s' has no source, so nobody can see whether it is still right"),
		       u->d->texts[u->now]->id);
	else if (u->target != NULL && !u->is_stale[u->now])
		u->tr->targets[u->now] = u->target;
	else if (u->target != NULL)
		u->tr->old[u->now] = u->target;
	else
		u->is_stale[u->now] = false;
}

static const struct attr_spec no_attrs[] = { { 0 } };
static const struct attr_spec root_attrs[] = {
	{ .name = "version", .type = AT_WORD, .required = true,
	  .words = "1.2" },
	{ 0 } };
static const struct attr_spec file_attrs[] = {
	{ .name = "original", .type = AT_TEXT, .required = true },
	{ .name = "source-language", .type = AT_LANG, .required = true },
	{ .name = "target-language", .type = AT_LANG, .required = true },
	{ 0 } };
static const struct attr_spec unit_attrs[] = {
	{ .name = "id", .type = AT_REF, .required = true }, { 0 } };
static const struct attr_spec target_attrs[] = {
	{ .name = "state", .type = AT_TEXT }, { 0 } };

#define PASS_OVER(word, in)                                                   \
	{ .name = (word), .parents = (in), .attrs = no_attrs,                 \
	  .flags = ELEM_SKIP, .occurs = '*' }

static const struct elem_spec rows[] = {
	[ROOT] = { .name = "xliff", .attrs = root_attrs, .flags = ELEM_LOOSE },
	[FILE_] = { .name = "file", .parents = IN(ROOT), .attrs = file_attrs,
		    .flags = ELEM_LOOSE, .occurs = '1', .start = start_file },
	[HEADER] = PASS_OVER("header", IN(FILE_)),
	[BODY] = { .name = "body", .parents = IN(FILE_), .attrs = no_attrs,
		   .flags = ELEM_LOOSE, .occurs = '1' },
	[GROUP] = { .name = "group", .parents = IN(BODY) | IN(GROUP),
		    .attrs = no_attrs, .flags = ELEM_LOOSE, .occurs = '*' },
	[UNIT] = { .name = "trans-unit", .parents = IN(BODY) | IN(GROUP),
		   .attrs = unit_attrs, .flags = ELEM_LOOSE, .occurs = '*',
		   .start = start_unit, .end = end_unit },
	[SOURCE] = { .name = "source", .parents = IN(UNIT), .attrs = no_attrs,
		     .flags = ELEM_LOOSE | ELEM_RAW, .occurs = '?',
		     .end = end_source },
	[TARGET] = { .name = "target", .parents = IN(UNIT),
		     .attrs = target_attrs, .flags = ELEM_LOOSE | ELEM_RAW,
		     .occurs = '?', .start = start_target,
		     .end = end_target },
	[MRK] = { .name = "mrk",
		  .parents = IN(SOURCE) | IN(TARGET) | IN(MRK) | IN(G),
		  .attrs = no_attrs, .flags = ELEM_LOOSE | ELEM_INLINE,
		  .occurs = '*' },
	[G] = { .name = "g",
		.parents = IN(SOURCE) | IN(TARGET) | IN(MRK) | IN(G),
		.attrs = no_attrs, .flags = ELEM_LOOSE | ELEM_INLINE,
		.occurs = '*' },
	[NOTE] = PASS_OVER("note", IN(UNIT) | IN(GROUP) | IN(FILE_)),
	[ALT] = PASS_OVER("alt-trans", IN(UNIT)),
	[SEG] = PASS_OVER("seg-source", IN(UNIT)),
	[CONTEXT] = PASS_OVER("context-group", IN(UNIT) | IN(GROUP)),
	[COUNTS] = PASS_OVER("count-group", IN(UNIT) | IN(GROUP)),
	[PROPS] = PASS_OVER("prop-group", IN(UNIT) | IN(GROUP)),
	[BINARY] = PASS_OVER("bin-unit", IN(BODY) | IN(GROUP)),
	[TOOL] = PASS_OVER("tool", IN(FILE_)),
};

const struct doc_spec doc_xliff = {
	CONTENT_XLIFF, "urn:oasis:names:tc:xliff:document:1.2", rows,
	NELEM(rows), true };

static void
count_units(struct units *u)
{
	for (size_t i = 0; i < u->d->ntexts; i++) {
		if (u->tr->targets[i] != NULL)
			continue;
		if (u->is_stale[i])
			u->tr->stale++;
		else
			u->tr->missing++;
	}
}

int
content_translation(struct arena *a, const char *file, const char *s,
		    size_t n, const struct document *d, struct findings *f,
		    struct translation **ret, struct err *e)
{
	OWN(reader_free) struct reader *r = reader_new(a, file, s, n, f);
	struct translation *tr = ARENA_NEW(a, struct translation);
	struct units u = { .tr = tr, .d = d };
	struct document none = { 0 };

	tr->path = r->rep.file;
	tr->n = d->ntexts;
	tr->targets = ARENA_ARRAY(a, const char *, d->ntexts);
	tr->old = ARENA_ARRAY(a, const char *, d->ntexts);
	tr->lines = u.lines = ARENA_ARRAY(a, unsigned, d->ntexts);
	tr->is_stale = u.is_stale = ARENA_ARRAY(a, bool, d->ntexts);
	r->model = &u;
	reader_run(r, &doc_xliff, &none);
	if (r->rep.errors > 0)
		return report_fail(&r->rep, e);
	count_units(&u);
	*ret = tr;
	return 0;
}
