/* me signed, me object: what a person signed about the handbook, and objecting
 * to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/receipt.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/standing.h"
#include "base/utf8.h"
#include "cmd/cmd.h"

enum { WORDS_MOST = 4000 };

/* ---- the list ---- */

/* What the signature that counts today is worth; older ones it replaced. */
static int
counts_today(struct app *app, struct standing *ret, struct err *e)
{
	struct edition_row ed;
	bool found;

	*ret = (struct standing){ 0 };
	if (app_current_edition(app, &ed, &found, e) != 0)
		return -1;
	return found ? app_standing(app, &ed, app->who, ret, e) : 0;
}

static bool
is_row(const struct handbook_row *a, const struct handbook_row *b)
{
	return a != NULL && a->index == b->index &&
	       str_eq(a->terminal, b->terminal);
}

static const char *
what_words(struct app *app, const struct handbook_row *r)
{
	const char *s = receipt_what(app, r->kind, r->edition);

	if (r->kind == REC_OBJECT && r->ref_terminal != NULL)
		s = arena_printf(app->a, T(app, "objection to number %s"),
				 receipt_number(app, r->ref_terminal,
						r->ref_index));
	return r->disputed ?
	       arena_printf(app->a, T(app, "%s; you objected"), s) : s;
}

static void
add_row(struct app *app, const struct handbook_row *r, size_t i, char proof,
	struct page *p, struct value *list)
{
	const char *n = receipt_number(app, r->terminal, r->index);
	const char *key = arena_printf(app->a, "%zu", i + 1);
	const char *row[] = { key, app_date_short(app, app_day_of(app, r->at)),
			      app_time_words(app, r->at), what_words(app, r),
			      standing_proof(app, proof), n };
	struct value *v = value_map(app->a);
	char *at = arena_alloc(app->a, UTC_SIZE), class[2] = { proof, '\0' };

	utc_print(at, r->at);
	value_put_int(app->a, v, "leaf", (int64_t)r->index);
	value_put_text(app->a, v, "terminal", r->terminal);
	value_put_text(app->a, v, "kind", record_form_of(r->kind)->word);
	value_put(app->a, v, "edition", r->edition == 0 ?
		  value_null(app->a) : value_int(app->a, r->edition));
	value_put_text(app->a, v, "at", at);
	value_put_bool(app->a, v, "disputed", r->disputed);
	value_put_text(app->a, v, "proof",
		       proof != '\0' ? arena_strdup(app->a, class) : NULL);
	value_add(app->a, list, v);
	page_row(app->a, p, NELEM(row), row);
	app_follow(app, key, arena_printf(app->a, "receipt %s", n));
}

/* A word like "weak" frightens whoever has done all that was asked. */
static void
add_proof(struct app *app, const struct standing *st, struct page *p)
{
	page_gap(app->a, p);
	page_para(app->a, p, T(app, "The proof is told of the signature that "
				    "counts today."));
	if (st->ack == NULL || st->proof == 'A')
		return;
	page_para(app->a, p,
		  arena_printf(app->a, T(app, "Number %s: %s."),
			       receipt_number(app, st->ack->terminal,
					      st->ack->index),
			       standing_why(app, st)));
	page_gap(app->a, p);
	page_para(app->a, p, st->proof == 'D' ?
		  T(app, "HR talks with you about it, and nobody may treat you "
			 "worse for it.") :
		  T(app, "It counts like any other, and you have done nothing "
			 "wrong: the proof only says how well others could "
			 "show later that it was you. You need not do "
			 "anything. Who has a question asks HR."));
}

int
cmd_me_signed(struct app *app, int argc, const char *const *argv,
	      struct err *e)
{
	struct page *p = app_page(app, T(app, "WHAT I SIGNED"));
	const char *head[] = { "", T(app, "On"), "", T(app, "What"),
			       T(app, "Proof"), T(app, "Number") };
	struct value *d = app_data(app), *list;
	struct handbook_row *v;
	struct standing st;
	size_t n;

	if (app_args(app, NULL, 0, argc, argv, 0, NULL, e) != 0 ||
	    receipt_rows(app, app->who, &v, &n, e) != 0 ||
	    counts_today(app, &st, e) != 0)
		return -1;
	value_put_text(app->a, d, "number", app->who);
	list = value_put(app->a, d, "signed",
			 value_table(app->a, "leaf terminal kind edition at "
					     "disputed proof"));
	if (n == 0) {
		page_para(app->a, p, T(app, "You have signed nothing about "
					    "the handbook yet."));
		return app_result(app, d, list, p, e);
	}
	page_head(app->a, p, NELEM(head), head);
	for (size_t i = 0; i < n; i++)
		add_row(app, &v[i], i, is_row(st.ack, &v[i]) ? st.proof : '\0',
			p, list);
	add_proof(app, &st, p);
	if (app->shown != NULL)
		p->keys = T(app, "number opens the receipt");
	return app_result(app, d, list, p, e);
}

/* ---- objecting ---- */

/* The list of what can be objected to. */
static int
pick(struct app *app, const char **ret_terminal, uint64_t *ret_index,
     struct err *e)
{
	struct io_option *o;
	struct handbook_row *v;
	size_t n, k = 0, i;

	if (receipt_rows(app, app->who, &v, &n, e) != 0)
		return -1;
	o = ARENA_ARRAY(app->a, struct io_option, n + 1);
	for (i = 0; i < n; i++) {
		if (!receipt_disputable(v[i].kind))
			continue;
		v[k] = v[i];
		o[k].word = receipt_number(app, v[i].terminal, v[i].index);
		o[k++].label = arena_printf(
			app->a, "%s, %s", app_date_words(
				app, app_day_of(app, v[i].at)),
			what_words(app, &v[i]));
	}
	if (k == 0)
		return err_set(e, ERR_FAILED, "you have signed nothing that "
			       "you could object to");
	if (!app->io->interactive)
		return err_set(e, ERR_USAGE, "object to which record? 'me "
			       "signed' lists them with their numbers");
	o[k] = (struct io_option){ .word = "back", .key = "0",
				   .label = T(app, "Back") };
	if (io_tell(app->io, app_page(app, T(app, "OBJECT")), e) != 0 ||
	    io_choose(app->io, T(app, "Object to which"), o, k + 1,
		      k == 1 ? 0 : k + 1, &i, e) != 0)
		return -1;
	if (i == k)
		return err_cancel(e);
	*ret_terminal = v[i].terminal;
	*ret_index = v[i].index;
	return 0;
}

static int
explain(struct app *app, const struct receipt *rc, struct err *e)
{
	struct page *p = app_page(app, T(app, "OBJECT"));
	int64_t at = record_time(rc->r, "at");
	int64_t until = receipt_until(app, at);

	page_field(app->a, p, T(app, "Against"),
		   arena_printf(app->a, T(app, "number %s of %s: %s"),
				receipt_number(app, rc->terminal, rc->index),
				app_date_words(app, app_day_of(app, at)),
				receipt_what(app, rc->r->form->kind,
					     (unsigned)record_int(
						     rc->r, "edition", 0))));
	page_field(app->a, p, T(app, "Until"), app_today(app) > until ?
		   arena_printf(app->a, T(app, "%s; that is over, but you can "
					       "still object"),
				app_date_words(app, until)) :
		   app_date_words(app, until));
	page_gap(app->a, p);
	page_para(app->a, p,
		  T(app, "Say in your own words what is not right, no reason "
			 "is needed. You sign it. What you signed stays in the "
			 "book and counts as disputed; HR sees your words and "
			 "has to talk to you. Nobody may treat you worse for "
			 "it."));
	p->keys = T(app, "0 leave it, nothing is recorded");
	return io_tell(app->io, p, e);
}

static int
check_words(struct app *app, const char *s, struct err *e)
{
	(void)app;
	if (*s == '\0' || str_eq(s, "-"))
		return err_set(e, ERR_USAGE, "please write it in words");
	return strlen(s) <= WORDS_MOST ? 0 :
	       err_set(e, ERR_USAGE, "that is too long: %zu letters, at most "
		       "about %d; the rest can be told to HR", utf8_chars(s),
		       WORDS_MOST / 2);
}

static int
append_objection(struct app *app, const struct receipt *rc, const char *words,
		 struct appended *ret, struct err *e)
{
	OWN(signer_freep) struct signer *key = NULL;
	struct arena *a = app->a;
	struct record *r;

	if (app_record(app, REC_OBJECT, app->who, &r, e) != 0 ||
	    record_put(a, r, "number", app->who, e) != 0 ||
	    record_put(a, r, "leaf",
		       leaf_ref_print(a, rc->terminal, rc->index, rc->hash),
		       e) != 0 ||
	    record_put_free(a, r, "words", words, e) != 0 ||
	    app_unseal(app, app->who, NULL, &key, e) != 0)
		return -1;

	struct endorsed v = { .r = r, .sig = { { SIG_PERSON, key } },
			      .nsig = 1 };

	return app_append(app, &v, 1, NULL, ret, e);
}

static int
show_objection(struct app *app, const struct receipt *rc,
	       const struct appended *done, struct err *e)
{
	struct value *d = app_leaf_data(app, done->first);
	struct page *p = app_page(app, T(app, "OBJECT"));

	value_put_text(app->a, d, "number", app->who);
	value_put_int(app->a, d, "about", (int64_t)rc->index);
	value_put_text(app->a, d, "record", done->records[0]);
	value_put_text(app->a, d, "signature", done->sigs[0]);
	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Your objection is recorded as number "
				      "%llu on %s. Number %s counts as "
				      "disputed from now on, and HR sees it. "
				      "The receipt stands under \"What I "
				      "signed\"."),
			       (unsigned long long)done->first,
			       app_date_words(app, app_today(app)),
			       receipt_number(app, rc->terminal, rc->index)));
	return app_result(app, d, NULL, p, e);
}

int
cmd_me_object(struct app *app, int argc, const char *const *argv,
	      struct err *e)
{
	const char *word, *terminal, *words;
	struct appended done;
	struct receipt rc;
	uint64_t index;

	if (app_args(app, NULL, 0, argc, argv, 1, &word, e) != 0)
		return -1;
	if ((word != NULL ? receipt_place(app, word, &terminal, &index, e) :
			    pick(app, &terminal, &index, e)) != 0 ||
	    receipt_find(app, terminal, index, &rc, e) != 0)
		return -1;
	if (!str_eq(rc.p.number, app->who) ||
	    !receipt_disputable(rc.r->form->kind))
		return err_set(e, ERR_REFUSED, "number %llu is nothing you "
			       "could object to: only to what you signed "
			       "yourself", (unsigned long long)index);
	if (explain(app, &rc, e) != 0 ||
	    app_ask_fit(app, T(app, "Your words"), NULL, check_words, &words,
			e) != 0 ||
	    append_objection(app, &rc, words, &done, e) != 0)
		return -1;
	return show_objection(app, &rc, &done, e);
}
