/* A role-play drill: the document, and one pure step through it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PRESHIFT_MODEL_DRILL_H
#define PRESHIFT_MODEL_DRILL_H

#include <stdbool.h>
#include <stdint.h>
#include "base/chance.h"
#include "model/expr.h"
#include "model/idmap.h"
#include "model/text.h"

/* Limits: the reader refuses more. */
enum { DRILL_MAX_NODES = 200000, DRILL_MAX_VARS = 64,
       DRILL_MAX_COMPETENCIES = 32, DRILL_MAX_PERSONS = 16,
       DRILL_MAX_LETS = 64, DRILL_MAX_CALLS = 8, DRILL_MAX_VISITS = 1000,
       DRILL_VARIANTS = 256 };

enum var_type { VAR_INT, VAR_BOOL, VAR_ENUM };

struct drill_var {
	const char *id;
	enum var_type type;
	int min, max, initial;  /* enum: 0 … nvalues-1 */
	const char **values;    /* enum names */
	size_t nvalues;
	const struct text *label; /* it is shown while one plays; NULL: not */
	unsigned line;
};

/* A derived value: an expression with a name. */
struct drill_let {
	const char *id;
	struct expr *x;
	enum expr_type type;
	size_t domain; /* enum: a variable that has its names */
	unsigned cost; /* steps to work it out */
	unsigned line, column;
};

struct drill_person {
	const char *id;
	const char *role;
	const struct text *name;
	int mood; /* index of the variable, -1: none */
};

struct drill_competency {
	const char *id;
	const struct text *name;
	int weight;
	int pass; /* ten-thousandths, -1: none */
};

enum set_op { SET_TO, SET_ADD, SET_SUB };

struct drill_set {
	size_t var;
	enum set_op op;
	struct expr *value;
};

struct drill_score {
	size_t competency;
	int points;
};

struct drill_goto {
	size_t to;
	struct expr *cond; /* NULL: always */
	unsigned chance;   /* weight, 0: no chance edge */
	const char *to_id;
	unsigned line, column;
};

struct drill_say {
	const struct text *t;
	int who;           /* index of the person, -1: narration */
	struct expr *cond;
	bool once;         /* is said the first time only */
	const char *group; /* of those of a scene with the same (pointer) one is
			    * said, the one that was said least; NULL: none */
	size_t n;          /* place among all lines of the drill */
};

struct drill_choice {
	const char *id;
	const struct text *t, *did, *why, *feedback;
	bool feedback_now;
	bool critical, once, show_blocked;
	bool required; /* of a hub: a topic without which nobody leaves */
	bool leaves;   /* of a hub: the way out, once those are done */
	size_t call;   /* node that is played first; DRILL_NONE */
	struct expr *cond;
	struct drill_goto *gotos; /* `to` is a single goto without condition */
	size_t ngotos, capgotos;
	struct drill_set *sets;
	size_t nsets, capsets;
	struct drill_score *scores;
	size_t nscores, capscores;
	size_t n; /* place among all choices of the drill */
	unsigned line, column;
};

enum node_kind { NODE_SAY, NODE_NARRATE, NODE_ASK, NODE_HUB, NODE_CHECK,
		 NODE_RETURN, NODE_END };
enum node_must { MUST_NOT_CARE, MUST_VISIT, MUST_AVOID };

/* Who has not chosen when the time is up has made the choice named. Whether
 * and how fast it runs is the player's setting; a step knows nothing of it. */
struct drill_timer {
	unsigned seconds; /* 0: there is none */
	unsigned warn;    /* seconds before the end; 0: no warning */
	size_t choice;    /* of the same node */
};

/* Say or type it first, then see a good one and rate oneself line by line:
 * nothing of it is judged. */
struct drill_reply {
	const struct text *t;     /* what is asked for; NULL: no reply here */
	const struct text *model;
	const struct text **rubric;
	size_t nrubric, caprubric;
	unsigned min_words;
};

struct drill_hint {
	const struct text *t;
	unsigned cost; /* counted as so many hints */
};

struct drill_node {
	const char *id;
	enum node_kind kind;
	enum node_must must;
	int max_visits; /* ways to it are closed after so many; 0: never */
	size_t call;    /* node that is played before its gotos; DRILL_NONE */
	const struct text *title; /* NULL: none */
	const struct text *told;  /* ends: what the customer tells at home */
	struct drill_set *sets;
	size_t nsets, capsets;
	struct drill_say *says;
	size_t nsays, capsays;
	struct drill_timer timer;
	struct drill_reply reply;
	struct drill_hint *hints;
	size_t nhints, caphints;
	struct drill_choice *choices;
	size_t nchoices, capchoices;
	struct drill_goto *gotos; /* of ask and hub: when no choice is open */
	size_t ngotos, capgotos;
	unsigned line, column;
};

#define DRILL_NONE ((size_t)-1)

struct drill {
	struct document doc;
	const struct text *title, *goal, *intro;
	int difficulty; /* 1 … 5 */
	int minutes;
	int pass;       /* ten-thousandths */
	const char **commandments;
	size_t ncommandments, capcommandments;
	const char **sections;
	size_t nsections, capsections;
	struct drill_competency *competencies;
	size_t ncompetencies, capcompetencies;
	struct drill_person *persons;
	size_t npersons, cappersons;
	struct drill_var *vars;
	size_t nvars, capvars;
	struct drill_let *lets; /* each names only those before it */
	size_t nlets, caplets;
	struct drill_node *nodes; /* the first is the start */
	size_t nnodes, capnodes;
	size_t nchoices, nsays; /* over all nodes */
	const struct text **debrief;
	size_t ndebrief, capdebrief;
	/* The rest is made by drill_index() and drill_prepare(). */
	struct idmap node_ids, choice_ids;
	struct drill_place *places; /* of choice number n; nchoices */
	bool *node_counted;   /* does some condition read its visit count */
	bool *choice_counted; /* likewise, or `once` */
	int *node_cap, *choice_cap; /* where that count saturates */
};

/* A choice by its number: node, and place within the node. */
struct drill_place {
	size_t node, i;
};

/* The choice of number N. */
static inline const struct drill_choice *
drill_choice(const struct drill *d, size_t n)
{
	const struct drill_place *p = &d->places[n];

	return &d->nodes[p->node].choices[p->i];
}

/* Numbers the choices and makes ids findable; a reader calls it when all
 * nodes are there and before it parses expressions. */
void drill_index(struct arena *a, struct drill *d);
/* Finds out which counts the drill's expressions read; a reader calls it
 * when all expressions are parsed. */
void drill_prepare(struct arena *a, struct drill *d);

/* Where a player stands: after the entry effects of `node`. Counts saturate
 * at node_cap/choice_cap + 1 where counted. */
struct drill_state {
	size_t node;
	int *vars;             /* nvars */
	int *node_count;       /* nnodes; only counted ones are kept */
	int *choice_count;     /* nchoices; only counted ones are kept */
	/* What is to be gone on with after a `return`, the innermost first:
	 * 1 + the node, or 1 + nnodes + the choice, that called; 0: none. */
	int calls[DRILL_MAX_CALLS];
	/* Only for what is said, no condition reads them. */
	int *said;             /* nsays: how often each line */
	unsigned variant;      /* where the lines of a group begin */
};

/* What a step reported, in order; points into the arena given. Feedback that
 * is kept for the end is not reported: it is the moves' own. */
enum drill_event_kind { EV_SAY, EV_FEEDBACK, EV_ENTER, EV_REPLY, EV_END };
struct drill_event {
	enum drill_event_kind kind;
	size_t node;
	const struct text *t; /* EV_SAY, EV_FEEDBACK */
	int who;
};
struct drill_events {
	struct drill_event *v;
	size_t n, cap;
};

struct drill_state *drill_state_new(struct arena *a, const struct drill *d);
struct drill_state *drill_state_copy(struct arena *a, const struct drill *d,
				     const struct drill_state *s);

/* The first state: enters the first node and goes on through nodes without
 * choices to one that waits. The variant is the chance's seed modulo
 * DRILL_VARIANTS, so that another attempt may open otherwise. EV may be NULL. CHANCE: one draw per node with
 * two or more open chance edges. Fails (CONTENT) if it goes through more than
 * nnodes*2+64 nodes without a choice, or no goto is open. */
int drill_start(struct arena *a, const struct drill *d, struct chance *c,
		struct drill_state *s, struct drill_events *ev, struct err *e)
	MUST_CHECK;

/* The same from node N, as if one had come there first. */
int drill_start_at(struct arena *a, const struct drill *d, size_t n,
		   struct chance *c, struct drill_state *s,
		   struct drill_events *ev, struct err *e) MUST_CHECK;

/* One choice (index within the node) and on to the next ask or end. The
 * choice must be open (USAGE, nothing changes). After a CONTENT failure S is
 * not to be used any more. */
int drill_step(struct arena *a, const struct drill *d, size_t choice,
	       struct chance *c, struct drill_state *s,
	       struct drill_events *ev, struct err *e) MUST_CHECK;

/* Whether choice I of the state's node may be taken now. */
bool drill_open(const struct drill *d, const struct drill_state *s, size_t i);

/* Whether the state is an end, or a choice is to be made in it. Of a scene
 * none of whose choices is open its gotos are taken, if it has any. */
bool drill_waits(const struct drill *d, const struct drill_state *s);

/* ---- The parts of a step, for who must see every way (explore.c) ---- */

/* Visit count, then sets, of node N. */
void drill_enter(const struct drill *d, struct drill_state *s, size_t n);
/* Count, then sets, of a choice. */
void drill_take(const struct drill *d, struct drill_state *s,
		const struct drill_choice *c);

/* Notes who called (a node, or nnodes + a choice's number) before the node
 * called is entered. False: DRILL_MAX_CALLS are open. */
bool drill_call(struct drill_state *s, size_t caller);
/* Whether the state's node calls another before its gotos: not one that is
 * closed. */
bool drill_calls(const struct drill *d, const struct drill_state *s);
/* Back from a `return`: the gotos of who called last. False: nobody did. */
bool drill_return(const struct drill *d, struct drill_state *s,
		  const struct drill_goto **ret, size_t *ret_n);

/* Which of gotos G may be taken now. Chance edges that are open and stand
 * before the first open plain one draw lots; without any, that one is taken.
 * `stop`: the open plain one, or NG. */
struct drill_ways {
	size_t nchance;
	uint64_t weight;
	size_t stop;
};
struct drill_ways drill_ways(const struct drill *d,
			     const struct drill_state *s,
			     const struct drill_goto *g, size_t ng);
/* Whether goto G is one of the chance edges counted (its place < stop). */
bool drill_way_open(const struct drill *d, const struct drill_state *s,
		    const struct drill_goto *g);

/* ---- Results ---- */

/* Reachable extremes over all paths (explore.h computes them). */
struct drill_extremes {
	bool complete;
	int64_t min, max;         /* of the weighted total */
	int64_t *cmin, *cmax;     /* per competency, raw */
};

/* One decision taken. */
struct drill_move {
	size_t node;
	const struct drill_choice *choice;
	unsigned seconds;
	int mood;        /* of the first person, after it */
	int64_t regret;  /* weighted points lost; -1 unknown */
};

enum drill_result { RESULT_AGAIN, RESULT_NEARLY, RESULT_READY };
const char *drill_result_word(enum drill_result r); /* again nearly ready */

struct drill_outcome {
	int64_t total;
	int64_t *raw;       /* per competency */
	int *scaled_of;     /* per competency, ten-thousandths */
	int scaled;         /* ten-thousandths, half up */
	int mood;           /* first person in cast order with a mood, else 0 */
	bool critical;
	unsigned failing;
	enum drill_result result;
	const struct drill_node **missed;  /* must="visit" not visited */
	size_t nmissed;
	const struct drill_node **met;     /* must="avoid" visited */
	size_t nmet;
};

/* Weighted points of one choice. */
int64_t drill_points(const struct drill *d, const struct drill_choice *c);

/* VISITED[n] tells which nodes the path entered (nnodes). S is the final
 * state. Each counts one: scaled under pass, a competency under its own, a
 * must missed, an avoid met, a mood below 0. Without complete extremes
 * `scaled` and `scaled_of` are -1 and count nothing. */
void drill_judge(struct arena *a, const struct drill *d,
		 const struct drill_extremes *x, const struct drill_state *s,
		 const bool *visited, const struct drill_move *moves,
		 size_t nmoves, struct drill_outcome *ret);

size_t drill_node_by_id(const struct drill *d, const char *id);
/* The choice of that id, and its node; NULL if there is none. */
const struct drill_choice *drill_choice_by_id(const struct drill *d,
					      const char *id,
					      size_t *ret_node);

#endif
