/* The one answer to running out of memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/own.h"

#include <stdlib.h>
#include <unistd.h>

void
own_no_memory(void)
{
	static const char text[] = "preshift: out of memory\n";
	ssize_t n = write(STDERR_FILENO, text, sizeof(text) - 1);

	(void)n; /* nothing more can be done */
	abort();
}
