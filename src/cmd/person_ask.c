/* person: its questions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { TEXT_MAX = 4000, QUOTED_MOST = 40 };

static int
check_text(struct app *app, const char *s, struct err *e)
{
	(void)app;
	if (*s == '\0' || str_eq(s, "-"))
		return err_set(e, ERR_USAGE, "a few words are needed here: "
			       "they are recorded");
	if (strlen(s) > TEXT_MAX)
		return err_set(e, ERR_USAGE, "that is too long: %zu letters, "
			       "at most about %d", utf8_chars(s),
			       TEXT_MAX / 2);
	return 0;
}

int
person_ask_text(struct app *app, const char *prompt, const char **ret,
		struct err *e)
{
	return app_ask_fit(app, prompt, NULL, check_text, ret, e);
}

/* ---- days ---- */

/* "21.11.2026", "21.11.", "21.11": the numbers in it, 0: it is no day. */
static int
numbers_of(const char *s, int ret[3])
{
	int n = 0;

	while (n < 3 && *s >= '0' && *s <= '9') {
		ret[n] = 0;
		for (int i = 0; i < 4 && *s >= '0' && *s <= '9'; i++)
			ret[n] = ret[n] * 10 + *s++ - '0';
		n++;
		s += *s == '.';
	}
	return *s == '\0' && n > 1 ? n : 0;
}

static bool
day_of(int year, int month, int day, int64_t *ret)
{
	char iso[3 * 12];

	snprintf(iso, sizeof(iso), "%04d-%02d-%02d", year, month, day);
	return date_parse(iso, ret);
}

/* As people write it; without a year it is the one nearest to today. */
static bool
read_day(struct app *app, const char *s, int64_t *ret)
{
	int64_t today = app_today(app), day, best = INT64_MAX;
	int v[3], year, m, d, n = numbers_of(s, v);

	if (n != 2)
		return n == 3 ? day_of(v[2], v[1], v[0], ret) :
				date_parse(s, ret);
	civil_from_days(today, &year, &m, &d);
	for (int y = year - 1; y <= year + 1; y++) {
		if (!day_of(y, v[1], v[0], &day) ||
		    llabs(day - today) >= best)
			continue;
		best = llabs(day - today);
		*ret = day;
	}
	return best != INT64_MAX;
}

/* What is quoted leaves room for what is wrong with it. */
static const char *
begin_of(struct app *app, const char *s)
{
	return utf8_short(app->a, s, QUOTED_MOST);
}

static int
take_day(struct app *app, const char *s, int64_t least, int64_t most,
	 int64_t *ret, struct err *e)
{
	int64_t day;

	if (!read_day(app, s, &day))
		return err_set(e, ERR_USAGE, "'%s' is no day: write it like "
			       "21.11.2026 or 2026-11-21", begin_of(app, s));
	if (day < least)
		return err_set(e, ERR_USAGE, "'%s' is too early: not before "
			       "%s", s, app_date_words(app, least));
	if (day > most)
		return err_set(e, ERR_USAGE, "'%s' is too late: not after %s",
			       s, app_date_words(app, most));
	*ret = day;
	return 0;
}

int
person_ask_day(struct app *app, const char *prompt, int64_t dflt,
	       int64_t least, int64_t most, int64_t *ret, struct err *e)
{
	bool person = app->io->interactive;
	const char *s, *known;
	int y, m, d;

	civil_from_days(dflt, &y, &m, &d);
	known = arena_printf(app->a, "%02d.%02d.%04d", d, m, y);
	for (;;) {
		if (io_ask(app->io, app->a, prompt, known, &s, e) != 0)
			return -1;
		if (person && str_eq(s, "0"))
			return err_cancel(e);
		if (take_day(app, s, least, most, ret, e) == 0)
			return 0;
		if (!person || io_say(app->io, arena_strdup(app->a, e->text),
				      e) != 0)
			return -1;
		err_clear(e);
	}
}

/* ---- words ---- */

int
person_ask_word(struct app *app, const char *prompt,
		const char *const *words, const char *const *labels, size_t n,
		const char *dflt, const char **ret, struct err *e)
{
	struct io_option *o = ARENA_ARRAY(app->a, struct io_option, n);
	size_t i, d = n;

	for (i = 0; i < n; i++) {
		o[i].word = words[i];
		o[i].label = labels[i];
		if (dflt != NULL && str_eq(words[i], dflt))
			d = i;
	}
	if (io_choose(app->io, prompt, o, n, d, &i, e) != 0)
		return -1;
	*ret = words[i];
	return 0;
}

/* ---- sections ---- */

static int
take_sections(struct app *app, const char *s, const char *const *known,
	      size_t n, const char ***ret, size_t *ret_n, struct err *e)
{
	const char **v = ARENA_ARRAY(app->a, const char *, n + 1);
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		v[i] = NULL;
	while (*(s += strspn(s, " ,")) != '\0') {
		size_t len = strcspn(s, " ,"), i = 0;
		const char *word = arena_strndup(app->a, s, len);

		while (i < n && !str_eq(known[i], word))
			i++;
		if (i == n)
			return err_set(e, ERR_USAGE, "'%s' is no part that is "
				       "to be signed", begin_of(app, word));
		v[i] = known[i];
		s += len;
	}
	for (size_t i = 0; i < n; i++)
		if (v[i] != NULL)
			v[k++] = v[i];
	*ret = v;
	*ret_n = k;
	return 0;
}

static const char *
all_of(struct app *app, const char *const *v, size_t n)
{
	const char *s = "";

	for (size_t i = 0; i < n; i++)
		s = arena_printf(app->a, "%s%s%s", s, i > 0 ? " " : "", v[i]);
	return s;
}

int
person_ask_sections(struct app *app, const char *const *sections, size_t n,
		    const char ***ret, size_t *ret_n, struct err *e)
{
	bool person = app->io->interactive;
	const char *s, *all = all_of(app, sections, n);

	if (person && io_say(app->io,
			     arena_printf(app->a, T(app, "Parts: %s"), all),
			     e) != 0)
		return -1;
	for (;;) {
		if (io_ask(app->io, app->a,
			   T(app, "Which parts (Enter: all of them): "), NULL,
			   &s, e) != 0)
			return -1;
		if (person && str_eq(s, "0"))
			return err_cancel(e);
		if (take_sections(app, *s != '\0' ? s : all, sections, n,
				  ret, ret_n, e) == 0)
			return 0;
		if (!person || io_say(app->io, arena_strdup(app->a, e->text),
				      e) != 0)
			return -1;
		err_clear(e);
	}
}
