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

/* ---- the page ---- */

/* A passphrase about to be chosen. */
struct choosing {
	struct app *app;
	const char *name, *number, *step;
	const char **common;
	size_t ncommon;
	const struct secret *first; /* what was typed, NULL: nothing yet */
	const char *proposal;
};

/* Puts S right and says what is wrong with it. */
static enum passphrase_flaw
flaw_of(const struct choosing *c, struct secret *s)
{
	OWN(secret_freep) struct secret *scratch = secret_new(SECRET_MAX);

	if (!passphrase_normalise(s->s, &s->n, s->cap, scratch->s))
		return PASS_NOT_TEXT;
	return passphrase_check(s->s, s->n, c->name, c->number, c->common,
				c->ncommon);
}

static bool
is_same(const struct choosing *c, const struct secret *s)
{
	return s->n == c->first->n && memcmp(s->s, c->first->s, s->n) == 0;
}

/* Behind it: what is wrong, or that it will do; and which letters came, where
 * others are usual. */
static const char *
judge(void *ctx, const struct secret *typed)
{
	OWN(secret_freep) struct secret *s = secret_new(SECRET_MAX);
	enum letters came = passphrase_letters(typed->s, typed->n);
	const struct choosing *c = ctx;
	struct app *app = c->app;
	const char *text, *which;
	enum passphrase_flaw f;

	secret_set(s, typed->s, typed->n);
	f = flaw_of(c, s);
	if (c->first == NULL)
		text = T(app, passphrase_flaw_text(f));
	else
		text = is_same(c, s) ? T(app, "the same") :
				       T(app, "not the same: please type both "
					      "again");
	which = passphrase_letters_text(came);
	if (passphrase_letters_usual(came, app->lang))
		return text;
	return arena_printf(app->a, "%s  %s", text, T(app, which));
}

static const char *
judge_keys(void *ctx, const struct secret *typed)
{
	const struct choosing *c = ctx;
	const char *s = passphrase_letters_text(
		passphrase_letters(typed->s, typed->n));

	return *s != '\0' ? T(c->app, s) : s;
}

static struct page *
new_page(const struct choosing *c)
{
	struct app *app = c->app;
	struct page *p = app_page(app, T(app, "YOUR OWN PASSPHRASE"));

	if (c->step != NULL)
		p->right = c->step;
	page_para(app->a, p,
		  T(app, "It is your signature. Nobody here can see it, choose "
			 "it or sign for you. 12 characters or more; four "
			 "ordinary words are good."));
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Only %s types here."),
			       c->name));
	if (c->proposal != NULL)
		page_field(app->a, p, T(app, "Proposed"), c->proposal);
	return p;
}

static int
ask_proposal(struct choosing *c, struct err *e)
{
	struct app *app = c->app;
	const struct io_option o[] = {
		{ .word = "own",
		  .label = T(app, "I think of one myself") },
		{ .word = "words",
		  .label = T(app, "Propose four words (again: 2)") },
		{ .word = "digits",
		  .label = T(app, "Propose numbers only, four groups of four: "
				  "works on every keyboard") },
	}, taken[] = {
		{ .word = "own",
		  .label = T(app, "I type this one, or one of my own") },
		o[1], o[2],
	};
	size_t i = 1;

	while (i != 0) {
		if (io_tell(app->io, new_page(c), e) != 0 ||
		    io_choose(app->io, T(app, "Your choice"),
			      c->proposal != NULL ? taken : o, NELEM(o), 0, &i,
			      e) != 0)
			return -1;
		if (i == 1 && propose_words(app, &c->proposal, e) != 0)
			return -1;
		if (i == 2)
			c->proposal = ownkey_digits(app);
	}
	return 0;
}

/* What a keyboard writes is seen here before it counts. */
static int
try_keys(struct choosing *c, struct err *e)
{
	const struct io_secret how = { .seen = true, .judge = judge_keys,
				       .ctx = c };
	struct app *app = c->app;
	struct page *p = new_page(c);
	bool more = true;

	page_gap(app->a, p);
	page_para(app->a, p,
		  T(app, "Try the keys first: write your name and see which "
			 "letters come. Only Enter goes on."));
	p->keys = T(app, "s shows what you type (nobody near?)   0 stop, the "
			 "code stays good");
	if (c->step == NULL)
		p->keys = T(app, "s shows what you type (nobody near?)   0 "
				 "stop");
	if (io_tell(app->io, p, e) != 0)
		return -1;
	while (more) {
		OWN(secret_freep) struct secret *s = NULL;

		if (io_ask_secret_as(app->io, T(app, "Your name, or Enter: "),
				     &how, &s, e) != 0)
			return -1;
		more = s->n > 0;
	}
	return 0;
}

/* ---- asking ---- */

/* What was typed, normalised; its flaw to *RET_FLAW. At a terminal that is
 * said already. */
static int
ask_new(struct choosing *c, const char *prompt, struct secret **ret,
	enum passphrase_flaw *ret_flaw, struct err *e)
{
	const struct io_secret how = { .judge = judge, .ctx = c };

	if (io_ask_secret_as(c->app->io, prompt, &how, ret, e) != 0)
		return -1;
	*ret_flaw = flaw_of(c, *ret);
	return 0;
}

static int
ask_twice(struct choosing *c, struct secret **ret, struct err *e)
{
	struct app *app = c->app;

	for (;;) {
		OWN(secret_freep) struct secret *s = NULL, *again = NULL;
		enum passphrase_flaw f;

		c->first = NULL;
		if (ask_new(c, T(app, "Passphrase (not shown): "), &s, &f,
			    e) != 0)
			return -1;
		if (f != PASS_OK)
			continue;
		c->first = s;
		if (ask_new(c, T(app, "Once more (not shown): "), &again, &f,
			    e) != 0)
			return -1;
		if (!is_same(c, again))
			continue;
		*ret = s;
		s = NULL; /* transferred */
		return 0;
	}
}

int
ownkey_ask(struct app *app, const char *step, const char *name,
	   const char *number, struct secret **ret, struct err *e)
{
	struct choosing c = { .app = app, .name = name, .number = number,
			      .step = step };
	OWN(secret_freep) struct secret *s = NULL;
	enum passphrase_flaw f;

	if (read_lines(app, "common-passphrases", COMMON_MAX, &c.common,
		       &c.ncommon, e) != 0)
		return -1;
	if (app->io->interactive) {
		if (ask_proposal(&c, e) != 0 || try_keys(&c, e) != 0)
			return -1;
		return ask_twice(&c, ret, e);
	}
	if (ask_new(&c, T(app, "Passphrase (not shown): "), &s, &f, e) != 0)
		return -1;
	if (f != PASS_OK)
		return err_set(e, ERR_REFUSED, "%s",
			       T(app, passphrase_flaw_text(f)));
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}

/* ---- the key ---- */

const char *
ownkey_pending(struct app *app, const char *number, const char *key)
{
	char hex[65];

	sha256_hex(hex, key, strlen(key));
	return app_path(app, arena_printf(app->a, "keys/%s-%.16s.new", number,
					  hex));
}

static int
seal(struct app *app, const char *number, const struct signer *s,
     const struct secret *pass, const char **ret, struct err *e)
{
	struct seal_cost cost;

	if (seal_cost_measure(app->house.trial, &cost, e) != 0)
		return -1;
	return key_seal(app->a, app->house.id, number, s, pass, cost, ret, e);
}

int
ownkey_seal(struct app *app, const char *number, const struct signer *s,
	    const struct secret *pass, struct err *e)
{
	char key[PUBKEY_TEXT_SIZE];
	const char *text;

	pubkey_print(key, signer_public(s));
	if (seal(app, number, s, pass, &text, e) != 0)
		return -1;
	return file_write_new(ownkey_pending(app, number, key), 0600, text,
			      strlen(text), e);
}

int
ownkey_reseal(struct app *app, const char *number, const struct signer *s,
	      const struct secret *pass, struct err *e)
{
	const char *path = app_path(app, arena_printf(app->a, "keys/%s.key",
						      number));
	const char *text;

	if (seal(app, number, s, pass, &text, e) != 0)
		return -1;
	return file_replace(path, 0600, text, strlen(text), e);
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
