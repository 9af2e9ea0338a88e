/* Changes of settings and values (cmd/changing.h): signed, recorded, told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/changing.h"
#include "cmd/charter.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { CHANGES_SHOWN = 5, TYPED_COLS = 40 };

int
changing_seen(struct app *app, const char **ret, struct err *e)
{
	struct log_head h;

	if (store_head(app->store, &h, e) != 0)
		return -1;
	*ret = head_print(app->a, h.size, h.root);
	return 0;
}

int
changing_confirm(struct app *app, struct page *p, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "sign", .label = T(app, "Sign it") },
		{ .word = "back", .label = T(app, "Back: nothing changes"),
		  .key = "0" },
	};
	size_t i;

	if (app->opt.yes || !app->io->interactive)
		return 0;
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Your choice"), o, NELEM(o), NELEM(o),
		      &i, e) != 0)
		return -1;
	return i == 0 ? 0 : err_cancel(e);
}

/* ---- the records ---- */

static int
setting_record(struct app *app, const struct change *c, const char *seen,
	       struct record **ret, struct err *e)
{
	return app_record_after(app, REC_SETTING, app->who, seen, ret, e) ||
	       record_put(app->a, *ret, "name", c->name, e) ||
	       record_put(app->a, *ret, "value", c->value, e) ? -1 : 0;
}

/* What a house is stays as it was, but for the one field. */
static int
house_record(struct app *app, const struct change *c, const char *seen,
	     struct record **ret, struct err *e)
{
	const struct house *h = &app->house;
	bool title = str_eq(c->name, SETTING_TITLE);
	struct arena *a = app->a;

	return app_record_after(app, REC_HOUSE, NULL, seen, ret, e) ||
	       record_put(a, *ret, "id", h->id, e) ||
	       record_put(a, *ret, "title", title ? c->value : h->title, e) ||
	       record_put(a, *ret, "zone", h->zone, e) ||
	       record_put(a, *ret, "languages",
			  title ? h->languages : c->value, e) ||
	       record_put(a, *ret, "charter-key", h->charter_key, e) ||
	       record_put(a, *ret, "trial", h->trial ? "yes" : "no", e) ?
		       -1 : 0;
}

/* Whether it was changed after SEEN: then the error says so. */
static bool
overtaken(struct app *app, const struct change *c,
	  const struct change_seen *seen, struct err *e)
{
	const struct change_words *words = seen->words;
	struct setting_row *v;
	uint8_t root[32];
	struct person by;
	struct err none;
	uint64_t size;
	size_t n;

	err_init(&none, app->m);
	if (!head_parse(seen->log, strlen(seen->log), &size, root) ||
	    store_setting_rows(app->store, app->a, c->name, &v, &n,
			       &none) != 0 || n == 0 ||
	    v->index < size ||
	    !str_eq(v->terminal, store_terminal(app->store)))
		return false;
	if (v->by == NULL || app_person(app, v->by, &by, &none) != 0)
		by.name = T(app, "the charter sheet");
	err_clear(e);
	err_set(e, ERR_REFUSED, "nothing is recorded: %s changed it meanwhile, "
		"and it is now '%s'. Look at it again", by.name,
		words->say(words->ctx, v->value));
	return true;
}

static int
append(struct app *app, const struct change *v, size_t n,
       const struct change_seen *seen, uint64_t *ret_first, struct err *e)
{
	bool house = str_starts(v->name, "house.");
	OWN(signer_freep) struct signer *s = NULL;
	struct endorsed *en = ARENA_ARRAY(app->a, struct endorsed, n);
	struct appended done;
	struct record *r;

	if (house ? app_charter(app, &s, e) != 0 :
		    app_unseal(app, app->who, NULL, &s, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if ((house ? house_record(app, &v[i], seen->log, &r, e) :
			     setting_record(app, &v[i], seen->log, &r,
					    e)) != 0)
			return -1;
		en[i] = (struct endorsed){
			.r = r, .nsig = 1,
			.sig = { { house ? SIG_CHARTER : SIG_HR, s } },
		};
	}
	if (app_append(app, en, n, NULL, &done, e) != 0) {
		for (size_t i = 0; e->kind == ERR_REFUSED && i < n; i++)
			if (overtaken(app, &v[i], seen, e))
				break;
		return -1;
	}
	*ret_first = done.first;
	return house ? store_house(app->store, app->life, &app->house, e) : 0;
}

int
changing_record(struct app *app, const struct change *v, size_t n,
		const struct change_seen *seen, const char **ret_news,
		struct value **ret_d, struct err *e)
{
	const struct change_words *words = seen->words;
	uint64_t first;

	if (append(app, v, n, seen, &first, e) != 0) {
		if (app->shown == NULL || e->kind != ERR_REFUSED ||
		    e->cancelled)
			return -1;
		*ret_news = utf8_capital(app->a, arena_strdup(app->a, e->text));
		*ret_d = app_data(app);
		err_clear(e);
		return 0;
	}
	*ret_news = arena_printf(app->a, T(app, "Recorded as number %llu: "
						"from '%s' to '%s'."),
				 (unsigned long long)first, seen->said,
				 words->say(words->ctx, v->value));
	*ret_d = app_leaf_data(app, first);
	value_put_text(app->a, *ret_d, "from", seen->from);
	return 0;
}

/* ---- told ---- */

static const char *
when_words(struct app *app, int64_t at)
{
	return arena_printf(app->a, "%s, %s",
			    app_date_short(app, app_day_of(app, at)),
			    app_time_words(app, at));
}

static const char *
who_words(struct app *app, const char *number)
{
	struct person p;
	struct err none;

	if (number == NULL)
		return T(app, "the charter sheet");
	err_init(&none, app->m);
	if (app_person(app, number, &p, &none) != 0 || *p.name == '\0')
		return number;
	return arena_printf(app->a, "%s (%s)", p.name, number);
}

static void
put_change(struct app *app, const struct setting_row *r, struct value *list)
{
	struct value *c = value_map(app->a);
	char *at = arena_alloc(app->a, UTC_SIZE);

	utc_print(at, r->at);
	value_put_text(app->a, c, "at", at);
	value_put_text(app->a, c, "by", r->by);
	value_put_text(app->a, c, "value", r->value);
	value_put_int(app->a, c, "leaf", (int64_t)r->index);
	value_put_text(app->a, c, "terminal", r->terminal);
	value_add(app->a, list, c);
}

int
changing_history(struct app *app, const char *name,
		 const struct change_words *words, struct page *p,
		 struct value *d, struct err *e)
{
	const char *head[] = { T(app, "When"), T(app, "Who"),
			       T(app, "Value") };
	struct value *list;
	struct setting_row *v;
	size_t n;

	if (store_setting_rows(app->store, app->a, name, &v, &n, e) != 0)
		return -1;
	list = value_put(app->a, d, "changes", value_list(app->a));
	page_gap(app->a, p);
	if (n == 0) {
		page_para(app->a, p, T(app, "Nobody has changed it yet."));
		return 0;
	}
	page_para(app->a, p, T(app, "Last changed:"));
	page_head(app->a, p, NELEM(head), head);
	for (size_t i = 0; i < n && i < CHANGES_SHOWN; i++) {
		const char *row[] = {
			when_words(app, v[i].at), who_words(app, v[i].by),
			words->say(words->ctx, v[i].value),
		};

		put_change(app, &v[i], list);
		page_row(app->a, p, NELEM(row), row);
	}
	return 0;
}

void
changing_key(struct app *app, struct change_keys *k, const char *label,
	     const char *line)
{
	const char *key;

	if (!app_has_keys(app))
		return;
	key = arena_printf(app->a, "%u", ++k->n);
	page_item(app->a, k->p, key, label);
	app_follow(app, key, line);
}

const char *
changing_typed(struct app *app, const char *typed)
{
	return utf8_short(app->a, utf8_clean(app->a, typed, false),
			  TYPED_COLS);
}

const char *
changing_joined(struct app *app, const char *const *words)
{
	const char *s = *words;

	while (s != NULL && *++words != NULL)
		s = arena_printf(app->a, "%s %s", s, *words);
	return s;
}
