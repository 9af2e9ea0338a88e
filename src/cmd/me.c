/* me: what a person can do for themselves: passphrase, language, asking.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include "base/args.h"
#include "base/str.h"
#include "cmd/handbook.h"
#include "cmd/ownkey.h"

/* ---- the page ---- */

static const struct {
	const char *key, *word, *label, *note;
} doors[] = {
	{ "1", "passphrase", N_("Change my passphrase"),
	  N_("the old one, then a new one") },
	{ "2", "language", N_("My language"), NULL },
	{ "3", "signed", N_("What I signed"), N_("with a receipt of each") },
	{ "4", "object", N_("Object to something I signed"),
	  N_("your own words, your signature") },
	{ "5", "ask", N_("I did not understand, or want it on paper"), NULL },
	{ "6", "data", N_("What is stored about me"),
	  N_("who may read it, for how long") },
};

static struct value *
me_data(struct app *app, const struct person *me)
{
	struct value *d = app_data(app), *v;

	value_put_text(app->a, d, "number", me->number);
	value_put_text(app->a, d, "name", me->name);
	value_put_text(app->a, d, "role", role_word(me->role));
	value_put_text(app->a, d, "team",
		       str_eq(me->team, "-") ? NULL : me->team);
	value_put_text(app->a, d, "language", me->lang);
	v = value_put(app->a, d, "words", value_list(app->a));
	for (size_t i = 0; i < NELEM(doors); i++)
		value_add(app->a, v, value_text(app->a, doors[i].word));
	return d;
}

int
cmd_me(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct person me;
	struct page *p;

	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0 ||
	    app_person(app, app->who, &me, e) != 0)
		return -1;
	p = app_page(app, arena_printf(app->a, T(app, "MYSELF   %s"),
				       me.name));
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Number %s, %s, on the list "
					      "with the language %s."),
			       me.number, app_role_words(app, me.role),
			       app_lang_words(app, me.lang)));
	page_gap(app->a, p);
	for (size_t i = 0; i < NELEM(doors); i++) {
		const char *text = T(app, doors[i].label);
		const char *note = doors[i].note != NULL ?
				   T(app, doors[i].note) :
				   str_eq(doors[i].word, "language") ?
				   app_lang_names[app_lang_index(app->lang)] : NULL;

		if (note != NULL)
			text = arena_printf(app->a, "%s\t%s", text, note);
		page_item(app->a, p, doors[i].key, text);
		app_follow(app, doors[i].key,
			   arena_printf(app->a, "me %s", doors[i].word));
	}
	return app_result(app, me_data(app, &me), NULL, p, e);
}

/* ---- passphrase ---- */

/* The key stays the same, so nothing is recorded: the log says who held which
 * key when; how its owner keeps it locked is nobody's business (and a record
 * of each change would tell when somebody feared for it). */
int
cmd_me_passphrase(struct app *app, int argc, const char *const *argv,
		  struct err *e)
{
	OWN(signer_freep) struct signer *key = NULL;
	OWN(secret_freep) struct secret *pass = NULL;
	struct value *d = app_data(app);
	struct person me;
	struct page *p;

	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0 ||
	    app_person(app, app->who, &me, e) != 0)
		return -1;
	p = app_page(app, T(app, "CHANGE MY PASSPHRASE"));
	page_para(app->a, p, T(app, "First the passphrase of now, then the "
				    "new one. Until the end the old one "
				    "holds."));
	if ((app->io->interactive && io_tell(app->io, p, e) != 0) ||
	    app_unseal(app, app->who, T(app, "Passphrase of now (not shown): "),
		       &key, e) != 0 ||
	    ownkey_ask(app, NULL, me.name, me.number, &pass, e) != 0 ||
	    ownkey_reseal(app, me.number, key, pass, e) != 0)
		return -1;
	p = app_page(app, T(app, "CHANGE MY PASSPHRASE"));
	page_para(app->a, p, T(app, "Done: from now on the new passphrase is "
				    "your signature. What you signed before "
				    "stays signed."));
	page_para(app->a, p, T(app, "An older backup of the house still opens "
				    "with the old one. If somebody else knows "
				    "it, tell HR: with a new code you get a "
				    "new key."));
	value_put_text(app->a, d, "number", me.number);
	value_put_bool(app->a, d, "changed", true);
	return app_result(app, d, NULL, p, e);
}

/* ---- language ---- */

/* The list's language is what HR signed, for prints and codes too; here it is
 * that of this screen until the person logs out. */
int
cmd_me_language(struct app *app, int argc, const char *const *argv,
		struct err *e)
{
	struct io_option o[LANGS];
	struct value *d = app_data(app);
	const char *lang;
	struct person me;
	struct page *p;
	size_t i;

	if (app_args(app, NULL, 0, argc, argv, 1, &lang, e) != 0 ||
	    app_person(app, app->who, &me, e) != 0)
		return -1;
	if (lang == NULL && !app->io->interactive)
		return err_set(e, ERR_USAGE, "which language? 'me language "
			       "en', 'de' or 'ru'");
	for (i = 0; i < LANGS; i++)
		o[i] = (struct io_option){ .word = app_langs[i],
					   .label = app_lang_names[i] };
	i = app_lang_index(app->lang);
	if (lang == NULL &&
	    (io_tell(app->io, app_page(app, T(app, "MY LANGUAGE")), e) != 0 ||
	     io_choose(app->io, T(app, "Your choice"), o, LANGS, i, &i,
		       e) != 0))
		return -1;
	if (app_set_lang(app, lang != NULL ? lang : app_langs[i], e) != 0)
		return -1;
	p = app_page(app, T(app, "MY LANGUAGE"));
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "%s, until you log out. On the "
					      "list you have %s: HR changes "
					      "that."),
			       app_lang_names[app_lang_index(app->lang)],
			       app_lang_words(app, me.lang)));
	value_put_text(app->a, d, "language", app->lang);
	return app_result(app, d, NULL, p, e);
}

/* ---- asking ---- */

static bool
is_section(const struct edition_row *ed, const char *id)
{
	for (size_t i = 0; i < ed->nsections; i++)
		if (str_eq(ed->sections[i].id, id))
			return true;
	return false;
}

static int
check_section(const struct edition_row *ed, const char *id, struct err *e)
{
	return id == NULL || is_section(ed, id) ? 0 :
	       err_set(e, ERR_USAGE, "the handbook has no section '%s': H0, "
		       "H1 and so on", id);
}

static int
ask_section(struct app *app, const struct edition_row *ed, const char **ret,
	    struct err *e)
{
	for (;;) {
		if (io_ask(app->io, app->a,
			   T(app, "Which part, for example H5 (Enter: none "
				  "in particular)"), NULL, ret, e) != 0)
			return -1;
		if (str_eq(*ret, "0"))
			return err_cancel(e);
		if (**ret == '\0')
			*ret = NULL;
		else if (!is_section(ed, *ret))
			*ret = arena_printf(app->a, "H%s", *ret +
					    (**ret == 'h' || **ret == 'H'));
		if (check_section(ed, *ret, e) == 0)
			return 0;
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

static int
ask_wish(struct app *app, const struct edition_row *ed, const char **ret_want,
	 const char **ret_section, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "explain",
		  .label = T(app, "I did not understand something") },
		{ .word = "paper", .label = T(app, "I want it on paper") },
	};
	struct page *p = app_page(app, T(app, "ASK ABOUT THE HANDBOOK"));
	size_t i;

	if (*ret_want == NULL) {
		page_para(app->a, p, T(app, "Nothing is signed by asking. HR "
					    "sees it, and somebody comes to "
					    "you."));
		if (io_tell(app->io, p, e) != 0 ||
		    io_choose(app->io, T(app, "Your choice"), o, NELEM(o),
			      NELEM(o), &i, e) != 0)
			return -1;
		*ret_want = o[i].word;
		if (i == 0 && ask_section(app, ed, ret_section, e) != 0)
			return -1;
	}
	if (!str_eq(*ret_want, "explain") && !str_eq(*ret_want, "paper"))
		return err_set(e, ERR_USAGE, "'%s' cannot be asked for: "
			       "explain or paper", *ret_want);
	return check_section(ed, *ret_section, e);
}

int
cmd_me_ask(struct app *app, int argc, const char *const *argv, struct err *e)
{
	const char *words[2], *want, *section;
	struct edition_row ed;
	struct appended done;
	struct value *d;
	struct page *p;

	if (app_args(app, NULL, 0, argc, argv, 2, words, e) != 0)
		return -1;
	want = words[0];
	section = words[1];
	if (want == NULL && !app->io->interactive)
		return err_set(e, ERR_USAGE, "what do you ask for? 'me ask "
			       "explain' or 'me ask paper'");
	if (handbook_edition(app, &ed, e) != 0 ||
	    ask_wish(app, &ed, &want, &section, e) != 0 ||
	    handbook_wish(app, ed.edition, want, section, &done, e) != 0)
		return -1;
	d = app_leaf_data(app, done.first);
	value_put_text(app->a, d, "want", want);
	value_put_text(app->a, d, "section", section);
	p = app_page(app, T(app, "ASK ABOUT THE HANDBOOK"));
	page_para(app->a, p,
		  arena_printf(app->a, str_eq(want, "paper") ?
			       T(app, "Noted as number %llu: you get it on "
				      "paper. Nothing is signed.") :
			       T(app, "Noted as number %llu: somebody will "
				      "explain it to you. Nothing is "
				      "signed."),
			       (unsigned long long)done.first));
	return app_result(app, d, NULL, p, e);
}
