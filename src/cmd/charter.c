/* The charter sheet: the house's own key, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/charter.h"

#include "base/str.h"
#include "model/code.h"

static int
ask_once(struct app *app, struct signer **ret, struct err *e)
{
	OWN(secret_freep) struct secret *typed = NULL;
	OWN(secret_freep) struct secret *digits = secret_new(64);
	OWN(signer_freep) struct signer *s = NULL;
	char key[PUBKEY_TEXT_SIZE];
	int bad;

	if (io_ask_secret(app->io,
			  T(app, "This needs the charter sheet. Its eight "
				 "groups (not shown): "),
			  &typed, e) != 0)
		return -1;
	bad = code_read(typed->s, CHARTER_GROUPS, digits->s);
	if (bad > 0)
		return err_set(e, ERR_REFUSED, "group %d holds a slip: please "
			       "look at the paper again", bad);
	if (bad < 0)
		return err_set(e, ERR_REFUSED, "the charter sheet has 48 "
			       "digits, in eight groups of six");
	s = signer_from_charter(app->house.id, digits->s);
	pubkey_print(key, signer_public(s));
	if (!str_eq(key, app->house.charter_key))
		return err_set(e, ERR_REFUSED, "this is not the charter sheet "
			       "of this house");
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}

int
app_charter(struct app *app, struct signer **ret, struct err *e)
{
	while (ask_once(app, ret, e) != 0) {
		if (io_again(app->io, app->a, e) != 0)
			return -1;
	}
	return 0;
}
