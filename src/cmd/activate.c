/* activate N: code, own passphrase, done; nobody else can do it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <stdio.h>
#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/activation.h"
#include "cmd/handbook.h"
#include "cmd/ownkey.h"
#include "model/code.h"

static const char *
until_words(struct app *app, const struct person *p)
{
	int64_t day;

	return date_parse(p->code_until, &day) ? app_date_words(app, day) :
						 p->code_until;
}

/* Whether there is a code to use at all, and here, and still. */
static int
check_open(struct app *app, const struct person *p, struct err *e)
{
	int64_t until;

	if (p->state == PERSON_LEFT)
		return err_set(e, ERR_REFUSED, "%s has left the house",
			       p->number);
	if (p->code_key[0] == '\0')
		return err_set(e, ERR_REFUSED,
			       "%s is active already; a lost passphrase needs "
			       "a new code from HR", p->number);
	if (!str_eq(p->code_at, store_terminal(app->store)))
		return err_set(e, ERR_REFUSED,
			       "this code is for terminal '%s', not for this "
			       "one", p->code_at);
	if (date_parse(p->code_until, &until) && app_today(app) > until)
		return err_set(e, ERR_REFUSED,
			       "the code of %s was good until %s: ask HR for "
			       "a new one", p->number, until_words(app, p));
	return 0;
}

static bool
has_code(const struct person *p)
{
	return p->code_key[0] != '\0';
}

static bool
is_active(const struct person *p)
{
	return p->state == PERSON_ACTIVE;
}

/* ---- step 1: who, in which language, with whom ---- */

static struct page *
step_page(struct app *app, const char *step)
{
	struct page *p = app_page(app, T(app, "FIRST TIME HERE"));

	p->right = step;
	return p;
}

/* The language of the door may be nobody's here: where it is not the
 * newcomer's own, they say which one they want, each named in itself. */
static int
ask_lang(struct app *app, const struct person *p, struct err *e)
{
	struct io_option o[LANGS];
	const char *door = app->lang;
	size_t i = app_lang_index(p->lang);

	if (app->opt.lang != NULL)
		return 0;
	if (app_set_lang(app, p->lang, e) != 0)
		return -1;
	if (!app->io->interactive || str_eq(door, p->lang))
		return 0;
	for (size_t k = 0; k < LANGS; k++)
		o[k] = (struct io_option){ .word = app_langs[k],
					   .label = app_lang_names[k] };
	if (io_tell(app->io, step_page(app, T(app, "step 1 of 3")), e) != 0 ||
	    io_choose(app->io, T(app, "Your language"), o, LANGS, i, &i,
		      e) != 0)
		return -1;
	return app_set_lang(app, app_langs[i], e);
}

static int
ask_attended(struct app *app, const char *number, const char **ret,
	     struct err *e)
{
	struct page *page = step_page(app, T(app, "step 1 of 3"));
	struct person p;
	const char *s;

	page_para(app->a, page,
		  T(app, "Is somebody of the house here and shows you this? "
			 "Type their number, or the first letters of their "
			 "name. If you are alone: only Enter."));
	page->keys = T(app, "Enter goes on   0 stop; nothing is lost");
	if (app->io->interactive && io_tell(app->io, page, e) != 0)
		return -1;
	for (;;) {
		if (io_ask(app->io, app->a, T(app, "Who stands by you"), "-",
			   &s, e) != 0)
			return -1;
		if (*s == '\0' || str_eq(s, "-")) {
			*ret = NULL;
			return 0;
		}
		if (app->io->interactive && str_eq(s, "0"))
			return err_cancel(e);
		if (app_whom(app, s, is_active, ret, e) == 0 &&
		    app_person(app, *ret, &p, e) == 0) {
			if (!str_eq(*ret, number))
				return 0;
			err_set(e, ERR_USAGE, "it has to be somebody else, or "
				"-");
		}
		if (!app->io->interactive || e->cancelled)
			return -1;
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

/* ---- step 2: the code ---- */

/* Groups of the code as they are typed, one at a time or more at once. */
struct typed_code {
	struct app *app;
	struct secret *digits, *scratch;
	size_t have; /* groups that hold */
};

/* How many groups TYPED has, 0: it is no groups, or too many. *RET_SLIP: which
 * of them holds a slip, 0: none. They are in C->scratch. */
static size_t
read_groups(const struct typed_code *c, const char *typed, size_t *ret_slip)
{
	for (size_t n = 1; n <= CODE_GROUPS - c->have; n++) {
		int bad = code_read(typed, n, c->scratch->s);

		*ret_slip = bad > 0 ? (size_t)bad : 0;
		if (bad >= 0)
			return n;
	}
	return 0;
}

static const char *
judge_groups(void *ctx, const struct secret *s)
{
	const struct typed_code *c = ctx;
	struct app *app = c->app;
	size_t slip, n = read_groups(c, s->s, &slip);

	if (n == 0)
		return T(app, "six digits, please");
	if (slip > 0 && n == 1)
		return T(app, "a slip in these six, please look again");
	if (slip > 0)
		return arena_printf(app->a,
				    T(app, "a slip in group %zu, please look "
					   "again"), c->have + slip);
	return T(app, "well typed");
}

/* Keeps the groups before the slip. */
static void
take_groups(struct typed_code *c, const struct secret *s)
{
	size_t slip, n = read_groups(c, s->s, &slip);

	if (slip > 0)
		n = slip - 1;
	memcpy(c->digits->s + c->have * CODE_GROUP, c->scratch->s,
	       n * CODE_GROUP);
	c->have += n;
	c->digits->s[c->have * CODE_GROUP] = '\0';
}

static int
ask_groups(struct app *app, struct secret *digits, struct err *e)
{
	OWN(secret_freep) struct secret *scratch = secret_new(64);
	struct typed_code c = { .app = app, .digits = digits,
				.scratch = scratch };
	const struct io_secret how = { .seen = true, .judge = judge_groups,
				       .ctx = &c };

	while (c.have < CODE_GROUPS) {
		OWN(secret_freep) struct secret *s = NULL;
		const char *prompt = arena_printf(
			app->a, T(app, "Group %zu: "), c.have + 1);

		if (io_ask_secret_as(app->io, prompt, &how, &s, e) != 0)
			return -1;
		take_groups(&c, s);
	}
	return 0;
}

/* A code that --passphrase-fd gives is one line. */
static int
read_code(struct app *app, struct secret *digits, struct err *e)
{
	OWN(secret_freep) struct secret *s = NULL;
	int bad;

	if (io_ask_secret(app->io, T(app, "Code: "), &s, e) != 0)
		return -1;
	bad = code_read(s->s, CODE_GROUPS, digits->s);
	if (bad < 0)
		return err_set(e, ERR_REFUSED, "a code has 30 digits, in "
			       "five groups of six");
	if (bad > 0)
		return err_set(e, ERR_REFUSED, "group %d holds a slip: "
			       "please look at the paper again", bad);
	return 0;
}

static int
show_code_page(struct app *app, const struct person *p, struct err *e)
{
	struct page *page = step_page(app, T(app, "step 2 of 3"));

	page_para(app->a, page,
		  T(app, "The code on your paper has five groups of six "
			 "digits. Type them one after another, Enter after "
			 "each; each group is checked at once."));
	page_para(app->a, page,
		  arena_printf(app->a, T(app, "It is the code of %s, good "
					      "until %s."),
			       p->name, until_words(app, p)));
	page->keys = T(app, "Enter takes the group   0 stop; nothing is lost");
	return io_tell(app->io, page, e);
}

/* The code as a key. A slip of the pen is told by its group; a well-typed
 * code that is not this person's gives another key. */
static int
ask_code(struct app *app, const struct person *p, struct signer **ret,
	 struct err *e)
{
	OWN(secret_freep) struct secret *digits = secret_new(64);

	if (app->io->interactive && show_code_page(app, p, e) != 0)
		return -1;
	for (;;) {
		OWN(signer_freep) struct signer *s = NULL;
		char key[PUBKEY_TEXT_SIZE];

		if (app->io->interactive ? ask_groups(app, digits, e) != 0 :
					   read_code(app, digits, e) != 0)
			return -1;
		s = signer_from_code(app->house.id, p->number, digits->s);
		pubkey_print(key, signer_public(s));
		if (str_eq(key, p->code_key)) {
			*ret = s;
			s = NULL; /* transferred */
			return 0;
		}
		err_set(e, ERR_REFUSED, "this is not the code of %s: take the "
			"newest slip with this number on it", p->number);
		if (!app->io->interactive)
			return -1;
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

/* ---- done ---- */

static int
show(struct app *app, const struct person *p, const struct signer *own,
     uint64_t leaf, bool logged_in, struct err *e)
{
	struct value *d = app_leaf_data(app, leaf);
	struct page *page = app_page(app, T(app, "FIRST TIME HERE"));
	char *key = arena_alloc(app->a, PUBKEY_TEXT_SIZE);

	pubkey_print(key, signer_public(own));
	value_put_text(app->a, d, "number", p->number);
	value_put_text(app->a, d, "state", "active");
	value_put_text(app->a, d, "key", key);
	page_para(app->a, page,
		  arena_printf(app->a,
			       T(app, "Done, %s: this passphrase is your "
				      "signature from now on. Nobody can look "
				      "it up; if you forget it, HR gives you "
				      "a new code."), p->name));
	if (logged_in) {
		page_para(app->a, page, T(app, "You are logged in."));
		page->keys = ""; /* something is asked below */
	}
	return app_result(app, d, NULL, page, e);
}

/* ---- what comes next ---- */

/* Who has come so far may go on at once. */
static int
offer_handbook(struct app *app, struct err *e)
{
	static const char *const read[] = { "handbook", "read" };
	struct io_option o[] = {
		{ .word = "begin" },
		{ .word = "later", .label = T(app, "Later"), .key = "0" },
	};
	const struct edition_section *first;
	struct edition_row row;
	struct app_edition ed;
	bool found;
	size_t i;

	if (app_current_edition(app, &row, &found, e) != 0)
		return -1;
	if (!found)
		return 0;
	if (app_edition_text(app, &row, app->lang, &ed, e) != 0)
		return -1;
	if (ed.text.nsections == 0)
		return 0;
	first = &ed.text.sections[0];
	o[0].label = arena_printf(app->a,
				  T(app, "Begin the handbook, part %s (%u "
					 "min)"),
				  first->id, handbook_minutes(first->words));
	ui_set_idle(app->ui, APP_IDLE_HOME);
	if (io_choose(app->io, T(app, "What next"), o, NELEM(o), 0, &i,
		      e) != 0)
		return -1;
	if (i == 1)
		return err_cancel(e); /* to the menu */
	ui_set_idle(app->ui, APP_IDLE_READING);
	return cmd_dispatch(app, NELEM(read), read, e);
}

/* Speaks the newcomer's language from here on. */
static int
activate(struct app *app, const char *number, struct err *e)
{
	OWN(signer_freep) struct signer *code = NULL, *own = NULL;
	OWN(secret_freep) struct secret *pass = NULL;
	bool stays = app->at_prompt && app->ui != NULL;
	const char *attended;
	struct appended done;
	struct person p;

	if (app_person(app, number, &p, e) != 0 ||
	    check_open(app, &p, e) != 0 || ask_lang(app, &p, e) != 0 ||
	    ask_attended(app, number, &attended, e) != 0 ||
	    ask_code(app, &p, &code, e) != 0 ||
	    ownkey_ask(app, T(app, "step 3 of 3"), p.name, number, &pass,
		       e) != 0)
		return -1;
	own = signer_random();
	if (ownkey_seal(app, number, own, pass, e) != 0 ||
	    activation_append(app, &p, app->lang, attended, code, own, &done,
			      e) != 0)
		return -1;
	/* Who has just typed code and passphrase need not prove it again. */
	if (stays) {
		snprintf(app->who, sizeof(app->who), "%s", p.number);
		app->role = p.role;
	}
	if (show(app, &p, own, done.first, stays, e) != 0)
		return -1;
	return stays ? offer_handbook(app, e) : 0;
}

int
cmd_activate(struct app *app, int argc, const char *const *argv,
	     struct err *e)
{
	const char *number, *door = app->door_lang;
	struct err none;
	int rc;

	if (app_args(app, NULL, 0, argc, argv, 1, &number, e) != 0)
		return -1;
	if (number == NULL && !app->io->interactive)
		return err_set(e, ERR_USAGE, "whose code is it? 'preshift "
			       "activate NUMBER'");
	if (app_ask_whom(app, number, NULL, has_code, &number, e) != 0)
		return -1;
	rc = activate(app, number, e);
	app->door_lang = door;
	err_init(&none, NULL);
	if (rc != 0 && app->at_prompt && app->who[0] == '\0')
		(void)!app_set_lang(app, door, &none);
	return rc;
}
