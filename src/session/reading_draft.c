/* The draft of a sitting with the handbook.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/reading_sitting.h"

#include <inttypes.h>
#include <string.h>

#include "base/str.h"

/*
 *	preshift-draft/1 read
 *	edition N
 *	lang LL
 *	state page|easy|asking|done
 *	place AT LINE
 *	spent MILLISECONDS
 *	queue ID
 *	part ID 0110… QUESTIONS RIGHT TRIED
 *	opened ID
 *	quiz ID RIGHT ASKED
 *	end
 *
 * The last four are repeated; AT counts the queue from 0.
 */
#define FIRST_LINE "preshift-draft/1 read"
/* Lines before the repeated ones, the first not counted. */
enum { HEAD = 5 };

static const char *
state_word(const struct sitting *t)
{
	if (t->done)
		return "done";
	if (t->asking)
		return "asking";
	return t->easy ? "easy" : "page";
}

static void
print_part(struct str *out, const struct part *p)
{
	str_printf(out, "part %s ", p->id);
	for (size_t i = 0; i < p->n; i++)
		str_addc(out, p->seen[i] ? '1' : '0');
	if (p->n == 0)
		str_addc(out, '-');
	str_printf(out, " %u %u %d\n", p->done, p->right, p->tried);
}

int
sitting_save(struct sitting *t, struct err *e)
{
	struct keeper *k = t->s->keeper;
	const struct reading *r = &t->now;
	OWN(str_free) struct str s = { 0 };

	if (k == NULL || t->s->draft_key == NULL)
		return 0;
	str_printf(&s, FIRST_LINE "\nedition %u\nlang %s\nstate %s\n",
		   sitting_text(t)->edition, t->s->langs[t->lang].lang,
		   state_word(t));
	str_printf(&s, "place %zu %u\nspent %" PRId64 "\n", t->at, t->line,
		   t->ms);
	for (size_t i = 0; i < t->nqueue; i++)
		str_printf(&s, "queue %s\n", t->queue[i]);
	for (size_t i = 0; i < t->nparts; i++)
		print_part(&s, &t->parts[i]);
	for (size_t i = 0; i < r->nopened; i++)
		str_printf(&s, "opened %s\n", r->opened[i]);
	for (size_t i = 0; i < r->nquiz; i++)
		str_printf(&s, "quiz %s %u %u\n", r->quiz[i].section,
			   r->quiz[i].right, r->quiz[i].asked);
	str_add(&s, "end\n");
	if (k->save(k, t->s->draft_key, t->saved, str_text(&s), e) != 0)
		return -1;
	t->saved = arena_strdup(t->a, str_text(&s));
	return 0;
}

/* ---- read back ---- */

/* The words of one line. */
struct row {
	const char *v[8];
	size_t n;
};

static struct row
row_of(struct arena *a, const char *line, size_t len)
{
	struct row r = { 0 };
	const char *end = line + len;

	while (line < end && r.n < NELEM(r.v)) {
		const char *space = memchr(line, ' ', (size_t)(end - line));
		const char *to = space != NULL ? space : end;

		r.v[r.n++] = arena_strndup(a, line, (size_t)(to - line));
		line = to + (space != NULL);
	}
	return r;
}

static bool
is(const struct row *r, const char *name, size_t n)
{
	return r->n == n && str_eq(r->v[0], name);
}

static bool
number(const char *s, uint64_t max, unsigned *ret)
{
	uint64_t n;

	if (!str_u64(s, max, &n))
		return false;
	*ret = (unsigned)n;
	return true;
}

/* A section of this edition, by the id the text itself has. */
static const char *
known(const struct sitting *t, const char *id)
{
	const struct edition_section *sec =
		edition_section(sitting_text(t), id);

	return sec != NULL ? sec->id : NULL;
}

static bool
read_lang(struct sitting *t, const char *lang)
{
	for (size_t i = 0; i < t->s->nlangs; i++) {
		if (str_eq(t->s->langs[i].lang, lang)) {
			t->lang = i;
			return true;
		}
	}
	return false;
}

static bool
read_state(struct sitting *t, const char *word)
{
	t->done = str_eq(word, "done");
	t->asking = str_eq(word, "asking");
	t->easy = str_eq(word, "easy");
	return t->done || t->asking || t->easy || str_eq(word, "page");
}

/* Line I of the head, from 0. */
static bool
read_head(struct sitting *t, size_t i, const struct row *r)
{
	unsigned n;
	int64_t ms;

	switch (i) {
	case 0:
		return is(r, "edition", 2) &&
		       number(r->v[1], UINT32_MAX, &n) &&
		       n == sitting_text(t)->edition;
	case 1:
		return is(r, "lang", 2) && read_lang(t, r->v[1]);
	case 2:
		return is(r, "state", 2) && read_state(t, r->v[1]);
	case 3:
		if (!is(r, "place", 3) ||
		    !number(r->v[1], UINT32_MAX, &n) ||
		    !number(r->v[2], UINT32_MAX, &t->line))
			return false;
		t->at = n;
		return true;
	default:
		if (!is(r, "spent", 2) ||
		    !str_i64(r->v[1], 0, INT64_MAX / 2, &ms))
			return false;
		t->ms = ms;
		return true;
	}
}

static bool
read_part(struct sitting *t, const struct row *r, const char *id)
{
	struct part *p = sitting_part(t, id);
	const char *bits = r->v[2];
	unsigned tried;

	if (str_eq(bits, "-"))
		bits = "";
	if (strlen(bits) != p->n || strspn(bits, "01") != p->n ||
	    !number(r->v[3], edition_section(sitting_text(t), id)->nquestions,
		    &p->done) ||
	    !number(r->v[4], p->done, &p->right) ||
	    !number(r->v[5], 1, &tried))
		return false;
	for (size_t i = 0; i < p->n; i++)
		p->seen[i] = bits[i] == '1';
	p->tried = tried == 1;
	return true;
}

static bool
read_repeated(struct sitting *t, const struct row *r)
{
	const char *id = r->n > 1 ? known(t, r->v[1]) : NULL;
	struct reading_quiz q = { .section = id };

	if (id == NULL)
		return false;
	if (is(r, "queue", 2)) {
		ARENA_PUSH(t->a, t->queue, t->nqueue, t->capqueue, id);
		return true;
	}
	if (is(r, "part", 6))
		return read_part(t, r, id);
	if (is(r, "opened", 2)) {
		ARENA_PUSH(t->a, t->now.opened, t->now.nopened,
			   t->now.capopened, id);
		return true;
	}
	if (!is(r, "quiz", 4) || !number(r->v[3], 999, &q.asked) ||
	    !number(r->v[2], q.asked, &q.right))
		return false;
	ARENA_PUSH(t->a, t->now.quiz, t->now.nquiz, t->now.capquiz, q);
	return true;
}

/* The place must be one that can be shown. */
static bool
makes_sense(const struct sitting *t)
{
	const struct edition_section *sec;
	const struct part *p = NULL;

	if (t->at >= t->nqueue)
		return false;
	sec = sitting_section(t);
	for (size_t i = 0; i < t->nparts; i++)
		if (str_eq(t->parts[i].id, sec->id))
			p = &t->parts[i];
	if (t->asking && (p == NULL || p->done >= sec->nquestions))
		return false;
	return t->line < sec->nlines || t->line == 0;
}

/* The whole text into T. */
static bool
read_text(struct sitting *t, const char *s)
{
	size_t len = strcspn(s, "\n"), i = 0;

	if (len != strlen(FIRST_LINE) || strncmp(s, FIRST_LINE, len) != 0)
		return false;
	for (s += len + (s[len] == '\n'); *s != '\0'; s += len + 1, i++) {
		struct row r;

		len = strcspn(s, "\n");
		if (s[len] == '\0')
			return false;
		r = row_of(t->a, s, len);
		if (is(&r, "end", 1))
			return i >= HEAD && s[len + 1] == '\0' &&
			       makes_sense(t);
		if (i < HEAD ? !read_head(t, i, &r) : !read_repeated(t, &r))
			return false;
	}
	return false;
}

int
sitting_load(struct sitting *t, bool *ret_found, struct err *e)
{
	struct keeper *k = t->s->keeper;
	struct sitting was = *t;
	const char *s = NULL, *only = t->s->only;

	*ret_found = false;
	if (k == NULL || t->s->draft_key == NULL)
		return 0;
	if (k->load(k, t->a, t->s->draft_key, &s, e) != 0)
		return -1;
	if (s == NULL)
		return 0;
	t->saved = was.saved = s;
	if (!read_text(t, s)) { /* begin as if there were none */
		*t = was;
		return 0;
	}
	if (only != NULL) {
		/* What was read counts on; the place is another one. */
		t->nqueue = 0;
		t->at = 0;
		t->asking = t->done = t->easy = false;
		return 0;
	}
	sitting_lay_out(t);
	*ret_found = true;
	return 0;
}
