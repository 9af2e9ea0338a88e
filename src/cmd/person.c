/* person N: everything on one person, and what can be recorded.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/cmd.h"
#include "cmd/person.h"

#include "base/args.h"
#include "base/str.h"
#include "cmd/charter.h"
#include "cmd/standing.h"

#define HR ROLE_BIT(ROLE_HR)
#define SUPERVISOR ROLE_BIT(ROLE_SUPERVISOR)

/* ---- what fits a person as things stand ---- */

static bool
is_here(const struct app *app, const struct dossier *d)
{
	(void)app;
	return d->p.state != PERSON_LEFT;
}

static bool
has_left(const struct app *app, const struct dossier *d)
{
	return !is_here(app, d);
}

static bool
has_key(const struct app *app, const struct dossier *d)
{
	(void)app;
	return d->p.state == PERSON_ACTIVE;
}

static bool
owes(const struct app *app, const struct dossier *d)
{
	return is_here(app, d) && d->has_edition &&
	       d->st.status != DUTY_ACKNOWLEDGED;
}

static bool
owes_now(const struct app *app, const struct dossier *d)
{
	return owes(app, d) && d->st.status != DUTY_EXEMPT;
}

static bool
to_remind(const struct app *app, const struct dossier *d)
{
	(void)app;
	return d->has_edition && standing_to_remind(&d->st);
}

static bool
is_held(const struct app *app, const struct dossier *d)
{
	(void)app;
	return d->held;
}

static bool
not_held(const struct app *app, const struct dossier *d)
{
	return !is_held(app, d);
}

/* Neither who gave the code nor who gets it. */
static bool
may_second(const struct app *app, const struct dossier *d)
{
	return d->code_by != NULL && !str_eq(d->code_by, app->who) &&
	       !str_eq(d->p.number, app->who);
}

const struct person_action person_actions[] = {
	{ "vouch", N_("vouch for the new code"), HR | SUPERVISOR, may_second,
	  person_second },
	{ "code", N_("new code"), HR, is_here, person_code },
	{ "change", N_("change name, team, role"), HR, is_here,
	  person_change },
	{ "name", NULL, HR, is_here, person_rename },
	{ "misused", N_("report a misused key"), HR, has_key, person_misused },
	{ "left", N_("has left"), HR, is_here, person_left },
	{ "returned", N_("is back"), HR, has_left, person_returned },
	{ "exempt", N_("need not sign"), HR, owes, person_exempt },
	{ "paper", N_("signed on paper"), HR | SUPERVISOR, owes,
	  person_paper },
	{ "remind", N_("remind to sign"), HR, to_remind, person_remind },
	{ "explained", N_("it was explained"), HR | SUPERVISOR, owes_now,
	  person_explained },
	{ "refused", N_("does not want to sign"), HR | SUPERVISOR, owes_now,
	  person_refused },
	{ "hold", N_("erase nothing (hold)"), HR, not_held, person_hold },
	{ "release", N_("end the hold"), HR, is_held, person_release },
};
const size_t person_action_count = NELEM(person_actions);

bool
person_offers(const struct app *app, const struct dossier *d,
	      const struct person_action *act)
{
	return act->label != NULL && (act->roles & ROLE_BIT(app->role)) &&
	       act->fits(app, d);
}

static int
find_action(struct app *app, const struct dossier *d, const char *word,
	    const struct person_action **ret, struct err *e)
{
	const struct person_action *act = person_actions;
	struct guess g = { .typed = word };

	while (act < person_actions + NELEM(person_actions) &&
	       !str_eq(act->word, word))
		guess_offer(&g, (act++)->word);
	if (act == person_actions + NELEM(person_actions))
		return g.word != NULL ?
		       err_set(e, ERR_USAGE, "'%s' is nothing that can be "
			       "recorded of a person. Did you mean '%s'?",
			       word, g.word) :
		       err_set(e, ERR_USAGE, "'%s' is nothing that can be "
			       "recorded of a person: 'person %s' shows what "
			       "can", word, d->p.number);
	if (!(act->roles & ROLE_BIT(app->role)))
		return err_set(e, ERR_REFUSED, "'%s' is not for %s", word,
			       app_role_words(app, app->role));
	if (!act->fits(app, d))
		return err_set(e, ERR_REFUSED, "'%s' does not fit %s as things "
			       "stand: 'person %s' shows what does", word,
			       d->p.number, d->p.number);
	*ret = act;
	return 0;
}

/* ---- what is known ---- */

int
app_code_by(struct app *app, const struct person *p, const char **ret,
	    struct err *e)
{
	const struct record *r;

	*ret = NULL;
	if (p->state != PERSON_ENROLLED || *p->code_key == '\0' ||
	    p->reset_at == 0 || p->reset_seconded)
		return 0;
	if (app_leaf_record(app, NULL, (uint64_t)p->enrol_index, &r, e) != 0)
		return -1;
	*ret = r != NULL ? record_get(r, "by") : NULL;
	return 0;
}

static int
gather(struct app *app, const char *number, struct dossier *d, struct err *e)
{
	*d = (struct dossier){ .has_edition = false };
	if (app_person(app, number, &d->p, e) != 0 ||
	    store_on_hold(app->store, number, &d->held, e) != 0 ||
	    app_code_by(app, &d->p, &d->code_by, e) != 0 ||
	    app_current_edition(app, &d->ed, &d->has_edition, e) != 0)
		return -1;
	d->name = *d->p.name != '\0' ? d->p.name : T(app, "(erased)");
	return !d->has_edition ? 0 :
	       app_standing(app, &d->ed, number, &d->st, e);
}

/* ---- recording ---- */

/* All that can be refused without a signature is refused before a passphrase
 * is asked for. */
static int
rehearse(struct app *app, const struct deed *deed, struct err *e)
{
	struct endorsed v[NELEM(deed->r)] = { 0 };
	struct append side = { .dry = true };
	struct appended done;

	for (size_t i = 0; i < deed->n; i++)
		v[i].r = deed->r[i];
	return app_append(app, v, deed->n, &side, &done, e);
}

/* What nobody signs is at least meant. */
static int
confirm(struct app *app, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "yes", .label = T(app, "Record it") },
		{ .word = "no", .label = T(app, "Not now") },
	};
	size_t answer = 0;

	if (app->opt.yes || !app->io->interactive)
		return 0;
	if (io_choose(app->io, T(app, "Your choice"), o, NELEM(o), 0, &answer,
		      e) != 0)
		return -1;
	return answer == 0 ? 0 : err_cancel(e);
}

static int
carry_out(struct app *app, const struct deed *deed, struct appended *ret,
	  struct err *e)
{
	OWN(signer_freep) struct signer *key = NULL;
	struct endorsed v[NELEM(deed->r)] = { 0 };
	struct append side = { .names = deed->name,
			       .nnames = deed->name != NULL };

	if (rehearse(app, deed, e) != 0 ||
	    (app->io->interactive && io_say(app->io, deed->says, e) != 0))
		return -1;
	if (deed->slot == SIG_NONE ? confirm(app, e) != 0 :
	    deed->slot == SIG_CHARTER ? app_charter(app, &key, e) != 0 :
	    app_unseal(app, app->who, NULL, &key, e) != 0)
		return -1;
	for (size_t i = 0; i < deed->n; i++) {
		v[i].r = deed->r[i];
		v[i].sig[0].slot = deed->slot;
		v[i].sig[0].key = key;
		v[i].nsig = key != NULL;
	}
	return app_append(app, v, deed->n, &side, ret, e);
}

/* ---- what is shown ---- */

static int
show(struct app *app, const struct dossier *d, const struct person_look *look,
     struct err *e)
{
	struct value *data;
	struct page *page;

	app_show_as(app, arena_printf(app->a, "person %s%s%s", d->p.number,
				      look->details ? " --details" : "",
				      look->history ? " --history" : ""));
	page = person_page(app, d, look, e);
	if (page == NULL || person_data(app, d, &data, e) != 0)
		return -1;
	return app_result(app, data, NULL, page, e);
}

/* Who else can make the code good, and by which number of whose menu. */
static const char *
second_words(struct app *app, const struct dossier *d)
{
	const char *key = app_menu_key(app, ROLE_SUPERVISOR, "vouch");

	return key == NULL ?
	       arena_printf(app->a, T(app, "It works only after a second "
		       "person has vouched for it: another HR person or a "
		       "supervisor, with 'person %s vouch'."), d->p.number) :
	       arena_printf(app->a, T(app, "It works only after a second "
		       "person has vouched for it. A supervisor: logs in, "
		       "then number %s. Another HR person: logs in, then "
		       "number %s, and in the list %s."), key,
		       app_menu_key(app, ROLE_HR, "people"),
		       app_list_name(app, d->p.name));
}

/* The code is on this page and nowhere else. */
static struct page *
code_page(struct app *app, const struct dossier *d, const struct deed *deed,
	  const char *news)
{
	struct page *page = app_page(app, T(app, "NEW CODE"));
	int64_t until = 0;

	date_parse(deed->until, &until);
	page_para(app->a, page, news);
	page_gap(app->a, page);
	page_field(app->a, page, T(app, "For"),
		   arena_printf(app->a, "%s, %s", d->p.number, d->name));
	page_field(app->a, page, T(app, "Code"), deed->code);
	page_field(app->a, page, T(app, "Good until"),
		   app_date_words(app, until));
	page_gap(app->a, page);
	if (deed->second)
		page_para(app->a, page, second_words(app, d));
	page_para(app->a, page,
		  T(app, "Give it to the person on paper. It is shown only "
			 "now."));
	page->keys = T(app, "Enter back to the person   ? help");
	return page;
}

/* Whether the code goes to the printer is asked before there is one. */
static int
ask_printing(struct app *app, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "show", .label = T(app, "Show it here") },
		{ .word = "print", .label = T(app, "Print it") },
	};
	size_t answer;

	if (!app->io->interactive || app_keeps(app))
		return 0;
	if (io_choose(app->io, T(app, "The code on its paper"), o, NELEM(o),
		      0, &answer, e) != 0)
		return -1;
	app->opt.print = answer == 1;
	return 0;
}

static int
show_done(struct app *app, const struct dossier *d,
	  const struct person_action *act, const struct deed *deed,
	  uint64_t leaf, struct err *e)
{
	struct value *data = app_leaf_data(app, leaf);
	struct person_look look = { .news = arena_printf(app->a,
		T(app, "Recorded as number %llu. %s"),
		(unsigned long long)leaf, deed->says) };
	struct dossier now;
	struct page *page;

	value_put_text(app->a, data, "number", d->p.number);
	value_put_text(app->a, data, "action", act->word);
	if (deed->code != NULL) {
		value_put_text(app->a, data, "code", deed->code);
		value_put_text(app->a, data, "until", deed->until);
		value_put_bool(app->a, data, "waits", deed->second);
	}
	app_show_as(app, NULL);
	if (deed->code != NULL)
		return app_result(app, data, NULL,
				  code_page(app, d, deed, look.news), e);
	if (app->shown != NULL) {
		if (gather(app, d->p.number, &now, e) != 0)
			return -1;
		return show(app, &now, &look, e);
	}
	page = app_page(app, arena_printf(app->a, "%s   %s", d->p.number,
					  d->name));
	page_para(app->a, page, look.news);
	return app_result(app, data, NULL, page, e);
}

static int
act(struct app *app, const struct dossier *d, const char *word,
    struct err *e)
{
	const struct person_action *what;
	struct deed deed = { .n = 0 };
	struct appended done;

	if (find_action(app, d, word, &what, e) != 0 ||
	    what->ask(app, d, &deed, e) != 0 ||
	    (deed.code != NULL && ask_printing(app, e) != 0) ||
	    carry_out(app, &deed, &done, e) != 0)
		return -1;
	return show_done(app, d, what, &deed, done.first, e);
}

int
cmd_person(struct app *app, int argc, const char *const *argv, struct err *e)
{
	struct person_look look = { .news = NULL };
	const struct opt spec[] = {
		{ .name = "details", .type = OPT_FLAG, .flag = &look.details },
		{ .name = "history", .type = OPT_FLAG, .flag = &look.history },
	};
	const char *words[2], *number;
	struct dossier d;

	if (app_args(app, spec, NELEM(spec), argc, argv, 2, words, e) != 0)
		return -1;
	if (words[0] == NULL && !app->io->interactive)
		return err_set(e, ERR_USAGE, "which person? 'person NUMBER'");
	if (app_ask_whom(app, words[0],
			 T(app, "Number, or the beginning of the name: "),
			 NULL, &number, e) != 0 ||
	    gather(app, number, &d, e) != 0)
		return -1;
	return words[1] != NULL ? act(app, &d, words[1], e) :
				  show(app, &d, &look, e);
}
