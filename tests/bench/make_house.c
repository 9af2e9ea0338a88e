/* Makes a trial house of ten years for the benches: HOUSE LEAVES DRILLS
 * SCENARIOS.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "trial.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/str.h"
#include "trust/hash.h"
#include "trust/note.h"

enum { PEOPLE = 120, BEGAN = 1451606400, APART = 2900 }; /* 2016-01-01 */

#define TEXT "preshift-text/1\n"
#define SALT "00112233445566778899aabbccddeeff"
#define HR "2001"

/* HR first. */
struct staff {
	char number[8];
	struct signer *key, *code;
};

struct maker {
	struct trial t;
	struct signer *charter;
	struct staff p[PEOPLE];
	char text[65];    /* SHA-256 of the handbook */
	char lineup[160]; /* the newest one, "" none yet */
};

static const char *
hash_of(struct trial *t, const char *what)
{
	char *hex = arena_alloc(&t->a, 65);

	sha256_hex(hex, what, strlen(what));
	return hex;
}

static const char *
date(struct trial *t, int64_t days)
{
	char *d = arena_alloc(&t->a, DATE_SIZE);

	date_print(d, t->now / 86400 + days);
	return d;
}

static const char *
instant(struct trial *t, int64_t seconds)
{
	char *s = arena_alloc(&t->a, UTC_SIZE);

	utc_print(s, t->now + seconds);
	return s;
}

static const char *
public_key(struct trial *t, const struct signer *s)
{
	char *text = arena_alloc(&t->a, PUBKEY_TEXT_SIZE);

	pubkey_print(text, signer_public(s));
	return text;
}

/* ---- founding ---- */

static void
house(struct maker *m)
{
	struct trial *t = &m->t;
	const struct record *r;

	m->charter = signer_random();
	r = trial_record(t, REC_HOUSE, NULL, "id", TRIAL_HOUSE, "title",
			 "Bench House", "zone", "Europe/Berlin", "languages",
			 "en de ru", "charter-key", public_key(t, m->charter),
			 "trial", "yes", NULL);
	trial_add(t, r, SIGNED({ SIG_CHARTER, m->charter }));
	r = trial_record(t, REC_TERMINAL, NULL, "id", "office", "note-key",
			 note_vkey(&t->a, store_origin(&t->a, t->s),
				   signer_public(t->terminal)),
			 "duty", "office", NULL);
	trial_add(t, r, SIGNED({ SIG_CHARTER, m->charter }));
}

static void
join(struct maker *m, size_t i, struct side_name *name)
{
	struct trial *t = &m->t;
	struct staff *p = &m->p[i];
	char *hash = arena_alloc(&t->a, 65);
	const struct record *r;
	uint64_t enrol;

	strcpy(p->number, HR);
	if (i > 0)
		strcpy(p->number, arena_printf(&t->a, "%zu", 3000 + i));
	p->key = signer_random();
	p->code = signer_random();
	*name = (struct side_name){ .number = p->number, .salt = SALT };
	name->name = arena_printf(&t->a, "Person Number%zu", i);
	name_hash(hash, SALT, name->name);
	name->hash = hash;
	r = trial_record(t, REC_ENROL, NULL, "number", p->number, "name-hash",
			 hash, "role", i == 0 ? "hr" : "staff", "team",
			 "front-desk", "contract", "full", "language", "en",
			 "from", date(t, 0), "code-key", public_key(t, p->code),
			 "code-until", date(t, 14), "code-at", "office", NULL);
	enrol = trial_add(t, r, SIGNED({ SIG_CHARTER, m->charter }));
	r = trial_record(t, REC_ACTIVATE, p->number, "number", p->number,
			 "enrol", trial_ref(t, enrol), "key",
			 public_key(t, p->key), "language", "en", NULL);
	trial_add(t, r, SIGNED({ SIG_CODE, p->code }, { SIG_KEY, p->key }));
}

/* The text of the edition, where `verify` looks for it. */
static void
keep_text(struct maker *m)
{
	struct trial *t = &m->t;
	const char *dir = path_join(&t->a, t->dir, "texts");

	sha256_hex(m->text, TEXT, strlen(TEXT));
	MUST(&t->e, file_make_dirs(dir, 0700, &t->e));
	MUST(&t->e,
	     file_write_new(path_join(&t->a, dir,
				      arena_printf(&t->a, "%s.txt", m->text)),
			    0600, TEXT, strlen(TEXT), &t->e));
}

static void
found(struct maker *m)
{
	struct trial *t = &m->t;
	struct side_name names[PEOPLE];
	const struct record *r;

	house(m);
	for (size_t i = 0; i < PEOPLE; i++)
		join(m, i, &names[i]);
	trial_append(t, names, PEOPLE);
	keep_text(m);
	r = trial_record(t, REC_EDITION, HR, "edition", "1", "change",
			 "material", "from", date(t, 0), "due", "14", "text",
			 arena_printf(&t->a, "en %zu %s", strlen(TEXT),
				      m->text),
			 "section", "H2 1 must", "section", "H5 1 must",
			 "summary", "The house rules.", NULL);
	trial_add(t, r, SIGNED({ SIG_HR, m->p[0].key }));
	trial_append(t, NULL, 0);
}

/* ---- what happens every day ---- */

static void
a_lineup(struct maker *m, uint64_t i)
{
	struct trial *t = &m->t;
	const struct record *r = trial_record(
		t, REC_LINEUP, NULL, "date", date(t, 0), "shift", "early",
		"team", "front-desk", "form", "10", "leader", HR, "language",
		"en", "commandment", "opening", "content", hash_of(t, "c"),
		"start", instant(t, -600), "end", instant(t, 0), "present",
		m->p[i % PEOPLE].number, "present",
		m->p[(i + 1) % PEOPLE].number, "present",
		m->p[(i + 2) % PEOPLE].number, "late",
		m->p[(i + 3) % PEOPLE].number, "guests", "1", "shown", "roll",
		"practice", "2 1 3", "recall", "5 7", "parked", "towel trolley",
		"entry", "keyboard", NULL);

	strcpy(m->lineup, trial_ref(t, trial_add(t, r, UNSIGNED)));
}

static void
a_vouch(struct maker *m)
{
	struct trial *t = &m->t;
	const struct record *r =
		trial_record(t, REC_VOUCH, HR, "number", HR, "leaf", m->lineup,
			     "as", "leader", NULL);

	trial_add(t, r, SIGNED({ SIG_PERSON, m->p[0].key }));
}

static void
a_catchup(struct maker *m, const char *who)
{
	struct trial *t = &m->t;

	trial_add(t,
		  trial_record(t, REC_CATCHUP, who, "number", who, "lineup",
			       m->lineup, "commandment", "opening", "recall",
			       "right", NULL),
		  UNSIGNED);
}

static void
an_attempt(struct maker *m, const char *who)
{
	struct trial *t = &m->t;
	const struct record *r =
		trial_record(t, REC_ATTEMPT, who, "number", who, "drill",
			     "late-door", "version", "1", "content",
			     hash_of(t, "d"), "language", "en", "seed", "7",
			     "timers", "on", "choice", "n1.own 12", "choice",
			     "n2.name 9", "hints", "1", "timeouts", "0", "raw",
			     "hear 3", "scaled", "8235", "mood", "-1", "result",
			     "nearly", "entry", "keyboard", "rules", "1", NULL);

	trial_add(t, r, UNSIGNED);
}

static void
a_reading(struct maker *m, const char *who)
{
	struct trial *t = &m->t;
	const struct record *r =
		trial_record(t, REC_READ, who, "number", who, "edition", "1",
			     "language", "en", "text", m->text, "opened", "H2",
			     "opened", "H5", "answered", "H5 1 2", "bookmark",
			     "H5 4", "seconds", "300", "entry", "keyboard",
			     NULL);

	trial_add(t, r, UNSIGNED);
}

static void
an_ack(struct maker *m, const struct staff *p)
{
	struct trial *t = &m->t;
	const struct record *r =
		trial_record(t, REC_ACK, p->number, "number", p->number,
			     "edition", "1", "language", "en", "text", m->text,
			     "section", "H2", "section", "H5", "seconds", "720",
			     "quiz", "3 4", "meaning", "read", "words",
			     "I have read it.", "form", "yes", "name-hash",
			     hash_of(t, p->number), "entry", "keyboard", NULL);

	trial_add(t, r, SIGNED({ SIG_PERSON, p->key }));
}

static void
a_review(struct maker *m, const char *who)
{
	struct trial *t = &m->t;

	trial_add(t,
		  trial_record(t, REC_REVIEW, who, "number", who, "item",
			       "opening", "grade", "3", NULL),
		  UNSIGNED);
}

/* Of twenty leaves one acknowledgement, two signed lineups, one catch-up, four
 * readings, five drills, five reviews. */
static void
a_leaf(struct maker *m, uint64_t i)
{
	const struct staff *p = &m->p[i / 7 % PEOPLE];
	uint64_t k = i % 20;

	if (k == 0)
		an_ack(m, p);
	else if (k == 1 || k == 3)
		a_lineup(m, i);
	else if (k <= 4 && m->lineup[0] != '\0')
		a_vouch(m);
	else if (k == 5 && m->lineup[0] != '\0')
		a_catchup(m, p->number);
	else if (k <= 9)
		a_reading(m, p->number);
	else if (k <= 14)
		an_attempt(m, p->number);
	else
		a_review(m, p->number);
	m->t.now += APART;
}

static void
write_drills(struct trial *t, const char *house, const char *scenarios,
	     size_t n)
{
	OWN(arena_free) struct arena a = { 0 };
	const char *to = path_join(&a, house, "content/scenarios");
	const struct bench_drill *v = bench_drills(&a, scenarios, n);

	MUST(&t->e, file_make_dirs(path_join(&a, to, "de"), 0700, &t->e));
	MUST(&t->e, file_make_dirs(path_join(&a, to, "ru"), 0700, &t->e));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < DRILL_FILES; k++)
			MUST(&t->e,
			     file_write_new(path_join(&a, to, v[i].path[k]),
					    0600, v[i].text[k], v[i].n[k],
					    &t->e));
}

int
main(int argc, char **argv)
{
	struct maker m = { .lineup = "" };
	uint64_t leaves, drills;

	if (argc != 5 || !str_u64(argv[2], 10000000, &leaves) ||
	    !str_u64(argv[3], 10000, &drills))
		bench_stop("make_house HOUSE LEAVES DRILLS SCENARIOS");
	trial_create(&m.t, argv[1], BEGAN);
	found(&m);
	while (m.t.head.size + m.t.n < leaves) {
		a_leaf(&m, m.t.head.size + m.t.n);
		if (m.t.n == LIST)
			trial_append(&m.t, NULL, 0);
	}
	trial_append(&m.t, NULL, 0);
	write_drills(&m.t, argv[1], argv[4], drills);
	for (size_t i = 0; i < PEOPLE; i++) {
		signer_free(m.p[i].key);
		signer_free(m.p[i].code);
	}
	signer_free(m.charter);
	trial_close(&m.t);
	return 0;
}
