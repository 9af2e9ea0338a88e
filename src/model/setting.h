/* The house's settings: names, defaults, what a value must look like, and how
 * people say it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_SETTING_H
#define PRESHIFT_MODEL_SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/messages.h"

/* As people look for them; a list stands in this order. */
enum setting_group { GROUP_HOUSE, GROUP_SHIFTS, GROUP_LINEUP, GROUP_HANDBOOK,
		     GROUP_COMPUTER, SETTING_GROUPS };

enum setting_kind {
	SETTING_LINE,   /* any words */
	SETTING_TIME,   /* "07:00" */
	SETTING_CHOICE, /* one of `choices` */
	SETTING_DAYS, SETTING_MONTHS,
	SETTING_TEAMS,  /* short names with spaces between */
	SETTING_LANGS,  /* likewise languages, the house's own first */
};

/* What a choice is called (msgid). */
struct setting_choice { const char *word, *label; };

struct setting {
	const char *name;  /* "shift.early" */
	const char *dflt;  /* NULL: it has none */
	enum setting_group group;
	enum setting_kind kind;
	bool (*ok)(const char *value); /* NULL: a choice */
	/* All msgids. `none`: what the value "none" means, NULL: it can't be
	 * that. */
	const char *title, *help, *where, *wants, *none;
	const struct setting_choice *choices; /* ends in { NULL } */
	const char *says;  /* the handbook's value that tells it too; NULL */
};

/* One table, in the order of groups. `value.ID` is not in it: the handbook
 * names those. */
extern const struct setting setting_table[];
extern const size_t setting_count;
extern const char *const setting_groups[SETTING_GROUPS]; /* msgids */

/* Also the rows for the names of teams, which are in no list: `team.TEAM`, and
 * `team.TEAM.LL` in one language. NULL: no such setting. */
const struct setting *setting_find(const char *name);
/* The team of such a name, and its language (NULL: all). False: another. */
bool setting_team(struct arena *a, const char *name, const char **ret_team,
		  const char **ret_lang);

/* VALUE as people say it: "no such shift", "14 days", "yes". */
const char *setting_words(struct arena *a, const struct setting *s,
			  const struct messages *m, const char *value);
/* What somebody means who types S, in English or the language of M: "7:00" is
 * 07:00, "ja" is yes, "Front desk, Bar" are front-desk and bar. NULL: it will
 * not do. */
const char *setting_read(struct arena *a, const struct setting *s,
			 const struct messages *m, const char *typed);

/* "front-desk" as people write it: "Front desk". */
const char *team_title(struct arena *a, const char *team);
/* The other way; NULL: no short name comes of it (other letters). */
const char *team_id(struct arena *a, const char *title);

/* The value of a shift.…: minutes after midnight of "HH:MM", or -1 for "none"
 * (the house has no such shift). False: neither. */
bool setting_minutes(const char *value, int *ret);

#endif
