/* The handbook's values as people say and type them, and where they stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/handbook.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "model/typed.h"

enum { TEXT_CHARS = 100, PHONE_CHARS = 30, NUMBER_MOST = 1000000,
       DAYS_MOST = 3650, SUM_DIGITS = 9 };

#define DIGITS "0123456789"

/* ---- said ---- */

/* Whether N digits stand at S, behind a point or a comma, and no more. */
static bool
is_part(const char *s, size_t n)
{
	return (*s == '.' || *s == ',') && strspn(s + 1, DIGITS) == n;
}

const char *
value_said(struct arena *a, enum value_type type, const char *value,
	    const char *lang)
{
	size_t n = strcspn(value, ".,");

	if (type != VALUE_MONEY || !is_part(value + n, 2))
		return value;
	return arena_printf(a, "%.*s%s%s", (int)n, value,
			    str_eq(lang, "en") ? "." : ",", value + n + 1);
}

const char *
value_wants(enum value_type type)
{
	static const char *const wants[] = {
		[VALUE_MONEY] = N_("an amount and its currency, as 20 EUR or "
				   "20.50 EUR"),
		[VALUE_NUMBER] = N_("a whole number, 0 to 1,000,000"),
		[VALUE_DAYS] = N_("a number of days, 0 to 3650"),
		[VALUE_TEXT] = N_("words, at most 100 characters"),
		[VALUE_PHONE] = N_("a telephone number, as +49 30 5550 100"),
		[VALUE_MAIL] = N_("an e-mail address, as hr@house.example"),
		[VALUE_TIME] = N_("a time, as 07:00"),
	};

	return wants[type];
}

/* ---- typed ---- */

/* Three letters as banks write it, of a sign or a word. */
static const char *
currency(struct arena *a, const char *s)
{
	static const struct { const char *typed, *code; } known[] = {
		{ "€", "EUR" }, { "euro", "EUR" }, { "евро", "EUR" },
		{ "£", "GBP" }, { "$", "USD" }, { "₽", "RUB" },
		{ "руб", "RUB" }, { "руб.", "RUB" }, { "fr.", "CHF" },
	};
	char *code;

	for (size_t i = 0; i < NELEM(known); i++)
		if (str_eq(utf8_fold(a, s), known[i].typed))
			return known[i].code;
	if (strlen(s) != 3)
		return NULL;
	code = arena_strdup(a, s);
	for (char *p = code; *p != '\0'; p++) {
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
		if (*p < 'A' || *p > 'Z')
			return NULL;
	}
	return code;
}

/* "1.500,5" and "1 500.50" have the digits 1500 and 50. */
static const char *
read_sum(struct arena *a, const char *s, size_t n)
{
	char *whole = arena_alloc(a, n + 1);
	size_t k = 0, from = 0;
	const char *cents = "";

	for (size_t i = n; i-- > 0;) {
		size_t behind = n - 1 - i;

		if (s[i] != '.' && s[i] != ',')
			continue;
		if (behind == 1 || behind == 2) {
			cents = arena_printf(a, ".%.*s%s", (int)behind,
					     s + i + 1,
					     behind == 1 ? "0" : "");
			n = i;
		}
		break;
	}
	for (size_t i = 0; i < n; i++) {
		if (s[i] >= '0' && s[i] <= '9') {
			whole[k++] = s[i];
			continue;
		}
		/* What parts thousands has three digits behind it. */
		if (k == 0 || strspn(s + i + 1, DIGITS) < 3 ||
		    (i + 4 < n && strspn(s + i + 1, DIGITS) != 3))
			return NULL;
	}
	while (from + 1 < k && whole[from] == '0')
		from++;
	if (k == 0 || k - from > SUM_DIGITS)
		return NULL;
	return arena_printf(a, "%s%s", whole + from, cents);
}

static const char *
read_money(struct arena *a, const char *s, const char *now)
{
	size_t lead = strcspn(s, DIGITS), n, end;
	const char *code, *sum;

	for (end = strlen(s); end > lead; end--)
		if (s[end - 1] >= '0' && s[end - 1] <= '9')
			break;
	if (strspn(s + lead, DIGITS " .,") < end - lead)
		return NULL;
	n = end - lead;
	sum = read_sum(a, s + lead, n);
	code = text_fold_space(a, arena_printf(a, "%.*s %s", (int)lead, s,
					       s + end));
	if (*code == '\0' && now != NULL && strchr(now, ' ') != NULL)
		code = strchr(now, ' ') + 1;
	code = currency(a, code);
	return sum == NULL || code == NULL ? NULL :
	       arena_printf(a, "%s %s", sum, code);
}

static const char *
read_phone(const char *s)
{
	size_t digits = 0;

	for (const char *p = s; *p != '\0'; p++)
		digits += *p >= '0' && *p <= '9';
	return digits >= 3 && strlen(s) <= PHONE_CHARS &&
	       s[strspn(s, DIGITS "+ -/()")] == '\0' ? s : NULL;
}

static const char *
read_mail(const char *s)
{
	const char *at = strchr(s, '@');

	return at != NULL && at != s && at[1] != '\0' &&
	       strchr(at + 1, '@') == NULL && strchr(s, ' ') == NULL &&
	       utf8_chars(s) <= TEXT_CHARS ? s : NULL;
}

const char *
value_read(struct arena *a, enum value_type type, const char *now,
	   const char *typed)
{
	const char *s;

	if (!utf8_valid(typed, strlen(typed)) ||
	    !utf8_printable(typed, strlen(typed), false))
		return NULL;
	s = text_fold_space(a, utf8_nfc(a, typed));
	if (*s == '\0' || str_eq(s, "-"))
		return NULL;
	switch (type) {
	case VALUE_MONEY:
		return read_money(a, s, now);
	case VALUE_NUMBER:
		return typed_number(a, s, NUMBER_MOST);
	case VALUE_DAYS:
		return typed_number(a, s, DAYS_MOST);
	case VALUE_PHONE:
		return read_phone(s);
	case VALUE_MAIL:
		return read_mail(s);
	case VALUE_TIME:
		return typed_time(a, s);
	case VALUE_TEXT:
		/* It must not make a value of itself. */
		return utf8_chars(s) <= TEXT_CHARS && strstr(s, "${") == NULL ?
			       s : NULL;
	}
	return NULL;
}

/* ---- where it stands ---- */

struct uses {
	struct arena *a;
	const char *mark; /* "${limit.staff}" */
	struct value_use *v;
	size_t n, cap;
};

static void
look(struct uses *u, const char *section, bool commandment,
     const struct text *t)
{
	struct value_use use = { section, t, commandment };

	if (t != NULL && strstr(t->s, u->mark) != NULL)
		ARENA_PUSH(u->a, u->v, u->n, u->cap, use);
}

static void
look_at_section(struct uses *u, const struct handbook_section *s)
{
	look(u, s->id, false, s->title);
	for (size_t i = 0; i < s->nblocks; i++) {
		look(u, s->id, false, s->blocks[i].t);
		look(u, s->id, false, s->blocks[i].easy);
	}
	for (size_t i = 0; i < s->nquestions; i++) {
		look(u, s->id, false, s->questions[i].ask);
		for (size_t k = 0; k < s->questions[i].nanswers; k++)
			look(u, s->id, false, s->questions[i].answers[k].t);
	}
}

/* What of a commandment comes into the handbook. */
static void
look_at_commandment(struct uses *u, const struct commandment *c)
{
	const struct text *const texts[] = { c->title, c->do_, c->easy,
					     c->say, c->answer, c->avoid };

	for (size_t i = 0; i < NELEM(texts); i++)
		look(u, HANDBOOK_COMMANDMENTS, true, texts[i]);
}

void
handbook_value_uses(struct arena *a, const struct handbook *h,
		    const struct commandments *c, const char *id,
		    struct value_use **ret, size_t *ret_n)
{
	struct uses u = { .a = a, .mark = arena_printf(a, "${%s}", id) };

	look(&u, "", false, h->title);
	for (size_t i = 0; i < h->nsections; i++)
		look_at_section(&u, &h->sections[i]);
	if (c != NULL)
		look(&u, HANDBOOK_COMMANDMENTS, true, c->mantra);
	for (size_t i = 0; c != NULL && i < c->n; i++)
		look_at_commandment(&u, &c->v[i]);
	*ret = u.v;
	*ret_n = u.n;
}

/* The length of the first sentence of S, with the space behind it. */
static size_t
sentence_len(const char *s)
{
	for (size_t i = 0; s[i] != '\0'; i++)
		if (strchr(".?!;", s[i]) != NULL && s[i + 1] == ' ')
			return i + 2;
	return strlen(s);
}

const char *
value_sentences(struct arena *a, const char *s, const char *id)
{
	const char *mark = arena_printf(a, "${%s}", id), *out = "";

	while (*s != '\0') {
		size_t n = sentence_len(s);
		const char *one = arena_strndup(a, s, n);

		if (strstr(one, mark) != NULL)
			out = arena_printf(a, "%s%s", out, one);
		s += n;
	}
	return text_fold_space(a, out);
}
