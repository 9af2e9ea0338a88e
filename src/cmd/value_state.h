/* The handbook's values as they stand in the house.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_VALUE_STATE_H
#define PRESHIFT_CMD_VALUE_STATE_H

#include "cmd/app.h"

/* What all of them need. */
struct values {
	struct app_standards st;
	struct value_source now;
	struct edition_row edition; /* the newest, if any */
	bool any;
};

/* One value as it stands. */
struct value_state {
	const struct handbook_value *v;
	const char *name;  /* in the language of now */
	const char *value; /* that counts */
	const char *told;  /* by the newest edition; NULL: none */
	struct value_use *uses;
	size_t nuses;
	const char *seen;  /* the log when this was read */
};

int values_read(struct app *, struct values *ret, struct err *) MUST_CHECK;
/* All but `seen`. */
int value_look_at(struct app *, const struct values *,
		  const struct handbook_value *, struct value_state *ret,
		  struct err *) MUST_CHECK;
/* The setting that changes it. */
const char *value_setting(struct app *, const char *id);
bool value_is_dflt(const struct value_state *);
/* Whether the newest edition tells another one. */
bool value_waits(const struct value_state *);
/* VALUE in the language of now; the present one, marked if it is the default;
 * the sections it stands in: "H5, H9". */
const char *value_in_words(struct app *, const struct value_state *,
			   const char *value);
const char *value_marked(struct app *, const struct value_state *);
const char *value_sections(struct app *, const struct value_state *);
void value_put_state(struct app *, const struct value_state *,
		     struct value *d);

#endif
