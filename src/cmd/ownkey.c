/* A person's own key: the passphrase page, sealing, the key's file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/ownkey.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"
#include "model/passphrase.h"
#include "trust/hash.h"

enum { WORDS = 2048, PROPOSED_WORDS = 4, COMMON_MAX = 65536,
       WORDS_MAX = 65536 };

static int
read_lines(struct app *app, const char *name, size_t limit,
	   const char ***ret, size_t *ret_n, struct err *e)
{
	const char **v = NULL, *s, *nl;
	size_t n = 0, cap = 0, len;
	const char *path = path_join(app->a, path_join(app->a, app->datadir,
						       "standards"), name);

	if (file_read(app->a, path, limit, &s, &len, e) != 0)
		return -1;
	for (; (nl = strchr(s, '\n')) != NULL; s = nl + 1)
		ARENA_PUSH(app->a, v, n, cap,
			   arena_strndup(app->a, s, (size_t)(nl - s)));
	*ret = v;
	*ret_n = n;
	return 0;
}

/* Four words of the language of now, drawn by libsodium: 44 bits. */
static int
propose_words(struct app *app, const char **ret, struct err *e)
{
	const char **v, *s = "";
	size_t n;

	if (read_lines(app, arena_printf(app->a, "words.%s", app->lang),
		       WORDS_MAX, &v, &n, e) != 0)
		return -1;
	if (n != WORDS)
		return err_set(e, ERR_CONTENT,
			       "the list 'words.%s' has %zu words, not %d",
			       app->lang, n, WORDS);
	for (int i = 0; i < PROPOSED_WORDS; i++)
		s = arena_printf(app->a, "%s%s%s", s, i > 0 ? " " : "",
				 v[trust_uniform(WORDS)]);
	*ret = s;
	return 0;
}

/* Drawn until they are fit: of sixteen digits too few may differ. */
const char *
ownkey_digits(struct app *app)
{
	char d[16];

	do {
		for (size_t i = 0; i < sizeof(d); i++)
			d[i] = (char)('0' + trust_uniform(10));
	} while (passphrase_check(d, sizeof(d), "", "", NULL, 0) != PASS_OK);
	return arena_printf(app->life, "%.4s %.4s %.4s %.4s", d, d + 4, d + 8,
			    d + 12);
}

/* What was typed, normalised and judged. *ret NULL: not fit, *ret_why says
 * so. */
static int
ask_new(struct app *app, const char *prompt, const char *name,
	const char *number, struct secret **ret, const char **ret_why,
	struct err *e)
{
	OWN(secret_freep) struct secret *s = NULL;
	OWN(secret_freep) struct secret *scratch = secret_new(SECRET_MAX);
	const char **common;
	enum passphrase_flaw f;
	size_t ncommon;

	*ret = NULL;
	if (read_lines(app, "common-passphrases", COMMON_MAX, &common,
		       &ncommon, e) != 0 ||
	    io_ask_secret(app->io, prompt, &s, e) != 0)
		return -1;
	f = PASS_NOT_TEXT;
	if (passphrase_normalise(s->s, &s->n, s->cap, scratch->s))
		f = passphrase_check(s->s, s->n, name, number, common,
				     ncommon);
	if (f != PASS_OK) {
		*ret_why = T(app, passphrase_flaw_text(f));
		return 0;
	}
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}

static int
show_choice(struct app *app, const char *name, struct err *e)
{
	struct page *p = app_page(app, T(app, "YOUR OWN PASSPHRASE"));
	struct io_option o[] = {
		{ .word = "own",
		  .label = T(app, "I think of one myself") },
		{ .word = "words", .label = T(app, "Propose four words") },
		{ .word = "digits",
		  .label = T(app, "Propose numbers only: they work on every "
				  "keyboard") },
	};
	const char *proposal = NULL;
	size_t i;

	page_para(app->a, p,
		  T(app, "It is your signature. Nobody here can see it, choose "
			 "it or sign for you. 12 characters or more; four "
			 "ordinary words are good."));
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Only %s types here."), name));
	if (io_tell(app->io, p, e) != 0)
		return -1;
	for (;;) {
		if (io_choose(app->io, T(app, "Your choice"), o, NELEM(o), 0,
			      &i, e) != 0)
			return -1;
		if (i == 0)
			return 0;
		if (i == 1 && propose_words(app, &proposal, e) != 0)
			return -1;
		if (i == 2)
			proposal = ownkey_digits(app);
		if (io_say(app->io,
			   arena_printf(app->a,
					T(app, "Proposed: %s   (type it "
					       "below after 1, or ask for "
					       "another one)"),
					proposal), e) != 0)
			return -1;
	}
}

int
ownkey_ask(struct app *app, const char *name, const char *number,
	   struct secret **ret, struct err *e)
{
	const char *why = "";

	if (app->io->interactive && show_choice(app, name, e) != 0)
		return -1;
	for (;;) {
		OWN(secret_freep) struct secret *s = NULL, *again = NULL;

		if (ask_new(app, T(app, "Own passphrase (not shown): "), name,
			    number, &s, &why, e) != 0)
			return -1;
		if (s == NULL && !app->io->interactive)
			return err_set(e, ERR_REFUSED, "%s", why);
		if (s != NULL && app->io->interactive &&
		    ask_new(app, T(app, "Once more (not shown): "), name,
			    number, &again, &why, e) != 0)
			return -1;
		if (s != NULL && app->io->interactive &&
		    (again == NULL || again->n != s->n ||
		     memcmp(again->s, s->s, s->n) != 0)) {
			why = T(app, "The two are not the same: please type "
				     "it twice again.");
			secret_freep(&s);
		}
		if (s != NULL) {
			*ret = s;
			s = NULL; /* transferred */
			return 0;
		}
		if (io_say(app->io, why, e) != 0)
			return -1;
	}
}

const char *
ownkey_pending(struct app *app, const char *number, const char *key)
{
	char hex[65];

	sha256_hex(hex, key, strlen(key));
	return app_path(app, arena_printf(app->a, "keys/%s-%.16s.new", number,
					  hex));
}

int
ownkey_seal(struct app *app, const char *number, const struct signer *s,
	    const struct secret *pass, struct err *e)
{
	char key[PUBKEY_TEXT_SIZE];
	struct seal_cost cost;
	const char *text;

	pubkey_print(key, signer_public(s));
	if (seal_cost_measure(app->house.trial, &cost, e) != 0 ||
	    key_seal(app->a, app->house.id, number, s, pass, cost, &text,
		     e) != 0)
		return -1;
	return file_write_new(ownkey_pending(app, number, key), 0600, text,
			      strlen(text), e);
}

int
ownkey_settle(struct app *app, const char *number, const char *key,
	      struct err *e)
{
	const char *from = ownkey_pending(app, number, key);
	const char *to = app_path(app, arena_printf(app->a, "keys/%s.key",
						    number));

	return file_exists(from) ? file_rename(from, to, e) : 0;
}
