/* Founding a house: folder, keys, charter, first records.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/founding.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "cmd/activation.h"
#include "cmd/ownkey.h"
#include "cmd/start.h"
#include "model/code.h"
#include "trust/hash.h"
#include "trust/note.h"

#define FIRST_TERMINAL "office"

/* ---- the folder ---- */

/* All that lies in a new house, what makes it one last. */
static const char *const parts[] = {
	"texts", "content", "keys", "terminal.key", "terminal.head",
	"terminal.lock", "house.db-wal", "house.db-shm", "house.db",
};

/* Where a house is built until it is whole: beside its place, or within it if
 * that folder is there and empty, but cannot be taken away: a disk of its
 * own, or one that somebody with more rights has made for us. */
struct place {
	const char *site, *tmp;
	bool within;
};

static int
find_place(struct app *app, struct place *ret, struct err *e)
{
	const char **names;
	struct err none;
	size_t n;

	ret->site = app->site;
	ret->within = file_exists(app->site) && rmdir(app->site) != 0;
	err_init(&none, NULL);
	if (ret->within &&
	    (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR ||
	     file_list(app->a, app->site, "", &names, &n, &none) != 0 ||
	     n > 0))
		return err_set(e, ERR_REFUSED,
			       "'%s' is there already and not empty",
			       app->site);
	ret->tmp = arena_printf(app->life, "%s%sbuilding-%ld", app->site,
				ret->within ? "/." : ".", (long)getpid());
	return 0;
}

static int
settle(struct app *app, const struct place *p, struct err *e)
{
	if (!p->within)
		return file_rename(p->tmp, p->site, e);
	for (size_t i = 0; i < NELEM(parts); i++) {
		const char *from = path_join(app->a, p->tmp, parts[i]);

		if (file_exists(from) &&
		    file_rename(from, path_join(app->a, p->site, parts[i]),
				e) != 0)
			return -1;
	}
	(void)!rmdir(p->tmp);
	return 0;
}

static void
empty_folder(struct app *app, const char *dir)
{
	const char **names;
	struct err e;
	size_t n;

	err_init(&e, NULL);
	if (file_list(app->a, dir, "", &names, &n, &e) != 0)
		return;
	for (size_t i = 0; i < n; i++)
		(void)!unlink(path_join(app->a, dir, names[i]));
}

void
founding_remove(struct app *app, const char *dir)
{
	empty_folder(app, path_join(app->a, dir, "keys"));
	empty_folder(app, path_join(app->a, dir, "texts"));
	for (size_t i = 0; i < NELEM(parts); i++)
		(void)!remove(path_join(app->a, dir, parts[i]));
	(void)!rmdir(dir);
}

static int
make_folder(struct app *app, struct err *e)
{
	if (file_make_dirs(app->site, 0700, e) != 0)
		return -1;
	if (file_is_remote(app->site))
		return err_set(e, ERR_REFUSED,
			       "'%s' is on a network drive: a house needs a "
			       "disk of its own computer", app->site);
	if (file_make_dirs(app_path(app, "texts"), 0700, e) != 0 ||
	    file_make_dirs(app_path(app, "keys"), 0700, e) != 0 ||
	    file_make_dirs(app_path(app, "content"), 0700, e) != 0)
		return -1;
	return 0;
}

static int
make_terminal(struct app *app, const struct founding *f, struct err *e)
{
	const char *origin = arena_printf(app->a, "%s/" FIRST_TERMINAL,
					  f->id);
	OWN(signer_freep) struct signer *s = signer_random();
	OWN(secret_freep) struct secret *text = terminal_key_print(origin, s);

	if (file_write_new(app_path(app, "terminal.key"), 0600, text->s,
			   text->n, e) != 0 ||
	    store_create(app_path(app, "house.db"), f->id, FIRST_TERMINAL,
			 &app->store, e) != 0)
		return -1;
	app->writable = true;
	app->terminal_key = s;
	s = NULL; /* transferred */
	notary_init(&app->notary, app->terminal_key);
	return 0;
}

/* ---- the charter ---- */

static struct page *
sheet_page(struct app *app, const struct founding *f, const char *groups,
	   const char *fingerprint)
{
	struct page *p = page_new(app->a, T(app, "CHARTER SHEET"));

	if (f->trial)
		p->place = arena_printf(app->a, "%s  %s", T(app, "TRIAL"),
					p->place);
	page_field(app->a, p, T(app, "House"), f->title);
	page_field(app->a, p, T(app, "Short name"), f->id);
	page_gap(app->a, p);
	page_big(app->a, p, arena_strndup(app->a, groups, 27));
	page_big(app->a, p, groups + 28);
	page_gap(app->a, p);
	page_para(app->a, p,
		  T(app, "These eight groups are the charter key of the "
			 "house. Whoever holds them can appoint and replace "
			 "HR persons and restore the house after a loss. Print "
			 "or copy this sheet, seal it in an envelope, and put "
			 "it into the safe. The program keeps no copy."));
	page_gap(app->a, p);
	page_field(app->a, p, T(app, "Fingerprint"), fingerprint);
	page_gap(app->a, p);
	page_para(app->a, p,
		  T(app, "The fingerprint is no secret: give it to the "
			 "auditor and the works council. With it anybody can "
			 "check the records without trusting us."));
	return p;
}

/* Somebody really has the sheet: one group is asked back. */
static int
ask_group_back(struct app *app, const char *digits, struct err *e)
{
	const struct io_secret how = { .seen = true };
	uint32_t g = trust_uniform(CHARTER_GROUPS);
	const char *prompt = arena_printf(
		app->a, T(app, "Type group %u from the paper: "), g + 1);

	for (;;) {
		OWN(secret_freep) struct secret *s = NULL;

		if (io_ask_secret_as(app->io, prompt, &how, &s, e) != 0)
			return -1;
		if (s->n == CODE_GROUP &&
		    memcmp(s->s, digits + g * CODE_GROUP, CODE_GROUP) == 0)
			return 0;
		if (io_say(app->io,
			   T(app, "That is not this group: please look at "
				  "the sheet again."), e) != 0)
			return -1;
	}
}

static int
hand_out_sheet(struct app *app, const struct founding *f, const char *digits,
	       const char *fingerprint, bool *ret_written, struct err *e)
{
	const char *groups = code_show(app->a, digits);
	struct page *p = sheet_page(app, f, groups, fingerprint);
	OWN(str_free) struct str s = { 0 };
	int rc = 0;

	if (f->sheet != NULL) {
		page_render(&s, p, PAGE_PLAIN, 72, 0, NULL);
		rc = file_write_new(f->sheet, 0600, s.s, s.n, e);
		*ret_written = rc == 0;
	} else if (io_tell(app->io, p, e) != 0 ||
		   ask_group_back(app, digits, e) != 0) {
		rc = -1;
	}
	return rc;
}

/* ---- the first records ---- */

struct first {
	struct signer *charter, *code, *own;
	const char *codes[2];
	struct side_name names[2];
	struct endorsed v[4]; /* house, terminal, two enrolments */
	bool sheet_written;
};

static int
house_record(struct app *app, const struct founding *f, struct first *x,
	     struct err *e)
{
	struct arena *a = app->a;
	char key[PUBKEY_TEXT_SIZE];
	struct record *r;

	pubkey_print(key, signer_public(x->charter));
	if (app_record(app, REC_HOUSE, NULL, &r, e) != 0 ||
	    record_put(a, r, "id", f->id, e) != 0 ||
	    record_put(a, r, "title", f->title, e) != 0 ||
	    record_put(a, r, "zone", f->zone, e) != 0 ||
	    record_put(a, r, "languages", f->languages, e) != 0 ||
	    record_put(a, r, "charter-key", key, e) != 0 ||
	    record_put(a, r, "trial", f->trial ? "yes" : "no", e) != 0)
		return -1;
	x->v[0] = (struct endorsed){ .r = r, .sig = { { SIG_CHARTER,
							x->charter } },
				     .nsig = 1 };
	if (app_record(app, REC_TERMINAL, NULL, &r, e) != 0 ||
	    record_put(a, r, "id", FIRST_TERMINAL, e) != 0 ||
	    record_put(a, r, "note-key",
		       note_vkey(a, store_origin(a, app->store),
				 signer_public(app->terminal_key)), e) != 0 ||
	    record_put(a, r, "duty", "office", e) != 0)
		return -1;
	x->v[1] = (struct endorsed){ .r = r, .sig = { { SIG_CHARTER,
							x->charter } },
				     .nsig = 1 };
	return 0;
}

static int
hr_records(struct app *app, const struct founding *f, struct first *x,
	   struct err *e)
{
	for (int i = 0; i < 2; i++) {
		struct enrolment v = f->hr[i];
		const struct record *r;

		v.role = "hr";
		v.lang = arena_strndup(app->a, f->languages,
				       strcspn(f->languages, " "));
		if (enrolment_check(app, &v, e) != 0 ||
		    enrolment_record(app, &v, NULL, &r, &x->names[i],
				     &x->codes[i], e) != 0)
			return -1;
		x->v[2 + i] = (struct endorsed){
			.r = r, .sig = { { SIG_CHARTER, x->charter } },
			.nsig = 1 };
	}
	return 0;
}

/* The first HR person needs no paper: their code is used here and now. */
static int
activate_first(struct app *app, const struct founding *f, struct first *x,
	       const struct secret *pass, struct err *e)
{
	OWN(secret_freep) struct secret *digits = secret_new(64);
	struct appended done;
	struct person p;

	if (code_read(x->codes[0], CODE_GROUPS, digits->s) != 0 ||
	    app_person(app, f->hr[0].number, &p, e) != 0)
		return -1;
	x->code = signer_from_code(f->id, p.number, digits->s);
	x->own = signer_random();
	if (ownkey_seal(app, p.number, x->own, pass, e) != 0)
		return -1;
	return activation_append(app, &p, p.lang, NULL, x->code, x->own,
				 &done, e);
}

static int
first_records(struct app *app, const struct founding *f, struct first *x,
	      const struct secret *pass, struct err *e)
{
	struct append side = { .names = x->names, .nnames = 2 };
	struct appended done;

	if (house_record(app, f, x, e) != 0 || hr_records(app, f, x, e) != 0 ||
	    app_append(app, x->v, 4, &side, &done, e) != 0)
		return -1;
	return activate_first(app, f, x, pass, e);
}

static int
build(struct app *app, const struct founding *f, struct first *x,
      struct founded *ret, struct err *e)
{
	OWN(secret_freep) struct secret *digits = secret_new(64);
	OWN(secret_freep) struct secret *pass = NULL;

	code_random(digits, CHARTER_GROUPS);
	x->charter = signer_from_charter(f->id, digits->s);
	ret->fingerprint = charter_fingerprint(app->life,
					       signer_public(x->charter));
	if (make_folder(app, e) != 0 || make_terminal(app, f, e) != 0)
		return -1;
	app->house = (struct house){ .id = f->id, .title = f->title,
				     .zone = f->zone, .trial = f->trial,
				     .languages = f->languages };
	if (ownkey_ask(app, NULL, f->hr[0].name, f->hr[0].number, &pass,
		       e) != 0 ||
	    first_records(app, f, x, pass, e) != 0 ||
	    hand_out_sheet(app, f, digits->s, ret->fingerprint,
			   &x->sheet_written, e) != 0)
		return -1;
	ret->code = x->codes[1];
	return 0;
}

int
founding_fit_sheet(const char *path, struct err *e)
{
	if (!file_exists(path))
		return 0;
	return err_set(e, ERR_REFUSED,
		       "'%s' is there already: the charter sheet needs a new "
		       "file. One that was left behind when a house was not "
		       "finished opens nothing: destroy it", path);
}

int
founding_run(struct app *app, const struct founding *f, struct founded *ret,
	     struct err *e)
{
	struct first x = { 0 };
	struct place p = { 0 };
	struct err late;
	int rc;

	if (zone_open(app->life, f->zone, &app->zone, e) != 0)
		return -1;
	start_set_now(app, app->zone);
	if ((f->sheet != NULL && founding_fit_sheet(f->sheet, e) != 0) ||
	    find_place(app, &p, e) != 0)
		return -1;
	app->site = p.tmp;
	rc = build(app, f, &x, ret, e);
	signer_free(x.charter);
	signer_free(x.code);
	signer_free(x.own);
	app_close_house(app);
	if (rc == 0)
		rc = settle(app, &p, e);
	if (rc != 0) {
		founding_remove(app, p.tmp);
		/* A sheet of no house would only be taken for another's. */
		if (x.sheet_written)
			(void)!unlink(f->sheet);
	}
	app->site = p.site;
	/* It is made: whoever needs it opens it again, and is told if that
	 * fails. */
	err_init(&late, app->m);
	if (rc == 0)
		(void)!app_open_house(app, true, &late);
	return rc;
}
