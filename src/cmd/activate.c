/* activate N: code, own passphrase, done; nobody else can do it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stdio.h>
#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/activation.h"
#include "cmd/ownkey.h"
#include "model/code.h"

/* Whether there is a code to use at all, and here, and still. */
static int
check_open(struct app *app, const struct person *p, struct err *e)
{
	int64_t until;

	if (p->state == PERSON_LEFT)
		return err_set(e, ERR_REFUSED, "%s has left the house",
			       p->number);
	if (p->code_key[0] == '\0')
		return err_set(e, ERR_REFUSED,
			       "%s is active already; a lost passphrase needs "
			       "a new code from HR", p->number);
	if (!str_eq(p->code_at, store_terminal(app->store)))
		return err_set(e, ERR_REFUSED,
			       "this code is for terminal '%s', not for this "
			       "one", p->code_at);
	if (date_parse(p->code_until, &until) && app_today(app) > until)
		return err_set(e, ERR_REFUSED,
			       "the code of %s was good until %s: ask HR for "
			       "a new one", p->number, p->code_until);
	return 0;
}

static int
ask_attended(struct app *app, const char *number, const char **ret,
	     struct err *e)
{
	struct person p;
	const char *s;

	for (;;) {
		if (io_ask(app->io, app->a,
			   T(app, "Who stands by (number, - for nobody)? "),
			   "-", &s, e) != 0)
			return -1;
		if (*s == '\0' || str_eq(s, "-")) {
			*ret = NULL;
			return 0;
		}
		*ret = s;
		if (str_eq(s, number))
			err_set(e, ERR_USAGE, "it has to be somebody else, or "
				"-");
		else if (app_person(app, s, &p, e) == 0)
			return 0;
		if (!app->io->interactive)
			return -1;
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

/* The code as a key. A slip of the pen is told by its group; a well-typed
 * code that is not this person's gives another key. */
static int
ask_code(struct app *app, const struct person *p, struct signer **ret,
	 struct err *e)
{
	for (;;) {
		OWN(secret_freep) struct secret *typed = NULL;
		OWN(secret_freep) struct secret *digits = secret_new(64);
		OWN(signer_freep) struct signer *s = NULL;
		char key[PUBKEY_TEXT_SIZE];
		int bad;

		if (io_ask_secret(app->io,
				  T(app, "Code, five groups of six digits "
					 "(not shown): "), &typed, e) != 0)
			return -1;
		bad = code_read(typed->s, CODE_GROUPS, digits->s);
		if (bad == 0) {
			s = signer_from_code(app->house.id, p->number,
					     digits->s);
			pubkey_print(key, signer_public(s));
			if (str_eq(key, p->code_key)) {
				*ret = s;
				s = NULL; /* transferred */
				return 0;
			}
			err_set(e, ERR_REFUSED, "this is not the code of %s: "
				"take the newest slip with this number on "
				"it", p->number);
		} else if (bad < 0) {
			err_set(e, ERR_REFUSED, "a code has 30 digits, in "
				"five groups of six");
		} else {
			err_set(e, ERR_REFUSED, "group %d holds a slip: "
				"please look at the paper again", bad);
		}
		if (!app->io->interactive)
			return -1;
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

static int
show(struct app *app, const struct person *p, const struct signer *own,
     uint64_t leaf, bool logged_in, struct err *e)
{
	struct value *d = app_leaf_data(app, leaf);
	struct page *page = app_page(app, T(app, "FIRST TIME HERE"));
	char *key = arena_alloc(app->a, PUBKEY_TEXT_SIZE);

	pubkey_print(key, signer_public(own));
	value_put_text(app->a, d, "number", p->number);
	value_put_text(app->a, d, "state", "active");
	value_put_text(app->a, d, "key", key);
	page_para(app->a, page,
		  arena_printf(app->a,
			       T(app, "Done, %s: this passphrase is your "
				      "signature from now on. Nobody can look "
				      "it up; if you forget it, HR gives you "
				      "a new code."), p->name));
	if (logged_in)
		page_para(app->a, page, T(app, "You are logged in."));
	return app_result(app, d, NULL, page, e);
}

/* Speaks the newcomer's language from here on. */
static int
activate(struct app *app, const char *number, struct err *e)
{
	OWN(signer_freep) struct signer *code = NULL, *own = NULL;
	OWN(secret_freep) struct secret *pass = NULL;
	bool stays = app->at_prompt && app->io->interactive;
	const char *attended;
	struct appended done;
	struct person p;

	if (app_person(app, number, &p, e) != 0 ||
	    check_open(app, &p, e) != 0)
		return -1;
	if (app->opt.lang == NULL && app_set_lang(app, p.lang, e) != 0)
		return -1;
	if (ask_attended(app, number, &attended, e) != 0 ||
	    ask_code(app, &p, &code, e) != 0 ||
	    ownkey_ask(app, p.name, number, &pass, e) != 0)
		return -1;
	own = signer_random();
	if (ownkey_seal(app, number, own, pass, e) != 0 ||
	    activation_append(app, &p, app->lang, attended, code, own, &done,
			      e) != 0)
		return -1;
	/* Who has just typed code and passphrase need not prove it again. */
	if (stays) {
		snprintf(app->who, sizeof(app->who), "%s", p.number);
		app->role = p.role;
	}
	return show(app, &p, own, done.first, stays, e);
}

int
cmd_activate(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const char *number, *door = app->door_lang;
	struct err none;
	int rc;

	if (app_args(app, NULL, 0, argc, argv, 1, &number, e) != 0)
		return -1;
	if (number == NULL && !app->io->interactive)
		return err_set(e, ERR_USAGE, "whose code is it? 'preshift "
			       "activate NUMBER'");
	if (number == NULL && io_ask(app->io, app->a, T(app, "Your number: "),
				     NULL, &number, e) != 0)
		return -1;
	rc = activate(app, number, e);
	app->door_lang = door;
	err_init(&none, NULL);
	if (rc != 0 && app->at_prompt && app->who[0] == '\0')
		(void)!app_set_lang(app, door, &none);
	return rc;
}
