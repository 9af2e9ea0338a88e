/* The questions at the signing of the handbook; a no is as near as a yes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/reading.h"

#include <string.h>

#include "base/str.h"
#include "session/words.h"

enum { WORDS_MAX = 300, NAME_MAX_BYTES = 300, ANSWERS = SIGN_PAPER + 1 };

struct signing {
	struct io *io;
	struct arena *a;
	const struct signing_setup *s;
	const struct messages *m;
	struct io_option o[ANSWERS];
	enum sign_answer answer[ANSWERS]; /* of each option */
	size_t n, dflt;
};

/* The sentence of a yes: as it is shown, so it is signed. */
const char *
signing_words(struct arena *a, const struct messages *m,
	      enum sign_answer answer, unsigned edition)
{
	switch (answer) {
	case SIGN_RECEIVED:
		return arena_printf(a, T(m, "I have received the "
						  "Service Handbook, edition "
						  "%u."), edition);
	case SIGN_READ:
		return arena_printf(a, T(m, "I have received and read "
						  "the Service Handbook, "
						  "edition %u."), edition);
	case SIGN_AGREE:
		return arena_printf(a, T(m, "I have received and read "
						  "the Service Handbook, "
						  "edition %u, and I agree to "
						  "work by it."), edition);
	case SIGN_DECLINE:
	case SIGN_EXPLAIN:
	case SIGN_PAPER:
		break;
	}
	return NULL;
}

static const char *
sentence(const struct signing *g, enum sign_answer x)
{
	return signing_words(g->a, g->m, x, g->s->edition);
}

static const char *
label(const struct signing *g, enum sign_answer x)
{
	switch (x) {
	case SIGN_RECEIVED:
	case SIGN_READ:
	case SIGN_AGREE:
		return text_quoted(g->a, messages_lang(g->m), sentence(g, x));
	case SIGN_DECLINE:
		return T(g->m, "I do not sign. You may give a reason or not.");
	case SIGN_EXPLAIN:
		return T(g->m, "I did not understand something. Somebody will "
			       "explain; sign another day.");
	case SIGN_PAPER:
		break;
	}
	return T(g->m, "I would rather sign on paper.");
}

static void
add(struct signing *g, enum sign_answer x)
{
	static const char *const word[ANSWERS] = {
		[SIGN_RECEIVED] = "received", [SIGN_READ] = "read",
		[SIGN_AGREE] = "agree",	      [SIGN_DECLINE] = "decline",
		[SIGN_EXPLAIN] = "explain",   [SIGN_PAPER] = "paper",
	};

	if (x == g->s->asked)
		g->dflt = g->n;
	g->answer[g->n] = x;
	g->o[g->n].word = word[x];
	g->o[g->n].label = label(g, x);
	g->n++;
}

static void
add_all(struct signing *g)
{
	if (g->s->asked == SIGN_RECEIVED)
		add(g, SIGN_RECEIVED);
	add(g, SIGN_READ);
	add(g, SIGN_AGREE);
	add(g, SIGN_DECLINE);
	add(g, SIGN_EXPLAIN);
	add(g, SIGN_PAPER);
}

static struct page *
new_page(const struct signing *g, const char *step)
{
	struct page *p = words_page(
		g->a, g->m, g->s->trial,
		arena_printf(g->a, T(g->m, "SIGN THE HANDBOOK   edition %u, "
					   "in %s"),
			     g->s->edition, g->s->lang_name));

	p->right = step;
	return p;
}

static struct page *
answers_page(const struct signing *g)
{
	struct page *p = new_page(g, T(g->m, "step 1 of 3"));
	const char *asked = g->o[g->dflt].word;

	if (g->io->interactive)
		asked = arena_printf(g->a, "%zu", g->dflt + 1);
	page_para(g->a, p, arena_printf(
		g->a, T(g->m, "%s, you have opened all %zu must-read parts and "
			      "answered their questions."),
		g->s->name, g->s->nmust));
	page_para(g->a, p, arena_printf(
		g->a, T(g->m, "What do you want to confirm? (The house asks "
			      "for %s. Part H0 explains all five.)"), asked));
	return p;
}

/* A script may leave the answer out: then it is the statement the house asks
 * for, and its line, which is no word of an answer, is *ret_name. */
static int
ask_script(struct signing *g, size_t *ret, const char **ret_name,
	   struct err *e)
{
	const char *line;

	if (io_ask(g->io, g->a, T(g->m, "Your name, as you write it"), NULL,
		   &line, e) != 0)
		return -1;
	*ret = g->dflt;
	*ret_name = *line != '\0' ? line : NULL;
	for (size_t i = 0; i < g->n; i++) {
		if (str_eq(line, g->o[i].word)) {
			*ret = i;
			*ret_name = NULL;
		}
	}
	return 0;
}

static int
ask_answer(struct signing *g, enum sign_answer *ret, const char **ret_name,
	   struct err *e)
{
	size_t i;

	*ret_name = NULL;
	if (g->s->given >= 0) {
		*ret = (enum sign_answer)g->s->given;
		return 0;
	}
	if (io_tell(g->io, answers_page(g), e) != 0)
		return -1;
	if (g->io->interactive) {
		if (io_choose(g->io, T(g->m, "Your choice"), g->o, g->n,
			      g->dflt, &i, e) != 0)
			return -1;
	} else if (ask_script(g, &i, ret_name, e) != 0) {
		return -1;
	}
	*ret = g->answer[i];
	return 0;
}

/* ---- a yes ---- */

static int
show_sentence(const struct signing *g, const char *words, struct err *e)
{
	struct page *p = new_page(g, T(g->m, "step 2 of 3"));

	page_para(g->a, p, T(g->m, "This sentence is what you sign:"));
	page_big(g->a, p, words);
	page_para(g->a, p, arena_printf(
		g->a, T(g->m, "The list has you as %s. Write your name the "
			      "way you write it; both are kept."),
		g->s->name));
	p->keys = T(g->m, "0 leave it, nothing is signed");
	return io_tell(g->io, p, e);
}

/* What is wrong with a name, or NULL; any name but none is right. */
static const char *
name_flaw(const struct signing *g, const char *name)
{
	if (*name == '\0' || str_eq(name, "-"))
		return T(g->m, "Please write your name.");
	if (strlen(name) > NAME_MAX_BYTES)
		return T(g->m, "The name is too long, please shorten it.");
	return NULL;
}

static int
ask_name(const struct signing *g, const char *given, const char **ret,
	 struct err *e)
{
	const char *name = given, *flaw;

	for (;;) {
		if (name == NULL &&
		    io_ask(g->io, g->a, T(g->m, "Your name, as you write it"),
			   NULL, &name, e) != 0)
			return -1;
		if (g->io->interactive && str_eq(name, "0"))
			return err_cancel(e);
		flaw = name_flaw(g, name);
		if (flaw == NULL)
			break;
		if (!g->io->interactive)
			return err_set(e, ERR_USAGE, "'%s' is no name to sign "
				       "with: it has 1 to %d bytes", name,
				       NAME_MAX_BYTES);
		if (io_say(g->io, flaw, e) != 0)
			return -1;
		name = NULL;
	}
	*ret = name;
	return 0;
}

static int
ask_form(const struct signing *g, struct err *e)
{
	const struct io_option o[] = {
		{ .word = "yes", .label = T(g->m, "Yes, on this computer") },
		{ .word = "no", .label = T(g->m, "No") },
	};
	size_t i;

	if (io_choose(g->io, T(g->m, "Do you want to sign electronically, on "
				     "this computer?"),
		      o, NELEM(o), NELEM(o), &i, e) != 0)
		return -1;
	if (i == 0)
		return 0;
	return err_set(e, ERR_REFUSED, "nothing was signed: you did not want "
		       "to sign electronically; 'sign' has an answer for "
		       "those who would rather sign on paper");
}

static int
confirm(const struct signing *g, const char *given, struct signing_result *r,
	struct err *e)
{
	r->words = sentence(g, r->answer);
	if (strlen(r->words) > WORDS_MAX)
		return err_set(e, ERR_FAILED, "the sentence to sign is longer "
			       "than %d bytes; please tell who maintains the "
			       "translation", WORDS_MAX);
	if (show_sentence(g, r->words, e) != 0 ||
	    ask_name(g, given, &r->name, e) != 0)
		return -1;
	return ask_form(g, e);
}

/* ---- a no ---- */

static int
ask_reason(const struct signing *g, struct signing_result *r, struct err *e)
{
	struct page *p = new_page(g, T(g->m, "step 2 of 3"));

	r->why = "";
	page_para(g->a, p, T(g->m, "You do not sign. That is allowed, and "
				   "nobody may treat you worse for it. A note "
				   "is kept that you said no, and your reason "
				   "if you give one."));
	p->keys = T(g->m, "Enter gives no reason   0 leave it, nothing is "
			  "noted");
	if (io_tell(g->io, p, e) != 0)
		return -1;
	if (!io_more(g->io))
		return 0;
	if (io_ask(g->io, g->a, T(g->m, "Your reason, or only Enter"), NULL,
		   &r->why, e) != 0)
		return -1;
	return g->io->interactive && str_eq(r->why, "0") ? err_cancel(e) : 0;
}

/* ---- a wish ---- */

/* A wish that is noted stays: a slip of the finger is none. *RET_BACK: it was
 * only looked at. */
static int
ask_wish(const struct signing *g, enum sign_answer x, bool *ret_back,
	 struct err *e)
{
	const struct io_option o[] = {
		{ .word = "yes", .label = T(g->m, "Yes, please") },
		{ .word = "back", .label = T(g->m, "Back, nothing is noted"),
		  .key = "0" },
	};
	struct page *p;
	size_t i;

	if (!g->io->interactive)
		return 0;
	p = new_page(g, T(g->m, "step 2 of 3"));
	page_para(g->a, p, x == SIGN_PAPER ?
		  T(g->m, "HR gives you the handbook and the sentence to sign "
			  "on paper. It counts the same.") :
		  T(g->m, "Somebody explains it to you, in another language "
			  "if need be. You sign on another day, or not."));
	if (io_tell(g->io, p, e) != 0 ||
	    io_choose(g->io, T(g->m, "Do you want that"), o, NELEM(o), 0, &i,
		      e) != 0)
		return -1;
	*ret_back = i == 1;
	return 0;
}

/* What the answer needs besides. */
static int
ask_more(const struct signing *g, const char *name, struct signing_result *r,
	 bool *ret_back, struct err *e)
{
	*ret_back = false;
	switch (r->answer) {
	case SIGN_RECEIVED:
	case SIGN_READ:
	case SIGN_AGREE:
		return confirm(g, name, r, e);
	case SIGN_DECLINE:
		return ask_reason(g, r, e);
	case SIGN_EXPLAIN:
	case SIGN_PAPER:
		break;
	}
	return ask_wish(g, r->answer, ret_back, e);
}

int
signing_run(struct io *io, struct arena *a, const struct signing_setup *s,
	    struct signing_result *ret, struct err *e)
{
	struct signing g = { .io = io, .a = a, .s = s, .m = s->m };
	struct signing_result r = { .why = "" };
	const char *name;
	bool back = false;

	add_all(&g);
	do {
		if (ask_answer(&g, &r.answer, &name, e) != 0 ||
		    ask_more(&g, name, &r, &back, e) != 0)
			return -1;
	} while (back);
	*ret = r;
	return 0;
}
