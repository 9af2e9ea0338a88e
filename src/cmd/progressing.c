/* What comes next for somebody (cmd/progressing.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/handbook.h"
#include "cmd/progressing.h"

#include <string.h>

#include "base/str.h"

/* ---- the handbook ---- */

static size_t
words_of(const struct edition_text *t, const char *id)
{
	const struct edition_section *s = edition_section(t, id);

	return s != NULL ? s->words : 0;
}

/* A text that can't be read now is no reason not to say the rest. */
static int
count_pages(struct app *app, const struct edition_row *row,
	    struct progress *pr, struct err *e)
{
	struct progress_handbook *h = &pr->handbook;
	struct app_edition ed;
	struct reading all;
	struct owed owed;
	const char **missing;
	size_t n, words = 0;

	if (handbook_owed(app, row, pr->p.number, &owed, e) != 0 ||
	    store_reading(app->store, app->a, pr->p.number, row->edition,
			  &all, e) != 0)
		return -1;
	h->must = owed.nmust;
	if (app_edition_text(app, row, app->lang, &ed, e) != 0) {
		err_clear(e);
		return 0;
	}
	n = reading_missing(app->a, &ed.text, owed.must, owed.nmust, &all,
			    &missing);
	h->opened = owed.nmust - n;
	for (size_t i = 0; i < n; i++)
		words += words_of(&ed.text, missing[i]);
	h->minutes = handbook_minutes(words);
	h->first = n > 0 ? missing[0] : NULL;
	h->last = n > 1 ? missing[n - 1] : NULL;
	return 0;
}

static int
read_handbook(struct app *app, struct progress *pr, struct err *e)
{
	struct progress_handbook *h = &pr->handbook;
	struct edition_row row;

	if (app_current_edition(app, &row, &h->published, e) != 0)
		return -1;
	if (!h->published)
		return 0;
	if (app_standing(app, &row, pr->p.number, &h->standing, e) != 0)
		return -1;
	/* Nothing is owed: no page need be counted. */
	if (h->standing.status < DUTY_OVERDUE)
		return 0;
	return count_pages(app, &row, pr, e);
}

/* ---- drills ---- */

enum { FRESH_MOST = 40 }; /* each costs reading a file */

/* Whether drill ID, which was never tried, is easier than those before it;
 * *LEAST is the difficulty of the easiest, 0: none yet. */
static bool
is_easier(struct app *app, const char *id, int *least)
{
	struct drill_brief brief;
	struct err none;

	err_init(&none, NULL);
	if (app_drill_brief(app, id, &brief, &none) != 0 ||
	    (*least != 0 && brief.difficulty >= *least))
		return false;
	*least = brief.difficulty;
	return true;
}

static int
read_drills(struct app *app, struct progress *pr, struct err *e)
{
	struct progress_drills *d = &pr->drills;
	struct attempt_row *v;
	const char **ids;
	size_t n, nids;
	int least = 0;

	if (app_drill_ids(app, &ids, &nids, e) != 0 ||
	    store_attempts(app->store, app->a, pr->p.number, &v, &n, e) != 0)
		return -1;
	d->all = nids;
	for (size_t i = 0; i < nids; i++) {
		bool ready = false, nearly = false, tried = false;

		for (size_t k = 0; k < n; k++) {
			if (!str_eq(v[k].drill, ids[i]))
				continue;
			tried = true;
			ready |= str_eq(v[k].result, "ready");
			nearly |= str_eq(v[k].result, "nearly");
		}
		d->ready += ready;
		d->nearly += !ready && nearly;
		d->fresh_ones += !tried;
		if (!ready && nearly && d->nearly == 1)
			d->once_more = ids[i];
		if (!ready && tried && d->once_more == NULL)
			d->once_more = ids[i];
		if (!tried && d->fresh_ones <= FRESH_MOST &&
		    is_easier(app, ids[i], &least))
			d->fresh = ids[i];
	}
	return 0;
}

/* ---- steps ---- */

static void
add_step(struct progress *pr, const char *words, const char *line)
{
	if (pr->nnext < STEPS_MOST)
		pr->next[pr->nnext++] = (struct progress_step){ words, line };
}

static const char *
reading_words(struct app *app, const struct progress_handbook *h)
{
	unsigned long n = h->minutes;

	if (h->last == NULL)
		return arena_printf(app->a,
				    messages_nget(app->m,
						  "read %s, %lu minute",
						  "read %s, %lu minutes", n),
				    h->first, n);
	return arena_printf(app->a,
			    messages_nget(app->m, "read %s to %s, %lu minute",
					  "read %s to %s, %lu minutes", n),
			    h->first, h->last, n);
}

static void
add_handbook(struct app *app, struct progress *pr)
{
	const struct progress_handbook *h = &pr->handbook;

	if (!h->published || h->standing.status < DUTY_OVERDUE)
		return;
	if (h->first != NULL)
		add_step(pr, reading_words(app, h), "handbook read");
	else
		add_step(pr, T(app, "sign the handbook"), "sign");
}

/* A broken drill is nothing to do. */
static void
add_drill(struct app *app, struct progress *pr, const char *id)
{
	struct drill_brief brief;
	struct err none;

	err_init(&none, NULL);
	if (id == NULL || pr->nnext == STEPS_MOST ||
	    app_drill_brief(app, id, &brief, &none) != 0)
		return;
	add_step(pr, arena_printf(app->a, T(app, "drill %s"),
				  text_quoted(app->a, app->lang, brief.title)),
		 arena_printf(app->a, "drill %s", id));
}

/* MOST: how many steps are wanted; each drill costs reading a file. */
static int
read_most(struct app *app, const char *number, struct progress *pr,
	  size_t most, struct err *e)
{
	memset(pr, 0, sizeof(*pr));
	if (app_person(app, number, &pr->p, e) != 0 ||
	    read_handbook(app, pr, e) != 0)
		return -1;
	add_handbook(app, pr);
	if (pr->nnext == most)
		return 0;
	if (read_drills(app, pr, e) != 0)
		return -1;
	add_drill(app, pr, pr->drills.once_more);
	if (pr->nnext < most)
		add_drill(app, pr, pr->drills.fresh);
	return 0;
}

int
progress_read(struct app *app, const char *number, struct progress *ret,
	      struct err *e)
{
	return read_most(app, number, ret, STEPS_MOST, e);
}

int
progress_next(struct app *app, const char **ret, struct err *e)
{
	const struct progress_step *next;
	struct progress pr;
	const char *key;

	*ret = NULL;
	if (read_most(app, app->who, &pr, 1, e) != 0)
		return -1;
	if (pr.nnext == 0)
		return 0;
	next = &pr.next[0];
	/* The menu has one line for all drills. */
	key = app_menu_key(app, app->role, str_starts(next->line, "drill ") ?
			   "drill" : next->line);
	*ret = key == NULL ?
	       arena_printf(app->a, T(app, "Next: %s"), next->words) :
	       arena_printf(app->a, T(app, "Next: %s   (number %s)"),
			    next->words, key);
	return 0;
}
