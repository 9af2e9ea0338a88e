/* A result as it comes out, for the tests of out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_TESTS_UNIT_OUT_PRINTED_H
#define PRESHIFT_TESTS_UNIT_OUT_PRINTED_H

#include <stdlib.h>
#include "out/out.h"

/* Text in A of R written as O says; O's stream is replaced. */
static inline const char *
printed(struct arena *a, struct out *o, const struct result *r)
{
	struct err e;
	char *mem = NULL;
	size_t n = 0;
	const char *text;
	int rc;

	err_init(&e, NULL);
	o->f = open_memstream(&mem, &n);
	if (o->f == NULL)
		abort();
	rc = out_result(o, r, &e);
	fclose(o->f);
	o->f = NULL;
	text = rc == 0 ? arena_strndup(a, mem, n) : NULL;
	free(mem);
	return text;
}

#endif
