/* Keys sealed at rest, preshift-key/1: Argon2id (RFC 9106) makes a key from
 * the passphrase, XChaCha20-Poly1305 seals the seed with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/key.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>
#include <sys/mman.h>

#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"

enum {
	SEED = 32, SALT = crypto_pwhash_argon2id_SALTBYTES,
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	BOX = SEED + crypto_aead_xchacha20poly1305_ietf_ABYTES,
	SEALED_MAX = 4096,
};

static const struct seal_cost house_costs[] = {
	{ 256, 3 }, { 128, 3 }, { 64, 3 },
};
static const struct seal_cost trial_cost = { 8, 1 };

/* The lines of the file. `text` is the whole, `ad` how much comes before the
 * line `box`. */
struct sealed {
	const char *house, *number, *key;
	struct seal_cost cost;
	uint8_t salt[SALT], nonce[NONCE], box[BOX];
};

static bool
cost_allowed(struct seal_cost c, int trial)
{
	for (size_t i = 0; i < NELEM(house_costs); i++) {
		if (c.mib == house_costs[i].mib &&
		    c.passes == house_costs[i].passes)
			return true;
	}
	return trial && c.mib == trial_cost.mib &&
	       c.passes == trial_cost.passes;
}

/* The memory the system would give away without swapping, in MiB; a system
 * that does not say has enough. */
static uint64_t
mib_available(void)
{
	OWN(arena_free) struct arena a = { 0 };
	static const char word[] = "\nMemAvailable:";
	const char *s, *p;
	struct err e;
	uint64_t kib;
	size_t n;

	err_init(&e, NULL);
	if (file_read(&a, "/proc/meminfo", 65536, &s, &n, &e) != 0)
		return UINT64_MAX;
	p = strstr(s, word);
	if (p == NULL)
		return UINT64_MAX;
	p += strlen(word);
	p += strspn(p, " ");
	if (!str_u64(arena_strndup(&a, p, strcspn(p, " ")), UINT64_MAX, &kib))
		return UINT64_MAX;
	return kib / 1024;
}

/* Whether MIB may be used: within the process's limits, and there. */
static bool
can_have(unsigned mib)
{
	size_t n = (size_t)mib * 1024 * 1024;
	void *p = mmap(NULL, n, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return false;
	munmap(p, n);
	return mib_available() >= mib;
}

int
seal_cost_measure(int trial, struct seal_cost *ret, struct err *e)
{
	if (trial) {
		*ret = trial_cost;
		return 0;
	}
	for (size_t i = 0; i < NELEM(house_costs); i++) {
		if (can_have(house_costs[i].mib)) {
			*ret = house_costs[i];
			return 0;
		}
	}
	return err_set(e, ERR_FAILED, "there is too little memory to protect "
		       "a key: %u MiB are needed, close other programs",
		       house_costs[NELEM(house_costs) - 1].mib);
}

/* The file's text; *ret_ad is how many bytes stand before the line `box`. */
static const char *
print_sealed(struct arena *a, const struct sealed *k, size_t *ret_ad)
{
	char salt[HEX_SIZE(SALT)], nonce[HEX_SIZE(NONCE)];
	char box[BASE64_SIZE(BOX)];
	const char *head;

	hex_encode(salt, k->salt, SALT);
	hex_encode(nonce, k->nonce, NONCE);
	base64_encode(box, k->box, BOX);
	head = arena_printf(a,
			    "preshift-key/1\nhouse: %s\nnumber: %s\nkey: %s\n"
			    "kdf: argon2id %u %u\nsalt: %s\nnonce: %s\n",
			    k->house, k->number, k->key, k->cost.mib,
			    k->cost.passes, salt, nonce);
	*ret_ad = strlen(head);
	return arena_printf(a, "%sbox: %s\nend\n", head, box);
}

/* The key that seals. -1: not enough memory. */
static int
derive(uint8_t ret[32], const struct secret *passphrase,
       const struct sealed *k)
{
	return crypto_pwhash(ret, 32, passphrase->s, passphrase->n, k->salt,
			     k->cost.passes,
			     (size_t)k->cost.mib * 1024 * 1024,
			     crypto_pwhash_ALG_ARGON2ID13);
}

static int
no_memory(const struct sealed *k, struct err *e)
{
	return err_set(e, ERR_FAILED, "there is too little memory for the "
		       "passphrase: %u MiB are needed, close other programs "
		       "and try again (this try is not counted)", k->cost.mib);
}

static uint8_t *
new_key(void)
{
	uint8_t *k = sodium_malloc(32);

	if (k == NULL)
		own_no_memory();
	return k;
}

static void
own_key(uint8_t **k)
{
	sodium_free(*k); /* wipes; NULL is fine */
}

int
key_seal(struct arena *a, const char *house, const char *number,
	 const struct signer *s, const struct secret *passphrase,
	 struct seal_cost cost, const char **ret_text, struct err *e)
{
	OWN(own_key) uint8_t *key = new_key();
	struct sealed k = { .house = house, .number = number, .cost = cost };
	char pub[PUBKEY_TEXT_SIZE];
	const char *text;
	size_t ad;

	if (!cost_allowed(cost, 1))
		return err_set(e, ERR_USAGE, "%u MiB and %u passes are not "
			       "how keys are sealed", cost.mib, cost.passes);
	pubkey_print(pub, signer_public(s));
	k.key = pub;
	trust_random(k.salt, SALT);
	trust_random(k.nonce, NONCE);
	if (derive(key, passphrase, &k) != 0)
		return no_memory(&k, e);
	text = print_sealed(a, &k, &ad);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		k.box, NULL, signer_seed(s), SEED, (const uint8_t *)text, ad,
		NULL, k.nonce, key);
	*ret_text = print_sealed(a, &k, &ad);
	return 0;
}

/* ---- opening ---- */

/* The value of the line that begins with NAME at *P, copied; *P behind it.
 * NULL if the line is another. */
static const char *
take_line(struct arena *a, const char **p, const char *name)
{
	size_t k = strlen(name), n;
	const char *value = *p + k;

	if (!str_starts(*p, name))
		return NULL;
	n = strcspn(value, "\n");
	*p = value + n + (value[n] == '\n');
	return arena_strndup(a, value, n);
}

/* "argon2id MIB PASSES" */
static bool
read_cost(struct arena *a, const char *s, struct seal_cost *ret)
{
	static const char word[] = "argon2id ";
	const char *sp;
	uint64_t mib, passes;

	if (!str_starts(s, word))
		return false;
	s += strlen(word);
	sp = strchr(s, ' ');
	if (sp == NULL || !str_u64(sp + 1, 1000, &passes) ||
	    !str_u64(arena_strndup(a, s, (size_t)(sp - s)), 65536, &mib))
		return false;
	*ret = (struct seal_cost){ (unsigned)mib, (unsigned)passes };
	return true;
}

static bool
read_lines(struct arena *a, const char *text, struct sealed *k)
{
	const char *first = take_line(a, &text, "preshift-key/1");
	const char *kdf, *salt, *nonce, *box;

	k->house = take_line(a, &text, "house: ");
	k->number = take_line(a, &text, "number: ");
	k->key = take_line(a, &text, "key: ");
	kdf = take_line(a, &text, "kdf: ");
	salt = take_line(a, &text, "salt: ");
	nonce = take_line(a, &text, "nonce: ");
	box = take_line(a, &text, "box: ");
	if (first == NULL || k->house == NULL || k->number == NULL ||
	    k->key == NULL || kdf == NULL || salt == NULL || nonce == NULL ||
	    box == NULL)
		return false;
	return read_cost(a, kdf, &k->cost) &&
	       hex_decode(k->salt, SALT, salt) &&
	       hex_decode(k->nonce, NONCE, nonce) &&
	       base64_decode(k->box, BOX, box, strlen(box));
}

/* Only the text we would print is read. */
static int
read_sealed(struct arena *a, const char *text, size_t n, struct sealed *k,
	    size_t *ret_ad, struct err *e)
{
	const char *copy, *again = NULL;
	size_t ad = 0;

	if (n <= SEALED_MAX && memchr(text, '\0', n) == NULL) {
		copy = arena_strndup(a, text, n);
		if (read_lines(a, copy, k))
			again = print_sealed(a, k, &ad);
	}
	if (again == NULL || strlen(again) != n ||
	    memcmp(again, text, n) != 0)
		return err_set(e, ERR_UNTRUE, "the file of this key is "
			       "damaged: take it from a backup, or HR gives a "
			       "new code");
	*ret_ad = ad;
	return 0;
}

static int
check_owner(const struct sealed *k, const char *house, const char *number,
	    int trial, struct err *e)
{
	if (!str_eq(k->house, house) || !str_eq(k->number, number))
		return err_set(e, ERR_UNTRUE, "this sealed key belongs to "
			       "'%s' of '%s', not to '%s' of '%s'", k->number,
			       k->house, number, house);
	if (!cost_allowed(k->cost, trial))
		return err_set(e, ERR_UNTRUE, "the key of '%s' is sealed "
			       "with %u MiB and %u passes, which this house "
			       "does not allow: reset the person", number,
			       k->cost.mib, k->cost.passes);
	return 0;
}

/* The seed's own public key must be the one the file names. */
static int
open_box(const struct sealed *k, const struct pubkey *stated,
	 const char *text, size_t ad, const uint8_t *key, enum unseal *ret,
	 struct signer **ret_s, struct err *e)
{
	OWN(own_key) uint8_t *seed = new_key();
	struct signer *s;

	if (crypto_aead_xchacha20poly1305_ietf_decrypt(
		    seed, NULL, NULL, k->box, BOX, (const uint8_t *)text, ad,
		    k->nonce, key) != 0) {
		*ret = UNSEAL_WRONG;
		return 0;
	}
	s = signer_from_seed(seed);
	if (!pubkey_equal(signer_public(s), stated)) {
		signer_free(s);
		return err_set(e, ERR_UNTRUE, "the sealed key of '%s' holds "
			       "another key than it says: reset the person",
			       k->number);
	}
	*ret = UNSEAL_OK;
	*ret_s = s;
	return 0;
}

/* All that can be told without the passphrase. */
static int
open_file(struct arena *a, const char *text, size_t n, const char *house,
	  const char *number, int trial, struct sealed *k, size_t *ret_ad,
	  struct pubkey *ret, struct err *e)
{
	if (read_sealed(a, text, n, k, ret_ad, e) != 0 ||
	    check_owner(k, house, number, trial, e) != 0)
		return -1;
	return pubkey_parse(k->key, ret, e);
}

int
key_sealed_public(const char *text, size_t n, const char *house,
		  const char *number, int trial, struct pubkey *ret,
		  struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	struct sealed k = { 0 };
	size_t ad;

	return open_file(&a, text, n, house, number, trial, &k, &ad, ret, e);
}

int
key_unseal(const char *text, size_t n, const char *house, const char *number,
	   const struct secret *passphrase, int trial, enum unseal *ret,
	   struct signer **ret_s, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(own_key) uint8_t *key = NULL;
	struct sealed k = { 0 };
	struct pubkey stated;
	size_t ad = 0;

	if (open_file(&a, text, n, house, number, trial, &k, &ad, &stated,
		      e) != 0)
		return -1;
	key = new_key();
	if (derive(key, passphrase, &k) != 0)
		return no_memory(&k, e);
	return open_box(&k, &stated, text, ad, key, ret, ret_s, e);
}
