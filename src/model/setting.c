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
ok_form(const char *v)
{
	return str_eq(v, "10") || str_eq(v, "7") || str_eq(v, "5");
}

static bool
ok_yes_no(const char *v)
{
	return str_eq(v, "yes") || str_eq(v, "no");
}

static bool
ok_statement(const char *v)
{
	return str_eq(v, "received") || str_eq(v, "read") ||
	       str_eq(v, "agree");
}

static bool
ok_line(const char *v)
{
	size_t n = strlen(v);

	return n >= 1 && n <= VALUE_MAX && v[0] != ' ' && v[n - 1] != ' ' &&
	       !str_eq(v, "-") && utf8_valid(v, n) &&
	       utf8_printable(v, n, false) && utf8_is_nfc(v, n);
}

/* One id of a list: N bytes at S. */
static bool
ok_team(const char *s, size_t n)
{
	char id[65];

	if (n >= sizeof(id))
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

static bool
ok_teams(const char *v)
{
	const char *s = v;

	if (strlen(v) > VALUE_MAX)
		return false;
	for (;;) {
		size_t n = strcspn(s, " ");

		if (!ok_team(s, n) || named_before(v, s, n))
			return false;
		if (s[n] == '\0')
			return true;
		s += n + 1;
	}
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

const struct setting setting_table[] = {
	{ "backup", "none",
	  N_("folder for backups, for example on a stick; or none"),
	  ok_line },
	{ "due.days", "14",
	  N_("days to sign a new edition of the handbook, 1 to 365"),
	  ok_days },
	{ "keep.training", "12",
	  N_("months to keep drills, questions and reading, 1 to 120"),
	  ok_months },
	{ "lineup.form", "10",
	  N_("minutes of a lineup: 10, 7 or 5"), ok_form },
	{ "lineup.witness", "yes",
	  N_("draw a second person to sign a lineup: yes or no"),
	  ok_yes_no },
	{ "printer", "none",
	  N_("name of the printer; or none"), ok_line },
	{ "shift.early", "07:00",
	  N_("start of the early shift, as 07:00; or none"), ok_shift },
	{ "shift.late", "15:00",
	  N_("start of the late shift, as 15:00; or none"), ok_shift },
	{ "shift.night", "23:00",
	  N_("start of the night shift, as 23:00; or none"), ok_shift },
	{ "statement", "read",
	  N_("what the house asks to confirm: received, read or agree"),
	  ok_statement },
	{ "teams", "front-desk",
	  N_("the teams of the house: short names with spaces between"),
	  ok_teams },
};

const size_t setting_count = NELEM(setting_table);

const struct setting *
setting_find(const char *name)
{
	for (size_t i = 0; i < setting_count; i++)
		if (str_eq(setting_table[i].name, name))
			return &setting_table[i];
	return NULL;
}
