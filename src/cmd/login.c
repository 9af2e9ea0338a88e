/* login N, logout: rights and a language, never a key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

static bool
is_active(const struct person *p)
{
	return p->state == PERSON_ACTIVE;
}

/* Who cannot log in yet is told why. */
static bool
may_come(const struct person *p)
{
	return p->state != PERSON_LEFT;
}

int
app_hr_warning(struct app *app, const char **ret, struct err *e)
{
	const struct person *waits = NULL;
	struct person *v;
	size_t n, active = 0;
	int64_t until;

	*ret = NULL;
	if (app->who[0] == '\0' || app->role != ROLE_HR)
		return 0;
	if (store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		active += v[i].role == ROLE_HR && is_active(&v[i]);
		if (v[i].role == ROLE_HR && v[i].code_key[0] != '\0')
			waits = &v[i];
	}
	if (active > 1)
		return 0;
	if (waits == NULL || !date_parse(waits->code_until, &until))
		*ret = T(app, "You are the only HR person here. If you forget "
			      "your passphrase, nobody but the charter sheet "
			      "helps: enrol a second one.");
	else
		*ret = arena_printf(app->a,
				    T(app, "You are the only HR person who is "
					   "active. If you forget your "
					   "passphrase, nobody but the charter "
					   "sheet helps: %s still has a code, "
					   "good until %s."),
				    waits->name, app_date_words(app, until));
	return 0;
}

int
cmd_login(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *who;

	if (app_args(app, NULL, 0, argc, argv, 1, &who, e) != 0)
		return -1;
	if (who == NULL && !app->io->interactive)
		return err_set(e, ERR_USAGE, "who logs in? 'login NUMBER'");
	if (app_ask_whom(app, who, NULL, may_come, &who, e) != 0)
		return -1;
	/* At the door the language is the one that was chosen there. */
	if (app->who[0] != '\0')
		app_logout(app, e);
	return app_login(app, who, e);
}

int
cmd_logout(struct app *app, int argc, const char *const *argv, struct err *e)
{
	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0)
		return -1;
	app_logout(app, e);
	return 0;
}
