/* A trial house that grows by whole signed leaves, as cmd would write them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "trial.h"

#include <stdarg.h>
#include <string.h>

#include "base/encode.h"
#include "base/file.h"
#include "base/str.h"
#include "trust/merkle.h"
#include "trust/minisign.h"
#include "trust/note.h"

#define TERMINAL "office"
#define ORIGIN TRIAL_HOUSE "/" TERMINAL

static void
start(struct trial *t, const char *dir, int64_t now)
{
	memset(t, 0, sizeof(*t));
	err_init(&t->e, NULL);
	t->dir = dir;
	t->now = now;
	MUST(&t->e, trust_init(&t->e));
}

static void
ready(struct trial *t)
{
	notary_init(&t->notary, t->terminal);
	MUST(&t->e, store_head(t->s, &t->head, &t->e));
}

static const char *
path(struct trial *t, const char *name)
{
	return path_join(&t->a, t->dir, name);
}

void
trial_create(struct trial *t, const char *dir, int64_t now)
{
	OWN(secret_freep) struct secret *text = NULL;

	start(t, dir, now);
	t->terminal = signer_random();
	text = terminal_key_print(ORIGIN, t->terminal);
	MUST(&t->e, file_make_dirs(dir, 0700, &t->e));
	MUST(&t->e, file_write_new(path(t, "terminal.key"), 0600,
				   text->s, text->n, &t->e));
	MUST(&t->e, store_create(path(t, "house.db"), TRIAL_HOUSE, TERMINAL,
				 &t->s, &t->e));
	ready(t);
}

void
trial_open(struct trial *t, const char *dir)
{
	OWN(secret_freep) struct secret *text = NULL;

	start(t, dir, 1750000000);
	text = secret_new(SECRET_MAX);
	MUST(&t->e, file_read_into(path(t, "terminal.key"), text->s, text->cap,
				   &text->n, &t->e));
	MUST(&t->e, terminal_key_parse(text, ORIGIN, &t->terminal, &t->e));
	MUST(&t->e, store_open(path(t, "house.db"), true, &t->s, &t->e));
	ready(t);
}

void
trial_close(struct trial *t)
{
	char root[BASE64_SIZE(32)];
	const char *s;

	base64_encode(root, t->head.root, 32);
	s = arena_printf(&t->a, "%llu %s\n", (unsigned long long)t->head.size,
			 root);
	MUST(&t->e,
	     file_replace(path(t, "terminal.head"), 0600, s, strlen(s), &t->e));
	store_closep(&t->s);
	signer_freep(&t->terminal);
	arena_free(&t->a);
}

static void
put_rest(struct trial *t, struct record *r)
{
	for (size_t i = 0; i < r->form->nfields; i++) {
		const struct record_field *f = &r->form->fields[i];

		if (f->optional && !f->repeated &&
		    r->values[record_head_count + i].n == 0)
			MUST(&t->e, record_put(&t->a, r, f->name, NULL, &t->e));
	}
}

struct record *
trial_record(struct trial *t, enum record_kind k, const char *by, ...)
{
	struct record *r = record_new(&t->a, k);
	struct record_context x = {
		.house = TRIAL_HOUSE,
		.terminal = TERMINAL,
		.by = by,
		.at = t->now,
		.clock = CLOCK_SET,
		.after_size = t->head.size,
	};
	const char *field;
	va_list ap;

	memcpy(x.after_root, t->head.root, 32);
	trust_random(x.nonce, sizeof(x.nonce));
	MUST(&t->e, record_put_head(&t->a, r, &x, &t->e));
	va_start(ap, by);
	while ((field = va_arg(ap, const char *)) != NULL) {
		const char *value = va_arg(ap, const char *);

		MUST(&t->e, record_put(&t->a, r, field, value, &t->e));
	}
	va_end(ap);
	put_rest(t, r);
	return r;
}

uint64_t
trial_add(struct trial *t, const struct record *r, const struct trial_sig *v,
	  size_t n)
{
	const char *text, *body;
	size_t len;

	MUST(&t->e, record_print(&t->a, r, &text, &len, &t->e));
	body = text;
	for (size_t i = 0; i < n; i++) {
		const char *who = record_signer(r, v[i].slot);

		body = arena_printf(&t->a, "%s%s", body,
				    minisign_sign(&t->a, v[i].key,
						  record_sig_comment(&t->a, r,
								     v[i].slot,
								     who),
						  text, len));
	}
	if (t->n == LIST)
		bench_stop("a list holds %d leaves", LIST);
	t->bodies[t->n] = body;
	t->sizes[t->n] = strlen(body);
	return t->head.size + t->n++;
}

char *
trial_ref(struct trial *t, uint64_t index)
{
	size_t i = (size_t)(index - t->head.size);
	uint8_t hash[32];

	merkle_leaf(t->bodies[i], t->sizes[i], hash);
	return leaf_ref_print(&t->a, TERMINAL, index, hash);
}

/* A list here spans many days, each of which is today. */
static int64_t
same_day(void *ctx, int64_t at)
{
	(void)at;
	return ((struct trial *)ctx)->now / 86400;
}

void
trial_append(struct trial *t, const struct side_name *names, size_t n)
{
	struct append ap = {
		.bodies = t->bodies,
		.sizes = t->sizes,
		.n = t->n,
		.names = names,
		.nnames = n,
		.now = t->now,
		.today = t->now / 86400,
		.day_of = same_day,
		.ctx = t,
	};
	uint64_t first;

	MUST(&t->e, store_append(t->s, &t->notary, &ap, &first, &t->e));
	MUST(&t->e, store_head(t->s, &t->head, &t->e));
	t->n = 0;
	arena_free(&t->a);
}
