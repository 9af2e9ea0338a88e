/* The lineup as a conversation: who leads, page after page, the close.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lineup_state.h"

#include <string.h>

/* ---- its draft ---- */

static int
save(struct lineup *l, struct err *e)
{
	OWN(arena_free) struct arena a = { 0 };
	OWN(str_free) struct str out = { 0 };
	struct keeper *k = l->s->keeper;
	struct lineup_draft d;

	if (k == NULL)
		return 0;
	lineup_to_draft(l, &a, &d);
	lineup_draft_print(&out, &d);
	if (k->save(k, l->s->draft_key, l->saved, str_text(&out), e) != 0)
		return -1;
	l->saved = arena_strdup(l->a, str_text(&out));
	return 0;
}

/* A script that lacks an answer takes nothing: the draft is put back to what
 * it was before. Whoever stops it (or the power) leaves it to be gone on
 * with. */
static void
put_back(struct lineup *l, const char *before, const struct err *e)
{
	struct keeper *k = l->s->keeper;
	struct err more;

	if (k == NULL || l->io->interactive || e->cancelled ||
	    e->kind != ERR_USAGE)
		return;
	err_init(&more, e->m);
	if (k->save(k, l->s->draft_key, NULL, before, &more) != 0)
		err_clear(&more); /* what went wrong first is what counts */
}

/* ---- who leads ---- */

static void
add_leaders(struct lineup *l, struct io_option *o, size_t *rows, size_t *n,
	    bool supervisors)
{
	for (size_t i = 0; i < l->s->nroster; i++) {
		const struct roster_row *r = &l->s->roster[i];

		if (!r->may_lead || r->supervisor != supervisors)
			continue;
		o[*n] = (struct io_option){
			.word = r->number,
			.label = lineup_name(l->s, i),
		};
		rows[(*n)++] = i;
	}
}

int
lineup_ask_leader(struct lineup *l, bool sheet, struct err *e)
{
	const struct messages *m = lineup_m(l);
	struct io_option *o = ARENA_ARRAY(l->a, struct io_option,
					  l->s->nroster + 3);
	size_t *rows = ARENA_ARRAY(l->a, size_t, l->s->nroster + 1);
	size_t n = 0, all, i;

	add_leaders(l, o, rows, &n, true);
	add_leaders(l, o, rows, &n, false);
	all = n;
	if (n == 0)
		return err_set(e, ERR_FAILED,
			       "nobody of the team '%s' can lead yet: it takes "
			       "somebody who has activated their number",
			       l->s->team);
	if (sheet)
		o[all++] = (struct io_option){
			.word = "paper",
			.key = "p",
			.label = messages_get(m, "It was held on paper: enter "
						 "the sheet"),
		};
	o[all++] = (struct io_option){
		.word = "back",
		.key = "0",
		.label = messages_get(m, "Back"),
	};
	if (io_tell(l->io, lineup_page_leader(l, sheet), e) != 0 ||
	    io_choose(l->io, messages_get(m, sheet ? N_("Who leads") :
						     N_("Who led it")),
		      o, all, all, &i, e) != 0)
		return -1;
	if (i == all - 1)
		return err_cancel(e);
	l->paper = i == n;
	if (!l->paper)
		l->leader = rows[i];
	return 0;
}

/* The leader's Enter starts the clock. */
static int
begin(struct lineup *l, struct err *e)
{
	bool fresh = l->start == 0;

	if (lineup_ask_leader(l, fresh, e) != 0)
		return -1;
	if (l->paper)
		return lineup_paper(l, e);
	if (fresh) {
		l->start = clock_now(l->s->clock);
		l->started_ms = clock_mono_ms(l->s->clock);
		l->after = l->s->after;
		lineup_turn(l, SLOT_ROLL, 0);
	}
	return save(l, e);
}

/* ---- page after page ---- */

/* Who puts a question within the page away wants to be back on it; a line that
 * is gone fails at the next one. */
static int
unasked(struct err *e)
{
	if (!e->cancelled)
		return -1;
	err_clear(e);
	return 0;
}

/* "7 minutes, without complaint board, recall" */
static const char *
form_words(struct lineup *l, unsigned form)
{
	const struct messages *m = lineup_m(l);
	const char *minutes = arena_printf(
		l->a, messages_nget(m, "%u minute", "%u minutes", form), form);
	const char *away = lineup_without(l, form);

	return *away == '\0' ? minutes :
	       arena_printf(l->a, messages_get(m, "%s, without %s"), minutes,
			    away);
}

static int
ask_form(struct lineup *l, struct err *e)
{
	static const unsigned forms[] = { 7, 5, 10 };
	static const char *const words[] = { "7", "5", "10" };
	const struct messages *m = lineup_m(l);
	struct io_option o[NELEM(forms) + 1];
	unsigned of[NELEM(forms)];
	size_t n = 0, i;

	for (size_t k = 0; k < NELEM(forms); k++) {
		if (forms[k] == l->plan.form)
			continue;
		of[n] = forms[k];
		o[n++] = (struct io_option){
			.word = words[k],
			.key = words[k],
			.label = form_words(l, forms[k]),
		};
	}
	o[n] = (struct io_option){
		.word = "keep",
		.key = "1",
		.label = messages_get(m, "leave it as it is"),
	};
	if (io_choose(l->io, messages_get(m, "How long shall it be"), o, n + 1,
		      n, &i, e) != 0)
		return unasked(e);
	if (i < n && lineup_form(l, of[i])) {
		l->said = lineup_falls_away(l, of[i]);
		l->said_too = true;
	}
	return 0;
}

/* The word behind `p`, *RET as its answer. */
static int
ask_parked(struct lineup *l, enum outcome *ret, struct err *said,
	   struct err *e)
{
	const char *word;

	*ret = OUT_STAY;
	if (io_ask(l->io, l->a, messages_get(lineup_m(l), "Which word (Enter: "
							  "none)"),
		   NULL, &word, e) != 0)
		return unasked(e);
	if (*word == '\0' || str_eq(word, "0"))
		return 0;
	return lineup_answer(l, arena_printf(l->a, "park %s", word), ret,
			     said);
}

/* The same behind `a`. */
static int
ask_added(struct lineup *l, enum outcome *ret, struct err *said,
	  struct err *e)
{
	const char *line;

	*ret = OUT_STAY;
	if (io_ask(l->io, l->a, messages_get(lineup_m(l), "What else is to be "
							  "said (Enter: "
							  "nothing)"),
		   NULL, &line, e) != 0)
		return unasked(e);
	if (*line == '\0' || str_eq(line, "0"))
		return 0;
	return lineup_answer(l, arena_printf(l->a, "add %s", line), ret,
			     said);
}

/* What can't be taken: a person is told and asked again; a script ends. */
static int
complain(struct lineup *l, const struct err *said, struct err *e)
{
	const struct messages *m = e->m;

	if (said->cancelled)
		return err_cancel(e);
	if (l->io->interactive && said->kind == ERR_USAGE)
		return io_say(l->io, said->text, e);
	*e = *said;
	e->m = m;
	return -1;
}

static const char *
prompt(const struct lineup *l)
{
	const struct messages *m = lineup_m(l);

	if (l->slot == SLOT_ROLL)
		return messages_get(m, "Here>");
	return messages_get(m, "Enter goes on");
}

/* One answer. */
static int
take(struct lineup *l, enum outcome *ret, struct err *e)
{
	const char *line;
	struct err said;

	*ret = OUT_STAY;
	if (io_ask_key(l->io, l->a, prompt(l), lineup_single_keys(l), &line,
		       e) != 0)
		return -1;
	err_init(&said, lineup_m(l));
	if (lineup_answer(l, line, ret, &said) != 0)
		return complain(l, &said, e);
	if (*ret == OUT_FORM && ask_form(l, e) != 0)
		return -1;
	if ((*ret == OUT_PARK && ask_parked(l, ret, &said, e) != 0) ||
	    (*ret == OUT_ADD && ask_added(l, ret, &said, e) != 0))
		return said.kind != ERR_NONE ? complain(l, &said, e) : -1;
	if (l->stage != STAGE_SLOTS)
		return 0; /* saved when the witness is drawn */
	return save(l, e);
}

/* A page that shows what was done need not say it as well, but for what was
 * taken back. */
static int
show(struct lineup *l, enum outcome out, struct err *e)
{
	bool say = l->said != NULL && (out == OUT_STAY || l->said_too);
	struct page *p;

	if (out != OUT_STAY) {
		p = lineup_page(l);
		if (out == OUT_REDRAW)
			p->news = say || l->said == NULL ? "" : l->said;
		if (io_tell(l->io, p, e) != 0)
			return -1;
	}
	return say ? io_say(l->io, l->said, e) : 0;
}

static int
slots(struct lineup *l, struct err *e)
{
	enum outcome out = OUT_MOVED;

	while (l->stage == STAGE_SLOTS) {
		if (show(l, out, e) != 0)
			return -1;
		l->said = NULL;
		if (take(l, &out, e) != 0)
			return -1;
	}
	return 0;
}

/* ---- the close ---- */

static void
draw(struct lineup *l)
{
	struct arena *a = l->a;
	struct lineup_draft d;

	lineup_to_draft(l, a, &d);
	l->witness = lineup_draw(l->s, l->after, d.leader, d.present.v,
				 d.present.n, a);
}

static int
close_lineup(struct lineup *l, struct err *e)
{
	const struct messages *m = lineup_m(l);
	const struct io_option o[] = {
		[SIGN_NOW] = { .word = "now",
			       .label = messages_get(m, "Sign now") },
		[SIGN_LATER] = { .word = "later",
				 .label = messages_get(m, "Sign later "
							  "today") },
		[SIGN_NEVER] = { .word = "unsigned",
				 .label = messages_get(m, "Leave it "
							  "unsigned") },
	};
	size_t i;

	draw(l);
	if (save(l, e) != 0 ||
	    io_tell(l->io, lineup_page_ended(l), e) != 0)
		return -1;
	if (l->answered)
		return 0;
	if (io_choose(l->io,
		      arena_printf(l->a, "%s:", lineup_name(l->s, l->leader)),
		      o, NELEM(o), SIGN_LATER, &i, e) != 0)
		return -1;
	l->answered = true;
	l->signs = (enum sign_when)i;
	return save(l, e);
}

static int
converse(struct lineup *l, struct err *e)
{
	if (l->leader == l->s->nroster && begin(l, e) != 0)
		return -1;
	if (slots(l, e) != 0)
		return -1;
	return close_lineup(l, e);
}

/* ---- the whole ---- */

static int
load(struct lineup *l, const char **ret_before, struct lineup_draft *ret,
     bool *ret_found, struct err *e)
{
	struct keeper *k = l->s->keeper;

	*ret_before = NULL;
	*ret_found = false;
	if (k == NULL)
		return 0;
	if (k->load(k, l->a, l->s->draft_key, ret_before, e) != 0)
		return -1;
	l->saved = *ret_before;
	*ret_found = *ret_before != NULL &&
		     lineup_draft_parse(l->a, *ret_before, ret);
	return 0;
}

int
lineup_run(struct io *io, struct arena *a, const struct lineup_setup *s,
	   struct lineup_result *ret, struct err *e)
{
	struct lineup l = {
		.io = io,
		.a = a,
		.s = s,
		.plan = s->plan,
		.leader = s->nroster,
		.now = { .recall_right = -1, .recall_of = -1 },
		.signs = SIGN_LATER,
	};
	struct lineup_draft d;
	const char *before;
	bool found;

	l.now.attend = ARENA_ARRAY(a, enum attend, s->nroster + 1);
	if (!plan_lay_out(&l.plan, s->form))
		return err_set(e, ERR_USAGE, "'%u' is no form of a lineup: 10, "
			       "7 or 5 minutes", s->form);
	if (load(&l, &before, &d, &found, e) != 0)
		return -1;
	if (found)
		lineup_from_draft(&l, &d);
	if (found && d.stage == STAGE_SLOTS && io->interactive &&
	    lineup_reopen(&l, &d, e) != 0)
		return -1;
	if (found && d.stage == STAGE_RECORDED) {
		lineup_to_result(&d, ret);
		ret->screen = s->langs[l.lang].lang;
		/* Who is asked to sign sees what. */
		return io->interactive ?
			       io_tell(io, lineup_page_ended(&l), e) : 0;
	}
	if (converse(&l, e) != 0) {
		put_back(&l, before, e);
		return -1;
	}
	lineup_to_draft(&l, a, &d);
	lineup_to_result(&d, ret);
	ret->screen = s->langs[l.lang].lang;
	return 0;
}

static const struct messages *
words_of(const struct lineup_setup *s, const char *lang)
{
	for (size_t i = 0; i < s->nlangs; i++)
		if (str_eq(s->langs[i].lang, lang))
			return s->langs[i].m;
	return s->langs[0].m;
}

/* A sentence ends in one full stop, also behind a name that has one. */
static const char *
one_stop(char *s)
{
	size_t n = strlen(s);

	if (n > 1 && str_eq(s + n - 2, ".."))
		s[n - 1] = '\0';
	return s;
}

int
lineup_ask_witness(struct io *io, struct arena *a,
		   const struct lineup_setup *s, const struct lineup_result *r,
		   enum sign_when *ret, struct err *e)
{
	const struct messages *m = words_of(s, r->screen);
	size_t row = lineup_row(s, r->witness), i;
	const char *name = row < s->nroster ? lineup_name(s, row) : r->witness;
	const struct io_option o[] = {
		[SIGN_NOW] = { .word = "now",
			       .label = messages_get(m, "Now") },
		[SIGN_LATER] = { .word = "later",
				 .label = messages_get(m, "Later, until "
							  "midnight") },
		[SIGN_NEVER] = { .word = "skip",
				 .label = messages_get(m, "Skip (the list "
							  "says so)") },
	};

	if (io_say(io, one_stop(arena_printf(a,
					     messages_get(m, "Second signature,"
							     " drawn by lot: "
							     "%s."),
					     name)), e) != 0 ||
	    io_choose(io, arena_printf(a, "%s:", name), o, NELEM(o),
		      SIGN_LATER, &i, e) != 0)
		return -1;
	*ret = (enum sign_when)i;
	return 0;
}
