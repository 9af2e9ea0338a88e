/* The draft of a drill: its choices, from which everything else follows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/practice_play.h"

#include <inttypes.h>
#include <string.h>

#include "base/str.h"

/*
 *	preshift-draft/1 drill
 *	digest SHA256
 *	seed N
 *	from NODE|-
 *	sure BEFORE AFTER
 *	hints ALL HERE
 *	timers WORD N    (as the clocks run, choices they made)
 *	spent MILLISECONDS
 *	page N           (of the debrief; 0: before it)
 *	kept N LEAF|-    (choices taken over from that attempt)
 *	choice ID SECONDS
 *	end
 */
#define FIRST_LINE "preshift-draft/1 drill"

static bool
is_kept(const struct play *p)
{
	return p->s->keeper != NULL && p->s->draft_key != NULL;
}

int
play_save(struct play *p, struct err *e)
{
	struct keeper *k = p->s->keeper;
	OWN(str_free) struct str t = { 0 };

	if (!is_kept(p))
		return 0;
	str_add(&t, FIRST_LINE "\n");
	str_printf(&t, "digest %s\n",
		   p->s->digest != NULL ? p->s->digest : "-");
	str_printf(&t, "seed %" PRIu64 "\n", p->seed);
	str_printf(&t, "from %s\n", p->from != NULL ? p->from : "-");
	str_printf(&t, "sure %d %d\n", p->sure_before, p->sure_after);
	str_printf(&t, "hints %u %u\n", p->hints, p->hints_here);
	str_printf(&t, "timers %s %u\n", practice_timers_word(p->timers),
		   p->timeouts);
	str_printf(&t, "spent %" PRId64 "\n", p->spent_ms);
	str_printf(&t, "page %u\n", p->page);
	str_printf(&t, "kept %zu %s\n", p->kept,
		   p->of != NULL ? p->of : "-");
	for (size_t i = 0; i < p->nmoves; i++)
		str_printf(&t, "choice %s %u\n", p->moves[i].choice->id,
			   p->moves[i].seconds);
	str_add(&t, "end\n");
	if (k->save(k, p->s->draft_key, p->draft, str_text(&t), e) != 0)
		return -1;
	p->draft = arena_strdup(p->a, str_text(&t));
	return 0;
}

int
play_drop(struct play *p, struct err *e)
{
	struct keeper *k = p->s->keeper;

	return p->draft == NULL ? 0 :
	       k->save(k, p->s->draft_key, p->draft, NULL, e);
}

/* The next line, cut from *S; NULL: the text is over. */
static const char *
next_line(struct arena *a, const char **s)
{
	size_t n = strcspn(*s, "\n");
	const char *line;

	if ((*s)[n] == '\0')
		return NULL;
	line = arena_strndup(a, *s, n);
	*s += n + 1;
	return line;
}

/* What follows "NAME " on the next line, or NULL. */
static const char *
field(struct arena *a, const char **s, const char *name)
{
	const char *line = next_line(a, s);
	size_t n = strlen(name);

	if (line == NULL || !str_starts(line, name) || line[n] != ' ' ||
	    line[n + 1] == '\0')
		return NULL;
	return line + n + 1;
}

/* "N M", each at most MAX. */
static bool
two_numbers(struct arena *a, const char *s, uint64_t max, uint64_t *ret_n,
	    uint64_t *ret_m)
{
	const char *space = s != NULL ? strchr(s, ' ') : NULL;

	return space != NULL &&
	       str_u64(arena_strndup(a, s, (size_t)(space - s)), max,
		       ret_n) &&
	       str_u64(space + 1, max, ret_m);
}

/* "N LEAF|-" */
static bool
read_kept(struct arena *a, const char *s, struct play_draft *d)
{
	const char *space = s != NULL ? strchr(s, ' ') : NULL;

	if (space == NULL ||
	    !str_u64(arena_strndup(a, s, (size_t)(space - s)), SIZE_MAX,
		     &d->kept))
		return false;
	d->of = str_eq(space + 1, "-") ? NULL : space + 1;
	return true;
}

/* "WORD N"; a draft from before there were clocks has no such line. */
static bool
read_timers(struct arena *a, const char **s, struct play_draft *d)
{
	const char *v, *space;
	uint64_t n;

	d->timers = TIMERS_ON;
	if (!str_starts(*s, "timers "))
		return true;
	v = field(a, s, "timers");
	space = v != NULL ? strchr(v, ' ') : NULL;
	if (space == NULL || !str_u64(space + 1, UINT32_MAX, &n) ||
	    !practice_timers_parse(arena_strndup(a, v, (size_t)(space - v)),
				   &d->timers))
		return false;
	d->timeouts = (unsigned)n;
	return true;
}

static bool
read_head(struct arena *a, const char **s, struct play_draft *d)
{
	uint64_t before, after, all, here, page;
	const char *v;

	if ((d->digest = field(a, s, "digest")) == NULL ||
	    (v = field(a, s, "seed")) == NULL ||
	    !str_u64(v, UINT64_MAX, &d->seed) ||
	    (d->from = field(a, s, "from")) == NULL ||
	    !two_numbers(a, field(a, s, "sure"), 5, &before, &after) ||
	    !two_numbers(a, field(a, s, "hints"), UINT32_MAX, &all, &here) ||
	    !read_timers(a, s, d) ||
	    (v = field(a, s, "spent")) == NULL ||
	    !str_i64(v, 0, INT64_MAX / 2, &d->spent_ms) ||
	    (v = field(a, s, "page")) == NULL ||
	    !str_u64(v, UINT32_MAX, &page) ||
	    !read_kept(a, field(a, s, "kept"), d))
		return false;
	if (str_eq(d->from, "-"))
		d->from = NULL;
	d->sure_before = (int)before;
	d->sure_after = (int)after;
	d->hints = (unsigned)all;
	d->hints_here = (unsigned)here;
	d->page = (unsigned)page;
	return true;
}

static bool
read_choices(struct arena *a, const char **s, struct play_draft *d)
{
	const char *line;

	while ((line = next_line(a, s)) != NULL && !str_eq(line, "end")) {
		const char *space = strrchr(line, ' ');
		size_t n = d->n;
		uint64_t seconds;

		if (!str_starts(line, "choice ") || space == line + 6 ||
		    !str_u64(space + 1, UINT32_MAX, &seconds))
			return false;
		ARENA_PUSH(a, d->seconds, n, d->capseconds,
			   (unsigned)seconds);
		ARENA_PUSH(a, d->ids, d->n, d->capids,
			   arena_strndup(a, line + 7,
					 (size_t)(space - line - 7)));
	}
	return line != NULL && **s == '\0';
}

int
play_load(struct play *p, struct play_draft *ret, bool *ret_found,
	  struct err *e)
{
	struct keeper *k = p->s->keeper;
	struct play_draft d = { 0 };
	const char *s = NULL, *first, *text;

	*ret_found = false;
	if (!is_kept(p))
		return 0;
	if (k->load(k, p->a, p->s->draft_key, &s, e) != 0)
		return -1;
	if (s == NULL)
		return 0;
	text = s;
	first = next_line(p->a, &s);
	if (first == NULL || !str_eq(first, FIRST_LINE) ||
	    !read_head(p->a, &s, &d) || !read_choices(p->a, &s, &d))
		return 0;
	/* From a place that is no more the choices lead nowhere. */
	if (d.from != NULL &&
	    drill_node_by_id(p->s->drill, d.from) == DRILL_NONE)
		d.from = NULL;
	d.text = text;
	*ret = d;
	*ret_found = true;
	return 0;
}

int
play_replay(struct play *p, const struct play_draft *d, struct err *e)
{
	size_t n = 0, i;

	if (play_begin(p, d->seed, d->from, e) != 0)
		return -1;
	while (n < d->n && play_find(p, d->ids[n], &i) &&
	       drill_open(p->s->drill, p->state, i)) {
		if (play_take(p, i, d->seconds[n], e) != 0)
			return -1;
		n++;
	}
	p->sure_before = d->sure_before;
	p->hints = d->hints;
	p->timers = d->timers;
	p->timeouts = d->timeouts;
	p->kept = d->kept < n ? d->kept : n;
	p->of = d->of;
	p->draft = d->text;
	if (n < d->n) {
		p->note = arena_printf(
			p->a, T(play_m(p), "The drill was changed since you "
					   "put it away. You go on where it "
					   "differs: scene %zu."), n + 1);
		return 0;
	}
	p->sure_after = d->sure_after;
	p->hints_here = d->hints_here;
	p->spent_ms = d->spent_ms;
	if (play_over(p))
		p->page = d->page;
	return 0;
}
