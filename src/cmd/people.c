/* people: everybody on the list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static const char *
state_words(struct app *app, const struct person *p)
{
	switch (p->state) {
	case PERSON_ENROLLED:
		return p->activated != 0 ? T(app, "has a new code") :
					   T(app, "not here yet");
	case PERSON_ACTIVE:
		return T(app, "active");
	case PERSON_LEFT:
		return T(app, "left");
	case PERSON_REVOKED:
		return T(app, "key misused");
	}
	return "";
}

const char *
app_role_words(struct app *app, enum role r)
{
	switch (r) {
	case ROLE_STAFF:
		return T(app, "staff");
	case ROLE_SUPERVISOR:
		return T(app, "supervisor");
	case ROLE_HR:
		return T(app, "HR");
	case ROLE_COUNCIL:
		return T(app, "works council");
	}
	return "";
}

const char *
app_lang_words(struct app *app, const char *lang)
{
	static const char *const names[LANGS] = { N_("English"), N_("German"),
						  N_("Russian") };
	size_t i = app_lang_index(lang);

	return i < LANGS ? T(app, names[i]) : lang;
}

static struct value *
person_data(struct app *app, const struct person *p)
{
	struct value *v = value_map(app->a);

	value_put_text(app->a, v, "number", p->number);
	value_put_text(app->a, v, "name", p->name);
	value_put_text(app->a, v, "role", role_word(p->role));
	value_put_text(app->a, v, "team", p->team);
	value_put_text(app->a, v, "contract", p->contract);
	value_put_text(app->a, v, "language", p->lang);
	value_put_text(app->a, v, "coach",
		       str_eq(p->coach, "-") ? NULL : p->coach);
	value_put_text(app->a, v, "state", person_state_word(p->state));
	value_put_text(app->a, v, "key", *p->key != '\0' ? p->key : NULL);
	return v;
}

struct line {
	const char *key;
	struct person p;
};

static int
by_name(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int d = strcmp(x->key, y->key);

	return d != 0 ? d : strcmp(x->p.number, y->p.number);
}

/* In the order of names as people look for them; erased ones come last. */
static int
sorted_people(struct app *app, struct line **ret, size_t *ret_n,
	      struct err *e)
{
	struct person *v;
	struct line *lines;
	size_t n;

	if (store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	lines = ARENA_ARRAY(app->a, struct line, n);
	for (size_t i = 0; i < n; i++) {
		lines[i].p = v[i];
		lines[i].key = app_name_key(app, v[i].name);
	}
	if (n > 1)
		qsort(lines, n, sizeof(*lines), by_name);
	*ret = lines;
	*ret_n = n;
	return 0;
}

/* "12 people: active 9, not here yet 2, left 1." */
static const char *
counts(struct app *app, const struct line *v, size_t n)
{
	OWN(str_free) struct str s = { 0 };
	const char *words[PERSON_REVOKED + 2];
	size_t count[NELEM(words)] = { 0 }, known = 0, k;

	for (size_t i = 0; i < n; i++) {
		const char *w = state_words(app, &v[i].p);

		for (k = 0; k < known && words[k] != w; k++)
			;
		if (k == known)
			words[known++] = w;
		count[k]++;
	}
	for (k = 0; k < known; k++)
		str_printf(&s, "%s%s %zu", k > 0 ? ", " : "", words[k],
			   count[k]);
	return arena_printf(app->a,
			    messages_nget(app->m, "%lu person: %s.",
					  "%lu people: %s.", n),
			    (unsigned long)n, str_text(&s));
}

/* Below the list: a number opens a person, who may enrols somebody new. */
static const char *
keys_of(struct app *app)
{
	if (app->role != ROLE_HR)
		return T(app, "a number opens a person");
	app_follow(app, "n", "enrol");
	return arena_printf(app->a, "%s   %s",
			    T(app, "a number opens a person"),
			    T(app, "n somebody new"));
}

int
cmd_people(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct page *page = app_page(app, T(app, "PEOPLE"));
	struct value *d = app_data(app), *list;
	const char *head[] = { "", T(app, "No."), T(app, "Name"),
			       T(app, "Role"), T(app, "Team"),
			       T(app, "Language"), T(app, "State") };
	/* Numbers to press are for those who can press them. */
	size_t from = app->shown == NULL, n;
	struct line *v;

	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0)
		return -1;
	if (sorted_people(app, &v, &n, e) != 0)
		return -1;
	list = value_put(app->a, d, "people",
			 value_table(app->a, "number name role team contract "
					     "language coach state key"));
	page_para(app->a, page, counts(app, v, n));
	page_head(app->a, page, NELEM(head) - from, head + from);
	for (size_t i = 0; i < n; i++) {
		const struct person *p = &v[i].p;
		const char *row[] = {
			arena_printf(app->a, "%zu", i + 1), p->number,
			app_list_name(app, p->name),
			app_role_words(app, p->role),
			str_eq(p->team, "-") ? "" :
				app_team_words(app, p->team),
			app_lang_words(app, p->lang),
			state_words(app, p),
		};

		value_add(app->a, list, person_data(app, p));
		page_row(app->a, page, NELEM(row) - from, row + from);
		app_follow(app, row[0], arena_printf(app->a, "person %s",
						     p->number));
	}
	page->keys = keys_of(app);
	return app_result(app, d, list, page, e);
}
