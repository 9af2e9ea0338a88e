/* Programs of the system (the printer's) as a tool for one job.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_BASE_TOOL_H
#define PRESHIFT_BASE_TOOL_H

#include <stddef.h>
#include "base/err.h"
#include "base/str.h"

/* Runs ARGV (NULL-terminated, looked for in $PATH) in the C locale with IN's N
 * bytes as its input, and waits for its end at most SECONDS, then kills it.
 * What it writes is appended to OUT, at most 64 KiB. FAILED: it is not there,
 * it did not end in time, it ended with another code than 0 (its own last
 * words are in the sentence). */
int tool_run(const char *const *argv, const char *in, size_t n,
	     struct str *out, unsigned seconds, struct err *e) MUST_CHECK;

#endif
