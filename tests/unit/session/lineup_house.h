/* A small house for the tests of the lineup: nine people, one commandment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_LINEUP_HOUSE_H
#define PRESHIFT_TESTS_LINEUP_HOUSE_H

#include "fake_io.h"
#include "session/lineup.h"

#define EMPTY_ROOT "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

struct house {
	struct arena a;
	struct clock clock;    /* fixed: 2026-11-21 06:50:00 in Berlin */
	struct fake_keeper keeper;
	struct commandments commandments;
	struct translation german; /* every text is "de: " and its words */
	struct lineup_setup setup; /* form 10; 1-8 staff, 9 the supervisor
				    * 2003; 5 is new and not active yet;
				    * ideas are empty */
};

void house_open(struct house *h);
void house_close(struct house *h);
void house_sha256(uint8_t ret[32], const void *p, size_t n);
/* Runs a lineup over ANSWERS with a fresh io in *F. */
int house_run(struct house *h, struct fake_io *f,
	      const char *const *answers, bool interactive,
	      struct lineup_result *ret, struct err *e);
/* Everything that is recorded, as text. */
const char *house_result(struct house *h, const struct lineup_result *r);

#endif
