/* Play-tests of drills: read, and played by the same step as a person's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/playtest.h"

#include <string.h>

#include "base/str.h"

/* ---- Reading ---- */

struct lines {
	struct arena *a;
	const char *file;
	unsigned line;
	struct playtests *out;
};

static struct playtest *
current(const struct lines *l)
{
	return l->out->n == 0 ? NULL : &l->out->v[l->out->n - 1];
}

static bool
take_scores(struct lines *l, const char *s)
{
	struct playtest *t = current(l);

	while (*s != '\0') {
		size_t n = strcspn(s, " ");
		char *word = arena_strndup(l->a, s, n), *eq;
		struct playtest_score x;

		s += n;
		s += strspn(s, " ");
		eq = strchr(word, '=');
		if (eq == NULL)
			return false;
		*eq = '\0';
		x.competency = word;
		if (!str_i64(eq + 1, INT32_MIN, INT32_MAX, &x.points))
			return false;
		ARENA_PUSH(l->a, t->scores, t->nscores, t->capscores, x);
	}
	return true;
}

/* A line of a test: the word, and what follows it. */
static bool
take_word(struct lines *l, const char *word, const char *rest)
{
	struct playtest *t = current(l);
	int64_t n;

	if (t == NULL || rest[0] == '\0')
		return false;
	if (str_eq(word, "select")) {
		ARENA_PUSH(l->a, t->choices, t->nchoices, t->capchoices, rest);
	} else if (str_eq(word, "end")) {
		t->end = rest;
	} else if (str_eq(word, "result")) {
		t->result = rest;
	} else if (str_eq(word, "score")) {
		return take_scores(l, rest);
	} else if (str_eq(word, "seed")) {
		return str_u64(rest, UINT64_MAX, &t->seed);
	} else if (str_eq(word, "mood") && str_i64(rest, -1000, 1000, &n)) {
		t->has_mood = true;
		t->mood = (int)n;
	} else {
		return false;
	}
	return true;
}

static bool
take_line(struct lines *l, const char *s)
{
	struct playtest t = { .line = l->line };
	const char *word;
	size_t n;

	if (s[0] == '\0' || s[0] == '#')
		return true;
	if (str_starts(s, "test ") && s[5] != '\0') {
		t.name = s + 5;
		ARENA_PUSH(l->a, l->out->v, l->out->n, l->out->cap, t);
		return true;
	}
	if (s[0] != ' ')
		return false;
	s += strspn(s, " ");
	n = strcspn(s, " ");
	word = arena_strndup(l->a, s, n);
	s += n;
	return take_word(l, word, s + strspn(s, " "));
}

int
playtest_parse(struct arena *a, const char *file, const char *s, size_t n,
	       struct playtests *ret, struct err *e)
{
	struct playtests out = { 0 };
	struct lines l = { .a = a, .file = file, .out = &out };
	const char *end = s + n;

	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		size_t len = nl == NULL ? (size_t)(end - s) : (size_t)(nl - s);

		l.line++;
		if (!take_line(&l, arena_strndup(a, s, len)))
			return err_set(e, ERR_CONTENT,
				       N_("%s:%u: this line of a play-test is not understood; a test has the lines test, seed, select, end, score, mood, result"),
				       file, l.line);
		s += len + (nl != NULL);
	}
	*ret = out;
	return 0;
}

/* ---- Playing ---- */

struct play {
	struct arena *a;
	const struct drill *d;
	const struct playtest *t;
	struct drill_state *s;
	bool *visited;
	struct drill_move *moves;
	struct err *e;
};

static int
no_such_choice(const struct play *p, const char *id)
{
	return err_set(p->e, ERR_CONTENT,
		       N_("test '%s': there is no choice '%s' in the scene '%s'"),
		       p->t->name, id, p->d->nodes[p->s->node].id);
}

static int
play_choice(struct play *p, struct chance *c, size_t i)
{
	const struct drill_node *n = &p->d->nodes[p->s->node];
	struct drill_events ev = { 0 };
	size_t k = 0;

	while (k < n->nchoices && !str_eq(n->choices[k].id, p->t->choices[i]))
		k++;
	if (k == n->nchoices)
		return no_such_choice(p, p->t->choices[i]);
	p->moves[i] = (struct drill_move){ .node = p->s->node,
		.choice = &n->choices[k], .regret = -1 };
	if (drill_step(p->a, p->d, k, c, p->s, &ev, p->e) != 0)
		return err_wrap(p->e, N_("test '%s'"), p->t->name);
	for (size_t j = 0; j < ev.n; j++)
		p->visited[ev.v[j].node] = true;
	return 0;
}

static int
play(struct play *p)
{
	struct chance c = { p->t->seed };
	struct drill_events ev = { 0 };

	if (drill_start(p->a, p->d, &c, p->s, &ev, p->e) != 0)
		return err_wrap(p->e, N_("test '%s'"), p->t->name);
	for (size_t j = 0; j < ev.n; j++)
		p->visited[ev.v[j].node] = true;
	for (size_t i = 0; i < p->t->nchoices; i++)
		if (play_choice(p, &c, i) != 0)
			return -1;
	return 0;
}

static int
compare_scores(const struct play *p, const struct drill_outcome *o)
{
	for (size_t i = 0; i < p->t->nscores; i++) {
		const struct playtest_score *s = &p->t->scores[i];
		size_t k = 0;

		while (k < p->d->ncompetencies &&
		       !str_eq(p->d->competencies[k].id, s->competency))
			k++;
		if (k == p->d->ncompetencies)
			return err_set(p->e, ERR_CONTENT,
				       N_("test '%s': there is no competency '%s'"),
				       p->t->name, s->competency);
		if (o->raw[k] != s->points)
			return err_set(p->e, ERR_CONTENT,
				       N_("test '%s': '%s' is %lld, not %lld"),
				       p->t->name, s->competency,
				       (long long)o->raw[k],
				       (long long)s->points);
	}
	return 0;
}

static int
compare(const struct play *p, const struct drill_outcome *o)
{
	const struct drill_node *n = &p->d->nodes[p->s->node];
	const struct playtest *t = p->t;
	const char *result = drill_result_word(o->result);

	if (t->end != NULL && n->kind != NODE_END)
		return err_set(p->e, ERR_CONTENT,
			       N_("test '%s' stops in the scene '%s' and not at an end"),
			       t->name, n->id);
	if (t->end != NULL && !str_eq(n->id, t->end))
		return err_set(p->e, ERR_CONTENT,
			       N_("test '%s' ends at '%s', not at '%s'"),
			       t->name, n->id, t->end);
	if (compare_scores(p, o) != 0)
		return -1;
	if (t->has_mood && t->mood != o->mood)
		return err_set(p->e, ERR_CONTENT,
			       N_("test '%s': the mood is %d, not %d"),
			       t->name, o->mood, t->mood);
	if (t->result != NULL && !str_eq(t->result, result))
		return err_set(p->e, ERR_CONTENT,
			       N_("test '%s': the result is '%s', not '%s'"),
			       t->name, result, t->result);
	return 0;
}

int
playtest_run(struct arena *a, const struct drill *d,
	     const struct drill_extremes *x, const struct playtest *t,
	     struct err *e)
{
	struct play p = { .a = a, .d = d, .t = t, .e = e };
	struct drill_outcome o;

	p.s = drill_state_new(a, d);
	p.visited = ARENA_ARRAY(a, bool, d->nnodes);
	p.moves = ARENA_ARRAY(a, struct drill_move, t->nchoices);
	if (play(&p) != 0)
		return -1;
	drill_judge(a, d, x, p.s, p.visited, p.moves, t->nchoices, &o);
	return compare(&p, &o);
}
