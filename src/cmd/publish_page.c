/* handbook publish: what is shown before it is signed, and after.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/publishing.h"

#include "base/str.h"

bool
publish_differs(const struct composed *c, const char *id)
{
	return c->before != NULL &&
	       !edition_section_same(edition_section(c->before, id),
				     edition_section(&c->parsed, id));
}

/* "24 people are to sign it by Saturday 5 December 2026." */
static const char *
asked_words(struct app *app, const struct publishing *w)
{
	return arena_printf(app->a,
			    messages_nget(app->m,
					  "%lu person is to read it and sign "
					  "by %s.",
					  "%lu people are to read it and sign "
					  "by %s.", w->people),
			    (unsigned long)w->people,
			    app_date_words(app, w->day + (int64_t)w->days));
}

static const char *
add_title(struct app *app, const char *list, const struct edition_section *s)
{
	return arena_printf(app->a, "%s%s%s %s", list,
			    *list != '\0' ? ", " : "", s->id, s->title);
}

/* Which sections of a language say something else, those gone among them. */
static const char *
changes_of(struct app *app, const struct composed *c)
{
	const char *list = "";

	if (c->before == NULL)
		return T(app, "all of it is new");
	for (size_t i = 0; i < c->parsed.nsections; i++)
		if (publish_differs(c, c->parsed.sections[i].id))
			list = add_title(app, list, &c->parsed.sections[i]);
	for (size_t i = 0; i < c->before->nsections; i++)
		if (edition_section(&c->parsed, c->before->sections[i].id) ==
		    NULL)
			list = add_title(app, list, &c->before->sections[i]);
	return *list != '\0' ? list :
	       T(app, "no part to be signed again");
}

/* Whoever types a passphrase has seen what for. */
int
publish_confirm(struct app *app, const struct publishing *w,
		unsigned edition, const struct composed *v, size_t n,
		struct err *e)
{
	const struct io_option o[] = {
		{ .word = "publish", .label = T(app, "publish it") },
		{ .word = "stop", .label = T(app, "stop here") },
	};
	struct page *p = app_page(app,
				  arena_printf(app->a,
					       T(app, "PUBLISH THE HANDBOOK   "
						      "edition %u"), edition));
	size_t answer;

	if (app->opt.yes || !app->io->interactive)
		return 0;
	page_para(app->a, p, T(app, "This has changed:"));
	for (size_t i = 0; i < n; i++)
		page_field(app->a, p, app_lang_words(app, v[i].lang),
			   changes_of(app, &v[i]));
	page_field(app->a, p, T(app, "From"), app_date_words(app, w->day));
	page_field(app->a, p, T(app, "Days to sign"),
		   arena_printf(app->a, "%llu", (unsigned long long)w->days));
	page_gap(app->a, p);
	page_para(app->a, p, w->people > 0 ? asked_words(app, w) :
		  w->material ?
		  T(app, "Nobody has to sign again: no must-read part has "
			 "changed.") :
		  T(app, "Nobody is asked to sign again, once a second "
			 "person vouches for it."));
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Your choice"), o, NELEM(o), NELEM(o),
		      &answer, e) != 0)
		return -1;
	return answer == 0 ? 0 : err_cancel(e);
}

int
publish_show(struct app *app, const struct publishing *w, unsigned edition,
	     const struct composed *v, size_t n, uint64_t leaf, struct err *e)
{
	struct value *d = app_leaf_data(app, leaf), *texts;
	struct page *p = app_page(app, T(app, "EDITION PUBLISHED"));

	value_put_int(app->a, d, "edition", edition);
	value_put_text(app->a, d, "change",
		       w->material ? "material" : "editorial");
	texts = value_put(app->a, d, "texts", value_list(app->a));
	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Edition %u is published as number "
				      "%llu."), edition,
			       (unsigned long long)leaf));
	for (size_t i = 0; i < n; i++) {
		struct value *t = value_map(app->a);

		value_put_text(app->a, t, "language", v[i].lang);
		value_put_int(app->a, t, "bytes", (int64_t)v[i].n);
		value_put_text(app->a, t, "sha256", v[i].sha);
		value_add(app->a, texts, t);
		page_field(app->a, p, app_lang_words(app, v[i].lang),
			   changes_of(app, &v[i]));
	}
	if (w->people > 0) {
		page_gap(app->a, p);
		page_para(app->a, p, asked_words(app, w));
		page_para(app->a, p,
			  T(app, "Who begins later has the same number of days "
				 "from their first day on."));
	}
	if (!w->material && w->second == NULL)
		page_para(app->a, p,
			  T(app, "Until a second person vouches for it, it "
				 "counts as a material change."));
	return app_result(app, d, NULL, p, e);
}
