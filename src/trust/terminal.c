/* The terminal's own key in its file: it signs the state of the log, never a
 * person's record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/note.h"

#include <sodium.h>
#include <string.h>

#include "base/encode.h"

static const char seed_name[] = "\nseed: ";

static char *
print_key(struct arena *a, const char *origin, const struct signer *s)
{
	char seed[HEX_SIZE(32)];
	char *text;

	hex_encode(seed, signer_seed(s), 32);
	text = arena_printf(a, "preshift-terminal/1\norigin: %s\nkey: %s%s%s\n"
			    "end\n", origin,
			    note_vkey(a, origin, signer_public(s)), seed_name,
			    seed);
	sodium_memzero(seed, sizeof(seed));
	return text;
}

const char *
terminal_key_print(struct arena *a, const char *origin,
		   const struct signer *s)
{
	return print_key(a, origin, s);
}

/* The seed of the file; everything else is compared by printing again. */
static bool
read_seed(const char *text, size_t n, uint8_t seed[32])
{
	size_t k = strlen(seed_name);
	const char *p = memmem(text, n, seed_name, k);
	char hex[HEX_SIZE(32)];
	bool ok;

	if (p == NULL || n - (size_t)(p - text) < k + 64)
		return false;
	memcpy(hex, p + k, 64);
	hex[64] = '\0';
	ok = hex_decode(seed, 32, hex);
	sodium_memzero(hex, sizeof(hex));
	return ok;
}

int
terminal_key_parse(const char *text, size_t n, const char *origin,
		   struct signer **ret, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(signer_freep) struct signer *s = NULL;
	char *again = NULL;
	uint8_t seed[32];
	bool same = false;

	if (read_seed(text, n, seed)) {
		s = signer_from_seed(seed);
		again = print_key(&a, origin, s);
		same = strlen(again) == n && memcmp(again, text, n) == 0;
		sodium_memzero(again, strlen(again));
	}
	sodium_memzero(seed, sizeof(seed));
	if (!same)
		return err_set(e, ERR_UNTRUE, "the key of the terminal '%s' "
			       "is damaged or belongs to another terminal: "
			       "put its file 'terminal.key' back as it was",
			       origin);
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}
