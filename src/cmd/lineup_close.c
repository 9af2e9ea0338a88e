/* The close of a lineup: its record, its signatures, what is said about them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/briefing.h"
#include "cmd/vouching.h"

#include "base/str.h"

enum { DOOR_SECONDS = 10 };

/* What was practised and recalled, and in which words it was taught. */
static int
put_teaching(struct app *app, struct record *r, const struct briefing *b,
	     const struct lineup_result *res, struct err *e)
{
	struct arena *a = app->a;
	size_t lang = app_lang_index(res->lang);
	const char *recall = NULL;

	if (res->recall_right >= 0)
		recall = arena_printf(a, "%d %d", res->recall_right,
				      res->recall_of);
	if (record_put(a, r, "commandment", b->setup.today->id, e) != 0 ||
	    record_put(a, r, "content", b->standards.csrc.sha, e) != 0 ||
	    record_put(a, r, "translation", b->standards.ctrsrc[lang].sha,
		       e) != 0 ||
	    record_put(a, r, "practice",
		       arena_printf(a, "%u %u %u", res->practice[0],
				    res->practice[1], res->practice[2]),
		       e) != 0 ||
	    record_put(a, r, "recall", recall, e) != 0)
		return -1;
	return 0;
}

int
briefing_record(struct app *app, const struct briefing *b,
		const struct lineup_result *res, const char *entry,
		struct record **ret, struct err *e)
{
	struct arena *a = app->a;
	const struct app_standards *st = &b->standards;
	struct record *r;

	if (app_keep_sources(app, &st->csrc,
			     &st->ctrsrc[app_lang_index(res->lang)], e) != 0)
		return -1;
	/* `after` is the log as it stood at the start: the witness is drawn
	 * from it, so nobody could steer the draw by what came between. */
	if (app_record_after(app, REC_LINEUP, res->leader, res->after, &r,
			     e) != 0 ||
	    record_put_date(a, r, "date", b->setup.day, e) != 0 ||
	    record_put(a, r, "shift", shift_word(b->setup.shift), e) != 0 ||
	    record_put(a, r, "team", b->setup.team, e) != 0 ||
	    record_put_int(a, r, "form", res->form, e) != 0 ||
	    record_put(a, r, "leader", res->leader, e) != 0 ||
	    record_put(a, r, "language", res->lang, e) != 0 ||
	    put_teaching(app, r, b, res, e) != 0 ||
	    record_put_time(a, r, "start", res->start, e) != 0 ||
	    record_put_time(a, r, "end", res->end, e) != 0 ||
	    record_put_all(a, r, "present", res->present, res->npresent,
			   e) != 0 ||
	    record_put_all(a, r, "late", res->late, res->nlate, e) != 0 ||
	    record_put_all(a, r, "off", res->off, res->noff, e) != 0 ||
	    record_put_int(a, r, "guests", res->guests, e) != 0 ||
	    record_put_all(a, r, "shown", res->shown, res->nshown, e) != 0 ||
	    record_put_all(a, r, "dropped", res->dropped, res->ndropped,
			   e) != 0 ||
	    record_put_all(a, r, "parked", res->parked, res->nparked, e) != 0 ||
	    record_put(a, r, "witness", res->witness, e) != 0 ||
	    record_put(a, r, "entry", entry, e) != 0)
		return -1;
	*ret = r;
	return 0;
}

/* The record and the draft that says so go in together: killed here, the
 * lineup is neither lost nor held twice. */
static int
record(struct app *app, const struct briefing *b, struct lineup_result *res,
       struct err *e)
{
	struct side_draft draft = { .key = b->setup.draft_key };
	struct append side = { .drafts = &draft, .ndrafts = 1 };
	struct appended done;
	struct log_head head;
	struct record *r;

	if (briefing_record(app, b, res, res->paper ? "paper" :
			    app->io->interactive ? "keyboard" : "script", &r,
			    e) != 0 ||
	    store_head(app->store, &head, e) != 0)
		return -1;

	struct endorsed v = { .r = r };

	/* The draft names the leaf by where the log ends now; another seat
	 * may get there first, then it is written again below. */
	draft.text = lineup_draft_recorded(app->a, res, head.size, false);
	if (app_append(app, &v, 1, &side, &done, e) != 0)
		return -1;
	res->recorded = done.first + 1;
	if (done.first == head.size)
		return 0;
	return store_draft_put(app->store, b->setup.draft_key,
			       lineup_draft_recorded(app->a, res, done.first,
						     false), e);
}

/* What keeps somebody from signing at the close keeps nobody else from going
 * on: it is told and left for later. */
static int
vouch_now(struct app *app, const struct briefing *b,
	  const struct lineup_result *res, const char *number, const char *as,
	  const char *draft_text, bool *ret_signed, struct err *e)
{
	OWN(signer_freep) struct signer *s = NULL;
	struct side_draft draft = { .key = b->setup.draft_key,
				    .text = draft_text };
	const char *told;
	struct appended done;

	*ret_signed = false;
	if (app_unseal(app, number, NULL, &s, e) != 0) {
		if (!e->cancelled && e->kind != ERR_REFUSED)
			return -1;
		told = e->cancelled ? T(app, "Left for later.") :
				      arena_strdup(app->a, e->text);
		err_clear(e);
		return io_say(app->io, told, e);
	}
	if (vouching_append(app, number, as, res->recorded - 1, s, &draft,
			    &done, e) != 0)
		return -1;
	*ret_signed = true;
	return io_say(app->io,
		      arena_printf(app->a, T(app, "Signed, %llu."),
				   (unsigned long long)done.first), e);
}

/* Who has signed at the close; who was asked now and could not can do it
 * later, too. */
struct closed { bool leader, witness; enum sign_when witness_signs; };

static int
say_recorded(struct app *app, const struct lineup_result *res, struct err *e)
{
	unsigned long long n = res->recorded - 1;

	return io_say(app->io, res->leader_signs == SIGN_NOW ?
		      arena_printf(app->a, T(app, "Recorded as number %llu; "
						  "you vouch for it."), n) :
		      arena_printf(app->a, T(app, "Recorded as number %llu."),
				   n), e);
}

/* At a terminal everything said so far is safe before the next question. */
static int
close_talking(struct app *app, const struct briefing *b,
	      struct lineup_result *res, struct closed *c, struct err *e)
{
	if (res->recorded == 0 && record(app, b, res, e) != 0)
		return -1;
	if (!c->leader && say_recorded(app, res, e) != 0)
		return -1;
	if (!c->leader && res->leader_signs == SIGN_NOW &&
	    vouch_now(app, b, res, res->leader, "leader",
		      lineup_draft_recorded(app->a, res, res->recorded - 1,
					    true), &c->leader, e) != 0)
		return -1;
	if (res->witness != NULL &&
	    lineup_ask_witness(app->io, app->a, &b->setup, res,
			       &c->witness_signs, e) != 0)
		return -1;
	if (c->witness_signs == SIGN_NOW &&
	    vouch_now(app, b, res, res->witness, "witness", NULL, &c->witness,
		      e) != 0)
		return -1;
	return 0;
}

/* A script that lacks an answer takes nothing: all of it is asked first. */
static int
close_script(struct app *app, const struct briefing *b,
	     struct lineup_result *res, struct closed *c, struct err *e)
{
	OWN(signer_freep) struct signer *first = NULL, *second = NULL;
	struct appended done;

	if (res->witness != NULL &&
	    lineup_ask_witness(app->io, app->a, &b->setup, res,
			       &c->witness_signs, e) != 0)
		return -1;
	if (!c->leader && res->leader_signs == SIGN_NOW &&
	    app_unseal(app, res->leader, NULL, &first, e) != 0)
		return -1;
	if (c->witness_signs == SIGN_NOW &&
	    app_unseal(app, res->witness, NULL, &second, e) != 0)
		return -1;
	if (res->recorded == 0 && record(app, b, res, e) != 0)
		return -1;
	if (first != NULL &&
	    vouching_append(app, res->leader, "leader", res->recorded - 1,
			    first, NULL, &done, e) != 0)
		return -1;
	if (second != NULL &&
	    vouching_append(app, res->witness, "witness", res->recorded - 1,
			    second, NULL, &done, e) != 0)
		return -1;
	c->leader |= first != NULL;
	c->witness = second != NULL;
	return 0;
}

static int
sign(struct app *app, const struct briefing *b, struct lineup_result *res,
     struct closed *c, struct err *e)
{
	const char *draws;
	int rc;

	if (app_setting(app, "lineup.witness", &draws, e) != 0)
		return -1;
	if (str_eq(draws, "no"))
		res->witness = NULL;
	*c = (struct closed){ .leader = res->leader_signed,
			      .witness_signs = SIGN_NEVER };
	rc = app->io->interactive ?
	     close_talking(app, b, res, c, e) :
	     close_script(app, b, res, c, e);
	if (rc != 0)
		return -1;
	return store_draft_put(app->store, b->setup.draft_key, NULL, e);
}

/* How NUMBER signs later: by a number of their menu, where they have one. */
static const char *
how_later(struct app *app, const char *number)
{
	const char *key = NULL;
	struct person p;
	struct err none;

	err_init(&none, NULL);
	if (app_person(app, number, &p, &none) == 0)
		key = app_menu_key(app, p.role, "vouch");
	return key == NULL ? "'vouch'" :
			     arena_printf(app->a, T(app, "log in, then %s"),
					  key);
}

static const char *
leader_words(struct app *app, const struct lineup_result *res,
	     const struct closed *c)
{
	if (c->leader)
		return T(app, "Signed by the leader.");
	if (res->leader_signs == SIGN_NEVER)
		return T(app, "Not signed; the list says so.");
	return arena_printf(app->a, T(app, "The leader's signature waits "
					   "until midnight: %s."),
			    how_later(app, res->leader));
}

static const char *
witness_words(struct app *app, const struct lineup_result *res,
	      const struct closed *c)
{
	if (c->witness)
		return T(app, "Second signature given.");
	if (c->witness_signs == SIGN_NEVER)
		return T(app, "No second signature.");
	return arena_printf(app->a, T(app, "The second signature, %s, waits "
					   "until midnight: %s."),
			    app_called(app, res->witness),
			    how_later(app, res->witness));
}

/* At the prompt the door comes by itself: eight people walk away from this
 * screen, and whoever was logged in is not to stay so. */
static int
back_to_door(struct app *app, struct page *p, struct err *e)
{
	p->keys = arena_printf(app->a, T(app, "The door in %d s. Enter: now"),
			       DOOR_SECONDS);
	ui_set_idle(app->ui, DOOR_SECONDS);
	if (ui_pause(app->ui, p, e) != 0)
		return -1;
	return err_cancel(e);
}

static int
show_done(struct app *app, const struct briefing *b,
	  const struct lineup_result *res, const struct closed *c,
	  struct err *e)
{
	struct value *d = app_leaf_data(app, res->recorded - 1);
	struct page *p = app_page(app, T(app, "LINEUP RECORDED"));
	size_t here = res->npresent + res->nlate;

	value_put_text(app->a, d, "commandment", b->setup.today->id);
	value_put_int(app->a, d, "present", (int64_t)here);
	value_put_text(app->a, d, "leader", res->leader);
	value_put_bool(app->a, d, "leader_signed", c->leader);
	value_put_text(app->a, d, "witness", res->witness);
	value_put_bool(app->a, d, "witness_signed", c->witness);
	page_para(app->a, p,
		  arena_printf(app->a,
			       T(app, "Held %s to %s, %zu people, number "
				      "%llu."),
			       app_time_words(app, res->start),
			       app_time_words(app, res->end),
			       here + res->guests,
			       (unsigned long long)(res->recorded - 1)));
	page_para(app->a, p, leader_words(app, res, c));
	if (res->witness != NULL)
		page_para(app->a, p, witness_words(app, res, c));
	if (app->at_prompt && app->ui != NULL &&
	    app->out.format == OUT_SCREEN)
		return back_to_door(app, p, e);
	return app_result(app, d, NULL, p, e);
}

/* A script whose close fails takes nothing: the draft is what it was before. */
static void
put_back(struct app *app, const struct briefing *b,
	 const struct lineup_result *res, const char *before)
{
	struct err more;

	if (app->io->interactive || res->recorded != 0)
		return;
	err_init(&more, app->m);
	if (store_draft_put(app->store, b->setup.draft_key, before, &more) != 0)
		err_clear(&more); /* what went wrong first is what counts */
}

int
briefing_close(struct app *app, const struct briefing *b,
	       struct lineup_result *res, const char *before, struct err *e)
{
	struct closed c;

	if (sign(app, b, res, &c, e) != 0) {
		put_back(app, b, res, before);
		return -1;
	}
	return show_done(app, b, res, &c, e);
}
