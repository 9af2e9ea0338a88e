/* A house is made at a terminal: one question after the other, each answer
 * checked at once; nothing is made before the last.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/init.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"

#define ZONES "zoneinfo/"
#define SYSTEM_ZONE "/etc/localtime"

enum { HRS = 2 };

struct asking {
	struct app *app;
	const struct init_words *given; /* is not asked again */
	const char *name, *id, *langs, *zone, *sheet;
	const char *number[HRS], *person[HRS];
	size_t who; /* of the two the one who is asked about */
};

/* What is wrong with S, told at once, so that nothing else is lost. */
typedef int fit(struct asking *q, const char *s, struct err *e);

/* Until the answer is fit; *V is what Enter takes. */
static int
ask(struct asking *q, const char *prompt, fit *check, const char **v,
    struct err *e)
{
	struct app *app = q->app;
	const char *s;

	for (;;) {
		if (io_ask(app->io, app->a, prompt, *v, &s, e) != 0)
			return -1;
		if (str_eq(s, "0"))
			return err_cancel(e);
		if (*s == '\0')
			continue;
		if (check(q, s, e) == 0) {
			*v = s;
			return 0;
		}
		if (io_say(app->io, arena_strdup(app->a, e->text), e) != 0)
			return -1;
		err_clear(e);
	}
}

/* ---- what is proposed ---- */

/* "Hotel Zur Linde" as "hotel-zur-linde". */
static const char *
id_from(struct app *app, const char *name)
{
	OWN(str_free) struct str s = { 0 };

	for (name = utf8_fold(app->a, name); *name != '\0'; name++) {
		bool plain = (*name >= 'a' && *name <= 'z') ||
			     (*name >= '0' && *name <= '9');

		if (plain)
			str_addc(&s, *name);
		else if (s.n > 0 && s.s[s.n - 1] != '-')
			str_addc(&s, '-');
	}
	while (s.n > 0 && s.s[s.n - 1] == '-')
		s.s[--s.n] = '\0';
	return s.n > 0 && id_valid(s.s) ? arena_strdup(app->a, s.s) : "house";
}

/* As the computer is set, else Berlin's: UTC is nobody's, but that of
 * computers which nobody has told where they are. */
static const char *
system_zone(struct app *app)
{
	char to[PATH_MAX];
	const struct zone *z;
	const char *name;
	struct err none;
	ssize_t n = readlink(SYSTEM_ZONE, to, sizeof(to) - 1);

	err_init(&none, NULL);
	if (n > 0) {
		to[n] = '\0';
		name = strstr(to, ZONES);
		if (name != NULL && !str_ends(name, "UTC") &&
		    zone_open(app->life, name + strlen(ZONES), &z, &none) == 0)
			return arena_strdup(app->a, name + strlen(ZONES));
	}
	return "Europe/Berlin";
}

/* The language of now first. */
static const char *
all_langs(struct app *app)
{
	const char *s = arena_printf(app->a, "%zu",
				     app_lang_index(app->lang) + 1);

	for (size_t i = 0; i < LANGS; i++)
		if (i != app_lang_index(app->lang))
			s = arena_printf(app->a, "%s %zu", s, i + 1);
	return s;
}

/* ---- what is fit ---- */

static int
fit_name(struct asking *q, const char *s, struct err *e)
{
	return init_check_name(q->app, s, e);
}

static int
fit_id(struct asking *q, const char *s, struct err *e)
{
	return init_check_id(q->app, s, e);
}

/* "2 1", "de en" or "de,en" as "de,en". */
static const char *
langs_of(struct app *app, const char *s)
{
	const char *out = "";

	while (*(s += strspn(s, " ,")) != '\0') {
		size_t n = strcspn(s, " ,");
		const char *l = arena_strndup(app->a, s, n);

		for (size_t i = 0; i < LANGS; i++)
			if (str_eq(l, arena_printf(app->a, "%zu", i + 1)))
				l = app_langs[i];
		out = arena_printf(app->a, "%s%s%s", out,
				   *out != '\0' ? "," : "", l);
		s += n;
	}
	return out;
}

static int
fit_langs(struct asking *q, const char *s, struct err *e)
{
	const char *langs;

	return init_read_langs(q->app, langs_of(q->app, s), &langs, e);
}

static int
fit_zone(struct asking *q, const char *s, struct err *e)
{
	const struct zone *zone;

	return zone_open(q->app->life, s, &zone, e);
}

static int
fit_number(struct asking *q, const char *s, struct err *e)
{
	if (!number_valid(s))
		return err_set(e, ERR_USAGE, "'%s' is no staff number: 1 to "
			       "12 capital letters and digits", s);
	if (q->who > 0 && str_eq(s, q->number[0]))
		return err_set(e, ERR_USAGE, "the two HR persons need two "
			       "numbers");
	return 0;
}

static int
fit_person(struct asking *q, const char *s, struct err *e)
{
	struct enrolment v = { .number = q->number[q->who], .name = s };

	return enrolment_check_name(q->app, &v, e);
}

static int
fit_sheet(struct asking *q, const char *s, struct err *e)
{
	const char *slash = strrchr(s, '/');
	const char *dir = slash == NULL ? "." :
			  arena_strndup(q->app->a, s, (size_t)(slash - s) + 1);

	if (founding_fit_sheet(s, e) != 0)
		return -1;
	if (access(dir, W_OK) != 0)
		return err_set(e, ERR_FAILED, "nothing can be written into "
			       "the folder '%s': name another one", dir);
	return 0;
}

/* ---- the questions ---- */

static struct page *
new_page(struct app *app)
{
	struct page *p = app_page(app, T(app, "SET UP A HOUSE"));

	p->keys = T(app, "Enter takes what stands in brackets   0 leave, "
			 "nothing is made");
	return p;
}

static int
ask_house(struct asking *q, struct err *e)
{
	const struct init_words *w = q->given;
	struct app *app = q->app;

	if (w->name == NULL &&
	    ask(q, T(app, "Name of the house"), fit_name, &q->name, e) != 0)
		return -1;
	if (q->id == NULL)
		q->id = id_from(app, q->name);
	if (w->id == NULL &&
	    ask(q, T(app, "Short name (a-z, digits, -)"),
		fit_id, &q->id, e) != 0)
		return -1;
	if (w->langs == NULL &&
	    ask(q, T(app, "Languages, main one first: 1 English 2 Deutsch 3 "
			  "Русский"),
		fit_langs, &q->langs, e) != 0)
		return -1;
	return w->zone != NULL ? 0 :
	       ask(q, T(app, "Time zone"), fit_zone, &q->zone, e);
}

static int
ask_hr(struct asking *q, struct err *e)
{
	struct app *app = q->app;

	for (q->who = q->given->hr.n; q->who < HRS; q->who++) {
		if (ask(q, q->who == 0 ?
			T(app, "First HR person, who sits here: staff number") :
			T(app, "Second HR person: staff number"),
			fit_number, &q->number[q->who], e) != 0 ||
		    ask(q, arena_printf(app->a, T(app, "Name of %s"),
					q->number[q->who]),
			fit_person, &q->person[q->who], e) != 0)
			return -1;
	}
	return 0;
}

static int
ask_sheet(struct asking *q, struct err *e)
{
	struct app *app = q->app;
	const struct io_option o[] = {
		{ .word = "screen",
		  .label = T(app, "on this screen, and you copy it by hand") },
		{ .word = "file",
		  .label = T(app, "in a file, and you print it") },
	};
	const char *home = getenv("HOME");
	size_t i;

	if (q->given->sheet != NULL)
		return 0;
	if (io_choose(app->io, T(app, "The charter sheet for the safe comes"),
		      o, NELEM(o), q->sheet != NULL, &i, e) != 0)
		return -1;
	if (i == 0) {
		q->sheet = NULL;
		return 0;
	}
	if (q->sheet == NULL)
		q->sheet = path_join(app->a, home != NULL ? home : ".",
				     arena_printf(app->a, "charter-%s.txt",
						  q->id));
	return ask(q, T(app, "File"), fit_sheet, &q->sheet, e);
}

static int
ask_all(struct asking *q, struct err *e)
{
	struct app *app = q->app;
	struct page *p = new_page(app);

	page_para(app->a, p,
		  T(app, "A new, empty house on this computer. A few short "
			 "questions; nothing is made before the last one."));
	page_para(app->a, p,
		  T(app, "You need two HR people, so that each can help when "
			 "the other has forgotten a passphrase, and an "
			 "envelope for the charter sheet: it goes into the "
			 "safe and is the last key if both are gone."));
	if (io_tell(app->io, p, e) != 0)
		return -1;
	return ask_house(q, e) != 0 || ask_hr(q, e) != 0 ||
	       ask_sheet(q, e) != 0 ? -1 : 0;
}

/* *RET_AGAIN: something is to be another. */
static int
confirm(struct asking *q, bool *ret_again, struct err *e)
{
	struct app *app = q->app;
	const struct io_option o[] = {
		{ .word = "make", .label = T(app, "Make this house") },
		{ .word = "again", .label = T(app, "Change something") },
		{ .word = "leave", .label = T(app, "Leave, nothing is made"),
		  .key = "0" },
	};
	struct page *p = new_page(app);
	size_t i;

	p->keys = NULL;
	page_field(app->a, p, T(app, "House"), q->name);
	page_field(app->a, p, T(app, "Short name"), q->id);
	page_field(app->a, p, T(app, "Languages"), langs_of(app, q->langs));
	page_field(app->a, p, T(app, "Time zone"), q->zone);
	for (size_t k = 0; k < HRS; k++)
		page_field(app->a, p, k == 0 ? T(app, "First HR person") :
					       T(app, "Second HR person"),
			   arena_printf(app->a, "%s  %s", q->number[k],
					q->person[k]));
	page_field(app->a, p, T(app, "Charter sheet"),
		   q->sheet != NULL ? q->sheet : T(app, "on this screen"));
	page_gap(app->a, p);
	page_para(app->a, p, T(app, "The short name and the time zone cannot "
				    "be changed later."));
	if (io_tell(app->io, p, e) != 0 ||
	    io_choose(app->io, T(app, "Is that right"), o, NELEM(o), 0, &i,
		      e) != 0)
		return -1;
	*ret_again = i == 1;
	return i == 2 ? err_cancel(e) : 0;
}

/* Given by words: shown with the rest. */
static void
take_given(struct asking *q)
{
	const struct init_words *w = q->given;

	for (size_t i = 0; i < w->hr.n && i < HRS; i++) {
		const char *colon = strchr(w->hr.v[i], ':');

		q->number[i] = arena_strndup(q->app->a, w->hr.v[i],
					     strcspn(w->hr.v[i], ":"));
		q->person[i] = colon != NULL ? colon + 1 : "";
	}
}

int
init_ask(struct app *app, struct init_words *w, struct err *e)
{
	const struct init_words given = *w;
	struct asking q = {
		.app = app, .given = &given, .name = w->name, .id = w->id,
		.langs = w->langs != NULL ? w->langs : all_langs(app),
		.zone = w->zone != NULL ? w->zone : system_zone(app),
		.sheet = w->sheet, .number = { "2001", "2002" },
	};
	bool again = true;

	take_given(&q);
	while (again)
		if (ask_all(&q, e) != 0 || confirm(&q, &again, e) != 0)
			return -1;
	w->name = q.name;
	w->id = q.id;
	w->langs = langs_of(app, q.langs);
	w->zone = q.zone;
	w->sheet = q.sheet;
	for (size_t i = given.hr.n; i < HRS; i++)
		ARENA_PUSH(app->a, w->hr.v, w->hr.n, w->hr.cap,
			   arena_printf(app->a, "%s:%s", q.number[i],
					q.person[i]));
	return 0;
}
