/* Activation: the code on paper becomes a person's own key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/activation.h"

#include <string.h>

#include "base/str.h"
#include "cmd/ownkey.h"

int
activation_append(struct app *app, const struct person *p, const char *lang,
		  const char *attended, const struct signer *code,
		  const struct signer *own, struct appended *ret,
		  struct err *e)
{
	struct arena *a = app->a;
	char key[PUBKEY_TEXT_SIZE];
	struct leaf_row enrol;
	struct err late;
	struct record *r;
	bool found;

	if (store_leaf(app->store, a, NULL, (uint64_t)p->enrol_index, &enrol,
		       &found, e) != 0)
		return -1;
	if (!found)
		return err_set(e, ERR_UNTRUE, "the enrolment of %s is not in "
			       "this terminal's log", p->number);
	pubkey_print(key, signer_public(own));
	if (app_record(app, REC_ACTIVATE, p->number, &r, e) != 0 ||
	    record_put(a, r, "number", p->number, e) != 0 ||
	    record_put(a, r, "enrol",
		       leaf_ref_print(a, store_terminal(app->store),
				      enrol.index, enrol.hash), e) != 0 ||
	    record_put(a, r, "key", key, e) != 0 ||
	    record_put(a, r, "language", lang, e) != 0 ||
	    record_put(a, r, "attended", attended, e) != 0)
		return -1;

	struct endorsed v = {
		.r = r,
		.sig = { { SIG_CODE, code }, { SIG_KEY, own } },
		.nsig = 2,
	};

	if (app_append(app, &v, 1, NULL, ret, e) != 0)
		return -1;
	/* The first login settles it otherwise. */
	err_init(&late, app->m);
	(void)!ownkey_settle(app, p->number, key, &late);
	return 0;
}
