/* The demonstration house: a trial house with a fortnight of history.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_DEMO_H
#define PRESHIFT_CMD_DEMO_H

#include "cmd/app.h"

/* How to log in here, if this is a demonstration house; else NULL. */
const char *demo_hint(struct app *);
/* Where it lies and how it is opened again, if this is one. */
int demo_farewell(struct app *, struct err *) MUST_CHECK;

/* ---- a player: answers a conversation from a list (demo_player.c) ---- */

/* An io whose answers are given beforehand. What is not in the list is Enter,
 * or the default. With SHOW, pages, questions and answers are passed on to it
 * so that a reader can follow; secrets never are. */
struct player {
	struct io io;
	struct io *show;
	struct clock *clock;  /* moved on by PACE seconds at each answer */
	int pace;
	struct arena *a;
	const char **answers;
	size_t n, next, cap;
	const char **choices; /* words taken when they are offered */
	size_t nchoices, nextchoice, capchoices;
	const char **secrets; /* of a trial house: no secrets of anybody */
	size_t nsecrets, nextsecret, capsecrets;
};
void player_init(struct player *, struct arena *, struct io *show);
void player_answer(struct player *, const char *answer);
void player_choice(struct player *, const char *word);
void player_forget(struct player *); /* answers and choices not used */
void player_secret(struct player *, const char *secret);

/* ---- history (demo_history.c) ---- */

enum { DEMO_PEOPLE = 11 };

struct demo_person {
	const char *number, *name, *role, *lang, *team, *contract, *coach;
	int joined;              /* days before today */
	const char *passphrase;  /* drawn */
	const char *code;        /* not activated: as printed */
	struct signer *key;      /* while the history is written */
};

struct demo {
	struct app *app;
	struct player *player;
	int64_t today, now;
	struct demo_person people[DEMO_PEOPLE];
	bool founded; /* the house is there, if only in part */
};

/* How many days of it there are. */
enum { DEMO_DAYS = 15 };

/* Enrols, activates, publishes, holds lineups, trains, signs; each with the
 * clock of its day. */
int demo_history(struct demo *, struct err *) MUST_CHECK;
/* The answers that play a path of a drill's play-tests. */
int demo_answer_drill(struct demo *, struct player *, const char *drill,
		      const char *path, struct err *) MUST_CHECK;

/* The clock stands where it is put, and walks a second at each record. */
void demo_at(struct demo *, int days_ago, int hour, int minute);
/* One of the cast; asking for anybody else is a mistake of the program. */
struct demo_person *demo_find(struct demo *, const char *number);
/* One record with at most one signature. */
int demo_append(struct demo *, const struct record *, enum slot_bit slot,
		const struct signer *key, const struct append *side,
		struct appended *ret, struct err *) MUST_CHECK;

/* Its handbook (demo_handbook.c): the edition; what everybody answered. */
int demo_publish(struct demo *, struct err *) MUST_CHECK;
int demo_sign(struct demo *, struct err *) MUST_CHECK;

#endif
