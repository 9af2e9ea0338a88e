/* Unseal, sign, append: the one way anything signed gets into the log.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/menu.h"
#include "cmd/ownkey.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"
#include "model/passphrase.h"
#include "trust/hash.h"
#include "trust/minisign.h"

/* Seconds; how often somebody who waits looks again, in nanoseconds. */
enum { PAUSE_FIRST = 2, PAUSE_MOST = 15 * 60, PAUSE_WAITED = 8,
       PAUSE_LOOKS = 50 * 1000 * 1000 };

/* ---- wrong tries ---- */

/* A seat is a terminal line: somebody guessing at one desk does not lock the
 * person out at another. */
static const char *
seat_of(struct app *app, const char *number)
{
	const char *tty = app->ui != NULL ? ttyname(STDIN_FILENO) : NULL;

	return arena_printf(app->a, "%s@%s", number,
			    tty != NULL ? tty : "script");
}

static int64_t
pause_after(unsigned tries)
{
	int64_t s = PAUSE_FIRST;

	for (unsigned i = 1; i < tries && s < PAUSE_MOST; i++)
		s *= 2;
	return s < PAUSE_MOST ? s : PAUSE_MOST;
}

/* One try of this process. */
struct try {
	const struct app *app;
	unsigned mine; /* which one it was, from 1 */
	int64_t left;  /* seconds to wait instead */
};

/* Counted before it is made: pulling the plug does not win one, and whoever
 * guesses with many processes at once has no more tries than with one. */
static void
try_begins(void *ctx, struct tries *t)
{
	struct try *y = ctx;
	int64_t now = clock_real_now(&y->app->clock);
	int64_t most = now + pause_after(t->n);

	if (t->until > most)
		t->until = most; /* the clock was set back */
	y->left = t->n > 0 && t->until > now ? t->until - now : 0;
	if (y->left > 0)
		return;
	y->mine = ++t->n;
	t->until = now + pause_after(t->n);
}

/* A right one forgives those before it; what others have begun since then
 * stays counted. */
static void
try_was_right(void *ctx, struct tries *t)
{
	const struct try *y = ctx;

	t->n -= t->n < y->mine ? t->n : y->mine;
	if (t->n == 0)
		t->until = 0;
}

/* Not the person's doing: not counted. */
static void
try_was_none(void *ctx, struct tries *t)
{
	const struct try *y = ctx;

	if (t->n == y->mine)
		t->until = 0;
	t->n -= t->n > 0;
}

/* Waits a short pause out, refuses during a long one. A try that somebody
 * else is making right now may be a right one, and the pause over at once. */
static int
begin_try(struct app *app, const char *seat, struct try *y, struct err *e)
{
	*y = (struct try){ .app = app };
	for (;;) {
		if (store_tries(app->store, seat, try_begins, y, e) != 0)
			return -1;
		if (y->left == 0)
			return 0;
		if (y->left > PAUSE_WAITED)
			return err_set(e, ERR_REFUSED,
				       "too many wrong tries: wait %lld "
				       "seconds, then try again",
				       (long long)y->left);
		nanosleep(&(struct timespec){ .tv_nsec = PAUSE_LOOKS }, NULL);
	}
}

/* ---- unsealing ---- */

static int
ask_passphrase(struct app *app, const char *prompt, struct secret **ret,
	       struct err *e)
{
	OWN(secret_freep) struct secret *s = NULL;
	OWN(secret_freep) struct secret *scratch = secret_new(SECRET_MAX);

	if (io_ask_secret(app->io, prompt, &s, e) != 0)
		return -1;
	/* What cannot be normalised is tried as it stands, and is wrong. */
	(void)!passphrase_normalise(s->s, &s->n, s->cap, scratch->s);
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}

/* The key must be the person's own of today: a reset leaves an old file. */
static int
check_key_stands(const struct person *p, const struct pubkey *key,
		 struct err *e)
{
	char text[PUBKEY_TEXT_SIZE];

	if (p->state == PERSON_LEFT)
		return err_set(e, ERR_REFUSED, "%s has left the house",
			       p->number);
	if (p->state != PERSON_ACTIVE)
		return err_set(e, ERR_REFUSED,
			       "the key of %s is no longer valid: ask HR for "
			       "a new code", p->number);
	pubkey_print(text, key);
	if (!str_eq(text, p->key))
		return err_set(e, ERR_UNTRUE,
			       "the file 'keys/%s.key' is not the key that is "
			       "recorded for %s: take it from a backup, or ask "
			       "HR for a new code", p->number, p->number);
	return 0;
}

/* The sealed key, and all that can be wrong with it whatever the passphrase
 * is: that costs nobody a try. */
static int
key_file(struct app *app, const char *number, const char **ret, size_t *ret_n,
	 struct err *e)
{
	const char *path = app_path(app, arena_printf(app->a, "keys/%s.key",
						      number));
	struct pubkey key;
	struct person p;

	if (app_person(app, number, &p, e) != 0 ||
	    ownkey_settle(app, number, p.key, e) != 0)
		return -1;
	if (!file_exists(path) && menu_key(app, "activate") != NULL)
		return err_set(e, ERR_REFUSED, "%s has no key at this "
			       "terminal: number %s, with the code on paper, "
			       "makes one", number, menu_key(app, "activate"));
	if (!file_exists(path))
		return err_set(e, ERR_REFUSED,
			       "%s has no key at this terminal: 'preshift "
			       "activate %s' with the code on paper makes one",
			       number, number);
	if (file_read(app->a, path, 4096, ret, ret_n, e) != 0)
		return -1;
	if (key_sealed_public(*ret, *ret_n, app->house.id, number,
			      app->house.trial, &key, e) != 0)
		return err_wrap(e, "%s", path);
	return check_key_stands(&p, &key, e);
}

/* Which letters came, where the reader would not have been told while typing:
 * perhaps the keyboard was another. */
static int
name_letters(struct app *app, const struct secret *s, struct err *e)
{
	enum letters came = passphrase_letters(s->s, s->n);

	if (!app->io->interactive || came == LETTERS_NONE ||
	    !passphrase_letters_usual(came, app->lang))
		return 0;
	return io_say(app->io, T(app, passphrase_letters_text(came)), e);
}

/* By name too: who was not meant is noticed before a passphrase is typed. */
static int
ask_whose(struct app *app, const char *number, const char **ret,
	  struct err *e)
{
	struct person p;

	if (app_person(app, number, &p, e) != 0)
		return -1;
	if (*p.name != '\0')
		number = arena_printf(app->a, "%s, %s", p.name, number);
	*ret = arena_printf(app->a, T(app, "Passphrase of %s (not shown): "),
			    number);
	return 0;
}

/* One try. */
static int
unseal_once(struct app *app, const char *number, const char *prompt,
	    struct signer **ret, struct err *e)
{
	OWN(secret_freep) struct secret *pass = NULL;
	OWN(signer_freep) struct signer *s = NULL;
	const char *seat = seat_of(app, number), *text;
	enum unseal how;
	struct try y;
	size_t n;

	if (key_file(app, number, &text, &n, e) != 0)
		return -1;
	if (prompt == NULL && ask_whose(app, number, &prompt, e) != 0)
		return -1;
	if (ask_passphrase(app, prompt, &pass, e) != 0 ||
	    begin_try(app, seat, &y, e) != 0)
		return -1;
	if (key_unseal(text, n, app->house.id, number, pass, app->house.trial,
		       &how, &s, e) != 0) {
		struct err ignored;

		err_init(&ignored, NULL);
		(void)!store_tries(app->store, seat, try_was_none, &y,
				   &ignored);
		return -1;
	}
	if (how == UNSEAL_WRONG && name_letters(app, pass, e) != 0)
		return -1;
	if (how == UNSEAL_WRONG) {
		err_set(e, ERR_REFUSED,
			"wrong passphrase for %s: the next try waits %lld "
			"seconds", number, (long long)pause_after(y.mine));
		e->wrong_secret = 1;
		return -1;
	}
	if (store_tries(app->store, seat, try_was_right, &y, e) != 0)
		return -1;
	*ret = s;
	s = NULL; /* transferred */
	return 0;
}

/* A slip of the finger must not cost what was typed before it. */
int
app_unseal(struct app *app, const char *number, const char *prompt,
	   struct signer **ret, struct err *e)
{
	while (unseal_once(app, number, prompt, ret, e) != 0) {
		if (!app->io->interactive || e->cancelled ||
		    !e->wrong_secret)
			return -1;
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0 ||
		    io_say(app->io, T(app, "Once more, or 0 to put it away."),
			   e) != 0)
			return -1;
		err_clear(e);
	}
	return 0;
}

int
app_login(struct app *app, const char *number, struct err *e)
{
	OWN(signer_freep) struct signer *s = NULL;
	struct person p;

	if (app_person(app, number, &p, e) != 0)
		return -1;
	if (p.state == PERSON_ENROLLED && menu_key(app, "activate") != NULL)
		return err_set(e, ERR_REFUSED, "%s is not activated yet: "
			       "choose number %s, with the code on paper",
			       number, menu_key(app, "activate"));
	if (p.state == PERSON_ENROLLED)
		return err_set(e, ERR_REFUSED,
			       "%s is not activated yet: 'preshift activate "
			       "%s' with the code on paper", number, number);
	if (app_unseal(app, number, NULL, &s, e) != 0)
		return -1;
	snprintf(app->who, sizeof(app->who), "%s", p.number);
	app->role = p.role;
	return app->opt.lang != NULL ? 0 : app_set_lang(app, p.lang, e);
}

/* The screen is nobody's again, and so is its language. */
void
app_logout(struct app *app, struct err *e)
{
	app->who[0] = '\0';
	app->role = ROLE_STAFF;
	if (app->door_lang != NULL)
		(void)!app_set_lang(app, app->door_lang, e);
}

/* ---- records ---- */

int
app_record_after(struct app *app, enum record_kind k, const char *by,
		 const char *after, struct record **ret, struct err *e)
{
	struct record_context x = {
		.house = app->house.id,
		.terminal = store_terminal(app->store),
		.by = by,
		.at = clock_now(&app->clock),
		.clock = app->clock.quality,
	};
	struct record *r = record_new(app->a, k);
	struct log_head h;

	if (after != NULL) {
		if (!head_parse(after, strlen(after), &x.after_size,
				x.after_root))
			return err_set(e, ERR_UNTRUE, "'%s' is no log head",
				       after);
	} else {
		if (store_head(app->store, &h, e) != 0)
			return -1;
		x.after_size = h.size;
		memcpy(x.after_root, h.root, 32);
	}
	trust_random(x.nonce, sizeof(x.nonce));
	if (record_put_head(app->a, r, &x, e) != 0)
		return -1;
	*ret = r;
	return 0;
}

int
app_record(struct app *app, enum record_kind k, const char *by,
	   struct record **ret, struct err *e)
{
	return app_record_after(app, k, by, NULL, ret, e);
}

/* The leaf's bytes: the text, then a block for each signature. */
static int
print_leaf(struct app *app, const struct endorsed *v, const char **ret_body,
	   size_t *ret_n, const char **ret_text, const char **ret_sig,
	   struct err *e)
{
	struct arena *a = app->a;
	const char *text, *body;
	size_t n;

	if (record_print(a, v->r, &text, &n, e) != 0)
		return -1;
	body = text;
	*ret_sig = NULL;
	for (size_t i = 0; i < v->nsig; i++) {
		const char *who = record_signer(v->r, v->sig[i].slot);
		const char *sig = minisign_sign(
			a, v->sig[i].key,
			record_sig_comment(a, v->r, v->sig[i].slot, who),
			text, n);

		if (i == 0)
			*ret_sig = sig;
		body = arena_printf(a, "%s%s", body, sig);
	}
	*ret_body = body;
	*ret_n = strlen(body);
	*ret_text = text;
	return 0;
}

static int64_t
day_of(void *ctx, int64_t t)
{
	return app_day_of(ctx, t);
}

int
app_append(struct app *app, const struct endorsed *v, size_t n,
	   const struct append *side, struct appended *ret, struct err *e)
{
	struct append ap = { 0 };
	struct err late;
	const char **bodies = ARENA_ARRAY(app->a, const char *, n);
	size_t *sizes = ARENA_ARRAY(app->a, size_t, n);

	if (side != NULL)
		ap = *side;
	ret->records = ARENA_ARRAY(app->a, const char *, n);
	ret->sigs = ARENA_ARRAY(app->a, const char *, n);
	for (size_t i = 0; i < n; i++)
		if (print_leaf(app, &v[i], &bodies[i], &sizes[i],
			       &ret->records[i], &ret->sigs[i], e) != 0)
			return -1;
	ap.bodies = bodies;
	ap.sizes = sizes;
	ap.n = n;
	ap.now = clock_now(&app->clock);
	ap.today = app_today(app);
	ap.day_of = day_of;
	ap.ctx = app;
	if (store_append(app->store, &app->notary, &ap, &ret->first, e) != 0)
		return -1;
	/* It is recorded: from here nothing may say that it failed. The note
	 * may lag, whoever opens the house next moves it on. */
	err_init(&late, app->m);
	(void)!app_note_head(app, &late);
	return 0;
}

const char *
app_text_path(struct app *app, const char *sha, const char *ext)
{
	return app_path(app, arena_printf(app->a, "texts/%s.%s", sha, ext));
}

int
app_keep_text(struct app *app, const char *sha, const char *ext,
	      const void *p, size_t n, struct err *e)
{
	const char *path = app_text_path(app, sha, ext);
	OWN(arena_free) struct arena a = { 0 };
	struct err gone;
	const char *s;
	size_t len;

	/* One that was spoilt since is made good here. */
	err_init(&gone, NULL);
	if (file_read(&a, path, n, &s, &len, &gone) == 0 && len == n &&
	    memcmp(s, p, n) == 0)
		return 0;
	/* Through a temporary name: two seats may do it at once, and a kill
	 * must not leave half a text under its digest. */
	return file_replace(path, 0644, p, n, e);
}

int
app_keep_sources(struct app *app, const struct source *doc,
		 const struct source *translation, struct err *e)
{
	if (app_keep_text(app, doc->sha, "xml", doc->bytes, doc->n, e) != 0)
		return -1;
	return translation->sha == NULL ? 0 :
	       app_keep_text(app, translation->sha, "xlf", translation->bytes,
			     translation->n, e);
}
