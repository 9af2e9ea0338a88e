/* The table of settings and what their values must look like.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/setting.h"

#include <stdint.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/text.h"

/* Longest value: a line of a record. */
#define VALUE_MAX 1000

static bool
number_between(const char *v, uint64_t min, uint64_t max)
{
	uint64_t n;

	return str_u64(v, max, &n) && n >= min;
}

static bool
ok_days(const char *v)
{
	return number_between(v, 1, 365);
}

static bool
ok_months(const char *v)
{
	return number_between(v, 1, 120);
}

static bool
ok_line(const char *v)
{
	size_t n = strlen(v);

	return n >= 1 && n <= VALUE_MAX && v[0] != ' ' && v[n - 1] != ' ' &&
	       !str_eq(v, "-") && utf8_valid(v, n) &&
	       utf8_printable(v, n, false) && utf8_is_nfc(v, n);
}

/* The name of its titles is an id, too. */
enum { TEAM_MAX = 64 - sizeof("team..ll") + 1 };

/* One id of a list: N bytes at S. */
static bool
ok_team(const char *s, size_t n)
{
	char id[TEAM_MAX + 1];

	if (n > TEAM_MAX)
		return false;
	memcpy(id, s, n);
	id[n] = '\0';
	return id_valid(id);
}

/* Whether the N bytes at S stand as a whole word in front of LIST's end. */
static bool
named_before(const char *list, const char *s, size_t n)
{
	while (list < s) {
		size_t len = strcspn(list, " ");

		if (len == n && memcmp(list, s, n) == 0)
			return true;
		list += len + 1;
	}
	return false;
}

/* Words with one space between them, none twice, each as OK wants it. */
static bool
ok_words(const char *v, bool (*ok)(const char *s, size_t n))
{
	const char *s = v;

	if (strlen(v) > VALUE_MAX)
		return false;
	for (;;) {
		size_t n = strcspn(s, " ");

		if (!ok(s, n) || named_before(v, s, n))
			return false;
		if (s[n] == '\0')
			return true;
		s += n + 1;
	}
}

static bool
ok_teams(const char *v)
{
	return ok_words(v, ok_team);
}

static bool
ok_lang(const char *s, size_t n)
{
	return n == 2 && (memcmp(s, "en", 2) == 0 || memcmp(s, "de", 2) == 0 ||
			  memcmp(s, "ru", 2) == 0);
}

static bool
ok_langs(const char *v)
{
	return ok_words(v, ok_lang);
}

bool
setting_minutes(const char *value, int *ret)
{
	const char *v = value;

	if (str_eq(v, "none")) {
		*ret = -1;
		return true;
	}
	if (strlen(v) != 5 || v[2] != ':')
		return false;
	for (size_t i = 0; i < 5; i++)
		if (i != 2 && (v[i] < '0' || v[i] > '9'))
			return false;
	int hour = (v[0] - '0') * 10 + (v[1] - '0');
	int minute = (v[3] - '0') * 10 + (v[4] - '0');
	if (hour > 23 || minute > 59)
		return false;
	*ret = hour * 60 + minute;
	return true;
}

static bool
ok_shift(const char *v)
{
	int minutes;

	return setting_minutes(v, &minutes);
}

static const struct setting_choice forms[] = {
	{ "10", N_("10 minutes") },
	{ "7", N_("7 minutes") },
	{ "5", N_("5 minutes") },
	{ NULL, NULL },
};
static const struct setting_choice yes_no[] = {
	{ "yes", N_("yes") },
	{ "no", N_("no") },
	{ NULL, NULL },
};
static const struct setting_choice statements[] = {
	{ "received", N_("I received it") },
	{ "read", N_("I read and understood it") },
	{ "agree", N_("I read it and agree") },
	{ NULL, NULL },
};

const char *const setting_groups[] = {
	[GROUP_HOUSE] = N_("The house"),
	[GROUP_SHIFTS] = N_("Shifts and teams"),
	[GROUP_LINEUP] = N_("Lineup"),
	[GROUP_HANDBOOK] = N_("Handbook"),
	[GROUP_COMPUTER] = N_("Keeping and printing"),
};

#define SHIFT(name, dflt, title) \
	{ name, dflt, GROUP_SHIFTS, SETTING_TIME, ok_shift, title, \
	  N_("A lineup that names no shift is of the one that begins " \
	     "nearest."), \
	  N_("the lineup: which shift it is of, and of which day"), \
	  N_("a time as 07:00, or 'no'"), N_("no such shift"), NULL, NULL }
#define LINE_WANTED N_("words, at most 200 characters")

const struct setting setting_table[] = {
	{ "house.title", NULL, GROUP_HOUSE, SETTING_LINE, ok_line,
	  N_("Name of the house"),
	  N_("As guests know it. Changing it needs the charter sheet from the "
	     "safe."),
	  N_("every screen, each edition of the handbook from the next on"),
	  LINE_WANTED, NULL, NULL, NULL },
	{ "house.languages", NULL, GROUP_HOUSE, SETTING_LANGS, ok_langs,
	  N_("Languages of the house"),
	  N_("The first is the one the door speaks. Changing them needs the "
	     "charter sheet from the safe."),
	  N_("the door, the languages of the next edition"),
	  N_("en, de, ru in the order wanted, as 'en de'"), NULL, NULL,
	  NULL },
	SHIFT("shift.early", "07:00", N_("Early shift begins")),
	SHIFT("shift.late", "15:00", N_("Late shift begins")),
	SHIFT("shift.night", "23:00", N_("Night shift begins")),
	{ "teams", "front-desk", GROUP_SHIFTS, SETTING_TEAMS, ok_teams,
	  N_("Teams"),
	  N_("The first is the one whose lineup it is when nobody says "
	     "which."),
	  N_("the lineup, the list of teams when somebody is enrolled"),
	  N_("short names of Latin letters and digits, commas between"), NULL,
	  NULL, NULL },
	{ "lineup.form", "10", GROUP_LINEUP, SETTING_CHOICE, NULL,
	  N_("Length of a lineup"),
	  N_("Who leads can make one shorter on the day."),
	  N_("the lineup, its plan and its page to print"),
	  N_("10, 7 or 5"), NULL, forms, "lineup.minutes" },
	{ "lineup.witness", "yes", GROUP_LINEUP, SETTING_CHOICE, NULL,
	  N_("A second person signs"),
	  N_("Somebody drawn from those present signs that the lineup was "
	     "held."),
	  N_("the close of a lineup"),
	  N_("yes or no"), NULL, yes_no, NULL },
	{ "statement", "read", GROUP_HANDBOOK, SETTING_CHOICE, NULL,
	  N_("What is signed"),
	  N_("The sentence that the house asks for first. Whoever signs may "
	     "choose another."),
	  N_("signing the handbook"),
	  N_("received, read or agree"), NULL, statements, NULL },
	{ "due.days", "14", GROUP_HANDBOOK, SETTING_DAYS, ok_days,
	  N_("Time to sign"),
	  N_("Counted from the day an edition is in force, or from a person's "
	     "first day here. It holds for editions published from now on."),
	  N_("publishing the handbook, the list of who has signed"),
	  N_("a number of days, 1 to 365"), NULL, NULL, "sign.days" },
	{ "keep.training", "12", GROUP_COMPUTER, SETTING_MONTHS, ok_months,
	  N_("Training may be kept"),
	  N_("Drills, questions and reading, which the person and the coach "
	     "see. This program erases nothing by itself yet."),
	  N_("what each person is told about the records kept"),
	  N_("a number of months, 1 to 120"), NULL, NULL, NULL },
	{ "backup", "none", GROUP_COMPUTER, SETTING_LINE, ok_line,
	  N_("Place for backups"),
	  N_("A folder, for example on a stick that stays plugged in."),
	  N_("the check of this computer, backups"),
	  N_("a folder, as /media/stick, or 'no'"), N_("none yet"), NULL,
	  NULL },
	{ "printer", "none", GROUP_COMPUTER, SETTING_LINE, ok_line,
	  N_("Printer"),
	  N_("Where p and --print print."),
	  N_("every page that is printed"),
	  N_("the name of a printer, or 'no'"),
	  N_("the one of the computer"), NULL, NULL },
};

const size_t setting_count = NELEM(setting_table);

static const struct setting team_name = {
	"team.", NULL, GROUP_SHIFTS, SETTING_LINE, ok_line,
	N_("Name of a team"),
	N_("As people read it, in all languages or in one."),
	N_("every list and screen that names the team"), LINE_WANTED, NULL,
	NULL, NULL
};

bool
setting_team(struct arena *a, const char *name, const char **ret_team,
	     const char **ret_lang)
{
	static const char *const langs[] = { "en", "de", "ru" };
	const char *id, *dot;

	if (!str_starts(name, "team."))
		return false;
	id = name + strlen("team.");
	dot = strrchr(id, '.');
	*ret_lang = NULL;
	for (size_t i = 0; dot != NULL && i < NELEM(langs); i++)
		if (str_eq(dot + 1, langs[i]))
			*ret_lang = langs[i];
	*ret_team = *ret_lang == NULL ? id :
		    arena_strndup(a, id, (size_t)(dot - id));
	return ok_team(*ret_team, strlen(*ret_team));
}

const struct setting *
setting_find(const char *name)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *team, *lang;

	for (size_t i = 0; i < setting_count; i++)
		if (str_eq(setting_table[i].name, name))
			return &setting_table[i];
	return setting_team(&a, name, &team, &lang) ? &team_name : NULL;
}
