/* Which people `acks` shows, and in which order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/acks.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { NEWEST = 2 };

bool
acks_few(const struct acks *q)
{
	return !q->all && q->sort == NULL && q->status == NULL &&
	       q->team == NULL;
}

bool
acks_fits(const struct acks *q, const struct standing *s)
{
	if (q->status != NULL &&
	    !str_eq(q->status, duty_word((enum duty_status)s->status)))
		return false;
	return q->team == NULL || str_eq(q->team, s->p->team);
}

/* Whether HR has something to do for this person, and how soon: 0 first. */
static int
urgency(const struct standing *s)
{
	if (s->status == DUTY_LEFT || s->status == DUTY_EXEMPT)
		return -1;
	if (s->status == DUTY_OVERDUE)
		return 0;
	if (s->wants != NULL)
		return 1;
	if (s->status == DUTY_DECLINED)
		return 2;
	if (s->status == DUTY_DISPUTED)
		return 3;
	return s->proof == 'D' ? 4 : -1;
}

static int
by_urgency(const void *a, const void *b)
{
	const struct standing *x = *(const struct standing *const *)a;
	const struct standing *y = *(const struct standing *const *)b;
	int d = urgency(x) - urgency(y);

	if (d == 0 && x->due != y->due)
		d = x->due < y->due ? -1 : 1;
	return d != 0 ? d : strcmp(x->p->number, y->p->number);
}

static int
newest_first(const void *a, const void *b)
{
	const struct standing *x = *(const struct standing *const *)a;
	const struct standing *y = *(const struct standing *const *)b;

	if (x->ack->at != y->ack->at)
		return x->ack->at > y->ack->at ? -1 : 1;
	return strcmp(x->p->number, y->p->number);
}

/* A list of sixty is not read every morning: those who need somebody, and what
 * came in last. */
static void
choose_few(struct app *app, struct acks *q)
{
	const struct standing **done =
		ARENA_ARRAY(app->a, const struct standing *, q->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < q->n; i++) {
		if (urgency(&q->v[i]) >= 0)
			q->rows[q->nrows++] = &q->v[i];
		else if (q->v[i].status == DUTY_ACKNOWLEDGED)
			done[n++] = &q->v[i];
	}
	qsort(q->rows, q->nrows, sizeof(*q->rows), by_urgency);
	q->needed = q->nrows;
	qsort(done, n, sizeof(*done), newest_first);
	for (size_t i = 0; i < n && i < NEWEST; i++)
		q->rows[q->nrows++] = done[i];
}

struct sorted {
	const char *key;
	const struct standing *s;
};

static int
by_key(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int d = strcmp(x->key, y->key);

	return d != 0 ? d : strcmp(x->s->p->number, y->s->p->number);
}

/* Who is in no team comes after the teams. */
static const char *
sort_key(struct app *app, const struct acks *q, const struct standing *s)
{
	const char *name = app_name_key(app, s->p->name);

	if (str_eq(q->sort, "name"))
		return name;
	return arena_printf(app->a, "%s %s", str_eq(s->p->team, "-") ? "\xff" :
			    utf8_sort_key(app->a,
					  app_team_words(app, s->p->team)),
			    name);
}

static void
choose_all(struct app *app, struct acks *q)
{
	struct sorted *v = ARENA_ARRAY(app->a, struct sorted, q->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < q->n; i++)
		if (acks_fits(q, &q->v[i]))
			v[n++] = (struct sorted){
				q->sort != NULL ? sort_key(app, q, &q->v[i]) :
						  "", &q->v[i] };
	if (q->sort != NULL)
		qsort(v, n, sizeof(*v), by_key);
	for (size_t i = 0; i < n; i++)
		q->rows[i] = v[i].s;
	q->nrows = n;
}

void
acks_choose(struct app *app, struct acks *q)
{
	q->rows = ARENA_ARRAY(app->a, const struct standing *, q->n + 1);
	q->nrows = q->needed = 0;
	if (acks_few(q))
		choose_few(app, q);
	else
		choose_all(app, q);
}
