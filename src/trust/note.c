/* Signed notes, checkpoints and cosignatures of C2SP (signed-note,
 * tlog-checkpoint, tlog-cosignature), read strictly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "trust/note.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include "base/encode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "trust/hash.h"

/* Signature types of C2SP signed-note. */
enum sig_type { NOTE_ED25519 = 0x01, NOTE_COSIGNATURE = 0x04 };

enum {
	NOTE_MAX = 65536, SIGS_MAX = 64,
	KEY_ID = 4, SIG = 64, STAMP = 8,
	RAW_MIN = KEY_ID + 1, RAW_MAX = 8192,
};

static const char dash[] = "\xe2\x80\x94 "; /* U+2014 and a space */

static bool
is_name(const char *s)
{
	return *s != '\0' && strpbrk(s, " +\n") == NULL &&
	       utf8_valid(s, strlen(s)) &&
	       utf8_printable(s, strlen(s), false);
}

/* ---- verifier keys ---- */

/* The first four bytes of SHA-256(NAME LF type key). */
static void
key_id(uint8_t ret[KEY_ID], const char *name, enum sig_type type,
       const struct pubkey *k)
{
	const uint8_t sep[2] = { '\n', (uint8_t)type };
	crypto_hash_sha256_state st;
	uint8_t h[32];

	crypto_hash_sha256_init(&st);
	crypto_hash_sha256_update(&st, (const uint8_t *)name, strlen(name));
	crypto_hash_sha256_update(&st, sep, sizeof(sep));
	crypto_hash_sha256_update(&st, k->pk, sizeof(k->pk));
	crypto_hash_sha256_final(&st, h);
	memcpy(ret, h, KEY_ID);
}

static char *
print_vkey(struct arena *a, const char *name, enum sig_type type,
	   const struct pubkey *k)
{
	uint8_t id[KEY_ID], raw[33] = { (uint8_t)type };
	char hex[HEX_SIZE(KEY_ID)], key[BASE64_SIZE(33)];

	key_id(id, name, type, k);
	memcpy(raw + 1, k->pk, sizeof(k->pk));
	hex_encode(hex, id, sizeof(id));
	base64_encode(key, raw, sizeof(raw));
	return arena_printf(a, "%s+%s+%s", name, hex, key);
}

char *
note_vkey(struct arena *a, const char *name, const struct pubkey *k)
{
	return print_vkey(a, name, NOTE_ED25519, k);
}

char *
cosigner_vkey(struct arena *a, const char *name, const struct pubkey *k)
{
	return print_vkey(a, name, NOTE_COSIGNATURE, k);
}

int
note_vkey_parse(struct arena *a, const char *vkey, const char **ret_name,
		struct pubkey *ret_k, struct err *e)
{
	const char *plus = strchr(vkey, '+'), *key = NULL;
	const char *name;
	uint8_t raw[33];
	struct pubkey k;

	if (plus != NULL)
		key = strchr(plus + 1, '+');
	if (key == NULL ||
	    !base64_decode(raw, sizeof(raw), key + 1, strlen(key + 1)))
		return err_set(e, ERR_UNTRUE, "'%s' is not the key of a "
			       "terminal", vkey);
	name = arena_strndup(a, vkey, (size_t)(plus - vkey));
	memcpy(k.pk, raw + 1, sizeof(k.pk));
	if (!is_name(name) || !str_eq(note_vkey(a, name, &k), vkey))
		return err_set(e, ERR_UNTRUE, "'%s' is not the key of a "
			       "terminal: its parts do not belong together",
			       vkey);
	if (crypto_core_ed25519_is_valid_point(k.pk) != 1)
		return err_set(e, ERR_UNTRUE, "'%s' is a public key that "
			       "protects nothing: make a new key", vkey);
	*ret_name = name;
	*ret_k = k;
	return 0;
}

/* ---- notes ---- */

struct note_sig {
	const char *name;
	const uint8_t *raw; /* key id, then the type's bytes */
	size_t n;
};

struct note {
	const char *text; /* with its last LF */
	size_t ntext;
	struct note_sig sig[SIGS_MAX];
	size_t nsigs;
};

/* The bytes of a canonical base64 text of any length; NULL if it is none. */
static const uint8_t *
decode_any(struct arena *a, const char *s, size_t len, size_t *ret_n)
{
	size_t n = len / 4 * 3;
	uint8_t *raw;

	if (len == 0 || len % 4 != 0)
		return NULL;
	n -= (size_t)(s[len - 1] == '=') + (size_t)(s[len - 2] == '=');
	if (n < RAW_MIN || n > RAW_MAX)
		return NULL;
	raw = arena_alloc(a, n);
	if (!base64_decode(raw, n, s, len))
		return NULL;
	*ret_n = n;
	return raw;
}

/* "— NAME BASE64", N bytes without LF. */
static bool
read_sig(struct arena *a, const char *line, size_t n, struct note_sig *ret)
{
	size_t k = strlen(dash);
	const char *sp;

	if (n < k || memcmp(line, dash, k) != 0)
		return false;
	line += k;
	n -= k;
	sp = memchr(line, ' ', n);
	if (sp == NULL)
		return false;
	k = (size_t)(sp - line);
	ret->name = arena_strndup(a, line, k);
	ret->raw = decode_any(a, sp + 1, n - k - 1, &ret->n);
	return is_name(ret->name) && ret->raw != NULL;
}

static bool
read_sigs(struct arena *a, const char *s, const char *end, struct note *o)
{
	while (s < end) {
		const char *lf = memchr(s, '\n', (size_t)(end - s));

		if (lf == NULL || o->nsigs == SIGS_MAX ||
		    !read_sig(a, s, (size_t)(lf - s), &o->sig[o->nsigs]))
			return false;
		o->nsigs++;
		s = lf + 1;
	}
	return o->nsigs > 0;
}

/* Splits at the last empty line: text, then signature lines. */
static bool
read_note(struct arena *a, const char *note, size_t n, struct note *o)
{
	size_t i;

	if (n > NOTE_MAX || !utf8_valid(note, n) ||
	    !utf8_printable(note, n, true))
		return false;
	for (i = n; i >= 2; i--) {
		if (note[i - 1] == '\n' && note[i - 2] == '\n')
			break;
	}
	if (i < 2)
		return false;
	o->text = note;
	o->ntext = i - 1;
	o->nsigs = 0;
	return read_sigs(a, note + i, note + n, o);
}

/* "cosignature/v1", the time, then the note's text. */
static const char *
cosigned_text(struct arena *a, const struct note *o, uint64_t time)
{
	return arena_printf(a, "cosignature/v1\ntime %" PRIu64 "\n%s", time,
			    arena_strndup(a, o->text, o->ntext));
}

static uint64_t
stamp_of(const struct note_sig *g)
{
	uint64_t t = 0;

	for (size_t i = 0; i < STAMP; i++)
		t = t << 8 | g->raw[KEY_ID + i];
	return t;
}

static bool
sig_holds(struct arena *a, const struct note *o, const struct note_sig *g,
	  enum sig_type type, const struct pubkey *k)
{
	const char *text = o->text;
	size_t skip = KEY_ID, n = o->ntext;

	if (type == NOTE_COSIGNATURE) {
		skip += STAMP;
		if (g->n != skip + SIG)
			return false;
		text = cosigned_text(a, o, stamp_of(g));
		n = strlen(text);
	}
	return g->n == skip + SIG &&
	       crypto_sign_verify_detached(g->raw + skip,
					   (const uint8_t *)text, n,
					   k->pk) == 0;
}

/* C2SP signed-note: lines of unknown keys are ignored; a known key's
 * signature that fails, or stands there twice, spoils the note. */
static int
find_sig(struct arena *a, const struct note *o, const char *name,
	 enum sig_type type, const struct pubkey *k,
	 const struct note_sig **ret, struct err *e)
{
	const struct note_sig *found = NULL;
	uint8_t id[KEY_ID];

	key_id(id, name, type, k);
	for (size_t i = 0; i < o->nsigs; i++) {
		const struct note_sig *g = &o->sig[i];

		if (!str_eq(g->name, name) ||
		    memcmp(g->raw, id, KEY_ID) != 0)
			continue;
		if (found != NULL || !sig_holds(a, o, g, type, k))
			return err_set(e, ERR_UNTRUE, "the signature of '%s' "
				       "under the state of the log does not "
				       "hold", name);
		found = g;
	}
	if (found == NULL)
		return err_set(e, ERR_UNTRUE, "the state of the log is not "
			       "signed by '%s'", name);
	*ret = found;
	return 0;
}

static int
not_a_note(struct err *e)
{
	return err_set(e, ERR_UNTRUE, "the signed state of the log is damaged "
		       "or not written by preshift");
}

/* ---- checkpoints ---- */

static const char *
checkpoint_text(struct arena *a, const char *origin, uint64_t size,
		const uint8_t root[32])
{
	char line[BASE64_SIZE(32)];

	base64_encode(line, root, 32);
	return arena_printf(a, "%s\n%" PRIu64 "\n%s\n", origin, size, line);
}

/* "— NAME BASE64\n" of the key id, then N bytes. */
static const char *
sig_line(struct arena *a, const char *name, enum sig_type type,
	 const struct pubkey *k, const uint8_t *p, size_t n)
{
	uint8_t raw[KEY_ID + STAMP + SIG];
	char line[BASE64_SIZE(sizeof(raw))];

	key_id(raw, name, type, k);
	memcpy(raw + KEY_ID, p, n);
	base64_encode(line, raw, KEY_ID + n);
	return arena_printf(a, "%s%s %s\n", dash, name, line);
}

const char *
checkpoint_sign(struct arena *a, const char *origin, uint64_t size,
		const uint8_t root[32], const struct signer *s)
{
	const char *text = checkpoint_text(a, origin, size, root);
	uint8_t sig[SIG];

	signer_sign(s, text, strlen(text), sig);
	return arena_printf(a, "%s\n%s", text,
			    sig_line(a, origin, NOTE_ED25519,
				     signer_public(s), sig, sizeof(sig)));
}

/* Three lines, no extension lines. */
static bool
read_checkpoint(struct arena *a, const struct note *o, struct checkpoint *ret)
{
	char *s = arena_strndup(a, o->text, o->ntext);
	char *size = strchr(s, '\n'), *root = NULL, *end = NULL;

	if (size != NULL)
		root = strchr(++size, '\n');
	if (root != NULL)
		end = strchr(++root, '\n');
	if (end == NULL || end[1] != '\0')
		return false;
	size[-1] = root[-1] = *end = '\0';
	ret->origin = s;
	return is_name(s) && str_u64(size, UINT64_MAX, &ret->size) &&
	       base64_decode(ret->root, sizeof(ret->root), root,
			     strlen(root));
}

int
checkpoint_verify(struct arena *a, const char *note, size_t n,
		  const char *name, const struct pubkey *k,
		  struct checkpoint *ret, struct err *e)
{
	struct note *o = ARENA_NEW(a, struct note);
	const struct note_sig *g;
	struct checkpoint c;

	if (!read_note(a, note, n, o) || !read_checkpoint(a, o, &c))
		return not_a_note(e);
	if (!str_eq(c.origin, name))
		return err_set(e, ERR_UNTRUE, "this is the state of the log "
			       "'%s', not of '%s'", c.origin, name);
	if (find_sig(a, o, name, NOTE_ED25519, k, &g, e) != 0)
		return -1;
	*ret = c;
	return 0;
}

/* ---- cosignatures ---- */

const char *
cosignature_sign(struct arena *a, const char *note, size_t n,
		 const char *name, uint64_t time, const struct signer *s)
{
	struct note *o = ARENA_NEW(a, struct note);
	uint8_t p[STAMP + SIG];
	const char *text;

	if (!read_note(a, note, n, o) || !is_name(name))
		return NULL;
	for (size_t i = 0; i < STAMP; i++)
		p[i] = (uint8_t)(time >> (56 - 8 * i));
	text = cosigned_text(a, o, time);
	signer_sign(s, text, strlen(text), p + STAMP);
	return sig_line(a, name, NOTE_COSIGNATURE, signer_public(s), p,
			sizeof(p));
}

int
cosignature_verify(struct arena *a, const char *note, size_t n,
		   const char *name, const struct pubkey *k,
		   uint64_t *ret_time, struct err *e)
{
	struct note *o = ARENA_NEW(a, struct note);
	const struct note_sig *g = NULL;

	if (!read_note(a, note, n, o))
		return not_a_note(e);
	if (find_sig(a, o, name, NOTE_COSIGNATURE, k, &g, e) != 0)
		return -1;
	*ret_time = stamp_of(g);
	return 0;
}
