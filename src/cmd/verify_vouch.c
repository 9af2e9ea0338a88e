/* verify --vouch: an HR person signs that everything was checked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/verify.h"

#include "base/encode.h"

static int
audit_record(struct app *app, const struct verification *v,
	     struct record **ret, struct err *e)
{
	char root[BASE64_SIZE(32)];
	const struct { const char *field; uint64_t n; } counts[] = {
		{ "size", v->size },
		{ "signatures", v->signatures },
		{ "bad", v->bad.n + v->bad.more },
		{ "marked", v->marked.n + v->marked.more },
	};

	base64_encode(root, v->root, sizeof(v->root));
	if (app_record(app, REC_AUDIT, app->who, ret, e) != 0 ||
	    record_put(app->a, *ret, "root", root, e) != 0)
		return -1;
	for (size_t i = 0; i < NELEM(counts); i++)
		if (record_put(app->a, *ret, counts[i].field,
			       arena_printf(app->a, "%llu",
					    (unsigned long long)counts[i].n),
			       e) != 0)
			return -1;
	return 0;
}

static int
sign_audit(const struct showing *s, uint64_t *ret, struct err *e)
{
	OWN(signer_freep) struct signer *key = NULL;
	const struct verification *v = s->v;
	struct page *shown = verify_page(s);
	struct app *app = s->app;
	struct endorsed signing = { .nsig = 1 };
	struct appended done;
	struct record *r;

	shown->keys = NULL; /* the passphrase is asked here */
	if (io_tell(app->io, shown, e) != 0 ||
	    app_unseal(app, app->who, NULL, &key, e) != 0 ||
	    audit_record(app, v, &r, e) != 0)
		return -1;
	signing.r = r;
	signing.sig[0].slot = SIG_HR;
	signing.sig[0].key = key;
	if (app_append(app, &signing, 1, NULL, &done, e) != 0)
		return -1;
	*ret = done.first;
	return 0;
}

int
verify_vouch(const struct showing *s, struct value *d, struct err *e)
{
	struct app *app = s->app;
	struct page *p = app_page(app, T(app, "SIGNED"));
	const char *said;
	uint64_t leaf;

	if (sign_audit(s, &leaf, e) != 0)
		return -1;
	said = arena_printf(app->a, T(app,
		"Signed as number %llu: %llu records were checked, nothing is "
		"wrong."), (unsigned long long)leaf,
		(unsigned long long)s->v->leaves);
	if (app->shown != NULL)
		return io_say(app->io, said, e);
	value_put_int(app->a, d, "leaf", (int64_t)leaf);
	page_para(app->a, p, said);
	return app_result(app, d, NULL, p, e);
}
