/* What is pressed while reading: pages, languages, search, answers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/reading_sitting.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* Somebody who went away does not read. */
#define IDLE_MS (5 * 60 * 1000)

enum key { KEY_NEXT, KEY_BACK, KEY_LANG, KEY_EASY, KEY_FIND, KEY_STOP,
	   KEY_COUNT };

static const struct io_option key_options[KEY_COUNT] = {
	[KEY_NEXT] = { .word = "next", .key = "Enter" },
	[KEY_BACK] = { .word = "back", .key = "b" },
	[KEY_LANG] = { .word = "lang", .key = "l" },
	[KEY_EASY] = { .word = "easy", .key = "e" },
	[KEY_FIND] = { .word = "find", .key = "/" },
	[KEY_STOP] = { .word = "stop", .key = "0" },
};

static int64_t
at_most_idle(int64_t ms)
{
	return ms < IDLE_MS ? ms : IDLE_MS;
}

/* The time since it was called last belongs to the page on screen. */
static void
count_time(struct sitting *t)
{
	int64_t now = clock_mono_ms(t->s->clock), was = t->page_ms;

	if (now > t->since_ms)
		t->page_ms += now - t->since_ms;
	t->since_ms = now;
	t->ms += at_most_idle(t->page_ms) - at_most_idle(was);
}

/* ---- keys of a page ---- */

/* A line of a script; *ret_word is what is to be found. */
static int
read_word(const char *line, enum key *ret, const char **ret_word,
	  struct err *e)
{
	if (*line == '\0') {
		*ret = KEY_NEXT;
		return 0;
	}
	if (str_starts(line, "find ")) {
		*ret = KEY_FIND;
		*ret_word = line + 5;
		return 0;
	}
	for (size_t i = 0; i < KEY_COUNT; i++) {
		if (i != KEY_FIND && str_eq(line, key_options[i].word)) {
			*ret = (enum key)i;
			return 0;
		}
	}
	return err_set(e, ERR_USAGE, "'%s' answers no page: an empty line "
		       "turns it; also back, lang, easy, find WORD, stop",
		       line);
}

static int
take_key(struct sitting *t, enum key *ret, const char **ret_word,
	 struct err *e)
{
	const struct messages *m = sitting_m(t);
	const char *line;
	size_t i;

	*ret_word = NULL;
	if (!t->io->interactive) {
		if (io_ask(t->io, t->a, T(m, "Next page: an empty line"),
			   NULL, &line, e) != 0)
			return -1;
		return read_word(line, ret, ret_word, e);
	}
	if (io_choose(t->io, "", key_options, KEY_COUNT, KEY_NEXT, &i, e) !=
	    0)
		return -1;
	*ret = (enum key)i;
	if (*ret != KEY_FIND)
		return 0;
	if (io_ask(t->io, t->a, T(m, "Which word"), t->sought, ret_word, e) !=
	    0)
		return -1;
	if (str_eq(*ret_word, "0"))
		*ret = KEY_COUNT; /* no word after all: the page stays */
	return 0;
}

static void
next_page(struct sitting *t)
{
	size_t i = sitting_page_no(t);

	if (i + 1 >= t->nstarts) {
		sitting_section_over(t);
		return;
	}
	t->line = t->starts[i + 1];
	t->easy = false;
	t->page_ms = 0;
}

/* The section before this one in the text, or NULL. */
static const char *
section_before(const struct sitting *t)
{
	const struct edition_text *text = sitting_text(t);

	for (size_t i = 1; i < text->nsections && t->s->only == NULL; i++)
		if (str_eq(text->sections[i].id, t->queue[t->at]))
			return text->sections[i - 1].id;
	return NULL;
}

static void
back(struct sitting *t)
{
	size_t i = sitting_page_no(t);
	const char *id;

	if (i > 0) {
		t->line = t->starts[i - 1];
		t->easy = false;
		t->page_ms = 0;
	} else if (t->at > 0) {
		sitting_go(t, t->at - 1, UINT32_MAX);
	} else if ((id = section_before(t)) != NULL) {
		/* behind this one, and then in front of it */
		size_t at = sitting_queue(t, id);

		t->queue[at] = t->queue[t->at];
		t->queue[t->at] = id;
		sitting_go(t, t->at, UINT32_MAX);
	} else {
		t->note = T(sitting_m(t), "This is the first page.");
	}
}

static void
easier(struct sitting *t)
{
	if (t->easy || sitting_page_easy(t))
		t->easy = !t->easy;
	else
		t->note = T(sitting_m(t), "There are no easier words for "
					  "this page.");
}

/* ---- search ---- */

/* Ä as ae: so it is written where the keyboard has no umlaut. */
static const char *
spelt_out(struct arena *a, const char *s)
{
	static const char *const umlaut[] = { "ä", "ae", "ö", "oe", "ü", "ue",
					      "Ä", "ae", "Ö", "oe", "Ü", "ue" };
	OWN(str_free) struct str out = { 0 };

	while (*s != '\0') {
		size_t i = 0;

		while (i < NELEM(umlaut) && !str_starts(s, umlaut[i]))
			i += 2;
		if (i < NELEM(umlaut)) {
			str_add(&out, umlaut[i + 1]);
			s += strlen(umlaut[i]);
		} else {
			str_addc(&out, *s++);
		}
	}
	return arena_strdup(a, str_text(&out));
}

/* Whatever the case, whatever the marks: Größe, grosse, groesse. */
static bool
holds(struct arena *a, const char *s, const char *folded)
{
	return strstr(utf8_fold(a, s), folded) != NULL ||
	       strstr(utf8_fold(a, spelt_out(a, s)), folded) != NULL;
}

/* The first line from FROM to TO of SEC with the word in it; its title stands
 * for the first line. */
static bool
find_in(struct arena *a, const struct edition_section *sec, size_t from,
	size_t to, const char *folded, unsigned *ret)
{
	if (from == 0 && to > 0 && holds(a, sec->title, folded)) {
		*ret = 0;
		return true;
	}
	for (size_t i = from; i < to && i < sec->nlines; i++) {
		if (holds(a, sec->lines[i].s, folded)) {
			*ret = (unsigned)i;
			return true;
		}
	}
	return false;
}

/* From behind the page round the text and back to the page. */
static bool
find_round(struct sitting *t, const char *folded, const char **ret_id,
	   unsigned *ret_line)
{
	const struct edition_text *text = sitting_text(t);
	const struct edition_section *here = sitting_section(t);
	size_t no = sitting_page_no(t);
	size_t end = no + 1 < t->nstarts ? t->starts[no + 1] : here->nlines;
	size_t n = t->s->only != NULL ? 1 : text->nsections;
	OWN(arena_free) struct arena a = { 0 };

	*ret_id = here->id;
	if (find_in(&a, here, end > 0 ? end : 1, here->nlines, folded,
		    ret_line))
		return true;
	for (size_t k = 1; k < n; k++) {
		const struct edition_section *sec =
			&text->sections[((size_t)(here - text->sections) + k) %
					n];

		if (find_in(&a, sec, 0, sec->nlines + 1, folded, ret_line)) {
			*ret_id = sec->id;
			return true;
		}
	}
	return find_in(&a, here, 0, end, folded, ret_line);
}

/* Looking something up costs nobody their place. */
static void
leave_place(struct sitting *t)
{
	if (t->looking)
		return;
	t->looking = true;
	t->left_at = t->at;
	t->left_line = t->line;
	t->left_n = t->nqueue;
}

/* What was found stands behind the place in the order: it goes again. */
static void
return_to_place(struct sitting *t)
{
	size_t more = t->nqueue - t->left_n, at = t->left_at + 1;

	memmove(&t->queue[at], &t->queue[at + more],
		(t->left_n - at) * sizeof(*t->queue));
	t->nqueue = t->left_n;
	t->looking = false;
	sitting_go(t, t->left_at, t->left_line);
}

static void
find(struct sitting *t, const char *word)
{
	const char *id;
	unsigned line;

	if (*word == '\0')
		word = t->sought;
	if (word == NULL)
		return;
	if (!find_round(t, utf8_fold(t->a, word), &id, &line)) {
		t->note = arena_printf(t->a, T(sitting_m(t), "\"%s\" is not "
							     "in this text."),
				       word);
		return;
	}
	leave_place(t);
	sitting_go(t, sitting_queue(t, id), line);
	t->sought = word;
	t->note = arena_printf(t->a, T(sitting_m(t), "Found: %s   (/ and only "
						     "Enter: the next place; "
						     "b: where you read)"),
			       word);
}

static void
do_key(struct sitting *t, enum key k, const char *word)
{
	t->anchored &= k == KEY_LANG;
	switch (k) {
	case KEY_NEXT:
		t->looking = false;
		next_page(t);
		break;
	case KEY_BACK:
		if (t->looking)
			return_to_place(t);
		else
			back(t);
		break;
	case KEY_LANG:
		sitting_flip(t);
		break;
	case KEY_EASY:
		easier(t);
		break;
	case KEY_FIND:
		find(t, word);
		break;
	case KEY_STOP:
	case KEY_COUNT:
		break;
	}
}

int
sitting_read(struct sitting *t, bool *ret_stop, struct err *e)
{
	const char *word;
	enum key k = KEY_NEXT;

	if (io_tell(t->io, sitting_page(t), e) != 0)
		return -1;
	sitting_mark(t);
	if (take_key(t, &k, &word, e) != 0)
		return -1;
	count_time(t);
	t->note = NULL;
	*ret_stop = k == KEY_STOP;
	do_key(t, k, word);
	return sitting_save(t, e);
}

/* ---- questions ---- */

enum other { OTHER_TEXT, OTHER_LANG, OTHER_STOP, OTHER_COUNT };

static const struct edition_question *
question(struct sitting *t)
{
	const struct edition_section *sec = sitting_section(t);

	return &sec->questions[sitting_part(t, sec->id)->done];
}

static struct page *
question_page(struct sitting *t, const struct io_option *o, size_t n)
{
	const struct messages *m = sitting_m(t);
	const struct edition_question *q = question(t);
	unsigned no = sitting_part(t, sitting_section(t)->id)->done + 1;
	size_t next = (t->lang + 1) % t->s->nlangs;
	struct page *p = words_page(
		t->a, m, t->s->trial,
		sitting_place(t, arena_printf(
			t->a, T(m, "question %u of %zu"), no,
			sitting_section(t)->nquestions)));

	p->right = words_lang(m, t->s->langs[t->lang].lang);
	if (t->note != NULL)
		page_para(t->a, p, t->note);
	page_gap(t->a, p);
	page_para(t->a, p, q->s);
	p->blocks[p->n - 1].essential = true;
	page_gap(t->a, p);
	for (size_t i = 0; i < n; i++)
		page_item(t->a, p, t->io->interactive ?
			  arena_printf(t->a, "%zu", i + 1) : o[i].word,
			  q->answers[i].s);
	page_gap(t->a, p);
	page_para(t->a, p, T(m, "You may look it up in the text, and you may "
				"try again."));
	p->keys = T(m, "Number, then Enter   t back to the text");
	if (t->s->nlangs > 1)
		words_key(t->a, &p->keys,
			  arena_printf(t->a, T(m, "l %s"),
				       words_lang(m,
						  t->s->langs[next].lang)));
	words_key(t->a, &p->keys, T(m, "0 stop, keep place"));
	return p;
}

/* Answers a, b, c … for scripts, by their numbers at a terminal; then the
 * keys. */
static struct io_option *
question_options(const struct sitting *t, size_t n)
{
	static const struct io_option other[OTHER_COUNT] = {
		[OTHER_TEXT] = { .word = "text", .key = "t" },
		[OTHER_LANG] = { .word = "lang", .key = "l" },
		[OTHER_STOP] = { .word = "stop", .key = "0" },
	};
	struct io_option *o = ARENA_ARRAY(t->a, struct io_option,
					  n + OTHER_COUNT);

	for (size_t i = 0; i < n; i++)
		o[i].word = i < 26 ? arena_printf(t->a, "%c",
						  (char)('a' + (int)i)) :
				     arena_printf(t->a, "a%zu", i + 1);
	memcpy(o + n, other, sizeof(other));
	return o;
}

static void
answer(struct sitting *t, bool right)
{
	const struct edition_section *sec = sitting_section(t);
	struct part *p = sitting_part(t, sec->id);
	const struct messages *m = sitting_m(t);

	if (!right) {
		p->tried = true;
		t->note = arena_printf(
			t->a, T(m, "Not quite, and that is no harm. Part %s, "
				   "%s, has it: t shows the text again. "
				   "Then please try once more."),
			sec->id,
			text_quoted(t->a, messages_lang(m), sec->title));
		return;
	}
	t->note = T(m, "Yes, that is right.");
	p->right += !p->tried;
	p->tried = false;
	p->done++;
	t->page_ms = 0;
	if (p->done >= sec->nquestions)
		sitting_section_over(t);
}

static void
do_other(struct sitting *t, enum other x)
{
	switch (x) {
	case OTHER_TEXT:
		sitting_go(t, t->at, 0);
		break;
	case OTHER_LANG:
		sitting_flip(t);
		break;
	case OTHER_STOP:
	case OTHER_COUNT:
		break;
	}
}

int
sitting_ask(struct sitting *t, bool *ret_stop, struct err *e)
{
	const struct edition_question *q = question(t);
	size_t n = q->nanswers, i;
	struct io_option *o = question_options(t, n);

	if (io_tell(t->io, question_page(t, o, n), e) != 0 ||
	    io_choose(t->io, T(sitting_m(t), "Your answer"), o,
		      n + OTHER_COUNT, n + OTHER_COUNT, &i, e) != 0)
		return -1;
	count_time(t);
	t->note = NULL;
	if (i < n)
		answer(t, q->answers[i].right);
	else
		do_other(t, (enum other)(i - n));
	*ret_stop = i == n + OTHER_STOP;
	return sitting_save(t, e);
}
