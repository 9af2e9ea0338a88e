/* verify: every record and signature checked again, in plain words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"
#include "cmd/verify.h"

#include <string.h>

#include "base/args.h"
#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"

/* ---- opening ---- */

/* The house at hand, or that of another folder. What keeps a damaged database
 * from being opened is a finding of its own. */
static int
open_store(struct app *app, const char *path, struct store **ret_other,
	   struct store **ret, struct verification *v, struct err *e)
{
	struct finding f = { .code = BAD_DATABASE, .kind = "database" };
	struct err why;
	const char *db;

	err_init(&why, app->m);
	*ret = NULL;
	if (path == NULL) {
		(void)!app_enter_house(app, false, &why);
		*ret = app->store;
	} else {
		db = path_join(app->a, path, "house.db");
		if (!file_exists(db))
			return err_set(e, ERR_FAILED, "there is no house in "
				       "'%s': name a folder that holds a "
				       "'house.db'", path);
		if (store_open(db, false, ret_other, &why) == 0)
			*ret = *ret_other;
	}
	if (*ret != NULL)
		return 0;
	if (why.kind != ERR_UNTRUE) {
		*e = why;
		return -1;
	}
	f.detail = why.text;
	verification_add(app->a, v, &f);
	return 0;
}

/* ---- for machines ---- */

static void
list_findings(struct app *app, struct value *d, const char *key,
	      const struct finding_list *l)
{
	struct value *list = value_put(app->a, d, key, value_list(app->a));

	for (size_t i = 0; i < l->n; i++) {
		const struct finding *f = &l->v[i];
		struct value *m = value_map(app->a);

		if (f->of_leaf)
			value_put_int(app->a, m, "leaf", (int64_t)f->index);
		else
			value_put(app->a, m, "leaf", value_null(app->a));
		if (f->of_leaf && f->until != f->index)
			value_put_int(app->a, m, "until", (int64_t)f->until);
		value_put_text(app->a, m, "kind", f->kind);
		value_put_text(app->a, m, "why", finding_word(f->code));
		value_put_text(app->a, m, "terminal", f->terminal);
		value_put_text(app->a, m, "number", f->number);
		if (f->detail != NULL)
			value_put_text(app->a, m, "detail", f->detail);
		value_add(app->a, list, m);
	}
}

static struct value *
result_data(struct app *app, const struct verification *v)
{
	char *root = arena_alloc(app->a, BASE64_SIZE(32));
	struct value *d = app_data(app);
	struct arena *a = app->a;

	base64_encode(root, v->root, sizeof(v->root));
	value_put_int(a, d, "leaves", (int64_t)v->leaves);
	value_put_int(a, d, "signatures", (int64_t)v->signatures);
	value_put_int(a, d, "rehashed", 0);
	value_put_int(a, d, "erased", (int64_t)v->erased);
	value_put_int(a, d, "withheld", (int64_t)v->withheld);
	value_put_int(a, d, "unknown", (int64_t)v->unknown);
	list_findings(app, d, "bad", &v->bad);
	list_findings(app, d, "marked", &v->marked);
	value_put_int(a, d, "size", (int64_t)v->size);
	value_put_text(a, d, "root", root);
	value_put_bool(a, d, "ok", v->bad.n == 0);
	value_put_int(a, d, "resting", (int64_t)v->resting);
	value_put_int(a, d, "more_bad", (int64_t)v->bad.more);
	value_put_int(a, d, "more_marked", (int64_t)v->marked.more);
	value_put_text(a, d, "house", v->house);
	value_put_text(a, d, "terminal", v->terminal);
	value_put_text(a, d, "fingerprint", v->fingerprint);
	return d;
}

/* ---- both ---- */

/* Names only decorate: without them the numbers stand. */
static void
prepare(struct showing *s, struct store *store)
{
	struct app *app = s->app;
	struct err ignored;

	err_init(&ignored, NULL);
	if (store == NULL || store_people(store, app->a, &s->people,
					  &s->npeople, &ignored) != 0)
		s->npeople = 0;
	if (s->v->zone == NULL ||
	    zone_open(app->a, s->v->zone, &s->zone, &ignored) != 0)
		s->zone = NULL;
}

static int
show(const struct showing *s, const struct page *page, struct err *e)
{
	const struct verification *v = s->v;
	struct app *app = s->app;

	if (app_result(app, result_data(app, v), NULL, page, e) != 0)
		return -1;
	/* At the prompt the page says it, and has keys for what to do. */
	if (v->bad.n == 0 || app->shown != NULL)
		return 0;
	return err_set(e, ERR_UNTRUE,
		       "what should hold does not: faults in '%s': %llu",
		       s->folder,
		       (unsigned long long)(v->bad.n + v->bad.more));
}

/* ---- the command ---- */

/* 64 hex digits, however they are grouped: "3f2a 90c1 …". */
static int
read_fingerprint(struct app *app, const char *s, const char **ret,
		 struct err *e)
{
	char *out = arena_alloc(app->a, 66);
	const char *given = s;
	size_t n = 0;

	for (; *s != '\0' && n <= 64; s++) {
		char c = *s >= 'A' && *s <= 'F' ? (char)(*s - 'A' + 'a') : *s;

		if (c == ' ' || c == ':')
			continue;
		if (strchr("0123456789abcdef", c) == NULL)
			break;
		out[n++] = c;
	}
	if (n == 64 && *s == '\0') {
		*ret = out;
		return 0;
	}
	return err_set(e, ERR_USAGE,
		       "'%s' is no fingerprint: 64 digits 0-9 a-f, as on the "
		       "charter sheet", given);
}

/* What only HR may do, and to the house at hand alone. */
static int
for_hr(struct app *app, const char *option, const char *path, struct err *e)
{
	if (path != NULL)
		return err_set(e, ERR_USAGE, "'%s' is for the house itself: "
			       "leave '%s' out", option, path);
	return cmd_meet(app, option, NEED_WRITE | NEED_SESSION | ANY_HISTORY,
			ROLE_BIT(ROLE_HR), e);
}

int
cmd_verify(struct app *app, int argc, const char *const *argv, struct err *e)
{
	bool vouch = false, details = false, copy = false;
	const char *charter = NULL, *path;
	const struct opt spec[] = {
		{ .name = "charter", .type = OPT_TEXT, .text = &charter },
		{ .name = "vouch", .type = OPT_FLAG, .flag = &vouch },
		{ .name = "copy", .type = OPT_FLAG, .flag = &copy },
		{ .name = "details", .type = OPT_FLAG, .flag = &details },
	};
	OWN(store_closep) struct store *other = NULL;
	struct verification v = { .leaves = 0 };
	struct showing s = { .app = app, .v = &v };
	struct store *store = NULL;

	if (app_args(app, spec, NELEM(spec), argc, argv, 1, &path, e) != 0)
		return -1;
	if (charter != NULL &&
	    read_fingerprint(app, charter, &charter, e) != 0)
		return -1;
	if ((vouch && for_hr(app, "verify --vouch", path, e) != 0) ||
	    (copy && for_hr(app, "verify --copy", path, e) != 0))
		return -1;
	if (copy)
		return verify_copy(app, e);
	if (open_store(app, path, &other, &store, &v, e) != 0)
		return -1;
	s.own = path == NULL;
	s.folder = path != NULL ? path : app->site;
	s.charter = charter != NULL;
	if (store != NULL &&
	    verification_run(app->a, store, s.folder, charter, &v, e) != 0)
		return -1;
	prepare(&s, store);
	if (vouch && v.bad.n == 0)
		return verify_vouch(&s, result_data(app, &v), e);
	return show(&s, details ? verify_details(&s) : verify_page(&s), e);
}
