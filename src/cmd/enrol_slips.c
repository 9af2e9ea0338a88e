/* The slips of new people: each in the person's own language, and in short in
 * the two others.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolling.h"

#include "base/str.h"
#include "out/slips.h"

/* The app as it speaks LANG, for a sentence or two. */
static struct app
speaking(struct app *app, const char *lang)
{
	struct app in = *app;

	in.m = app_catalogue(app, lang);
	in.lang = lang;
	return in;
}

static const char *
until(struct app *in)
{
	return app_date_words(in, app_today(in) + CODE_DAYS);
}

static const char *
house_line(struct app *in)
{
	return in->house.trial ?
		       arena_printf(in->a, "%s  %s", T(in, "TRIAL"),
				    in->house.title) :
		       in->house.title;
}

static struct slip
slip_of(struct app *app, const struct enrolment *v, const char *code)
{
	struct app in = speaking(app, v->lang);
	struct slip s = {
		.lang = v->lang, .house = house_line(&in), .name = v->name,
		.number = arena_printf(app->a, "%s %s", T(&in, "No."),
				       v->number),
		.code = code,
		.todo = arena_printf(
			app->a,
			T(&in, "Your first time: at the computer choose \"I "
			       "have a code on paper\", type your number %s, "
			       "then this code, then a passphrase of your "
			       "own. Good until %s. Give this paper to nobody, "
			       "and tear it up afterwards."),
			v->number, until(&in)),
	};
	size_t n = 0;

	for (size_t i = 0; i < LANGS && n < SLIP_OTHERS; i++) {
		if (str_eq(app_langs[i], v->lang))
			continue;
		in = speaking(app, app_langs[i]);
		s.other_lang[n] = app_langs[i];
		s.other[n++] = arena_printf(
			app->a,
			T(&in, "Choose \"I have a code on paper\", then number, "
			       "code and a passphrase of your own. Good until "
			       "%s."), until(&in));
	}
	return s;
}

void
slips_print(struct app *app, const struct batch *b, bool html,
	    struct str *text)
{
	struct slip *v = ARENA_ARRAY(app->a, struct slip, b->n);

	for (size_t i = 0; i < b->n; i++)
		v[i] = slip_of(app, &b->v[i], b->codes[i]);
	if (html)
		slips_html(text, app->lang, T(app, "Codes for new people"), v,
			   b->n);
	else
		slips_text(text, v, b->n);
}
