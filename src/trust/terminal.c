/* The terminal's own key in its file: it signs the state of the log, never a
 * person's record.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/note.h"

#include <sodium.h>
#include <string.h>

#include "base/encode.h"

static const char seed_name[] = "\nseed: ";
static const char last_line[] = "\nend\n";

enum { SEED_HEX = 64 };

struct secret *
terminal_key_print(const char *origin, const struct signer *s)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *head = arena_printf(&a,
					"preshift-terminal/1\norigin: %s\n"
					"key: %s%s", origin,
					note_vkey(&a, origin,
						  signer_public(s)),
					seed_name);
	size_t n = strlen(head);
	struct secret *text = secret_new(n + SEED_HEX + strlen(last_line));

	secret_set(text, head, n);
	hex_encode(text->s + n, signer_seed(s), 32);
	memcpy(text->s + n + SEED_HEX, last_line, sizeof(last_line));
	text->n = text->cap;
	return text;
}

/* The seed of the file; everything else is compared by printing again. */
static bool
read_seed(const struct secret *text, uint8_t seed[32])
{
	size_t k = strlen(seed_name);
	const char *p = memmem(text->s, text->n, seed_name, k);
	char hex[HEX_SIZE(32)];
	bool ok;

	if (p == NULL || text->n - (size_t)(p - text->s) < k + SEED_HEX)
		return false;
	memcpy(hex, p + k, SEED_HEX);
	hex[SEED_HEX] = '\0';
	ok = hex_decode(seed, 32, hex);
	sodium_memzero(hex, sizeof(hex));
	return ok;
}

int
terminal_key_parse(const struct secret *text, const char *origin,
		   struct signer **ret, struct err *e)
{
	OWN(signer_freep) struct signer *s = NULL;
	OWN(secret_freep) struct secret *again = NULL;
	uint8_t seed[32];

	if (read_seed(text, seed)) {
		s = signer_from_seed(seed);
		again = terminal_key_print(origin, s);
	}
	sodium_memzero(seed, sizeof(seed));
	if (again == NULL || again->n != text->n ||
	    memcmp(again->s, text->s, text->n) != 0)
		return err_set(e, ERR_UNTRUE, "the key of the terminal '%s' "
			       "is damaged or belongs to another terminal: "
			       "put its file 'terminal.key' back as it was",
			       origin);
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}
