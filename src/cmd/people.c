/* people: everybody on the list.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

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

int
cmd_people(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct page *page = app_page(app, T(app, "PEOPLE"));
	struct value *d = app_data(app), *list;
	const char *head[] = { T(app, "No."), T(app, "Name"), T(app, "Role"),
			       T(app, "Team"), T(app, "Language"),
			       T(app, "State") };
	struct person *v;
	size_t n;

	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0)
		return -1;
	if (store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	list = value_put(app->a, d, "people",
			 value_table(app->a, "number name role team contract "
					     "language coach state key"));
	page_para(app->a, page,
		  arena_printf(app->a,
			       messages_nget(app->m, "%lu person.",
					     "%lu people.", n),
			       (unsigned long)n));
	page_head(app->a, page, NELEM(head), head);
	for (size_t i = 0; i < n; i++) {
		const char *row[] = {
			v[i].number,
			*v[i].name != '\0' ? v[i].name : T(app, "(erased)"),
			app_role_words(app, v[i].role),
			str_eq(v[i].team, "-") ? "" : v[i].team, v[i].lang,
			state_words(app, &v[i]),
		};

		value_add(app->a, list, person_data(app, &v[i]));
		page_row(app->a, page, NELEM(row), row);
	}
	return app_result(app, d, list, page, e);
}
