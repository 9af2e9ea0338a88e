/* Founding a house: folder, keys, charter, first records.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_FOUNDING_H
#define PRESHIFT_CMD_FOUNDING_H

#include "cmd/enrolment.h"

struct founding {
	const char *id, *title, *zone, *languages; /* "en de ru" */
	const char *sheet; /* file for the charter sheet, NULL: shown */
	bool trial;
	struct enrolment hr[2]; /* number and name */
};

struct founded {
	const char *fingerprint; /* of the charter's public key */
	const char *code;        /* of the second HR person */
};

/* Makes the house in app->site, all or nothing: it is built beside and takes
 * its name when everything is in it. Asks the first HR person's passphrase.
 * Afterwards the house is open for writing, if it could be. */
int founding_run(struct app *, const struct founding *, struct founded *ret,
		 struct err *) MUST_CHECK;

/* REFUSED if the charter sheet cannot be written to PATH for something lies
 * there: perhaps the sheet of a founding that was killed. */
int founding_fit_sheet(const char *path, struct err *) MUST_CHECK;

/* Takes away what a house that came to nothing has left in DIR, and DIR unless
 * something else lies there. It must be closed. */
void founding_remove(struct app *, const char *dir);

#endif
