/* The words of lists of people: headings and cells as people of three
 * languages write them, and a template to fill in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/enrolling.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/text.h"

/* As plain() makes them: small, without marks and dots, blanks for hyphens. */
static const struct {
	enum list_column column;
	const char *word;
} headings[] = {
	{ LIST_NUMBER, "number" }, { LIST_NUMBER, "no" },
	{ LIST_NUMBER, "id" }, { LIST_NUMBER, "staff number" },
	{ LIST_NUMBER, "staff no" }, { LIST_NUMBER, "employee number" },
	{ LIST_NUMBER, "employee no" }, { LIST_NUMBER, "employee id" },
	{ LIST_NUMBER, "personnel number" }, { LIST_NUMBER, "personnel no" },
	{ LIST_NUMBER, "nummer" }, { LIST_NUMBER, "nr" },
	{ LIST_NUMBER, "personalnummer" }, { LIST_NUMBER, "personalnr" },
	{ LIST_NUMBER, "personal nr" }, { LIST_NUMBER, "pers nr" },
	{ LIST_NUMBER, "persnr" }, { LIST_NUMBER, "pnr" },
	{ LIST_NUMBER, "mitarbeiternummer" }, { LIST_NUMBER, "mitarbeiternr" },
	{ LIST_NUMBER, "номер" }, { LIST_NUMBER, "№" },
	{ LIST_NUMBER, "табельный номер" }, { LIST_NUMBER, "табельный №" },
	{ LIST_NUMBER, "таб номер" }, { LIST_NUMBER, "таб №" },
	{ LIST_NUMBER, "личный номер" },
	{ LIST_NAME, "name" }, { LIST_NAME, "full name" },
	{ LIST_NAME, "employee" }, { LIST_NAME, "employee name" },
	{ LIST_NAME, "vollstandiger name" }, { LIST_NAME, "mitarbeiter" },
	{ LIST_NAME, "имя" }, { LIST_NAME, "имя и фамилия" },
	{ LIST_NAME, "имя фамилия" }, { LIST_NAME, "фамилия и имя" },
	{ LIST_NAME, "фамилия имя" }, { LIST_NAME, "фио" },
	{ LIST_NAME, "сотрудник" },
	{ LIST_FIRST, "first name" }, { LIST_FIRST, "given name" },
	{ LIST_FIRST, "vorname" },
	{ LIST_LAST, "last name" }, { LIST_LAST, "surname" },
	{ LIST_LAST, "family name" }, { LIST_LAST, "nachname" },
	{ LIST_LAST, "familienname" }, { LIST_LAST, "фамилия" },
	{ LIST_ROLE, "role" }, { LIST_ROLE, "rolle" },
	{ LIST_ROLE, "роль" },
	{ LIST_TEAM, "team" }, { LIST_TEAM, "department" },
	{ LIST_TEAM, "abteilung" }, { LIST_TEAM, "bereich" },
	{ LIST_TEAM, "команда" }, { LIST_TEAM, "отдел" },
	{ LIST_TEAM, "подразделение" }, { LIST_TEAM, "служба" },
	{ LIST_CONTRACT, "contract" }, { LIST_CONTRACT, "working time" },
	{ LIST_CONTRACT, "vertrag" }, { LIST_CONTRACT, "arbeitszeit" },
	{ LIST_CONTRACT, "договор" }, { LIST_CONTRACT, "занятость" },
	{ LIST_CONTRACT, "ставка" },
	{ LIST_LANG, "lang" }, { LIST_LANG, "language" },
	{ LIST_LANG, "sprache" }, { LIST_LANG, "язык" },
	{ LIST_COACH, "coach" }, { LIST_COACH, "mentor" },
	{ LIST_COACH, "pate" }, { LIST_COACH, "patin" },
	{ LIST_COACH, "наставник" }, { LIST_COACH, "наставница" },
};

static const struct {
	enum list_column column;
	const char *word, *means;
} words[] = {
	{ LIST_ROLE, "staff", "staff" }, { LIST_ROLE, "employee", "staff" },
	{ LIST_ROLE, "belegschaft", "staff" },
	{ LIST_ROLE, "mitarbeiter", "staff" },
	{ LIST_ROLE, "mitarbeiterin", "staff" },
	{ LIST_ROLE, "mitarbeitende", "staff" },
	{ LIST_ROLE, "mitarbeitender", "staff" },
	{ LIST_ROLE, "сотрудник", "staff" },
	{ LIST_ROLE, "сотрудница", "staff" },
	{ LIST_ROLE, "работник", "staff" },
	{ LIST_ROLE, "supervisor", "supervisor" },
	{ LIST_ROLE, "shift leader", "supervisor" },
	{ LIST_ROLE, "schichtleitung", "supervisor" },
	{ LIST_ROLE, "schichtleiter", "supervisor" },
	{ LIST_ROLE, "schichtleiterin", "supervisor" },
	{ LIST_ROLE, "старший смены", "supervisor" },
	{ LIST_ROLE, "старшая смены", "supervisor" },
	{ LIST_ROLE, "начальник смены", "supervisor" },
	{ LIST_ROLE, "супервайзер", "supervisor" },
	{ LIST_ROLE, "hr", "hr" }, { LIST_ROLE, "human resources", "hr" },
	{ LIST_ROLE, "personalabteilung", "hr" },
	{ LIST_ROLE, "отдел кадров", "hr" }, { LIST_ROLE, "кадры", "hr" },
	{ LIST_ROLE, "council", "council" },
	{ LIST_ROLE, "works council", "council" },
	{ LIST_ROLE, "betriebsrat", "council" },
	{ LIST_ROLE, "betriebsratin", "council" },
	{ LIST_ROLE, "представитель работников", "council" },
	{ LIST_LANG, "en", "en" }, { LIST_LANG, "english", "en" },
	{ LIST_LANG, "englisch", "en" }, { LIST_LANG, "английский", "en" },
	{ LIST_LANG, "de", "de" }, { LIST_LANG, "german", "de" },
	{ LIST_LANG, "deutsch", "de" }, { LIST_LANG, "немецкий", "de" },
	{ LIST_LANG, "ru", "ru" }, { LIST_LANG, "russian", "ru" },
	{ LIST_LANG, "russisch", "ru" }, { LIST_LANG, "русский", "ru" },
	{ LIST_CONTRACT, "full", "full" },
	{ LIST_CONTRACT, "full time", "full" },
	{ LIST_CONTRACT, "fulltime", "full" },
	{ LIST_CONTRACT, "vollzeit", "full" },
	{ LIST_CONTRACT, "voll", "full" },
	{ LIST_CONTRACT, "полный", "full" },
	{ LIST_CONTRACT, "полная", "full" },
	{ LIST_CONTRACT, "полная занятость", "full" },
	{ LIST_CONTRACT, "полный день", "full" },
	{ LIST_CONTRACT, "полная ставка", "full" },
	{ LIST_CONTRACT, "part", "part" },
	{ LIST_CONTRACT, "part time", "part" },
	{ LIST_CONTRACT, "parttime", "part" },
	{ LIST_CONTRACT, "teilzeit", "part" },
	{ LIST_CONTRACT, "teil", "part" },
	{ LIST_CONTRACT, "неполный", "part" },
	{ LIST_CONTRACT, "неполная", "part" },
	{ LIST_CONTRACT, "частичная", "part" },
	{ LIST_CONTRACT, "неполная занятость", "part" },
	{ LIST_CONTRACT, "частичная занятость", "part" },
	{ LIST_CONTRACT, "неполный день", "part" },
	{ LIST_CONTRACT, "неполная ставка", "part" },
	{ LIST_CONTRACT, "полставки", "part" },
};

static const char *
plain(struct arena *a, const char *s)
{
	char *p = utf8_sort_key(a, s);
	size_t n = 0;

	for (const char *q = p; *q != '\0'; q++) {
		char c = *q == '-' || *q == '_' ? ' ' : *q;

		if (c != '.' && (c != ' ' || (n > 0 && p[n - 1] != ' ')))
			p[n++] = c;
	}
	while (n > 0 && p[n - 1] == ' ')
		n--;
	p[n] = '\0';
	return p;
}

enum list_column
list_heading(struct arena *a, const char *heading)
{
	const char *word = plain(a, heading);

	for (size_t i = 0; i < NELEM(headings); i++)
		if (str_eq(word, headings[i].word))
			return headings[i].column;
	return LIST_COLUMNS;
}

/* "Front Desk" is meant as the team's short name. */
static const char *
team_word(struct arena *a, const char *cell)
{
	char *s = arena_strdup(a, utf8_fold(a, cell));

	for (char *p = s; *p != '\0'; p++)
		if (*p == ' ' || *p == '_')
			*p = '-';
	return id_valid(s) ? s : cell;
}

const char *
list_word(struct arena *a, enum list_column column, const char *cell)
{
	const char *word;

	if (column == LIST_TEAM)
		return team_word(a, cell);
	word = plain(a, cell);
	for (size_t i = 0; i < NELEM(words); i++)
		if (words[i].column == column && str_eq(word, words[i].word))
			return words[i].means;
	return cell;
}

/* ---- the template ---- */

enum { TEMPLATE_COLUMNS = LIST_COACH + 1 };

/* The first row are headings, the two below examples. */
static const char *const templates[LANGS][3][TEMPLATE_COLUMNS] = {
	{ { "Number", "Name", "Role", "Team", "Language", "Contract",
	    "Coach" },
	  { "# 0042", "Ann Example", "staff", "front-desk", "English",
	    "part-time", "1001" },
	  { "# 1043", "Bob Example", "supervisor", "front-desk", "German",
	    "full-time", "" } },
	{ { "Personalnummer", "Name", "Rolle", "Team", "Sprache", "Vertrag",
	    "Coach" },
	  { "# 0042", "Anna Beispiel", "Mitarbeiter", "front-desk",
	    "Deutsch", "Teilzeit", "1001" },
	  { "# 1043", "Boris Beispiel", "Schichtleitung", "front-desk",
	    "Russisch", "Vollzeit", "" } },
	{ { "Номер", "Имя", "Роль", "Команда", "Язык", "Договор",
	    "Наставник" },
	  { "# 0042", "Анна Пример", "сотрудник", "front-desk", "русский",
	    "неполный день", "1001" },
	  { "# 1043", "Борис Пример", "старший смены", "front-desk",
	    "немецкий", "полный день", "" } },
};

static void
template_cell(struct str *s, char separator, const char *text)
{
	bool quotes = strchr(text, separator) != NULL;

	str_printf(s, "%s%s%s", quotes ? "\"" : "", text, quotes ? "\"" : "");
}

const char *
list_template(struct app *app, const char *lang)
{
	const size_t l = app_lang_index(lang);
	const char sep = out_separator(lang);
	const char *said[] = {
		T(app, "# Lines that begin with # are examples or notes: they "
		       "are not read."),
		T(app, "# Numbers like 0042: format the first column as Text "
		       "before you type, or Excel drops the zeros."),
	};
	OWN(str_free) struct str s = { 0 };

	str_add(&s, "\xef\xbb\xbf");
	for (size_t row = 0; row < NELEM(templates[l]); row++) {
		for (size_t i = 0; i < TEMPLATE_COLUMNS; i++) {
			if (i > 0)
				str_addc(&s, sep);
			template_cell(&s, sep, templates[l][row][i]);
		}
		str_add(&s, "\r\n");
	}
	for (size_t i = 0; i < NELEM(said); i++) {
		template_cell(&s, sep, said[i]);
		for (size_t k = 1; k < TEMPLATE_COLUMNS; k++)
			str_addc(&s, sep);
		str_add(&s, "\r\n");
	}
	return arena_strdup(app->a, str_text(&s));
}
