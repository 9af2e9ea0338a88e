/* The same targets for libFuzzer; which one, $PRESHIFT_FUZZ says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz.h"

#include <stdint.h>
#include <string.h>

/* libFuzzer's own names (LLVM, "libFuzzer", Fuzz target). */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	char *s = malloc(n + 1);

	PROMISE(s != NULL);
	memcpy(s, data, n);
	s[n] = '\0';
	fuzz_target_find(getenv("PRESHIFT_FUZZ"))->run(&a, s, n);
	free(s);
	return 0;
}
