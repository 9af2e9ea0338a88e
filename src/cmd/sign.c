/* sign: the current edition of the handbook, or a no, or a question.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"
#include "cmd/cmd.h"

#include <string.h>

#include "base/args.h"
#include "base/str.h"
#include "cmd/enrolment.h"
#include "cmd/handbook.h"
#include "cmd/receipt.h"
#include "model/duty.h"

struct signing {
	struct person me;
	struct app_edition ed;
	struct owed owed;
	struct reading read;
	struct signing_result answer;
	bool answered; /* before the five answers were shown */
};

/* ---- may it be signed at all ---- */

/* What is left to read goes on from here, by its number. */
static int
offer_reading(struct app *app, const char *list, size_t n, struct err *e)
{
	static const char *const read[] = { "handbook", "read" };
	const struct io_option o[] = {
		{ .word = "read", .label = T(app, "Read on now") },
		{ .word = "later", .label = T(app, "Later"), .key = "0" },
	};
	struct page *p = app_page(app, T(app, "SIGN THE HANDBOOK"));
	size_t i;

	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Before you can sign, all must-read "
				      "parts are to be opened and their "
				      "questions answered. Still open, %zu: "
				      "%s."), n, list));
	page_para(app->a, p, T(app, "Your place is kept, and there is no "
				    "hurry."));
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "What next"), o, NELEM(o), 0, &i,
		      e) != 0)
		return -1;
	if (i == 1)
		return err_cancel(e);
	ui_set_idle(app->ui, APP_IDLE_READING);
	return cmd_dispatch(app, NELEM(read), read, e);
}

/* *RET_READS: reading was gone on with instead. */
static int
check_read(struct app *app, struct signing *s, bool *ret_reads, struct err *e)
{
	const char **missing, *list = "";
	size_t n;

	*ret_reads = false;
	if (store_reading(app->store, app->a, app->who, s->ed.row.edition,
			  &s->read, e) != 0)
		return -1;
	n = reading_missing(app->a, &s->ed.text, s->owed.must, s->owed.nmust,
			    &s->read, &missing);
	for (size_t i = 0; i < n; i++)
		list = arena_printf(app->a, "%s%s%s", list,
				    i > 0 ? " " : "", missing[i]);
	if (n == 0)
		return 0;
	*ret_reads = app->at_prompt && app->ui != NULL;
	if (*ret_reads)
		return offer_reading(app, list, n, e);
	return err_set(e, ERR_REFUSED,
		       "not all must-read parts were opened and their "
		       "questions answered yet: %s. 'handbook read' goes on "
		       "where you stopped", list);
}

/* Who signed all there is needs no second time; a no stays possible. */
static int
check_due(struct app *app, const struct signing *s, struct err *e)
{
	struct standing st;

	if (app_standing(app, &s->ed.row, app->who, &st, e) != 0)
		return -1;
	if (st.status == DUTY_ACKNOWLEDGED)
		return err_set(e, ERR_REFUSED, "there is nothing to sign: you "
			       "have signed edition %u, on %s",
			       st.ack->edition,
			       app_date_words(app, app_day_of(app,
							      st.ack->at)));
	return 0;
}

/* Nobody signs a text in a language that was put in the place of their own:
 * that is theirs to choose. */
static int
check_lang(struct app *app, struct signing *s, struct err *e)
{
	const char *own = app_lang_words(app, app->lang);
	const char *there = app_lang_words(app, s->ed.lang);
	const struct io_option o[] = {
		{ .word = "sign", .label = arena_printf(
			app->a, T(app, "I read %s well: go on in it"),
			there) },
		{ .word = "explain",
		  .label = T(app, "I do not: somebody explains it to me") },
	};
	struct page *p = app_page(app, T(app, "SIGN THE HANDBOOK"));
	size_t i;

	if (str_eq(s->ed.lang, app->lang))
		return 0;
	if (!app->io->interactive)
		return err_set(e, ERR_REFUSED,
			       "edition %u is not there in %s, only in %s: who "
			       "reads that well signs with -l %s",
			       s->ed.row.edition, own, there, s->ed.lang);
	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Edition %u is not there in %s: its "
				      "translation is not complete. It is "
				      "there in %s. Nobody has to sign a "
				      "language they do not read well."),
			       s->ed.row.edition, own, there));
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Your choice"), o, NELEM(o), NELEM(o),
		      &i, e) != 0)
		return -1;
	if (i == 0)
		return app_set_lang(app, s->ed.lang, e);
	s->answer.answer = SIGN_EXPLAIN;
	s->answered = true;
	return 0;
}

static int
prepare(struct app *app, struct signing *s, struct err *e)
{
	struct edition_row row;

	if (handbook_edition(app, &row, e) != 0 ||
	    app_edition_text(app, &row, app->lang, &s->ed, e) != 0 ||
	    app_person(app, app->who, &s->me, e) != 0 ||
	    handbook_owed(app, &row, app->who, &s->owed, e) != 0)
		return -1;
	return 0;
}

static enum sign_answer
house_asks(const char *setting)
{
	if (str_eq(setting, "received"))
		return SIGN_RECEIVED;
	return str_eq(setting, "agree") ? SIGN_AGREE : SIGN_READ;
}

static int
ask(struct app *app, struct signing *s, int given, struct err *e)
{
	struct signing_setup setup = {
		.name = s->me.name,
		.lang_name = app_lang_words(app, s->ed.lang),
		.edition = s->ed.row.edition, .trial = app->house.trial,
		.given = given, .nmust = s->owed.nmust, .m = app->m,
	};
	const char *asked;

	if (app_setting(app, "statement", &asked, e) != 0)
		return -1;
	setup.asked = house_asks(asked);
	return signing_run(app->io, app->a, &setup, &s->answer, e);
}

/* ---- the records ---- */

static const char *
meaning_word(enum sign_answer a)
{
	return a == SIGN_RECEIVED ? "received" :
	       a == SIGN_AGREE ? "agree" : "read";
}

static int
ack_record(struct app *app, const struct signing *s, struct record *r,
	   const struct side_name *name, struct err *e)
{
	struct arena *a = app->a;
	unsigned right = 0, asked = 0;

	for (size_t i = 0; i < s->read.nquiz; i++) {
		right += s->read.quiz[i].right;
		asked += s->read.quiz[i].asked;
	}
	if (handbook_put(app, r, app->who, &s->ed, e) != 0)
		return -1;
	for (size_t i = 0; i < s->owed.nmust; i++)
		if (record_put(a, r, "section", s->owed.must[i], e) != 0)
			return -1;
	if (record_put_int(a, r, "seconds", s->read.seconds, e) != 0 ||
	    record_put(a, r, "quiz", arena_printf(a, "%u %u", right, asked),
		       e) != 0 ||
	    record_put(a, r, "meaning", meaning_word(s->answer.answer),
		       e) != 0 ||
	    record_put(a, r, "words", s->answer.words, e) != 0 ||
	    record_put(a, r, "form", "yes", e) != 0 ||
	    record_put(a, r, "name-hash", name->hash, e) != 0 ||
	    record_put(a, r, "assisted", NULL, e) != 0)
		return -1;
	return 0;
}

int
handbook_wish(struct app *app, unsigned edition, const char *want,
	      const char *section, struct appended *ret, struct err *e)
{
	struct record *r;

	if (app_record(app, REC_ASK, app->who, &r, e) != 0 ||
	    record_put(app->a, r, "number", app->who, e) != 0 ||
	    record_put_int(app->a, r, "edition", edition, e) != 0 ||
	    (section != NULL &&
	     record_put(app->a, r, "section", section, e) != 0) ||
	    record_put(app->a, r, "want", want, e) != 0)
		return -1;

	struct endorsed v = { .r = r };

	return app_append(app, &v, 1, NULL, ret, e);
}

static int
append_signed(struct app *app, const struct signing *s, struct appended *ret,
	      struct err *e)
{
	bool no = s->answer.answer == SIGN_DECLINE;
	struct side_name name = { 0 }; /* a no needs none */
	struct append side = { .names = &name, .nnames = no ? 0 : 1 };
	OWN(signer_freep) struct signer *key = NULL;
	struct record *r;

	if (!no)
		name = enrolment_name(app, app->who, s->answer.name);
	if (app_record(app, no ? REC_DECLINE : REC_ACK, app->who, &r, e) != 0)
		return -1;
	if (no) {
		if (handbook_put(app, r, app->who, &s->ed, e) != 0 ||
		    record_put_free(app->a, r, "why", s->answer.why, e) != 0)
			return -1;
	} else if (ack_record(app, s, r, &name, e) != 0) {
		return -1;
	}
	if (record_put(app->a, r, "entry",
		       app->io->interactive ? "keyboard" : "script",
		       e) != 0 ||
	    app_unseal(app, app->who, NULL, &key, e) != 0)
		return -1;

	struct endorsed v = { .r = r, .sig = { { SIG_PERSON, key } },
			      .nsig = 1 };

	return app_append(app, &v, 1, &side, ret, e);
}

/* ---- the answer ---- */

static const char *
done_words(struct app *app, const struct signing *s, uint64_t leaf)
{
	int64_t now = clock_now(&app->clock);
	const char *day = app_date_words(app, app_day_of(app, now));
	unsigned long long n = leaf;

	switch (s->answer.answer) {
	case SIGN_DECLINE:
		return arena_printf(app->a,
				    T(app, "Your no is recorded as number "
					   "%llu on %s. Nobody can change "
					   "it; you can sign another day."),
				    n, day);
	case SIGN_EXPLAIN:
		return arena_printf(app->a,
				    T(app, "Noted as number %llu on %s: "
					   "somebody will explain it to you. "
					   "Nothing is signed."), n, day);
	case SIGN_PAPER:
		return arena_printf(app->a,
				    T(app, "Noted as number %llu on %s: you "
					   "get it on paper. Nothing is "
					   "signed."), n, day);
	case SIGN_RECEIVED:
	case SIGN_READ:
	case SIGN_AGREE:
		break;
	}
	return arena_printf(app->a,
			    T(app, "Recorded as number %llu on %s at %s. You "
				   "can object until %s: at this computer or "
				   "in writing."),
			    n, day, app_time_words(app, now),
			    app_date_words(app, receipt_until(app, now)));
}

/* At the prompt: there and then, or from "Myself" on any other day. */
static int
offer_receipt(struct app *app, struct page *p, uint64_t leaf, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "print", .label = T(app, "Print it") },
		{ .word = "save", .label = T(app, "Save it as a file") },
		{ .word = "later", .label = T(app, "Later"), .key = "0" },
	};
	const char *n = arena_printf(app->a, "%llu", (unsigned long long)leaf);
	const char *const words[] = { "receipt", n };
	const struct app_options was = app->opt;
	size_t i;
	int rc;

	page_gap(app->a, p);
	page_para(app->a, p, T(app, "Your receipt says what you signed and "
				    "when. It also stays under \"Myself\"."));
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Receipt"), o, NELEM(o), 2, &i, e) != 0)
		return -1;
	if (i == 2)
		return 0;
	app->opt.print = i == 0;
	app->opt.save = i == 1 ? "" : NULL;
	rc = cmd_dispatch(app, NELEM(words), words, e);
	app->opt = was;
	return rc;
}

static int
show(struct app *app, const struct signing *s, const struct appended *done,
     struct err *e)
{
	struct value *d = app_leaf_data(app, done->first);
	struct page *p = app_page(app, T(app, "SIGN THE HANDBOOK"));

	value_put_text(app->a, d, "number", app->who);
	value_put_int(app->a, d, "edition", s->ed.row.edition);
	value_put_text(app->a, d, "language", s->ed.lang);
	value_put_text(app->a, d, "sha256", s->ed.sha);
	value_put_text(app->a, d, "record", done->records[0]);
	value_put_text(app->a, d, "signature", done->sigs[0]);
	page_para(app->a, p, done_words(app, s, done->first));
	if (app->at_prompt && app->ui != NULL &&
	    s->answer.answer != SIGN_EXPLAIN && s->answer.answer != SIGN_PAPER)
		return offer_receipt(app, p, done->first, e);
	return app_result(app, d, NULL, p, e);
}

/* *RET_READS: there was to be read first. */
static int
answer(struct app *app, struct signing *s, int given, bool *ret_reads,
       struct err *e)
{
	*ret_reads = false;
	if (prepare(app, s, e) != 0 || check_lang(app, s, e) != 0)
		return -1;
	if (s->answered)
		return 0;
	if (given != SIGN_DECLINE &&
	    (check_due(app, s, e) != 0 ||
	     check_read(app, s, ret_reads, e) != 0))
		return -1;
	return *ret_reads ? 0 : ask(app, s, given, e);
}

static int
keep(struct app *app, const struct signing *s, struct appended *ret,
     struct err *e)
{
	if (s->answer.answer == SIGN_EXPLAIN || s->answer.answer == SIGN_PAPER)
		return handbook_wish(app, s->ed.row.edition,
				     s->answer.answer == SIGN_PAPER ?
				     "paper" : "explain", NULL, ret, e);
	return append_signed(app, s, ret, e);
}

int
cmd_sign(struct app *app, int argc, const char *const *argv, struct err *e)
{
	bool received = false, read = false, agree = false, decline = false;
	const struct opt spec[] = {
		{ .name = "received", .type = OPT_FLAG, .flag = &received },
		{ .name = "read", .type = OPT_FLAG, .flag = &read },
		{ .name = "agree", .type = OPT_FLAG, .flag = &agree },
		{ .name = "decline", .type = OPT_FLAG, .flag = &decline },
	};
	struct signing s = { 0 };
	struct appended done;
	struct err none;
	const char *lang;
	int given, rc;
	bool reads;

	if (app_args(app, spec, NELEM(spec), argc, argv, 0, NULL, e) != 0)
		return -1;
	if (received + read + agree + decline > 1)
		return err_set(e, ERR_USAGE, "choose one of --received, "
			       "--read, --agree, --decline");
	given = received ? SIGN_RECEIVED : read ? SIGN_READ :
		agree ? SIGN_AGREE : decline ? SIGN_DECLINE : -1;
	lang = app->lang;
	rc = answer(app, &s, given, &reads, e);
	if (rc == 0 && !reads)
		rc = keep(app, &s, &done, e);
	if (rc == 0 && !reads)
		rc = show(app, &s, &done, e);
	/* What was chosen for this text alone. */
	err_init(&none, NULL);
	if (app->who[0] != '\0' && !str_eq(lang, app->lang))
		(void)!app_set_lang(app, lang, &none);
	return rc;
}
