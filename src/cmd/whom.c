/* Whom somebody means: a number, or the beginning of a name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/app.h"

#include <string.h>

#include "base/layout.h"
#include "base/str.h"
#include "base/utf8.h"

/* Whether a word of NAME begins with WANT; both are folded. Nothing is left of
 * a soft sign that is spelt with Latin letters: no name begins so. */
static bool
begins(const char *name, const char *want)
{
	if (*want == '\0')
		return false;
	for (; name != NULL; name = strchr(name, ' ')) {
		name += *name == ' ';
		if (str_starts(name, want))
			return true;
	}
	return false;
}

/* Russian letters as names are spelt with Latin ones; the first spelling is
 * tried before the second, where there are two. */
static const char *const latin[][3] = {
	{ "а", "a" }, { "б", "b" }, { "в", "v", "w" }, { "г", "g" },
	{ "д", "d" }, { "е", "e" }, { "ж", "zh" }, { "з", "z" },
	{ "и", "i" }, { "й", "y", "j" }, { "к", "k" }, { "л", "l" },
	{ "м", "m" }, { "н", "n" }, { "о", "o" }, { "п", "p" },
	{ "р", "r" }, { "с", "s" }, { "т", "t" }, { "у", "u" },
	{ "ф", "f" }, { "х", "kh", "h" }, { "ц", "ts", "z" },
	{ "ч", "ch", "tsch" }, { "ш", "sh", "sch" }, { "щ", "shch" },
	{ "ъ", "" }, { "ы", "y" }, { "ь", "" }, { "э", "e" },
	{ "ю", "yu", "ju" }, { "я", "ya", "ja" },
};

static const char *
in_latin(struct arena *a, const char *s, size_t spelling)
{
	OWN(str_free) struct str out = { 0 };

	while (*s != '\0') {
		size_t i = 0;

		while (i < NELEM(latin) && !str_starts(s, latin[i][0]))
			i++;
		if (i == NELEM(latin)) {
			str_addc(&out, *s++);
			continue;
		}
		str_add(&out, latin[i][spelling] != NULL ?
			latin[i][spelling] : latin[i][1]);
		s += strlen(latin[i][0]);
	}
	return arena_strdup(a, str_text(&out));
}

/* Дарья finds Daria by her first letters, and so does Dar with the Russian
 * layout on. */
static bool
is_called(struct arena *a, const char *name, const char *typed)
{
	const char *folded = utf8_fold(a, name);
	const char *want = utf8_fold(a, typed);
	char keys[256];

	return begins(folded, want) || begins(folded, in_latin(a, want, 1)) ||
	       begins(folded, in_latin(a, want, 2)) ||
	       (layout_latin(typed, keys, sizeof(keys)) &&
		begins(folded, keys));
}

static int
whose_name(struct app *app, const char *typed, app_fits *fit,
	   struct io_option **ret, size_t *ret_n, struct err *e)
{
	struct person *v;
	size_t n, cap = 0;

	*ret = NULL;
	*ret_n = 0;
	if (store_people(app->store, app->a, &v, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		struct io_option o = { .word = v[i].number,
				       .label = v[i].name };

		if ((fit == NULL || fit(&v[i])) &&
		    is_called(app->a, v[i].name, typed))
			ARENA_PUSH(app->a, *ret, *ret_n, cap, o);
	}
	return 0;
}

int
app_whom(struct app *app, const char *typed, app_fits *fit, const char **ret,
	 struct err *e)
{
	struct io_option *o;
	struct person p;
	bool known = false;
	size_t n, i = 0;

	*ret = typed;
	if (!app->io->interactive)
		return 0;
	/* ANNA could be a number too. */
	if (number_valid(typed) &&
	    store_person(app->store, app->a, typed, &p, &known, e) != 0)
		return -1;
	if (known)
		return 0;
	if (whose_name(app, typed, fit, &o, &n, e) != 0)
		return -1;
	if (n == 0)
		return err_set(e, ERR_USAGE,
			       "'%s' is neither a number nor the beginning "
			       "of a name on the list", typed);
	if (n > 1 && io_choose(app->io, T(app, "Which one"), o, n, n, &i,
			       e) != 0)
		return -1;
	*ret = o[i].word;
	return 0;
}

int
app_ask_whom(struct app *app, const char *typed, const char *prompt,
	     app_fits *fit, const char **ret, struct err *e)
{
	const char *s = typed;

	if (prompt == NULL)
		prompt = T(app, "Your number, or the first letters of your "
				"name: ");
	for (;;) {
		if (typed == NULL &&
		    io_ask(app->io, app->a, prompt, NULL, &s, e) != 0)
			return -1;
		if (*s == '\0' || (app->io->interactive && str_eq(s, "0")))
			return err_cancel(e);
		if (app_whom(app, s, fit, ret, e) == 0)
			return 0;
		if (typed != NULL || io_again(app->io, app->a, e) != 0)
			return -1;
	}
}
