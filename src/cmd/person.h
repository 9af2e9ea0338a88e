/* person: what HR may see of somebody, and what can be recorded.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_CMD_PERSON_H
#define PRESHIFT_CMD_PERSON_H

#include "cmd/app.h"

struct dossier {
	struct person p;
	const char *name;    /* "(erased)" if there is none */
	const char *code_by; /* whose new code waits for a second person; NULL:
			      * none does */
	bool held;
	bool has_edition;    /* what follows is known */
	struct edition_row ed;
	struct standing st;
};

/* What an action records: its questions fill it. */
struct deed {
	struct record *r[2];
	size_t n;
	enum slot_bit slot;        /* who signs; SIG_NONE: nobody */
	const struct side_name *name; /* goes beside the log, NULL */
	const char *says;          /* what is recorded, what follows from it */
	const char *code, *until;  /* of a new code, NULL */
	bool second;               /* that needs a second person */
};

struct person_action {
	const char *word;  /* `person N WORD` */
	const char *label; /* msgid */
	unsigned roles;
	bool (*fits)(const struct app *, const struct dossier *);
	int (*ask)(struct app *, const struct dossier *, struct deed *,
		   struct err *);
};
extern const struct person_action person_actions[];
extern const size_t person_action_count;
/* Whether it is offered to who is logged in. */
bool person_offers(const struct app *, const struct dossier *,
		   const struct person_action *);

/* The page (person_page.c); NEWS (or NULL) stands above. */
struct person_look { const char *news; bool details, history; };
struct page *person_page(struct app *, const struct dossier *,
			 const struct person_look *, struct err *);
int person_data(struct app *, const struct dossier *, struct value **ret,
		struct err *) MUST_CHECK;
const char *person_state_words(struct app *, const struct person *);
const char *person_contract_words(struct app *, const char *contract);

/* What happened with the handbook (person_history.c): newest first, what HR
 * may see. */
int person_history(struct app *, const char *number,
		   struct handbook_row **ret, size_t *ret_n, struct err *)
	MUST_CHECK;
const char *person_history_words(struct app *, const struct handbook_row *);

/* Questions (person_ask.c), asked as by app_ask_fit(). */
int person_ask_text(struct app *, const char *prompt, const char **ret,
		    struct err *) MUST_CHECK;
/* A day between two others: 2026-11-21, 21.11.2026, 21.11. Enter: DFLT. */
int person_ask_day(struct app *, const char *prompt, int64_t dflt,
		   int64_t least, int64_t most, int64_t *ret, struct err *)
	MUST_CHECK;
/* One of WORDS, shown as LABELS. */
int person_ask_word(struct app *, const char *prompt,
		    const char *const *words, const char *const *labels,
		    size_t n, const char *dflt, const char **ret,
		    struct err *) MUST_CHECK;
/* Some of SECTIONS, ids with spaces between them; Enter: all. */
int person_ask_sections(struct app *, const char *const *sections, size_t n,
			const char ***ret, size_t *ret_n, struct err *)
	MUST_CHECK;

struct enrolment;
/* Adds the record `change` to DEED: all of a person as it is to be (V's name
 * stands in NAME_HASH), STATE same or active. (person_change.c) */
int person_put_change(struct app *, const struct enrolment *v,
		      const char *name_hash, const char *state, struct deed *,
		      struct err *) MUST_CHECK;

#define ASK(n) int person_##n(struct app *, const struct dossier *, \
			      struct deed *, struct err *)
ASK(code);      /* person_keys.c */
ASK(second);
ASK(misused);
ASK(left);
ASK(returned);
ASK(hold);
ASK(release);
ASK(change);    /* person_change.c */
ASK(rename);
ASK(exempt);    /* person_handbook.c */
ASK(paper);
ASK(remind);
ASK(explained);
ASK(refused);
#undef ASK

#endif
